"""A sheet as the example's tables hand it to the writers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Cell = str | int | float | Decimal | date | None

CREATED = datetime(2018, 1, 15, 9, 0)
NOTICE = "Beispieldaten: erfunden rund um ein veröffentlichtes Berichtskapitel, keine echten Aufzeichnungen."


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in characters, and the answers its drop-down list offers."""

    heading: str
    width: int = 14
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One sheet: a title and the notice over the table, unless the title is empty, then headings and rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]

    @property
    def header_row(self) -> int:
        """Return the row of the headings, as Excel counts it."""
        return 4 if self.title else 1
