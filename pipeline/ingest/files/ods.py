"""ods: one XML part for all sheets, in which runs of equal rows and cells stand once with a number."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from .sheet_details import CellPosition, Fault, MergedCells, SheetDetails, WorkbookFormat
from .xml_parts import holds_any, walk

CONTENT = "content.xml"
_SIGNS = (
    b'value-type="percentage"',
    b'value-type="currency"',
    b'-spanned="',
    b'table:visibility="',
    b'calcext:value-type="error"',
    b"table:formula=",
    b'line-through-style="solid"',
)
_LONGEST_RUN = 10_000  # longer ones fill the sheet to its end and hold nothing
_LINE_THROUGH = "style:text-line-through-style"
_COVERED_CELL = "table:covered-table-cell"
_CELLS = ("table:table-cell", _COVERED_CELL)
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_DAY_ZERO, _FIRST_DAY = datetime(1899, 12, 30), datetime(1904, 1, 1)


def details(path: str, sheets: Sequence[str]) -> dict[str, SheetDetails]:
    """Return by sheet name what stands beside the values: hidden rows, errors, shares in percent, merged cells."""
    with zipfile.ZipFile(path) as archive:
        data = archive.read(CONTENT)
    if not holds_any(data, _SIGNS):
        return {}
    tables = _TablesWalker()
    walk(data, tables)
    return tables.details()


def as_in_excel(row: list[Any]) -> list[Any]:
    """Return a row with numbers that merely look like a day („09.01.1900“) as numbers, durations as such."""
    return [_cell_as_in_excel(cell) if isinstance(cell, date | str) else cell for cell in row]


def _cell_as_in_excel(cell: date | str) -> Any:
    if isinstance(cell, str):
        match = _DURATION.fullmatch(cell) if cell.startswith("PT") else None
        return timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3])) if match else cell
    moment = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)
    return (moment - _DAY_ZERO) / timedelta(days=1) if _DAY_ZERO <= moment < _FIRST_DAY else cell


ODS = WorkbookFormat(details, row=as_in_excel)


def with_mimetype(path: str) -> io.BytesIO | None:
    """Return a valid file that lacks its `mimetype` entry with one; None for anything else."""
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if CONTENT not in names or "mimetype" in names:
            return None
        mended = io.BytesIO()
        with zipfile.ZipFile(mended, "w") as copy:
            copy.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            for name in names:
                copy.writestr(name, archive.read(name))
    mended.seek(0)
    return mended


@dataclass
class _SheetLists:
    """The details of one sheet while they are collected."""

    hidden_rows: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    percent: list[CellPosition] = field(default_factory=list)
    euro: list[CellPosition] = field(default_factory=list)
    merged: list[MergedCells] = field(default_factory=list)
    covered: list[CellPosition] = field(default_factory=list)
    struck: list[CellPosition] = field(default_factory=list)

    def details(self, *, calculated: bool) -> SheetDetails:
        """Return the details; where any formula has a result, those without one are empty texts."""
        faults = (fault for fault in self.faults if not (calculated and fault.text.startswith("=")))
        return SheetDetails(
            tuple(self.hidden_rows), tuple(faults), tuple(self.percent), tuple(self.merged), tuple(self.covered),
            struck=tuple(self.struck), euro=tuple(self.euro),
        )  # fmt: skip


class _TablesWalker:
    """Collects the details of all sheets; runs of equal rows and cells are counted, not copied."""

    def __init__(self) -> None:
        self._sheets: dict[str, _SheetLists] = {}
        self._sheet = _SheetLists()
        self._calculated = False  # whether any formula has a result
        self._row = self._column = self._row_times = self._cell_times = 0
        self._cell: dict[str, str] = {}
        self._text: list[str] = []
        self._style = ""
        self._struck_styles: set[str] = set()

    def details(self) -> dict[str, SheetDetails]:
        """Return what was collected by sheet name."""
        return {name: sheet.details(calculated=self._calculated) for name, sheet in self._sheets.items()}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._sheet = self._sheets[attributes.get("table:name", "")] = _SheetLists()
            self._row = 0
        elif tag == "table:table-row":
            self._column = 0
            self._row_times = int(attributes.get("table:number-rows-repeated", "1"))
            if attributes.get("table:visibility") in ("collapse", "filter") and self._row_times < _LONGEST_RUN:
                self._sheet.hidden_rows += range(self._row, self._row + self._row_times)
        elif tag == "style:style":
            self._style = attributes.get("style:name", "")
        elif tag == "style:text-properties" and attributes.get(_LINE_THROUGH, "none") != "none":
            self._struck_styles.add(self._style)
        elif tag in _CELLS:
            self._cell, self._text = attributes, []
            self._cell_times = int(attributes.get("table:number-columns-repeated", "1"))

    def text(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._row_times
        elif tag in _CELLS:
            self._end_cell(covered=tag == _COVERED_CELL)
            self._column += self._cell_times

    def _run(self) -> list[CellPosition]:
        """Return the places of a cell and of those like it that follow; none of a run that fills the sheet."""
        rows, columns = range(self._row_times), range(self._cell_times)
        if self._row_times * self._cell_times >= _LONGEST_RUN:
            return []
        return [CellPosition(self._row + i, self._column + j) for i in rows for j in columns]

    def _end_cell(self, *, covered: bool) -> None:
        row, column = self._row, self._column
        kind = self._cell.get("office:value-type")
        if covered and kind and self._cell_times < _LONGEST_RUN:
            self._sheet.covered += [CellPosition(row, column + i) for i in range(self._cell_times)]
        elif self._cell.get("calcext:value-type") == "error":
            self._sheet.faults.append(Fault(row, column, "".join(self._text).strip() or "#"))
        elif not kind and "table:formula" in self._cell:  # an empty text, or never calculated
            self._sheet.faults.append(Fault(row, column, "=" + self._cell["table:formula"].partition("=")[2]))
        elif kind in ("percentage", "currency"):
            in_euro = self._cell.get("office:currency", "EUR") == "EUR"
            shown = self._sheet.percent if kind == "percentage" else self._sheet.euro if in_euro else []
            shown += self._run()
        if self._text and self._cell.get("table:style-name") in self._struck_styles:
            self._sheet.struck += self._run()
        self._calculated = self._calculated or (kind is not None and "table:formula" in self._cell)
        down = int(self._cell.get("table:number-rows-spanned", "1"))
        across = int(self._cell.get("table:number-columns-spanned", "1"))
        if down > 1 or across > 1:
            self._sheet.merged.append(MergedCells(row, column, row + down - 1, column + across - 1))
