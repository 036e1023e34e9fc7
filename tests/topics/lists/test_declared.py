"""Lists that staff declare: whatever they are called, they are counted, summed and told in right German."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.base.settings import load
from tests.ingest.drop import balance, codes
from tests.topics.lists.office import DECLARED, SETTINGS, office

LOANS = [
    ["Datum", "Medium", "Stück", "Zweigstelle"],
    ["03.01.2023", "Roman", 4, "Nord"],
    *([f"{day:02}.02.2024", "Roman", 3, "Nord"] for day in range(1, 8)),
    *([f"{day:02}.05.2024", "Kinderbuch", "2", "Süd"] for day in range(1, 5)),
    ["09.05.2024", "Karte", None, "Süd"],
]


def test_a_library_counts_its_loans_as_the_sheet_listen_says(tmp_path: Path) -> None:
    row = ["Ausleihen", "die Ausleihe, Ausleihen", "Datum", "Medium; Zweigstelle", "Stück"]
    made = office(tmp_path, {"Listen": [DECLARED, row], "Ausleihen": LOANS})
    assert made.value("allgemein.ausleihen.2024.anzahl") == (12, "Ausleihen", False)
    assert made.value("allgemein.ausleihen.anzahl") == (13, "Ausleihen", False)
    assert made.value("allgemein.ausleihen.2024.medium.roman.anzahl") == (7, "Ausleihen", False)
    assert made.value("allgemein.ausleihen.2024-02.medium.roman.anzahl") == (7, "Ausleihen", False)
    assert made.value("allgemein.ausleihen.2024.zweigstelle.sued.anzahl") == (5, "Ausleihen", False)
    assert made.value("allgemein.ausleihen.2024.stueck.summe") == (29, "Stück", True)
    assert made.value("gesamt.ausleihen.2024.anzahl") == (12, "Ausleihen", False)
    assert made.text.startswith("Im Jahr 2024 zählte der Musterverein 12 Ausleihen, mehr als im Vorjahr (1).")
    assert "Am häufigsten waren „Roman“ (7) und „Kinderbuch“ (4)." in made.text
    assert "In der Summe sind es mindestens 29 Stück." in made.text
    assert balance(made.tables) == [("Listen", "listen", 1, 1, 0), ("Ausleihen", "ausleihen", 13, 13, 0)]
    assert codes(made.problems) == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("die Ausgabe, Ausgaben", "Im Jahr 2024 zählte der Musterverein vier Ausgaben."),
        ("der Korb, Körbe", "Im Jahr 2024 zählte der Musterverein vier Körbe."),
        ("das Paket / Pakete", "Im Jahr 2024 zählte der Musterverein vier Pakete."),
        ("Blafasel", "Die Liste „Tafel“ enthält für das Jahr 2024 vier Einträge."),
        ("", "Die Liste „Tafel“ enthält für das Jahr 2024 vier Einträge."),
    ],
)
def test_a_food_bank_is_told_with_its_noun_or_with_none(tmp_path: Path, entry: str, told: str) -> None:
    rows = [["Tag", "Haushalte"], *([f"0{day}.03.2024", 20] for day in range(1, 5))]
    made = office(tmp_path, {"Listen": [DECLARED, ["Tafel", entry, "Tag", "", "Haushalte"]], "Tafel": rows})
    assert made.text == f"{told} In der Summe sind es 80 Haushalte."
    assert made.value("allgemein.tafel.2024.haushalte.summe") == (80, "", False)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("der Einsatz, Einsätze", "einen Einsatz"),
        ("die Fahrt, Fahrten", "eine Fahrt"),
        ("der Klient, Klienten", "einen Klienten"),
        ("der Ehrenamtliche, Ehrenamtliche", "einen Ehrenamtlichen"),
    ],
)
def test_one_entry_is_said_in_the_singular(tmp_path: Path, entry: str, told: str) -> None:
    rows = [["Datum", "Wo"], ["01.03.2024", "hier"]]
    made = office(tmp_path, {"Listen": [DECLARED, ["Diverses", entry, "Datum"]], "Diverses": rows})
    assert made.text == f"Im Jahr 2024 zählte der Musterverein {told}."


def test_a_sports_club_sums_hours_however_they_are_typed(tmp_path: Path) -> None:
    hours = ["2,5 Std.", "90 Min.", "1:30", 2, "ca. 3 h", "über 4", "k. A.", "viele"]
    rows = [["Datum", "Bereich", "Dauer (h)"], *([f"0{i}.03.2024", "Platz", h] for i, h in enumerate(hours, start=1))]
    declared = ["Platzpflege", "der Dienst, Dienste", "Datum", "", "Dauer (h)"]
    made = office(tmp_path, {"Listen": [DECLARED, declared], "Platzpflege": rows})
    assert made.value("allgemein.platzpflege.2024.dauer.summe") == (14.5, "Stunden", True)
    assert codes(made.tables) == ["spalten-ungelesen-liste", "menge-unlesbar"]


def test_an_amount_of_another_unit_is_not_summed(tmp_path: Path) -> None:
    rows = [["Datum", "Menge"], ["01.03.2024", "12 kg"], ["02.03.2024", "0,5 t"], ["03.03.2024", "3 l"]]
    made = office(tmp_path, {"Listen": [DECLARED, ["Ernte", "", "Datum", "", "Menge"]], "Ernte": rows})
    assert made.value("allgemein.ernte.2024.menge.summe") == (512, "kg", True)
    assert codes(made.tables) == ["menge-einheit"]


def test_entries_without_a_date_stand_for_the_report_year(tmp_path: Path) -> None:
    rows = [
        ["Gerät", "Zustand", "Wert in Euro", "Standort"],
        ["Säge", "gut", "1.200,50 €", "Nord"],
        ["Pflug", "gut", 800, "Nord"],
        ["Walze", "alt", 300, "Süd"],
        ["Egge", "gut", None, "Süd"],
    ]
    declared = ["Geräte", "das Gerät, Geräte", "", "Zustand", "Wert in Euro", "Gerät"]
    made = office(tmp_path, {"Listen": [DECLARED, declared], "Geräte": rows})
    assert made.value("allgemein.geraete.2024.zustand.gut.anzahl") == (3, "Geräte", False)
    assert "In der Liste „Geräte“ stehen für das Jahr 2024 vier Geräte." in made.text
    assert "An der Spitze steht „Säge“ (Wert: 1.200,50 Euro)." in made.text


def test_a_column_with_the_year_says_when_an_entry_counts(tmp_path: Path) -> None:
    rows = [["Förderjahr", "Empfänger", "Betrag (€)"], [2023, "Verein Nord", 500], [2024, "Verein Süd", "1 T€"]]
    declared = ["Vergaben", "die Vergabe, Vergaben", "Förderjahr", "", "Betrag (€)"]
    made = office(tmp_path, {"Listen": [DECLARED, declared], "Vergaben": rows})
    assert made.value("allgemein.vergaben.2023.anzahl") == (1, "Vergaben", False)
    assert made.value("allgemein.vergaben.2024.betrag.summe") == (1000, "Euro", False)


def test_a_list_counts_in_the_year_of_its_first_day_and_in_the_chapter_of_its_project(tmp_path: Path) -> None:
    rows = [
        ["von", "bis", "Lager", "Projekt"],
        ["28.12.2023", "03.01.2024", "Winter", ""],
        ["01.07.2024", "14.07.2024", "Sommer", "Klima"],
        ["01.10.2024", "04.10.2024", "Herbst", ""],
    ]
    declared = ["Lager", "das Lager, Lager", "von", "", "", "Lager", "Jugend"]
    made = office(tmp_path, {"Listen": [DECLARED, declared], "Lager": rows})
    assert made.value("jugend.lager.2023.anzahl") == (1, "Lager", False)
    assert made.value("klima.lager.2024.anzahl") == (1, "Lager", False)
    assert {chapter.title for chapter in made.chapters} == {"Jugend", "Klima"}


def test_bericht_toml_declares_lists_too(tmp_path: Path) -> None:
    (tmp_path / "bericht.toml").write_text(
        '[organisation]\nname = "Musterverein"\n[listen.ausleihen]\nliste = "Verleih"\n'
        'eintrag = "die Ausleihe, Ausleihen"\ndatum = "Tag"\ngliedern_nach = ["Medium"]\nvertraulich = false\n',
        "utf-8",
    )
    settings, problems = load(tmp_path)
    rows = [["Tag", "Medium"], ["01.02.2024", "Roman"], ["02.02.2024", "Karte"]]
    made = office(tmp_path, {"Verleih 2024": rows}, replace(SETTINGS, listen=settings.listen))
    assert problems == ()
    assert made.value("allgemein.ausleihen.2024.medium.roman.anzahl") == (1, "Ausleihen", False)


@pytest.mark.parametrize(
    ("row", "code", "cell", "words"),
    [
        (["Ausleihe", "", "Datum"], "liste-ohne-blatt", "A2", "Meinten Sie „Ausleihen“?"),
        (["Ausleihen", "", "Datum", "Medum"], "liste-spalte-fehlt", "D2", "Meinten Sie „Medium“?"),
        (["Ausleihen", "", "Datum", "", "Seiten"], "liste-spalte-fehlt", "E2", "„Stück“"),
        (["Ausleihen", "", "Dattum"], "liste-spalte-fehlt", "C2", "Meinten Sie „Datum“?"),
        (["Ausleihen", "Blafasel", "Datum"], "liste-eintrag-unklar", "B2", "Einträgen der Liste"),
        (["Ausleihen", "", "Datum", "Stück", "Stück"], "liste-spalte-zweimal", "E2", "Stück"),
        (["Ausleihen", "", "Datum", "", "", "", "", "bisschen"], "liste-vertraulich-unklar", "H2", "vorsichtshalber"),
    ],
)
def test_a_mistake_is_named_with_its_cell_and_what_was_probably_meant(
    tmp_path: Path, row: list[str], code: str, cell: str, words: str
) -> None:
    made = office(tmp_path, {"Listen": [DECLARED, row], "Ausleihen": LOANS})
    (said,) = (p for p in made.problems if p.code == code)
    assert (said.sheet, said.cell) == ("Listen", cell)
    assert words in said.message


def test_a_list_that_is_declared_twice_counts_as_first_declared(tmp_path: Path) -> None:
    rows = [DECLARED, ["Ausleihen", "", "Datum", "Medium"], ["Ausleihen 2024", "", "Datum", "Zweigstelle"]]
    made = office(tmp_path, {"Listen": rows, "Ausleihen 2024": LOANS})
    assert made.value("allgemein.ausleihen.2024.medium.roman.anzahl") is not None
    assert made.value("allgemein.ausleihen.2024.zweigstelle.nord.anzahl") is None
    assert "liste-zweimal" in codes(made.problems)


@pytest.mark.parametrize("name", ["Treffen", "Termine", "2024"])
def test_a_list_never_takes_the_key_of_another_table(tmp_path: Path, name: str) -> None:
    made = office(tmp_path, {"Listen": [DECLARED, [name, "die Probe, Proben", "Datum", "Medium"]], name: LOANS})
    assert [topic for topic in made.figures.topics if topic.startswith("liste-")]
    assert made.value("allgemein.treffen.2024.anzahl") in (None, (0, "Treffen", False))


def test_what_stands_out_is_drawn_and_nothing_of_fewer_than_three_months(tmp_path: Path) -> None:
    rows = [["Datum", "Medium"], *([f"0{d}.0{m}.2024", "Roman"] for m in (1, 2, 3) for d in range(1, 2 + 2 * m))]
    made = office(tmp_path, {"Listen": [DECLARED, ["Verleih", "", "Datum", "Medium"]], "Verleih": rows})
    (chart,) = made.charts
    assert chart.key.text == "allgemein.verleih"
    assert "im März" in chart.finding
    few = office(tmp_path / "few", {"Listen": [DECLARED, ["Verleih", "", "Datum"]], "Verleih": rows[:5]})
    assert few.charts == ()


@pytest.mark.parametrize(
    ("broken_down", "summed"),
    [
        ("Stichwort; Einsatzart", ""),
        ("Stichwort; Stichwort", ""),
        ("2024; Stichwort", ""),
        ("", "Dauer (h); Dauer (min)"),
        ("Dauer (h)", "Dauer"),
        ("Datum; Projekt", "Datum"),
    ],
)
def test_no_declaration_makes_two_figures_of_one_key(tmp_path: Path, broken_down: str, summed: str) -> None:
    rows = [
        ["Datum", "Stichwort", "Einsatzart", "2024", "Dauer (h)", "Dauer (min)", "Projekt"],
        *([f"0{d}.02.2024", "TH1", "Brand", "ja", 2, 120, "Weg"] for d in range(1, 5)),
    ]
    made = office(tmp_path, {"Listen": [DECLARED, ["Einsätze", "", "Datum", broken_down, summed]], "Einsätze": rows})
    assert (made.value("weg.einsaetze.2024.anzahl") or made.value("allgemein.einsaetze.2024.anzahl"))[0] == 4
