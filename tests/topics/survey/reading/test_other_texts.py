"""Whoever only wrote beside the options of a multiple choice answered it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.topics.survey.exports import columns, survey

WROTE = ["Malen am Abend", None, "Ein Chor für alle", None, "Töpfern", None]
STEM = "Was nutzen Sie?"


def ticked(yes: Any, no: Any = None) -> list[Any]:
    return [yes, yes, no, no, no, no]


@pytest.mark.parametrize(
    "answers",
    [
        {f"{STEM} [Yoga]": ticked("Yoga"), f"{STEM} [Tanz]": [None, "Tanz"] + [None] * 4, f"{STEM} [Sonstiges]": WROTE},
        {f"{STEM} - Yoga": ticked("x"), f"{STEM} - Tanz": [None, "x"] + [None] * 4,
         f"{STEM} - Andere (bitte nennen)": WROTE},
        {f"{STEM} [Yoga]": ticked(1, 0), f"{STEM} [Tanz]": [0, 1, 0, 0, 0, 0], f"{STEM} [Und was noch]": WROTE},
        {f"{STEM}/Yoga": ticked("1", "0"), f"{STEM}/Tanz": list("010000"), f"{STEM}/Sonstiges": WROTE},
        {"id": [*range(6)], "submitdate": ["x"] * 6, f"{STEM} [Yoga]": ticked("Ja", "Nein"),
         f"{STEM} [Tanz]": ["Nein", "Ja", *["Nein"] * 4], f"{STEM} [Sonstiges]": WROTE},
        {"id": [*range(6)], "submitdate": ["x"] * 6, "A2[SQ001]": ticked("Y", ""),
         "A2[SQ002]": ["", "Y", "", "", "", ""], "A2[other]": WROTE},
    ],
)  # fmt: skip
def test_texts_beside_options_count_in_the_base_in_every_tool(answers: dict[str, list[Any]]) -> None:
    found = survey(columns(answers))
    asked, written = found.questions
    assert (asked.kind, written.kind, written.parent) == ("mehrfach", "offen", asked.key)
    assert len(asked.options) == 3
    chosen = found.answers[list(asked.columns)]
    assert int(chosen.notna().all(axis=1).sum()) == int(chosen.notna().any(axis=1).sum()) == 4
    assert [chosen[name].eq(True).sum() for name in asked.columns] == [2, 1, 3]


def test_a_question_repeated_above_its_columns_has_its_options_in_the_cells() -> None:
    rows = [
        [STEM, STEM, STEM],
        ["Yoga", None, None],
        ["Yoga", "Tanz", None],
        [None, None, "Ein Chor"],
        [None, "Tanz", "Malen"],
    ]
    asked, _ = survey(rows).questions
    assert (asked.kind, asked.options) == ("mehrfach", ("Yoga", "Tanz", "Sonstiges"))


def test_what_stands_joined_before_its_options_is_not_counted_twice() -> None:
    rows = columns({STEM: ["Yoga Tanz", "Yoga"] * 3, f"{STEM}/Yoga": [1] * 6, f"{STEM}/Tanz": [1, 0] * 3})
    (asked,) = survey(rows).questions
    assert (asked.kind, asked.options) == ("mehrfach", ("Yoga", "Tanz"))


def test_remarks_beside_a_battery_of_yes_and_no_stay_apart() -> None:
    rows = columns({f"{STEM} [Yoga]": ["Ja", "Nein"] * 4, f"{STEM} [Tanz]": ["Nein", "weiß nicht"] * 4})
    assert [one.kind for one in survey(rows).questions] == ["ja-nein", "ja-nein"]


def test_typeform_ticks_with_the_option_and_writes_one_and_zero_for_yes_and_no() -> None:
    answers = {
        "#": list("abcdef"), "Cooking": ["Cooking", "", "Cooking", "", "", ""],
        "Singing": ["", "Singing", "", "", "", ""],
        "Other": ["", "", "", "A night by the lake", "", ""], "Kommen Sie wieder?": [1, 0, 1, 1, None, 0],
        "Wie viele Kinder haben Sie?": [1, 0, 1, 1, 0, 0], "Submit Date (UTC)": ["2024-04-01 10:00:00"] * 6,
        "Network ID": list("uvwxyz"), "Response Type": ["completed"] * 6,
    }  # fmt: skip
    found = survey(columns(answers), file="responses.csv")
    assert [(one.text, one.kind) for one in found.questions] == [
        ("Zum Ankreuzen", "mehrfach"), ("Kommen Sie wieder?", "ja-nein"), ("Wie viele Kinder haben Sie?", "zahl"),
        ("Sonstiges", "offen"),
    ]  # fmt: skip
    assert found.answers[found.questions[0].columns[0]].notna().sum() == 4


def test_surveymonkey_parts_its_headings_in_a_second_row() -> None:
    rows: list[list[Any]] = [
        ["Befragten-ID", "Collector-ID", "Enddatum", "Wie war es?", STEM, None, None],
        [None, None, None, "Antwort", "Yoga", "Tanz", "Sonstiges (bitte angeben)"],
        *[[1, 7, "2024-03-01", "gut", "Yoga", None, None], [2, 7, "2024-03-01", "schlecht", None, None, "Ein Chor"]]
        * 4,
    ]
    found = survey(rows)
    assert [(one.text, one.kind) for one in found.questions] == [
        ("Wie war es?", "zustimmung"), (STEM, "mehrfach"), ("Sonstiges", "offen"),
    ]  # fmt: skip
