"""Horizontal bars with their names on the left and their numbers at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .engine import draw
from .labels import width, wrapped
from .palette import palette

_POINTS_PER_MM = 72 / 25.4
_SHARE_OF_NAMES = 0.46  # of the width, at most
_ONE_LINE, _TWO_LINES = 16.0, 25.0  # points from bar to bar
_GAP = 10.0


@dataclass(frozen=True)
class Bar:
    """One bar: its name, how long it is, and what stands at its end.

    `high` is the upper end of a span, `open` says that it may be longer, `best` that it carries the finding. A bar
    without `number` is a line of text.
    """

    name: str
    shown: str
    number: int | None = None
    high: int | None = None
    open: bool = False
    best: bool = False
    suffix: str = ""


def bars(rows: Sequence[Bar], *, accent: str, width_mm: float, alternative: str, templates: Path | None) -> str:
    """Return the drawn bars, in the order given."""
    whole = width_mm * _POINTS_PER_MM
    names = [wrapped(row.name, whole * _SHARE_OF_NAMES, suffix=row.suffix) for row in rows]
    places = [f"{i}|{name}" for i, name in enumerate(names)]
    step = _TWO_LINES if any("\n" in name for name in names) else _ONE_LINE
    column = max(width(line) for name in names for line in name.split("\n")) + _GAP
    plot = whole - column - 4
    ends = [max(row.number or 0, row.high or 0) for row in rows]
    peak = max(*ends, 1)
    # The longest bar leaves room for its own number; so do all others.
    room = (
        max(width(row.shown) + (8 if row.open else 2) + plot * end / peak for row, end in zip(rows, ends, strict=True))
        + 6
    )
    top = peak * max(room, plot) / plot
    colours = palette(accent)
    beyond = 6 / plot * top  # an arrow's length, in the unit of the bars

    def colour(row: Bar) -> str:
        return colours.accent if row.best else colours.tint

    placed = list(zip(places, rows, ends, strict=True))
    return draw(
        "balken",
        {
            "balken": [{"zeile": p, "anzahl": r.number, "farbe": colour(r)} for p, r, _ in placed if r.number],
            "spannen": [{"zeile": p, "von": r.number or 0, "bis": r.high} for p, r, _ in placed if r.high],
            "offen": [{"zeile": p, "anzahl": r.number, "farbe": colour(r)} for p, r, _ in placed if r.open],
            "zahlen": [
                {
                    "zeile": p,
                    "stelle": end + (beyond if r.open else 0),
                    "text": r.shown,
                    "farbe": colours.ink if end else colours.muted,
                }
                for p, r, end in placed
                if r.shown
            ],
        },
        accent=accent,
        width=width_mm,
        height=(len(rows) * step + 6) / _POINTS_PER_MM,
        alternative=alternative,
        templates=templates,
        zeilen=places,
        spalte=column,
        luecke=0.35 if step == _ONE_LINE else 0.5,
        pfeil=60,
        versatz=3,
        hoechstwert=top,
    )
