"""Dates: every shape that offices type, and what it means."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.cells.dates import DateContext, Span, read_dates

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
        ("(9.9.2017)", "9.9.2017"),
        ("neu: 9.9.2017", "9.9.2017"),
        ("verschoben auf den 9.9.2017", "9.9.2017"),
        ("9/10.9.2017", "9.9.2017–10.9.2017"),
        ("9./10./11.9.2017", "9.9.2017–11.9.2017"),
        ("1.10. - 31.3.2018", "1.10.2017–31.3.2018"),
        ("Mo 4.9. - Fr 15.9.2017", "4.9.2017–15.9.2017"),
        ("8.9. - 10.9.2017 Fr-So", "8.9.2017–10.9.2017"),
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
        ("9.9.17 16.9.17", ["9.9.2017", "16.9.2017"]),
        ("9.9.2017   16.9.2017", ["9.9.2017", "16.9.2017"]),
        ("Sa 9.9.2017 So 10.9.2017", ["9.9.2017", "10.9.2017"]),
        ("9.9., 16.9. 23.9.2017", ["9.9.2017", "16.9.2017", "23.9.2017"]),
        ("9.9.,16.9.\n23.9.2017", ["9.9.2017", "16.9.2017", "23.9.2017"]),
        ("9.9./ 16.9./ 23.9.2017", ["9.9.2017", "16.9.2017", "23.9.2017"]),
        ("9.9.2017/\n16.9.2017", ["9.9.2017", "16.9.2017"]),
        ("3. März 2017 4. April 2017", ["3.3.2017", "4.4.2017"]),
        ("9.9.17\n16.9,17\n23.9.17", ["9.9.2017", "16.9.2017", "23.9.2017"]),
        ("9.9.17\n16,9,17\n23.9.17", ["9.9.2017", "16.9.2017", "23.9.2017"]),
        ("montags: 4.9., 11.9.2017", ["4.9.2017", "11.9.2017"]),
        ("4.9., 11.9.2017 (jeden Montag)", ["4.9.2017", "11.9.2017"]),
        # days that a slash parts are a weekend or two days
        ("9.9./16.9.2017, 7.10./14.10.2017", ["9.9.2017", "16.9.2017", "7.10.2017", "14.10.2017"]),
        ("16.9./9.9.2017", ["16.9.2017", "9.9.2017"]),
        ("9.9./10.9.2017, 7.10./8.10.2017", ["9.9.2017–10.9.2017", "7.10.2017–8.10.2017"]),
        ("März/Mai 2017", ["1.3.2017–31.3.2017 monat", "1.5.2017–31.5.2017 monat"]),
        # the year changes but from November or December to January or February
        ("20.5., 14.8., 2.4., 21.8.2017", ["20.5.2017", "14.8.2017", "2.4.2017", "21.8.2017"]),
        ("28.12., 7.9., 21.12.2017", ["28.12.2017", "7.9.2017", "21.12.2017"]),
        ("9.11., 14.12., 11.1.2018", ["9.11.2017", "14.12.2017", "11.1.2018"]),
        ("14.12.2017, 11.1.", ["14.12.2017", "11.1.2018"]),
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
        ("montags", "serie"),
        ("montags Feb.-Nov. 2017", "serie"),
        ("montags und mittwochs", "serie"),
        ("dienstags 2017", "serie"),
        ("ab 9.9.2017 samstags", "serie"),
        ("9.9.2017 bis 16.12.2017 (jeden Samstag)", "serie"),
        ("9.9.2017 - 16.12.2017\nSonntage", "serie"),
        ("20. April - 22. Juni 2017; Montag", "serie"),
        ("20.4.-22.6.2017 Mo, 18 Uhr", "serie"),
        ("4.9.2017 - 16.10.2017, jeweils Mo.", "serie"),
        ("ab 4.9.2017 alle 14 Tage", "serie"),
        ("4.9.-16.10.2017 (14-tägig)", "serie"),
        ("1x monatlich", "serie"),
        ("2017, 2x im Monat", "serie"),
        ("4.9.2017 - lfd.", "serie"),
        ("4.9.-29.9.2017 (tgl.)", "serie"),
        ("3.12., 9.2. und 10.12.2017", "ohne-jahr"),
        ("2.2., 30.11. und 9.2.2017", "ohne-jahr"),
        ("28.10., 15.1.2018", "ohne-jahr"),
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


def test_on_a_sheet_of_a_year_dates_do_not_step_over_new_year_in_silence() -> None:
    assert said("30.10., 13.11., 8.1.", ON_SHEET_2017) == "ohne-jahr"
    assert said("22.7., 5.8., 10.6.", ON_SHEET_2017) == ["22.7.2017", "5.8.2017", "10.6.2017"]


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2030, 12, 31)), min_size=2, max_size=9, unique=True),
    st.sampled_from([", ", ",", "; ", " ", "   ", "\n", ",\n", " / ", "/ ", "/\n", " + ", " und ", " & "]),
    st.sampled_from(["{0:%d.%m.%Y}", "{0:%d.%m.%y}", "{0.day}.{0.month}.{0.year}"]),
)
def test_a_list_of_days_with_any_usual_separator_is_those_days(days: list[date], between: str, form: str) -> None:
    dates = read_dates(between.join(form.format(day) for day in days), NOWHERE)
    assert dates == tuple(Span(day, day) for day in days)


@given(
    st.lists(st.dates(date(2017, 1, 1), date(2017, 12, 31)), min_size=2, max_size=9),
    st.sampled_from([", ", "/ ", " ", "\n", " und "]),
)
def test_days_of_one_year_that_stands_once_are_of_that_year_or_named(days: list[date], between: str) -> None:
    dates = read_dates(between.join(f"{day.day}.{day.month}." for day in days) + "2017", NOWHERE)
    if any(a.month >= 9 and b.month <= 3 for a, b in pairwise(days)):
        assert dates == "ohne-jahr" or {span.first.year for span in dates} <= {2016, 2017}  # type: ignore[union-attr]
    else:
        assert dates == tuple(Span(day, day) for day in dict.fromkeys(days))
