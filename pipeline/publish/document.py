"""Compose the report: everything that a template may use stands here and in `edition`.

Templates are Jinja, sandboxed, with every text escaped. They print figures through `zahl` and `text` only, which
note what was printed, so that „Herkunft der Zahlen“ writes itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from jinja2.sandbox import SandboxedEnvironment

from ..base.figures import project_slug
from ..base.settings import OwnOrganisation
from ..german.enumerations import listing
from ..german.orthography import fixed_spaces
from ..narrative.cell_texts import UNKNOWN
from ..narrative.chapter import Chapter, TextTable
from ..statistics.counting import by_project
from ..topics.annex import Annex, AnnexScope
from ..topics.values import prose as values_prose
from . import days
from .colours import colours
from .content import Content, chapter_titles
from .edition import Edition, Page
from .headlines import headlines
from .printed_figures import Printed, titles
from .templates import TEMPLATES, environment

FOREWORD = "vorwort"  # the key of the chapter that stands before „Das Jahr in Zahlen“


@dataclass(frozen=True)
class Document:
    """The report in two editions, and what the PDF has to know about it."""

    content: Content
    title: str
    year: int
    html: str
    screen: str
    as_of: date
    link_titles: Mapping[str, str] = field(default_factory=dict)
    printed: tuple[str, ...] = ()


def compose(content: Content, templates: Path = TEMPLATES) -> Document:
    """Return the report of `content` as HTML for print and as one self-contained page for the screen."""
    beside = (annex.folder for annex in content.topics.annexes if annex.folder)
    names, sandbox = _names(content), environment(templates, *beside)
    pages, printed = _render(content, "druck", names, sandbox)
    on_screen, _ = _render(content, "bildschirm", names, sandbox)
    return Document(
        content=content,
        title=content.title,
        year=content.year,
        html=pages,
        screen=on_screen,
        as_of=content.as_of,
        link_titles=titles(printed.figures, content.charts) | _chapters(content),
        printed=tuple(figure.key.text for figure in printed.figures),
    )


def _chapters(content: Content) -> dict[str, str]:
    """Return the titles of all chapters by the name that links to them use."""
    chapters = {_anchor(chapter, chapter_titles(content)): chapter.title for chapter in content.chapters}
    annexes = {annex.anchor: annex.title for annex in (*content.topics.annexes, _ANSWERS)}
    return chapters | annexes | dict(_CLOSING) | {"jahr-in-zahlen": "Das Jahr in Zahlen"}


def _render(
    content: Content, edition: Edition, names: Mapping[str, Any], sandbox: SandboxedEnvironment
) -> tuple[str, Printed]:
    page = Page(content, edition)
    sandbox.filters.update(page.filters())
    html = sandbox.get_template("report.html.j2").render(names, **page.names())
    return html, page.printed


def _names(content: Content) -> dict[str, Any]:
    """Return the names that templates may use in both editions."""
    tables, figures, settings, year = content.tables, content.figures, content.settings, content.year
    chapters = chapter_titles(content)
    surveys = {chapter.key: chapter.title for chapter in content.chapters if chapter.kind == "umfrage"}
    ours = _bound(settings.organisation)
    numbers = headlines(figures, year, surveys, tables.handed_in, content.topics.leads)
    scope = AnnexScope(tables, figures, settings, ours, year, chapters)
    answers = [
        (chapter.title, section.tables)
        for chapter in content.chapters
        for section in chapter.sections
        if chapter.kind == "umfrage" and section.name == "zahlen"
    ]
    annexes = sorted((*content.topics.annexes, _ANSWERS), key=lambda annex: annex.place)
    topics = {name: value for annex in annexes for name, value in annex.names(scope).items()} | {
        _ANSWERS.decides: answers
    }
    shown = [annex for annex in annexes if topics[annex.decides]]
    cover = [topic.table for topic in content.topics.counting if topic.calendar]
    charts = {chart.key.text: chart for chart in content.charts}
    return topics | {
        "inhalt": content,
        "settings": settings,
        "verein": ours,
        "jahr": year,
        "titel": content.title,
        "stand": days.last_day(tables),
        "farben": colours(settings.bericht.farbe),
        "vorwort": next((chapter for chapter in content.chapters if chapter.key == FOREWORD), None),
        "kapitel": [chapter for chapter in content.chapters if chapter.key != FOREWORD],
        "anhaenge": [*((annex.anchor, annex.title) for annex in shown), *_CLOSING],
        "beilagen": [annex.template for annex in shown],
        "jahr_in_zahlen": numbers,
        "kennzahlen": _entered(content, {headline.key for headline in numbers}),
        "ohne_angabe": UNKNOWN,
        "umschlagbild": days.months(tables, year, *cover),
        "auf_dem_umschlag": listing(
            [tables.schemas[table].title for table in cover if any(days.months(tables, year, table))]
        ),
        "sprungziel": lambda chapter: _anchor(chapter, chapters),
        "figur": figures.get,
        "diagramm": charts.get,
        "diagramme": lambda project: [
            chart for chart in content.charts if chart.key.subject == project and not chart.key.survey
        ],
    }


def _anchor(chapter: Chapter, titles: Mapping[str, str]) -> str:
    """Return the name that links to a chapter use; that of a survey called like another chapter has a dot."""
    twin = chapter.kind == "umfrage" and chapter.key in titles
    return f"kapitel-umfrage.{chapter.key}" if twin else f"kapitel-{chapter.key}"


def _bound(ours: OwnOrganisation) -> OwnOrganisation:
    """Return who reports, „e. V.“ and its like never broken."""
    return replace(ours, name=fixed_spaces(ours.name), kurz=fixed_spaces(ours.kurz))


def _entered(content: Content, leading: Collection[str]) -> TextTable | None:
    """Return the values of the association itself as a table, None where there is no more than `leading` figures say.

    They say the values of the year and how these differ from the year before.
    """
    key = project_slug("")
    frames = by_project(content.tables, content.year).get(key)
    found = (
        values_prose.table(frames["werte"], key, content.figures, content.settings, content.year) if frames else None
    )
    if found is None or not {str(content.year), str(content.year - 1)}.issuperset(found.head[1:]):
        return found
    said = [run.figure in leading for row in found.rows for run in row[1] if run.figure or run.text != UNKNOWN]
    return None if said.count(True) == len(found.rows) else found


_ANSWERS = Annex(
    "anhang-umfragen", "Antworten in Zahlen", 20, "chapters/anhang/umfragen.html.j2", lambda scope: {}, "alle_antworten"
)
_CLOSING = (("methodik", "Methodik"), ("herkunft", "Herkunft der Zahlen"))
