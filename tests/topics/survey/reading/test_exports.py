"""Surveys are found among sheets and read alike, whatever tool they come from."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.settings import Settings
from pipeline.base.settings import SurveySettings as SurveySettings
from tests.topics.survey.exports import AGREEMENT, HAND, columns, lamapoll, limesurvey, read, sheet, survey


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


def test_what_staff_should_know_of_codes_and_personal_columns_is_said() -> None:
    rows = columns({"id": [1, 2], "submitdate": ["x", "x"], "G1": ["AO01", "-oth-"], "E-Mail": ["a@b.de", "c@d.de"]})
    said = {problem.code: problem.message for problem in read(sheet(rows, "results-survey1.csv", "")).problems}
    assert "betroffene Fragen: 1" in said["umfrage-nur-codes"]
    assert "„E-Mail“" in said["umfrage-personenbezogen"]
    assert "a@b.de" not in "".join(said.values())


def test_the_protocol_says_how_each_question_was_read() -> None:
    (said,) = [one for one in read(sheet(HAND)).problems if one.code == "umfrage-gelesen"]
    assert "Gelesen wurde als Einfachauswahl: „Wie arbeiten Sie mit?“; als Skala: „Ich bin informiert“" in said.message


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


def test_a_group_that_no_survey_asks_for_is_named() -> None:
    wanted = Settings(umfrage=SurveySettings(gruppen=("Wie arbeiten Sie", "Wie alt sind Sie?")))
    found = read(sheet(HAND), settings=wanted)
    assert [p.value for p in found.problems if p.code == "umfrage-gruppe-unbekannt"] == ["Wie alt sind Sie?"]


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
