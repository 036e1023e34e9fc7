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
        (8.999999999, "genau", 9, 9),
        (9.000000001, "genau", 9, 9),
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
        # what follows the number
        ("20\nneu: 5", "genau", 5, 5),
        ("20\nneu: 25", "genau", 25, 25),
        ("20 / neu: 25", "genau", 25, 25),
        ("20 (neu 25)", "genau", 25, 25),
        ("20, jetzt ca. 25", "ungefähr", 25, 25),
        ("20 -> 25 TN", "genau", 25, 25),
        ("10-?\ntats. 25", "genau", 25, 25),
        ("20-30\nneu: unter 10", "höchstens", 0, 10),
        ("60 (45 anwesend)", "genau", 45, 45),
        ("60 (nur 45 gekommen)", "genau", 45, 45),
        ("Angemeldet: 30\nAnwesend: 25", "genau", 25, 25),
        ("30 angemeldet, 25 erschienen", "genau", 25, 25),
        ("25 anwesend (30 angemeldet)", "genau", 25, 25),
        ("40 statt 25", "genau", 40, 40),
        ("40 (statt 25)", "genau", 40, 40),
        ("40 (ursprünglich 25 geplant)", "genau", 40, 40),
        ("40 (von 60)", "genau", 40, 40),
        ("40 (max. 60)", "genau", 40, 40),
        ("25 (+ 5 online)", "genau", 30, 30),
        ("25 + 5 online", "genau", 30, 30),
        ("25 (plus ca. 5 Gäste)", "ungefähr", 30, 30),
        ("20 (12 Kinder, 8 Erwachsene)", "genau", 20, 20),
        ("20 (8 Kinder)", "genau", 20, 20),
        ("20\nKinder: 12\nErwachsene: 8", "genau", 20, 20),
        ("20 (12 + 8)", "genau", 20, 20),
        ("50, davon 20 online, 30 vor Ort", "genau", 50, 50),
        ("ca. 50, darunter 12 Kinder", "ungefähr", 50, 50),
        ("50 (20 KFZ)", "genau", 50, 50),
        ("45 (2 Std.)", "genau", 45, 45),
        ("45 (am 12.05.)", "genau", 45, 45),
        ("45 (ca. 20 Traktoren)", "genau", 45, 45),
        ("45 (eine Klasse)", "genau", 45, 45),
        ("45 (voll besetzt)", "genau", 45, 45),
        ("20 (geschätzt)", "ungefähr", 20, 20),
        ("20\n(laut Schätzung)", "ungefähr", 20, 20),
        ("20 (mindestens)", "mindestens", 20, None),
        ("20 (+ Team)", "mindestens", 20, None),
        ("Soll 60 / Ist 45", "genau", 45, 45),
        ("20 [neu 25]", "genau", 25, 25),
        ("2(!)-5", "spanne", 2, 5),
        ("3.000 (A) - 4.000 (K)", "spanne", 3000, 4000),
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
        ("120 (lt. Polizei 70)", "unlesbar"),
        ("50 (40)", "unlesbar"),
        ("25 (+ 5)", "unlesbar"),
        ("25 (5 online)", "unlesbar"),
        ("25 (davon 30 online)", "unlesbar"),
        ("50 (davon 30 anwesend)", "unlesbar"),
        ("20 (max. 11)", "unlesbar"),
        ("30 (?)", "unlesbar"),
        ("30 (unklar)", "unlesbar"),
        ("30 (eher weniger)", "unlesbar"),
        ("4 Frauen, 3 x Kind", "unlesbar"),
        ("8 (Fahrzeuge)", "unlesbar"),
        ("200 (Markt) 800 (Brücke)", "unlesbar"),
        ("250        100", "unlesbar"),
        ("500 (-1000)", "unlesbar"),
        ("30 (bei Regen 10)", "unlesbar"),
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
        (["Delegierte"], "Delegierte"),
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


@given(
    st.integers(2, 900), st.sampled_from(["({} {})", "\n{}: {}", "; {} {}", "({1} {0})", " / {} {}"]),
    st.text("abcdefgilmnoprstuvwy", min_size=4, max_size=9).map("qu{}".format), st.integers(2, 900),
)  # fmt: skip
def test_another_number_behind_an_unknown_word_is_never_left_out_silently(
    number: int, form: str, word: str, other: int
) -> None:
    known = ("genau", "ungefähr")
    count = read_count(f"{number} " + form.format(word, other))
    assert isinstance(count, str) or count.kind not in known, count


@given(st.integers(0, 10**6))
def test_a_number_with_german_thousands_is_that_number(number: int) -> None:
    count = read_count(f"{number:,}".replace(",", "."))
    assert isinstance(count, Count)
    assert count.low == number
