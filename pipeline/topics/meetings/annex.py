"""The meetings in the annex: one by one or, where they are many, counted by kind and month; and by year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ...base.keys import Time
from ...german.calendar import SHORT_MONTHS
from ...narrative.cell_texts import NOTHING, when
from ...narrative.titles import beside_kind
from ...statistics.dated import up_to
from ..annex import Annex, AnnexScope, CountTable, Group, by_date, count_table, in_order

YEARS = 6  # so many columns of years fit beside the kinds


@dataclass(frozen=True)
class MeetingLine:
    """One meeting as a table prints it."""

    when: str
    kind: str
    subject: str
    place: str


def _meetings(scope: AnnexScope) -> tuple[Group, ...]:
    """Return the meetings of the year, project by project."""
    groups = (
        Group(title, tuple(_meeting(row) for row in by_date(frame) if row.datum.year == scope.year))
        for title, frame in in_order(scope, "treffen")
    )
    return tuple(group for group in groups if group.rows)


def _meeting(row: Any) -> MeetingLine:
    kind, theme = beside_kind(row.thema, row.art)
    return MeetingLine(when(row), kind or NOTHING, theme or NOTHING, row.ort or NOTHING)


def _by_month(scope: AnnexScope) -> CountTable:
    """Return how many meetings of the year there were by project, kind and month."""
    times = [Time(scope.year, month=month) for month in range(1, 13)]
    return count_table(scope, "treffen", "art", times, Time(scope.year), (*SHORT_MONTHS, "Summe"))


def _by_year(scope: AnnexScope) -> CountTable:
    """Return how many meetings there were by project, kind and year, the last years at most."""
    known = sorted(set(up_to(scope.tables["treffen"], scope.year)["datum"].dt.year))
    years = known[-YEARS:]
    whole = "Insgesamt" if len(known) <= YEARS else f"seit {known[0]}"  # its sum is more than the columns show
    times = [Time(int(year)) for year in years]
    return count_table(scope, "treffen", "art", times, None, (*map(str, years), whole))


def _names(scope: AnnexScope) -> dict[str, Any]:
    return {
        "alle_treffen": _meetings(scope),
        "treffen_nach_monat": cache(lambda: _by_month(scope)),
        "treffen_nach_jahr": cache(lambda: _by_year(scope)),
    }


ANNEX = Annex("anhang-treffen", "Treffen", 30, "chapters/anhang/treffen.html.j2", _names, "alle_treffen")
