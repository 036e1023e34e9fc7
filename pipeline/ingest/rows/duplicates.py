"""What stands twice: rows, whole sheets and files, and copies that were edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ...base.problems import Problem, blocks
from ...base.records import Count
from ...base.schema import TableSchema
from ..messages import place_of, problem_at, rows_in_words
from ..sheets import Sheet
from .record import Record
from .sorting import SortedRows

_FEW = 3  # so many rows that stand twice are named one by one
_BLANK = ("", None, ())

BlockRow = tuple[int, int]  # number of the block on the sheet, row
RowContent = tuple[frozenset[tuple[str, object]], ...]


@dataclass
class _SheetRows:
    """All rows of one table on one sheet, with the records that each became."""

    sheet: Sheet
    blocks: list[SortedRows]

    @cached_property
    def content(self) -> dict[BlockRow, RowContent]:
        found: dict[BlockRow, list[frozenset[tuple[str, object]]]] = {}
        for number, block in enumerate(self.blocks):
            for record in block.records:
                found.setdefault((number, record.row), []).append(_content(record))
        return {place: tuple(records) for place, records in found.items()}

    @property
    def table(self) -> TableSchema:
        return self.blocks[0].block.table

    @property
    def columns(self) -> set[str]:
        return set().union(*(block.block.places for block in self.blocks))

    def only(self, columns: set[str]) -> dict[BlockRow, RowContent]:
        """Return the content of the rows reduced to some columns."""
        kept = columns | {"genau"}
        return {
            place: tuple(frozenset(pair for pair in record if pair[0] in kept) for record in records)
            for place, records in self.content.items()
        }

    def drop(self, places: set[BlockRow]) -> None:
        """Set rows aside."""
        for place in places:
            del self.content[place]
        for number, block in enumerate(self.blocks):
            rows = {row for of, row in places if of == number}
            if rows:
                block.set_aside += sorted(rows)
                block.used = [row for row in block.used if row not in rows]
                block.records = [record for record in block.records if record.row not in rows]


def _content(record: Record) -> frozenset[tuple[str, object]]:
    """Return what makes two records equal; columns left blank count like columns that are not there."""
    said = {name: value for name, value in record.values.items() if value not in _BLANK}
    said |= {"who": record.who} if record.who else {}
    count = said.get("teilnehmerzahl")
    if isinstance(count, Count):
        said["teilnehmerzahl"] = (count.kind, count.low, count.high)  # „ca.20“ is „ca. 20“
    return frozenset(said.items())


def set_twins_aside(found: Sequence[SortedRows]) -> tuple[Problem, ...]:
    """Set aside, in place, what a sheet repeats of an earlier one of the same table; say so."""
    problems: list[Problem] = []
    by_table: dict[str, dict[tuple[str, str], _SheetRows]] = {}
    for one in found:
        sheet = one.block.sheet
        sheets = by_table.setdefault(one.block.table.name, {})
        sheets.setdefault((sheet.file, sheet.name), _SheetRows(sheet, [])).blocks.append(one)
    for by_name in by_table.values():
        sheets_of_table = list(by_name.values())
        for number, later in enumerate(sheets_of_table):
            problems += _compare_with_all(sheets_of_table[:number], later, not later.table.repeats)
        for rows in sheets_of_table:
            problems += _equal_within(rows, not rows.table.repeats)
    return tuple(problems)


def _compare_with_all(others: Sequence[_SheetRows], later: _SheetRows, by_row: bool) -> list[Problem]:
    """Return what is said of a sheet that is compared with all before it; one thing if they repeat all of it."""
    told: list[Problem] = []
    repeated: list[Sheet] = []
    rows = _rows_of(later.content)
    for earlier in others:
        before = len(later.content)
        told += _compare(earlier, later, by_row)
        if len(later.content) < before:
            repeated.append(earlier.sheet)
    if later.content or len(repeated) < 2 or blocks(told):
        return told
    where = "; ".join(place_of(*sheets) for _, sheets in groupby(repeated, key=lambda sheet: sheet.file))
    return [problem_at("blatt-enthalten", later.sheet, rows[0] - 1, twin=where, rows=rows_in_words(rows))]


def _compare(earlier: _SheetRows, later: _SheetRows, by_row: bool) -> Iterator[Problem]:
    ours, theirs = later.content, earlier.content
    known: dict[RowContent, list[BlockRow]] = {}
    for place, content in theirs.items():
        known.setdefault(content, []).append(place)
    twins = {place: known[content].pop(0) for place, content in ours.items() if known.get(content)}
    identical = len(twins) == len(ours) == len(theirs)
    if by_row and len(twins) * 2 <= min(len(ours), len(theirs)):
        yield from _alike(earlier, later)
    if not twins:
        return
    where, rows = place_of(earlier.sheet), _rows_of(twins)
    both = {"rows": rows_in_words(rows), "twin_rows": rows_in_words(_rows_of(twins.values()))}
    if _is_edited_copy(len(twins), len(ours), len(theirs)):
        yield problem_at(
            "blatt-abweichende-kopie", later.sheet, min(_rows_of(set(ours) - set(twins))) - 1,
            twin=where, same=len(twins), rows=rows_in_words(_rows_of(set(ours) - set(twins))),
            twin_rows=rows_in_words(_rows_of(set(theirs) - set(twins.values()))),
        )  # fmt: skip
    elif not (by_row or identical):
        if len(twins) in (len(ours), len(theirs)) and len(twins) > 1:
            yield problem_at("zeilen-wieder", later.sheet, min(rows) - 1, None, None, twin=where, **both)
        return
    elif len(twins) == len(ours) > 1:
        code = "blatt-doppelt" if identical else "blatt-enthalten"
        yield problem_at(code, later.sheet, min(rows) - 1, twin=where, rows=rows_in_words(rows))
    elif len(twins) > _FEW:
        yield problem_at("zeilen-doppelt", later.sheet, min(rows) - 1, None, None, twin=where, **both)
    else:
        for (_, row), (_, twin) in sorted(twins.items()):
            yield problem_at("zeile-doppelt", later.sheet, row - 1, twin=f"{where}, Zeile {twin}")
    later.drop(set(twins))


def _alike(earlier: _SheetRows, later: _SheetRows) -> Iterator[Problem]:
    """Yield that most rows of one sheet agree with rows of the other in the columns that both have, if they do."""
    shared = earlier.columns & later.columns
    telling = {column.name for column in later.table.columns if column.names_entry}
    if earlier.columns == later.columns or not ("datum" in shared and shared & telling):
        return
    ours, theirs = later.only(shared), set(earlier.only(shared).values())
    same = {place for place, content in ours.items() if content in theirs}
    if same and len(same) * 2 > min(len(ours), len(theirs)):
        rows = rows_in_words(_rows_of(same))
        yield problem_at(
            "blatt-aehnlich", later.sheet, twin=place_of(earlier.sheet), same=_so_many(len(same)), rows=rows
        )


def _is_edited_copy(same: int, ours: int, theirs: int) -> bool:
    """Tell whether sheets share over half their rows, or one nearly all of its own, but neither contains the other."""
    if same < 2 or same in (ours, theirs):
        return False
    return same * 2 > max(ours, theirs) or (same > _FEW and same * 5 >= min(ours, theirs) * 4)


def _rows_of(places: Iterable[BlockRow]) -> list[int]:
    return sorted(row for _, row in places)


def _equal_within(rows: _SheetRows, by_row: bool) -> Iterator[Problem]:
    """Yield which rows of a sheet are equal; in a list of people only those that name somebody."""
    by_content: dict[RowContent, list[BlockRow]] = {}
    for place, content in rows.content.items():
        if by_row or any(name == "who" for record in content for name, _ in record):
            by_content.setdefault(content, []).append(place)
    for places in by_content.values():
        if len(places) > 1:
            equal = _rows_of(places)
            yield problem_at("zeilen-gleich", rows.sheet, equal[1] - 1, rows=rows_in_words(equal))


def _so_many(rows: int) -> str:
    return "einer Zeile" if rows == 1 else f"{rows} Zeilen"
