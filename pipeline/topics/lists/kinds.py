"""The kinds of lists that the program ships a declaration of: `kinds/*.toml`, one file each."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ...german.lexicon import lexicon, parse
from ...german.nouns import Noun
from .declaration import Breakdown, Declaration, Heading, Measure

_FOLDER = Path(__file__).with_name("kinds")


@cache
def kinds() -> dict[str, Declaration]:
    """Return every kind by its key; a mistake in a file is one of ours and raises `KeyError` or `ValueError`."""
    declared = (_declaration(tomllib.loads(path.read_text("utf-8"))) for path in sorted(_FOLDER.glob("*.toml")))
    return {one.key: one for one in declared}


def _declaration(entry: dict[str, Any]) -> Declaration:
    single = entry.get("einzeln")
    return Declaration(
        key=entry["schluessel"],
        title=entry["titel"],
        noun=_noun(entry["eintrag"]),
        names=tuple(entry["blaetter"]),
        marks=tuple(entry.get("kennzeichen", ())),
        dates=tuple(entry.get("datum", ())),
        last_days=tuple(entry.get("bis", ())),
        stock=entry.get("bestand", False),
        breakdowns=tuple(map(_breakdown, entry.get("gliederung", ()))),
        measures=tuple(map(_measure, entry.get("summe", ()))),
        single=Heading(single["name"], single["ueberschrift"], tuple(single.get("auch", ()))) if single else None,
        projects=tuple(entry.get("projekt", {}).get("auch", ())),
        needs=tuple(entry.get("noetig", ())),
        confidential=entry.get("vertraulich", False),
        kind=entry["schluessel"],
    )


def _noun(entry: str) -> Noun:
    words, _, plural = entry.partition(", ")
    gender, _, singular = words.partition(" ")
    known = lexicon().noun(singular)
    noun = parse(singular, f"{gender}, {plural}")
    if noun is None:
        raise ValueError(entry)
    return known if known and (known.plural, known.gender) == (noun.plural, noun.gender) else noun


def _measure(entry: dict[str, Any]) -> Measure:
    synonyms, void = tuple(entry.get("auch", ())), tuple(entry.get("ohne", ()))
    return Measure(entry["name"], entry["ueberschrift"], synonyms, entry.get("einheit", ""), void)


def _breakdown(entry: dict[str, Any]) -> Breakdown:
    terms = {code: word for word, codes in entry.get("oberbegriffe", {}).items() for code in codes}
    return Breakdown(
        entry["name"], entry["ueberschrift"], tuple(entry.get("auch", ())), entry.get("zusammen", ""), terms
    )
