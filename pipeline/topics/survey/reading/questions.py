"""From the columns of a survey to its questions: first each for itself, then what they share with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from ....base.records import Question
from .columns import AnswerColumn, Read, SurveyContext
from .multi_column import several
from .other_texts import is_other, with_texts_apart
from .question_types import Type, by_frequency
from .scales import Scale, is_beside, scale_of, simplified, wording_of
from .single_column import closed, free_texts, single, with_scale


def read_questions(columns: Sequence[AnswerColumn], context: SurveyContext) -> tuple[Read, ...]:
    """Return the questions of a survey in the order of its columns, those that nobody answered left out."""
    found: list[Read] = []
    first_of: dict[str, str] = {}
    columns = with_texts_apart(columns, context.tool)
    asked = [column for column in columns if not column.heading.free]
    others: dict[str, list[AnswerColumn]] = {}
    for column in columns:
        if is_other(column.heading):
            others.setdefault(column.heading.question, []).append(column)
    for (name, has_items), together in groupby(asked, key=lambda c: (c.heading.question, bool(c.heading.item))):
        group = list(together)
        written = others.get(name, ())
        together_read = has_items and (len(group) > 1 or written)
        read = several(group, context, written) if together_read else [single(c, context) for c in group]
        found += read
        first_of.setdefault(name, read[0].question.key)
    answered = [read for read in found if any(cell is not None for cells in read.cells.values() for cell in cells)]
    texts = [c for c in columns if c.heading.free and c.seen]
    return (*_on_scales(answered), *(_beside(c, first_of.get(c.heading.question, ""), context) for c in texts))


def _beside(column: AnswerColumn, parent: str, context: SurveyContext) -> Read:
    """Return the text beside an option as an open question that belongs to its parent."""
    heading = column.heading
    key = context.key(heading.code or heading.stem, heading.part or heading.item)
    title = heading.item if heading.item.casefold() not in ("", "other", "comment") else "Sonstiges"
    question = Question(key, title, "offen", (key,), parent=parent)
    return Read(question, {key: free_texts(column, Type("offen"), context)})


# --- scales over several questions -------------------------------------------------------------------


def _on_scales(reads: Iterable[Read]) -> list[Read]:
    """Give all questions that word their scale alike the same steps: what one lacks stands in the others."""
    reads = list(reads)
    together: dict[tuple[str, str], Counter[str]] = {}
    for read in reads:
        if _needs_scale(read):
            together.setdefault(_family(read), Counter()).update(read.labels)
    done = []
    for read in reads:
        if _needs_scale(read):
            scale = _scale(together[_family(read)]) or _scale(read.labels)
            column = read.question.columns[0]
            if scale is None:
                texts = [None if cell is None else str(cell) for cell in read.cells[column]]
                read = closed(replace(read.question, kind="einfach"), texts, (), read.assumed)
            else:
                read = _placed(read, scale)
        done.append(read)
    return done


def _needs_scale(read: Read) -> bool:
    return read.question.kind == "zustimmung" and not read.question.options


def _family(read: Read) -> tuple[str, str]:
    """Return what questions with the same scale share: its wording, and the battery where there is one."""
    wording = wording_of(read.labels)
    return (wording.name if wording else "", read.question.stem)


def _scale(labels: Counter[str]) -> Scale | None:
    return scale_of([text for text in by_frequency(labels) if not is_beside(text)])


def _placed(read: Read, scale: Scale) -> Read:
    column = read.question.columns[0]
    spelled = {simplified(step): step for step in scale.steps}
    steps = {text: spelled.get(simplified(text), text) for text in read.labels}
    cells = tuple(None if cell is None else steps[str(cell)] for cell in read.cells[column])
    assumed = ("Die Skala ist um Stufen ergänzt, die niemand gewählt hat.",) if scale.completed else ()
    return Read(with_scale(read.question, scale, cells), {column: cells}, read.assumed + assumed)
