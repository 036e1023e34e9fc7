"""All figures of a report except those of surveys, counted from the tables topic by topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ..base.figures import Figure, Figures, project_slug
from ..base.keys import TOTAL, Key, Time
from ..base.records import Tables
from ..base.settings import Settings
from ..german.enumerations import listing
from ..german.orthography import quote
from .dated import Naming, number, of_month, up_to
from .kinds import parents, usual_names

WITHOUT_PROJECT = "Weitere Tätigkeiten"  # what belongs to no project, where others do
Rows = Mapping[str, pd.DataFrame]  # the rows of one project by table, those after the report year left out


@dataclass(frozen=True)
class Scope:
    """Whose figures are counted: a project's or, where `key` is `TOTAL`, all projects'.

    `subject` is what labels call it, `parent_of` tells the parent of a kind by the settings.
    """

    key: str
    subject: str
    year: int
    tables: Tables
    settings: Settings
    parent_of: Callable[[str], str]


@dataclass(frozen=True)
class Counting:
    """What is counted of one kind of list.

    `of_project` yields the figures of a project from its rows, `totals` those over the rows of all projects. Contract
    keys of an `activity` are there even when nothing was counted, for every project that has any activity. `kinds` is
    the column that says of which kind a row is. The rows of the `calendar` make the rhythm of the year, together with
    those of other topics.
    """

    table: str
    of_project: Callable[[Rows, Scope], Iterator[Figure]]
    totals: Callable[[pd.DataFrame, Scope], Iterator[Figure]] | None = None
    activity: bool = True
    kinds: str = ""
    calendar: bool = False


def count(tables: Tables, settings: Settings, year: int, topics: Sequence[Counting]) -> Figures:
    """Return the figures of all projects and the totals over them, rows after the report `year` left out."""
    return Figures(_all(tables, settings, year, topics))


def by_project(tables: Tables, year: int) -> dict[str, dict[str, pd.DataFrame]]:
    """Return every project's frames by project key and table, rows after the report year left out.

    Projects come in the order of their keys; every project has every table that knows projects, some of them empty.
    """
    frames = {table: up_to(frame, year) for table, frame in tables.frames.items() if "projekt" in frame}
    parts = {table: _by_key(frame) for table, frame in frames.items()}
    keys = sorted({key for of_table in parts.values() for key in of_table})
    return {key: {table: parts[table].get(key, frame.iloc[:0]) for table, frame in frames.items()} for key in keys}


def project_names(tables: Tables) -> dict[str, str]:
    """Return the projects' names by key, as they are most often spelled.

    Rows without a project stand under „Weitere Tätigkeiten“, or under no name at all where nobody uses projects.
    """
    typed = [name for frame in tables.frames.values() if "projekt" in frame for name in frame["projekt"]]
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


def _all(tables: Tables, settings: Settings, year: int, topics: Sequence[Counting]) -> Iterator[Figure]:
    whole = Scope(TOTAL, "Insgesamt", year, tables, settings, parents(settings.arten))
    names = project_names(tables)
    activities = [topic.table for topic in topics if topic.activity]
    for key, rows in by_project(tables, year).items():
        active = any(len(rows[table]) for table in activities if table in rows)
        for topic in topics:
            if active or not topic.activity:
                yield from topic.of_project(rows, replace(whole, key=key, subject=names[key]))
    for topic in topics:
        if topic.totals:
            yield from topic.totals(up_to(tables[topic.table], year), whole)
    yield from _calendar([topic.table for topic in topics if topic.calendar], whole)


def _calendar(lists: Sequence[str], scope: Scope) -> Iterator[Figure]:
    """Yield how many rows of the lists together began in each month of the report year that has any."""
    titles = listing([quote(scope.tables.schemas[name].title) for name in lists])
    naming = Naming(
        Key(TOTAL, "termine"), scope.subject, f"{'Listen' if len(lists) > 1 else 'Liste'} {titles}", "Termine"
    )
    months: dict[int, list[int]] = {}
    for frame in (up_to(scope.tables[name], scope.year) for name in lists):
        for i, day, exact in zip(frame.index.tolist(), frame["datum"].dt.date, frame["genau"], strict=True):
            if day.year == scope.year and exact != "jahr":
                months.setdefault(day.month, []).append(i)
    for month, ids in sorted(months.items()):
        key = replace(naming.key, time=Time(scope.year, month=month))
        yield number(naming, ids, key, of_month(naming, scope.year, month), "termine")
