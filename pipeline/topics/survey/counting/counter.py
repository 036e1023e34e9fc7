"""Note the figures of one survey, with what its small numbers allow to be said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from ....base.figures import Figure, Label
from ....base.keys import Key
from ....base.names import slug
from ....base.records import Question, Survey
from ....german.orthography import quote
from .methods import METHODS
from .results import Detail, QuestionResult, Role, Share

PERCENT_FROM = 10  # below, a percentage says more than the answers do
COUNTS_BELOW = 20  # below, counts stand beside percentages
FLAGGED_ABOVE = 20  # per cent without an answer

# All figures of a survey come from all its rows. Of a large one only those of the survey itself name them: 3,000
# figures that name 10,000 rows each would make files that nobody can open.
ROWS_NAMED_UP_TO = 1000

_LENGTH_OF_LABEL = 70  # letters of a question in labels, one line of the annex


def percentage(part: int, whole: int) -> Decimal:
    """Return a whole percentage, halves rounded up; a few and all but a few stay visible (0.4 and 99.6)."""
    exact = Decimal(100 * part) / Decimal(whole)
    rounded = exact.quantize(Decimal(1), ROUND_HALF_UP)
    places = 0
    while (rounded == 0 and part > 0) or (rounded == 100 and part < whole):
        places += 1
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return rounded


def one_decimal(value: float) -> Decimal:
    """Return a mean with one decimal, halves rounded up."""
    return Decimal(repr(float(value))).quantize(Decimal("0.1"), ROUND_HALF_UP)


def one_decimal_at_most(value: float) -> Decimal:
    """Return a median with one decimal, none where it is whole: it is what somebody answered."""
    rounded = one_decimal(value)
    whole = rounded.to_integral_value()
    return whole if whole == rounded else rounded


def detail_of(n: int, smallest: int) -> Detail:
    """Return what may be shown of `n` answers."""
    if n < max(smallest, 1):
        return ""
    return "anzahl" if n < PERCENT_FROM else "beides" if n < COUNTS_BELOW else "prozent"


class Counter:
    """Notes the figures of one survey in the order in which they are counted."""

    def __init__(self, survey: Survey, smallest: int) -> None:
        self.survey = survey
        self.smallest = smallest
        self.rows = tuple(int(i) for i in survey.answers.index)
        self.key = Key(slug(survey.key), survey=True)
        self.figures: list[Figure] = []
        self._paths: set[Key] = set()

    def add(
        self,
        key: Key,
        label: Label,
        value: int | Decimal | None,
        unit: str,
        method: str,
        *,
        rows: tuple[int, ...] | None = None,
    ) -> str:
        """Note a figure and return its key; its rows are those of all answers unless `rows` says otherwise."""
        if rows is None:
            rows = self.rows if not key.topic or len(self.rows) <= ROWS_NAMED_UP_TO else ()
        line = None if key.topic else key.measure
        self.figures.append(Figure(key, label, value, unit, rows=rows, method=method, line=line))
        return key.text

    def of_survey(
        self,
        measure: str,
        label: str,
        value: int | Decimal,
        unit: str = "Antworten",
        rows: tuple[int, ...] | None = None,
    ) -> str:
        """Note a figure of the survey as a whole, counted as its measure says."""
        key = replace(self.key, measure=measure)
        return self.add(key, Label(label, self.survey.title), value, unit, METHODS[measure], rows=rows)

    def named(self, question: Question, label: str = "") -> Label:
        """Return how a figure of a question is called: „Wie zufrieden sind Sie …?“, sehr zufrieden."""
        text = question.text
        if len(text) > _LENGTH_OF_LABEL:
            text = text[:_LENGTH_OF_LABEL].rsplit(" ", 1)[0] + " …"
        return Label(quote(text), self.survey.title, part=label or "Antworten")

    def path(self, wanted: Key) -> Key:
        """Return the beginning of keys that nothing else has; labels may differ where their key parts do not."""
        path, number = wanted, 2
        while path in self._paths:
            if wanted.rest:
                path = replace(wanted, rest=(*wanted.rest[:-1], f"{wanted.rest[-1]}-{number}"))
            else:
                path = replace(wanted, topic=f"{wanted.topic}-{number}")
            number += 1
        self._paths.add(path)
        return path

    def question(self, question: Question) -> tuple[QuestionResult, pd.DataFrame]:
        """Return a question with its base, nothing else counted yet, and the answers of those who gave one."""
        key = self.path(replace(self.key, topic=slug(question.key)))
        frame = self.survey.answers[list(question.columns)]
        base = frame[frame.notna().any(axis=1)]
        if question.kind == "zustimmung":  # what stands beside the scale is no answer on it
            base = base[base[question.columns[0]].isin(question.options)]
        n = self.add(replace(key, measure="n"), self.named(question), len(base), "Antworten", METHODS["n"])
        return QuestionResult(question, key, n, len(base), detail_of(len(base), self.smallest)), base

    def share(
        self,
        result: QuestionResult,
        label: str,
        role: Role,
        number: int,
        *,
        rest: tuple[str, ...] = (),
        method: str = "prozent",
        whole: int | None = None,
    ) -> Share:
        """Note how many gave one answer, and which share of `whole` they are if that is large enough."""
        whole = result.size if whole is None else whole
        path = self.path(replace(result.key, rest=rest or (slug(label),)))
        name = self.named(result.question, label)
        count = self.add(replace(path, measure="anzahl"), name, number, "Antworten", METHODS["anzahl"])
        if detail_of(whole, self.smallest) not in ("prozent", "beides") or role == "daneben":
            return Share(label, role, count)
        percent = self.add(replace(path, measure="prozent"), name, percentage(number, whole), "%", METHODS[method])
        return Share(label, role, count, percent)

    def mean(self, key: Key, name: Label, values: Iterable[float], method: str = "mittelwert") -> str:
        """Note the mean of some numbers as the figure `key`."""
        return self.add(key, name, one_decimal(float(pd.Series(list(values), dtype=float).mean())), "", METHODS[method])

    def with_missing(self, result: QuestionResult) -> QuestionResult:
        """Return the result with how many gave no answer where they are more than a fifth."""
        question, everybody = result.question, len(self.rows)
        if question.kind == "offen" or everybody < self.smallest:
            return result
        given = int(self.survey.answers[list(question.columns)].notna().any(axis=1).sum())
        missing = everybody - given
        if missing * 100 <= FLAGGED_ABOVE * everybody:
            return result
        label = "ohne Antwort"
        share = self.share(result, label, "option", missing, rest=("ohne",), method="ohne", whole=everybody)
        return replace(result, missing=share)
