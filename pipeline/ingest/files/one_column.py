"""Sheets whose texts all stand in one column, each a whole line: what Excel makes of a csv with another separator."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..sheets import Cell, Row, Sheet, as_typed, holds

SEPARATORS = {";": "Semikolon", "\t": "Tabulator", ",": "Komma", "|": "senkrechter Strich"}
_TITLES = 3  # rows that may stand above the headings
_LONGEST_HEADING = 300  # letters; a question of a survey is shorter
_MOST_CELLS = 10_000_000  # more fit into no list of an office


@dataclass(frozen=True)
class Lines:
    """Such a sheet cut into columns at its separator, and the rows (from 0) of which nobody knows how to cut them."""

    sheet: Sheet
    uneven: tuple[int, ...]


def lines_in_one_column(sheet: Sheet) -> Lines | None:
    """Return the sheet cut at its separators; None where the column holds anything but lines of a table.

    The first of the lines are headings: different words, none of them blank, with no blank behind a separator as prose
    has it. Most rows below have as many parts; a title or a note is in one piece.
    """
    filled = sheet.filled_rows
    for number, header in enumerate(filled[: _TITLES + 1]):
        places = [place for place, cell in enumerate(sheet.rows[header]) if holds(cell)]
        if len(places) != 1:
            return None
        headings = {separator: _parts(sheet.rows[header], places[0], separator) for separator in SEPARATORS}
        cuts = [one for one, parts in headings.items() if len(parts) > (2 if number else 1) and _are_headings(parts)]
        if cuts:
            lines = (_cut(sheet, separator, filled[number:], places[0]) for separator in cuts)
            return next(filter(None, lines), None)
    return None


def _are_headings(parts: Sequence[str]) -> bool:
    words = [part.strip().casefold() for part in parts]
    return (
        len(set(words)) == len(words)
        and all(word and len(word) <= _LONGEST_HEADING and any(map(str.isalpha, word)) for word in words)
        and not any(part[0].isspace() for part in parts[1:])
    )


def _cut(sheet: Sheet, separator: str, lines: Sequence[int], place: int) -> Lines | None:
    parts = {row: _parts(sheet.rows[row], place, separator) for row in lines}
    headings = parts[lines[0]]
    width = len(headings)
    even = [row for row in lines if len(parts[row]) == width]
    entries = [parts[row] for row in even[1:]]
    again = any(heading in column for heading, *column in zip(headings, *entries, strict=True))
    if len(even) * 2 <= len(lines) or not entries or again or width * len(sheet.rows) > _MOST_CELLS:
        return None  # prose, or answers such as „Kurse;Fahrten“ that are given again and again
    width = max(width, len(sheet.rows[0]))
    rows: dict[int, Row] = {row: tuple(part.strip() or None for part in parts[row]) for row in even}
    widened = (rows.get(i, row) for i, row in enumerate(sheet.rows))
    uneven = tuple(row for row in lines if len(parts[row]) not in (1, len(headings)))
    return Lines(
        replace(sheet, rows=tuple(row + (None,) * (width - len(row)) for row in widened), separator=separator), uneven
    )


def _parts(row: Sequence[Cell], place: int, separator: str) -> tuple[str, ...]:
    """Return the parts of a line; none where nobody knows them: a number by now, open quotation marks, a remark beside.

    Excel has cut a line at its own separator where that stood within a text.
    """
    line, *rest = row[place:]
    if not isinstance(line, str) or any(map(holds, row[:place])):
        return ()
    parts = _parsed(line, separator)
    if not any(map(holds, rest)):
        return parts
    whole = _parsed(";".join((line, *map(as_typed, rest))).rstrip(";"), separator)
    return whole if len(whole) > len(parts) else ()


def _parsed(line: str, separator: str) -> tuple[str, ...]:
    try:
        return tuple(next(csv.reader([line], delimiter=separator, strict=True), ()))
    except csv.Error:
        return ()
