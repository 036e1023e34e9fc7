"""Amounts and numbers with their units as they are typed in Germany."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.cells.amounts import amount, number
from pipeline.ingest.cells.values import with_unit, year


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (12, "12.00"), (0.1 + 0.2, "0.30"), (-50.5, "-50.50"), (100 / 3, "33.33"),
        ("1.234,50 €", "1234.50"), ("€ 1.234,50", "1234.50"), ("1.234,-", "1234.00"), ("1234,-- EUR", "1234.00"),
        ("1.234,– €", "1234.00"), ("-50,00", "-50.00"), ("− 50", "-50.00"), ("50,00-", "-50.00"),
        ("(50,00)", "-50.00"), ("2,5 T€", "2500.00"), ("12 Tsd. Euro", "12000.00"), ("1,2 Mio. €", "1200000.00"),
        ("1 234,50", "1234.50"), ("1'234,50", "1234.50"), ("12.50", "12.50"), ("1.250", "1250.00"), ("+5 Euro", "5.00"),
    ],
)  # fmt: skip
def test_an_amount_is_read_to_the_cent(cell: Any, expected: str) -> None:
    found = amount(cell)
    assert str(found) == expected


@pytest.mark.parametrize(
    "cell",
    [
        None,
        True,
        "",
        "ca. 500 €",
        "siehe Anlage",
        "1,234.50",
        "1.23.456",
        "12 Stück",
        "--5",
        "-5-",
        "9" * 41,
        float("nan"),
    ],
)
def test_what_is_no_amount_is_none(cell: Any) -> None:
    assert amount(cell) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("14.03.2017", 2017), ("14.3.17", 2017), ("2017-03-14", 2017), ("14.03.", None), ("3.2017", None)],
)
def test_a_day_names_its_year(cell: str, expected: int | None) -> None:
    assert year(cell) == expected


def test_an_amount_is_exact() -> None:
    assert sum((amount("0,10 €") or Decimal() for _ in range(10)), Decimal()) == 1


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("1.234,- €", "1234", "Euro"), ("1.234,– €", "1234", "Euro"), ("2,5 Mio. €", "2500000", "Euro"),
        ("12 Tsd. EUR", "12000", "Euro"), ("2,5 T€", "2500", "Euro"), ("€ 80", "80", "Euro"), ("ca. 500", "500", ""),
        ("rund 1.200 €", "1200", "Euro"), ("1,5 VZÄ", "1.5", "VZÄ"), ("1.250:30 h", "1250.5", "Stunden"),
        ("1250:30", "1250.5", "Stunden"), (time(12, 30), "12.5", "Stunden"), ("7,5 Std.", "7.5", "Stunden"),
        ("90 Min.", "1.5", "Stunden"), ("45 %", "45", "%"), ("-3,5 Prozent", "-3.5", "%"), ("1'234,5", "1234.5", ""),
        (44.99999999999, "45", ""), (0.1 + 0.2, "0.3", ""), ("128 (geschätzt)", "128", ""),
        ("128 (neu 130)", "130", ""),
        ("0,5", "0.5", ""), ("1.234567", "1.234567", ""),
    ],
)  # fmt: skip
def test_a_number_is_read_in_its_unit(cell: Any, value: str, unit: str) -> None:
    assert number(cell) == Decimal(value)
    assert with_unit({"wert": number(cell), "einheit": ""}, cell)["einheit"] == unit


@pytest.mark.parametrize(
    "cell",
    ["über 500", "bis 80", "3-5", "128 (oder 130)", "12 Freunde", "1,234.50", "viele", "€ 5 Std.", "9" * 101, True],
)
def test_what_is_more_or_less_than_a_number_is_none(cell: Any) -> None:
    assert number(cell) is None


@pytest.mark.parametrize(
    ("cell", "unit", "kept"),
    [("2,5 T€", "T€", ("2.5", "T€")), ("2,5 T€", "Euro", ("2500", "Euro")), ("90 Min.", "Minuten", ("90", "Minuten"))],
)
def test_a_unit_of_its_own_says_what_was_counted(cell: str, unit: str, kept: tuple[str, str]) -> None:
    values = with_unit({"wert": number(cell), "einheit": unit}, cell)
    assert (values["wert"], values["einheit"]) == (Decimal(kept[0]), kept[1])


def test_a_cell_that_shows_euros_has_that_unit_unless_another_stands_beside_it() -> None:
    assert with_unit({"wert": Decimal(5), "einheit": ""}, 5, in_euro=True)["einheit"] == "Euro"
    assert with_unit({"wert": Decimal(5), "einheit": "T€"}, 5, in_euro=True) == {"wert": Decimal(5), "einheit": "T€"}


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["{} €", "€ {}", "{}", "{} EUR", "ca. {} Euro", "{} € (Plan)"]))
def test_every_number_typed_the_german_way_is_that_number(value: Decimal, form: str) -> None:
    german = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    assert number(form.format(german)) == value
