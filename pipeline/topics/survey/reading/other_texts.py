"""Columns beside the options of a multiple choice in which people wrote what no option says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from .columns import AnswerColumn
from .free_text import REST, are_remarks, is_rest
from .multi_column import ticks
from .question_types import yes_or_no
from .scales import is_beside
from .tools import QuestionHeading, Tool, option


def is_other(heading: QuestionHeading) -> bool:
    """Tell whether a text beside options is an answer of its own („Sonstiges“) and no remark on one."""
    return heading.free and "comment" not in heading.part.casefold() and (is_rest(heading.item) or not heading.item)


def with_texts_apart(columns: Sequence[AnswerColumn], tool: Tool) -> list[AnswerColumn]:
    """Return the columns; where all columns of a question but one are ticks, that one is free text.

    A question repeated above several columns, each with one answer or none, has its options in the cells.
    """
    found: list[AnswerColumn] = []
    for (_, has_items), together in groupby(columns, key=lambda c: (c.heading.question, bool(c.heading.item))):
        group = list(together)
        if len(group) > 1 and not any(column.heading.free for column in group):
            group = _with_text_apart(group if has_items else _with_options(group), tool)
        found += group
    return found


def _with_text_apart(group: list[AnswerColumn], tool: Tool) -> list[AnswerColumn]:
    texts = [place for place, column in enumerate(group) if ticks(column, tool) is None]
    ticked = any(any(ticks(column, tool) or ()) for column in group)
    if not ticked or len(texts) != 1:
        return group
    (place,) = texts
    name = option(group[place].heading.item)
    answers = [str(answer) for answer in group[place].seen]
    if any(yes_or_no(answer) in ("ja", "nein") or is_beside(answer) for answer in answers):
        return group  # a statement of a battery
    if not is_rest(name) and (place != len(group) - 1 or 2 * len(set(answers)) <= len(answers)):
        return group
    item = name if is_rest(name) or are_remarks(name) else REST
    group[place] = replace(group[place], heading=replace(group[place].heading, item=item, free=True))
    return group


def _with_options(group: list[AnswerColumn]) -> list[AnswerColumn]:
    only = [next(iter(set(column.seen))) if len(set(column.seen)) == 1 else None for column in group]
    options = [answer for answer in only if isinstance(answer, str)]
    if len(options) < max(2, len(group) - 1) or len(set(options)) < len(options):
        return group
    return [
        replace(column, heading=replace(column.heading, item=str(answer or REST)))
        for column, answer in zip(group, only, strict=True)
    ]
