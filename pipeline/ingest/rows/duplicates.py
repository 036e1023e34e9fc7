"""What stands twice: rows, whole sheets and files, and copies that were edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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

    def titles(self) -> Iterator[tuple[BlockRow, tuple[date, str]]]:
        """Yield the rows that say what they are about, with their day and each of their titles."""
        columns = [one.name for one in self.table.columns if one.names_entry or one.kind == "themen"]
        kinds = [one.name for one in self.table.columns if one.kind == "art"]
        for number, block in enumerate(self.blocks):
            for record in block.records:
                title = _texts(record, columns) or _texts(record, kinds)
                yield from (((number, record.row), (record.values["datum"], text)) for text in title)

    @property
    def table(self) -> TableSchema:
        return self.blocks[0].block.table

    @property
    def columns(self) -> set[str]:
        return set().union(*(block.block.places for block in self.blocks))

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


def _texts(record: Record, columns: Iterable[str]) -> set[str]:
    """Return what stands in some columns, letters and digits only."""
    values = (record.values.get(name) or () for name in columns)
    texts = (text for value in values for text in (value if isinstance(value, tuple) else (value,)))
    return {"".join(filter(str.isalnum, text.casefold())) for text in texts} - {""}


def set_twins_aside(found: Sequence[SortedRows]) -> tuple[Problem, ...]:
    """Set aside, in place, what a sheet repeats of another; say so."""
    problems: list[Problem] = []
    by_table: dict[str, dict[tuple[str, str], _SheetRows]] = {}
    for one in found:
        sheet = one.block.sheet
        sheets = by_table.setdefault(one.block.table.name, {})
        sheets.setdefault((sheet.file, sheet.name), _SheetRows(sheet, [])).blocks.append(one)
    for by_name in by_table.values():
        sheets_of_table = list(by_name.values())
        sheets_with = Counter(content for one in sheets_of_table for content in set(one.content.values()))
        for number, later in enumerate(sheets_of_table):
            problems += _compare_with_all(sheets_of_table[:number], later, sheets_with)
    problems += _one_list_in_two([one for by_name in by_table.values() for one in by_name.values()])
    for by_name in by_table.values():
        for rows in by_name.values():
            problems += _equal_within(rows, not rows.table.repeats)
    return tuple(problems)


def _compare_with_all(
    others: Sequence[_SheetRows], later: _SheetRows, sheets_with: Mapping[RowContent, int]
) -> list[Problem]:
    """Return what is said of a sheet that is compared with all before it; one thing if they repeat all of it."""
    told: list[Problem] = []
    repeated: list[Sheet] = []
    rows = _rows_of(later.content)
    for earlier in others:
        before = len(later.content)
        told += _compare(earlier, later, sheets_with)
        if len(later.content) < before:
            repeated.append(earlier.sheet)
    if later.content or len(repeated) < 2 or blocks(told):
        return told
    where = "; ".join(place_of(*sheets) for _, sheets in groupby(repeated, key=lambda sheet: sheet.file))
    return [problem_at("blatt-enthalten", later.sheet, rows[0] - 1, twin=where, rows=rows_in_words(rows))]


def _compare(earlier: _SheetRows, later: _SheetRows, sheets_with: Mapping[RowContent, int]) -> Iterator[Problem]:
    """Yield what is said of two sheets of one table; rows that stand in other sheets, too, make no difference."""
    ours, theirs, by_row = later.content, earlier.content, not later.table.repeats
    known: dict[RowContent, list[BlockRow]] = {}
    for place, content in theirs.items():
        known.setdefault(content, []).append(place)
    twins = {place: known[content].pop(0) for place, content in ours.items() if known.get(content)}
    identical = len(twins) == len(ours) == len(theirs)
    if not twins:
        return
    where, rows = place_of(earlier.sheet), _rows_of(twins)
    both = {"rows": rows_in_words(rows), "twin_rows": rows_in_words(_rows_of(twins.values()))}
    if _is_edited_copy(len(twins), len(ours), len(theirs)):
        here = _different(ours, twins.keys(), sheets_with)
        years = {_year(ours[place]) for place in ours if place[1] in here}
        there = _different(theirs, set(twins.values()), sheets_with, years)
        same_file = earlier.sheet.file == later.sheet.file
        yield problem_at(
            "blatt-abweichende-kopie", later.sheet, min(here) - 1, twin=where, same=len(twins),
            rows=rows_in_words(here), twin_rows=rows_in_words(there),
            way="löschen Sie das andere Blatt oder blenden Sie es aus" if same_file
            else "legen Sie die andere in den Ordner „archiv“ oder löschen Sie sie",
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


def _one_list_in_two(sheets: Sequence[_SheetRows]) -> Iterator[Problem]:
    """Yield which sheets hold entries of one day and title in other columns, or as meetings here and events there."""
    dated = [one for one in sheets if "datum" in one.columns and not one.table.repeats]
    known: dict[tuple[date, str], list[tuple[_SheetRows, BlockRow]]] = {}
    for later in dated if len({(one.table.name, frozenset(one.columns)) for one in dated}) > 1 else ():
        pairs: dict[int, list[tuple[_SheetRows, BlockRow, BlockRow, str]]] = {}
        titles = list(later.titles())
        for place, title in titles:
            for earlier, twin in known.get(title, ())[:_MOST_TWINS]:
                if _may_be_one_list(earlier, later):
                    pairs.setdefault(id(earlier), []).append((earlier, twin, place, title[1]))
        for place, title in titles:
            known.setdefault(title, []).append((later, place))
        for same in pairs.values():
            yield from _count_once(same[0][0], later, [pair[1:] for pair in same])


def _may_be_one_list(one: _SheetRows, other: _SheetRows) -> bool:
    if one.table.name == other.table.name:
        return one.columns != other.columns
    return one.table.occasions and other.table.occasions


def _count_once(
    earlier: _SheetRows, later: _SheetRows, pairs: Iterable[tuple[BlockRow, BlockRow, str]]
) -> Iterator[Problem]:
    """Yield what is said of two sheets whose rows are pairs of one day and title.

    If they are most of one, the sheet with less loses them, in place; unless nearly all have one title („Sitzung“),
    which may be of different groups.
    """
    in_table = earlier.table.name == later.table.name
    sizes = [len(one.columns) if in_table else len(one.content) for one in (earlier, later)]
    swapped = sizes[0] < sizes[1]
    poor, rich = (earlier, later) if swapped else (later, earlier)
    titles = {
        twin if swapped else place: title
        for twin, place, title in pairs
        if twin in earlier.content and place in later.content
    }
    most = len(titles) >= _FEWEST_TWINS and len(titles) * 2 > min(len(poor.content), len(rich.content))
    if not titles or (in_table and not most):
        return
    once = most and len(set(titles.values())) * 2 > len(titles)
    code = _OF_TWINS[in_table, once]
    yield problem_at(
        code, poor.sheet, None if in_table else min(_rows_of(titles)) - 1, twin=place_of(rich.sheet),
        same=f"{len(titles)} Zeilen", rows=rows_in_words(_rows_of(titles)), table=poor.table.title,
        twin_table=rich.table.title,
    )  # fmt: skip
    if once:
        poor.drop(set(titles))


_OF_TWINS = {  # (in one table, the rows count once) -> what is said
    (True, True): "blatt-aehnlich-einmal",
    (True, False): "blatt-aehnlich",
    (False, True): "zeilen-andere-tabelle-einmal",
    (False, False): "zeilen-andere-tabelle",
}
_FEWEST_TWINS = 2  # one entry on one day may well be two things
_MOST_TWINS = 20  # of one day and title on one sheet; more are no pairs any more


def _different(
    content: Mapping[BlockRow, RowContent],
    same: Collection[BlockRow],
    known: Mapping[RowContent, int],
    years: Collection[int] = (),
) -> list[int]:
    """Return the rows that only one sheet has, those of some years if there are any; else all but the `same`."""
    rest = content.keys() - same
    alone = {place for place in rest if known[content[place]] < 2}
    return _rows_of({place for place in alone if _year(content[place]) in years} or alone or rest)


def _year(content: RowContent) -> int:
    """Return the year of a row, 0 where it has no date."""
    days = (value for record in content for name, value in record if name == "datum" and isinstance(value, date))
    return max((day.year for day in days), default=0)


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
    equal = [_rows_of(places) for places in by_content.values() if len(places) > 1]
    if equal:
        named = "; ".join(rows_in_words(rows) for rows in equal[:_MOST_EQUAL])
        more = f"; {len(equal) - _MOST_EQUAL} weitere Male" if len(equal) > _MOST_EQUAL else ""
        yield problem_at("zeilen-gleich", rows.sheet, equal[0][1] - 1, rows=f"{named}{more}")


_MOST_EQUAL = 12  # so many groups of equal rows are named
