"""What a topic is: what there is to check, count, tell, draw and list about one kind of list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..base.records import Tables
from ..base.schema import TableSchema
from ..base.settings import Settings
from ..charts.drawing import Drawing
from ..ingest.sheets import Sheet
from ..ingest.tables import Contradictions, OwnTables, Repertoire
from ..narrative import roles as report_roles
from ..narrative.report import ChapterParts
from ..narrative.roles import Roles
from ..narrative.section import Lead, SectionWriter
from ..statistics.counting import Counting
from .annex import Annex


@dataclass(frozen=True)
class Topic:
    """One kind of list. Whatever a topic does not say is not done for it."""

    table: TableSchema
    contradictions: Contradictions | None = None
    counting: Counting | None = None
    section: SectionWriter | None = None
    leads: tuple[Lead, ...] = ()
    drawing: Drawing | None = None
    annex: Annex | None = None
    wording: tuple[Path, ...] = ()  # files of patterns beside those in `templates/sentences`


@dataclass(frozen=True)
class Topics:
    """The topics of one report, as each engine is handed them: the program's own and an office's."""

    each: tuple[Topic, ...]
    own_tables: Callable[[Sequence[Sheet], Settings], OwnTables] | None = None  # looks for lists that staff declare

    def repertoire(self) -> Repertoire:
        """Return what reading has to recognise."""
        from .survey.reading.exports import read_surveys

        checks = {topic.table.name: topic.contradictions for topic in self.each if topic.contradictions}
        tables = {topic.table.name: topic.table for topic in self.each}
        return Repertoire(tables, checks, read_surveys, self.own_tables)

    @property
    def counting(self) -> tuple[Counting, ...]:
        """What is counted."""
        return tuple(topic.counting for topic in self.each if topic.counting)

    @property
    def sections(self) -> tuple[SectionWriter, ...]:
        """What is told in the chapters of projects."""
        return tuple(topic.section for topic in self.each if topic.section)

    @property
    def leads(self) -> tuple[Lead, ...]:
        """The figures that lead."""
        return tuple(lead for topic in self.each for lead in topic.leads)

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """What is drawn."""
        return tuple(topic.drawing for topic in self.each if topic.drawing)

    @property
    def annexes(self) -> tuple[Annex, ...]:
        """What is listed."""
        return tuple(topic.annex for topic in self.each if topic.annex)

    @property
    def roles(self) -> Roles:
        """What sentences are for, in all topics, surveys and the report as a whole."""
        from .survey.text.roles import ROLES

        own = {role: names for section in self.sections for role, names in section.roles.items()}
        return {**own, **ROLES, **report_roles.ROLES}

    def wording(self, templates: Path) -> Sequence[Path]:
        """Return the files of patterns; the chapter of a survey has wording of another shape."""
        from .survey.text.wording import FILE

        shared = sorted(path for path in (templates / "sentences").glob("*.toml") if path.name != FILE)
        return [*shared, *dict.fromkeys(path for topic in self.each for path in topic.wording)]

    def content(self, tables: Tables, settings: Settings, year: int, templates: Path) -> ChapterParts:
        """Return what the chapters of projects tell: of every topic, and that there was a survey."""
        from .partners.language import language
        from .survey.text.mention import section

        surveys = [survey for survey in tables.surveys if survey.gets_chapter(year, settings.umfrage.kleinste_gruppe)]
        return ChapterParts(
            sections=(*self.sections, section(surveys)),
            leads=self.leads,
            language=lambda relation: language(tables, settings, relation),
            wording=self.wording(templates),
            roles=self.roles,
        )
