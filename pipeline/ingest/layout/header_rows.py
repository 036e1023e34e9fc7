"""The texts of header rows: of one row or two, cut where tables stand side by side."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from ..sheets import Cell, Row, Sheet, holds
from .headings import Texts, heading_key

_LONGEST_HEADING = 500  # a longer text stands above nothing


def texts_of(row: Sequence[Cell]) -> dict[int, tuple[str, ...]]:
    """Return position -> the heading that stands there."""
    return {
        place: (cell.strip(),)
        for place, cell in enumerate(row)
        if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING and holds(cell)
    }


def readings(sheet: Sheet, position: int) -> Iterator[tuple[Texts, int]]:
    """Yield the headings that begin in a row as one row or two, the likelier reading first, with their last row."""
    one = texts_of(sheet.rows[position])
    two = _two_rows(sheet, position)
    if two is not None and (_is_merged_header(sheet, position) or _is_parted_below(sheet, position)):
        yield two, position + 1
    yield one, position
    if two is not None:
        yield two, position + 1


def _is_merged_header(sheet: Sheet, position: int) -> bool:
    return any(
        block.top == position
        and (block.bottom == position + 1 or (block.bottom == position and block.right > block.left))
        for block in sheet.merged
    )


def _is_parted_below(sheet: Sheet, position: int) -> bool:
    """Tell whether the next row only parts headings that have nothing beside them: „Teilnehmer“ over „w | m“."""
    upper, lower = sheet.rows[position : position + 2]
    below, shared = [place for place, cell in enumerate(lower) if holds(cell)], _shared(upper, lower)
    return any(holds(upper[place]) for place in below) and all(
        not holds(upper[place]) or place in shared for place in below
    )


def _shared(upper: Row, lower: Row) -> set[int]:
    """Return the places whose text stands over the next column, too, as nothing else stands there."""
    over = {i for i in range(len(upper) - 1) if not holds(upper[i + 1]) and holds(lower[i + 1])}
    return {i for i in over if holds(lower[i])}


def _two_rows(sheet: Sheet, position: int) -> dict[int, tuple[str, ...]] | None:
    """Return headings of two rows: both together, the lower one, the upper one; None if the next row is no heading."""
    if position + 1 >= len(sheet.rows):
        return None
    upper, lower = list(sheet.rows[position]), sheet.rows[position + 1]
    if not any(map(holds, lower)) or any(holds(cell) and not isinstance(cell, str) for cell in lower):
        return None
    shared = _shared(sheet.rows[position], lower)
    for block in sheet.merged:
        if block.top == position and block.right > block.left:
            shared.update(range(block.left, block.right + 1))
            upper[block.left : block.right + 1] = [upper[block.left]] * (block.right + 1 - block.left)
    if _is_parted_below(sheet, position):
        for place in sorted(_shared(sheet.rows[position], lower)):
            upper[place + 1] = upper[place + 1] or upper[place]
            shared.add(place + 1)
    texts = {}
    for place, (top, bottom) in enumerate(zip(upper, lower, strict=True)):
        above = top.strip() if isinstance(top, str) else ""
        below = bottom.strip() if isinstance(bottom, str) else ""
        alone = above if not below or place not in shared else ""  # what stands over several says nothing of one
        if above or below:
            texts[place] = tuple(words for words in (f"{above} {below}".strip(), below, alone) if words)
    return texts


def side_by_side(texts: Texts, begins: Container[int] = ()) -> list[dict[int, Sequence[str]]]:
    """Return the headings cut where a new table begins.

    That is at a column without heading, at the first heading once more, and at the places of `begins`.
    """
    places = sorted(texts)
    parts: list[dict[int, Sequence[str]]] = []
    for place in places:
        key = heading_key(texts[place][0])
        again = place in begins or (parts and key == heading_key(next(iter(parts[-1].values()))[0]))
        if again or place - 1 not in texts:
            parts.append({})
        parts[-1][place] = texts[place]
    return parts


def further_tables(sheet: Sheet, header: int, texts: Texts, dates: Sequence[int]) -> tuple[dict[int, int], set[int]]:
    """Return where further tables begin side by side -> their column of days, and those of them that only may.

    `dates` are the places whose headings mean a day. The heading of the first stands there once more, or another
    („Termin“) and in a row below is the first one blank. The columns before it belong to it as far as they are alike
    those before the first day: „Nr. | Datum“ and „Nr. Aufzug | Datum“.
    """
    below = sheet.rows[header + 1 : header + 1 + _LOOKED_AT]
    first, *others = [place for place in dates if _are_days(row[place] for row in below)] or [0]
    begins: dict[int, int] = {}
    unsure: set[int] = set()
    for place in others:
        back = 0
        while _are_alike(texts.get(first - back - 1, ()), texts.get(place - back - 1, ())):
            back += 1
        same = not _keys(texts[first]).isdisjoint(_keys(texts[place]))
        if place - back - first > 1 and (same or any(holds(row[place]) and not holds(row[first]) for row in below)):
            begins[place - back] = place
            unsure |= set() if same else {place - back}
    return begins, unsure


_LOOKED_AT = 1_000  # rows below a header by which its columns are judged


def _keys(ways: Sequence[str]) -> set[str]:
    return set(map(heading_key, ways))


def _are_alike(ways: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two headings share a word."""
    return not {w for words in ways for w in map(heading_key, words.split())}.isdisjoint(
        heading_key(word) for words in others for word in words.split()
    )


def _are_days(cells: Iterable[Cell]) -> bool:
    """Tell whether most cells that hold anything are dates or texts with numbers, such as „2./3. Mai“."""
    days = [
        isinstance(cell, date) or (isinstance(cell, str) and any(map(str.isdigit, cell)))
        for cell in cells
        if holds(cell)
    ]
    return sum(days) * 2 > len(days)
