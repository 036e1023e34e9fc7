"""What calamine does not tell: hidden rows, errors, formulas without a value, shares in percent, merged cells of ODS.

The sheets' XML is only parsed where a quick look finds that there is something to learn. The binary formats are in
`reading_binary`.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TypeVar
from xml.etree import ElementTree
from xml.parsers import expat

Details = dict[str, Any]

# Searched one by one, which is a hundred times as fast as one pattern for all.
_ODS_SIGNS = (
    b'value-type="percentage"',
    b'-spanned="',
    b'table:visibility="',
    b'calcext:value-type="error"',
    b"table:formula=",
)
_XLSX_SIGNS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b' t="e"', b' hidden="1"', b' hidden="true"')


def details_of(path: str, sheets: Sequence[str]) -> dict[str, Details]:
    """Return by sheet name what a workbook adds to its cells; `sheets` are all names in their order."""
    if not zipfile.is_zipfile(path):
        from .reading_binary import xls_details

        found = xls_details(path)
        return dict(zip(sheets, found, strict=True)) if len(found) == len(sheets) else {}
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" in names:
            percent = _percent_styles(archive.read("xl/styles.xml")) if "xl/styles.xml" in names else frozenset()
            signs = (*_XLSX_SIGNS, *(f' s="{style}"'.encode() for style in percent))
            return {
                name: _walk(data, _XlsxSheet(percent)).found
                for name, part in _xlsx_parts(archive).items()
                if part in names and _has_any(data := archive.read(part), signs)
            }
        if "xl/workbook.bin" in names:
            from .reading_binary import xlsb_details, xlsb_percent_styles

            styles = xlsb_percent_styles(archive.read("xl/styles.bin")) if "xl/styles.bin" in names else frozenset()
            return {
                name: xlsb_details(archive.read(part), styles)
                for name, part in _xlsb_parts(archive).items()
                if part in names
            }
        if "content.xml" in names and _has_any(data := archive.read("content.xml"), _ODS_SIGNS):
            return _walk(data, _OdsTables()).told()
    return {}


def since_1904(path: str) -> bool:
    """Tell whether a workbook counts its days since 1904, as Excel did on the Mac."""
    from .reading_binary import xls_since_1904, xlsb_since_1904

    if not zipfile.is_zipfile(path):
        return xls_since_1904(path)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if "xl/workbook.xml" in names:
            return _SINCE_1904.search(archive.read("xl/workbook.xml")) is not None
        return "xl/workbook.bin" in names and xlsb_since_1904(archive.read("xl/workbook.bin"))


_SINCE_1904 = re.compile(rb"""\bdate1904\s*=\s*["'](?:1|true|on)""")


def _has_any(data: bytes, signs: tuple[bytes, ...]) -> bool:
    return any(sign in data for sign in signs)


Walker = TypeVar("Walker", "_XlsxSheet", "_OdsTables")


def _walk(data: bytes, walker: Walker) -> Walker:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.CharacterDataHandler = walker.text
    parser.EndElementHandler = walker.end
    with suppress(expat.ExpatError, ValueError):  # calamine has read the sheet; what is found up to there is true
        parser.Parse(data, True)
    return walker


def _local(name: str) -> str:
    return name.rsplit(":", 1)[-1].rsplit("}", 1)[-1]


def _xlsx_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return sheet name -> name of its part in the archive."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    except ElementTree.ParseError:
        return {}
    ids = {
        element.get("name", ""): next((value for key, value in element.attrib.items() if _local(key) == "id"), "")
        for element in book.iter()
        if _local(element.tag) == "sheet"
    }
    return _targets(archive, "xl/_rels/workbook.xml.rels", ids)


def _xlsb_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    from .reading_binary import xlsb_sheets

    ids = {name: id_ for id_, name in xlsb_sheets(archive.read("xl/workbook.bin"))}
    return _targets(archive, "xl/_rels/workbook.bin.rels", ids)


def _targets(archive: zipfile.ZipFile, relations: str, ids: dict[str, str]) -> dict[str, str]:
    """Return sheet name -> name of its part, by the ids of the relations."""
    try:
        found = ElementTree.fromstring(archive.read(relations)).iter()  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {e.get("Id"): e.get("Target", "") for e in found if _local(e.tag) == "Relationship"}
    return {
        name: posixpath.normpath(posixpath.join("/xl", targets.get(id_, ""))).lstrip("/") for name, id_ in ids.items()
    }


def _percent_styles(data: bytes) -> frozenset[str]:
    """Return the numbers of the cell styles that show 0.45 as 45 %."""
    try:
        styles = ElementTree.fromstring(data)  # noqa: S314
    except ElementTree.ParseError:
        return frozenset()
    formats = {e.get("numFmtId") for e in styles.iter() if _local(e.tag) == "numFmt" and "%" in e.get("formatCode", "")}
    lists = (element for element in styles.iter() if _local(element.tag) == "cellXfs")
    return frozenset(
        str(number) for each in lists for number, xf in enumerate(each) if xf.get("numFmtId") in formats | {"9", "10"}
    )


def _position(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]) - 1, column - 1


class _XlsxSheet:
    """Collects hidden rows, error cells, formulas without a value and shares in percent of one sheet."""

    def __init__(self, percent_styles: frozenset[str]) -> None:
        self.found: Details = {"hidden_rows": [], "faults": [], "percent": []}
        self._percent_styles = percent_styles
        self._cell: dict[str, str] = {}
        self._inside = ""
        self._texts: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = _local(tag)
        if tag == "row" and attributes.get("hidden") in ("1", "true") and "r" in attributes:
            self.found["hidden_rows"].append(int(attributes["r"]) - 1)
        elif tag == "c":
            self._cell, self._texts = attributes, {}
        elif tag in ("f", "v"):
            self._inside = tag
            self._texts.setdefault(tag, "")

    def text(self, text: str) -> None:
        if self._inside:
            self._texts[self._inside] += text

    def end(self, tag: str) -> None:
        tag = _local(tag)
        if tag in ("f", "v"):
            self._inside = ""
        elif tag == "c" and "r" in self._cell:
            if self._cell.get("t") == "e":
                self._fault(self._texts.get("v", "") or "#")
            elif "f" in self._texts and not self._texts.get("v") and self._cell.get("t") != "str":
                self._fault("=" + self._texts["f"])
            elif self._cell.get("s") in self._percent_styles:
                self.found["percent"].append([*_position(self._cell["r"])])
            self._cell = {}

    def _fault(self, typed: str) -> None:
        self.found["faults"].append([*_position(self._cell["r"]), typed])


class _OdsTables:
    """Collects the same and merged cells of all sheets; runs of repeated rows and cells are counted, not copied."""

    def __init__(self) -> None:
        self.sheets: dict[str, Details] = {}
        self._calculated = False  # whether any formula has a result
        self._found: Details = {}
        self._row = self._column = self._row_times = self._cell_times = 0
        self._cell: dict[str, str] = {}
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._found = {"hidden_rows": [], "faults": [], "merged": [], "covered": [], "percent": []}
            self.sheets[attributes.get("table:name", "")] = self._found
            self._row = 0
        elif tag == "table:table-row":
            self._column = 0
            self._row_times = int(attributes.get("table:number-rows-repeated", "1"))
            if attributes.get("table:visibility") in ("collapse", "filter") and self._row_times < 10_000:
                self._found["hidden_rows"] += range(self._row, self._row + self._row_times)
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._cell, self._text = attributes, []
            self._cell_times = int(attributes.get("table:number-columns-repeated", "1"))

    def text(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._row_times
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            place = [self._row, self._column]
            kind = self._cell.get("office:value-type")
            if tag == "table:covered-table-cell" and kind and self._cell_times < 10_000:
                self._found["covered"] += [[self._row, self._column + i] for i in range(self._cell_times)]
            elif self._cell.get("calcext:value-type") == "error":
                self._found["faults"].append([*place, "".join(self._text).strip() or "#"])
            elif not kind and "table:formula" in self._cell:  # an empty text, or never calculated
                self._found["faults"].append([*place, "=" + self._cell["table:formula"].partition("=")[2]])
            elif kind == "percentage" and self._cell_times * self._row_times < 10_000:
                self._found["percent"] += [
                    [self._row + i, self._column + j] for i in range(self._row_times) for j in range(self._cell_times)
                ]
            self._calculated = self._calculated or (kind is not None and "table:formula" in self._cell)
            down = int(self._cell.get("table:number-rows-spanned", "1"))
            across = int(self._cell.get("table:number-columns-spanned", "1"))
            if down > 1 or across > 1:
                self._found["merged"].append([*place, self._row + down - 1, self._column + across - 1])
            self._column += self._cell_times

    def told(self) -> dict[str, Details]:
        """Return what was found; where any formula has a result, those without one are empty texts."""
        if self._calculated:
            for found in self.sheets.values():
                found["faults"] = [fault for fault in found["faults"] if not fault[2].startswith("=")]
        return self.sheets
