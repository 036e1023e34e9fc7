"""Which events of the report year are told, which of them together, and what the table alone names.

Decided from the rows before a word is written: counting asks for the groups whose numbers a sentence needs, and
writing tells them. The order of rows and files decides nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Literal

import pandas as pd

from ...base.names import slug, term_identity
from ...base.records import Count
from ...ingest.word_lists import pattern_of, word_lists
from ...narrative.similar_rows import alike, plain
from ...statistics.kinds import NOT_GIVEN
from ...statistics.participants import has_number

SERIES_FROM = 3  # so many events make a series
_MOST_SERIES = 6  # told in a chapter; more read like a list
_FAR = 4.0  # sixteen times the usual size counts no more than that

_WORDS = word_lists(Path(__file__).with_name("occasions.toml"))
_SPECIAL = re.compile(rf"(?i)\b{pattern_of(_WORDS['besonders'])}(?!\w)")
_CHANGING = re.compile(rf"(?i)\b{pattern_of(_WORDS['wechselnd'])}\b|[^\W\d_]*\d[\w.]*|[\W_]")


@dataclass(frozen=True)
class Series:
    """Events told in one sentence: of one kind (`by` „format“), or with the same words in their titles („reihe“).

    `name` is the kind or these words, `which` its part of keys, `ids` are the events in the order of time.
    """

    by: Literal["format", "reihe"]
    name: str
    ids: tuple[int, ...]

    @property
    def which(self) -> str:
        """Return the part of keys by which its figures are known."""
        return slug(self.name)


@dataclass(frozen=True)
class Plan:
    """What is told of a year: series, single events (equal ones of a month together), and the ids of the rest."""

    series: tuple[Series, ...] = ()
    told: tuple[tuple[int, ...], ...] = ()
    rest: tuple[int, ...] = ()


def plan(rows: Sequence[Any], parent_of: Callable[[str], str], limit: int, *, gather: bool = True) -> Plan:
    """Return what is told of the events of one year, `limit` single ones at most besides those with a text by staff.

    Where there are no more than that, only plain events that repeat each other make a series; else, if these are to
    `gather`, all of one kind or title do.
    """
    rows = sorted(rows, key=_in_time)
    candidates = _series(rows, parent_of, many=len(rows) > limit) if gather else []
    weights = _weights(rows, parent_of)
    candidates.sort(key=lambda one: -max(weights[i] for i in one.ids) - math.log2(len(one.ids)))
    series = sorted(candidates[:_MOST_SERIES], key=lambda one: rows_in(rows, one.ids)[0].datum)
    summed = {i for one in series for i in one.ids}
    groups = alike([row for row in rows if row.Index not in summed or (row.berichtstext and not plain(row))])
    told = _choice(groups, weights, parent_of, limit)
    known = summed.union(i for group in told for i in group)
    return Plan(tuple(series), told, tuple(row.Index for row in rows if row.Index not in known))


def rows_in(rows: Iterable[Any], ids: Collection[int]) -> list[Any]:
    """Return the rows of these ids, in their order."""
    return [row for row in rows if row.Index in ids]


def _in_time(row: Any) -> tuple[Any, ...]:
    return (row.datum, row.titel, row.format, row.ort, row.Index)


def _series(rows: Sequence[Any], parent_of: Callable[[str], str], *, many: bool) -> list[Series]:
    by_kind: dict[str, list[Any]] = {}
    for row in rows:
        by_kind.setdefault(slug(parent_of(row.format)), []).append(row)
    found = [
        Series("format", parent_of(group[0].format), tuple(row.Index for row in group))
        for kind, group in by_kind.items()
        if len(group) >= SERIES_FROM and (_repeats(group) or (many and kind != slug(NOT_GIVEN)))
    ]
    if not many:
        return found
    left = {i for one in found for i in one.ids}
    by_title: dict[str, list[Any]] = {}
    for row in rows:
        if row.Index not in left and (words := shared_words(row.titel)):
            by_title.setdefault(slug(words), []).append(row)
    return found + [
        Series("reihe", shared_words(group[0].titel), tuple(row.Index for row in group))
        for group in by_title.values()
        if len(group) >= SERIES_FROM
    ]


def _repeats(group: Sequence[Any]) -> bool:
    """Tell whether events differ only in their day, place and themes; organised by others, by one of them each time."""
    same = all(plain(row) and row.zielgruppe == group[0].zielgruppe for row in group)
    organisers = [set(map(term_identity, row.veranstalter)) for row in group]
    return same and (not any(organisers) or bool(set.intersection(*organisers)))


def shared_words(title: str) -> str:
    """Return the words of a title that those of its series have in common: „Sprechstunde“ of „Sprechstunde 3 (Mai)“."""
    head = re.split(r"\s*[:|(„“\"–]|\s+-\s+", title.strip(' „“"'), maxsplit=1)[0]
    words = " ".join(word for word in head.split() if _CHANGING.sub("", word))
    return words if len(words) > 3 else ""


def _weights(rows: Sequence[Any], parent_of: Callable[[str], str]) -> dict[int, float]:
    """Return how much a reader cares for each event: its size beside the others, how rare it is, what there is to say.

    An unknown size counts as a usual one.
    """
    sizes = {row.Index: size for row in rows if (size := _size(row)) is not None}
    usual = median(sizes.values()) if sizes else 0
    often = Counter(slug(parent_of(row.format)) for row in rows)
    return {
        row.Index: max(-1.0, min(_FAR, math.log2((sizes.get(row.Index, usual) + 1) / (usual + 1))))
        + (1.5 / often[slug(parent_of(row.format))] if row.format else 0)
        + 0.4 * min(3, max(0, len(row.veranstalter) - 1))
        + 0.6 * bool(row.titel)
        + 0.3 * (bool(row.programm) + any(row.mitwirkende) + bool(row.themen))
        + 1.5 * bool(_SPECIAL.search(f"{row.titel} {row.format}"))
        for row in rows
    }


def _size(row: Any) -> int | None:
    count = row.teilnehmerzahl
    return count.low if isinstance(count, Count) and has_number(count) else None


def _choice(
    groups: Sequence[Sequence[Any]], weights: dict[int, float], parent_of: Callable[[str], str], limit: int
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of equal events worth a sentence, spread over months and kinds; those with a text always."""
    left = sorted(groups, key=lambda group: _in_time(group[0]))
    chosen = [group for group in left if group[0].berichtstext]
    left = [group for group in left if not group[0].berichtstext]
    months: Counter[int] = Counter(group[0].datum.month for group in chosen)
    kinds: Counter[str] = Counter(slug(parent_of(group[0].format)) for group in chosen)

    def worth(group: Sequence[Any]) -> float:
        first = group[0]
        again = 0.5 * months[first.datum.month] + 0.4 * kinds[slug(parent_of(first.format))]
        return max(weights[row.Index] for row in group) - again

    for _ in range(min(limit, len(left))):
        best = max(left, key=worth)  # of equal ones the earliest
        left.remove(best)
        chosen.append(best)
        months[best[0].datum.month] += 1
        kinds[slug(parent_of(best[0].format))] += 1
    chosen.sort(key=lambda group: _in_time(group[0]))
    return tuple(tuple(row.Index for row in group) for group in chosen)


def large(rows: Sequence[Any]) -> frozenset[int]:
    """Return the events to which at least twice as many came as to the usual one of the year."""
    sizes = {row.Index: size for row in rows if (size := _size(row)) is not None}
    usual = median(sizes.values()) if len(sizes) >= SERIES_FROM else math.inf
    return frozenset(i for i, size in sizes.items() if size >= 2 * usual > 0)


def closes_cycle(row: Any, others: Iterable[Any]) -> bool:
    """Tell whether an event belongs together with two others at least: it shares its kind, a theme or an organiser."""
    mine = _marks(row)
    return sum(bool(mine & _marks(other)) for other in others if other.Index != row.Index) > 1


def _marks(row: Any) -> set[tuple[str, str]]:
    themes = {("thema", slug(theme)) for theme in row.themen}
    organisers = {("veranstalter", term_identity(name)) for name in row.veranstalter}
    return themes | organisers | ({("format", slug(row.format))} if row.format else set())


def ends(row: Any) -> pd.Timestamp:
    """Return the last day of an event."""
    last: pd.Timestamp = row.datum if pd.isna(row.bis) else row.bis
    return last
