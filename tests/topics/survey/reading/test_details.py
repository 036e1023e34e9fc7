"""The two sheets that staff may lay beside a survey."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.topics.survey.reading.details import COLUMNS, FIELDS, KINDS
from tests.topics.survey.exports import HAND, read, sheet


def test_the_details_sheet_says_who_asked_whom() -> None:
    details = sheet(
        [["Angabe", "Inhalt"], ["Titel", "Unsere Umfrage"], ["Kurzform", "Mitglieder 2024"], ["befragt von", "Verein"],
         ["Grundgesamtheit", "alle Mitglieder"], ["eingeladen", "1.203"], ["von", datetime(2024, 3, 1)],
         ["bis", "31.03.2024"], ["Art der Befragung", "online"], ["Wetter", "schön"]],
        name="Umfrage-Angaben",
    )  # fmt: skip
    found = read(sheet(HAND), details)
    (one,) = found.surveys
    assert (one.key, one.title, one.asked_by, one.universe) == (
        "mitglieder-2024", "Unsere Umfrage", "Verein", "alle Mitglieder",
    )  # fmt: skip
    assert (one.invited, one.start, one.end, one.mode) == (1203, date(2024, 3, 1), date(2024, 3, 31), "online")
    assert ("Umfrage.xlsx", "Umfrage-Angaben") in found.claimed
    assert [p.value for p in found.problems if p.code == "umfrage-angabe-unbekannt"] == ["Wetter"]


@pytest.mark.parametrize("typed", ["k. A.", "–", "unbekannt"])
def test_details_that_nobody_knows_are_left_out_without_a_word(typed: str) -> None:
    rows = [["Titel", "U"], ["Grundgesamtheit", typed], ["Eingeladen", typed], ["Bis", typed]]
    found = read(sheet(HAND), sheet(rows, name="Umfrage-Angaben"))
    (one,) = found.surveys
    assert (one.universe, one.invited, one.end) == ("", None, None)
    assert not [p for p in found.problems if p.code.startswith("umfrage-angabe")]


def test_details_that_cannot_be_read_are_named_with_their_cell_and_what_was_meant() -> None:
    rows = [
        ["Titel", "U"],
        ["gefragt von", "Verein"],
        ["Eingeladen", "alle"],
        ["Wetter", "schön"],
        ["Bis", "31.2.2024"],
    ]
    found = read(sheet(HAND), sheet(rows, name="Umfrage-Angaben"))
    told = [(p.code, p.cell, p.value) for p in found.problems if p.code.startswith("umfrage-angabe")]
    assert told == [
        ("umfrage-angabe-unbekannt", "A2", "gefragt von"), ("umfrage-angabe-unlesbar", "B3", "alle"),
        ("umfrage-angabe-unbekannt", "A4", "Wetter"), ("umfrage-angabe-unlesbar", "B5", "31.2.2024"),
    ]  # fmt: skip
    assert found.problems[0].advice.startswith("Meinten Sie „Befragt von“?")


def test_the_questions_sheet_corrects_what_was_found() -> None:
    questions = sheet(
        [["Frage", "Typ", "Antworten", "Titel", "Gruppe", "Ausblenden"],
         ["Wie arbeiten Sie mit?", "Einfachauswahl", "ehren; haupt; beides", "Mitarbeit", "Zur Person", None],
         ["Was fehlt?", None, None, None, None, "ja"],
         ["Welche Schulnote geben Sie?", "Skala", "6; 5; 4; 3; 2; 1", None, None, None],
         ["Was hintert Sie?", "Mehrfach", None, None, None, None],
         ["Ich werde gehört", "Wolke", None, None, None, None]],
        name="Fragen",
    )  # fmt: skip
    found = read(sheet(HAND), questions)
    first, *_, grade = found.surveys[0].questions
    assert (first.text, first.options, first.group) == ("Mitarbeit", ("ehren", "haupt", "beides"), "Zur Person")
    assert (grade.kind, grade.options) == ("zustimmung", ("6", "5", "4", "3", "2", "1"))
    assert "Was fehlt?" not in [q.text for q in found.surveys[0].questions]
    told = {p.code: p.advice for p in found.problems}
    assert told["umfrage-frage-unbekannt"] == "Meinten Sie „Was hindert Sie?“?"
    assert "umfrage-typ-unbekannt" in told


@pytest.mark.parametrize(
    ("typed", "asked_by"),
    [
        ("Geschäftsstelle (info@verein.de)", "Geschäftsstelle"),
        ("Büro, Tel. 0651 123456", "Büro, Tel."),
        ("Vorstand", "Vorstand"),
    ],
)
def test_who_asked_is_told_without_an_address(typed: str, asked_by: str) -> None:
    details = sheet([["Titel", "x"], ["Befragt von", typed]], name="Umfrage-Angaben")
    assert read(sheet(HAND), details).surveys[0].asked_by == asked_by


def test_the_guide_names_every_detail_and_type() -> None:
    guide = (Path(__file__).parents[4] / "docs" / "umfragen.md").read_text("utf-8").casefold()
    first = [words[0] for words in (*FIELDS.values(), *COLUMNS.values())]
    assert [word for word in first if f"| {word} |" not in guide] == []
    for kind in set(KINDS.values()):
        assert any(word in guide for word, known in KINDS.items() if known == kind), kind


DETAILS = [["Angabe", "Wert"], ["Titel", "Unser Garten"], ["Eingeladen", 80]]


@pytest.mark.parametrize(
    ("file", "name", "rows"),
    [
        ("Umfrage-Angaben Garten.csv", "", DETAILS),
        ("Angaben zu Umfragen.xlsx", "Umfrage-Angaben", [*DETAILS, ["Datei", "garten.csv"]]),
        ("Umfrage-Angaben.xlsx", "Tabelle1", [*DETAILS, ["Datei", "2024/Garten.csv"]]),
        ("Beiblatt.xlsx", "Umfrage-Angaben Garten", DETAILS),
    ],
)
def test_details_in_another_file_belong_to_the_file_they_name_or_to_the_only_survey(
    file: str, name: str, rows: list[list[object]]
) -> None:
    found = read(sheet(HAND, "2024/Garten.csv", ""), sheet(rows, file, name))
    (one,) = found.surveys
    assert (one.title, one.invited) == ("Unser Garten", 80)
    assert found.places[-1][1:3] == (file, name)
    assert (file, name) in found.claimed


def test_details_belong_to_the_only_survey_and_those_that_fit_none_are_told() -> None:
    only = read(sheet(HAND, "Umfrage Garten.csv", ""), sheet(DETAILS, "Umfrage-Angaben.csv", ""))
    assert only.surveys[0].title == "Unser Garten"
    other = sheet([*DETAILS, ["Datei", "hof.csv"]], "Umfrage-Angaben.csv", "")
    found = read(sheet(HAND, "Umfrage Garten.csv", ""), other)
    assert found.surveys[0].title == "Umfrage Garten"
    assert [p.file for p in found.problems if p.code == "umfrage-angaben-ohne-umfrage"] == ["Umfrage-Angaben.csv"]


def test_questions_beside_details_in_another_file_are_those_of_its_survey() -> None:
    details = sheet([*DETAILS, ["Datei", "garten.csv"]], "Beiblatt.xlsx", "Umfrage-Angaben")
    asked = sheet([["Frage", "Ausblenden"], ["Was fehlt?", "ja"]], "Beiblatt.xlsx", "Fragen")
    answers = sheet(HAND, "Garten.csv", ""), sheet([*HAND[:4], HAND[3]], "Umfrage Hof.csv", "")
    garden, yard = read(*answers, details, asked).surveys
    assert "Was fehlt?" not in [one.text for one in garden.questions]
    assert "Was fehlt?" in [one.text for one in yard.questions]


def test_questions_without_answers_are_told() -> None:
    found = read(sheet([["Frage", "Typ"], ["Wie zufrieden sind Sie?", "Einfachauswahl"]], name="Fragen"))
    assert [p.code for p in found.problems] == ["umfrage-ohne-antworten"]
