"""Offices with lists of their own: small real files, and what a run makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.base.figures import Figures
from pipeline.base.fingerprint import ROOT
from pipeline.base.problems import Problem
from pipeline.base.records import Tables
from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.charts import drawing
from pipeline.charts.chart import Chart
from pipeline.narrative import report
from pipeline.narrative.chapter import Chapter
from pipeline.statistics import counting
from pipeline.topics import registry
from pipeline.topics.own_lists import with_lists
from tests.ingest.drop import Rows, xlsx
from tests.steps import read, up_to

SETTINGS = Settings(organisation=OwnOrganisation(name="Musterverein e. V.", kurz="Musterverein", artikel="der"))
DECLARED = ["Liste", "Eintrag", "Datum", "Gliedern nach", "Zusammenzählen", "Einzeln", "Kapitel", "Vertraulich"]


@dataclass(frozen=True)
class Office:
    """What came of the files of an office."""

    tables: Tables
    figures: Figures
    chapters: tuple[Chapter, ...]
    charts: tuple[Chart, ...]
    problems: tuple[Problem, ...]

    @property
    def text(self) -> str:
        """Return all that is told."""
        parts = (p.text for chapter in self.chapters for section in chapter.sections for p in section.paragraphs)
        return "\n".join(parts).replace("\u00a0", " ")

    def value(self, key: str) -> object:
        """Return a figure's value and whether it is a lower bound; None where there is no such figure."""
        figure = self.figures.get(key)
        return None if figure is None else (figure.value, figure.unit, figure.at_least)


def office(folder: Path, sheets: Mapping[str, Rows], settings: Settings = SETTINGS, year: int = 2024) -> Office:
    """Write the sheets to a workbook of the office and make all of it but the pages."""
    xlsx(folder / "Büro.xlsx", sheets)
    everything = read(folder, settings)
    topics = with_lists(registry.topics(), everything, settings)
    tables = up_to(everything, year)
    figures = counting.count(tables, settings, year, topics.counting)
    content = topics.content(tables, settings, year, ROOT / "templates")
    chapters, problems = report.write(tables, figures, settings, year, content)
    charts = drawing.draw(tables, figures, settings, year, topics.drawings)
    return Office(tables, figures, chapters, charts, (*tables.problems, *problems))
