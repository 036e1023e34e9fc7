"""What is known of words: gender and plural by the last part of a noun, adjectives in names, abbreviations."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from .grammar import Case, Gender, ending
from .nouns import Noun, Phrase

_FILE = Path(__file__).with_name("lexicon.toml")
_WOMEN = "innen"  # „Schülerinnen“: whoever they are, they are several
_GENDERS = {str(gender): gender for gender in Gender}


@dataclass(frozen=True)
class Lexicon:
    """All known words; heads are in lower case."""

    nouns: Mapping[str, Noun]
    plurals: Mapping[str, Noun]
    whole_only: frozenset[str]
    suffixes: Mapping[str, tuple[Gender, str]]
    abbreviations: Mapping[str, Gender]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    describing: frozenset[str]
    proper: frozenset[str]
    only_ones: frozenset[str]
    prepositions: Mapping[str, str]
    landscapes: Mapping[str, Gender]
    buildings: frozenset[str]
    platforms: frozenset[str]
    town_endings: frozenset[str]
    towns: frozenset[str]
    unsure_places: tuple[str, ...]
    islands: frozenset[str]
    rivers: Mapping[str, Gender]
    fixed_places: Mapping[str, str]
    occasions: frozenset[str]
    happening: frozenset[str]
    no_occasions: tuple[str, ...]
    other_words: frozenset[str]
    theme_words: frozenset[str]
    bodies: Mapping[str, str]
    named_bodies: Mapping[str, str]
    short_bodies: Mapping[str, Gender]
    ensembles: frozenset[str]
    short_kinds: Mapping[str, str]
    topical: frozenset[str]
    travels: frozenset[str]
    celebrated: frozenset[str]  # nobody „carries them out“
    public_bodies: frozenset[str]
    with_article: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    anybody: frozenset[str]

    def noun(self, word: str) -> Noun | None:
        """Return what is known of a noun by its longest known last part, or None."""
        lower = word.lower()
        if not word or not lower.replace("-", "").isalpha():
            return None
        head = _longest(lower, self.nouns, self.whole_only)
        if len(_longest(lower, self.plurals, self.whole_only)) > len(head):
            return None  # „Landkreise“ are no „Reise“
        if head:
            known, before = self.nouns[head], word[: len(word) - len(head)]
            return Noun(
                singular=word,
                plural=_compound(before, known.plural),
                gender=known.gender,
                genitive=_compound(before, known.genitive),
                weak=known.weak,
                adjectival=known.adjectival,
            )
        for suffix, (gender, plural) in self.suffixes.items():
            if lower.endswith(suffix) and len(lower) > len(suffix) + 2 and word[0].isupper():
                return Noun(word, word[: -len(suffix)] + plural, gender, word if suffix == "ismus" else "")
        return None

    def plural(self, word: str) -> Noun | None:
        """Return the noun whose plural `word` is, or None."""
        lower = word.lower()
        head = _longest(lower, self.plurals, self.whole_only)
        if head:
            found = self.plurals[head]
            return Noun(_compound(word[: -len(head)], found.singular), word, found.gender, weak=found.weak)
        for suffix, (gender, plural) in self.suffixes.items():
            if lower.endswith(plural) and len(lower) > len(plural) + 2:
                return Noun(word[: -len(plural)] + suffix, word, gender)
        if lower.endswith(_WOMEN) and len(lower) > len(_WOMEN) + 3 and word[0].isupper():
            return Noun(word.removesuffix("nen"), word, Gender.FEMININE)
        return None

    def last_part(self, word: str) -> str:
        """Return the known plural in which `word` ends, as it stands there: „teilnahmen“; "" where none is known."""
        lower = word.lower()
        head = _longest(lower, self.plurals, self.whole_only)
        return word[len(word) - len(head) :] if head else ""

    def head(self, word: str) -> str:
        """Return the known noun in which `word` ends, in lower case; "" where none is known."""
        return _longest(word.lower(), self.nouns, self.whole_only)

    def is_title(self, word: str) -> bool:
        """Tell whether a word before a name is a person's title: „Landrat“, „Ministerpräsidentin“."""
        return _longest(word.lower(), self.nouns, self.whole_only) in self.titles

    def is_office(self, word: str) -> bool:
        """Tell whether a word is an office that one person holds: „Oberbürgermeister“."""
        return self.head(word) in self.offices

    def may_be_title(self, word: str) -> bool:
        """Tell whether a word before a name can be a person's title: it is one of them, or no noun we know."""
        return self.is_title(word) or self.noun(word) is None

    def is_adjective(self, stem: str) -> bool:
        """Tell whether `stem` is an adjective that inflects in names."""
        lower = stem.lower()
        known = lower in self.adjectives or lower in self.describing
        return known or (len(lower) > 4 and lower.endswith(self.adjective_endings))

    def stem(self, word: str, gender: Gender) -> tuple[str, bool] | None:
        """Return a word before a noun of `gender` as stem and whether it inflects; None if it is no adjective."""
        strong = ending("", gender, Case.NOM)
        if word.endswith(strong) and self.is_adjective(word[: -len(strong)]):
            return word[: -len(strong)], True
        if word.endswith("er") and word[:1].isupper() and len(word) > 4 and self.noun(word) is None:
            return word, False
        return None

    def phrase(self, text: str) -> Phrase | None:
        """Return „Experten-Fachgespräch“, „Runder Tisch“, „Tag der offenen Tür“ with their grammar, or None."""
        words = text.split()
        for place, word in enumerate(words):
            noun = self.noun(word)
            if noun is None:
                continue
            before = [self.stem(w, noun.gender) for w in words[:place]]
            tail = " ".join(words[place + 1 :])
            if any(b is None for b in before) or tail.startswith(("und ", "oder ", "& ", "/ ", "+ ", "- ")):
                return None
            return Phrase(noun, tuple(b for b in before if b is not None), tail)
        return None

    def as_kind(self, phrase: Phrase) -> Phrase:
        """Return a kind as it stands within a sentence: „eine digitale Sprechstunde“, but „ein Runder Tisch“.

        What there is but once gets its article: „der bundesweite Vorlesetag“.
        """
        gist = _gist(" ".join((*(stem for stem, _ in phrase.adjectives), phrase.noun.singular)))
        wide = phrase.noun.singular.lower().endswith("tag") and any(
            stem.endswith("weit") for stem, inflects in phrase.adjectives if inflects
        )
        unique = phrase.unique or wide or gist in self.only_ones
        if gist in self.proper:
            return replace(phrase, unique=unique)
        small = tuple(
            (stem[:1].lower() + stem[1:] if inflects else stem, inflects) for stem, inflects in phrase.adjectives
        )
        return replace(phrase, adjectives=small, unique=unique)

    def in_sentence(self, text: str, *, describing: bool = False) -> str:
        """Return a text within a sentence, the adjective at its beginning small: „ehrenamtliche Helferinnen“.

        Only before a plural, for in the singular it may be part of a name; with `describing` before anything, but only
        adjectives that are part of no name.
        """
        first, *rest = text.split() or [""]
        place = next((place for place, word in enumerate(rest) if word[:1].isupper()), None)
        stem = next((first.lower().removesuffix(end) for end in _ENDINGS if first.endswith(end)), "")
        if place is None or not first[:1].isupper() or not self.is_adjective(stem):
            return text
        noun = self.noun(rest[place])
        several = self.plural(rest[place]) or (noun if noun is not None and noun.gender is Gender.PLURAL else None)
        same = noun is not None and noun.plural == noun.singular and first.endswith("e")  # „Junge Helfer“
        fits = stem in self.describing if describing else bool(several or same)
        return text[0].lower() + text[1:] if fits and _gist(f"{first} {rest[place]}") not in self.proper else text

    def happens(self, word: str, *, title: bool = False) -> bool:
        """Tell whether what a noun names takes place; as a `title` alone only what is certainly an event."""
        lower, head = word.lower(), self.head(word)
        known = head in (self.occasions if title else self.happening)
        return known and not lower.endswith(self.no_occasions) and lower.removesuffix(head) not in self.other_words

    def occasion(self, text: str) -> Phrase | None:
        """Return what took place: „Fachforum“; a body meets: „Sitzung des Beirats“; None for what does not happen.

        Words that nobody knows may belong to a name that ends in an occasion: „Repair Café“.
        """
        text = self.short_kinds.get(text, text)
        found = self.phrase(text) or self.named_by_its_last_word(text)
        if found is None:
            return None
        head = self.head(found.noun.singular)
        if self.happens(found.noun.singular) or not head:
            return found
        return self.met(text)

    def met(self, text: str) -> Phrase | None:
        """Return what took place where a body met: „Treffen des Runden Tisches Pflege“, None for what is no body."""
        body = self.body(text)
        if body is None:
            return None
        head = self.head(body.noun.singular)
        meeting = self.noun(self.bodies.get(head, self.named_bodies.get(head, "Treffen")))
        return Phrase(meeting, tail=body.form(Case.GEN, "der")) if meeting else None

    def body(self, text: str) -> Phrase | None:
        """Return the one body that a text names: „der Beirat“, „der AK Nord“, „der Runde Tisch Pflege“; else None."""
        first, _, name = text.partition(" ")
        if first in self.short_bodies:
            noun = Noun(first, "", self.short_bodies[first], genitive=first)
            return Phrase(noun, tail=name, unique=True) if name else None
        found = self.phrase(text) or self.named_by_its_last_word(text)
        head = self.head(found.noun.singular) if found is not None else ""
        if found is None or not (head in self.bodies or (head in self.named_bodies and found.tail)):
            return None
        elsewhere = found.tail.startswith(("mit ", "bei", "in ", "im ", "am ", "an "))
        return None if elsewhere else replace(self.as_kind(found), unique=True)

    def is_ensemble(self, text: str) -> bool:
        """Tell whether a name ends as those of bands and choirs do: „Big Band“."""
        return self.head(text.rpartition(" ")[2]) in self.ensembles

    def named_by_its_last_word(self, text: str) -> Phrase | None:
        """Return the grammar of a name of several words of which only the last is known: „Repair Café“, „Big Band“."""
        before, _, last = text.rpartition(" ")
        noun = self.noun(last)
        known = [word for word in before.split() if self.noun(word) or self.plural(word)]
        if noun is None or not before or known or not all(word[:1].isupper() for word in before.split()):
            return None
        return Phrase(replace(noun, singular=text, plural=noun.plural and f"{before} {noun.plural}", genitive=""))


def _longest(word: str, heads: Mapping[str, Noun], whole_only: frozenset[str]) -> str:
    """Return the longest of `heads` in which `word` (in lower case) ends, or ""."""
    for start in range(len(word)):
        part = word[start:]
        if part in heads and (start == 0 or word[start - 1] == "-" or (start >= 2 and part not in whole_only)):
            return part
    return ""


_ENDINGS = ("es", "er", "en", "em", "e")


def _gist(name: str) -> str:
    """Return a name without the endings of its words' cases: „Runde Tische“ and „Runder Tisch“ are the same."""
    return " ".join(
        next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end)), word) for word in name.lower().split()
    )


def _compound(before: str, word: str) -> str:
    if not word or not before:
        return word
    return before + (word if before.endswith("-") else word[0].lower() + word[1:])


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def lexicon(own: Mapping[str, str] | None = None) -> Lexicon:
    """Return the lexicon, extended by the association's `own` words in the form „der, Stammtische“."""
    return _lexicon(tuple(sorted((own or {}).items())))


@cache
def _lexicon(own: tuple[tuple[str, str], ...]) -> Lexicon:
    known = _known()
    given = (
        known["anlaesse"]
        | known["begegnungen"]
        | known["nomen"]
        | {word: forms for word, forms in own if parse(word, forms)}
    )
    nouns = {word.lower(): noun for word, forms in given.items() if (noun := parse(word, forms))}
    return Lexicon(
        nouns=nouns,
        plurals={noun.plural.lower(): noun for noun in nouns.values() if noun.plural not in ("", noun.singular)},
        whole_only=frozenset(word.lower() for word in known["nur_ganz"]["woerter"]),
        suffixes={
            suffix: (_GENDERS[gender], plural.split(",")[0].strip())
            for suffix, forms in known["endungen"].items()
            for gender, _, plural in [forms.partition(", ")]
        },
        abbreviations={word: _GENDERS[gender] for word, gender in known["abkuerzungen"].items()},
        adjectives=frozenset(known["eigenschaftswoerter"]["woerter"]),
        adjective_endings=tuple(known["eigenschaftswoerter"]["endungen"]),
        describing=frozenset(known["eigenschaftswoerter"]["beschreibend"]),
        proper=frozenset(map(_gist, (*known["eigennamen"]["woerter"], *known["eigennamen"]["einmalig"]))),
        only_ones=frozenset(map(_gist, known["eigennamen"]["einmalig"])),
        prepositions={word.lower(): preposition for word, preposition in known["orte"].items()},
        landscapes={word: _GENDERS[gender] for word, gender in known["gegenden"].items()},
        buildings=_heads(known["haeuser"]["woerter"]),
        platforms=_heads(known["online"]["woerter"]),
        town_endings=_heads(known["ortsnamen"]["endungen"]),
        towns=_heads(known["ortsnamen"]["woerter"]),
        unsure_places=tuple(known["ortsnamen"]["unsicher"]),
        islands=frozenset(known["inseln"]["woerter"]),
        rivers={word: _GENDERS[gender] for word, gender in known["fluesse"].items()},
        fixed_places=known["ortsangaben"],
        occasions=_heads(known["anlaesse"]),
        happening=_heads((*known["anlaesse"], *known["begegnungen"], *(word for word, _ in own))),
        no_occasions=tuple(word.lower() for word in known["keine_anlaesse"]["endungen"]),
        other_words=frozenset(known["keine_anlaesse"]["vorsilben"]),
        theme_words=frozenset(known["im_thema"]["woerter"]),
        bodies={word.lower(): met for word, met in known["gremien"].items()},
        named_bodies={word.lower(): met for word, met in known["gremien_mit_namen"].items()},
        short_bodies={word: _GENDERS[gender] for word, gender in known["gremien_kurz"].items()},
        ensembles=_heads(known["ensembles"]["woerter"]),
        short_kinds=known["kuerzel"],
        topical=_heads(known["themenformate"]["woerter"]),
        travels=_heads(known["reisen"]["woerter"]),
        celebrated=_heads(known["feierlich"]["woerter"]),
        public_bodies=_heads(known["oeffentliche_stellen"]["woerter"]),
        with_article=_heads(known["artikel_immer"]["woerter"]),
        titles=_heads(known["titel"]["woerter"]),
        offices=_heads(known["aemter"]["woerter"]),
        anybody=_heads(known["irgendwer"]["woerter"]),
    )


def _heads(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def parse(word: str, forms: str) -> Noun | None:
    """Return the noun that an entry like ``"der, Stammtische"`` describes, None if it cannot be read."""
    gender, *rest = (part.strip() for part in forms.split(","))
    if gender not in _GENDERS or len(rest) > 2 or not word:
        return None
    plural = rest[0] if rest and rest[0] not in ("–", "-") else ""
    third = rest[1] if len(rest) == 2 else ""
    weak, adjectival = third == "schwach", third == "gebeugt"
    if _GENDERS[gender] is Gender.PLURAL:
        plural = plural or word
    return Noun(word, plural, _GENDERS[gender], "" if weak or adjectival else third, weak, adjectival)
