"""Words by which a row says that it is no record, and cells that are no date though they stand in such a column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time

from .sheets import Cell

_TOTAL = re.compile(
    r"(?i)(?:zwischen|gesamt)?(?:summen?|gesamt|insgesamt|total|durchschnitt|gesamtzahl|ø|∑)(?:\b|$)[\w\s:.]{0,25}$"
)
_WORD = (
    r"(?:abgesagt|abges\.|entfällt|entfallen|entfiel|fällt aus(?! dem)|fiel aus(?! dem)|faellt aus|entfaellt|"
    r"ausgefallen|storniert|findet nicht statt|fand nicht statt|"
    r"absage(?=\W*$|\s*[:;,.!(–-]|\s+(?:wegen|aufgrund|kurzfristig|durch|vom|am)\b))"  # no „Absage an Gewalt“
)
_IS_CANCELLED = re.compile(
    rf"(?i)^\W*(?:wurde |ist |leider |termin |veranstaltung |treffen |sitzung )*{_WORD}(?:\W|$)|"
    rf"[(:!,;–-]\s*(?:leider |wurde )?{_WORD}\W*$"
)
_SHOUTED = re.compile(r"\b(?:ABGESAGT|ENTFÄLLT|ENTFALLEN|AUSGEFALLEN|FÄLLT AUS)\b")
_MAY_BE_CANCELLED = re.compile(r"(?i)abges|absag|f[aä]e?ll|fiel|storn|statt")


def is_total(text: str) -> bool:
    """Tell whether the first text of a row announces a total."""
    return _TOTAL.match(text.strip()) is not None


def says_cancelled(texts: Iterable[str]) -> bool:
    """Tell whether a cell of a row says that something did not take place."""
    together = "\n".join(texts)
    return _MAY_BE_CANCELLED.search(together) is not None and any(map(is_cancelled, together.split("\n")))


def is_cancelled(text: str) -> bool:
    """Tell whether a text says that something did not take place."""
    return _IS_CANCELLED.search(text) is not None or _SHOUTED.search(text) is not None


_HOUR = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s*(?:Uhr|h))?|\d{1,2}\s*(?:Uhr|h)")


def is_hour(cell: Cell) -> bool:
    """Tell whether a cell holds a time of day."""
    return isinstance(cell, time) or (isinstance(cell, str) and _HOUR.fullmatch(cell.strip()) is not None)
