"""Where tables stand on a sheet, which table each is, and which heading means what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath

from ...base.names import name_of_list
from ...base.schema import TableSchema, TableSchemas
from ...base.settings import Settings
from ..sheets import Cell, Sheet, holds
from .blocks import Block, PartialMatch
from .candidates import settled
from .compounds import names_one_of
from .header_rows import further_tables, readings, side_by_side, texts_of
from .headings import Headings, Match, Texts, heading_key, ways_of
from .likeness import likeness
from .promises import marking, promises
from .recognition import (
    file_is_named,
    has_own_name,
    is_named,
    is_named_otherwise,
    is_promised,
    sheet_is_named,
    sounds_like,
    wants_to_be,
)
from .rejection import rejection_reason
from .wide_columns import wide_columns_at

TITLE_WITHIN = 10  # rows above a header within which a title is looked for
_AT_THE_TOP = 40  # filled rows from the top in which any row may be a header; below them it takes two known headings
_MOST_TRIES = 200  # rows with words of headings that are tried as a header on one sheet; others hold them as entries


class Layout:
    """Finds tables on sheets; knows the headings of one association."""

    def __init__(self, settings: Settings, tables: TableSchemas) -> None:
        self.tables = tables
        self.headings = Headings(settings, tables)
        meanings = (known for t in tables.values() for known in self.headings.meanings_of(t).items())
        self._dates = frozenset(
            key for key, columns in meanings if any(column.name == "datum" for column, _ in columns)
        )
        self._told = {key.casefold(): heading_key(table) for key, table in settings.tabellen.items()}
        self._forced = {name: table.name for table in tables.values() for name in table.sheets}
        self._open = tuple(table for table in tables.values() if not table.promised)
        self._promised = tuple(table for table in tables.values() if table.promised)
        self._marks: dict[str, list[str]] = {}
        for table in self._promised:
            for mark in table.marks:
                self._marks.setdefault(heading_key(mark), []).append(table.name)

    def tables_on(self, sheet: Sheet) -> tuple[tuple[Block, ...], PartialMatch | None]:
        """Return the tables on a sheet from top to bottom, left to right, or else what it nearly is."""
        told = self._told_of(sheet)
        if told == "umfrage":
            return (), None
        for position in self._may_be_first_headers(sheet):
            if blocks := self._header_at(sheet, position) or self._spread_at(sheet, position):
                if _sounds_like_survey(sheet) and not any(b.is_plain or is_named(b.table, sheet) for b in blocks):
                    return (), None
                blocks_below = self._with_those_below(sheet, blocks)
                if told in self.tables and all(block.table.name != told for block in blocks_below):
                    break  # the settings want another table
                return tuple(map(settled, blocks_below)), None
        if told in self.tables and not (has_own_name(sheet) and told == self._forced_by_file(sheet)):
            return (), self._told_but_not_there(sheet, told)
        return (), self._doubtful(sheet) or self._near(sheet)

    def _may_be_first_headers(self, sheet: Sheet) -> Iterator[int]:
        """Yield the rows near the top, and further down those in which two headings stand word for word."""
        yield from sheet.filled_rows[:_AT_THE_TOP]
        deep = (position for position in sheet.filled_rows[_AT_THE_TOP:] if self._has_words(sheet.rows[position]))
        yield from islice(deep, _MOST_TRIES)

    def _told_but_not_there(self, sheet: Sheet, told: str) -> PartialMatch | None:
        """Return what the table lacks that the settings say a sheet is."""
        rows = sheet.filled_rows[:_AT_THE_TOP]
        found = [
            (position, self.headings.match(self.tables[told], texts_of(sheet.rows[position]))) for position in rows
        ]
        if not found:
            return None
        position, match = max(found, key=lambda one: (one[1].fit, -one[0]))
        return PartialMatch(sheet, match.table, position, match.missing, match.headings, sure=True)

    def _with_those_below(self, sheet: Sheet, blocks: list[Block]) -> tuple[Block, ...]:
        """Return the first tables of a sheet and those that begin below them; one ends where the next begins."""
        ended: list[Block] = []
        beside = 0
        for position in sheet.filled_rows:
            for block in blocks:
                if position > block.header and self._may_be_header(block, sheet.rows[position]):
                    again = self._header_at(sheet, position, block.left, block.right)
                    if again:
                        ended.append(replace(block, end=position))
                        blocks = [*(other for other in blocks if other is not block), *again]
                        break
            else:
                if beside < _MOST_TRIES and self._may_begin_beside(sheet, position, blocks):
                    blocks = self._with_those_beside(sheet, position, blocks)
                    beside += 1
        return tuple(sorted((*ended, *blocks), key=lambda block: (block.top, block.left)))

    def _may_begin_beside(self, sheet: Sheet, position: int, blocks: Sequence[Block]) -> bool:
        return position > blocks[0].header and self._has_words(sheet.rows[position][_beyond(blocks) :])

    def _with_those_beside(self, sheet: Sheet, position: int, blocks: list[Block]) -> list[Block]:
        """Return the tables and those that begin in a row below, to the right of all their columns."""
        beyond = _beyond(blocks)
        found = self._header_at(sheet, position, beyond, len(sheet.rows[position]))
        if not found:
            return blocks
        first, *others = found
        left = min(first.places.values())
        above = (row[left:] for block in blocks for row in sheet.rows[block.top : position])
        if any(holds(cell) for cells in above for cell in cells):
            return [*blocks, *found]  # what stands above the new table belongs to the old one
        cut = (replace(block, right=min(block.right, left)) for block in blocks)
        headings = tuple(heading for heading in first.headings if heading.place >= left)
        return [*cut, replace(first, left=left, headings=headings), *others]

    def _has_words(self, row: Sequence[Cell]) -> bool:
        """Tell whether two headings stand in a row word for word."""
        words = self.headings.words
        return sum(isinstance(cell, str) and cell.strip().lower() in words for cell in row) > 1

    def _may_be_header(self, block: Block, row: Sequence[Cell]) -> bool:
        """Tell whether a row below a header may be another one, at a glance."""
        known = (heading.place for heading in block.headings if heading.column is not None)
        return any(map(self._is_known, (row[place] for place in islice(known, 2)))) and (
            sum(map(self._is_known, row[block.left : block.right])) > 1
        )

    def _is_known(self, cell: Cell) -> bool:
        return isinstance(cell, str) and len(cell) < 50 and not cell[0].isdigit() and self.headings.is_known(cell)

    def _header_at(self, sheet: Sheet, position: int, left: int = 0, right: int | None = None) -> list[Block]:
        """Return the blocks whose header begins in a row; none if it is no header."""
        right = len(sheet.rows[position]) if right is None else right
        for texts, header in readings(sheet, position):
            texts = {place: words for place, words in texts.items() if left <= place < right}
            if len(texts) < 2 and len(sheet.filled_rows) > 1 and not self._is_named(sheet):
                continue
            if header > position and self._is_header_alone(sheet, header, texts):
                continue  # the upper row is a title
            parts, strangers = self._parts(sheet, position, header, texts)
            begins = sorted(min(part) for part in (*parts, *strangers) if part)
            blocks = []
            for part in parts:
                chosen = self._choose(sheet, part, position)
                if chosen is None:
                    continue
                match, others, decided_by = chosen
                start = left if begins[:1] == [min(part)] else min(part)
                end = next((place for place in begins if place > min(part)), right)
                blocks.append(
                    Block(sheet, match.table, position, header, len(sheet.rows), start, end, match.headings,
                          match.doubles, others, decided_by)
                )  # fmt: skip
            if blocks:
                blocks[0] = replace(blocks[0], strangers=strangers)
                return blocks
        return []

    def _parts(self, sheet: Sheet, top: int, header: int, texts: Texts) -> tuple[list[Texts], tuple[Texts, ...]]:
        """Return the headings of the tables side by side, and those of tables with days that are none of ours."""
        parts_of = {
            place: [part for words in texts[place] for part in ways_of(words).values()] for place in sorted(texts)
        }
        dates = [place for place, ways in parts_of.items() if any(names_one_of(part, self._dates) for part in ways)]
        begins, unsure = further_tables(sheet, header, texts, dates) if len(dates) > 1 else ({}, set[int]())
        while True:
            parts = side_by_side(texts, begins)
            tables: list[Texts] = [part for part in parts if self._choose(sheet, part, top)]
            lost = [part for part in parts if part not in tables]
            wrong = [place for place in unsure for part in lost if place in begins and place in part]
            if not wrong:
                break
            begins = {place: day for place, day in begins.items() if place not in wrong}
        if not begins:
            return (tables if len(tables) > 1 else [texts]), ()
        days = {dates[0], *begins.values()}
        return tables, tuple(part for part in lost if days.intersection(part))

    def _spread_at(self, sheet: Sheet, position: int) -> list[Block]:
        """Return the block of values side by side whose header is a row; none if it is no such header."""
        row = sheet.rows[position]
        for table in (table for table in self.tables.values() if table.wide):
            promised = is_named(table, sheet) or self._told_of(sheet) == table.name
            found = wide_columns_at(table, sheet, position, texts_of(row), self.headings, promised)
            if found is not None and (self._told_of(sheet) or not is_named_otherwise(sheet)):
                match, spread = found
                return [
                    Block(sheet, table, position, position, len(sheet.rows), 0, len(row), match.headings,
                          match.doubles, spread=spread)
                ]  # fmt: skip
        return []

    def _is_header_alone(self, sheet: Sheet, position: int, texts: Texts) -> bool:
        """Tell whether a row is as good a header without the row above it."""
        alone = self._choose(sheet, texts_of(sheet.rows[position]), position)
        together = self._choose(sheet, texts, position)
        return alone is not None and together is not None and alone[0].fit >= together[0].fit

    def _told_of(self, sheet: Sheet) -> str:
        """Return which table staff say that a sheet is: in the settings, or by a list that is called like it."""
        told = self._told.get(sheet.place, "")
        if told or not self._forced:
            return told
        return self._forced.get(name_of_list(sheet.name), "") or self._forced_by_file(sheet)

    def _forced_by_file(self, sheet: Sheet) -> str:
        """Return the list that a file is called like, unless the sheet's own name promises another."""
        forced = self._forced.get(name_of_list(PurePosixPath(sheet.file).stem), "")
        others = (table for table in self.tables.values() if table.name != forced)
        return "" if forced and has_own_name(sheet) and any(sheet_is_named(t, sheet) for t in others) else forced

    def _tables_for(self, sheet: Sheet, texts: Texts) -> tuple[TableSchema, ...]:
        """Return the tables that headings on a sheet may make: those that nothing promises are none of them."""
        told, marked = self._told_of(sheet), marking(self._marks, texts)
        promised = (t for t in self._promised if t.name == told or t.name in marked or is_promised(t, sheet))
        return (*self._open, *promised)

    def _is_named(self, sheet: Sheet) -> bool:
        return any(is_named(table, sheet) for table in self._open) or bool(self._told_of(sheet))

    def _choose(self, sheet: Sheet, texts: Texts, top: int) -> tuple[Match, tuple[TableSchema, ...], str] | None:
        """Return the table that headings make, the others they could make, and what decided."""
        matches = [self.headings.match(table, texts) for table in self._tables_for(sheet, texts)]
        told = self._told_of(sheet)
        possible = [
            m for m in matches if m.complete and (m.telling or is_named(m.table, sheet) or m.table.name == told)
        ]
        possible = [m for m in possible if not self._doubt(sheet, m, texts, top)]
        if not possible:
            return None
        title = _title_above(sheet, top) if len(possible) > 1 else ""
        most = max(len(match.names) for match in possible)
        near = {match.table.name for match in possible if len(match.names) + 1 >= most}
        marked = marking(self._marks, texts) & near  # one heading does not outweigh several
        file, exact = PurePosixPath(sheet.file).stem, any(match.table.promised for match in possible)
        ways: tuple[tuple[str, Callable[[TableSchema], bool]], ...] = (
            ("„bericht.toml“", lambda table: table.name == told),
            ("der Name des Blattes", lambda table: exact and promises(table, sheet.name)),
            ("der Name des Blattes", lambda table: sheet_is_named(table, sheet)),
            ("eine Überschrift", lambda table: table.name in marked),
            ("der Name der Datei", lambda table: exact and promises(table, file)),
            ("der Name der Datei", lambda table: file_is_named(table, sheet)),
            ("die Zeile über der Tabelle", lambda table: sounds_like(table, title)),
        )
        left, decided_by = possible, ""
        for way, speaks_for in ways:
            fewer = [match for match in left if speaks_for(match.table)]
            if fewer and len(fewer) < len(left):
                left, decided_by = fewer, decided_by or way
        best = max(left, key=lambda match: match.fit)
        undecided = sum(match.fit == best.fit for match in left) > 1
        others = tuple(m.table for m in possible if m is not best and m.fit >= best.fit)
        return best, others, "" if undecided else decided_by

    def _doubt(self, sheet: Sheet, match: Match, texts: Texts, top: int) -> str:
        if self._told_of(sheet) == match.table.name:
            return ""
        return rejection_reason(sheet, match, texts, _title_above(sheet, top))

    def _doubtful(self, sheet: Sheet) -> PartialMatch | None:
        """Return the table that a sheet could be, and why it is not read as one."""
        if is_named_otherwise(sheet):
            return None
        for position in sheet.filled_rows[:_AT_THE_TOP]:
            texts = texts_of(sheet.rows[position])
            for table in self._open:
                match = self.headings.match(table, texts)
                if match.complete and match.telling and (reason := self._doubt(sheet, match, texts, position)):
                    return PartialMatch(sheet, table, position, (), match.headings, doubt=reason)
        return None

    def _near(self, sheet: Sheet) -> PartialMatch | None:
        """Return what a sheet without a table comes nearest to; a sheet that is named like a table wants to be it."""
        rows = ((position, texts_of(sheet.rows[position])) for position in sheet.filled_rows[:_AT_THE_TOP])
        matches = ((i, self.headings.match(table, texts)) for i, texts in rows for table in self._open)
        found = [(i, match) for i, match in matches if match.names and not match.complete]
        if not found:
            return None
        position, match = max(
            found, key=lambda one: (wants_to_be(one[1].table, sheet), len(one[1].names), one[1].telling)
        )
        like = likeness(sheet, match)
        if like == "none":
            return None
        return PartialMatch(sheet, match.table, position, match.missing, match.headings, sure=like == "sure")


def _beyond(blocks: Sequence[Block]) -> int:
    """Return the first position to the right of all columns that are read."""
    return 1 + max(place for block in blocks for place in block.places.values())


def _title_above(sheet: Sheet, top: int) -> str:
    """Return the nearest text above a row that stands alone in its row."""
    for row in reversed(sheet.rows[max(top - TITLE_WITHIN, 0) : top]):
        cells = [cell for cell in row if holds(cell)]
        if len(cells) == 1 and isinstance(cells[0], str):
            return cells[0]
    return ""


_SURVEY = re.compile(r"(?i)umfrage|befragung|fragebogen|feedback|antwort|survey|evaluation|rückmeldung")


def _sounds_like_survey(sheet: Sheet) -> bool:
    return _SURVEY.search(f"{sheet.name} {PurePosixPath(sheet.file).stem}") is not None
