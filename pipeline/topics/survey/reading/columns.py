"""What questions are read from and into: columns of answers, what staff wish, and what all questions share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from ....base.names import slug
from ....base.records import Question, QuestionKind
from .question_types import AnswerCell
from .tools import QuestionHeading, Tool

_LENGTH_OF_KEY = 48  # letters of a question in keys, some six words: enough to know it by, short enough to type


@dataclass(frozen=True)
class AnswerColumn:
    """One column of answers: its heading taken apart and its cells, tidied; None for no answer."""

    position: int
    heading: QuestionHeading
    cells: tuple[AnswerCell, ...]

    @property
    def seen(self) -> tuple[AnswerCell, ...]:
        """Return the answers that were given."""
        return tuple(cell for cell in self.cells if cell is not None)


@dataclass(frozen=True)
class Read:
    """A question with its columns of answers by name, and what was assumed about it."""

    question: Question
    cells: dict[str, tuple[AnswerCell, ...]]
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
class SurveyContext:
    """What all questions of a survey share while they are read."""

    tool: Tool
    wish: Callable[[QuestionHeading], Wish]
    names: frozenset[str] = frozenset()  # words of names in this survey
    people: frozenset[str] = frozenset()  # full names in other lists
    keys: set[str] = field(default_factory=set)

    def key(self, *parts: str) -> str:
        """Return a key that no other question of the survey has."""
        wanted = "-".join(_short(slug(part)) for part in parts if part)
        key, number = wanted, 2
        while key in self.keys:
            key, number = f"{wanted}-{number}", number + 1
        self.keys.add(key)
        return key


def _short(key: str) -> str:
    return key if len(key) <= _LENGTH_OF_KEY else key[:_LENGTH_OF_KEY].rsplit("-", 1)[0]


def question_of(
    heading: QuestionHeading, kind: QuestionKind, context: SurveyContext, *, item: bool = False
) -> Question:
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


def names_of(question: Question, number: int) -> tuple[str, ...]:
    """Return the names of the columns of a question that has several."""
    return tuple(f"{question.key}.{place}" for place in range(1, number + 1))
