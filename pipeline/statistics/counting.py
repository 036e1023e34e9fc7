"""All figures of a report except those of surveys, counted from the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from ..base.figures import Figure, Figures, project_slug
from ..base.keys import TOTAL, Key, Time
from ..base.records import Tables
from ..base.settings import Settings
from ..topics.partners.figures import directory, partners
from . import project
from .dated import Dated, Naming, by_time, by_year, dated, in_year, number, of_month, up_to
from .kinds import parents, usual_names
from .project import Parent

WITHOUT_PROJECT = "Weitere Tätigkeiten"  # what belongs to no project, where others do

_DATED = ("treffen", "veranstaltungen", "initiativen")
_OF_PROJECTS = (*_DATED, "netzwerk", "werte")
# Where organisations are named: table and column.
_ORGANISATIONS = (("treffen", "beteiligte"), ("veranstaltungen", "veranstalter"), ("initiativen", "beteiligte"))


def count(tables: Tables, settings: Settings, year: int) -> Figures:
    """Return the figures of all projects and the totals over them, rows after the report `year` left out."""
    return Figures(_all(tables, settings, year))


def by_project(tables: Tables, year: int) -> dict[str, dict[str, pd.DataFrame]]:
    """Return every project's frames by project key and table, rows after the report year left out.

    Projects come in the order of their keys; every project has every table, some of them empty.
    """
    frames = {table: tables[table] if table not in _DATED else up_to(tables[table], year) for table in _OF_PROJECTS}
    parts = {table: _by_key(frame) for table, frame in frames.items()}
    keys = sorted({key for found in parts.values() for key in found})
    return {key: {table: parts[table].get(key, frames[table].iloc[:0]) for table in _OF_PROJECTS} for key in keys}


def project_names(tables: Tables) -> dict[str, str]:
    """Return the projects' names by key, as they are most often spelled.

    Rows without a project stand under „Weitere Tätigkeiten“, or under no name at all where nobody uses projects.
    """
    typed = [name for table in _OF_PROJECTS for name in tables[table]["projekt"]]
    names = usual_names(typed).values()
    nameless = WITHOUT_PROJECT if any(names) else ""
    return {project_slug(name): name or nameless for name in names}


def participants_by_row(figures: Figures) -> dict[int, Figure]:
    """Return the participants' figure of each row of meetings and events that has a number, by the row's id."""
    return figures.by_row.get("teilnehmer", {})


def limits_by_row(figures: Figures) -> dict[int, Figure]:
    """Return the figure of each row of meetings and events of which only an upper bound is known, by the row's id."""
    return figures.by_row.get("hoechstens", {})


def _by_key(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    keys = {name: project_slug(name) for name in frame["projekt"].unique()}
    return {str(key): rows for key, rows in frame.groupby(frame["projekt"].map(keys), sort=False)}


def _all(tables: Tables, settings: Settings, year: int) -> Iterator[Figure]:
    parent_of = parents(settings.arten)
    known = directory(tables["partner"], settings.organisation)
    names = project_names(tables)
    for key, frames in by_project(tables, year).items():
        subject = names[key]
        if any(len(frames[table]) for table in (*_DATED, "netzwerk")):
            yield from project.meetings(frames["treffen"], key, subject, year, parent_of)
            yield from project.events(frames["veranstaltungen"], key, subject, year, parent_of)
            yield from project.network(frames["netzwerk"], key, subject)
            yield from project.initiatives(frames["initiativen"], key, subject, year)
            lists = [(frames[table], column) for table, column in _ORGANISATIONS]
            yield from partners(lists, known, key, subject)
        # A value of no project is one of the association itself.
        ours = key == project_slug("")
        yield from project.values(frames["werte"], key, "" if ours else subject, ours=ours)
    yield from _totals(tables, year, parent_of)


def _totals(tables: Tables, year: int, parent_of: Parent) -> Iterator[Figure]:
    """Yield the figures over all projects."""
    subject = "Insgesamt"
    rows = {table: dated(up_to(tables[table], year), column, parent_of) for table, column in _KIND_COLUMNS.items()}
    for table, unit in (("treffen", "Treffen"), ("veranstaltungen", "Veranstaltungen"), ("initiativen", "Initiativen")):
        naming = Naming(Key(TOTAL, table), subject, unit, unit)
        counts = dict(zip(rows[table].ids, rows[table].counts, strict=True))
        for one, ids in by_year(rows[table], year).items():
            key, when = naming.key.in_year(one), in_year(one)
            yield number(naming, ids, key, naming.label(when=when))
            if table == "veranstaltungen":
                yield project.participants(naming, {i: counts[i] for i in ids}, key, when)
        if table != "initiativen":
            yield from by_time(naming, rows[table])
    yield from _by_month([rows["treffen"], rows["veranstaltungen"]], subject, year)
    network = project.network(tables["netzwerk"], TOTAL, subject)
    yield next(network)


def _by_month(lists: Sequence[Dated], subject: str, year: int) -> Iterator[Figure]:
    """Yield how many rows of the lists together began in each month of `year` that has any."""
    naming = Naming(Key(TOTAL, "termine"), subject, "", "Termine")
    months: dict[int, list[int]] = {}
    for rows in lists:
        for i, day, exact in zip(rows.ids, rows.first, rows.exact, strict=True):
            if day.year == year and exact != "jahr":
                months.setdefault(day.month, []).append(i)
    for month, ids in sorted(months.items()):
        key = replace(naming.key, time=Time(year, month=month))
        yield number(naming, ids, key, of_month(naming, year, month), "termine")


_KIND_COLUMNS = {"treffen": "art", "veranstaltungen": "format", "initiativen": "art"}
