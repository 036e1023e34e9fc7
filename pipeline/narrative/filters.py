"""The German-named forms (filters) that patterns put words into: „{{ format | dativ }}“.

A form answers with text. Where the grammar is not known it raises `UnsayableError`, and the composer takes another
pattern.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from ..base.marks import mark
from ..german import noun_phrases, people, quantities
from ..german.enumerations import gathered, listing, others, shortened
from ..german.grammar import Case, contract, ending, relative
from ..german.lexicon import Lexicon
from ..german.organisations import UnsayableError
from ..german.orthography import quote
from ..german.quantities import Form
from .phrases import (
    FEW,
    FEW_THEMES,
    MANY,
    Bodies,
    Counted,
    KindPhrase,
    Listed,
    Number,
    Parties,
    PeopleOrThings,
    Phrases,
    Subject,
    Title,
)


def _kind(case: Case) -> Callable[..., str]:
    def inflect(value: Any, *adjectives: str) -> str:
        if isinstance(value, KindPhrase):
            shared = value.phrase.noun.singular.startswith("Gemein")
            return value.say(case, tuple(a for a in adjectives if not (shared and a == "gemeinsam")))
        if isinstance(value, Parties):
            return value.say(case, articles=True)
        if isinstance(value, PeopleOrThings):
            return _group(value, case)
        raise TypeError(value)

    return inflect


def _group(value: PeopleOrThings, case: Case) -> str:
    inflected: list[str] = []
    for typed in value.parts if len(value.parts) <= MANY + 1 else value.parts[:MANY]:
        part = value.words.in_sentence(typed)
        if case is Case.ACC and not value.people and noun_phrases.changes_in_accusative(part, value.words):
            raise UnsayableError(part)
        if value.people:
            phrase = people.people(part, case, value.words, audience=value.audience)
        else:
            phrase = noun_phrases.dative(part, value.words) if case is Case.DAT else part
        inflected.append(_known(phrase, part))
    if len(value.parts) > MANY + 1:
        inflected.append(others(len(value.parts) - MANY, dative=case is Case.DAT))
    return listing(inflected)


def _known(phrase: str | None, typed: str) -> str:
    """Return what the grammar knows; raises where it does not know what was typed."""
    if not phrase:
        raise UnsayableError(typed)
    return phrase


def _without_with(value: PeopleOrThings) -> PeopleOrThings:
    if any(" mit " in part for part in value.parts):
        raise UnsayableError(listing(value.parts))
    return value


def _as_typed(value: PeopleOrThings, label: str) -> str:
    """Return people or things as they were typed, behind the label that they need: „Mitwirkende: Jan Böhm“."""
    typed = listing(value.parts)
    return typed if ": " in typed else f"{label}: {typed}"


def _indefinite(value: PeopleOrThings) -> str:
    """Return things with the article that one of them needs: „ein Rundgang durch den Hof“, „Rundgänge und Musik“."""
    parts = map(value.words.in_sentence, value.parts)
    return listing([_known(noun_phrases.indefinite(part, value.words), part) for part in parts])


def _indefinite_beside(value: PeopleOrThings) -> str:
    """Return the same where „mit …“ follows: nothing that says „mit“ itself."""
    return _indefinite(_without_with(value))


def _taken_part_in(value: KindPhrase, *, _words: Lexicon) -> str:
    """Return what a participation was in: „Veranstaltungsteilnahme“ -> „an einer Veranstaltung“."""
    before = value.phrase.noun.singular.removesuffix("teilnahme").rstrip("-")
    event = _words.phrase(before.removesuffix("s")) or _words.phrase(before)
    if event is None:
        raise UnsayableError(value.phrase.noun.singular)
    return f"an {event.form(Case.DAT, 'ein')}"


def _dative_beside(value: PeopleOrThings) -> str:
    """Return things in the dative that stand well after „mit“: nothing that says „mit“ itself."""
    return _group(_without_with(value), Case.DAT)


def _without_article(value: Parties) -> str:
    return value.say(Case.DAT, articles=False)


def _names(value: Parties) -> str:
    """Return names as the subject of a sentence; a single one needs its article and number."""
    if len(value.organisations) == 1:
        return value.organisations[0].with_article(Case.NOM)
    return value.say(Case.NOM, articles=False)


def _short_dative(value: Parties) -> str:
    return value.say(Case.DAT, articles=len(value.organisations) < FEW)


def _list_only(value: Parties) -> str:
    return listing([one.shown for one in value.organisations])


def _relative(value: KindPhrase, case: str = "akkusativ") -> str:
    return relative(value.phrase.gender, Case(case))


def _plural_noun(value: KindPhrase, *adjectives: str) -> str:
    if not value.phrase.noun.plural:
        raise UnsayableError(value.phrase.noun.singular)
    return value.phrase.form(Case.NOM, "", plural=True, more=adjectives)


def _themes(value: Listed) -> str:
    phrases = any(" " in part or any(c in part for c in ",;:?!/") for part in value.parts)
    listed = shortened([quote(part) for part in value.parts] if phrases else value.parts, FEW_THEMES, dative=True)
    return f"{'unter anderem ' if value.some else ''}{'zu den Themen' if value.plural else 'zum Thema'} {listed}"


def _above(value: Number | Subject, noun: str = "", case: str = "nominativ", *, _words: Lexicon) -> str:
    if isinstance(value, Number):
        return _number("ueber")(value, noun, case, _words=_words)
    return _about("über", Case.ACC)(value)


def _to(value: KindPhrase | Subject) -> str:
    """Return „zu einem Konzert“, „zum Konzert „Ebbe und Flut““, „zur Integration von Flüchtlingen“."""
    return contract("zu", value.say(Case.DAT)) if isinstance(value, KindPhrase) else _about("zu", Case.DAT)(value)


def _about(preposition: str, case: Case) -> Callable[[Subject], str]:
    def say(value: Subject) -> str:
        text = value.words.in_sentence(value.text)
        return _known(noun_phrases.definite(text, case, value.words, preposition), text)

    return say


def _who(value: Subject) -> str:
    return _known(noun_phrases.nominative(value.text, value.words), value.text)


def _the_object(value: PeopleOrThings) -> str:
    """Return one thing with its article in the accusative: „die Podiumsdiskussion“."""
    if len(value.parts) != 1 or " " in value.parts[0] or value.plural:
        raise UnsayableError(listing(value.parts))
    return _about("", Case.ACC)(Subject(value.parts[0], value.words))


def _reported(value: PeopleOrThings) -> str:
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
    """Return a number in digits with its sign: „31“, „12,5 %“, „91.200 Euro“."""
    unit = quantities.sign(value.figure.unit).replace("€", "Euro")
    shown = quantities.stated(value.figure, value.wording, words=False, beside=value.beside)
    return mark(value.figure.key, f"{shown}{quantities.NO_BREAK}{unit}" if unit else shown)


def _number_alone(value: Number, noun: str, *, _words: Lexicon) -> str:
    """Return a number that stands for its noun: „eine“, „keines“, „zwölf“, „47“."""
    known = _words.noun(noun)
    count = value.figure.value
    if known is not None and count in (0, 1) and not value.figure.at_least:
        stem = "kein" if count == 0 else "ein"
        return mark(value.figure.key, stem + ending("", known.gender, Case.NOM))
    return value.say()


def _counted(value: Counted, case: str = "nominativ") -> str:
    """Return „drei Foren und ein Workshop“; digits for all where one needs them."""
    digits = any(
        isinstance(n.figure.value, int) and n.figure.value > n.wording.zahlwoerter_bis for _, n in value.numbers
    )
    parts = []
    for phrase, n in value.numbers:
        count = n.figure.value
        if not isinstance(count, int) or (count > 1 and not phrase.noun.plural):
            raise UnsayableError(phrase.noun.singular)
        number = quantities.before_noun(count, phrase.gender, Case(case), n.wording, digits=digits)
        parts.append(f"{mark(n.figure.key, number)} {phrase.form(Case(case), '', plural=count != 1)}")
    return listing(parts)


def _several(value: Counted) -> str:
    """Return „mehrere Foren und Informationsveranstaltungen“ where each of them is more than one, or „zahlreiche“."""
    wording = value.language.wording
    counts = [n.figure.value for _, n in value.numbers if isinstance(n.figure.value, int)]
    word = quantities.several(sum(counts), wording)
    if word != quantities.several(3, wording):  # what is said of all must be true of each
        word = word if all(quantities.several(one, wording) == word for one in counts) else ""
    if not word or any(not n.plural or not phrase.noun.plural for phrase, n in value.numbers):
        raise UnsayableError("mehrere")
    parts = [phrase.form(Case.NOM, "", plural=True) for phrase, _ in value.numbers]
    parts[0] = f"{word} {parts[0]}"
    return listing([mark(n.figure.key, part) for part, (_, n) in zip(parts, value.numbers, strict=True)])


def _with_numbers(value: Counted) -> str:
    """Return „Ehrungen (6) und Sportfeste (5)“."""
    if any(not phrase.noun.plural for phrase, _ in value.numbers):
        raise UnsayableError("Mehrzahl")
    return listing(
        [
            f"{phrase.form(Case.NOM, '', plural=True)} ({mark(n.figure.key, quantities.in_figures(n.figure))})"
            for phrase, n in value.numbers
        ]
    )


def _how_often(value: Bodies) -> str:
    """Return „der Beirat viermal und der Runde Tisch Pflege zweimal“."""
    parts = []
    for phrase, n in value.numbers:
        times = quantities.times(n.figure.value, n.wording) if isinstance(n.figure.value, int) else ""
        parts.append(f"{phrase.form(Case.NOM, 'der')} {mark(n.figure.key, times)}")
    return listing(parts, last="und")


def _gathered(value: Phrases) -> str:
    """Return „Treffen, Gespräche sowie Arbeitskreis- und Veranstaltungsteilnahmen“."""
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


# Every form: what it does to a value and the kinds of value that have it.
FILTERS: Mapping[str, tuple[Callable[..., str], tuple[type, ...]]] = {
    "nominativ": (_kind(Case.NOM), (KindPhrase, Parties, PeopleOrThings)),
    "genitiv": (_kind(Case.GEN), (KindPhrase, Parties)),
    "dativ": (_kind(Case.DAT), (KindPhrase, Parties, PeopleOrThings)),
    "akkusativ": (_kind(Case.ACC), (KindPhrase, Parties, PeopleOrThings)),
    "ohne_artikel": (_without_article, (Parties,)),
    "namen": (_names, (Parties,)),
    "liste": (_list_only, (Parties,)),
    "genannt": (_as_typed, (PeopleOrThings,)),
    "unbestimmt": (_indefinite, (PeopleOrThings,)),
    "unbestimmt_dabei": (_indefinite_beside, (PeopleOrThings,)),
    "woran": (_taken_part_in, (KindPhrase,)),
    "relativ": (_relative, (KindPhrase,)),
    "mehrzahl": (_plural_noun, (KindPhrase,)),
    "zu": (_to, (KindPhrase, Subject)),
    "ueber": (_above, (Subject, Number)),
    "um": (_about("um", Case.ACC), (Subject,)),
    "mit_artikel": (_who, (Subject,)),
    "dativ_kurz": (_short_dative, (Parties,)),
    "dativ_dabei": (_dative_beside, (PeopleOrThings,)),
    "ziffern": (_digits, (Number,)),
    "zum_thema": (_themes, (Listed,)),
    "zahl_allein": (_number_alone, (Number,)),
    "gegenstand": (_the_object, (PeopleOrThings,)),
    "berichtet": (_reported, (PeopleOrThings,)),
    "zahl": (_number("genau"), (Number,)),
    "rund": (_number("rund"), (Number,)),
    "mehrere": (_number("mehrere"), (Number,)),
    "gezaehlt": (_counted, (Counted,)),
    "mit_zahlen": (_with_numbers, (Counted,)),
    "wie_oft": (_how_often, (Bodies,)),
    "etliche": (_several, (Counted,)),
    "gesammelt": (_gathered, (Phrases,)),
    "zitat": (lambda value: quote(value.text), (Title, Subject)),
    "aufzaehlung": (lambda value: listing(value.parts), (Listed,)),
    "verb": (_verb, (KindPhrase, Parties, PeopleOrThings, Number, Counted, Bodies, Phrases, Listed)),
}


def bound(words: Lexicon) -> dict[str, Callable[..., str]]:
    """Return the filters for a template environment; those that ask for `_words` are given the lexicon."""
    return {
        name: partial(function, _words=words) if "_words" in inspect.signature(function).parameters else function
        for name, (function, _) in FILTERS.items()
    }
