"""Rows, sheets and files that stand twice."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.problems import blocks
from pipeline.base.records import Tables
from tests.ingest.drop import balance, codes, places, read, xlsx

HEAD = ["Datum", "Art", "Thema"]


def meetings(*days: int, theme: str = "Thema") -> list[list[object]]:
    return [HEAD, *([f"{day}.3.2017", "Gespräch", f"{theme} {day}"] for day in days)]


def days(found: Tables) -> Sequence[int]:
    return [d.day for d in found["treffen"]["datum"]]


def test_a_copied_file_counts_once_with_one_message(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"2017": meetings(1, 2, 3)})
    shutil.copy(tmp_path / "a.xlsx", tmp_path / "Kopie von a.xlsx")
    found = read(tmp_path)
    assert days(found) == [1, 2, 3]
    assert places(found, "blatt-doppelt") == [("a.xlsx", "2017", None, 2)]
    assert "„Kopie von a.xlsx“, Blatt „2017“" in found.problems[0].message
    assert "Zeilen 2–4" in found.problems[0].message
    assert balance(found) == [("2017", "treffen", 3, 3, 0), ("2017", "treffen", 3, 0, 3)]
    assert not blocks(found.problems)


def test_a_sheet_that_repeats_the_yearly_sheets_counts_once(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Alle": meetings(1, 2, 3, 4), "Erste": meetings(1, 2), "Zweite": meetings(3, 4)})
    found = read(tmp_path)
    assert days(found) == [1, 2, 3, 4]
    assert codes(found) == ["blatt-enthalten", "blatt-enthalten"]


@pytest.mark.parametrize("days_of_all", [(1, 2, 3, 4), (3, 1, 4), (4, 1)])
def test_a_sheet_that_repeats_rows_of_several_sheets_is_told_of_once(tmp_path: Path, days_of_all: list[int]) -> None:
    xlsx(tmp_path / "a.xlsx", {"Erste": meetings(1, 2), "Zweite": meetings(3, 4), "Alle": meetings(*days_of_all)})
    found = read(tmp_path)
    assert days(found) == [1, 2, 3, 4]
    assert codes(found) == ["blatt-enthalten"]
    assert "wiederholt nur Zeilen aus „a.xlsx“, Blätter „Erste“ und „Zweite“" in found.problems[0].message
    assert f"Zeilen 2{'–' if len(days_of_all) > 2 else ' und '}{len(days_of_all) + 1}" in found.problems[0].message


def test_the_sheet_with_everything_may_stand_last(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Erste": meetings(1, 2), "Zweite": meetings(3, 4), "Alle": meetings(1, 2, 3, 4, 5)})
    found = read(tmp_path)
    assert sorted(days(found)) == [1, 2, 3, 4, 5]
    assert not blocks(found.problems)


def test_single_rows_that_stand_in_two_sheets_count_once(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"A": meetings(1, 2, 3), "B": meetings(3, 4, 5, 6, 7)})
    found = read(tmp_path)
    assert days(found) == [1, 2, 3, 4, 5, 6, 7]
    assert places(found, "zeile-doppelt") == [("a.xlsx", "B", None, 2)]
    assert "„a.xlsx“, Blatt „A“, Zeile 4" in found.problems[0].message
    assert balance(found)[1] == ("B", "treffen", 5, 4, 1)


@pytest.mark.parametrize(
    ("same", "told"),
    [(1, ["zeile-doppelt"]), (3, ["zeile-doppelt"] * 3), (4, ["zeilen-doppelt"]), (5, ["zeilen-doppelt"])],
)
def test_up_to_three_rows_that_stand_in_two_sheets_are_named_one_by_one(
    tmp_path: Path, same: int, told: list[str]
) -> None:
    xlsx(tmp_path / "a.xlsx", {"A": meetings(*range(1, 16)), "B": meetings(*range(16 - same, 31 - same))})
    found = read(tmp_path)
    assert sorted(days(found)) == list(range(1, 31 - same))
    assert codes(found) == told
    assert places(found, told[0])[0] == ("a.xlsx", "B", None, 2)
    assert balance(found)[1] == ("B", "treffen", 15, 15 - same, same)


@pytest.mark.parametrize(
    ("same", "ours", "theirs", "edited"),
    [
        (3, 4, 4, True), (2, 3, 3, True), (1, 2, 2, False), (2, 4, 4, False), (4, 4, 4, False), (3, 3, 60, False),
        (19, 20, 60, True), (2, 3, 60, False), (10, 20, 60, False),
    ],
)  # fmt: skip
def test_an_edited_copy_shares_over_half_or_nearly_all(
    tmp_path: Path, same: int, ours: int, theirs: int, edited: bool
) -> None:
    first = date(2017, 1, 1).toordinal()
    entries = [[date.fromordinal(first + i), "Gespräch", f"Thema {i}"] for i in range(theirs + ours - same)]
    xlsx(tmp_path / "a.xlsx", {"A": [HEAD, *entries[:theirs]], "B": [HEAD, *entries[theirs - same :]]})
    found = read(tmp_path)
    assert ("blatt-abweichende-kopie" in codes(found)) is edited
    assert [line[2] for line in balance(found)] == [theirs, ours]


def test_an_edited_copy_blocks_and_names_the_rows_that_differ(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"A": meetings(1, 2, 3, 4)})
    rows = meetings(1, 2, 3, 4)
    rows[3] = ["3.3.2017", "Gespräch", "anders"]
    xlsx(tmp_path / "b.xlsx", {"A": rows})
    found = read(tmp_path)
    assert codes(found) == ["blatt-abweichende-kopie"]
    assert blocks(found.problems)
    assert "hier Zeile 4, dort Zeile 4" in found.problems[0].message


def test_equal_rows_on_one_sheet_both_count_with_a_warning(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", meetings(1, 2, 1))
    found = read(tmp_path)
    assert days(found) == [1, 2, 1]
    assert places(found, "zeilen-gleich") == [("a.xlsx", "Tabelle1", None, 4)]
    assert "Zeilen 2 und 4" in found.problems[0].message


def test_spelling_variants_do_not_hide_a_copy(tmp_path: Path) -> None:
    head = ["Datum", "Thema", "Beteiligte", "Teilnehmerzahl"]
    xlsx(tmp_path / "a.xlsx", [head, ["1.3.2017", "A", "Stadt Trier; IHK", "ca. 20"], ["2.3.2017", "B", "IHK", 5]])
    xlsx(tmp_path / "b.xlsx", [head, ["01.03.2017", "A ", "Stadt  Trier, IHK", "ca.20"], ["2.3.2017", "C", "IHK", "5"]])
    assert "zeile-doppelt" in codes(read(tmp_path))


def test_equal_people_of_a_network_count_unless_the_whole_sheet_is_a_copy(tmp_path: Path) -> None:
    rows = [["Gruppe", "Institution"], ["Forum", "Caritas"], ["Forum", "Caritas"], ["Forum", "IHK"]]
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": rows, "Netzwerk 2": rows[:2]})
    assert len(read(tmp_path)["netzwerk"]) == 4
    shutil.copy(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    found = read(tmp_path)
    assert len(found["netzwerk"]) == 4
    assert codes(found) == ["blatt-doppelt", "zeile-doppelt"]


def people(*names: str, group: str = "Runder Tisch") -> list[list[object]]:
    return [["Gruppe", "Name"], *([group, name] for name in names)]


@pytest.mark.parametrize(
    ("theirs", "codes_said", "counted"),
    [
        (["E", "F", "G", "H"], [], 8),
        (["A", "B", "C", "D"], ["blatt-doppelt"], 4),
        (["D", "C", "B", "a"], ["blatt-doppelt"], 4),
        (["A", "B", "C", "X"], ["blatt-abweichende-kopie"], 8),
        (["A", "B", "C"], ["zeilen-wieder"], 7),
        (["A", "B", "C", "D", "E"], ["zeilen-wieder"], 9),
        (["A", "X", "Y", "Z"], [], 8),
    ],
)
def test_lists_of_people_are_compared_by_names_that_nobody_is_told(
    tmp_path: Path, theirs: list[str], codes_said: list[str], counted: int
) -> None:
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": people(*(f"Erika {name}" for name in "ABCD"))})
    xlsx(tmp_path / "b.xlsx", {"Netzwerk": people(*(f"Erika {name}" for name in theirs))})
    found = read(tmp_path)
    assert codes(found) == codes_said
    if not blocks(found.problems):
        assert len(found["netzwerk"]) == counted
    assert "Erika" not in repr(found)


def test_private_persons_without_a_name_are_as_many_as_rows(tmp_path: Path) -> None:
    rows = [["Gruppe", "Institution", "Person"], *[["Forum", None, "Privatperson"]] * 3]
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": rows})
    found = read(tmp_path)
    assert len(found["netzwerk"]) == 3
    assert codes(found) == []


def test_a_person_who_stands_twice_in_a_list_counts_twice_with_a_warning(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": [*people("Erika A", "Erika B", "erika  a"), ["Forum", "Erika A"]]})
    found = read(tmp_path)
    assert len(found["netzwerk"]) == 4
    assert places(found, "zeilen-gleich") == [("a.xlsx", "Netzwerk", None, 4)]
    assert "Zeilen 2 und 4" in found.problems[0].message


def test_a_list_with_a_column_more_in_another_order_counts_once(tmp_path: Path) -> None:
    full = [["Datum", "Thema", "Beteiligte"], ["1.3.2017", "A", "IHK"], ["2.3.2017", "B", "HWK"]]
    xlsx(tmp_path / "a.xlsx", {"Alle Treffen": [row[:2] for row in (full[0], full[2], full[1])], "2017": full})
    found = read(tmp_path)
    assert [row[2:] for row in balance(found)] == [(2, 0, 2), (2, 2, 0)]
    assert list(found["treffen"]["beteiligte"]) == [("IHK",), ("HWK",)]
    assert places(found, "blatt-aehnlich-einmal") == [("a.xlsx", "Alle Treffen", None, None)]


def test_groups_that_meet_on_the_same_days_count_both(tmp_path: Path) -> None:
    weekly = [[f"{day}.3.2017", "Jour fixe"] for day in (1, 8, 15, 22)]
    xlsx(
        tmp_path / "a.xlsx", {"A": [HEAD[::2], *weekly], "B": [[*HEAD[::2], "Ort"], *([*row, "Rom"] for row in weekly)]}
    )
    found = read(tmp_path)
    assert len(found["treffen"]) == 8
    assert codes(found) == ["blatt-aehnlich"]


EVENTS = ["Datum", "Titel", "Besucher"]


@pytest.mark.parametrize(
    ("themes", "meetings_left", "said"),
    [
        (["Rad", "Bus", "Bahn"], 0, ["zeilen-andere-tabelle-einmal"]),
        (["Rad", "BUS", "anders"], 1, ["zeilen-andere-tabelle-einmal"]),
        (["Rad", "anders", "neu"], 3, ["zeilen-andere-tabelle"]),
        (["Vorstand", "Beirat", "Haushalt"], 3, []),
    ],
)
def test_a_list_read_as_meetings_and_as_events_counts_once(
    tmp_path: Path, themes: list[str], meetings_left: int, said: list[str]
) -> None:
    events = [[f"{day}.3.2017", title, 20] for day, title in enumerate(["Rad", "Bus", "Bahn", "Fuß"], start=1)]
    xlsx(tmp_path / "a.xlsx", {"Treffen": [HEAD, *([f"{day}.3.2017", "Runde", t] for day, t in enumerate(themes, 1))]})
    xlsx(tmp_path / "b.xlsx", {"Veranstaltungen": [EVENTS, *events]})
    found = read(tmp_path)
    assert (len(found["treffen"]), len(found["veranstaltungen"])) == (meetings_left, 4)
    assert codes(found) == said


def test_rows_of_other_years_are_no_difference_of_a_sheet_with_all_years(tmp_path: Path) -> None:
    years = {str(year): [[f"{day}.3.{year}", "Gespräch", f"x{day}"] for day in range(1, 6)] for year in (2016, 2017)}
    everything = [HEAD, *years["2016"], *years["2017"][:4], ["5.3.2017", "Gespräch", "anders"]]
    xlsx(tmp_path / "a.xlsx", {"Alle": everything, **{year: [HEAD, *rows] for year, rows in years.items()}})
    (told,) = (problem for problem in read(tmp_path).problems if problem.code == "blatt-abweichende-kopie")
    assert "hier Zeile 6, dort Zeile 11" in told.message
    assert "archiv" not in told.advice


def test_all_equal_rows_of_a_sheet_are_one_message(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", meetings(*(day for day in range(1, 21) for _ in range(2))))
    (told,) = read(tmp_path).problems
    assert "(Zeilen 2 und 3; Zeilen 4 und 5;" in told.message
    assert "; 8 weitere Male)" in told.message
