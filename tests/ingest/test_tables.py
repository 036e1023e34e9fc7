"""A drop folder as a whole: where tables stand on sheets, what becomes of each row, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline.base.records import Count
from pipeline.base.settings import ReportSettings
from pipeline.ingest.years import latest_year
from tests.build import COLUMNS
from tests.ingest.drop import HEAD, SETTINGS, balance, codes, column, dates, day, places, read, xlsx
from tests.steps import up_to as drop_after_year


def test_an_empty_folder_gives_empty_frames_with_all_columns(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert {name: list(frame.columns) for name, frame in found.frames.items()} == {
        name: list(columns) for name, columns in COLUMNS.items()
    }
    assert found["treffen"]["datum"].dtype == "datetime64[s]"
    assert (found.problems, found.balance, latest_year(found.frames)) == ((), (), None)
    assert drop_after_year(found, 2017).frames["werte"].empty


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
    assert latest_year(found.frames) == 2018
    cut = drop_after_year(found, 2017)
    assert dates(cut) == ["01.12.2017", "31.12.2017", "01.12.2017"]
    assert column(cut, "werte", "jahr") == [2017]
    assert balance(cut) == [("T", "treffen", 4, 3, 1), ("W", "werte", 2, 1, 1)]
    assert places(cut, "nach-dem-berichtsjahr") == [("a.xlsx", "T", None, 4), ("a.xlsx", "W", None, 3)]
    assert "Zeilen 4 und 5" in cut.problems[-2].message
    assert drop_after_year(found, 2018).balance == found.balance


def test_a_setting_of_the_year_does_not_change_what_is_read(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Art"], ["1.12.2017", "A"]])
    assert len(read(tmp_path, replace(SETTINGS, bericht=ReportSettings(jahr=2016)))["treffen"]) == 1


@pytest.mark.parametrize(
    ("part", "letters"),
    [
        *((part, [32_767]) for part in ("a", "a, ", "a und ", "(", "9", "@", "-")),
        (" ", []), ("0 ", [0]), ("a@b.", [8_192]),  # nothing, a telephone number, addresses
    ],
)  # fmt: skip
def test_a_cell_that_is_far_too_long_is_read_up_to_what_a_cell_holds(
    tmp_path: Path, part: str, letters: list[int]
) -> None:
    text = part * (40_000 // len(part) + 1) + "x"
    head = ["Datum", "Titel", "Themen", "Mitwirkende", "Veranstalter", "TN", "Berichtstext"]
    row = ["14.03.2017", *[text] * 6]
    lines = ["sep=;", *(";".join(cells) for cells in (head, row, [text] * 7))]
    (tmp_path / "a.csv").write_text("\n".join(lines), "utf-8")
    found = read(tmp_path)
    assert len(places(found, "zelle-zu-lang")) == 13
    assert [len(str(title)) for title in column(found, "veranstaltungen", "titel")] == letters


def test_places_are_told_as_excel_counts_them_where_a_table_begins_in_the_middle_of_a_sheet(tmp_path: Path) -> None:
    rows = [[], [], *([None, None, *row] for row in (["Datum", "Art", "Thema"], ["31.02.2017", "Treffen", "Planung"]))]
    xlsx(tmp_path / "Treffen.xlsx", rows)
    assert places(read(tmp_path), "datum-unmoeglich") == [("Treffen.xlsx", "Tabelle1", "C4", 4)]
