"""A sheet of raw cells: what stands in a file, before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from typing import NamedTuple

from ..base.characters import cleaned

# Texts are clean (`base.characters`), but may hold line breaks and outer blanks.
# Whole numbers are int whatever the file says. Blank cells, empty texts, error cells and formulas without a value are
# None.
Cell = str | int | float | bool | datetime | date | time | None

Row = tuple[Cell, ...]


class Range(NamedTuple):
    """A block of merged cells: positions from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


DAY_ZERO, DAY_ZERO_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)


@dataclass(frozen=True, eq=False)  # a sheet is itself: comparing all cells would be slow
class Sheet:
    """One sheet of one file.

    `file` is the path relative to the inputs folder, with "/"; a csv file has one sheet named "". `rows[i]` is row
    i + 1 as Excel counts it; all rows are equally long, blank rows and columns at the end are cut off. Of a merged
    block only the top left cell holds the value. `faults` tells error cells („#DIV/0!“) and formulas that were saved
    without a value („=SUM(A1:A3)“) from blanks, by position (row, column) from 0. `cut` are cells of which only the
    beginning is here, `in_euro` those that show their number with „€“, `struck` those whose text is struck through,
    `open_quotes` rows of a csv file (from 0) with a quotation mark that never closes. A day without date format is so
    many days after `day_zero`. `separator` is the sign at which lines were cut that all stand in one column of the
    file; their cells are not where they are there.
    """

    file: str
    name: str
    rows: tuple[Row, ...] = ()
    visible: bool = True
    merged: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    cut: frozenset[tuple[int, int]] = frozenset()
    in_euro: frozenset[tuple[int, int]] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    open_quotes: frozenset[int] = frozenset()
    day_zero: date = DAY_ZERO
    separator: str = ""

    @cached_property
    def place(self) -> str:
        """Return what settings call it, in small letters: „datei.xlsx/blatt“."""
        return cleaned(f"{self.file}/{self.name}".rstrip("/")).casefold()

    @cached_property
    def filled_rows(self) -> tuple[int, ...]:
        """Return the positions (from 0) of all rows that hold anything."""
        return tuple(i for i, row in enumerate(self.rows) if row.count(None) < len(row) and any(map(holds, row)))


def holds(cell: Cell) -> bool:
    """Tell whether anything stands in the cell; blanks and line breaks alone are nothing."""
    return cell is not None and not (isinstance(cell, str) and not cell.strip())


def column_name(column: int) -> str:
    """Return the letters of a column counted from 0: 0 -> A, 26 -> AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return a position counted from 0 as Excel names it: (6, 2) -> C7."""
    return f"{column_name(column)}{row + 1}"


def as_typed(cell: Cell) -> str:
    """Return a cell as a person would type it in Germany; "" for a blank one."""
    match cell:
        case None:
            return ""
        case bool():
            return "wahr" if cell else "falsch"
        case datetime():
            day = f"{cell.day:02}.{cell.month:02}.{cell.year}"
            return day if cell.time() == time() else f"{day} {cell.hour:02}:{cell.minute:02}"
        case date():
            return f"{cell.day:02}.{cell.month:02}.{cell.year}"
        case time():
            return f"{cell.hour:02}:{cell.minute:02}"
        case float():
            return f"{cell:.15g}".replace(".", ",")
        case _:
            return str(cell)
