"""What stands below a list, on the same columns, and is none of it: costs, notes, another kind of table."""

from __future__ import annotations

from ..cells.dates import DateContext, read_dates
from ..cells.fillers import is_total
from ..sheets import holds
from .cells import Cells


def something_else(cells: Cells, context: DateContext) -> int | None:
    """Return where something else begins below a list with dates; None if nothing does.

    After the last row that has a date or wants one, a blank row and then one of nothing but words begin it.
    """
    block = cells.block
    filled = [i for i in cells.sheet.filled_rows if block.header < i < block.end]
    last = next((i for i in reversed(filled) if _may_be_dated(cells, context, i)), block.end)
    below = [i for i in filled if i > last]
    for nth, position in enumerate(below[:-1], start=1):
        row = [cell for cell in cells.sheet.rows[position][block.left : block.right] if holds(cell)]
        words = len(row) > 1 and all(isinstance(cell, str) and not is_total(cell) for cell in row)
        if words and position - last > nth and holds(cells.at(position, cells.places["datum"])):
            return position
    return None


def _may_be_dated(cells: Cells, context: DateContext, position: int) -> bool:
    """Tell whether the cell below „Datum“ is a date, wants to be one, or was not calculated."""
    place = cells.places["datum"]
    cell = cells.at(position, place)
    if not holds(cell):
        return (position, place) in cells.sheet.faults
    return not isinstance(cell, str) or any(map(str.isdigit, cell)) or read_dates(cell, context) != "unlesbar"
