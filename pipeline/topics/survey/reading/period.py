"""When a survey was answered, by the time stamps of its answers: the first and the last day, never who when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from ....ingest.sheets import Cell, as_typed, holds

_FEWEST = 5  # answers, or the days would tell of somebody
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")  # American, unless a first number is no month


def period_of(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]], stamps: Sequence[str]
) -> tuple[date, date] | None:
    """Return the first and the last day on which people answered, None where that is not known of nearly all.

    `stamps` are the headings, as patterns, that a column of times may have, the best first.
    """
    for stamp in stamps:
        for place, heading in enumerate(headings):
            if not re.match(rf"(?i)(?:{stamp})(?:$|\.\s)", heading.strip()):
                continue
            cells = [row[place] for row in rows if holds(row[place])]
            days = [day for day in _days(cells) if day]
            if len(days) >= _FEWEST and len(days) >= 0.9 * len(cells):
                known = [day for day in days if day.year >= _FIRST_YEAR]
                return (min(known), max(known)) if len(known) >= _FEWEST else None
    return None


_FIRST_YEAR = 1990  # LimeSurvey writes 1980 where it does not note the day


def _days(cells: Iterable[Cell]) -> list[date | None]:
    texts = [cell if isinstance(cell, date) else as_typed(cell).strip() for cell in cells]
    slashed = [found for text in texts if isinstance(text, str) and (found := _SLASHED.match(text))]
    month_first = not any(int(found[1]) > 12 for found in slashed)
    if slashed and month_first and not any(int(found[2]) > 12 for found in slashed):
        return []  # 04/05 may be April or May
    return [_day(text, month_first=month_first) for text in texts]


def _day(text: date | str, *, month_first: bool) -> date | None:
    if isinstance(text, date):
        return text.date() if isinstance(text, datetime) else text
    try:
        if found := _ISO.match(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _GERMAN.match(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _SLASHED.match(text):
            month, day = (1, 2) if month_first else (2, 1)
            return date(int(found[3]), int(found[month]), int(found[day]))
    except ValueError:
        return None
    return None
