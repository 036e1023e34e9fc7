"""Dates: every shape that offices type, and what it means."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.cells.dates import DateContext, read_dates

NOWHERE = DateContext()
ON_SHEET_2017 = DateContext(year=2017)
IN_MARCH = DateContext(year=2017, month=3)


def said(cell: object, context: DateContext = NOWHERE) -> list[str] | str:
    """Return the spans as „14.3.2017“ or „9.9.2017–11.9.2017 woche“, or the trouble."""
    found = read_dates(cell, context)  # type: ignore[arg-type]
    if isinstance(found, str):
        return found
    return [
        _day(span.first)
        + (f"–{_day(span.last)}" if span.last > span.first else "")
        + ("" if span.exact == "tag" else f" {span.exact}")
        for span in found
    ]


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # one day
        ("9.9.2017", "9.9.2017"),
        ("09.09.2017", "9.9.2017"),
        ("9.9.17", "9.9.2017"),
        ("9.9.98", "9.9.1998"),
        ("9. 9. 2017", "9.9.2017"),
        ("9.9..2017", "9.9.2017"),
        (" 9.9.2017 ", "9.9.2017"),
        ("erl. 9.9.2017", "9.9.2017"),
        ("Mi, 9.9.2017", "9.9.2017"),
        ("Mittwoch, den 9. September 2017", "9.9.2017"),
        ("9. Sept. 2017", "9.9.2017"),
        ("am 14. März 2017", "14.3.2017"),
        ("9.9.2017 (Mi)", "9.9.2017"),
        ("9.9,2017", "9.9.2017"),
        ("9. September, 2017", "9.9.2017"),
        ("9.9.,\n2017", "9.9.2017"),
        ("9.9.2017 (statt 2.9.2017)", "9.9.2017"),
        ("9.9.2017 (ursprünglich 2. September)", "9.9.2017"),
        ("9.9.2017 (Protokoll vom 12.9.2017)", "9.9.2017"),
        ("9.9.2017 (18.30-20.00 Uhr)", "9.9.2017"),
        ("09.09.2017, 18.00 Uhr", "9.9.2017"),
        ("09.09.2017 18:00", "9.9.2017"),
        ("09.09.2017 24:00", "9.9.2017"),
        ("09.09.2017 18.00", "9.9.2017"),
        ("9.9.2017 10-12 Uhr", "9.9.2017"),
        ("2017-09-09", "9.9.2017"),
        ("2017-09-09T18:00:00", "9.9.2017"),
        ("2017/09/09", "9.9.2017"),
        ("06.03.2022", "6.3.2022"),
        ("13/6/22", "13.6.2022"),
        ("6/13/22", "13.6.2022"),
        ("12/13/22", "13.12.2022"),
        ("5/5/22", "5.5.2022"),
        (datetime(2017, 9, 9, 18, 0), "9.9.2017"),
        (date(2017, 9, 9), "9.9.2017"),
        (43000, "22.9.2017"),
        (43000.75, "22.9.2017"),
        ("43000", "22.9.2017"),
        (20170314, "14.3.2017"),
        # spans
        ("9.9.2017-11.9.2017", "9.9.2017–11.9.2017"),
        ("9.9.2017 – 11.9.2017", "9.9.2017–11.9.2017"),
        ("9.-11.9.2017", "9.9.2017–11.9.2017"),
        ("9.9.-11.9.2017", "9.9.2017–11.9.2017"),
        ("9.9.2017 bis 11.9.2017", "9.9.2017–11.9.2017"),
        ("vom 9. bis 11. September 2017", "9.9.2017–11.9.2017"),
        ("28.12.-3.1.2018", "28.12.2017–3.1.2018"),
        ("9./10.9.2017", "9.9.2017–10.9.2017"),
        ("Fr./Sa. 9./10.9.2017", "9.9.2017–10.9.2017"),
        ("30.4./1.5.2017", "30.4.2017–1.5.2017"),
        ("9.9.2017 -\n11.9.2017", "9.9.2017–11.9.2017"),
        ("9.9.2017\n- 11.9.2017", "9.9.2017–11.9.2017"),
        ("9.9. bis\n11.9.2017", "9.9.2017–11.9.2017"),
        ("9.9.2017\nbis 11.9.2017", "9.9.2017–11.9.2017"),
        ("9.\nSeptember 2017", "9.9.2017"),
        ("9. September\n2017", "9.9.2017"),
        # not to the day
        ("März 2017", "1.3.2017–31.3.2017 monat"),
        ("03/2017", "1.3.2017–31.3.2017 monat"),
        ("03.2017", "1.3.2017–31.3.2017 monat"),
        ("Mitte März 2017", "1.3.2017–31.3.2017 monat"),
        ("März/April 2017", "1.3.2017–30.4.2017 monat"),
        ("1. Quartal 2017", "1.1.2017–31.3.2017 monat"),
        ("KW 12/2017", "20.3.2017–26.3.2017 woche"),
        ("12. KW 2017", "20.3.2017–26.3.2017 woche"),
        ("KW 10-12/2017", "6.3.2017–26.3.2017 woche"),
        ("März\n2017", "1.3.2017–31.3.2017 monat"),
        ("März bis\nApril 2017", "1.3.2017–30.4.2017 monat"),
        ("März, 2017", "1.3.2017–31.3.2017 monat"),
        ("2017", "1.1.2017–31.12.2017 jahr"),
        ("2016/2017", "1.1.2016–31.12.2017 jahr"),
        ("Schuljahr 2016/17", "1.1.2016–31.12.2017 jahr"),
        ("2016-2017", "1.1.2016–31.12.2017 jahr"),
        (2017, "1.1.2017–31.12.2017 jahr"),
        ("Frühjahr 2017", "1.1.2017–31.12.2017 jahr"),
    ],
)
def test_one_date_or_span_is_read(typed: object, meant: str) -> None:
    assert said(typed) == [meant]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9.9.2017, 16.9.2017", ["9.9.2017", "16.9.2017"]),
        ("9.9.2017 \n16.9.2017", ["9.9.2017", "16.9.2017"]),
        ("9.9.2017\n16.9.2017", ["9.9.2017", "16.9.2017"]),
        ("- 9.9.2017\n- 16.9.2017", ["9.9.2017", "16.9.2017"]),
        ("9. September 2017\n16. Oktober 2017", ["9.9.2017", "16.10.2017"]),
        ("März 2017\nApril 2017", ["1.3.2017–31.3.2017 monat", "1.4.2017–30.4.2017 monat"]),
        ("9.9. und 16.9.2017", ["9.9.2017", "16.9.2017"]),
        ("9., 16. und 23.9.2017", ["9.9.2017", "16.9.2017", "23.9.2017"]),
        ("9.9.2017, 16.9.", ["9.9.2017", "16.9.2017"]),
        ("9.9.2017 / 16.9.2017", ["9.9.2017", "16.9.2017"]),
        ("14. & 15.3.2017", ["14.3.2017", "15.3.2017"]),
        ("3.-5. Mai 2017 und 7. Juni 2017", ["3.5.2017–5.5.2017", "7.6.2017"]),
        ("9.9.2017, 9.9.2017", ["9.9.2017"]),
        ("9.9., 16.9., 2017", ["9.9.2017", "16.9.2017"]),
        ("2015, 2017", ["1.1.2015–31.12.2015 jahr", "1.1.2017–31.12.2017 jahr"]),
    ],
)
def test_several_dates_in_a_cell_are_all_read(typed: str, meant: list[str]) -> None:
    assert said(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9.9.", "9.9.2017"),
        ("9.-11.9.", "9.9.2017–11.9.2017"),
        ("14. März", "14.3.2017"),
        ("März", "1.3.2017–31.3.2017 monat"),
        ("KW 12", "20.3.2017–26.3.2017 woche"),
    ],
)
def test_the_year_comes_from_the_sheet_when_the_date_lacks_it(typed: str, meant: str) -> None:
    assert said(typed) == "ohne-jahr"
    assert said(typed, ON_SHEET_2017) == [meant]


def test_a_number_counts_its_days_from_where_the_workbook_says() -> None:
    assert said(41394, DateContext(day_zero=date(1904, 1, 1))) == ["1.5.2017"]


@pytest.mark.parametrize(("typed", "meant"), [("9.", "9.3.2017"), (9, "9.3.2017"), ("9.-11.", "9.3.2017–11.3.2017")])
def test_on_a_month_sheet_the_day_is_enough(typed: object, meant: str) -> None:
    assert said(typed, IN_MARCH) == [meant]


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("noch offen", "offen"),
        ("offen", "offen"),
        ("n.n.", "offen"),
        ("?", "offen"),
        ("--", "offen"),
        ("2/6/22", "mehrdeutig"),
        ("Ab 9.9. jeden Mittwoch bis Ende des Jahres", "serie"),
        ("monatlich", "serie"),
        ("31.2.2017", "unmoeglich"),
        ("31. Juni 2017", "unmoeglich"),
        ("KW 53/2017", "unmoeglich"),
        ("45.12.2017", "unlesbar"),
        ("1.13.2017", "unlesbar"),
        ("9.9.2017-3.9.2017", "unlesbar"),
        ("Protokoll folgt", "unlesbar"),
        ("9.9.2017 (verschoben auf 16.9.2017)", "unlesbar"),
        ("9.9.2017 (2. Termin 16.9.2017)", "unlesbar"),
        ("9.9.2017 (16. Sept.)", "unlesbar"),
        ("9.9.2017 (verschoben vom 9.9. auf 16.9.2017)", "unlesbar"),
        ("9.9.2017, 2018", "unlesbar"),
        ("März 2016 und 2017", "unlesbar"),
        ("2011/12", "unlesbar"),
        ("24:00", "unlesbar"),
        (time(18, 0), "unlesbar"),
        (True, "unlesbar"),
        (3.7, "unlesbar"),
        ("9.9.1017", "ausserhalb"),
        ("9.9.2917", "ausserhalb"),
        (datetime(1899, 12, 31), "ausserhalb"),
        (date(2217, 1, 1), "ausserhalb"),
    ],
)
def test_what_is_no_date_is_named(typed: object, trouble: str) -> None:
    assert said(typed) == trouble


@given(st.text() | st.text("0123456789.-/ ,bisundKWMärz", max_size=40) | st.floats() | st.integers())
def test_nothing_typed_crashes(typed: str | float) -> None:
    for context in (NOWHERE, IN_MARCH):
        found = read_dates(typed, context)
        assert isinstance(found, str) or all(span.first <= span.last for span in found)


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_every_day_typed_the_german_way_is_that_day(day: date) -> None:
    (span,) = read_dates(f"{day.day}.{day.month}.{day.year}", NOWHERE)
    assert span.first == span.last == day
    (span,) = read_dates(day.isoformat(), NOWHERE)
    assert span.first == span.last == day
