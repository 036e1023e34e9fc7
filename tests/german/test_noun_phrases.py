"""What staff typed without an article, put into a case, or left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.german.grammar import Case
from pipeline.german.lexicon import lexicon
from pipeline.german.noun_phrases import dative, definite, is_plural

WORDS = lexicon()


@pytest.mark.parametrize(
    ("typed", "said", "plural"),
    [
        ("Ministerpräsidentin Dreyer", "Ministerpräsidentin Dreyer", False), ("Herr Müller", "Herrn Müller", False),
        ("Bundestagsabgeordnete Lena Vogt", "Bundestagsabgeordneter Lena Vogt", False),
        ("Vorsitzender Max Kron", "Vorsitzendem Max Kron", False), ("Ida Moor (TU Bonn)", "Ida Moor (TU Bonn)", False),
        ("Dr. Anna Schmidt", "Dr. Anna Schmidt", False), ("Unternehmer", "Unternehmern", True),
        ("junge Flüchtlinge", "jungen Flüchtlingen", True), ("Ehrenamtliche", "Ehrenamtlichen", True),
        ("Ehrenamtliche Helfer", "Ehrenamtlichen Helfern", True),
        ("konkrete Hilfestellungen", "konkreten Hilfestellungen", True),
        ("Vorträge und Aussprache", "Vorträgen und Aussprache", True),
        ("Gruppenarbeit an Karten", "Gruppenarbeit an Karten", False),
        ("Experten zu neuen Fragen", "Experten zu neuen Fragen", True),
        ("Fachleute aus Verkehr und Planung", "Fachleuten aus Verkehr und Planung", True),
        ("haupt- und ehrenamtliche Akteure", "haupt- und ehrenamtlichen Akteuren", None),
        ("Berichte über A und über B", "Berichten über A und über B", True),
        ("Gespräche mit Pendlern und Vorträge", None, True),
        ("Hüpfburg, Grillen und Musik", None, True), ("Kinder- und Jugendchor", "Kinder- und Jugendchor", None),
        ("Xyz", None, None), ("neues Angebot", None, None),
    ],
)  # fmt: skip
def test_dative_and_number(typed: str, said: str | None, plural: bool | None) -> None:
    assert dative(typed, WORDS) == said
    assert is_plural(typed, WORDS) == plural


@pytest.mark.parametrize(
    ("typed", "to", "about"),
    [
        ("Flüchtlingsarbeit", "zur Flüchtlingsarbeit", "um die Flüchtlingsarbeit"),
        ("Ausbau der Bahn zwischen Ulm und Aulendorf", "zum Ausbau der Bahn zwischen Ulm und Aulendorf",
         "um den Ausbau der Bahn zwischen Ulm und Aulendorf"),
        ("Integration in den Arbeits- und Ausbildungsmarkt", "zur Integration in den Arbeits- und Ausbildungsmarkt",
         "um die Integration in den Arbeits- und Ausbildungsmarkt"),
        ("Projektfortschritt und nächste Schritte", "zum Projektfortschritt und zu nächsten Schritten",
         "um den Projektfortschritt und nächste Schritte"),
        ("Eckpunkte einer Vereinbarung", "zu Eckpunkten einer Vereinbarung", "um Eckpunkte einer Vereinbarung"),
        ("Vorbereitung Sommerfest", None, None),
        ("Förderantrag LEADER", "zum Förderantrag LEADER", "um den Förderantrag LEADER"),
        ("den sozialen Wohnungsbau", "zum sozialen Wohnungsbau", "um den sozialen Wohnungsbau"),
        ("die berufliche Bildung im Kreis", "zur beruflichen Bildung im Kreis", "um die berufliche Bildung im Kreis"),
        ("die neuen Wege", None, None),
        ("Wohnen kostet zu viel", None, None), ("Mieten steigen weiter", None, None),
        ("Schüler brauchen Lehrer", None, None), ("Klima / gegen Kohle", None, None), ("Schule digital", None, None),
        ("Sanierung Alte Mühle", None, None),
        ("Bau neuer Stege am Ufer", "zum Bau neuer Stege am Ufer", "um den Bau neuer Stege am Ufer"),
        ("Förderung und Ausbau", None, None), ("Warum eigentlich?", None, None), ("Pflege, Bau", None, None),
    ],
)  # fmt: skip
def test_a_subject_with_its_article(typed: str, to: str | None, about: str | None) -> None:
    assert definite(typed, Case.DAT, WORDS, "zu") == to
    assert definite(typed, Case.ACC, WORDS, "um") == about


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_an_accident(typed: str) -> None:
    said = dative(typed, WORDS) if typed.strip() else None
    assert said is None or said
    assert definite(typed, Case.DAT, WORDS, "zu") != ""
