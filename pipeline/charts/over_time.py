"""Columns over time: how many, when, of which kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..base.keys import Key, Time
from ..base.marks import mark
from ..base.units import POINTS_PER_MM
from ..german.calendar import MONTHS, SHORT_MONTHS
from .engine import draw
from .labels import shortened, width
from .palette import palette
from .style import ChartStyle

_COLUMNS = 3  # fewer are said in a sentence
_ROWS = 5  # fewer are told one by one
_HIGHEST = 2  # columns of one each show nothing that the table of dates does not
OTHERS = "Weitere"

_HEIGHT, _ROW_OF_LEGEND = 46.0, 5.0  # millimetres
_MOST_HUES = 4  # so many can be told apart in grey and by colour-blind readers; the rest is „Weitere“
_NUMBERED = 20  # up to so many columns each carries its number; more need an axis
_MONTHS, _QUARTERS = 18, 40  # longer periods are drawn by quarter, and still longer ones by year


@dataclass(frozen=True)
class Slot:
    """One column's place in time.

    `time` is that of its figures, `axis` under the column, `year` below that where a
    year begins, `name` in sentences („im August 2017“).
    """

    time: Time
    axis: str
    name: str
    year: str = ""


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
    """Return the twelve months of a year, which needs no naming then."""
    return Grid(
        "Monat",
        tuple(
            Slot(Time(year, month=number), short, f"im {name}")
            for number, (short, name) in enumerate(zip(SHORT_MONTHS, MONTHS, strict=True), start=1)
        ),
    )


def grid(days: Iterable[date]) -> Grid:
    """Return the months, quarters or years that hold all days, whichever are few enough to be told apart."""
    ordered = sorted(days)
    first, last = ordered[0], ordered[-1]
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) <= _MONTHS:
        return Grid("Monat", tuple(_month(m // 12, m % 12 + 1, begins=m % 12 == 0 or m == months[0]) for m in months))
    quarters = range(months[0] // 3, months[-1] // 3 + 1)
    if len(quarters) <= _QUARTERS:
        crowded = len(quarters) > _NUMBERED
        slots = (_quarter(q // 4, q % 4 + 1, begins=q == quarters[0], crowded=crowded) for q in quarters)
        return Grid("Quartal", tuple(slots))
    years = range(first.year, last.year + 1)
    return Grid("Jahr", tuple(_year(year, crowded=len(years) > _NUMBERED) for year in years))


def slot_of(day: date, span: str) -> Time:
    """Return the time of the slot that holds the day."""
    if span == "Monat":
        return Time(day.year, month=day.month)
    return Time(day.year, quarter=(day.month + 2) // 3) if span == "Quartal" else Time(day.year)


def in_slots(days: Sequence[date], names: Sequence[str], over: Grid) -> list[Series]:
    """Return how many days fall in each slot by name, the most frequent name first; beyond four „Weitere“."""
    pairs = Counter((name, slot_of(day, over.span)) for day, name in zip(days, names, strict=True))
    ranked = sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    series = [Series(name, tuple(pairs[name, slot.time] for slot in over.slots)) for name, _ in ranked]
    if len(series) <= _MOST_HUES:
        return series
    rest = series[_MOST_HUES - 1 :]
    return [*series[: _MOST_HUES - 1], Series(OTHERS, tuple(totals(rest)))]


def totals(series: Sequence[Series]) -> list[int]:
    """Return the height of each column."""
    return [sum(numbers) for numbers in zip(*(one.numbers for one in series), strict=True)]


def worth_drawing(heights: Sequence[int]) -> bool:
    """Tell whether columns over time show more than a sentence says."""
    high = [height for height in heights if height]
    return len(high) >= _COLUMNS and sum(high) >= _ROWS and max(high) >= _HIGHEST


def columns(
    over: Grid, series: Sequence[Series], key: Key, style: ChartStyle, *, width_mm: float, alternative: str
) -> str:
    """Return the drawn columns, stacked where there are several series.

    A column's height is the figure `key` of the slot's time.
    """
    places = [f"{slot.time}|{slot.axis}" for slot in over.slots]
    heights = totals(series)
    numbered = len(places) <= _NUMBERED
    top = max(heights)
    names = [shortened(one.name, width_mm * POINTS_PER_MM - 26) for one in series]
    parts = [
        {"stelle": place, "art": name, "rang": rank, "anzahl": number}
        for rank, (name, one) in enumerate(zip(names, series, strict=True))
        for place, number in zip(places, one.numbers, strict=True)
        if number
    ]
    labels = [
        {"stelle": place, "anzahl": height, "text": mark(replace(key, time=slot.time), style.number(height))}
        for place, slot, height in zip(places, over.slots, heights, strict=True)
        if height and (numbered or height == top)
    ]
    years = [{"stelle": place, "text": slot.year} for place, slot in zip(places, over.slots, strict=True) if slot.year]
    per_row = _fitting(names, width_mm)
    rows = -(-len(names) // per_row) if len(names) > 1 else 0
    return draw(
        "zeit",
        {"teile": parts, "summen": labels, "jahre": years},
        accent=style.accent,
        width=width_mm,
        height=_HEIGHT + rows * _ROW_OF_LEGEND,
        alternative=alternative,
        templates=style.templates,
        stellen=places,
        arten=names,
        farben=list(palette(style.accent).series[: len(names)]),
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
    room = width_mm * POINTS_PER_MM
    most = next((n for n in range(len(names), 1, -1) if n * (max(map(width, names)) + 26) <= room), 1)
    rows = -(-len(names) // most)
    return -(-len(names) // rows)


def _month(year: int, number: int, *, begins: bool) -> Slot:
    axis, name = SHORT_MONTHS[number - 1], f"im {MONTHS[number - 1]} {year}"
    return Slot(Time(year, month=number), axis, name, str(year) if begins else "")


def _quarter(year: int, number: int, *, begins: bool, crowded: bool) -> Slot:
    name = f"im {number}. Quartal {year}"
    if crowded:
        return Slot(Time(year, quarter=number), str(year) if number == 1 else "", name)
    return Slot(Time(year, quarter=number), f"Q{number}", name, str(year) if begins or number == 1 else "")


def _year(year: int, *, crowded: bool) -> Slot:
    return Slot(Time(year), str(year) if not crowded or year % 5 == 0 else "", f"im Jahr {year}")
