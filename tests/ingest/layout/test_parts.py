"""Numbers of people that stand in several columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.drop import codes, read, xlsx


def counted(path: Path, head: list[str], row: list[object]) -> tuple[int | None, list[str]]:
    xlsx(path / "a.xlsx", {"2017": [["Datum", "Titel", *head], ["14.03.2017", "Fest", *row]]})
    found = read(path)
    count = found["veranstaltungen"].iloc[0]["teilnehmerzahl"]
    return None if count is None else count.low, codes(found)


@pytest.mark.parametrize(
    ("head", "row", "number"),
    [
        (["Teilnehmer (w)", "Teilnehmer (m)", "Teilnehmer (gesamt)"], [12, 5, 17], 17),
        (["Besuchende (Mitglieder)", "Besuchende (alle)"], [15, 40], 40),
        (["Teilnehmer", "Teilnehmer (online)"], [40, 15], 40),
        (["Teilnehmer online", "Teilnehmer"], [15, 40], 40),
        (["Teilnehmer max.", "Teilnehmer anwesend"], [40, 15], 15),
        (["Teilnehmer (ca.)"], [15], 15),
        (["Teilnehmer/Besucher"], [15], 15),
        (["Besucher/innen"], [15], 15),
        (["Teilnehmer (m/w/d)"], [15], 15),
        (["TN w", "TN m", "TN ges."], [5, 6, 11], 11),
        (["angemeldet", "teilgenommen"], [12, 6], 6),
        (["Anzahl Teilnehmer w/m/d"], [15], 15),
    ],
)
def test_the_whole_is_the_number(tmp_path: Path, head: list[str], row: list[object], number: int) -> None:
    assert counted(tmp_path, head, row)[0] == number


@pytest.mark.parametrize(
    "head",
    [
        ["Teilnehmer (w)", "Teilnehmer (m)"],
        ["Teilnehmer w", "Teilnehmer m"],
        ["Teilnehmer Präsenz", "Teilnehmer online"],
        ["Besucher/Kinder", "Besucher/Erwachsene"],
        ["Teilnehmer (unter 27)", "Teilnehmer (ab 27)"],
        ["Teilnehmer (w)"],
        ["Teilnehmer max."],
        ["Besucherinnen", "Besucher"],
    ],
)
def test_a_part_is_never_taken_for_the_whole_and_told_once(tmp_path: Path, head: list[str]) -> None:
    number, said = counted(tmp_path, head, [12, 5][: len(head)])
    assert (number, said) == (None, ["anzahl-in-teilen"])


@pytest.mark.parametrize(
    ("below", "row", "number"),
    [
        (["weibl.", "männl.", "gesamt"], [5, 6, 11], 11),
        (["angemeldet", "anwesend", None], [20, 11, None], 11),
        (["w", "m", "d"], [5, 6, 0], None),
        (["Erw.", "Kinder", "Summe"], [5, 6, 11], 11),
    ],
)
@pytest.mark.parametrize("merged", [True, False])
def test_what_stands_over_several_headings_means_none_of_them_alone(
    tmp_path: Path, below: list[str | None], row: list[object], number: int | None, merged: bool
) -> None:
    rows = [["Datum", "Titel", "Teilnehmer"], [None, None, *below], ["14.03.2017", "Fest", *row]]
    xlsx(tmp_path / "a.xlsx", {"2017": rows}, merged=["A1:A2", "B1:B2", "C1:E1"] if merged else [])
    count = read(tmp_path)["veranstaltungen"].iloc[0]["teilnehmerzahl"]
    assert (None if count is None else count.low) == number
