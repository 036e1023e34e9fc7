"""The data rows of a table on a sheet -> records, each row used or set aside with its reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ...base.problems import Problem
from ...base.records import Count
from ...base.settings import Settings
from ...german.nothing import kind_of_nothing
from ..cells.amounts import number
from ..cells.counts import read_count
from ..cells.date_words import names_a_time
from ..cells.dates import DateContext, read_dates, year_of_period
from ..cells.fillers import is_only_total, is_total
from ..cells.values import READERS, fits, with_unit
from ..layout.blocks import Block
from ..layout.headings import heading_key
from ..messages import rows_in_words
from ..sheets import Cell, Row, as_typed, holds
from .below import something_else
from .cancelled import is_cancelled, speaking
from .cells import MAY_BE_NAME, Cells, Values, no_name
from .context import context_of, of_row, only_year, section_of, years_of
from .examples import code_of_example, left_of_example
from .merged import join
from .record import Record
from .resolved_columns import ResolvedColumns, resolve_columns
from .struck import struck_rows


@dataclass
class SortedRows:
    """The rows of one block (as Excel counts them): what became records, which were used, which were set aside.

    `incomplete` are records of rows that were set aside though they would have counted for something.
    `notes` are those set aside that are no rows of the list at all. `nameless` are the columns (from 0) that are read
    and are not about people, `may_be_names` the cells in them (row and column from 0) that could name somebody still.
    """

    block: Block
    records: list[Record] = field(default_factory=list)
    incomplete: list[Record] = field(default_factory=list)
    used: list[int] = field(default_factory=list)
    set_aside: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    nameless: frozenset[int] = frozenset()
    may_be_names: frozenset[tuple[int, int]] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    columns: ResolvedColumns = field(default_factory=lambda: ResolvedColumns({}, {}))
    people: frozenset[str] = frozenset()  # by `ways_to_say`; known only while files are read


def sort_rows(block: Block, settings: Settings) -> SortedRows:
    """Return the records of a block and what was said about its rows."""
    return _Sorting(block, settings).run()


class _Sorting:
    """One pass through the rows of a block; positions count from 0."""

    def __init__(self, block: Block, settings: Settings) -> None:
        self.block, self.sheet, self.table = block, block.sheet, block.table
        self.context, self.years = context_of(block, settings), years_of(block)
        columns = resolve_columns(block)
        self.cells = Cells(block, columns)
        self.result = SortedRows(block, columns=columns, problems=[*columns.problems], people=self.cells.people)
        self._is_dated = "datum" in self.cells.places
        self._broken = {row for row, column in self.sheet.faults if block.left <= column < block.right}
        kinds = {column.name: column.kind for column in self.table.columns}
        self._struck, partly = struck_rows(block)
        if partly:
            rows = rows_in_words(row + 1 for row in partly)
            self.cells.report("auffaellig-durchgestrichen", min(partly), rows=rows)
        self._wording = next((column.name for column in self.table.columns if column.kind == "wortlaut"), "")
        self._speaking = speaking(block)
        unknown = {heading_key(h.typed): h.place for h in block.headings if h.column is None}
        self._helping = {word: place for word, place in unknown.items() if word in ("jahr", "monat")}
        shown = self.cells.nameless.union(self._helping.values() if self._is_dated else ())
        self.result.nameless = frozenset() if self.table.confidential else shown
        self._amounts = {
            place: name for name, place in columns.places.items() if name in kinds and kinds[name] == "betrag"
        }  # position -> column
        self._misfits: dict[int, list[int]] = {}  # year -> rows
        self._sections: list[int] = []  # rows that hold but a year or a month
        self._last: dict[str, Cell] = {}  # what stood last below „Jahr“ and „Monat“
        self._numbers: dict[int, list[str]] = {}  # first row of a record over several rows -> its numbers

    def run(self) -> SortedRows:
        beside = []
        for position in range(self.block.header + 1, self._end()):
            row = self.sheet.rows[position][self.block.left : self.block.right]
            if any(map(holds, row)) or position in self._broken:
                cells = self.cells.of_row(position)
                reason = self._reason_at_sight(position, row, cells)
                if reason:
                    self._put_aside(reason, position, value=self._shown(row))
                    self.result.notes += [position + 1] * _is_lonely(row)
                elif any(map(holds, cells.values())) or position in self._broken or _is_lonely(row):
                    self._sort(position, row, cells)
                else:
                    beside.append(position)
        self._report_rows(beside)
        self.result.notes += self._below_the_list()
        self.result.problems += self.cells.problems
        self.result.may_be_names = frozenset(self.cells.may_be_names)
        return self.result

    def _end(self) -> int:
        """Return where the rows of the list end, and tell of what stands below."""
        position = something_else(self.cells, self.context) if self._is_dated else None
        if position is None:
            return self.block.end
        row = filter(holds, self.sheet.rows[position][self.block.left : self.block.right])
        begins = (
            "…"
            if self.table.confidential
            else ", ".join(f"„{' '.join(as_typed(cell).split())[:40]}“" for cell in islice(row, 3))
        )
        self.cells.report("zeilen-anderes", position, first=position + 1, begins=begins)
        below = [i + 1 for i in self.sheet.filled_rows if position <= i < self.block.end]
        self.result.set_aside += below
        self.result.notes += below
        return position

    def _below_the_list(self) -> list[int]:
        """Return the rows that a blank one parts from the last record, unless they want to have a date."""
        filled = set(self.sheet.filled_rows)
        last = max(self.result.used, default=self.block.end) - 1
        blank = next((i for i in range(last, self.block.end) if i not in filled), self.block.end)
        return [row for row in self.result.set_aside if row - 1 > blank and not self._wants_date(row - 1)]

    def _wants_date(self, position: int) -> bool:
        return self._is_dated and any(map(str.isdigit, as_typed(self.cells.at(position, self.cells.places["datum"]))))

    def _report_rows(self, beside: Sequence[int]) -> None:
        """Tell once what concerns several rows."""
        self.result.set_aside += (position + 1 for position in beside)
        if beside:
            self.cells.report("zeilen-daneben", beside[0], rows=rows_in_words(position + 1 for position in beside))
        for year, positions in self._misfits.items():
            rows = rows_in_words(position + 1 for position in positions)
            self.cells.report("jahr-passt-nicht", positions[0], "datum", str(year), year=year, rows=rows)
        if self._is_dated and self.result.records and (only := only_year(self.block)):
            self.cells.report("jahr-aus-dem-namen", self.block.header, year=only)
        if self._sections:
            rows = rows_in_words(position + 1 for position in self._sections)
            self.cells.report("zeilen-abschnitte", self._sections[0], rows=rows)
            self.result.set_aside += (position + 1 for position in self._sections)
        for first, typed in self._numbers.items():
            self.cells.report("anzahl-mehrere-zeilen", first - 1, "teilnehmerzahl", "; ".join(typed), first=first)
        self.cells.report_dittos()
        self.cells.report_faults({row - 1 for row in self.result.set_aside})

    # --- what a row is --------------------------------------------------------------------------------

    def _sort(self, position: int, row: Row, cells: Mapping[str, Cell]) -> None:
        if self.result.records and self.cells.continues(position, self.result.records[-1].row - 1):
            self._join(position)
        elif self._is_dated:
            self._sort_dated(position, row, cells)
        elif self.block.spread:
            self._sort_spread(position, row, cells)
        else:
            self._sort_plain(position, row, cells)

    def _reason_at_sight(self, position: int, row: Row, cells: Mapping[str, Cell]) -> str:
        """Return the code of the reason why a row is no record, judged by its words alone; "" if there is none."""
        first = next((cell for cell in row if holds(cell)), None)
        if isinstance(first, str) and is_total(first) and not self._is_entry(first, cells):
            return "zeile-summe"
        if left := left_of_example(self.table, row):
            if code := code_of_example(self.table, left, self.cells.typed(position)):
                return code
            self.cells.report("zeile-beispielreste", position, value=", ".join(sorted(left)))
        if first is None:
            return "zeile-formel"  # a total that no program has calculated
        if position in self._struck:
            return "zeile-durchgestrichen"
        return self._reason_if_cancelled(position, row, cells) if self._is_dated else ""

    def _reason_if_cancelled(self, position: int, row: Row, cells: Mapping[str, Cell]) -> str:
        cancelled = is_cancelled(row, self._speaking)
        if cancelled == "unclear":
            self.cells.report("absage-unklar", position, value=self._shown(row))
            return ""
        number = cells.get("teilnehmerzahl")
        people = read_count(number) if cancelled and holds(number) else None
        if not cancelled or not isinstance(people, Count) or not people.low:
            return "zeile-abgesagt" if cancelled else ""
        if cancelled == "surely":
            return "zeile-abgesagt-mit-zahl"
        self.cells.report("abgesagt-und-zahl", position, "teilnehmerzahl", as_typed(number))
        return ""

    def _is_entry(self, first: str, cells: Mapping[str, Cell]) -> bool:
        """Tell whether a row that begins like a total holds all that a record needs: „Gesamtvorstand“, „Summe …“."""
        if self._is_dated:
            return holds(cells["datum"]) and not isinstance(read_dates(cells["datum"], self.context), str)
        if self.table.of_money:  # „Summe Einnahmen“ is never added to what it sums up
            return False
        needed = [
            [(self.table.column(name).kind, cells[name]) for name in need if name in cells] for need in self.table.needs
        ]
        texts = sum(isinstance(cell, str) for cell in {cell for ways in needed for _, cell in ways if holds(cell)})
        complete = all(any(fits(kind, cell) for kind, cell in ways) for ways in needed if ways)
        return complete and (texts > 1 or not is_only_total(first))

    def _shown(self, row: Row) -> str:
        """Return the words by which people find a row; in a list of persons nothing that could be a name."""
        if self.table.confidential or any(column.kind == "person" for column in self.table.columns):
            return "…"
        cells = sorted((cell for cell in row if holds(cell)), key=lambda cell: not isinstance(cell, str))
        return " ".join(as_typed(cells[0]).split())[:80] if cells else ""

    def _join(self, position: int) -> None:
        last = self.result.records[-1].row
        above = [record for record in self.result.records[-_MOST_DATES:] if record.row == last]
        join(self.cells, position, above, self._numbers)
        self.result.used.append(position + 1)

    def _sort_dated(self, position: int, row: Row, cells: Mapping[str, Cell]) -> None:
        typed = cells["datum"]
        if _is_lonely(row) and (section := section_of(next(filter(holds, row)))):
            self._begin_section(*section)
            self._sections.append(position)
            return
        if (position, self.cells.places["datum"]) in self.sheet.faults:
            self.result.set_aside.append(position + 1)  # told of with the other faults
            return
        if not holds(typed):
            self._put_aside("zeile-notiz" if _is_lonely(row) else "zeile-ohne-datum", position, value=self._shown(row))
            return
        context = self._context_of(position)
        dates = read_dates(typed, context)
        if isinstance(dates, str):
            note = _is_lonely(row) and isinstance(typed, str) and dates == "unlesbar"
            harmless = note or names_a_time(as_typed(typed)) or kind_of_nothing(as_typed(typed), "datum")
            shown = as_typed(typed) if harmless else no_name(as_typed(typed))
            self._put_aside("zeile-notiz" if note else f"datum-{dates}", position, "datum", shown)
            self.result.notes += [position + 1] * (shown == MAY_BE_NAME)
            return
        says_more = self.table.promised and not _is_lonely(row)  # in columns that an own list need not name
        if not says_more and not any(holds(cells[column.name]) for column, _ in self.cells.columns):
            note = isinstance(typed, str) and dates[0].exact != "tag"
            self._put_aside("zeile-notiz" if note else "zeile-nur-datum", position, "datum", as_typed(typed))
            return
        dates = self.cells.until(position, dates, cells.get("bis"), context)
        if self.years and not any(span.first.year in self.years or span.last.year in self.years for span in dates):
            self._misfits.setdefault(dates[0].first.year, []).append(position)
        if year := year_of_period(typed, context):
            self.cells.report("jahr-zeitraum", position, "datum", as_typed(typed), year=year)
        values = self.cells.values(position, cells)
        for nth, span in enumerate(dates):
            last = span.last if span.last > span.first else None
            if nth == 1 and isinstance(count := values.get("teilnehmerzahl"), Count):
                values |= {"teilnehmerzahl": Count("unbekannt")}  # the number was typed once
                self._report_one_number(position, count, len(dates))
            self._keep(position, {"datum": span.first, "bis": last, "genau": span.exact, **values})
        self.result.used.append(position + 1)

    def _context_of(self, position: int) -> DateContext:
        """Return what helps to read the date of a row: the sheet's words, and cells below „Jahr“ and „Monat“."""
        if not self._helping:
            return self.context
        for word, place in self._helping.items():
            cell = self.cells.at(position, place)
            self._last |= {word: cell} if holds(cell) else {}
        return of_row(self.context, self._last.get("jahr"), self._last.get("monat"))

    def _begin_section(self, year: int | None, month: int | None) -> None:
        """Let the rows below a row that holds but „2016“, „März“ or „März 2016“ stand in that year and month."""
        self.context = replace(self.context, year=year or self.context.year, month=month)
        self.years = frozenset((year,)) if year else self.years

    def _report_one_number(self, position: int, count: Count, dates: int) -> None:
        if count.kind != "unbekannt":
            self.cells.report("anzahl-mehrere-termine", position, "teilnehmerzahl", count.typed, dates=dates)

    def _sort_plain(self, position: int, row: Row, cells: Mapping[str, Cell]) -> None:
        values = self._values(position, row, cells, {name for name, cell in cells.items() if holds(cell)})
        if values is not None:
            self._keep(position, self._with_unit(position, values, "wert", cells) if "wert" in cells else values)
            self.result.used.append(position + 1)

    def _sort_spread(self, position: int, row: Row, cells: Mapping[str, Cell]) -> None:
        """Make one record of each value of a row; only a row without any is set aside."""
        spread = [one for one in self.block.spread if holds(cells[one.typed]) and not _is_unknown(cells[one.typed])]
        there = {name for name, cell in cells.items() if holds(cell)}.union(*(one.says for one in self.block.spread))
        values = self._values(position, row, cells, there | {"wert"} if spread else there)
        if values is None:
            return
        read = [(one, number(cells[one.typed])) for one in spread]
        for one, value in read:
            if value is None:
                self.cells.report("wert-unlesbar", position, one.typed, as_typed(cells[one.typed]))
            else:
                spread_out = {**values, **one.says, "wert": value}
                self._keep(position, self._with_unit(position, spread_out, one.typed, cells))
        done = self.result.used if any(value is not None for _, value in read) else self.result.set_aside
        done.append(position + 1)

    def _with_unit(self, position: int, values: Values, column: str, cells: Mapping[str, Cell]) -> Values:
        in_euro = (position, self.cells.places[column]) in self.sheet.in_euro
        return with_unit(values, cells[column], in_euro=in_euro)

    def _values(self, position: int, row: Row, cells: Mapping[str, Cell], there: Collection[str]) -> Values | None:
        """Return the values of a row, or None after setting aside one that lacks what its table needs."""
        missing = [need for need in self.table.needs if not any(name in there for name in need)]
        if not _is_lonely(row) and (lost := self._lost_amount(position)):
            self._keep_incomplete(position, self.cells.values(position, cells))
            self._put_aside("betrag-unlesbar", position, *lost)
            return None
        if missing:
            headings = " oder ".join(f"„{self.table.column(name).heading}“" for name in missing[0])
            note = _is_lonely(row) and len(self.table.needs) > 1 and self._wording not in there
            code = "zeile-notiz" if note else "zeile-unvollstaendig"
            self._put_aside(code, position, value=self._shown(row), missing=headings)
            return None
        values = self.cells.values(position, cells)
        unread = next(
            (name for (name, *_) in self.table.needs if holds(cells.get(name)) and values.get(name, "") is None), None
        )
        if unread is not None:
            self._keep_incomplete(position, values)
            kind = self.table.column(unread).kind
            self._put_aside(f"{kind}-unlesbar", position, unread, as_typed(cells[unread]))
            return None
        return values

    def _lost_amount(self, position: int) -> tuple[str, str] | None:
        """Return the column of an amount that nobody can know, and what stands there: „folgt“, „#WERT!“."""
        for place, name in self._amounts.items():
            cell = self.cells.at(position, place)
            typed = as_typed(cell) or self.sheet.faults.get((position, place), "")
            if any(map(str.isalnum, typed)) and READERS["betrag"](cell) is None:
                return name, typed
        return None

    def _keep(self, position: int, values: Values) -> None:
        self.result.records.append(self._record(position, values))

    def _keep_incomplete(self, position: int, values: Values) -> None:
        if self.table.of_money:  # sums have to say that they lack something
            self.result.incomplete.append(self._record(position, values))

    def _record(self, position: int, values: Values) -> Record:
        return Record(
            self.sheet.file, self.sheet.name, position + 1, values, self.cells.who(position), self.cells.beside
        )

    def _put_aside(self, code: str, position: int, column: str = "", value: str | None = None, **words: object) -> None:
        self.cells.report(code, position, column, value, **words)
        self.result.set_aside.append(position + 1)
        self.result.notes += [position + 1] * (code == "zeile-notiz")


_MOST_DATES = 400  # so many dates may stand in one cell


def _is_unknown(cell: Cell) -> bool:
    """Tell whether a cell says that there is no value: „k. A.“, „–“."""
    return isinstance(cell, str) and kind_of_nothing(cell, "wert") not in ("", "ditto")


def _is_lonely(row: Row) -> bool:
    """Tell whether only one cell of a row holds anything."""
    return sum(map(holds, row)) == 1
