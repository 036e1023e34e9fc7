"""Horizontal bars with their names on the left and their numbers at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.marks import plain
from ..base.units import POINTS_PER_MM
from .engine import draw
from .labels import width, wrapped
from .palette import palette
from .style import ChartStyle

_SHARE_OF_NAMES = 0.46  # of the width, at most
_ONE_LINE, _TWO_LINES = 16.0, 24.0  # points from bar to bar
_GAP, _PADDING, _ARROW = 10.0, 10.0, 6.0  # points between name and bar, around a number, at the end of an open bar


@dataclass(frozen=True)
class Bar:
    """One bar: its name, how long it is, and what stands at its end, figures marked.

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


def bars(rows: Sequence[Bar], style: ChartStyle, *, width_mm: float, alternative: str) -> str:
    """Return the drawn bars, in the order given."""
    whole = width_mm * POINTS_PER_MM
    names = [wrapped(row.name, whole * _SHARE_OF_NAMES, suffix=row.suffix) for row in rows]
    places = list(range(len(rows)))
    step = _TWO_LINES if any("\n" in name for name in names) else _ONE_LINE
    column = max(width(line) for name in names for line in name.split("\n")) + _GAP
    plot = whole - column
    ends = [max(row.number or 0, row.high or 0) for row in rows]
    # So many points stand for one: every bar leaves room for its own number.
    beside = [width(plain(row.shown)) + (_ARROW if row.open else 0) + _PADDING for row in rows]
    scale = min(((plot - room) / end for room, end in zip(beside, ends, strict=True) if end), default=1.0)
    colours = palette(style.accent)

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
                    "stelle": end + (_ARROW / scale if r.open else 0),
                    "text": r.shown,
                    "farbe": colours.ink if end else colours.muted,
                }
                for p, r, end in placed
                if r.shown
            ],
            "namen": [{"zeile": p, "text": name} for p, name in zip(places, names, strict=True) if "\n" not in name],
            "doppelnamen": [{"zeile": p, "text": name} for p, name in zip(places, names, strict=True) if "\n" in name],
        },
        accent=style.accent,
        width=width_mm,
        height=(len(rows) * step + 6) / POINTS_PER_MM,
        alternative=alternative,
        templates=style.templates,
        zeilen=places,
        rand=-column,
        luecke=0.35 if step == _ONE_LINE else 0.5,
        pfeil=60,
        versatz=3,
        hoechstwert=plot / scale,
    )
