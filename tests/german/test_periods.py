"""Periods in words, true to their first and last day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.period import Period
from pipeline.base.settings import NumberStyle
from pipeline.german import periods
from pipeline.german.periods import months, since_until, within

WORDING = NumberStyle()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2017-03-05", "2017-03-05", "am 5.\u00a0März 2017"), ("2017-03-01", "2017-03-31", "im März 2017"),
        ("2017-01-09", "2017-02-03", "Anfang 2017"), ("2017-11-02", "2017-12-21", "Ende 2017"),
        ("2016-09-02", "2016-11-21", "im Herbst 2016"), ("2016-03-02", "2016-05-21", "im Frühjahr 2016"),
        ("2016-06-02", "2016-08-21", "im Sommer 2016"), ("2016-12-02", "2017-02-21", "im Winter 2016/2017"),
        ("2016-12-02", "2017-02-28", "im Winter 2016/2017"),
        ("2016-12-02", "2017-03-01", "in den Jahren 2016 und 2017"),
        ("2016-11-30", "2017-02-21", "in den Jahren 2016 und 2017"),
        ("2015-07-02", "2015-12-10", "in der zweiten Jahreshälfte 2015"),
        ("2015-01-02", "2015-06-10", "in der ersten Jahreshälfte 2015"),
        ("2015-05-02", "2015-08-10", "im Jahr 2015"), ("2016-03-02", "2017-08-10", "in den Jahren 2016 und 2017"),
        ("2015-03-02", "2017-08-10", "von 2015 bis 2017"),
    ],
)  # fmt: skip
def test_within(first: str, last: str, said: str) -> None:
    assert within(Period(date.fromisoformat(first), date.fromisoformat(last)), WORDING) == said


@pytest.mark.parametrize(
    ("last", "said"), [(date(2016, 3, 9), "im März"), (date(2016, 11, 2), "von März bis November")]
)
def test_months(last: date, said: str) -> None:
    assert months(Period(date(2016, 3, 2), last)) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2015-07-02", "2017-10-24", "von Mitte 2015 bis Herbst 2017"),
        ("2016-01-12", "2017-12-05", "von Anfang 2016 bis Ende 2017"),
        ("2016-08-12", "2017-04-05", "von Sommer 2016 bis Frühjahr 2017"),
        ("2017-04-01", "2017-04-30", "im April 2017"),
    ],
)  # fmt: skip
def test_since_until(first: str, last: str, said: str) -> None:
    assert since_until(Period(date.fromisoformat(first), date.fromisoformat(last)), WORDING) == said


def test_boundaries_are_settings() -> None:
    early = NumberStyle(anfang_bis_monat=3, mitte_bis_monat=8, ende_ab_monat=10)
    months = [periods.point(date(2017, month, 1), early, year=False) for month in range(1, 13)]
    assert months == ["Anfang"] * 3 + ["Frühjahr"] * 2 + ["Mitte"] * 3 + ["Herbst"] + ["Ende"] * 3


DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(DAYS, DAYS)
def test_a_period_names_only_years_that_it_touches(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    years = {str(year) for year in range(period.first.year, period.last.year + 1)}
    for said in (within(period, WORDING), since_until(period, WORDING)):
        named = {part for part in said.replace("/", " ").split() if part.isdigit() and len(part) == 4}
        assert named
        assert named <= years


def test_days() -> None:
    assert periods.day(date(2017, 3, 5)) == "5.\u00a0März 2017"
    assert periods.short_day(date(2017, 3, 5)) == "05.03.2017"
    assert periods.point(date(2017, 10, 5), WORDING) == "Herbst 2017"
    assert periods.point(date(2017, 1, 5), WORDING) == "Anfang 2017"
