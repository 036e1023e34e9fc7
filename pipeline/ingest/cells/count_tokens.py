"""The words of a cell that counts people, each with its kind: NUMBER, ABOUT, PEOPLE …; `words.toml` has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from ...german.numbers import NUMBER_WORDS
from ..word_lists import pattern_of, word_lists

WORDS = word_lists(Path(__file__).with_name("words.toml"))["anzahl"]

_ONES = {"ein": 1} | {NUMBER_WORDS[number]: number for number in range(2, 10)}
_TENS = {
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90,
}  # fmt: skip
_NUMBER_WORDS = {
    "eine": 1, "einer": 1, **_ONES, **{word: n for n, word in enumerate(NUMBER_WORDS) if n != 1},
    "dreizehn": 13, "vierzehn": 14,
    "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, **_TENS,
    **{f"{one}und{ten}": a + b for one, a in _ONES.items() for ten, b in _TENS.items()},
    "hundert": 100, **{f"{one}hundert": a * 100 for one, a in _ONES.items()}, "tausend": 1000, "eintausend": 1000,
    "dutzend": 12, "ein dutzend": 12,
}  # fmt: skip
NUMBER_PATTERN = (
    r"(?:\d{1,3}(?:[. '’]\d{3})+(?!\d)|\d+(?:[.,]0{1,2})?(?![\d,])|"
    rf"(?:{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))})\b)"
)


def whole_number(typed: str) -> int:
    """Return the number that a text fitting `NUMBER_PATTERN` writes: „1.000“, „zwölf“."""
    number = _NUMBER_WORDS.get(typed)
    return number if number is not None else int(re.sub(r"[. '’]", "", re.sub(r"[.,]0{1,2}$", "", typed)))


class Kind(Enum):
    """What a word does in a cell that counts people."""

    ENGLISH = auto()  # „1,000“: one, or a thousand
    FRACTION = auto()
    NUMBER = auto()
    AND_MORE = auto()
    ABOUT = auto()
    AT_LEAST = auto()
    AT_MOST = auto()
    PEOPLE = auto()
    THERE = auto()  # „anwesend“
    LABEL = auto()  # „Anzahl“, „Personenzahl“
    BODIES = auto()  # „Firmen“
    BETWEEN = auto()
    UP_TO = auto()  # „bis“
    AND = auto()
    JOIN = auto()
    WITH = auto()
    AS_WELL = auto()
    PLUS = auto()
    FROM = auto()
    TIMES = auto()
    DASH = auto()
    COLON = auto()
    SEPARATOR = auto()
    WORD = auto()
    SIGN = auto()


class Token(NamedTuple):
    """One word, number or sign, and where it begins in the text."""

    kind: Kind
    text: str
    start: int


_WORD_ENDS = r"(?:(?<=\W)|(?![^\W\d_]))"


def _longest_first(words: Iterable[str]) -> str:
    return pattern_of(sorted((word.lower() for word in words), key=len, reverse=True))


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words that ends where the word does; a number may follow at once: „über30“."""
    return _longest_first(words) + _WORD_ENDS


_PEOPLE = rf"{_longest_first(WORDS['menschen'])}(?:(?:[*:_·]|/-?)(?:innen|in|n)|\((?:innen|n)\))?"
_PATTERNS = {
    Kind.ENGLISH: r"\d{1,3}(?:,\d{3})+(?![\d,])",
    Kind.FRACTION: r"(?!\d{1,3}(?:\.\d{3})+(?!\d))(?!\d+[.,]0{1,2}(?![\d,]))\d+[.,]\d+",
    Kind.NUMBER: NUMBER_PATTERN,
    Kind.AND_MORE: _any_of(WORDS["und_mehr"]),
    Kind.ABOUT: _any_of(WORDS["ungefaehr"]),
    Kind.AT_LEAST: _any_of(WORDS["mindestens"]),
    Kind.AT_MOST: _any_of(WORDS["hoechstens"]),
    Kind.THERE: _any_of(WORDS["da"]),
    Kind.PEOPLE: _PEOPLE + _WORD_ENDS,
    Kind.LABEL: rf"{_any_of(WORDS['davor'])}|{_PEOPLE}zahl(?!\w)",
    Kind.BODIES: _any_of(WORDS["gruppen"]),
    Kind.BETWEEN: _any_of(["zwischen"]),
    Kind.UP_TO: _any_of(["bis"]),
    Kind.AND: _any_of(["und"]),
    Kind.JOIN: r"u\.|[&/]",
    Kind.WITH: _any_of(["mit"]),
    Kind.AS_WELL: _any_of(["sowie"]),
    Kind.PLUS: _any_of(["plus", "+"]),
    Kind.FROM: _any_of(WORDS["woher"]),
    Kind.TIMES: r"x(?=\s)",
    Kind.DASH: "-",
    Kind.COLON: "[:=]",
    Kind.SEPARATOR: "[.,;|]",
    Kind.WORD: r"[^\W\d_]+\.?",
    Kind.SIGN: r"\S",
}
_TOKEN = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _PATTERNS.items()))


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text in small letters; several words for people are one: „Schüler und Eltern anwesend“."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        token = Token(Kind[match.lastgroup or "SIGN"], match[0], match.start())
        before = [earlier.kind for earlier in tokens[-2:]]
        if token.kind is Kind.PEOPLE and before in ([Kind.PEOPLE, Kind.AND], [Kind.PEOPLE, Kind.JOIN]):
            tokens.pop()
        elif token.kind is Kind.THERE and before[-1:] == [Kind.PEOPLE]:
            pass
        else:
            tokens.append(token._replace(kind=Kind.PEOPLE) if token.kind is Kind.THERE else token)
    return tokens
