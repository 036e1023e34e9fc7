"""What a sheet is, told by its name and its headings."""

from __future__ import annotations

import pytest

from pipeline.ingest.layout.recognition import has_own_name
from pipeline.ingest.sheets import Sheet


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Tabelle1", False), ("Blatt 2", False), ("2017", False), ("März", False), ("Mrz 2017", False),
        ("Sept. 2018", False), ("Mai", False), ("2. Halbjahr", True),
        ("Maifest", True), ("Märchen", True), ("Junioren 2017", True), ("Oktoberfest", True), ("Augenblicke", True),
    ],
)  # fmt: skip
def test_a_month_is_no_name_of_a_sheet_and_what_begins_like_one_is(name: str, own: bool) -> None:
    assert has_own_name(Sheet("a.xlsx", name, ())) is own
