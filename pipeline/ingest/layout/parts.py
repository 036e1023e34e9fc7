"""Numbers of people in several columns: the whole („Teilnehmer gesamt“) and its parts („Teilnehmer (w)“)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ..word_lists import pattern_of, word_lists

_WORDS = word_lists(Path(__file__).with_name("words.toml"))["zahlen_von_menschen"]
_WHOLE = re.compile(rf"(?i)\b{pattern_of(_WORDS['ganze'])}(?!\w)")
_PART = re.compile(rf"(?i)\b{pattern_of(_WORDS['teile'])}\b\.?")
_ALL_OF_THEM = re.compile(r"(?i)\b[mwdfx](?:/[mwdfx]){1,2}\b")  # „Teilnehmer (m/w/d)“


def no_whole(headings: Iterable[tuple[int, str]]) -> set[int]:
    """Return which headings mean no whole number of people, though they would without a remark: „Teilnehmer (w)“.

    `headings` are those that only mean it when what stands in brackets or after a stroke is left out. Several of them
    are parts of a whole, of which at most one says that it is the whole.
    """
    loose = list(headings)
    whole = {place for place, typed in loose if _WHOLE.search(typed)}
    parts = {place for place, typed in loose if is_part(typed) and place not in whole}
    rest = {place for place, _ in loose}
    return rest - whole if whole else rest if len(rest) > 1 else parts


def is_part(typed: str) -> bool:
    """Tell whether a heading speaks of a part of the people."""
    return _PART.search(_ALL_OF_THEM.sub("", typed)) is not None


def without_whole(typed: str) -> str:
    """Return a heading without the word by which it says that it is the whole: „Besucher Summe“."""
    return _WHOLE.sub(" ", typed)
