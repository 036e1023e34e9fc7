"""A project's meetings by month, quarter or year, and by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...base.figures import Figures
from ...base.keys import Key
from ...base.marks import mark
from ...base.period import Period
from ...charts.captions import CountedNoun, month, n, printed
from ...charts.chart import Chart
from ...charts.drawing import Drawing, ProjectCharts
from ...charts.findings import densest, described
from ...charts.over_time import columns, grid, in_slots, totals, worth_drawing
from ...charts.style import NARROW, ChartStyle
from ...charts.year import Rhythm
from ...german.grammar import Gender
from ...statistics.dated import Dated, dated


def _chart(key: str, rows: Dated, figures: Figures, style: ChartStyle) -> Chart | None:
    """Return how a project's meetings lie in time; None where a sentence says as much.

    `rows` are its meetings up to the report year. Meetings of which only the year is known are left out unless the
    columns are years.
    """
    known = [i for i, exact in enumerate(rows.exact) if exact != "jahr"]
    if not known:
        return None
    over = grid(rows.first[i] for i in known)
    if over.span == "Jahr":
        known = list(range(len(rows.ids)))
        over = grid(rows.first)
    series = in_slots([rows.first[i] for i in known], [rows.names[rows.kinds[i]] for i in known], over)
    heights = totals(series)
    if not worth_drawing(heights):
        return None
    counted = Key(key, "treffen", "anzahl")
    whole, reach = figures[counted], figures[replace(counted, measure="zeitraum")]
    by = " nach Art" if len(series) > 1 else ""
    period = _period(reach.value)
    left_out = " (ohne Treffen, von denen nur das Jahr bekannt ist)" if len(known) < len(rows.ids) else ""
    alternative = described(f"Treffen je {over.span}{by}, {period}", series, over, style)
    return Chart(
        key=Key(key, "treffen"),
        finding=densest(counted, figures, over, heights, style),
        shows=f"Treffen je {over.span}{by}, {mark(reach.key, period)}{left_out}; {n(printed(whole, style.wording))}. "
        "Quelle: Liste „Treffen“.",
        alternative=alternative,
        svg=columns(over, series, counted, style, width_mm=NARROW, alternative=alternative),
        width=NARROW,
    )


def _period(value: object) -> str:
    if not isinstance(value, Period):
        raise TypeError(f"a period was expected, not {value!r}")
    first, last = month(value.first), month(value.last)
    return first if first == last else f"{first} bis {last}"


def _of_project(project: ProjectCharts) -> Iterator[Chart | None]:
    meetings = dated(project.rows["treffen"], "art", project.parent_of)
    yield _chart(project.key, meetings, project.figures, project.style)


DRAWING = Drawing(_of_project, Rhythm("treffen", CountedNoun("Treffen", Gender.NEUTER, "Treffen", "Treffen"), 20))
