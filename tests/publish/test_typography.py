"""Row numbers as ranges, and words that break only where they may."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish.typography import SOFT_HYPHEN, hyphenated, ranges


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((), ""),
        ((7,), "7"),
        ((5, 6), "5, 6"),
        ((5, 6, 7, 8, 9, 12), "5–9, 12"),
        ((12, 5, 7, 6, 5), "5–7, 12"),
    ],
)
def test_ranges_are_compact(numbers: tuple[int, ...], shown: str) -> None:
    assert ranges(numbers) == shown


@given(st.lists(st.integers(1, 60)))
def test_ranges_name_every_number_once(numbers: list[int]) -> None:
    named = []
    for part in filter(None, ranges(tuple(numbers)).split(", ")):
        first, _, last = part.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == sorted(set(numbers))


def test_words_that_the_dictionary_breaks_wrongly_get_their_breaks() -> None:
    assert hyphenated("Öffentlichkeitsarbeit!") == "Öffentlich|keits|arbeit!".replace("|", SOFT_HYPHEN)


@given(st.text())
def test_hyphens_change_no_letter(text: str) -> None:
    assert hyphenated(text).replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
    assert re.sub(SOFT_HYPHEN, "", hyphenated("Netzwerkarbeit")) == "Netzwerkarbeit"
