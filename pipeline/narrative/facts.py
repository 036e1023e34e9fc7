"""From cells to the words that patterns name: kinds, organisations, places, times, figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from ..german import periods
from ..german.grammar import Case
from ..german.lexicon import Phrase, lexicon
from ..german.organisations import Organisation, organisation, organisations
from ..german.places import at
from ..german.quantities import typed_qualifier
from ..ingest.records import Count, Tables
from ..settings import Settings
from ..statistics.figures import Figure, project_key
from .words import Group, Kind, Language, Listed, Number, Parties, Said, Subject, Title


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
    names = (settings.organisation.name, settings.organisation.kurz)
    found = partner[partner["name"].isin(names) | partner["kurzform"].isin(names)]["artikel"]
    return str(found.iloc[0]) if len(found) else ""


def kind(name: str, fallback: str, language: Language) -> Phrase:
    """Return the grammar of a kind; where it is not known, „Veranstaltung (Format: …)“ says it all the same."""
    name = name[:1].upper() + name[1:] if name.islower() else name
    found = language.words.phrase(name) if name else None
    if found is not None:
        return found
    word, _, label = fallback.partition("|")
    noun = language.words.phrase(word)
    assert noun is not None, word  # noqa: S101 - our own words are in the lexicon
    return Phrase(noun.noun, noun.adjectives, f"({label}: {name})" if name else "")


def parties(names: Iterable[str], language: Language, *, formal: bool = False) -> Parties:
    """Return organisations by the names that a table gives them."""
    return Parties(tuple(language.organisations.find(name) for name in names), language, formal)


def place(typed: str, language: Language) -> dict[str, Any]:
    """Return `ort` („in Prüm“), or `ort_genannt` where no preposition is known; nothing for no place."""
    if not typed:
        return {}
    said = at(typed, language.organisations)
    return {"ort": Said(said)} if said else {"ort_genannt": Said(typed)}


def when(first: date, exact: str, language: Language) -> str:
    """Return when in its year a row was: „im Februar“, „Anfang 2017“ for January; "" where only the year is known."""
    if exact == "jahr":
        return ""
    if first.month == 1 and first.month <= language.wording.anfang_bis_monat:
        return periods.point(first, language.wording)
    return periods.in_month(first, year=False)


def when_alone(row: Any, language: Language) -> str:
    """Return when a row was where nothing before it names the year: „im Mai 2021“, „im Jahr 2021“."""
    if row.genau == "jahr":
        return f"im Jahr {row.datum.year}"
    return periods.in_month(row.datum.date())


def number(figure: Figure | None, language: Language, count: Count | None = None) -> dict[str, Any]:
    """Return `teilnehmer` with the qualifier that staff typed; nothing where no figure is."""
    if figure is None:
        return {}
    qualifier = typed_qualifier(count.typed) if count is not None and count.kind != "spanne" else ""
    return {"teilnehmer": Number(figure, language.wording, qualifier)}


def event(row: Any, figure: Figure | None, language: Language) -> dict[str, Any]:
    """Return the words of one event; what the row does not say is not there."""
    others = tuple(name for name in row.veranstalter if not language.organisations.is_own(name))
    own = len(others) < len(row.veranstalter)
    day = when(row.datum.date(), row.genau, language)
    count = row.teilnehmerzahl if isinstance(row.teilnehmerzahl, Count) else None
    facts: dict[str, Any] = {"format": Kind(kind(row.format, "Veranstaltung|Format", language))}
    facts |= place(row.ort, language) | number(figure, language, count)
    if row.titel:
        facts["titel"] = Title(row.titel)
    elif row.themen:
        facts["themen"] = Listed(row.themen)
    if row.veranstalter:
        facts["veranstalter"] = parties(row.veranstalter, language)
    if others:
        facts["partner"] = parties(others, language)
    if len(others) > _MANY:
        facts["viele"] = Said("")
    if own:
        facts["eigene"] = Parties((language.organisations.own,), language)
    if day:
        facts["wann"] = Said(day)
    groups = {"zielgruppe": (row.zielgruppe,), "programm": (row.programm,), "mitwirkende": row.mitwirkende}
    return facts | {
        name: Group(parts, language.words, people=name == "mitwirkende") for name, parts in groups.items() if any(parts)
    }


def facts_of(names: Iterable[str], language: Language) -> tuple[Organisation, ...]:
    """Return the organisations called `names`."""
    return tuple(language.organisations.find(name) for name in names)


_MANY = 3  # more than these are not named with articles beside all else


def meeting(row: Any, figure: Figure | None, language: Language) -> dict[str, Any]:
    """Return the words of one meeting; what the row does not say is not there."""
    others = tuple(name for name in row.beteiligte if not language.organisations.is_own(name))
    day = when(row.datum.date(), row.genau, language)
    count = row.teilnehmerzahl if isinstance(row.teilnehmerzahl, Count) else None
    facts: dict[str, Any] = {"art": Kind(kind(row.art, "Treffen|Art", language))}
    facts["eigene"] = Parties((language.organisations.own,), language)
    facts |= number(figure, language, count)
    if len(others) > _MANY or language.organisations.find(row.ort) not in facts_of(others, language):
        facts |= place(row.ort, language)  # „in der IHK mit der IHK“ says it twice
    if row.thema:
        facts["thema"] = Subject(row.thema, language.words)
    if others:
        facts["beteiligte"] = parties(others, language)
    if len(others) > _MANY:
        facts["viele"] = Said("")
    if day:
        facts["wann"] = Said(day)
    return facts


def initiative(row: Any, language: Language) -> dict[str, Any]:
    """Return the words of one initiative; what the row does not say is not there."""
    facts: dict[str, Any] = {"art": Kind(kind(row.art, "Initiative|Art", language))}
    if row.gegenstand:
        facts["gegenstand"] = Subject(row.gegenstand, language.words)
    if row.adressat:
        facts["adressat"] = parties((row.adressat,), language)
    if row.beteiligte:
        facts["beteiligte"] = parties(row.beteiligte, language, formal=not row.adressat)
    if row.genau != "unbekannt" and not pd.isna(row.datum):
        facts["wann"] = Said(str(row.datum.year))
    return facts | initiator(row.initiator, language)


def initiator(name: str, language: Language) -> dict[str, Any]:
    """Return who started something: an organisation, or words such as „Vorstand der IRT“."""
    if not name:
        return {}
    found = language.organisations.find(name)
    if found in language.organisations.known.values():
        return {"initiator": Parties((found,), language)}
    subject = Subject(name, language.words)
    return {"initiator_genannt": subject}


def knows_gender(one: Organisation) -> bool:
    """Tell whether an organisation can be put into every case."""
    return one.gender is not None


def said_kind(phrase: Phrase, *, plural: bool) -> str:
    """Return a kind in the nominative, without article."""
    return phrase.form(Case.NOM, "", plural=plural)


def of_project(key: str) -> dict[str, Any]:
    """Return the fact that a chapter is about a project; nothing for rows that belong to none."""
    return {} if key == project_key("") else {"projekt": Said("")}


def seed(*parts: object) -> str:
    """Return what a row is told by, so that equal rows read alike wherever they stand."""
    return "|".join(str(part) for part in parts)


def row_seed(row: Mapping[str, Any]) -> str:
    """Return the contents of a row as one text, participants left out: a changed number changes no wording."""
    return seed(*(f"{name}={value}" for name, value in sorted(row.items()) if name not in ("teilnehmerzahl", "Index")))
