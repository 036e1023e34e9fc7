"""What a file says of a sheet besides the values of its cells, and what each format of files can say of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


class CellPosition(NamedTuple):
    """A cell: row and column from 0."""

    row: int
    column: int


class StruckCell(NamedTuple):
    """A cell whose text is struck through: row and column from 0."""

    row: int
    column: int


class Fault(NamedTuple):
    """A cell without a value: its error („#DIV/0!“), or "=" and its formula where nobody calculated it."""

    row: int
    column: int
    text: str


class MergedCells(NamedTuple):
    """A block of merged cells: positions from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class SheetDetails:
    """What stands in a file beside the cells of one sheet; all positions count from 0.

    `percent` are cells that show their number as a share, `euro` those that show it with „€“, `struck` those whose text
    is struck through, `covered` those that hold a value below a merged block, `open_quotes` the rows with a quotation
    mark that never closes.
    """

    hidden_rows: tuple[int, ...] = ()
    faults: tuple[Fault, ...] = ()
    percent: tuple[CellPosition, ...] = ()
    merged: tuple[MergedCells, ...] = ()
    covered: tuple[CellPosition, ...] = ()
    open_quotes: tuple[int, ...] = ()
    struck: tuple[CellPosition, ...] = ()
    visible: bool = True
    euro: tuple[CellPosition, ...] = ()
    since_1904: bool = False  # whether days without date format count since 1904, as Excel did on the Mac


@dataclass(frozen=True)
class WorkbookFormat:
    """What is known of one format beyond what calamine says.

    `details` are by sheet name, asked with all names in their order; a sheet of which there is nothing to say may be
    missing. `row` returns a row of values as Excel would show it. `reaches_too_far` says that a sheet is mostly blank
    and so large that its cells, blank ones included, do not fit into memory.
    """

    details: Callable[[str, Sequence[str]], dict[str, SheetDetails]]
    since_1904: Callable[[str], bool] = lambda path: False
    row: Callable[[list[Any]], list[Any]] = lambda row: row
    reaches_too_far: Callable[[str], bool] = lambda path: False
