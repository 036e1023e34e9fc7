"""Lists of values with a column for each year or for each kind of value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.base.records import Tables
from tests.ingest.drop import SETTINGS, balance, codes, read, xlsx


def values(found: Tables) -> list[tuple[str, int, str, str]]:
    columns = ("bezeichnung", "jahr", "wert", "einheit")
    return [(n, y, str(v), u) for n, y, v, u in found["werte"][list(columns)].itertuples(index=False, name=None)]


BY_YEAR = [("Mitglieder", 2023, "410", ""), ("Mitglieder", 2024, "432", ""), ("Haushalt", 2024, "12500.5", "Euro")]


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ("Tabelle1", [["Kennzahl", 2023, 2024, "Einheit"],
                      ["Mitglieder", 410, 432], ["Haushalt", "k. A.", "12.500,5", "Euro"]]),
        ("Tabelle1", [["Entwicklung unseres Vereins"], [], ["Merkmal", "Einheit", "Jahr 2023", "31.12.2024"],
                      ["Mitglieder", None, 410, 432], ["Haushalt", "Euro", "–", 12500.5]]),
        ("Kennzahlen", [["", date(2023, 12, 31), date(2024, 12, 31), "Einheit"],
                        ["Mitglieder", 410, 432], ["Haushalt", None, 12500.5, "Euro"]]),
        ("Kennzahlen", [["", "", 2023, 2024, "Einheit"],
                        ["", "Mitglieder", 410, 432], ["", "Haushalt", None, 12500.5, "Euro"]]),
        ("Eckdaten", [["Bereich", 2023, "2024", "Einheit"],
                      ["Mitglieder", 410, 432], ["Haushalt", None, 12500.5, "Euro"]]),
    ],
)  # fmt: skip
def test_years_may_stand_side_by_side(tmp_path: Path, sheet: str, rows: list[list[Any]]) -> None:
    xlsx(tmp_path / "a.xlsx", {sheet: rows})
    found = read(tmp_path)
    assert values(found) == BY_YEAR
    assert codes(found) == []
    assert balance(found) == [(sheet, "werte", 2, 2, 0)]
    first, second = (rows.index(row) + 1 for row in rows[-2:])
    assert list(found.sources["row"]) == [first, first, second]


def test_kinds_may_stand_side_by_side_where_the_sheet_says_that_it_holds_values(tmp_path: Path) -> None:
    rows = [["Jahr", "Mitglieder", "Haushalt (Euro)", "Bemerkung"], [2023, 410, None, "neu"], [2024, 432, "12.500,50"]]
    xlsx(tmp_path / "a.xlsx", {"Eckdaten": rows})
    found = read(tmp_path)
    assert values(found) == [BY_YEAR[0], BY_YEAR[1], ("Haushalt", 2024, "12500.50", "Euro")]
    assert (codes(found), found.balance[0].unread) == ([], ("Bemerkung",))


@pytest.mark.parametrize("heading", ["Stand 31.12.", "Stand 31.12.2024", "Zum Jahresende", "", None])
@pytest.mark.parametrize("years", [(2023, 2024), ("2023", "2024"), (date(2023, 12, 31), date(2024, 12, 31))])
def test_a_first_column_of_years_needs_no_heading_that_says_so(tmp_path: Path, heading: Any, years: Any) -> None:
    rows = [[heading, "Mitglieder", "Haushalt (Euro)"], [years[0], 410, None], [years[1], 432, "12.500,50"]]
    xlsx(tmp_path / "Zahlen.xlsx", {"Verein": [*rows, [], ["Quelle: Kassenbuch"]]})
    found = read(tmp_path)
    assert values(found) == [BY_YEAR[0], BY_YEAR[1], ("Haushalt", 2024, "12500.50", "Euro")]
    assert codes(found) == ["zeile-notiz"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Stand", "Mitglieder"], [2024, 410], [2024, 432]],  # one year twice
        [["Plätze", "Mitglieder"], [2024, 410]],  # a single number may be anything
        [["Stand", "Mitglieder"], [date(2023, 5, 2), 410], [date(2024, 5, 2), 432]],  # days of their years
        [["Stand", "Mitglieder"], [12, 410], [2024, 432]],
    ],
)
def test_other_first_columns_are_no_years(tmp_path: Path, rows: list[list[Any]]) -> None:
    xlsx(tmp_path / "Zahlen.xlsx", {"Verein": rows})
    assert read(tmp_path)["werte"].empty


def test_the_settings_may_say_that_a_sheet_holds_values(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Verein": [["", 2024], ["Mitglieder", 432]]})
    assert codes(read(tmp_path)) == ["blatt-unbekannt"]
    told = replace(SETTINGS, tabellen={"a.xlsx/Verein": "Werte"})
    assert values(read(tmp_path, told)) == [BY_YEAR[1]]


@pytest.mark.parametrize(
    "rows",
    [
        [["Raum", 2023, 2024], ["Saal", "frei", "belegt"]],  # no numbers
        [["Verein", 2023, 2024], ["SV Musterstadt", 40, 44]],  # nothing says that it is a list of values
        [["Kennzahl", 2024, "Jahr 2024"], ["Mitglieder", 40, 44]],  # the same year twice
    ],
)
def test_other_sheets_with_years_in_their_headings_are_no_values(tmp_path: Path, rows: list[list[Any]]) -> None:
    xlsx(tmp_path / "a.xlsx", {"Belegung": rows})
    found = read(tmp_path)
    assert found["werte"].empty
    assert len(codes(found)) == 1


def test_what_is_no_number_is_told_of_its_cell_and_the_rest_of_the_row_counts(tmp_path: Path) -> None:
    rows = [
        ["Kennzahl", 2022, 2023, 2024],
        ["Mitglieder", "siehe Anlage", 410, "=SUM(B9:C9)"],
        ["Kurse", "ja", "mehr", None],
        ["Finanzen"],
        [None, 1, 2, 3],
        ["Gäste", None, "–", None],
        ["Gesamt", 1, 2, 3],
    ]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert values(found) == [BY_YEAR[0]]
    assert [(p.code, p.cell, p.row) for p in found.problems] == [
        ("wert-unlesbar", "B2", 2),
        ("wert-unlesbar", "B3", 3),
        ("wert-unlesbar", "C3", 3),
        ("zeile-notiz", None, 4),
        ("zeile-unvollstaendig", None, 5),
        ("zeile-unvollstaendig", None, 6),
        ("zeile-summe", None, 7),
        ("formel-ohne-wert", "D2", 2),
    ]
    assert "„Wert“" in found.problems[5].message
    assert balance(found) == [("Tabelle1", "werte", 6, 1, 5)]


def test_numbers_keep_all_their_digits(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Werte": [["Kennzahl", 2024], ["Quote", 0.1]]})
    assert read(tmp_path)["werte"].iloc[0]["wert"] == Decimal("0.1")


def test_a_unit_may_stand_behind_the_number(tmp_path: Path) -> None:
    head = ["Bezeichnung", "Jahr", "Wert", "Einheit"]
    rows = [
        ["Quote", 2017, "45,5 %", None],
        ["Haushalt", 2017, "1.234,50 €", None],
        ["Anteil", 2017, "4 Prozent", "v. H."],
    ]
    xlsx(tmp_path / "a.xlsx", {"Werte": [head, *rows]})
    xlsx(tmp_path / "b.xlsx", {"Kennzahlen": [["Kennzahl", "2017", "2016"], ["Spenden", "10 Euro", 5]]})
    found = read(tmp_path)["werte"]
    assert list(zip(found["bezeichnung"], found["wert"].map(str), found["einheit"], strict=True)) == [
        ("Quote", "45.5", "%"), ("Haushalt", "1234.50", "Euro"), ("Anteil", "4", "v. H."),
        ("Spenden", "10", "Euro"), ("Spenden", "5", ""),
    ]  # fmt: skip
