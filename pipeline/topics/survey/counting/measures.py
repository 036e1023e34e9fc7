"""What is counted of a question, by its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from ....base.keys import Key
from ....base.settings import Settings
from .counter import Counter, one_decimal_at_most
from .methods import METHODS
from .quotes import quotes
from .results import NumberSummary, QuestionResult, Rank, Role, Share, cited, worth

_MOST_YEARS = 40  # years are shown one by one up to here, as those of joining; more („born in“) by decade
_TEN = 10.0  # the end of the usual scale in numbers, which begins with 0
_FEW_VALUES = 12  # whole numbers are shown one by one up to so many, 0 to 10 among them; a slider has more


def _agreement(counter: Counter, result: QuestionResult, base: pd.DataFrame, settings: Settings) -> QuestionResult:
    question = result.question
    given = base[question.columns[0]].value_counts()
    middle = (len(question.options) - 1) / 2
    shares = []
    for place, option in enumerate(question.options):
        is_neutral = option == question.neutral or (question.neutral is None and place == middle)
        role: Role = "neutral" if is_neutral else "negativ" if place < middle else "positiv"
        shares.append(counter.share(result, option, role, int(given.get(option, 0))))
    best = tuple(share.label for share in reversed(shares) if share.role == "positiv")[:2]
    worst = tuple(share.label for share in shares if share.role == "negativ")[:2]
    good, bad = (sum(int(given.get(label, 0)) for label in labels) for labels in (best, worst))
    top = counter.share(result, _or(best), "positiv", good, rest=("top2",), method="top2")
    bottom = counter.share(result, _or(worst), "negativ", bad, rest=("unten2",), method="unten2")
    mean = None
    if result.detail == "prozent":
        places = base[question.columns[0]].map(worth(question.options))
        mean = counter.mean(_mean(result), counter.named(question, "Mittelwert"), places)
    aside = _beside(counter, result)
    counted = replace(result, shares=(*shares, *aside), mean=mean, beside=_together(counter, result, aside))
    return replace(counted, top=top, top_labels=best, bottom=bottom, bottom_labels=worst)


def _or(labels: Iterable[str]) -> str:
    return " oder ".join(cited(label) for label in labels)


def _mean(result: QuestionResult) -> Key:
    return replace(result.key, measure="mittelwert")


def _beside(counter: Counter, result: QuestionResult) -> list[Share]:
    """Return how many gave each answer that stands beside the scale."""
    given = counter.survey.answers[result.question.columns[0]].value_counts()
    return [counter.share(result, label, "daneben", int(given.get(label, 0))) for label in result.question.beside]


def _together(counter: Counter, result: QuestionResult, aside: Sequence[Share]) -> str | None:
    """Return the key of how many answers stand beside the scale, None where it has nothing beside it."""
    if len(aside) < 2:
        return aside[0].count if aside else None
    number = int(counter.survey.answers[result.question.columns[0]].isin(result.question.beside).sum())
    return counter.share(result, "außerhalb der Skala", "daneben", number, rest=("daneben",)).count


def _grades(counter: Counter, result: QuestionResult, base: pd.DataFrame, settings: Settings) -> QuestionResult:
    grades = base[result.question.columns[0]].astype(float)
    shares = tuple(
        counter.share(result, grade, "klasse", int((grades == float(grade)).sum()), rest=(f"note-{grade}",))
        for grade in result.question.options
    )
    good, bad = (int(grades.isin(both).sum()) for both in ([1, 2], [5, 6]))
    top = counter.share(result, _or("12"), "positiv", good, rest=("top2",), method="top2")
    bottom = counter.share(result, _or("56"), "negativ", bad, rest=("unten2",), method="unten2")
    mean = counter.mean(_mean(result), counter.named(result.question, "Durchschnittsnote"), grades)
    counted = replace(result, shares=shares, mean=mean)
    return replace(counted, top=top, top_labels=("1", "2"), bottom=bottom, bottom_labels=("5", "6"))


def _single(counter: Counter, result: QuestionResult, base: pd.DataFrame, settings: Settings) -> QuestionResult:
    given = base[result.question.columns[0]].value_counts()
    options = (*result.question.options, *result.question.beside)
    return replace(
        result, shares=tuple(counter.share(result, option, "option", int(given.get(option, 0))) for option in options)
    )


def _multiple(counter: Counter, result: QuestionResult, base: pd.DataFrame, settings: Settings) -> QuestionResult:
    pairs = zip(result.question.columns, result.question.options, strict=True)
    shares = tuple(
        counter.share(result, option, "option", int(base[column].map(bool).sum()), method="mehrfach")
        for column, option in pairs
    )
    return replace(result, shares=shares)


def _ranking(counter: Counter, result: QuestionResult, base: pd.DataFrame, settings: Settings) -> QuestionResult:
    ranks = []
    for column, item in zip(result.question.columns, result.question.options, strict=True):
        places = base[column].dropna().astype(float)
        if len(places) < counter.smallest:
            continue
        first = counter.share(result, item, "option", int((places == 1).sum()))
        key = replace(counter.figures[-1].key, measure="mittlerer-rang")
        mean = counter.mean(key, counter.named(result.question, f"{item}, mittlerer Rang"), places, "rang")
        ranks.append((float(places.mean()), Rank(item, mean, first)))
    ranks.sort(key=lambda pair: (pair[0], pair[1].label))
    return replace(result, ranks=tuple(rank for _, rank in ranks))


_SPREAD = (
    ("median", "Median", 0.5), ("unteres-quartil", "unteres Quartil", 0.25), ("oberes-quartil", "oberes Quartil", 0.75),
)  # fmt: skip


def _numbers(counter: Counter, result: QuestionResult, base: pd.DataFrame, settings: Settings) -> QuestionResult:
    values = base[result.question.columns[0]].astype(float)
    keys = [
        counter.add(
            replace(result.key, measure=name),
            counter.named(result.question, label),
            one_decimal_at_most(float(values.quantile(part))),
            "",
            METHODS["median"],
        )
        for name, label, part in _SPREAD
    ]
    shares = tuple(
        counter.share(result, name, "klasse", int(((values >= low) & (values < high)).sum()))
        for name, low, high in classes(values, f"{result.question.stem} {result.question.text}")
    )
    return replace(result, shares=shares, spread=NumberSummary(*keys), piled=_piled(counter, result, values))


_RANGE = re.compile(r"(?<![\d.,])(\d{1,2})\s*(?:[-–—]|bis|to|\.\.\.|…)\s*(\d{1,2})(?![\d.,])")


def classes(values: pd.Series[float], question: str = "") -> list[tuple[str, float, float]]:
    """Return classes (name, from, below) for a distribution: each value where few are possible, else about ten.

    What the question says was possible („von 0 bis 10“) is shown from end to end, and so is 0 to 10 where somebody
    answered with 10.
    """
    low, high = float(values.min()), float(values.max())
    whole = bool((values == values.round()).all())
    if whole and high == _TEN and low >= 0:
        low = 0.0
    if whole and (said := _RANGE.search(question)) and float(said[1]) <= low <= high <= float(said[2]):
        low, high = float(said[1]), float(said[2])
    if whole and high - low < _FEW_VALUES:
        return [(f"{value}", value, value + 1) for value in range(int(low), int(high) + 1)]
    width = _round_width((high - low) / 10)
    first = int(low // width)
    edges = [width * place for place in range(first, int(high // width) + 1)]
    ends_with_hundred = high == 100 and edges[-1] == 100 and len(edges) > 1
    if ends_with_hundred:
        edges.pop()  # 100 is the end of a slider, not the beginning of a class
    found = []
    for edge in edges:
        last = edge == edges[-1]
        end = 100 if last and ends_with_hundred else edge + width - 1 if whole else edge + width
        found.append((f"{_plain(edge)}–{_plain(end)}", edge, high + 1 if last else edge + width))
    return found


def _round_width(width: float) -> float:
    power = 10.0 ** (len(str(int(width))) - 1) if width >= 1 else 1.0
    return next(step * power for step in (1, 2, 5, 10) if step * power >= width)


def _plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _piled(counter: Counter, result: QuestionResult, values: pd.Series[float]) -> Share | None:
    """Return how many left a slider where it starts, if they are more than a quarter."""
    if values.min() < 0 or values.max() > 100 or values.nunique() < _FEW_VALUES:
        return None
    start = float(values.mode().iloc[0])
    number = int((values == start).sum())
    if number * 4 <= len(values) or start not in (0, 50, 100):
        return None
    return counter.share(result, f"genau {_plain(start)}", "klasse", number)


def _years(counter: Counter, result: QuestionResult, base: pd.DataFrame, settings: Settings) -> QuestionResult:
    years = base[result.question.columns[0]].astype(int)
    first, last = int(years.min()), int(years.max())
    if last - first < _MOST_YEARS:
        named = [(str(year), year, year) for year in range(first, last + 1)]
    else:
        width = 10 if last - first < 10 * _MOST_YEARS else 100
        begins = range(first // width * width, last + 1, width)
        named = [(f"{year}–{year + width - 1}", year, year + width - 1) for year in begins]
    shares = (counter.share(result, name, "klasse", int(years.between(low, high).sum())) for name, low, high in named)
    return replace(result, shares=tuple(shares))


def _open(counter: Counter, result: QuestionResult, base: pd.DataFrame, settings: Settings) -> QuestionResult:
    texts = [str(text) for text in base[result.question.columns[0]]]
    return replace(result, quotes=quotes(texts, settings.umfrage.zitate))


COUNTED: Mapping[str, Callable[[Counter, QuestionResult, pd.DataFrame, Settings], QuestionResult]] = {
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
