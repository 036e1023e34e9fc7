"""xlsx: a zip archive of XML parts. They are only parsed where a quick look finds that there is something to learn."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from .sheet_details import CellPosition, Fault, SheetDetails, WorkbookFormat
from .xml_parts import holds_any, local_name, sheet_parts, walk

WORKBOOK = "xl/workbook.xml"
_STYLES, _RELATIONS = "xl/styles.xml", "xl/_rels/workbook.xml.rels"
_SIGNS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b' t="e"', b' hidden="1"', b' hidden="true"')
_PERCENT_FORMATS: frozenset[str | None] = frozenset(("9", "10"))  # 0% and 0,00%, which no file writes down
_SINCE_1904 = re.compile(rb"""\bdate1904\s*=\s*["'](?:1|true|on)""")


def details(path: str, sheets: Sequence[str]) -> dict[str, SheetDetails]:
    """Return hidden rows, errors, formulas without a value and shares in percent by sheet name."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        styles = archive.read(_STYLES) if _STYLES in names else b""
        percent, euro = _styles_with(styles, "%", _PERCENT_FORMATS), _styles_with(styles, "€", frozenset())
        signs = (*_SIGNS, *(f' s="{style}"'.encode() for style in percent))
        parts = sheet_parts(archive, _RELATIONS, _sheet_ids(archive.read(WORKBOOK)))
        return {
            name: replace(
                _sheet_details(data, percent) if holds_any(data, signs) else SheetDetails(), euro=_cells_in(data, euro)
            )
            for name, part in parts.items()
            if part in names and (data := archive.read(part))
        }


def since_1904(path: str) -> bool:
    """Tell whether a workbook counts its days since 1904."""
    with zipfile.ZipFile(path) as archive:
        return _SINCE_1904.search(archive.read(WORKBOOK)) is not None


_MOST_CELLS = 30_000_000  # that calamine holds at once, blank ones included: some 700 MB
_REFERENCE = re.compile(rb' r="([A-Z]{1,3})(\d{1,7})"')
_FAR_COLUMN = re.compile(rb' r="([A-Z]{2,3})\d')


def reaches_too_far(path: str) -> bool:
    """Tell whether cells far to the right and far down make a sheet larger than calamine can hold."""
    with zipfile.ZipFile(path) as archive:
        parts = (archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
        return any(_cells_up_to_the_last(part) > _MOST_CELLS for part in parts)


def _cells_up_to_the_last(part: bytes) -> int:
    last = _REFERENCE.match(part, part.rfind(b' r="'))
    column = max((match[1] for match in _FAR_COLUMN.finditer(part)), key=lambda name: (len(name), name), default=b"Z")
    return int(last[2]) * (_position(f"{column.decode()}1").column + 1) if last else 0


XLSX = WorkbookFormat(details, since_1904, reaches_too_far=reaches_too_far)


def read_patiently(path: str) -> Iterator[tuple[str, bool, Iterator[list[Any]]]]:
    """Yield name, visibility and rows of the sheets, read by openpyxl, which is slow and forgives more."""
    from openpyxl import load_workbook

    for sheet in load_workbook(path, read_only=True, data_only=True).worksheets:
        sheet.reset_dimensions()  # rows as long as they are filled, whatever the file says
        rows = (["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True))
        yield sheet.title, sheet.sheet_state == "visible", rows


def _sheet_ids(workbook: bytes) -> dict[str, str]:
    """Return sheet name -> id of the relation that leads to its part."""
    try:
        book = ElementTree.fromstring(workbook)  # noqa: S314
    except ElementTree.ParseError:
        return {}
    return {
        element.get("name", ""): next((value for key, value in element.attrib.items() if local_name(key) == "id"), "")
        for element in book.iter()
        if local_name(element.tag) == "sheet"
    }


def _styles_with(data: bytes, sign: str, formats: frozenset[str | None]) -> frozenset[str]:
    """Return the numbers of the cell styles whose format shows a sign, or is one of those that no file writes down."""
    try:
        styles = ElementTree.fromstring(data)  # noqa: S314
    except ElementTree.ParseError:
        return frozenset()
    own = (e for e in styles.iter() if local_name(e.tag) == "numFmt" and sign in e.get("formatCode", ""))
    formats = formats.union(e.get("numFmtId") for e in own)
    lists = (element for element in styles.iter() if local_name(element.tag) == "cellXfs")
    return frozenset(str(number) for each in lists for number, xf in enumerate(each) if xf.get("numFmtId") in formats)


def _position(reference: str) -> CellPosition:
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return CellPosition(int(reference[len(letters) :]) - 1, column - 1)


def _cells_in(data: bytes, styles: frozenset[str]) -> tuple[CellPosition, ...]:
    """Return the cells of some styles that hold a number; a whole walk would take long for a long list of amounts."""
    if not styles:
        return ()
    numbers = "|".join(sorted(styles)).encode()
    cells = re.finditer(rb'<(?:\w+:)?c r="([A-Z]{1,3}\d{1,7})" s="(?:%s)"(?: t="n")?>' % numbers, data)
    return tuple(_position(cell[1].decode()) for cell in cells)


def _sheet_details(data: bytes, percent: frozenset[str]) -> SheetDetails:
    sheet = _SheetWalker(percent)
    walk(data, sheet)
    return SheetDetails(tuple(sheet.hidden_rows), tuple(sheet.faults), tuple(sheet.percent))


class _SheetWalker:
    """Collects the details of one sheet; `percent_styles` are the styles that show a share."""

    def __init__(self, percent_styles: frozenset[str]) -> None:
        self.hidden_rows: list[int] = []
        self.faults: list[Fault] = []
        self.percent: list[CellPosition] = []
        self._percent_styles = percent_styles
        self._cell: dict[str, str] = {}
        self._inside = ""
        self._texts: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = local_name(tag)
        if tag == "row" and attributes.get("hidden") in ("1", "true") and "r" in attributes:
            self.hidden_rows.append(int(attributes["r"]) - 1)
        elif tag == "c":
            self._cell, self._texts = attributes, {}
        elif tag in ("f", "v"):
            self._inside = tag
            self._texts.setdefault(tag, "")

    def text(self, text: str) -> None:
        if self._inside:
            self._texts[self._inside] += text

    def end(self, tag: str) -> None:
        tag = local_name(tag)
        if tag in ("f", "v"):
            self._inside = ""
        elif tag == "c" and "r" in self._cell:
            if self._cell.get("t") == "e":
                self._fault(self._texts.get("v", "") or "#")
            elif "f" in self._texts and not self._texts.get("v") and self._cell.get("t") != "str":
                self._fault("=" + self._texts["f"])
            elif self._cell.get("s") in self._percent_styles:
                self.percent.append(_position(self._cell["r"]))
            self._cell = {}

    def _fault(self, text: str) -> None:
        self.faults.append(Fault(*_position(self._cell["r"]), text))
