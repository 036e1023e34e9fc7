"""One accent colour from the settings, and what can be read on it, beside it and as it."""

from __future__ import annotations

from dataclasses import dataclass

from ..charts.palette import PAPER, on
from ..charts.palette import palette as chart_palette


@dataclass(frozen=True)
class Colours:
    """The colours of the pages as `#rrggbb`.

    `accent` as it was chosen, `on_accent` for text on it, `accent_text` for text on paper, `rule` for lines that
    must be seen on it, `tint` for grounds on which black text stays readable, `hairline` for rules between rows, `bars`
    for the picture on the cover.
    """

    accent: str
    on_accent: str
    accent_text: str
    rule: str
    tint: str
    hairline: str
    bars: str


def colours(accent: str) -> Colours:
    """Return the colours that belong to `accent`."""
    on_accent = on(accent)
    marks = chart_palette(accent)
    return Colours(
        accent=accent,
        on_accent=on_accent,
        accent_text=marks.text,
        rule=marks.accent,
        tint=mix(PAPER, marks.accent, 0.07),
        hairline=mix(PAPER, marks.text, 0.3),
        bars=mix(accent, on_accent, 0.13),
    )


def mix(base: str, other: str, share: float) -> str:
    """Return `base` with `share` (0 to 1) of `other` in it."""
    parts = (round(b + (o - b) * share) for b, o in zip(_rgb(base), _rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
