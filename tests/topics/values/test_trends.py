"""Which way a value goes, and how that is told."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline.base.settings import Settings
from pipeline.topics.values.series import over_years
from pipeline.topics.values.trends import trend_of
from tests.build import tables
from tests.narrative.second import TEMPLATES, as_text
from tests.steps import count, write
from tests.topics.values.rows import YEAR, over, upto


def direction(rows: list[dict[str, Any]]) -> str | None:
    """Return where the one value of these rows goes; None where it has no course at all."""
    found = tables(werte=rows)
    series = over_years(found["werte"], "ufer", count(found, Settings(), YEAR), YEAR)
    trend = trend_of(series[0], YEAR) if series else None
    return trend.direction.value if trend else None


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [
        ((118, 125, 134), "", "gestiegen"),
        ((134, 125, 118), "", "gesunken"),
        ((118, 118, 134), "", "gestiegen"),
        ((41, 43, 42, 46), "", "gestiegen"),  # one small step back
        ((16, 15, 18, 21), "", "gestiegen"),
        ((29, 35, 32), "", None),  # up and down
        ((8412, 9120, 7388), "Euro", None),  # down by 1,024 after up by 708
        ((10, 30, 15), "", None),  # more than at first, but half of what it was
        ((100, 101, 102), "", "gleich"),
        ((7, 7, 7), "", "gleich"),
        ((100, 102, 104), "", None),  # neither level nor a change that one would speak of
        ((5, 3, 0), "", "gesunken"),
        ((0, 640, 1180), "", "gestiegen"),
        ((0, 640, 500), "", None),
        ((0, 0, 0), "", None),
        ((-5, 10, 20), "Euro", None),  # no share of less than nothing
        ((10, 12, 16), "%", "gestiegen"),  # six points
        ((10, 11, 12), "%", "gleich"),  # two points, though a fifth more
        ((118, 134), "", None),  # two years are a comparison
        ((118, None, 125, 134), "", "gestiegen"),
        ((118, 125, 134, None), "", None),  # not known of the report year
        ((1, *[9] * 9, 9), "", "gleich"),  # more than ten years ago
    ],
)
def test_a_direction_is_seen_only_where_the_years_bear_it_out(
    values: tuple[Any, ...], unit: str, expected: str | None
) -> None:
    assert direction(over("Beete", upto(*values), unit)) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [*over("Beete", upto(1, 2, 3)), *over("Beete", {YEAR: 4})],
        [*over("Etat", upto(1, 2, None), "Euro"), *over("Etat", {YEAR: 3}, "T€")],
    ],
)
def test_what_is_entered_in_two_ways_has_no_course(rows: list[dict[str, Any]]) -> None:
    assert direction(rows) is None


def sentences(*values: list[dict[str, Any]]) -> list[str]:
    """Return what is told of the values of the project."""
    found = tables(werte=[row for rows in values for row in rows])
    chapters, problems = write(found, count(found, Settings(), YEAR), Settings(), YEAR, TEMPLATES)
    assert problems == ()
    told = [
        line
        for line in as_text(chapters).replace("\u00a0", " ").splitlines()
        if "Kennzahl „" in line or "Zahl der" in line
    ]
    return [part for line in told for part in re.split(r"(?<=\.) (?=[A-ZÄÖÜ])", line)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (over("Mitglieder", upto(118, 125, 134)), "Die Zahl der Mitglieder stieg seit 2022 von 118 auf 134."),
        (over("Vorträge", upto(5, 7, 12), "Vorträge"), "Die Zahl der Vorträge stieg seit 2022 von 5 auf 12."),
        (over("Spenden", upto(5, 7, 12)), "Die Kennzahl „Spenden“ stieg seit 2022 von 5 auf 12."),  # perhaps Euros
        (over("Förderquotient", upto(9, 7, 3)), "Die Kennzahl „Förderquotient“ sank seit 2022 von 9 auf 3."),
        (
            over("Etat", upto(8000, 9000, "10400.5"), "Euro"),
            "Die Kennzahl „Etat“ stieg seit 2022 von 8.000,00 Euro auf 10.400,50 Euro.",
        ),
        (
            over("Quote", upto(40, 42, "46.5"), "%"),
            "Die Kennzahl „Quote“ stieg seit 2022 um 6,5 Prozentpunkte auf 46,5 %.",
        ),
        (
            over("Hefte", upto(1000, 1010, 1005)),
            "Die Kennzahl „Hefte“ blieb seit 2022 nahezu unverändert und lag zuletzt bei 1.005.",
        ),
        (over("Dienst", upto(5, 7, 9), "Std."), "Die Kennzahl „Dienst“ stieg seit 2022 von 5 Std. auf 9 Std."),
        (over("Hefte", upto(4, 4, 4)), "Die Kennzahl „Hefte“ liegt seit 2022 unverändert bei 4."),
    ],
)
def test_a_trend_is_told_in_a_sentence_that_is_right_for_any_name(rows: list[dict[str, Any]], said: str) -> None:
    assert sentences(rows) == [said]


def test_three_trends_are_told_the_greatest_change_first() -> None:
    values = {"Aal": (10, 11, 12), "Barsch": (10, 15, 20), "Chub": (10, 8, 6), "Dorsch": (10, 20, 40)}
    told = sentences(*(over(name, upto(*numbers)) for name, numbers in values.items()))
    assert [next(name for name in values if name in sentence) for sentence in told] == ["Dorsch", "Barsch", "Chub"]
    assert told[0] == "Die Kennzahl „Dorsch“ stieg seit 2022 von 10 auf 40."
    assert "seit 2022" in told[2].lower()


def test_a_change_since_the_year_before_is_told_only_of_a_value_whose_trend_is_not() -> None:
    rising = over("Aal", upto(10, 11, 20))
    assert sentences(rising, over("Barsch", {YEAR - 1: 10, YEAR: 11})) == [
        "Die Kennzahl „Aal“ stieg seit 2022 von 10 auf 20."
    ]
    told = sentences(over("Aal", upto(10, 11, 12)), over("Barsch", {YEAR - 1: 10, YEAR: 30}))
    assert told[1] == "Am deutlichsten stieg gegenüber dem Vorjahr die Kennzahl „Barsch“: von 10 auf 30."


def test_a_part_of_the_value_before_it_is_not_named_alone() -> None:
    assert sentences(over("davon Frauen", upto(5, 7, 9))) == []
    assert sentences(over("darunter Kinder", {YEAR - 1: 5, YEAR: 7})) == []
