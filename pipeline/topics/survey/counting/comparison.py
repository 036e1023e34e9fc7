"""The same question asked before: comparison only where wording and scale agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ....base.names import slug
from ....base.records import Question, Survey
from .results import QuestionResult, SurveyResult

_COMPARED = ("zustimmung", "note", "ja-nein", "einfach", "mehrfach", "zahl")


def earlier_than(survey: Survey, surveys: Sequence[Survey]) -> Survey | None:
    """Return the last survey before this one that asked some of the same, or None."""
    when = _when(survey)
    asked = set(map(_asked, survey.questions))
    before = [
        (then, other)
        for other in surveys
        if when and other.key != survey.key and (then := _when(other)) and then < when
        if asked & set(map(_asked, other.questions))
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def with_earlier(result: SurveyResult, before: SurveyResult, survey: Survey) -> SurveyResult:
    """Return the result with each question that was asked alike before pointing to what was answered then."""
    known = {_asked(one.question): one for one in before.results if one.question.kind in _COMPARED and one.detail}

    def pointing(one: QuestionResult) -> QuestionResult:
        return replace(one, earlier=known.get(_asked(one.question)))

    blocks = tuple(replace(block, results=tuple(map(pointing, block.results))) for block in result.blocks)
    when = _when(survey)
    return replace(result, blocks=blocks, earlier=str(when.year) if when else "")


def _asked(question: Question) -> tuple[object, ...]:
    """Return what must agree: the words of the question, its kind and the steps or options of its answers."""
    options = tuple(map(slug, question.options))
    ordered = options if question.kind in ("zustimmung", "note") else tuple(sorted(options))
    return (slug(question.stem), slug(question.text), question.kind, ordered)


def _when(survey: Survey) -> date | None:
    """Return when a survey ended, else the end of the year that its name tells."""
    return survey.end or survey.start or (date(survey.year, 12, 31) if survey.year else None)
