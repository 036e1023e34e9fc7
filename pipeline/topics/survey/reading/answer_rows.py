"""Which rows below the headings are answers: not those without any, and no notes, sums and repeated headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....german.nothing import kind_of_nothing
from ....ingest.cells.privacy import is_paradata, is_personal
from ....ingest.sheets import Cell, Row, as_typed, holds
from .columns import AnswerColumn
from .sheets import Found
from .tools import asks, columns_like, tidy


def sorted_rows(
    found: Found, filled: Sequence[int], columns: Sequence[AnswerColumn]
) -> tuple[list[int], list[int], list[int]]:
    """Return the rows that hold an answer, those without any, and those that are notes of the office."""
    always = columns_like(found.tool.answered, found.headings)
    finished = complete(found, filled)
    kept, empty, notes = [], [], []
    for row, position in enumerate(filled):
        cells = found.sheet.rows[position]
        if _is_total(cells) or _repeats(found.headings, cells) or (always and not any(holds(cells[i]) for i in always)):
            notes.append(position)
        elif all(column.cells[row] is None for column in columns) and not (found.tool.finished and finished[row]):
            empty.append(position)
        else:
            kept.append(position)
    return kept, empty, notes


def _is_total(cells: Row) -> bool:
    first = next((cell for cell in cells if holds(cell)), None)
    words = r"(?i)(summe|gesamt|insgesamt|durchschnitt|mittelwert|anzahl|total)\b|[ø∅]"
    return isinstance(first, str) and bool(re.match(words, first.strip()))


def _repeats(headings: Sequence[str], cells: Row) -> bool:
    """Tell whether a row holds headings again, as where two exports were put below each other.

    Technical columns may be called otherwise the second time („Start time“); an option's own name is an answer.
    """
    filled = [(heading, tidy(cell)) for heading, cell in zip(headings, cells, strict=True) if isinstance(cell, str)]
    again = [
        (heading == text and (asks(heading) or _is_technical(heading)))
        or (_is_technical(text) and _is_technical(heading))
        for heading, text in filled
        if text
    ]
    return sum(again) >= 2 and 2 * sum(again) >= sum(map(holds, cells))


def _is_technical(text: str) -> bool:
    return is_paradata(text) or is_personal(text)


def complete(found: Found, rows: Sequence[int]) -> list[bool]:
    """Tell for each row whether the answer was finished; without a column that says so, all were."""
    columns = columns_like(found.tool.finished, found.headings)
    return [all(_says_yes(found.sheet.rows[row][column]) for column in columns) for row in rows]


_NO = frozenset(("", "0", "nein", "no", "false", "falsch", "n"))


def _says_yes(cell: Cell) -> bool:
    typed = as_typed(cell).strip()
    return typed.casefold() not in _NO and not kind_of_nothing(typed, "antwort")
