"""Several columns that mean the same: what stands in them decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingest.header_messages import about_block
from pipeline.ingest.layout.layout import Layout
from pipeline.ingest.sheets import Cell, Sheet
from pipeline.topics.registry import tables
from tests.ingest.drop import SETTINGS, codes, read, xlsx

LAYOUT = Layout(SETTINGS, tables())
DAYS = ["03.02.2023", "10.02.2023", "17.02.2023"]


def taken(columns: dict[str, list[Cell]]) -> tuple[dict[str, str], list[str]]:
    """Return column -> the heading it is read below, and what is said; all else is a list of events."""
    columns = {"Datum": DAYS, "Titel": ["A", "B", "C"], **columns}
    sheet = Sheet("a.xlsx", "2023", (tuple(columns), *zip(*columns.values(), strict=True)))
    (block,) = LAYOUT.tables_on(sheet)[0]
    names = {h.column.name: h.typed for h in block.headings if h.column is not None}
    return names, codes(list(about_block(block, LAYOUT.headings)))


@pytest.mark.parametrize(
    "helper",
    [[3, 10, 17], ["FALSCH", "FALSCH", "WAHR"], ["Fr", "Fr", "Fr"], ["Februar", "Februar", "März"], [None] * 3],
)  # fmt: skip
def test_the_column_of_days_is_the_date(helper: list[Cell]) -> None:
    assert taken({"Datum": helper, "Datum der Lesung": DAYS})[0]["datum"] == "Datum der Lesung"
    assert taken({"Datum": DAYS, "Datum der Lesung": helper})[0]["datum"] == "Datum"


@pytest.mark.parametrize(
    ("came", "registered", "number", "said"),
    [
        ([9, 8, 7], [10, 12, 9], "Gäste gezählt", ["ueberschrift-doppelt"]),
        ([9, 8, None], [10, 12, 9], "Gäste gezählt", ["ueberschrift-doppelt"]),
        ([9, 8, 7], [None, None, None], "Gäste gezählt", ["ueberschrift-ungleich"]),
        ([9, None, None], [10, 12, 9], "Gäste angemeldet", ["ueberschrift-ungleich"]),
        ([None, None, None], [10, 12, 9], "Gäste angemeldet", ["ueberschrift-ungleich"]),
        (["–", "–", "k. A."], [10, 12, 9], "Gäste angemeldet", ["ueberschrift-ungleich"]),
        ([None, None, None], [None, None, None], "Gäste gezählt", []),
    ],
)  # fmt: skip
def test_the_column_with_numbers_counts_and_who_came_before_who_was_expected(
    came: list[Cell], registered: list[Cell], number: str, said: list[str]
) -> None:
    names, problems = taken({"Gäste angemeldet": registered, "Gäste gezählt": came})
    assert (names["teilnehmerzahl"], problems) == (number, said)


def test_a_filled_column_goes_before_an_empty_one() -> None:
    assert taken({"Ort": [None] * 3, "Treffpunkt": [None, "Tor", None]})[0]["ort"] == "Treffpunkt"
    assert taken({"Ort": [None, "Halle", None], "Treffpunkt": ["Tor"] * 3})[0]["ort"] == "Ort"


def test_hours_beside_the_day_are_no_second_day() -> None:
    assert taken({"Lesungsbeginn": ["18:00", "19.30 Uhr", "nach der Messe"]})[1] == []


def test_the_number_that_counts_is_that_of_the_filled_column(tmp_path: Path) -> None:
    rows = [["Datum", "Titel", "TN anwesend", "TN erwartet"], ["1.2.2023", "A", None, 30], ["2.2.2023", "B", None, 12]]
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert [count.low for count in found["veranstaltungen"]["teilnehmerzahl"]] == [30, 12]
    (problem,) = found.problems
    assert "D („TN erwartet“, Zahlen: 2)" in problem.message
    assert "C („TN anwesend“, Zahlen: 0)" in problem.message
