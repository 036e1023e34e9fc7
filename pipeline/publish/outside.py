"""What leaves the type area of the printed pages, with the row that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..base.problems import Problem, problem
from ..base.records import Tables
from .missing_characters import cells


def check(beyond: Iterable[tuple[int, str]], tables: Tables) -> Iterator[Problem]:
    """Yield a warning for each text of a page that leaves its type area."""
    for page, text in beyond:
        rows = {i for i, cell in cells(tables) if text in cell}
        place = next(iter(tables.where(rows)), None) if rows else None
        yield problem(
            "text-ragt-hinaus",
            file=place.file if place else "",
            sheet=place.sheet if place else None,
            row=place.rows[0] if place and place.rows else None,
            value=text,
            page=page,
        )
