"""The run, step by step, on one page: from an inputs folder to the board's PDF.

Every step is a plain function of a room. How a step is run is an argument: the command runs it here and now, the
nightly flow as a Prefect task. `make` is the one list of steps for both.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal, ParamSpec, Protocol, TypeVar

from .base import fingerprint
from .base.associations import Association
from .base.problems import Problem, blocks, in_order, problem
from .base.settings import FILE
from .outputs import archive
from .outputs.file_names import PROTOCOL, REPORT

if TYPE_CHECKING:
    from .base.figures import Figures
    from .base.records import Tables
    from .base.settings import Settings
    from .charts.chart import Chart
    from .narrative.chapter import Chapter
    from .topics.survey.counting.results import SurveyResult
    from .topics.topic import Topics

P = ParamSpec("P")
R = TypeVar("R")
Result = Literal["fertig", "gesperrt", "unveraendert", "geprueft", "freigegeben"]

TEMPLATES = fingerprint.ROOT / "templates"


class InputsMoved(Exception):
    """Files of the inputs changed while the run was reading them; nothing was published."""


class RunStep(Protocol):
    """How one step is run; `title` is what people see of it while it works."""

    def __call__(self, title: str, step: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `step` with the arguments and return what it returns."""


def directly(title: str, step: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Run a step here and now."""
    return step(*args, **kwargs)


@dataclass(frozen=True)
class Order:
    """What is wanted: whose report, of which year (None: the latest with rows), or only the check."""

    association: Association
    year: int | None = None
    check_only: bool = False
    force: bool = False
    release: bool = False

    def fingerprint(self) -> str:
        """Return what the report depends on, in 64 letters."""
        a = self.association
        return fingerprint.of_run(a.inputs, [f"jahr {self.year}"], leave_out=a.others)

    def checksums(self) -> dict[str, str]:
        """Return the files that go in, each with its checksum."""
        return fingerprint.of_inputs(self.association.inputs, leave_out=self.association.others)


@dataclass(frozen=True)
class Outcome:
    """How a run ended; `folder` holds what it wrote, `problems` are in the order of the protocol."""

    result: Result
    folder: Path
    problems: tuple[Problem, ...] = ()

    @property
    def pdf(self) -> Path | None:
        """Return the report, None while there is none."""
        return next(iter(sorted(self.folder.glob(f"{REPORT.format('*')}.pdf"))), None)

    @property
    def protocol(self) -> Path:
        """Return the check's protocol for people."""
        return self.folder / PROTOCOL


class Step(StrEnum):
    """The steps of a run in their order, each called as people see it while it works."""

    SETTINGS = "Einstellungen lesen"
    TABLES = "Tabellen lesen"
    PICTURES = "Bilder suchen"
    YEAR = "Berichtszeitraum abgrenzen"
    COUNT = "Zählen"
    YEAR_BEFORE = "Vorjahr ergänzen"
    TEXTS = "Texte schreiben"
    CHART_TEMPLATES = "Diagrammvorlagen prüfen"
    CHARACTERS = "Schriftzeichen prüfen"
    PROTOCOL = "Prüfprotokoll schreiben"
    MARKED_COPIES = "Tabellen markieren"
    CHARTS = "Diagramme zeichnen"
    PAGES = "Seiten setzen"
    FIGURES = "Kennzahlen schreiben"
    CHANGES = "Änderungen vergleichen"
    PRINT = "PDF drucken"
    RELEASE = "Freigeben"
    ARCHIVE = "Ablegen"


# How many steps `make` has, for those who show how far it is: a report is released or put in its place.
STEPS = len(Step) - 1


def make(order: Order, run: RunStep = directly) -> Outcome:
    """Make (or only check, or release) the report of one association.

    Raise `archive.Busy` while another run does, and `InputsMoved` when the inputs change meanwhile.
    """
    outputs = order.association.outputs
    archive.finish(outputs)
    mark = order.fingerprint()
    known = None if order.force or order.check_only or order.release else archive.find_run(outputs, mark)
    if known:
        return Outcome("unveraendert" if known.result == "fertig" else "gesperrt", known.folder, known.problems)
    with ExitStack() as stack:
        stack.enter_context(archive.locked(outputs))
        new = stack.enter_context(archive.aside(outputs))
        return _make(order, run, stack, new, mark)


def _make(order: Order, run: RunStep, stack: ExitStack, new: Path, mark: str) -> Outcome:
    """Run the steps one after the other, writing to the folder `new`."""
    from .publish.pdf import renderer

    printer = None if order.check_only else stack.enter_context(renderer.start())  # it warms up while we read

    from .base.settings import load
    from .charts import specifications
    from .ingest import tables as ingest
    from .ingest import years
    from .outputs import previous_year, releases
    from .outputs.check import marked_copies, protocol
    from .publish import missing_characters, pictures
    from .topics import registry
    from .topics.lists.contradictions import contradictions
    from .topics.own_lists import with_lists
    from .topics.survey.reading import exports as surveys_read

    inputs, outputs = order.association.inputs, order.association.outputs
    topics = registry.topics()
    read = order.checksums()
    settings, found = run(Step.SETTINGS, load, inputs)
    everything = run(
        Step.TABLES,
        ingest.read,
        inputs,
        settings,
        topics.repertoire(),
        leave_out=order.association.others,
        year=order.year,
    )
    topics = with_lists(topics, everything, settings)
    latest = years.latest_year(everything.frames) or surveys_read.latest_year(everything.surveys)
    told = order.year or settings.bericht.jahr
    year = told or latest or archive.latest_year(outputs) or datetime.now(UTC).year
    found += _about_the_year(everything, year, latest, told)
    images, missing = run(Step.PICTURES, pictures.find, inputs, settings)
    tables = run(Step.YEAR, _up_to, everything, year)
    parts = years.broken_off(tables, year)
    found += years.about_parts(tables, parts, year)
    figures, surveys = run(Step.COUNT, _count, tables, settings, year, topics, parts)
    found += tuple(contradictions(tables, figures, settings))
    tables, figures = run(
        Step.YEAR_BEFORE, previous_year.fill_from_release, tables, figures, outputs / str(year - 1), year - 1
    )
    chapters, unknown = run(Step.TEXTS, _write, tables, figures, surveys, settings, year, topics)
    broken = run(Step.CHART_TEMPLATES, specifications.check, TEMPLATES)
    lacking = run(Step.CHARACTERS, missing_characters.check, tables, chapters, settings)

    harmed = (one for known in (year - 1, year) for one in releases.harm_done(outputs / str(known)))
    problems = in_order((*found, *missing, *tables.problems, *unknown, *broken, *lacking, *harmed))
    run(
        Step.PROTOCOL,
        protocol.write,
        new,
        problems,
        tables.balance,
        settings,
        year,
        check_only=order.check_only,
    )
    run(Step.MARKED_COPIES, marked_copies.write, new, inputs, problems, tables, settings.lesen)
    blocked = blocks(problems)
    folder = outputs / str(year)
    if printer and not blocked:
        from .outputs import changes_page, report_files
        from .publish import document, outside
        from .publish.content import Content

        charts = run(Step.CHARTS, _draw, tables, figures, surveys, settings, year, topics)
        content = Content(
            settings,
            year,
            tables,
            figures,
            topics,
            chapters,
            charts,
            draft=not order.release,
            logo=images.get("logo"),
            picture=images.get("bild"),
        )
        pages = run(Step.PAGES, document.compose, content)
        run(Step.FIGURES, report_files.write, new, content)
        run(Step.CHANGES, changes_page.write, new, folder, tables, settings, year)
        printed = run(Step.PRINT, report_files.print_report, new, pages, printer)
        if printed.beyond:
            problems = in_order((*problems, *outside.check(printed.beyond, tables)))
            protocol.write(new, problems, tables.balance, settings, year)
    if order.checksums() != read:
        raise InputsMoved
    when = datetime.now(UTC)
    if order.release and not blocked:
        release = run(Step.RELEASE, releases.freeze, new, folder, fingerprint=mark, inputs=read, when=when)
        return Outcome("freigegeben", release.folder, problems)
    result: Result = "gesperrt" if blocked else "geprueft" if order.check_only else "fertig"
    run(Step.ARCHIVE, archive.put_in_place, new, folder, fingerprint=mark, result=result, when=when)
    return Outcome(result, folder, problems)


def _about_the_year(everything: Tables, year: int, latest: int | None, told: int | None) -> tuple[Problem, ...]:
    from .ingest import years

    if latest is None and not everything.surveys and all(frame.empty for frame in everything.frames.values()):
        return (problem("keine-zeilen"),)
    # The tables tell only the latest year; an earlier one without rows shows in the report itself.
    if latest is not None and latest < year:
        return (problem("jahr-ohne-zeilen", file=FILE, year=year, latest=latest),)
    if told is None and latest is None:
        return (problem("jahr-angenommen", file=FILE, year=year),)
    return years.about_later_years(everything, year) if told is None else ()


def _up_to(everything: Tables, year: int) -> Tables:
    """Return the tables without the rows and surveys of later years."""
    from .ingest import years
    from .topics.survey.reading import exports

    return exports.drop_after_year(years.drop_after_year(everything, year), year)


def _count(
    tables: Tables, settings: Settings, year: int, topics: Topics, parts: Collection[str]
) -> tuple[Figures, tuple[SurveyResult, ...]]:
    from .base.figures import Figures
    from .statistics import counting
    from .topics.survey.counting import counting as survey_counting

    results, counted = survey_counting.count_all(tables.surveys, settings, year)
    figures = [*counting.count(tables, settings, year, topics.counting).values(), *counted]
    return Figures(figures, parts), results


def _write(
    tables: Tables,
    figures: Figures,
    surveys: tuple[SurveyResult, ...],
    settings: Settings,
    year: int,
    topics: Topics,
) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    from .narrative import report as narrative
    from .topics.survey.text import chapter as survey_text

    chapters, problems = narrative.write(
        tables, figures, settings, year, topics.content(tables, settings, year, TEMPLATES)
    )
    told = [
        survey_text.write_survey(answers, result, figures, settings)
        for answers, result in zip(tables.surveys, surveys, strict=True)
        if result.current
    ]
    after_projects = max((i for i, chapter in enumerate(chapters, start=1) if chapter.kind == "projekt"), default=0)
    return (*chapters[:after_projects], *told, *chapters[after_projects:]), (*problems, *survey_text.check(TEMPLATES))


def _draw(
    tables: Tables,
    figures: Figures,
    surveys: tuple[SurveyResult, ...],
    settings: Settings,
    year: int,
    topics: Topics,
) -> tuple[Chart, ...]:
    from .charts import drawing
    from .topics.survey.charts import drawing as survey_charts

    charts = drawing.draw(tables, figures, settings, year, topics.drawings, TEMPLATES)
    told = (result for result in surveys if result.current)
    return (*charts, *(chart for result in told for chart in survey_charts.draw_survey(result, figures, settings)))
