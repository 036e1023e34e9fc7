"""A declaration as the table that reading recognises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...base.names import folded
from ...base.schema import Column, ColumnKind, TableSchema
from .declaration import Declaration, Heading

_WIDTH, _NUMBER_WIDTH = 24, 14  # characters in the tables handed on: a name of some words; „1.234.567,89“


def table_of(declaration: Declaration, shared: Mapping[str, Column]) -> TableSchema:
    """Return the table of a declaration; `shared` are the columns that many tables have.

    What a confidential list holds has no width: it stays in the house.
    """
    columns = tuple(_without_repetition(_columns(declaration, shared)))
    if declaration.confidential:
        columns = tuple(replace(column, width=0) for column in columns)
    return TableSchema(
        name=declaration.key,
        title=declaration.title,
        about="",
        columns=columns,
        needs=_needs(declaration, columns),
        names=declaration.names,
        marks=declaration.marks,
        promised=True,
        sheets=declaration.sheets,
        confidential=declaration.confidential,
    )


def _columns(declaration: Declaration, shared: Mapping[str, Column]) -> Iterator[Column]:
    """Yield the columns, those first that a heading of several meanings belongs to."""
    if declaration.yearly:
        yield Column("jahr", declaration.dates[0], "jahr", declaration.dates[1:], common=True, width=8)
    elif not declaration.stock:
        first, *others = declaration.dates or (shared["datum"].heading, *shared["datum"].synonyms)
        yield replace(shared["datum"], heading=first, synonyms=tuple(others), width=12)
        yield replace(shared["bis"], synonyms=(*declaration.last_days, *shared["bis"].synonyms), width=12)
    if declaration.single:
        yield _column(declaration.single, names_entry=True)
    for breakdown in declaration.breakdowns:
        # What is brought to one spelling is quoted to staff, so confidential words stay as typed.
        yield _column(breakdown, "text" if declaration.confidential else "art")
    for measure in declaration.measures:
        unit = f" ({measure.unit})" if measure.unit and folded(measure.unit) != folded(measure.title) else ""
        yield Column(
            measure.column, measure.title + unit, "menge", (measure.title, *measure.synonyms), unit=measure.unit,
            width=_NUMBER_WIDTH,
        )  # fmt: skip
    project = shared["projekt"]
    if declaration.projects:
        project = replace(project, heading=declaration.projects[0], synonyms=declaration.projects[1:])
    if not declaration.confidential:  # else a project's numbers could be had from those of the others
        yield replace(project, otherwise=declaration.chapter, width=20)
    else:
        yield Column("projekt", "", "text", otherwise=declaration.chapter)


def _column(heading: Heading, kind: ColumnKind = "text", *, names_entry: bool = False) -> Column:
    return Column(heading.column, heading.title, kind, heading.synonyms, names_entry=names_entry, width=_WIDTH)


def _without_repetition(columns: Iterable[Column]) -> Iterator[Column]:
    """Yield the columns with each heading meaning the first of them only; one that has none left is called by none."""
    seen: set[str] = set()
    names: set[str] = set()
    for column in columns:
        words = [word for word in dict.fromkeys((column.heading, *column.synonyms)) if word]
        free = [word for word in words if folded(word) not in seen]
        seen.update(map(folded, free))
        if column.name in names:
            continue
        names.add(column.name)
        if free or not words:
            yield replace(column, heading=free[0] if free else "", synonyms=tuple(free[1:]))
        elif column.name == "projekt":
            yield replace(column, heading="", synonyms=())


def _needs(declaration: Declaration, columns: Iterable[Column]) -> tuple[tuple[str, ...], ...]:
    there = [column.name for column in columns]
    if declaration.yearly:
        return (("jahr",),)
    if declaration.dates and not declaration.stock:
        return (("datum",),)
    own = tuple(name for name in there if name.startswith("s_"))
    wanted = tuple(heading.column for heading in _headings(declaration) if heading.key in declaration.needs)
    return (wanted, own) if wanted else (own,) if own else (tuple(there),)


def _headings(declaration: Declaration) -> Iterator[Heading]:
    if declaration.single:
        yield declaration.single
    yield from (*declaration.breakdowns, *declaration.measures)
