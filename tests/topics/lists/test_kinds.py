"""Kinds of lists that the program ships: taken where a name or a heading promises them, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.drop import codes, read, xlsx
from tests.topics.lists.office import DECLARED, SETTINGS, office


@pytest.mark.parametrize(
    ("sheet", "head", "row", "table"),
    [
        ("Einsätze 2024", ["Datum", "Stichwort"], ["01.02.2024", "F1"], "einsaetze"),
        ("2024", ["Datum", "Einsatzart", "Dauer"], ["01.02.2024", "Brand", 2], "einsaetze"),
        ("Übungsdienste", ["Datum", "Thema", "Anwesende"], ["01.02.2024", "Leitern", 12], "uebungen"),
        ("Lehrgänge", ["Lehrgang", "von", "bis", "Anzahl"], ["Funk", "01.02.2024", "03.02.2024", 2], "lehrgaenge"),
        ("Presse", ["Datum", "Zeitung", "Titel"], ["01.02.2024", "Bote", "Fest"], "presse"),
        ("Spenden", ["Datum", "Spender", "Betrag"], ["01.02.2024", "A.", 20], "spenden"),
        ("Fälle", ["Aufnahme", "Anlass"], ["01.02.2024", "Wohnen"], "beratungen"),
        ("Ehrenamtsstunden", ["Datum", "Wer", "Stunden"], ["01.02.2024", "A.", 3], "ehrenamtsstunden"),
        ("Ein- und Austritte", ["Name", "Datum", "Art"], ["A.", "01.02.2024", "Eintritt"], "mitgliederbewegung"),
        ("Zuschüsse", ["Projekt", "Zuschuss (€)", "Status"], ["Weg", 900, "bewilligt"], "foerderungen"),
        ("Vereinsleben", ["Datum", "Thema", "Ort", "Teilnehmerzahl"], ["01.02.2024", "Moor", "Trier", 4], "treffen"),
        ("Kurse", ["Datum", "Kurs", "Teilnehmer"], ["01.02.2024", "Kochen", 4], "veranstaltungen"),
        ("Gottesdienste", ["Datum", "Titel", "Besucher"], ["01.02.2024", "Ostern", 90], "veranstaltungen"),
        (
            "Blutspenden",
            ["Datum", "Titel", "Ort", "Besucher"],
            ["01.02.2024", "Aktion", "Trier", 90],
            "veranstaltungen",
        ),
    ],
)
def test_a_sheet_is_the_list_that_its_name_or_a_heading_promises(
    tmp_path: Path, sheet: str, head: list[str], row: list[object], table: str
) -> None:
    xlsx(tmp_path / "Büro.xlsx", {sheet: [head, row]})
    assert [(line.table, line.used) for line in read(tmp_path).balance] == [(table, 1)]


def test_exercises_and_courses_of_the_own_people_are_no_public_events(tmp_path: Path) -> None:
    sheets = {
        "Übungsdienste": [["Datum", "Thema", "Anwesende"], *([f"0{d}.02.2024", f"Thema {d}", 20] for d in range(1, 6))],
        "Feste": [["Datum", "Titel", "Ort", "Besucher"], ["01.06.2024", "Sommerfest", "Trier", 300]],
    }
    made = office(tmp_path, sheets)
    assert made.value("allgemein.veranstaltungen.2024.teilnehmer") == (300, "Teilnehmer", False)
    assert made.value("allgemein.uebungen.2024.anwesende.summe") == (100, "Anwesende", False)


def test_codes_are_gathered_under_words_and_unknown_ones_are_quoted(tmp_path: Path) -> None:
    kinds = ["TH1"] * 3 + ["VU"] * 2 + ["F 2"] * 2 + ["B3"] + ["XY"] * 2 + ["ZZ"]
    rows = [["Datum", "Stichwort"], *([f"{d:02}.02.2024", kind] for d, kind in enumerate(kinds, start=1))]
    made = office(tmp_path, {"Einsätze": rows})
    assert made.value("allgemein.einsaetze.2024.einsatzart.technische-hilfeleistung.anzahl") == (5, "Einsätze", False)
    assert made.value("allgemein.einsaetze.2024.stichwort.th1.anzahl") == (3, "Einsätze", False)
    assert made.text == (
        "Im Jahr 2024 rückte der Musterverein zu 11 Einsätzen aus, am häufigsten zu technischen Hilfeleistungen (5), "
        "Bränden (3) und „XY“ (2)."
    )


def test_staff_may_add_to_a_shipped_kind(tmp_path: Path) -> None:
    rows = [["Datum", "Stichwort", "Ortsteil"], *([f"0{d}.02.2024", "F1", "Nord"] for d in range(1, 5))]
    made = office(tmp_path, {"Listen": [DECLARED, ["Einsätze", "", "", "Ortsteil"]], "Einsätze": rows})
    assert made.value("allgemein.einsaetze.2024.ortsteil.nord.anzahl") == (4, "Einsätze", False)
    assert "rückte" in made.text


def test_projects_belong_to_the_chapter_of_their_field(tmp_path: Path) -> None:
    rows = [
        ["Projekt", "Handlungsfeld", "Gesamtkosten (€)", "Zuschuss (€)", "Status"],
        ["Dorfladen", "Ortskerne", 4000, 1800, "bewilligt"],
        ["Radweg", "Tourismus", 2000, "ca. 900", "geplant"],
    ]
    made = office(tmp_path, {"Projekte": [["Stand 31.12.2024"], [], *rows]})
    assert made.value("ortskerne.foerderungen.2024.zuschuss.summe") == (1800, "Euro", False)
    assert made.value("tourismus.foerderungen.2024.status.geplant.anzahl") == (1, "Projekte", False)


@pytest.mark.parametrize(
    "status",
    ["zurückgezogen", "Abgelehnt (Beirat)", "nicht bewilligt", "abgebrochen 05/24", "storniert", "keine Förderung"],
)
def test_what_came_to_nothing_is_in_no_sum(tmp_path: Path, status: str) -> None:
    rows = [
        ["Projekt", "Zuschuss (€)", "beantragt", "Status"],
        ["Dorfladen", 1800, 2000, "bewilligt"],
        ["Radweg", 9000, 9000, status],
        ["Kiosk", 200, 250, "nicht abgeschlossen"],
    ]
    made = office(tmp_path, {"Förderungen": rows})
    assert made.value("allgemein.foerderungen.2024.anzahl") == (3, "Projekte", False)
    assert made.value("allgemein.foerderungen.2024.zuschuss.summe") == (2000, "Euro", False)
    assert made.value("allgemein.foerderungen.2024.beantragt.summe") == (11250, "Euro", False)
    assert made.value("allgemein.foerderungen.2024.zuschuss.hoechstwert") is None  # of two nobody is the largest
    assert f"was als „{status}“ geführt wird, zählt dabei nicht mit" in made.text
    method = made.figures["allgemein.foerderungen.2024.zuschuss.summe"].method
    assert "nach der Spalte „Status“ nichts wurde" in method


@pytest.mark.parametrize(("days", "drawn"), [(1, False), (2, True)])
def test_columns_of_one_entry_each_are_not_drawn(tmp_path: Path, days: int, drawn: bool) -> None:
    dates = [f"0{day}.0{month}.2024" for month in range(1, 8) for day in range(1, 1 + (days if month == 3 else 1))]
    made = office(tmp_path, {"Einsätze": [["Datum", "Ort"], *([day, "Ulm"] for day in dates)]})
    assert made.value("allgemein.einsaetze.2024.anzahl") == (6 + days, "Einsätze", False)
    assert any("je Monat" in chart.shows for chart in made.charts) is drawn


def test_a_sum_of_all_says_nothing_of_what_is_left_out(tmp_path: Path) -> None:
    rows = [["Projekt", "Zuschuss (€)", "Status"], ["Laden", 1800, "bewilligt"], ["Weg", 90, "offen"]]
    made = office(tmp_path, {"Förderungen": rows})
    assert "In der Summe sind es 1.890 Euro (Zuschuss)." in made.text
    assert "nichts wurde" not in made.figures["allgemein.foerderungen.2024.zuschuss.summe"].method


@pytest.mark.parametrize(
    ("name", "unit", "warned"),
    [
        ("Einsätze gesamt", "", True),
        ("Anzahl der Einsätze", "Einsätze", True),
        ("Einsatzstunden", "Std.", False),
        ("Einsätze", "Std.", False),
    ],
)
def test_a_value_that_contradicts_the_count_is_a_warning(tmp_path: Path, name: str, unit: str, warned: bool) -> None:
    from pipeline.topics.lists.contradictions import contradictions

    rows = [["Datum", "Stichwort"], *([f"0{d}.02.2024", "F1"] for d in range(1, 5))]
    values = [["Bezeichnung", "Jahr", "Wert", "Einheit"], [name, 2024, 35, unit], [name, 2023, 9, unit]]
    made = office(tmp_path, {"Einsätze": rows, "Werte": values})
    said = list(contradictions(made.tables, made.figures, SETTINGS))
    assert [(p.severity.value, p.sheet, p.row, p.value) for p in said] == [("warnung", "Werte", 2, "35")] * warned
    assert {p.code for p in said} <= {"liste-widerspricht-wert"}
    assert all("4 Einsätze („Büro.xlsx“, Blatt „Einsätze“)" in p.message for p in said)


def test_a_list_with_dates_that_nobody_declared_is_a_warning_with_the_line_to_declare_it(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Dienst", "Ort", "Kinder"],
        *([f"0{d}.02.2024", f"Abend {d}", "Haus", 9 + d] for d in range(1, 6)),
    ]
    xlsx(tmp_path / "Büro.xlsx", {"Jugendgruppe 2024": [*rows, ["01.02.2019", "alt", "Haus", 3]]})
    (said,) = read(tmp_path).problems
    assert (said.code, said.severity.value, said.sheet) == ("liste-ungelesen", "warnung", "Jugendgruppe 2024")
    assert "5 Einträgen aus dem Jahr 2024" in said.message
    line = "Liste: „Jugendgruppe“, Eintrag: „der Dienst, Dienste“, Datum: „Datum“"
    assert line in said.advice
    assert "Zusammenzählen: „Kinder“" in said.advice


@pytest.mark.parametrize("sheet", ["ToDo", "Urlaub", "Krankmeldungen", "Kasse", "Schlüssel"])
def test_what_no_report_is_about_stays_a_hint(tmp_path: Path, sheet: str) -> None:
    rows = [["Datum", "Wer", "Was"], ["01.02.2024", "A.", "x"], ["02.02.2024", "B.", "y"]]
    xlsx(tmp_path / "Büro.xlsx", {sheet: rows})
    found = read(tmp_path)
    assert "liste-ungelesen" not in codes(found)
    assert not found.balance


@pytest.mark.parametrize("day", ["0{}.02.2024", "Mo, 0{}.02.2024", "0{}. Februar 2024", "2024-02-0{}"])
@pytest.mark.parametrize(
    ("head", "code"),
    [
        (["Datum", "Ansprechpartnerin", "Familienname"], "liste-ungelesen"),
        (None, "liste-ohne-ueberschriften"),
    ],
)
def test_a_list_of_the_report_year_is_missed_whatever_its_headings(
    tmp_path: Path, day: str, head: list[str] | None, code: str
) -> None:
    rows = [[day.format(n), "Roth", f"Tor {n}"] for n in range(1, 5)]
    xlsx(tmp_path / "Büro.xlsx", {"Wachen": [["Wachverein", "Stand 2024"], head, *rows] if head else rows})
    (problem,) = read(tmp_path).problems
    assert (problem.code, problem.severity.value, problem.unread_rows) == (code, "warnung", 4)
    assert "4 Einträgen aus dem Jahr 2024" in problem.message
    assert "Roth" not in problem.message + problem.advice
