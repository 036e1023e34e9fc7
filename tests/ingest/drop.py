"""Small real files for tests, and what comes out of a folder of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

from pipeline.base.problems import Problem
from pipeline.base.records import Tables
from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.ingest import tables
from pipeline.ingest.files.workbook import Workbook
from pipeline.ingest.sheets import Sheet, holds
from pipeline.topics.registry import topics

SETTINGS = Settings(organisation=OwnOrganisation(name="Musterverein"))
Rows = Sequence[Sequence[Any]]
HEAD = ["Datum", "Art", "Thema", "Ort", "Beteiligte", "Teilnehmerzahl"]


def xlsx(path: Path, sheets: Mapping[str, Rows] | Rows, merged: Sequence[str] = ()) -> Path:
    """Write a workbook; rows alone become the sheet „Tabelle1“. `merged` counts for every sheet: "A2:A3"."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in (sheets if isinstance(sheets, Mapping) else {"Tabelle1": sheets}).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for block in merged:
            sheet.merge_cells(block)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def read(folder: Path, settings: Settings = SETTINGS) -> Tables:
    """Return what the reader makes of a folder."""
    return tables.read(folder, settings, topics().repertoire())


def gathered(sheets: Mapping[str, Rows] | Rows, settings: Settings = SETTINGS) -> Tables:
    """Return what the reader makes of the sheets of „a.xlsx“, without a file; rows alone become „Tabelle1“."""
    made = []
    for name, rows in (sheets if isinstance(sheets, Mapping) else {"Tabelle1": sheets}).items():
        width = max(map(len, rows), default=0)
        clean = (tuple(cell if holds(cell) else None for cell in [*row, *[None] * (width - len(row))]) for row in rows)
        made.append(Sheet("a.xlsx", name, tuple(clean)))
    return tables.gather([Workbook("a.xlsx", tuple(made))], settings, topics().repertoire())


def typed(rows: Rows, sheet: str = "Tabelle1", settings: Settings = SETTINGS) -> Tables:
    """Return what the reader makes of the cells of one sheet; no file is written or read."""
    return gathered({sheet: rows}, settings)


def codes(found: Tables | Sequence[Problem]) -> list[str]:
    """Return the codes of the problems, in order."""
    return [p.code for p in (found.problems if isinstance(found, Tables) else found)]


def places(found: Tables, code: str) -> list[tuple[str, str | None, str | None, int | None]]:
    """Return file, sheet, cell and row of each problem of one kind."""
    return [(p.file, p.sheet, p.cell, p.row) for p in found.problems if p.code == code]


def balance(found: Tables) -> list[tuple[str, str, int, int, int]]:
    """Return sheet, table, read, used and set aside of each line of the balance."""
    return [(b.sheet, b.table, b.read, b.used, b.set_aside) for b in found.balance]


def day(text: str) -> datetime:
    """Return the day that a text names."""
    return datetime.strptime(text, "%d.%m.%Y")


def dates(found: Tables, table: str = "treffen") -> list[str]:
    """Return the days of a table, in order."""
    return [f"{d:%d.%m.%Y}" for d in found[table]["datum"]]


def column(found: Tables, table: str, name: str) -> list[object]:
    """Return what stands in a column."""
    return list(found[table][name])
