"""All charts of a report except those of surveys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..base.figures import Figures
from ..base.records import Tables
from ..base.settings import Settings
from ..statistics.counting import by_project, limits_by_row, participants_by_row
from ..statistics.dated import dated, up_to
from ..statistics.kinds import parents
from ..topics.events.charts import events_chart
from ..topics.meetings.charts import meetings_chart
from ..topics.network.charts import PARTNERS, groups_chart, partners_chart
from .chart import Chart
from .style import ChartStyle, chart_style
from .year import year_chart


def draw(
    tables: Tables, figures: Figures, settings: Settings, year: int, templates: Path | None = None
) -> tuple[Chart, ...]:
    """Return the year month by month and each project's charts; no chart where there is too little to see.

    Raises `specifications.BrokenSpecificationError` where a specification in `templates/charts` cannot be used.
    """
    found = _all(tables, figures, settings, year, chart_style(settings, templates))
    return tuple(_without_repetition(chart for chart in found if chart is not None))


def _without_repetition(charts: Iterable[Chart]) -> Iterator[Chart]:
    """Yield the charts; organisations that take part in several projects alike are drawn for the first one only."""
    seen: set[str] = set()
    for chart in charts:
        if chart.key.measure == PARTNERS:
            if chart.alternative in seen:
                continue
            seen.add(chart.alternative)
        yield chart


def _all(tables: Tables, figures: Figures, settings: Settings, year: int, style: ChartStyle) -> Iterator[Chart | None]:
    parent_of = parents(settings.arten)
    meetings = dated(up_to(tables["treffen"], year), "art", parent_of)
    events = dated(up_to(tables["veranstaltungen"], year), "format", parent_of)
    by_row = participants_by_row(figures) | limits_by_row(figures)
    yield year_chart(meetings, events, figures, year, style)
    for key, frames in by_project(tables, year).items():
        yield meetings_chart(key, dated(frames["treffen"], "art", parent_of), figures, style)
        yield events_chart(key, frames["veranstaltungen"], figures, by_row, year, style)
        yield groups_chart(key, frames["netzwerk"], figures, style)
        yield partners_chart(key, tables["partner"], figures, style)
