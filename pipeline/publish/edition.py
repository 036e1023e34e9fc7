"""One edition of the report, for print or for the screen: how figures are printed in it, and which were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from markupsafe import Markup

from ..base.figures import Figure
from ..base.keys import Key
from ..base.marks import Run, runs
from ..base.units import POINTS_PER_MM
from ..charts.chart import Chart
from ..german.periods import day
from ..german.quantities import in_figures
from ..narrative.chapter import Paragraph
from . import html_edition
from .content import Content, chapter_titles
from .headlines import at_a_glance
from .printed_figures import Printed
from .provenance import in_words, methods, origins
from .typography import in_line, isolated, together, unbroken_end

Edition = Literal["druck", "bildschirm"]

_STYLES: Mapping[Edition, tuple[str, ...]] = {
    "druck": ("report.css", "print.css"),
    "bildschirm": ("report.css", "screen.css"),
}


def _is_short(text: str) -> bool:
    """Tell whether the end of a text is a short number, which must not stand alone at the end of a line."""
    last = text.rpartition(" ")[2]
    return last.isdigit() and len(last) <= 3


class Page:
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
                chapter_titles(self.content),
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
            "zelle": lambda text, mm: isolated(text, mm * POINTS_PER_MM),
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
