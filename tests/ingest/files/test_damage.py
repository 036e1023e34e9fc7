"""Damaged files: whatever happens to the bytes of a real workbook, it is read or named, and nothing crashes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.fingerprint import ROOT
from pipeline.base.settings import OwnOrganisation, Settings
from tests.steps import read

SETTINGS = Settings(organisation=OwnOrganisation(name="Verein"))
WORKBOOKS = {path.name: path.read_bytes() for path in sorted((ROOT / "inputs").iterdir()) if path.suffix != ".toml"}

changes = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(["set", "cut", "double"]), st.binary(max_size=6)),
    min_size=1,
    max_size=6,
)


def damaged(content: bytes, harm: list[tuple[float, str, bytes]]) -> bytes:
    """Return the content with bytes overwritten, its end cut off, or a stretch of it written twice."""
    for share, way, put in harm:
        place = int(share * len(content))
        match way:
            case "set":
                content = content[:place] + put + content[place + len(put) :]
            case "cut":
                content = content[: max(place, 1)]
            case "double":
                content = content[:place] + content[max(0, place - 200) :]
    return content


@pytest.mark.parametrize("name", WORKBOOKS)
@settings(max_examples=12, deadline=None, derandomize=True)
@given(harm=changes)
def test_a_damaged_workbook_is_read_or_named(name: str, harm: list[tuple[float, str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(damaged(WORKBOOKS[name], harm))
        tables = read(Path(folder), SETTINGS)
    assert name in {found.file for found in tables.problems} | {sheet.file for sheet in tables.balance}
    assert all(sheet.read == sheet.used + sheet.set_aside for sheet in tables.balance)
