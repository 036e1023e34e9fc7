"""What is found on a sheet: a table, or a sheet that is nearly one."""

from __future__ import annotations

from dataclasses import dataclass

from ...base.schema import TableSchema
from ..sheets import Sheet
from .headings import Heading, Texts
from .wide_columns import WideColumn


@dataclass(frozen=True)
class Block:
    """A table on a sheet: header rows `top` to `header`, data rows below until before `end`, columns `left` to `right`.

    All positions count from 0; `end` and `right` are not included. `headings` without a column are not known,
    `doubles` mean a column that another one means better. `others` are further tables that the headings allow.
    """

    sheet: Sheet
    table: TableSchema
    top: int
    header: int
    end: int
    left: int
    right: int
    headings: tuple[Heading, ...]
    doubles: tuple[Heading, ...] = ()
    others: tuple[TableSchema, ...] = ()
    decided_by: str = ""  # what decided between `table` and `others`; "" if nothing did
    spread: tuple[WideColumn, ...] = ()  # columns of values side by side
    strangers: tuple[Texts, ...] = ()  # headings of tables beside it that have days and are none of ours

    @property
    def is_plain(self) -> bool:
        """Whether at least half of the headings mean a column."""
        return len(self.places) * 2 >= len(self.headings)

    @property
    def places(self) -> dict[str, int]:
        """Return column name -> position of those that are there."""
        return {h.column.name: h.place for h in self.headings if h.column is not None}


@dataclass(frozen=True)
class PartialMatch:
    """A sheet that looks like a table, but lacks a needed heading or could be something else."""

    sheet: Sheet
    table: TableSchema
    row: int
    missing: tuple[str, ...]
    headings: tuple[Heading, ...]
    sure: bool = False  # whether it can hardly be anything else
    doubt: str = ""  # in German, why a sheet that lacks nothing is not taken for the table
