"""From columns to questions: the type of each is found from its answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from itertools import groupby
from typing import Any

from ..german.keys import key_part
from .records import Question, QuestionKind
from .sheets import Cell, as_typed
from .survey_headings import Heading, Tool, tidy
from .survey_privacy import without_personal_data
from .survey_scales import GRADES, Scale, is_beside, scale_of, simplified, wording_of

Answer = str | int | float | bool | None


@dataclass(frozen=True)
class Column:
    """One column of answers: its heading taken apart and its cells, tidied; None for no answer."""

    position: int
    heading: Heading
    cells: tuple[Answer, ...]

    @property
    def seen(self) -> tuple[Answer, ...]:
        """Return the answers that were given."""
        return tuple(cell for cell in self.cells if cell is not None)


@dataclass(frozen=True)
class Read:
    """A question with its columns of answers by name, and what was assumed about it."""

    question: Question
    cells: dict[str, tuple[Answer, ...]]
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wish:
    """What the sheet „Fragen“ says about a question; empty where it says nothing."""

    kind: QuestionKind | None = None
    options: tuple[str, ...] = ()
    title: str = ""
    group: str = ""
    hide: bool = False


@dataclass(frozen=True)
class Context:
    """What all questions of a survey share while they are read."""

    tool: Tool
    wish: Callable[[Heading], Wish]
    names: tuple[str, ...] = ()
    keys: set[str] = field(default_factory=set)

    def key(self, *parts: str) -> str:
        """Return a key that no other question of the survey has."""
        wanted = "-".join(_short(key_part(part)) for part in parts if part)
        key, number = wanted, 2
        while key in self.keys:
            key, number = f"{wanted}-{number}", number + 1
        self.keys.add(key)
        return key


_UNANSWERED = frozenset({"n/a", "#n/v", "nan", "-99", "keineantwort", "keine antwort", "no answer"})
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?\s*%?")
_LENGTH_OF_KEY = 48


def _short(key: str) -> str:
    return key if len(key) <= _LENGTH_OF_KEY else key[:_LENGTH_OF_KEY].rsplit("-", 1)[0]


def tidied(cell: Cell) -> Answer:
    """Return a raw cell as an answer: one line of text, a number, a date as ISO text, or None."""
    match cell:
        case None:
            return None
        case bool():
            return "Ja" if cell else "Nein"
        case int() | float():
            return cell
        case date():
            return cell.isoformat()[:10]
        case time():
            return as_typed(cell)
        case _:
            text = tidy(str(cell))
            return None if not text or text.casefold() in _UNANSWERED else text


def as_number(answer: Answer) -> float | None:
    """Return an answer as a number if it is one and nothing else."""
    if isinstance(answer, str):
        found = _NUMBER.fullmatch(answer.strip())
        return float(answer.rstrip("% ").replace(",", ".")) if found else None
    return None if answer is None else float(answer)


def read_questions(columns: Sequence[Column], context: Context) -> tuple[Read, ...]:
    """Return the questions of a survey in the order of its columns."""
    found: list[Read] = []
    asked = [column for column in columns if not column.heading.free]
    parents: dict[str, str] = {}
    for question, together in groupby(asked, key=lambda c: (c.heading.question, bool(c.heading.item))):
        group = list(together)
        read = _several(group, context) if question[1] and len(group) > 1 else [_single(c, context) for c in group]
        found += read
        for one in read[:1]:
            parents.setdefault(question[0], one.question.key)
    found += [
        _free_text(column, parents.get(column.heading.question, ""), context)
        for column in columns
        if column.heading.free and column.seen
    ]
    return _same_scales([read for read in found if any(v is not None for cells in read.cells.values() for v in cells)])


def _several(columns: list[Column], context: Context) -> list[Read]:
    """Return what stands in several columns of one question: choices, a ranking, or a battery of statements."""
    wish = context.wish(columns[0].heading)
    ticked = [_ticks(column) for column in columns]
    kind = wish.kind
    if kind in (None, "mehrfach", "einfach") and all(marks is not None for marks in ticked):
        return [_choices(columns, [marks for marks in ticked if marks is not None], context, kind)]
    if kind == "rang" or (kind is None and _is_ranking(columns)):
        return [_ranking(columns, context)]
    return [_single(column, context) for column in columns]


_YES = frozenset({"ja", "yes", "y", "x", "✓", "✔", "1", "wahr", "true", "ausgewählt", "gewählt", "checked", "quoted"})
_NO = frozenset({"nein", "no", "n", "0", "falsch", "false", "nicht gewählt", "nicht ausgewählt", "not quoted", "-"})


def _ticks(column: Column) -> tuple[bool | None, ...] | None:
    """Return which answers chose the option of this column, or None if it is no column of ticks."""
    option = simplified(column.heading.item)

    def tick(answer: Answer) -> bool | None:
        if answer is None:
            return None
        text = simplified(str(answer)) or str(answer)
        if text == option or text in _YES:
            return True
        return False if text in _NO else None

    marks = tuple(tick(answer) for answer in column.cells)
    good = all((mark is None) == (answer is None) for mark, answer in zip(marks, column.cells, strict=True))
    return marks if good else None


def _choices(
    columns: list[Column], ticked: list[tuple[bool | None, ...]], context: Context, kind: QuestionKind | None
) -> Read:
    """Return one question with a column of ticks per option; who ticked nothing gave no answer."""
    heading = columns[0].heading
    rows = [tuple(mark is True for mark in row) for row in zip(*ticked, strict=True)]
    answered = [row for row in rows if any(row)]
    options = tuple(column.heading.item for column in columns)
    one_each = all(sum(row) == 1 for row in answered)
    yes_no = {simplified(option).split(",")[0] for option in options} >= {"ja", "nein"}
    if kind == "einfach" or (kind is None and one_each and len(answered) >= (1 if yes_no else 30)):
        texts = tuple(options[row.index(True)] if any(row) else None for row in rows)
        assumed = () if kind else ("Jede Antwort nennt genau eine Möglichkeit, sie zählt deshalb als Einfachauswahl.",)
        return _closed(_named(heading, "einfach", context), texts, options, assumed)
    question = _named(heading, "mehrfach", context)
    names = tuple(f"{question.key}.{place}" for place in range(1, len(columns) + 1))
    cells = {name: tuple(row[place] if any(row) else None for row in rows) for place, name in enumerate(names)}
    return Read(replace(question, columns=names, options=options), cells)


def _is_ranking(columns: list[Column]) -> bool:
    """Tell whether nearly all rows put the items in an order: whole numbers up to their count, none twice."""
    rows = [row for row in zip(*(column.cells for column in columns), strict=True) if any(v is not None for v in row)]
    if len(columns) < 3 or not rows:
        return False

    def ordered(row: Sequence[Answer]) -> bool:
        places = [as_number(value) for value in row if value is not None]
        return len(places) > 1 and len(set(places)) == len(places) and all(p in range(1, len(row) + 1) for p in places)

    return sum(map(ordered, rows)) >= 0.9 * len(rows)


def _ranking(columns: list[Column], context: Context) -> Read:
    question = _named(columns[0].heading, "rang", context)
    names = tuple(f"{question.key}.{place}" for place in range(1, len(columns) + 1))
    cells: dict[str, tuple[Answer, ...]] = {}
    for name, column in zip(names, columns, strict=True):
        places = [as_number(value) for value in column.cells]
        cells[name] = tuple(None if place is None else int(place) for place in places)
    items = tuple(column.heading.item for column in columns)
    return Read(replace(question, columns=names, options=items), cells)


def _named(heading: Heading, kind: QuestionKind, context: Context, *, item: bool = False) -> Question:
    """Return a question with its key and text; with `item` it is one statement of a battery."""
    wish = context.wish(heading)
    parts = (heading.code or heading.stem, heading.part or heading.item) if item else (heading.code or heading.stem, "")
    text = wish.title or (heading.item if item else heading.stem)
    return Question(
        key=context.key(*parts),
        text=text,
        kind=kind,
        columns=(),
        stem=heading.stem if item else "",
        group=wish.group,
    )


def _single(column: Column, context: Context) -> Read:
    """Return the question that one column holds."""
    heading, wish = column.heading, context.wish(column.heading)
    kind, options, assumed = _kind_of(column, context) if wish.kind is None else (wish.kind, wish.options, ())
    question = _named(heading, kind, context, item=bool(heading.item))
    match kind:
        case "mehrfach":
            return _joined(question, column, wish.options or options, context)
        case "zustimmung":
            return Read(replace(question, columns=(question.key,)), {question.key: _texts(column)}, assumed)
        case "zahl" | "note" | "rang":
            return _numbers(question, column, assumed)
        case "datum":
            years = tuple(int(str(cell)[:4]) if _is_day(cell) else None for cell in column.cells)
            return Read(replace(question, columns=(question.key,)), {question.key: years}, assumed)
        case "offen":
            texts = tuple(
                None if cell is None else without_personal_data(str(cell), context.names) for cell in column.cells
            )
            return Read(replace(question, columns=(question.key,)), {question.key: texts}, assumed)
        case _:
            return _closed(question, _texts(column), wish.options or options, assumed)


def _texts(column: Column) -> tuple[str | None, ...]:
    return tuple(None if cell is None else _label(cell) for cell in column.cells)


def _label(answer: Answer) -> str:
    """Return an answer as the label of an option: without the number of its place."""
    text = f"{answer:g}" if isinstance(answer, float) else str(answer)
    return re.sub(r"^\(?\d{1,2}\)?\s*[-–=:.)]\s*(?=[A-Za-zÄÖÜäöü])", "", text)


def _is_day(answer: Answer) -> bool:
    return isinstance(answer, str) and bool(re.fullmatch(r"(19|20)\d\d-\d\d-\d\d([ T][\d:]+)?", answer))


def _kind_of(column: Column, context: Context) -> tuple[QuestionKind, tuple[str, ...], tuple[str, ...]]:
    """Return the type of a column's answers, its options in order, and what had to be assumed."""
    seen = [cell for cell in column.seen if not is_beside(str(cell))]
    texts = [_label(cell) for cell in seen]
    if not seen:
        return "offen", (), ()
    if all(map(_is_day, seen)):
        return "datum", (), ()
    numbers = [as_number(cell) for cell in seen]
    if all(number is not None for number in numbers):
        return _kind_of_numbers(column.heading, {float(number) for number in numbers if number is not None})
    if wording_of(texts):
        return "zustimmung", (), ()
    if {text.casefold() for text in texts} <= set(GRADES):
        return "note", GRADES, ()
    if {_yes_or_no(text) for text in texts} <= {"ja", "nein"} and len({text.casefold() for text in texts}) <= 2:
        return "ja-nein", (), ()
    separator = _separator(texts, context.tool)
    if separator:
        return "mehrfach", (separator,), ()
    return _kind_of_texts(texts)


def _yes_or_no(text: str) -> str:
    word = re.split(r"[\s,.:;–-]", text.casefold(), maxsplit=1)[0]
    return {"yes": "ja", "no": "nein", "y": "ja", "n": "nein"}.get(word, word)


def _kind_of_numbers(heading: Heading, values: set[float]) -> tuple[QuestionKind, tuple[str, ...], tuple[str, ...]]:
    if re.search(r"(?i)schulnote|\bnote\b", f"{heading.stem} {heading.item}") and values <= {1, 2, 3, 4, 5, 6}:
        return "note", (), ()
    if len(values) > 1 and values <= set(range(1, 8)):
        return "zahl", (), ("Die Zahlen haben keine benannten Enden, sie zählen deshalb als Zahl und nicht als Skala.",)
    return "zahl", (), ()


def _kind_of_texts(texts: list[str]) -> tuple[QuestionKind, tuple[str, ...], tuple[str, ...]]:
    """Tell single choice from open text: choices repeat and are short."""
    count = Counter(texts)
    repeated = sum(number for number in count.values() if number > 1)
    length = sum(map(len, count)) / len(count)
    if len(count) <= max(2, min(25, len(texts) / 2)) and repeated >= 0.6 * len(texts) and length <= 120:
        return "einfach", (), ()
    return "offen", (), ()


def _separator(texts: list[str], tool: Tool) -> str:
    """Return what stands between several choices in one cell, or "" if each cell holds one."""
    for separator in (tool.separator,) if tool.separator else (";", "\n", ","):
        parts = [part for text in texts for part in _parts(text, separator)]
        count = Counter(parts)
        several = sum(len(_parts(text, separator)) > 1 for text in texts)
        again = sum(number for number in count.values() if number > 1)
        if several and again >= 0.8 * len(parts) and len(count) < len(set(texts)) + 1 and _mean_length(count) <= 60:
            return separator
    return ""


def _mean_length(parts: Counter[str]) -> float:
    return sum(map(len, parts)) / max(1, len(parts))


def _parts(text: str, separator: str) -> list[str]:
    """Return the choices of one cell; separators inside brackets do not count."""
    pieces = re.split(rf"\s*{re.escape(separator)}\s*(?![^(]*\))", text)
    return [piece for piece in (piece.strip() for piece in pieces) if piece]


def _joined(question: Question, column: Column, options: tuple[str, ...], context: Context) -> Read:
    """Return a multiple choice whose options stand in one cell."""
    texts = _texts(column)
    separator = (
        options[0]
        if len(options) == 1
        else (context.tool.separator or _separator([t for t in texts if t], context.tool) or ";")
    )
    chosen = [set(_parts(text, separator)) if text else None for text in texts]
    known = options if len(options) > 1 else _by_frequency([c for row in chosen if row for c in row])
    names = tuple(f"{question.key}.{place}" for place in range(1, len(known) + 1))
    cells = {
        name: tuple(None if row is None else option in row for row in chosen)
        for name, option in zip(names, known, strict=True)
    }
    return Read(replace(question, columns=names, options=known), cells)


def _by_frequency(labels: list[str]) -> tuple[str, ...]:
    return tuple(label for label, _ in sorted(Counter(labels).items(), key=lambda pair: (-pair[1], pair[0])))


def _closed(
    question: Question, texts: tuple[str | None, ...], options: tuple[str, ...], assumed: tuple[str, ...]
) -> Read:
    """Return a question with one answer out of few."""
    known = options or _by_frequency([text for text in texts if text])
    if question.kind == "ja-nein":
        known = tuple(sorted(known, key=_yes_or_no))
    beside = tuple(option for option in known if is_beside(option))
    filled = replace(
        question,
        columns=(question.key,),
        options=tuple(option for option in known if option not in beside),
        beside=beside,
    )
    return Read(filled, {question.key: texts}, assumed)


def _numbers(question: Question, column: Column, assumed: tuple[str, ...]) -> Read:
    by_word = {word: place for place, word in enumerate(GRADES, start=1)}
    values = tuple(
        by_word.get(str(cell).casefold()) if isinstance(cell, str) and as_number(cell) is None else as_number(cell)
        for cell in column.cells
    )
    options = tuple(str(grade) for grade in range(1, 7)) if question.kind == "note" else ()
    beside = tuple(dict.fromkeys(str(c) for c in column.seen if isinstance(c, str) and is_beside(c)))
    return Read(
        replace(question, columns=(question.key,), options=options, beside=beside), {question.key: values}, assumed
    )


def _free_text(column: Column, parent: str, context: Context) -> Read:
    """Return the text beside an option as an open question that belongs to its parent."""
    read = _single(column, replace(context, wish=lambda heading: Wish(kind="offen")))
    title = column.heading.item if column.heading.item not in ("", "other") else "Sonstiges"
    return replace(read, question=replace(read.question, text=title, stem="", parent=parent))


def _same_scales(reads: list[Read]) -> tuple[Read, ...]:
    """Give all questions that word their scale alike the same steps: what one lacks stands in the others."""
    seen: dict[tuple[str, str], list[str]] = {}
    for read in reads:
        if read.question.kind == "zustimmung" and not read.question.options:
            seen.setdefault(_family(read), []).extend(_labels(read))
    done = []
    for read in reads:
        if read.question.kind == "zustimmung" and not read.question.options:
            together = seen[_family(read)]
            scale = scale_of(_once(together)) or scale_of(_once(_labels(read)))
            read = _scaled(read, scale)
        done.append(read)
    return tuple(done)


def _once(labels: list[str]) -> tuple[str, ...]:
    return _by_frequency([label for label in labels if not is_beside(label)])


def _labels(read: Read) -> list[str]:
    return [str(cell) for cell in read.cells[read.question.columns[0]] if cell is not None]


def _family(read: Read) -> tuple[str, str]:
    """Return what questions with the same scale share: its wording, and the battery where there is one."""
    wording = wording_of(_labels(read))
    return (wording.name if wording else "", read.question.stem)


def _scaled(read: Read, scale: Scale | None) -> Read:
    question, column = read.question, read.question.columns[0]
    if scale is None:
        return _closed(
            replace(question, kind="einfach"), tuple(map(_text_or_none, read.cells[column])), (), read.assumed
        )
    spelled = {simplified(step): step for step in scale.steps}
    cells = tuple(None if c is None else spelled.get(simplified(str(c)), str(c)) for c in read.cells[column])
    beside = _by_frequency([str(cell) for cell in cells if cell is not None and cell not in scale.steps])
    assumed = ("Die Skala ist um Stufen ergänzt, die niemand gewählt hat.",) if scale.completed else ()
    filled = replace(question, options=scale.steps, neutral=scale.neutral, beside=beside, scale=scale.measures)
    return Read(filled, {column: cells}, read.assumed + assumed)


def _text_or_none(cell: Any) -> str | None:
    return None if cell is None else str(cell)
