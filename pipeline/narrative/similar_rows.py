"""What several rows have in common: which differ in their day only, their themes and kinds, how far they reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import Any

import pandas as pd

from ..base.period import Period
from ..german import periods
from ..german.nouns import Phrase
from .phrases import FEW_THEMES, Counted, Language, Listed, Number, Words

_OFTEN = 3  # of many themes or kinds so many are named
_SAME = ("format", "titel", "themen", "ort", "veranstalter", "zielgruppe", "programm")


def alike(rows: Sequence[Any]) -> list[list[Any]]:
    """Return rows of one year that share a sentence: equal ones of one month; most stand alone."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        alone = row.berichtstext or row.genau != "tag" or not pd.isna(row.bis)
        same = (row.Index,) if alone else (row.datum.month, *(getattr(row, name) for name in _SAME))
        groups.setdefault(same, []).append(row)
    return list(groups.values())


def as_one(rows: Sequence[Any]) -> Any:
    """Return the first of rows that are alike with everybody who appeared at any of them."""
    people = tuple(dict.fromkeys(name for row in rows for name in row.mitwirkende))
    return rows[0]._replace(mitwirkende=people) if len(rows) > 1 else rows[0]


def on_days(rows: Sequence[Any], facts: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of the first of rows that are alike as they are of all: „je ein Vorspiel“ on several days."""
    if len(rows) == 1:
        return facts
    when = periods.on_days([row.datum.date() for row in rows])
    return facts | {"format": replace(facts["format"], each=True), "wann": Words(when)}


def reach(rows: Sequence[Any]) -> Period:
    """Return from when to when rows reach."""
    days = [day.date() for row in rows for day in (row.datum, row.bis) if not pd.isna(day)]
    return Period(min(days), max(days))


def themes(rows: Sequence[Any]) -> dict[str, Any]:
    """Return the fact `themen`: all themes by the alphabet, of many only the most frequent; nothing for none."""
    names = by_frequency(theme for row in rows for theme in row.themen)
    many = len(names) > FEW_THEMES + 1
    return {"themen": Listed(tuple(names[:_OFTEN] if many else sorted(names)), some=many)} if names else {}


def plain(row: Any) -> bool:
    """Tell whether there is nothing to an event but its format, themes, organisers and place."""
    return not (row.titel or row.programm or any(row.mitwirkende) or row.berichtstext)


def by_frequency(names: Iterable[str]) -> list[str]:
    """Return the different names, the most frequent first, equally frequent ones by the alphabet."""
    counts = Counter(names)
    return sorted(counts, key=lambda name: (-counts[name], name))


def most_frequent(numbers: Sequence[tuple[Phrase, Number]], language: Language, *, nameless: int = 0) -> dict[str, Any]:
    """Return the fact `haeufigste`: the kinds that occurred most often; nothing where too many are equal.

    `numbers` are of all kinds, the most frequent first; `nameless` is how many rows bear none, and any could be theirs.
    """
    often: list[tuple[Phrase, Number]] = []
    counts = [Decimal(str(number.figure.value)) for _, number in numbers]
    for count, group in groupby(numbers, key=lambda pair: pair[1].figure.value):
        equal = list(group)
        if count == 1 or len(often) >= _OFTEN or len(often) + len(equal) > _OFTEN + 2:
            break
        often += equal
    ahead = counts[len(often) - 1] - (counts[len(often)] if len(counts) > len(often) else 0) if often else 0
    return {"haeufigste": Counted(tuple(often), language)} if ahead > nameless else {}
