"""Names of people that a list holds: known while files are read, so that they can be taken out of texts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from ...german.nothing import kind_of_nothing

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
TITLES = frozenset(("frau", "herr", "herrn", "hr", "fr", "dr", "prof", "dipl", "ing", "med", "phil", "jur"))
_MOST_WORDS = 4  # of a name
_NOTHING_LEFT = re.compile(r"\(\W*\)|\[\W*\]")


def ways_to_say(cells: Iterable[str]) -> Iterator[str]:
    """Yield how somebody whose names stand in these cells may be called: „erika muster“, „muster erika“."""
    named = (cell for cell in cells if not kind_of_nothing(cell, "namen"))
    words = [word.casefold() for cell in named for word in _WORD.findall(cell) if word.casefold() not in TITLES]
    if 2 <= len(words) <= _MOST_WORDS:
        yield " ".join(words)
        yield " ".join((*words[1:], words[0]))
        yield " ".join((words[-1], *words[:-1]))


def without_people(text: str, people: Container[str], mark: str = "") -> str:
    """Return a text in which `mark` stands for the full names of people, titles included."""
    words = list(_WORD.finditer(text))
    folded = [word[0].casefold() for word in words]
    left, end, place = "", 0, 0
    while place < len(words):
        lengths = range(min(_MOST_WORDS, len(words) - place), 1, -1)
        length = next((n for n in lengths if " ".join(folded[place : place + n]) in people), 0)
        if length:
            first = place
            while first and folded[first - 1] in TITLES and words[first - 1].start() >= end:
                first -= 1
            left += text[end : words[first].start()] + mark
            end = words[place + length - 1].end()
        place += length or 1
    return left + text[end:] if end else text


def without_people_in_name(name: str, people: Container[str]) -> str:
    """Return the name of an organisation or group without people: „DRK (Erika Muster)“ is „DRK“."""
    shorter = without_people(name, people)
    return name if shorter == name else " ".join(_NOTHING_LEFT.sub(" ", shorter).split()).strip(" ,;:/–-")


_ANYBODY = re.compile(
    r"(?i)(?:privat|einzel)?person(?:en)?|privat|anonym|ehrenamtliche[rs]?|freiwillige[rs]?|mitglied|gast|"
    r"teilnehmer(?:in)?|herr|frau"
)


def is_anybody(name: str) -> bool:
    """Tell whether a word stands where a name belongs and names nobody: „Privatperson“, „N. N.“."""
    return _ANYBODY.fullmatch(name) is not None or kind_of_nothing(name, "namen") not in ("", "ditto")
