"""A noun with its forms, and with the adjectives before it."""

from __future__ import annotations

from dataclasses import dataclass

from .grammar import Article, Case, Gender, article, ending


@dataclass(frozen=True)
class Noun:
    """A noun with its forms; `plural` is "" where it has none.

    `weak` marks „der Experte, den Experten“, `adjectival` „ein Vorsitzender, der Vorsitzende, dem Vorsitzenden“.
    """

    singular: str
    plural: str
    gender: Gender
    genitive: str = ""
    weak: bool = False
    adjectival: bool = False

    def form(self, case: Case, *, plural: bool = False, after: Article = "") -> str:
        """Return the noun in `case` as it stands `after` an article; a name may have none: „der Paritätische“."""
        if not self.singular:
            return ""
        if self.adjectival:
            stem = self.singular.removesuffix(ending("", self.gender, Case.NOM))
            return stem + ending(after, Gender.PLURAL if plural else self.gender, case)
        if plural or self.gender is Gender.PLURAL:
            return dative_plural(self.plural) if case is Case.DAT else self.plural
        if self.weak:
            return self.singular if case is Case.NOM else self.plural
        if case is Case.GEN:
            return self.genitive or genitive(self.singular, self.gender)
        return self.singular


def genitive(word: str, gender: Gender) -> str:
    """Return the genitive singular of a noun that inflects regularly."""
    if gender not in (Gender.MASCULINE, Gender.NEUTER):
        return word
    if word.endswith(("s", "ß", "x", "z", "sch", "st")):
        return word + "es"
    return word + "s"


def dative_plural(word: str) -> str:
    """Return the dative of a plural."""
    return word if word.endswith(("n", "s", "a")) else word + "n"


@dataclass(frozen=True)
class Phrase:
    """A noun with the adjectives before it and what follows it: „Runder Tisch zur Pflege“.

    An adjective is a stem that inflects (`inflects` True) or a word that stays („Trierer“). What is `unique` is never
    „ein“: „der Internationale Frauentag“.
    """

    noun: Noun
    adjectives: tuple[tuple[str, bool], ...] = ()
    tail: str = ""
    unique: bool = False

    @property
    def gender(self) -> Gender:
        """Return the gender in the singular."""
        return self.noun.gender

    def form(self, case: Case, kind: Article = "", *, plural: bool = False, more: tuple[str, ...] = ()) -> str:
        """Return the phrase in `case` with article; `more` are stems of adjectives put in front: „gemeinsam“."""
        gender = Gender.PLURAL if plural else self.noun.gender
        kind = "der" if kind == "ein" and self.unique and not plural else kind
        endings = ending(kind, gender, case)
        describing = [stem + endings for stem in more]
        describing += [word + endings if inflects else word for word, inflects in self.adjectives]
        parts = (article(kind, gender, case), *describing, self.noun.form(case, plural=plural, after=kind), self.tail)
        return " ".join(part for part in parts if part)
