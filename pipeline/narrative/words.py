"""What a sentence pattern may name: values that know their grammar, and the German-named filters that ask for it.

A filter answers with text. Where the grammar is not known it raises `UnsayableError`, and the composer takes
another pattern.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..german import noun_phrases, quantities
from ..german.enumerations import listing
from ..german.grammar import Case, ending, relative
from ..german.lexicon import Lexicon, Phrase
from ..german.organisations import Organisation, Organisations, UnsayableError, named, subject_is_plural
from ..german.orthography import quote
from ..german.quantities import Form
from ..settings import Wording
from ..statistics.figures import Figure
from ..statistics.printed import mark


@dataclass(frozen=True)
class Language:
    """Everything that words need: the lexicon, the organisations, how numbers are said, and one relative clause."""

    words: Lexicon
    organisations: Organisations
    wording: Wording
    relation: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of event, meeting or initiative: „Fachforum“."""

    phrase: Phrase

    plural = False


@dataclass(frozen=True)
class Parties:
    """Organisations as subject or object."""

    found: tuple[Organisation, ...]
    language: Language
    formal: bool = False

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return subject_is_plural(self.found)

    def say(self, case: Case, *, articles: bool, relation: bool = True) -> str:
        """Return them as an enumeration."""
        language = self.language
        own = language.organisations.own
        found = [one.formal(language.words) if self.formal and one.key != own.key else one for one in self.found]
        return named(
            found,
            case,
            language.words,
            articles=articles,
            relation=language.relation if relation and not self.formal and len(found) <= _FEW else "",
            owners=language.organisations,
        )


_FEW = 3  # longer lists bear neither articles nor relative clauses


@dataclass(frozen=True)
class Group:
    """People or things as staff typed them, without article: „junge Flüchtlinge“."""

    parts: tuple[str, ...]
    words: Lexicon
    people: bool = False

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural; raises where the words do not tell."""
        if len(self.parts) > 1:
            return True
        found = noun_phrases.is_plural(self.parts[0], self.words)
        if found is None:
            raise UnsayableError(self.parts[0])
        return found


@dataclass(frozen=True)
class Subject:
    """What something is about, as typed: „Integration von Flüchtlingen in den Arbeitsmarkt“."""

    text: str
    words: Lexicon

    plural = False


@dataclass(frozen=True)
class Number:
    """A figure, perhaps qualified by who typed it."""

    figure: Figure
    wording: Wording
    qualifier: str = ""

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return self.figure.value != 1

    def say(self, form: Form = "genau", noun: str = "", case: Case = Case.NOM, words: Lexicon | None = None) -> str:
        """Return the number as a printed figure, with its noun: „über 150 Gäste“, „ein Gast“, „keine Gäste“."""
        value = self.figure.value
        known = words.noun(noun) if noun and words else None
        plain = not (self.qualifier or self.figure.at_least or self.figure.approximate)
        if known is None:
            return mark(self.figure.key, self._alone(form))
        if plain and value in (0, 1) and isinstance(value, int):
            said = quantities.before_noun(value, known.gender, case, self.wording)
            return f"{mark(self.figure.key, said)} {known.form(case, plural=value == 0)}"
        several = quantities.several_in(value, case, self.wording) if isinstance(value, int) else ""
        said = (
            several if form == "mehrere" and plain and several else self._alone("genau" if form == "mehrere" else form)
        )
        if value == 1:  # „mindestens ein Gast“
            said = said.removesuffix("1") + quantities.before_noun(1, known.gender, case, self.wording)
        return f"{mark(self.figure.key, said)} {known.form(case, plural=value != 1)}"

    def _alone(self, form: Form) -> str:
        return quantities.stated(self.figure, self.wording, form=form, qualifier=self.qualifier)


@dataclass(frozen=True)
class Counted:
    """Several kinds with how often each occurred."""

    numbers: tuple[tuple[Phrase, Number], ...]
    language: Language

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return len(self.numbers) > 1 or any(number.plural for _, number in self.numbers)


@dataclass(frozen=True)
class Phrases:
    """Kinds as plural nouns, without numbers."""

    singular: tuple[Phrase, ...]
    language: Language

    plural = True


@dataclass(frozen=True)
class Title:
    """A title or another text that is quoted."""

    text: str

    plural = False


@dataclass(frozen=True)
class Listed:
    """Plain parts of an enumeration: themes."""

    parts: tuple[str, ...]

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return len(self.parts) > 1


@dataclass(frozen=True)
class Said:
    """Finished words: „in Prüm“, „im Februar“."""

    text: str

    plural = False

    def __str__(self) -> str:
        return self.text


def _kind(case: Case) -> Callable[..., str]:
    def inflect(value: Any, *adjectives: str) -> str:
        if isinstance(value, Kind):
            shared = value.phrase.noun.singular.startswith("Gemein")
            return value.phrase.form(
                case, "ein", more=tuple(a for a in adjectives if not (shared and a == "gemeinsam"))
            )
        if isinstance(value, Parties):
            return value.say(case, articles=True)
        if isinstance(value, Group):
            return _group(value, case)
        raise TypeError(value)

    return inflect


def _group(value: Group, case: Case) -> str:
    inflected: list[str] = []
    for part in value.parts:
        if value.people and noun_phrases.is_single_group(part, value.words):
            said = noun_phrases.definite(part, case, value.words)  # „der Posaunenchor“
        else:
            said = noun_phrases.dative(part, value.words) if case is Case.DAT else part
        if said is None:
            raise UnsayableError(part)
        inflected.append(said)
    return listing(inflected)


def _dative_beside(value: Group) -> str:
    """Return things in the dative that stand well after „mit“: nothing that says „mit“ itself."""
    if any(" mit " in part for part in value.parts):
        raise UnsayableError(listing(value.parts))
    return _group(value, Case.DAT)


def _without_article(value: Parties) -> str:
    return value.say(Case.DAT, articles=False)


def _names(value: Parties) -> str:
    return value.say(Case.NOM, articles=len(value.found) == 1 and value.found[0].gender is not None)


def _short_dative(value: Parties) -> str:
    return value.say(Case.DAT, articles=len(value.found) < _FEW)


def _list_only(value: Parties) -> str:
    return listing([one.shown for one in value.found])


def _relative(value: Kind, case: str = "akkusativ") -> str:
    return relative(value.phrase.gender, Case(case))


def _plural_noun(value: Kind, *adjectives: str) -> str:
    if not value.phrase.noun.plural:
        raise UnsayableError(value.phrase.noun.singular)
    return value.phrase.form(Case.NOM, "", plural=True, more=adjectives)


def _themes(value: Listed) -> str:
    return f"{'zu den Themen' if value.plural else 'zum Thema'} {listing(value.parts)}"


def _above(value: Number | Subject, noun: str = "", case: str = "nominativ", *, _words: Lexicon) -> str:
    if isinstance(value, Number):
        return _number("ueber")(value, noun, case, _words=_words)
    return _about("über", Case.ACC)(value)


def _about(preposition: str, case: Case) -> Callable[[Subject], str]:
    def say(value: Subject) -> str:
        said = noun_phrases.definite(value.text, case, value.words, preposition)
        if said is None:
            raise UnsayableError(value.text)
        return said

    return say


def _the_object(value: Group) -> str:
    """Return one thing with its article in the accusative: „die Podiumsdiskussion“."""
    if len(value.parts) != 1 or " " in value.parts[0] or value.plural:
        raise UnsayableError(listing(value.parts))
    return _about("", Case.ACC)(Subject(value.parts[0], value.words))


def _reported(value: Group) -> str:
    """Return what follows „Berichte“ („über …“), which people can do themselves: „berichteten über …“."""
    first = value.parts[0] if len(value.parts) == 1 else ""
    for start in ("Berichte über ", "Bericht über "):
        if first.startswith(start):
            return "über " + first.removeprefix(start)
    raise UnsayableError(first)


def _number(form: Form) -> Callable[..., str]:
    def say(value: Number, noun: str = "", case: str = "nominativ", *, _words: Lexicon) -> str:
        return value.say(form, noun, Case(case), _words)

    return say


def _digits(value: Number) -> str:
    return mark(value.figure.key, quantities.stated(value.figure, value.wording, words=False))


def _number_alone(value: Number, noun: str, *, _words: Lexicon) -> str:
    """Return a number that stands for its noun: „eine“, „keines“, „zwölf“, „47“."""
    known = _words.noun(noun)
    count = value.figure.value
    if known is not None and count in (0, 1) and not value.figure.at_least:
        stem = "kein" if count == 0 else "ein"
        return mark(value.figure.key, stem + ending("", known.gender, Case.NOM))
    return value.say()


def _counted(value: Counted) -> str:
    """Return „drei Foren und ein Workshop“; digits for all where one needs them."""
    digits = any(
        isinstance(n.figure.value, int) and n.figure.value > n.wording.zahlwoerter_bis for _, n in value.numbers
    )
    parts = []
    for phrase, n in value.numbers:
        count = n.figure.value
        if not isinstance(count, int) or (count > 1 and not phrase.noun.plural):
            raise UnsayableError(phrase.noun.singular)
        said = quantities.before_noun(count, phrase.gender, Case.NOM, n.wording, digits=digits)
        parts.append(f"{mark(n.figure.key, said)} {phrase.form(Case.NOM, '', plural=count != 1)}")
    return listing(parts)


def _several(value: Counted) -> str:
    """Return „mehrere Foren und Informationsveranstaltungen“ where each of them is more than one."""
    total = sum(n.figure.value for _, n in value.numbers if isinstance(n.figure.value, int))
    said = quantities.several(total, value.language.wording)
    if not said or any(not n.plural or not phrase.noun.plural for phrase, n in value.numbers):
        raise UnsayableError("mehrere")
    parts = [phrase.form(Case.NOM, "", plural=True) for phrase, _ in value.numbers]
    parts[0] = f"{said} {parts[0]}"
    return listing([mark(n.figure.key, part) for part, (_, n) in zip(parts, value.numbers, strict=True)])


def _gathered(value: Phrases) -> str:
    """Return „Treffen, Gespräche sowie Arbeitskreis- und Veranstaltungsteilnahmen“."""
    from ..german.enumerations import gathered

    if any(not phrase.noun.plural for phrase in value.singular):
        raise UnsayableError("Mehrzahl")
    plurals = [phrase.form(Case.NOM, "", plural=True) for phrase in value.singular]
    heads = []
    for phrase in value.singular:
        end = value.language.words.last_part(phrase.noun.plural)
        heads.append("" if phrase.tail or phrase.adjectives else end)
    return listing(gathered(plurals, heads))


def _verb(value: Any, one: str, many: str) -> str:
    return many if value.plural else one


FILTERS: Mapping[str, tuple[Callable[..., str], tuple[type, ...]]] = {
    "nominativ": (_kind(Case.NOM), (Kind, Parties, Group)),
    "genitiv": (_kind(Case.GEN), (Kind, Parties)),
    "dativ": (_kind(Case.DAT), (Kind, Parties, Group)),
    "akkusativ": (_kind(Case.ACC), (Kind, Parties, Group)),
    "ohne_artikel": (_without_article, (Parties,)),
    "namen": (_names, (Parties,)),
    "liste": (_list_only, (Parties,)),
    "relativ": (_relative, (Kind,)),
    "mehrzahl": (_plural_noun, (Kind,)),
    "zu": (_about("zu", Case.DAT), (Subject,)),
    "ueber": (_above, (Subject, Number)),
    "um": (_about("um", Case.ACC), (Subject,)),
    "mit_artikel": (_about("", Case.NOM), (Subject,)),
    "dativ_kurz": (_short_dative, (Parties,)),
    "dativ_dabei": (_dative_beside, (Group,)),
    "ziffern": (_digits, (Number,)),
    "zum_thema": (_themes, (Listed,)),
    "zahl_allein": (_number_alone, (Number,)),
    "gegenstand": (_the_object, (Group,)),
    "berichtet": (_reported, (Group,)),
    "zahl": (_number("genau"), (Number,)),
    "rund": (_number("rund"), (Number,)),
    "mehrere": (_number("mehrere"), (Number,)),
    "gezaehlt": (_counted, (Counted,)),
    "etliche": (_several, (Counted,)),
    "gesammelt": (_gathered, (Phrases,)),
    "zitat": (lambda value: quote(value.text), (Title, Subject)),
    "aufzaehlung": (lambda value: listing(value.parts), (Listed,)),
    "verb": (_verb, (Kind, Parties, Group, Number, Counted, Phrases, Listed)),
}


_WITH_WORDS = ("zahl", "zahl_allein", "rund", "mehrere", "ueber")


def bound(words: Lexicon) -> dict[str, Callable[..., str]]:
    """Return the filters for a template environment; number filters are told the lexicon for their nouns."""

    def with_words(function: Callable[..., str]) -> Callable[..., str]:
        def call(value: Any, *given: str) -> str:
            return function(value, *given, _words=words)

        return call

    return {
        name: with_words(function) if name in _WITH_WORDS else function for name, (function, kinds) in FILTERS.items()
    }
