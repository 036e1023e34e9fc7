"""Cells that say something else than their column asks for: a total, nothing, the same as above, a time of day."""

from __future__ import annotations

import re
from datetime import time

from ..sheets import Cell

_SUM = (
    r"(?:\w*summen?|gesamt|insgesamt|gesamt(?:zahl|anzahl|ergebnis)|total|durchschnitt|mittelwert|zusammen|übertrag|"
    r"ø|∑|σ)"
)
_TOTAL = re.compile(rf"(?i){_SUM}(?:\b|$)[\w\s:.]{{0,25}}$|(?:[\w/*:-]+ ){{1,3}}(?:gesamt|insgesamt|zusammen)[\s:.]*$")
_ONLY_TOTAL = re.compile(rf"(?i){_SUM}[\s:.]*$")


def is_total(text: str) -> bool:
    """Tell whether the first text of a row may announce a total: „Summe 2017“, „Teilnehmer gesamt:“."""
    return _TOTAL.match(text.strip()) is not None


def is_only_total(text: str) -> bool:
    """Tell whether a text announces a total and says no more."""
    return _ONLY_TOTAL.match(text.strip()) is not None


_NOTHING = re.compile(
    r"(?i)[-–—_/\\.…?*#\s]+|k\.? ?a\.?|(?:keine?|ohne) angaben?|n\. ?n\.?|nn|n\.? ?/ ?a\.?|n\. ?a\.?|"
    r"(?:nicht |noch )*(?:bekannt|offen)|unbekannt|unklar|tba|tbd|entf\.|entfällt|folgt|leer|xx+"
)
_NOBODY = re.compile(
    r"(?i)keine[rs]?|ohne|nein|niemand|nicht vorhanden|divers\w*|div\.|versch(?:\.|iedene\w*)|alle|x|0"
)


_LONGEST = 30  # a longer text says something


def says_nothing(text: str, *, of_people: bool = False) -> bool:
    """Tell whether a text only fills a cell: „–“, „k. A.“; in a list of people or organisations also „keine“, „x“."""
    if len(text) > _LONGEST:
        return False
    text = text.strip()
    return _NOTHING.fullmatch(text) is not None or (of_people and _NOBODY.fullmatch(text) is not None)


_DITTO = re.compile(
    r"(?i)[-–\s]*(?:[\"″〃“”„‟]+|''|,,)[-–\s]*|dito|ditto|dto\.?|s\. ?o\.?|siehe oben|wie (?:oben|vor)|ebd\.|ebenso"
)


def says_ditto(text: str) -> bool:
    """Tell whether a text stands for what is written above it."""
    return len(text) <= _LONGEST and _DITTO.fullmatch(text.strip()) is not None


_HOUR = re.compile(
    r"(?:(?:ca\.?|ab|um|gegen|bis) )?(?:(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s*(?:Uhr|h))?|\d{1,2}\s*(?:Uhr|h))"
)


def is_hour(cell: Cell) -> bool:
    """Tell whether a cell holds a time of day."""
    return isinstance(cell, time) or (isinstance(cell, str) and _HOUR.fullmatch(cell.strip()) is not None)
