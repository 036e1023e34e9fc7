"""What of a blank workbook's example row somebody left standing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ...base.schema import OVERWRITE, TableSchema
from ..sheets import Row, as_typed, holds

_INVENTED = re.compile("Muster|Beispiel")  # what nobody can have meant


def left_of_example(table: TableSchema, row: Row) -> frozenset[str]:
    """Return the words of the example of a table that still stand in a row; one of them alone may be meant."""
    left = _invented(table).intersection(cell.strip() for cell in row if isinstance(cell, str))
    return left if len(left) > 1 or OVERWRITE in left else frozenset()


def code_of_example(table: TableSchema, left: frozenset[str], typed: Mapping[str, str]) -> str:
    """Return why a row that still asks to be overwritten does not count, "" if it does not ask.

    An example in which only the date is another one (a program may have changed its form) is still untouched.
    """
    if OVERWRITE not in left:
        return ""
    return "zeile-beispiel" if _but_date(typed) == _but_date(_example(table)) else "zeile-noch-beispiel"


@cache
def _example(table: TableSchema) -> Mapping[str, str]:
    return {column.name: as_typed(column.example) for column in table.columns if holds(column.example)}


@cache
def _invented(table: TableSchema) -> frozenset[str]:
    return frozenset(filter(_INVENTED.search, _example(table).values()))


def _but_date(typed: Mapping[str, str]) -> dict[str, str]:
    return {name: words for name, words in typed.items() if name != "datum"}
