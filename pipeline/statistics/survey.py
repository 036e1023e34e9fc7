"""Answers to distributions: what is counted of a survey, and what is withheld.

Every figure names the rows of all answers of the survey as its own: rows of one answer option, or of those to whom a
question applied, would tell who answered what. Open texts are never split by group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Literal

import pandas as pd

from ..ingest.records import Question, Survey
from ..settings import Settings
from .figures import Figure, key_part
from .survey_quotes import quotes

PERCENT_FROM = 10  # below, a percentage says more than the answers do
COUNTS_BELOW = 20  # below, counts stand beside percentages
FLAGGED_ABOVE = 20  # per cent without an answer

Role = Literal["negativ", "neutral", "positiv", "daneben", "option", "klasse", "sonstiges"]
Detail = Literal["prozent", "beides", "anzahl", ""]


@dataclass(frozen=True)
class Share:
    """How many gave one answer: the keys of the figures; `percent` is None where n is too small for one."""

    label: str
    role: Role
    count: str
    percent: str | None = None


@dataclass(frozen=True)
class Spread:
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
class QuestionResult:
    """What is known of one question. `n` is the key of its base, `size` the same number for whoever lays out the page.

    `detail` says what may be shown: percentages, both, counts only, or nothing ("") because too few answered.
    `top` are those who chose one of the best steps, `missing` those without an answer where they are many.
    """

    question: Question
    prefix: str
    n: str
    size: int
    detail: Detail
    shares: tuple[Share, ...] = ()
    top: Share | None = None
    top_labels: tuple[str, ...] = ()
    spread: Spread | None = None
    mean: str | None = None
    ranks: tuple[Rank, ...] = ()
    missing: Share | None = None
    piled: Share | None = None
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
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
    blocks: tuple[Block, ...] = ()

    @property
    def results(self) -> tuple[QuestionResult, ...]:
        """Return all questions in order."""
        return tuple(result for block in self.blocks for result in block.results)


def count(survey: Survey, settings: Settings) -> tuple[SurveyResult, tuple[Figure, ...]]:
    """Return what is known of a survey, and the figures that say so."""
    counter = _Counter(survey, settings)
    answers, complete = len(survey.answers), int(survey.complete.sum())
    key = f"umfrage.{key_part(survey.key)}"
    result = SurveyResult(
        key=key,
        title=survey.title,
        answers=counter.add(f"{key}.antworten", "Antworten", answers, "Antworten", _METHODS["antworten"]),
        complete=counter.add(
            f"{key}.vollstaendig", "vollständige Antworten", complete, "Antworten", _METHODS["vollstaendig"]
        ),
        partial=counter.add(
            f"{key}.teilweise", "teilweise ausgefüllt", answers - complete, "Antworten", _METHODS["teilweise"]
        )
        if complete < answers
        else None,
        invited=counter.add(f"{key}.eingeladen", "eingeladen", survey.invited, "Personen", _METHODS["eingeladen"])
        if survey.invited
        else None,
        response=counter.add(
            f"{key}.ruecklauf", "Rücklauf", percentage(answers, survey.invited), "%", _METHODS["ruecklauf"]
        )
        if survey.invited
        else None,
    )
    results = [counter.question(question) for question in survey.questions]
    return replace(result, blocks=_blocks(results)), tuple(counter.figures)


_METHODS = {
    "antworten": "Gezählt sind alle, die mindestens eine Frage beantwortet haben.",
    "vollstaendig": "Gezählt sind die Antworten, die bis zum Ende ausgefüllt und abgeschickt wurden.",
    "teilweise": "Gezählt sind die Antworten, die begonnen, aber nicht abgeschlossen wurden.",
    "eingeladen": "Übernommen aus dem Blatt „Umfrage-Angaben“.",
    "ruecklauf": "Anteil der Antworten an allen Eingeladenen, auf ganze Prozent gerundet.",
    "n": "Gezählt sind alle, die diese Frage beantwortet haben; „weiß nicht“ zählt bei Skalen nicht dazu.",
    "anzahl": "Gezählt sind die Antworten je Möglichkeit.",
    "prozent": "Anteil an allen, die die Frage beantwortet haben, auf ganze Prozent gerundet.",
    "mehrfach": "Anteil der Befragten, die mindestens eine Möglichkeit gewählt haben; Mehrfachnennungen sind möglich, "
    "die Anteile ergeben zusammen mehr als 100 %.",
    "top2": "Anteil derer, die eine der höchstens zwei besten Stufen der Skala gewählt haben.",
    "median": "Median und Quartile: Die Hälfte der Antworten liegt unter dem Median, die mittlere Hälfte zwischen "
    "den Quartilen.",
    "mittelwert": "Arithmetisches Mittel der Stufen, die unterste Stufe zählt 1; eine Nachkommastelle.",
    "rang": "Mittlerer Rang derer, die die Möglichkeiten geordnet haben; 1 ist der erste Platz.",
    "ohne": "Anteil der Antworten, in denen diese Frage leer blieb.",
}


def percentage(part: int, whole: int) -> Decimal:
    """Return a whole percentage, halves rounded up; parts of nothing or all stay visible (0,4 and 99,6)."""
    exact = Decimal(100 * part) / Decimal(whole)
    rounded = exact.quantize(Decimal(1), ROUND_HALF_UP)
    places = 0
    while (rounded == 0 and part > 0) or (rounded == 100 and part < whole):
        places += 1
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return rounded


def detail_of(n: int, smallest: int) -> Detail:
    """Return what may be shown of `n` answers."""
    if n < smallest:
        return ""
    return "anzahl" if n < PERCENT_FROM else "beides" if n < COUNTS_BELOW else "prozent"


class _Counter:
    """Counts one survey and keeps the figures in the order in which they were counted."""

    def __init__(self, survey: Survey, settings: Settings) -> None:
        self.survey = survey
        self.settings = settings
        self.smallest = settings.umfrage.kleinste_gruppe
        self.rows = tuple(int(i) for i in survey.answers.index)
        self.prefix = f"umfrage.{key_part(survey.key)}"
        self.figures: list[Figure] = []
        self._keys: set[str] = set()

    def add(self, key: str, label: str, value: int | Decimal | None, unit: str, method: str) -> str:
        """Note a figure and return its key."""
        figure = Figure(key, f"{self.survey.title}: {label}", value, unit, rows=self.rows, method=method)
        self.figures.append(figure)
        self._keys.add(key)
        return key

    def question(self, question: Question) -> QuestionResult:
        """Count one question."""
        prefix = f"{self.prefix}.{key_part(question.key)}"
        base = self._base(question)
        size = len(base)
        label = f"„{_shortened(question)}“"
        n = self.add(f"{prefix}.n", f"{label}, Antworten", size, "Antworten", _METHODS["n"])
        detail = detail_of(size, self.smallest)
        result = QuestionResult(question, prefix, n, size, detail)
        if detail:
            result = _COUNTED[question.kind](self, result, base, label)
        return replace(result, missing=self._missing(result, label))

    def share(self, result: QuestionResult, label: str, role: Role, number: int, key: str, method: str = "") -> Share:
        """Note how many gave one answer, and which share they are if n is large enough."""
        path = self._free(f"{result.prefix}.{key}")
        name = f"„{_shortened(result.question)}“, {label}"
        count = self.add(f"{path}.anzahl", name, number, "Antworten", _METHODS["anzahl"])
        if result.detail not in ("prozent", "beides") or role == "daneben":
            return Share(label, role, count)
        value = percentage(number, result.size)
        return Share(label, role, count, self.add(f"{path}.prozent", name, value, "%", method or _METHODS["prozent"]))

    def _free(self, path: str) -> str:
        free, number = path, 2
        while f"{free}.anzahl" in self._keys or f"{free}.mittlerer-rang" in self._keys:
            free, number = f"{path}-{number}", number + 1
        return free

    def _base(self, question: Question) -> pd.DataFrame:
        """Return the answers of all who answered the question; those beside a scale are no answer on it."""
        frame = self.survey.answers[list(question.columns)]
        base = frame[frame.notna().any(axis=1)]
        if question.kind == "zustimmung":
            base = base[base[question.columns[0]].isin(question.options)]
        return base

    def _missing(self, result: QuestionResult, label: str) -> Share | None:
        """Note how many gave no answer where they are more than a fifth."""
        question = result.question
        if question.kind == "offen" or question.parent or not self.rows:
            return None
        given = int(self.survey.answers[list(question.columns)].notna().any(axis=1).sum())
        missing = len(self.rows) - given
        if missing * 100 <= FLAGGED_ABOVE * len(self.rows) or len(self.rows) < self.smallest:
            return None
        name = f"{label}, ohne Antwort"
        count = self.add(f"{result.prefix}.ohne.anzahl", name, missing, "Antworten", _METHODS["ohne"])
        if len(self.rows) < PERCENT_FROM:
            return Share("ohne Antwort", "daneben", count)
        value = percentage(missing, len(self.rows))
        return Share(
            "ohne Antwort",
            "daneben",
            count,
            self.add(f"{result.prefix}.ohne.prozent", name, value, "%", _METHODS["ohne"]),
        )


def _shortened(question: Question, length: int = 70) -> str:
    text = question.text
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def _beside(counter: _Counter, result: QuestionResult) -> Iterator[Share]:
    """Yield how many gave each answer that stands beside the scale."""
    column = counter.survey.answers[result.question.columns[0]]
    for label in result.question.beside:
        yield counter.share(result, label, "daneben", int((column == label).sum()), key_part(label))


def _agreement(counter: _Counter, result: QuestionResult, base: pd.DataFrame, label: str) -> QuestionResult:
    question = result.question
    answers = base[question.columns[0]]
    middle = (len(question.options) - 1) / 2
    shares = []
    for place, option in enumerate(question.options):
        is_neutral = option == question.neutral or (question.neutral is None and place == middle)
        role: Role = "neutral" if is_neutral else "negativ" if place < middle else "positiv"
        shares.append(counter.share(result, option, role, int((answers == option).sum()), key_part(option)))
    best = [share.label for share in shares if share.role == "positiv"][-2:]
    top = counter.share(result, "beste Stufen", "positiv", int(answers.isin(best).sum()), "top2", _METHODS["top2"])
    places = answers.map({option: place for place, option in enumerate(question.options, start=1)})
    mean = _mean(counter, result, places, label) if result.detail == "prozent" else None
    return replace(
        result, shares=(*shares, *_beside(counter, result)), top=top, top_labels=tuple(reversed(best)), mean=mean
    )


def _mean(counter: _Counter, result: QuestionResult, values: Iterable[float], label: str) -> str:
    numbers = [Decimal(str(value)) for value in values]
    mean = (sum(numbers, Decimal(0)) / len(numbers)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return counter.add(f"{result.prefix}.mittelwert", f"{label}, Mittelwert", mean, "", _METHODS["mittelwert"])


def _grades(counter: _Counter, result: QuestionResult, base: pd.DataFrame, label: str) -> QuestionResult:
    answers = base[result.question.columns[0]].astype(float)
    shares = tuple(
        counter.share(result, grade, "option", int((answers == float(grade)).sum()), f"note-{grade}")
        for grade in result.question.options
    )
    best = counter.share(result, "Note 1 oder 2", "positiv", int((answers <= 2).sum()), "top2", _METHODS["top2"])
    mean = _mean(counter, result, answers, label)
    return replace(result, shares=shares, top=best, top_labels=("1", "2"), mean=mean)


def _single(counter: _Counter, result: QuestionResult, base: pd.DataFrame, label: str) -> QuestionResult:
    answers = base[result.question.columns[0]]
    shares = [
        counter.share(result, option, "option", int((answers == option).sum()), key_part(option))
        for option in (*result.question.options, *result.question.beside)
    ]
    return replace(result, shares=tuple(shares))


def _multiple(counter: _Counter, result: QuestionResult, base: pd.DataFrame, label: str) -> QuestionResult:
    question = result.question
    shares = (
        counter.share(
            result, option, "option", int(base[column].map(bool).sum()), key_part(option), _METHODS["mehrfach"]
        )
        for column, option in zip(question.columns, question.options, strict=True)
    )
    return replace(result, shares=tuple(shares))


def _ranking(counter: _Counter, result: QuestionResult, base: pd.DataFrame, label: str) -> QuestionResult:
    ranks = []
    for column, item in zip(result.question.columns, result.question.options, strict=True):
        places = base[column].dropna().astype(float)
        if len(places) < counter.smallest:
            continue
        first = counter.share(result, item, "option", int((places == 1).sum()), key_part(item))
        mean = Decimal(str(places.mean())).quantize(Decimal("0.1"), ROUND_HALF_UP)
        path = first.count.removesuffix(".anzahl")
        key = counter.add(f"{path}.mittlerer-rang", f"{label}, {item}, mittlerer Rang", mean, "", _METHODS["rang"])
        ranks.append((places.mean(), Rank(item, key, first)))
    ranks.sort(key=lambda pair: (pair[0], pair[1].label))
    return replace(result, ranks=tuple(rank for _, rank in ranks))


def _numbers(counter: _Counter, result: QuestionResult, base: pd.DataFrame, label: str) -> QuestionResult:
    values = pd.to_numeric(base[result.question.columns[0]]).astype(float)
    keys = []
    for name, part, share in (("median", "Median", 0.5), ("unteres-quartil", "unteres Quartil", 0.25),
                              ("oberes-quartil", "oberes Quartil", 0.75)):  # fmt: skip
        value = Decimal(str(values.quantile(share))).quantize(Decimal("0.1"), ROUND_HALF_UP)
        whole = value.to_integral_value()
        shown = whole if whole == value else value
        keys.append(counter.add(f"{result.prefix}.{name}", f"{label}, {part}", shown, "", _METHODS["median"]))
    shares = tuple(
        counter.share(result, name, "klasse", int(((values >= low) & (values < high)).sum()), key_part(name))
        for name, low, high in classes(values)
    )
    return replace(result, shares=shares, spread=Spread(*keys), piled=_piled(counter, result, values))


def classes(values: pd.Series[float]) -> list[tuple[str, float, float]]:
    """Return classes for a distribution: each value where they are few whole numbers, else about ten of equal width."""
    low, high = float(values.min()), float(values.max())
    if (values == values.round()).all() and high - low < 12:
        return [(f"{int(v)}", v, v + 1) for v in range(int(low), int(high) + 1)]
    width = _round_width((high - low) / 10)
    start = low // width * width
    edges = [start + i * width for i in range(int((high - start) // width) + 1)]
    if len(edges) > 1 and edges[-1] == high and high == 100:
        edges.pop()  # the end of a slider belongs to its last class
    whole = width == int(width)
    found = []
    for place, edge in enumerate(edges):
        last = place == len(edges) - 1
        above = max(edge + width, high + 1) if last else edge + width
        end = (max(high, edge + width - 1) if last and high == 100 else edge + width - 1) if whole else edge + width
        found.append((f"{_plain(edge)}–{_plain(end)}", edge, above))
    return found


def _round_width(width: float) -> float:
    power = 10.0 ** (len(str(int(width))) - 1) if width >= 1 else 1.0
    return next((step * power for step in (1, 2, 5, 10) if step * power >= width), 10 * power)


def _plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _piled(counter: _Counter, result: QuestionResult, values: pd.Series[float]) -> Share | None:
    """Return how many left a slider where it starts, if they are more than a quarter."""
    if values.min() < 0 or values.max() > 100 or values.nunique() < 12:
        return None
    often = values.value_counts()
    start, number = float(often.index[0]), int(often.iloc[0])
    if number * 4 <= len(values) or start not in (0, 50, 100):
        return None
    return counter.share(result, f"genau {_plain(start)}", "klasse", number, f"genau-{int(start)}")


def _years(counter: _Counter, result: QuestionResult, base: pd.DataFrame, label: str) -> QuestionResult:
    years = base[result.question.columns[0]].astype(int)
    shares = tuple(
        counter.share(result, str(year), "klasse", int((years == year).sum()), str(year))
        for year in range(int(years.min()), int(years.max()) + 1)
    )
    return replace(result, shares=shares) if len(shares) <= 40 else result


def _open(counter: _Counter, result: QuestionResult, base: pd.DataFrame, label: str) -> QuestionResult:
    texts = [str(text) for text in base[result.question.columns[0]]]
    return replace(result, quotes=quotes(texts, counter.settings.umfrage.zitate))


_Count = Callable[[_Counter, QuestionResult, pd.DataFrame, str], QuestionResult]
_COUNTED: dict[str, _Count] = {
    "zustimmung": _agreement,
    "note": _grades,
    "ja-nein": _single,
    "einfach": _single,
    "mehrfach": _multiple,
    "rang": _ranking,
    "zahl": _numbers,
    "datum": _years,
    "offen": _open,
}


def _blocks(results: Sequence[QuestionResult]) -> tuple[Block, ...]:
    """Return the questions block by block: neighbours that share stem, kind and scale belong together."""

    def shared(result: QuestionResult) -> tuple[object, ...]:
        question = result.question
        alone = question.kind not in ("zustimmung", "note", "ja-nein", "zahl") or question.parent
        together = question.stem or (question.kind == "zustimmung" and question.options)
        return (
            (question.key,)
            if alone or not together
            else (question.stem, question.kind, question.options, question.group)
        )

    blocks = []
    for _, group in groupby(results, key=shared):
        found = tuple(group)
        first = found[0].question
        title = first.stem or (first.text if len(found) == 1 else "")
        blocks.append(Block(key_part(first.key), title, found, first.group))
    return tuple(blocks)
