"""Where the answers of a survey begin: below one row of headings, or two where one explains the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ....ingest.sheets import Row, Sheet, as_typed, holds
from .tools import asks, tidy, tool_of

_SAYS_NOTHING = frozenset(
    {"response", "open-ended response", "antwort", "offene antwort", "antwort mit offenem ende", "beantwortung"}
)  # as SurveyMonkey parts
_ID = re.compile(r"\{.*\}|[a-z]+(?:[_-][a-z0-9]+)*")  # of a column, as programs write below the headings


@dataclass(frozen=True)
class Header:
    """The headings of a sheet, each on one line, and the row that is the last of them."""

    last: int
    headings: tuple[str, ...]


def header_of(sheet: Sheet) -> Header | None:
    """Return the headings: in the first row that is filled as widely as the table and holds only texts."""
    header = _first_header(sheet)
    if header and header.last + 1 < len(sheet.rows) and _are_ids(sheet.rows[header.last + 1]):
        return replace(header, last=header.last + 1)
    return header


def _first_header(sheet: Sheet) -> Header | None:
    filled = sheet.filled_rows
    if not filled:
        return None
    width = max(sum(map(holds, sheet.rows[position])) for position in filled[:40])
    wide = max(min(2, width), 0.6 * width)
    for position in filled[:20]:
        row = sheet.rows[position]
        below = sheet.rows[position + 1] if position + 1 in filled[:20] else ()
        if below and (parted := _explained(row, below) or _parted(row, below)):
            if sum(map(bool, parted)) >= wide:
                return Header(position + 1, parted)
        elif _only_texts(row) and sum(map(holds, row)) >= wide:
            return Header(position, _tidied(row))
    return None


def _tidied(row: Row) -> tuple[str, ...]:
    return tuple(tidy(as_typed(cell)) for cell in row)


def _only_texts(row: Row) -> bool:
    return all(isinstance(cell, str) for cell in row if holds(cell))


def _are_ids(row: Row) -> bool:
    """Tell whether a row holds nothing but what a program calls its columns: „question-id-31“."""
    ids = [cell for cell in row if holds(cell)]
    named = all(isinstance(cell, str) and _ID.fullmatch(cell) for cell in ids) and len(set(ids)) == len(ids)
    return named and sum(bool(re.search(r"[_{-]", str(cell))) for cell in ids) >= 2


def _explained(codes: Row, texts: Row) -> tuple[str, ...]:
    """Return „code. text“ where a tool writes codes above its headings, () if this is none of its exports."""
    upper, lower = _tidied(codes), _tidied(texts)
    tool = tool_of(upper)
    explains = tool and tool.coded and _only_texts(texts) and not any(text.isdigit() for text in lower)
    pairs = zip(upper, lower, strict=True)
    return tuple(f"{code}. {text}" if text else code for code, text in pairs) if explains else ()


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
