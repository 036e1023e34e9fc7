"""Words and signs that fill a cell and say nothing, by what its column asks for; the words are in `nothing.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

Nothing = Literal[
    "unknown",  # „k. A.“, „noch offen“, „–“
    "unanswered",  # „n/a“: what programs write for a blank
    "nobody",  # „keine“
    "dont_know",  # „weiß nicht“
    "ditto",  # „siehe oben“
    "",  # it says something
]
AskedFor = Literal["datum", "anzahl", "wert", "text", "ort", "projekt", "art", "themen", "namen", "antwort", "freitext"]

_FILE = Path(__file__).with_name("nothing.toml")
_KINDS: Mapping[str, Nothing] = {
    "unbekannt": "unknown",
    "unbeantwortet": "unanswered",
    "niemand": "nobody",
    "weiß nicht": "dont_know",
    "wie oben": "ditto",
}
_LONGEST = 60  # a longer text says something


def kind_of_nothing(text: str, column: AskedFor = "text") -> Nothing:
    """Return what a text means that says nothing in a column that asks for `column`; "" for one that says something.

    A blank is "", too: nobody typed anything.
    """
    return _kind(text, column) if len(text) <= _LONGEST and text.strip() else ""


@lru_cache(maxsize=50_000)  # the same words stand in a list again and again
def _kind(typed: str, column: AskedFor) -> Nothing:
    text = " ".join("".join(sign for sign in typed if unicodedata.category(sign) != "Cf").split())
    vocabulary = _vocabulary(column)
    if kind := vocabulary.exact.get(text.casefold()) or vocabulary.exact.get(text.strip(_AROUND)):
        return kind
    if not any(map(str.isalnum, text)):
        return _kind_of_signs(text, vocabulary)
    if kind := _kind_of_words(text, vocabulary):
        return kind
    parts = [part for part in _BETWEEN.split(text) if part]
    kinds = [_kind(part, column) for part in parts if part != text]
    return kinds[0] if kinds and "" not in kinds else ""


# „weiß nicht / keine Angabe“, „unbekannt (k. A.)“
_BETWEEN = re.compile(r"\s*(?:[/|,;()\[\]]|\s[-–—]\s|\b(?:oder|or|bzw)\b)[\s.]*")
_AROUND = " -‐‑‒–—―−"
_BRACKETS_AND_QUOTES = re.compile(r"[\s()\[\]{}<>\"„“”‟«»‚‘’'‹›]")


def _kind_of_signs(text: str, vocabulary: _Vocabulary) -> Nothing:
    bare = text.strip(_AROUND)
    if not text:
        return "unknown"  # nothing but what nobody sees
    for signs in (bare, _BRACKETS_AND_QUOTES.sub("", text)):
        kinds = {vocabulary.signs.get(sign, "") for sign in signs}
        if len(kinds) == 1 and "" not in kinds:
            return kinds.pop()
    return ""


def _kind_of_words(text: str, vocabulary: _Vocabulary) -> Nothing:
    words = _key(text)
    if not words or (text.isupper() and words in vocabulary.names_in_capitals):
        return ""
    if kind := vocabulary.words.get(words):
        return kind
    needed = " ".join(word for word in words.split() if word not in vocabulary.fillers)
    for before in vocabulary.before:
        if needed.startswith(f"{before} "):
            needed = needed.removeprefix(f"{before} ")
            break
    return vocabulary.words.get(needed, "")


_WORD = re.compile(r"(?<!\w)-\d+|[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_STRANGE = re.compile(r"[^\w\s.,;:!?…/\\|*#'’‘‚`´\"„“”‟«»‹›()\[\]{}<>~=‐‑‒–—―−-]")  # „C++“ is more than its letter


def _key(text: str) -> str:
    """Return the words of a text as they are compared, "" where a sign among them may be part of a name."""
    if _STRANGE.search(text):
        return ""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS)
    return re.sub(r"^x{3,}$", "xx", " ".join(_WORD.findall(folded)))


@dataclass(frozen=True)
class _Vocabulary:
    """What says nothing in one kind of column; words by `_key`, single signs, and texts as they stand."""

    words: Mapping[str, Nothing]
    names_in_capitals: frozenset[str]
    signs: Mapping[str, Nothing]
    exact: Mapping[str, Nothing]
    fillers: frozenset[str]
    before: tuple[str, ...]


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _vocabulary(column: AskedFor) -> _Vocabulary:
    known = _known()
    words: dict[str, Nothing] = {}
    signs: dict[str, Nothing] = {}
    exact: dict[str, Nothing] = {}
    capitals: set[str] = set()
    for group in known["gruppe"]:
        if column not in group.get("nur_in", get_args(AskedFor)) or column in group.get("nicht_in", ()):
            continue
        kind = _KINDS[group["bedeutet"]]
        signs |= dict.fromkeys(group.get("zeichen", ""), kind)
        exact |= dict.fromkeys(group.get("genau", ()), kind)
        words |= dict.fromkeys(map(_key, group.get("woerter", ())), kind)
        if column in group.get("gross_ein_name_in", ()):
            capitals.update(map(_key, group["woerter"]))
    fillers = frozenset(map(_key, known["fuellwoerter"]))
    before = tuple(sorted(map(_key, known["davor"]), key=len, reverse=True))
    return _Vocabulary(words, frozenset(capitals), signs, exact, fillers, before)
