"""What the cells of a row mean, and what is said of those that mean nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from pipeline.base.records import Count
from tests.ingest.drop import HEAD, codes, column, dates, day, places, read, xlsx


@pytest.mark.parametrize(
    "mark",
    [
        "-",
        "–",
        "/",
        "k. A.",
        "n.n.",
        "?",
        "keine Angabe",
        "...",
        "unbekannt",
        "-- ",
        "o. A.",
        "tbc",
        "KEINE",
        "(offen)",
    ],
)
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
    "typed", ["k. A.", "keine Angabe", "o. A.", "tbc", "n/a", "folgt", "steht noch nicht fest", "?"]
)
def test_a_date_that_nobody_knows_yet_is_told_in_one_way(tmp_path: Path, typed: str) -> None:
    xlsx(tmp_path / "a.xlsx", [HEAD, [typed, "Gespräch", "Bus", "Trier"], ["15.03.2017", "Gespräch", "Rad", "Trier"]])
    found = read(tmp_path)
    assert [(problem.code, problem.value) for problem in found.problems] == [("datum-offen", typed)]
    assert column(found, "treffen", "thema") == ["Rad"]


def test_the_town_of_leer_is_a_place(tmp_path: Path) -> None:
    xlsx(
        tmp_path / "a.xlsx", [HEAD, ["14.03.2017", "Gespräch", "leer", "Leer"], ["15.03.2017", "Rat", "Rad", "(leer)"]]
    )
    found = read(tmp_path)
    assert column(found, "treffen", "ort") == ["Leer", ""]
    assert column(found, "treffen", "thema") == ["", "Rad"]


@pytest.mark.parametrize("typed", ["k. A.", "–", "offen"])
def test_nothing_among_values_and_kinds_of_work_is_no_slip(tmp_path: Path, typed: str) -> None:
    people = [
        ["Gruppe", "Institution", "haupt-/ehrenamtlich"],
        ["Beirat", "IHK", typed],
        ["Beirat", "HWK", "ehrenamtlich"],
    ]
    values = [["Bezeichnung", "Jahr", "Wert"], ["Mitglieder", 2017, typed], ["Mitglieder", 2018, 120]]
    xlsx(tmp_path / "a.xlsx", {"Netzwerk": people, "Werte": values})
    found = read(tmp_path)
    assert codes(found) == ["zeile-unvollstaendig"]
    assert column(found, "netzwerk", "engagement") == ["", "ehrenamtlich"]


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


@pytest.mark.parametrize("mark", ["-", "–", "ca. 20 Uhr", "offen"])
def test_what_only_fills_the_column_bis_is_no_end(tmp_path: Path, mark: str) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "bis", "Titel"], ["14.03.2017", mark, "Fest"]])
    assert codes(read(tmp_path)) == []


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


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\u200f", "\u2060", "\ufeff"])
def test_what_nobody_sees_keeps_no_date_and_no_number_from_being_read(tmp_path: Path, sign: str) -> None:
    xlsx(tmp_path / "a.xlsx", [HEAD, [f"14.03.2017{sign}", "Gespräch", "Bus", f"{sign}Trier", "", f"{sign}45"]])
    found = read(tmp_path)
    assert codes(found) == []
    assert dates(found) == ["14.03.2017"]
    assert [count.low for count in column(found, "treffen", "teilnehmerzahl")] == [45]
    assert column(found, "treffen", "ort") == ["Trier"]
