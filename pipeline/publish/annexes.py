"""The rows behind the text as tables for readers: events, meetings, and the months of the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ..german.periods import MONTHS, short_day
from ..german.quantities import number
from ..ingest.records import Count, Tables, source_rows
from ..statistics.figures import key_part
from .provenance import in_words

NOTHING, UNKNOWN = "–", "k. A."
_DATED = ("treffen", "veranstaltungen", "initiativen")


@dataclass(frozen=True)
class Event:
    """One event as a table prints it."""

    when: str
    kind: str
    title: str
    details: str
    place: str
    people: str
    year: int


@dataclass(frozen=True)
class Meeting:
    """One meeting, or (`count` > 1) the meetings of one month, project and kind."""

    when: str
    project: str
    kind: str
    subject: str
    place: str
    count: int
    source: str


@dataclass(frozen=True)
class Meetings:
    """The annex „Treffen“: in full or summed up."""

    summed: bool
    rows: tuple[Meeting, ...]


def last_day(tables: Tables) -> date | None:
    """Return the last day that any row tells of."""
    days = [tables[table][column].max() for table in _DATED for column in ("datum", "bis")]
    known = [day for day in days if not pd.isna(day)]
    return max(known).date() if known else None


def months(tables: Tables, year: int) -> tuple[int, ...]:
    """Return how many meetings and events began in each month of `year`."""
    counts = [0] * 12
    for table in ("treffen", "veranstaltungen"):
        for when in tables[table]["datum"].dropna():
            if when.year == year:
                counts[when.month - 1] += 1
    return tuple(counts)


def events(tables: Tables, project: str, year: int | None = None) -> tuple[Event, ...]:
    """Return the events of the project with the key part `project`, of one year or of all, by date."""
    return tuple(
        _event(row)
        for row in _by_date(tables, "veranstaltungen")
        if key_part(row.projekt) == project and (year is None or row.datum.year == year)
    )


def _event(row: Any) -> Event:
    themes = ", ".join(row.themen)
    title = f"„{row.titel}“" if row.titel else themes or row.programm
    return Event(
        when=when(row),
        kind=row.format,
        title=title,
        details=", ".join(row.veranstalter),
        place=row.ort or NOTHING,
        people=people(row.teilnehmerzahl),
        year=row.datum.year,
    )


def meetings(tables: Tables, year: int, in_full: int) -> Meetings:
    """Return the meetings of `year`; more than `in_full` are summed up by month, project and kind."""
    rows = [row for row in _by_date(tables, "treffen") if row.datum.year == year]
    if len(rows) <= in_full:
        return Meetings(False, tuple(_meeting(row) for row in rows))
    groups: dict[tuple[int, str, str], list[int]] = {}
    for row in rows:
        groups.setdefault((row.datum.month, row.projekt, row.art), []).append(row.Index)
    summed = (
        Meeting(MONTHS[month - 1], project, kind, "", "", len(ids), _places(tables, ids))
        for (month, project, kind), ids in sorted(groups.items())
    )
    return Meetings(True, tuple(summed))


def _meeting(row: Any) -> Meeting:
    return Meeting(when(row), row.projekt, row.art, row.thema, row.ort or NOTHING, 1, "")


def _places(tables: Tables, ids: list[int]) -> str:
    return "; ".join(in_words(place) for place in source_rows(tables.sources, ids))


def _by_date(tables: Tables, table: str) -> Iterator[Any]:
    frame = tables[table]
    return iter(frame[frame["datum"].notna()].sort_values("datum", kind="stable").itertuples())


def when(row: Any) -> str:
    """Return a row's date as exactly as it was typed: a day, days, a month or a year."""
    first = row.datum.date()
    last = first if pd.isna(row.bis) else row.bis.date()
    if row.genau == "jahr":
        return str(first.year)
    if row.genau == "monat":
        return f"{MONTHS[first.month - 1]} {first.year}"
    if last == first:
        return short_day(first)
    if (last.month, last.year) == (first.month, first.year):
        return f"{first.day:02}.–{short_day(last)}"
    return f"{first.day:02}.{first.month:02}.–{short_day(last)}"


_COUNTS = {
    "genau": "{}",
    "ungefähr": "ca.\u00a0{}",
    "mindestens": "mind.\u00a0{}",
    "höchstens": "höchst.\u00a0{}",
    "unbekannt": UNKNOWN,
}


def people(count: Count | None) -> str:
    """Return how many came, as exactly as somebody typed it."""
    if count is None:
        return UNKNOWN
    if count.kind == "spanne" and count.high is not None:
        return f"{number(count.low)}–{number(count.high)}"
    known = count.high if count.kind == "höchstens" and count.high is not None else count.low
    return _COUNTS.get(count.kind, "{}").format(number(known))
