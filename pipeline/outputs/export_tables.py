"""The tables as they were understood, one row per record, without personal data: for the workbook and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from ..base.records import Amount, Tables
from ..base.schema import ColumnKind, TableSchema
from ..narrative.cell_texts import people

ExportCell = str | int | Decimal | date | None


@dataclass(frozen=True)
class ExportTable:
    """A table for people: columns with their width in characters, and rows of plain values."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[ExportCell, ...], ...]

    def as_csv(self) -> bytes:
        """Return the table as German spreadsheets open it: UTF-8 with its mark, semicolons, decimal comma."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow([title for title, _ in self.columns])
        writer.writerows([[_as_text(cell) for cell in row] for row in self.rows])
        return text.getvalue().encode("utf-8-sig")


def _as_text(cell: ExportCell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",")
    text = "" if cell is None else str(cell)
    # A spreadsheet would run these as formulas.
    return "'" + text if isinstance(cell, str) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _day(value: Any) -> ExportCell:
    return None if pd.isna(value) else value.date()


def _list(value: Any) -> ExportCell:
    return "; ".join(value)


def _same(value: Any) -> ExportCell:
    return None if value is None or value == "" else value if isinstance(value, int | Decimal) else str(value)


def _amount(value: Any) -> ExportCell:
    return value.value if isinstance(value, Amount) else None


_SHOWN: Mapping[ColumnKind, Callable[[Any], ExportCell]] = {
    "datum": _day,
    "bis": _day,
    "organisationen": _list,
    "themen": _list,
    "personen": _list,
    "anzahl": people,
    "menge": _amount,
}


def tidy_tables(tables: Tables) -> tuple[ExportTable, ...]:
    """Return the tables that have rows, with the columns that may leave the house and where each row stands."""
    shown = (schema for schema in tables.schemas.values() if not schema.confidential)
    handed_on = (schema for schema in shown if any(column.width for column in schema.columns))
    return tuple(_tidy(tables, schema) for schema in handed_on if len(tables[schema.name]))


def _tidy(tables: Tables, schema: TableSchema) -> ExportTable:
    frame, columns = tables[schema.name], [column for column in schema.columns if column.width]
    places = tables.sources.loc[frame.index]
    shown = [[_SHOWN.get(column.kind, _same)(cell) for cell in frame[column.name]] for column in columns]
    rows = zip(*shown, places["file"], places["sheet"], (int(row) for row in places["row"]), strict=True)
    titles = (*((column.heading, column.width) for column in columns), ("Datei", 30), ("Blatt", 20), ("Zeile", 8))
    return ExportTable(schema.title, titles, tuple(rows))
