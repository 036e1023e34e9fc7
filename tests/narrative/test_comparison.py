"""The example's chapter tells every fact of the chapter that it follows."""

from __future__ import annotations

import tomllib

import pytest

from tests.comparison import SENTENCES, ours


def test_every_fact_has_a_sentence_beside_it() -> None:
    entries = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["satz"]
    assert [fact for entry in entries for fact in entry["fakten"]] == [f"F{n}" for n in range(1, 22)]


def test_a_lost_fact_is_noticed() -> None:
    with pytest.raises(AssertionError, match="Podiumsdiskussion"):
        ours(["Podiumsdiskussion"], ["Es gab einen Vortrag."])
