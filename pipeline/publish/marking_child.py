"""Mark the cells of one workbook: a child process, because openpyxl may hang or eat memory on a hostile file.

It reads one request (JSON) from standard input and writes the marked copy. It ends with 0 when that was done and with 4
when openpyxl would lose something of the workbook; any other end is a failure.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..ingest.cells.personal import without_personal_data
from ..ingest.files.reading_child import limit_memory
from ..ingest.layout.headings import heading_key, meanings
from ..ingest.schema import TABLES
from ..ingest.survey.privacy import is_personal
from ..settings import Settings

WOULD_LOSE = 4
_LOST_BY_OPENPYXL = re.compile(
    r"xl/(charts|pivotTables|slicers|timelines|ctrlProps|activeX|embeddings|media|drawings/drawing|externalLinks"
    r"|threadedComments|vbaProject)"
)
_COLOURS = {"fehler": "FFF4B6B0", "warnung": "FFFFE08A", "hinweis": "FFCFE3F2"}
_HEADER_WITHIN = 40
_TAKEN_OUT = "…"
_CHANGED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def main() -> int:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    limit_memory(request["speicher_mb"])
    source, target = Path(request["path"]), Path(request["target"])
    with zipfile.ZipFile(source) as parts:
        if any(_LOST_BY_OPENPYXL.match(name) for name in parts.namelist()):
            return WOULD_LOSE
    book = _without_strangers(source, request["sheets"])
    _take_authors_out(book)
    for sheet in book.worksheets:
        _take_people_out(sheet, request["sheets"][sheet.title])
    for mark in request["marks"]:
        if mark["sheet"] in book.sheetnames:
            _mark(book[mark["sheet"]], mark)
    raw = target.with_suffix(".roh")
    book.save(raw)
    _write_alike(raw, target)
    raw.unlink()
    return 0


def _without_strangers(path: Path, tables: Mapping[str, str]) -> Any:
    """Return the workbook with just the visible sheets that hold a table; formulas about others keep their value."""
    from openpyxl import load_workbook

    book = load_workbook(path, rich_text=True)
    gone = [sheet.title for sheet in book.worksheets if sheet.title not in tables or sheet.sheet_state != "visible"]
    if not gone:
        return book
    values = load_workbook(path, data_only=True)
    for name in gone:
        del book[name]
    for sheet in book.worksheets:
        for cell in _formulas(sheet):
            if any(name in cell.value for name in gone):
                cell.value = values[sheet.title][cell.coordinate].value
    for name, defined in list(book.defined_names.items()):
        if any(lost in (defined.attr_text or "") for lost in gone):
            del book.defined_names[name]
    return book


def _formulas(sheet: Any) -> Iterator[Any]:
    for row in sheet.iter_rows():
        yield from (cell for cell in row if cell.data_type == "f" and isinstance(cell.value, str))


def _take_authors_out(book: Any) -> None:
    """Forget who wrote the workbook and its comments, and what is printed at the edges of its pages."""
    from openpyxl.packaging.core import DocumentProperties
    from openpyxl.worksheet.header_footer import HeaderFooter

    book.properties = DocumentProperties(creator="")
    for name in list(book.custom_doc_props.names):
        del book.custom_doc_props[name]
    for sheet in book.worksheets:
        sheet.HeaderFooter = HeaderFooter()
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.comment):
            comment = cell.comment
            comment.text = without_personal_data(comment.text.removeprefix(f"{comment.author}:").lstrip())
            comment.author = ""


def _take_people_out(sheet: Any, table: str) -> None:
    """Empty columns that say who somebody is, and take addresses and numbers out of every text."""
    known = meanings(TABLES[table], Settings())
    columns: dict[int, int] = {}
    for row in sheet.iter_rows(max_row=_HEADER_WITHIN):
        for cell in row:
            if isinstance(cell.value, str) and cell.column not in columns and _is_about_people(cell.value, known):
                columns[cell.column] = cell.row
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell.value, str):
                continue
            if cell.row > columns.get(cell.column, cell.row):
                cell.value = _TAKEN_OUT
            elif (clean := without_personal_data(cell.value)) != cell.value:
                cell.value = clean


def _is_about_people(heading: str, known: Mapping[str, Sequence[tuple[Any, int]]]) -> bool:
    means = known.get(heading_key(heading))
    return any(column.kind == "person" for column, _ in means) if means else is_personal(heading)


def _mark(sheet: Any, mark: Mapping[str, Any]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = sheet[mark["cell"]]
    if type(cell).__name__ == "MergedCell":
        merged = next(block for block in sheet.merged_cells.ranges if mark["cell"] in block)
        cell = sheet.cell(merged.min_row, merged.min_col)
    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    if not before:
        cell.fill = PatternFill("solid", fgColor=_COLOURS[mark["severity"]])  # the worst comes first
    cell.comment = Comment(before + mark["text"], "Prüfung", height=140, width=320)


def _write_alike(raw: Path, target: Path) -> None:
    """Write a workbook without the time at which it was written."""
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _CHANGED.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    sys.exit(main())
