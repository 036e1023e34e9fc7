"""All that the report says, before it is set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..base.figures import Figures
from ..base.records import Tables
from ..base.settings import Settings
from ..charts.chart import Chart
from ..narrative.chapter import Chapter
from ..topics.topic import Topics
from . import days
from .pictures import Picture


@dataclass(frozen=True)
class Content:
    """All that the report says. `draft` marks it „Entwurf“ until it is released."""

    settings: Settings
    year: int
    tables: Tables
    figures: Figures
    topics: Topics
    chapters: tuple[Chapter, ...] = ()
    charts: tuple[Chart, ...] = ()
    draft: bool = True
    logo: Picture | None = None
    picture: Picture | None = None

    @property
    def as_of(self) -> date:
        """Return the day that files are dated with: the last one that a row tells of, else the last of the year."""
        return days.last_day(self.tables) or date(self.year, 12, 31)

    @property
    def title(self) -> str:
        """Return what the document is called."""
        return f"{self.settings.bericht.titel} {self.year}"


def chapter_titles(content: Content) -> dict[str, str]:
    """Return the titles of the chapters by project; a survey may be called like one."""
    return {chapter.key: chapter.title for chapter in content.chapters if chapter.kind != "umfrage"}
