"""Whatever accent an association chooses, its report can be read."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.charts.palette import contrast
from pipeline.publish.colours import colours

hex_colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(hex_colours)
def test_every_text_has_enough_contrast(accent: str) -> None:
    found = colours(accent)
    assert contrast(found.on_accent, found.accent) >= 4.5
    assert contrast(found.accent_text, "#ffffff") >= 4.5
    assert contrast("#595959", found.tint) >= 4.5
    assert contrast(found.on_accent, found.bars) >= 3  # the year is large type


@given(hex_colours)
def test_every_line_can_be_seen(accent: str) -> None:
    found = colours(accent)
    assert contrast(found.rule, "#ffffff") >= 3
    assert contrast(found.hairline, "#ffffff") >= 1.3  # beside text that says the same by standing apart


@given(hex_colours)
def test_key_figures_are_readable_on_the_tint(accent: str) -> None:
    found = colours(accent)
    assert contrast(found.accent_text, found.tint) >= 3  # 24 pt and more
