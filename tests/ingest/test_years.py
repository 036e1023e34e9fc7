"""Which year a report is about, and which years it may compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from pipeline.base.records import Tables
from pipeline.ingest.years import about_later_years, about_parts, broken_off, far_years, latest_year
from pipeline.topics import registry


def frame(days: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"datum": pd.to_datetime(pd.Series(days, dtype=object), format="ISO8601")})


def rows(years: dict[int, int]) -> pd.DataFrame:
    return frame([f"{year}-03-01" for year, number in years.items() for _ in range(number)])


@pytest.mark.parametrize(
    ("years", "latest"),
    [
        ({}, None),
        ({2017: 28, 2071: 1}, 2017),
        ({2017: 28, 2018: 1}, 2017),
        ({2017: 10, 2018: 1}, 2018),
        ({2017: 3, 2071: 1}, 2017),
        ({2017: 1, 2071: 1}, 2071),
        ({2017: 12, 2021: 3}, 2021),
        ({2016: 405, 2018: 2}, 2016),
        ({2016: 50, 2018: 20}, 2018),
        ({2017: 562, 2018: 5, 2019: 1}, 2017),
        ({2017: 500, 2018: 40, 2019: 30}, 2019),
        ({2004: 1, 2017: 12}, 2017),
    ],
)
def test_the_report_is_about_the_latest_year_that_is_not_thin(years: dict[int, int], latest: int | None) -> None:
    assert latest_year({"treffen": rows(years)}) == latest


def test_the_years_passed_over_are_told_with_the_line_for_the_settings() -> None:
    tables = Tables({"treffen": rows({2017: 28, 2018: 1})}, pd.DataFrame())
    (told,) = about_later_years(tables, 2017)
    assert told.code == "auffaellig-jahr-duenn"
    assert "2017 (28 Zeilen)" in told.message
    assert "2018 (1 Zeile)" in told.message
    assert "jahr = 2018" in told.advice
    assert not about_later_years(tables, 2018)


@pytest.mark.parametrize(
    ("years", "far"),
    [
        ({2017: 12, 2042: 1}, {2042}),
        ({2007: 1, 2016: 6, 2017: 6}, {2007}),
        ({2013: 5, 2017: 6}, set()),
        ({2015: 1, 2017: 20}, set()),
        ({1974: 3, 1985: 4, 1996: 3, 2017: 9}, set()),
    ],
)
def test_years_lie_apart_that_hold_few_rows(years: dict[int, int], far: set[int]) -> None:
    assert far_years(years) == far


MONTHLY = [f"2016-{month:02}-05" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("days", "last"),
    [
        ([*MONTHLY, *(f"2017-{month:02}-05" for month in range(1, 5))], date(2017, 4, 5)),
        ([*MONTHLY, *(f"2017-{month:02}-05" for month in range(1, 11))], None),
        ([*MONTHLY[:5], "2017-04-05"], None),
        (["2016-02-01"] * 30 + ["2016-11-01", "2017-02-01"], None),
        (["2017-04-05"], None),
    ],
)
def test_a_year_that_breaks_off_is_not_compared(days: list[str], last: date | None) -> None:
    tables = Tables({"treffen": frame(days), "werte": pd.DataFrame({"jahr": [2017]})}, pd.DataFrame())
    assert broken_off(tables, 2017) == ({"treffen": last} if last else {})
    tables = replace(tables, schemas=registry.tables())
    assert [told.code for told in about_parts(tables, broken_off(tables, 2017), 2017)] == [
        "auffaellig-teiljahr"
    ] * bool(last)
