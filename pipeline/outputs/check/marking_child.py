"""Mark the cells of one workbook: a child process, because openpyxl may hang or eat memory on a hostile file.

It reads one request (JSON) from standard input and writes the marked copy. It ends with 0 when that was done and with 4
when openpyxl would lose something of the workbook; any other end is a failure. Which cells may be seen is not for it to
judge: „shareable“ lists them sheet by sheet as `[column, first row, last row]`.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...base.processes import limit_memory
from ...ingest.cells.personal import without_personal_data
from ...ingest.sheets import as_typed

WOULD_LOSE = 4  # the child's exit code, unlike those of Python (1, 2) and of a signal (negative)
_LOST_BY_OPENPYXL = re.compile(
    r"xl/(charts|pivotTables|slicers|timelines|ctrlProps|activeX|embeddings|media|drawings/drawing|externalLinks"
    r"|threadedComments|vbaProject)"
)
_COLOURS = {"fehler": "FFF4B6B0", "warnung": "FFFFE08A", "hinweis": "FFCFE3F2"}
_BLANK = "…"
_QUOTED_LETTERS = (40, 60, 80, 200)  # so much of a cell problems quote; see `ingest.messages` and `ingest.rows.sorting`
_CHANGED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def main() -> int:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    limit_memory(request["speicher_mb"])
    source, target = Path(request["path"]), Path(request["target"])
    with zipfile.ZipFile(source) as parts:
        if any(_LOST_BY_OPENPYXL.match(name) for name in parts.namelist()):
            return WOULD_LOSE
    book = _without_strangers(source, request["shareable"])
    _take_authors_out(book)
    blanked = {sheet.title: _blank(sheet, request["shareable"][sheet.title]) for sheet in book.worksheets}
    for mark in request["marks"]:
        if mark["sheet"] in book.sheetnames:
            _mark(book[mark["sheet"]], mark, blanked[mark["sheet"]])
    raw = target.with_suffix(".roh")
    book.save(raw)
    _write_alike(raw, target)
    raw.unlink()
    return 0


def _without_strangers(path: Path, tables: Collection[str]) -> Any:
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
    return (cell for cell in _cells(sheet) if cell.data_type == "f" and isinstance(cell.value, str))


def _take_authors_out(book: Any) -> None:
    """Forget who wrote the workbook and its comments, and what is printed at the edges of its pages."""
    from openpyxl.packaging.core import DocumentProperties
    from openpyxl.worksheet.header_footer import HeaderFooter

    book.properties = DocumentProperties(creator="")
    for name in list(book.custom_doc_props.names):
        del book.custom_doc_props[name]
    for sheet in book.worksheets:
        sheet.HeaderFooter = HeaderFooter()
        for cell in (cell for cell in _cells(sheet) if cell.comment):
            comment = cell.comment
            comment.text = without_personal_data(comment.text.removeprefix(f"{comment.author}:").lstrip())
            comment.author = ""


def _blank(sheet: Any, shareable: Sequence[Sequence[int]]) -> dict[int, list[str]]:
    """Blank all cells of a sheet but the shareable ones, and take addresses and numbers out of their texts.

    Return row -> what stood in its blanked cells.
    """
    blanked: dict[int, list[str]] = {}
    may_be_seen = _Areas(shareable)
    for cell in _cells(sheet):
        cell.hyperlink = None  # the address behind a text may be anybody's
        if (cell.row, cell.column) in may_be_seen:
            if isinstance(cell.value, str | list):  # a list is a text in several typefaces
                clean = without_personal_data(str(cell.value))
                cell.value = cell.value if clean == str(cell.value) else clean
            continue
        cell.comment = None
        if cell.value is not None:
            blanked.setdefault(cell.row, []).append(" ".join(as_typed(cell.value).split()))
            cell.value = _BLANK
    _drop_texts_beside_cells(sheet)
    return blanked


def _cells(sheet: Any) -> list[Any]:
    """Return the cells that there are but those that a merged block covers, which hold nothing.

    `iter_rows` would make all cells of the used range, of which one cell in the last row makes millions.
    """
    from openpyxl.cell import MergedCell

    return [cell for cell in sheet._cells.values() if not isinstance(cell, MergedCell)]


class _Areas:
    """Cells by row and column, out of `[column, first row, last row]` in order."""

    def __init__(self, areas: Sequence[Sequence[int]]) -> None:
        self._columns: dict[int, tuple[list[int], list[int]]] = {}
        for column, first, last in areas:
            firsts, lasts = self._columns.setdefault(column, ([], []))
            firsts.append(first)
            lasts.append(last)

    def __contains__(self, cell: tuple[int, int]) -> bool:
        row, column = cell
        firsts, lasts = self._columns.get(column, ([], []))
        nth = bisect_right(firsts, row) - 1
        return nth >= 0 and row <= lasts[nth]


def _drop_texts_beside_cells(sheet: Any) -> None:
    """Drop what holds texts of its own: choices, filters, names of constants, and formats that depend on texts.

    These formats would cover the colours of the marks, too.
    """
    from openpyxl.formatting.formatting import ConditionalFormattingList
    from openpyxl.worksheet.datavalidation import DataValidationList
    from openpyxl.worksheet.scenario import ScenarioList

    sheet.data_validations = DataValidationList()
    sheet.conditional_formatting = ConditionalFormattingList()
    sheet.auto_filter.filterColumn = []
    sheet.scenarios = ScenarioList()
    for table in list(sheet.tables.values()):
        (heads, *_) = sheet[table.ref]
        if [str(cell.value) for cell in heads] != table.column_names:
            del sheet.tables[table.name]  # Excel repairs a table that is called otherwise than its cells
        elif table.autoFilter is not None:
            table.autoFilter.filterColumn = []
    for names in (sheet.defined_names, sheet.parent.defined_names):
        for name in [name for name, defined in names.items() if '"' in (defined.attr_text or "")]:
            del names[name]


def _mark(sheet: Any, mark: Mapping[str, Any], blanked: Mapping[int, Sequence[str]]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = sheet[mark["cell"]]
    text = _without_quotes(mark["text"], blanked.get(cell.row, ()))
    if type(cell).__name__ == "MergedCell":
        merged = next(block for block in sheet.merged_cells.ranges if mark["cell"] in block)
        cell = sheet.cell(merged.min_row, merged.min_col)
    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    if not before:
        cell.fill = PatternFill("solid", fgColor=_COLOURS[mark["severity"]])  # the worst comes first
    cell.comment = Comment(before + text, "Prüfung", height=140, width=320)


def _without_quotes(text: str, blanked: Sequence[str]) -> str:
    """Return a message without what it quotes of blanked cells."""
    begins = {cell[:letters].strip() for cell in blanked for letters in _QUOTED_LETTERS}
    for quoted in sorted(begins.union(map(without_personal_data, begins)), key=len, reverse=True):
        text = text.replace(f"„{quoted}“", f"„{_BLANK}“")
    return text


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
