"""Hints for staff: words, organisations and places whose grammar the program does not know, and where to enter it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..base.names import slug
from ..base.problems import Problem, problem
from ..base.records import Tables
from ..base.settings import FILE, Settings
from ..base.suggest import did_you_mean
from ..german.enumerations import shortened
from ..german.lexicon import parse
from ..german.places import needs_preposition
from ..statistics.counting import project_names
from . import row_features
from .phrases import Language

_KINDS = (
    ("veranstaltungen", "format", "Veranstaltung"),
    ("treffen", "art", "Treffen"),
    ("initiativen", "art", "Initiative"),
)
_SHOWN = 10


def hints(tables: Tables, settings: Settings, language: Language, year: int) -> Iterator[Problem]:
    """Yield one hint per word and setting, one for all organisations, one per place."""
    yield from _settings_without_rows(tables, settings)
    for word, forms in settings.woerter.items():
        if parse(word, forms) is None:
            yield problem("wort-falsch", file=FILE, value=f'{word} = "{forms}"')
    if language.organisations.own.gender is None:
        yield problem("artikel-der-organisation", file=FILE, value=settings.organisation.short)
    for table, column, noun in _KINDS:
        for name, row in _first(tables, table, column):
            if row_features.known_kind(name, noun, language) is None:
                yield _at("wort-unbekannt", tables, row, value=name)
    unknown = dict(_unknown_organisations(tables, language))
    if unknown:
        names = shortened([f"„{name}“" for name in unknown], _SHOWN)
        yield _at("artikel-unbekannt", tables, next(iter(unknown.values())), names=names)
    events = tables["veranstaltungen"]
    for place, row in _first(tables, "veranstaltungen", "ort", events["datum"].dt.year == year):
        if needs_preposition(place, language.organisations):
            yield _at("ort-ohne-verhaeltniswort", tables, row, value=place)


def _settings_without_rows(tables: Tables, settings: Settings) -> Iterator[Problem]:
    """Yield what settings name and no table does: most often a slip, and without effect."""
    projects = project_names(tables).values()
    kinds = [name for table, column, _ in _KINDS for name in tables[table][column]]
    for setting, named, known in (("projekte", settings.bericht.projekte, projects), ("arten", settings.arten, kinds)):
        keys = {slug(name): name for name in known if name}
        for name in named:
            if keys and slug(name) not in keys:
                suggestion = did_you_mean(slug(name), keys, "Prüfen Sie die Schreibweise.", shown=keys)
                yield problem("einstellung-ohne-zeilen", file=FILE, value=name, setting=setting, suggestion=suggestion)


def _first(tables: Tables, table: str, column: str, only: Any = None) -> Iterator[tuple[str, int]]:
    """Yield every different word of a column with the first row that holds it."""
    frame = tables[table] if only is None else tables[table][only]
    filled = frame[frame[column] != ""].drop_duplicates(column)
    yield from zip(filled[column].astype(str), filled.index.tolist(), strict=True)


def _unknown_organisations(tables: Tables, language: Language) -> Iterator[tuple[str, int]]:
    """Yield every organisation that sentences name and whose article nobody knows, with the last row naming it."""
    named: Iterable[tuple[str, str]] = (("veranstaltungen", "veranstalter"), ("initiativen", "beteiligte"))
    for table, column in named:
        for row, names in zip(tables[table].index.tolist(), tables[table][column], strict=True):
            yield from ((name, row) for name in names if _unknown(name, language))
    addressees = tables["initiativen"]["adressat"]
    pairs = zip(addressees.index.tolist(), addressees, strict=True)
    yield from ((name, row) for row, name in pairs if name and _unknown(name, language))


def _unknown(name: str, language: Language) -> bool:
    one = language.organisations.find(name)
    return one.gender is None and not one.person and one != language.organisations.own


def _at(code: str, tables: Tables, row: int, **words: Any) -> Problem:
    return problem(code, **row_features.source(tables, row), **words)
