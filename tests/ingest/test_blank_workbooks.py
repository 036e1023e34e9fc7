"""Blank workbooks: the reader knows them, ignores their example, and they are the same bytes every time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from pipeline.base.settings import ReportSettings, Settings
from pipeline.german.lexicon import lexicon
from pipeline.ingest import blank_workbooks
from pipeline.ingest.blank_workbooks import write_templates
from pipeline.topics.registry import tables
from pipeline.topics.survey.reading.details import FIELDS
from tests.ingest.drop import SETTINGS, balance, codes, read

WITH_LISTS = replace(
    SETTINGS, bericht=ReportSettings(projekte=("Integration", "Mobilität")), arten={"Austausch": "Gespräch"}
)


def test_every_table_gets_a_workbook_that_is_read_as_that_table_and_counts_nothing(tmp_path: Path) -> None:
    written = write_templates(tmp_path, WITH_LISTS, tables())
    assert sorted(path.stem for path in written) == sorted([*(table.title for table in tables().values()), "Umfrage"])
    found = read(tmp_path, WITH_LISTS)
    assert sorted(balance(found)) == sorted((table.title, table.name, 1, 0, 1) for table in tables().values())
    assert set(codes(found)) == {"zeile-beispiel", "umfrage-angaben-ohne-umfrage"}


def test_a_row_below_the_example_counts(tmp_path: Path) -> None:
    write_templates(tmp_path, SETTINGS, tables())
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
    write_templates(tmp_path, SETTINGS, tables())
    book = openpyxl.load_workbook(tmp_path / "Treffen.xlsx")
    for cell, typed in overwritten.items():
        book["Treffen"][cell] = typed
    (tmp_path / "in").mkdir()
    book.save(tmp_path / "in" / "Treffen.xlsx")
    found = read(tmp_path / "in")
    assert (codes(found), len(found["treffen"])) == (said, counts)


def offered(folder: Path, table: str, settings: Settings) -> dict[str, list[object]]:
    """Write the blank workbook and return heading -> the words that its list offers."""
    write_templates(folder, settings, tables())
    book = openpyxl.load_workbook(folder / f"{table}.xlsx")
    sheet, found = book[table], {}
    for rule in sheet.data_validations.dataValidation:
        name, cells = rule.formula1.split("!")
        place = str(rule.sqref).split(":")[0].replace("2", "1")
        found[str(sheet[place].value)] = [cell.value for (cell,) in book[name.strip("'")][cells.replace("$", "")]]
        assert not rule.showErrorMessage  # other words may be typed
    return found


def test_lists_offer_projects_and_kinds_of_the_settings_first(tmp_path: Path) -> None:
    arten = {"Jour fixe": "Gespräch", "Benefizkonzert": "Konzert", "Stammtisch": "Hock"}
    meetings, events = (
        offered(tmp_path, table, replace(WITH_LISTS, arten=arten)) for table in ("Treffen", "Veranstaltungen")
    )
    assert meetings["Projekt"] == events["Projekt"] == ["Integration", "Mobilität"]
    assert meetings["Art"][:5] == ["Jour fixe", "Stammtisch", "Gespräch", "Hock", "Arbeitskreis"]
    assert events["Format"][:5] == ["Benefizkonzert", "Stammtisch", "Konzert", "Hock", "Aktionstag"]
    assert not {"Konzert", "Benefizkonzert", "Lesung"} & set(meetings["Art"])
    assert not {"Gespräch", "Jour fixe", "Sitzung"} & set(events["Format"])


def test_a_new_association_is_offered_words_that_the_report_knows(tmp_path: Path) -> None:
    words = lexicon()
    for table, heading in (("Treffen", "Art"), ("Veranstaltungen", "Format"), ("Initiativen", "Art")):
        found = offered(tmp_path, table, SETTINGS)
        assert "Projekt" not in found
        known = words.phrase if table == "Initiativen" else words.occasion
        assert len(found[heading]) > 5
        assert [word for word in found[heading] if known(str(word)) is None] == []


def test_headings_are_explained_and_dates_look_like_dates(tmp_path: Path) -> None:
    write_templates(tmp_path, SETTINGS, tables())
    sheet = openpyxl.load_workbook(tmp_path / "Treffen.xlsx")["Treffen"]
    assert sheet["A2"].number_format == "dd.mm.yyyy"
    assert sheet["A1"].comment is not None


def test_the_same_settings_give_the_same_bytes(tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in write_templates(tmp_path / "a", WITH_LISTS, tables())}
    second = {path.name: path.read_bytes() for path in write_templates(tmp_path / "b", WITH_LISTS, tables())}
    assert first == second


def test_a_workbook_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Treffen.xlsx").write_bytes(b"x")
    written = write_templates(tmp_path, SETTINGS, tables())
    assert "Treffen" not in [path.stem for path in written]
    assert (tmp_path / "Treffen.xlsx").read_bytes() == b"x"


def test_the_survey_reader_knows_every_detail_that_the_workbook_asks_for() -> None:
    known = {word for words in FIELDS.values() for word in words}
    assert {name.casefold() for name, _ in blank_workbooks._SURVEY_DETAILS} <= known
