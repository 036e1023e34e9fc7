"""From cells to the words that patterns name: kinds, organisations, places, times, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from ..base.figures import Figure, project_slug
from ..base.names import identity
from ..base.records import Count, Tables
from ..base.settings import Settings
from ..german import periods
from ..german.grammar import Case
from ..german.lexicon import Phrase, lexicon
from ..german.noun_phrases import with_adjectives
from ..german.organisations import Organisation, organisation, organisations
from ..german.places import at
from ..german.quantities import typed_qualifier
from . import titles
from .phrases import FEW, KindPhrase, Language, Listed, Number, Parties, PeopleOrThings, Subject, Words


def language(tables: Tables, settings: Settings, relation: str) -> Language:
    """Return the language of an association: its words, its partners, itself, its ways with numbers."""
    words = lexicon(settings.woerter)
    own = organisation(
        settings.organisation.name or "Organisation",
        words,
        short=settings.organisation.kurz,
        gender=settings.organisation.artikel or _own_article(tables, settings),
    )
    partners = [
        organisation(
            row.name, words, short=row.kurzform, gender=row.artikel, dative=row.dativ, belongs_to=row.gehoert_zu
        )
        for row in rows(tables["partner"])
    ]
    return Language(words, organisations(partners, own, words), settings.sprache, relation)


def rows(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of a frame as named tuples, `Index` being their id."""
    return list(frame.itertuples())


def source(tables: Tables, row: int) -> dict[str, Any]:
    """Return where a record stands, as the words that `problem` takes."""
    found: Any = tables.sources.loc[row]
    return {"file": str(found["file"]), "sheet": str(found["sheet"]) or None, "row": int(found["row"])}


def _own_article(tables: Tables, settings: Settings) -> str:
    """Return the article that the partners' list gives the association itself."""
    partner = tables["partner"]
    names = {identity(name) for name in (settings.organisation.name, settings.organisation.kurz) if name}
    ours = partner["name"].map(identity).isin(names) | partner["kurzform"].map(identity).isin(names)
    articles = partner[ours]["artikel"]
    return str(articles.iloc[0]) if len(articles) else ""


OCCASIONS = {"Veranstaltung": "Format", "Treffen": "Art"}  # what takes place, and what staff call its kind


def kind(name: str, noun: str, language: Language) -> Phrase:
    """Return the grammar of a kind of `noun`; where it is not known, „Veranstaltung (Format: …)“ says it all the same.

    Of events and meetings only those kinds are known that can take place.
    """
    name = name[:1].upper() + name[1:] if name.islower() else name
    found = known_kind(name, noun, language)
    if found is not None:
        return found
    general = language.words.noun(noun)
    assert general is not None, noun  # noqa: S101 - our own words are in the lexicon
    return Phrase(general, tail=f"({OCCASIONS.get(noun, 'Art')}: {name})" if name else "")


def known_kind(name: str, noun: str, language: Language) -> Phrase | None:
    """Return the grammar of a kind of `noun` („Veranstaltung“, „Treffen“, „Initiative“), None where it is not known."""
    words = language.words
    return (words.occasion(name) if noun in OCCASIONS else words.phrase(name)) if name else None


def parties(names: Iterable[str], language: Language, *, formal: bool = False) -> Parties:
    """Return organisations by the names that a table gives them."""
    return Parties(tuple(language.organisations.find(name) for name in names), language, formal)


_ONLINE = ("online", "digital", "virtuell", "webinar", "video")


def place(typed: str, language: Language, kind: str = "") -> dict[str, Any]:
    """Return `ort` („in Prüm“), or `ort_genannt` where no preposition is known; nothing for no place.

    A `kind` that is online already is in no other place: „Webinar“.
    """
    if not typed or (typed.lower().startswith(_ONLINE) and any(word in kind.lower() for word in _ONLINE)):
        return {}
    said = at(typed, language.organisations)
    return {"ort": Words(said)} if said else {"ort_genannt": Words(typed)}


def when(first: date, exact: str) -> str:
    """Return when in its year a row was: „im Februar“; "" where only the year is known."""
    return "" if exact == "jahr" else periods.in_month(first, year=False)


def when_alone(row: Any) -> str:
    """Return when a row was where nothing before it names the year: „am 8. Mai 2021“, „im Mai 2021“, „im Jahr 2021“."""
    first = row.datum.date()
    if row.genau == "tag" and pd.isna(row.bis):
        return f"am {periods.day(first)}"
    return f"im Jahr {first.year}" if row.genau == "jahr" else periods.in_month(first)


def when_opening(row: Any, language: Language) -> str:
    """Return when a row was that opens a year among others: „Anfang 2017“ for January, else as `when`."""
    first = row.datum.date()
    if row.genau != "jahr" and first.month == 1 and first.month <= language.wording.anfang_bis_monat:
        return periods.point(first, language.wording)
    return when(first, row.genau)


def number(figure: Figure | None, language: Language, count: Count | None = None) -> dict[str, Any]:
    """Return `teilnehmer` with the qualifier that staff typed; nothing where no figure is."""
    if figure is None:
        return {}
    qualifier = typed_qualifier(count.typed) if count is not None and count.kind != "spanne" else ""
    return {"teilnehmer": Number(figure, language.wording, qualifier)}


def event(row: Any, figure: Figure | None, language: Language) -> dict[str, Any]:
    """Return the words of one event; what the row does not say is not there."""
    day = when(row.datum.date(), row.genau)
    count = row.teilnehmerzahl if isinstance(row.teilnehmerzahl, Count) else None
    phrase = kind(row.format, "Veranstaltung", language)
    facts: dict[str, Any] = titles.named(row, phrase, language)
    facts |= place(row.ort, language, row.format) | number(figure, language, count)
    if "ort" in facts and (journey := titles.journey(row, facts["format"], str(facts["ort"]), language)) is not None:
        del facts["ort"]
        facts["format"] = journey
    if row.themen and "titel" not in facts:
        facts["themen"] = Listed(row.themen)
    facts |= organisers(row.veranstalter, language)
    if day:
        facts["wann"] = Words(day)
    program = "" if row.programm.casefold() == row.format.casefold() else row.programm
    groups = {"programm": (program,), "mitwirkende": row.mitwirkende}
    return (
        facts
        | target(row, language)
        | {
            name: PeopleOrThings(parts, language.words, people=name != "programm")
            for name, parts in groups.items()
            if any(parts)
        }
    )


def organisers(names: Sequence[str], language: Language) -> dict[str, Any]:
    """Return who organised something: all of them, the association itself, and its partners."""
    others = tuple(name for name in names if not language.organisations.is_own(name))
    facts: dict[str, Any] = {"veranstalter": parties(names, language)} if names else {}
    if others:
        facts["partner"] = parties(others, language)
    if len(others) > _MANY:
        facts["viele"] = Words("")
    if len(others) < len(names):
        facts["eigene"] = Parties((language.organisations.own,), language)
    return facts


def target(row: Any, language: Language) -> dict[str, Any]:
    """Return `zielgruppe`, or `zielgruppe_genannt` where staff typed how to say it: „nur für Mitglieder“."""
    typed = row.zielgruppe.removeprefix("für ")
    if not typed or row.format.casefold().startswith(typed.casefold()):  # „Kinderfest“ für „Kinder“
        return {}
    if typed.startswith("nur für "):
        return {"zielgruppe_genannt": Words(typed)}
    if " für " in f" {typed} " and typed[0].islower():
        return {"zielgruppe_genannt": Words(f"({typed})")}
    return {"zielgruppe": PeopleOrThings(tuple(_SEPARATED.split(typed)), language.words, people=True, audience=True)}


_SEPARATED = re.compile(r"\s*;\s*|, (?=[A-ZÄÖÜ][\w-]*(?:[;,]|$))")  # „Pflegekräfte; Angehörige“, „Eltern, Großeltern“


def facts_of(names: Iterable[str], language: Language) -> tuple[Organisation, ...]:
    """Return the organisations called `names`."""
    return tuple(language.organisations.find(name) for name in names)


_MANY = 3  # more than these are not named with articles beside all else


def meeting(row: Any, figure: Figure | None, language: Language) -> dict[str, Any]:
    """Return the words of one meeting; what the row does not say is not there."""
    others = tuple(name for name in row.beteiligte if not language.organisations.is_own(name))
    day = when(row.datum.date(), row.genau)
    count = row.teilnehmerzahl if isinstance(row.teilnehmerzahl, Count) else None
    phrase = kind(row.art, "Treffen", language)
    if others and phrase.tail.startswith("mit "):
        phrase = replace(phrase, tail="")  # „Gespräch mit dem Bürgermeister“: with whom is told by those who took part
    facts: dict[str, Any] = {"art": KindPhrase(phrase)}
    facts["eigene"] = Parties((language.organisations.own,), language)
    facts |= number(figure, language, count)
    if len(others) > _MANY or language.organisations.find(row.ort) not in facts_of(others, language):
        facts |= place(row.ort, language, row.art)  # „in der IHK mit der IHK“ says it twice
    if row.art and row.thema.casefold().endswith(row.art.casefold()) and " " not in row.thema:
        facts["art"] = KindPhrase(kind(row.thema, "Treffen", language))  # „Antrittsbesuch“ for a „Besuch“
    elif row.thema and row.thema.casefold() not in row.art.casefold():
        facts["thema"] = subject(row.thema, language)
    if others:
        facts["beteiligte"] = parties(others, language)
    if len(others) > _MANY:
        facts["viele"] = Words("")
    if day:
        facts["wann"] = Words(day)
    return facts


def subject(typed: str, language: Language) -> Subject:
    """Return what something is about, without the article that staff may have typed: „die Vermittlung von Hunden“."""
    phrase = with_adjectives(typed, language.words) if typed.strip() else None
    if phrase is not None:
        return Subject(phrase.form(Case.NOM, "der"), language.words)  # „den sozialen Wohnungsbau“
    first, _, rest = typed.partition(" ")
    bare = rest if first in ("der", "die", "das", "den", "dem") and rest[:1].isupper() else typed
    return Subject(bare, language.words)


def initiative(row: Any, language: Language) -> dict[str, Any]:
    """Return the words of one initiative; what the row does not say is not there."""
    facts: dict[str, Any] = {"art": KindPhrase(kind(row.art, "Initiative", language))}
    if row.gegenstand:
        facts["gegenstand"] = subject(row.gegenstand, language)
    if row.adressat:
        facts["adressat"] = parties((row.adressat,), language)
    facts |= initiator(row.initiator, language)
    first = facts["initiator"].organisations[0].key if "initiator" in facts else ""
    others = tuple(name for name in row.beteiligte if language.organisations.key_of(name) != first)
    among = len(others) < len(row.beteiligte)  # who started it is one of them, and is not to be told under two names
    if others and (len(others) == 1 or (among and len(others) < FEW)) and not row.adressat:
        facts["partner"] = parties(others, language)
    elif others:
        facts["beteiligte"] = parties(row.beteiligte, language, formal=not (row.adressat or among))
    return facts


def initiator(name: str, language: Language) -> dict[str, Any]:
    """Return who started something: an organisation, or words such as „Vorstand der IRT“."""
    if not name:
        return {}
    found = language.organisations.find(name)
    if found in language.organisations.known.values():
        return {"initiator": Parties((found,), language)}
    subject = Subject(name, language.words)
    return {"initiator_genannt": subject}


def of_project(key: str) -> dict[str, Any]:
    """Return the fact that a chapter is about a project; nothing for rows that belong to none."""
    return {} if key == project_slug("") else {"projekt": Words("")}


def seed(*parts: object) -> str:
    """Return what a row is told by, so that equal rows read alike wherever they stand."""
    return "|".join(str(part) for part in parts)


def row_seed(row: Mapping[str, Any]) -> str:
    """Return the contents of a row as one text, participants left out: a changed number changes no wording."""
    return seed(*(f"{name}={value}" for name, value in sorted(row.items()) if name not in ("teilnehmerzahl", "Index")))
