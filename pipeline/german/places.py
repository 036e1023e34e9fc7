"""Where something was: „in Prüm“, „im Eifelkreis Bitburg-Prüm“, „in der IHK“, „auf dem Marktplatz“, „online“."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .enumerations import listing
from .grammar import Case, article, contract
from .lexicon import Lexicon
from .organisations import Organisation, Organisations

_PREPOSITIONS = frozenset(["in", "im", "am", "an", "auf", "bei", "beim", "zu", "zum", "zur", "vor", "über", "unter"])
_ADVERBS = ("online", "digital", "virtuell", "hybrid")
_TOWNS = ("Bad", "Sankt", "St.", "Neu", "Groß", "Klein", "Alt")


def at(place: str, known: Organisations) -> str:
    """Return a place with its preposition; "" where the words do not tell (see `needs_preposition`)."""
    place = " ".join(place.split())
    words = known.words
    several = [part for part in _SEVERAL.split(place) if part]
    if len(several) > 1:
        return _all(several, known)
    if not place:
        return ""
    first = place.split()[0]
    if place.lower() in words.fixed_places:
        return words.fixed_places[place.lower()]
    if first.lower() in _ADVERBS:
        return place[0].lower() + place[1:]
    if first in _PREPOSITIONS:
        return place
    if place in words.islands:
        return f"auf {place}"
    for names, preposition in ((words.landscapes, "in"), (words.rivers, "an")):
        if place in names:
            return contract(preposition, f"{article('der', names[place], Case.DAT)} {place}")
    if place.split()[-1].lower() in words.platforms:
        return f"per {place}"
    one = known.find(place)
    if one.gender is not None and one.key in {o.key for o in known.known.values()}:
        return contract(_preposition(_noun(one), words), one.with_article(Case.DAT))
    if ", " in place:
        where, _, more = place.partition(", ")
        return f"{at(where, known)} ({more})" if at(where, known) else ""
    if one.gender is not None and first not in _TOWNS and _building(_noun(one), words):
        return contract(_preposition(_noun(one), words), one.with_article(Case.DAT))
    return f"in {place}" if is_town(place, words) else ""


_SEVERAL = re.compile(r"\s*[;/]\s*")


def _all(places: Sequence[str], known: Organisations) -> str:
    """Return several places, a preposition that they share only once: „in Trier und Konz“; "" where one has none."""
    said = [at(place, known) for place in places]
    if not all(said):
        return ""
    if all(one == f"in {place}" for one, place in zip(said, places, strict=True)):
        return f"in {listing(places)}"
    return listing(said, last="und")


def _noun(one: Organisation) -> str:
    """Return the noun that says what a place is: „Rathaus“ of „Altes Rathaus“."""
    return one.phrase.noun.singular if one.phrase is not None else one.shown.split()[0]


def _building(word: str, words: Lexicon) -> bool:
    return word.lower().endswith(tuple(words.buildings))


def _preposition(word: str, words: Lexicon) -> str:
    ends = [end for end in words.prepositions if word.lower().endswith(end)]
    return words.prepositions[max(ends, key=len)] if ends else "in"


def is_town(place: str, words: Lexicon) -> bool:
    """Tell whether a name can be that of a town: one word, „Bad …“, „… am Main“, „Frankfurt (Oder)“.

    A word that is or ends in a common noun is none, unless towns end in that noun, too: „Mannheim“, „Geschäftsstelle“.
    """
    first, *rest = place.split()
    if rest:
        return first in _TOWNS or rest[0][:1] in "(a" or rest[0] in ("bei", "im", "in", "ob", "vor")
    head = words.head(first)
    if first.lower() in words.towns:
        return True
    if first.lower() == head or first.lower().endswith(words.unsure_places):
        return False
    return head in words.town_endings or words.noun(first) is None


def needs_preposition(place: str, known: Organisations) -> bool:
    """Tell whether a place can only be named in brackets because nobody knows „in“, „im“ or „in der“."""
    return bool(place.strip()) and not at(place, known)
