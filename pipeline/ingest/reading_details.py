"""What calamine does not tell: hidden rows, error cells, formulas without a value, merged cells of ODS.

The sheets' XML is only parsed where a quick look finds that there is something to learn.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from contextlib import suppress
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

Details = dict[str, Any]

_XLSX_SIGNS = re.compile(rb'<(?:\w+:)?f[ />]|\bt="e"|\bhidden="(?:1|true)"')


def details_of(path: str) -> dict[str, Details]:
    """Return by sheet name what its XML adds: ``hidden_rows``, ``faults`` and ``merged``; nothing for xls and xlsb."""
    if not zipfile.is_zipfile(path):
        return {}
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" in names:
            return {
                name: _xlsx_details(data)
                for name, part in _xlsx_parts(archive).items()
                if part in names and _XLSX_SIGNS.search(data := archive.read(part))
            }
    return {}


def _local(name: str) -> str:
    return name.rsplit(":", 1)[-1].rsplit("}", 1)[-1]


def _xlsx_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return sheet name -> name of its part in the archive."""
    try:
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {e.get("Id"): e.get("Target", "") for e in relations.iter() if _local(e.tag) == "Relationship"}
    parts = {}
    for element in book.iter():
        if _local(element.tag) == "sheet":
            id_ = next((value for key, value in element.attrib.items() if _local(key) == "id"), None)
            target = targets.get(id_, "")
            parts[element.get("name", "")] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return parts


def _position(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]) - 1, column - 1


class _XlsxSheet:
    """Collects hidden rows and faults while expat walks through a sheet."""

    def __init__(self) -> None:
        self.hidden: list[int] = []
        self.faults: list[list[Any]] = []
        self._cell: dict[str, str] = {}
        self._inside = ""
        self._texts: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = _local(tag)
        if tag == "row" and attributes.get("hidden") in ("1", "true") and "r" in attributes:
            self.hidden.append(int(attributes["r"]) - 1)
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
                self.faults.append([*_position(self._cell["r"]), self._texts.get("v", "") or "#"])
            elif "f" in self._texts and not self._texts.get("v") and self._cell.get("t") != "str":
                self.faults.append([*_position(self._cell["r"]), "=" + self._texts["f"]])
            self._cell = {}


def _xlsx_details(data: bytes) -> Details:
    sheet = _XlsxSheet()
    parser = expat.ParserCreate()
    parser.StartElementHandler = sheet.start
    parser.CharacterDataHandler = sheet.text
    parser.EndElementHandler = sheet.end
    with suppress(expat.ExpatError, ValueError):  # calamine has read the sheet; what is found up to there is true
        parser.Parse(data, True)
    return {"hidden_rows": sheet.hidden, "faults": sheet.faults}
