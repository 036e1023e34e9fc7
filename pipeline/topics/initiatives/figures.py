"""What is counted of political initiatives: how many, by year and by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from ...base.figures import Figure
from ...base.keys import Key, apart_from_times
from ...statistics.counting import Counting, Rows, Scope
from ...statistics.dated import Naming, dated, number, of_years, up_to_end_of
from ...statistics.kinds import NOT_GIVEN

_OWN_KIND = "Jeder Eintrag der Liste „Initiativen“ zählt bei seiner Art."


def of_project(rows: Rows, scope: Scope) -> Iterator[Figure]:
    """Yield the figures of a project's political initiatives up to the report year, one row per initiative."""
    naming, initiatives = _naming(scope), dated(rows["initiativen"], "art", lambda kind: kind or NOT_GIVEN)
    yield number(naming, initiatives.ids, naming.key, naming.label(when=up_to_end_of(scope.year)))
    yield from of_years(naming, initiatives, scope.year)
    groups: dict[str, list[int]] = {}
    for i, kind in zip(initiatives.ids, initiatives.kinds, strict=True):
        groups.setdefault(kind, []).append(i)
    for kind, ids in groups.items():
        name = initiatives.names[kind]
        figure = number(naming, ids, of_kind(scope.key, name), naming.label(by="Art", which=name))
        yield replace(figure, method=_OWN_KIND, line="art")


def totals(frame: pd.DataFrame, scope: Scope) -> Iterator[Figure]:
    """Yield the number of all initiatives by year."""
    yield from of_years(_naming(scope), dated(frame, "art", scope.parent_of), scope.year)


def of_kind(project: str, kind: str) -> Key:
    """Return the key of how many initiatives of one kind there were; the kinds' parts stand where the years' do."""
    return Key(project, "initiativen", "anzahl", which=apart_from_times(kind, "art"))


def _naming(scope: Scope) -> Naming:
    return Naming(Key(scope.key, "initiativen"), scope.subject, "Initiativen", "Initiativen")


COUNTING = Counting("initiativen", of_project, totals)
