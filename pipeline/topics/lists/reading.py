"""Which lists an association keeps: what its sheet „Listen“ and its settings say, before any other sheet is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from ...base.names import name_of_list
from ...base.problems import Problem
from ...base.records import Tables
from ...base.schema import Column, TableSchemas
from ...base.settings import Settings
from ...german.lexicon import lexicon
from ...ingest.layout.blocks import Block
from ...ingest.layout.headings import keys_of
from ...ingest.layout.layout import Layout
from ...ingest.rows.sorting import sort_rows
from ...ingest.sheets import Sheet, cell_name
from ...ingest.tables import OwnTables
from ...narrative.row_features import rows
from .declaration import Declaration
from .kinds import kinds
from .table import table_of
from .written import COLUMNS, Written, declarations, from_row, from_settings, nearest

LISTS = "listen"  # the table in which staff declare


def own_tables(
    sheets: Sequence[Sheet], settings: Settings, *, tables: TableSchemas, shared: Mapping[str, Column]
) -> OwnTables:
    """Return the tables of all lists that staff declare and of the shipped kinds, and what is wrong with the former."""
    written = (*_on_sheets(sheets, settings, tables), *from_settings(settings.listen))
    declared, problems = _declared(written, settings, tables)
    found = {one.key: one for one in (*declared, *_others(declared))}
    schemas = {key: table_of(one, shared) for key, one in found.items()}
    return OwnTables(schemas, problems, _Check(written, declared, tables))


def declared_lists(tables: Tables, settings: Settings) -> tuple[Declaration, ...]:
    """Return the declarations of all lists of which there are tables, shipped kinds last."""
    written = (from_row(row._asdict()) for row in rows(tables[LISTS]))
    everybodys = (name for name, schema in tables.schemas.items() if not schema.promised or name == LISTS)
    declared, _ = _declared((*written, *from_settings(settings.listen)), settings, everybodys)
    return tuple(one for one in (*declared, *_others(declared)) if one.key in tables.frames)


def _declared(
    written: Sequence[Written], settings: Settings, taken: TableSchemas | Iterator[str]
) -> tuple[tuple[Declaration, ...], tuple[Problem, ...]]:
    names = (*taken, "termine", "jahr", "umfrage", "gesamt", "ueberblick", "text")
    return declarations(written, kinds(), lexicon(settings.woerter), names)


def _others(declared: Sequence[Declaration]) -> list[Declaration]:
    """Return the shipped kinds but those that staff declared themselves."""
    keys = {one.key for one in declared}
    return [kind for kind in kinds().values() if kind.key not in keys]


def _on_sheets(sheets: Sequence[Sheet], settings: Settings, tables: TableSchemas) -> Iterator[Written]:
    layout = Layout(replace(settings, tabellen={}), {LISTS: tables[LISTS]})
    for sheet in sheets:
        blocks, _ = layout.tables_on(sheet)
        for block in blocks:
            for record in sort_rows(block, settings).records:
                cells = {
                    name: cell_name(record.row - 1, block.places[column])
                    for name, column in COLUMNS.items()
                    if column in block.places
                }
                yield from_row(record.values, file=sheet.file, sheet=sheet.name, row=record.row, cells=cells)


@dataclass(frozen=True)
class _Check:
    """Compares declarations with the tables that were found."""

    written: Sequence[Written]
    declared: Sequence[Declaration]
    tables: TableSchemas

    def __call__(self, blocks: Sequence[Block], sheets: Sequence[Sheet]) -> Iterator[Problem]:
        """Yield what is declared and not there: lists without a sheet, and columns that no sheet of a list has."""
        by_name = {sheet: one for one in self.declared for sheet in one.sheets}
        for one in self.written:
            declaration = by_name.get(name_of_list(one.name))
            mine = [block for block in blocks if declaration and block.table.name == declaration.key]
            named = [sheet for sheet in sheets if declaration and _is_called(sheet, declaration)]
            if declaration is None:
                continue
            if not named:
                names = (name for s in sheets for name in (s.name, PurePosixPath(s.file).stem))
                suggestion = nearest(one.name, (name for name in names if name))
                yield one.problem("liste-ohne-blatt", "name", one.name, suggestion=suggestion)
            elif mine or one.date:
                yield from _missing_columns(one, mine, named)


def _is_called(sheet: Sheet, declaration: Declaration) -> bool:
    return bool({name_of_list(sheet.name), name_of_list(PurePosixPath(sheet.file).stem)} & set(declaration.sheets))


def _missing_columns(one: Written, blocks: Sequence[Block], sheets: Sequence[Sheet]) -> Iterator[Problem]:
    typed = [heading.typed for block in blocks for heading in (*block.headings, *block.doubles)]
    typed = typed or [cell for sheet in sheets for cell in _first_texts(sheet)]
    keys = {key for text in typed for key in keys_of(text)}
    where = " und ".join(
        dict.fromkeys(f"auf „{sheet.name}“" if sheet.name else f"in „{sheet.file}“" for sheet in sheets)
    )
    named = (
        ("date", (one.date,)),
        ("breakdowns", one.breakdowns),
        ("measures", one.measures),
        ("single", (one.single,)),
    )
    for name, headings in named:
        for heading in filter(None, headings):
            if not keys.intersection(keys_of(heading)):
                suggestion = nearest(heading, (" ".join(text.split()) for text in typed))
                yield one.problem("liste-spalte-fehlt", name, heading, where=where, suggestion=suggestion)


def _first_texts(sheet: Sheet) -> list[str]:
    """Return the texts of the first row in which several stand side by side."""
    for position in sheet.filled_rows[:40]:
        texts = [cell for cell in sheet.rows[position] if isinstance(cell, str) and cell.strip()]
        if len(texts) > 1:
            return texts
    return []
