"""The rows behind the text as tables for readers: events, meetings, and the months of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from ..base.figures import Figures
from ..base.keys import Key, Time
from ..base.names import identity
from ..base.records import Tables
from ..base.settings import OwnOrganisation, Settings
from ..german.calendar import SHORT_MONTHS
from ..german.orthography import quote
from ..narrative.cell_texts import NOTHING, people, when
from ..statistics.counting import by_project, limits_by_row, participants_by_row, project_names
from ..statistics.dated import dated, up_to
from ..statistics.kinds import parents
from ..topics.partners.figures import directory

_DATED = ("treffen", "veranstaltungen", "initiativen")
YEARS = 6  # so many columns of years fit beside the kinds
EVENTS_IN_FULL = 100  # more events than these are listed for the report year only


@dataclass(frozen=True)
class Event:
    """One event as a table prints it; `figure` is the key of its participants where somebody counted them."""

    when: str
    kind: str
    title: str
    organisers: str
    guests: str
    place: str
    people: str
    figure: str | None


@dataclass(frozen=True)
class Meeting:
    """One meeting as a table prints it."""

    when: str
    kind: str
    subject: str
    place: str


@dataclass(frozen=True)
class Initiative:
    """One initiative as a table prints it; `parties` are its addressee and who else took part."""

    when: str
    kind: str
    subject: str
    parties: str


@dataclass(frozen=True)
class Group:
    """Rows under a common heading."""

    title: str
    rows: tuple[Any, ...]


@dataclass(frozen=True)
class Line:
    """One line of a `Grid`: keys of figures, None where nothing was counted."""

    label: str
    cells: tuple[str | None, ...]


@dataclass(frozen=True)
class Grid:
    """Counts by project and kind (down) and time (across); the last cell of a line is its sum."""

    columns: tuple[str, ...]
    groups: tuple[Group, ...]


def last_day(tables: Tables) -> date | None:
    """Return the last day that any row or survey tells of."""
    days = [tables[table][column].max() for table in _DATED for column in ("datum", "bis")]
    known = [day.date() for day in days if not pd.isna(day)]
    return max([*known, *(survey.end for survey in tables.surveys if survey.end)], default=None)


def months(tables: Tables, year: int, *wanted: str) -> tuple[int, ...]:
    """Return how many rows of the `wanted` tables began in each month of `year`: the picture on the cover."""
    counts = [0] * 12
    for frame in map(tables.__getitem__, wanted):
        of_year = frame[(frame["datum"].dt.year == year) & (frame["genau"] != "jahr")]
        for month in of_year["datum"].dt.month:
            counts[month - 1] += 1
    return tuple(counts)


def events(tables: Tables, figures: Figures, ours: OwnOrganisation, year: int) -> dict[str, tuple[Event, ...]]:
    """Return the events of `year` by date, by the key of their project."""
    event = _events_of(tables, figures, ours)
    return {
        key: tuple(event(row) for row in _by_date(frames["veranstaltungen"]) if row.datum.year == year)
        for key, frames in by_project(tables, year).items()
    }


def all_events(
    tables: Tables, figures: Figures, ours: OwnOrganisation, year: int, chapters: Mapping[str, str]
) -> tuple[Group, ...]:
    """Return the events of all projects up to the end of `year`, project by project; many: those of `year` only."""
    projects = by_project(tables, year)
    many = sum(len(frames["veranstaltungen"]) for frames in projects.values()) > EVENTS_IN_FULL
    event = _events_of(tables, figures, ours)
    return tuple(
        Group(title, tuple(event(row) for row in _by_date(frame) if not many or row.datum.year == year))
        for title, frame in _in_order(tables, projects, "veranstaltungen", chapters)
    )


def _events_of(tables: Tables, figures: Figures, ours: OwnOrganisation) -> Callable[[Any], Event]:
    """Return what makes an `Event` of a row: organisations by their short names, participants with their figure."""
    counted = participants_by_row(figures) | limits_by_row(figures)
    organisers = _organisers_of(tables, ours)

    def event(row: Any) -> Event:
        figure = counted.get(row.Index)
        return Event(
            when=when(row),
            kind=row.format or row.programm or ("" if row.titel or row.themen else NOTHING),
            title=_title_and_themes(
                "" if row.titel.casefold() == row.format.casefold() else row.titel,
                [theme for theme in row.themen if theme not in row.titel],
            ),
            organisers=organisers(row.veranstalter),
            guests=", ".join(row.mitwirkende),
            place=row.ort or NOTHING,
            people=people(row.teilnehmerzahl),
            figure=figure.key.text if figure else None,
        )

    return event


def always_ours(tables: Tables, ours: OwnOrganisation) -> bool:
    """Tell whether we took part in every event whose organisers somebody noted: then only our partners are news."""
    own = directory(tables["partner"], ours).own
    noted = (names for names in tables["veranstaltungen"]["veranstalter"] if len(names))
    return all(any(identity(name) in own for name in names) for names in noted)


_SHORT = 16  # letters of our own name that may stand in every line of a table


def _organisers_of(tables: Tables, ours: OwnOrganisation) -> Callable[[Sequence[str]], str]:
    """Return what tells the organisers of an event: our partners, and us where others worked without us.

    A long name of ours does not stand in every line: „mit Förderverein“.
    """
    short, own, always = _short_names(tables), directory(tables["partner"], ours).own, always_ours(tables, ours)

    def said(names: Sequence[str]) -> str:
        others = [short.get(name, name) for name in names if identity(name) not in own]
        if always or len(others) == len(names):
            return ", ".join(others)
        if len(ours.short) <= _SHORT:
            return ", ".join((ours.short, *others))
        return f"mit {', '.join(others)}" if others else ""

    return said


def _title_and_themes(title: str, themes: Sequence[str]) -> str:
    """Return „Brot und Butter“ (Backen wie früher), or whichever of both there is."""
    said = ", ".join(themes)
    return f"{quote(title)} ({said})" if title and said else quote(title) if title else said


def meetings(tables: Tables, year: int, chapters: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the meetings of `year`, project by project."""
    groups = (
        Group(title, tuple(_meeting(row) for row in _by_date(frame) if row.datum.year == year))
        for title, frame in _in_order(tables, by_project(tables, year), "treffen", chapters)
    )
    return tuple(group for group in groups if group.rows)


def _meeting(row: Any) -> Meeting:
    return Meeting(when(row), row.art or NOTHING, row.thema or NOTHING, row.ort or NOTHING)


def initiatives(tables: Tables, year: int, chapters: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the initiatives of all projects up to the end of `year`, project by project."""
    short = _short_names(tables)

    def initiative(row: Any) -> Initiative:
        names = [short.get(name, name) for name in (row.adressat, *row.beteiligte) if name]
        return Initiative(when(row), row.art or NOTHING, row.gegenstand or NOTHING, ", ".join(names) or NOTHING)

    return tuple(
        Group(title, tuple(initiative(row) for row in _by_date(frame)))
        for title, frame in _in_order(tables, by_project(tables, year), "initiativen", chapters)
    )


def _short_names(tables: Tables) -> dict[str, str]:
    partner = tables["partner"]
    return {name: short for name, short in zip(partner["name"], partner["kurzform"], strict=True) if short}


def meetings_by_month(
    tables: Tables, figures: Figures, settings: Settings, year: int, chapters: Mapping[str, str]
) -> Grid:
    """Return how many meetings of `year` there were by project, kind and month."""
    times = [Time(year, month=month) for month in range(1, 13)]
    return _grid(tables, figures, settings, year, chapters, times, Time(year), (*SHORT_MONTHS, "Summe"))


def meetings_by_year(
    tables: Tables, figures: Figures, settings: Settings, year: int, chapters: Mapping[str, str]
) -> Grid:
    """Return how many meetings there were by project, kind and year, the last years at most."""
    known = sorted(set(up_to(tables["treffen"], year)["datum"].dt.year))
    years = known[-YEARS:]
    whole = "Insgesamt" if len(known) <= YEARS else f"seit {known[0]}"  # its sum is more than the columns show
    return _grid(tables, figures, settings, year, chapters, list(map(Time, years)), None, (*map(str, years), whole))


def _grid(
    tables: Tables,
    figures: Figures,
    settings: Settings,
    year: int,
    chapters: Mapping[str, str],
    times: Sequence[Time],
    whole: Time | None,
    columns: tuple[str, ...],
) -> Grid:
    """Return the figures of the columns' `times` and, as their sum, of `whole`."""
    parent_of = parents(settings.arten)
    projects = by_project(tables, year)

    def line(label: str, key: Key) -> Line:
        cells = (figures.get(replace(key, time=time)) for time in (*times, whole))
        return Line(label, tuple(figure.key.text if figure and figure.value else None for figure in cells))

    groups = []
    title = _titles(tables, chapters)
    for key in _keys(projects, chapters):
        counted = Key(key, "treffen", "anzahl")
        names = dated(projects[key]["treffen"], "art", parent_of).names
        lines = [
            line(name, replace(counted, by="art", which=kind))
            for kind, name in sorted(names.items(), key=lambda item: item[1])
        ]
        lines = [found for found in lines if any(found.cells)]
        if len(lines) > 1:
            lines.append(line("Summe", counted))
        if lines:
            groups.append(Group(title(key), tuple(lines)))
    return Grid(columns, tuple(groups))


def _in_order(
    tables: Tables, projects: Mapping[str, Mapping[str, pd.DataFrame]], table: str, chapters: Mapping[str, str]
) -> Iterator[tuple[str, pd.DataFrame]]:
    title = _titles(tables, chapters)
    for key in _keys(projects, chapters):
        if len(projects[key][table]):
            yield title(key), projects[key][table]


def _titles(tables: Tables, chapters: Mapping[str, str]) -> Callable[[str], str]:
    """Return what tells how a project is called: as its chapter is, or nothing where nobody uses projects."""
    names = project_names(tables)
    return lambda key: chapters.get(key, names[key]) if names[key] else ""


def _keys(projects: Mapping[str, Any], chapters: Mapping[str, str]) -> list[str]:
    """Return the projects in the order of the chapters, those without a chapter last."""
    places = {key: place for place, key in enumerate(chapters)}
    return sorted(projects, key=lambda key: (places.get(key, len(places)), key))


def _by_date(frame: pd.DataFrame) -> Iterator[Any]:
    return iter(frame[frame["datum"].notna()].sort_values("datum", kind="stable").itertuples())
