"""Headings of several words: which column they mean, whatever occasion they name and however they count people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.settings import Settings
from pipeline.ingest.layout.compounds import heads, people_rank
from pipeline.ingest.layout.headings import Headings, heading_key
from pipeline.topics.registry import tables

TABLES = tables()
HEADINGS = Headings(Settings(), TABLES)


def columns_of(table: str, *typed: str) -> list[str]:
    """Return the column that each heading means, "" where it means none or another means it better."""
    match = HEADINGS.match(TABLES[table], {place: (words,) for place, words in enumerate(typed)})
    names = {heading.place: heading.column.name for heading in match.headings if heading.column is not None}
    return [names.get(place, "") for place in range(len(typed))]


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("Datum der Mitgliederversammlung", "datum"), ("Tag des Vereinstreffens", "datum"),
        ("Besprechungstermin", "datum"), ("Datum – Begehung", "datum"), ("Datum d. Sitzg.", "datum"),
        ("Begehungs-Datum", "datum"), ("Sitzung am", "datum"),
        ("Ort Besprechung", "ort"), ("Besprechung Ort", "ort"), ("Ort/e der Treffen", "ort"), ("Aufzugsstrecke", "ort"),
        ("Ort bzw. Wegstrecke", "ort"), ("Standort/Strecke", "ort"), ("Tag und Uhrzeit", "datum"),
        ("Thema der Zusammenkunft", "thema"), ("Thema (Versammlung)", "thema"), ("Gesprächsthema", "thema"),
        ("Art der Besprechung", "art"), ("Sitzungsart", "art"), ("Teilnehmer der Sitzung", "teilnehmerzahl"),
    ],
)  # fmt: skip
def test_a_heading_of_meetings_may_name_its_occasion(typed: str, column: str) -> None:
    assert columns_of("treffen", typed) == [column]


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("Seminartitel", "titel"), ("Name des Workshops", "titel"), ("Art der Veranstaltung", "format"),
        ("Typ", "format"), ("Veranstaltungsformat", "format"), ("Themen der Vorträge", "themen"), ("Lesungsort", "ort"),
        ("Kursleitung", "mitwirkende"), ("VA-Datum", "datum"), ("Konzertbesucher", "teilnehmerzahl"),
    ],
)  # fmt: skip
def test_a_heading_of_events_may_name_its_occasion(typed: str, column: str) -> None:
    assert columns_of("veranstaltungen", typed) == [column]


@pytest.mark.parametrize(
    "typed",
    [
        "Datum der Anmeldung", "Anmeldedatum", "Datum (Anmeldung)", "Datum: Rechnung", "Datum des Bescheids",
        "Geburtsdatum", "Eingangsdatum", "Ablaufdatum", "Ausstellungsdatum", "Wochentag", "Geburtstag", "Urlaubstag",
        "Tag (Protokoll)",
        "Anzahl der Sitzungen", "Anzahl Vers.", "Sitzungsbericht", "Sitzungsprotokoll", "Sitzungsgeld",
    ],
)  # fmt: skip
def test_another_thing_than_the_occasion_is_no_column_of_it(typed: str) -> None:
    assert columns_of("treffen", typed) == [""]


def test_an_occasion_of_one_table_says_nothing_of_another_but_day_and_place() -> None:
    typed = ("Sitzungsdatum", "Sitzungsort", "Sitzungsthema")
    assert columns_of("veranstaltungen", *typed) == ["datum", "ort", ""]
    assert columns_of("treffen", *typed) == ["datum", "ort", "thema"]


_EXPECTED = [
    "erwartete",
    "angemeldete",
    "angezeigte",
    "gemeldete",
    "geschätzte",
    "voraussichtliche",
    "ang.",
    "erw.",
    "geplante",
]
_CAME = ["anwesende", "tatsächliche", "gezählte", "erschienene", "davon anwesende"]
_NOUNS = [
    "TN",
    "TN-Zahl",
    "Teilnehmer:innen",
    "Teilnehmende",
    "Teilnehmerzahl",
    "Personen",
    "Gäste",
    "Zahl der Besucher",
]


@pytest.mark.parametrize("noun", _NOUNS)
@pytest.mark.parametrize(
    ("adjectives", "rank"), [(_EXPECTED, 2), (_CAME[:-1], -1), (["ca.", "Anzahl", ""], 1), (["gesamte"], 0)]
)
def test_people_are_counted_in_any_order_of_words(noun: str, adjectives: list[str], rank: int) -> None:
    before = [people_rank(heading_key(f"{adjective} {noun}")) for adjective in adjectives]
    behind = [people_rank(heading_key(f"{noun} {adjective}")) for adjective in adjectives if adjective != "erw."]
    assert {*before, *behind} == {rank}


@pytest.mark.parametrize(
    "typed",
    [
        "Teilnehmer max.", "Höchstzahl Teilnehmer", "Teilnehmer in %", "Teilnehmerbeitrag", "TN weiblich",
        "Teilnehmer (w)", "davon Gäste", "Anmeldung", "angemeldet am", "Personenkilometer", "Gästebuch",
        "Teilnehmer Erw.", "Anzahl",
    ],
)  # fmt: skip
def test_other_words_beside_people_ask_for_something_else(typed: str) -> None:
    assert people_rank(heading_key(typed)) is None


def test_who_came_goes_before_who_was_expected_in_whatever_order_they_stand() -> None:
    typed = ("Datum", "Titel", "Gäste laut Anmeldung", "davon erschienen", "Gäste")
    assert columns_of("veranstaltungen", *typed) == ["datum", "titel", "", "teilnehmerzahl", ""]
    assert columns_of("veranstaltungen", *typed[:3]) == ["datum", "titel", "teilnehmerzahl"]


@given(st.text(max_size=80) | st.lists(st.sampled_from([*_EXPECTED, *_NOUNS, "Sitzung", "der", "Ort"])).map(" ".join))
def test_any_text_is_read_at_once(typed: str) -> None:
    assert all(key in HEADINGS.keys and occasion for key, occasion in heads(typed, HEADINGS.keys))
    assert people_rank(heading_key(typed)) in (None, -1, 0, 1, 2)
