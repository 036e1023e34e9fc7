"""What a sentence pattern may name: values that know their grammar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..base.figures import Figure
from ..base.marks import mark
from ..base.settings import NumberStyle
from ..german import noun_phrases, people, quantities
from ..german.enumerations import others
from ..german.grammar import Case
from ..german.lexicon import Lexicon
from ..german.nouns import Phrase
from ..german.organisations import Organisation, Organisations, UnsayableError
from ..german.orthography import quote
from ..german.parties import named, subject_is_plural
from ..german.quantities import Form


@dataclass(frozen=True)
class Language:
    """Everything that words need: the lexicon, the organisations, how numbers are said, and one relative clause."""

    words: Lexicon
    organisations: Organisations
    wording: NumberStyle
    relation: str = ""


@dataclass(frozen=True)
class KindPhrase:
    """A kind of event, meeting or initiative: „Fachforum“; with its title it is a certain one: „das Konzert „Ebbe““.

    `each` is one on each of several days: „je ein Fachforum“.
    """

    phrase: Phrase
    title: str = ""
    each: bool = False

    plural = False

    def say(self, case: Case, more: tuple[str, ...] = ()) -> str:
        """Return „ein Konzert“, or „das Konzert „Ebbe und Flut““; `more` are stems of adjectives."""
        if not self.title:
            return ("je " if self.each else "") + self.phrase.form(case, "ein", more=more)
        label = self.phrase.tail if self.phrase.tail.startswith("(") else ""
        phrase = replace(self.phrase, tail="") if label else self.phrase
        return f"{phrase.form(case, 'der', more=more)} {quote(self.title)} {label}".strip()


@dataclass(frozen=True)
class Parties:
    """Organisations as subject or object."""

    organisations: tuple[Organisation, ...]
    language: Language
    formal: bool = False

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return subject_is_plural(self.organisations)

    def say(self, case: Case, *, articles: bool, relation: bool = True) -> str:
        """Return them as an enumeration."""
        language = self.language
        own = language.organisations.own
        parties = self.organisations
        if len(parties) > MANY and not self.formal:
            first = replace(self, organisations=parties[: MANY - 2]).say(case, articles=articles)
            return f"{first} sowie {others(len(parties) - MANY + 2, dative=case is Case.DAT)}"
        return named(
            [one.formal(language.words) if self.formal and one.key != own.key else one for one in parties],
            case,
            language.words,
            articles=articles,
            relation=language.relation if relation and not self.formal and len(parties) <= FEW else "",
            owners=language.organisations,
        )


MANY = 12  # longer lists end in „sowie drei weitere“
FEW_THEMES = 6  # so many themes are named
FEW = 3  # longer lists bear neither articles nor relative clauses


@dataclass(frozen=True)
class PeopleOrThings:
    """People or things as staff typed them, without article: „junge Flüchtlinge“."""

    parts: tuple[str, ...]
    words: Lexicon
    people: bool = False
    audience: bool = False  # whether they are those for whom something is: always several

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural; raises where the words do not tell."""
        if len(self.parts) > 1:
            return True
        part = self.parts[0]
        plural = (
            people.several(part, self.words, audience=self.audience)
            if self.people
            else noun_phrases.is_plural(part, self.words)
        )
        if plural is None:
            raise UnsayableError(part)
        return plural


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
    wording: NumberStyle
    qualifier: str = ""
    beside: object = None  # the amount it is compared with, so that both have cents or neither

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return self.figure.value != 1

    def say(self, form: Form = "genau", noun: str = "", case: Case = Case.NOM, words: Lexicon | None = None) -> str:
        """Return the number as a printed figure, with its noun: „über 150 Gäste“, „ein Gast“, „keine Gäste“."""
        value = self.figure.value
        counted = words.noun(noun) if noun and words else None
        plain = not (self.qualifier or self.figure.at_least or self.figure.approximate)
        if counted is None:
            return mark(self.figure.key, self._alone(form))
        if plain and value in (0, 1) and isinstance(value, int):
            number = quantities.before_noun(value, counted.gender, case, self.wording)
            return f"{mark(self.figure.key, number)} {counted.form(case, plural=value == 0)}"
        several = quantities.several_in(value, case, self.wording) if isinstance(value, int) else ""
        number = (
            several if form == "mehrere" and plain and several else self._alone("genau" if form == "mehrere" else form)
        )
        if value == 1:  # „mindestens ein Gast“
            number = number.removesuffix("1") + quantities.before_noun(1, counted.gender, case, self.wording)
        return f"{mark(self.figure.key, number)} {counted.form(case, plural=value != 1)}"

    def _alone(self, form: Form) -> str:
        value = self.figure.value
        if isinstance(value, int) and value < self.wording.runden_im_satz_ab and form != "mehrere":
            form = "genau"
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
class Bodies:
    """Bodies with how often each of them met."""

    numbers: tuple[tuple[Phrase, Number], ...]
    language: Language

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return len(self.numbers) > 1


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
    """Plain parts of an enumeration: themes; perhaps only `some` of them."""

    parts: tuple[str, ...]
    some: bool = False

    @property
    def plural(self) -> bool:
        """Whether a verb agrees in the plural."""
        return len(self.parts) > 1


@dataclass(frozen=True)
class Words:
    """Finished words: „in Prüm“, „im Februar“."""

    text: str

    plural = False

    def __str__(self) -> str:
        return self.text
