"""What a question is, told by its answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.topics.survey.exports import columns, read, sheet, survey


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
