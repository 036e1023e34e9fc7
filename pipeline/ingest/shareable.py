"""Which cells of a sheet may be copied for others: what is read and names nobody, headings and titles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ..base.records import Area, Shareable
from ..base.schema import TableSchemas
from ..base.settings import OwnOrganisation, Settings
from ..german.calendar import TYPED_MONTHS
from .cells.privacy import is_personal
from .header_messages import columns_beside
from .layout.blocks import Block
from .layout.headings import Headings, heading_key
from .layout.layout import TITLE_WITHIN
from .rows.sorting import SortedRows
from .sheets import Cell, Sheet, holds

_Cell = tuple[int, int]  # row and column, from 0
_Run = tuple[int, int, int]  # column, first row, row after the last; from 0


def shareable_cells(found: Sequence[SortedRows], settings: Settings, tables: TableSchemas) -> tuple[Shareable, ...]:
    """Return the shareable cells of every sheet on which tables stand, unless a cell of its file holds a whole line."""
    headings = Headings(settings, tables)
    sheets: dict[Sheet, list[SortedRows]] = {}
    for table in found:
        if not table.block.sheet.separator:
            sheets.setdefault(table.block.sheet, []).append(table)
    return tuple(
        Shareable(sheet.file, sheet.name, _areas(sheet, on_it, headings, settings.organisation))
        for sheet, on_it in sheets.items()
    )


def _areas(
    sheet: Sheet, tables: Sequence[SortedRows], headings: Headings, organisation: OwnOrganisation
) -> tuple[Area, ...]:
    runs = {run for table in tables for run in (*_headings(table, headings), *_entries(table))}
    known = _words_of_titles(sheet, organisation, headings.tables)
    runs |= {(column, row, row + 1) for table in tables for row, column in _titles_above(table.block, known)}
    return tuple(Area(column + 1, first + 1, end) for column, first, end in _joined(runs))


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Return runs in order, those that touch as one."""
    joined: list[_Run] = []
    for column, first, end in sorted(runs):
        if joined and joined[-1][0] == column and first <= joined[-1][2]:
            column, first, end = column, joined[-1][1], max(end, joined.pop()[2])
        joined.append((column, first, end))
    return joined


def _entries(table: SortedRows) -> Iterator[_Run]:
    """Yield the cells below the headings: columns that are read and name nobody, in rows of the list."""
    block = table.block
    notes = {row - 1 for row in table.notes}
    hidden = table.may_be_names | _merged_with_others(block, table.nameless)
    for place in table.nameless:
        first = block.header + 1
        for row in sorted(notes | {row for row, column in hidden if column == place}):
            if first < row:
                yield place, first, row
            first = row + 1
        if first < block.end:
            yield place, first, block.end


def _merged_with_others(block: Block, nameless: Collection[int]) -> set[_Cell]:
    """Return the cells that are merged with cells of columns that may be about people."""
    return {
        (merged.top, merged.left)
        for merged in block.sheet.merged
        if block.header < merged.top < block.end
        and any(place not in nameless for place in range(merged.left, merged.right + 1))
    }


def _headings(table: SortedRows, headings: Headings) -> Iterator[_Run]:
    """Yield the headings of a table.

    Of a column that may be about people only known words are shown in the lower of two rows: where a header is merged,
    the first row of words below it is easily taken for a part of it, and its cells would be names. What an empty column
    parts from the table need be no heading at all.
    """
    block = table.block
    beside = columns_beside(block)
    headed = {heading.place for heading in (*block.headings, *block.doubles)}
    for place in headed.union(one.place for one in block.spread):
        for row in range(block.top, block.header + 1):
            surely = place in table.nameless or (row == block.top and place not in beside)
            if surely or _is_heading(block.sheet.rows[row][place], headings):
                yield place, row, row + 1


def _is_heading(cell: Cell, headings: Headings) -> bool:
    return isinstance(cell, str) and (headings.is_known(cell) or is_personal(cell))


def _titles_above(block: Block, known: Collection[str]) -> Iterator[_Cell]:
    """Yield the texts above a table that stand alone in their row and are nothing but a title."""
    for position in range(max(block.top - TITLE_WITHIN, 0), block.top):
        filled = [(place, cell) for place, cell in enumerate(block.sheet.rows[position]) if holds(cell)]
        place, cell = filled[0] if len(filled) == 1 else (0, None)
        if isinstance(cell, str) and _is_title(cell, known):
            yield position, place


def _is_title(text: str, known: Collection[str]) -> bool:
    """Tell whether a text says only how a list is called and of when it is: „Treffen im Jahr 2017“."""
    return all(_NUMBER.fullmatch(word) or heading_key(word) in known for word in _words((text,)))


_NUMBER = re.compile(r"(?:19|20)\d\d|\d")  # a year, „2. Halbjahr“
_FILLERS = frozenset(
    ("liste", "übersicht", "tabelle", "stand", "jahr", "jahre", "halbjahr", "quartal", "unsere", "alle", "und", "der",
     "die", "das", "des", "den", "im", "in", "vom", "von", "bis", "für", "am", "zum", "zur")
)  # fmt: skip


def _words_of_titles(sheet: Sheet, organisation: OwnOrganisation, tables: TableSchemas) -> frozenset[str]:
    """Return the words, as `heading_key` says them, that name no person who is not named by the file anyway."""
    names = (word for table in tables.values() for word in (table.title, *table.names))
    own = (sheet.name, sheet.file, organisation.name, organisation.kurz)
    return frozenset(map(heading_key, (*_words(own), *_words(names), *_FILLERS, *TYPED_MONTHS)))


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"\d+|[^\W\d_]+", text)]
