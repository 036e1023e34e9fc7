"""Whom a column of people names, in a case, and whether it is one or several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.german.grammar import Case
from pipeline.german.lexicon import lexicon
from pipeline.german.people import people, several

WORDS = lexicon()


@pytest.mark.parametrize(
    ("typed", "said", "plural"),
    [
        ("Oberbürgermeister", "dem Oberbürgermeister", False), ("Lehrer", "Lehrern", True),
        ("Leiter der Volkshochschule", "dem Leiter der Volkshochschule", False),
        ("Pfarrer i. R. Karl Fuchs", "Pfarrer i. R. Karl Fuchs", False),
        ("Dr. med. Anna Bach", "Dr. med. Anna Bach", False),
        ("Prof. Dr. h. c. Ida Moor", "Prof. Dr. h. c. Ida Moor", False),
        ("Prof. Dr. h.c. mult. Jan van der Berg", "Prof. Dr. h.c. mult. Jan van der Berg", False),
        ("Vertreter der Kammern", "Vertretern der Kammern", True),
        ("Vorstandsvorsitzender der Sparkasse", "dem Vorstandsvorsitzenden der Sparkasse", False),
        ("Vorsitzende des Beirats", "der Vorsitzenden des Beirats", False),
        ("Zeitzeuge Max Stern", "dem Zeitzeugen Max Stern", False), ("ein Anwalt", "einem Anwalt", False),
        ("die Band Querbeet", "der Band Querbeet", False), ("Band „Blech & Co.“", "der Band „Blech & Co.“", False),
        ("die Mitglieder", "den Mitgliedern", True), ("3 Ausbilder", "3 Ausbildern", True),
        ("mehrere Schulen", "mehreren Schulen", True), ("Posaunenchor Garding", "dem Posaunenchor Garding", False),
        ("Schülerinnen und Schüler", "Schülerinnen und Schülern", True),
        ("Big Band", "der Big Band", False), ("Young Voices Chor", "dem Young Voices Chor", False),
        ("Markus", None, None), ("regional", None, None),
    ],
)  # fmt: skip
def test_those_who_took_part_stand_in_the_dative(typed: str, said: str | None, plural: bool | None) -> None:
    assert people(typed, Case.DAT, WORDS) == said
    assert several(typed, WORDS) == plural


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Unternehmen", "Unternehmen"), ("Bürgermeister", "Bürgermeister"),
        ("Träger der Jugendhilfe", "Träger der Jugendhilfe"),
        ("Öffentlichkeit", "die Öffentlichkeit"), ("breite Öffentlichkeit", "die breite Öffentlichkeit"),
        ("interessierte Bürger", "interessierte Bürger"), ("Jedermann", "jedermann"), ("alle", "alle"),
        ("Einzelhandel", "den Einzelhandel"), ("die Fachöffentlichkeit", "die Fachöffentlichkeit"),
        ("Politik und Verwaltung", "Politik und Verwaltung"), ("regional", None),
    ],
)  # fmt: skip
def test_for_whom_something_is_stands_in_the_accusative(typed: str, said: str | None) -> None:
    assert people(typed, Case.ACC, WORDS, audience=True) == said


@given(st.text(min_size=1, max_size=40).filter(str.strip), st.sampled_from(list(Case)), st.booleans())
def test_nothing_that_is_typed_is_an_accident(typed: str, case: Case, audience: bool) -> None:
    said = people(typed, case, WORDS, audience=audience)
    assert said is None or said
    assert several(typed, WORDS, audience=audience) in (True, False, None)
