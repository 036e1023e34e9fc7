"""Organisations in sentences: their article, their cases, what they belong to, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest

from ..base.names import identity
from .grammar import Case, Gender, article, ending
from .lexicon import Lexicon
from .noun_phrases import titled_person
from .nouns import Noun, Phrase, dative_plural

_ARTICLES = ("der", "die", "das", "dem", "den")
_IN_THE_NAME = ("Der ", "Die ", "Das ")  # „Der Paritätische“: how such a name inflects only Partner can tell
_DETERMINERS = ("alle", "mehrere", "viele", "einige", "beide", "sämtliche", "verschiedene", "zahlreiche")
_GENDERS = {str(gender): gender for gender in Gender}
_JOINED = ("&", "+", "/", "und")  # „Haus & Grund“ has its article from neither
_LEGAL_FORMS = ("e.V.", "e. V.", "GmbH", "gGmbH", "AG", "KG", "eG", "UG", "GbR")


class UnsayableError(Exception):
    """A word's grammar is not known, so this wording cannot be used; another one must be."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True)
class Organisation:
    """One organisation.

    `shown` is its name in running text, `full` the name for formal places; `gender` is None where nothing tells it;
    `dative` is the irregular dative of `shown` or `full` without article, "" where it is regular; `key` tells
    organisations apart.
    """

    key: str
    shown: str
    full: str
    gender: Gender | None
    phrase: Phrase | None = None
    dative: str = ""
    belongs_to: str = ""
    person: bool = False
    determiner: str = ""  # „alle“ of „alle Schulen im Kreis“, which stands instead of an article
    anybody: bool = False  # „eine Privatperson“

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return self.gender is Gender.PLURAL

    def formal(self, words: Lexicon) -> Organisation:
        """Return the same organisation under its full name."""
        if self.full == self.shown:
            return self
        gender = _gender(self.full, words) or self.gender
        return replace(self, shown=self.full, gender=gender, phrase=_grammar(self.full, gender, words), dative="")

    def bare(self, case: Case) -> str:
        """Return the name without article: „Lernender Region“, „Arbeitsagentur Trier“."""
        if self.determiner:
            return self.with_article(case)
        if self.person or case is Case.NOM or (case is Case.ACC and self.gender is not Gender.MASCULINE):
            return self.shown
        if self.gender is None:
            if _risky(self.shown):
                raise UnsayableError(self.shown)
            return self.shown
        if self.phrase is not None:
            return _inflected(self.phrase, self.gender, case, strong=True)
        return _plural_name(self.shown, self.gender, case)

    def with_article(self, case: Case) -> str:
        """Return the name with its article: „der Lernenden Region“; people have none."""
        if self.person:
            return self.shown
        if self.determiner:
            said = self.determiner[:-1] + ending("", Gender.PLURAL, case)
            return f"{said} {_plural_name(self.shown.partition(' ')[2], Gender.PLURAL, case)}"
        if self.gender is None:
            raise UnsayableError(self.shown)
        return f"{article('ein' if self.anybody else 'der', self.gender, case)} {self.weak(case)}"

    def weak(self, case: Case) -> str:
        """Return the name as it stands behind an article or possessive."""
        if self.gender is None:
            raise UnsayableError(self.shown)
        if case is Case.DAT and self.dative:
            return self.dative
        if self.phrase is not None:
            return _inflected(self.phrase, self.gender, case, strong=False)
        return _plural_name(self.shown, self.gender, case)


def _inflected(phrase: Phrase, gender: Gender, case: Case, *, strong: bool) -> str:
    endings = ending("" if strong else "der", gender, case)
    words = [word + endings if inflects else word for word, inflects in phrase.adjectives]
    return " ".join([*words, phrase.noun.form(case), phrase.tail]).strip()


def _plural_name(name: str, gender: Gender, case: Case) -> str:
    if gender is not Gender.PLURAL or case is not Case.DAT:
        return name
    first, _, rest = name.partition(" ")
    return f"{dative_plural(first)} {rest}".strip()


def _risky(name: str) -> bool:
    """Tell whether a name without known article may hide an ending that changes."""
    first = name.split()[0]
    return not first.isupper() and (" " in name or first.endswith(("e", "er", "es", "en", "n")))


@dataclass(frozen=True)
class Organisations:
    """All organisations that the association has told about, and what the lexicon knows of the others."""

    known: dict[str, Organisation]
    words: Lexicon
    own: Organisation

    def find(self, name: str) -> Organisation:
        """Return the organisation called `name` in a table."""
        found = self.known.get(identity(name))
        return found if found is not None else organisation(name, self.words)

    def is_own(self, name: str) -> bool:
        """Tell whether `name` is the association that reports."""
        return self.key_of(name) == self.own.key

    def key_of(self, name: str) -> str:
        """Return what tells the organisation called `name` from others, the same for its name and its short form."""
        found = self.known.get(identity(name))
        return identity(name) if found is None else found.key


def organisation(
    name: str, words: Lexicon, *, short: str = "", gender: str = "", dative: str = "", belongs_to: str = ""
) -> Organisation:
    """Return an organisation from what a table says of it; the lexicon fills in the article where it is certain."""
    first, _, rest = name.partition(" ")
    counts = first.lower() in _DETERMINERS and not short and _gender(rest, words) is Gender.PLURAL
    if first in _ARTICLES and not short and _gender(rest, words) is not None:
        name = rest  # „die Fraktionen im Kreistag“
    determiner = first.lower() if counts else ""
    shown = short or words.in_sentence(name, describing=True)
    known = _GENDERS.get(gender.strip().lower())
    untold = not short and name.startswith(_IN_THE_NAME)
    person = known is None and not untold and titled_person(name, words)
    if known is None and not untold and not person:
        known = _gender(shown, words) or _gender(name, words)
    anybody = not short and not gender and " " not in name and words.head(name) in words.anybody
    first, _, rest = dative.strip().partition(" ")
    form = rest if first in _ARTICLES else dative.strip()
    return Organisation(
        key=identity(name),
        shown=shown,
        full=name,
        gender=known,
        phrase=_grammar(shown, known, words, form),
        dative=form if form and _nearer(form, shown, name) else "",
        belongs_to=belongs_to,
        person=person,
        determiner=determiner,
        anybody=anybody and known is not Gender.PLURAL,
    )


def organisations(partners: Iterable[Organisation], own: Organisation, words: Lexicon) -> Organisations:
    """Return the register of `partners`, found by name and by short form; the association itself comes first.

    A partner under a name of the association is the association.
    """
    known: dict[str, Organisation] = {}
    ours = {identity(own.full), identity(own.shown)}
    for partner in (own, *partners):
        names = (identity(partner.full), identity(partner.shown))
        for name in names:
            known.setdefault(name, own if ours.intersection(names) else partner)
    return Organisations(known, words, own)


def _nearer(form: str, shown: str, other: str) -> bool:
    """Tell whether a dative belongs to `shown` rather than to the `other` name of the organisation."""
    return SequenceMatcher(None, form, shown).ratio() >= SequenceMatcher(None, form, other).ratio()


def _gender(name: str, words: Lexicon) -> Gender | None:
    """Return the gender that the first noun of a name (or its legal form) gives it, None where nothing is certain."""
    parts = [part.strip('„“",') for part in name.split()]
    if parts and parts[-1] in _LEGAL_FORMS[2:]:
        return Gender.FEMININE
    for place, part in enumerate(parts):
        short = part.upper() if part.islower() else part
        if short in words.abbreviations:
            return words.abbreviations[short]
        if part.endswith("-") or part in ("und", "&") or part.rstrip(".").isdigit():
            continue
        follower = parts[place + 1] if place + 1 < len(parts) else ""
        noun = words.noun(part)
        if noun is not None:
            return None if follower in _JOINED else noun.gender
        if part.endswith("e") and words.is_adjective(part[:-1]) and follower[:1].isupper():
            continue  # „Städtische Galerie“ are no „Tische“
        if words.plural(part) is not None:
            return Gender.PLURAL
        strong = part.endswith(("e", "er", "es")) and follower[:1].isupper()
        if not strong or part.isupper():
            return None
    return None


def _grammar(name: str, gender: Gender | None, words: Lexicon, dative: str = "") -> Phrase | None:
    """Return the grammar of a name that inflects before its end: a noun phrase, or adjectives before any noun or none.

    „Vereinigte Hospitien“, „Paritätischer“: that a word is an adjective the lexicon tells, or a dative in the singular.
    """
    known = _phrase(name, gender, words)
    if known is not None or gender is None:
        return known
    weak = name.startswith(_IN_THE_NAME)
    parts = name.split()[weak:]
    end = ending("der" if weak else "", gender, Case.NOM)
    told = dative.split() if gender is not Gender.PLURAL else []
    adjectives: list[tuple[str, bool]] = []
    for part, said in zip_longest(parts, told[: len(parts)]):
        stem = part.removesuffix(end)
        if stem == part or not (words.is_adjective(stem) or said == stem + "en"):
            break
        adjectives.append((stem, True))
    if not adjectives:
        return None
    noun, *tail = parts[len(adjectives) :] or [""]
    return Phrase(Noun(noun, noun, gender), tuple(adjectives), " ".join(tail))


def _phrase(name: str, gender: Gender | None, words: Lexicon) -> Phrase | None:
    """Return the grammar of a name that is a regular noun phrase of that gender, else None."""
    found = words.phrase(name)
    if found is None or found.gender is not gender:
        return None
    return found
