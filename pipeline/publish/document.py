"""Compose the report: everything that a template may use stands in this file.

Templates are Jinja, sandboxed, with every text escaped. They print figures through `zahl` and `text` only, which
note what was printed, so that „Herkunft der Zahlen“ writes itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ..base.figures import Figure, Figures, project_slug
from ..base.keys import Key
from ..base.marks import Run, runs
from ..base.records import Tables
from ..base.settings import OwnOrganisation, Settings
from ..base.units import POINTS_PER_MM
from ..charts.chart import Chart
from ..german.enumerations import listing
from ..german.orthography import fixed_spaces
from ..german.periods import day
from ..german.quantities import in_figures
from ..narrative.cell_texts import UNKNOWN
from ..narrative.chapter import Chapter, Paragraph, TextTable
from ..statistics.counting import by_project
from ..topics.annex import Annex, AnnexScope
from ..topics.topic import Topics
from ..topics.values import prose as values_prose
from . import days, html_edition
from .colours import colours
from .headlines import at_a_glance, headlines
from .pictures import Picture
from .printed_figures import Printed, titles
from .provenance import in_words, methods, origins
from .templates import TEMPLATES, environment
from .typography import in_cell, in_line, isolated, together, unbroken_end

Edition = Literal["druck", "bildschirm"]
FOREWORD = "vorwort"  # the key of the chapter that stands before „Das Jahr in Zahlen“


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
    chapters = {_anchor(chapter, _titles(content)): chapter.title for chapter in content.chapters}
    annexes = {annex.anchor: annex.title for annex in (*content.topics.annexes, _ANSWERS)}
    return chapters | annexes | dict(_CLOSING) | {"jahr-in-zahlen": "Das Jahr in Zahlen"}


def _render(
    content: Content, edition: Edition, names: Mapping[str, Any], sandbox: SandboxedEnvironment
) -> tuple[str, Printed]:
    page = _Page(content, edition)
    sandbox.filters.update(page.filters())
    html = sandbox.get_template("report.html.j2").render(names, **page.names())
    return html, page.printed


def _names(content: Content) -> dict[str, Any]:
    """Return the names that templates may use in both editions."""
    tables, figures, settings, year = content.tables, content.figures, content.settings, content.year
    chapters = _titles(content)
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


def _titles(content: Content) -> dict[str, str]:
    """Return the titles of the chapters by project; a survey may be called like one."""
    return {chapter.key: chapter.title for chapter in content.chapters if chapter.kind != "umfrage"}


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


_STYLES: Mapping[Edition, tuple[str, ...]] = {
    "druck": ("report.css", "print.css"),
    "bildschirm": ("report.css", "screen.css"),
}


_ANSWERS = Annex(
    "anhang-umfragen", "Antworten in Zahlen", 20, "chapters/anhang/umfragen.html.j2", lambda scope: {}, "alle_antworten"
)
_CLOSING = (("methodik", "Methodik"), ("herkunft", "Herkunft der Zahlen"))


def _is_short(text: str) -> bool:
    """Tell whether the end of a text is a short number, which must not stand alone at the end of a line."""
    last = text.rpartition(" ")[2]
    return last.isdigit() and len(last) <= 3


class _Page:
    """What one edition prints figures with, and the note of what it printed."""

    def __init__(self, content: Content, edition: Edition) -> None:
        self.content = content
        self.edition = edition
        self.printed = Printed(content.figures)
        self._links = 0

    def names(self) -> dict[str, Any]:
        """Return the names that mean something else in every edition."""
        return {
            "edition": self.edition,
            "stile": _STYLES[self.edition],
            "zahl": self.figure,
            "wert": self.value,
            "herkunft": lambda: origins(
                map(self._with_rows, self.printed.figures),
                self.content.tables,
                _titles(self.content),
                self.printed.drawn,
                self.content.settings.organisation.short,
            ),
            "stelle": self.printed.place,
            "sicherheit": html_edition.POLICY,
            "skript": Markup(html_edition.SCRIPT),  # noqa: S704 - our own
            "methodik": lambda: methods(self.printed.figures),
        }

    def filters(self) -> dict[str, Any]:
        """Return the filters that templates may use."""
        return {
            "text": self.text,
            "runs": self.runs,
            "absatz": self.paragraph,
            "tag": day,
            "zeile": in_line,
            "zelle": lambda text, mm: in_cell(text, mm * POINTS_PER_MM),
            "senken": html_edition.lowered,
            "im_blick": lambda figure: at_a_glance(figure, self.content.year, self.content.topics.leads),
            "svg": self.drawing,
        }

    def figure(self, key: str, shown: str | None = None, *, unit: bool = False) -> Markup:
        """Print the figure `key`: in digits or as `shown`, linked to its line in „Herkunft der Zahlen“."""
        figure = self.content.figures[key]
        return self._link(figure, self.value(figure, unit=unit) if shown is None else shown)

    def value(self, figure: Figure, *, unit: bool = True) -> str:
        """Return the value of a figure in digits."""
        return in_figures(figure, unit=unit, thousands_from=self.content.settings.sprache.tausenderpunkt_ab)

    def drawing(self, chart: Chart) -> Markup:
        """Print a chart's drawing, the numbers in it noted.

        On the screen each is a link for those who point at it. No stop of the keyboard: forty of them would stand
        between two paragraphs, and whoever hears the page is told the alternative instead. The caption has one link.
        """
        svg = chart.svg if self.edition == "druck" else html_edition.unheard(chart.svg)
        return Markup("").join(self._drawn(run, chart.key.text) for run in runs(svg))

    def _drawn(self, run: Run, chart: str) -> Markup:
        shown = Markup(run.text)  # noqa: S704 - drawn by us, texts escaped
        if run.figure is None:
            return shown
        self.printed.note(run.figure, chart)
        if self.edition == "druck":
            return shown
        return Markup('<a href="#herkunft-{}" tabindex="-1"><title>{}</title>{}</a>').format(
            run.figure, self._sources(self.content.figures[run.figure]), shown
        )

    def text(self, marked: str) -> Markup:
        """Print a text in which figures are marked (`base.marks`)."""
        return self.runs(runs(marked))

    def runs(self, given: tuple[Run, ...]) -> Markup:
        """Print runs of text, their figures linked, their emphasis kept."""
        return Markup("").join(self._run(run) for run in given)

    def paragraph(self, given: Paragraph) -> Markup:
        """Print a paragraph as `runs` does, numbers bound to their nouns and its last word unbroken."""
        bound = [
            replace(run, text="\u00a0" + run.text[1:]) if run.text.startswith(" ") and _is_short(before.text) else run
            for before, run in zip((Run(""), *given.runs), given.runs, strict=False)
        ]
        bound = [run if run.figure else replace(run, text=together(run.text)) for run in bound]
        return Markup(unbroken_end(str(self.runs(tuple(bound)))))  # noqa: S704 - escaped by `runs`

    def _run(self, run: Run) -> Markup:
        shown = isolated(run.text) if run.figure is None else self._link(self.content.figures[run.figure], run.text)
        return Markup("<{0}>{1}</{0}>").format(run.style, shown) if run.style else shown

    def _link(self, figure: Figure, shown: str) -> Markup:
        first = self.printed.note(figure.key.text)
        name = Markup(' id="zahl-{}"').format(figure.key) if first else Markup("")
        if self.edition == "druck":
            return Markup('<a class="zahl" href="#herkunft-{}"{}>{}</a>').format(figure.key, name, shown)
        self._links += 1
        return Markup(
            '<span class="mit-quelle"><a class="zahl" href="#herkunft-{}"{} aria-describedby="quelle-{}">{}</a>'
            '<span class="quelle" role="tooltip" id="quelle-{}">{}</span></span>'
        ).format(figure.key, name, self._links, shown, self._links, self._sources(figure))

    def _with_rows(self, figure: Figure) -> Figure:
        """Return the figure; one of a large survey with the rows that only the survey's own figures name."""
        key = figure.key
        if not key.survey or figure.rows:
            return figure
        whole = self.content.figures.get(Key(key.subject, measure="antworten", survey=True))
        return replace(figure, rows=whole.rows) if whole else figure

    def _sources(self, figure: Figure) -> str:
        places = in_words(self.content.tables.where(self._with_rows(figure).rows))
        return f"{figure.label}: {'; '.join(places) or 'keine Zeilen'}"
