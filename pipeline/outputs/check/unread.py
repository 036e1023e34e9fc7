"""The lists that a report does not know of, in one sentence for those who look no further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...base.problems import Problem
from ...german.enumerations import shortened
from ...german.quantities import number

_MOST_NAMED = 5  # sheets; some two lines of a terminal


def unread_sheets(problems: Iterable[Problem]) -> Counter[tuple[str, str]]:
    """Return file and sheet of each list that was left out -> its filled rows, in the order of the problems."""
    rows: Counter[tuple[str, str]] = Counter()
    for one in problems:
        if one.unread_rows:
            rows[one.file, one.sheet or ""] += one.unread_rows
    return rows


def in_words(problems: Iterable[Problem]) -> str:
    """Return how many sheets and rows were not read, with their names; "" if there are none."""
    rows = unread_sheets(problems)
    if not rows:
        return ""
    names = [f"„{file}/{sheet}“" if sheet else f"„{file}“" for file, sheet in rows]
    sheets = "1 Blatt" if len(rows) == 1 else f"{number(len(rows))} Blätter"
    lines = "1 Zeile" if rows.total() == 1 else f"{number(rows.total())} Zeilen"
    return f"Nicht gelesen: {sheets} mit {lines} ({shortened(names, _MOST_NAMED)})."
