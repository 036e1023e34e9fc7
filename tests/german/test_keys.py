"""Names as parts of keys."""

from __future__ import annotations

import pytest

from pipeline.german.keys import key_part


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Öffentlicher Verkehr", "oeffentlicher-verkehr"),
        ("  A & B ", "a-b"),
        ("", "allgemein"),
        ("  ", "allgemein"),
        ("中文", "u4e2d-u6587"),
        ("***", "u2a-u2a-u2a"),
    ],
)
def test_every_name_has_a_part_of_its_own(name: str, part: str) -> None:
    assert key_part(name) == part
