"""What promises a list that nobody takes a sheet for unasked: a name in whole words, or a heading that marks it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from ...base.schema import TableSchema
from .headings import Texts, heading_key, keys_of


def promises(table: TableSchema, name: str) -> bool:
    """Tell whether a name holds a usual name of a table in whole words: „Gottesdienste“ are no „Dienste“."""
    words = _words_of(name)
    usual = (_words_of(known) for known in (table.title, *table.names))
    return any(one == words[i : i + len(one)] for one in usual if one for i in range(len(words) - len(one) + 1))


@cache
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(heading_key(word) for word in re.findall(r"[^\W\d_]+", name))


def marking(marks: Mapping[str, Collection[str]], texts: Texts) -> frozenset[str]:
    """Return the tables that one of the headings marks; `marks` are tables by heading key."""
    keys = (key for ways in texts.values() for words in ways for key in keys_of(words)) if marks else ()
    return frozenset(name for key in keys for name in marks.get(key, ()))
