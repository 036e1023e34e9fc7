"""Who answered, when and by what is left out by what stands in a column, whatever it is called."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from pipeline.topics.survey.reading.respondents import tells_of_respondent
from tests.topics.survey.exports import columns, read, sheet

PEOPLE = ["Jutta Ahrens", "Bernd Lühr", "Mona von Kessel", "Ida Winkler-Bach"]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Betreuung", PEOPLE * 3),
        ("Gruppe", ["Ahrens, Jutta", "Lühr, Bernd"] * 4),
        ("Konto", ["jutta.ahrens", "bernd.luehr2"] * 4),
        ("Was auch immer?", ["jutta.ahrens", "bernd.luehr2"] * 4),
        ("Wer hat Sie beraten?", PEOPLE * 3),
        ("Mit wem haben Sie gesprochen?", [*PEOPLE, "weiß nicht"]),
        ("Teilnehmer*in", ["Jutta", "Bernd"] * 4),
        ("Mitglied", ["Jutta", "Bernd", "Mona"]),
        ("Fingerabdruck", [f"{number:032x}a1" for number in range(9)]),
        ("Startwert", [1_021_339_657 + 37 * number for number in range(9)]),
        ("Gesendet", [f"2024-03-0{number}T10:0{number}:05+01:00" for number in range(1, 7)]),
        ("Eingang", [datetime(2024, 3, day, 10, 5) for day in range(1, 7)]),
    ],
)
def test_what_tells_of_somebody_is_known_by_its_cells(heading: str, cells: list[Any]) -> None:
    assert tells_of_respondent(heading, cells)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Träger", ["Freier Träger", "Kirchlicher Träger", "Kommunaler Träger"] * 3),
        ("Haus", ["Haus Nord", "Haus Süd", "Haus Mitte"] * 3),
        ("Welche Einrichtung kennen Sie?", ["Altes Rathaus", "Neue Mühle", "Runder Turm"] * 3),
        ("Mitglied", ["ja", "nein", "Ja"] * 3),
        ("Wissen", ["Gute Kenntnisse", "Keine Kenntnisse"] * 4),
        ("Jahresumsatz", [1_500_000, 2_300_000, 900_000, 4_100_000, 3_250_000]),
        ("Wann kommen Sie?", [datetime(2024, 3, day, 10, 5) for day in range(1, 7)]),
        ("Angebote", ["sehr_gut", "gut"] * 4),
        ("Was nutzen Sie? [Offene Werkstatt]", ["Offene Werkstatt"] * 4),
        ("Eingetreten", [f"199{number}-03-01 00:00:00" for number in range(9)]),
        ("Leer", []),
    ],
)
def test_answers_tell_of_nobody(heading: str, cells: list[Any]) -> None:
    assert not tells_of_respondent(heading, cells)


def test_a_column_of_names_is_named_in_the_protocol_its_cells_are_nowhere_and_staff_may_say_it_is_a_question() -> None:
    rows = columns({"Haus": ["Altes Rathaus", "Neue Mühle"] * 4, "Was fehlt Ihnen hier?": ["Die alte Mühle"] * 8})
    found = read(sheet(rows))
    assert [one.text for one in found.surveys[0].questions] == ["Was fehlt Ihnen hier?"]
    (told,) = [one.message for one in found.problems if one.code == "umfrage-personenbezogen"]
    assert told.endswith("„Haus“.")
    assert "Rathaus" not in told
    asked = sheet([["Frage", "Typ"], ["Haus", "Einfachauswahl"]], name="Fragen")
    assert read(sheet(rows), asked).surveys[0].questions[0].options == ("Altes Rathaus", "Neue Mühle")
