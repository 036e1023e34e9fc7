"""What is counted of exhibitions: how many, by year and by room."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from pipeline.base.figures import Figure
from pipeline.base.keys import Key
from pipeline.statistics.counting import Counting, Rows, Scope
from pipeline.statistics.dated import Naming, by_kind, by_time, dated, number, of_years, up_to_end_of


def of_project(rows: Rows, scope: Scope) -> Iterator[Figure]:
    naming, exhibitions = _naming(scope), dated(rows["ausstellungen"], "raum", scope.parent_of)
    yield number(naming, exhibitions.ids, naming.key, naming.label(when=up_to_end_of(scope.year)))
    yield from of_years(naming, exhibitions, scope.year)
    yield from by_kind(naming, exhibitions, "raum", monthly=False)


def totals(frame: pd.DataFrame, scope: Scope) -> Iterator[Figure]:
    naming, exhibitions = _naming(scope), dated(frame, "raum", scope.parent_of)
    yield from of_years(naming, exhibitions, scope.year)
    yield from by_time(naming, exhibitions)


def _naming(scope: Scope) -> Naming:
    return Naming(Key(scope.key, "ausstellungen"), scope.subject, "Ausstellungen", "Ausstellungen")


COUNTING = Counting("ausstellungen", of_project, totals, kinds="raum", calendar=True)
