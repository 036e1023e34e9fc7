"""From columns to questions: what stands in each cell becomes an answer to something that was asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from ...german.keys import key_part
from ..records import Question, QuestionKind
from .headings import Heading, Tool
from .headings import option as option_of
from .kinds import Answer, Type, as_number, as_year, by_frequency, choices, label, ordered, type_of, yes_or_no
from .privacy import without_personal_data
from .scales import GRADES, Scale, is_beside, scale_of, simplified, wording_of

_LENGTH_OF_KEY = 48


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

    @property
    def labels(self) -> Counter[str]:
        """Return the answers in its first column as labels, and how often each was given."""
        return Counter(str(cell) for cell in self.cells[self.question.columns[0]] if cell is not None)


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
    names: frozenset[str] = frozenset()  # words of names in this survey
    people: frozenset[str] = frozenset()  # full names in other lists
    keys: set[str] = field(default_factory=set)

    def key(self, *parts: str) -> str:
        """Return a key that no other question of the survey has."""
        wanted = "-".join(_short(key_part(part)) for part in parts if part)
        key, number = wanted, 2
        while key in self.keys:
            key, number = f"{wanted}-{number}", number + 1
        self.keys.add(key)
        return key


def _short(key: str) -> str:
    return key if len(key) <= _LENGTH_OF_KEY else key[:_LENGTH_OF_KEY].rsplit("-", 1)[0]


def read_questions(columns: Sequence[Column], context: Context) -> tuple[Read, ...]:
    """Return the questions of a survey in the order of its columns, those that nobody answered left out."""
    found: list[Read] = []
    first_of: dict[str, str] = {}
    asked = [column for column in columns if not column.heading.free]
    for (name, has_items), together in groupby(asked, key=lambda c: (c.heading.question, bool(c.heading.item))):
        group = list(together)
        read = _several(group, context) if has_items and len(group) > 1 else [_single(c, context) for c in group]
        found += read
        first_of.setdefault(name, read[0].question.key)
    answered = [read for read in found if any(cell is not None for cells in read.cells.values() for cell in cells)]
    texts = [c for c in columns if c.heading.free and c.seen]
    return (*_on_scales(answered), *(_beside(c, first_of.get(c.heading.question, ""), context) for c in texts))


# --- several columns ---------------------------------------------------------------------------------


def _several(columns: list[Column], context: Context) -> list[Read]:
    """Return what stands in several columns of one question: choices, a ranking, or a battery of statements."""
    wish = context.wish(columns[0].heading)
    if wish.kind in (None, "mehrfach", "einfach"):
        ticked = [_ticks(column) for column in columns]
        marks = [column for column in ticked if column is not None]
        if len(marks) == len(columns):
            return [_choices(columns, marks, context, wish)]
    if wish.kind == "rang" or (wish.kind is None and _is_ranking(columns)):
        return [_ranking(columns, context)]
    # Statements of a battery have one type; what few answers leave open in one, many tell in all.
    together = type_of(columns[0].heading, (answer for column in columns for answer in column.cells))
    shared = together if together.kind in ("zustimmung", "note", "ja-nein", "einfach", "zahl") else None
    return [_single(column, context, shared) for column in columns]


_YES = frozenset({"ja", "yes", "y", "x", "✓", "✔", "1", "wahr", "true", "ausgewählt", "gewählt", "checked", "quoted"})
_NO = frozenset({"nein", "no", "n", "0", "falsch", "false", "nicht gewählt", "nicht ausgewählt", "not quoted", "-"})


def _ticks(column: Column) -> tuple[bool, ...] | None:
    """Return which answers chose the option of this column, or None if it is no column of ticks."""
    option = simplified(column.heading.item)
    known: dict[Answer, bool] = {None: False}
    for answer in set(column.seen):
        text = simplified(option_of(str(answer)))
        if text == option or text in _YES or str(answer) in _YES:
            known[answer] = True
        elif text in _NO or str(answer) in _NO:
            known[answer] = False
        else:
            return None
    return tuple(known[cell] for cell in column.cells)


def _choices(columns: list[Column], ticked: list[tuple[bool, ...]], context: Context, wish: Wish) -> Read:
    """Return one question with a column of ticks per option; who ticked nothing gave no answer."""
    heading = columns[0].heading
    rows = list(zip(*ticked, strict=True))
    answered = [row for row in rows if any(row)]
    options = tuple(column.heading.item for column in columns)
    yes_no = {yes_or_no(option) for option in options} >= {"ja", "nein"}
    one_each = all(sum(row) == 1 for row in answered) and len(answered) >= (1 if yes_no else 30)
    if wish.kind == "einfach" or (wish.kind is None and one_each):
        texts = tuple(options[row.index(True)] if any(row) else None for row in rows)
        assumed = () if wish.kind else ("Jede Antwort nennt genau eine Möglichkeit, das zählt als Einfachauswahl.",)
        return _closed(_question(heading, "einfach", context), texts, options, assumed)
    question = _question(heading, "mehrfach", context)
    names = _names(question, len(options))
    cells: dict[str, tuple[Answer, ...]] = {
        name: tuple(row[place] if any(row) else None for row in rows) for place, name in enumerate(names)
    }
    return Read(replace(question, columns=names, options=options), cells)


def _names(question: Question, number: int) -> tuple[str, ...]:
    return tuple(f"{question.key}.{place}" for place in range(1, number + 1))


def _is_ranking(columns: list[Column]) -> bool:
    """Tell whether nearly all rows put the items in an order: whole numbers up to their count, none twice."""
    rows = [row for row in zip(*(column.cells for column in columns), strict=True) if any(v is not None for v in row)]
    if len(columns) < 3 or not rows:
        return False
    every_place = set(range(1, len(columns) + 1))

    def ordered(row: Sequence[Answer]) -> bool:
        places = [as_number(value) for value in row if value is not None]
        return len(places) > 1 and len(set(places)) == len(places) and set(places) <= every_place

    return sum(map(ordered, rows)) >= 0.9 * len(rows)


def _ranking(columns: list[Column], context: Context) -> Read:
    question = _question(columns[0].heading, "rang", context)
    names = _names(question, len(columns))
    cells: dict[str, tuple[Answer, ...]] = {}
    for name, column in zip(names, columns, strict=True):
        places = (as_number(value) for value in column.cells)
        cells[name] = tuple(None if place is None else int(place) for place in places)
    return Read(replace(question, columns=names, options=tuple(column.heading.item for column in columns)), cells)


# --- one column --------------------------------------------------------------------------------------


def _question(heading: Heading, kind: QuestionKind, context: Context, *, item: bool = False) -> Question:
    """Return a question with its key and text; with `item` it is one statement of a battery."""
    wish = context.wish(heading)
    return Question(
        key=context.key(heading.code or heading.stem, (heading.part or heading.item) if item else ""),
        text=wish.title or (heading.item if item else heading.stem),
        kind=kind,
        columns=(),
        stem=heading.stem if item else "",
        group=wish.group,
    )


def _single(column: Column, context: Context, known: Type | None = None) -> Read:
    """Return the question that one column holds; `known` is the type it shares with its battery."""
    heading, wish = column.heading, context.wish(column.heading)
    found = _wished(wish) or known or type_of(heading, column.cells, context.tool.separator)
    question = _question(heading, found.kind, context, item=bool(heading.item))
    if found.kind == "mehrfach":
        return _joined(question, column, found, context)
    if found.kind in ("einfach", "ja-nein"):
        return _closed(question, _labels(column), found.options, found.assumed)
    cells = _CELLS[found.kind](column, found, context)
    question = replace(question, columns=(question.key,))
    if found.kind == "note":
        question = replace(question, options=tuple(str(grade) for grade in range(1, 7)))
    if found.kind in ("note", "zahl"):
        question = replace(question, beside=tuple(by_frequency(Counter(filter(is_beside, _texts(column))))))
    if found.scale:
        question = _with_scale(question, found.scale, cells)
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


def _texts(column: Column) -> list[str]:
    return [str(cell) for cell in column.seen]


def _labels(column: Column) -> tuple[str | None, ...]:
    """Return the cells as labels, spelled as most people's cells are and free of addresses and numbers."""
    known: dict[Answer, str] = {}
    spelled: dict[str, str] = {}
    for cell, _ in Counter(column.seen).most_common():
        text = label(cell)
        known[cell] = spelled.setdefault(text.casefold(), _label_to_print(text))
    return tuple(None if cell is None else known[cell] for cell in column.cells)


def _label_to_print(text: str) -> str:
    return "Sonstiges" if text == "-oth-" else without_personal_data(text)


def _scaled(column: Column, found: Type, context: Context) -> tuple[Answer, ...]:
    if not found.scale:
        return _labels(column)
    by_number = {number[0]: step for step in found.scale.steps if (number := re.match(r"\d+", step))}
    spelled = {simplified(step): step for step in found.scale.steps}

    def step(cell: Answer) -> str:
        number = re.match(r"(\d+)(\.0)?(?!\d)", str(cell))
        return by_number.get(number[1], str(cell)) if number else spelled.get(simplified(str(cell)), str(cell))

    steps = {cell: step(cell) for cell in set(column.seen)}
    return tuple(None if cell is None else steps[cell] for cell in column.cells)


def _numbers(column: Column, found: Type, context: Context) -> tuple[Answer, ...]:
    by_word = {word: float(place) for place, word in enumerate(GRADES, start=1)}
    return tuple(
        by_word.get(cell.casefold()) if isinstance(cell, str) and as_number(cell) is None else as_number(cell)
        for cell in column.cells
    )


def _years(column: Column, found: Type, context: Context) -> tuple[Answer, ...]:
    return tuple(as_year(cell) for cell in column.cells)


def _open(column: Column, found: Type, context: Context) -> tuple[Answer, ...]:
    known = {cell: without_personal_data(str(cell), context.names, context.people) for cell in set(column.seen)}
    return tuple(None if cell is None else known[cell] for cell in column.cells)


_CELLS: dict[QuestionKind, Callable[[Column, Type, Context], tuple[Answer, ...]]] = {
    "zustimmung": _scaled,
    "note": _numbers,
    "zahl": _numbers,
    "rang": _numbers,
    "datum": _years,
    "offen": _open,
}


def _joined(question: Question, column: Column, found: Type, context: Context) -> Read:
    """Return a multiple choice whose options stand in one cell."""
    texts = _labels(column)
    separator = (
        found.separator
        or context.tool.separator
        or next((s for s in (";", ",") if s in "".join(filter(None, texts))), ";")
    )
    in_cells = choices({text for text in texts if text}, separator)
    chosen = [set(in_cells[text]) if text else None for text in texts]
    options = found.options or by_frequency(Counter(option for row in chosen if row for option in row))
    names = _names(question, len(options))
    cells: dict[str, tuple[Answer, ...]] = {
        name: tuple(None if row is None else option in row for row in chosen)
        for name, option in zip(names, options, strict=True)
    }
    doubtful = [quoted for option in options if separator == "," and ", " in (quoted := f"„{option}“")]
    assumed = (
        (f"Als eine Möglichkeit zählt {', '.join(doubtful)}: Die Teile kommen nie getrennt vor.",) if doubtful else ()
    )
    return Read(replace(question, columns=names, options=options), cells, assumed)


def _closed(
    question: Question, texts: Sequence[str | None], options: tuple[str, ...], assumed: tuple[str, ...]
) -> Read:
    """Return a question with one answer out of few; answers that are no option become „Sonstiges“ if that is one."""
    given = Counter(text for text in texts if text)
    known = tuple(_label_to_print(option) for option in options) or by_frequency(given)
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


def _beside(column: Column, parent: str, context: Context) -> Read:
    """Return the text beside an option as an open question that belongs to its parent."""
    heading = column.heading
    key = context.key(heading.code or heading.stem, heading.part or heading.item)
    title = heading.item if heading.item.casefold() not in ("", "other", "comment") else "Sonstiges"
    question = Question(key, title, "offen", (key,), parent=parent)
    return Read(question, {key: _open(column, Type("offen"), context)})


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
                read = _closed(replace(read.question, kind="einfach"), texts, (), read.assumed)
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
    return Read(_with_scale(read.question, scale, cells), {column: cells}, read.assumed + assumed)


def _with_scale(question: Question, scale: Scale, cells: Iterable[Answer]) -> Question:
    given = Counter(cell for cell in cells if cell is not None)
    beside = {str(cell): number for cell, number in given.items() if cell not in scale.steps}
    return replace(
        question, options=scale.steps, neutral=scale.neutral, beside=by_frequency(beside), scale=scale.measures
    )
