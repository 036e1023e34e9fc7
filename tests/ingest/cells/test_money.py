"""Amounts of money as they are typed in Germany."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pipeline.ingest.cells.money import amount
from pipeline.ingest.cells.values import year


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
