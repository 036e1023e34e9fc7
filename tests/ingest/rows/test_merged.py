"""Merged cells: for which records they count."""

from __future__ import annotations

from pathlib import Path

from pipeline.base.records import Count
from tests.ingest.drop import balance, column, dates, places, read, xlsx


def test_one_record_over_several_merged_rows_is_one_record(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Art", "Beteiligte"],
        ["14.03.2017", "Gespräch", "IHK"], [None, None, "HWK"], [None, None, "Stadt Trier"],
        ["15.03.2017", "Gespräch", "ADD"],
    ]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", rows, merged=["A2:A4", "B2:B4"])
    found = read(tmp_path)
    assert column(found, "treffen", "beteiligte") == [("IHK", "HWK", "Stadt Trier"), ("ADD",)]
    assert list(found.sources["row"]) == [2, 5]
    assert balance(found) == [("Tabelle1", "treffen", 4, 4, 0)]


def test_what_names_a_record_may_be_merged_and_its_themes_and_numbers_not(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Titel", "Themen", "Besucher"],
        ["14.03.2017", "Messe", "Arbeit", 10], [None, None, "Sprache", 12], [None, None, "Wohnen", "k. A."],
        ["15.03.2017", "Fest", "Musik", None], [None, None, None, 8],
    ]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", rows, merged=["A2:A4", "B2:B4", "A5:A6", "B5:B6"])
    found = read(tmp_path)
    assert column(found, "veranstaltungen", "themen") == [("Arbeit", "Sprache", "Wohnen"), ("Musik",)]
    assert column(found, "veranstaltungen", "teilnehmerzahl") == [
        Count("mindestens", 12, typed="12"),
        Count("genau", 8, 8, "8"),
    ]
    assert places(found, "anzahl-mehrere-zeilen") == [("a.xlsx", "Tabelle1", "D2", 2)]
    assert "(10; 12)" in found.problems[0].message
    assert balance(found) == [("Tabelle1", "veranstaltungen", 5, 5, 0)]


def test_a_merged_date_counts_for_each_row_with_an_entry_of_its_own(tmp_path: Path) -> None:
    rows = [["Datum", "Thema"], ["14.03.2017", "A"], [None, "B"]]
    xlsx(tmp_path / "a.xlsx", {"Treffen": rows}, merged=["A2:A3"])
    assert dates(read(tmp_path)) == ["14.03.2017", "14.03.2017"]


def test_a_number_merged_over_several_records_counts_once(tmp_path: Path) -> None:
    rows = [["Datum", "Titel", "Besucher"], *([f"{day}.3.2017", f"Fest {day}", None] for day in range(1, 4))]
    rows[1][2] = 30
    xlsx(tmp_path / "a.xlsx", rows, merged=["C2:C4"])
    found = read(tmp_path)
    counts = column(found, "veranstaltungen", "teilnehmerzahl")
    assert [(count.kind, count.low) for count in counts if isinstance(count, Count)] == [
        ("genau", 30), ("unbekannt", 0), ("unbekannt", 0),
    ]  # fmt: skip
    assert places(found, "anzahl-verbunden") == [("a.xlsx", "Tabelle1", "C2", 2)]
