"""Whatever the settings and the layout: a marked copy shows what was read and names nobody, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.outputs.check import marked_copies
from pipeline.outputs.file_names import MARKED
from tests import steps
from tests.ingest.drop import xlsx

SETTINGS = Settings(organisation=OwnOrganisation(name="Musterverein"))
Rows = Sequence[Sequence[Any]]

NETWORK = ["Gruppe", "Institution", "Name"]
PEOPLE: Rows = [
    ["Beirat", "Volkshochschule", "Erika Mustermann"],
    ["Beirat", "Gemeinde Aue", "Otto Beispiel"],
]
MEETINGS = ["Datum", "Art", "Thema"]
BROKEN = ["31.02.2017", "Arbeitskreis", "Sommerfest"]  # what makes a copy necessary
BROKEN_PROJECT = ["Beirat", "", ""]
SECRETS = ("Erika", "Mustermann", "Otto", "Beispiel")


def copy_of(folder: Path, path: Path, settings: Settings = SETTINGS) -> Path:
    """Return the marked copy of a workbook that lies in `folder`/ein."""
    tables = steps.read(folder / "ein", settings)
    marked_copies.write(folder, folder / "ein", tables.problems, tables, settings.lesen)
    return folder / MARKED / path.name


def everything_in(copy: Path) -> str:
    """Return all parts of a workbook, one after the other."""
    with ZipFile(copy) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def check(copy: Path, hidden: Sequence[str], shown: Sequence[str]) -> None:
    text = everything_in(copy)
    assert [secret for secret in hidden if secret in text] == []
    assert [content for content in shown if content not in text] == []


CASES: Mapping[str, tuple[str, Rows, Sequence[str], Sequence[str], Sequence[str]]] = {
    # name -> sheet, rows, merged blocks, what must be gone, what must be there
    "standard headings": (
        "Netzwerk", [NETWORK, *PEOPLE, BROKEN_PROJECT],
        (), SECRETS, ("Beirat", "Volkshochschule", "Gemeinde Aue", "Name", "Institution"),
    ),
    "header in row 46 below notes": (
        "Netzwerk", [*([f"Hinweis {i} von Erika"] for i in range(45)), NETWORK, *PEOPLE, BROKEN_PROJECT],
        (), SECRETS, ("Volkshochschule", "Gemeinde Aue"),
    ),
    "Partner below Netzwerk": (
        "Liste",
        [NETWORK, *PEOPLE, BROKEN_PROJECT, [], ["Partner", "Kurzform", "Ansprechpartner"],
         ["Landkreis Aue", "Kreis", "Frau Musterfrau"]],
        (), (*SECRETS, "Musterfrau"), ("Volkshochschule", "Landkreis Aue", "Kreis", "Ansprechpartner"),
    ),
    "Netzwerk below Partner": (
        "Liste",
        [["Partner", "Kurzform", "Art"], ["Landkreis Aue", "Kreis", "Behörde"], [], NETWORK, *PEOPLE, BROKEN_PROJECT],
        (), SECRETS, ("Volkshochschule", "Landkreis Aue", "Behörde"),
    ),
    "two tables side by side": (
        "Liste",
        [[*NETWORK, None, *MEETINGS], [*PEOPLE[0], None, *BROKEN],
         [*PEOPLE[1], None, date(2017, 3, 1), "Treffen", "Planung"]],
        (), SECRETS, ("Volkshochschule", "Gemeinde Aue", "Sommerfest", "Planung", "31.02.2017"),
    ),
    "side by side, the list of people to the right": (
        "Liste",
        [[*MEETINGS, None, *NETWORK], [*BROKEN, None, *PEOPLE[0]],
         [date(2017, 3, 1), "Treffen", "Planung", None, *PEOPLE[1]]],
        (), SECRETS, ("Volkshochschule", "Gemeinde Aue", "Sommerfest", "Planung", "31.02.2017"),
    ),
    "unread columns": (
        "Treffen",
        [[*MEETINGS, "Kontakt", "E-Mail", "Telefon", "Geburtstag", "Wer schließt auf?"],
         [*BROKEN, "Erika Mustermann", "otto@example.org", 6511234567, date(1961, 12, 24), "Beispiel"]],
        (), (*SECRETS, "otto@", "6511234567", "22639"), ("Sommerfest", "Kontakt", "Telefon", "Wer schließt auf?"),
    ),
    "unread column without heading, far to the right": (
        "Treffen", [MEETINGS, [*BROKEN, *[None] * 9, "Erika Mustermann"]], (), SECRETS, ("Sommerfest",),
    ),
    "formulas about people": (
        "Netzwerk",
        [[*NETWORK, "Anrede"], [*PEOPLE[0], '="Frau "&"Mustermann"'], ["Beirat", "Aue", '="Otto"&" Beispiel"'],
         BROKEN_PROJECT],
        (), SECRETS, ("Volkshochschule", "Aue"),
    ),
    "first and last name": (
        "Netzwerk",
        [["Gruppe", "Institution", "Name", "Vorname"], ["Beirat", "Gemeinde Aue", "Mustermann", "Erika"],
         BROKEN_PROJECT],
        (), SECRETS, ("Gemeinde Aue", "Vorname"),
    ),
    "names instead of numbers": (
        "Treffen",
        [[*MEETINGS, "Teilnehmer"], [*BROKEN, "Erika Mustermann, Otto Beispiel"],
         [date(2017, 3, 1), "Treffen", "Planung", "Otto Beispiel"]],
        (), SECRETS, ("Sommerfest", "Planung"),
    ),
    "names merged over rows": (
        "Netzwerk",
        [NETWORK, ["Beirat", "Volkshochschule", "Erika Mustermann"], ["Forum", "Gemeinde Aue", None], BROKEN_PROJECT],
        ("C2:C3",), SECRETS, ("Volkshochschule", "Gemeinde Aue", "Forum"),
    ),
    "a text merged over the column of people": (
        "Netzwerk", [NETWORK, ["Beirat", "Otto Beispiel", None], PEOPLE[0], BROKEN_PROJECT],
        ("B2:C2",), SECRETS, ("Volkshochschule",),
    ),
    "header of two rows": (
        "Netzwerk",
        [["Gruppe", "Angaben zur Stelle", None, None], [None, "Institution", "Name", "Telefon"],
         ["Beirat", "Volkshochschule", "Erika Mustermann", 6511234567], BROKEN_PROJECT],
        ("B1:D1",), (*SECRETS, "6511234567"), ("Volkshochschule", "Angaben zur Stelle", "Institution", "Telefon"),
    ),
    "a merged header above a row of words": (
        "Netzwerk",
        [["Gruppe", "Institution", "Name", None], ["Beirat", "Volkshochschule", "Erika", "Mustermann"],
         ["Beirat", "Gemeinde Aue", "Otto", "Beispiel"], BROKEN_PROJECT],
        ("C1:D1",), SECRETS, ("Volkshochschule", "Gemeinde Aue"),
    ),
    "notes above and below": (
        "Treffen",
        [["Treffen 2017"], ["Pflege der Liste: Erika Mustermann, 0651 1234567"], [], MEETINGS, BROKEN,
         [date(2017, 3, 1), "Treffen", "Planung"], [],
         ["Kontakt: Otto Beispiel, 0651 1234567, bitte erst nach 17 Uhr und nie an den Wochenenden anrufen"],
         ["Rückfragen an", "Otto", "Mustermann"], [None, "Vertretung", "Erika Mustermann"]],
        (), ("Erika", "Otto", "Mustermann", "1234567"), ("Treffen 2017", "Sommerfest", "Planung", "31.02.2017"),
    ),
    "a note among the rows": (
        "Treffen", [MEETINGS, BROKEN, ["Ab hier Erika Mustermann fragen"], [date(2017, 3, 1), "Treffen", "Planung"]],
        (), SECRETS, ("Sommerfest", "Planung"),
    ),
    "something else below the list": (
        "Treffen",
        [MEETINGS, [date(2017, 3, 1), "Treffen", "Planung"], [], ["Aufgabe", "Wer", "Stand"],
         ["Kuchen", "Erika Mustermann", "offen"], ["Zelt", "Otto Beispiel", "offen"]],
        (), SECRETS, ("Planung",),
    ),
    "a name where a number or the last day belongs": (
        "Treffen",
        [["Datum", "bis", *MEETINGS[1:], "Teilnehmerzahl"], ["1.3.2017", "Otto Beispiel", "Treffen", "Planung", 9],
         ["2.3.2017", "3.3.2017", "Treffen", "Sommerfest", "Erika Mustermann"],
         ["4.3.2017", "5.3.2017", "Treffen", "Bau", 7]],
        (), SECRETS, ("Planung", "Sommerfest", "3.3.2017"),
    ),
    "a name among the institutions": (
        "Netzwerk", [NETWORK, ["Beirat", "Volkshochschule", "Erika Mustermann"],
                     ["Beirat", "Gemeinde Aue (Erika Mustermann)", "Otto Beispiel"], BROKEN_PROJECT],
        (), SECRETS, ("Volkshochschule",),
    ),
    "a table that begins in the middle of the sheet": (
        "Netzwerk", [[], [], *([None, None, None, *row] for row in (NETWORK, *PEOPLE, BROKEN_PROJECT))],
        (), SECRETS, ("Volkshochschule", "Gemeinde Aue"),
    ),
    "a lonely entry in an unread column": (
        "Treffen", [[*MEETINGS, "Kontakt"], BROKEN, [None, None, None, "Erika Mustermann"]],
        (), SECRETS, ("Sommerfest",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_not_read_or_names_people_is_in_no_part_of_the_copy(tmp_path: Path, case: str) -> None:
    sheet, rows, merged, hidden, shown = CASES[case]
    path = xlsx(tmp_path / "ein" / "Mappe.xlsx", {sheet: rows}, merged)
    check(copy_of(tmp_path, path), hidden, shown)


def test_a_heading_of_the_settings_means_people_in_the_copy_too(tmp_path: Path) -> None:
    settings = replace(SETTINGS, spalten={"Netzwerk": {"Person": ("Mitstreiter",)}})
    rows = [["Gruppe", "Institution", "Mitstreiter"], *PEOPLE, BROKEN_PROJECT]
    path = xlsx(tmp_path / "ein" / "Mappe.xlsx", {"Netzwerk": rows})
    check(copy_of(tmp_path, path, settings), SECRETS, ("Mitstreiter", "Volkshochschule", "Gemeinde Aue"))


def test_a_heading_of_the_settings_can_also_mean_that_a_column_is_read(tmp_path: Path) -> None:
    settings = replace(SETTINGS, spalten={"Treffen": {"Thema": ("Kontakt",)}})
    path = xlsx(tmp_path / "ein" / "Mappe.xlsx", {"Treffen": [["Datum", "Art", "Kontakt"], BROKEN]})
    check(copy_of(tmp_path, path, settings), (), ("Sommerfest",))


def test_what_lies_around_the_cells_carries_nobody_out(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "ein" / "Mappe.xlsx", {"Netzwerk": [[*NETWORK, "Notiz"], *PEOPLE, BROKEN_PROJECT, [], [*"xyz"]]}
    )
    book = openpyxl.load_workbook(path)
    sheet = book["Netzwerk"]
    sheet["B2"].hyperlink = "mailto:erika@example.org"
    sheet["C2"].comment = Comment("Erika ist krank", "Otto Beispiel")
    sheet["C3"] = CellRichText(TextBlock(InlineFont(b=True), "Otto"), " Beispiel")
    sheet["B3"] = CellRichText(TextBlock(InlineFont(b=True), "Gemeinde Aue"), " 0651 1234567")
    choice = DataValidation(type="list", formula1='"Erika,Otto"')
    choice.add("D2")
    sheet.add_data_validation(choice)
    sheet.conditional_formatting.add("C2:C9", FormulaRule(formula=['C2="Erika Mustermann"']))
    book.defined_names["Leitung"] = DefinedName("Leitung", attr_text='"Erika Mustermann"')
    people = Table(displayName="Helfer", ref="F1:F3")
    sheet["F1"], sheet["F2"] = "Erika Mustermann", "ja"
    sheet.add_table(people)
    book.save(path)
    copy = copy_of(tmp_path, path)
    check(copy, (*SECRETS[:3], "erika@", "1234567"), ("Volkshochschule", "Gemeinde Aue"))
    openpyxl.load_workbook(copy)


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        pytest.param(["Erika Mustermann", "Arbeitskreis", "Sommerfest"], "A2", id="a name instead of a date"),
        pytest.param(["Kontakt: Erika Mustermann"], "A2", id="a note"),
    ],
)
def test_a_blanked_cell_still_shows_its_mark(tmp_path: Path, row: list[str], cell: str) -> None:
    path = xlsx(tmp_path / "ein" / "Mappe.xlsx", {"Treffen": [MEETINGS, row, [date(2017, 3, 1), "Treffen", "Rat"]]})
    copy = copy_of(tmp_path, path)
    check(copy, SECRETS, ("Rat",))
    marked_cell = openpyxl.load_workbook(copy)["Treffen"][cell]
    assert marked_cell.value == "…"
    assert marked_cell.comment is not None
    assert "→" in marked_cell.comment.text
    assert marked_cell.fill.fgColor.rgb in ("FFFFE08A", "FFCFE3F2")


def test_numbers_days_and_formulas_that_are_read_stay(tmp_path: Path) -> None:
    rows = [[*MEETINGS, "Teilnehmerzahl", "Kosten"], [*BROKEN, 12, 34], [date(2017, 3, 1), "Rat", "Bau", "=D2*2", 56]]
    path = xlsx(tmp_path / "ein" / "Mappe.xlsx", {"Treffen": rows})
    sheet = openpyxl.load_workbook(copy_of(tmp_path, path))["Treffen"]
    assert [[cell.value for cell in row] for row in sheet["D1:E3"]] == [
        ["Teilnehmerzahl", "Kosten"],
        [12, "…"],
        ["=D2*2", "…"],
    ]
    assert sheet["A3"].value.date() == date(2017, 3, 1)
