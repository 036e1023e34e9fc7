"""The catalogue: every message that reading can give is there, and none that nobody gives."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import pipeline
from pipeline.base.catalogue import CATALOGUE, FILE, read
from pipeline.ingest.cells.amounts import AmountTrouble
from pipeline.ingest.cells.counts import CountTrouble
from pipeline.ingest.cells.dates import Trouble

# Codes that are put together from a beginning or an end and what was found.
MADE = [
    *(f"datum-{trouble}" for trouble in get_args(Trouble)),
    *(f"anzahl-{trouble}" for trouble in get_args(CountTrouble)),
    *(f"{kind}-unlesbar" for kind in ("jahr", "zahl")),
    *(f"menge-{trouble}" for trouble in get_args(AmountTrouble)),
]
PACKAGE = Path(pipeline.__file__).parent
ROOMS = {code: path.parent for path in PACKAGE.rglob(FILE) for code in read([path])}
SOURCES = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}


@pytest.mark.parametrize("code", MADE)
def test_a_code_that_is_put_together_is_in_the_catalogue(code: str) -> None:
    assert code in CATALOGUE


def test_every_code_that_the_child_may_answer_is_in_the_catalogue() -> None:
    child = Path(pipeline.__file__).parent / "ingest" / "files" / "reading_child.py"
    codes = re.findall(r"UnreadableFile\(\"([a-z-]+)\"|\"refused\":\s*\\?\"([a-z-]+)", child.read_text("utf-8"))
    assert codes
    assert {code for pair in codes for code in pair if code} <= set(CATALOGUE)


@pytest.mark.parametrize("code", sorted(set(CATALOGUE) - set(MADE)))
def test_a_message_is_given_by_the_room_that_words_it(code: str) -> None:
    assert any(f'"{code}"' in text for path, text in SOURCES.items() if path.is_relative_to(ROOMS[code]))


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_message_is_one_or_two_plain_sentences_and_says_what_to_do(code: str) -> None:
    kind = CATALOGUE[code]
    for text in (kind.message, kind.advice):
        assert re.search(r"[.?…}:][“)]?$", text), text
        assert '"' not in re.sub(r'("\w+" )?= "[^"]*"|"\{\w+\}"', "", text), text
        assert " - " not in text
    assert not kind.title.endswith(".")
