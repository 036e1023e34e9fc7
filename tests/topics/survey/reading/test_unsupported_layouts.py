"""Sheets without a row for each answer: named, and nobody in them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.topics.survey.exports import read, sheet, survey

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
    ([[None, "03.05.2024", "10.05.2024"], [None, "18 Uhr", "19 Uhr"], ["Jutta Abel", "Ja", "Nein"]], "umfrage-termine"),
    ([["", "Fr 3. Mai", "Sa 4. Mai"], ["Jutta Abel", "Ja", "Nein"]], "umfrage-termine"),
    ([["Das Fest", "Der Chor"], *[["im Mai", "im Juni"]] * 8], "umfrage-nicht-gelesen"),
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
