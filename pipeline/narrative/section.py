"""How topics take part in the chapter of a project: sections, what leads, what staff's texts may name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from ..base.figures import Figure, Figures
from ..base.keys import TOTAL, Key, Time
from ..base.settings import Settings
from .chapter import TextTable
from .phrases import Language
from .realisation import Composer
from .roles import Roles

OVERVIEW = "ueberblick"  # the section that opens a chapter, without a heading


@dataclass(frozen=True)
class Project:
    """What a section of a project's chapter is written from; `alone` if the report tells of no other project."""

    key: str
    figures: Figures
    settings: Settings
    year: int
    composer: Composer
    alone: bool = False


@dataclass(frozen=True)
class Lead:
    """A figure that leads among the numbers of the year, and what it counts when it is one and when it is more.

    `place` orders the leading figures of the report; at a `glance` stand those of a project beside its chapter.
    `of_year` says whether the figure is one of the report year or of all years up to it.
    """

    topic: str
    measure: str
    place: int
    one: str
    more: str
    of_year: bool = True
    glance: bool = True

    def key(self, year: int, subject: str = TOTAL) -> Key:
        """Return the key of the figure of a project, or of all."""
        return Key(subject, self.topic, self.measure, Time(year) if self.of_year else None)

    def counted(self, figure: Figure) -> str:
        """Return what the figure counts: „Veranstaltung“, „Veranstaltungen“."""
        return self.one if figure.value == 1 and not figure.at_least else self.more


Writer = Callable[[pd.DataFrame, Project], list[list[str]]]


@dataclass(frozen=True)
class SectionWriter:
    """One section of a project's chapter and who writes it from which table.

    `write` returns the sentences of each paragraph. `name` is what texts by staff call it, `place` orders sections;
    `title` is its heading where the wording files give none. `tables` adds what is shown in columns. `makes_chapter`
    says whether its rows alone are enough for a chapter, `chapter` what that is called if they belong to no project.
    `named` returns enumerations that texts may name, by their
    names; `summary` the figures that the chapter's first sentence may tell, by the words of its role.

    `roles` are what its sentences are for, and what they may name.

    For hints to staff: `kinds` is the column of kinds and what is of that kind („Veranstaltung“), `organisations` are
    the columns that name organisations in sentences, `places` the one that names where something was.
    """

    name: str
    place: int
    write: Writer
    table: str = ""
    title: str = ""
    tables: Callable[[pd.DataFrame, Project], TextTable | None] | None = None
    makes_chapter: bool = True
    chapter: str = ""
    named: Callable[[str, pd.DataFrame, int, Language], Mapping[str, str]] | None = None
    summary: Callable[[str, Figures, int], Mapping[str, Key]] | None = None
    kinds: tuple[str, str] | None = None
    organisations: tuple[str, ...] = ()
    places: str = ""
    roles: Roles = field(default_factory=dict)
