"""Rows that somebody struck through, as offices do with what was cancelled."""

from __future__ import annotations

from ..layout.blocks import Block
from ..sheets import holds


def struck_rows(block: Block) -> tuple[set[int], set[int]]:
    """Return the rows of a block (from 0) that are struck out, and others in which something is struck through.

    A running number or a formula beside may stay: three cells of four are a row. Of a list that is struck out for the
    most part the rows count: so offices tick off what is done.
    """
    sheet = block.sheet
    rows: dict[int, list[bool]] = {}
    for position in {row for row, _ in sheet.struck if block.header < row < block.end}:
        filled = (place for place in range(block.left, block.right) if holds(sheet.rows[position][place]))
        rows[position] = [(position, place) in sheet.struck for place in filled]
    whole = {position for position, cells in rows.items() if sum(cells) and sum(cells) * 4 >= len(cells) * 3}
    every = sum(block.header < row < block.end for row in sheet.filled_rows)
    out = whole if len(whole) * 2 <= every else set[int]()
    return out, {position for position, cells in rows.items() if any(cells)} - out
