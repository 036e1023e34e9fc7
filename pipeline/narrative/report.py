"""Write the chapters of the report: texts by staff, one chapter per project."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pandas as pd

from ..base.figures import Figure, Figures, project_slug
from ..base.keys import Key
from ..base.marks import runs
from ..base.names import slug
from ..base.problems import Problem, Severity, problem
from ..base.records import Count, Tables
from ..base.settings import Settings
from ..german import periods
from ..statistics.counting import by_project, participants_by_row, project_names
from . import lexicon_gaps, patterns, row_features
from .chapter import Chapter, Paragraph, Section
from .phrases import Language, Number, Words
from .placeholders import PlaceholderNames, TextPlace, fill, paragraphs
from .realisation import Composer
from .roles import Roles
from .section import OVERVIEW, Lead, Project, SectionWriter

_WORTH_A_BOX = 3  # rows; the few sentences about fewer say their numbers themselves

Generated = Mapping[str, list[list[str]]]


@dataclass(frozen=True)
class ChapterParts:
    """What is told beside the texts of staff: sections of projects, what leads, and the language of the association.

    `wording` are the files of patterns and `roles` what they are for. `language` gets the words for what belongs to
    whom („angesiedelt bei“) from them.
    """

    sections: Sequence[SectionWriter]
    leads: Sequence[Lead]
    language: Callable[[str], Language]
    wording: Sequence[Path]
    roles: Roles


def write(
    tables: Tables, figures: Figures, settings: Settings, year: int, content: ChapterParts
) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """Return the chapters of the report for `year` in their order, and what was wrong with texts and templates.

    First the texts that precede the projects (Vorwort), then the projects, then the other texts (Ausblick).
    """
    wording, problems = patterns.load(content.wording, content.roles)
    if problems:
        return (), problems
    language = content.language(wording.relation)
    composer = Composer(wording, language)
    names = PlaceholderNames(figures, settings.sprache, _general(settings, year))
    sections = tuple(sorted(content.sections, key=lambda section: section.place))
    report = _Report(tables, figures, settings, year, composer, names, sections, tuple(content.leads))
    chapters = report.chapters()
    return chapters, (*names.problems, *lexicon_gaps.hints(tables, settings, language, year, sections))


def _general(settings: Settings, year: int) -> dict[str, str]:
    """Return the words that every text may name beside figures."""
    organisation = settings.organisation
    return {
        "jahr": str(year),
        "vorjahr": str(year - 1),
        "organisation": organisation.short,
        "organisation.name": organisation.name,
        "organisation.kurz": organisation.short,
    }


@dataclass(frozen=True)
class _Report:
    """Everything that chapters are written from."""

    tables: Tables
    figures: Figures
    settings: Settings
    year: int
    composer: Composer
    names: PlaceholderNames
    sections: tuple[SectionWriter, ...]
    leads: tuple[Lead, ...]

    def chapters(self) -> tuple[Chapter, ...]:
        """Return texts before the projects, projects, texts after them."""
        frames = by_project(self.tables, self.year)
        titles = {key: name for key, name in project_names(self.tables).items() if key in frames}
        told = [key for key in self._order(titles) if self._has_rows(key, frames[key])]
        projects = {key: "Tätigkeiten" if told == [project_slug("")] else titles[key] for key in told}
        generated = {key: self._generated(key, frames[key], alone=len(projects) == 1) for key in projects}
        names = self._with_projects(generated, frames)
        texts = self._texts(projects)
        others = [key for key in texts if key not in projects]
        self._misspelled(texts, others, projects)
        first = [key for key in others if key in _FIRST]
        last = [key for key in others if key not in _FIRST]
        return (
            *(self._text(key, texts[key], names) for key in first),
            *(
                self._project(key, name, generated[key], frames[key], texts.get(key, []), names)
                for key, name in projects.items()
            ),
            *(self._text(key, texts[key], names) for key in last),
        )

    def _order(self, titles: Mapping[str, str]) -> list[str]:
        wanted = [key for key in map(slug, self.settings.bericht.projekte) if key in titles]
        nameless = project_slug("")
        return wanted + sorted((key for key in titles if key not in wanted), key=lambda key: (key == nameless, key))

    def _has_rows(self, key: str, frames: Mapping[str, pd.DataFrame]) -> bool:
        """Tell whether there is anything to tell; values of no project stand among the numbers of the year."""
        told = (section for section in self.sections if section.table)
        return any(len(frames[one.table]) for one in told if one.makes_chapter or key != project_slug(""))

    def _texts(self, projects: Mapping[str, str]) -> dict[str, list[Any]]:
        """Return the rows of Texte by the key of their chapter, in their order; a project is known by its title."""
        titled = {slug(title): key for key, title in projects.items()}
        found: dict[str, list[Any]] = {}
        order = [titled.get(part, part) for part in map(slug, self.tables["texte"]["kapitel"])]
        for row in row_features.rows(self.tables["texte"].sort_values("reihenfolge", kind="stable")):
            part = slug(row.kapitel)
            found.setdefault(titled.get(part, part), []).append(row)
        return {key: found[key] for key in order}

    def _misspelled(
        self, texts: Mapping[str, Sequence[Any]], others: Sequence[str], projects: Mapping[str, str]
    ) -> None:
        """Note texts whose chapter is almost called like a project: they make a chapter of their own."""
        for key in others:
            near = get_close_matches(key, projects, n=1, cutoff=0.8)
            if near:
                row = texts[key][0]
                where = row_features.source(self.tables, row.Index)
                self.names.problems.append(
                    problem("kapitel-aehnlich", **where, value=row.kapitel, project=projects[near[0]])
                )

    def _with_projects(
        self, generated: Mapping[str, Generated], frames: Mapping[str, Mapping[str, pd.DataFrame]]
    ) -> PlaceholderNames:
        """Return the names with every project's enumerations and generated texts."""
        found: dict[str, str] = {}
        for key, sections in generated.items():
            for section in self.sections:
                if section.named:
                    found |= section.named(key, frames[key][section.table], self.year, self.composer.language)
            found |= {_text_name(key, name): "\n\n".join(map(" ".join, told)) for name, told in sections.items()}
        return self.names.with_words(found)

    def _text(self, key: str, rows: Sequence[Any], names: PlaceholderNames) -> Chapter:
        sections: dict[str, list[Paragraph]] = {}
        for row in rows:
            sections.setdefault(row.abschnitt, []).extend(self._staff(row, names))
        parts = tuple(Section("text", title, tuple(found)) for title, found in sections.items())
        return Chapter(key, "text", rows[0].kapitel, parts)

    def _staff(self, row: Any, names: PlaceholderNames) -> tuple[Paragraph, ...]:
        return paragraphs(row.text, names, self._place(row.Index))

    def _place(self, row: int) -> TextPlace:
        return TextPlace(**row_features.source(self.tables, row))

    def _generated(self, key: str, frames: Mapping[str, pd.DataFrame], *, alone: bool) -> Generated:
        """Return what is written of a project's rows, section by section; `alone` if there is no other project."""
        project = Project(key, self.figures, self.settings, self.year, self.composer, alone)
        generated: dict[str, list[list[str]]] = {}
        for section in self.sections:
            frame = self._ready(frames[section.table], key) if section.table else pd.DataFrame()
            if len(frame) or not section.table:
                generated[section.name] = section.write(frame, project)
        return generated

    def _project(
        self,
        key: str,
        name: str,
        generated: Generated,
        frames: Mapping[str, pd.DataFrame],
        texts: Sequence[Any],
        names: PlaceholderNames,
    ) -> Chapter:
        by_section: dict[str, list[Any]] = {}
        for row in texts:
            by_section.setdefault(self._section(row.abschnitt), []).append(row)
        sections = [
            self._build(key, part, generated.get(part, []), by_section.pop(part, []), names) for part in self._names()
        ]
        project = Project(key, self.figures, self.settings, self.year, self.composer)
        for place, part in enumerate(self._names()):
            shown = [
                table
                for section in self.sections
                if section.name == part and section.tables
                if (table := section.tables(frames[section.table], project)) is not None
            ]
            if shown:
                sections[place] = replace(sections[place], tables=tuple(shown))
        sections += [
            Section("text", typed, tuple(part for row in rows for part in self._staff(row, names)))
            for typed, rows in by_section.items()
        ]
        glance = (lead.key(self.year, key) for lead in self.leads if lead.glance)
        glanced = tuple(one.text for one in glance if (figure := self.figures.get(one)) and figure.value)
        size = sum(len(frames[one.table]) for one in self.sections if one.table and one.makes_chapter)
        return Chapter(
            key,
            "projekt",
            name,
            tuple(s for s in sections if s.paragraphs or s.tables),
            self._summary(key, name) if size > 1 else None,  # one row is told in full
            glanced if size >= _WORTH_A_BOX else (),
        )

    def _names(self) -> tuple[str, ...]:
        """Return the names of all sections in their order, the overview first."""
        return tuple(dict.fromkeys((OVERVIEW, *(section.name for section in self.sections))))

    def _title(self, name: str) -> str:
        own = (section.title for section in self.sections if section.name == name)
        return self.composer.patterns.titles.get(name, "") or next(own, "")

    def _section(self, typed: str) -> str:
        """Return the name of the section that a cell of the column Abschnitt means; what is no name is its own."""
        part = slug(typed) if typed and slug(typed) not in _OPENINGS else OVERVIEW
        titles = {slug(self._title(name)): name for name in self._names() if self._title(name)}
        return part if part in self._names() else titles.get(part, typed)

    def _build(
        self, key: str, name: str, generated: Sequence[Sequence[str]], rows: Sequence[Any], names: PlaceholderNames
    ) -> Section:
        """Return a section: what staff wrote stands after what was generated, except in the overview.

        Where a text names the generated paragraphs itself, they stand there and nowhere else.
        """
        written = [part for row in rows for part in self._staff(row, names)]
        placed = any(_text_name(key, name) in row.text.lower() for row in rows)
        mine = [] if placed else [Paragraph(runs(" ".join(part))) for part in generated if any(part)]
        together = written + mine if name == OVERVIEW else mine + written
        return Section(name, self._title(name), tuple(together))

    def _ready(self, frame: pd.DataFrame, key: str) -> pd.DataFrame:
        """Return the rows with their Berichtstext filled in, its placeholders being the row's own columns."""
        if "berichtstext" not in frame or not frame["berichtstext"].any():
            return frame
        counts = participants_by_row(self.figures)
        filled = frame.copy()
        for row in row_features.rows(frame):
            if row.berichtstext:
                own = _columns(row, counts.get(row.Index), self.composer.language)
                place = replace(self._place(row.Index), column="Berichtstext")
                names = self.names.with_words(own, of_row=True)
                before = len(names.problems)
                said = fill(row.berichtstext, names, place)
                # A sentence with a hole in it is not printed: the row is told as others are.
                whole = all(one.severity is Severity.NOTE for one in names.problems[before:])
                filled.at[row.Index, "berichtstext"] = said if whole else ""
        return filled

    def _summary(self, key: str, name: str) -> Paragraph | None:
        known: dict[str, Any] = {"jahr": Words(str(self.year))} | row_features.of_project(key)
        keys: dict[str, Key] = {}
        for section in self.sections:
            keys |= section.summary(key, self.figures, self.year) if section.summary else {}
        for word, one in keys.items():
            figure = self.figures.get(one)
            if figure is not None and figure.value:
                known[word] = Number(figure, self.settings.sprache)
        said = self.composer.say("zusammenfassung", known, row_features.seed(key, "zusammenfassung"))
        return Paragraph(runs(said)) if said else None


def _text_name(key: str, section: str) -> str:
    """Return the name by which a text may place a generated section: „integration.netzwerk.text“."""
    return f"{key}.{section}.text"


# A section of this name opens the chapter of a project and needs no heading of its own.
_OPENINGS = ("einleitung", "einfuehrung", "zum-projekt", "ueber-das-projekt", "projekt", "vorbemerkung")
_FIRST = ("vorwort", "grusswort", "editorial", "einleitung", "vorbemerkung", "ueber-uns")


def _columns(row: Any, figure: Figure | None, language: Language) -> dict[str, str]:
    """Return a row's own columns as words that its Berichtstext may name."""
    found: dict[str, str] = {}
    for name, value in row._asdict().items():
        if isinstance(value, tuple):
            found[name] = ", ".join(value)
        elif isinstance(value, pd.Timestamp):
            found[name] = periods.day(value.date())
        elif isinstance(value, Count):
            said = row_features.number(figure, language, value)
            found[name] = said["teilnehmer"].say() if said else ""
        elif name not in ("Index", "berichtstext", "genau"):
            found[name] = value if isinstance(value, str) else ""  # what is empty is there by its name, too
    return found
