"""A row that says something else than an earlier one about the same thing."""

from __future__ import annotations

from ...base.problems import Problem
from ..messages import place_of, problem_at
from ..sheets import Sheet
from .record import Record


def contradiction(code: str, record: Record, value: str, earlier: Record, **words: object) -> Problem:
    """Return that a record says another `value` than an earlier one about the same thing."""
    there = f"{place_of(Sheet(earlier.file, earlier.sheet))}, Zeile {earlier.row}"
    return problem_at(code, Sheet(record.file, record.sheet), record.row - 1, None, value, there=there, **words)
