"""Where the answers of a survey begin: below one row of headings, or two where the lower one parts the upper."""

from __future__ import annotations

from dataclasses import dataclass

from ....ingest.sheets import Row, Sheet, as_typed, holds
from .tools import asks, tidy

_SAYS_NOTHING = frozenset({"response", "open-ended response", "antwort", "offene antwort"})  # as SurveyMonkey parts


@dataclass(frozen=True)
class Header:
    """The headings of a sheet, each on one line, and the row that is the last of them."""

    last: int
    headings: tuple[str, ...]


def header_of(sheet: Sheet) -> Header | None:
    """Return the headings: in the first row that is filled as widely as the table and holds only texts."""
    filled = sheet.filled_rows
    if not filled:
        return None
    width = max(sum(map(holds, sheet.rows[position])) for position in filled[:40])
    wide = max(min(2, width), 0.6 * width)
    for position in filled[:20]:
        row = sheet.rows[position]
        if position + 1 in filled[:20] and (parted := _parted(row, sheet.rows[position + 1])):
            if sum(map(bool, parted)) >= wide:
                return Header(position + 1, parted)
        elif _only_texts(row) and sum(map(holds, row)) >= wide:
            return Header(position, _tidied(row))
    return None


def _tidied(row: Row) -> tuple[str, ...]:
    return tuple(tidy(as_typed(cell)) for cell in row)


def _only_texts(row: Row) -> bool:
    return all(isinstance(cell, str) for cell in row if holds(cell))


def _parted(above: Row, below: Row) -> tuple[str, ...]:
    """Return „question [statement]“ where the question stands once and its statements below it, () if they do not.

    A statement needs a question: its own column's, or the nearest to the left that has blanks beside it.
    """
    upper, lower = _tidied(above), _tidied(below)
    if not (_only_texts(above) and _only_texts(below)) or sum(map(bool, upper)) < 2:
        return ()
    headings: list[str] = []
    stem, stems, parts = "", set(), []
    for place, (question, part) in enumerate(zip(upper, lower, strict=True)):
        begins = place + 1 < len(upper) and not upper[place + 1] and bool(lower[place + 1])
        stem = question or (stem if part else "")
        if question and (not part or part.casefold() in _SAYS_NOTHING):
            headings.append(question)
        elif part and stem and (begins or not question):
            headings.append(f"{stem} [{part}]")
            stems.add(stem)
            parts.append(part)
        elif part:
            return ()
        else:
            headings.append("")
    titles = not any(map(asks, stems)) and 2 * sum(map(asks, parts)) > len(parts)  # of themes, above whole questions
    return tuple(headings) if stems and not titles else ()
