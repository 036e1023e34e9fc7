"""The chapter of one survey: how it was asked, a true sentence per question, and tables of all answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ....base.figures import Figure
from ....base.marks import Run, runs
from ....base.records import Survey
from ....base.settings import Settings
from ....german.enumerations import listing, shortened
from ....german.orthography import quote
from ....german.periods import day
from ....narrative.chapter import Chapter, Paragraph, Section
from ..counting.counting import in_text
from ..counting.results import QuestionBlock, QuestionResult, SurveyResult, cited
from .sentences import SurveyWriter, besides, findings, headline
from .tables import group_tables, not_by_group, tables
from .wording import TEMPLATES, check, load

__all__ = ["check", "write_survey"]

_NAMED = 6  # so many questions that too few answered are named


def write_survey(
    survey: Survey,
    result: SurveyResult,
    figures: Mapping[str, Figure],
    settings: Settings,
    templates: Path = TEMPLATES,
) -> Chapter:
    """Return the chapter of a survey.

    Its sections are `methode`, one per block of questions named by the block's key (its chart is
    ``umfrage.<kurz>.<block>``; texts beside an option follow as ``<block>.texte``), `thema` before the questions of a
    group, `hinweise` and `zahlen` with all answers.
    """
    teller = SurveyWriter(
        figures, settings.sprache.tausenderpunkt_ab, load(templates), settings.umfrage.kleinste_gruppe
    )
    return Chapter(
        key=result.key,
        kind="umfrage",
        title=survey.title,
        sections=tuple(_sections(survey, result, settings, teller)),
        summary=Paragraph(runs(" ".join(filter(None, _summary(result, teller))))),
        glance=tuple(key for key in (result.answers, result.complete, result.response) if key),
    )


def _summary(result: SurveyResult, teller: SurveyWriter) -> Iterator[str]:
    answers = teller.value(result.answers)
    if answers < 2:
        yield teller.say("kurz.eine_antwort" if answers else "kurz.ohne_antwort")
        return
    words = {"zahl": teller.printed(result.answers)}
    if result.response and result.invited:
        words |= {
            "anteil": teller.printed(result.response, unit="%"),
            "eingeladen": teller.printed(result.invited),
        }
    yield teller.say("kurz.beteiligung", **words)
    yield headline(result, teller)


def _sections(survey: Survey, result: SurveyResult, settings: Settings, teller: SurveyWriter) -> Iterator[Section]:
    yield Section("methode", teller.wording.word("methode.titel"), _method(survey, result, teller))
    told = in_text(result, settings)
    group = ""
    for block in told:
        if block.group and block.group != group:
            yield Section("thema", block.group, ())
        group = block.group
        section = _block(block, result, teller)
        if section.paragraphs or any(one.shares or one.ranks for one in block.results):
            yield section
        texts = tuple(_texts_beside(block, result, teller))
        if texts:
            yield Section(f"{block.key}.texte", "", texts)
    notes = tuple(Paragraph(runs(text)) for text in _notes(result, told, teller))
    if notes:
        yield Section("hinweise", "", notes)
    listed = tuple(tables(result, teller))
    if listed:
        yield Section("zahlen", teller.wording.word("tabellen.titel"), (), listed)


def _method(survey: Survey, result: SurveyResult, teller: SurveyWriter) -> tuple[Paragraph, ...]:
    words = {"zahl": teller.printed(result.answers)}
    if result.partial:
        words |= {"vollstaendig": teller.printed(result.complete), "teilweise": teller.printed(result.partial)}
    response = ""
    if result.response and result.invited:
        share, invited = teller.printed(result.response, unit="%"), teller.printed(result.invited)
        response = teller.wording.part("methode.ruecklauf_text", anteil=share, eingeladen=invited)
    said = {
        "befragt_von": survey.asked_by,
        "befragte": survey.universe,
        "weg": survey.mode,
        "zeitraum": _period(survey),
        "antworten": teller.wording.part("methode.antworten_text", **words),
        "ruecklauf": response,
    }
    lines = [(teller.wording.word(f"methode.{term}"), text) for term, text in said.items() if text]
    if unknown := [teller.wording.word(f"methode.ohne_{term}") for term, text in said.items() if not text]:
        lines.append((teller.wording.word("methode.unbekannt"), listing(unknown)))
    listed = (Paragraph((Run(f"{term}: ", style="strong"), *runs(text)), "punkt") for term, text in lines)
    return (*listed, Paragraph(runs(teller.wording.part("methode.hinweis"))))


def _period(survey: Survey) -> str:
    if survey.start and survey.end and survey.start != survey.end:
        first = day(survey.start)
        if survey.start.year == survey.end.year:
            first = first.removesuffix(f" {survey.start.year}")
        return f"{first} bis {day(survey.end)}"
    only = survey.end or survey.start
    return day(only) if only else ""


def _block(block: QuestionBlock, survey: SurveyResult, teller: SurveyWriter) -> Section:
    """Return the section of one block: its finding, what one has to know besides, quotes, and tables by group."""
    shown = [one for one in block.results if one.detail]
    sentences = [*findings(shown, teller), *besides(shown, survey, teller)]
    paragraphs = [Paragraph(runs(" ".join(sentences)))] if sentences else []
    for one in shown:
        paragraphs += _quotes(one)
    title = block.title or teller.wording.word("tabellen.aussagen")
    return Section(block.key, title, tuple(paragraphs), tuple(group_tables(block, teller)))


def _texts_beside(block: QuestionBlock, survey: SurveyResult, teller: SurveyWriter) -> Iterator[Paragraph]:
    """Yield what people wrote beside an option of the block („Sonstiges“)."""
    keys = {one.question.key for one in block.results}
    for child in survey.results:
        if child.question.parent in keys and child.quotes:
            words = {"frage": cited(child.question.text), "anzahl": teller.printed(child.n)}
            yield Paragraph(runs(teller.say("saetze.sonstiges", **words)))
            yield from _quotes(child)


def _quotes(result: QuestionResult) -> list[Paragraph]:
    return [Paragraph((Run(quote(text)),), "punkt") for text in result.quotes]


def _notes(result: SurveyResult, told: tuple[QuestionBlock, ...], teller: SurveyWriter) -> Iterator[str]:
    """Yield what was left out, and why."""
    few = [one.question.text for one in result.results if not one.detail and not one.question.parent]
    if few and teller.value(result.answers):
        named = shortened([cited(text) for text in dict.fromkeys(few)], _NAMED)
        yield teller.say("saetze.zu_wenige", grenze=str(teller.smallest), fragen=named)
    for by, questions in not_by_group(result):
        if questions:
            named = shortened([cited(text) for text in dict.fromkeys(questions)], _NAMED)
            yield teller.say("saetze.ohne_gruppen", grenze=str(teller.smallest), nach=cited(by), fragen=named)
    others = [block for block in result.blocks if block not in told and not block.results[0].question.parent]
    if any(one.detail and one.question.kind != "offen" for block in others for one in block.results):
        yield teller.say("saetze.uebrige")
