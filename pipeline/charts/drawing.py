"""All charts of a report except those of surveys, topic by topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..base.figures import Figures
from ..base.records import Tables
from ..base.settings import Settings
from ..statistics.counting import Rows, by_project
from ..statistics.kinds import parents
from .chart import Chart
from .style import ChartStyle, chart_style
from .year import Rhythm, year_chart


@dataclass(frozen=True)
class ProjectCharts:
    """What the charts of a project are drawn from: its `rows` by table, all `tables`, the figures."""

    key: str
    rows: Rows
    tables: Tables
    figures: Figures
    settings: Settings
    year: int
    style: ChartStyle
    parent_of: Callable[[str], str]


@dataclass(frozen=True)
class Drawing:
    """What is drawn of one kind of list: a project's charts, and its share of the year month by month."""

    of_project: Callable[[ProjectCharts], Iterator[Chart | None]]
    rhythm: Rhythm | None = None


def draw(
    tables: Tables,
    figures: Figures,
    settings: Settings,
    year: int,
    topics: Sequence[Drawing],
    templates: Path | None = None,
) -> tuple[Chart, ...]:
    """Return the year month by month and each project's charts; no chart where there is too little to see.

    Raises `specifications.BrokenSpecificationError` where a specification in `templates/charts` cannot be used.
    """
    charts = _all(tables, figures, settings, year, topics, chart_style(settings, templates))
    return tuple(_without_repetition(chart for chart in charts if chart is not None))


def _without_repetition(charts: Iterable[Chart]) -> Iterator[Chart]:
    seen: set[str] = set()
    for chart in charts:
        if chart.once:
            if chart.alternative in seen:
                continue
            seen.add(chart.alternative)
        yield chart


def _all(
    tables: Tables, figures: Figures, settings: Settings, year: int, topics: Sequence[Drawing], style: ChartStyle
) -> Iterator[Chart | None]:
    rhythms = sorted((topic.rhythm for topic in topics if topic.rhythm), key=lambda rhythm: rhythm.place)
    yield year_chart(rhythms, tables, figures, year, style)
    parent_of = parents(settings.arten)
    for key, rows in by_project(tables, year).items():
        project = ProjectCharts(key, rows, tables, figures, settings, year, style, parent_of)
        for topic in topics:
            yield from topic.of_project(project)
