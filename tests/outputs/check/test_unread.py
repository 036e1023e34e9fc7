"""The lists that were left out, in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.base.problems import Problem, Severity
from pipeline.outputs.check import protocol, unread
from tests.publish import sample


def left_out(file: str, sheet: str | None, rows: int) -> Problem:
    return Problem(
        "blatt-fraglich", Severity.WARNING, file, sheet, None, None, None, "Sie fehlt.", "Bitte ergänzen.", rows
    )


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        ([], ""),
        ([left_out("a.xlsx", "2020", 0)], ""),
        ([left_out("a.csv", "", 1)], "Nicht gelesen: 1 Blatt mit 1 Zeile („a.csv“)."),
        (
            [left_out("a.xlsx", "2020", 1200), left_out("a.xlsx", "2020", 66), left_out("b.ods", "Alt", 200)],
            "Nicht gelesen: 2 Blätter mit 1.466 Zeilen („a.xlsx/2020“ und „b.ods/Alt“).",
        ),
        (
            [left_out("a.xlsx", str(n), 2) for n in range(1, 9)],
            "Nicht gelesen: 8 Blätter mit 16 Zeilen („a.xlsx/1“, „a.xlsx/2“, „a.xlsx/3“, „a.xlsx/4“, „a.xlsx/5“ und "
            "drei weitere).",
        ),
    ],
)
def test_the_sentence_names_sheets_and_rows(problems: list[Problem], sentence: str) -> None:
    assert unread.in_words(problems) == sentence


def test_the_protocol_begins_with_it_and_tells_programs(tmp_path: Path) -> None:
    problems = [left_out("a.xlsx", "2020", 12)]
    protocol.write(tmp_path, problems, (), sample.SETTINGS, 2021)
    html = (tmp_path / "Pruefprotokoll.html").read_text("utf-8")
    assert html.index("Nicht gelesen: 1 Blatt mit 12 Zeilen („a.xlsx/2020“).") < html.index("<h2>")
    record = json.loads((tmp_path / "pruefprotokoll.json").read_text("utf-8"))
    assert record["unread_lists"] == [{"file": "a.xlsx", "sheet": "2020", "rows": 12}]
    assert [Problem.from_json(one) for one in record["problems"]] == problems
