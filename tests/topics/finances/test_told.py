"""What a report says of income and expenses: figures, sentences, the chart, and the annex for a treasurer."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.base.figures import Figures
from pipeline.base.marks import plain
from pipeline.publish.templates import TEMPLATES
from pipeline.topics.annex import AnnexScope
from pipeline.topics.finances.annex import ANNEX, Account
from tests import steps
from tests.ingest.drop import SETTINGS, read, xlsx

HEAD = ["Position", "Bereich", "Art", "Betrag", "Jahr", "Projekt"]
ROWS = [
    ["Beiträge", "Verein", "Einnahme", 90_000, 2024],
    ["Spenden", "Verein", "Einnahme", "1.200,00", 2024],
    ["Trainer", "Jugend", "Ausgabe", 12_000.4, 2024],
    ["Trikots", "Jugend", "Ausgabe", 99.5, 2024],
    ["Hallenmiete", "Halle", "Ausgabe", 80_000, 2024],
    ["Beiträge", "Verein", "Einnahme", 80_000, 2023],
    ["Hallenmiete", "Halle", "Ausgabe", 80_000, 2023],
]


def counted(tmp_path: Path, rows: list[list[Any]], year: int = 2024) -> tuple[Any, Figures]:
    """Return what is read and counted of a list of finances."""
    xlsx(tmp_path / "Finanzen.xlsx", {"Finanzen": [HEAD, *rows]})
    found = read(tmp_path)
    return found, steps.count(found, SETTINGS, year)


def told(tmp_path: Path, rows: list[list[Any]]) -> tuple[list[tuple[str, str]], str]:
    """Return the titles of chapter and section and the text of the one chapter."""
    found, figures = counted(tmp_path, rows)
    chapters, problems = steps.write(found, figures, SETTINGS, 2024, TEMPLATES)
    assert problems == ()
    titles = [(chapter.title, section.title) for chapter in chapters for section in chapter.sections]
    parts = (p.text for chapter in chapters for section in chapter.sections for p in section.paragraphs)
    return titles, " ".join(parts).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("allgemein.finanzen.2024.einnahmen", "91200"), ("allgemein.finanzen.2024.ausgaben", "92099.90"),
        ("allgemein.finanzen.2024.ergebnis", "-899.90"), ("gesamt.finanzen.2024.ergebnis", "-899.90"),
        ("allgemein.finanzen.2023.ergebnis", "0"), ("allgemein.finanzen.2024.bereich.jugend.ausgaben", "12099.90"),
        ("allgemein.finanzen.2024.bereich.verein.position.spenden.einnahmen", "1200"),
    ],
)  # fmt: skip
def test_sums_are_exact(tmp_path: Path, key: str, value: str) -> None:
    _, figures = counted(tmp_path, ROWS)
    assert figures[key].value == Decimal(value)
    assert not figures[key].at_least


def test_projects_have_sums_of_their_own_and_all_have_one_together(tmp_path: Path) -> None:
    rows = [["Zuschuss", "", "Einnahme", 500, 2024, "Integration"], ["Beiträge", "", "Einnahme", 40, 2024, None]]
    _, figures = counted(tmp_path, rows)
    subjects = ("integration", "allgemein", "gesamt")
    assert [figures[f"{one}.finanzen.2024.einnahmen"].value for one in subjects] == [500, 40, 540]


def test_an_amount_that_is_not_known_makes_its_sums_least_and_leaves_no_result(tmp_path: Path) -> None:
    _, figures = counted(tmp_path, [*ROWS, ["Strom", "Halle", "Ausgabe", "folgt", 2024]])
    found = {
        name: figures[f"allgemein.finanzen.{name}"] for name in ("2024.einnahmen", "2024.ausgaben", "2024.ergebnis")
    }
    assert {name: one.at_least for name, one in found.items()} == {
        "2024.einnahmen": False, "2024.ausgaben": True, "2024.ergebnis": False,
    }  # fmt: skip
    assert found["2024.ergebnis"].value is None
    assert figures["allgemein.finanzen.2023.ergebnis"].value == 0
    assert figures["allgemein.finanzen.2024.bereich.halle.ergebnis"].value is None
    assert figures["allgemein.finanzen.2024.bereich.jugend.ergebnis"].value == Decimal("-12099.90")


def test_the_chapter_tells_sums_the_year_before_and_the_largest_areas(tmp_path: Path) -> None:
    titles, text = told(tmp_path, ROWS)
    assert titles == [("Finanzen", "")]
    assert text == (
        "Im Jahr 2024 standen Einnahmen von 91.200 Euro Ausgaben von 92.100 Euro gegenüber; es ergab sich ein "
        "Fehlbetrag von 899,90 Euro. Gegenüber dem Vorjahr waren die Einnahmen um 11.200 Euro (14 %) höher und die "
        "Ausgaben um 12.100 Euro (15 %) höher; das Ergebnis fiel um 899,90 Euro schlechter aus. Die "
        "höchsten Ausgaben hatten die "
        "Bereiche „Halle“ (80.000 Euro) und „Jugend“ (12.100 Euro)."
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Beiträge", "", "Einnahme", 87.5, 2024]],
         "Die Einnahmen des Jahres 2024 betrugen 87,50 Euro; Ausgaben gab es keine."),
        ([["Miete", "", "Ausgabe", 5, 2024]], "Die Ausgaben des Jahres 2024 betrugen 5 Euro; Einnahmen gab es keine."),
        ([["Beiträge", "", "Einnahme", 5, 2024], ["Miete", "", "Ausgabe", 5, 2024]], "das Ergebnis war ausgeglichen."),
        ([*ROWS, ["Strom", "Halle", "Ausgabe", "folgt", 2024]],
         "Ausgaben von mindestens 92.100 Euro gegenüber. Ein Ergebnis lässt sich nicht angeben, weil nicht alle "
         "Beträge bekannt sind. Die höchsten"),
        ([["Miete", "", "Ausgabe", 5, 2024], ["Strom", "", "Ausgabe", 7, 2024]],
         "Die größten Ausgaben waren „Strom“ (7 Euro) und „Miete“ (5 Euro)."),
    ],
)  # fmt: skip
def test_a_sentence_fits_what_there_is(tmp_path: Path, rows: list[list[Any]], expected: str) -> None:
    assert expected in told(tmp_path, rows)[1]


def test_nothing_is_told_where_no_row_belongs_to_the_year(tmp_path: Path) -> None:
    assert told(tmp_path, [["Beiträge", "", "Einnahme", 5, 2023]])[1] == ""


def test_areas_stand_beside_each_other_in_the_chart(tmp_path: Path) -> None:
    found, figures = counted(tmp_path, ROWS)
    (chart,) = steps.draw(found, figures, SETTINGS, 2024)
    assert plain(chart.finding).replace("\u00a0", " ") == "Am meisten ausgegeben wurde im Bereich „Halle“: 80.000 Euro."
    assert "Jugend Ausgaben 12.100" in chart.alternative


def test_years_stand_in_the_chart_where_there_are_no_areas(tmp_path: Path) -> None:
    rows = [[name, None, *rest] for name, _, *rest in ROWS]
    found, figures = counted(tmp_path, rows)
    (chart,) = steps.draw(found, figures, SETTINGS, 2024)
    assert plain(chart.finding).replace("\u00a0", " ") == "Die höchsten Einnahmen gab es im Jahr 2024: 91.200 Euro."


def account(tmp_path: Path, rows: list[list[Any]]) -> Account:
    """Return the one account of the annex."""
    found, figures = counted(tmp_path, rows)
    scope = AnnexScope(found, figures, SETTINGS, SETTINGS.organisation, 2024, {"allgemein": "Finanzen"})
    (one,) = ANNEX.names(scope)["alle_finanzen"]
    assert isinstance(one, Account)
    return one


def test_the_annex_has_every_cent_and_sums_that_add_up(tmp_path: Path) -> None:
    found = account(tmp_path, ROWS)
    assert found.columns == ("Einnahmen", "Ausgaben", "Ergebnis", "Ergebnis 2023")
    lines = [
        (group.title, line.name, *(cell.shown for cell in line.cells)) for group in found.groups for line in group.rows
    ]
    assert lines == [
        ("Halle", "Hallenmiete", "–", "80.000,00", "−80.000,00", "−80.000,00"),
        ("Jugend", "Trainer", "–", "12.000,40", "−12.000,40", "–"),
        ("Jugend", "Trikots", "–", "99,50", "−99,50", "–"),
        ("Jugend", "Summe", "–", "12.099,90", "−12.099,90", "–"),
        ("Verein", "Beiträge", "90.000,00", "–", "90.000,00", "80.000,00"),
        ("Verein", "Spenden", "1.200,00", "–", "1.200,00", "–"),
        ("Verein", "Summe", "91.200,00", "–", "91.200,00", "80.000,00"),
        ("", "Insgesamt", "91.200,00", "92.099,90", "−899,90", "0,00"),
    ]


def test_the_annex_has_no_cents_where_no_amount_has_any_and_no_year_before_without_one(tmp_path: Path) -> None:
    found = account(tmp_path, [["Beiträge", "", "Einnahme", 1500, 2024]])
    cells = [[cell.shown for cell in line.cells] for group in found.groups for line in group.rows]
    assert cells == [["1.500", "–", "1.500"], ["1.500", "–", "1.500"]]
