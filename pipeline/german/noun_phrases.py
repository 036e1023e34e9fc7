"""What staff typed without an article, put into a case: „junge Flüchtlinge“ -> „(mit) jungen Flüchtlingen“.

Everything here answers None where the words do not tell; the caller then says it in another way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .enumerations import listing
from .grammar import Case, Gender, article, contract
from .lexicon import Lexicon
from .nouns import Phrase, dative_plural

_COORDINATED = re.compile(r"(?<!-) (?:und|sowie) ")
_LISTED = re.compile(r"[A-ZÄÖÜ][\w-]*\w(?:, [A-ZÄÖÜ][\w-]*\w)* (?:und|sowie) [A-ZÄÖÜ][\w-]+")  # „Grillen und Musik“
_SHARED_END = re.compile(r"(?:[\w-]+-, )*[\w-]+- (?:und|oder|sowie) ")
_AFFILIATION = re.compile(r" \([^()]*\)$")
# How titles end in the dative that are adjectives at heart: „mit Vorsitzendem Kron“, „mit Bundestagsabgeordneter Vogt“.
_TITLES_IN_DATIVE = (
    ("Herr", "Herrn"), ("ordnete", "ordneter"), ("ordneter", "ordnetem"), ("sitzende", "sitzender"),
    ("sitzender", "sitzendem"), ("tragte", "tragter"), ("tragter", "tragtem"),
)  # fmt: skip
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Dipl\.-Ing)\. (?:[a-z]{1,5}\. ?)*)*[A-ZÄÖÜ][\w.\-]+(?: [ia]\. ?[RD]\.)?"
    r"(?: (?:(?:von|van)(?: de[rnm])?|de|di|ten|zu|Dr\.|Prof\.|[A-ZÄÖÜ][\w\-]+))+"
)


@dataclass(frozen=True)
class Bare:
    """A noun phrase without article; `before` are adjectives as typed, `tail` stays as it is."""

    before: tuple[str, ...]
    noun: str
    tail: str
    gender: Gender

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return self.gender is Gender.PLURAL

    def dative(self) -> str:
        """Return the phrase in the dative, still without article."""
        if not self.plural:
            return " ".join((*self.before, self.noun, self.tail)).strip()
        words = [word + "n" if word.endswith("e") else word for word in self.before]
        adjectival = self.noun.endswith("e") and self.noun[:-1].lower().endswith(("lich", "end", "ert", "et", "igt"))
        noun = self.noun + "n" if adjectival else dative_plural(self.noun)
        return " ".join((*words, noun, self.tail)).strip()


def bare(text: str, words: Lexicon) -> Bare | None:
    """Return the grammar of one phrase without article and without „und“ between nouns, or None."""
    parts = text.split()
    for place, word in enumerate(parts):
        before = tuple(parts[:place])
        if word.endswith("e") and words.is_adjective(word[:-1]) and parts[place + 1 : place + 2] and not place:
            follower = parts[place + 1]
            if follower[:1].isupper() and (words.noun(follower) or words.plural(follower)):
                continue  # „Ehrenamtliche Helfer“: here an adjective, though alone a noun
        gender = _gender(word, before, words)
        if gender is not None:
            if any(not b.endswith(("e", "er")) for b in before):
                return None
            if before and gender is not Gender.PLURAL:
                return None  # an adjective before a singular would have to change with an article we do not know
            return Bare(before, word, " ".join(parts[place + 1 :]), gender)
        if not word.endswith(("e", "er")):
            return None
    return None


def _gender(word: str, before: tuple[str, ...], words: Lexicon) -> Gender | None:
    if not word[:1].isupper():
        return None
    noun = words.noun(word)
    if noun is None:
        return Gender.PLURAL if words.plural(word) else None
    same = noun.plural == noun.singular
    people = same and noun.singular.endswith("er") and noun.gender is Gender.MASCULINE
    if same and (people if not before else before[-1].endswith("e")):
        return Gender.PLURAL  # „Unternehmer“, „junge Helfer“: nobody lists one without an article
    return noun.gender


def is_plural(text: str, words: Lexicon) -> bool | None:
    """Tell whether a verb after `text` stands in the plural; None where the words do not tell."""
    if is_person(text, words):
        return False
    if _LISTED.fullmatch(text):
        return True
    first = bare(_COORDINATED.split(text)[0], words)
    if first is None:
        return None
    rest = _COORDINATED.split(text)[1:]
    return first.plural or any(part[:1].isupper() and not first.tail for part in rest)


def dative(text: str, words: Lexicon) -> str | None:
    """Return what was typed without article in the dative: people, groups, things; names stay as they are."""
    if is_person(text, words):
        first, _, name = text.partition(" ")
        ends = next((pair for pair in _TITLES_IN_DATIVE if first.endswith(pair[0])), ("", ""))
        return f"{first.removesuffix(ends[0])}{ends[1]} {name}"
    shared = _SHARED_END.match(text)  # „haupt- und ehrenamtliche Akteure“
    if shared:
        rest_of_it = dative(text[shared.end() :], words)
        return shared[0] + rest_of_it if rest_of_it is not None else None
    first, *rest = _COORDINATED.split(text)
    head = bare(first, words)
    if head is None:
        return None
    if not rest:
        return head.dative()
    if head.tail:  # „Berichte über A und über B“: what follows may belong to the tail, so it must not need a change
        changes = any(part[:1].isupper() and not _stays(part, words) for part in rest)
        return None if changes else head.dative() + text[len(first) :]
    others = [bare(part, words) for part in rest]
    if any(other is None for other in others):
        return None
    return listing([head.dative(), *(other.dative() for other in others if other is not None)])


def _stays(part: str, words: Lexicon) -> bool:
    """Tell whether a phrase is the same in the dative."""
    found = bare(part, words)
    return found is not None and found.dative() == part


def is_person(text: str, words: Lexicon) -> bool:
    """Tell whether `text` is a person's name, perhaps with a title or an affiliation: „Ida Moor (TU Bonn)“."""
    text = _AFFILIATION.sub("", text)
    if not _NAME.fullmatch(text) or words.is_ensemble(text):
        return False
    first = text.split()[0]
    if first.endswith("e") and words.is_adjective(first[:-1]):
        return False
    return words.is_title(first) or (words.plural(first) is None and words.may_be_title(first))


def titled_person(text: str, words: Lexicon) -> bool:
    """Tell whether `text` is certainly one person: a name with a title („Landrat Meier“, „Dr. Ida Moor“)."""
    if not is_person(text, words):
        return False
    first = text.split()[0]
    return first in ("Dr.", "Prof.") or words.is_title(first)


def nominative(text: str, words: Lexicon) -> str | None:
    """Return a person's name as it is, anything else with its article: „der Vorstand der Stadt“."""
    return text if is_person(text, words) else definite(text, Case.NOM, words)


def changes_in_accusative(text: str, words: Lexicon) -> bool:
    """Tell whether what was typed without article would need one in the accusative: a masculine singular."""
    found = bare(_COORDINATED.split(text)[0], words)
    return found is not None and found.gender is Gender.MASCULINE


def indefinite(text: str, words: Lexicon) -> str | None:
    """Return what was typed without article as it stands alone: „ein Rundgang durch den Hof“, „die Wahl des Vorstands“.

    What is more than one or cannot be counted stays as it is; None where the words do not tell.
    """
    if is_plural(text, words):
        return text
    found = bare(text, words)
    noun = words.noun(found.noun) if found is not None else None
    if found is None or noun is None or found.before or _COORDINATED.search(text) or any(c in text for c in ",;:"):
        return None
    if found.tail.startswith(("des ", "der ")):
        return definite(text, Case.NOM, words)
    return f"{article('ein', noun.gender, Case.NOM)} {text}" if noun.plural else text


def is_single_group(text: str, words: Lexicon) -> bool:
    """Tell whether `text` is one group or thing in the singular, which needs an article: „Posaunenchor Garding“."""
    return not is_person(text, words) and is_plural(text, words) is False


def definite(text: str, case: Case, words: Lexicon, preposition: str = "") -> str | None:
    """Return a subject with its article: „zur Integration von Flüchtlingen“, „den Ausbau der Strecke“, or None.

    Plurals stay without article: „zu Eckpunkten einer Vereinbarung“.
    """
    first, *rest = _COORDINATED.split(text)
    if any(mark in text for mark in ',;:?!–(„"/') or _says_something(text, words):
        return None
    phrase = with_adjectives(text, words)
    if phrase is not None:
        return contract(preposition, phrase.form(case, "der")) if preposition else phrase.form(case, "der")
    head = bare(first, words)
    if head is None or case is Case.GEN or head.before or _bears_another_noun(head, words):
        return None
    if head.plural:
        said = (dative(text, words) or "") if case is Case.DAT else text
        return f"{preposition} {said}".strip() if said else None
    said_article = article("der", head.gender, case)
    further = []
    for before, part in zip((first, *rest), rest, strict=False):
        conjunct = _conjunct(before, part, said_article, head, case, words, preposition)
        if conjunct is None:
            return None
        further.append(conjunct)
    noun = words.noun(head.noun)
    inflected = noun.form(case, after="der") if noun else head.noun
    said = f"{said_article} {inflected} {head.tail}".strip()
    return listing([contract(preposition, said) if preposition else said, *further], last="und")


def _says_something(text: str, words: Lexicon) -> bool:
    """Tell whether there is more to a text than nouns and what belongs to them: „Politik führt uns in die Armut“.

    An adjective stands before a noun: behind an article, a preposition or another one, in the genitive behind a noun
    („Bau neuer Wege“); any other small word may be a verb.
    """
    tokens = [token.strip(".") for token in text.split()]
    first = next((place for place, token in enumerate(tokens) if not token[:1].islower()), 0)
    open_ = False  # whether an adjective may follow
    for token, following in zip(tokens[first:], [*tokens[first + 1 :], ""], strict=False):
        if not token[:1].islower():
            adjective = token.endswith("e") and words.is_adjective(token[:-1])
            if adjective and not open_ and token != tokens[first]:
                return True  # „Umbau Alte Schule“
            open_ = adjective  # „Neue barrierefreie Wege“
        elif token in words.theme_words:
            open_ = True
        else:
            endings = ("e", "en", "er", "es", "em", "-") if open_ else ("er", "-")
            if not token.endswith(endings) or not following:
                return True
            open_ = True
    return False


def with_adjectives(text: str, words: Lexicon) -> Phrase | None:
    """Return the grammar of one thing that was typed with an article and adjectives: „den sozialen Wohnungsbau“."""
    said_article, *rest = text.split() or [""]
    place = next((place for place, word in enumerate(rest) if word[:1].isupper()), 0)
    noun = words.noun(rest[place]) if place else None
    if noun is None or noun.gender is Gender.PLURAL:
        return None
    stems = [word.removesuffix("n").removesuffix("e") for word in rest[:place]]
    fits = any(article("der", noun.gender, case) == said_article for case in Case)
    if not fits or _COORDINATED.search(text) or not all(map(words.is_adjective, stems)):
        return None
    return Phrase(noun, tuple((stem, True) for stem in stems), " ".join(rest[place + 1 :]))


def _bears_another_noun(head: Bare, words: Lexicon) -> bool:
    """Tell whether a common noun follows at once, of which nobody knows how it belongs: „Vorbereitung Sommerfest“."""
    follower = head.tail.split()[0] if head.tail else ""
    return follower[:1].isupper() and (words.noun(follower) or words.plural(follower)) is not None


def _conjunct(
    before: str, part: str, said_article: str, head: Bare, case: Case, words: Lexicon, preposition: str
) -> str | None:
    """Return what follows „und“ as it must stand there, or None."""
    other = bare(part, words)
    if "zwischen" in before.split():
        return part
    if part[:1].islower() and other is None:
        return part if head.tail else None  # „und über Probleme“ goes on with the tail
    if other is None:  # „Wege in Daun und Gerolstein“: as unknown as the word before, so it goes on with the tail
        last = before.split()[-1]
        return part if head.tail and words.noun(last) is None and words.plural(last) is None else None
    if other.before:  # „und nächste Schritte“
        return part if case is Case.ACC else f"{preposition} {other.dative()}".strip()
    return part if article("der", other.gender, case) == said_article else None
