"""Where tables stand on a sheet: beside and below each other, and what stands there besides."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.ingest.drop import HEAD, balance, codes, column, dates, read, xlsx


def test_a_small_statistic_beside_the_list_is_passed_over(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Titel", "Besucher", None, "Monat", "Besucher", "Stärke"],
        ["14.03.2017", "Fest", 10, None, "März", 10, 3],
        ["15.04.2017", "Feier", 20, None, "April", 20, 4],
    ]
    xlsx(tmp_path / "a.xlsx", {"Veranstaltungen": rows})
    found = read(tmp_path)
    assert codes(found) == []
    assert [line.unread for line in found.balance] == [("Monat", "Besucher", "Stärke")]


def test_two_tables_side_by_side_are_two_tables(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Art", None, "Bezeichnung", "Jahr", "Wert"],
        ["14.03.2017", "Gespräch", None, "Mitglieder", 2017, 120],
        ["15.03.2017", "Gespräch"],
    ]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert balance(found) == [("Tabelle1", "treffen", 2, 2, 0), ("Tabelle1", "werte", 1, 1, 0)]


def test_the_same_table_twice_side_by_side_is_read_twice(tmp_path: Path) -> None:
    rows = [["Datum", "Art", "Datum", "Art"], ["14.03.2017", "A", "15.03.2017", "B"], ["16.03.2017", "C"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert sorted(dates(found)) == ["14.03.2017", "15.03.2017", "16.03.2017"]
    assert balance(found) == [("Tabelle1", "treffen", 3, 3, 0)]


def test_tables_below_each_other_are_two_tables(tmp_path: Path) -> None:
    rows = [
        ["Datum", "Art"], ["14.03.2017", "Gespräch"], [], ["Eckdaten"],
        ["Bezeichnung", "Jahr", "Wert"], ["Mitglieder", 2017, 120],
    ]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert balance(found) == [("Tabelle1", "treffen", 2, 1, 1), ("Tabelle1", "werte", 1, 1, 0)]


def test_something_else_below_a_table_is_told_once(tmp_path: Path) -> None:
    rows = [HEAD, ["14.03.2017", "Gespräch"], [], ["Posten", "Betrag", "Beleg"], ["Saal", 30, "a"], ["Kaffee", 5, "b"]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [(p.code, p.row) for p in found.problems] == [("zeilen-anderes", 4)]
    assert "„Posten“, „Betrag“, „Beleg“" in found.problems[0].message
    assert balance(found) == [("Tabelle1", "treffen", 4, 1, 3)]


def test_a_table_may_begin_below_and_beside_another(tmp_path: Path) -> None:
    blank = [None] * 4
    rows = [
        ["Datum", "Sitzung", "Bemerkung"], ["1.3.2017", "Rat", "gut"], [],
        ["2.3.2017", "Rat", "abgesagt", None, "Datum", "Titel", "Besucher"],
        [*blank, "3.3.2017", "Fest", 30], [*blank, "4.3.2017", "Markt", 40],
    ]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert dates(found) == ["01.03.2017"]
    assert column(found, "veranstaltungen", "titel") == ["Fest", "Markt"]
    assert balance(found) == [("Tabelle1", "treffen", 2, 1, 1), ("Tabelle1", "veranstaltungen", 2, 2, 0)]


def test_rows_beside_a_table_are_told_of_once(tmp_path: Path) -> None:
    rows = [["Datum", "Art", None, "Monat", "Anzahl Stunden"], ["14.03.2017", "Gespräch", None, "Januar", 1]]
    rows += [[None, None, None, month, 2] for month in ("Februar", "März", "April")]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [p.message for p in found.problems if p.code.startswith("zeile")] == [
        "Auf dem Blatt „Tabelle1“ in „a.xlsx“ steht in Zeilen 3–5 nur etwas neben der Tabelle „Treffen“; "
        "das zählt nicht mit."
    ]
    assert balance(found) == [("Tabelle1", "treffen", 4, 1, 3)]


LEFT = ["Nr.", "Datum", "Thema", "Status"]
DAYS = [
    [1, "04.06.2021", "Chorprobe", None],
    [2, "11.06.2021", "Orgelführung", None],
    [3, "18.06.2021", "Rundgang", None],
]


@pytest.mark.parametrize(
    ("right", "rows"),
    [
        (["lfd. Nr.", "Datum", "Thema", "Besucher", "Status"], [[1, "05.06.2021", "Lauf", 800, "entfällt"]]),
        (
            ["Nr. Fahrt", "Datum ", "Thema", "Teilnehmer"],
            [[1, "05.06.2021", "Lauf", 800], [2, "06.07.2021", "Fahrt", 30]],
        ),
        (["Termin", "Anlass", "Teilnehmer"], [[], [], [], ["05.06.2021", "Lauf", 800]]),
        ([None, "Datum", "Thema", "Teilnehmer"], [[None, "05.06.2021", "Lauf", 800]]),
    ],
)
def test_two_lists_with_days_side_by_side_are_read_apart(
    tmp_path: Path, right: list[str | None], rows: list[list[object]]
) -> None:
    blank: list[list[object]] = [[None] * len(LEFT)] * len(rows)
    sheet = [
        left + beside
        for left, beside in itertools.zip_longest([*DAYS, *blank][: max(3, len(rows))], rows, fillvalue=[])
    ]
    xlsx(tmp_path / "a.xlsx", {"Treffen": [LEFT + right, *sheet]})
    found = read(tmp_path)
    frame = found["treffen"]
    on_the_left = frame[frame["thema"].isin([row[2] for row in DAYS])]
    assert len(on_the_left) == 3
    assert {count and count.kind for count in on_the_left["teilnehmerzahl"]} <= {None, "unbekannt"}
    assert len(frame) == 3 + sum(bool(row) and "entfällt" not in row for row in rows)


def test_a_second_list_that_is_none_of_ours_is_named_and_nothing_of_it_is_taken(tmp_path: Path) -> None:
    right = ["Nr. Fahrt", "Datum", "Strecke", "Teilnehmer", "Status"]
    rows = [DAYS[0] + [1, "05.06.2021", "Nord", 800, "entfällt"], DAYS[1] + [2, "06.06.2021", "Süd", 30, None], DAYS[2]]
    xlsx(tmp_path / "a.xlsx", {"Treffen": [LEFT + right, *rows]})
    found = read(tmp_path)
    assert {count and count.kind for count in found["treffen"]["teilnehmerzahl"]} <= {None, "unbekannt"}
    assert len(found["treffen"]) == 3
    (problem,) = (p for p in found.problems if p.code == "tabelle-daneben")
    assert (problem.severity.value, problem.cell, problem.unread_rows) == ("warnung", "E1", 2)


@pytest.mark.parametrize(
    "head",
    [
        ["Datum", "Thema", "Einladung", "Datum Rechnung", "Teilnehmer"],
        ["Datum", "Thema", "Ort", "Termin", "Teilnehmer"],
        ["Datum", "Thema", "Tag", "Art", "Teilnehmer"],
    ],
)
def test_a_second_column_of_days_alone_parts_no_list(tmp_path: Path, head: list[str]) -> None:
    xlsx(
        tmp_path / "a.xlsx",
        {"Treffen": [head, ["04.06.2021", "Probe", "x", "11.06.2021", 12], ["05.06.2021", "Chor", "y", "", 7]]},
    )
    found = read(tmp_path)
    assert [count.low for count in found["treffen"]["teilnehmerzahl"]] == [12, 7]
    assert "tabelle-daneben" not in codes(found)
