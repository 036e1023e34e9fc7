"""Organisations in sentences: their article, their cases, what they belong to, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from .enumerations import listing
from .grammar import Case, Gender, article, contracted, ending, possessive, relative
from .lexicon import Lexicon, Phrase, dative_plural
from .noun_phrases import titled_person

_ARTICLES = ("der", "die", "das", "dem", "den")
_GENDERS = {str(gender): gender for gender in Gender}
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

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return self.gender is Gender.PLURAL

    def formal(self, words: Lexicon) -> Organisation:
        """Return the same organisation under its full name."""
        if self.full == self.shown:
            return self
        gender = _gender(self.full, words) or self.gender
        return replace(self, shown=self.full, gender=gender, phrase=_phrase(self.full, gender, words), dative="")

    def bare(self, case: Case) -> str:
        """Return the name without article: „Lernender Region“, „Arbeitsagentur Trier“."""
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
        if self.gender is None:
            raise UnsayableError(self.shown)
        return f"{article('der', self.gender, case)} {self.weak(case)}"

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
        found = self.known.get(_key(name))
        return found if found is not None else organisation(name, self.words)

    def is_own(self, name: str) -> bool:
        """Tell whether `name` is the association that reports."""
        return self.find(name).key == self.own.key


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def organisation(
    name: str, words: Lexicon, *, short: str = "", gender: str = "", dative: str = "", belongs_to: str = ""
) -> Organisation:
    """Return an organisation from what a table says of it; the lexicon fills in the article where it is certain."""
    shown = short or name
    known = _GENDERS.get(gender.strip().lower())
    if known is None and not titled_person(name, words):
        known = _gender(shown, words) or _gender(name, words)
    first, _, rest = dative.strip().partition(" ")
    form = rest if first in _ARTICLES else dative.strip()
    return Organisation(
        key=_key(name),
        shown=shown,
        full=name,
        gender=known,
        phrase=_phrase(shown, known, words),
        dative=form if form and _nearer(form, shown, name) else "",
        belongs_to=belongs_to,
        person=known is None and titled_person(name, words),
    )


def organisations(partners: Iterable[Organisation], own: Organisation, words: Lexicon) -> Organisations:
    """Return the register of `partners`, found by name and by short form; the association itself comes first."""
    known: dict[str, Organisation] = {}
    for partner in (own, *partners):
        if _key(partner.full) in (_key(own.full), _key(own.shown)):
            partner = own
        for name in (partner.full, partner.shown):
            known.setdefault(_key(name), partner)
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
        if part in words.abbreviations:
            return words.abbreviations[part]
        if part.endswith("-") or part in ("und", "&"):
            continue
        noun = words.noun(part)
        if noun is not None:
            return noun.gender
        if words.plural(part) is not None:
            return Gender.PLURAL
        follower = parts[place + 1] if place + 1 < len(parts) else ""
        strong = part.endswith(("e", "er", "es")) and follower[:1].isupper()
        if not strong or part.isupper():
            return None
    return None


def _phrase(name: str, gender: Gender | None, words: Lexicon) -> Phrase | None:
    """Return the grammar of a name that is a regular noun phrase of that gender, else None."""
    found = words.phrase(name)
    if found is None or found.gender is not gender:
        return None
    return found


def subject_is_plural(found: Sequence[Organisation]) -> bool:
    """Tell whether a verb agrees in the plural with these organisations as its subject."""
    return len(found) > 1 or any(one.plural for one in found)


def named(
    found: Sequence[Organisation],
    case: Case,
    words: Lexicon,
    *,
    articles: bool = True,
    relation: str = "",
    owners: Organisations | None = None,
) -> str:
    """Return organisations as one enumeration in `case`.

    With `articles` every name has its own („der Stadt Trier“), else only those that cannot do without. What belongs
    to another in the list joins it („dem Eifelkreis und seiner Servicestelle“); what belongs to one outside of it is
    explained by `relation`, a relative clause such as „{pronomen} bei {traeger} angesiedelt ist“. Several that begin
    with the same noun share it („den Landkreisen A, B und C“).
    """
    groups = _by_head(found, words)
    owner_of = {one.key: owners.find(one.belongs_to).key if owners and one.belongs_to else "" for one in found}
    keys = {one.key for one in found}
    if any(owner in keys for owner in owner_of.values()) or len(groups) < len(found):
        # „den Gemeinden A und B“ bears no neighbour without an article.
        articles = articles or all(one.gender is not None for one in found)
    need = [True] * len(found) if articles else _articles(found, words)
    with_article = dict(zip((one.key for one in found), need, strict=True))
    parts: list[str] = []
    for group in groups:
        one = group[0]
        mine = [other for other in found if owner_of[other.key] == one.key]
        if len(group) > 1:
            parts.append(_shared(group, case, words))
        elif mine and one.gender is not None:
            theirs = [_owned(one.gender, other, case) for other in mine]
            parts.append(listing([one.with_article(case), *theirs], last="und"))
        elif owner_of[one.key] not in keys:
            said = one.with_article(case) if with_article[one.key] else one.bare(case)
            parts.append(said + _relation(one, relation, owners))
    return listing(parts)


def _relation(one: Organisation, relation: str, owners: Organisations | None) -> str:
    """Return the relative clause that says what an organisation belongs to, between commas, "" where it cannot."""
    if not (relation and owners and one.belongs_to and one.gender is not None):
        return ""
    owner = owners.find(one.belongs_to)
    if owner.gender is None:
        return ""
    clause = relation.format(pronomen=relative(one.gender, Case.NOM), traeger=owner.with_article(Case.DAT))
    return f", {contracted(clause)},"


def _articles(found: Sequence[Organisation], words: Lexicon) -> list[bool]:
    """Tell which names have an article in a list that goes without: a single one, and the last of a long list."""
    need = [_needs_article(one, words) for one in found]
    if len(found) == 1:
        return [found[0].gender is not None]
    if len(found) < _LONG and any(" und " in one.shown for one in found):
        return [all(one.gender is not None for one in found)] * len(found)
    return need if len(found) >= _LONG and need == sorted(need) else [False] * len(found)


_LONG = 3


def _owned(owner: Gender, other: Organisation, case: Case) -> str:
    if other.gender is None:
        raise UnsayableError(other.shown)
    return f"{possessive(owner, other.gender, case)} {other.weak(case)}"


def _needs_article(one: Organisation, words: Lexicon) -> bool:
    head = one.phrase.noun.singular.lower() if one.phrase else ""
    return any(head == word or head.endswith(word) for word in words.with_article)


def _head(one: Organisation, words: Lexicon) -> str:
    """Return the noun that a name begins with, where others may share it: „Landkreis“ of „Landkreis Vulkaneifel“."""
    first, _, rest = one.shown.partition(" ")
    noun = words.noun(first)
    shared = noun is not None and noun.plural and rest[:1].isupper() and " " not in rest and one.gender is noun.gender
    return first if shared and noun is not None and first.lower() in _SHARING else ""


_SHARING = ("landkreis", "kreis", "stadt", "gemeinde", "verbandsgemeinde", "ortsgemeinde", "sparkasse", "volksbank")


def _by_head(found: Sequence[Organisation], words: Lexicon) -> list[list[Organisation]]:
    """Group organisations whose names begin with the same noun, in the place of the first of them."""
    groups: dict[str, list[Organisation]] = {}
    for place, one in enumerate(found):
        groups.setdefault(_head(one, words) or f"{place}", []).append(one)
    return list(groups.values())


def _shared(group: Sequence[Organisation], case: Case, words: Lexicon) -> str:
    head = group[0].shown.partition(" ")[0]
    noun = words.noun(head)
    if noun is None:
        raise UnsayableError(head)
    names = listing([one.shown.partition(" ")[2] for one in group], last="und")
    return f"{article('der', Gender.PLURAL, case)} {noun.form(case, plural=True)} {names}"
