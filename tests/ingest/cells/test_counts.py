"""Numbers of people: every shape that offices type, and what it means."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.records import Count
from pipeline.ingest.cells.counts import read_count
from pipeline.ingest.layout.headings import Headings
from pipeline.topics.registry import tables
from tests.ingest.drop import SETTINGS


@pytest.mark.parametrize(
    ("typed", "kind", "low", "high"),
    [
        (9, "genau", 9, 9),
        ("9", "genau", 9, 9),
        (" 9 ", "genau", 9, 9),
        ("9,0", "genau", 9, 9),
        ("20.000", "genau", 20000, 20000),
        ("1.000", "genau", 1000, 1000),
        ("1 000", "genau", 1000, 1000),
        ("zehn", "genau", 10, 10),
        ("50 TN", "genau", 50, 50),
        ("TN: 50", "genau", 50, 50),
        ("20 TN in 10 KFZ", "genau", 20, 20),
        ("50 (davon 20 online)", "genau", 50, 50),
        ("50, davon 20 online", "genau", 50, 50),
        ("9\nneu: 9", "genau", 9, 9),
        ("20\nneu: 5", "genau", 20, 20),
        ("12.0", "genau", 12, 12),
        ("12.00", "genau", 12, 12),
        ("dreizehn", "genau", 13, 13),
        ("siebenundzwanzig", "genau", 27, 27),
        ("25 Teilnehmer*innen", "genau", 25, 25),
        ("25 Teilnehmer/innen", "genau", 25, 25),
        ("25 Teilnehmer:innen", "genau", 25, 25),
        ("25 Teilnehmerinnen und Teilnehmer", "genau", 25, 25),
        ("25 Teiln.", "genau", 25, 25),
        ("25 Frauen", "genau", 25, 25),
        ("25 Kinder und Erwachsene", "genau", 25, 25),
        ("20 angemeldet", "genau", 20, 20),
        ("20 gesamt", "genau", 20, 20),
        ("20 TN insgesamt", "genau", 20, 20),
        ("20 Zuschauer", "genau", 20, 20),
        ("12 Delegierte", "genau", 12, 12),
        ("12 Anwesende von 15 Mitgliedern", "genau", 12, 12),
        ("20 Firmen mit 45 Personen", "genau", 45, 45),
        ("3 Klassen mit ca. 60 Schülern", "ungefähr", 60, 60),
        ("3 Klassen mit 60 Schülern und 4 Lehrern", "genau", 64, 64),
        ("20 Schüler aus 3 Klassen", "genau", 20, 20),
        # kinds of people who are not the same people
        ("Kinder: 12\nErwachsene: 8", "genau", 20, 20),
        ("12 Kinder, 3 Erwachsene", "genau", 15, 15),
        ("12 Erwachsene mit 20 Kindern", "genau", 32, 32),
        ("12 Frauen und 5 Männer", "genau", 17, 17),
        ("12 vor Ort + 20 online", "genau", 32, 32),
        ("20 ca.", "ungefähr", 20, 20),
        ("20 TN geschätzt", "ungefähr", 20, 20),
        ("geschätzt 20", "ungefähr", 20, 20),
        ("gesch. 20 TN", "ungefähr", 20, 20),
        ("mind. etwa 20 TN", "mindestens", 20, None),
        ("20 u. m.", "mindestens", 20, None),
        ("20 P.", "genau", 20, 20),
        (date(1900, 1, 10), "genau", 10, 10),
        (datetime(1900, 1, 10), "genau", 10, 10),
        (date(1900, 3, 1), "genau", 61, 61),
        ("9-9", "spanne", 9, 9),
        ("3 - 5", "spanne", 3, 5),
        ("3 – 5", "spanne", 3, 5),
        ("3 bis 5", "spanne", 3, 5),
        ("3.000-4.000", "spanne", 3000, 4000),
        ("fünf bis zehn", "spanne", 5, 10),
        ("ca. 20-30 Personen", "spanne", 20, 30),
        ("zwischen 20 und 30", "spanne", 20, 30),
        ("ca. 9", "ungefähr", 9, 9),
        ("ca.9", "ungefähr", 9, 9),
        ("rd. 9", "ungefähr", 9, 9),
        ("etwa 9", "ungefähr", 9, 9),
        ("rund 1.200 Gäste", "ungefähr", 1200, 1200),
        ("über 9", "mindestens", 9, None),
        ("9+", "mindestens", 9, None),
        ("mind. 9", "mindestens", 9, None),
        (">9", "mindestens", 9, None),
        ("mehrere 100", "mindestens", 100, None),
        ("bis 9", "höchstens", 0, 9),
        ("max. 9", "höchstens", 0, 9),
        ("<9", "höchstens", 0, 9),
        ("bis zu 9", "höchstens", 0, 9),
        ("k.A.", "unbekannt", 0, None),
        ("k. A.", "unbekannt", 0, None),
        ("keine Angabe", "unbekannt", 0, None),
        ("--", "unbekannt", 0, None),
        ("?", "unbekannt", 0, None),
        ("offen", "unbekannt", 0, None),
        ("unbekannt", "unbekannt", 0, None),
        ("wechselnd", "unbekannt", 0, None),
        ("n.n.", "unbekannt", 0, None),
    ],
)
def test_a_count_is_kept_as_it_was_meant(typed: object, kind: str, low: int, high: int | None) -> None:
    count = read_count(typed)  # type: ignore[arg-type]
    assert isinstance(count, Count)
    assert (count.kind, count.low, count.high) == (kind, low, high)


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        (date(2017, 5, 3), "datum"),
        (datetime(2024, 12, 1), "datum"),
        (date(1900, 2, 28), "datum"),  # 59 or 60
        (-3, "negativ"),
        ("-3", "negativ"),
        (9.5, "bruch"),
        ("9,5", "bruch"),
        ("12 + 3", "unlesbar"),
        ("15/20", "unlesbar"),
        ("5-3", "unlesbar"),
        ("12 Kinder, 3 Mädchen", "unlesbar"),
        ("12 Kinder, 3 Kinder", "unlesbar"),
        ("12 Erwachsene, 3 Mitglieder", "unlesbar"),
        ("Angemeldet: 30\nAnwesend: 25", "unlesbar"),
        ("20\nneu: 25", "unlesbar"),
        ("12\n800", "unlesbar"),
        ("20 TN mit 5 Begleitpersonen und 3 Gästen", "unlesbar"),
        ("12 Betriebe", "unlesbar"),
        ("20 Firmen, 45", "unlesbar"),
        ("1,000", "unlesbar"),
        ("10,000", "unlesbar"),
        ("1,234", "unlesbar"),
        ("1,5", "bruch"),
        ("12.5", "bruch"),
        ("Stadt Musterstadt", "unlesbar"),
        (True, "unlesbar"),
        (time(3, 5), "unlesbar"),
        (10**12, "unlesbar"),
    ],
)
def test_what_is_no_count_is_named(typed: object, trouble: str) -> None:
    assert read_count(typed) == trouble  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "counted"),
    [
        (["Anz. Pers."], "Anz. Pers."),
        (["Anzahl Pers."], "Anzahl Pers."),
        (["Teiln."], "Teiln."),
        (["Teilnehmerinnen und Teilnehmer"], "Teilnehmerinnen und Teilnehmer"),
        (["Teilnehmerinnenzahl"], "Teilnehmerinnenzahl"),
        (["Zahl der Gäste"], "Zahl der Gäste"),
        (["Gäste", "Anwesende Delegierte"], "Anwesende Delegierte"),
        (["Gäste", "Delegierte"], "Delegierte"),
        (["Teilnehmer gemeldet", "Teilnehmer"], "Teilnehmer"),
    ],
)
def test_who_came_is_counted_under_any_usual_heading(head: list[str], counted: str) -> None:
    texts = {place: [words] for place, words in enumerate(["Datum", "Titel", *head])}
    found = Headings(SETTINGS, tables()).match(tables()["veranstaltungen"], texts)
    assert [h.typed for h in found.headings if h.column and h.column.kind == "anzahl"] == [counted]


@pytest.mark.parametrize("blank", [None, "", "  ", "\n"])
def test_a_blank_cell_is_no_count(blank: str | None) -> None:
    assert read_count(blank) is None


def test_what_was_typed_is_kept_beside_the_number() -> None:
    assert read_count("ca. 50") == Count("ungefähr", 50, 50, "ca. 50")


@given(st.text() | st.text("0123456789.,-+ cabiszuüerTN()", max_size=30) | st.floats() | st.integers())
def test_nothing_typed_crashes_or_becomes_negative(typed: str | float) -> None:
    count = read_count(typed)
    assert (
        count is None or isinstance(count, str) or 0 <= count.low <= (count.low if count.high is None else count.high)
    )


@given(st.integers(0, 10**6))
def test_a_number_with_german_thousands_is_that_number(number: int) -> None:
    count = read_count(f"{number:,}".replace(",", "."))
    assert isinstance(count, Count)
    assert count.low == number
