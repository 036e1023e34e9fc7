"""Blank workbooks: the reader knows them, ignores their example, and they are the same bytes every time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from pipeline.ingest import blank_workbooks
from pipeline.ingest.blank_workbooks import write_templates
from pipeline.ingest.schema import TABLES
from pipeline.ingest.survey.details import _FIELDS
from pipeline.settings import Report

from .drop import SETTINGS, balance, codes, read

WITH_LISTS = replace(SETTINGS, bericht=Report(projekte=("Integration", "Mobilität")), arten={"Austausch": "Gespräch"})


def test_every_table_gets_a_workbook_that_is_read_as_that_table_and_counts_nothing(tmp_path: Path) -> None:
    written = write_templates(tmp_path, WITH_LISTS)
    assert sorted(path.stem for path in written) == sorted([*(table.title for table in TABLES.values()), "Umfrage"])
    found = read(tmp_path, WITH_LISTS)
    assert sorted(balance(found)) == sorted((table.title, table.name, 1, 0, 1) for table in TABLES.values())
    assert set(codes(found)) == {"zeile-beispiel", "umfrage-ohne-antworten"}


def test_a_row_below_the_example_counts(tmp_path: Path) -> None:
    write_templates(tmp_path, SETTINGS)
    book = openpyxl.load_workbook(tmp_path / "Treffen.xlsx")
    book["Treffen"].append(["14.03.2017", None, None, "Gespräch", "Thema A"])
    book.save(tmp_path / "Treffen.xlsx")
    assert len(read(tmp_path)["treffen"]) == 1


@pytest.mark.parametrize(
    ("overwritten", "said", "counts"),
    [
        ({"A2": "14.03.2017"}, ["zeile-beispiel"], 0),
        ({"A2": "14.03.2017", "C2": None, "F2": "Trier"}, ["zeile-noch-beispiel"], 0),
        ({"E2": "Beispiel: bitte überschreiben ", "F2": "Trier"}, ["zeile-noch-beispiel"], 0),
        ({"E2": "Unser Thema"}, ["zeile-beispielreste"], 1),
        ({"C2": None, "E2": "Unser Thema", "F2": "Trier", "G2": None}, [], 1),
    ],
)
def test_an_example_counts_once_it_says_something_else_and_what_is_left_of_it_is_told(
    tmp_path: Path, overwritten: dict[str, str | None], said: list[str], counts: int
) -> None:
    write_templates(tmp_path, SETTINGS)
    book = openpyxl.load_workbook(tmp_path / "Treffen.xlsx")
    for cell, typed in overwritten.items():
        book["Treffen"][cell] = typed
    (tmp_path / "in").mkdir()
    book.save(tmp_path / "in" / "Treffen.xlsx")
    found = read(tmp_path / "in")
    assert (codes(found), len(found["treffen"])) == (said, counts)


def test_lists_offer_projects_and_kinds_of_the_settings(tmp_path: Path) -> None:
    write_templates(tmp_path, WITH_LISTS)
    sheet = openpyxl.load_workbook(tmp_path / "Treffen.xlsx")["Treffen"]
    offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert offered == {"C2": '"Integration,Mobilität"', "D2": '"Austausch,Gespräch"'}
    assert sheet["A2"].number_format == "dd.mm.yyyy"
    assert sheet["A1"].comment is not None


def test_the_same_settings_give_the_same_bytes(tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in write_templates(tmp_path / "a", WITH_LISTS)}
    second = {path.name: path.read_bytes() for path in write_templates(tmp_path / "b", WITH_LISTS)}
    assert first == second


def test_a_workbook_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Treffen.xlsx").write_bytes(b"x")
    written = write_templates(tmp_path, SETTINGS)
    assert "Treffen" not in [path.stem for path in written]
    assert (tmp_path / "Treffen.xlsx").read_bytes() == b"x"


def test_the_survey_reader_knows_every_detail_that_the_workbook_asks_for() -> None:
    known = {word for words in _FIELDS.values() for word in words}
    assert {name.casefold() for name, _ in blank_workbooks._SURVEY_DETAILS} <= known
