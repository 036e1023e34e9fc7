"""Columns over time: how many, when, of which kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..german.periods import MONTHS
from .engine import draw
from .labels import width
from .palette import palette

FEWEST = 3  # columns; fewer are said in a sentence
OTHERS = "Weitere"

_HEIGHT, _ROW_OF_LEGEND = 46.0, 5.0  # millimetres
_MOST_HUES = 4
_NUMBERED = 20  # up to so many columns each carries its number; more need an axis
_MONTHS, _QUARTERS = 18, 40  # longer periods are drawn by quarter, and still longer ones by year
_SHORT_MONTHS = ("Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez")


@dataclass(frozen=True)
class Slot:
    """One column's place in time.

    `part` stands in keys (``2017-08``, ``2017-q3``, ``2017``), `axis` under the column, `name` in sentences
    („im August 2017“).
    """

    part: str
    axis: str
    name: str


@dataclass(frozen=True)
class Series:
    """One colour of the columns: what it is called and its numbers, one per slot."""

    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Grid:
    """How time is cut: the slots in order, and what one of them is called („Monat“, „Quartal“, „Jahr“)."""

    span: str
    slots: tuple[Slot, ...]


def year_grid(year: int) -> Grid:
    """Return the twelve months of a year."""
    return Grid("Monat", tuple(_month(year, number, labelled=False) for number in range(1, 13)))


def grid(days: Iterable[date]) -> Grid:
    """Return the months, quarters or years that hold all days, whichever are few enough to be told apart."""
    ordered = sorted(days)
    first, last = ordered[0], ordered[-1]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) <= _MONTHS:
        return Grid("Monat", tuple(_month(m // 12, m % 12 + 1, m % 12 == 0 or m == months[0]) for m in months))
    quarters = range(months[0] // 3, months[-1] // 3 + 1)
    if len(quarters) <= _QUARTERS:
        short = len(quarters) > _NUMBERED
        return Grid("Quartal", tuple(_quarter(q // 4, q % 4 + 1, q == quarters[0], short) for q in quarters))
    years = range(first.year, last.year + 1)
    return Grid("Jahr", tuple(_year(year, len(years)) for year in years))


def slot_of(day: date, span: str) -> str:
    """Return the part of keys of the slot that holds the day."""
    quarter = (day.month + 2) // 3
    return {"Monat": f"{day.year}-{day.month:02}", "Quartal": f"{day.year}-q{quarter}", "Jahr": f"{day.year}"}[span]


def counted(days: Sequence[date], names: Sequence[str], over: Grid) -> list[Series]:
    """Return how many days fall in each slot by name, the most frequent name first; beyond four „Weitere“."""
    pairs = Counter((name, slot_of(day, over.span)) for day, name in zip(days, names, strict=True))
    ranked = sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    series = [Series(name, tuple(pairs[name, slot.part] for slot in over.slots)) for name, _ in ranked]
    if len(series) <= _MOST_HUES:
        return series
    rest = series[_MOST_HUES - 1 :]
    return [*series[: _MOST_HUES - 1], Series(OTHERS, tuple(totals(rest)))]


def totals(series: Sequence[Series]) -> list[int]:
    """Return the height of each column."""
    return [sum(numbers) for numbers in zip(*(one.numbers for one in series), strict=True)]


def columns(
    over: Grid, series: Sequence[Series], *, accent: str, width_mm: float, alternative: str, templates: Path | None
) -> str:
    """Return the drawn columns, stacked where there are several series."""
    places = [f"{slot.part}|{slot.axis}" for slot in over.slots]
    heights = totals(series)
    numbered = len(places) <= _NUMBERED
    top = max(heights)
    parts = [
        {"stelle": place, "art": one.name, "rang": rank, "anzahl": number}
        for rank, one in enumerate(series)
        for place, number in zip(places, one.numbers, strict=True)
        if number
    ]
    labels = [
        {"stelle": place, "anzahl": height, "text": str(height)}
        for place, height in zip(places, heights, strict=True)
        if height and (numbered or height == top)
    ]
    names = [one.name for one in series]
    per_row = _fitting(names, width_mm)
    rows = -(-len(names) // per_row) if len(names) > 1 else 0
    return draw(
        "zeit",
        {"teile": parts, "summen": labels},
        accent=accent,
        width=width_mm,
        height=_HEIGHT + rows * _ROW_OF_LEGEND,
        alternative=alternative,
        templates=templates,
        stellen=places,
        arten=names,
        farben=list(palette(accent).series[: len(names)]),
        legende={"orient": "top", "direction": "horizontal", "columns": per_row} if rows else None,
        luecke=0.25 if numbered else 0.15,
        fuge=0.75 if len(names) > 1 else 0,
        gitter=not numbered,
        teilung=ticks(top),
        hoechstwert=top * 1.15,
    )


def ticks(top: int) -> list[int]:
    """Return three to five round numbers from zero up to about `top`."""
    step = next(s * 10**power for power in range(10) for s in (1, 2, 5) if top / (s * 10**power) <= 4)
    return list(range(0, top + 1, step))


def _fitting(names: Sequence[str], width_mm: float) -> int:
    """Return how many entries of the legend stand side by side."""
    room = width_mm * 72 / 25.4
    return next((n for n in range(len(names), 1, -1) if n * (max(map(width, names)) + 26) <= room), 1)


def _month(year: int, number: int, labelled: bool) -> Slot:
    axis = _SHORT_MONTHS[number - 1] + (f"\n{year}" if labelled else "")
    return Slot(f"{year}-{number:02}", axis, f"im {MONTHS[number - 1]} {year}")


def _quarter(year: int, number: int, first: bool, short: bool) -> Slot:
    below = str(year) if number == 1 or (first and not short) else ""
    axis = below if short else "\n".join(filter(None, (f"Q{number}", below)))
    return Slot(f"{year}-q{number}", axis, f"im {number}. Quartal {year}")


def _year(year: int, of: int) -> Slot:
    labelled = of <= _NUMBERED or year % 5 == 0
    return Slot(f"{year}", str(year) if labelled else "", f"im Jahr {year}")
