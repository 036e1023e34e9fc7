"""Words by which a row says that something did not take place."""

from __future__ import annotations

import pytest

from tests.ingest.drop import codes, typed

HEAD = ["Datum", "Titel", "Ort", "Veranstalter", "Teilnehmerzahl", "Bemerkung", "Kosten", "Stattgefunden", "Status"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Titel", "Forum – entfällt"), ("Titel", "Forum (abgesagt)"), ("Titel", "ABGESAGT wegen Sturm"),
        ("Bemerkung", "entfällt"), ("Bemerkung", "leider abgesagt, neuer Termin folgt"),
        ("Bemerkung", "Achtung: abgesagt"), ("Bemerkung", "Personal fehlt\nfällt aus"),
        ("Ort", "ausgefallen"), ("Teilnehmerzahl", "abgesagt"), ("Veranstalter", "abgesagt"),
        ("Bemerkung", "wurde wegen Corona abgesagt"), ("Bemerkung", "kurzfristig abgesagt"),
        ("Bemerkung", "fällt leider aus"), ("Bemerkung", "coronabedingt entfallen"),
        ("Bemerkung", "hat nicht stattgefunden"), ("Bemerkung", "musste leider abgesagt werden"),
        ("Titel", "Vortrag fällt aus"), ("Titel", "Sommerfest abgesagt"), ("Titel", "Fest (fällt wegen Regen aus)"),
        ("Bemerkung", "musste coronabedingt ausfallen"), ("Bemerkung", "kam nicht zustande"),
        ("Bemerkung", "ersatzlos gestrichen"), ("Titel", "Lesung entfällt"), ("Stattgefunden", "entfallen"),
        ("Stattgefunden", "noch nicht"), ("Stattgefunden", "verschoben"),
        ("Kosten", "Abgesagt"), ("Stattgefunden", "nein"), ("Stattgefunden", False),
        ("Teilnehmerzahl", "entfällt"), ("Teilnehmerzahl", "Entfallen"), ("Teilnehmerzahl", "ist entfallen"),
        ("Teilnehmerzahl", "(fällt aus)"), ("Teilnehmerzahl", "entf."), ("Teilnehmerzahl", "entfällt wegen Sturm"),
        ("Bemerkung", "konnte nicht stattfinden"), ("Teilnehmerzahl", "abgesagt (5 Anmeldungen)"),
        ("Datum", "entfällt"), ("Bemerkung", "entf."),
    ],
)  # fmt: skip
def test_a_row_says_that_it_did_not_take_place(heading: str, cell: object) -> None:
    row = ["14.03.2017", "Forum", "Trier", "IHK", None, "gut", "10 €", "ja", None]
    row[HEAD.index(heading)] = cell
    found = typed([HEAD, row])
    assert found["veranstaltungen"].empty
    assert "zeile-abgesagt" in codes(found)


@pytest.mark.parametrize(
    ("remark", "counts"),
    [
        ("abgesagt", 0), ("ABGESAGT", 0), ("fällt aus wegen Sturm", 0), ("leider abgesagt, neuer Termin folgt", 0),
        ("abgesagt haben IHK und HWK", 1), ("abgesagt: 3 Personen", 1), ("Entfallen sind 20 % auf Kinder", 1),
        ("abgesagt wurde nur der Workshop", 1),
    ],
)  # fmt: skip
def test_where_people_came_only_the_plain_word_cancels_and_either_way_it_is_told(remark: str, counts: int) -> None:
    found = typed([["Datum", "Titel", "Besucher", "Bemerkung"], ["14.03.2017", "Forum", 25, remark]])
    assert len(found["veranstaltungen"]) == counts
    assert codes(found) == ["abgesagt-und-zahl" if counts else "zeile-abgesagt-mit-zahl"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Bemerkung", "*** NICHT ABGESAGT, findet statt ***"), ("Titel", "Fest (doch nicht ausgefallen)"),
        ("Bemerkung", "keine Absage"), ("Bemerkung", "fällt nicht aus!"), ("Titel", "NICHT ENTFALLEN: Fest"),
        ("Bemerkung", "Absage: nein"), ("Bemerkung", "erst abgesagt, fand doch statt"), ("Status", "abgesagt? nein"),
        ("Bemerkung", "Absage zurückgenommen"), ("Teilnehmerzahl", "nicht abgesagt"),
        ("Datum", "14.03.2017 (nicht abgesagt)"),
        ("Kosten", "entfällt"), ("Bemerkung", "Eintritt: entfällt"), ("Bemerkung", "Kaffee entfällt"),
        ("Veranstalter", "IHK; HWK (abgesagt)"), ("Veranstalter", "entfällt"),
        ("Ort", "entfällt"), ("Titel", "Absage an Gewalt"), ("Titel", "Entfällt die Rente?"),
        ("Titel", "Fällt aus dem Rahmen"), ("Bemerkung", "Referentin hat abgesagt"),
        ("Bemerkung", "2 TN haben abgesagt"), ("Bemerkung", "Catering wurde storniert"),
        ("Titel", "Wenn der Unterricht entfällt"), ("Stattgefunden", "ja"), ("Stattgefunden", "–"),
        ("Teilnehmerzahl", "Entfallen sind 3 von 12"), ("Teilnehmerzahl", "12 (2 entfallen)"), ("Kosten", "entf."),
        ("Ort", "entf."), ("Titel", "Entf. 5 km"), ("Teilnehmerzahl", "k. A."),
    ],
)  # fmt: skip
def test_a_word_of_cancelling_may_speak_of_something_else(heading: str, cell: object) -> None:
    row = ["14.03.2017", "Forum", "Trier", "IHK", 12, "gut", "10 €", "ja", None]
    row[HEAD.index(heading)] = cell
    found = typed([HEAD, row])
    assert len(found["veranstaltungen"]) == 1


@pytest.mark.parametrize(
    ("heading", "cell", "counts"),
    [
        ("Ausgefallen", "x", 0), ("Ausgefallen?", "ja", 0), ("abgesagt (ja/nein)", True, 0), ("Ausgefallen", "nein", 1),
        ("Ausgefallen", None, 1), ("abgesagt am", "3.3.", 0), ("Ausgefallen", "krank", 0),
        ("Abgesagt", "IHK", 1), ("Abgesagt", "niemand", 1), ("Ausgefallen", "-", 1),
        ("TN abgesagt", 1, 1), ("Storniert", 1, 1), ("Realisiert in €", 0, 1),
        ("Absage", "x", 0), ("Absage?", "ja", 0), ("Absage", "wegen Regen", 0), ("Ausfall (x)", "X", 0),
        ("Absage", "nein", 1),
        ("Absage", "nicht abgesagt", 1), ("Absage am", "3.3.2017", 0), ("Absagen", 3, 1),
        ("Ausgefallen", "stattgefunden", 1),
        ("Durchgeführt von", "N", 1), ("Stattgefunden", "n", 0),
    ],
)  # fmt: skip
def test_a_column_may_ask_whether_something_was_cancelled(heading: str, cell: object, counts: int) -> None:
    found = typed([["Datum", "Titel", heading], ["14.03.2017", "Forum", cell]])
    assert len(found["veranstaltungen"]) == counts


@pytest.mark.parametrize(
    ("cell", "told"), [("kurzfristig", True), (2, True), ("IHK", True), ("nein", False), (0, False)]
)
def test_what_answers_neither_yes_nor_no_counts_and_is_told(cell: object, told: bool) -> None:
    found = typed([["Datum", "Titel", "Absage"], ["14.03.2017", "Forum", cell]])
    assert len(found["veranstaltungen"]) == 1
    assert ("absage-unklar" in codes(found)) == told


@pytest.mark.parametrize("people", ["25 (Absage)", "25\nabgesagt", "25, fiel aus", "25 (entfällt wegen Sturm)"])
def test_a_number_that_is_taken_back_is_no_event_and_told(people: str) -> None:
    found = typed([["Datum", "Titel", "Besucher"], ["14.03.2017", "Forum", people]])
    assert found["veranstaltungen"].empty
    assert codes(found) == ["zeile-abgesagt-mit-zahl"]
