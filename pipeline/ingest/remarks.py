"""Words by which a row says that it is no record."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TOTAL = re.compile(
    r"(?i)(?:zwischen|gesamt)?(?:summen?|gesamt|insgesamt|total|durchschnitt|gesamtzahl|ø|∑)(?:\b|$)[\w\s:.]{0,25}$"
)
_WORD = (
    r"(?:abgesagt|abges\.|absage|entfällt|entfallen|entfiel|fällt aus|fiel aus|faellt aus|entfaellt|ausgefallen|"
    r"storniert|findet nicht statt|fand nicht statt)"
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
