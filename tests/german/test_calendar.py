"""Months: whatever the report prints for one is also understood when it is typed."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.german.calendar import MONTHS, SHORT_MONTHS, TYPED_MONTHS
from pipeline.german.periods import day


@pytest.mark.parametrize("number", range(1, 13))
def test_what_is_printed_for_a_month_is_known_when_it_is_typed(number: int) -> None:
    long, short = MONTHS[number - 1], SHORT_MONTHS[number - 1]
    assert day(date(2017, number, 5)) == f"5.\u00a0{long} 2017"
    assert long.startswith(short)
    assert {TYPED_MONTHS[name] for name in (long.lower(), short.lower(), long[:3].lower())} == {number}


@pytest.mark.parametrize(("typed", "number"), [("jänner", 1), ("feber", 2), ("mrz", 3), ("maerz", 3), ("oct", 10)])
def test_other_names_of_months_are_known(typed: str, number: int) -> None:
    assert TYPED_MONTHS[typed] == number
