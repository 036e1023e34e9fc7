"""The figures of one project: its meetings, events, network, initiatives and entered values.

Every function takes the project's rows and yields figures; keys begin with the project's key part. Contract keys
(`design` of the outputs) are there even when nothing was counted, all others only where there is something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import pandas as pd

from ..base.figures import Figure
from ..base.names import identity, slug
from ..base.records import Count
from ..german.calendar import MONTHS
from ..german.periods import day
from ..german.quantities import named
from .dated import Dated, Naming, by_kind, by_time, by_year, dated, number, period
from .kinds import NOT_GIVEN, usual_names
from .methods import METHODS

Parent = Callable[[str], str]


def meetings(frame: pd.DataFrame, key: str, subject: str, year: int, parent_of: Parent) -> Iterator[Figure]:
    """Yield the figures of a project's meetings up to the report year, one row per meeting."""
    naming = Naming(f"{key}.treffen", subject, "Treffen", "Treffen")
    rows = dated(frame, "art", parent_of)
    yield number(naming, rows.ids, f"bis Ende {year}")
    yield from period(naming, rows)
    for in_year, ids in by_year(rows, year).items():
        yield number(naming, ids, f"im Jahr {in_year}", f"{in_year}")
    yield from by_time(naming, rows)
    yield from by_kind(naming, rows, "art", monthly=True)
    yield from by_row(naming, rows, "des Treffens")


def events(frame: pd.DataFrame, key: str, subject: str, year: int, parent_of: Parent) -> Iterator[Figure]:
    """Yield the figures of a project's events and their participants up to the report year, one row per event."""
    naming = Naming(f"{key}.veranstaltungen", subject, "Veranstaltungen", "Veranstaltungen")
    rows = dated(frame, "format", parent_of)
    counts = dict(zip(rows.ids, rows.counts, strict=True))
    yield number(naming, rows.ids, f"bis Ende {year}")
    yield participants(naming, counts, f"bis Ende {year}", "")
    yield from period(naming, rows)
    for in_year, ids in by_year(rows, year).items():
        yield number(naming, ids, f"im Jahr {in_year}", f"{in_year}")
        yield participants(naming, {i: counts[i] for i in ids}, f"im Jahr {in_year}", f"{in_year}")
    yield from by_time(naming, rows)
    yield from by_kind(naming, rows, "format", monthly=False)
    yield from by_row(naming, rows, "der Veranstaltung")


def participants(naming: Naming, counts: Mapping[int, Count | None], what: str, part: str) -> Figure:
    """Return the sum of the participants by row; at least so many where a row has no exact number."""
    return Figure(
        key=".".join(filter(None, (naming.key, part, "teilnehmer"))),
        label=naming.label(f"Teilnehmer der Veranstaltungen {what}"),
        value=sum(count.low for count in counts.values() if count is not None),
        unit="Teilnehmer",
        at_least=any(count is None or count.at_least for count in counts.values()),
        rows=tuple(counts),
        method=METHODS["summe"].format(table=naming.table),
        subject=naming.subject,
    )


def by_row(naming: Naming, rows: Dated, of: str) -> Iterator[Figure]:
    """Yield the participants of every row that has a number, by its day; the second of a day ends in -2.

    „bis 50“ is no number to count with; it is told as what it is, an upper bound.
    """
    seen: dict[str, int] = {}
    for i, first, exact, count in zip(rows.ids, rows.first, rows.exact, rows.counts, strict=True):
        if count is None or count.kind == "unbekannt":
            continue
        known = has_number(count)
        end = "teilnehmer" if known else "hoechstens"
        part = f"{first.isoformat()}.{end}"
        seen[part] = seen.get(part, 0) + 1
        nth, further = (f"-{seen[part]}", f" ({seen[part]}. Eintrag)") if seen[part] > 1 else ("", "")
        when = {"jahr": f"im Jahr {first.year}", "monat": f"im {MONTHS[first.month - 1]} {first.year}"}
        bound = "" if known else ", höchstens"
        yield Figure(
            key=f"{naming.key}.{first.isoformat()}{nth}.{end}",
            label=naming.label(f"Teilnehmer {of} {when.get(exact, f'am {day(first)}')}{further}{bound}"),
            value=count.low if known else count.high,
            unit="Teilnehmer",
            at_least=count.at_least and known,
            approximate=count.kind == "ungefähr",
            rows=(i,),
            method=METHODS["zeile" if known else "obergrenze"].format(table=naming.table),
            subject=naming.subject,
        )


def has_number(count: Count) -> bool:
    """Tell whether a cell gives a number to count with: not unknown, not only an upper bound."""
    return count.kind not in ("unbekannt", "höchstens")


def network(frame: pd.DataFrame, key: str, subject: str) -> Iterator[Figure]:
    """Yield the figures of a project's network, one row per participant: an institution or a person."""
    naming = Naming(f"{key}.netzwerk", subject, "Netzwerk", "Teilnehmer")
    ids = frame.index.tolist()
    institutions = frame["institution"].tolist()
    yield _participants_of(naming, ids, "im Netzwerk", "")
    yield _institutions_of(naming, ids, institutions, "im Netzwerk", "")
    groups, group_names = _grouped(ids, frame["gruppe"].tolist())
    by_id = dict(zip(ids, institutions, strict=True))
    for group, members in groups.items():
        what, part = f"im Netzwerk (Gruppe: {group_names[group]})", group
        yield _participants_of(naming, members, what, part)
        yield _institutions_of(naming, members, [by_id[i] for i in members], what, part)
    kinds, kind_names = _grouped(ids, frame["engagement"].tolist())
    for kind, members in kinds.items():
        what = f"im Netzwerk (Engagement: {kind_names[kind]})"
        yield _participants_of(naming, members, what, f"engagement.{kind}")


def _participants_of(naming: Naming, ids: Sequence[int], what: str, part: str) -> Figure:
    return Figure(
        key=".".join(filter(None, (naming.key, part, "teilnehmer"))),
        label=naming.label(f"Teilnehmer {what}"),
        value=len(ids),
        unit="Teilnehmer",
        rows=tuple(ids),
        method=METHODS["netzwerk"].format(table=naming.table),
        subject=naming.subject,
    )


def _institutions_of(naming: Naming, ids: Sequence[int], names: Sequence[str], what: str, part: str) -> Figure:
    named = [i for i, name in zip(ids, names, strict=True) if name]
    return Figure(
        key=".".join(filter(None, (naming.key, part, "institutionen"))),
        label=naming.label(f"Institutionen {what}"),
        value=len({identity(name) for name in names if name}),
        unit="Institutionen",
        rows=tuple(named),
        method=METHODS["institutionen"].format(table=naming.table),
        subject=naming.subject,
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
    naming = Naming(f"{key}.initiativen", subject, "Initiativen", "Initiativen")
    rows = dated(frame, "art", lambda kind: kind or NOT_GIVEN)
    yield number(naming, rows.ids, f"bis Ende {year}")
    for in_year, ids in by_year(rows, year).items():
        yield number(naming, ids, f"im Jahr {in_year}", f"{in_year}")
    groups: dict[str, list[int]] = {}
    for i, kind in zip(rows.ids, rows.kinds, strict=True):
        groups.setdefault(kind, []).append(i)
    for kind, ids in groups.items():
        yield number(naming, ids, f"(Art: {rows.names[kind]})", kind, "eigene-art")


def values(frame: pd.DataFrame, key: str, subject: str) -> Iterator[Figure]:
    """Yield the values that staff entered, one row per name and year; a second, different one ends in -2."""
    naming = Naming(f"{key}.werte", subject, "Werte", "")
    seen: dict[str, list[tuple[Decimal, str, list[int]]]] = {}
    labels: dict[str, str] = {}
    columns = (frame[column].tolist() for column in ("bezeichnung", "jahr", "wert", "einheit"))
    for i, name, year, value, unit in zip(frame.index.tolist(), *columns, strict=True):
        part = f"{naming.key}.{slug(name)}.{year}"
        labels.setdefault(part, naming.label(f"{named(name, unit)} {year}"))
        entries = seen.setdefault(part, [])
        same = next((entry for entry in entries if entry[:2] == (value, unit)), None)
        if same is None:
            entries.append((value, unit, [i]))
        else:
            same[2].append(i)
    for part, entries in seen.items():
        for nth, (value, unit, ids) in enumerate(entries, start=1):
            further = f" ({nth}. Angabe)" if nth > 1 else ""
            yield Figure(
                key=part + (f"-{nth}" if nth > 1 else ""),
                label=labels[part] + further,
                value=value,
                unit=unit,
                rows=tuple(ids),
                method=METHODS["wert"].format(table=naming.table),
                subject=naming.subject,
            )
