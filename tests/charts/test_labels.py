"""Labels: measured like the font, broken at blanks, never wider than their room."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from pipeline.charts.labels import SIZE, shortened, width, wrapped

TEXTS = st.text(alphabet="abc ÄÖ-–…|.,wWM", max_size=80)


def test_no_text_is_wider_than_it_was_measured() -> None:
    package = find_spec("font_source_sans_pro")
    assert package is not None
    assert package.origin is not None
    font = TTFont(Path(package.origin).parent / "files" / "SourceSansPro-Regular.ttf")
    widths, glyphs = font["hmtx"], font.getBestCmap()
    for character in "".join(map(chr, range(32, 127))) + "äöüÄÖÜßéè–—„“‚‘’»«…·€§×\u00a0":
        real = widths[glyphs[ord(character)]][0] * SIZE / 1000
        assert real - 0.05 <= width(character) <= real + 0.6, character


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ("Kurz", "", "Kurz"),
        ("Kurz", " (5.3.)", "Kurz (5.3.)"),
        ("Wie klappt die Ausbildung?", "", "Wie klappt die\nAusbildung?"),
        ("Ausbildung heute", " (5.3.2017)", "Ausbildung\nheute (5.3.2017)"),
        ("Ein sehr langer Titel mit vielen Worten", " (5.3.)", "Ein sehr langer\nTitel mit … (5.3.)"),
        ("Donaudampfschifffahrt", "", "Donaudampfsc …"),
        ("a|b", "", "a/b"),
        ("", "", ""),
    ],
)
def test_names_break_at_blanks_and_keep_their_date(text: str, suffix: str, expected: str) -> None:
    assert wrapped(text, 68, suffix=suffix) == expected


@given(TEXTS, st.floats(40, 200))
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    lines = wrapped(text, room, suffix=" (5.)").split("\n")
    assert len(lines) <= 2
    assert all(width(line) <= room + 0.01 for line in lines)


@given(TEXTS, st.floats(20, 200))
def test_only_what_does_not_fit_is_cut(text: str, room: float) -> None:
    cut = shortened(text, room)
    assert cut == text if width(text) <= room else cut.endswith("…")
