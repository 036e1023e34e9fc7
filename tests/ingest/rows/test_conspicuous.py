"""What is conspicuous in rows: named with the cell, and never a reason to stop."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.problems import blocks
from pipeline.base.settings import Reading, Settings
from pipeline.ingest.cells.spelling import slips
from pipeline.ingest.rows.conspicuous import _is_person, _is_slip, _ordered
from tests.ingest.drop import HEAD, SETTINGS, balance, codes, dates, gathered, places

MONTHLY = [f"{10 + month % 5}.{month}.2017" for month in range(1, 13)]


def months(**other: str) -> list[list[str]]:
    """Return a meeting a month, some on `other` days: m4="14.4.2007"."""
    days = [other.get(f"m{month}", day) for month, day in enumerate(MONTHLY, start=1)]
    return [HEAD[:3], *([day, "Sitzung", f"Punkt {nth}"] for nth, day in enumerate(days))]


def decade(day: str) -> list[list[str]]:
    """Return two meetings a year from 2011 to 2020, and one more after August 2019."""
    days = [f"5.{month}.{year}" for year in range(2011, 2021) for month in (2, 8)]
    return [HEAD[:3], *([one, "Sitzung", f"Punkt {one}"] for one in (*days[:18], day, *days[18:]))]


@pytest.mark.parametrize(
    ("rows", "said", "counted"),
    [
        (months(), [], 12),
        (months(m4="14.4.2007"), [("auffaellig-jahr-tippfehler", "A5")], 11),
        (months(m1="11.1.2007"), [("auffaellig-jahr-tippfehler", "A2")], 11),
        (months(m12="12.12.2071"), [("auffaellig-jahr-tippfehler", "A13")], 11),
        (months(m12="12.12.2034"), [("auffaellig-jahr", "A13")], 12),
        (months(m1="11.1.1989"), [("auffaellig-jahr", "A2")], 12),
        (months(m7="12.7.2016"), [("auffaellig-reihenfolge", "A8")], 12),
        (months(m7="12.2.2017"), [("auffaellig-reihenfolge", "A8")], 12),
        (months(m7="12.6.2017"), [], 12),
        (months(m6="11.5.2017, 11.6.2007"), [], 13),
        ([HEAD[:3], *months()[:0:-1]], [], 12),
        ([HEAD[:3], *months(m4="14.4.2016")[:0:-1]], [("auffaellig-reihenfolge", "A10")], 12),
        (months(m2="1.9.2017", m5="2.2.2017", m9="3.3.2017", m11="4.4.2017"), [], 12),
        (months(m4="14.4.2007")[:5], [], 4),
        (decade("1.2.2006"), [("auffaellig-jahr-tippfehler", "A20")], 20),
        ([HEAD[:3], ["1.2.2006", "Rat", "x"], *decade("1.9.2019")[1:]], [("auffaellig-jahr", "A2")], 22),
    ],
)
def test_a_day_that_stands_apart_is_named(rows: list[list[str]], said: list[tuple[str, str]], counted: int) -> None:
    found = gathered(rows)
    assert [(problem.code, problem.cell) for problem in found.problems] == said
    assert len(dates(found)) == counted
    (line,) = balance(found)
    assert line[2:] == (len(rows) - 1, len(rows) - 1 - line[4], codes(found).count("auffaellig-jahr-tippfehler"))
    assert not blocks(found.problems)


def test_the_settings_may_say_that_a_year_is_meant() -> None:
    found = gathered(months(m4="14.4.2007"), Settings(SETTINGS.organisation, lesen=Reading(jahr_von=2007)))
    assert codes(found) == ["auffaellig-jahr"]
    assert len(dates(found)) == 12


def test_a_sheet_of_few_rows_is_compared_with_the_others() -> None:
    found = gathered({"A": months(), "B": [HEAD[:3], ["1.2.2071", "Rat", "Neues"]]})
    assert places(found, "auffaellig-jahr-tippfehler") == [("a.xlsx", "B", "A2", 2)]


@pytest.mark.parametrize(
    ("year", "other", "slip"), [(2014, 2024, True), (2042, 2024, True), (2071, 2017, True), (1998, 2024, False)]
)
def test_one_digit_or_two_that_changed_places_are_a_slip(year: int, other: int, slip: bool) -> None:
    assert _is_slip(year, other) is slip


@given(st.lists(st.integers(0, 30), max_size=8))
def test_no_longer_part_of_the_numbers_is_ordered(numbers: list[int]) -> None:
    kept = _ordered(numbers)
    assert kept == sorted(set(kept))
    assert [numbers[place] for place in kept] == sorted(numbers[place] for place in kept)
    best = [1] * len(numbers)
    for i in range(len(numbers)):
        best[i] = max((best[j] + 1 for j in range(i) if numbers[j] <= numbers[i]), default=1)
    assert len(kept) == max(best, default=0)


TALKS = [["Vortrag", "Talk", number] for number in (24, 31, 40, 52, 60, 75, 88, 45, 66, 38, 71, 55)]


def events(*more: list[Any]) -> list[list[Any]]:
    first = date(2017, 1, 9)
    rows = [[first + timedelta(days=20 * nth), *row] for nth, row in enumerate((*TALKS, *more))]
    numbered = ([day, kind, f"{title} {nth}", guests] for nth, (day, kind, title, guests) in enumerate(rows))
    return [["Datum", "Format", "Titel", "Gäste"], *numbered]


@pytest.mark.parametrize(
    ("more", "cells"),
    [
        ([], []),
        ([["Vortrag", "Talk", 9999]], ["D14"]),
        ([["Vortrag", "Talk", 450]], ["D14"]),
        ([["Vortrag", "Talk", 130]], []),
        ([["Fahrt", "Werk", 2900]], ["D14"]),
        ([["Fahrt", "Werk", 450]], []),
        ([["Fest", "Sommer", 2900]], []),
        ([["Aktion", "Stadtteilfest", 2900]], []),
        ([["Vortrag", "Talk", 9999], ["Vortrag", "Talk", 8888]], ["D14", "D15"]),
        ([["Fahrt", "Werk", 2900 + nth] for nth in range(4)], []),
    ],
)
def test_a_number_far_above_its_kind_is_named(more: list[list[Any]], cells: list[str]) -> None:
    found = gathered({"Veranstaltungen": events(*more)})
    assert [p.cell for p in found.problems if p.code == "auffaellig-zahl"] == cells
    assert not blocks(found.problems)
    assert all("zwischen 24 und 88" in p.message for p in found.problems if p.code == "auffaellig-zahl")


@pytest.mark.parametrize(
    ("typed", "pairs"),
    [
        ({"Wald": 6, "Wlad": 1, "Waald": 1}, {("Wlad", "Wald"), ("Waald", "Wald")}),
        ({"Trier": 9, "Trie": 1}, {("Trie", "Trier")}),
        ({"Trier": 2, "Trie": 1}, set()),
        ({"Trier": 9, "Worms": 1}, set()),
        ({"Gruppe 1": 9, "Gruppe 2": 1}, set()),
        ({"Haus A": 9, "Haus B": 1}, set()),
        ({"Modul III": 9, "Modul VIII": 1}, set()),
        ({"Alter Markt": 9, "Alter Mrakt": 2}, {("Alter Mrakt", "Alter Markt")}),
        ({"Lesung": 9, "Sitzung": 1}, set()),
    ],
)
def test_a_rare_name_a_slip_away_from_a_frequent_one_is_asked_about(
    typed: dict[str, int], pairs: set[tuple[str, str]]
) -> None:
    assert set(slips(typed)) == pairs


def test_projects_places_and_kinds_are_asked_about() -> None:
    rows = [[f"{day}.3.2017", "Wald", "Runde", f"x{day}", "Trier"] for day in range(1, 8)]
    rows += [["8.3.2017", "Wlad", "Rumde", "y", "Trirr"]]
    found = gathered([["Datum", "Projekt", "Art", "Thema", "Ort"], *rows])
    said = [p for p in found.problems if p.code == "auffaellig-schreibweise"]
    assert sorted(p.cell or "" for p in said) == ["B9", "C9", "E9"]
    assert any("Meinten Sie „Wald“?" in p.message for p in said)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Erika Muster", True), ("Dr. Erika Muster-Mann", True), ("Frau Muster", True), ("Hans-Peter Muster", True),
        ("Stadt Trier", False), ("Erika Muster Stiftung", False), ("Erika", False), ("Martin Luther-Haus e. V.", False),
        ("Caritas", False), ("", False), ("Maria Martha", False),
    ],
)  # fmt: skip
def test_a_first_and_a_last_name_are_somebody(name: str, person: bool) -> None:
    assert _is_person(name) is person


def test_somebody_among_the_organisations_is_told_without_the_name() -> None:
    found = gathered([["Datum", "Thema", "Beteiligte"], ["1.3.2017", "Rad", "IHK; Erika Muster"]])
    (told,) = found.problems
    assert (told.code, told.cell, told.value) == ("auffaellig-person", "C2", None)
    assert "Muster" not in told.message + told.advice
