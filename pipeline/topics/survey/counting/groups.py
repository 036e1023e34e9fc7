"""Answers by group: only where no group, and nothing that can be inferred by subtraction, is too small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ....base.keys import Key
from ....base.names import slug
from ....base.records import Question, Survey
from ....base.settings import Settings
from ...disclosure import shown_cells
from .counter import Counter
from .methods import METHODS
from .results import GroupLine, GroupTable, QuestionResult

_MOST_GROUPS = 8  # columns of a table across the page; more leave no room for the names of the answers


@dataclass(frozen=True)
class Grouping:
    """A question whose answers split the others: each answer's group by record id."""

    question: Question
    group: pd.Series[str]


def is_grouping(question: Question, settings: Settings) -> bool:
    """Tell whether the settings name a question as a group, by its wording or its beginning."""
    wanted = tuple(slug(name) for name in settings.umfrage.gruppen if name.strip())
    return bool(wanted) and slug(question.text).startswith(wanted)


def groupings(survey: Survey, settings: Settings) -> tuple[Grouping, ...]:
    """Return the questions that the settings name as groups."""
    found = []
    for question in survey.questions:
        if (
            is_grouping(question, settings)
            and question.kind in ("einfach", "ja-nein")
            and 2 <= len(question.options) <= _MOST_GROUPS
        ):
            answers = survey.answers[question.columns[0]]
            found.append(Grouping(question, answers[answers.isin(question.options)]))
    return tuple(found)


def shown_groups(sizes: Sequence[int], everybody: int, smallest: int) -> tuple[bool, ...]:
    """Tell which groups may be shown of `everybody`.

    None smaller than `smallest`; and what is left when those shown are taken away must be nothing or not small either,
    or it could be had by subtraction. Fewer than two groups are no comparison.
    """
    shown = [size >= smallest for size in sizes]
    rest = everybody - sum(size for size, is_shown in zip(sizes, shown, strict=True) if is_shown)
    while 0 < rest < smallest and any(shown):
        least = min((size, place) for place, size in enumerate(sizes) if shown[place])[1]
        shown[least] = False
        rest += sizes[least]
    return tuple(shown) if sum(shown) > 1 else (False,) * len(sizes)


def by_groups(
    counter: Counter, result: QuestionResult, base: pd.DataFrame, groups: Sequence[Grouping]
) -> tuple[GroupTable, ...]:
    """Return what is known of a question by each grouping, nothing for open texts and the grouping itself."""
    if result.question.kind in ("offen", "datum", "rang") or result.question.parent:
        return ()
    return tuple(_by_group(counter, result, base, one) for one in groups if one.question.key != result.question.key)


def _by_group(counter: Counter, result: QuestionResult, base: pd.DataFrame, groups: Grouping) -> GroupTable:
    members = groups.group.reindex(base.index)
    options = groups.question.options
    sizes = [int((members == option).sum()) for option in options]
    shown = shown_groups(sizes, len(base), counter.smallest)
    if not any(shown):
        return GroupTable(groups.question.text, (), (), (), left_out=True)
    path = counter.path(replace(result.key, rest=("nach", slug(groups.question.key))))
    parts = []
    for option, size, is_shown in zip(options, sizes, shown, strict=True):
        if is_shown:
            key = counter.path(replace(path, rest=(*path.rest, slug(option))))
            label = counter.named(result.question, f"{option}, Antworten")
            n = counter.add(replace(key, measure="n"), label, size, "Antworten", METHODS["gruppe"])
            parts.append(_Part(option, key, n, base[members == option]))
    named = tuple(parts)
    rest = base[~members.isin([part.name for part in named])]
    if len(rest):  # known by subtraction from all answers
        parts.append(_Part("", path, "", rest))
    return GroupTable(
        by=groups.question.text,
        groups=tuple(part.name for part in named),
        sizes=tuple(part.n for part in named),
        lines=_lines(counter, result, parts),
        left_out=not all(is_shown or not size for is_shown, size in zip(shown, sizes, strict=True)),
    )


@dataclass(frozen=True)
class _Part:
    name: str
    key: Key
    n: str
    base: pd.DataFrame


def _lines(counter: Counter, result: QuestionResult, parts: Sequence[_Part]) -> tuple[GroupLine, ...]:
    """Return what is compared: the best steps, the mean, or each option."""
    question = result.question
    if question.kind in ("note", "zahl"):
        means = tuple(
            counter.mean(
                replace(part.key, measure="mittelwert"),
                counter.named(question, f"{part.name}, Mittelwert"),
                part.base[question.columns[0]].astype(float),
            )
            for part in parts
            if part.name
        )
        return (GroupLine("Mittelwert", means=means),)
    if question.kind == "zustimmung":
        label = result.top.label if result.top else ""
        marks = [part.base[question.columns[0]].isin(result.top_labels) for part in parts]
        return _told(counter, result, parts, [(label, "top2", marks)])
    if question.kind == "mehrfach":
        pairs = zip(question.columns, question.options, strict=True)
        chosen = [(option, [part.base[column].map(bool) for part in parts]) for column, option in pairs]
    else:
        column = question.columns[0]
        chosen = [(option, [part.base[column] == option for part in parts]) for option in question.options]
    lines = [(option, slug(option), marks) for option, marks in chosen]
    return _told(counter, result, parts, lines, exclusive=question.kind != "mehrfach")


def _told(
    counter: Counter,
    result: QuestionResult,
    parts: Sequence[_Part],
    lines: Sequence[tuple[str, str, Sequence[pd.Series[bool]]]],
    *,
    exclusive: bool = False,
) -> tuple[GroupLine, ...]:
    """Return the lines (label, key part, who chose it in each group) without the cells that tell of too few.

    A part without a name is what the groups leave of all answers; it is not shown, but could be worked out.
    """
    counts = [[int(chosen.sum()) for chosen in marks] for _, _, marks in lines]
    sizes, smallest = [len(part.base) for part in parts], counter.smallest
    shown = shown_cells(counts, sizes, smallest, exclusive=exclusive, unanimous=2 * smallest)
    return tuple(
        _line(
            counter, result, label, key, parts, [c if told else None for c, told in zip(numbers, visible, strict=True)]
        )
        for (label, key, _), numbers, visible in zip(lines, counts, shown, strict=True)
    )


def _line(
    counter: Counter,
    result: QuestionResult,
    label: str,
    key: str,
    parts: Sequence[_Part],
    chosen: Sequence[int | None],
) -> GroupLine:
    shares = (
        None
        if number is None
        else counter.share(
            result,
            f"{part.name}, {label}",
            "option",
            number,
            rest=(*part.key.rest, key),
            method="gruppe",
            whole=len(part.base),
        )
        for part, number in zip(parts, chosen, strict=True)
        if part.name
    )
    return GroupLine(label, tuple(shares))
