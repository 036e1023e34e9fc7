"""Where German words may break: what the hyphenation dictionary gets wrong in words that reports are full of.

Its patterns know no words, so that it breaks compounds beside their seams: „Abendt-hema“, „Krötenzau-naktion“. The
lexicon knows in which words compounds end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any

from ...german.lexicon import lexicon
from ...german.nouns import dative_plural

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


_SHORTEST = 4  # letters of a last part; „rat“ would be found in „Demokrat“
_SURELY_WORDS = 7  # what stands before a last part and is longer is no mere beginning, as in „Attr-aktion“
_BETWEEN = ("", "s", "es", "n", "en")  # what joins the parts of a compound


def corrected(word: str, breaks: Sequence[int]) -> list[int]:
    """Return the places where `word` may break, given those of the dictionary."""
    lower, places = word.lower(), set(breaks)
    for seam in _seams(lower, places):
        places = places - {seam - 1, seam + 1} | {seam}
    for part, (begins, wrong) in _PARTS.items():
        start = lower.find(part, 1)
        while start > 0:
            places -= {start + offset for offset in wrong}
            if begins:
                places.add(start)
            start = lower.find(part, start + 1)
    return sorted(places)


def _seams(word: str, breaks: Collection[int]) -> Iterator[int]:
    """Yield where the known words begin in which a compound ends, from its end on.

    What stands before is known, too, or it is long and the dictionary breaks the word nearby.
    """
    nouns = _nouns()
    for seam in range(_SHORTEST, len(word) - _SHORTEST + 1):
        if word[seam:] not in nouns:
            continue
        before = _stem(word[:seam])
        if before in nouns:
            yield seam
            yield from _seams(before, breaks)
        elif seam >= _SURELY_WORDS and {seam - 1, seam, seam + 1} & set(breaks):
            yield seam
        return


def _stem(part: str) -> str:
    """Return the part of a compound without what joins it to the next, where that makes it a known word."""
    stems = (part.removesuffix(joint) for joint in _BETWEEN if part.endswith(joint))
    return next((stem for stem in stems if stem in _nouns()), part)


@cache
def _nouns() -> frozenset[str]:
    """Return all known nouns in lower case, singular and plural, as they end compounds."""
    forms = {form.lower() for noun in lexicon().nouns.values() for form in (noun.singular, noun.plural) if form}
    return frozenset(forms | {dative_plural(noun.plural.lower()) for noun in lexicon().nouns.values() if noun.plural})


def correct(dictionary: Any) -> None:
    """Make a dictionary of Pyphen (`Pyphen.hd`) break words as `corrected` says."""
    from pyphen import DataInt

    original = dictionary.positions

    def positions(word: str) -> list[Any]:
        known = {int(place): place for place in original(word)}
        return [known.get(place) or DataInt(place) for place in corrected(word, list(known))]

    dictionary.positions = positions
