"""Columns in which people only ticked: „x“ or nothing. What nobody ticked is no missing answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from .columns import AnswerColumn
from .free_text import is_rest
from .tools import QuestionHeading

TO_TICK = "Zum Ankreuzen"
_SWITCHED = {"1": "Ja", "0": "Nein"}
_OPEN = re.compile(r"(?i)((an|in|für|mit|seit) )?(wie|was|wo|wann|wer|welche\w*|how|what|when|which|(an)?zahl)\b")
_MARKS = frozenset({"x", "xx", "✓", "✔", "☑", "☒", "\u2a2f", "×"})


def with_ticks(columns: Sequence[AnswerColumn]) -> list[AnswerColumn]:
    """Return the columns; neighbours of ticks become choices of one question, a column alone says „Ja“ or „Nein“.

    Typeform ticks with the option itself, and has a column „Other“ beside them for what people wrote.
    """
    found: list[AnswerColumn] = []
    beside = False
    for ticked, together in groupby(columns, key=_is_ticked):
        group = list(together)
        if ticked:
            beside = len(group) > 1
            group = [_choice(column) for column in group] if beside else [_yes_or_no(group[0])]
        elif beside and is_rest(group[0].heading.stem) and not group[0].heading.item:
            group[0] = _choice(group[0])
        found += [_yes_or_no(column, _SWITCHED) if _is_switched(column) else column for column in group]
    return found


def _is_ticked(column: AnswerColumn) -> bool:
    """Tell whether a column without a question of its own holds marks and nothing else."""
    marks = {str(answer).casefold() for answer in column.seen} - {column.heading.stem.casefold()}
    alone = not (column.heading.item or column.heading.code or column.heading.free)
    return alone and bool(column.seen) and marks <= _MARKS and None in column.cells


def _choice(column: AnswerColumn) -> AnswerColumn:
    return replace(column, heading=QuestionHeading(TO_TICK, column.heading.stem))


def _is_switched(column: AnswerColumn) -> bool:
    """Tell whether a question that asks for no number was answered with 1 and 0, as Typeform writes yes and no."""
    stem, answers = column.heading.stem, set(map(str, column.seen))
    return answers == set(_SWITCHED) and not column.heading.item and stem.endswith("?") and not _OPEN.match(stem)


def _yes_or_no(column: AnswerColumn, words: Mapping[str, str] | None = None) -> AnswerColumn:
    """Return a column whose cells are „Ja“ and „Nein“: by `words`, else by whether there is a tick."""
    if words is not None:
        return replace(column, cells=tuple(cell if cell is None else words[str(cell)] for cell in column.cells))
    return replace(column, cells=tuple("Nein" if cell is None else "Ja" for cell in column.cells))
