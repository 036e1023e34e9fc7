"""The figures as files: `kennzahlen.json` for programs, `Kennzahlen.xlsx` for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..base.figures import Figure, Figures
from ..base.period import Period
from ..base.records import SourceRows, Tables
from ..german.periods import in_table
from ..publish.typography import ranges
from .export_tables import ExportTable, tidy_tables


def as_json(figures: Figures, tables: Tables) -> Iterator[dict[str, Any]]:
    """Yield the figures in the shape that `kennzahlen.json` promises."""
    for figure in figures.values():
        yield _figure(figure, tables.where(figure.rows))


def _figure(figure: Figure, places: tuple[SourceRows, ...]) -> dict[str, Any]:
    return {
        "key": figure.key.text,
        "label": str(figure.label),
        "value": _plain(figure.value),
        "unit": figure.unit,
        "at_least": figure.at_least,
        "approximate": figure.approximate,
        "method": figure.method,
        "sources": [_source(place) for place in places],
    }


def _source(place: SourceRows) -> dict[str, Any]:
    """Return where rows stand; of a confidential list how many there are."""
    shown: dict[str, Any] = {"file": place.file, "sheet": place.sheet, "rows": list(place.rows)}
    return shown | {"number": place.hidden} if place.hidden else shown


def _plain(value: int | Decimal | Period | None) -> int | float | str | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value) if isinstance(value, Period) else value


def write_json(path: Path, figures: Figures, tables: Tables) -> None:
    """Write `kennzahlen.json`: an object with the list `figures`, each of them in one line."""
    lines = (json.dumps(figure, ensure_ascii=False) for figure in as_json(figures, tables))
    path.write_text('{"figures": [\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")


def write_xlsx(path: Path, figures: Figures, tables: Tables, as_of: date) -> None:
    """Write `Kennzahlen.xlsx`: the figures, where they come from, and the tidy tables; dated `as_of`."""
    import xlsxwriter

    # Nothing that was typed may become a formula or a link: texts are written as texts.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        workbook.set_properties({"title": "Kennzahlen", "created": datetime.combine(as_of, time())})
        formats = {
            "head": workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "date": workbook.add_format({"num_format": "dd.mm.yyyy", "align": "left", "valign": "top"}),
            "text": workbook.add_format({"text_wrap": True, "valign": "top"}),
            "number": workbook.add_format({"num_format": "#,##0.##", "valign": "top"}),
            "whole": workbook.add_format({"num_format": "#,##0", "valign": "top"}),
        }
        for table in (_figures_table(figures), _sources_table(figures, tables), *tidy_tables(tables)):
            _write(workbook.add_worksheet(table.name), table, formats)


def _figures_table(figures: Figures) -> ExportTable:
    rows = tuple(
        (str(f.label), in_table(f.value) if isinstance(f.value, Period) else f.value, f.unit,
         "mindestens" if f.at_least else "ungefähr" if f.approximate else "", f.method, f.key.text)
        for f in figures.values()
    )  # fmt: skip
    columns = (("Kennzahl", 46), ("Wert", 12), ("Einheit", 16), ("Genauigkeit", 13), ("Wie gezählt", 70), ("Name", 40))
    return ExportTable("Kennzahlen", columns, rows)


def _sources_table(figures: Figures, tables: Tables) -> ExportTable:
    rows = tuple(
        (
            str(figure.label),
            place.file,
            place.sheet,
            _cut(ranges(place.rows)),
            place.hidden or len(place.rows),
            figure.key.text,
        )
        for figure in figures.values()
        for place in tables.where(figure.rows)
    )
    columns = (("Kennzahl", 46), ("Datei", 32), ("Blatt", 20), ("Zeilen", 40), ("Zahl der Zeilen", 14), ("Name", 40))
    return ExportTable("Herkunft", columns, rows)


MOST_LETTERS = 32_767  # a cell holds no more; what is longer would not be written at all


def _cut(rows: str) -> str:
    """Return a list of rows, or what fits into a cell and where the rest is."""
    rest = ", … (vollständig in kennzahlen.json)"
    return rows if len(rows) <= MOST_LETTERS else rows[: MOST_LETTERS - len(rest)].rpartition(", ")[0] + rest


def _write(sheet: Any, table: ExportTable, formats: Mapping[str, Any]) -> None:
    for column, (title, width) in enumerate(table.columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, formats["head"])
    for row, values in enumerate(table.rows, start=1):
        for column, value in enumerate(values):
            if isinstance(value, date):
                sheet.write_datetime(row, column, datetime.combine(value, time()), formats["date"])
            elif isinstance(value, int | Decimal):
                sheet.write_number(row, column, value, formats["whole" if value == int(value) else "number"])
            elif value:
                sheet.write_string(row, column, str(value)[:MOST_LETTERS], formats["text"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
