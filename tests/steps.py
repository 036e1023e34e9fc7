"""The steps of a run as `report.py` calls them, with the topics handed in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.base.figures import Figures
from pipeline.base.problems import Problem
from pipeline.base.records import Tables
from pipeline.base.settings import Settings
from pipeline.charts import drawing
from pipeline.charts.chart import Chart
from pipeline.ingest import tables
from pipeline.ingest.files.workbook import Workbook
from pipeline.ingest.years import drop_after_year
from pipeline.narrative import report
from pipeline.narrative.chapter import Chapter
from pipeline.statistics import counting
from pipeline.topics import registry
from pipeline.topics.survey.reading import exports


def read(folder: Path, settings: Settings) -> Tables:
    """Return all that lies in a folder."""
    return tables.read(folder, settings, registry.topics().repertoire())


def gather(books: Sequence[Workbook], settings: Settings) -> Tables:
    """Return all that stands in workbooks."""
    return tables.gather(books, settings, registry.topics().repertoire())


def up_to(everything: Tables, year: int) -> Tables:
    """Return the tables without what came after a year."""
    return exports.drop_after_year(drop_after_year(everything, year), year)


def write(
    given: Tables, figures: Figures, settings: Settings, year: int, templates: Path
) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """Return the chapters of projects and texts, and what was wrong with them."""
    return report.write(given, figures, settings, year, registry.topics().content(given, settings, year, templates))


def draw(given: Tables, figures: Figures, settings: Settings, year: int) -> tuple[Chart, ...]:
    """Return the charts of all topics."""
    return drawing.draw(given, figures, settings, year, registry.topics().drawings)


def count(given: Tables, settings: Settings, year: int) -> Figures:
    """Return the figures of all topics."""
    return counting.count(given, settings, year, registry.topics().counting)
