"""A period of days."""

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
