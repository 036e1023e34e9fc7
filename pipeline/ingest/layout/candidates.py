"""Several columns that mean the same: the one is read whose cells are of the kind, and the one that is filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from ...base.records import Count
from ...base.schema import ColumnKind
from ...german.nothing import kind_of_nothing
from ..cells.counts import read_count
from ..cells.dates import DateContext, read_dates
from ..sheets import Cell, holds
from .blocks import Block
from .headings import Heading, heading_key

_LOOKED_AT = 500  # filled cells by which a column is judged
_ENOUGH = 2  # the better heading stays unless another column has more than so many times its entries


def settled(block: Block) -> Block:
    """Return the block with each column that several headings mean taken from where its entries stand."""
    for name in {double.column.name for double in block.doubles if double.column is not None}:
        block = _settled(block, name)
    return block


def _settled(block: Block, name: str) -> Block:
    taken, *others = (h for h in (*block.headings, *block.doubles) if h.column is not None and h.column.name == name)
    numbers = [entries(block, heading) for heading in (taken, *others)]
    kind = taken.column.kind if taken.column is not None else "text"
    enough = max(numbers) / _ENOUGH if kind in _READABLE else min(1, max(numbers))
    best = next(one for one, number in zip((taken, *others), numbers, strict=True) if number >= enough)
    if best is taken:
        return block
    headings = sorted((*(h for h in block.headings if h is not taken), best), key=lambda heading: heading.place)
    doubles = (taken, *(double for double in block.doubles if double is not best))
    return replace(block, headings=tuple(headings), doubles=doubles)


def entries(block: Block, heading: Heading) -> int:
    """Return how many cells below a heading, at the top of a long list, hold what the heading asks for."""
    kind = heading.column.kind if heading.column is not None else "text"
    holds_one = _READABLE.get(kind)
    cells = cells_below(block, heading.place)
    if lists_names(block, heading):
        return 0
    return sum(map(holds_one, cells)) if holds_one else len(cells)


def lists_names(block: Block, heading: Heading) -> bool:
    """Tell whether a column that should count people lists their names."""
    if heading.column is None or heading.column.kind != "anzahl" or "zahl" in heading_key(heading.typed):
        return False
    cells = cells_below(block, heading.place)
    texts = (cell for cell in cells if isinstance(cell, str))
    words = [text for text in texts if not (any(map(str.isdigit, text)) or kind_of_nothing(text, "anzahl"))]
    return sum(read_count(cell) == "unlesbar" for cell in words) * 2 > len(cells)


def cells_below(block: Block, place: int) -> Sequence[Cell]:
    """Return what stands in a column of the table, as far as it is looked at."""
    rows = block.sheet.rows[block.header + 1 : block.end]
    return list(islice((row[place] for row in rows if holds(row[place])), _LOOKED_AT))


_ANY_YEAR = DateContext(2000)  # whether a day says its year or leaves it to the name of the list


def _is_day(cell: Cell) -> bool:
    dates = read_dates(cell, _ANY_YEAR)
    return not isinstance(dates, str) and dates[0].exact == "tag"


def is_number(cell: Cell) -> bool:
    """Tell whether a cell says how many people there were."""
    count = read_count(cell)
    return isinstance(count, Count) and count.kind != "unbekannt"


_READABLE: Mapping[ColumnKind, Callable[[Cell], bool]] = {"datum": _is_day, "bis": _is_day, "anzahl": is_number}
