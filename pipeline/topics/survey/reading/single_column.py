"""One column to one question: its cells become steps, labels, numbers, years or texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ....base.records import Question, QuestionKind
from ....ingest.cells.privacy import without_personal_data
from .columns import AnswerColumn, Read, SurveyContext, Wish, names_of, question_of
from .free_text import REST, TYPED, says_something, typed_by_one, without_end
from .ordinal_options import ordered
from .question_types import (
    AnswerCell,
    Type,
    as_number,
    as_year,
    by_frequency,
    choices,
    grade_of,
    label,
    type_of,
    yes_or_no,
)
from .scales import Scale, is_beside, simplified, wording_of

_MANY = 5  # people who chose an answer; „Schneider“ chosen by so many is a trade and not somebody


def single(column: AnswerColumn, context: SurveyContext, known: Type | None = None) -> Read:
    """Return the question that one column holds; `known` is the type it shares with its battery."""
    heading, wish = column.heading, context.wish(column.heading)
    found = _wished(wish) or known or type_of(heading, column.cells, context.tool.separator)
    question = question_of(heading, found.kind, context, item=bool(heading.item))
    if found.kind == "mehrfach":
        return _joined(question, column, found, context)
    if found.kind in ("einfach", "ja-nein"):
        return closed(question, _labels(column, context), found.options, found.assumed)
    cells = _CELLS[found.kind](column, found, context)
    question = replace(question, columns=(question.key,))
    if found.kind == "note":
        question = replace(question, options=tuple(str(grade) for grade in range(1, 7)))
    if found.kind in ("note", "zahl"):
        question = replace(question, beside=tuple(by_frequency(Counter(filter(is_beside, _texts(column))))))
    if found.scale:
        question = with_scale(question, found.scale, cells)
    return Read(question, {question.key: cells}, found.assumed)


def _wished(wish: Wish) -> Type | None:
    if wish.kind is None and not wish.options:
        return None
    kind = wish.kind or "einfach"
    if kind == "zustimmung" and wish.options:
        steps = wish.options if _points_up(wish.options) else tuple(reversed(wish.options))
        middle = steps[len(steps) // 2] if len(steps) % 2 else None
        wording = wording_of(steps)
        return Type(kind, scale=Scale(wording.measures if wording else "", steps, middle))
    return Type(kind, wish.options)


def _points_up(steps: Sequence[str]) -> bool:
    """Tell whether steps run from the negative to the positive end; where words do not say, they are taken so."""
    wording = wording_of(steps)
    return not wording or wording.places.get(simplified(steps[0]), 0) <= wording.places.get(simplified(steps[-1]), 0)


def _texts(column: AnswerColumn) -> list[str]:
    return [str(cell) for cell in column.seen]


def _labels(column: AnswerColumn, context: SurveyContext) -> tuple[str | None, ...]:
    """Return the cells as labels, spelled as most people's cells are and without what tells of somebody."""
    given = Counter(without_end(label(cell)) for cell in column.seen)
    known: dict[AnswerCell, str] = {}
    spelled: dict[str, str] = {}
    for cell, _ in Counter(column.seen).most_common():
        text, spelling = label(cell), without_end(label(cell))
        names = context.names if given[spelling] < _MANY else frozenset[str]()  # many chose no name
        known[cell] = spelled.setdefault(spelling, _label_to_print(text, names, context.people))
    return tuple(None if cell is None else known[cell] for cell in column.cells)


def _label_to_print(text: str, names: frozenset[str] = frozenset(), people: frozenset[str] = frozenset()) -> str:
    return "Sonstiges" if text == "-oth-" else without_personal_data(text, names, people)


def _scaled(column: AnswerColumn, found: Type, context: SurveyContext) -> tuple[AnswerCell, ...]:
    if not found.scale:
        return _labels(column, context)
    by_number = {number[0]: step for step in found.scale.steps if (number := re.match(r"\d+", step))}
    spelled = {simplified(step): step for step in found.scale.steps}

    def step(cell: AnswerCell) -> str:
        number = re.match(r"(\d+)(\.0)?(?!\d)", str(cell))
        return by_number.get(number[1], str(cell)) if number else spelled.get(simplified(str(cell)), str(cell))

    steps = {cell: step(cell) for cell in set(column.seen)}
    return tuple(None if cell is None else steps[cell] for cell in column.cells)


def _numbers(column: AnswerColumn, found: Type, context: SurveyContext) -> tuple[AnswerCell, ...]:
    return tuple(map(as_number, column.cells))


def _grades(column: AnswerColumn, found: Type, context: SurveyContext) -> tuple[AnswerCell, ...]:
    return tuple(as_number(cell) if grade_of(cell) is None else grade_of(cell) for cell in column.cells)


def _years(column: AnswerColumn, found: Type, context: SurveyContext) -> tuple[AnswerCell, ...]:
    return tuple(as_year(cell) for cell in column.cells)


def free_texts(column: AnswerColumn, found: Type, context: SurveyContext) -> tuple[AnswerCell, ...]:
    """Return what people wrote, without what tells of somebody; where that is nothing („keine“), no answer."""
    known = {cell: without_personal_data(str(cell), context.names, context.people) for cell in set(column.seen)}
    return tuple(known[cell] if cell is not None and says_something(str(cell)) else None for cell in column.cells)


_CELLS: dict[QuestionKind, Callable[[AnswerColumn, Type, SurveyContext], tuple[AnswerCell, ...]]] = {
    "zustimmung": _scaled,
    "note": _grades,
    "zahl": _numbers,
    "rang": _numbers,
    "datum": _years,
    "offen": free_texts,
}


def _joined(question: Question, column: AnswerColumn, found: Type, context: SurveyContext) -> Read:
    """Return a multiple choice whose options stand in one cell."""
    texts = _labels(column, context)
    separator = (
        found.separator
        or context.tool.separator
        or next((s for s in (";", ",") if s in "".join(filter(None, texts))), ";")
    )
    in_cells = choices({text for text in texts if text}, separator)
    chosen = [set(in_cells[text]) if text else None for text in texts]
    given = Counter(option for row in chosen if row for option in row)
    typed = frozenset[str]() if found.options else typed_by_one(given, sum(map(bool, chosen)))
    if typed:
        chosen = [row and (row - typed) | ({REST} if row & typed else set()) for row in chosen]
        given = Counter(option for row in chosen if row for option in row)
    options = found.options or (*by_frequency(given, given.keys() - {REST}), *given.keys() & {REST})
    names = names_of(question, len(options))
    cells: dict[str, tuple[AnswerCell, ...]] = {
        name: tuple(None if row is None else option in row for row in chosen)
        for name, option in zip(names, options, strict=True)
    }
    doubtful = [quoted for option in options if separator == "," and ", " in (quoted := f"„{option}“")]
    assumed = (
        (f"Als eine Möglichkeit zählt {', '.join(doubtful)}: Die Teile kommen nie getrennt vor.",) if doubtful else ()
    )
    return Read(replace(question, columns=names, options=options), cells, (*assumed, *([TYPED] if typed else [])))


def closed(question: Question, texts: Sequence[str | None], options: tuple[str, ...], assumed: tuple[str, ...]) -> Read:
    """Return a question with one answer out of few; answers that are no option become „Sonstiges“ if that is one."""
    known = tuple({without_end(option): _label_to_print(option) for option in reversed(options)}.values())[::-1]
    spelled = {without_end(option): option for option in known}
    texts = [text and spelled.get(without_end(text), text) for text in texts]
    given = Counter(text for text in texts if text)
    known = known or by_frequency(given)
    rest = tuple(text for text in by_frequency(given) if text not in known)
    cells = tuple(texts)
    if rest and "Sonstiges" in known:
        cells = tuple(text if text is None or text in known or is_beside(text) else "Sonstiges" for text in texts)
        rest = tuple(text for text in rest if is_beside(text))
    known += rest
    if question.kind == "ja-nein":
        known = tuple(sorted(known, key=yes_or_no))
    in_order = () if options else ordered(option for option in known if not is_beside(option))
    if question.kind == "einfach" and (in_order or options):
        question = replace(question, scale="reihenfolge" if in_order or not rest else "")
        known = (*in_order, *(option for option in known if option not in in_order))
    beside = tuple(option for option in known if is_beside(option))
    chosen = tuple(option for option in known if option not in beside)
    return Read(
        replace(question, columns=(question.key,), options=chosen, beside=beside), {question.key: cells}, assumed
    )


def with_scale(question: Question, scale: Scale, cells: Iterable[AnswerCell]) -> Question:
    """Return a question with the steps of its scale, and beside them what else was answered."""
    given = Counter(cell for cell in cells if cell is not None)
    beside = {str(cell): number for cell, number in given.items() if cell not in scale.steps}
    return replace(
        question, options=scale.steps, neutral=scale.neutral, beside=by_frequency(beside), scale=scale.measures
    )
