"""Lists of the office's own in the annex: by month and kind, and entry by entry where entries have names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from ...base.keys import Key, Time
from ...base.records import Amount
from ...german.calendar import SHORT_MONTHS
from ...german.quantities import NO_BREAK, number
from ...narrative.cell_texts import NOTHING, when
from ...narrative.row_features import rows as table_rows
from ...statistics.counting import by_project
from ..annex import Annex, AnnexScope, CountLine, CountTable, Group, keys_in_order, titles
from .declaration import Declaration
from .entries import Grouped, groupings, times

MOST_ENTRIES = 200  # beyond that nobody reads on; the tables attached hold them all


@dataclass(frozen=True)
class Entry:
    """One entry as a table prints it: when, how it is called, and what its columns say, in the order of the heads."""

    when: str
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class ListAnnex:
    """One list: its counts by kind (and month, where it has dates), its entries by project, their columns."""

    title: str
    many: str
    kind: str
    counts: CountTable | None
    heads: tuple[str, ...]
    entries: tuple[Group, ...]
    dated: bool


def annex_of(declarations: Sequence[Declaration]) -> Annex:
    """Return the annex of all lists; those with too little to list are left out."""
    return Annex(
        "anhang-listen", "Eigene Listen", 50, "chapters/anhang/listen.html.j2", partial(_names, declarations),
        "eigene_listen",
    )  # fmt: skip


def _names(declarations: Sequence[Declaration], scope: AnnexScope) -> dict[str, Any]:
    lists = (_list(declaration, scope) for declaration in declarations)
    return {"eigene_listen": tuple(one for one in lists if one.counts or one.entries)}


def _list(declaration: Declaration, scope: AnnexScope) -> ListAnnex:
    projects = by_project(scope.tables, scope.year)
    frames = [
        (key, frame)
        for key in keys_in_order(projects, scope.chapters)
        if not (frame := _of_year(declaration, projects[key][declaration.key], scope.year)).empty
    ]
    grouped = next((one for _, frame in frames for one in groupings(declaration, frame)), None)
    dated = not declaration.confidential and any(m for _, f in frames for _, m in times(declaration, f, 0).values())
    heads = () if declaration.confidential or declaration.single is None else _heads(declaration, frames)
    return ListAnnex(
        title=declaration.title,
        many=declaration.many,
        kind=grouped.title if grouped else declaration.title,
        counts=_counts(declaration, frames, scope, dated=dated),
        heads=heads,
        entries=tuple(_entries(declaration, frames, scope)) if heads else (),
        dated=dated,
    )


def _of_year(declaration: Declaration, frame: pd.DataFrame, year: int) -> pd.DataFrame:
    return frame.loc[[i for i, (one, _) in times(declaration, frame, year).items() if one == year]]


def _counts(
    declaration: Declaration, frames: Sequence[tuple[str, pd.DataFrame]], scope: AnnexScope, *, dated: bool
) -> CountTable | None:
    """Return how many entries of each kind there were, month by month where they have dates; None with one cell."""
    year = Time(scope.year)
    months = [Time(scope.year, month=month) for month in range(1, 13)] if dated else []
    title, groups = titles(scope), []
    for key, frame in frames:
        counted = Key(key, declaration.key, "anzahl")
        grouped = next(groupings(declaration, frame), None)
        if declaration.confidential:
            grouped = next((one for one in groupings(declaration, frame) if not one.gathered), None)
        kinds = _kinds(grouped, counted) if grouped else []
        lines = [_line(name, one, (*months, year), scope) for name, one in kinds]
        lines = [line for line in lines if any(line.cells)]
        whole = _line("Summe" if lines else declaration.title, counted, (*months, year), scope)
        groups.append(Group(title(key), tuple([*lines, whole] if len(lines) != 1 else [whole])))
    shown = [group for group in groups if len(group.rows) > 1 or sum(map(bool, group.rows[0].cells)) > 2]
    columns = (*(SHORT_MONTHS if dated else ()), "Summe" if dated else str(scope.year))
    return CountTable(columns, tuple(shown)) if shown else None


def _kinds(grouped: Grouped, counted: Key) -> list[tuple[str, Key]]:
    by_name = sorted(grouped.names.items(), key=lambda item: item[1])
    return [(name, replace(counted, by=grouped.key, which=part)) for part, name in by_name]


def _line(label: str, key: Key, when_: Sequence[Time], scope: AnnexScope) -> CountLine:
    cells = (scope.figures.get(replace(key, time=time)) for time in when_)
    return CountLine(label, tuple(figure.key.text if figure and figure.value else None for figure in cells))


def _heads(declaration: Declaration, frames: Sequence[tuple[str, pd.DataFrame]]) -> tuple[str, ...]:
    """Return the headings of the entries' columns: how they are called, and up to three columns that hold anything."""
    assert declaration.single is not None  # noqa: S101 - asked only of lists with named entries
    columns = (*declaration.breakdowns[:1], *declaration.measures)
    filled = [one.title for one in columns if any(_fills(frame, one.column) for _, frame in frames)]
    return (declaration.single.title, *filled[:3])


def _fills(frame: pd.DataFrame, column: str) -> bool:
    return column in frame and any(isinstance(cell, Amount) or bool(cell) for cell in frame[column])


def _entries(
    declaration: Declaration, frames: Sequence[tuple[str, pd.DataFrame]], scope: AnnexScope
) -> Iterator[Group]:
    title, heads = titles(scope), _heads(declaration, frames)
    columns = [one for one in (*declaration.breakdowns[:1], *declaration.measures) if one.title in heads[1:]]
    single = declaration.single
    if single is None or sum(len(frame) for _, frame in frames) > MOST_ENTRIES:
        return
    for key, frame in frames:
        ordered = frame.sort_values("datum", kind="stable") if "datum" in frame else frame
        rows = tuple(
            Entry(
                when(row) if "datum" in frame and not pd.isna(row.datum) else NOTHING,
                getattr(row, single.column) or NOTHING,
                tuple(_shown(getattr(row, one.column)) for one in columns),
            )
            for row in table_rows(ordered)
        )
        if any(row.name != NOTHING for row in rows):
            yield Group(title(key), rows)


def _shown(cell: object) -> str:
    if isinstance(cell, Amount):
        unit = f"{NO_BREAK}{cell.unit}" if cell.unit else ""
        return ("mind. " if cell.at_least else "") + number(cell.value) + unit
    return str(cell) if cell else NOTHING
