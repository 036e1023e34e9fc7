"""Headings: where the header stands, and what each heading means."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from pipeline.base.records import Count
from tests.ingest.drop import HEAD, SETTINGS, balance, codes, column, dates, day, places, read, xlsx


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["Treffen 2017"]],
        [["Musterverein e. V."], [], ["Übersicht der Treffen", None, "Stand: 3.4.2018"]],
    ],
)
def test_the_header_is_found_below_title_rows(tmp_path: Path, above: list[list[object]]) -> None:
    xlsx(tmp_path / "a.xlsx", [*above, HEAD, [day("14.03.2017"), "Gespräch"]])
    found = read(tmp_path)
    assert dates(found) == ["14.03.2017"]
    assert list(found.sources["row"]) == [len(above) + 2]
    assert codes(found) == []


@pytest.mark.parametrize(
    "head",
    [
        ["DATUM ", " Art", "Thema\n"],
        ["Da-\ntum", "Art\xa0", "The\xadma:"],
        ["Termin", "Gremium", "Anlass"],
        ["Datum (TT.MM.JJJJ)", "Art des Treffens", "Thema *"],
        ["Datum/Uhrzeit", "Art", "Thema / Anlass"],
    ],
)
def test_headings_are_known_by_synonyms_and_in_spite_of_line_breaks(tmp_path: Path, head: list[str]) -> None:
    xlsx(tmp_path / "a.xlsx", {"Treffen": [head, ["14.03.2017", "Gespräch", "Thema A"]]})
    found = read(tmp_path)
    assert found["treffen"][["art", "thema"]].to_numpy().tolist() == [["Gespräch", "Thema A"]]
    assert codes(found) == []


def test_settings_add_headings(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Treffen": [["Zeitmarke", "Art"], ["14.03.2017", "Gespräch"]]})
    settings = replace(SETTINGS, spalten={"Treffen": {"Datum": ("Zeitmarke",)}})
    assert dates(read(tmp_path, settings)) == ["14.03.2017"]


def test_a_heading_that_is_nearly_right_is_read_and_asked_about(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Art", "Teilnemerzahl"], ["14.03.2017", "Gespräch", 12]])
    found = read(tmp_path)
    assert column(found, "treffen", "teilnehmerzahl") == [Count("genau", 12, 12, "12")]
    assert places(found, "ueberschrift-aehnlich") == [("a.xlsx", "Tabelle1", "C1", 1)]
    assert "Meinten Sie „Teilnehmerzahl“?" in found.problems[0].message


def test_a_heading_that_is_only_similar_is_asked_about_and_not_read(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Art", "Teilnehmerköpfezahl"], ["14.03.2017", "Gespräch", 12]])
    found = read(tmp_path)
    assert column(found, "treffen", "teilnehmerzahl") == [None]
    assert "Meinten Sie „Teilnehmerzahl“?" in found.problems[0].message


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Wehr", ["spalten-ungelesen"]),  # „Wer“
        ("Ansprechpartner", []),  # „Gesprächspartner“
        ("Ansprechpartner/in der Stadt", []),
        ("Teilnehmertage", ["spalten-ungelesen"]),
        ("Teilnehmerbeitrag", ["spalten-ungelesen"]),
        ("Teilnehmer in %", ["spalten-ungelesen"]),
        ("Sitzung Nr.", []),
        ("Teilnehmer w", ["spalten-ungelesen"]),
        ("Zeitung", ["spalten-ungelesen"]),
        ("Teilnehmer max.", ["spalten-ungelesen"]),
        ("Partner-Institutionen", ["spalten-ungelesen"]),
        ("Gesprächspartnerschaft", ["spalten-ungelesen"]),
        ("Bemerkungen (intern)", []),
        ("Kosten in €", []),
        ("entschuldigt", []),
        ("Raum", []),
    ],
)
def test_a_heading_that_only_looks_like_one_is_neither_read_nor_suggested(
    tmp_path: Path, heading: str, said: list[str]
) -> None:
    xlsx(tmp_path / "a.xlsx", {"Treffen": [["Datum", "Thema", heading], ["14.03.2017", "Umbau", "1/2017"]]})
    found = read(tmp_path)
    assert codes(found) == said
    assert [line.unread for line in found.balance] == [(heading,)]


def test_days_of_the_week_beside_the_date_are_passed_over(tmp_path: Path) -> None:
    rows = [["Tag", "Datum", "Thema"], ["Di", "14.03.2017", "Umbau"], ["Mi.", "15.03.2017", "Fest"]]
    xlsx(tmp_path / "a.xlsx", {"Treffen": rows})
    found = read(tmp_path)
    assert (codes(found), dates(found)) == ([], ["14.03.2017", "15.03.2017"])


def test_two_columns_for_one_thing_are_told_apart_by_their_letters(tmp_path: Path) -> None:
    rows = [["Datum", "Titel", "Besucher", "Besucher"], ["14.03.2017", "Fest", 10, 20]]
    xlsx(tmp_path / "a.xlsx", {"Veranstaltungen": rows})
    (found,) = read(tmp_path).problems
    assert "Die Spalten C („Besucher“) und D („Besucher“)" in found.message
    assert found.advice.startswith("Soll D gelten")


def test_present_beats_registered(tmp_path: Path) -> None:
    head = ["Datum", "Titel", "TN angemeldet", "TN anwesend"]
    xlsx(tmp_path / "a.xlsx", [head, ["14.03.2017", "Forum", 50, 40]])
    found = read(tmp_path)
    assert [count.low for count in found["veranstaltungen"]["teilnehmerzahl"]] == [40]
    assert places(found, "ueberschrift-doppelt") == [("a.xlsx", "Tabelle1", "C1", 1)]


def test_hours_beside_the_date_are_passed_over(tmp_path: Path) -> None:
    head = ["Datum", "Beginn", "Ende", "Titel"]
    rows = [["14.03.2017", "18:00", "20.00 Uhr", "A"], ["15.03.2017", time(18, 0), time(20, 0), "B"]]
    xlsx(tmp_path / "a.xlsx", [head, *rows])
    found = read(tmp_path)
    assert dates(found, "veranstaltungen") == ["14.03.2017", "15.03.2017"]
    assert found["veranstaltungen"]["bis"].isna().all()
    assert codes(found) == []


def test_a_header_of_two_rows_with_merged_cells_is_one_header(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Titel", "Teilnehmer", None],
        [None, None, "angemeldet", "anwesend"],
        ["14.03.2017", "Forum", 50, 40],
    ]
    xlsx(tmp_path / "a.xlsx", rows, merged=["A1:A2", "B1:B2", "C1:D1"])
    found = read(tmp_path)
    assert [count.low for count in found["veranstaltungen"]["teilnehmerzahl"]] == [40]
    assert balance(found) == [("Tabelle1", "veranstaltungen", 1, 1, 0)]


def test_numbers_below_publikum_are_people(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Titel", "Publikum"], ["1.3.2017", "A", 80], ["2.3.2017", "B", "ca. 350"]])
    found = read(tmp_path)
    assert [count.low for count in found["veranstaltungen"]["teilnehmerzahl"]] == [80, 350]
    assert column(found, "veranstaltungen", "zielgruppe") == ["", ""]


def test_datum_may_stand_over_the_weekday_and_the_day(tmp_path: Path) -> None:
    rows = [["Datum", None, "Titel"], ["Sa", "3.2.2024", "Fest"], ["So.", day("04.02.2024"), "Markt"]]
    xlsx(tmp_path / "a.xlsx", rows, merged=["A1:B1"])
    found = read(tmp_path)
    assert dates(found, "veranstaltungen") == ["03.02.2024", "04.02.2024"]
    assert codes(found) == []


def test_hours_beside_the_date_are_no_second_date(tmp_path: Path) -> None:
    rows = [["Datum", "Uhrzeit", None, "Titel"], [None, "von", "bis", None], ["3.2.2024", 18, 20, "Fest"]]
    xlsx(tmp_path / "a.xlsx", rows, merged=["B1:C1"])
    found = read(tmp_path)
    assert dates(found, "veranstaltungen") == ["03.02.2024"]
    assert codes(found) == []


@pytest.mark.parametrize(
    ("sheet", "head", "table", "missing"),
    [
        ("Treffen", ["Art", "Thema", "Ort"], "Treffen", "„Datum“"),
        (
            "Veranstaltungen",
            ["Datum", "Ort", "Teilnehmerzahl"],
            "Veranstaltungen",
            "„Format“ oder „Titel“ oder „Themen“",
        ),
        ("Tabelle1", ["Titel", "Veranstalter", "Ort"], "Veranstaltungen", "„Datum“"),
        ("Netzwerk", ["Projekt", "Institution"], "Netzwerk", "„Gruppe“"),
        ("Werte", ["Bezeichnung", "Jahr", "Einheit"], "Werte", "„Wert“"),
        ("Texte", ["Kapitel", "Abschnitt"], "Texte", "„Text“"),
    ],
)
def test_a_missing_needed_heading_blocks_and_names_it(
    tmp_path: Path, sheet: str, head: list[str], table: str, missing: str
) -> None:
    xlsx(tmp_path / "a.xlsx", {sheet: [["Liste"], head, ["x"] * len(head)]})
    found = read(tmp_path)
    assert places(found, "ueberschrift-fehlt") == [("a.xlsx", sheet, None, 2)]
    assert f"Tabelle „{table}“" in found.problems[0].message
    assert missing in found.problems[0].message


def test_a_header_is_found_however_deep_it_stands(tmp_path: Path) -> None:
    notes = [[f"Absatz {i} der Vorbemerkung"] for i in range(60)]
    xlsx(tmp_path / "a.xlsx", [*notes, HEAD, ["14.03.2017", "Gespräch"]])
    found = read(tmp_path)
    assert balance(found) == [("Tabelle1", "treffen", 1, 1, 0)]
    assert codes(found) == []


@pytest.mark.parametrize("word", ["Kurs", "Lehrgang", "Ausstellung", "Aktion", "Konzert", "Beschreibung"])
def test_what_an_office_offers_is_the_title(tmp_path: Path, word: str) -> None:
    xlsx(tmp_path / "a.xlsx", {"2017": [[word, "von", "bis", "Ort"], ["Kochen", "14.03.2017", "15.03.2017", "Trier"]]})
    found = read(tmp_path)
    assert column(found, "veranstaltungen", "titel") == ["Kochen"]
    assert codes(found) == []
