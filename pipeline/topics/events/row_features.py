"""What the row of an event says, as words that patterns name."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from ...base.figures import Figure
from ...base.records import Count
from ...narrative import row_features, titles
from ...narrative.phrases import Language, Listed, PeopleOrThings, Words


def event(row: Any, figure: Figure | None, language: Language) -> dict[str, Any]:
    """Return the words of one event; what the row does not say is not there."""
    format_, title = titles.beside_kind(row.titel, row.format)
    beside = (titles.beside_kind(theme, format_) for theme in row.themen)
    themes = tuple(rest if kind == format_ else theme for (kind, rest), theme in zip(beside, row.themen, strict=True))
    row = row._replace(format=format_, titel=title, themen=tuple(filter(None, themes)))
    day = row_features.when(row.datum.date(), row.genau, None if pd.isna(row.bis) else row.bis.date())
    count = row.teilnehmerzahl if isinstance(row.teilnehmerzahl, Count) else None
    phrase = row_features.kind(row.format, "Veranstaltung", language)
    facts: dict[str, Any] = titles.named(row, phrase, language)
    facts |= row_features.place(row.ort, language, row.format) | row_features.number(figure, language, count)
    if "ort" in facts and (journey := titles.journey(row, facts["format"], str(facts["ort"]), language)) is not None:
        del facts["ort"]
        facts["format"] = journey
    if "ort" in facts and f"{facts['ort']} " in f"{row.titel} {row.format} ":
        del facts["ort"]  # „Umnutzungen im Allgäu“ were not „im Allgäu“ once more
    if row.themen and "titel" not in facts:
        facts["themen"] = Listed(row.themen)
    facts |= row_features.organisers(row.veranstalter, language)
    if day:
        facts["wann"] = Words(day)
    if language.words.head(facts["format"].phrase.noun.singular) in language.words.celebrated:
        facts["feierlich"] = Words("")
    program = "" if row.programm.casefold() == row.format.casefold() else row.programm
    guests = tuple(name for name in row.mitwirkende if name not in row.format)  # „Lesung mit Ida Moor“
    groups = {"programm": (program,), "mitwirkende": guests}
    return (
        facts
        | target(row, language)
        | {
            name: PeopleOrThings(parts, language.words, people=name != "programm")
            for name, parts in groups.items()
            if any(parts)
        }
    )


def target(row: Any, language: Language) -> dict[str, Any]:
    """Return `zielgruppe`, or `zielgruppe_genannt` where staff typed how to say it: „nur für Mitglieder“."""
    typed = row.zielgruppe.removeprefix("für ")
    if not typed or typed.casefold() in row.format.casefold():  # „Kinderfest“ für „Kinder“
        return {}
    ages = _AGES.fullmatch(typed)
    if ages is not None:
        who, first, last = ages.groups()
        said = f"{who} von {first} bis {last} Jahren" if who else f"{first}- bis {last}-Jährige"
        return {"zielgruppe_genannt": Words(f"für {said}")}
    if _FROM_AGE.fullmatch(typed):
        return {"zielgruppe_genannt": Words(f"({typed.removesuffix(' Jahre').removesuffix(' Jahren')} Jahren)")}
    if typed.startswith("nur für "):
        return {"zielgruppe_genannt": Words(typed)}
    if " für " in f" {typed} " and typed[0].islower():
        return {"zielgruppe_genannt": Words(f"({typed})")}
    return {"zielgruppe": PeopleOrThings(tuple(_SEPARATED.split(typed)), language.words, people=True, audience=True)}


_AGES = re.compile(
    r"(?:(\w+) )?(?:von )?(\d{1,2}) ?(?:-|–|bis) ?(\d{1,2})(?: ?(?:J\.|Jahren?|Jährige))?"
)  # „11–14 Jahre“
_FROM_AGE = re.compile(r"(?:ab|bis) \d{1,2}(?: Jahren?)?")
_SEPARATED = re.compile(r"\s*;\s*|, (?=[A-ZÄÖÜ][\w-]*(?:[;,]|$))")  # „Pflegekräfte; Angehörige“, „Eltern, Großeltern“
