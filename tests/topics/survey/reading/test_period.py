"""When a survey was, and to which report it belongs."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from pipeline.base.records import Tables
from pipeline.topics.survey.reading.exports import drop_after_year, latest_year
from tests.topics.survey.exports import HAND, columns, read, sheet, survey


@pytest.mark.parametrize(
    ("heading", "stamps", "first", "last"),
    [
        ("Zeitstempel", ["2024/04/03 10:00:11 AM MESZ"] * 4 + ["2024/05/02 09:00"], (2024, 4, 3), (2024, 5, 2)),
        ("Zeitstempel", ["03.04.2024 10:00"] * 4 + ["02.05.2024 09:00"], (2024, 4, 3), (2024, 5, 2)),
        ("Timestamp", ["4/3/2024 10:00:11"] * 4 + ["5/22/2024 9:00:00"], (2024, 4, 3), (2024, 5, 22)),
        ("Timestamp", ["3/4/2024 10:00:11"] * 4 + ["22/5/2024 9:00:00"], (2024, 4, 3), (2024, 5, 22)),
        ("Timestamp", ["4/3/2024 10:00:11"] * 5, None, None),  # April or March
        ("Zeitstempel", ["2024/04/03 10:00"] * 4, None, None),  # too few
        ("Zeitstempel", ["1980-01-01 00:00:00"] * 5, None, None),
        ("Zeitstempel", ["gestern"] * 5, None, None),
    ],
)
def test_the_time_stamps_say_when_a_survey_was(
    heading: str, stamps: list[str], first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    found = read(sheet(columns({heading: stamps, "Wie war es heute?": ["gut"] * len(stamps)})))
    (asked,) = found.surveys
    assert (asked.start, asked.end) == (first and date(*first), last and date(*last))
    assert ("umfrage-zeitraum" in [problem.code for problem in found.problems]) is bool(first)


def test_what_staff_say_of_the_time_counts_more_than_the_stamps() -> None:
    details = sheet([["Titel", "x"], ["Von", "1.1.2023"]], name="Umfrage-Angaben")
    rows = columns({"Zeitstempel": ["2024/04/03 10:00"] * 5, "Wie war es heute?": ["gut"] * 5})
    assert read(sheet(rows), details).surveys[0].start == date(2023, 1, 1)


@pytest.mark.parametrize(
    ("year", "kept", "codes", "used"),
    [(2023, 0, ["umfrage-spaeter"], 0), (2024, 1, [], 4), (2025, 1, [], 4), (2026, 1, ["umfrage-frueher"], 4)],
)
def test_surveys_of_other_years_are_named(year: int, kept: int, codes: list[str], used: int) -> None:
    details = sheet([["von", "01.12.2024"], ["bis", "15.01.2025"]], name="Umfrage-Angaben")
    found = read(sheet(HAND), details)
    places = pd.DataFrame(found.places, columns=["id", "file", "sheet", "row"]).set_index("id")
    bounded = drop_after_year(Tables({}, places, found.surveys, balance=found.balance), year)
    assert len(bounded.surveys) == kept
    assert [p.code for p in bounded.problems] == codes
    assert (bounded.balance[0].used, bounded.balance[0].set_aside) == (used, 5 - used)
    assert latest_year(found.surveys) == 2025


@pytest.mark.parametrize(
    ("file", "year", "asked"),
    [
        ("Umfrage 2022.xlsx", 2022, True),
        ("Umfrage 2022.xlsx", 2024, False),
        ("Umfrage Ziele 2030.xlsx", 2024, True),
        ("Umfrage.xlsx", 2024, True),
        ("Umfrage Nr 12022.xlsx", 2024, True),
    ],
)
def test_the_year_in_a_name_says_that_a_survey_is_an_earlier_one(file: str, year: int, asked: bool) -> None:
    assert survey(HAND, file=file).asked_in(year) is asked
