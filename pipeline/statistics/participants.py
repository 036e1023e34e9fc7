"""How many people took part: sums over rows, and the number of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ..base.figures import Figure
from ..base.keys import Key, Time
from ..base.records import Count
from ..german.periods import day
from .dated import Dated, Naming, month
from .methods import METHODS


def participants(naming: Naming, counts: Mapping[int, Count | None], key: Key, when: str, **of: str) -> Figure:
    """Return the sum of the participants by row; at least so many where a row has no exact number.

    `of` are parts of the label that say which rows these are.
    """
    return Figure(
        key=replace(key, measure="teilnehmer"),
        label=naming.label("Teilnehmer der Veranstaltungen", when=when, **of),
        value=sum(count.low for count in counts.values() if count is not None),
        unit="Teilnehmer",
        at_least=any(count is None or count.at_least for count in counts.values()),
        rows=tuple(counts),
        method=METHODS["summe"].format(table=naming.table),
        line="teilnehmer",
    )


def by_row(naming: Naming, rows: Dated, of: str) -> Iterator[Figure]:
    """Yield the participants of every row that has a number, by its day; the second of a day ends in -2.

    „bis 50“ is no number to count with; it is told as what it is, an upper bound.
    """
    seen: Counter[tuple[date, str]] = Counter()
    for i, first, exact, count in zip(rows.ids, rows.first, rows.exact, rows.counts, strict=True):
        if count is None or count.kind == "unbekannt":
            continue
        known = has_number(count)
        measure = "teilnehmer" if known else "hoechstens"
        seen[first, measure] += 1
        nth = seen[first, measure]
        times = {"jahr": ("im", f"Jahr {first.year}"), "monat": ("im", month(first.year, first.month))}
        at, when = times.get(exact, ("am", day(first)))
        yield Figure(
            key=replace(naming.key, measure=measure, time=Time(first.year, 0, first.month, first.day, nth)),
            label=naming.label(
                f"Teilnehmer {of}",
                at=at,
                when=when,
                note=f" ({nth}. Eintrag)" if nth > 1 else "",
                part="" if known else "höchstens",
                line="Teilnehmer einzelner Termine",
            ),
            value=count.low if known else count.high,
            unit="Teilnehmer",
            at_least=count.at_least and known,
            approximate=count.kind == "ungefähr",
            rows=(i,),
            method=METHODS["zeile" if known else "obergrenze"].format(table=naming.table),
        )


def has_number(count: Count) -> bool:
    """Tell whether a cell gives a number to count with: not unknown, not only an upper bound."""
    return count.kind not in ("unbekannt", "höchstens")
