"""The data rows of a table on a sheet -> records, each row used or set aside with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from ..problems import Problem
from ..settings import Settings
from .context import context_of, years_of
from .counts import read_count
from .dates import MONTHS, Context, Dates, Span, read_dates
from .headings import heading_key
from .layout import Block
from .lists import split_themes
from .persons import ways_to_say, without_people_in_name
from .records import Count
from .remarks import is_hour, is_total, says_cancelled
from .schema import EXAMPLES, Column
from .sheets import Cell, Row, as_typed, holds
from .telling import has_personal_data, rows_in_words, tell, without_personal_data
from .values import LISTS, READERS, WORDS, engagement, line

Values = dict[str, Any]


@dataclass
class Record:
    """One record to be: which row it came from (as Excel counts it) and its values; lists are still text.

    `who` is a digest of the person's name: it tells records apart and goes no further.
    """

    file: str
    sheet: str
    row: int
    values: Values
    who: bytes = b""


@dataclass
class Sorted:
    """The rows of one block (as Excel counts them): what became records, which were used, which were set aside."""

    block: Block
    records: list[Record] = field(default_factory=list)
    used: list[int] = field(default_factory=list)
    set_aside: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    people: frozenset[str] = frozenset()  # by `ways_to_say`; known only while files are read


def sort_rows(block: Block, settings: Settings) -> Sorted:
    """Return the records of a block and what was said about its rows."""
    return _Sorting(block, settings).run()


class _Sorting:
    """One pass through the rows of a block; positions count from 0."""

    def __init__(self, block: Block, settings: Settings) -> None:
        self.block, self.sheet, self.table = block, block.sheet, block.table
        self.places = dict(block.places)
        self.context, self.years = context_of(block, settings), years_of(block)
        meant = (*block.headings, *block.doubles)
        self._names = [h.place for h in meant if h.column is not None and h.column.kind == "person"]
        self.result = Sorted(block, people=frozenset(self._people()))
        self._headings = {h.column.name: " ".join(h.typed.split()) for h in block.headings if h.column is not None}
        self._drop_names_instead_of_numbers()
        self._columns = [
            (column, self.places[column.name])
            for column in self.table.columns
            if column.name in self.places and column.kind not in ("datum", "bis")
        ]
        self._covered = _covered(block)
        self._broken = {row for row, column in self.sheet.faults if block.left <= column < block.right}
        self._example = {name: as_typed(cell) for name, cell in EXAMPLES[self.table.name].items() if holds(cell)}
        self._misfits: dict[int, list[int]] = {}

    def run(self) -> Sorted:
        for position in range(self.block.header + 1, self.block.end):
            row = self.sheet.rows[position][self.block.left : self.block.right]
            if any(map(holds, row)) or position in self._broken:
                self._sort(position, row)
        self._tell_of_faults()
        for year, positions in self._misfits.items():
            rows = rows_in_words(position + 1 for position in positions)
            self._tell("jahr-passt-nicht", positions[0], "datum", str(year), year=year, rows=rows)
        return self.result

    # --- what a row is --------------------------------------------------------------------------------

    def _sort(self, position: int, row: Row) -> None:
        reason = self._reason_at_sight(position, row)
        if reason:
            self._put_aside(reason, position, value=self._shown(row))
        elif self._continues(position):
            self._join(position)
        else:
            cells = {name: self._cell(position, place) for name, place in self.places.items()}
            sort = self._sort_dated if "datum" in self.places else self._sort_plain
            sort(position, row, cells)

    def _reason_at_sight(self, position: int, row: Row) -> str:
        """Return the code of the reason why a row is no record, judged by its words alone; "" if there is none."""
        first = next((cell for cell in row if holds(cell)), None)
        if isinstance(first, str):
            if is_total(first):
                return "zeile-summe"
            if self._is_example(position):
                return "zeile-beispiel"
        elif first is not None and self._is_example(position):
            return "zeile-beispiel"
        if "datum" in self.places and says_cancelled(cell for cell in row if isinstance(cell, str)):
            return "zeile-abgesagt"
        return ""

    def _shown(self, row: Row) -> str:
        """Return the words by which people find a row; in a list of persons nothing that could be a name."""
        if any(column.kind == "person" for column in self.table.columns):
            return "…"
        cells = sorted((cell for cell in row if holds(cell)), key=lambda cell: not isinstance(cell, str))
        return " ".join(as_typed(cells[0]).split())[:80] if cells else ""

    def _is_example(self, position: int) -> bool:
        """Tell whether a row is the untouched example of a blank workbook."""
        row = self.sheet.rows[position]
        typed = {name: as_typed(row[place]) for name, place in self.places.items() if holds(row[place])}
        return typed == self._example

    def _continues(self, position: int) -> bool:
        """Tell whether merged cells make a row part of the record above."""
        if not self._covered or not self.result.records:
            return False
        needed = [self.places[name] for need in self.table.needs for name in need if name in self.places]
        tops = {self._covered.get((position, place)) for place in needed}
        own = any(holds(self.sheet.rows[position][place]) for place in needed)
        return not own and self.result.records[-1].row - 1 in tops

    def _join(self, position: int) -> None:
        """Add the row's own texts to the record above."""
        row = self.sheet.rows[position]
        last = self.result.records[-1].row
        for column, place in self._columns:
            if holds(row[place]) and column.kind in WORDS | {"wortlaut"}:
                glue = "\n" if column.kind in LISTS or column.kind in ("absatz", "wortlaut") else " "
                text = self._value(position, column, row[place])
                for record in (record for record in reversed(self.result.records[-_MOST_DATES:]) if record.row == last):
                    above = record.values[column.name]
                    both = above + text if isinstance(text, tuple) else glue.join(filter(None, (above, text)))
                    record.values[column.name] = both
        self.result.used.append(position + 1)

    def _cell(self, position: int, place: int) -> Cell:
        """Return a cell; of one that is covered by a merged block, the value of the block."""
        cell = self.sheet.rows[position][place]
        if cell is None and (position, place) in self._covered:
            return self.sheet.rows[self._covered[position, place]][place]
        return cell

    def _sort_dated(self, position: int, row: Row, cells: Mapping[str, Cell]) -> None:
        typed = cells["datum"]
        if not holds(typed):
            self._put_aside("zeile-notiz" if _is_lonely(row) else "zeile-ohne-datum", position, value=self._shown(row))
            return
        dates = read_dates(typed, self.context)
        if isinstance(dates, str):
            note = (
                _is_lonely(row) and isinstance(typed, str) and (dates == "unlesbar" or typed.strip().lower() in MONTHS)
            )
            shown = as_typed(typed) if note else _no_name(as_typed(typed))
            self._put_aside("zeile-notiz" if note else f"datum-{dates}", position, "datum", shown)
            return
        if not any(holds(cells[column.name]) for column, _ in self._columns):
            note = isinstance(typed, str) and dates[0].exact != "tag"
            self._put_aside("zeile-notiz" if note else "zeile-nur-datum", position, "datum", as_typed(typed))
            return
        dates = self._until(position, dates, cells.get("bis"))
        if self.years and not any(span.first.year in self.years or span.last.year in self.years for span in dates):
            self._misfits.setdefault(dates[0].first.year, []).append(position)
        values = self._values(position, cells)
        for number, span in enumerate(dates):
            last = span.last if span.last > span.first else None
            if number == 1 and isinstance(count := values.get("teilnehmerzahl"), Count):
                values |= {"teilnehmerzahl": Count("unbekannt")}  # the number was typed once
                self._tell_of_one_number(position, count, len(dates))
            self._keep(position, {"datum": span.first, "bis": last, "genau": span.exact, **values})
        self.result.used.append(position + 1)

    def _tell_of_one_number(self, position: int, count: Count, dates: int) -> None:
        if count.kind != "unbekannt":
            self._tell("anzahl-mehrere-termine", position, "teilnehmerzahl", count.typed, dates=dates)

    def _sort_plain(self, position: int, row: Row, cells: Mapping[str, Cell]) -> None:
        missing = [need for need in self.table.needs if not any(holds(cells.get(name)) for name in need)]
        if missing:
            headings = " oder ".join(f"„{self.table.column(name).heading}“" for name in missing[0])
            code = "zeile-notiz" if _is_lonely(row) and len(self.table.needs) > 1 else "zeile-unvollstaendig"
            self._put_aside(code, position, value=self._shown(row), missing=headings)
            return
        values = self._values(position, cells)
        unread = next((name for (name, *_) in self.table.needs if name in values and values[name] is None), None)
        if unread is not None:
            kind = self.table.column(unread).kind
            self._put_aside(f"{kind}-unlesbar", position, unread, as_typed(cells[unread]))
            return
        self._keep(position, values)
        self.result.used.append(position + 1)

    def _keep(self, position: int, values: Values) -> None:
        who = self._who(position) if self._names else b""
        self.result.records.append(Record(self.sheet.file, self.sheet.name, position + 1, values, who))

    def _who(self, position: int) -> bytes:
        typed = "\n".join(line(self._cell(position, place)).casefold() for place in self._names)
        return sha256(typed.encode()).digest() if typed.strip() else b""

    # --- values ---------------------------------------------------------------------------------------

    def _values(self, position: int, cells: Mapping[str, Cell]) -> Values:
        return {column.name: self._value(position, column, cells[column.name]) for column, _ in self._columns}

    def _value(self, position: int, column: Column, cell: Cell) -> Any:
        if column.kind == "anzahl":
            return self._count(position, column, cell)
        if column.kind == "engagement":
            return self._engagement(position, column, cell)
        value = READERS[column.kind](cell)
        if value and self._names and column.kind in ("organisation", "art"):
            value = self._without_people(position, column, value)
        if column.kind in WORDS and value and has_personal_data(value):
            in_text = column.kind == "absatz"
            self._tell("personendaten-im-text" if in_text else "personendaten", position, column.name)
            value = without_personal_data(value) if in_text else without_personal_data(value).strip(" …,;")
        return split_themes(value, one=self._holds_one(column)) if column.kind == "themen" else value

    def _holds_one(self, column: Column) -> bool:
        """Tell whether the heading of a list speaks of one thing: „Thema“."""
        return heading_key(self._headings[column.name]) in map(heading_key, column.singular)

    def _people(self) -> Iterator[str]:
        """Yield the names of all people in the list."""
        for row in self.sheet.rows[self.block.header + 1 : self.block.end] if self._names else ():
            yield from ways_to_say(as_typed(row[place]) for place in self._names)

    def _without_people(self, position: int, column: Column, value: str) -> str:
        """Return an organisation or group without names of people, who are counted and never named."""
        own = (line(self._cell(position, place)).casefold() for place in self._names)
        said = "" if value.casefold() in own else without_people_in_name(value, self.result.people)
        if said != value:
            self._tell("name-im-netzwerk", position, column.name)
        return said

    def _engagement(self, position: int, column: Column, cell: Cell) -> str:
        found = engagement(cell, self._headings[column.name])
        if found is None:
            self._tell("engagement-unlesbar", position, column.name)
        return found or ""

    def _count(self, position: int, column: Column, cell: Cell) -> Count | None:
        if (position, self.places[column.name]) in self.sheet.faults:
            return Count("unbekannt")
        count = read_count(cell)
        if isinstance(count, str):
            self._tell(f"anzahl-{count}", position, column.name, _no_name(as_typed(cell)))
            return Count("unbekannt", typed=_no_name(without_personal_data(as_typed(cell))))
        return count

    def _until(self, position: int, dates: Dates, typed: Cell) -> Dates:
        """Return the dates with what the column „bis“ adds."""
        if not holds(typed) or is_hour(typed):
            return dates  # the hour at which it ended is of no interest
        first = dates[0].first
        last = read_dates(typed, Context(first.year, first.month, self.context.earliest, self.context.latest))
        if isinstance(last, str) or len(dates) > 1 or last[-1].last < first:
            self._tell("bis-unlesbar", position, "bis", _no_name(as_typed(typed)))
            return dates
        return (Span(first, max(dates[0].last, last[-1].last), dates[0].exact),)

    def _drop_names_instead_of_numbers(self) -> None:
        """Leave out a column „Teilnehmer“ that lists names; they are not for the report."""
        place = self.places.get("teilnehmerzahl")
        if place is None or "zahl" in heading_key(self._headings["teilnehmerzahl"]):
            return
        cells = [row[place] for row in self.sheet.rows[self.block.header + 1 : self.block.end] if holds(row[place])]
        words = [cell for cell in cells if isinstance(cell, str) and not any(map(str.isdigit, cell))]
        names = [cell for cell in words if read_count(cell) == "unlesbar"]
        if len(names) * 2 > len(cells):
            self._tell("namen-statt-zahlen", self.block.header, "teilnehmerzahl")
            del self.places["teilnehmerzahl"]

    # --- telling --------------------------------------------------------------------------------------

    def _tell(self, code: str, position: int, column: str = "", value: str | None = None, **words: object) -> None:
        words = {"heading": self._headings.get(column, ""), "table": self.table.title} | words
        self.result.problems.append(tell(code, self.sheet, position, self.places.get(column), value, **words))

    def _put_aside(self, code: str, position: int, column: str = "", value: str | None = None, **words: object) -> None:
        self._tell(code, position, column, value, **words)
        self.result.set_aside.append(position + 1)

    def _tell_of_faults(self) -> None:
        """Name error cells one by one and formulas without a value column by column."""
        names = {place: name for name, place in self.places.items()}
        aside = set(self.result.set_aside)
        empty: dict[str, list[int]] = {}
        for (position, place), typed in sorted(self.sheet.faults.items()):
            if place not in names or not self.block.header < position < self.block.end:
                continue
            if position + 1 in aside and names[place] != "datum":
                continue
            if typed.startswith("="):
                empty.setdefault(names[place], []).append(position)
            else:
                self._tell("zelle-fehlerwert", position, names[place], typed)
        for name, positions in empty.items():
            rows = rows_in_words(position + 1 for position in positions)
            self._tell("formel-ohne-wert", positions[0], name, rows=rows)


_MOST_DATES = 400  # so many dates may stand in one cell


def _no_name(typed: str) -> str:
    """Return what stands where a number or date belongs; „…“ if it could be somebody's name."""
    return typed if any(map(str.isdigit, typed)) or typed == typed.lower() else "…"


def _is_lonely(row: Row) -> bool:
    """Tell whether only one cell of a row holds anything."""
    return sum(map(holds, row)) == 1


def _covered(block: Block) -> dict[tuple[int, int], int]:
    """Return position (row, column) -> row of the value, for cells that a vertically merged block covers."""
    return {
        (row, merged.left): merged.top
        for merged in block.sheet.merged
        if merged.top > block.header and merged.bottom > merged.top and block.left <= merged.left < block.right
        for row in range(merged.top + 1, min(merged.bottom + 1, block.end))
    }
