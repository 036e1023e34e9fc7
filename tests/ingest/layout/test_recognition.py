"""What a sheet is, told by its name and its headings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.ingest.layout.layout import Layout
from pipeline.ingest.layout.recognition import has_own_name, has_telling_name
from pipeline.ingest.sheets import Sheet
from pipeline.topics.registry import tables
from tests.ingest.drop import HEAD, SETTINGS, codes, dates, places, read, xlsx


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Tabelle1", False), ("Blatt 2", False), ("2017", False), ("März", False), ("Mrz 2017", False),
        ("Sept. 2018", False), ("Mai", False), ("2. Halbjahr", True),
        ("Maifest", True), ("Märchen", True), ("Junioren 2017", True), ("Oktoberfest", True), ("Augenblicke", True),
    ],
)  # fmt: skip
def test_a_month_is_no_name_of_a_sheet_and_what_begins_like_one_is(name: str, own: bool) -> None:
    assert has_own_name(Sheet("a.xlsx", name, ())) is own


@pytest.mark.parametrize(
    ("head", "code", "said"),
    [
        (["Dattum", "Tittel", "Ortt", "Teilnemer"], "blatt-verschrieben", "„Titel“ statt „Tittel“"),
        (["Datumm", "Raum", "Zweck"], "blatt-unbekannt", "„Datumm“, „Raum“, „Zweck“"),
        (["Gehälter", 4000], "blatt-unbekannt", "Überschriften sind darin nicht"),
        (["Müller", "Eva", "Trier"], "blatt-unbekannt", "Überschriften sind darin nicht"),
        (["Posten", "Beleg", "Betrag"], "blatt-unbekannt", "„Posten“, „Beleg“, „Betrag“."),
        ([*"ABCDEF", "Ort"], "blatt-unbekannt", "„D“, „E“ …"),
    ],
)
def test_a_strange_sheet_is_named_by_its_headings_and_by_nothing_private(
    tmp_path: Path, head: list[object], code: str, said: str
) -> None:
    below = ["Schmitt", "Max", 12.5, 3] if len(head) > 2 and head[0] != "Müller" else ["Schmitt", "Max", "Köln"]
    xlsx(tmp_path / "a.xlsx", {"Liste": [head, below[: len(head)]]})
    (found,) = read(tmp_path).problems
    assert found.code == code
    assert said in found.message


@pytest.mark.parametrize("name", ["Konzerte 2017", "Wanderungen und Feste 2017", "Veranstaltungen 2017"])
def test_a_file_is_named_after_what_it_lists(tmp_path: Path, name: str) -> None:
    xlsx(tmp_path / f"{name}.xlsx", {"Blatt 1": [["Tag", "Veranstaltung", "Ort"], ["5.5.", "Frühlingskonzert", "Ulm"]]})
    assert [f"{day:%d.%m.%Y}" for day in read(tmp_path)["veranstaltungen"]["datum"]] == ["05.05.2017"]


@pytest.mark.parametrize("file", ["Krankmeldungen", "Passwörter", "Material"])
def test_a_file_of_something_else_is_no_list_of_ours_though_its_sheet_has_no_name(tmp_path: Path, file: str) -> None:
    head = {"Krankmeldungen": ["Name", "von", "bis", "Grund"], "Passwörter": ["Name", "Art", "Kürzel"]}
    row = ["A", "14.03.2024", "15.03.2024", "x"]
    own = head.get(file, ["Bezeichnung", "Anzahl", "Ort"])
    xlsx(tmp_path / f"{file}.xlsx", [own, row[: len(own)]])
    found = read(tmp_path)
    assert not found.balance
    assert "fehler" not in {p.severity.value for p in found.problems}


@pytest.mark.parametrize(
    ("sheet", "head", "code"),
    [
        ("Urlaub", ["Name", "von", "bis", "Tage"], "blatt-unbekannt"),
        ("Raumbelegung", ["Datum", "von", "bis", "Raum", "Ort"], "blatt-unbekannt"),
        ("Halle", ["Datum", "von", "bis", "Raum", "Ort", "Projekt"], "blatt-nicht-erkannt"),
        ("Termine 2", ["Beginn", "Raum", "Ort"], "ueberschrift-fehlt"),
    ],
)
def test_a_sheet_beside_a_table_only_stops_the_report_if_its_own_name_promises_one(
    tmp_path: Path, sheet: str, head: list[str], code: str
) -> None:
    rows = [head, ["x"] * len(head)]
    xlsx(tmp_path / "Termine 2022.xlsx", {"Sitzungen": [HEAD, ["14.03.2022", "Gespräch"]], sheet: rows})
    assert codes(read(tmp_path)) == [code]


def test_a_file_whose_only_sheet_nobody_named_is_called_like_the_file(tmp_path: Path) -> None:
    xlsx(tmp_path / "Termine.xlsx", [["Beginn", "Ort"], ["14.03.2017", "Trier"]])
    assert codes(read(tmp_path)) == ["ueberschrift-fehlt"]


@pytest.mark.parametrize(
    ("sheet", "head", "row", "code"),
    [
        ("2017", ["Kurs", "Datum", "Vorname", "Familienname"], ["Kochen", "14.03.2017", "A.", "M."], "blatt-fraglich"),
        ("Stunden", ["Datum", "Wer", "Was", "Stunden"], ["14.03.2017", "A.", "Aufbau", 3], "blatt-fraglich"),
        ("km", ["Datum", "Anlass", "von", "nach", "km"], ["14.03.2017", "Sitzung", "A", "B", 3], "blatt-fraglich"),
        ("ToDo", ["Datum", "Thema", "Wer", "Status"], ["14.03.2017", "Einladung", "A.", "offen"], "blatt-unbekannt"),
        ("Urlaub", ["Datum von", "Datum bis", "Wer", "Grund"], ["1.3.2017", "2.3.2017", "A.", "x"], "blatt-unbekannt"),
        ("Inventar", ["Nr.", "Bezeichnung", "Anzahl", "Ort"], [1, "Stuhl", 4, "Keller"], "blatt-unbekannt"),
    ],
)
def test_what_else_an_office_keeps_is_no_list_of_ours_and_stops_no_report(
    tmp_path: Path, sheet: str, head: list[str], row: list[object], code: str
) -> None:
    xlsx(tmp_path / "Verein.xlsx", {"Sitzungen": [HEAD, ["14.03.2017", "Gespräch"]], sheet: [head, row, row, row]})
    found = read(tmp_path)
    assert sum(map(len, found.frames.values())) == 1
    assert codes(found) == [code]


@pytest.mark.parametrize(
    ("file", "sheet", "head", "settings"),
    [
        ("Veranstaltungen 2017", "2017", ["Datum", "Titel", "Vorname", "Nachname"], {}),
        ("Liste", "2017", ["Datum", "Titel", "Besucher", "Geburtsdatum"], {}),
        ("Liste", "Treffen", ["Datum", "Thema", "Betrag"], {}),
        ("Liste", "2017", ["Datum", "Titel", "Betrag"], {"Liste.xlsx/2017": "Veranstaltungen"}),
    ],
)
def test_a_sheet_that_says_what_it_is_counts_whatever_else_it_holds(
    tmp_path: Path, file: str, sheet: str, head: list[str], settings: dict[str, str]
) -> None:
    xlsx(tmp_path / f"{file}.xlsx", {sheet: [head, ["14.03.2017", "Forum", "x", "y"][: len(head)]]})
    assert sum(line.used for line in read(tmp_path, replace(SETTINGS, tabellen=settings)).balance) == 1


@pytest.mark.parametrize(
    ("file", "sheet", "head"),
    [
        ("Kassel 2024", "Kassel", ["Datum", "Titel", "Ort", "Teilnehmer"]),
        ("Protokolle Vorstand", "2024", ["Datum", "Gremium", "Thema"]),
        ("Vorstand", "Vorstand", ["Datum", "Gremium", "Thema", "Beschluss"]),
        ("Kurse", "Tabelle1", ["Datum", "Kurs", "Stunden", "Teilnehmer"]),
        ("Büro", "Feste", ["Datum", "Titel", "Ort", "Besucher", "Einnahmen", "Ausgaben"]),
        ("Veranstaltungen 2024", "Kalender", ["Datum", "Was", "Ort", "Zuschauer", "Einnahmen"]),
        ("Jahr 2024", "Vorträge", ["Datum", "Uhrzeit", "Titel", "Ort"]),
        ("Jahr 2024", "Ortsgruppe Nord", ["Nr.", "Datum", "Uhrzeit", "Veranstaltung", "Bemerkung"]),
        ("Jahr 2024", "Vorstand", ["Datum", "Uhrzeit", "Ort", "Thema"]),
        ("Jahr 2024", "Aktionen", ["Datum", "Was", "Ort", "Wie viele waren da"]),
        ("Jahr 2024", "Netz", ["Gruppe", "Institution", "Person"]),
        ("Netzwerk", "Beirat", ["Gruppe", "Einrichtung", "Telefon"]),
        ("Büro", "Bildungsarbeit", ["Datum", "Thema", "Ort"]),
    ],
)
def test_an_honest_list_is_read_whatever_it_is_called_and_holds_besides(
    tmp_path: Path, file: str, sheet: str, head: list[str]
) -> None:
    row = ["14.03.2024" if word == "Datum" else f"Wort {i}" for i, word in enumerate(head)]
    xlsx(tmp_path / f"{file}.xlsx", {sheet: [head, row]})
    assert sum(line.used for line in read(tmp_path).balance) == 1


@pytest.mark.parametrize(
    ("sheet", "head"),
    [
        ("Krankmeldungen", ["Name", "von", "bis", "Grund"]),
        ("Passwörter", ["Name", "Art", "Kürzel"]),
        ("Buchausleihe", ["Datum", "Titel", "Autor", "ausgeliehen an"]),
        ("Newsletter", ["Datum", "Thema", "Empfänger"]),
        ("Zähler", ["Datum", "Art", "Ort", "Stand"]),
        ("Log", ["Datum", "Was", "Wer"]),
        ("Kosten", ["Datum", "Was", "Betrag"]),
        ("Einkauf", ["Was", "Anzahl", "Datum", "Laden"]),
    ],
)
def test_what_could_be_anything_is_not_read(tmp_path: Path, sheet: str, head: list[str]) -> None:
    xlsx(tmp_path / "Büro.xlsx", {sheet: [head, ["14.03.2024", "15.03.2024", "x", "y"][: len(head)]]})
    found = read(tmp_path)
    assert not found.balance
    assert "fehler" not in {p.severity.value for p in found.problems}


def test_a_strange_sheet_is_named_with_its_headings(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Lager": [["Artikel", "Regal"], ["Stuhl", "A4"]]})
    (said,) = read(tmp_path).problems
    assert (said.code, said.severity.value) == ("blatt-unbekannt", "hinweis")
    assert "„Artikel“, „Regal“" in said.message


def test_a_telephone_list_without_header_is_not_quoted(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Liste": [["Muster", "0651 1234567"], ["Beispiel", "0651 7654321"]]})
    (said,) = read(tmp_path).problems
    assert "Muster" not in repr(said)


def test_where_headings_allow_two_tables_the_sheet_decides_and_it_is_said(tmp_path: Path) -> None:
    rows = [["Datum", "Art", "Beteiligte"], ["14.03.2017", "Schreiben", "Land"]]
    xlsx(tmp_path / "a.xlsx", {"Initiativen": rows, "Tabelle2": [["Datum", "Art"], ["15.03.2017", "Gespräch"]]})
    found = read(tmp_path)
    assert dates(found, "initiativen") == ["14.03.2017"]
    assert codes(found) == ["lesart", "lesart-unentschieden"]
    assert "Name des Blattes" in found.problems[0].message


@pytest.mark.parametrize(
    ("file", "rows", "table", "said"),
    [
        ("a", [["Wann", "Was", "Wo", "Besucher"]], "veranstaltungen", []),
        ("a", [["Datum", "Thema", "Ort", "Gäste"]], "veranstaltungen", []),
        ("a", [["Datum", "Thema", "Eintritt"]], "veranstaltungen", []),
        ("Sitzungen", [["Wann", "Was", "Wo", "Anzahl"]], "treffen", ["lesart"]),
        ("Veranstaltungen", [["Wann", "Was", "Wo"]], "veranstaltungen", ["lesart"]),
        ("a", [["Sitzungen des Vorstands"], ["Wann", "Was", "Wo"]], "treffen", ["lesart"]),
        ("a", [["Unsere Veranstaltungen 2017"], [], ["Wann", "Was", "Wo"]], "veranstaltungen", ["lesart"]),
        ("a", [["Wann", "Was", "Wo"]], "treffen", ["lesart-unentschieden"]),
    ],
)
def test_what_decides_between_meetings_and_events(
    tmp_path: Path, file: str, rows: list[list[object]], table: str, said: list[str]
) -> None:
    xlsx(tmp_path / f"{file}.xlsx", {"2017": [*rows, ["14.3.2017", "Frühjahr", "Kirche", 180][: len(rows[-1])]]})
    found = read(tmp_path)
    assert len(found[table]) == 1
    assert codes(found) == said


def test_a_table_that_the_settings_name_and_the_headings_do_not_make_is_an_error(tmp_path: Path) -> None:
    head = ["Datum", "Titel", "Veranstalter"]
    xlsx(tmp_path / "a.xlsx", {"2017": [["Liste"], head, ["14.3.2017", "Forum", "IHK"]]})
    found = read(tmp_path, replace(SETTINGS, tabellen={"a.xlsx/2017": "Treffen"}))
    assert places(found, "ueberschrift-fehlt") == [("a.xlsx", "2017", None, 2)]
    assert "„Art“ oder „Thema“" in found.problems[0].message


def test_settings_decide_between_two_tables(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Liste": [["Datum", "Art"], ["14.03.2017", "Schreiben"]]})
    settings = replace(SETTINGS, tabellen={"a.xlsx/Liste": "Initiativen"})
    assert dates(read(tmp_path, settings), "initiativen") == ["14.03.2017"]


@pytest.mark.parametrize(
    ("file", "head", "code"),
    [
        ("Termine.csv", "Beginn;Raum;Ort", "ueberschrift-fehlt"),
        ("Halle.csv", "Datum;von;bis;Raum;Ort;Projekt", "blatt-nicht-erkannt"),
        ("2021.csv", "Datum;Anlass;von;nach;km", "blatt-fraglich"),
    ],
)
def test_a_text_file_gets_no_advice_about_a_sheet(tmp_path: Path, file: str, head: str, code: str) -> None:
    (tmp_path / file).write_text(f"{head}\n14.03.2021;a;b;c\n15.03.2021;a;b;c\n")
    (problem,) = (p for p in read(tmp_path).problems if p.code == code)
    assert not re.search(r"(?<!ein )Blatt|\bes (?:zählen|außen vor)", f"{problem.message} {problem.advice}")


@pytest.mark.parametrize(
    "name",
    [
        "Liste Versammlungen 2023",
        "Versammlungsliste",
        "Alle Termine",
        "Übersicht Demos",
        "durchgeführte Aufzüge",
        "Kurse",
        "2023",
    ],
)
def test_a_name_that_only_says_that_it_lists_occasions_is_no_name(name: str) -> None:
    sheet = Sheet("a.xlsx", name, (("Datum", "Ort", "Art", "Farbe"),))
    assert not has_telling_name(sheet)
    assert Layout(SETTINGS, tables()).tables_on(sheet)[0]


@pytest.mark.parametrize("name", ["Lager", "Inventarliste", "Ausweise", "Ablauf", "Versammlungsleiter"])
def test_what_is_no_occasion_is_a_name(name: str) -> None:
    assert has_telling_name(Sheet("a.xlsx", name, ()))


@pytest.mark.parametrize(
    ("heading", "said"), [("Zusammenhang", "statt „Thema“ steht da „Zusammenhang“"), (None, "„Thema“ fehlt")]
)
def test_a_sheet_that_differs_from_another_in_one_heading_is_named_with_it(
    tmp_path: Path, heading: str | None, said: str
) -> None:
    rows = [["Nr.", "Datum", heading, "Ort"], [1, "14.03.2018", "Umbau", "Trier"]]
    xlsx(
        tmp_path / "a.xlsx",
        {"2017": [["Nr.", "Datum", "Thema", "Ort"], [1, "14.03.2017", "Fest", "Trier"]], "2018": rows},
    )
    (problem,) = read(tmp_path).problems
    assert (problem.code, problem.severity.value, problem.sheet) == ("blatt-fast-gleich", "warnung", "2018")
    assert said in problem.message
    assert "Blatt „2017“" in problem.message


def test_fees_beside_title_and_place_make_a_list_of_events_though_it_counts_hours(tmp_path: Path) -> None:
    head = ["Konzert", "Datum", "Location", "Stunden", "Eintritt"]
    xlsx(tmp_path / "a.xlsx", [head, ["Frühling", "14.03.2017", "Kurhaus", 3, "frei"]])
    assert dates(read(tmp_path), "veranstaltungen") == ["14.03.2017"]


@pytest.mark.parametrize(
    ("sheet", "head"),
    [
        ("Tabelle1", ["Datum (Rechnung)", "Titel", "Betrag"]),
        ("Ausweise", ["Name", "Ausstellungsdatum", "Art"]),
        ("Wartung", ["Gerät", "Standort", "Datum der Wartung", "Art der Wartung"]),
        ("Anmeldungen", ["Datum der Anmeldung", "Kurs", "Name"]),
        ("Aufgaben", ["Datum der Sitzung", "Thema", "verantwortlich", "erledigt am"]),
        ("Reisen", ["Reisedatum", "Anlass der Reise", "km", "Betrag"]),
    ],
)
def test_no_list_of_another_meaning_gets_in_by_its_compounds(sheet: str, head: list[str]) -> None:
    row = tuple("14.03.2024" if "atum" in word else "x" for word in head)
    assert not Layout(SETTINGS, tables()).tables_on(Sheet("Büro.xlsx", sheet, (tuple(head), row, row)))[0]
