"""Surveys are found among sheets and read alike, whatever tool they come from."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ingest.records import Tables
from pipeline.ingest.survey.details import COLUMNS, FIELDS, KINDS
from pipeline.ingest.survey.exports import latest_year, until
from pipeline.ingest.survey.header import header_of
from pipeline.settings import Settings
from pipeline.settings import Survey as SurveySettings
from tests.surveys import AGREEMENT, columns, lamapoll, limesurvey, read, sheet, survey

HAND = [
    ["Nr.", "Wie arbeiten Sie mit?", "Wie sehr stimmen Sie zu? [Ich bin informiert]",
     "Wie sehr stimmen Sie zu? [Ich werde gehört]", "Was hindert Sie?", "Welche Schulnote geben Sie?", "Ihre E-Mail",
     "Was fehlt?"],
    [1, "haupt", "stimme voll zu", "teils/teils", "Zeit; Geld", 2, "a@b.de", "Mehr Räume für uns"],
    [2, "ehren", "stimme eher zu", "weiß nicht", "Zeit", 1, "c@d.de", None],
    [3, "ehren", "stimme eher nicht zu", "stimme voll zu", "Geld; Wege", 3, None, "Fragen Sie c@d.de"],
    [4, "haupt", "stimme voll zu", None, None, None, None, None],
    [None, None, None, None, None, None, "nur@mail.de", None],
]  # fmt: skip


def kinds(rows: Any, **others: Any) -> list[tuple[str, str]]:
    return [(question.text, question.kind) for question in survey(rows, **others).questions]


def test_a_hand_made_table_is_read_question_by_question() -> None:
    found = survey(HAND)
    assert [(q.text, q.kind) for q in found.questions] == [
        ("Wie arbeiten Sie mit?", "einfach"),
        ("Ich bin informiert", "zustimmung"),
        ("Ich werde gehört", "zustimmung"),
        ("Was hindert Sie?", "mehrfach"),
        ("Welche Schulnote geben Sie?", "note"),
        ("Was fehlt?", "offen"),
    ]
    informed, heard = found.questions[1:3]
    assert informed.stem == heard.stem == "Wie sehr stimmen Sie zu?"
    assert informed.options == heard.options == AGREEMENT
    assert heard.beside == ("weiß nicht",)
    assert found.questions[3].options == ("Geld", "Zeit", "Wege")
    assert found.complete.all()


def test_rows_without_an_answer_are_set_aside_and_counted() -> None:
    found = read(sheet(HAND))
    (line,) = found.balance
    assert (line.read, line.used, line.set_aside) == (5, 4, 1)
    assert [row for *_, row in found.places] == [2, 3, 4, 5]
    assert "umfrage-ohne-antwort" in [p.code for p in found.problems]


def test_totals_under_the_answers_are_no_answer() -> None:
    found = read(sheet([*HAND[:5], ["Summe", None, None, None, None, 6, None, None]]))
    assert (found.balance[0].used, found.balance[0].set_aside) == (4, 1)
    assert "umfrage-notizzeile" in [p.code for p in found.problems]


@pytest.mark.parametrize("mode", ["code", "kurz", "text", "beides"])
def test_limesurvey_is_read_in_every_heading_mode(mode: str) -> None:
    rows = limesurvey(mode)
    found = survey(rows, file="ergebnisse.csv")
    assert [q.kind for q in found.questions] == ["einfach", "mehrfach", "zustimmung", "zustimmung", "offen", "offen"]
    assert len(found.answers) == 40
    assert int(found.complete.sum()) == sum(row[1] != "" for row in rows[1:])
    assert found.questions[-1].parent == found.questions[0].key
    if mode == "beides":
        assert found.questions[2].text == "Ich bin gut informiert."


TWO_ROWS = [
    ["Unsere Umfrage 2024"],
    ["Nr.", "Wie bewerten Sie (Schulnote)", None, "Wie alt sind Sie?", "Gut?", None],
    [None, "den Ort", "die Zeit", None, "Response", None],
    [1, 2, 3, "alt", "ja", "x"],
    [2, 1, 4, "jung", "nein", None],
    ["Ø", 1.5, 3.5],
]


def test_statements_below_their_question_are_headings_and_no_answer() -> None:
    found = read(sheet(TWO_ROWS))
    (asked,) = found.surveys
    assert [(q.stem, q.text, q.kind) for q in asked.questions] == [
        ("Wie bewerten Sie (Schulnote)", "den Ort", "note"),
        ("Wie bewerten Sie (Schulnote)", "die Zeit", "note"),
        ("", "Wie alt sind Sie?", "offen"),
        ("", "Gut?", "ja-nein"),
    ]
    assert asked.answers.iloc[:, :2].values.tolist() == [[2, 3], [1, 4]]
    assert [(p.code, p.row) for p in found.problems if p.code == "umfrage-notizzeile"] == [("umfrage-notizzeile", 6)]
    (named,) = [p.message for p in found.problems if p.code == "umfrage-ohne-ueberschrift"]
    assert "F." in named


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["Zur Person", None, "Zum Fest", None], ["Wie alt sind Sie?", "Wo wohnen Sie?", "War es gut?", "Wer kam?"]),
        (["Umfrage", None, None, None], ["Alter?", "Ort?", "Gut?", "Kommen Sie wieder?"]),
        (["Alter?", "Ort?", "Gut?", "Warum?"], ["alt", "Au", "ja", None]),
    ],
)
def test_titles_above_questions_and_answers_below_them_part_nothing(above: list[Any], below: list[Any]) -> None:
    header = header_of(sheet([above, below, ["x", "y", "z", None], ["x", "y", "z", "a"]]))
    assert header is not None
    assert not any("[" in heading for heading in header.headings)
    assert header.headings[0] in (above[0], below[0])


PEOPLE = ["Person 1", "Person 2", "Person 3", "Person 4", "Person 5"]
NO_ROW_PER_ANSWER = [
    ([["Frage", *PEOPLE], ["War es gut?", "ja", "ja", "nein", "ja", "ja"], ["Alter?", 20, 30, 40, 50, 60]],
     "umfrage-quer"),
    ([[None, 1, 2, 3, 4], ["Ich bin zufrieden", "ja", "ja", "nein", "ja"], ["Ich komme wieder", "ja", "ja", "ja", 1]],
     "umfrage-quer"),
    ([[None, "Anna Abel", "Bert Bohm", "Cem Can", "Dora Dorn"], ["War es gut?", "ja", "ja", "nein", "ja"],
      ["Was fehlt?", "Zeit", None, "Geld", "Zeit"]], "umfrage-quer"),
    ([["War es gut?"], ["Antwort", "Anzahl"], ["sehr gut", 34], ["gut", 21], ["Summe", 55]], "umfrage-auszaehlung"),
    ([["Frage", "Antwort", "Anzahl"], ["War es gut?", "ja", 34], [None, "nein", 2]], "umfrage-auszaehlung"),
    ([["Wie war es?"], ["sehr gut", 3], ["gut", 21], ["schlecht", 4], ["sehr schlecht", 1]], "umfrage-auszaehlung"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "code"), NO_ROW_PER_ANSWER)
def test_sheets_without_a_row_per_answer_are_named_and_nobody_in_them(rows: list[list[Any]], code: str) -> None:
    found = read(sheet(rows))
    assert found.surveys == ()
    assert [problem.code for problem in found.problems] == [code]
    assert (found.balance[0].read, found.balance[0].set_aside) == (len(rows), len(rows))
    assert "Abel" not in f"{found.problems}"


def test_two_questions_and_their_answers_are_no_count() -> None:
    assert len(survey([["Wie war es?", "Wie alt sind Sie?"], *[["gut", 20], ["schlecht", 30]] * 4]).questions) == 2


def test_limesurvey_1980_means_finished_and_an_empty_date_does_not() -> None:
    rows = [
        ["id", "submitdate", "A1"],
        [1, "1980-01-01 00:00:00", "A1"],
        [2, None, "A1"],
        [3, datetime(2024, 5, 6), "A2"],
    ]
    assert survey(rows, file="x.csv").complete.tolist() == [True, False, True]


def test_lamapoll_is_read_with_rankings_sliders_and_texts() -> None:
    found = survey(lamapoll(), file="export.csv")
    assert [(q.key, q.kind) for q in found.questions] == [
        ("frage-1", "ja-nein"),
        ("frage-2", "ja-nein"),
        ("frage-3", "mehrfach"),
        ("frage-4", "rang"),
        ("frage-5", "zahl"),
        ("frage-6-auf-den-zusammenhalt", "zahl"),
        ("frage-6-auf-die-arbeit", "zahl"),
        ("frage-7", "offen"),
        ("frage-3-sonstiges", "offen"),
    ]
    assert found.questions[2].text == "In diesen Bereichen nutze ich es:"
    assert found.questions[2].options == ("Kommunikation (z.B. E-Mail, Chat)", "Verwaltung", "Sonstiges")
    assert found.questions[5].stem == "Wie wirkt es?"


@pytest.mark.parametrize(
    "head",
    [
        ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"],
        ["ID", "Start time", "Completion time", "Email", "Name"],
    ],
)
def test_microsoft_forms_is_read(head: list[str]) -> None:
    rows = [
        [*head, "Was nutzen Sie?", "Die Beratung hilft mir", "Die Räume sind schön"],
        [1, datetime(2024, 1, 1), datetime(2024, 1, 1), "anonymous", "Eva Okonkwo", "Kurse;Fahrten;", "Trifft zu",
         "Trifft nicht zu"],
        [2, datetime(2024, 1, 1), datetime(2024, 1, 1), "anonymous", None, "Kurse;", "Trifft eher zu", "Trifft zu"],
        [3, datetime(2024, 1, 1), datetime(2024, 1, 1), "anonymous", None, "Kurse;Fahrten;", "Trifft zu", "Trifft zu"],
    ]  # fmt: skip
    sign = sheet([["x"]], name="_56F9DC9755BA473782653E2940F9", visible=False)
    (found,) = read(sheet(rows, name="Form1"), sign).surveys
    assert [(q.kind, q.options) for q in found.questions] == [
        ("mehrfach", ("Kurse", "Fahrten")),
        ("zustimmung", ("Trifft nicht zu", "Trifft eher nicht zu", "Trifft eher zu", "Trifft zu")),
        ("zustimmung", ("Trifft nicht zu", "Trifft eher nicht zu", "Trifft eher zu", "Trifft zu")),
    ]


def test_google_forms_splits_choices_and_ignores_notes_of_the_office() -> None:
    cells = [
        "Kochen (Suppe, Brot), Spiel, Spaß und Sport",
        "Beratung",
        "Spiel, Spaß und Sport",
        "Beratung, Kochen (Suppe, Brot)",
    ]
    rows: list[list[Any]] = [["Zeitstempel", "Was gefällt Ihnen bei uns?"]]
    rows += [[datetime(2024, 1, 1, 10, i), cell] for i, cell in enumerate(cells * 3)]
    rows += [[None, "ausgewertet von Eva"]]
    found = read(sheet(rows, name="Formularantworten 1"))
    (question,) = found.surveys[0].questions
    assert sorted(question.options) == ["Beratung", "Kochen (Suppe, Brot)", "Spiel, Spaß und Sport"]
    assert found.balance[0].set_aside == 1


def test_a_sheet_that_is_no_survey_is_left_alone() -> None:
    rows = [["Name", "Ort", "Betrag"], ["Eva", "Trier", 3], ["Ada", "Prüm", 5]]
    found = read(sheet(rows, "Kasse.xlsx", "Tabelle1"), sheet([["Umfrage geplant"]], "Notiz.xlsx", "Umfrage"))
    assert (found.surveys, found.claimed, found.balance) == ((), (), ())


def test_answers_on_scales_are_a_survey_without_a_telling_name() -> None:
    rows = columns(
        {
            "Wie gut finden Sie die Beratung?": ["sehr gut", "gut", "schlecht", "gut", "gut"],
            "Wie gut finden Sie die Räume?": ["gut", "gut", "schlecht", "gut", "sehr gut"],
        }
    )
    assert len(read(sheet(rows, "Liste.xlsx", "Tabelle1")).surveys) == 1


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
    ("cells", "kind", "options"),
    [
        (["Ja", "nein", "Ja", "ja"], "ja-nein", ("Ja", "nein")),
        ([True, False, True], "ja-nein", ("Ja", "Nein")),
        ([3, 7, 12, 40], "zahl", ()),
        (["3,5", "12", "40 %"], "zahl", ()),
        ([1, 2, 5, 3], "zahl", ()),
        ([datetime(2020, 1, 1), datetime(2021, 5, 1)], "datum", ()),
        (["24.12.2020", "1.1.2021"], "datum", ()),
        (["blau", "rot", "rot", "rot", "blau"], "einfach", ("rot", "blau")),
        (["bis 5", "über 10", "6–10", "bis 5", "über 10", "6–10"], "einfach", ("bis 5", "6–10", "über 10")),
        (["gut", "befriedigend", "mangelhaft", "gut"], "note", ("1", "2", "3", "4", "5", "6")),
        (["Ruf an: 0651 1234567", "nein danke", "nein danke"] * 3, "offen", ()),
        (["ein Satz", "noch ein Satz", "und ein dritter"], "offen", ()),
        (["blau", "-", "rot", "–", "blau", "rot"], "einfach", ("rot", "blau")),
        (["x", "-", "x", "x"], "einfach", ("x", "-")),
        ([3, "ca. 7", 12, 40], "zahl", ()),
        ([3, 7, 12, 40, 8, "das ist verschieden"], "zahl", ()),
        (["rot"] * 9 + ["blau"] * 10 + ["was Anna sagt"], "einfach", ("rot", "blau", "Sonstiges")),
        (["rot"] * 9 + ["blau"] * 9 + ["was Anna sagt"], "einfach", ("rot", "blau", "was Anna sagt")),
        (
            ["Mehr am Abend", "mehr am Abend!", "Mehr am Abend", "gar nichts"] * 3,
            "einfach",
            ("Mehr am Abend", "gar nichts"),
        ),
    ],
)
def test_the_type_of_a_question_is_found_from_its_answers(
    cells: list[Any], kind: str, options: tuple[str, ...]
) -> None:
    (question,) = survey(columns({"Was sagen Sie dazu?": cells})).questions
    assert question.kind == kind
    assert (
        tuple(sorted(question.options)) == tuple(sorted(options)) if kind == "einfach" else question.options == options
    )


@pytest.mark.parametrize(
    ("question", "cells", "kind"),
    [
        ("Was wünschen Sie sich?", ["Yoga", "nix", "Mehr Kurse am Abend", "Yoga"] * 5, "offen"),
        ("Was wünschen Sie sich?", ["Mehr Kurse bitte!", "Yoga am Abend bitte", "Yoga"] * 5, "offen"),
        ("Was war nicht gut?", ["Toiletten!!", "nichts", "Wartezeit am Grill"] * 5, "offen"),
        ("Was war schön?", ["Die gute Musik!", "Das schöne Essen", "nix"] * 5, "offen"),
        ("Was wünschen Sie sich?", ["Yoga", "Kochen", "keine Angabe", "Yoga"] * 5, "einfach"),
        ("Welche Kurse besuchen Sie?", ["Yoga", "keine", "Kochen"] * 5, "einfach"),
        ("Wie ist es?", ["Das passt mir gut.", "Das geht so gerade.", "Das passt nicht."] * 5, "einfach"),
    ],
)
def test_answers_that_people_wrote_are_open_even_where_they_repeat(question: str, cells: list[str], kind: str) -> None:
    (found,) = survey(columns({question: cells})).questions
    assert found.kind == kind


def test_a_rare_answer_loses_the_names_of_those_who_answered() -> None:
    given = {"Name": ["Rosa Abel", "Otto Kamp"] * 6, "Wer soll führen?": ["alle", "keiner"] * 5 + ["alle", "Rosa Abel"]}
    options = survey(columns(given)).questions[0].options
    assert "[…]" in options
    assert not any("Rosa" in option for option in options)


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


def test_what_staff_should_know_of_codes_and_personal_columns_is_said() -> None:
    rows = columns({"id": [1, 2], "submitdate": ["x", "x"], "G1": ["AO01", "-oth-"], "E-Mail": ["a@b.de", "c@d.de"]})
    said = {problem.code: problem.message for problem in read(sheet(rows, "results-survey1.csv", "")).problems}
    assert "betroffene Fragen: 1" in said["umfrage-nur-codes"]
    assert "„E-Mail“" in said["umfrage-personenbezogen"]
    assert "a@b.de" not in "".join(said.values())


def test_the_protocol_says_how_each_question_was_read() -> None:
    (said,) = [one for one in read(sheet(HAND)).problems if one.code == "umfrage-gelesen"]
    assert "Gelesen wurde als Einfachauswahl: „Wie arbeiten Sie mit?“; als Skala: „Ich bin informiert“" in said.message


def test_statements_of_a_battery_have_the_same_answers_however_they_are_spelled() -> None:
    rows = columns({"Was trifft zu? [A]": ["Ja", "Nein", "Ja"], "Was trifft zu? [B]": ["nein", "nein", "weiß nicht"]})
    assert {(q.kind, q.options, q.beside) for q in survey(rows).questions} == {
        ("ja-nein", ("Ja", "nein"), ()), ("ja-nein", ("Ja", "nein"), ("weiß nicht",))
    }  # fmt: skip


def test_grades_with_a_sign_are_grades_and_the_protocol_says_so() -> None:
    found = read(sheet(columns({"Welche Note geben Sie?": ["1", "2-", "3+", 2, "sehr gut", "weiß nicht"]})))
    assert found.surveys[0].questions[0].kind == "note"
    assert found.surveys[0].answers.iloc[:, 0].tolist() == [1, 2, 3, 2, 1, None]
    assert "umfrage-annahme" in [problem.code for problem in found.problems]


def test_what_one_of_many_typed_beside_the_choices_is_not_printed() -> None:
    cells = ["Kurse;Chor;", "Chor;", "Kurse;"] * 8 + ["Chor;Kaffee mit Anna Abel;"]
    found = read(sheet(columns({"Was nutzen Sie?": cells})))
    assert found.surveys[0].questions[0].options == ("Chor", "Kurse", "Sonstiges")
    assert found.surveys[0].answers.sum().tolist() == [17, 16, 1]


@pytest.mark.parametrize(
    ("heading", "stamps", "first", "last"),
    [
        ("Zeitstempel", ["2024/04/03 10:00:11 AM MESZ"] * 4 + ["2024/05/02 09:00"], (2024, 4, 3), (2024, 5, 2)),
        ("Zeitstempel", ["03.04.2024 10:00"] * 4 + ["02.05.2024 09:00"], (2024, 4, 3), (2024, 5, 2)),
        ("Timestamp", ["4/3/2024 10:00:11"] * 4 + ["5/22/2024 9:00:00"], (2024, 4, 3), (2024, 5, 22)),
        ("Timestamp", ["3/4/2024 10:00:11"] * 4 + ["22/5/2024 9:00:00"], (2024, 4, 3), (2024, 5, 22)),
        ("Timestamp", ["4/3/2024 10:00:11"] * 5, None, None),  # April or March
        ("Zeitstempel", ["2024/04/03 10:00"] * 4, None, None),  # too few
        ("Zeitstempel", ["1980-01-01 00:00:00"] * 5, None, None),
        ("Zeitstempel", ["gestern"] * 5, None, None),
    ],
)
def test_the_time_stamps_say_when_a_survey_was(
    heading: str, stamps: list[str], first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    found = read(sheet(columns({heading: stamps, "Wie war es heute?": ["gut"] * len(stamps)})))
    (asked,) = found.surveys
    assert (asked.start, asked.end) == (first and date(*first), last and date(*last))
    assert ("umfrage-zeitraum" in [problem.code for problem in found.problems]) is bool(first)


def test_what_staff_say_of_the_time_counts_more_than_the_stamps() -> None:
    details = sheet([["Titel", "x"], ["Von", "1.1.2023"]], name="Umfrage-Angaben")
    rows = columns({"Zeitstempel": ["2024/04/03 10:00"] * 5, "Wie war es heute?": ["gut"] * 5})
    assert read(sheet(rows), details).surveys[0].start == date(2023, 1, 1)


@pytest.mark.parametrize(
    ("file", "title", "key"),
    [
        ("Mitglieder fragen(1-46).xlsx", "Mitglieder fragen", "mitglieder-fragen"),
        ("Umfrage Räume (Antworten) - Formularantworten 1.csv", "Umfrage Räume", "umfrage-raeume"),
        ("results-survey123456.csv", "Umfrage", "results-survey123456"),
        ("export kw 5.csv", "Umfrage (export kw 5)", "export-kw-5"),
    ],
)
def test_a_survey_is_called_as_its_file_without_what_the_tool_adds(file: str, title: str, key: str) -> None:
    found = survey(columns({"Zeitstempel": ["2024/04/03"] * 5, "Wie war es?": ["gut"] * 5}), file=file)
    assert (found.title, found.key) == (title, key)


def test_a_survey_of_too_few_gets_no_chapter_and_one_without_a_title_is_named() -> None:
    found = read(sheet(columns({"Wie war es heute?": ["gut"] * 4}), "Umfrage.xlsx"))
    assert not found.surveys[0].gets_chapter(2024, 5)
    assert found.surveys[0].gets_chapter(2024, 4)
    assert "umfrage-zu-klein" in [problem.code for problem in found.problems]
    found = read(sheet(columns({"Zeitstempel": ["x"] * 5, "Wie war es heute?": ["gut"] * 5}), "export.csv"))
    assert "umfrage-ohne-titel" in [problem.code for problem in found.problems]


@pytest.mark.parametrize(("name", "surveys"), [("Anmeldung Grillfest", 0), ("Formular", 0), ("Umfrage Grillfest", 1)])
def test_a_form_that_signs_people_up_is_no_survey_unless_it_is_called_one(name: str, surveys: int) -> None:
    asked = {
        "Zeitstempel": ["2024/04/03"] * 6,
        "Name": ["A", "B", "C", "D", "E", "F"],
        "Kommen Sie zum Grillen?": ["Ja", "Nein"] * 3,
        "Anzahl Personen": [1, 2, 3, 4, 5, 6],
    }
    assert len(read(sheet(columns(asked), f"{name}.csv", "")).surveys) == surveys


def test_ticks_side_by_side_are_choices_and_a_tick_alone_is_yes_or_no() -> None:
    rows = columns(
        {
            "Bogen": list(range(1, 9)),
            "Lauf": list(range(7, 15)),
            "Chor": ["x", "", "X", "", "", "", "", ""],
            "Kurse": ["x", "x", "", "", "", "", "", ""],
            "War es gut?": ["ja", "nein"] * 4,
            "Hilft mit": ["x", "", "", "", "", "", "", "x"],
        }
    )
    found = survey(rows)
    assert [(q.text, q.kind, q.options) for q in found.questions] == [
        ("Zum Ankreuzen", "mehrfach", ("Chor", "Kurse")),
        ("War es gut?", "ja-nein", ("ja", "nein")),
        ("Hilft mit", "ja-nein", ("Ja", "Nein")),
    ]
    assert found.answers.iloc[:, -1].tolist() == ["Ja", *["Nein"] * 6, "Ja"]


def test_two_words_at_one_place_of_a_scale_are_a_choice_and_no_scale() -> None:
    (question,) = survey(columns({"Wie oft kommen Sie zu uns?": ["oft", "häufig", "nie", "oft"] * 5})).questions
    assert (question.kind, question.options) == ("einfach", ("oft", "häufig", "nie"))


def test_a_column_of_remarks_is_open_even_where_they_repeat() -> None:
    remarks = {"Anmerkung": ["alles gut", "Danke; weiter so"] * 4, "Gut?": ["ja"] * 8}
    assert survey(columns(remarks)).questions[0].kind == "offen"


def test_dates_are_kept_as_years_only() -> None:
    found = survey(columns({"Wann sind Sie eingetreten?": [datetime(2020, 3, 7), "24.12.2021"]}))
    assert found.answers.iloc[:, 0].tolist() == [2020, 2021]


def test_the_same_answers_in_two_files_count_once() -> None:
    found = read(sheet(HAND, "Umfrage.xlsx"), sheet(HAND, "Kopie/Umfrage.xlsx"))
    assert len(found.surveys) == 1
    assert [(line.used, line.set_aside) for line in found.balance] == [(4, 1), (0, 5)]
    assert "umfrage-doppelt" in [p.code for p in found.problems]


def answers(*who: int, question: str = "Was noch?", changed: int = 0) -> list[list[Any]]:
    steps = ["sehr zufrieden", "zufrieden", "unzufrieden"]
    rows = [[n, steps[i % 3], f"Satz {i}{'!' if i == changed else ''}"] for n, i in enumerate(who, start=1)]
    return [["Nr.", "Wie zufrieden sind Sie?", question], *rows]


@pytest.mark.parametrize(
    ("one", "other", "codes", "kept"),
    [
        (answers(*range(1, 26)), answers(*range(1, 31)), ["umfrage-enthalten"], [30]),
        (answers(*range(1, 31)), answers(*range(6, 31)), ["umfrage-enthalten"], [30]),
        (answers(*range(1, 31)), answers(*range(30, 0, -1)), ["umfrage-enthalten"], [30]),
        (answers(*range(1, 31)), answers(*range(1, 31), changed=7), ["umfrage-abweichend"], [30, 30]),
        (answers(*range(1, 31)), answers(*range(26, 61)), [], [30, 35]),
        (answers(*range(1, 31)), answers(*range(1, 31), question="Was fehlt?"), [], [30, 30]),
        (answers(1, 2, 3), answers(1, 2), [], [3, 2]),
        (answers(*[1, 2, 3] * 5), answers(*[1, 2, 3] * 6), [], [15, 18]),
    ],
)
def test_an_earlier_export_is_set_aside_and_an_edited_copy_blocks(
    one: Any, other: Any, codes: list[str], kept: list[int]
) -> None:
    found = read(sheet(one, "Umfrage 1.xlsx"), sheet(other, "Umfrage 2.xlsx"))
    assert [p.code for p in found.problems if p.code in ("umfrage-enthalten", "umfrage-abweichend")] == codes
    assert [len(survey.answers) for survey in found.surveys] == kept
    assert len(found.balance) == 2
    assert all(line.read == line.used + line.set_aside for line in found.balance)


def test_the_answers_that_differ_are_named_by_their_rows_only() -> None:
    edited = sheet(answers(*range(1, 31), changed=7), "Umfrage 2.xlsx")
    (said,) = (p for p in read(sheet(answers(*range(1, 31))), edited).problems if p.code == "umfrage-abweichend")
    assert "hier Zeile 8, dort Zeile 8" in said.message
    assert "Satz" not in repr(said)


def test_two_surveys_of_one_file_have_two_keys() -> None:
    other = columns({"Wie war das Fest?": ["gut", "schlecht", "gut"]})
    found = read(sheet(HAND, name="Antworten"), sheet(other, name="Umfrage Fest"))
    assert [one.key for one in found.surveys] == ["umfrage-antworten", "umfrage-umfrage-fest"]


def test_names_of_people_are_taken_out_of_their_texts_and_places_are_not() -> None:
    rows = columns(
        {
            "Name": ["Eva Okonkwo", "Ada Lund"],
            "Wohnort": ["Trier", "Prüm"],
            "Was fehlt Ihnen bei uns?": ["Ein Bus nach Trier", "Sagt Frau Lund oder Okonkwo Bescheid"],
        }
    )
    assert survey(rows).answers.iloc[:, 0].tolist() == ["Ein Bus nach Trier", "Sagt Frau […] oder […] Bescheid"]


def test_cells_with_errors_are_named_once() -> None:
    broken = replace(sheet(HAND), faults={(1, 5): "#DIV/0!", (2, 5): "=A1", (0, 5): "#REF!"})
    told = [p for p in read(broken).problems if p.code == "umfrage-fehlerzellen"]
    assert [(p.cell, p.row) for p in told] == [("F2", 2)]


def test_the_guide_names_every_detail_and_type() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "umfragen.md").read_text("utf-8").casefold()
    first = [words[0] for words in (*FIELDS.values(), *COLUMNS.values())]
    assert [word for word in first if f"| {word} |" not in guide] == []
    for kind in set(KINDS.values()):
        assert any(word in guide for word, known in KINDS.items() if known == kind), kind


def test_a_group_that_no_survey_asks_for_is_named() -> None:
    wanted = Settings(umfrage=SurveySettings(gruppen=("Wie arbeiten Sie", "Wie alt sind Sie?")))
    found = read(sheet(HAND), settings=wanted)
    assert [p.value for p in found.problems if p.code == "umfrage-gruppe-unbekannt"] == ["Wie alt sind Sie?"]


@pytest.mark.parametrize(
    ("year", "kept", "codes", "used"),
    [(2023, 0, ["umfrage-spaeter"], 0), (2024, 1, [], 4), (2025, 1, [], 4), (2026, 1, ["umfrage-frueher"], 4)],
)
def test_surveys_of_other_years_are_named(year: int, kept: int, codes: list[str], used: int) -> None:
    details = sheet([["von", "01.12.2024"], ["bis", "15.01.2025"]], name="Umfrage-Angaben")
    found = read(sheet(HAND), details)
    places = pd.DataFrame(found.places, columns=["id", "file", "sheet", "row"]).set_index("id")
    bounded = until(Tables({}, places, found.surveys, balance=found.balance), year)
    assert len(bounded.surveys) == kept
    assert [p.code for p in bounded.problems] == codes
    assert (bounded.balance[0].used, bounded.balance[0].set_aside) == (used, 5 - used)
    assert latest_year(found.surveys) == 2025


@pytest.mark.parametrize(
    ("file", "year", "asked"),
    [
        ("Umfrage 2022.xlsx", 2022, True),
        ("Umfrage 2022.xlsx", 2024, False),
        ("Umfrage Ziele 2030.xlsx", 2024, True),
        ("Umfrage.xlsx", 2024, True),
        ("Umfrage Nr 12022.xlsx", 2024, True),
    ],
)
def test_the_year_in_a_name_says_that_a_survey_is_an_earlier_one(file: str, year: int, asked: bool) -> None:
    assert survey(HAND, file=file).asked_in(year) is asked


@pytest.mark.parametrize("rows", [lamapoll(), limesurvey("beides"), HAND])
def test_no_address_name_or_time_of_an_answer_is_kept(rows: list[list[Any]]) -> None:
    found = survey(rows)
    kept = json.dumps([found.answers.astype(str).values.tolist(), [str(q) for q in found.questions]])
    for trace in (r"@", r"192\.168", r"10/29/2024", r"2024-05-06", r"1980", r"\d\d:\d\d", r"12345\d\d\d"):
        assert not re.search(trace, kept), trace


cells = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 200), st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(), st.dates(), st.sampled_from([*AGREEMENT, "weiß nicht", "Ja", "Nein", "A; B", "A1", "-oth-", "x"]),
)  # fmt: skip
heads = st.sampled_from(
    ["Frage 1 - Was? - A", "Frage 1 - Was? - B", "Wie gut? [X]", "Wie gut? [Y]", "id", "submitdate", "A1[SQ001]",
     "A1[other]", "Zeitstempel", "E-Mail", "Was meinen Sie dazu?", "Note", "", "ist anonym", "1 = gut, 5 = schlecht"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_sheet_is_read_without_failing_and_every_row_is_counted(data: st.DataObject) -> None:
    head = data.draw(st.lists(heads, min_size=1, max_size=7))
    body = data.draw(st.lists(st.lists(cells, min_size=len(head), max_size=len(head)), max_size=8))
    found = read(sheet([head, *body], file="Umfrage.xlsx"))
    for line in found.balance:
        assert line.read == line.used + line.set_aside
    for one in found.surveys:
        assert len(one.answers) == len(one.complete) == len(found.places)
        assert {c for q in one.questions for c in q.columns} == set(one.answers.columns)
        assert len({q.key for q in one.questions}) == len(one.questions)
