"""The data rows of a table on a sheet -> records, each row used or set aside with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from ..problems import Problem, problem
from ..settings import Settings
from .counts import read_count
from .dates import MONTHS, Context, Dates, Span, read_dates
from .layout import Block
from .records import Count
from .schema import Column
from .sheets import Cell, Row, Sheet, as_typed, cell_name, holds

Values = dict[str, Any]


@dataclass
class Record:
    """One record to be: which row it came from (as Excel counts it) and its values; lists are still text."""

    file: str
    sheet: str
    row: int
    values: Values


@dataclass
class Sorted:
    """The rows of one block: what became records, which rows were used, which were set aside."""

    block: Block
    records: list[Record] = field(default_factory=list)
    used: list[int] = field(default_factory=list)
    set_aside: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def sort_rows(block: Block, settings: Settings) -> Sorted:
    """Return the records of a block and what was said about its rows; rows count as Excel counts them."""
    return _Sorting(block, settings).run()


class _Sorting:
    def __init__(self, block: Block, settings: Settings) -> None:
        self.block, self.sheet, self.table = block, block.sheet, block.table
        self.places = block.places
        self.context = year_context(block, settings)
        self.result = Sorted(block)
        self._covered = _covered(block)
        self._broken = {row for row, column in self.sheet.faults if block.left <= column < block.right}
        self._header_texts = [_key(cell) for cell in self.sheet.rows[block.header][block.left : block.right]]
        self._headings = {h.column.name: h.typed for h in block.headings if h.column is not None}
        self._year_misfits: dict[int, list[int]] = {}

    def run(self) -> Sorted:
        for position in range(self.block.header + 1, self.block.end):
            row = self.sheet.rows[position][self.block.left : self.block.right]
            if any(map(holds, row)) or position in self._broken:
                self._sort(position, row)
        self._tell_of_faults()
        self._tell_of_years()
        return self.result

    # --- one row --------------------------------------------------------------------------------------

    def _sort(self, position: int, row: Row) -> None:
        reason = self._reason_at_sight(row)
        if reason:
            self._put_aside(position, reason, value=_first_text(row))
            return
        cells = {name: self._cell(position, place) for name, place in self.places.items()}
        if self._continues(position):
            self._join(position)
            return
        if "datum" in self.places:
            self._sort_dated(position, row, cells)
        else:
            self._sort_plain(position, row, cells)

    def _reason_at_sight(self, row: Row) -> str:
        """Return the code of the reason why a row is no record, judged by its words alone; "" if there is none."""
        if [_key(cell) for cell in row] == self._header_texts:
            return "zeile-kopf-wiederholt"
        texts = [cell for cell in row if isinstance(cell, str) and holds(cell)]
        if texts and _TOTAL.match(texts[0].strip()) and _first(row) is texts[0]:
            return "zeile-summe"
        if "datum" in self.places and any(is_cancelled(text) for text in texts):
            return "zeile-abgesagt"
        return ""

    def _cell(self, position: int, place: int) -> Cell:
        """Return a cell; of one that is covered by a merged block, the value of the block."""
        cell = self.sheet.rows[position][place]
        if cell is None and (position, place) in self._covered:
            return self.sheet.rows[self._covered[position, place]][place]
        return cell

    def _continues(self, position: int) -> bool:
        """Tell whether merged cells make a row part of the record above."""
        needed = [self.places[name] for need in self.table.needs for name in need if name in self.places]
        own = [place for place in needed if holds(self.sheet.rows[position][place])]
        covered = [self._covered.get((position, place)) for place in needed]
        tops = {top for top in covered if top is not None}
        last = self.result.records[-1].row - 1 if self.result.records else None
        return not own and bool(tops) and (tops == {last} or (last is not None and min(tops) == last))

    def _join(self, position: int) -> None:
        """Add the row's own texts to the record above."""
        row = self.sheet.rows[position]
        for record in reversed(self.result.records):
            if record.row != self.result.records[-1].row:
                break
            for name, place in self.places.items():
                kind, cell = self.table.column(name).kind, row[place]
                if holds(cell) and kind in _TEXT_KINDS:
                    before = record.values.get(name, "")
                    glue = "\n" if kind in _LIST_KINDS or kind == "absatz" else " "
                    record.values[name] = f"{before}{glue}{as_typed(cell)}" if before else as_typed(cell)
        self.result.used.append(position + 1)

    def _sort_dated(self, position: int, row: Row, cells: dict[str, Cell]) -> None:
        typed = cells["datum"]
        if not holds(typed):
            lonely = sum(map(holds, row)) == 1
            code = "zeile-notiz" if lonely else "zeile-ohne-datum"
            self._put_aside(position, code, value=_first_text(row))
            return
        dates = read_dates(typed, self.context)
        if isinstance(dates, str):
            lonely = sum(map(holds, row)) == 1 and isinstance(typed, str) and dates == "unlesbar"
            code = "zeile-notiz" if lonely or (dates == "ohne-jahr" and _only_month(typed)) else f"datum-{dates}"
            self._put_aside(position, code, "datum", value=as_typed(typed))
            return
        if sum(holds(cells[name]) for name in cells if name not in ("datum", "bis")) == 0:
            self._put_aside(position, "zeile-nur-datum", "datum", value=as_typed(typed))
            return
        dates = self._until(position, dates, cells.get("bis"))
        self._note_year(position, dates)
        values = self._values(position, cells)
        for span in dates:
            own = {"datum": span.first, "bis": span.last if span.last > span.first else None, "genau": span.exact}
            self.result.records.append(self._record(position, own | values))
        self.result.used.append(position + 1)

    def _sort_plain(self, position: int, row: Row, cells: dict[str, Cell]) -> None:
        missing = [need for need in self.table.needs if not any(holds(cells.get(name)) for name in need)]
        if missing:
            headings = " oder ".join(f"„{self.table.column(name).heading}“" for name in missing[0])
            lonely = sum(map(holds, row)) == 1
            self._put_aside(position, "zeile-notiz" if lonely else "zeile-unvollstaendig", missing=headings)
            return
        values = self._values(position, cells)
        if values is None:
            return
        self.result.records.append(self._record(position, values))
        self.result.used.append(position + 1)

    def _record(self, position: int, values: Values) -> Record:
        return Record(self.sheet.file, self.sheet.name, position + 1, dict(values))

    def _until(self, position: int, dates: Dates, typed: Cell) -> Dates:
        """Return the dates with what the column „bis“ adds."""
        if not holds(typed):
            return dates
        last = read_dates(typed, Context(dates[0].first.year, None, self.context.earliest, self.context.latest))
        if isinstance(typed, time) or (isinstance(typed, str) and _TIME.fullmatch(typed.strip())):
            return dates  # the hour at which it ended
        if isinstance(last, str) or len(dates) > 1 or last[-1].last < dates[0].first:
            self._problem("bis-unlesbar", position, "bis", as_typed(typed))
            return dates
        return (Span(dates[0].first, last[-1].last, dates[0].exact),)

    # --- values ---------------------------------------------------------------------------------------

    def _values(self, position: int, cells: dict[str, Cell]) -> Values:
        values: Values = {}
        for name, cell in cells.items():
            column = self.table.column(name)
            if column.kind not in ("datum", "bis"):
                values[name] = self._value(position, column, cell)
        return values

    def _value(self, position: int, column: Column, cell: Cell) -> Any:
        if column.kind == "anzahl":
            return self._count(position, column, cell)
        if column.kind == "person":
            return holds(cell)
        return _READERS.get(column.kind, _line)(cell)

    def _count(self, position: int, column: Column, cell: Cell) -> Count | None:
        if (position, self.places[column.name]) in self.sheet.faults:
            return Count("unbekannt")
        count = read_count(cell)
        if isinstance(count, str):
            self._problem(f"anzahl-{count}", position, column.name, as_typed(cell))
            return Count("unbekannt", typed=as_typed(cell))
        return count

    # --- telling --------------------------------------------------------------------------------------

    def _problem(self, code: str, position: int, column: str = "", value: str | None = None, **words: object) -> None:
        place = self.places.get(column)
        where = None if place is None else cell_name(position, place)
        heading = self._headings.get(column, "")
        words = {"heading": heading, "table": self.table.title} | words
        self.result.problems.append(
            problem(
                code, file=self.sheet.file, sheet=self.sheet.name, cell=where, row=position + 1, value=value, **words
            )
        )

    def _put_aside(self, position: int, code: str, column: str = "", value: str | None = None, **words: object) -> None:
        self._problem(code, position, column, value, **words)
        self.result.set_aside.append(position + 1)

    def _note_year(self, position: int, dates: Dates) -> None:
        years = sheet_years(self.sheet.name)
        if years and not any(span.first.year in years or span.last.year in years for span in dates):
            self._year_misfits.setdefault(dates[0].first.year, []).append(position)

    def _tell_of_years(self) -> None:
        for year, positions in self._year_misfits.items():
            self._problem(
                "jahr-passt-nicht",
                positions[0],
                "datum",
                str(year),
                year=year,
                rows=rows_in_words(p + 1 for p in positions),
            )

    def _tell_of_faults(self) -> None:
        """Name error cells one by one and formulas without a value column by column."""
        by_place = {place: name for name, place in self.places.items()}
        empty: dict[str, list[int]] = {}
        for (position, place), typed in sorted(self.sheet.faults.items()):
            if place in by_place and self.block.header < position < self.block.end:
                if typed.startswith("="):
                    empty.setdefault(by_place[place], []).append(position)
                else:
                    self._problem("zelle-fehlerwert", position, by_place[place], typed)
        for name, positions in empty.items():
            rows = rows_in_words(position + 1 for position in positions)
            self._problem("formel-ohne-wert", positions[0], name, rows=rows)


# --- words that tell what a row is --------------------------------------------------------------------

_TOTAL = re.compile(
    r"(?i)(?:summe|gesamt|insgesamt|total|zwischensumme|gesamtsumme|gesamtzahl|durchschnitt|ø|∑)(?:\b|$)[\w\s:.]{0,25}$"
)
_CANCELLED = (
    r"(?:abgesagt|abges\.|absage|entfällt|entfallen|entfiel|fällt aus|fiel aus|faellt aus|entfaellt|ausgefallen|storniert|"
    r"findet nicht statt|fand nicht statt)"
)
_IS_CANCELLED = re.compile(
    rf"(?i)^\W*(?:wurde |ist |leider |termin |veranstaltung |treffen |sitzung )*{_CANCELLED}(?:\W|$)|[(:!,;–-]\s*(?:leider |wurde )?{_CANCELLED}\W*$"
)
_SHOUTED = re.compile(r"\b(?:ABGESAGT|ENTFÄLLT|ENTFALLEN|AUSGEFALLEN|FÄLLT AUS)\b")
_TIME = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s*(?:Uhr|h))?|\d{1,2}\s*(?:Uhr|h)")


@lru_cache(maxsize=50_000)
def is_cancelled(text: str) -> bool:
    """Tell whether a cell says that something did not take place."""
    return bool(_IS_CANCELLED.search(text) or _SHOUTED.search(text))


def _only_month(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip().lower() in MONTHS


def _key(cell: Cell) -> str:
    return as_typed(cell).strip().lower()


def _first(row: Row) -> Cell:
    return next((cell for cell in row if holds(cell)), None)


def _first_text(row: Row) -> str | None:
    first = _first(row)
    return None if first is None else as_typed(first)[:80]


def rows_in_words(rows: Iterator[int] | Sequence[int]) -> str:
    """Return row numbers as people say them: „Zeile 5“, „Zeilen 5–8 und 12“."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    parts = [part for run in runs for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))]
    single = len(parts) == 1 and "–" not in parts[0]
    if len(parts) > 12:
        parts = [*parts[:11], f"{len(parts) - 11} weitere"]
    said = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} und {parts[-1]}"
    return f"Zeile {said}" if single else f"Zeilen {said}"


# --- values of cells ----------------------------------------------------------------------------------

_LIST_KINDS = ("organisationen", "themen", "personen")
_TEXT_KINDS = ("text", "absatz", "organisation", "art", *_LIST_KINDS)


def _line(cell: Cell) -> str:
    """Return the text of a cell in one line."""
    return " ".join(as_typed(cell).split())


def _paragraphs(cell: Cell) -> str:
    return as_typed(cell).strip()


def _number(cell: Cell) -> Decimal | None:
    """Return a number as typed in Germany: „1.234,50 €“."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return Decimal(repr(cell))
    text = re.sub(r"(?i)[\s\xa0\u202f']|€|euro|eur|%", "", as_typed(cell)).replace("−", "-")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+(,\d+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"-?\d+\.\d+", text):
        return Decimal(text)
    return None


def _year(cell: Cell) -> int | None:
    if isinstance(cell, date):
        return cell.year
    try:
        year = int(Decimal(as_typed(cell).strip()))
    except (InvalidOperation, ValueError, OverflowError):
        return None
    return year if 1800 <= year <= 2200 else None


def _order(cell: Cell) -> int | None:
    number = _number(cell)
    return int(number) if number is not None and number == number.to_integral_value() else None


def _engagement(cell: Cell) -> str:
    text = _line(cell).lower()
    paid, free = "haupt" in text or text == "ha", "ehren" in text or text == "ea"
    return (
        "haupt- und ehrenamtlich"
        if paid and free
        else "hauptamtlich"
        if paid
        else "ehrenamtlich"
        if free
        else _line(cell)
    )


_READERS: dict[str, Callable[[Cell], Any]] = {
    "absatz": _paragraphs,
    "organisationen": _paragraphs,
    "themen": _paragraphs,
    "personen": _paragraphs,
    "jahr": _year,
    "zahl": _number,
    "reihenfolge": _order,
    "engagement": _engagement,
}


# --- where ---------------------------------------------------------------------------------------------


def _covered(block: Block) -> dict[tuple[int, int], int]:
    """Return position (row, column) -> row of the value, for cells that a vertically merged block covers."""
    return {
        (row, merged.left): merged.top
        for merged in block.sheet.merged
        if merged.top > block.header and merged.bottom > merged.top and block.left <= merged.left < block.right
        for row in range(merged.top + 1, min(merged.bottom + 1, block.end))
    }


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FULL_DATE = re.compile(r"(?i)(?:stand:?\s*)?\d{1,2}\.\s*\d{1,2}\.\s*\d{2,4}|stand:?\s+\S+(?:\s+\d{4})?")


def sheet_years(text: str) -> frozenset[int]:
    """Return the years that a name or title says; „2019 - 2022“ are four, „Stand 3.4.2018“ none."""
    text = _FULL_DATE.sub(" ", text)
    years = [int(year) for year in _YEAR.findall(text)]
    if len(years) == 2 and years[0] < years[1] and re.search(r"\d{4}\s*(?:-|–|bis)\s*\d{4}", text):
        return frozenset(range(years[0], years[1] + 1))
    if found := re.search(r"(?<!\d)((?:19|20)\d\d)\s*[/–-]\s*(\d\d)(?!\d)", text):
        return frozenset((int(found[1]), int(found[1][:2] + found[2])))
    return frozenset(years)


def year_context(block: Block, settings: Settings) -> Context:
    """Return the year and month that the sheet's name, a title above the table or the file's name say."""
    sheet: Sheet = block.sheet
    titles = [
        cell for row in sheet.rows[: block.top] for cell in row[block.left : block.right] if isinstance(cell, str)
    ]
    year = month = None
    for text in (sheet.name, *titles, PurePosixPath(sheet.file).stem):
        years = sheet_years(text)
        if year is None and len(years) == 1:
            (year,) = years
        if month is None:
            words = re.findall(r"[a-zäöüß]+", text.lower())
            found = {MONTHS[word] for word in words if word in MONTHS and len(word) > 2}
            month = found.pop() if len(found) == 1 else None
    return Context(year, month, settings.lesen.jahr_von, settings.lesen.jahr_bis)


def _as_date(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
