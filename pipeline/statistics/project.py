"""The figures of one project: its meetings, events, network, initiatives and entered values.

Every function takes the project's rows and yields figures; keys begin with the project's key part. Contract keys
(`design` of the outputs) are there even when nothing was counted, all others only where there is something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd

from ..base.figures import Figure
from ..base.keys import Key, Time, apart_from_times
from ..base.names import identity, slug
from ..base.records import Count
from ..german.periods import day
from ..german.quantities import named
from .dated import (
    Dated,
    Naming,
    by_kind,
    by_time,
    by_year,
    dated,
    in_year,
    month,
    number,
    of_years,
    period,
    up_to_end_of,
)
from .kinds import NOT_GIVEN, usual_names
from .methods import METHODS

Parent = Callable[[str], str]


def meetings(frame: pd.DataFrame, key: str, subject: str, year: int, parent_of: Parent) -> Iterator[Figure]:
    """Yield the figures of a project's meetings up to the report year, one row per meeting."""
    naming = Naming(Key(key, "treffen"), subject, "Treffen", "Treffen")
    rows = dated(frame, "art", parent_of)
    yield number(naming, rows.ids, naming.key, naming.label(when=up_to_end_of(year)))
    yield from period(naming, rows)
    yield from of_years(naming, rows, year)
    yield from by_time(naming, rows)
    yield from by_kind(naming, rows, "art", monthly=True)
    yield from by_row(naming, rows, "des Treffens")


def events(frame: pd.DataFrame, key: str, subject: str, year: int, parent_of: Parent) -> Iterator[Figure]:
    """Yield the figures of a project's events and their participants up to the report year, one row per event."""
    naming = Naming(Key(key, "veranstaltungen"), subject, "Veranstaltungen", "Veranstaltungen")
    rows = dated(frame, "format", parent_of)
    counts = dict(zip(rows.ids, rows.counts, strict=True))
    yield number(naming, rows.ids, naming.key, naming.label(when=up_to_end_of(year)))
    yield participants(naming, counts, naming.key, up_to_end_of(year))
    yield from period(naming, rows)
    for one, ids in by_year(rows, year).items():
        yield number(naming, ids, naming.key.in_year(one), naming.label(when=in_year(one)))
        yield participants(naming, {i: counts[i] for i in ids}, naming.key.in_year(one), in_year(one))
    yield from by_time(naming, rows)
    yield from by_kind(naming, rows, "format", monthly=False)
    yield from by_row(naming, rows, "der Veranstaltung")


def participants(naming: Naming, counts: Mapping[int, Count | None], key: Key, when: str) -> Figure:
    """Return the sum of the participants by row; at least so many where a row has no exact number."""
    return Figure(
        key=replace(key, measure="teilnehmer"),
        label=naming.label("Teilnehmer der Veranstaltungen", when=when),
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


def network(frame: pd.DataFrame, key: str, subject: str) -> Iterator[Figure]:
    """Yield the figures of a project's network, one row per participant: an institution or a person."""
    naming = Naming(Key(key, "netzwerk"), subject, "Netzwerk", "Teilnehmer")
    ids = frame.index.tolist()
    institutions = frame["institution"].tolist()
    yield _participants_of(naming, ids, naming.key)
    yield _institutions_of(naming, ids, institutions, naming.key)
    groups, group_names = _grouped(ids, frame["gruppe"].tolist())
    by_id = dict(zip(ids, institutions, strict=True))
    for group, members in groups.items():
        mine, which = replace(naming.key, which=group), {"by": "Gruppe", "which": group_names[group]}
        yield _participants_of(naming, members, mine, **which)
        yield _institutions_of(naming, members, [by_id[i] for i in members], mine, **which)
    kinds, kind_names = _grouped(ids, frame["engagement"].tolist())
    for kind, members in kinds.items():
        mine = replace(naming.key, by="engagement", which=kind)
        yield _participants_of(naming, members, mine, by="Engagement", which=kind_names[kind])


def _participants_of(naming: Naming, ids: Sequence[int], key: Key, **which: str) -> Figure:
    return Figure(
        key=replace(key, measure="teilnehmer"),
        label=naming.label("Teilnehmer im Netzwerk", among="Teilnehmer", line="Netzwerk", **which),
        value=len(ids),
        unit="Teilnehmer",
        rows=tuple(ids),
        method=METHODS["netzwerk"].format(table=naming.table),
        line="",
    )


def _institutions_of(naming: Naming, ids: Sequence[int], names: Sequence[str], key: Key, **which: str) -> Figure:
    named = [i for i, name in zip(ids, names, strict=True) if name]
    return Figure(
        key=replace(key, measure="institutionen"),
        label=naming.label("Institutionen im Netzwerk", among="Institutionen", line="Netzwerk", **which),
        value=len({identity(name) for name in names if name}),
        unit="Institutionen",
        rows=tuple(named),
        method=METHODS["institutionen"].format(table=naming.table),
        line="",
    )


def _grouped(ids: Sequence[int], names: Sequence[str]) -> tuple[dict[str, list[int]], dict[str, str]]:
    """Return the ids by the key part of their name, and how each name is usually spelled."""
    given = [name or NOT_GIVEN for name in names]
    parts = {name: slug(name) for name in set(given)}
    groups: dict[str, list[int]] = {}
    for i, name in zip(ids, given, strict=True):
        groups.setdefault(parts[name], []).append(i)
    return groups, usual_names(given)


def initiatives(frame: pd.DataFrame, key: str, subject: str, year: int) -> Iterator[Figure]:
    """Yield the figures of a project's political initiatives up to the report year, one row per initiative."""
    naming = Naming(Key(key, "initiativen"), subject, "Initiativen", "Initiativen")
    rows = dated(frame, "art", lambda kind: kind or NOT_GIVEN)
    yield number(naming, rows.ids, naming.key, naming.label(when=up_to_end_of(year)))
    yield from of_years(naming, rows, year)
    groups: dict[str, list[int]] = {}
    for i, kind in zip(rows.ids, rows.kinds, strict=True):
        groups.setdefault(kind, []).append(i)
    for kind, ids in groups.items():
        name = rows.names[kind]
        figure = number(naming, ids, kind_of_initiatives(key, name), naming.label(by="Art", which=name), "eigene-art")
        yield replace(figure, line="art")


def kind_of_initiatives(project: str, kind: str) -> Key:
    """Return the key of how many initiatives of one kind there were; the kinds' parts stand where the years' do."""
    return Key(project, "initiativen", "anzahl", which=apart_from_times(kind, "art"))


def values(frame: pd.DataFrame, key: str, subject: str, *, ours: bool) -> Iterator[Figure]:
    """Yield the values that staff entered, one row per name and year; a second, different one ends in -2."""
    naming = Naming(Key(key, "werte"), subject, "Werte", "")
    seen: dict[Key, list[tuple[Decimal, str, list[int]]]] = {}
    names: dict[Key, str] = {}
    columns = (frame[column].tolist() for column in ("bezeichnung", "jahr", "wert", "einheit"))
    for i, name, year, value, unit in zip(frame.index.tolist(), *columns, strict=True):
        mine = replace(naming.key, which=slug(name), time=Time(year))
        names.setdefault(mine, named(name, unit))
        entries = seen.setdefault(mine, [])
        same = next((entry for entry in entries if entry[:2] == (value, unit)), None)
        if same is None:
            entries.append((value, unit, [i]))
        else:
            same[2].append(i)
    for mine, entries in seen.items():
        for nth, (value, unit, ids) in enumerate(entries, start=1):
            time = Time(mine.year, nth=nth)
            yield Figure(
                key=replace(mine, time=time),
                label=naming.label(names[mine], when=f"{mine.year}", note=f" ({nth}. Angabe)" if nth > 1 else ""),
                value=value,
                unit=unit,
                rows=tuple(ids),
                method=METHODS["wert"].format(table=naming.table),
                line=f"{mine.which}.{time}",
                ours=ours,
            )
