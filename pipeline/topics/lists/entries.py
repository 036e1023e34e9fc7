"""The entries of a list as those who count, draw and tell it need them: when they were, by column, and the largest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ...base.names import slug
from ...base.records import Amount
from ...ingest.word_lists import pattern_of
from ...statistics.kinds import NOT_GIVEN, usual_names
from .declaration import Breakdown, Declaration, Measure

_FEWEST = 3  # entries among which one can be the largest


@dataclass(frozen=True)
class Grouped:
    """Entries by the values of a column: part of keys, what it is called, each entry's value, spellings by key part."""

    key: str
    title: str
    column: str
    values: Mapping[int, str]
    names: Mapping[str, str]
    gathered: bool = False


def by_value(one: Grouped, ids: Sequence[int]) -> dict[str, list[int]]:
    """Return which of some entries have each value."""
    found: dict[str, list[int]] = {}
    for i in ids:
        found.setdefault(one.values[i], []).append(i)
    return found


def times(declaration: Declaration, frame: pd.DataFrame, year: int) -> dict[int, tuple[int, int]]:
    """Return year and month (0: not known) of every entry by its id; an entry without date stands for the `year`."""
    if "datum" in frame:
        days = zip(frame.index.tolist(), frame["datum"], frame["genau"], strict=True)
        return {
            i: (year, 0) if pd.isna(day) else (day.year, 0 if exact == "jahr" else day.month) for i, day, exact in days
        }
    if "jahr" in frame:
        return {i: (int(one) or year, 0) for i, one in zip(frame.index.tolist(), frame["jahr"], strict=True)}
    return dict.fromkeys(frame.index.tolist(), (year, 0))


def groupings(declaration: Declaration, frame: pd.DataFrame) -> Iterator[Grouped]:
    """Yield the entries by each column that breaks them down, codes gathered first; none where nothing was typed."""
    taken = {breakdown.key for breakdown in declaration.breakdowns}
    for breakdown in declaration.breakdowns:
        if breakdown.column not in frame or not frame[breakdown.column].any():
            continue
        typed = dict(zip(frame.index.tolist(), frame[breakdown.column], strict=True))
        if breakdown.terms:
            terms = {i: term(value, breakdown) for i, value in typed.items()}
            if any(terms[i] != value for i, value in typed.items()):
                key = slug(breakdown.general)
                while key in taken:
                    key = f"{key}-zusammen"
                taken.add(key)
                yield _grouped(key, breakdown.general, breakdown, terms, gathered=True)
        yield _grouped(breakdown.key, breakdown.title, breakdown, typed)


def _grouped(
    key: str, title: str, breakdown: Breakdown, typed: Mapping[int, str], *, gathered: bool = False
) -> Grouped:
    named = {i: value or NOT_GIVEN for i, value in typed.items()}
    parts = {i: slug(value) for i, value in named.items()}
    return Grouped(key, title, breakdown.title, parts, usual_names(named.values()), gathered)


_LETTERS = re.compile(r"[^\W\d_]+")


def term(value: str, breakdown: Breakdown) -> str:
    """Return the word that gathers a code: „TH 1“ -> „technische Hilfeleistung“; what no word gathers stays."""
    key = " ".join(value.casefold().split())
    letters = _LETTERS.match(key)
    return breakdown.terms.get(key) or breakdown.terms.get(letters[0] if letters else "") or value


def void(declaration: Declaration, measure: Measure, frame: pd.DataFrame) -> dict[int, tuple[str, str]]:
    """Return the entries that came to nothing, so that a sum leaves them out: why (the value), and in which column."""
    if not measure.void:
        return {}
    says = re.compile(rf"(?i)\W*{pattern_of(measure.void)}(?!\w)")
    return {
        i: (value, breakdown.title)
        for breakdown in reversed(declaration.breakdowns)
        if breakdown.column in frame
        for i, value in zip(frame.index.tolist(), frame[breakdown.column], strict=True)
        if says.match(value)
    }


@dataclass(frozen=True)
class Largest:
    """The entry of the report year with the largest amount: its id, how it is called, and which amount."""

    row: int
    name: str
    measure: Measure
    amount: Amount


def largest(declaration: Declaration, frame: pd.DataFrame, year: int) -> Largest | None:
    """Return the entry with the largest amount of the last column that most entries fill; None where two are equal."""
    single = declaration.single
    if declaration.confidential or single is None or single.column not in frame:
        return None
    when = times(declaration, frame, year)
    rows = frame.loc[[i for i, (one, _) in when.items() if one == year]]
    for measure in reversed(declaration.measures):
        if measure.column not in rows:
            continue
        mine = rows.drop(index=list(void(declaration, measure, rows)))
        pairs = zip(mine.index.tolist(), mine[single.column], mine[measure.column], strict=True)
        named = [(i, name, amount) for i, name, amount in pairs if isinstance(amount, Amount) and name]
        if len(named) < _FEWEST or 2 * len(named) <= len(mine):
            continue
        ordered = sorted(named, key=lambda one: -one[2].value)
        if ordered[0][2].value > ordered[1][2].value:
            i, name, amount = ordered[0]
            return Largest(int(i), str(name), measure, amount)
        return None
    return None
