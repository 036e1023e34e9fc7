"""Questions that say who answered: they belong to how a survey was asked, not to what it found."""

from __future__ import annotations

import re
from pathlib import Path

from ....base.records import Question
from ....base.settings import Settings
from ....ingest.word_lists import pattern_of, word_lists
from .groups import is_grouping
from .results import QuestionBlock, SurveyResult

_WORDS = word_lists(Path(__file__).with_name("demographics.toml"))
_ABOUT_PEOPLE = re.compile(rf"(?i){pattern_of(_WORDS['ganze'])}\s*(?:$|[:?(*])|{pattern_of(_WORDS['anfaenge'])}")
_CLOSED = ("einfach", "ja-nein", "mehrfach", "zahl", "datum")


def about_respondents(result: SurveyResult, settings: Settings) -> tuple[QuestionBlock, ...]:
    """Return the questions about who answered, none where a survey asks nothing else."""
    blocks = [block for block in result.blocks if not block.results[0].question.parent]
    found = tuple(block for block in blocks if not block.is_battery and _is_about(block.results[0].question, settings))
    return found if len(found) < len(blocks) else ()


def _is_about(question: Question, settings: Settings) -> bool:
    return question.kind in _CLOSED and (bool(_ABOUT_PEOPLE.match(question.text)) or is_grouping(question, settings))
