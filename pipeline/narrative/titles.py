"""What the title of an event is: its format, a theme, the place it is named after, or a title."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ..german.lexicon import Lexicon
from ..german.nouns import Noun, Phrase
from .phrases import KindPhrase, Language, Title

_YEAR = re.compile(r"\s+(?:19|20)\d\d$")
_BEGINS_TAIL = re.compile(
    r"(?:für|in|im|an|am|auf|aus|bei|beim|mit|nach|ohne|über|um|und|vom|von|zu|zum|zur|des|der)\b"
)

_APART = re.compile(r"\s*(?::|\|)\s*|\s+[-–—]\s+|\s*(?=[„“\"»«])")  # „Vortrag: Moore“, „Lesung – Ebbe“, „Lesung „Ebbe““
_LETTER = re.compile(r"[^\W\d_]")


def beside_kind(title: str, kind: str) -> tuple[str, str]:
    """Return kind and title as they stand beside each other, so that neither says what the other does.

    „Lesung“, „Lesung: Ebbe“ -> „Lesung“, „Ebbe“; „Vortrag über Moore“ is a more exact kind, „Lichtbildvortrag: Moore“
    holds one; a title that cannot do without its kind stands alone.
    """
    title = " ".join(title.split())
    if not title or not kind:
        return kind, title
    first, *apart = _APART.split(title, maxsplit=1)
    if apart and len(first) > 2 and apart[0]:
        if kind.casefold().endswith(first.casefold()):
            return kind, _unquoted(apart[0])
        if first.casefold().endswith(kind.casefold()):
            return first, _unquoted(apart[0])  # „Lichtbildvortrag: Moore“ for a „Vortrag“
    end = len(kind)
    if title[:end].casefold() != kind.casefold() or title[end : end + 1].isalnum() or title[end : end + 1] == "-":
        return kind, title
    rest = title[end:].strip(" :–—|,.")
    if not rest:
        return kind, ""
    if _BEGINS_TAIL.match(rest) and not rest.startswith("und "):
        return (title, "") if not _SENTENCE_END.search(rest) else ("", title)
    begins = rest[0].isupper() and _LETTER.search(rest)
    return (kind, rest) if begins else ("", title)  # „Kino trifft Kirche“, „Workshop 2“


_SENTENCE_END = re.compile(r"[?!:–]")


def _unquoted(title: str) -> str:
    """Return what stands in quotation marks from end to end without them."""
    inner = title[1:-1]
    whole = len(title) > 2 and title[0] in _QUOTES and title[-1] in _QUOTES and not any(c in _QUOTES for c in inner)
    return inner.strip() if whole else title


_QUOTES = '„“”"»«'


def named(row: Any, phrase: Phrase, language: Language) -> dict[str, Any]:
    """Return `format`, and `titel` where the title is a theme („zum Thema …“).

    `phrase` is the grammar of the format. A title that only repeats the format, the place or an organiser is left out;
    one that is itself a kind of event („Sommerfest“) replaces a format that is missing or less exact („Fest“).
    """
    title, format_ = row.titel, row.format
    first, *apart = _APART.split(title, maxsplit=1)
    kind = language.words.phrase(first) if apart and apart[0] and not format_ else None
    if kind is not None and not kind.tail and language.words.happens(kind.noun.singular, title=True):
        phrase, format_, title = kind, first, _unquoted(apart[0])  # „Vortrag: Moore“
    bare = _YEAR.sub("", " ".join(title.split()).strip(' „“"'))
    key_of = language.organisations.key_of
    repeated = bare.casefold() in (format_.casefold(), row.ort.casefold()) or row.ort.casefold().endswith(
        f" {bare.casefold()}"
    )
    if not bare or repeated or key_of(bare) in map(key_of, row.veranstalter):
        return {"format": KindPhrase(phrase)}
    exact = _as_format(bare, format_, phrase, language.words)
    if exact is not None:
        return {"format": KindPhrase(language.words.as_kind(exact))}
    if _is_theme(bare, phrase, language.words):
        return {"format": KindPhrase(phrase), "titel": Title(title)}
    return {"format": KindPhrase(phrase, title)}


def _as_format(title: str, format_: str, phrase: Phrase, words: Lexicon) -> Phrase | None:
    """Return the title as a kind of event, None where it is none."""
    kind = words.phrase(title)
    if kind is not None and ("?" in title or (kind.tail and not kind.tail[0].islower())):
        kind = None  # only its beginning is a kind of event
    if kind is not None and not format_:
        return kind if words.happens(kind.noun.singular, title=True) else None
    noun = phrase.noun
    before = title[: len(title) - len(noun.singular)]
    lower = any(word[:1].islower() for word in title.split())
    if not format_ or phrase.tail or lower or title.casefold() != (before + noun.singular).casefold():
        return None
    if kind is not None:
        return kind  # „Maifest“ for a „Fest“
    # „Poetry Slam“ for a „Slam“, „Silvesterball“ for a „Ball“
    plural = noun.plural if before.endswith((" ", "-")) else noun.plural.lower()
    return Phrase(Noun(title, before + plural if plural else "", noun.gender, weak=noun.weak))


def _is_theme(title: str, phrase: Phrase, words: Lexicon) -> bool:
    """Tell whether a title reads like a theme: a question, or a topic where a format has topics."""
    if "?" in title:
        return True
    unknown = phrase.tail.startswith("(")
    if unknown or words.head(phrase.noun.singular) not in words.topical or title.endswith("!"):
        return False
    first, *rest = title.split()
    known = words.noun(first) or words.plural(first)
    if phrase.noun.singular == "Veranstaltung" and not rest:  # „Osterlauf“ is what took place, „Klimaschutz“ a theme
        return words.noun(first) is not None and words.head(first) not in words.happening
    return not rest or (known is not None and bool(_BEGINS_TAIL.match(rest[0])))


def journey(row: Any, kind: KindPhrase, place: str, language: Language) -> KindPhrase | None:
    """Return „Exkursion nach Köln“ where the title of a journey names its place; elsewhere it may only start there."""
    name = place.removeprefix("in ")
    words = language.words
    leads = words.head(kind.phrase.noun.singular) in words.travels and row.ort.casefold() in row.titel.casefold()
    if not leads or kind.phrase.tail or name != row.ort:
        return None
    return replace(kind, phrase=replace(kind.phrase, tail=f"nach {name}"))
