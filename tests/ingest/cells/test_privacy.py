"""Who answered, from where and when never leaves the reading room."""

from __future__ import annotations

import pytest

from pipeline.ingest.cells.privacy import is_paradata, is_personal, names_in, without_personal_data


@pytest.mark.parametrize(
    "heading",
    ["Name", "Vor- und Nachname", "E-Mail-Adresse", "Ihre E-Mail", "Telefon", "Handynummer", "Wohnort", "PLZ", "Name2",
     "Geburtsdatum", "Kontaktdaten", "Name des Vereins", "Wie heißen Sie?", "IBAN", "Email Address",
     "Wie lautet Ihre Mitgliedsnummer?", "Bitte geben Sie Ihre E-Mail-Adresse an", "Ihr Name (freiwillig)",
     "Name und Anschrift", "Für das Gewinnspiel nennen Sie uns bitte Ihren Namen", "Wie ist Ihr Vor- und Nachname?",
     "In welcher Straße wohnen Sie?", "What is your name?", "Vor- und Zuname", "Nachname (Elternteil 1)",
     "Kontaktdaten für Rückfragen", "Wie ist Ihre Postleitzahl?", "Wer hat den Bogen ausgefüllt?",
     "Unter welcher E-Mail-Adresse erreichen wir Sie?", "Ansprechpartner:in", "PLZ Ihres Wohnorts",
     "Benutzer-ID", "Anzeigename des Nutzers", "User display name", "Eingereicht von", "Submitted by",
     "Ausgefüllt durch"],
)  # fmt: skip
def test_personal_columns_are_known_by_their_heading(heading: str) -> None:
    assert is_personal(heading)


@pytest.mark.parametrize(
    "heading",
    ["Wie zufrieden sind Sie?", "Alter", "Was fehlt Ihnen im Namen der Gruppe?", "Ort der Veranstaltung",
     "Wie gefällt Ihnen unser Name?", "Haben Sie eine E-Mail-Adresse?", "Wie oft lesen Sie Ihre E-Mails?",
     "Wie zufrieden sind Sie mit Ihrem Ansprechpartner?", "Wie erreichen Sie uns (Telefon, E-Mail)?"],
)  # fmt: skip
def test_questions_are_not_personal(heading: str) -> None:
    assert not is_personal(heading)
    assert not is_paradata(heading)


def test_what_many_answer_alike_tells_of_nobody() -> None:
    assert not is_personal("Stimmt Ihre Adresse noch?", ["ja", "nein", "ja", "ja", "nein"])
    assert is_personal("Wie ist Ihre Adresse?", ["Am Bach 3, Au", "Am Hang 7, Au", "Am Hang 7, Au"])


def test_a_column_is_personal_where_most_cells_are_addresses() -> None:
    assert is_personal("Womit erreichen wir Sie am besten?", ["a@b.de", "c@d.org", "gar nicht"])
    assert not is_personal("Was sollen wir ändern?", ["Mehr Räume", "schreibt an a@b.de"])


@pytest.mark.parametrize(
    "heading",
    ["ID", "Zeitstempel", "Timestamp", "submitdate", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "seed",
     "IP-Adresse", "Fertigstellungszeit", "ist anonym", "Antwort-Quote", "Dauer für Seite 2 (in s)", "Nr.", "Laufzeit",
     "_submitted_by", "__version__", "Network ID", "Befragten-ID", "Start Date (UTC)", "Duration (in seconds)",
     "Eingereicht am", "Zufallsgeneratorstartwert", "start", "meta/instanceID", "Response Type",
     "Zeitpunkt der Abgabe"],
)  # fmt: skip
def test_paradata_is_known_by_its_heading(heading: str) -> None:
    assert is_paradata(heading)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Rufen Sie an: 0651/12 34 56 oder +49 651 123456.", "Rufen Sie an: […] oder […]."),
        ("Mail an anna.meier@example.org bitte", "Mail an […] bitte"),
        ("anna (at) verein.de", "[…]"),
        ("Danke an Frau Dr. Müller-Lüdenscheid!", "Danke an Frau […]!"),
        ("Mein Name ist Hans Maier.", "Mein Name ist […]."),
        ("IP 192.168.7.11 war es", "IP […] war es"),
        ("siehe https://verein.de/x?y=1", "siehe […]"),
        ("Fragen Sie Okonkwo, der weiß es", "Fragen Sie […], der weiß es"),
        ("DE89 3704 0044 0532 0130 00", "[…]"),
        ("Am 01.02.2017 kamen 1500 Leute, 2016/2017 nur 500.", "Am 01.02.2017 kamen 1500 Leute, 2016/2017 nur 500."),
        ("Das Frauencafé in Herrenberg fehlt", "Das Frauencafé in Herrenberg fehlt"),
    ],
)
def test_free_texts_lose_addresses_numbers_and_names(text: str, left: str) -> None:
    assert without_personal_data(text, names_in("Herr Okonkwo")) == left
