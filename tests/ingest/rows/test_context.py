"""What sheets, files, titles and rows say about the year and month of dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.drop import HEAD, codes, dates, places, read, xlsx


def test_month_sheets_give_dates_their_year_and_month(tmp_path: Path) -> None:
    xlsx(
        tmp_path / "Treffen 2017.xlsx",
        {
            "März": [["Datum", "Art"], ["14.", "Gespräch"], [15, "Gespräch"]],
            "April": [["Datum", "Art"], ["3.4.", "Rat"]],
        },
    )
    assert dates(read(tmp_path)) == ["14.03.2017", "15.03.2017", "03.04.2017"]


@pytest.mark.parametrize(
    ("file", "sheet", "title"),
    [("a", "2017", None), ("a", "Treffen 2017", None), ("a", "x", "Treffen im Jahr 2017"), ("Treffen_2017", "x", None)],
)
def test_the_year_comes_from_sheet_title_or_file(tmp_path: Path, file: str, sheet: str, title: str | None) -> None:
    xlsx(tmp_path / f"{file}.xlsx", {sheet: [[title], ["Datum", "Art"], ["14.3.", "Gespräch"]]})
    assert dates(read(tmp_path)) == ["14.03.2017"]


def test_tables_below_each_other_take_the_nearest_title(tmp_path: Path) -> None:
    head = ["Datum", "Thema", "Beteiligte"]
    rows = [
        ["Treffen"], ["März 2016"], head, ["14.", "Rückblick 2009"], ["15.", "B"], ["April 2017"], head, ["3.", "C"],
        head, ["4.4.", "D"],
    ]  # fmt: skip
    xlsx(tmp_path / "a.xlsx", rows)
    found = read(tmp_path)
    assert dates(found) == ["14.03.2016", "15.03.2016", "03.04.2017", "04.04.2017"]
    assert [(p.code, p.row) for p in found.problems] == [("zeilen-abschnitte", 6)]


def test_a_sheet_of_several_years_gives_no_year(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", {"2016 - 2017": [["Datum", "Thema", "Beteiligte"], ["14.3.", "A"]]})
    assert codes(read(tmp_path)) == ["datum-ohne-jahr"]


def test_a_year_that_does_not_fit_its_sheet_is_a_warning_once_a_year(tmp_path: Path) -> None:
    rows = [["Datum", "Thema", "Beteiligte"], ["2.1.2022", "A"], ["3.1.2022", "B"], ["4.1.2023", "C"]]
    xlsx(tmp_path / "a.xlsx", {"2023": rows})
    found = read(tmp_path)
    assert dates(found) == ["02.01.2022", "03.01.2022", "04.01.2023"]
    assert places(found, "jahr-passt-nicht") == [("a.xlsx", "2023", "A2", 2)]
    assert "Zeilen 2 und 3" in found.problems[0].message


def test_a_year_or_month_alone_in_its_row_stands_for_the_rows_below_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Tag", "Sitzung"], ["2016"], ["1.2.", "Gespräch"], [2017], ["3.2.", "Gespräch"],
        ["März"], [5, "Gespräch"], ["15", "Gespräch"], ["April 2018"], ["6.", "Gespräch"], ["4.5.2018", "Gespräch"],
        [None, "Mai:"], [7, "Gespräch"],
    ]  # fmt: skip
    xlsx(tmp_path / "Sitzungen bis 2017.xlsx", rows)
    found = read(tmp_path)
    assert dates(found) == [
        "01.02.2016",
        "03.02.2017",
        "05.03.2017",
        "15.03.2017",
        "06.04.2018",
        "04.05.2018",
        "07.05.2018",
    ]
    assert codes(found) == ["zeilen-abschnitte"]


@pytest.mark.parametrize(
    ("title", "when"),
    [
        ("Treffen 2017", "05.05.2017"), ("2017", "05.05.2017"), ("Jahresprogramm 2017", "05.05.2017"),
        ("Arbeitskreis Agenda 2030", "05.05.2018"), ("Zukunftsregion 2025 e. V.", "05.05.2018"),
        ("gegründet 1987", "05.05.2018"), ("Runder Tisch 2018", "05.05.2018"),
    ],
)  # fmt: skip
def test_a_title_claims_a_year_only_if_it_speaks_of_the_list(tmp_path: Path, title: str, when: str) -> None:
    rows = [[title], [], HEAD, ["5.5.", "Gespräch"], ["6.6.2018" if "2017" not in title else "6.6.2017", "Gespräch"]]
    xlsx(tmp_path / "Treffen 2018.xlsx", rows)
    found = read(tmp_path)
    assert dates(found)[0] == when
    assert codes(found) == []


@pytest.mark.parametrize(
    ("head", "row", "when"),
    [
        (["Jahr", "Datum", "Sitzung"], [2016, "1.2.", "Rat"], "01.02.2016"),
        (["Jahr", "Monat", "Tag", "Sitzung"], [2016, "März", 5, "Rat"], "05.03.2016"),
        (["Jahr", "Monat", "Tag", "Sitzung"], [2016, 3, "5.", "Rat"], "05.03.2016"),
        (["Jahr", "Datum", "Sitzung"], [2016, "1.2.2015", "Rat"], "01.02.2015"),
    ],
)
def test_year_and_month_may_stand_in_columns_of_their_own(
    tmp_path: Path, head: list[str], row: list[object], when: str
) -> None:
    xlsx(tmp_path / "Treffen 2018.xlsx", [head, row])
    assert dates(read(tmp_path)) == [when]


@pytest.mark.parametrize("name", ["Jugend 2018", "VHS 2018", "Sommerfest 2018"])
def test_the_only_year_that_stands_anywhere_is_the_year(tmp_path: Path, name: str) -> None:
    xlsx(tmp_path / "a.xlsx", {name: [HEAD, ["5.5.", "Gespräch", "A"]]})
    found = read(tmp_path)
    assert dates(found) == ["05.05.2018"]
    assert codes(found) == ["jahr-aus-dem-namen"]


def test_a_year_typed_once_in_its_column_stands_for_the_rows_below(tmp_path: Path) -> None:
    rows = [["Jahr", "Datum", "Sitzung"], [2016, "1.2.", "Rat"], [None, "2.3.", "Rat"], [2017, "3.4.", "Rat"]]
    xlsx(tmp_path / "Treffen 2018.xlsx", [*rows, [], [None, "5.4.", "Rat"]])
    assert dates(read(tmp_path)) == ["01.02.2016", "02.03.2016", "03.04.2017", "05.04.2017"]
