"""What is counted of meetings: how many, when, of which kind, and how many took part in each."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...base.figures import Figure
from ...base.keys import Key
from ...statistics.counting import Counting, Rows, Scope
from ...statistics.dated import Naming, by_kind, by_time, dated, number, of_years, period, up_to_end_of
from ...statistics.participants import by_row


def of_project(rows: Rows, scope: Scope) -> Iterator[Figure]:
    """Yield the figures of a project's meetings up to the report year, one row per meeting."""
    naming, meetings = _naming(scope), dated(rows["treffen"], "art", scope.parent_of)
    yield number(naming, meetings.ids, naming.key, naming.label(when=up_to_end_of(scope.year)))
    yield from period(naming, meetings)
    yield from of_years(naming, meetings, scope.year)
    yield from by_time(naming, meetings)
    yield from by_kind(naming, meetings, "art", monthly=True)
    yield from by_row(naming, meetings, "des Treffens")


def totals(frame: pd.DataFrame, scope: Scope) -> Iterator[Figure]:
    """Yield the number of all meetings by year, quarter and month."""
    naming, meetings = _naming(scope), dated(frame, "art", scope.parent_of)
    yield from of_years(naming, meetings, scope.year)
    yield from by_time(naming, meetings)


def _naming(scope: Scope) -> Naming:
    return Naming(Key(scope.key, "treffen"), scope.subject, "Treffen", "Treffen")


COUNTING = Counting("treffen", of_project, totals, kinds="art", calendar=True)
