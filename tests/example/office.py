"""Write xlsx and csv as an office's programs do, the same bytes every time."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.example.sheet import CREATED, NOTICE, Cell, Sheet

_FONT = {"font_name": "Calibri", "font_size": 11}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "notice": {"italic": True, "font_color": "#595959"},
    "head": {"bold": True, "bg_color": "#DDE8EE", "bottom": 1, "text_wrap": True, "valign": "vcenter"},
    "text": {"text_wrap": True, "valign": "top"},
    "date": {"num_format": "dd.mm.yyyy", "align": "left", "valign": "top"},
    "number": {"num_format": "0", "align": "center", "valign": "top"},
    "thousands": {"num_format": "#,##0", "align": "center", "valign": "top"},
}


def write_xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write a workbook with styled headings, frozen panes, filters, drop-down lists and real dates."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": path.stem, "author": "Geschäftsstelle", "comments": NOTICE, "created": CREATED})
    styles = {name: book.add_format(_FONT | style) for name, style in _STYLES.items()}
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, styles)
    book.close()


def _write_sheet(page: Any, sheet: Sheet, styles: dict[str, Any]) -> None:
    if sheet.title:
        page.write_string(0, 0, sheet.title, styles["title"])
        page.write_string(1, 0, NOTICE, styles["notice"])
    head = sheet.header_row - 1
    bottom = head + len(sheet.rows)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(head, place, column.heading, styles["head"])
        if column.choices:
            rule = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            page.data_validation(head + 1, place, bottom + 200, place, rule)
    page.set_row(head, _height([column.heading for column in sheet.columns], sheet, of=0.9))
    for line, row in enumerate(sheet.rows, start=head + 1):
        page.set_row(line, _height(row, sheet))
        for place, value in enumerate(row):
            _write_cell(page, line, place, value, styles)
    page.autofilter(head, 0, bottom, len(sheet.columns) - 1)
    page.freeze_panes(head + 1, 0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)


def _height(row: Sequence[Cell], sheet: Sheet, of: float = 1.0) -> float:
    """Return the height in points that wrapped cells need; LibreOffice does not find it out by itself.

    `of` is the share of a column's width that its letters may fill.
    """
    lines = [
        sum(max(1, math.ceil(len(part) / (column.width * of))) for part in str(value or "").split("\n"))
        for value, column in zip(row, sheet.columns, strict=True)
    ]
    return min(15.0 * max(lines), 409.0)  # more is not allowed


def _write_cell(page: Any, line: int, place: int, value: Cell, styles: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        page.write_datetime(line, place, datetime(value.year, value.month, value.day), styles["date"])
    elif isinstance(value, (int, float, Decimal)):
        page.write_number(line, place, float(value), styles["thousands" if value >= 10_000 else "number"])
    else:
        page.write_string(line, place, value, styles["text"])


def write_csv(path: Path, sheet: Sheet) -> None:
    """Write what a German Excel saves as CSV: semicolons, Windows characters, Windows line ends."""
    with path.open("w", encoding="cp1252", newline="") as file:
        lines = csv.writer(file, delimiter=";", lineterminator="\r\n")
        lines.writerow([column.heading for column in sheet.columns])
        lines.writerows(["" if value is None else value for value in row] for row in sheet.rows)
