"""A confidential list: counted, and nothing of it shown from which a few could be known."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from pipeline.outputs.export_tables import tidy_tables
from pipeline.outputs.figures_file import as_json
from pipeline.topics.lists.figures import _shown
from tests.topics.lists.office import office

SECRETS = ("Frau Kern", "Schimmel", "Aktenzeichen 9")


def cases(reasons: list[str]) -> list[list[object]]:
    """Return a list of cases, two a month."""
    head = ["Datum", "Anlass", "Name", "Bemerkung"]
    rows = [
        [f"{i % 27 + 1:02}.{i // 2 % 12 + 1:02}.2024", one, "Frau Kern", "Aktenzeichen 9"]
        for i, one in enumerate(reasons)
    ]
    return [head, *rows]


def test_no_row_and_no_small_number_of_a_confidential_list_leaves_the_house(tmp_path: Path) -> None:
    made = office(tmp_path, {"Fälle": cases(["Wohnen"] * 9 + ["Schulden"] * 8 + ["Schimmel"])})
    assert made.value("allgemein.beratungen.2024.anzahl") == (18, "Beratungen", False)
    shown = {key: figure.value for key, figure in made.figures.items() if "beratungen" in key}
    assert "allgemein.beratungen.2024.anlass.schimmel.anzahl" not in shown
    assert "allgemein.beratungen.2024.anlass.schulden.anzahl" not in shown  # else 18 - 9 - 8 were known
    everything = json.dumps(list(as_json(made.figures, made.tables)), ensure_ascii=False) + made.text
    everything += str(tidy_tables(made.tables)) + str(made.problems) + str(made.charts)
    assert not any(secret in everything for secret in SECRETS)
    sources = [s for f in as_json(made.figures, made.tables) if "beratungen" in f["key"] for s in f["sources"]]
    assert {tuple(source["rows"]) for source in sources} == {()}
    assert {source["number"] for source in sources} >= {18}


def test_the_marked_copy_of_a_confidential_sheet_shows_no_cell(tmp_path: Path) -> None:
    made = office(tmp_path, {"Fälle": cases(["Wohnen"] * 9)})
    (sheet,) = made.tables.shareable
    assert {(area.first, area.last) for area in sheet.areas} == {(1, 1)}


def test_an_unreadable_cell_of_a_confidential_list_is_not_quoted(tmp_path: Path) -> None:
    rows = cases(["Wohnen"] * 9)
    rows[3][0] = "beim Hausbesuch 3 in der Gartenstraße"
    made = office(tmp_path, {"Fälle": rows})
    assert any(p.code.startswith("datum-") for p in made.problems)
    assert "Gartenstraße" not in str(made.problems)


def test_a_confidential_list_of_few_entries_is_not_told(tmp_path: Path) -> None:
    made = office(tmp_path, {"Fälle": cases(["Wohnen"] * 4)})
    assert not [key for key in made.figures if "beratungen" in key]
    assert made.text == ""


@pytest.mark.parametrize("sizes", list(product((0, 1, 4, 5, 6, 9), repeat=3)))
def test_what_is_shown_tells_of_no_few(sizes: tuple[int, ...]) -> None:
    parts = {place: list(range(size)) for place, size in enumerate(sizes)}
    shown = _shown(parts, 5)
    hidden = [size for place, size in enumerate(sizes) if place not in shown]
    whole = sum(sizes)
    assert all(len(ids) >= 5 or not ids or len(ids) == whole for ids in shown.values())
    assert not hidden or whole < 5 or sum(hidden) >= 5
    assert len([size for size in hidden if size]) != 1 or whole < 5
