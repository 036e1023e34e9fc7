"""One cause is one message, and nothing that was found gets lost in it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.base.problems import Problem, Severity
from pipeline.ingest.messages import problem_at
from pipeline.ingest.sheets import Sheet
from pipeline.outputs.check.grouped_problems import ProblemGroup, group_problems, tally

Place = tuple[str, int, int, str]  # sheet, row, column (from 0), what was typed


def counts(*places: Place) -> list[Problem]:
    return [
        problem_at("anzahl-unlesbar", Sheet("a.xlsx", sheet), row, column, typed, heading="TN")
        for sheet, row, column, typed in places
    ]


def rows(*places: Place) -> list[Problem]:
    return [problem_at("zeile-ohne-datum", Sheet("a.xlsx", sheet), row, None, typed) for sheet, row, _, typed in places]


@pytest.mark.parametrize(
    ("found", "elsewhere"),
    [
        (counts(("2017", 1, 3, "viele")), ""),
        (counts(("2017", 1, 3, "viele"), ("2017", 6, 3, "einige")), "Ebenso in Zelle D7 („einige“)."),
        (
            counts(("2017", 1, 3, "viele"), *(("2017", row, 3, "viele") for row in (2, 4, 5, 6, 8))),
            "Ebenso in 5 weiteren Zellen: D3, D5–D7 und D9.",
        ),
        (
            counts(*(("2017", row, 3, f"{row} TN") for row in range(1, 31))),
            "Ebenso in 29 weiteren Zellen: D3 („2 TN“), D4 („3 TN“), D5 („4 TN“), D6 („5 TN“), D7 („6 TN“) und D8–D31.",
        ),
        (
            rows(("2017", 2, 0, "AK"), ("2017", 3, 0, "AK"), ("2017", 4, 0, "AK"), ("2017", 5, 0, "AK")),
            "Ebenso in 3 weiteren Zeilen: 4–6.",
        ),
        (
            counts(("Mai", 1, 3, "viele"), ("Mai", 2, 3, "x"), ("Juni", 1, 3, "y"), ("Juli", 1, 2, "viele")),
            "Ebenso in Zelle D3 („x“); auf 2 weiteren Blättern: „Juni“ (D2 („y“)) und „Juli“ (C2).",
        ),
        (
            [problem_at("blatt-ausgeblendet", Sheet("a.xlsx", name)) for name in ("Alt", "Neu")],
            "Ebenso auf Blatt „Neu“.",
        ),
    ],
)
def test_what_is_the_same_at_several_places_is_told_once_with_all_places(
    found: Sequence[Problem], elsewhere: str
) -> None:
    (cause,) = group_problems(found)
    assert cause.problems == tuple(found)
    assert cause.first is found[0]
    assert cause.elsewhere == elsewhere


@pytest.mark.parametrize(
    "other",
    [
        problem_at("anzahl-unlesbar", Sheet("b.xlsx", "2017"), 1, 3, "viele", heading="TN"),
        problem_at("anzahl-unlesbar", Sheet("a.xlsx", "2017"), 1, 4, "viele", heading="Gäste"),
        problem_at("anzahl-bruch", Sheet("a.xlsx", "2017"), 1, 3, "viele", heading="TN"),
    ],
    ids=["file", "heading", "kind"],
)
def test_what_differs_is_told_apart(other: Problem) -> None:
    assert len(group_problems([*counts(("2017", 1, 3, "viele")), other])) == 2


def test_a_problem_in_words_leads_to_its_cell() -> None:
    found = Problem("c", Severity.ERROR, "a.xlsx", "2017", "B3", 3, "31.2.", "Der Tag fehlt.", "Bitte prüfen.")
    assert (
        ProblemGroup((found,)).in_words == "FEHLER: a.xlsx, Blatt „2017“, Zelle B3\n  Der Tag fehlt.\n  → Bitte prüfen."
    )


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ((), "nichts zu beanstanden"),
        (("warnung",), "1 Warnung"),
        (("hinweis", "fehler", "hinweis"), "1 Fehler, 2 Hinweise"),
    ],
)
def test_problems_are_tallied(severities: tuple[str, ...], said: str) -> None:
    found = [Problem("c", Severity(s), "", None, None, None, None, f"{i}", "") for i, s in enumerate(severities)]
    assert tally(found) == said
    assert tally([one for one in found for _ in range(3)]) == said  # the same thrice is one message
