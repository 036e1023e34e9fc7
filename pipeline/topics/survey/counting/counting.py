"""Answers to distributions: what is counted of a survey, and what is withheld.

Every figure names the rows of all answers of the survey as its own: rows of one answer option, or of those to whom a
question applied, would tell who answered what. (In surveys of more than 1,000 answers only the figures of the survey
itself name them.) Open texts are never split by group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from ....base.figures import Figure
from ....base.names import slug
from ....base.records import Question, Survey
from ....base.settings import Settings
from ..reading.free_text import is_rest
from .comparison import earlier_than, with_earlier
from .counter import Counter, percentage
from .demographics import about_respondents
from .groups import by_groups, groupings
from .measures import COUNTED
from .results import QuestionBlock, QuestionResult, Share, SurveyResult


def count_all(
    surveys: Sequence[Survey], settings: Settings, year: int
) -> tuple[tuple[SurveyResult, ...], tuple[Figure, ...]]:
    """Return what is known of all surveys, each compared with the one before it that asked the same.

    A survey of another year than the report's, or of too few, is not `current`: it is counted, but gets no chapter.
    """
    counted = {survey.key: count(survey, settings) for survey in surveys}
    results = []
    for survey in surveys:
        result, _ = counted[survey.key]
        before = earlier_than(survey, surveys)
        if before is not None:
            result = with_earlier(result, counted[before.key][0], before)
        results.append(replace(result, current=survey.gets_chapter(year, settings.umfrage.kleinste_gruppe)))
    return tuple(results), tuple(figure for _, figures in counted.values() for figure in figures)


def count(survey: Survey, settings: Settings) -> tuple[SurveyResult, tuple[Figure, ...]]:
    """Return what is known of one survey, and the figures that say so."""
    counter = Counter(survey, settings.umfrage.kleinste_gruppe)
    answers, complete = len(survey.answers), int(survey.complete.sum())
    partial = answers - complete
    result = SurveyResult(
        key=counter.key.subject,
        title=survey.title,
        answers=counter.of_survey("antworten", "Antworten", answers),
        complete=counter.of_survey("vollstaendig", "vollständige Antworten", complete),
        partial=counter.of_survey("teilweise", "teilweise ausgefüllt", partial) if partial else None,
        invited=_invited(counter, survey.invited),
        response=_response(counter, answers, survey.invited),
    )
    groups = groupings(survey, settings)
    results = []
    for question in survey.questions:
        counted, base = counter.question(question)
        if counted.detail:
            counted = COUNTED[question.kind](counter, counted, base, settings)
            counted = replace(counted, by_group=by_groups(counter, counted, base, groups))
        results.append(counter.with_missing(counted))
    return replace(result, blocks=tuple(_blocks(results))), tuple(counter.figures)


def _invited(counter: Counter, invited: int | None) -> str | None:
    """Note how many were invited: one row says so."""
    if not invited:
        return None
    return counter.of_survey("eingeladen", "eingeladen", invited, "Personen", _said(counter.survey))


def _response(counter: Counter, answers: int, invited: int | None) -> str | None:
    """Note which part of the invited answered: known from all answers and the row that says how many were invited."""
    if not invited:
        return None
    rows = (*counter.rows, *_said(counter.survey))
    return counter.of_survey("ruecklauf", "Rücklauf", percentage(answers, invited), "%", rows)


def _said(survey: Survey) -> tuple[int, ...]:
    return () if survey.invited_row is None else (survey.invited_row,)


def in_text(result: SurveyResult, settings: Settings) -> tuple[QuestionBlock, ...]:
    """Return the blocks that are told and drawn; all others stand in the tables only.

    Texts beside an option („Sonstiges“) belong to their question, what too few answered is only named, and who answered
    is told with the method.
    """
    people = about_respondents(result, settings)
    shown = (
        block
        for block in result.blocks
        if block not in people and not block.results[0].question.parent and any(one.detail for one in block.results)
    )
    return tuple(shown)[: settings.umfrage.fragen_im_text]


def in_order(result: QuestionResult, figures: Mapping[str, Figure]) -> list[Share]:
    """Return the answers as charts and tables list them: by size, unless their options have an order."""
    ordered = result.question.kind not in ("einfach", "mehrfach") or result.question.scale == "reihenfolge"
    last = [share for share in result.shares if share.label in result.question.beside or is_rest(share.label)]
    first = [share for share in result.shares if share not in last]
    if not ordered:
        first.sort(key=lambda share: -Decimal(figures[share.count].value))  # type: ignore[arg-type]
    return first + last


def _blocks(results: Sequence[QuestionResult]) -> Iterable[QuestionBlock]:
    """Yield the questions block by block: neighbours that share stem, kind and scale belong together."""
    for _, group in groupby(results, key=_shared):
        found = tuple(group)
        first = found[0].question
        title = first.stem if len(found) > 1 else _whole(first)
        yield QuestionBlock(slug(first.key), title, found, first.group)


def _whole(question: Question) -> str:
    """Return what was asked; of a statement that stands alone its question, too: „Wie finden Sie …? Räume“."""
    if not question.stem:
        return question.text
    return f"{question.stem}{'' if question.stem[-1:] in '?!.…:' else ':'} {question.text}"


_IN_BATTERIES = ("zustimmung", "note", "ja-nein", "zahl")


def _shared(result: QuestionResult) -> tuple[object, ...]:
    question = result.question
    stays_alone = question.kind not in _IN_BATTERIES or question.parent
    if stays_alone or not (question.stem or question.kind == "zustimmung"):
        return (question.key,)
    # Forms drops the common question of its statements: what stands in a row on one scale was asked together.
    return (question.stem, question.kind, question.options, question.group)
