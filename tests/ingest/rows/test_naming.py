"""Names: one spelling for each project and organisation, said where it was assumed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.settings import ReportSettings
from pipeline.ingest.cells.spelling import together
from tests.ingest.drop import SETTINGS, codes, read, xlsx

PARTNER = [
    ["Name", "Kurzform", "Dativ", "gehört zu"],
    ["Industrie- und Handelskammer Trier", "IHK Trier", None, None],
    ["Stadt Trier", None, "der Stadt Trier", None],
    ["Servicestelle", None, None, "IHK Trier"],
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("IHK Trier", ("Industrie- und Handelskammer Trier",)),
        ("ihk trier; STADT TRIER", ("Industrie- und Handelskammer Trier", "Stadt Trier")),
        ("der Stadt Trier und IHK Trier", ("Stadt Trier", "Industrie- und Handelskammer Trier")),
        ("Industrie- und Handelskammer Trier und Caritas", ("Industrie- und Handelskammer Trier", "Caritas")),
    ],
)
def test_organisations_stand_under_their_name_in_partner(tmp_path: Path, typed: str, meant: tuple[str, ...]) -> None:
    xlsx(tmp_path / "z.xlsx", {"Partner": PARTNER})
    xlsx(tmp_path / "a.xlsx", {"Treffen": [["Datum", "Thema", "Beteiligte"], ["1.3.2017", "A", typed]]})
    found = read(tmp_path)
    assert found["treffen"].iloc[0]["beteiligte"] == meant
    assert found["partner"].iloc[2]["gehoert_zu"] == "Industrie- und Handelskammer Trier"
    assert codes(found) == []


def test_spellings_are_brought_together_and_said_once(tmp_path: Path) -> None:
    head = ["Datum", "Projekt", "Thema", "Beteiligte"]
    rows = [
        ["1.3.2017", "Integration", "A", "Lernende Region"],
        ["2.3.2017", "integration ", "B", "Lernende  Region"],
        ["3.3.2017", "Integration", "C", "Lernende Region e.V."],
        ["4.3.2017", "Integraton", "D", "Lernende Regoin"],
    ]
    xlsx(tmp_path / "a.xlsx", [head, *rows])
    found = read(tmp_path)
    assert set(found["treffen"]["projekt"]) == {"Integration"}
    assert set(found["treffen"]["beteiligte"]) == {("Lernende Region",)}
    assert codes(found) == ["schreibweisen-organisation", "schreibweisen-projekt"]
    assert "„integration“, „Integraton“" in found.problems[1].message


def test_a_slip_of_the_finger_finds_its_partner_and_is_said(tmp_path: Path) -> None:
    xlsx(tmp_path / "z.xlsx", {"Partner": PARTNER})
    rows = [["Datum", "Thema", "Beteiligte"], ["1.3.2017", "A", "Industrie- und Handelskamer Trier"]]
    xlsx(tmp_path / "a.xlsx", {"Treffen": rows})
    found = read(tmp_path)
    assert found["treffen"].iloc[0]["beteiligte"] == ("Industrie- und Handelskammer Trier",)
    assert codes(found) == ["schreibweisen-organisation"]


def test_a_short_form_of_two_partners_is_named(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"Partner": [["Name", "Kurzform"], ["Handwerkskammer", "HK"], ["Handelskammer", "HK"]]})
    found = read(tmp_path)
    assert [(p.code, p.row) for p in found.problems] == [("kurzform-doppelt", 3)]


def test_partners_that_contradict_each_other_are_named_and_the_first_counts(tmp_path: Path) -> None:
    head = ["Name", "Kurzform", "Artikel", "Art"]
    xlsx(
        tmp_path / "a.xlsx",
        {"Partner": [head, ["Stadt Trier", "Trier", "die", None], ["IHK Trier", "IHK", None, None]]},
    )
    xlsx(
        tmp_path / "b.xlsx",
        {"Partner": [head, ["Stadt Trier", "St. Trier", "die", "Kommune"], ["IHK trier", None, "die", None]]},
    )
    found = read(tmp_path)
    assert [(p.code, p.file, p.row, p.value) for p in found.problems] == [
        ("partner-widerspruch", "b.xlsx", 2, "St. Trier")
    ]
    assert "aber „Trier“ in „a.xlsx“, Blatt „Partner“, Zeile 2; es gilt „Trier“" in found.problems[0].message
    assert found["partner"][["name", "kurzform", "artikel", "art"]].to_numpy().tolist() == [
        ["Stadt Trier", "Trier", "die", "Kommune"], ["IHK Trier", "IHK", "die", ""],
        ["Stadt Trier", "Trier", "die", "Kommune"], ["IHK Trier", "IHK", "die", ""],
    ]  # fmt: skip


def test_two_values_for_the_same_are_named(tmp_path: Path) -> None:
    head = ["Bezeichnung", "Jahr", "Wert", "Einheit", "Projekt"]
    rows = [
        ["Mitglieder", 2017, 120, None, None],
        ["Mitglieder", 2016, 110, None, None],
        ["Anteil", 2017, 40, "%", None],
    ]
    xlsx(tmp_path / "a.xlsx", {"Werte": [head, *rows]})
    rows = [
        ["mitglieder", 2017, 125, None, None],
        ["Mitglieder", 2017, 7, None, "Treff"],
        ["Anteil", 2017, 9, "Euro", None],
    ]
    xlsx(tmp_path / "b.xlsx", {"Werte": [head, *rows, ["Mitglieder", 2016, "110,0", None, None]]})
    found = read(tmp_path)
    assert [(p.file, p.row, p.value) for p in found.problems if p.code == "wert-widerspruch"] == [("b.xlsx", 2, "125")]
    assert len(found["werte"]) == 6


def test_an_unknown_name_with_und_is_taken_as_one_and_said(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Thema", "Beteiligte"],
        ["1.3.2017", "A", "Haus und Hof"],
        ["2.3.2017", "B", "Haupt- und Realschule"],
    ]
    xlsx(tmp_path / "a.xlsx", {"Treffen": rows})
    found = read(tmp_path)
    assert list(found["treffen"]["beteiligte"]) == [("Haus und Hof",), ("Haupt- und Realschule",)]
    assert [(p.code, p.row, p.value) for p in found.problems] == [("und-im-namen", 2, "Haus und Hof")]


def test_the_settings_spell_projects(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Projekt", "Thema"], ["1.3.2017", "mobilitaet", "A"]])
    settings = replace(SETTINGS, bericht=ReportSettings(projekte=("Mobilität",)))
    assert list(read(tmp_path, settings)["treffen"]["projekt"]) == ["Mobilität"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Grundschule Nord", "Grundschule Süd"),
        ("Projektphase 1", "Projektphase 2"),
        ("Realschule I", "Realschule II"),
        ("IHK", "HWK"),
        ("Landkreis Ost", "Landkreis West"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert together({one: 3, other: 1}) == ({}, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"Kinderschutz": 2}, {"Kinderschatz": 1}),
        ({"Gemeinde Steinbach": 9}, {"Gemeinde Steinach": 1}),
        ({"Grundschule Northeim": 9}, {"Grundschule Nordheim": 1}),
    ],
)
def test_names_that_may_both_be_right_stay_apart_and_are_asked_about(
    one: dict[str, int], other: dict[str, int]
) -> None:
    assert together(one | other) == ({}, ((*other, *one),))


@given(st.lists(st.text(max_size=12)))
def test_bringing_together_always_ends_at_a_spelling_that_stays(spellings: list[str]) -> None:
    chosen, _ = together(Counter(spellings))
    assert not set(chosen.values()) & set(chosen)
    assert set(chosen) | set(chosen.values()) <= set(spellings)


def test_a_project_with_the_name_of_none_is_named(tmp_path: Path) -> None:
    rows = [["Datum", "Gremium", "Projekt"], ["14.3.2017", "A", "allgemein"], ["15.3.2017", "B", "P"]]
    xlsx(tmp_path / "Treffen.xlsx", rows)
    assert [(p.code, p.value, p.row) for p in read(tmp_path).problems] == [("projekt-allgemein", "allgemein", 2)]


@pytest.mark.parametrize(
    ("heading", "typed", "meant"),
    [
        ("gemeinsam mit", "Förderverein", ("Musterverein", "Förderverein")),
        ("Kooperations-\npartner", "Stadt Ulm; VHS", ("Musterverein", "Stadt Ulm", "VHS")),
        ("Mitveranstalter", "VHS, Musterverein", ("VHS", "Musterverein")),
        ("Partner", None, ()),
        ("Veranstalter", "VHS", ("VHS",)),
    ],
)
def test_whoever_stands_beside_the_association_is_not_alone(
    tmp_path: Path, heading: str, typed: str | None, meant: tuple[str, ...]
) -> None:
    xlsx(tmp_path / "a.xlsx", {"Veranstaltungen": [["Datum", "Titel", heading], ["1.3.2017", "A", typed]]})
    found = read(tmp_path)
    assert found["veranstaltungen"].iloc[0]["veranstalter"] == meant
    assert codes(found) == (["partner-neben-uns"] if meant[:1] == ("Musterverein",) else [])
