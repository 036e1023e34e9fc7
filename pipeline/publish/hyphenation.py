"""Where German words may break: what the hyphenation dictionary gets wrong in words that reports are full of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# Part of a compound -> whether it may always begin a line, and which breaks around its first letter are wrong
# (-1: one letter before it, 1: after its first letter), as in „Netzwerk-a-r-beit“, „Arbeit-s-agentur“, „Kultu-ra-bend“.
_PARTS = {
    "arbeit": (True, (-1, 1)),
    "agentur": (True, (-1, 1)),
    "orientierung": (True, (-1, 1)),
    "abend": (False, (-1, 1)),
    "amt": (False, (-1, 1)),
    "ämter": (False, (-1, 1)),
}


def corrected(word: str, breaks: Sequence[int]) -> list[int]:
    """Return the places where `word` may break, given those of the dictionary."""
    lower, found = word.lower(), set(breaks)
    for part, (begins, wrong) in _PARTS.items():
        start = lower.find(part, 1)
        while start > 0:
            found -= {start + offset for offset in wrong}
            if begins:
                found.add(start)
            start = lower.find(part, start + 1)
    return sorted(found)


def correct(dictionary: Any) -> None:
    """Make a dictionary of Pyphen (`Pyphen.hd`) break words as `corrected` says."""
    from pyphen import DataInt

    original = dictionary.positions

    def positions(word: str) -> list[Any]:
        known = {int(place): place for place in original(word)}
        return [known.get(place) or DataInt(place) for place in corrected(word, list(known))]

    dictionary.positions = positions
