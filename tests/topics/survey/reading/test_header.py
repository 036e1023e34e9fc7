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
