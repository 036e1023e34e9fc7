"""The report year month by month, all projects together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ..base.figures import Figures
from ..base.keys import TOTAL, Key, Time
from ..base.records import Tables
from ..german.enumerations import listing
from ..statistics.dated import up_to
from .captions import CountedNoun, n
from .chart import Chart
from .findings import densest_month, described
from .over_time import Grid, Series, columns, slot_of, totals, worth_drawing, year_grid
from .style import WIDE, ChartStyle


@dataclass(frozen=True)
class Rhythm:
    """A list whose rows make the rhythm of the year: what it counts, and its `place` among the others."""

    table: str
    noun: CountedNoun
    place: int


@dataclass(frozen=True)
class _Part:
    """One of the lists with when its rows began and how exactly that is known."""

    table: str
    noun: CountedNoun
    began: Sequence[tuple[date, str]]

    def key(self, time: Time) -> Key:
        """Return the key of how many there were in all projects."""
        return Key(TOTAL, self.table, "anzahl", time)


def year_chart(
    rhythms: Iterable[Rhythm], tables: Tables, figures: Figures, year: int, style: ChartStyle
) -> Chart | None:
    """Return what began in each month, all projects together; None where a sentence says as much."""
    over = year_grid(year)
    every = [_Part(one.table, one.noun, _began(up_to(tables[one.table], year))) for one in rhythms]
    parts = [part for part in every if any(_monthly(part, over).numbers)]
    series = [_monthly(part, over) for part in parts]
    heights = totals(series)
    if not worth_drawing(heights):
        return None
    what = listing([part.noun.many for part in parts])
    counted = listing([_counted(figures, part, Time(year), style) for part in parts])
    left_out = " (ohne Termine, von denen nur das Jahr bekannt ist)" if any(_inexact(p, year) for p in parts) else ""
    source = ("Listen " if len(parts) > 1 else "Liste ") + listing([f"„{part.noun.many}“" for part in parts])
    alternative = described(f"{what} je Monat im Jahr {year}", series, over, style)
    return Chart(
        key=Key(TOTAL, "jahr"),
        finding=densest_month(
            over,
            heights,
            [_in_words(figures, parts, slot.time, style) for slot in over.slots],
            style,
            whole=figures.broken_off.isdisjoint(part.table for part in parts),
        ),
        shows=f"{what} je Monat {year}{left_out}; {n(counted)}. Quelle: {source}.",
        alternative=alternative,
        svg=columns(over, series, _sums(parts), style, width_mm=WIDE, alternative=alternative),
        width=WIDE,
    )


def _sums(parts: list[_Part]) -> Key:
    """Return the key of the columns' heights, still without a time."""
    return Key(TOTAL, "termine" if len(parts) > 1 else parts[0].table, "anzahl")


def _began(frame: pd.DataFrame) -> list[tuple[date, str]]:
    return list(zip(frame["datum"].dt.date, frame["genau"], strict=True))


def _monthly(part: _Part, over: Grid) -> Series:
    months = Counter(slot_of(day, over.span) for day, exact in part.began if exact != "jahr")
    return Series(part.noun.many, tuple(months[slot.time] for slot in over.slots))


def _inexact(part: _Part, year: int) -> bool:
    return any(exact == "jahr" and day.year == year for day, exact in part.began)


def _in_words(figures: Figures, parts: list[_Part], time: Time, style: ChartStyle) -> str:
    some = [part for part in parts if figures.get(part.key(time)) is not None]
    return listing([_counted(figures, part, time, style) for part in some])


def _counted(figures: Figures, part: _Part, time: Time, style: ChartStyle) -> str:
    return part.noun.counted(figures[part.key(time)], style.wording)
