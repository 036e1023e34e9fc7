"""xlsx: a zip archive of XML parts. They are only parsed where a quick look finds that there is something to learn."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple
from xml.etree import ElementTree

from .sheet_details import CellPosition, Fault, SheetDetails, WorkbookFormat
from .xml_parts import holds_any, local_name, sheet_parts, walk

WORKBOOK = "xl/workbook.xml"
_STYLES, _RELATIONS = "xl/styles.xml", "xl/_rels/workbook.xml.rels"
_SIGNS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b' t="e"', b' hidden="1"', b' hidden="true"')
_PERCENT_FORMATS: frozenset[str | None] = frozenset(("9", "10"))  # 0% and 0,00%, which no file writes down
_SINCE_1904 = re.compile(rb"""\bdate1904\s*=\s*["'](?:1|true|on)""")


def details(path: str, sheets: Sequence[str]) -> dict[str, SheetDetails]:
    """Return hidden rows, errors, formulas without a value, shares in percent and struck cells by sheet name."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        styles = _styles(archive.read(_STYLES)) if _STYLES in names else _Styles()
        signs = (*_SIGNS, *(f' s="{style}"'.encode() for style in styles.percent | styles.struck))
        parts = sheet_parts(archive, _RELATIONS, _sheet_ids(archive.read(WORKBOOK)))
        return {
            name: replace(
                _sheet_details(data, styles) if holds_any(data, signs) else SheetDetails(),
                euro=_cells_in(data, styles.euro),
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


class _Styles(NamedTuple):
    """The numbers of the cell styles that show 0.45 as 45 %, that show a number with „€“, that strike text through."""

    percent: frozenset[str] = frozenset()
    euro: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()


def _styles(data: bytes) -> _Styles:
    try:
        styles = ElementTree.fromstring(data)  # noqa: S314
    except ElementTree.ParseError:
        return _Styles()
    own = [e for e in styles.iter() if local_name(e.tag) == "numFmt"]
    cells = [xf for each in styles.iter() if local_name(each.tag) == "cellXfs" for xf in each]
    fonts = (font for each in styles.iter() if local_name(each.tag) == "fonts" for font in each)
    lines = {str(number) for number, font in enumerate(fonts) if any(map(_strikes, font))}

    def showing(sign: str, formats: frozenset[str | None] = frozenset()) -> frozenset[str]:
        known = formats.union(e.get("numFmtId") for e in own if sign in e.get("formatCode", ""))
        return frozenset(str(number) for number, xf in enumerate(cells) if xf.get("numFmtId") in known)

    struck = frozenset(str(number) for number, xf in enumerate(cells) if xf.get("fontId") in lines)
    return _Styles(showing("%", _PERCENT_FORMATS), showing("€"), struck)


def _strikes(element: ElementTree.Element) -> bool:
    return local_name(element.tag) == "strike" and element.get("val", "1") in ("1", "true")


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


def _sheet_details(data: bytes, styles: _Styles) -> SheetDetails:
    sheet = _SheetWalker(styles.percent, styles.struck)
    walk(data, sheet)
    return SheetDetails(tuple(sheet.hidden_rows), tuple(sheet.faults), tuple(sheet.percent), struck=tuple(sheet.struck))


class _SheetWalker:
    """Collects the details of one sheet; `percent_styles` show a share, `struck_styles` strike their text through."""

    def __init__(self, percent_styles: frozenset[str], struck_styles: frozenset[str]) -> None:
        self.hidden_rows: list[int] = []
        self.faults: list[Fault] = []
        self.percent: list[CellPosition] = []
        self.struck: list[CellPosition] = []
        self._percent_styles, self._struck_styles = percent_styles, struck_styles
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
            if self._cell.get("s") in self._struck_styles:
                self.struck.append(_position(self._cell["r"]))
            self._cell = {}

    def _fault(self, text: str) -> None:
        self.faults.append(Fault(*_position(self._cell["r"]), text))
