"""Read the plain texts in `data/` from which the example association is made."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.example.sheet import Cell

FOLDER = Path(__file__).parent / "data"


def text(name: str) -> str:
    """Return the text of a file."""
    return (FOLDER / name).read_text(encoding="utf-8")


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a semicolon file by heading."""
    return list(csv.DictReader(text(name).splitlines(), delimiter=";"))


def records(name: str) -> list[dict[str, str]]:
    """Return the records of a file of „Feld: Wert“ lines, set apart by blank lines."""
    return [
        dict(line.split(": ", maxsplit=1) for line in block.splitlines()) for block in text(name).strip().split("\n\n")
    ]


def paragraphs(name: str) -> Iterator[tuple[str, str]]:
    """Yield heading and text of every „# Heading“ of a file, in order."""
    for part in text(name).split("\n# "):
        heading, _, body = part.removeprefix("# ").partition("\n")
        yield heading.strip(), body.strip()


def cell(heading: str, typed: str) -> Cell:
    """Return what an office would have in the cell: a date under a date heading, a number if it is one."""
    if not typed:
        return None
    if heading in ("Datum", "bis"):
        return date.fromisoformat(typed)
    return int(typed) if typed.isdigit() else typed
