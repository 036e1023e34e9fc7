"""Properties over random workbooks: no crash, no row lost, none counted twice."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.records import Tables
from pipeline.ingest.sheets import holds
from pipeline.topics.registry import tables
from tests.ingest.drop import gathered, read, xlsx

HEADINGS = sorted(
    {column.heading for table in tables().values() for column in table.columns} | {"Bemerkung", "Status", ""}
)
HEADINGS_IN_ROWS = ["Datum", "Art"]
SHAPES = [
    None, "", " ", "14.3.2017", "14.3.", "9.-11.9.2017", "14.3. und 21.3.2017", "noch offen", "ABGESAGT", "Summe",
    "KW 12/2017",
    "Gespräch", "Stadt Trier; IHK", "ca. 20", "k. A.", 12, -1, 2017, 9.5, True, datetime(2017, 3, 14), date(2018, 1, 1),
    "Eine lange Notiz unter der Tabelle", "entfällt", "#NV",
]  # fmt: skip
cells = st.sampled_from([*SHAPES, *HEADINGS_IN_ROWS]) | st.text(max_size=8)
grids = st.lists(st.lists(cells, min_size=1, max_size=7), max_size=12)
headers = st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=7, unique=True)


def check(found: Tables, sheets: dict[str, list[list[Any]]]) -> None:
    """Every row is used or set aside, each used one has records, each set-aside one a message on its sheet."""
    for line in found.balance:
        assert line.read == line.used + line.set_aside
        assert line.read <= sum(any(map(holds, row)) for row in sheets[line.sheet]) * (
            max(map(len, sheets[line.sheet]))
        )
        said = [p for p in found.problems if p.sheet == line.sheet]
        assert line.set_aside == 0 or said
    with_records = Counter((s, r) for s, r in found.sources.drop_duplicates()[["sheet", "row"]].itertuples(index=False))
    for line in found.balance:
        if line.table != "umfrage" and sum(other.sheet == line.sheet for other in found.balance) == 1:
            assert sum(sheet == line.sheet for sheet, _ in with_records) <= line.used
    assert len(found.sources) == sum(len(frame) for frame in found.frames.values()) + sum(
        len(survey.answers) for survey in found.surveys
    )


@settings(max_examples=60, deadline=None)
@given(header=headers, rows=grids, above=st.lists(st.lists(cells, min_size=1, max_size=3), max_size=3))
def test_every_row_below_a_known_header_is_used_or_set_aside(
    header: list[str], rows: list[Any], above: list[Any]
) -> None:
    sheets = {"2017": [*above, header, *rows]}
    check(gathered(sheets), sheets)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(["2016", "Treffen", "Partner", "Umfrage"]), grids, max_size=3))
def test_random_sheets_crash_nothing(sheets: dict[str, Any]) -> None:
    check(gathered(sheets), sheets)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(st.sampled_from(SHAPES), st.sampled_from(SHAPES)), max_size=15))
def test_each_set_aside_row_of_a_table_has_a_message_with_its_number(rows: list[tuple[Any, Any]]) -> None:
    found = gathered({"Treffen 2017": [["Datum", "Thema"], *map(list, rows)]})
    filled = [i for i, row in enumerate(rows, start=2) if any(map(holds, row))]
    (line,) = found.balance
    used = set(found.sources["row"])
    assert line.read == len(filled)
    assert line.used == len(used)
    named = {p.row for p in found.problems}
    for told in found.problems:  # some tell of several rows at once
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", told.message if told.code in _TOLD_TOGETHER else ""):
            named.update(range(int(first), int(last or first) + 1))
        if told.code == "zeilen-anderes":  # and all below
            named.update(row for row in filled if told.row and row >= told.row)
    assert {row for row in filled if row not in used} <= named


_TOLD_TOGETHER = ("zeilen-abschnitte", "zeilen-daneben")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SHAPES[2:]), cells), max_size=8))
def test_a_real_workbook_is_read_like_its_cells(rows: list[tuple[Any, Any]]) -> None:
    grid = [["Datum", "Thema"], *([_plain(cell) for cell in row] for row in rows)]
    with tempfile.TemporaryDirectory() as folder:
        xlsx(Path(folder) / "a.xlsx", {"Treffen 2017": grid})
        real = read(Path(folder))
    made = gathered({"Treffen 2017": grid})
    assert [(b.read, b.used, b.set_aside) for b in real.balance] == [
        (b.read, b.used, b.set_aside) for b in made.balance
    ]


def _plain(cell: Any) -> Any:
    """Return a cell that openpyxl writes as it is: no control characters, no formulas."""
    if isinstance(cell, str):
        return "".join(sign for sign in cell if sign.isprintable()).lstrip("=#") or None
    return cell


@cache
def _workbook() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        rows = [["Datum", "Thema"], ["14.3.2017", "A"], ["15.3.2017", "=1+1"]]
        return xlsx(Path(folder) / "a.xlsx", {"Treffen": rows}).read_bytes()


@settings(max_examples=30, deadline=None)
@given(slips=st.dictionaries(st.integers(0, 4000), st.integers(0, 255), max_size=8), cut=st.integers(1, 6000))
def test_mutated_bytes_of_a_workbook_crash_nothing(slips: dict[int, int], cut: int) -> None:
    content = bytearray(_workbook())
    for place, byte in slips.items():
        content[place] = byte
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.xlsx").write_bytes(bytes(content[:cut] if cut < 3000 else content))
        found = read(Path(folder))
    assert found.problems or len(found["treffen"])
