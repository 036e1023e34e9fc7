"""Headings of surveys: in one row or two, with titles above them."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.topics.survey.reading.header import header_of
from tests.topics.survey.exports import limesurvey, read, sheet, survey


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


def test_ids_below_the_headings_are_no_answer() -> None:
    rows = [
        [
            "Antwort-ID",
            "Benutzer-ID",
            "Anzeigename des Nutzers",
            "Zeitstempel",
            "Wie gut? (der Hof)",
            "Wie gut? (das Haus)",
        ],
        ["submission_id", "user_id", "user_display_name", "timestamp", "question-id-4-11", "question-id-4-12"],
        *[[7, "", "Anonymer Benutzer", "2024-03-01T10:03:05+01:00", "gut", "schlecht"]] * 5,
    ]
    found = survey(rows, file="Hof (Antworten).xlsx")
    assert [(one.stem, one.text) for one in found.questions] == [("Wie gut?", "der Hof"), ("Wie gut?", "das Haus")]
    assert (len(found.answers), found.start and found.start.isoformat()) == (5, "2024-03-01")


SOSCI = [
    ["CASE", "QUESTNNR", "MODE", "STARTED", "A101", "A102", "A102_01", "A102_02", "A102_02a", "A103_01", "FINISHED"],
    ["Interview-Nummer", "Fragebogen", "Interview-Modus", "Beginn", "Wie war es?",
     "Hürden: Anzahl ausgewählter Optionen", "Hürden: Zeit", "Hürden: Sonstiges", "Hürden: Sonstiges (offene Eingabe)",
     "Was fehlt?: [01]", "Fertig?"],
]  # fmt: skip


@pytest.mark.parametrize(("yes", "no"), [("gewählt", "nicht gewählt"), ("2", "1")])
def test_codes_above_the_headings_know_their_tool(yes: str, no: str) -> None:
    row = ["1", "base", "interview", "2024-05-06 10:00:00", "gut", "1", yes, no, None, "Mehr Licht am Abend", "1"]
    other = ["2", "base", "interview", "2024-05-07 10:00:00", "schlecht", "1", no, yes, "Der Bus", None, "0"]
    found = survey([*SOSCI, *[row, other] * 3], file="rdata.csv")
    assert [(one.key, one.text, one.kind) for one in found.questions if one.kind != "offen"][:2] == [
        ("a101", "Wie war es?", "zustimmung"), ("a102", "Hürden", "mehrfach"),
    ]  # fmt: skip
    assert found.questions[1].options == ("Zeit", "Sonstiges")
    assert found.complete.tolist() == [True, False] * 3


def test_headings_that_stand_again_among_the_answers_are_no_answer() -> None:
    german = ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Sind Sie zufrieden?", "Was fehlt?"]
    english = ["ID", "Start time", "Completion time", "Email", "Name", "Sind Sie zufrieden?", "Was fehlt?"]
    answers = [
        [i, f"2022-05-0{i} 09:00:00", f"2022-05-0{i} 09:05:00", "anonymous", None, "Ja", None] for i in range(1, 7)
    ]
    found = read(sheet([german, *answers[:4], english, *answers[4:]]))
    (one,) = found.surveys
    assert (len(one.answers), one.year) == (6, 2022)
    assert [p.row for p in found.problems if p.code == "umfrage-notizzeile"] == [6]
