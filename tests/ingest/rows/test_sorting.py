"""Rows: which are records, which are set aside, and why."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.ingest.drop import HEAD, balance, codes, dates, day, places, read, xlsx
from tests.ingest.drop import typed as cells


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Summe", None, None, None, None, 12], "zeile-summe"),
        (["Gesamt 2017", None, None, None, None, 12], "zeile-summe"),
        ([None, None, None, None, "insgesamt", 12], "zeile-summe"),
        (["Teilnehmer gesamt:", None, None, None, None, 12], "zeile-summe"),
        (["Übertrag", None, None, None, None, 12], "zeile-summe"),
        (["Monatssumme", None, None, None, None, 12], "zeile-summe"),
        (["Gesamtergebnis", None, None, None, None, 12], "zeile-summe"),
        (["Januar Ergebnis", None, None, None, None, 12], "zeile-summe"),
        ([None, None, "Ergebnis", None, None, 12], "zeile-summe"),
        (["Σ", None, None, None, None, 12], "zeile-summe"),
        ([2017], "zeilen-abschnitte"),
        (["März 2017"], "zeilen-abschnitte"),
        (["Hinweis: ohne die Sitzungen des Vorstands"], "zeile-notiz"),
        (["März"], "zeilen-abschnitte"),
        (["15.03.2017", "Gespräch", "ABGESAGT"], "zeile-abgesagt"),
        (["15.03.2017", "Gespräch", "Thema B – entfällt"], "zeile-abgesagt"),
        (["15.03.2017", "Gespräch", "Thema B", "fällt aus"], "zeile-abgesagt"),
        (["abgesagt 15.3.2017", "Gespräch"], "zeile-abgesagt"),
        (["entfällt"], "zeile-abgesagt"),
        ([None, "Gespräch", "Thema B"], "zeile-ohne-datum"),
        (["15.03.2017"], "zeile-nur-datum"),
        (["noch offen", "Gespräch"], "datum-offen"),
        (["15.3.", "Gespräch"], "datum-ohne-jahr"),
        (["2/6/17", "Gespräch"], "datum-mehrdeutig"),
        (["jeden Mittwoch", "Gespräch"], "datum-serie"),
        (["15.3.1017", "Gespräch"], "datum-ausserhalb"),
        (["31.6.2017", "Gespräch"], "datum-unmoeglich"),
        (["Protokoll", "Gespräch"], "datum-unlesbar"),
        ([day("31.01.2020"), "Arbeitskreis", "Beispiel: bitte überschreiben"], "zeile-noch-beispiel"),
    ],
)
def test_a_row_that_is_no_record_is_set_aside_with_its_reason(tmp_path: Path, row: list[object], code: str) -> None:
    xlsx(tmp_path / "a.xlsx", [HEAD, [day("14.03.2017"), "Gespräch"], [], row])
    found = read(tmp_path)
    assert dates(found) == ["14.03.2017"]
    assert balance(found) == [("Tabelle1", "treffen", 2, 1, 1)]
    ((_, sheet, _, number),) = places(found, code)
    assert (sheet, number) == ("Tabelle1", 4)
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        ([["Gremium", "Datum"], ["Gesamt Vorstand", "14.03.2017"]], "treffen"),
        ([["Bezeichnung", "Jahr", "Wert"], ["Gesamtzahl der Mitglieder", 2017, 120]], "werte"),
        ([["Bezeichnung", "Jahr", "Wert"], ["Summe Einnahmen", 2017, 1200]], "werte"),
        ([["Kennzahl", 2016, 2017], ["Summe Einnahmen", None, 1200]], "werte"),
        ([["Gruppe", "Institution"], ["Gesamt", "Sportverein"]], "netzwerk"),
        ([["Kapitel", "Text"], ["Gesamt", "Ein gutes Jahr."]], "texte"),
    ],
)
def test_a_row_that_begins_like_a_total_may_be_an_entry(tmp_path: Path, rows: list[list[object]], table: str) -> None:
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert len(found[table]) == 1
    assert codes(found) == []


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        ([["Gruppe", "Institution"], ["Forum", "Sportverein"], ["Summe", 1]], "netzwerk"),
        ([["Bezeichnung", "Jahr", "Wert"], ["Mitglieder", 2017, 120], ["Gesamt", 2017, 120]], "werte"),
        ([["Kennzahl", 2016, 2017], ["Mitglieder", 110, 120], ["Insgesamt:", 110, 120]], "werte"),
        ([["Name", "Kurzform"], ["Sportverein", "SV"], ["Summe", 1]], "partner"),
    ],
)
def test_a_total_is_none(tmp_path: Path, rows: list[list[object]], table: str) -> None:
    xlsx(tmp_path / f"{table}.xlsx", rows)
    found = read(tmp_path)
    assert codes(found) == ["zeile-summe"]
    assert set(found.sources.loc[found[table].index, "row"]) == {2}


def test_a_town_called_like_the_one_of_the_example_is_no_remark(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [HEAD, ["14.03.2017", "Rat", "Haushalt", "Musterstadt", "Stadt Musterstadt"]])
    assert codes(read(tmp_path)) == []


@pytest.mark.parametrize("typed", ["31.4.2017", "Ende Mai", None, "jeden Montag", "noch offen", "3.4."])
def test_entries_with_a_wrong_date_after_a_gap_are_told_of_as_such(tmp_path: Path, typed: str | None) -> None:
    rows = [HEAD, ["14.03.2017", "Rat", "A"], [], *[[typed, "Rat", f"{letter}"] for letter in "BC"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert "zeilen-anderes" not in codes(found)
    assert balance(found) == [("Tabelle1", "treffen", 3, *((3, 0) if len(found["treffen"]) == 3 else (1, 2)))]


def test_a_row_of_nothing_but_a_formula_is_told_as_one(tmp_path: Path) -> None:
    rows = [["Datum", "Titel", "Besucher"], ["14.03.2017", "Fest", 5], [None, None, "=SUM(C2:C2)"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [(p.code, p.row) for p in found.problems] == [("zeile-formel", 3)]


def test_a_date_that_was_not_calculated_is_told_of_once(tmp_path: Path) -> None:
    xlsx(
        tmp_path / "a.xlsx",
        [["Datum", "Sitzung"], *([f"=B{i}", "Gespräch"] for i in range(9)), ["14.03.2017", "Forum"]],
    )
    found = read(tmp_path)
    assert codes(found) == ["formel-ohne-wert"]
    assert "diese Zeilen zählen nicht mit" in found.problems[0].message
    assert balance(found) == [("Tabelle1", "treffen", 10, 1, 9)]


def test_several_dates_in_a_cell_are_several_records_of_one_row(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Art"], ["14.3. und 21.3.2017", "Gespräch"]])
    found = read(tmp_path)
    assert dates(found) == ["14.03.2017", "21.03.2017"]
    assert list(found.sources["row"]) == [2, 2]
    assert balance(found) == [("Tabelle1", "treffen", 1, 1, 0)]


def test_a_row_whose_date_is_a_formula_without_value_is_set_aside(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Art"], ["=TODAY()", "A"], ["15.03.2017", "B"], ["=TODAY()", None]])
    assert balance(read(tmp_path)) == [("Tabelle1", "treffen", 3, 1, 2)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Mitglieder", "neulich", 120], "jahr-unlesbar"),
        (["Mitglieder", 2017, "viele"], "zahl-unlesbar"),
        (["Mitglieder", None, 120], "zeile-unvollstaendig"),
        (["Zahlen des Vorstands"], "zeile-notiz"),
    ],
)
def test_a_value_that_cannot_be_read_is_set_aside(tmp_path: Path, row: list[object], code: str) -> None:
    xlsx(tmp_path / "a.xlsx", [["Bezeichnung", "Jahr", "Wert"], row, ["Mitglieder", 2017, 120]])
    found = read(tmp_path)
    assert codes(found) == [code]
    assert balance(found) == [("Tabelle1", "werte", 2, 1, 1)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([None, None, "Ein Absatz, zu dem das Kapitel fehlt."], "zeile-unvollstaendig"),
        (["Ausblick", None, None], "zeile-notiz"),
        (["Ausblick", "Schluss", None], "zeile-unvollstaendig"),
    ],
)
def test_a_text_without_its_chapter_is_told_and_a_lone_word_is_a_note(
    tmp_path: Path, row: list[str | None], code: str
) -> None:
    xlsx(tmp_path / "a.xlsx", {"Texte": [["Kapitel", "Abschnitt", "Text"], ["Vorwort", None, "Eins."], row]})
    found = read(tmp_path)
    assert (codes(found), balance(found)) == ([code], [("Texte", "texte", 2, 1, 1)])


@pytest.mark.parametrize(
    ("typed", "year"),
    [("Frühjahr 2017", 2017), ("Sommersemester 2017", 2017), ("Schuljahr 2017/18", 2017), ("WS 2017/18", 2017)],
)
def test_what_is_no_day_says_in_which_year_it_counts(typed: str, year: int) -> None:
    found = cells([["Datum", "Art", "Thema"], [typed, "Gespräch", "Haus"]], "Treffen")
    assert [(p.code, f"Jahr {year}" in p.message) for p in found.problems] == [("jahr-zeitraum", True)]
    found = cells([["Bezeichnung", "Jahr", "Wert"], ["Kinder", typed, 12]], "Werte")
    assert list(found["werte"]["jahr"]) == [year]
    assert codes(found) == ["jahr-zeitraum"]


@pytest.mark.parametrize(
    ("struck", "codes_of", "days"),
    [
        ("A3:C3", ["zeile-durchgestrichen"], 3),
        ("A3:C3 A5:B5", ["auffaellig-durchgestrichen", "zeile-durchgestrichen"], 3),
        ("C3:C3", ["auffaellig-durchgestrichen"], 4),
        ("A2:C5", ["auffaellig-durchgestrichen"], 4),
    ],
)
def test_a_row_that_is_struck_out_does_not_count(tmp_path: Path, struck: str, codes_of: list[str], days: int) -> None:
    path = xlsx(
        tmp_path / "a.xlsx", [["Datum", "Art", "Thema"], *([f"{n}.3.2017", "Rat", f"x{n}"] for n in range(1, 5))]
    )
    book = openpyxl.load_workbook(path)
    for block in struck.split():
        for row in book.active[block]:
            for cell in row:
                cell.font = Font(strike=True)
    book.save(path)
    found = read(tmp_path)
    assert sorted(codes(found)) == codes_of
    assert len(dates(found)) == days
