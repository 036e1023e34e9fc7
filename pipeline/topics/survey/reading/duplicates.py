"""Answers that stand in two files: copies, earlier exports of the same survey, and copies that were edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ....base.problems import Problem
from ....ingest.messages import place_of, problem_at, rows_in_words
from ....ingest.sheets import Row, holds
from .sheets import Found

_FEWEST = 5  # fewer answers may be equal by chance
_DIFFERENT = 0.9  # of the answers on a sheet have to differ from each other, or equal ones prove nothing


@dataclass(frozen=True)
class Repeated:
    """Which of the sheets found (by their place in the list) do not count because of another, and what blocks."""

    aside: Mapping[int, Problem]
    problems: tuple[Problem, ...]


def repeated(found: Sequence[Found]) -> Repeated:
    """Return what is repeated among sheets of answers; sheets are compared if they ask the same questions."""
    aside: dict[int, Problem] = {}
    problems: list[Problem] = []
    rows = [_answers(one) for one in found]
    for (i, one), (j, other) in combinations(enumerate(found), 2):
        if one.headings != other.headings or i in aside:
            continue
        if one.sheet.rows == other.sheet.rows:
            aside.setdefault(j, problem_at("umfrage-doppelt", other.sheet, twin=place_of(one.sheet)))
        elif _tells(rows[i]) and _tells(rows[j]):
            same = (Counter(rows[i].values()) & Counter(rows[j].values())).total()
            small, large = (i, j) if len(rows[i]) < len(rows[j]) else (j, i)
            if same == len(rows[small]):
                twin, listed = place_of(found[large].sheet), rows_in_words(rows[small])
                aside.setdefault(small, problem_at("umfrage-enthalten", found[small].sheet, twin=twin, rows=listed))
            elif same * 2 > len(rows[large]):
                problems.append(_edited(one, other, rows[i], rows[j], same))
    return Repeated(aside, tuple(problems))


def _edited(one: Found, other: Found, theirs: Mapping[int, Row], ours: Mapping[int, Row], same: int) -> Problem:
    here, there = sorted(_only(ours, theirs)), sorted(_only(theirs, ours))
    return problem_at(
        "umfrage-abweichend", other.sheet, here[0] - 1,
        twin=place_of(one.sheet), same=same, rows=rows_in_words(here), twin_rows=rows_in_words(there),
    )  # fmt: skip


def _only(ours: Mapping[int, Row], theirs: Mapping[int, Row]) -> Iterator[int]:
    """Yield the rows that the other sheet has not."""
    left = Counter(theirs.values())
    for number, row in ours.items():
        if not left[row]:
            yield number
        left[row] -= left[row] > 0


def _answers(found: Found) -> dict[int, Row]:
    """Return the rows below the headings as Excel counts them, without a column that merely numbers them."""
    sheet = found.sheet
    filled = found.filled
    numbers = list(range(1, len(filled) + 1))
    kept = [place for place, _ in enumerate(found.headings) if [sheet.rows[i][place] for i in filled] != numbers]
    rows = {position + 1: tuple(sheet.rows[position][place] for place in kept) for position in filled}
    return {number: row for number, row in rows.items() if any(map(holds, row))}


def _tells(rows: Mapping[int, Row]) -> bool:
    """Tell whether equal rows in two sheets must be the same answers."""
    return len(rows) >= _FEWEST and len(set(rows.values())) >= len(rows) * _DIFFERENT
