"""Which rule decides whether headings that could make a table do, with an example of each rule."""

from __future__ import annotations

import pytest

from pipeline.base.settings import Settings
from pipeline.ingest.layout import likeness, rejection
from pipeline.ingest.layout.header_rows import texts_of
from pipeline.ingest.layout.headings import Headings
from pipeline.ingest.layout.rules import deciding_rule
from pipeline.ingest.sheets import Sheet
from pipeline.topics.registry import tables

HEADINGS = Headings(Settings(), tables())

# Rule, what it decides, file and sheet, table, headings.
REJECTED = [
    ("the name promises it", "", "Jahr.xlsx/Sitzungen", "treffen", "Datum Thema Betrag"),
    ("people beside a title or place", "", "Jahr.xlsx/Feste", "veranstaltungen", "Datum Titel Besucher Einnahmen"),
    ("three headings of no other table", "", "Jahr.xlsx/Ulm", "veranstaltungen", "Datum Titel Zielgruppe Referent"),
    ("headings of another kind of list", "other headings", "Jahr.xlsx/Fahrten", "treffen", "Datum Thema Ort km"),
    ("another name, but all is known", "", "Jahr.xlsx/Presse", "veranstaltungen", "Datum Veranstaltung Zielgruppe"),
    ("another name", "other name", "Jahr.xlsx/Urlaub", "treffen", "Datum Thema Vertretung"),
    ("no name, and half is known or something telling", "", "a.xlsx/Tabelle1", "treffen", "Datum Gremium Farbe"),
    ("no name, and little is known", "unknown headings", "a.xlsx/2017", "treffen", "Datum Was Farbe Form Duft"),
    ("a day and an occasion", "", "Jahr.xlsx/Ulm", "treffen", "Datum Gremium Farbe"),
    ("a day and a theme, and all is known or the file named so", "", "Jahr.xlsx/Ulm", "treffen", "Datum Thema Ort"),
    ("no day, but three headings and all is known, or the file named so", "", "Jahr.xlsx/Ulm", "netzwerk",
     "Gruppe Institution Person"),
    ("the name promises nothing", "other name", "Jahr.xlsx/Log", "treffen", "Datum Was Wer"),
]  # fmt: skip

NEARLY = [
    ("another name", "none", "Büro.xlsx/Urlaub", "treffen", "Wann Ort Farbe"),
    ("promised, and headings of it", "sure", "Büro.xlsx/Sitzungen", "treffen", "Thema Ort"),
    ("nameless, and all is known", "sure", "2017.xlsx/Tabelle1", "veranstaltungen", "Titel Zielgruppe Ort"),
    ("promised", "perhaps", "Büro.xlsx/Sitzungen", "treffen", "Ort Farbe"),
    ("the file named so, and a telling heading", "perhaps", "Sitzungen.xlsx/Ulm", "treffen", "Gremium Farbe Form"),
    ("three known headings", "perhaps", "Büro.xlsx/Ulm", "veranstaltungen", "Titel Ort Zielgruppe Farbe"),
    ("two known headings, and no name against it", "perhaps", "Büro.xlsx/Tabelle1", "veranstaltungen",
     "Titel Ort Farbe"),
    ("too little", "none", "Büro.xlsx/Ulm", "treffen", "Ort Farbe"),
]  # fmt: skip


def sheet_of(place: str, head: str) -> Sheet:
    file, _, name = place.partition("/")
    return Sheet(file, name, (tuple(head.split()),))


@pytest.mark.parametrize(("rule", "verdict", "place", "table", "head"), REJECTED)
def test_the_first_rule_that_applies_says_why_a_sheet_is_no_table(
    rule: str, verdict: str, place: str, table: str, head: str
) -> None:
    sheet = sheet_of(place, head)
    texts = texts_of(sheet.rows[0])
    evidence = rejection.evidence_of(sheet, HEADINGS.match(tables()[table], texts), texts, title="")
    decided = deciding_rule(rejection.RULES, evidence)
    assert (decided.name, decided.verdict) == (rule, verdict)


@pytest.mark.parametrize(("rule", "verdict", "place", "table", "head"), NEARLY)
def test_the_first_rule_that_applies_says_what_a_sheet_nearly_is(
    rule: str, verdict: str, place: str, table: str, head: str
) -> None:
    sheet = sheet_of(place, head)
    evidence = likeness.evidence_of(sheet, HEADINGS.match(tables()[table], texts_of(sheet.rows[0])))
    decided = deciding_rule(likeness.RULES, evidence)
    assert (decided.name, decided.verdict) == (rule, verdict)


def test_every_rule_has_an_example_in_the_order_of_the_rules() -> None:
    assert [example[0] for example in REJECTED] == [rule.name for rule in rejection.RULES]
    assert [example[0] for example in NEARLY] == [rule.name for rule in likeness.RULES]
