"""Hints for staff: words, organisations and places whose grammar the program does not know, and where to enter it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from .section import SectionWriter

_SHOWN = 10  # so many organisations without an article are named; whoever adds these sees the rest in the next check


def hints(
    tables: Tables, settings: Settings, language: Language, year: int, sections: Sequence[SectionWriter]
) -> Iterator[Problem]:
    """Yield one hint per word and setting, one for all organisations, one per place."""
    kinds = [(section.table, *section.kinds) for section in sections if section.kinds]
    yield from _settings_without_rows(tables, settings, kinds)
    for word, forms in settings.woerter.items():
        if parse(word, forms) is None:
            yield problem("wort-falsch", file=FILE, value=f'{word} = "{forms}"')
    if language.organisations.own.gender is None:
        yield problem("artikel-der-organisation", file=FILE, value=settings.organisation.short)
    for table, column, noun in kinds:
        for name, row in _first(tables, table, column):
            if row_features.known_kind(name, noun, language) is None:
                yield _at("wort-unbekannt", tables, row, value=name)
    unknown = dict(_unknown_organisations(tables, language, sections))
    if unknown:
        names = shortened([f"„{name}“" for name in unknown], _SHOWN)
        yield _at("artikel-unbekannt", tables, next(iter(unknown.values())), names=names)
    for section in (section for section in sections if section.places):
        of_year = tables[section.table]["datum"].dt.year == year
        for place, row in _first(tables, section.table, section.places, of_year):
            if needs_preposition(place, language.organisations):
                yield _at("ort-ohne-verhaeltniswort", tables, row, value=place)


def _settings_without_rows(
    tables: Tables, settings: Settings, columns: Iterable[tuple[str, str, str]]
) -> Iterator[Problem]:
    """Yield what settings name and no table does: most often a slip, and without effect."""
    projects = project_names(tables).values()
    kinds = [name for table, column, _ in columns for name in tables[table][column]]
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


def _unknown_organisations(
    tables: Tables, language: Language, sections: Iterable[SectionWriter]
) -> Iterator[tuple[str, int]]:
    """Yield every organisation that sentences name and whose article nobody knows, with the last row naming it."""
    for table, column in ((section.table, column) for section in sections for column in section.organisations):
        cells = tables[table][column]
        for row, cell in zip(cells.index.tolist(), cells, strict=True):
            names = cell if isinstance(cell, tuple) else (cell,)
            yield from ((name, row) for name in names if name and _unknown(name, language))


def _unknown(name: str, language: Language) -> bool:
    one = language.organisations.find(name)
    return one.gender is None and not one.person and one != language.organisations.own


def _at(code: str, tables: Tables, row: int, **words: Any) -> Problem:
    return problem(code, **row_features.source(tables, row), **words)
