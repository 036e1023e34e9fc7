"""Several columns to one question: choices ticked, a ranking, or a battery of statements."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .columns import AnswerColumn, Read, SurveyContext, Wish, names_of, question_of
from .free_text import REST, is_rest, says_something
from .question_types import AnswerCell, as_number, asks_for_grade, by_frequency, type_of, yes_or_no
from .scales import is_beside, simplified
from .single_column import closed, single
from .tools import Tool
from .tools import option as option_of


def several(columns: list[AnswerColumn], context: SurveyContext, others: Sequence[AnswerColumn] = ()) -> list[Read]:
    """Return what stands in several columns of one question: choices, a ranking, or a battery of statements.

    `others` are its columns of texts in which people wrote what no option says.
    """
    wish = context.wish(columns[0].heading)
    if wish.kind in (None, "mehrfach", "einfach"):
        asked = wish.kind is None and context.tool.separator is not None and any(map(_says_no, columns))
        ticked = [None if asked else ticks(column, context.tool) for column in columns]
        marks = [column for column in ticked if column is not None]
        if len(marks) == len(columns):
            return [_choices(columns, marks, context, wish, others)]
    if wish.kind == "rang" or (wish.kind is None and _is_ranking(columns)):
        return [_ranking(columns, context)]
    # Statements of a battery have one type; what few answers leave open in one, many tell in all.
    together = type_of(columns[0].heading, (answer for column in columns for answer in column.cells))
    shared = together if together.kind in ("zustimmung", "note", "ja-nein", "einfach", "zahl") else None
    if together.kind == "ja-nein":  # where nobody said „Ja“ it was possible
        given = Counter(str(answer) for column in columns for answer in column.seen if not is_beside(str(answer)))
        shared = replace(together, options=by_frequency(given))
    return [single(column, context, shared) for column in columns]


_YES = frozenset({"ja", "yes", "y", "x", "✓", "✔", "1", "wahr", "true", "ausgewählt", "gewählt", "checked", "quoted"})
_NO = frozenset({"nein", "no", "n", "0", "falsch", "false", "nicht gewählt", "nicht ausgewählt", "not quoted", "-"})


def _says_no(column: AnswerColumn) -> bool:
    """Tell whether people said no: then each was asked for each, and „no“ to all is no missing answer.

    LimeSurvey and LamaPoll write „Nein“ themselves where nobody ticked.
    """
    return (
        any(simplified(str(answer)) in ("nein", "no") for answer in set(column.seen)) and column.heading.item != "Nein"
    )


def ticks(column: AnswerColumn, tool: Tool) -> tuple[bool, ...] | None:
    """Return which answers chose the option of this column, or None if it is no column of ticks."""
    options = {simplified(column.heading.item), simplified(option_of(column.heading.item))}
    known: dict[AnswerCell, bool] = {None: False}
    for answer in set(column.seen):
        text = simplified(option_of(str(answer)))
        if str(answer) in tool.ticks:
            known[answer] = tool.ticks[str(answer)]
        elif text in options or text in _YES or str(answer) in _YES:
            known[answer] = True
        elif text in _NO or str(answer) in _NO:
            known[answer] = False
        else:
            return None
    return tuple(known[cell] for cell in column.cells)


def _choices(
    columns: list[AnswerColumn],
    ticked: list[tuple[bool, ...]],
    context: SurveyContext,
    wish: Wish,
    others: Sequence[AnswerColumn],
) -> Read:
    """Return one question with a column of ticks per option; who ticked and wrote nothing gave no answer."""
    heading = columns[0].heading
    options = tuple(option_of(column.heading.item) for column in columns)
    if others:
        options, ticked = _with_written(options, ticked, others)
    rows = list(zip(*ticked, strict=True))
    answered = [row for row in rows if any(row)]
    yes_no = {yes_or_no(option) for option in options} >= {"ja", "nein"}
    one_each = all(sum(row) == 1 for row in answered) and len(answered) >= (1 if yes_no else 30)
    if wish.kind == "einfach" or (wish.kind is None and one_each):
        texts = tuple(options[row.index(True)] if any(row) else None for row in rows)
        assumed = () if wish.kind else ("Jede Antwort nennt genau eine Möglichkeit, das zählt als Einfachauswahl.",)
        return closed(question_of(heading, "einfach", context), texts, options, assumed)
    question = question_of(heading, "mehrfach", context)
    names = names_of(question, len(options))
    cells: dict[str, tuple[AnswerCell, ...]] = {
        name: tuple(row[place] if any(row) else None for row in rows) for place, name in enumerate(names)
    }
    return Read(replace(question, columns=names, options=options), cells)


def _with_written(
    options: tuple[str, ...], ticked: list[tuple[bool, ...]], others: Sequence[AnswerColumn]
) -> tuple[tuple[str, ...], list[tuple[bool, ...]]]:
    """Return options and ticks with „Sonstiges“, which whoever wrote something chose."""
    texts = zip(*(column.cells for column in others), strict=True)
    written = tuple(any(cell is not None and says_something(str(cell)) for cell in row) for row in texts)
    if (place := next((place for place, option in enumerate(options) if is_rest(option)), None)) is None:
        label = option_of(others[0].heading.item)
        return (*options, label if is_rest(label) and label.casefold() != "other" else REST), [*ticked, written]
    both = tuple(map(operator.or_, ticked[place], written))
    return options, [*ticked[:place], both, *ticked[place + 1 :]]


def _is_ranking(columns: list[AnswerColumn]) -> bool:
    """Tell whether nearly all rows put the items in an order: whole numbers up to their count, none twice."""
    rows = [row for row in zip(*(column.cells for column in columns), strict=True) if any(v is not None for v in row)]
    if len(columns) < 3 or not rows or asks_for_grade(columns[0].heading):
        return False
    every_place = set(range(1, len(columns) + 1))

    def ordered(row: Sequence[AnswerCell]) -> bool:
        places = [as_number(value) for value in row if value is not None]
        return len(places) > 1 and len(set(places)) == len(places) and set(places) <= every_place

    return sum(map(ordered, rows)) >= 0.9 * len(rows)


def _ranking(columns: list[AnswerColumn], context: SurveyContext) -> Read:
    question = question_of(columns[0].heading, "rang", context)
    names = names_of(question, len(columns))
    cells: dict[str, tuple[AnswerCell, ...]] = {}
    for name, column in zip(names, columns, strict=True):
        places = (as_number(value) for value in column.cells)
        cells[name] = tuple(None if place is None else int(place) for place in places)
    return Read(replace(question, columns=names, options=tuple(column.heading.item for column in columns)), cells)
