"""What is known of a survey: question by question, as keys of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ....base.keys import Key
from ....base.records import Question
from ....german.orthography import quote

_CALLS_ITSELF = ("umfrage", "befragung")

Role = Literal["negativ", "neutral", "positiv", "daneben", "option", "klasse", "sonstiges"]
Detail = Literal["prozent", "beides", "anzahl", ""]


def cited(text: str) -> str:
    """Return an answer or a question in quotes as it stands within a sentence: without its own full stop.

    That of an abbreviation („e. V.“, „usw.“) and dots („…“) stay.
    """
    ends = re.search(r"[^\W\d_]{4,}\.$", text)
    return quote(text[:-1] if ends and " " in text else text)


def calls_itself_survey(title: str) -> bool:
    """Tell whether a title says that it is one of a survey: „Mitgliederbefragung 2017“, „Umfrage im Bad“."""
    return bool(title.strip()) and title.split()[0].casefold().endswith(_CALLS_ITSELF)


def has_name(title: str) -> bool:
    """Tell whether a survey has a title: „results-survey4711“ is the name of a file and „Umfrage“ says nothing."""
    return title[:1].isupper() and title.casefold() not in _CALLS_ITSELF


def worth(steps: Sequence[str]) -> dict[str, int]:
    """Return what each step of a scale counts in a mean: the number it was answered with, else its place from 1."""
    numbers = [re.match(r"(\d+)( \(|$)", step) for step in steps]
    if all(numbers):
        return {step: int(number[1]) for step, number in zip(steps, numbers, strict=True) if number}
    return {step: place for place, step in enumerate(steps, start=1)}


@dataclass(frozen=True)
class Share:
    """How many gave one answer: the keys of the figures; `percent` is None where n is too small for one."""

    label: str
    role: Role
    count: str
    percent: str | None = None


@dataclass(frozen=True)
class NumberSummary:
    """Where the middle of numbers lies: keys of the median and the quartiles."""

    median: str
    lower: str
    upper: str


@dataclass(frozen=True)
class Rank:
    """One item of a ranking: keys of its mean place and of how often it came first."""

    label: str
    mean: str
    first: Share


@dataclass(frozen=True)
class GroupLine:
    """One line of a table by groups: what is counted, and for each group its share (or the key of its mean).

    A share is None where it would tell of too few people.
    """

    label: str
    shares: tuple[Share | None, ...] = ()
    means: tuple[str, ...] = ()


@dataclass(frozen=True)
class GroupTable:
    """Answers by the groups of another question. `sizes` are the keys of each group's n; small groups are left out.

    It has no groups where fewer than two are large enough.
    """

    by: str
    groups: tuple[str, ...]
    sizes: tuple[str, ...]
    lines: tuple[GroupLine, ...]
    left_out: bool

    @property
    def compares(self) -> bool:
        """Tell whether some line tells of two groups at least, and not most of the table has to be withheld."""
        told = [[one is not None for one in (*line.shares, *line.means)] for line in self.lines]
        return any(sum(line) > 1 for line in told) and 2 * sum(map(sum, told)) >= sum(map(len, told))

    @property
    def withheld(self) -> bool:
        """Tell whether some shares are not told."""
        return any(share is None for line in self.lines for share in line.shares)


@dataclass(frozen=True)
class QuestionResult:
    """What is known of one question.

    `key` is what the keys of its figures begin with, `n` the key of its base, `size` the same number for whoever lays
    out the page.
    `detail` says what may be shown: percentages, both, counts only, or nothing ("") because too few answered.
    `top` are those who chose one of the best steps, `bottom` those who chose one of as many worst ones,
    `beside` is the key of how many answered beside the scale, `missing` are those without an answer where they are
    many, `piled` those who left a slider where it starts, `earlier` the same question in the survey before.
    """

    question: Question
    key: Key
    n: str
    size: int
    detail: Detail
    shares: tuple[Share, ...] = ()
    top: Share | None = None
    top_labels: tuple[str, ...] = ()
    bottom: Share | None = None
    bottom_labels: tuple[str, ...] = ()
    spread: NumberSummary | None = None
    mean: str | None = None
    ranks: tuple[Rank, ...] = ()
    beside: str | None = None
    missing: Share | None = None
    piled: Share | None = None
    quotes: tuple[str, ...] = ()
    by_group: tuple[GroupTable, ...] = ()
    earlier: QuestionResult | None = None


@dataclass(frozen=True)
class QuestionBlock:
    """What one chart shows: a question alone, or the statements of a battery under their common stem."""

    key: str
    title: str
    results: tuple[QuestionResult, ...]
    group: str = ""

    @property
    def kind(self) -> str:
        """Return the kind of its questions."""
        return self.results[0].question.kind

    @property
    def is_battery(self) -> bool:
        """Tell whether it holds several statements."""
        return len(self.results) > 1 or bool(self.results[0].question.stem)


@dataclass(frozen=True)
class SurveyResult:
    """What is known of one survey: keys of its figures and its questions in order, block by block."""

    key: str
    title: str
    answers: str
    complete: str
    partial: str | None
    response: str | None
    invited: str | None
    blocks: tuple[QuestionBlock, ...] = ()
    earlier: str = ""  # how the survey is called that some questions are compared with
    current: bool = True  # whether it gets a chapter

    @property
    def named(self) -> str:
        """Return the survey as captions name it: „Umfrage „Was fehlt?““."""
        if self.title.casefold() in _CALLS_ITSELF:
            return self.title
        return quote(self.title) if calls_itself_survey(self.title) else f"Umfrage {quote(self.title)}"

    @property
    def results(self) -> tuple[QuestionResult, ...]:
        """Return all questions in order."""
        return tuple(result for block in self.blocks for result in block.results)
