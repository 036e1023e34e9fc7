"""Periods, and how German says them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """From a first to a last day, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        """Return the ISO 8601 interval, the form in which JSON carries it."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

_NO_BREAK = "\u00a0"


def day(when: date) -> str:
    """Return a day in running text: „5. März 2017“."""
    return f"{when.day}.{_NO_BREAK}{MONTHS[when.month - 1]} {when.year}"


def short_day(when: date) -> str:
    """Return a day as tables print it: „05.03.2017“."""
    return f"{when.day:02}.{when.month:02}.{when.year}"


def in_table(period: Period) -> str:
    """Return a period as tables print it, in months: „07/2015 – 09/2017“."""
    first, last = (f"{d.month:02}/{d.year}" for d in (period.first, period.last))
    return first if first == last else f"{first}{_NO_BREAK}– {last}"
