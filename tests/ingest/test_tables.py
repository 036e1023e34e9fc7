"""A drop folder as a whole: where tables stand on sheets, what becomes of each row, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from time import perf_counter
from typing import Any

import pandas as pd
import pytest

from pipeline.ingest.records import Count, Tables
from pipeline.ingest.tables import latest_year, until
from pipeline.settings import Report
from tests.build import COLUMNS

from .drop import SETTINGS, balance, codes, places, read, xlsx

HEAD = ["Datum", "Art", "Thema", "Ort", "Beteiligte", "Teilnehmerzahl"]


def day(text: str) -> datetime:
    return datetime.strptime(text, "%d.%m.%Y")


def dates(found: Tables, table: str = "treffen") -> list[str]:
    return [f"{d:%d.%m.%Y}" for d in found[table]["datum"]]


def column(found: Tables, table: str, name: str) -> list[object]:
    return list(found[table][name])


# --- the shape of what comes out ----------------------------------------------------------------------


def test_an_empty_folder_gives_empty_frames_with_all_columns(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert {name: list(frame.columns) for name, frame in found.frames.items()} == {
        name: list(columns) for name, columns in COLUMNS.items()
    }
    assert found["treffen"]["datum"].dtype == "datetime64[s]"
    assert (found.problems, found.balance, latest_year(found)) == ((), (), None)
    assert until(found, 2017).frames["werte"].empty


def test_every_column_is_read_into_its_type_and_knows_its_row(tmp_path: Path) -> None:
    xlsx(
        tmp_path / "a.xlsx",
        {
            "Treffen": [HEAD, [day("14.03.2017"), "Gespräch", "Thema A", "Trier", "IHK; HWK", "ca. 12"]],
            "Veranstaltungen": [
                ["Datum", "bis", "Projekt", "Format", "Titel", "Themen", "Programm", "Ort", "Veranstalter",
                 "Zielgruppe", "Mitwirkende", "Teilnehmerzahl", "Berichtstext"],
                [day("14.03.2017"), day("16.03.2017"), "P", "Forum", "T", "Arbeit; Sprache", "Podium", "Trier",
                 "IHK", "Betriebe", "Frau M.", 50, "Satz eins.\n\nSatz zwei."],
            ],
            "Netzwerk": [
                ["Projekt", "Gruppe", "Institution", "Name", "haupt-/ehrenamtlich", "E-Mail"],
                ["P", "G", "Caritas", None, "hauptamtlich", "x@example.org"],
                ["P", "G", None, "Erika Muster", "ehrenamtl.", None],
            ],
            "Initiativen": [
                ["Datum", "Art", "Beteiligte", "Adressat", "Gegenstand", "Initiator"],
                ["März 2017", "Schreiben", None, "Land", "Sache", "Vorstand"],
            ],
            "Partner": [["Name", "Kurzform", "Artikel", "Dativ", "gehört zu", "Art"], ["Caritas", "C", "die"]],
            "Werte": [["Bezeichnung", "Jahr", "Wert", "Einheit"], ["Haushalt", 2017, "1.250,50", "Euro"]],
            "Texte": [["Kapitel", "Abschnitt", "Reihenfolge", "Text"], ["Vorwort", None, 1, "Eins.\n\nZwei."]],
        },
    )  # fmt: skip
    found = read(tmp_path)
    assert codes(found) == []
    meeting = found["treffen"].iloc[0]
    assert meeting["datum"] == pd.Timestamp("2017-03-14")
    assert pd.isna(meeting["bis"])
    assert tuple(meeting[["genau", "art", "thema", "ort"]]) == ("tag", "Gespräch", "Thema A", "Trier")
    assert meeting["beteiligte"] == ("IHK", "HWK")
    assert meeting["teilnehmerzahl"] == Count("ungefähr", 12, 12, "ca. 12")
    event = found["veranstaltungen"].iloc[0]
    assert event["bis"] == pd.Timestamp("2017-03-16")
    assert (event["themen"], event["mitwirkende"]) == (("Arbeit", "Sprache"), ("Frau M.",))
    assert event["berichtstext"] == "Satz eins.\n\nSatz zwei."
    assert found["netzwerk"][["institution", "person", "engagement"]].to_numpy().tolist() == [
        ["Caritas", False, "hauptamtlich"],
        ["", True, "ehrenamtlich"],
    ]
    assert found["netzwerk"]["person"].dtype == bool
    letter = found["initiativen"].iloc[0]
    assert (letter["genau"], letter["bis"], letter["beteiligte"]) == ("monat", pd.Timestamp("2017-03-31"), ())
    assert found["partner"].iloc[0]["kurzform"] == "C"
    assert tuple(found["werte"].iloc[0]) == ("Haushalt", 2017, Decimal("1250.50"), "Euro", "")
    assert tuple(found["texte"].iloc[0]) == ("Vorwort", "", 1, "Eins.\n\nZwei.")
    assert "Erika" not in repr(found) + "".join(frame.to_string() for frame in found.frames.values())
    for name, frame in found.frames.items():
        for i in frame.index:
            source = found.sources.loc[i]
            assert (source["file"], source["sheet"]) == ("a.xlsx", name.title())
            assert source["row"] == 2 + list(frame.index).index(i)


# --- where tables stand -------------------------------------------------------------------------------


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


def test_a_small_statistic_beside_the_list_is_passed_over(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Titel", "Besucher", None, "Monat", "Besucher", "Stärke"],
        ["14.03.2017", "Fest", 10, None, "März", 10, 3],
        ["15.04.2017", "Feier", 20, None, "April", 20, 4],
    ]
    xlsx(tmp_path / "a.xlsx", {"Veranstaltungen": rows})
    found = read(tmp_path)
    assert codes(found) == []
    assert [line.unread for line in found.balance] == [("Monat", "Besucher", "Stärke")]


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


def test_month_sheets_give_dates_their_year_and_month(tmp_path: Path) -> None:
    xlsx(
        tmp_path / "Treffen 2017.xlsx",
        {
            "März": [["Datum", "Art"], ["14.", "Gespräch"], [15, "Gespräch"]],
            "April": [["Datum", "Art"], ["3.4.", "Rat"]],
        },
    )
    assert dates(read(tmp_path)) == ["14.03.2017", "15.03.2017", "03.04.2017"]


@pytest.mark.parametrize(
    ("file", "sheet", "title"),
    [("a", "2017", None), ("a", "Treffen 2017", None), ("a", "x", "Treffen im Jahr 2017"), ("Treffen_2017", "x", None)],
)
def test_the_year_comes_from_sheet_title_or_file(tmp_path: Path, file: str, sheet: str, title: str | None) -> None:
    xlsx(tmp_path / f"{file}.xlsx", {sheet: [[title], ["Datum", "Art"], ["14.3.", "Gespräch"]]})
    assert dates(read(tmp_path)) == ["14.03.2017"]


def test_tables_below_each_other_take_the_nearest_title(tmp_path: Path) -> None:
    head = ["Datum", "Thema", "Beteiligte"]
    rows = [
        ["Treffen"], ["März 2016"], head, ["14.", "Rückblick 2009"], ["15.", "B"], ["April 2017"], head, ["3.", "C"],
        head, ["4.4.", "D"],
    ]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert dates(found) == ["14.03.2016", "15.03.2016", "03.04.2017", "04.04.2017"]
    assert [(p.code, p.row) for p in found.problems] == [("zeilen-abschnitte", 6)]


def test_a_sheet_of_several_years_gives_no_year(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"2016 - 2017": [["Datum", "Thema", "Beteiligte"], ["14.3.", "A"]]})
    assert codes(read(tmp_path)) == ["datum-ohne-jahr"]


def test_a_year_that_does_not_fit_its_sheet_is_a_warning_once_a_year(tmp_path: Path) -> None:
    rows = [["Datum", "Thema", "Beteiligte"], ["2.1.2022", "A"], ["3.1.2022", "B"], ["4.1.2023", "C"]]
    xlsx(tmp_path / "a.xlsx", {"2023": rows})
    found = read(tmp_path)
    assert dates(found) == ["02.01.2022", "03.01.2022", "04.01.2023"]
    assert places(found, "jahr-passt-nicht") == [("a.xlsx", "2023", "A2", 2)]
    assert "Zeilen 2 und 3" in found.problems[0].message


def test_two_tables_side_by_side_are_two_tables(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Art", None, "Bezeichnung", "Jahr", "Wert"],
        ["14.03.2017", "Gespräch", None, "Mitglieder", 2017, 120],
        ["15.03.2017", "Gespräch"],
    ]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert balance(found) == [("Tabelle1", "treffen", 2, 2, 0), ("Tabelle1", "werte", 1, 1, 0)]


def test_the_same_table_twice_side_by_side_is_read_twice(tmp_path: Path) -> None:
    rows = [["Datum", "Art", "Datum", "Art"], ["14.03.2017", "A", "15.03.2017", "B"], ["16.03.2017", "C"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert sorted(dates(found)) == ["14.03.2017", "15.03.2017", "16.03.2017"]
    assert balance(found) == [("Tabelle1", "treffen", 3, 3, 0)]


def test_tables_below_each_other_are_two_tables(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Art"], ["14.03.2017", "Gespräch"], [], ["Eckdaten"],
        ["Bezeichnung", "Jahr", "Wert"], ["Mitglieder", 2017, 120],
    ]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert balance(found) == [("Tabelle1", "treffen", 2, 1, 1), ("Tabelle1", "werte", 1, 1, 0)]


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


# --- what a row is ------------------------------------------------------------------------------------


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


def test_a_year_or_month_alone_in_its_row_stands_for_the_rows_below_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Tag", "Sitzung"], ["2016"], ["1.2.", "Gespräch"], [2017], ["3.2.", "Gespräch"],
        ["März"], [5, "Gespräch"], ["15", "Gespräch"], ["April 2018"], ["6.", "Gespräch"], ["4.5.2018", "Gespräch"],
        [None, "Mai:"], [7, "Gespräch"],
    ]  # fmt: skip
    xlsx(tmp_path / "Sitzungen bis 2017.xlsx", rows)
    found = read(tmp_path)
    assert dates(found) == [
        "01.02.2016",
        "03.02.2017",
        "05.03.2017",
        "15.03.2017",
        "06.04.2018",
        "04.05.2018",
        "07.05.2018",
    ]
    assert codes(found) == ["zeilen-abschnitte"]


@pytest.mark.parametrize("mark", ["-", "–", "/", "k. A.", "n.n.", "?", "keine Angabe", "...", "unbekannt", "-- "])
def test_a_mark_that_only_fills_a_cell_is_nothing(tmp_path: Path, mark: str) -> None:
    head = ["Datum", "Projekt", "Format", "Titel", "Themen", "Ort", "Veranstalter", "Mitwirkende", "Zielgruppe"]
    xlsx(tmp_path / "a.xlsx", [head, ["14.03.2017", mark, "Forum", *[mark] * 6], ["15.03.2017", *[mark] * 8]])
    found = read(tmp_path)
    assert len(found["veranstaltungen"]) == 1
    row = found["veranstaltungen"].iloc[0]
    assert (row["projekt"], row["titel"], row["themen"], row["ort"]) == ("", "", (), "")
    assert (row["veranstalter"], row["mitwirkende"], row["zielgruppe"]) == ((), (), "")
    assert codes(found) == ["zeile-nur-datum"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("keine", ()), ("IHK; keine", ("IHK",)), ("-, IHK", ("IHK",)), ("x", ()), ("diverse", ())]
)
def test_nobody_is_no_organisation(tmp_path: Path, typed: str, meant: tuple[str, ...]) -> None:
    xlsx(tmp_path / "a.xlsx", [HEAD, ["14.03.2017", "Gespräch", "Keine Angst", "Trier", typed]])
    found = read(tmp_path)
    assert column(found, "treffen", "beteiligte") == [meant]
    assert column(found, "treffen", "thema") == ["Keine Angst"]


def test_ditto_is_the_cell_above_and_told_once_for_each_column(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ["14.03.2017", "Gespräch", "A", "Trier", "IHK", 5],
        ['"', "dito", "B", "s. o.", "–", 6],
        ["15.03.2017", "dto.", "C", "”", None, 7],
    ]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert dates(found) == ["14.03.2017", "14.03.2017", "15.03.2017"]
    assert column(found, "treffen", "art") == ["Gespräch"] * 3
    assert column(found, "treffen", "ort") == ["Trier"] * 3
    assert column(found, "treffen", "beteiligte") == [("IHK",), (), ()]
    assert places(found, "wie-oben") == [
        ("a.xlsx", "Tabelle1", "A3", 3), ("a.xlsx", "Tabelle1", "B3", 3), ("a.xlsx", "Tabelle1", "D3", 3),
    ]  # fmt: skip


def test_ditto_below_a_blank_cell_is_blank(tmp_path: Path) -> None:
    rows = [HEAD, ["1.3.2017", "A", '"', "Trier"], ["2.3.2017", "B", "x", "–"], ["3.3.2017", "C", "x", '"', None, '"']]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert column(found, "treffen", "ort") == ["Trier", "", ""]
    assert column(found, "treffen", "thema") == ["", "x", "x"]
    assert "namen-statt-zahlen" not in codes(found)


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


@pytest.mark.parametrize(
    ("head", "row", "until"),
    [
        (["Datum", "von", "bis", "Titel"], ["5.3.2017", 18, 20, "Fest"], None),
        (["Datum", "von", "bis", "Titel"], ["5.3.2017", "18", "ca. 20", "Fest"], None),
        (["Datum", "bis", "Titel"], ["5.3.2017", 0.8333, "Fest"], None),
        (["Datum", "bis", "Titel"], ["5.3.2017", "7.3.", "Fest"], "2017-03-07"),
    ],
)
def test_hours_below_bis_are_no_days(tmp_path: Path, head: list[str], row: list[object], until: str | None) -> None:
    xlsx(tmp_path / "a.xlsx", [head, row])
    found = read(tmp_path)
    assert [None if pd.isna(day) else f"{day:%Y-%m-%d}" for day in found["veranstaltungen"]["bis"]] == [until]
    assert "bis-unlesbar" not in codes(found)


@pytest.mark.parametrize(
    ("title", "when"),
    [
        ("Treffen 2017", "05.05.2017"), ("2017", "05.05.2017"), ("Jahresprogramm 2017", "05.05.2017"),
        ("Arbeitskreis Agenda 2030", "05.05.2018"), ("Zukunftsregion 2025 e. V.", "05.05.2018"),
        ("gegründet 1987", "05.05.2018"), ("Runder Tisch 2018", "05.05.2018"),
    ],
)  # fmt: skip
def test_a_title_claims_a_year_only_if_it_speaks_of_the_list(tmp_path: Path, title: str, when: str) -> None:
    rows = [[title], [], HEAD, ["5.5.", "Gespräch"], ["6.6.2018" if "2017" not in title else "6.6.2017", "Gespräch"]]
    xlsx(tmp_path / "Treffen 2018.xlsx", rows)
    found = read(tmp_path)
    assert dates(found)[0] == when
    assert codes(found) == []


@pytest.mark.parametrize("name", ["Konzerte 2017", "Wanderungen und Feste 2017", "Veranstaltungen 2017"])
def test_a_file_is_named_after_what_it_lists(tmp_path: Path, name: str) -> None:
    xlsx(tmp_path / f"{name}.xlsx", {"Blatt 1": [["Tag", "Veranstaltung", "Ort"], ["5.5.", "Frühlingskonzert", "Ulm"]]})
    assert [f"{day:%d.%m.%Y}" for day in read(tmp_path)["veranstaltungen"]["datum"]] == ["05.05.2017"]


@pytest.mark.parametrize(
    ("head", "row", "when"),
    [
        (["Jahr", "Datum", "Sitzung"], [2016, "1.2.", "Rat"], "01.02.2016"),
        (["Jahr", "Monat", "Tag", "Sitzung"], [2016, "März", 5, "Rat"], "05.03.2016"),
        (["Jahr", "Monat", "Tag", "Sitzung"], [2016, 3, "5.", "Rat"], "05.03.2016"),
        (["Jahr", "Datum", "Sitzung"], [2016, "1.2.2015", "Rat"], "01.02.2015"),
    ],
)
def test_year_and_month_may_stand_in_columns_of_their_own(
    tmp_path: Path, head: list[str], row: list[object], when: str
) -> None:
    xlsx(tmp_path / "Treffen 2018.xlsx", [head, row])
    assert dates(read(tmp_path)) == [when]


def test_one_year_far_beyond_all_others_is_a_slip(tmp_path: Path) -> None:
    rows = [HEAD, *([f"{day}.3.2017", "Rat", f"{day}"] for day in range(1, 29)), ["1.4.2071", "Rat", "x"]]
    xlsx(tmp_path / "a.xlsx", rows)
    assert latest_year(read(tmp_path)) == 2017
    xlsx(tmp_path / "a.xlsx", [HEAD, ["1.3.2017", "Rat"], ["1.4.2071", "Rat"]])
    assert latest_year(read(tmp_path)) == 2071


def test_something_else_below_a_table_is_told_once(tmp_path: Path) -> None:
    rows = [HEAD, ["14.03.2017", "Gespräch"], [], ["Posten", "Betrag", "Beleg"], ["Saal", 30, "a"], ["Kaffee", 5, "b"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [(p.code, p.row) for p in found.problems] == [("zeilen-anderes", 4)]
    assert "„Posten“, „Betrag“, „Beleg“" in found.problems[0].message
    assert balance(found) == [("Tabelle1", "treffen", 4, 1, 3)]


def test_a_table_may_begin_below_and_beside_another(tmp_path: Path) -> None:
    blank = [None] * 4
    rows = [
        ["Datum", "Sitzung", "Bemerkung"], ["1.3.2017", "Rat", "gut"], [],
        ["2.3.2017", "Rat", "abgesagt", None, "Datum", "Titel", "Besucher"],
        [*blank, "3.3.2017", "Fest", 30], [*blank, "4.3.2017", "Markt", 40],
    ]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert dates(found) == ["01.03.2017"]
    assert column(found, "veranstaltungen", "titel") == ["Fest", "Markt"]
    assert balance(found) == [("Tabelle1", "treffen", 2, 1, 1), ("Tabelle1", "veranstaltungen", 2, 2, 0)]


def test_a_town_called_like_the_one_of_the_example_is_no_remark(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [HEAD, ["14.03.2017", "Rat", "Haushalt", "Musterstadt", "Stadt Musterstadt"]])
    assert codes(read(tmp_path)) == []


@pytest.mark.parametrize("name", ["Jugend 2018", "VHS 2018", "Sommerfest 2018"])
def test_the_only_year_that_stands_anywhere_is_the_year(tmp_path: Path, name: str) -> None:
    xlsx(tmp_path / "a.xlsx", {name: [HEAD, ["5.5.", "Gespräch", "A"]]})
    found = read(tmp_path)
    assert dates(found) == ["05.05.2018"]
    assert codes(found) == ["jahr-aus-dem-namen"]


@pytest.mark.parametrize("file", ["Krankmeldungen", "Passwörter", "Material"])
def test_a_file_of_something_else_is_no_list_of_ours_though_its_sheet_has_no_name(tmp_path: Path, file: str) -> None:
    head = {"Krankmeldungen": ["Name", "von", "bis", "Grund"], "Passwörter": ["Name", "Art", "Kürzel"]}
    row = ["A", "14.03.2024", "15.03.2024", "x"]
    own = head.get(file, ["Bezeichnung", "Anzahl", "Ort"])
    xlsx(tmp_path / f"{file}.xlsx", [own, row[: len(own)]])
    found = read(tmp_path)
    assert not found.balance
    assert "fehler" not in {p.severity.value for p in found.problems}


@pytest.mark.parametrize("typed", ["31.4.2017", "Ende Mai", None, "jeden Montag", "noch offen", "3.4."])
def test_entries_with_a_wrong_date_after_a_gap_are_told_of_as_such(tmp_path: Path, typed: str | None) -> None:
    rows = [HEAD, ["14.03.2017", "Rat", "A"], [], *[[typed, "Rat", f"{letter}"] for letter in "BC"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert "zeilen-anderes" not in codes(found)
    assert balance(found) == [("Tabelle1", "treffen", 3, *((3, 0) if len(found["treffen"]) == 3 else (1, 2)))]


def test_a_year_typed_once_in_its_column_stands_for_the_rows_below(tmp_path: Path) -> None:
    rows = [["Jahr", "Datum", "Sitzung"], [2016, "1.2.", "Rat"], [None, "2.3.", "Rat"], [2017, "3.4.", "Rat"]]
    xlsx(tmp_path / "Treffen 2018.xlsx", [*rows, [], [None, "5.4.", "Rat"]])
    assert dates(read(tmp_path)) == ["01.02.2016", "02.03.2016", "03.04.2017", "05.04.2017"]


@pytest.mark.parametrize("mark", ["-", "–", "ca. 20 Uhr", "offen"])
def test_what_only_fills_the_column_bis_is_no_end(tmp_path: Path, mark: str) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "bis", "Titel"], ["14.03.2017", mark, "Fest"]])
    assert codes(read(tmp_path)) == []


def test_a_row_of_nothing_but_a_formula_is_told_as_one(tmp_path: Path) -> None:
    rows = [["Datum", "Titel", "Besucher"], ["14.03.2017", "Fest", 5], [None, None, "=SUM(C2:C2)"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [(p.code, p.row) for p in found.problems] == [("zeile-formel", 3)]


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


def test_rows_beside_a_table_are_told_of_once(tmp_path: Path) -> None:
    rows = [["Datum", "Art", None, "Monat", "Anzahl Stunden"], ["14.03.2017", "Gespräch", None, "Januar", 1]]
    rows += [[None, None, None, month, 2] for month in ("Februar", "März", "April")]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [p.message for p in found.problems if p.code.startswith("zeile")] == [
        "Auf dem Blatt „Tabelle1“ in „a.xlsx“ steht in Zeilen 3–5 nur etwas neben der Tabelle „Treffen“; "
        "das zählt nicht mit."
    ]
    assert balance(found) == [("Tabelle1", "treffen", 4, 1, 3)]


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


def test_one_number_for_several_dates_belongs_to_the_first(tmp_path: Path) -> None:
    rows = [["Datum", "Titel", "TN"], ["14.3. und 21.3.2017", "A", "ca. 30"], ["1.4. und 2.4.2017", "B", None]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    counts = column(found, "veranstaltungen", "teilnehmerzahl")
    assert counts == [Count("ungefähr", 30, 30, "ca. 30"), Count("unbekannt"), None, None]
    assert places(found, "anzahl-mehrere-termine") == [("a.xlsx", "Tabelle1", "C2", 2)]
    assert len(found.problems) == 1
    assert "Zu den 2 Terminen" in found.problems[0].message


def test_the_column_bis_ends_a_span_and_an_hour_does_not(tmp_path: Path) -> None:
    rows = [
        ["Datum", "bis", "Titel"],
        ["14.03.2017", "16.3.", "A"],
        ["14.03.2017", "18:00", "B"],
        ["14.03.2017", "1.3.2017", "C"],
    ]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [None if pd.isna(d) else d.date() for d in found["veranstaltungen"]["bis"]] == [
        date(2017, 3, 16),
        None,
        None,
    ]
    assert places(found, "bis-unlesbar") == [("a.xlsx", "Tabelle1", "B4", 4)]


def test_a_count_that_cannot_be_read_is_unknown_and_named(tmp_path: Path) -> None:
    xlsx(
        tmp_path / "a.xlsx", [["Datum", "Titel", "TN"], ["14.03.2017", "A", day("03.05.2017")], ["15.03.2017", "B", -4]]
    )
    found = read(tmp_path)
    assert [count.kind for count in found["veranstaltungen"]["teilnehmerzahl"]] == ["unbekannt", "unbekannt"]
    assert [(p.code, p.cell, p.value) for p in found.problems] == [
        ("anzahl-datum", "C2", "03.05.2017"),
        ("anzahl-negativ", "C3", "-4"),
    ]


def test_a_column_of_names_is_not_taken_for_numbers_and_not_shown(tmp_path: Path) -> None:
    rows = [["Datum", "Art", "Teilnehmer"], ["14.03.2017", "A", "Frau Muster"], ["15.03.2017", "B", "Herr Beispiel"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert codes(found) == ["namen-statt-zahlen"]
    assert "Muster" not in repr(found.problems)


def test_numbers_beside_a_column_of_names_are_read(tmp_path: Path) -> None:
    rows = [["Datum", "Art", "Teilnehmer", "Anzahl"], ["14.03.2017", "A", "Frau Muster, Herr X", 2]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert codes(found) == ["namen-statt-zahlen"]
    assert [count.low for count in found["treffen"]["teilnehmerzahl"]] == [2]
    assert found.balance[0].unread == ()


def test_formulas_without_a_value_are_one_message_and_errors_one_each(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Art", "TN"],
        ["14.03.2017", "A", "=1+1"],
        ["15.03.2017", "B", "=1+2"],
        ["16.03.2017", "C", "#NV"],
    ]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [count.kind for count in found["treffen"]["teilnehmerzahl"]] == ["unbekannt"] * 3
    assert [(p.code, p.cell) for p in found.problems] == [("zelle-fehlerwert", "C4"), ("formel-ohne-wert", "C2")]
    assert "Zeilen 2 und 3" in found.problems[1].message


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


def test_addresses_and_numbers_of_persons_enter_neither_frame_nor_message(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Art", "Ort"],
        ["14.03.2017", "A", "Saal, Tel. 0651 123456, a@example.org"],
        ["a@example.org", "B", "x"],
    ]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert codes(found) == ["personendaten", "datum-unlesbar"]
    assert "example.org" not in repr(found.problems) + found["treffen"].to_string()
    assert "123456" not in found["treffen"].to_string()


def test_a_text_for_the_report_loses_addresses_with_a_warning_and_a_foreword_keeps_them(tmp_path: Path) -> None:
    said = "Fragen? a@example.org, 0651 1234567 – bis bald, "
    xlsx(
        tmp_path / "a.xlsx",
        {
            "Treffen": [["Datum", "Art", "Berichtstext"], ["14.03.2017", "A", said]],
            "Texte": [["Kapitel", "Text"], ["Vorwort", said]],
        },
    )
    found = read(tmp_path)
    assert [(p.code, p.severity.value, p.cell) for p in found.problems] == [("personendaten-im-text", "warnung", "C2")]
    assert column(found, "treffen", "berichtstext") == ["Fragen? …, … – bis bald,"]
    assert column(found, "texte", "text") == [said.strip()]


@pytest.mark.parametrize(
    ("row", "code", "value"),
    [
        (["14.03.2017", "A", "Erika Muster"], "anzahl-unlesbar", "…"),
        (["14.03.2017", "A", "ausverkauft"], "anzahl-unlesbar", "ausverkauft"),
        (["14.03.2017", "A", "4 Frauen, 3 x Kind"], "anzahl-unlesbar", "4 Frauen, 3 x Kind"),
        (["Leise, Lotte", "A", 3], "datum-unlesbar", "…"),
        (["Herbst", "A", 3], "datum-unlesbar", "Herbst"),
        (["nach Ostern", "A", 3], "datum-unlesbar", "nach Ostern"),
        (["Herbst, Lotte", "A", 3], "datum-unlesbar", "…"),
    ],
)
def test_a_name_where_a_number_belongs_is_not_quoted(tmp_path: Path, row: list[object], code: str, value: str) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Art", "TN"], row, ["15.03.2017", "B", 2], ["16.03.2017", "B", 2]])
    (said,) = read(tmp_path).problems
    assert (said.code, said.value) == (code, value)


def test_below_a_heading_for_one_theme_a_cell_is_one_theme_in_the_order_typed(tmp_path: Path) -> None:
    typed = "Handy, Kauf & Kredit; Armut"
    sheets = {title: [["Datum", "Format", title], ["14.03.2017", "Kurs", typed]] for title in ("Thema", "Themen")}
    xlsx(tmp_path / "Veranstaltungen.xlsx", sheets)
    one, several = column(read(tmp_path), "veranstaltungen", "themen")
    assert (one, several) == (("Handy, Kauf & Kredit", "Armut"), ("Handy, Kauf", "Kredit", "Armut"))


@pytest.mark.parametrize(
    ("heading", "typed", "meant"),
    [
        ("Ehrenamt", "x", "ehrenamtlich"), ("Ehrenamt", "Ja", "ehrenamtlich"), ("Ehrenamt", True, "ehrenamtlich"),
        ("Ehrenamt", "nein", "hauptamtlich"), ("Hauptamt", "x", "hauptamtlich"), ("HA/EA", "HA", "hauptamtlich"),
        ("HA/EA", "beides", "haupt- und ehrenamtlich"), ("HA/EA", None, ""), ("HA/EA", "x", None),
        ("Ehrenamt", "Erika", None), ("Haupt-/Ehrenamt", "ja", None),
    ],
)  # fmt: skip
def test_engagement_is_understood_however_it_is_typed_or_asked_about(
    tmp_path: Path, heading: str, typed: object, meant: str | None
) -> None:
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": [["Gruppe", "Institution", heading], ["G", "IHK", typed]]})
    found = read(tmp_path)
    assert column(found, "netzwerk", "engagement") == [meant or ""]
    assert places(found, "engagement-unlesbar") == ([] if meant is not None else [("a.xlsx", "Netzwerk", "C2", 2)])
    assert "Erika" not in repr(found)


def test_numbers_beyond_all_use_are_no_numbers(tmp_path: Path) -> None:
    rows = [["Bezeichnung", "Jahr", "Wert"], ["A", 2017, "9" * 40], ["B", 2017, 1e300], ["C", 2017, "9" * 30_000]]
    xlsx(tmp_path / "a.xlsx", rows)
    assert codes(read(tmp_path)) == ["zahl-unlesbar"] * 3


@pytest.mark.parametrize(
    ("names", "institution", "left", "said"),
    [
        (["Erika Muster"], "Erika Muster", "", 1),
        (["Muster, Erika"], "DRK (Frau Dr. Erika Muster)", "DRK", 1),
        (["Muster", "Erika"], "Muster Erika, Caritas", "Caritas", 1),
        (["Muster"], "Muster", "", 1),
        (["Muster"], "Muster Stiftung", "Muster Stiftung", 0),
        (["Erika Muster"], "DRK Muster", "DRK Muster", 0),
    ],
)
def test_people_of_the_network_are_not_named_as_institutions(
    tmp_path: Path, names: list[str], institution: str, left: str, said: int
) -> None:
    head = ["Gruppe", *("Name", "Vorname")[: len(names)], "Institution"]
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": [head, ["G", *names, institution]]})
    found = read(tmp_path)
    assert column(found, "netzwerk", "institution") == [left]
    assert codes(found).count("name-im-netzwerk") == said


def test_people_of_the_network_are_not_named_in_open_answers(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": [["Gruppe", "Name"], ["G", "Wisper, Eva"], ["G", "Klaus Laut"]]})
    asked = [["Wie zufrieden sind Sie?", "Was fehlt?"], ["zufrieden", "Eva Wisper fehlt uns im Sommer"],
             ["unzufrieden", "Herr Laut Klaus war laut"]]  # fmt: skip
    xlsx(tmp_path / "Umfrage.xlsx", asked)
    (survey,) = read(tmp_path).surveys
    assert list(survey.answers["was-fehlt"]) == ["[…] fehlt uns im Sommer", "[…] war laut"]


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


def test_names_of_the_network_never_stand_in_a_message(tmp_path: Path) -> None:
    rows = [
        ["Name", "Gruppe", "Institution"],
        ["Erika Muster", None, None],
        ["Max Muster", None, "IHK"],
        ["A", "B", "C"],
    ]
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": rows})
    found = read(tmp_path)
    assert codes(found) == ["zeile-notiz", "zeile-unvollstaendig"]
    assert "Muster" not in repr(found.problems)


# --- what is no table, or not for sure ----------------------------------------------------------------


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


@pytest.mark.parametrize("word", ["Kurs", "Lehrgang", "Ausstellung", "Aktion", "Konzert", "Beschreibung"])
def test_what_an_office_offers_is_the_title(tmp_path: Path, word: str) -> None:
    xlsx(tmp_path / "a.xlsx", {"2017": [[word, "von", "bis", "Ort"], ["Kochen", "14.03.2017", "15.03.2017", "Trier"]]})
    found = read(tmp_path)
    assert column(found, "veranstaltungen", "titel") == ["Kochen"]
    assert codes(found) == []


@pytest.mark.parametrize(
    ("sheet", "head", "row", "code"),
    [
        ("2017", ["Kurs", "Datum", "Vorname", "Familienname"], ["Kochen", "14.03.2017", "A.", "M."], "blatt-fraglich"),
        ("Stunden", ["Datum", "Wer", "Was", "Stunden"], ["14.03.2017", "A.", "Aufbau", 3], "blatt-fraglich"),
        ("km", ["Datum", "Anlass", "von", "nach", "km"], ["14.03.2017", "Sitzung", "A", "B", 3], "blatt-fraglich"),
        ("ToDo", ["Datum", "Thema", "Wer", "Status"], ["14.03.2017", "Einladung", "A.", "offen"], "blatt-unbekannt"),
        ("Urlaub", ["Datum von", "Datum bis", "Wer", "Grund"], ["1.3.2017", "2.3.2017", "A.", "x"], "blatt-unbekannt"),
        ("Presse", ["Datum", "Zeitung", "Titel"], ["14.03.2017", "Bote", "Fest"], "blatt-unbekannt"),
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


def test_hidden_sheets_are_set_aside_and_named(tmp_path: Path) -> None:
    import openpyxl

    path = xlsx(tmp_path / "a.xlsx", {"A": [HEAD, ["14.03.2017", "A"]], "B": [HEAD, ["15.03.2017", "B"]]})
    book = openpyxl.load_workbook(path)
    book["B"].sheet_state = "veryHidden"
    book["A"].row_dimensions[2].hidden = True
    book.save(path)
    found = read(tmp_path)
    assert dates(found) == ["14.03.2017"]
    assert codes(found) == ["blatt-ausgeblendet", "zeilen-ausgeblendet"]


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
    ("given", "code", "said"),
    [
        ({"spalten": {"Trefen": {"Datum": ("Tag",)}}}, "einstellung-unbekannt", "Meinten Sie „Treffen“?"),
        ({"spalten": {"Treffen": {"Dattum": ("Tag",)}}}, "einstellung-unbekannt", "Meinten Sie „Datum“?"),
        ({"tabellen": {"a.xlsx/Liste": "Trefen"}}, "einstellung-unbekannt", "Meinten Sie „Treffen“?"),
        ({"tabellen": {"b.xlsx/Liste": "Treffen"}}, "tabellen-ohne-blatt", "Datei.xlsx/Blatt"),
    ],
)
def test_settings_that_name_nothing_are_named(tmp_path: Path, given: dict[str, Any], code: str, said: str) -> None:
    xlsx(tmp_path / "a.xlsx", {"Liste": [["Datum", "Thema", "Beteiligte"], ["14.03.2017", "A"]]})
    (found,) = read(tmp_path, replace(SETTINGS, **given)).problems
    assert found.code == code
    assert said in found.advice


# --- until a year -------------------------------------------------------------------------------------


def test_later_rows_are_set_aside_with_one_hint_for_each_sheet(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Art"],
        ["1.12.2017", "A"],
        ["31.12.2017-2.1.2018", "B"],
        ["1.2.2018", "C"],
        ["1.12.2017, 1.3.2018", "D"],
    ]
    xlsx(tmp_path / "a.xlsx", {"T": rows, "W": [["Bezeichnung", "Jahr", "Wert"], ["M", 2017, 1], ["M", 2018, 2]]})
    found = read(tmp_path)
    assert latest_year(found) == 2018
    cut = until(found, 2017)
    assert dates(cut) == ["01.12.2017", "31.12.2017", "01.12.2017"]
    assert column(cut, "werte", "jahr") == [2017]
    assert balance(cut) == [("T", "treffen", 4, 3, 1), ("W", "werte", 2, 1, 1)]
    assert places(cut, "nach-dem-berichtsjahr") == [("a.xlsx", "T", None, 4), ("a.xlsx", "W", None, 3)]
    assert "Zeilen 4 und 5" in cut.problems[-2].message
    assert until(found, 2018).balance == found.balance


def test_a_setting_of_the_year_does_not_change_what_is_read(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Art"], ["1.12.2017", "A"]])
    assert len(read(tmp_path, replace(SETTINGS, bericht=Report(jahr=2016)))["treffen"]) == 1


@pytest.mark.parametrize(
    "text",
    [part * (40_000 // len(part) + 1) + "x" for part in ("a", "a, ", "a und ", "(", " ", "0 ", "9", "@", "a@b.", "-")],
)
def test_a_cell_that_is_far_too_long_keeps_nobody_waiting(tmp_path: Path, text: str) -> None:
    head = ["Datum", "Titel", "Themen", "Mitwirkende", "Veranstalter", "TN", "Berichtstext"]
    row = ["14.03.2017", *[text] * 6]
    lines = ["sep=;", *(";".join(cells) for cells in (head, row, [text] * 7))]
    (tmp_path / "a.csv").write_text("\n".join(lines), "utf-8")
    begun = perf_counter()
    found = read(tmp_path)
    assert perf_counter() - begun < 5
    assert len(places(found, "zelle-zu-lang")) == 13
    assert all(len(title) <= 32_767 for title in column(found, "veranstaltungen", "titel"))


def test_places_are_told_as_excel_counts_them_where_a_table_begins_in_the_middle_of_a_sheet(tmp_path: Path) -> None:
    rows = [[], [], *([None, None, *row] for row in (["Datum", "Art", "Thema"], ["31.02.2017", "Treffen", "Planung"]))]
    xlsx(tmp_path / "Treffen.xlsx", rows)
    assert places(read(tmp_path), "datum-unmoeglich") == [("Treffen.xlsx", "Tabelle1", "C4", 4)]
