"""What is counted of the network: participants and institutions, in all, by group, by how they are engaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from ...base.figures import Figure
from ...base.keys import Key
from ...base.names import identity, slug
from ...statistics.counting import Counting, Rows, Scope
from ...statistics.dated import Naming
from ...statistics.kinds import NOT_GIVEN, usual_names

_EACH = (
    "Jeder Eintrag der Liste „Netzwerk“ zählt; wer in zwei Gruppen eingetragen ist, zählt in beiden und damit auch "
    "insgesamt zweimal."
)
_ONCE = "Jede Institution der Liste „Netzwerk“ zählt nur einmal, gleich wie oft sie eingetragen ist."


def of_project(rows: Rows, scope: Scope) -> Iterator[Figure]:
    """Yield the figures of a project's network, one row per participant: an institution or a person."""
    naming, frame = _naming(scope), rows["netzwerk"]
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


def totals(frame: pd.DataFrame, scope: Scope) -> Iterator[Figure]:
    """Yield how many take part in all."""
    naming = _naming(scope)
    yield _participants_of(naming, frame.index.tolist(), naming.key)


def _naming(scope: Scope) -> Naming:
    return Naming(Key(scope.key, "netzwerk"), scope.subject, "Netzwerk", "Teilnehmer")


def _participants_of(naming: Naming, ids: Sequence[int], key: Key, **which: str) -> Figure:
    return Figure(
        key=replace(key, measure="teilnehmer"),
        label=naming.label("Teilnehmer im Netzwerk", among="Teilnehmer", line="Netzwerk", **which),
        value=len(ids),
        unit="Teilnehmer",
        rows=tuple(ids),
        method=_EACH,
        line="",
    )


def _institutions_of(naming: Naming, ids: Sequence[int], names: Sequence[str], key: Key, **which: str) -> Figure:
    filled = [i for i, name in zip(ids, names, strict=True) if name]
    return Figure(
        key=replace(key, measure="institutionen"),
        label=naming.label("Institutionen im Netzwerk", among="Institutionen", line="Netzwerk", **which),
        value=len({identity(name) for name in names if name}),
        unit="Institutionen",
        rows=tuple(filled),
        method=_ONCE,
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


COUNTING = Counting("netzwerk", of_project, totals)
