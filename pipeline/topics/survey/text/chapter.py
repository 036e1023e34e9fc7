"""The chapter of one survey: how it was asked, a true sentence per question, and tables of all answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ....base.figures import Figure
from ....base.marks import Run, runs
from ....base.records import Survey
from ....base.settings import Settings
from ....german.enumerations import listing, shortened
from ....german.lexicon import lexicon
from ....german.orthography import quote
from ....german.periods import day
from ....narrative.chapter import Chapter, Paragraph, Section
from ....narrative.template_language import PatternRenderer
from ..counting.counting import in_text
from ..counting.demographics import about_respondents
from ..counting.results import QuestionBlock, QuestionResult, SurveyResult, cited
from .sentences import SurveyWriter, besides, findings, headline, who
from .tables import group_tables, not_by_group, tables
from .wording import TEMPLATES, Answers, check, load

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
    wording, _ = load(templates)  # `check` reports its mistakes, once for all surveys
    style, renderer = settings.sprache, PatternRenderer(lexicon(settings.woerter))
    smallest = settings.umfrage.kleinste_gruppe
    writer = SurveyWriter(figures, style.tausenderpunkt_ab, style, renderer, wording, smallest)
    return Chapter(
        key=result.key,
        kind="umfrage",
        title=survey.title,
        sections=tuple(_sections(survey, result, settings, writer)),
        summary=Paragraph(runs(" ".join(filter(None, _summary(result, in_text(result, settings), writer))))),
        glance=tuple(key for key in (result.answers, result.complete, result.response) if key),
    )


def _summary(result: SurveyResult, blocks: Sequence[QuestionBlock], writer: SurveyWriter) -> Iterator[str]:
    answers = writer.value(result.answers)
    if answers < 2:
        yield writer.say("kurz.eine_antwort" if answers else "kurz.ohne_antwort")
        return
    words: dict[str, str | Answers] = {"zahl": writer.answers(result.answers)}
    if result.response and result.invited:
        words |= {
            "anteil": writer.printed(result.response, unit="%"),
            "eingeladen": writer.answers(result.invited),
        }
    yield headline(blocks, writer)
    yield writer.say("kurz.beteiligung", **words)


def _sections(survey: Survey, result: SurveyResult, settings: Settings, writer: SurveyWriter) -> Iterator[Section]:
    people = about_respondents(result, settings)
    yield Section("methode", writer.part("methode.titel"), _method(survey, result, people, writer))
    blocks = in_text(result, settings)
    group = ""
    for block in blocks:
        if block.group and block.group != group:
            yield Section("thema", block.group, ())
        group = block.group
        section = _block(block, result, writer)
        if section.paragraphs or any(one.shares or one.ranks for one in block.results):
            yield section
        texts = tuple(_texts_beside(block, result, writer))
        if texts:
            yield Section(f"{block.key}.texte", "", texts)
    notes = tuple(Paragraph(runs(text)) for text in _notes(result, (*blocks, *people), writer))
    if notes:
        yield Section("hinweise", "", notes)
    listed = tuple(tables(result, writer))
    if listed:
        yield Section("zahlen", writer.part("tabellen.titel"), (), listed)


def _method(
    survey: Survey, result: SurveyResult, people: Sequence[QuestionBlock], writer: SurveyWriter
) -> tuple[Paragraph, ...]:
    """Return how was asked and who answered; what nobody said about it is named in one line."""
    words: dict[str, str | Answers] = {"zahl": writer.answers(result.answers)}
    if result.partial:
        words |= {"vollstaendig": writer.answers(result.complete), "teilweise": writer.answers(result.partial)}
    response = ""
    if result.response and result.invited:
        share, invited = writer.printed(result.response, unit="%"), writer.answers(result.invited)
        response = writer.part("methode.ruecklauf_text", anteil=share, eingeladen=invited)
    details = {
        "befragt_von": survey.asked_by,
        "befragte": survey.universe,
        "weg": survey.mode,
        "zeitraum": _period(survey),
        "antworten": writer.part("methode.antworten_text", **words),
        "ruecklauf": response,
    }
    lines = [(writer.part(f"methode.{term}"), text) for term, text in details.items() if text]
    lines += [(block.title.rstrip(": "), text) for block in people if (text := who(block.results[0], writer))]
    if unknown := [writer.part(f"methode.ohne_{term}") for term, text in details.items() if not text]:
        lines.append((writer.part("methode.unbekannt"), listing(unknown)))
    listed = (
        Paragraph((Run(f"{term}{'' if term.endswith('?') else ':'} ", style="strong"), *runs(text)), "punkt")
        for term, text in lines
    )
    return (*listed, Paragraph(runs(writer.part("methode.hinweis"))))


def _period(survey: Survey) -> str:
    if survey.start and survey.end and survey.start != survey.end:
        first = day(survey.start)
        if survey.start.year == survey.end.year:
            first = first.removesuffix(f" {survey.start.year}")
        return f"{first} bis {day(survey.end)}"
    only = survey.end or survey.start
    return day(only) if only else ""


def _block(block: QuestionBlock, survey: SurveyResult, writer: SurveyWriter) -> Section:
    """Return the section of one block: its finding, what one has to know besides, quotes, and tables by group."""
    shown = [one for one in block.results if one.detail]
    sentences = [*findings(shown, writer), *besides(shown, survey, writer)]
    paragraphs = [Paragraph(runs(" ".join(sentences)))] if sentences else []
    for one in shown:
        paragraphs += _quotes(one)
    title = block.title or writer.part("tabellen.aussagen")
    return Section(block.key, title, tuple(paragraphs), tuple(group_tables(block, writer)))


def _texts_beside(block: QuestionBlock, survey: SurveyResult, writer: SurveyWriter) -> Iterator[Paragraph]:
    """Yield what people wrote beside an option of the block („Sonstiges“)."""
    keys = {one.question.key for one in block.results}
    for child in survey.results:
        if child.question.parent in keys and child.quotes:
            intro = writer.say("saetze.sonstiges", frage=cited(child.question.text), anzahl=writer.answers(child.n))
            yield Paragraph(runs(intro))
            yield from _quotes(child)


def _quotes(result: QuestionResult) -> list[Paragraph]:
    return [Paragraph((Run(quote(text)),), "punkt") for text in result.quotes]


def _notes(result: SurveyResult, in_chapter: tuple[QuestionBlock, ...], writer: SurveyWriter) -> Iterator[str]:
    """Yield what was left out, and why."""
    few = [one.question.text for one in result.results if not one.detail and not one.question.parent]
    if few and writer.value(result.answers):
        named = shortened([cited(text) for text in dict.fromkeys(few)], _NAMED)
        yield writer.say("saetze.zu_wenige", grenze=str(writer.smallest), fragen=named)
    for by, questions in not_by_group(in_chapter):
        if questions:
            named = shortened([cited(text) for text in dict.fromkeys(questions)], _NAMED)
            yield writer.say("saetze.ohne_gruppen", grenze=str(writer.smallest), nach=cited(by), fragen=named)
    others = [block for block in result.blocks if block not in in_chapter and not block.results[0].question.parent]
    if any(one.detail and one.question.kind != "offen" for block in others for one in block.results):
        yield writer.say("saetze.uebrige")
