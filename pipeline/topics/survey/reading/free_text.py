"""Answers in people's own words: whether a question was answered so, and whether such an answer says anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from ....german.nothing import kind_of_nothing

_CHOSEN = frozenset(("ja", "nein", "no"))  # by a tick, too
_ASKS_FOR_WORDS = re.compile(
    r"(?i)\b(wünsch\w*|wunsch|vorschl\w+|idee\w*|verbesser\w*|fehlt|vermiss\w*|warum|weshalb|wieso|begründ\w*"
    r"|was (war|hat|stört|störte|gefiel|können wir|sollen wir|sollten wir|müssen wir|würden)"
    r"|sonst noch|möchten (sie|du) uns|uns (noch )?(sagen|mitteilen|mitgeben)|lob|kritik|feedback|rückmeldung|erwart\w+"
    r"|wish\w*|suggest\w*|improve\w*|missing|why)\b"
)
_REMARKS = re.compile(r"(?i)\b(anmerkung|bemerkung|kommentar|anregung|freitext|lob und kritik|comment)")
_MANY_PEOPLE = 20  # among fewer, an option that only one chose is nothing strange
REST = "Sonstiges"
TYPED = f"Was nur eine Person geschrieben hat, zählt als „{REST}“."


def is_rest(label: str) -> bool:
    """Tell whether an option gathers what no other option says („Sonstiges“)."""
    return label.casefold().startswith(("sonstige", "andere", "anderes", "other", "weitere"))


def is_dash(text: str) -> bool:
    """Tell whether a cell was filled with nothing but „-“ or „/“."""
    return not text.strip() or (kind_of_nothing(text, "antwort") == "unknown" and not any(map(str.isalnum, text)))


def says_something(text: str) -> bool:
    """Tell whether an open answer holds more than „-“, „keine“ or „nix“."""
    return not kind_of_nothing(text, "freitext") and any(map(str.isalnum, text))


def without_end(text: str) -> str:
    """Return an answer without what people put at its end or leave away, as its spellings are compared."""
    return text.casefold().rstrip(" .!…")


def are_remarks(question: str) -> bool:
    """Tell whether a question asks for remarks: even where they repeat, nobody chose them."""
    return bool(_REMARKS.search(question))


def are_written(question: str, texts: Collection[str]) -> bool:
    """Tell whether people wrote these answers themselves although many repeat; of three signs two must be there.

    The question asks for words; some answers say nothing („nix“); some end like sentences and others do not.
    """
    empty = any(not says_something(text) and not _may_be_chosen(text) for text in texts)
    return sum((bool(_ASKS_FOR_WORDS.search(question)), empty, _end_differently(texts))) >= 2


def _may_be_chosen(text: str) -> bool:
    """Tell whether a text that says nothing may be an option that a tool offers: „keine Angabe“, but not „nix“."""
    return not is_dash(text) and (without_end(text) in _CHOSEN or kind_of_nothing(text, "antwort") != "")


def typed_by_one(count: Mapping[str, int], people: int) -> frozenset[str]:
    """Return those among the options of many people that somebody typed: of several words, and nobody else's."""
    return frozenset(text for text, n in count.items() if n == 1 and len(text.split()) > 1 and people >= _MANY_PEOPLE)


def _end_differently(texts: Iterable[str]) -> bool:
    ends = {text.rstrip().endswith((".", "!", "?")) for text in texts if len(text.split()) > 2}
    return len(ends) > 1
