"""Lists of income and expenses as offices write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.drop import balance, codes, places, read, xlsx

HEAD = ["Position", "Art", "Betrag", "Jahr"]


def amounts(found: Any) -> list[tuple[str, int, str, str]]:
    """Return position, year, what came in and what went out of every row."""
    frame = found["finanzen"]
    columns = (frame[name] for name in ("position", "jahr", "einnahmen", "ausgaben"))
    return [(p, y, *("" if v is None else str(v) for v in sides)) for p, y, *sides in zip(*columns, strict=True)]


BOTH = [("Beiträge", 2024, "1200.50", ""), ("Miete", 2024, "", "800.00")]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ["Beiträge", "Einnahme", "1.200,50 €", 2024], ["Miete", "Ausgabe", "800,-", 2024]],
        [["Posten", "E/A", "Betrag (€)", "Datum"], ["Beiträge", "E", 1200.5, "03.02.2024"],
         ["Miete", "A", 800, "1.3.24"]],
        [["Verwendungszweck", "Betrag in Euro", "Art", "Haushaltsjahr"], ["Beiträge", 1200.5, "Ertrag", 2024],
         ["Miete", -800, None, 2024]],
        [["Bezeichnung", "Einnahmen", "Ausgaben", "Jahr"], ["Beiträge", 1200.5, None, 2024], ["Miete", "–", 800, 2024]],
        [HEAD, ["Beiträge", "Einnahme", 1200.5, 2024], ["Miete", "Ausgabe", -800, 2024]],
    ],
)  # fmt: skip
def test_both_layouts_and_the_words_of_offices_say_the_same(tmp_path: Path, rows: list[list[Any]]) -> None:
    xlsx(tmp_path / "a.xlsx", {"Finanzen": rows})
    found = read(tmp_path)
    assert amounts(found) == BOTH
    assert codes(found) == []


@pytest.mark.parametrize(
    ("file", "sheet", "taken"),
    [
        ("a", "Finanzen", True), ("a", "Haushalt 2024", True),
        ("a", "Jahresabschluss", True), ("a", "Einnahmen und Ausgaben", True), ("Finanzen 2024", "Tabelle1", True),
        ("Finanzen", "Jugend", False),
        ("a", "Kasse", False), ("a", "Kassenbuch", False), ("a", "Buchungen", False), ("a", "Jugend", False),
        ("Finanzen", "Kassenbuch", False), ("Kasse", "Tabelle1", False), ("a", "Tabelle1", False),
    ],
)  # fmt: skip
def test_only_a_list_that_is_called_so_is_taken(tmp_path: Path, file: str, sheet: str, taken: bool) -> None:
    xlsx(tmp_path / f"{file}.xlsx", {sheet: [HEAD, ["Beiträge", "Einnahme", 5, 2024]]})
    assert bool(len(read(tmp_path)["finanzen"])) is taken


@pytest.mark.parametrize(
    ("file", "sheet", "planned"),
    [
        ("a", "Haushaltsplan", True), ("a", "Budget", True), ("a", "Finanzen Plan 2024", True),
        ("Haushaltsplan_2024", "Finanzen", True), ("a", "Finanzen (Soll)", True),
        ("Haushaltsentwurf", "Finanzen", True), ("Haushaltsplan und Abschluss", "Jahresabschluss", False),
        ("Budget", "Finanzen Ist", False), ("Planungsgruppe", "Finanzen", False), ("a", "Jahresrechnung", False),
    ],
)  # fmt: skip
def test_what_was_planned_is_told_of_and_never_counted(tmp_path: Path, file: str, sheet: str, planned: bool) -> None:
    xlsx(tmp_path / f"{file}.xlsx", {sheet: [HEAD, ["Beiträge", "Einnahme", 5, 2024]]})
    found = read(tmp_path)
    assert amounts(found) == ([] if planned else [("Beiträge", 2024, "5.00", "")])
    assert codes(found) == (["finanzen-geplant"] if planned else [])
    assert balance(found) == [(sheet, "finanzen", 1, 0, 1) if planned else (sheet, "finanzen", 1, 1, 0)]


def test_money_that_came_back_lowers_the_expenses(tmp_path: Path) -> None:
    rows = [HEAD, ["Miete", "Ausgabe", 800, 2024], ["Strom", "Ausgabe", 90, 2024], ["Miete", "Ausgabe", "-50,00", 2024]]
    xlsx(tmp_path / "a.xlsx", {"Finanzen": rows})
    assert [out for *_, out in amounts(read(tmp_path))] == ["800.00", "90.00", "-50.00"]


def test_what_cannot_be_read_is_told_of_and_set_aside(tmp_path: Path) -> None:
    rows = [
        [*HEAD, "Datum"],
        ["Beiträge", "Einnahme", 5, 2024],
        ["Miete", "Ausgabe", "nach Absprache", 2024],
        ["Spenden", None, 30, 2024],
        ["Fest", "Umbuchung", 30, 2024],
        ["Fahrt", "Ausgabe", 30, None, "im Herbst"],
        ["Summe Einnahmen", "Einnahme", 5, 2024],
        ["Kassenbestand am 31.12.", "Einnahme", 900, 2024],
    ]
    xlsx(tmp_path / "a.xlsx", {"Finanzen": rows})
    found = read(tmp_path)
    assert amounts(found) == [("Beiträge", 2024, "5.00", "")]
    assert places(found, "betrag-unlesbar") == [("a.xlsx", "Finanzen", "C3", 3)]
    rest = {"finanzen-ohne-art": 4, "finanzen-art-unklar": 5, "finanzen-datum-unlesbar": 6, "finanzen-kein-posten": 8}
    assert {p.code: p.row for p in found.problems if p.code in rest} == rest
    assert balance(found) == [("Finanzen", "finanzen", 7, 1, 6)]


def test_equal_rows_are_two_payments(tmp_path: Path) -> None:
    rows = [HEAD, ["Spende", "Einnahme", 50, 2024], ["Spende", "Einnahme", 50, 2024], ["Miete", "Ausgabe", 5, 2024]]
    xlsx(tmp_path / "a.xlsx", {"Finanzen": rows})
    found = read(tmp_path)
    assert len(found["finanzen"]) == 3
    assert codes(found) == []
