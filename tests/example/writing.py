"""Write sheets as an office would keep them: xlsx, ods and csv, the same bytes every time."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

Cell = str | int | float | Decimal | date | None

CREATED = datetime(2018, 1, 15, 9, 0)
NOTICE = "Beispieldaten: erfunden rund um ein veröffentlichtes Berichtskapitel, keine echten Aufzeichnungen."


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in characters, and the answers its drop-down list offers."""

    heading: str
    width: int = 14
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One sheet: a title over the table, unless it is empty, then headings and rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


def write_xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write a workbook with styled headings, frozen panes, filters, drop-down lists and real dates."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd.mm.yyyy"})
    book.set_properties({"title": path.stem, "author": "Geschäftsstelle", "comments": NOTICE, "created": CREATED})
    font = {"font_name": "Calibri", "font_size": 11}
    title = book.add_format({**font, "bold": True, "font_size": 14})
    notice = book.add_format({**font, "italic": True, "font_color": "#595959"})
    head = book.add_format(
        {**font, "bold": True, "bg_color": "#DDE8EE", "bottom": 1, "text_wrap": True, "valign": "vcenter"}
    )
    text = book.add_format({**font, "text_wrap": True, "valign": "top"})
    day = book.add_format({**font, "num_format": "dd.mm.yyyy", "align": "left", "valign": "top"})
    number = book.add_format({**font, "num_format": "#,##0.##", "valign": "top"})
    whole = book.add_format({**font, "num_format": "0", "valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        top = 0
        if sheet.title:
            page.write_string(0, 0, sheet.title, title)
            page.write_string(1, 0, NOTICE, notice)
            top = 3
        last = len(sheet.columns) - 1
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(top, place, column.heading, head)
        for line, row in enumerate(sheet.rows, start=top + 1):
            for place, value in enumerate(row):
                if value is None or value == "":
                    continue
                if isinstance(value, date):
                    page.write_datetime(line, place, datetime(value.year, value.month, value.day), day)
                elif isinstance(value, (int, float, Decimal)):
                    small = isinstance(value, int) and value < 10_000
                    page.write_number(line, place, float(value), whole if small else number)
                else:
                    page.write_string(line, place, value, text)
        bottom = top + len(sheet.rows)
        page.autofilter(top, 0, bottom, last)
        page.freeze_panes(top + 1, 0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(top)
        for place, column in enumerate(sheet.columns):
            if column.choices:
                rule = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
                page.data_validation(top + 1, place, bottom + 200, place, rule)
    book.close()


def write_ods(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write an OpenDocument spreadsheet with column widths, bold headings and filter buttons."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableColumnProperties, TextProperties
    from odf.table import DatabaseRange, DatabaseRanges, Table, TableCell, TableColumn, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    bold = Style(name="Kopf", family="table-cell")
    bold.addElement(TextProperties(fontweight="bold"))
    book.automaticstyles.addElement(bold)

    def cell(value: Cell, style: Any = None) -> TableCell:
        extra = {"stylename": style} if style else {}
        if value is None or value == "":
            return TableCell(**extra)
        if isinstance(value, (int, float, Decimal)):
            made = TableCell(valuetype="float", value=str(value), **extra)
        else:
            made = TableCell(valuetype="string", **extra)
        made.addElement(P(text=str(value)))
        return made

    ranges = DatabaseRanges()
    for sheet in sheets:
        table = Table(name=sheet.name)
        for place, column in enumerate(sheet.columns):
            style = Style(name=f"Spalte-{sheet.name}-{place}".replace(" ", "-"), family="table-column")
            style.addElement(TableColumnProperties(columnwidth=f"{column.width * 0.2:.1f}cm"))
            book.automaticstyles.addElement(style)
            table.addElement(TableColumn(stylename=style))
        lines: list[tuple[Sequence[Cell], Any]] = []
        if sheet.title:
            lines += [((sheet.title,), bold), ((NOTICE,), None), ((), None)]
        top = len(lines) + 1
        lines += [(tuple(column.heading for column in sheet.columns), bold)]
        lines += [(row, None) for row in sheet.rows]
        for values, look in lines:
            row = TableRow()
            for value in values or (None,):
                row.addElement(cell(value, look))
            table.addElement(row)
        book.spreadsheet.addElement(table)
        end = chr(ord("A") + len(sheet.columns) - 1)
        ranges.addElement(
            DatabaseRange(
                name=f"Filter_{len(ranges.childNodes) + 1}",
                targetrangeaddress=f"'{sheet.name}'.A{top}:'{sheet.name}'.{end}{len(lines)}",
                displayfilterbuttons="true",
            )
        )
    book.spreadsheet.addElement(ranges)
    packed = io.BytesIO()
    book.write(packed)
    _repack(packed, path)


def _repack(packed: io.BytesIO, path: Path) -> None:
    """Write the zip again without the time of day that odfpy puts on every member."""
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, CREATED.timetuple()[:6])
            info.compress_type = zipfile.ZIP_STORED if member.filename == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, old.read(member))


def write_csv(path: Path, sheet: Sheet) -> None:
    """Write what a German Excel saves as CSV: semicolons, Windows characters, Windows line ends."""
    with path.open("w", encoding="cp1252", newline="") as file:
        lines = csv.writer(file, delimiter=";", lineterminator="\r\n")
        lines.writerow([column.heading for column in sheet.columns])
        lines.writerows(["" if value is None else value for value in row] for row in sheet.rows)
