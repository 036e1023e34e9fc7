"""Marked copies lead staff to the cell, keep the workbook, and carry nobody out of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.outputs.check import marked_copies
from pipeline.outputs.file_names import MARKED
from tests import steps

SETTINGS = Settings(organisation=OwnOrganisation(name="Verein"))


def workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Treffen"
    sheet.append(["Datum", "Art", "Thema", "Teilnehmerzahl", "E-Mail", "doppelt"])
    sheet.append([date(2017, 3, 1), "Treffen", "Planung", 12, "erika@example.org", "=D2*2"])
    sheet.append(["31.02.2017", "Treffen", "Fest", 9, "max@example.org", "=Geheim!A1"])
    sheet["B2"].font = openpyxl.styles.Font(bold=True)
    hidden = book.create_sheet("Geheim")
    hidden["A1"] = "Telefonliste"
    hidden.sheet_state = "hidden"
    book.properties.creator = book.properties.lastModifiedBy = "Erika Muster"
    sheet.oddHeader.left.text = "Notizen von Erika Muster"
    sheet["C2"].comment = openpyxl.comments.Comment("Erika Muster:\nSaal war zu klein", "Erika Muster")
    return book


def checked(folder: Path, book: openpyxl.Workbook) -> Path:
    """Read the workbook, write what the check leaves, and return the folder of marked copies."""
    inputs, written = folder / "ein", folder / "aus"
    inputs.mkdir(exist_ok=True)
    written.mkdir(exist_ok=True)
    book.save(inputs / "Treffen.xlsx")
    tables = steps.read(inputs, SETTINGS)
    marked_copies.write(written, inputs, tables.problems, tables, SETTINGS.lesen)
    return written / MARKED


def test_the_cell_is_coloured_and_says_what_to_do(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(checked(tmp_path, workbook()) / "Treffen.xlsx")["Treffen"]
    cell = sheet["A3"]
    assert cell.value == "31.02.2017"
    assert cell.comment is not None
    assert "31.02.2017" in cell.comment.text
    assert "→" in cell.comment.text
    assert cell.fill.fgColor.rgb == "FFFFE08A"
    assert sheet["A2"].comment is None


def test_a_copy_lies_in_the_folders_of_its_workbook_however_long_their_names(tmp_path: Path) -> None:
    inputs = tmp_path / "ein" / ("o" * 150) / ("p" * 150)
    inputs.mkdir(parents=True)
    workbook().save(inputs / "Treffen.xlsx")
    tables = steps.read(tmp_path / "ein", SETTINGS)
    marked_copies.write(tmp_path, tmp_path / "ein", tables.problems, tables, SETTINGS.lesen)
    assert (tmp_path / MARKED / ("o" * 150) / ("p" * 150) / "Treffen.xlsx").is_file()


def test_values_formulas_and_formats_are_kept(tmp_path: Path) -> None:
    book = workbook()
    book["Treffen"]["D2"] = "=6*2"
    sheet = openpyxl.load_workbook(checked(tmp_path, book) / "Treffen.xlsx")["Treffen"]
    assert sheet["C2"].value == "Planung"
    assert sheet["D2"].value == "=6*2"
    assert sheet["B2"].font.bold


def test_hidden_sheets_and_people_are_left_out(tmp_path: Path) -> None:
    path = checked(tmp_path, workbook()) / "Treffen.xlsx"
    assert openpyxl.load_workbook(path).sheetnames == ["Treffen"]
    with ZipFile(path) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    for secret in (b"erika", b"Erika", b"example.org", b"Telefonliste", b"Geheim"):
        assert secret not in everything
    assert b"Saal war zu klein" in everything


def test_the_same_problems_give_the_same_bytes(tmp_path: Path) -> None:
    first = (checked(tmp_path, workbook()) / "Treffen.xlsx").read_bytes()
    assert (checked(tmp_path, workbook()) / "Treffen.xlsx").read_bytes() == first


def test_a_workbook_that_would_lose_its_chart_gets_a_list(tmp_path: Path) -> None:
    book = workbook()
    chart = BarChart()
    chart.add_data(Reference(book["Treffen"], min_col=4, min_row=1, max_row=3))
    book["Treffen"].add_chart(chart, "H2")
    folder = checked(tmp_path, book)
    assert [path.name for path in folder.iterdir()] == ["Treffen – Liste.xlsx"]
    rows = list(openpyxl.load_workbook(folder / "Treffen – Liste.xlsx")["Prüfung"].values)
    assert rows[1][:2] == ("Treffen", "A3")


def test_a_used_range_to_the_end_of_the_sheet_costs_no_more_than_its_filled_cells(tmp_path: Path) -> None:
    book = workbook()
    book["Treffen"]["PB1048562"].font = openpyxl.styles.Font(bold=True)
    assert [path.name for path in checked(tmp_path, book).iterdir()] == ["Treffen.xlsx"]


@pytest.mark.parametrize("change", ["nothing wrong", "survey"])
def test_no_copy_where_there_is_none_to_make(tmp_path: Path, change: str) -> None:
    book = workbook()
    del book["Geheim"]
    sheet = book["Treffen"]
    if change == "nothing wrong":
        sheet["A3"] = date(2017, 5, 1)
        sheet["F3"] = None
    else:
        survey = book.create_sheet("Umfrage")
        survey.append(["Wie zufrieden sind Sie?", "Kommen Sie wieder?", "Woher kennen Sie uns?"])
        for _ in range(8):
            survey.append(["zufrieden", "Ja", "Zeitung"])
            survey.append(["eher zufrieden", "Nein", "Freunde"])
    assert not checked(tmp_path, book).exists()
