"""The tables as they were understood, one row per record, without personal data: for the workbook and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from ..base.records import Tables
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


@dataclass(frozen=True)
class _Column:
    title: str
    name: str
    width: int
    shown: Callable[[Any], ExportCell] = _same


# What may leave the house, per table. `netzwerk` holds no names (ingest counts persons), so groups and institutions do.
_TABLES: dict[str, tuple[str, tuple[_Column, ...]]] = {
    "treffen": ("Treffen", (
        _Column("Datum", "datum", 12, _day), _Column("bis", "bis", 12, _day), _Column("Projekt", "projekt", 20),
        _Column("Art", "art", 24), _Column("Thema", "thema", 50), _Column("Ort", "ort", 20),
        _Column("Beteiligte", "beteiligte", 50, _list), _Column("Teilnehmerzahl", "teilnehmerzahl", 15, people),
    )),
    "veranstaltungen": ("Veranstaltungen", (
        _Column("Datum", "datum", 12, _day), _Column("bis", "bis", 12, _day), _Column("Projekt", "projekt", 20),
        _Column("Format", "format", 24), _Column("Titel", "titel", 50), _Column("Themen", "themen", 30, _list),
        _Column("Programm", "programm", 24), _Column("Ort", "ort", 20),
        _Column("Veranstalter", "veranstalter", 50, _list), _Column("Zielgruppe", "zielgruppe", 20),
        _Column("Mitwirkende", "mitwirkende", 40, _list),
        _Column("Teilnehmerzahl", "teilnehmerzahl", 15, people),
    )),
    "netzwerk": ("Netzwerk", (
        _Column("Projekt", "projekt", 20), _Column("Gruppe", "gruppe", 24), _Column("Institution", "institution", 40),
        _Column("haupt-/ehrenamtlich", "engagement", 20),
    )),
    "initiativen": ("Initiativen", (
        _Column("Datum", "datum", 12, _day), _Column("Projekt", "projekt", 20), _Column("Art", "art", 20),
        _Column("Beteiligte", "beteiligte", 50, _list), _Column("Adressat", "adressat", 30),
        _Column("Gegenstand", "gegenstand", 50), _Column("Initiator", "initiator", 30),
    )),
    "werte": ("Werte", (
        _Column("Bezeichnung", "bezeichnung", 30), _Column("Jahr", "jahr", 8), _Column("Wert", "wert", 14),
        _Column("Einheit", "einheit", 14), _Column("Projekt", "projekt", 20),
    )),
}  # fmt: skip


def tidy_tables(tables: Tables) -> tuple[ExportTable, ...]:
    """Return the tables that have rows, each with where its rows stand."""
    return tuple(_tidy(tables, table) for table in _TABLES if len(tables[table]))


def _tidy(tables: Tables, table: str) -> ExportTable:
    name, columns = _TABLES[table]
    frame = tables[table]
    places = tables.sources.loc[frame.index]
    shown = [[column.shown(value) for value in frame[column.name]] for column in columns]
    rows = zip(*shown, places["file"], places["sheet"], (int(row) for row in places["row"]), strict=True)
    titles = (*((column.title, column.width) for column in columns), ("Datei", 30), ("Blatt", 20), ("Zeile", 8))
    return ExportTable(name, titles, tuple(rows))
