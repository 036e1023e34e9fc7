"""Words by which a row says that something did not take place."""

from __future__ import annotations

from pathlib import Path

import pytest

from .drop import codes, read, xlsx

HEAD = ["Datum", "Titel", "Ort", "Veranstalter", "Teilnehmerzahl", "Bemerkung", "Kosten", "Stattgefunden"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Titel", "Forum – entfällt"), ("Titel", "Forum (abgesagt)"), ("Titel", "ABGESAGT wegen Sturm"),
        ("Bemerkung", "entfällt"), ("Bemerkung", "leider abgesagt, neuer Termin folgt"),
        ("Bemerkung", "Achtung: abgesagt"), ("Bemerkung", "Personal fehlt\nfällt aus"),
        ("Ort", "ausgefallen"), ("Teilnehmerzahl", "abgesagt"), ("Veranstalter", "abgesagt"),
        ("Kosten", "Abgesagt"), ("Stattgefunden", "nein"), ("Stattgefunden", False),
    ],
)  # fmt: skip
def test_a_row_says_that_it_did_not_take_place(tmp_path: Path, heading: str, cell: object) -> None:
    row = ["14.03.2017", "Forum", "Trier", "IHK", 12, "gut", "10 €", "ja"]
    row[HEAD.index(heading)] = cell
    xlsx(tmp_path / "a.xlsx", [HEAD, row])
    found = read(tmp_path)
    assert found["veranstaltungen"].empty
    assert "zeile-abgesagt" in codes(found)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Kosten", "entfällt"), ("Bemerkung", "Eintritt: entfällt"), ("Bemerkung", "Kaffee entfällt"),
        ("Veranstalter", "IHK; HWK (abgesagt)"), ("Veranstalter", "entfällt"),
        ("Ort", "entfällt"), ("Titel", "Absage an Gewalt"),
        ("Titel", "Wenn der Unterricht entfällt"), ("Stattgefunden", "ja"), ("Stattgefunden", "–"),
    ],
)  # fmt: skip
def test_a_word_of_cancelling_may_speak_of_something_else(tmp_path: Path, heading: str, cell: object) -> None:
    row = ["14.03.2017", "Forum", "Trier", "IHK", 12, "gut", "10 €", "ja"]
    row[HEAD.index(heading)] = cell
    xlsx(tmp_path / "a.xlsx", [HEAD, row])
    assert len(read(tmp_path)["veranstaltungen"]) == 1


@pytest.mark.parametrize(("cell", "counts"), [("x", 0), ("ja", 0), (True, 0), ("nein", 1), (None, 1)])
def test_a_column_may_ask_whether_something_was_cancelled(tmp_path: Path, cell: object, counts: int) -> None:
    xlsx(tmp_path / "a.xlsx", [["Datum", "Titel", "Ausgefallen"], ["14.03.2017", "Forum", cell]])
    assert len(read(tmp_path)["veranstaltungen"]) == counts
