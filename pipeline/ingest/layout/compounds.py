"""Headings of several words, as German builds them: „Datum der Sitzung“, „Sitzungsort“, „erwartete TN-Zahl“."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import dropwhile
from pathlib import Path

from ...base.names import folded
from ...german.lexicon import lexicon
from ..word_lists import pattern_of, word_lists

WORDS = Path(__file__).with_name("words.toml")
_WORDS = word_lists(WORDS)
_OCCASION, _PEOPLE = _WORDS["anlaesse"], _WORDS["zahlen_von_menschen"]
_ARTICLES = frozenset(map(folded, _OCCASION["artikel"]))
_NEVER = frozenset(folded(words) for words in _OCCASION["nie"])
_INSTEAD = {folded(word): folded(meant) for word, meant in _OCCASION["statt"].items()}
_ENDINGS = ("", "s", "es", "en", "n", "e")  # of a case, or between the parts of a compound
_PREFIX = 3  # letters that make a word of their own before an occasion: „Fachforum“; an „Ablauf“ is no „Lauf“
_MOST_WORDS, _LONGEST = 6, 60  # of a heading; a longer text is none


@cache
def _occasions() -> dict[str, str]:
    """Return key of an occasion, in singular and plural -> its key in the singular."""
    words = lexicon()
    out = frozenset(map(folded, _OCCASION["keine"]))
    known = (words.nouns[head] for head in words.occasions if folded(head) not in out)
    forms = {folded(form): folded(noun.singular) for noun in known for form in (noun.singular, noun.plural) if form}
    return forms | {folded(word): folded(word) for word in _OCCASION["weitere"]}


@lru_cache(maxsize=20_000)
def occasion_in(word: str) -> str:
    """Return the occasion in which a word ends, both as keys: „sitzung“ of „vorstandssitzungen“; "" if none."""
    known = _occasions()
    bases = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    for start in (0, *range(_PREFIX, len(word))):
        for base in bases:
            if (occasion := known.get(base[start:])) is not None:
                return occasion
    return ""


@lru_cache(maxsize=20_000)
def heads(typed: str, known: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return which of the `known` keys a heading means that says its occasion, and this: „datum“, „sitzung“."""
    words = [folded(word) for word in _words(typed)] if len(typed) <= _LONGEST else []
    if not 0 < len(words) <= _MOST_WORDS or "".join(words) in _NEVER:
        return ()
    found = ((_INSTEAD.get(key, key), occasion) for key, occasion in _ways_to_part(words) if occasion)
    return tuple(dict.fromkeys((key, occasion) for key, occasion in found if key in known))


def _ways_to_part(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    first, last = words[0], words[-1]
    if len(words) > 1:
        before = dropwhile(_ARTICLES.__contains__, reversed(words[:-1]))
        yield "".join(reversed([*before])), occasion_in(last)
        yield "".join(words[1:]), occasion_in(first)
    else:
        yield from ((first[i:], occasion_in(first[:i])) for i in range(_PREFIX, len(first) - 1))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


# In a remark it makes another thing of a heading: „Datum (Anmeldung)“.
MEANS_OTHERWISE = re.compile(f"(?i){pattern_of(_OCCASION['andere_bedeutung'])}")


def names_one_of(typed: str, keys: frozenset[str]) -> bool:
    """Tell whether a heading is one of the keys, whatever occasion it speaks of: „Thema der Sitzung“ is „Thema“."""
    return re.sub("[^a-z0-9]", "", folded(typed)) in keys or bool(heads(typed, keys))


def pattern_of_keys(words: Sequence[str]) -> str:
    """Return the regular expression that the keys of any of the words fit."""
    longest_first = pattern_of(sorted(words, key=len, reverse=True)).lower()
    return re.sub("[äöüß]", lambda letter: folded(letter[0]), longest_first)


_BEFORE = pattern_of_keys(_PEOPLE["erwartet_davor"])
_CAME, _WAITED_FOR, _ALL = (pattern_of_keys(_PEOPLE[name]) for name in ("gekommen", "erwartet", "alle"))
_OTHERS = "|".join(
    (_CAME, _WAITED_FOR, _ALL, pattern_of_keys(_PEOPLE["zahlen"]), pattern_of_keys(_PEOPLE["fuellwoerter"]))
)
_NOUN = rf"{pattern_of_keys(_PEOPLE['menschen'])}(?:innen)?"
_ASKS = re.compile(rf"(?:{_OTHERS}|{_BEFORE})*{_NOUN}(?:{_OTHERS}|{_NOUN})*")
_EXPECTED = re.compile(f"{_WAITED_FOR}|{_BEFORE}")


@lru_cache(maxsize=20_000)
def people_rank(key: str) -> int | None:
    """Return how surely a heading key asks for all who came, the lower the better: „tnanwesend“, „tn“, „erwartetetn“.

    None if it asks for anything else: „tnbeitrag“.
    """
    if len(key) > _LONGEST or not _ASKS.fullmatch(key):
        return None
    came, expected = re.search(_CAME, key), _EXPECTED.search(key)
    if came and expected:
        return None
    return -1 if came else 2 if expected else 0 if re.search(_ALL, key) else 1
