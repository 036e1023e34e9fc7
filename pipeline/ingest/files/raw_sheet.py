"""A sheet as the child answers it -> the sheet: texts clean, numbers whole, shares as shown, errors blank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from ...base.characters import cleaned
from ..sheets import DAY_ZERO, DAY_ZERO_OF_1904, Cell, Range, Row, Sheet, as_typed
from .sheet_details import SheetDetails


def sheet_of(file: str, raw: dict[str, Any]) -> Sheet:
    """Return a sheet as the child answered it."""
    details = SheetDetails(**raw["details"])
    rows = _in_percent(_rows(raw), details.percent)
    cut = frozenset(
        (place, column)
        for place, row in zip(raw["places"], raw["rows"], strict=True)
        for column, cell in enumerate(row)
        if type(cell) is str and len(cell) > _LONGEST_CELL
    )
    faults = {(row, column): cleaned(_IN_GERMAN.get(text, text)) for row, column, text in details.faults}
    faults |= _error_texts(raw["places"], rows)
    rows = _reaching(rows, faults)
    return Sheet(
        file=file,
        name=cleaned(raw["name"]),
        rows=_without(rows, [*faults, *map(tuple, details.covered)]),
        visible=details.visible,
        merged=tuple(_merged(details.merged, rows)),
        hidden_rows=frozenset(details.hidden_rows),
        faults=faults,
        cut=cut,
        in_euro=frozenset((row, column) for row, column in details.euro),
        open_quotes=frozenset(details.open_quotes),
        struck=frozenset((row, column) for row, column in details.struck),
        day_zero=DAY_ZERO_OF_1904 if details.since_1904 else DAY_ZERO,
    )


def _in_percent(rows: tuple[Row, ...], places: Iterable[Sequence[int]]) -> tuple[Row, ...]:
    """Return the rows with shares as the text that their cells show: „45 %“ for 0.45."""
    shown: dict[int, list[Cell]] = {}
    for row, column in places:
        cell = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            shown.setdefault(row, list(rows[row]))[column] = f"{as_typed(_cell(round(float(cell * 100), 8)))} %"
    return tuple(tuple(shown.get(i, row)) for i, row in enumerate(rows)) if shown else rows


def _error_texts(places: Iterable[int], rows: Sequence[Row]) -> dict[tuple[int, int], str]:
    """Return the cells whose text is an error: „#DIV/0!“."""
    return {
        (i, j): cell
        for i in places
        if i < len(rows)
        for j, cell in enumerate(rows[i])
        if type(cell) is str and cell[0] in "#E" and _ERROR_CELL.fullmatch(cell)
    }


def _reaching(rows: tuple[Row, ...], places: Iterable[tuple[int, int]]) -> tuple[Row, ...]:
    """Return the rows with blanks added so that the sheet reaches all of the places."""
    width = max((column + 1 for _, column in places), default=0)
    height = max((row + 1 for row, _ in places), default=0)
    if rows and width > len(rows[0]):
        rows = tuple(row + (None,) * (width - len(row)) for row in rows)
    blank: Row = (None,) * (len(rows[0]) if rows else width)
    return rows + (blank,) * (height - len(rows))


def _without(rows: tuple[Row, ...], places: Iterable[tuple[int, ...]]) -> tuple[Row, ...]:
    """Return the rows with some cells blank."""
    blanked: dict[int, list[Cell]] = {}
    for row, column in places:
        if row < len(rows) and column < len(rows[row]):
            blanked.setdefault(row, list(rows[row]))[column] = None
    return tuple(tuple(blanked.get(i, row)) for i, row in enumerate(rows)) if blanked else rows


_MOST_MERGED = 10  # cells in merged blocks for each cell of the sheet; a file with more wants to keep us busy


def _merged(raw: Iterable[Sequence[int]], rows: Sequence[Row]) -> Iterator[Range]:
    """Yield merged blocks, cut off where the sheet ends."""
    height, width = len(rows), len(rows[0]) if rows else 0
    patience = _MOST_MERGED * height * width
    for top, left, bottom, right in raw:
        if top < height and left < width:
            block = Range(top, left, min(bottom, height - 1), min(right, width - 1))
            patience -= (block.bottom - block.top + 1) * (block.right - block.left + 1)
            if patience < 0:
                return
            yield block


_IN_GERMAN = {  # what a cell shows in the office where the file says it in English
    "#N/A": "#NV", "#VALUE!": "#WERT!", "#REF!": "#BEZUG!", "#NUM!": "#ZAHL!", "#SPILL!": "#ÜBERLAUF!",
    "#CALC!": "#KALK!",
}  # fmt: skip
_ERROR_CELL = re.compile(
    r"#(?:DIV/0!|NV|N/A|NAME\?|NULL!|ZAHL!|NUM!|BEZUG!|REF!|WERT!|VALUE!|ÜBERLAUF!|SPILL!|KALK!|CALC!)|Err:\d{3}"
)


def _rows(raw: dict[str, Any]) -> tuple[Row, ...]:
    """Return rows at their places, equally long, without blank columns at the end."""
    kept = [[_cell(cell) for cell in row] for row in raw["rows"]]
    width = max((_length(row) for row in kept), default=0)
    blank: Row = (None,) * width
    rows = [blank] * (raw["places"][-1] + 1 if kept else 0)
    for place, row in zip(raw["places"], kept, strict=True):
        rows[place] = tuple(row[:width]) + blank[len(row) :]
    while rows and rows[-1] == blank:
        rows.pop()
    return tuple(rows)


def _length(row: Sequence[Cell]) -> int:
    length = len(row)
    while length and row[length - 1] is None:
        length -= 1
    return length


def _cell(raw: Any) -> Cell:
    kind = type(raw)
    if kind is str:
        return cleaned(raw[:_LONGEST_CELL]) or None
    if kind is float:
        return int(raw) if raw.is_integer() and abs(raw) < 1e15 else raw
    if kind is list:
        return _TAGS[raw[0]](raw[1])
    return raw if kind in (int, bool) else None


def _duration(seconds: float) -> Cell:
    """Return a duration as the text that the cell shows: „24:00“."""
    hours, minutes = divmod(round(abs(seconds) / 60), 60)
    return f"{'-' if seconds < 0 else ''}{hours}:{minutes:02}"


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)


_TAGS: dict[str, Callable[[Any], Cell]] = {
    "s": _moment,
    "d": date.fromisoformat,
    "t": time.fromisoformat,
    "h": _duration,
}

_LONGEST_CELL = 32_767  # so much fits into a cell of Excel
