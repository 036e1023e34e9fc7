"""Which organisations took part in a project, and of which kind they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pandas as pd

from ...base.figures import Figure, Label
from ...base.keys import Key
from ...base.names import identity, slug
from ...statistics.counting import Counting, Rows, Scope
from ...statistics.dated import Naming
from ...statistics.kinds import NOT_GIVEN
from ...statistics.organisations import directory


def of_project(rows: Rows, scope: Scope) -> Iterator[Figure]:
    """Yield how many different organisations took part, in all and by kind; nothing without organisations."""
    known = directory(scope.tables["partner"], scope.settings.organisation)
    taking_part: dict[str, list[int]] = {}
    organisations: dict[str, str] = {}
    for frame, column in _where_named(rows, scope):
        for i, names in zip(frame.index.tolist(), frame[column], strict=True):
            for name in names:
                if name not in organisations:
                    own_name = identity(name)
                    organisations[name] = known.full.get(own_name, own_name)
            for organisation in dict.fromkeys(organisations[name] for name in names if name):
                if organisation not in known.own:
                    taking_part.setdefault(organisation, []).append(i)
    if not taking_part:
        return
    naming = Naming(Key(scope.key, "partner", "anzahl"), scope.subject, "Partner", "Organisationen")
    yield _organisations(naming, naming.key, naming.label(_WHAT, line=_LINE), taking_part.values(), _ONCE)
    by_kind: dict[str, list[list[int]]] = {}
    for organisation, ids in taking_part.items():
        by_kind.setdefault(slug(known.kinds.get(organisation, NOT_GIVEN)), []).append(ids)
    for kind, groups in by_kind.items():
        label = naming.label(_WHAT, by="Art", which=known.spelled.get(kind, NOT_GIVEN), line=_LINE)
        yield _organisations(naming, replace(naming.key, by="art", which=kind), label, groups, _BY_KIND)


def _where_named(rows: Rows, scope: Scope) -> Iterator[tuple[pd.DataFrame, str]]:
    """Yield every list of a project with each of its columns that name organisations that took part."""
    for table, frame in rows.items():
        for column in scope.tables.schemas[table].columns:
            if column.kind == "organisationen":
                yield frame, column.name


_WHAT, _LINE = "beteiligte Organisationen", "Beteiligte Organisationen"
_ONCE = (
    "Jede Organisation zählt einmal, die bis zum Ende des Berichtsjahres bei Treffen, Veranstaltungen oder "
    "Initiativen als Beteiligte oder Veranstalter eingetragen ist; die eigene Organisation zählt nicht mit."
)
_BY_KIND = "Jede beteiligte Organisation zählt einmal, bei der Art, die ihr die Liste „Partner“ gibt."


def _organisations(naming: Naming, key: Key, label: Label, rows: Iterable[Sequence[int]], method: str) -> Figure:
    found = list(rows)
    return Figure(
        key=key,
        label=label,
        value=len(found),
        unit=naming.unit,
        rows=tuple(sorted({i for group in found for i in group})),
        method=method,
        line="",
    )


COUNTING = Counting("partner", of_project)
