"""Cells that say something else than their column asks for: a total, a time of day."""

from __future__ import annotations

import re
from datetime import time

from ..sheets import Cell

_SUM = (
    r"(?:\w*summen?|gesamt|insgesamt|gesamt(?:zahl|anzahl|ergebnis)|total|durchschnitt|mittelwert|zusammen|übertrag|"
    r"ø|∑|σ)"
)
_TOTAL = re.compile(
    rf"(?i){_SUM}(?:\b|$)[\w\s:.]{{0,25}}$|(?:[\w/*:.-]+ ){{1,3}}(?:gesamt|insgesamt|zusammen)[\s:.]*$|"
    r"(?:[\w.-]+ ){0,3}(?:teil|zwischen)?ergebnis[\s:.]*$"  # as Excel calls its subtotals: „Januar Ergebnis“
)
_ONLY_TOTAL = re.compile(rf"(?i){_SUM}[\s:.]*$")


def is_total(text: str) -> bool:
    """Tell whether the first text of a row may announce a total: „Summe 2017“, „Teilnehmer gesamt:“."""
    return _TOTAL.match(text.strip()) is not None


def is_only_total(text: str) -> bool:
    """Tell whether a text announces a total and says no more."""
    return _ONLY_TOTAL.match(text.strip()) is not None


_HOUR = re.compile(
    r"(?:(?:ca\.?|ab|um|gegen|bis) )?(?:(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s*(?:Uhr|h))?|\d{1,2}\s*(?:Uhr|h))"
)


def is_hour(cell: Cell) -> bool:
    """Tell whether a cell holds a time of day."""
    return isinstance(cell, time) or (isinstance(cell, str) and _HOUR.fullmatch(cell.strip()) is not None)
