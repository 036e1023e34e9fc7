"""Annexes: the rows behind the text as tables for readers, project by project."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from ..base.figures import Figures
from ..base.keys import Key, Time
from ..base.records import Tables
from ..base.settings import OwnOrganisation, Settings
from ..statistics.counting import by_project, project_names
from ..statistics.dated import dated
from ..statistics.kinds import parents


@dataclass(frozen=True)
class AnnexScope:
    """What annexes are made from; `ours` is the association as it is printed, `chapters` are titles by project."""

    tables: Tables
    figures: Figures
    settings: Settings
    ours: OwnOrganisation
    year: int
    chapters: Mapping[str, str]


@dataclass(frozen=True)
class Annex:
    """One annex.

    `names` are what its template, and the chapters of projects, may use; the annex is there if the one called
    `decides` holds anything. `anchor` is what links to it use, `place` orders annexes. `folder` is where the template
    lies, if not in `templates/`.
    """

    anchor: str
    title: str
    place: int
    template: str
    names: Callable[[AnnexScope], Mapping[str, Any]]
    decides: str
    folder: Path | None = None


@dataclass(frozen=True)
class Group:
    """Rows under a common heading."""

    title: str
    rows: tuple[Any, ...]


@dataclass(frozen=True)
class CountLine:
    """One line of a `CountTable`: keys of figures, None where nothing was counted."""

    label: str
    cells: tuple[str | None, ...]


@dataclass(frozen=True)
class CountTable:
    """Counts by project and kind (down) and time (across); the last cell of a line is its sum."""

    columns: tuple[str, ...]
    groups: tuple[Group, ...]


def in_order(scope: AnnexScope, table: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the title and the rows of every project that has any, in the order of the chapters."""
    projects, title = by_project(scope.tables, scope.year), titles(scope)
    for key in keys_in_order(projects, scope.chapters):
        if len(projects[key][table]):
            yield title(key), projects[key][table]


def titles(scope: AnnexScope) -> Callable[[str], str]:
    """Return what tells how a project is called: as its chapter is, or nothing where nobody uses projects."""
    names = project_names(scope.tables)
    return lambda key: scope.chapters.get(key, names[key]) if names[key] else ""


def keys_in_order(projects: Mapping[str, Any], chapters: Mapping[str, str]) -> list[str]:
    """Return the projects in the order of the chapters, those without a chapter last."""
    places = {key: place for place, key in enumerate(chapters)}
    return sorted(projects, key=lambda key: (places.get(key, len(places)), key))


def by_date(frame: pd.DataFrame) -> Iterator[Any]:
    """Yield the rows that have a date, in its order."""
    return iter(frame[frame["datum"].notna()].sort_values("datum", kind="stable").itertuples())


def short_names(tables: Tables) -> dict[str, str]:
    """Return the short form of every organisation that has one, by its name."""
    partner = tables["partner"]
    return {name: short for name, short in zip(partner["name"], partner["kurzform"], strict=True) if short}


def count_table(
    scope: AnnexScope, table: str, kinds: str, times: Sequence[Time], whole: Time | None, columns: tuple[str, ...]
) -> CountTable:
    """Return how many rows of a list there were by project and kind (the column `kinds`) at `times` and in `whole`."""
    parent_of, projects, title = parents(scope.settings.arten), by_project(scope.tables, scope.year), titles(scope)

    def line(label: str, key: Key) -> CountLine:
        cells = (scope.figures.get(replace(key, time=time)) for time in (*times, whole))
        return CountLine(label, tuple(figure.key.text if figure and figure.value else None for figure in cells))

    groups = []
    for project in keys_in_order(projects, scope.chapters):
        counted = Key(project, table, "anzahl")
        names = dated(projects[project][table], kinds, parent_of).names
        by_name = sorted(names.items(), key=lambda item: item[1])
        lines = [line(name, replace(counted, by=kinds, which=kind)) for kind, name in by_name]
        lines = [one for one in lines if any(one.cells)]
        if len(lines) > 1:
            lines.append(line("Summe", counted))
        if lines:
            groups.append(Group(title(project), tuple(lines)))
    return CountTable(columns, tuple(groups))
