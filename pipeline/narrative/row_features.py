"""From cells to the words that patterns name: kinds, organisations, places, times, figures.

What a row of one list says stands with its topic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from ..base.figures import Figure, project_slug
from ..base.period import Period
from ..base.records import Count, Tables
from ..german import periods
from ..german.grammar import Case, Gender
from ..german.noun_phrases import with_adjectives
from ..german.nouns import Noun, Phrase
from ..german.organisations import Organisation
from ..german.orthography import quote
from ..german.places import at
from ..german.quantities import typed_qualifier
from .phrases import Language, Number, Parties, Subject, Words


def rows(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of a frame as named tuples, `Index` being their id."""
    return list(frame.itertuples())


def source(tables: Tables, row: int) -> dict[str, Any]:
    """Return where a record stands, as the words that `problem` takes."""
    found: Any = tables.sources.loc[row]
    return {"file": str(found["file"]), "sheet": str(found["sheet"]) or None, "row": int(found["row"])}


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
    if noun == "Treffen" and (met := words.met(name)) is not None:
        return met  # for an event „Runder Tisch Pflege“ may be a kind
    found = (words.occasion(name) if noun in OCCASIONS else words.phrase(name)) if name else None
    return words.as_kind(found) if found is not None else None


def named_kind(name: str, language: Language) -> Phrase:
    """Return the grammar of a kind of meetings, under its name in quotation marks where none is known."""
    known, called = known_kind(name, "Treffen", language), quote(name)
    inflects = known is not None and known.noun.plural and not known.tail[:1].isupper()  # „Stadtteilgespräch Nord“
    return known if known is not None and inflects else Phrase(Noun(called, called, Gender.PLURAL))


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


def when(first: date, exact: str, last: date | None = None) -> str:
    """Return when in its year a row was: „im Februar“, „von Februar bis Juni“; "" where only the year is known."""
    if last is not None and last.year > first.year:
        return f"von {periods.in_month(first).removeprefix('im ')} bis {periods.in_month(last).removeprefix('im ')}"
    return "" if exact == "jahr" else periods.months(Period(first, last or first))


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


def organisers(names: Sequence[str], language: Language) -> dict[str, Any]:
    """Return who organised something: all of them, the association itself, and its partners."""
    others = tuple(name for name in names if not language.organisations.is_own(name))
    facts: dict[str, Any] = {"veranstalter": parties(names, language)} if names else {}
    if others:
        facts["partner"] = parties(others, language)
    if len(others) > MANY_PARTIES:
        facts["viele"] = Words("")
    if len(others) < len(names):
        facts["eigene"] = Parties((language.organisations.own,), language)
    return facts


def organisations_called(names: Iterable[str], language: Language) -> tuple[Organisation, ...]:
    """Return the organisations called `names`."""
    return tuple(language.organisations.find(name) for name in names)


MANY_PARTIES = 3  # more than these are not named with articles beside all else


def subject(typed: str, language: Language) -> Subject:
    """Return what something is about, without the article that staff may have typed: „die Vermittlung von Hunden“."""
    phrase = with_adjectives(typed, language.words) if typed.strip() else None
    if phrase is not None:
        return Subject(phrase.form(Case.NOM, "der"), language.words)  # „den sozialen Wohnungsbau“
    first, _, rest = typed.partition(" ")
    bare = rest if first in ("der", "die", "das", "den", "dem") and rest[:1].isupper() else typed
    return Subject(bare, language.words)


def of_project(key: str) -> dict[str, Any]:
    """Return the fact that a chapter is about a project; nothing for rows that belong to none."""
    return {} if key == project_slug("") else {"projekt": Words("")}


def seed(*parts: object) -> str:
    """Return what a row is told by, so that equal rows read alike wherever they stand."""
    return "|".join(str(part) for part in parts)


def row_seed(row: Mapping[str, Any]) -> str:
    """Return the contents of a row as one text, participants left out: a changed number changes no wording."""
    return seed(*(f"{name}={value}" for name, value in sorted(row.items()) if name not in ("teilnehmerzahl", "Index")))
