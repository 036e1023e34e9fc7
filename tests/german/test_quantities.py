"""Numbers: in digits, as words, and approximated without saying anything untrue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.period import Period
from pipeline.base.settings import NumberStyle
from pipeline.german.grammar import Case, Gender
from pipeline.german.quantities import (
    Form,
    above,
    before_noun,
    has_digits,
    in_digits,
    in_figures,
    number,
    places,
    rounded,
    several,
    stated,
    typed_qualifier,
    word,
)

WORDING = NumberStyle()


@dataclass(frozen=True)
class Fig:
    value: int | Decimal | Period | None
    unit: str = ""
    at_least: bool = False
    approximate: bool = False


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (0, None, "0"), (999, None, "999"), (1000, None, "1.000"), (1234567, None, "1.234.567"), (-3, None, "−3"),
        (Decimal("12.345"), None, "12,35"), (Decimal("2.5"), 0, "3"), (Decimal("3.5"), 0, "4"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("NaN"), None, "–"), (Decimal("-Infinity"), 2, "–"), (10**39, None, "1" + 13 * ".000"),
        (Decimal("1E3"), None, "1.000"), (Decimal("4.10"), None, "4,1"), (Decimal("999.6"), 0, "1.000"),
    ],
)  # fmt: skip
def test_digits(value: int | Decimal, decimals: int | None, said: str) -> None:
    assert number(value, decimals=decimals) == said


def test_the_thousands_point_can_begin_later() -> None:
    assert [number(n, thousands_from=10_000) for n in (9999, 10_000)] == ["9999", "10.000"]


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Fig(1234), "1.234"), (Fig(None), "–"), (Fig(12, at_least=True), "mind.\u00a012"),
        (Fig(0, at_least=True), "k.\u00a0A."), (Fig(0), "0"),
        (Fig(50, approximate=True), "ca.\u00a050"),
        (Fig(Decimal("43.4"), "%"), "43,4\u00a0%"), (Fig(91200, "Euro"), "91.200\u00a0€"),
        (Fig(Period(date(2015, 7, 2), date(2017, 10, 4))), "07/2015\u00a0– 10/2017"),
    ],
)  # fmt: skip
def test_in_tables(figure: Fig, said: str) -> None:
    assert in_figures(figure, unit=True) == said


@pytest.mark.parametrize(
    ("value", "said"), [(0, "null"), (1, "eins"), (2, "zwei"), (12, "zwölf"), (13, "13"), (1000, "1.000")]
)
def test_words_up_to_twelve(value: int, said: str) -> None:
    assert word(value, WORDING) == said
    assert word(7, NumberStyle(zahlwoerter_bis=3)) == "7"


@pytest.mark.parametrize(
    ("value", "gender", "case", "said"),
    [
        (0, Gender.FEMININE, Case.NOM, "keine"), (0, Gender.NEUTER, Case.DAT, "keinen"),
        (1, Gender.MASCULINE, Case.ACC, "einen"),
        (1, Gender.FEMININE, Case.DAT, "einer"), (1, Gender.NEUTER, Case.NOM, "ein"),
        (2, Gender.NEUTER, Case.NOM, "zwei"),
        (13, Gender.NEUTER, Case.NOM, "13"),
    ],
)  # fmt: skip
def test_numbers_before_a_noun(value: int, gender: Gender, case: Case, said: str) -> None:
    assert before_noun(value, gender, case, WORDING) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (12, ("", 12)), (19, ("", 19)), (20, ("", 20)), (22, ("über", 20)), (24, ("knapp", 25)), (72, ("über", 70)),
        (84, ("rund", 85)), (100, ("", 100)), (143, ("rund", 140)), (149, ("rund", 150)), (150, ("", 150)),
        (151, ("rund", 150)),
        (203, ("rund", 200)), (1000, ("", 1000)), (1010, ("rund", 1000)), (1234, ("über", 1200)),
        (56_789, ("rund", 57_000)),
    ],
)  # fmt: skip
def test_approximations(value: int, said: tuple[str, int]) -> None:
    assert rounded(value, WORDING) == said


@pytest.mark.parametrize(("percent", "said"), [(6.24, ("über", 30)), (6.25, ("rund", 30)), (6.26, ("rund", 30))])
def test_what_differs_by_as_much_as_the_setting_says_is_still_around(percent: float, said: tuple[str, int]) -> None:
    assert rounded(32, NumberStyle(rund_prozent=percent)) == said


@given(st.one_of(st.integers(), st.decimals()))
def test_no_number_is_too_strange(value: int | Decimal) -> None:
    assert number(value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (154, ("über", 150)), (149, ("rund", 150)), (72, ("über", 70)), (33, ("knapp", 35)), (19, ("", 19)),
        (150, ("", 150)), (1915, ("über", 1900)), (159, ("rund", 160)), (158, ("rund", 160)), (157, ("über", 150)),
    ],
)  # fmt: skip
def test_above_is_said_only_from_near(value: int, said: tuple[str, int]) -> None:
    assert above(value, WORDING) == said


def test_money_beside_money() -> None:
    assert [places("Euro", *v) for v in ((5,), (Decimal("5.5"),), (5, Decimal("5.5")))] == [0, 2, 2]
    assert places("Personen", Decimal("5.5")) is None
    assert in_figures(Fig(Decimal("31250.5"), "Euro"), unit=True) == "31.250,50\u00a0€"


def test_nobody_is_none() -> None:
    assert stated(Fig(0), WORDING) == "keine"
    assert stated(Fig(0), WORDING, words=False) == "0"


@given(st.integers(0, 2_000_000))
def test_an_approximation_is_true(value: int) -> None:
    said, near = rounded(value, WORDING)
    match said:
        case "":
            assert near == value
        case "über":
            assert near < value
        case "knapp":
            assert near > value
        case "rund":
            assert abs(near - value) <= 0.025 * value
    assert abs(near - value) <= max(0.125 * value, 0)


@given(st.integers(0, 99_999), st.booleans(), st.booleans(), st.sampled_from(["genau", "rund", "ueber", "mehrere"]))
def test_a_lower_bound_is_never_said_to_be_exact(value: int, at_least: bool, approximate: bool, form: Form) -> None:
    said = stated(Fig(value, at_least=at_least, approximate=approximate), WORDING, form=form)
    if at_least:
        first, shown = said.split(" ")
        assert first in ("mindestens", "über")
        assert int(shown.replace(".", "")) <= value
        assert first == "mindestens" or int(shown.replace(".", "")) < value
    elif approximate:
        assert said.startswith("ca. ")


@pytest.mark.parametrize(("value", "said"), [(2, ""), (3, "mehrere"), (12, "mehrere"), (13, "zahlreiche")])
def test_several(value: int, said: str) -> None:
    assert several(value, WORDING) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("über 150", "über"), ("Ca. 50", "ca."), ("ca 50", "ca."), ("rd. 200", "rund"), ("knapp 40", "knapp"),
        ("150", ""),
        ("mehr als 20", "über"), ("gutgelaunte 20", ""), ("überall", ""), ("bis zu 30", "bis zu"),
    ],
)  # fmt: skip
def test_what_staff_typed_wins(typed: str, said: str) -> None:
    assert typed_qualifier(typed) == said


def test_number_words_and_digits_are_told_apart() -> None:
    assert [has_digits(s) for s in ("47", "rund 250", "1.234", "vier", "seit Mitte 2015", "keine")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
    assert [in_digits(s) for s in ("vier", "zwölf", "eine", "mehrere")] == ["4", "12", "eine", "mehrere"]
