"""A declaration: what a list of the office's own is, how its entries are called and what is counted of it.

One shape for all three origins: the sheet „Listen“, `[listen.…]` of bericht.toml, and the kinds that the program ships.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...german.nouns import Noun


@dataclass(frozen=True)
class Heading:
    """A column of a list: its part of keys, what it is called, and how else its heading may read."""

    key: str
    title: str
    synonyms: tuple[str, ...] = ()

    @property
    def column(self) -> str:
        """Return the name of the column in frames."""
        return f"s_{self.key.replace('-', '_')}"


@dataclass(frozen=True)
class Breakdown(Heading):
    """A column by whose values entries are counted.

    `terms` gather codes under one word: letters of the code in lower case -> the word in the singular; the gathered
    values are counted as `general`.
    """

    general: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure(Heading):
    """A column that is summed; `unit` is "" where nobody names one.

    `void` are beginnings of values („abgelehnt“) by which an entry came to nothing: its amount is in no sum.
    """

    unit: str = ""
    void: tuple[str, ...] = ()


@dataclass(frozen=True)
class Declaration:
    """One list.

    `key` is its part of keys, `title` its name in the report; `sheets` are names that make a sheet or file this list
    whatever it holds, `names` usual names and `marks` headings that promise it. `noun` is what one entry is, None where
    nobody knows its grammar. `dates` are headings of the (first) day, or of the year where `yearly`; without any a list
    is a `stock`; it is no list of this kind without one of the columns it `needs`. `single` is the column by which an
    entry is called. `kind` names the shipped kind whose sentences tell of it.
    """

    key: str
    title: str
    noun: Noun | None = None
    sheets: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    last_days: tuple[str, ...] = ()
    yearly: bool = False
    stock: bool = False
    breakdowns: tuple[Breakdown, ...] = ()
    measures: tuple[Measure, ...] = ()
    single: Heading | None = None
    projects: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    chapter: str = ""
    confidential: bool = False
    kind: str = ""

    @property
    def many(self) -> str:
        """Return what several entries are called: „Einsätze“, „Einträge der Liste „Ausgabe““."""
        return self.noun.plural if self.noun and self.noun.plural else f"Einträge der Liste „{self.title}“"
