"""Sheets of a survey that hold no row per answer: questions in rows, and answers that somebody has counted already.

They cannot be read as answers, and a report must not take questions for people; staff are told what to do instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ....german.calendar import TYPED_MONTHS
from ....ingest.sheets import Cell, Row, Sheet, as_typed, holds

_ANSWERS = frozenset({"antwort", "antworten", "antwortmöglichkeit", "antwortmöglichkeiten", "option", "auswahl"})
_COUNTED = frozenset({"anzahl", "stimmen", "nennungen", "häufigkeit", "summe", "anteil", "prozent", "%"})
_SOMEBODY = re.compile(r"(?i)(person|teilnehmer(in)?|tn|bogen|fragebogen|antwort|befragter?|nr\.?|p)?[\s_-]*\d+")
_MONTHS = "|".join(TYPED_MONTHS)
_DAY = re.compile(rf"(?i)^[^?]*?(?<!\d)(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?:{_MONTHS})\b))[^?]*$")
_FEWEST = 4  # people beside each other, or answers counted below each other


def other_way(sheet: Sheet) -> str:
    """Return the code of what staff should know about a sheet without a row per answer, "" if there is none."""
    rows = [sheet.rows[position] for position in sheet.filled_rows]
    if any(map(_are_days, rows[:3])):
        return "umfrage-termine"
    return "umfrage-quer" if _is_turned(rows) else "umfrage-auszaehlung" if _is_counted(rows) else ""


def _are_days(row: Row) -> bool:
    """Tell whether a row offers days to choose from, as nuudel and Framadate write them above the names."""
    days = _beside(row)
    return len(days) >= 2 and all(isinstance(cell, date) or _DAY.search(as_typed(cell)) for cell in days)


def _is_turned(rows: Sequence[Row]) -> bool:
    """Tell whether questions stand in the first column, and beside each what people answered."""
    if len(rows) < 3 or len(_beside(rows[0])) < _FEWEST:
        return False
    first = [as_typed(row[0]).strip() for row in rows[1:]]
    asking = sum(text.endswith(("?", "…", "...")) for text in first)
    people = all(_SOMEBODY.fullmatch(as_typed(cell).strip()) for cell in _beside(rows[0]))
    texts = [text for text in first if re.search(r"[^\W\d]{3}", text)]
    return 2 * asking > len(first) or (people and len(texts) == len(first) == len(set(first)))


def _beside(row: Row) -> list[Cell]:
    return [cell for cell in row[1:] if holds(cell)]


def _is_counted(rows: Sequence[Row]) -> bool:
    """Tell whether each answer stands once and beside it how many gave it."""
    for row in rows[:20]:
        words = {as_typed(cell).strip().casefold() for cell in row if holds(cell)}
        if len(words) <= 4 and words & _ANSWERS and words & _COUNTED:
            return True
    pairs = [[cell for cell in row if holds(cell)] for row in rows]
    counted = [pair[0] for pair in pairs if len(pair) == 2 and isinstance(pair[0], str) and isinstance(pair[1], int)]
    return len(counted) >= max(_FEWEST, 0.6 * len(pairs)) and len(set(counted)) == len(counted)
