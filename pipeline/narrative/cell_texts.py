"""One row of a table as a reader reads it: its date, its people."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..base.records import Count
from ..german.calendar import MONTHS
from ..german.periods import short_day
from ..german.quantities import NO_BREAK, NOT_STATED, number

NOTHING, UNKNOWN = "–", NOT_STATED  # nothing there; there must be something, but nobody noted it


def when(row: Any) -> str:
    """Return the date of a row (`datum`, `bis`, `genau`) as exactly as it was typed: a day, days, a month or a year."""
    first = row.datum.date()
    last = first if pd.isna(row.bis) else row.bis.date()
    if row.genau == "jahr":
        return str(first.year)
    if row.genau == "monat":
        return f"{MONTHS[first.month - 1]} {first.year}"
    if last == first:
        return short_day(first)
    if (last.month, last.year) == (first.month, first.year):
        return f"{first.day:02}.–{short_day(last)}"
    start = f"{first.day:02}.{first.month:02}." if first.year == last.year else short_day(first)
    return f"{start}–{short_day(last)}"


_SHOWN = {"ungefähr": "ca.", "mindestens": "mind.", "höchstens": "höchst."}


def people(count: Count | None) -> str:
    """Return how many came, as exactly as somebody typed it."""
    if count is None or count.kind == "unbekannt":
        return UNKNOWN
    if count.kind == "spanne" and count.high is not None:
        return f"{number(count.low)}–{number(count.high)}"
    known = count.high if count.kind == "höchstens" and count.high is not None else count.low
    before = _SHOWN.get(count.kind)
    return f"{before}{NO_BREAK}{number(known)}" if before else number(known)
