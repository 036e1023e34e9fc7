"""Values that staff entered, each over the years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from ...base.figures import Figure, Figures
from ...base.keys import Key, Time
from ...base.names import slug
from ...german.quantities import named

FEWEST = 3  # years; two are a comparison with the year before
_MOST = 10  # years back from the report year: what was longer ago says little about how things go

_PARTS = ("davon ", "darunter ", "hiervon ", "dav. ")


@dataclass(frozen=True)
class Series:
    """What one value was in each year that is known, the earliest first; `part` is its name in keys."""

    name: str
    part: str
    figures: Mapping[int, Figure]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of which the value is known, in order."""
        return tuple(self.figures)

    @property
    def first(self) -> Figure:
        """The figure of the earliest year."""
        return self.figures[self.years[0]]

    @property
    def last(self) -> Figure:
        """The figure of the latest year."""
        return self.figures[self.years[-1]]

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """The values, year by year."""
        return tuple(Decimal(str(figure.value)) for figure in self.figures.values())


def stands_alone(name: str) -> bool:
    """Tell whether a sentence may name a value: „davon Frauen“ says nothing without the value before it."""
    return not name.lower().startswith(_PARTS)


def names(frame: pd.DataFrame) -> dict[str, str]:
    """Return what each value is called, by the key part of its name."""
    by_part: dict[str, str] = {}
    for name, unit in zip(frame["bezeichnung"], frame["einheit"], strict=True):
        by_part.setdefault(slug(name), named(str(name), str(unit)))
    return by_part


def key_of(project: str, part: str, year: int) -> Key:
    """Return the key of what a value was in a year."""
    return Key(project, "werte", which=part, time=Time(year))


def over_years(frame: pd.DataFrame, project: str, figures: Figures, year: int) -> tuple[Series, ...]:
    """Return the values of a project that are known of three years or more and still kept, in the order of the list.

    One that has two values for a year or several units has no course: nobody knows which of them is meant.
    """
    every = (Series(name, part, _known(project, part, figures, year)) for part, name in names(frame).items())
    return tuple(
        one
        for one in every
        if len(one.figures) >= FEWEST
        and one.years[-1] >= year - 1
        and len({figure.unit for figure in one.figures.values()}) == 1
    )


def _known(project: str, part: str, figures: Figures, year: int) -> dict[int, Figure]:
    years = range(year - _MOST + 1, year + 1)
    if any(figures.get(Key(project, "werte", which=part, time=Time(one, nth=2))) for one in years):
        return {}
    known = {one: figures.get(key_of(project, part, one)) for one in years}
    return {one: figure for one, figure in known.items() if figure and isinstance(figure.value, int | Decimal)}
