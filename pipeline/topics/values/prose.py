"""Tell the values that staff entered and that no list holds: all in a table, the greatest change in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any

import pandas as pd

from ...base.figures import Figure, Figures, project_slug
from ...base.keys import Key, Time
from ...base.marks import mark, runs
from ...base.names import slug
from ...base.settings import Settings
from ...german.quantities import in_figures, named
from ...narrative import row_features
from ...narrative.chapter import TextTable
from ...narrative.phrases import Number, Title, Words
from ...narrative.section import OVERVIEW, Project, SectionWriter

_YEARS = 3  # the report year and so many less one before it have a column
_WIDTHS = {1: (76, 24), 2: (58, 21, 21), 3: (46, 18, 18, 18)}  # by the number of columns of values


def paragraphs(frame: pd.DataFrame, project: Project) -> list[list[str]]:
    """Return one sentence about the value of a project that changed most since the year before, if one did."""
    key, figures, settings = project.key, project.figures, project.settings
    year, composer = project.year, project.composer
    changed: list[tuple[Decimal, str, Figure, Figure]] = []
    for part, name in _names(frame).items():
        now, before = (figures.get(_key(key, part, one)) for one in (year, year - 1))
        if now is not None and before is not None and now.value != before.value and before.value:
            assert isinstance(now.value, Decimal | int) and isinstance(before.value, Decimal | int)  # noqa: S101, PT018
            changed.append((abs(Decimal(now.value) / Decimal(before.value) - 1), name, now, before))
    if not changed or key == project_slug(""):
        return []
    _, name, now, before = max(changed, key=lambda one: one[0])
    known: dict[str, Any] = {
        "name": Title(name),
        "wert": Number(now, settings.sprache, beside=before.value),
        "vorjahr": Number(before, settings.sprache, beside=now.value),
        "gestiegen" if _is_more(now, before) else "gesunken": Words(""),
    }
    if len(changed) > 1:
        known["mehrere"] = Words("")
    return [[composer.say("wert", known, row_features.seed(key, name))]]


def _is_more(now: Figure, before: Figure) -> bool:
    return Decimal(str(now.value)) > Decimal(str(before.value))


def table(frame: pd.DataFrame, key: str, figures: Figures, settings: Settings, year: int) -> TextTable | None:
    """Return all values of a project or, with the key of none, of the association: this year and the two before.

    A value of long ago stands below the report year with its own year behind it. None without values.
    """
    lines = [
        (name, found)
        for part, name in _names(frame).items()
        for found in _lines(frame, _key(key, part, year), figures, year)
    ]
    if not lines:
        return None
    shown = [one for one in range(year, year - _YEARS, -1) if one == year or any(one in found for _, found in lines)]
    rows = []
    for name, found in lines:
        values = [figure.value for figure in found.values()]
        cells = {
            one: mark(
                figure.key,
                in_figures(figure, unit=True, thousands_from=settings.sprache.tausenderpunkt_ab, beside=values),
            )
            for one, figure in found.items()
        }
        if not cells.keys() & set(shown):
            latest = max(cells)
            cells[year] = f"{cells[latest]} ({latest})"
        rows.append((runs(name), *(runs(cells.get(one, "–")) for one in shown)))
    head = ("Kennzahl", *map(str, shown))
    return TextTable("", head, tuple(rows), _WIDTHS[len(shown)])


def says_all(entered: TextTable, told: Sequence[Sequence[str]]) -> bool:
    """Tell whether the sentence about a change already tells the whole table: one value and its year before."""
    return bool(told) and len(entered.rows) == 1 and len(entered.head) == _YEARS


def _names(frame: pd.DataFrame) -> dict[str, str]:
    """Return what each value is called, by the key part of its name."""
    found: dict[str, str] = {}
    for name, unit in zip(frame["bezeichnung"], frame["einheit"], strict=True):
        found.setdefault(slug(name), named(str(name), str(unit)))
    return found


def _key(project: str, name: str, year: int) -> Key:
    return Key(project, "werte", which=name, time=Time(year))


def _lines(frame: pd.DataFrame, key: Key, figures: Figures, year: int) -> Iterator[dict[int, Figure]]:
    """Yield the figures of a value by year; where staff entered two for one year, the second are another line."""
    years = {*map(int, frame["jahr"]), *range(year - _YEARS + 1, year + 1)}
    for nth in count(1):
        keys = {one: replace(key, time=Time(one, nth=nth)) for one in years}
        found = {one: figure for one, mine in keys.items() if (figure := figures.get(mine)) is not None}
        if not found:
            return
        yield found


def _shown(frame: pd.DataFrame, project: Project) -> TextTable | None:
    """Return the values of a project as a table; those of no project stand among the numbers of the year."""
    if project.key == project_slug(""):
        return None
    entered = table(frame, project.key, project.figures, project.settings, project.year)
    return None if entered is None or says_all(entered, paragraphs(frame, project)) else entered


SECTION = SectionWriter(OVERVIEW, 0, paragraphs, "werte", tables=_shown, makes_chapter=False)
