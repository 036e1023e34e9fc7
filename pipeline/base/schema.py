"""What a table is, as data: its columns, which of them are needed, and the headings that offices use.

The tables themselves stand with their topics (`pipeline/topics/*/table.toml`), so that whoever knows how offices call
their columns can add a heading without Python.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

ColumnKind = Literal[
    "datum",  # a day, a span, several days
    "bis",  # the last day of a span
    "anzahl",  # a number of people
    "organisationen",  # list
    "themen",  # list
    "personen",  # list of people who appear in public
    "organisation",  # one organisation
    "projekt",
    "art",  # one of a few words
    "text",
    "absatz",  # running text, line breaks kept
    "wortlaut",  # the same, but an address in it is meant to be printed
    "jahr",
    "zahl",
    "menge",  # an amount with its unit: hours, euros, kilograms
    "reihenfolge",
    "person",  # somebody's name: only whether there is one is kept
    "engagement",
]

# What stands in a column where nothing was typed.
_BLANKS: Mapping[ColumnKind, object] = {
    "datum": None,
    "bis": None,
    "anzahl": None,
    "menge": None,
    "organisationen": (),
    "themen": (),
    "personen": (),
    "jahr": 0,
    "zahl": Decimal(0),
    "reihenfolge": 0,
    "person": False,
}


@dataclass(frozen=True)
class Column:
    """A column of a table.

    `synonyms` are in order of preference where a sheet has several of them. A `common` heading stands in many
    tables that we do not know, too, and so tells little about which table it is. Below a heading that is `singular`
    a cell of a list holds one thing, unless semicolons or line breaks part it. Headings `beside` the association name
    those who did something together with it, which goes without saying there.
    """

    name: str
    heading: str
    kind: ColumnKind
    synonyms: tuple[str, ...] = ()
    about: str = ""
    common: bool = False
    singular: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    alias: bool = False  # another way to say the name of the organisation that the row is about
    names_entry: bool = False  # with the date it all but names an entry
    example: str | int | date | None = None  # what the blank workbook's example row holds
    usual: tuple[str, ...] = ()  # words to choose from in the blank workbook; the report knows all of them
    width: int = 0  # in the tables handed on, in characters; 0: the column stays in the house
    unit: str = ""  # of an amount whose cell and heading name none
    otherwise: str = ""  # the words that stand where nothing was typed

    @property
    def blank(self) -> object:
        """What stands where nothing was typed."""
        return _BLANKS.get(self.kind, self.otherwise)


@dataclass(frozen=True)
class TableSchema:
    """A table: `needs` lists the columns that must be there, as alternatives; `names` are usual names of its sheet.

    `marks` are headings that speak for this table even where they mean a column of others, too, or none. Sheets and
    files called as one of the `sheets` (by `names.identity`, whatever year stands behind) are this table and no other.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    needs: tuple[tuple[str, ...], ...]
    names: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    occasions: bool = False  # its rows take place: a title or a kind tells them from other lists with a date
    repeats: bool = False  # equal rows may be different people, so only a whole sheet that stands twice is left out
    wide: bool = False  # its numbers may stand side by side, a column for each year or each name
    promised: bool = False  # only a sheet of such a name, or one with a heading that marks it, is taken for it
    sheets: tuple[str, ...] = ()
    confidential: bool = False  # no cell of it is shown to anybody

    def column(self, name: str) -> Column:
        """Return the column called `name`."""
        return next(column for column in self.columns if column.name == name)

    @property
    def dated(self) -> bool:
        """Whether its rows have a date."""
        return any(column.kind == "datum" for column in self.columns)

    @property
    def yearly(self) -> bool:
        """Whether its rows belong to a year and have no date."""
        return any(column.kind == "jahr" for column in self.columns) and not self.dated

    @property
    def blanks(self) -> dict[str, object]:
        """Column of the frame -> what stands where nothing was typed; a date comes with how exact it is."""
        blanks: dict[str, object] = {}
        for column in self.columns:
            blanks[column.name] = column.blank
        if self.dated:
            before = ("datum", "bis")
            rest = {name: blank for name, blank in blanks.items() if name not in before}
            blanks = {"datum": None, "bis": None, "genau": "tag", **rest}
        return blanks


TableSchemas = Mapping[str, TableSchema]

# The first words of the sheet that explains a blank workbook; the reader passes over it.
EXPLANATION = "So füllen Sie diese Tabelle aus"

# The example row of each blank workbook holds this. The reader counts no row that still says it is to be overwritten,
# and names what else of it somebody left standing.
OVERWRITE = "Beispiel: bitte überschreiben"

# What the files call the fields of a column and of a table.
_COLUMN_FIELDS = {
    "name": "name",
    "ueberschrift": "heading",
    "art": "kind",
    "auch": "synonyms",
    "hinweis": "about",
    "haeufig": "common",
    "einzahl": "singular",
    "neben_uns": "beside",
    "zweitname": "alias",
    "nennt_eintrag": "names_entry",
    "beispiel": "example",
    "auswahl": "usual",
    "breite": "width",
}
_TABLE_FIELDS = {
    "name": "name",
    "titel": "title",
    "hinweis": "about",
    "noetig": "needs",
    "blaetter": "names",
    "kennzeichen": "marks",
    "anlaesse": "occasions",
    "wiederholt_sich": "repeats",
    "nebeneinander": "wide",
    "nur_versprochen": "promised",
}


def read_columns(path: Path) -> dict[str, Column]:
    """Return the columns of a file that several tables share, by name; a mistake in the file raises `TypeError`."""
    return {name: Column(**_fields(entry, _COLUMN_FIELDS)) for name, entry in _toml(path).items()}


def read_table(path: Path, shared: Mapping[str, Column]) -> TableSchema:
    """Return the table that a `table.toml` describes; its columns may be `shared` ones, perhaps with more said."""
    described = _toml(path)
    columns = tuple(_column(entry, shared) for entry in described.pop("spalte"))
    return TableSchema(columns=columns, **_fields(described, _TABLE_FIELDS))


def _column(entry: dict[str, Any], shared: Mapping[str, Column]) -> Column:
    base = shared.get(entry.pop("gemeinsam", ""))
    fields = _fields(entry, _COLUMN_FIELDS)
    return replace(base, **fields) if base else Column(**fields)


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _fields(entry: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {names[word]: _frozen(value) for word, value in entry.items()}


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
