"""What is counted of events: how many, when, of which kind, and how many guests came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from ...base.figures import Figure
from ...base.keys import Key
from ...base.records import Count
from ...narrative import row_features
from ...statistics.counting import Counting, Rows, Scope
from ...statistics.dated import Dated, Naming, by_kind, by_time, by_year, dated, in_year, number, period, up_to_end_of
from ...statistics.participants import by_row, participants
from .plan import plan


def of_project(rows: Rows, scope: Scope) -> Iterator[Figure]:
    """Yield the figures of a project's events and their participants up to the report year, one row per event."""
    naming, events = _naming(scope), dated(rows["veranstaltungen"], "format", scope.parent_of)
    counts = dict(zip(events.ids, events.counts, strict=True))
    yield number(naming, events.ids, naming.key, naming.label(when=up_to_end_of(scope.year)))
    yield participants(naming, counts, naming.key, up_to_end_of(scope.year))
    yield from period(naming, events)
    yield from _of_years(naming, events, scope.year)
    yield from by_time(naming, events)
    yield from by_kind(naming, events, "format", monthly=False)
    yield from by_row(naming, events, "der Veranstaltung")
    yield from _of_plan(naming, rows["veranstaltungen"], scope, counts)


def _of_plan(naming: Naming, frame: pd.DataFrame, scope: Scope, counts: Mapping[int, Count | None]) -> Iterator[Figure]:
    """Yield the numbers that the sentences about the report year need: of its series, and of what only the table names.

    Of events of one kind the count is there already.
    """
    rows = row_features.rows(frame[frame["datum"].dt.year == scope.year])
    planned = plan(rows, scope.parent_of, scope.settings.bericht.veranstaltungen_im_text)
    key, when = naming.key.in_year(scope.year), in_year(scope.year)
    for one in planned.series:
        mine, of = replace(key, by=one.by, which=one.which), {"by": one.by.title(), "which": one.name}
        if one.by == "reihe":
            yield number(naming, one.ids, mine, naming.label(when=when, **of), "titel")
        yield participants(naming, {i: counts[i] for i in one.ids}, mine, when, **of)
    if planned.rest:
        yield number(
            naming, planned.rest, replace(key, by="weitere"), naming.label("weitere Veranstaltungen", when=when)
        )


def totals(frame: pd.DataFrame, scope: Scope) -> Iterator[Figure]:
    """Yield the number of all events and of their participants by year, and of the events by quarter and month."""
    naming, events = _naming(scope), dated(frame, "format", scope.parent_of)
    yield from _of_years(naming, events, scope.year)
    yield from by_time(naming, events)


def _of_years(naming: Naming, events: Dated, year: int) -> Iterator[Figure]:
    counts = dict(zip(events.ids, events.counts, strict=True))
    for one, ids in by_year(events, year).items():
        key, when = naming.key.in_year(one), in_year(one)
        yield number(naming, ids, key, naming.label(when=when))
        yield participants(naming, {i: counts[i] for i in ids}, key, when)


def _naming(scope: Scope) -> Naming:
    return Naming(Key(scope.key, "veranstaltungen"), scope.subject, "Veranstaltungen", "Veranstaltungen")


COUNTING = Counting("veranstaltungen", of_project, totals, kinds="format", calendar=True)
