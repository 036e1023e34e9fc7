"""The parts of a workbook that is a zip archive of XML, as far as xlsx, xlsb and ods share them."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol
from xml.etree import ElementTree
from xml.parsers import expat


class Walker(Protocol):
    """Hears what stands in an XML document, from its beginning to its end."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear the start of an element."""

    def text(self, text: str) -> None:
        """Hear a stretch of text."""

    def end(self, tag: str) -> None:
        """Hear the end of an element."""


def walk(data: bytes, walker: Walker) -> None:
    """Tell a walker what stands in a document, up to where it is damaged."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.CharacterDataHandler = walker.text
    parser.EndElementHandler = walker.end
    with suppress(expat.ExpatError, ValueError):  # calamine has read the sheet; what was heard up to there is true
        parser.Parse(data, True)


def holds_any(data: bytes, signs: tuple[bytes, ...]) -> bool:
    """Tell whether any of the signs stands in a document.

    Searched one by one, which is a hundred times as fast as one pattern for all.
    """
    return any(sign in data for sign in signs)


def local_name(name: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return name.rsplit(":", 1)[-1].rsplit("}", 1)[-1]


def sheet_parts(archive: zipfile.ZipFile, relations: str, ids: Mapping[str, str]) -> dict[str, str]:
    """Return sheet name -> name of its part in an Excel archive, by the sheets' ids in the part with the relations."""
    try:
        elements = ElementTree.fromstring(archive.read(relations)).iter()  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {e.get("Id"): e.get("Target", "") for e in elements if local_name(e.tag) == "Relationship"}
    return {
        name: posixpath.normpath(posixpath.join("/xl", targets.get(id_, ""))).lstrip("/") for name, id_ in ids.items()
    }
