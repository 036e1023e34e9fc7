"""Whom a column of people names, put into a case: „der Posaunenchor“, „Fachleuten“, „dem Zeitzeugen Kron“, „jedermann“.

Everything here answers None where the words do not tell; the caller then says it in another way.
"""

from __future__ import annotations

import re

from .grammar import Article, Case, Gender, article
from .lexicon import Lexicon
from .noun_phrases import dative, definite, is_person, is_plural, is_single_group
from .nouns import Phrase
from .numbers import NUMBER_WORDS

_COUNTED = re.compile(rf"(\d+|{'|'.join(NUMBER_WORDS[2:])}|mehrere|viele|einige) (?=\w)")
_TYPED: dict[str, Article] = {"ein": "ein", "eine": "ein", "der": "der", "die": "der", "das": "der"}
_UNCLEAR = re.compile(r"[,;:?!–(]")


def several(text: str, words: Lexicon, *, audience: bool = False) -> bool | None:
    """Tell whether a verb after `text` stands in the plural; None where the words do not tell.

    A word that is the same in both numbers means several where an `audience` is named („Unternehmen“), and one where
    it is an office („Oberbürgermeister“).
    """
    if is_person(text, words) or _one(text, words, audience=audience):
        return False
    return True if _COUNTED.match(text) else is_plural(text, words)


def people(text: str, case: Case, words: Lexicon, *, audience: bool = False) -> str | None:
    """Return people, groups or an audience in `case`, one of a kind with its article; None where nobody knows."""
    if text.lower() == "jedermann":
        return "jedermann"
    if text == text.lower() and text != "alle":
        return None  # „regional“
    one = _one(text, words, audience=audience)
    if is_person(text, words):
        return _witness(text, case, words) or (dative(text, words) if case is Case.DAT else text)
    if one is not None:
        phrase, kind = one
        return phrase.form(case, kind)
    if is_single_group(text, words) and not audience:
        return definite(text, case, words)
    return _inflected(text, words) if case is Case.DAT else text


def _one(text: str, words: Lexicon, *, audience: bool) -> tuple[Phrase, Article] | None:
    """Return the grammar of a text that names one group, thing or office, and the article that it needs."""
    first, _, rest = text.partition(" ")
    typed = _TYPED.get(first)
    named = rest if typed else text
    phrase = words.phrase(named) or (words.named_by_its_last_word(named) if words.is_ensemble(named) else None)
    if phrase is None or phrase.gender is Gender.PLURAL or _UNCLEAR.search(phrase.tail) or " und " in phrase.tail:
        return None
    if typed:
        return (phrase, typed) if article(typed, phrase.gender, Case.NOM) == first else None
    noun = phrase.noun
    if noun.singular == noun.plural:
        persons = noun.gender is Gender.MASCULINE and noun.singular.endswith("er")
        if audience or (persons and not words.is_office(noun.singular)):
            return None
    return phrase, "der"


def _witness(text: str, case: Case, words: Lexicon) -> str | None:
    """Return a person behind a noun that is no title and inflects: „dem Zeitzeugen Max Stern“."""
    first, _, name = text.partition(" ")
    noun = words.noun(first)
    if noun is None or not noun.weak or words.is_title(first):
        return None
    return f"{article('der', noun.gender, case)} {noun.form(case)} {name}"


def _inflected(text: str, words: Lexicon) -> str | None:
    """Return several in the dative: „3 Ausbildern“, „den Mitgliedern“, „Fachleuten“."""
    counted = _COUNTED.match(text)
    start = counted[0] if counted else "die " if text.startswith("die ") else ""
    said = dative(text.removeprefix(start), words)
    if not said or not start:
        return said
    return f"{'den ' if not counted else start.replace('e ', 'en ')}{said}"
