"""Tell the values that staff entered and that no list holds: all in a table, where they have gone in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any

import pandas as pd

from ...base.figures import Figure, Figures, project_slug
from ...base.keys import Key, Time
from ...base.marks import mark, runs
from ...base.settings import Settings
from ...german.lexicon import Lexicon
from ...german.quantities import NO_BREAK, counts, in_figures, number
from ...narrative import row_features
from ...narrative.chapter import TextTable
from ...narrative.phrases import Number, Title, Words
from ...narrative.section import OVERVIEW, Project, SectionWriter
from .roles import ROLES
from .series import Series, key_of, names, over_years, stands_alone
from .trends import Direction, Trend, trends_of

YEARS = 3  # the report year and so many less one before it have a column
_TRENDS = 3  # so many are told; more are seen in the chart
_WIDTHS = {1: (76, 24), 2: (58, 21, 21), 3: (46, 18, 18, 18)}  # by the number of columns of values


def paragraphs(frame: pd.DataFrame, project: Project) -> list[list[str]]:
    """Return where the values of a project have gone over the years, and which changed most since the year before.

    Those of no project stand among the numbers of the year.
    """
    if project.key == project_slug(""):
        return []
    told = trends_of(over_years(frame, project.key, project.figures, project.year), project.year)[:_TRENDS]
    sentences = [_trend(trend, project, further=trend is not told[0]) for trend in told]
    sentences += _since_last_year(frame, project, {trend.series.part for trend in told})
    return [sentences] if sentences else []


def _trend(trend: Trend, project: Project, *, further: bool) -> str:
    """Return the sentence about one trend; `further` ones are worded in other ways."""
    series, style = trend.series, project.settings.sprache
    known: dict[str, Any] = {
        "name": Title(series.name),
        "seit": Words(str(series.years[0])),
        "erster": Number(series.first, style, beside=series.last.value),
        "wert": Number(series.last, style, beside=series.first.value),
        trend.direction.value: Words(""),
    }
    if trend.direction is Direction.LEVEL and len(set(series.amounts)) == 1:
        known["unveraendert"] = Words("")
    if series.last.unit == "%":
        known["punkte"] = Words(_points(series))
    if _counts_people(series, project.composer.language.words):
        known["menge"] = Words(series.name)
    if further:
        known["weitere"] = Words("")
    return project.composer.say("werttrend", known, row_features.seed(project.key, series.name))


def _points(series: Series) -> str:
    """Return „2,5 Prozentpunkte“, linked to the share that is compared with."""
    difference = abs(series.amounts[-1] - series.amounts[0])
    return mark(series.first.key, f"{number(difference)}{NO_BREAK}Prozentpunkt{'' if difference == 1 else 'e'}")


def _counts_people(series: Series, words: Lexicon) -> bool:
    """Tell whether „die Zahl der …“ can be said: a plural that we know and that is surely counted.

    „Spenden“ without a unit may be Euros.
    """
    noun = words.plural(series.name)
    unit = series.last.unit
    counted = unit.casefold() == series.name.casefold() or counts(unit)
    return noun is not None and (counted or (not unit and words.is_title(noun.singular)))


def _since_last_year(frame: pd.DataFrame, project: Project, told: Collection[str]) -> list[str]:
    """Return one sentence about the value that changed most since the year before, if one did and is not `told` yet."""
    figures, year = project.figures, project.year
    changed: list[tuple[Decimal, str, str, Figure, Figure]] = []
    for part, name in names(frame).items():
        now, before = (figures.get(key_of(project.key, part, one)) for one in (year, year - 1))
        if now is not None and before is not None and now.value != before.value and before.value:
            assert isinstance(now.value, Decimal | int) and isinstance(before.value, Decimal | int)  # noqa: S101, PT018
            changed.append((abs(Decimal(now.value) / Decimal(before.value) - 1), part, name, now, before))
    if not changed:
        return []
    _, part, name, now, before = max(changed, key=lambda one: one[0])
    if part in told or not stands_alone(name):
        return []
    known: dict[str, Any] = {
        "name": Title(name),
        "wert": Number(now, project.settings.sprache, beside=before.value),
        "vorjahr": Number(before, project.settings.sprache, beside=now.value),
        "gestiegen" if _is_more(now, before) else "gesunken": Words(""),
    }
    if len(changed) > 1:
        known["mehrere"] = Words("")
    return [project.composer.say("wert", known, row_features.seed(project.key, name))]


def _is_more(now: Figure, before: Figure) -> bool:
    return Decimal(str(now.value)) > Decimal(str(before.value))


def table(frame: pd.DataFrame, key: str, figures: Figures, settings: Settings, year: int) -> TextTable | None:
    """Return all values of a project or, with the key of none, of the association: this year and the two before.

    A value of long ago stands below the report year with its own year behind it. None without values.
    """
    lines = [
        (name, found)
        for part, name in names(frame).items()
        for found in _lines(frame, key_of(key, part, year), figures, year)
    ]
    if not lines:
        return None
    shown = [one for one in range(year, year - YEARS, -1) if one == year or any(one in found for _, found in lines)]
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
    return bool(told) and len(entered.rows) == 1 and len(entered.head) == YEARS


def _lines(frame: pd.DataFrame, key: Key, figures: Figures, year: int) -> Iterator[dict[int, Figure]]:
    """Yield the figures of a value by year; where staff entered two for one year, the second are another line."""
    years = {*map(int, frame["jahr"]), *range(year - YEARS + 1, year + 1)}
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


SECTION = SectionWriter(OVERVIEW, 0, paragraphs, "werte", tables=_shown, makes_chapter=False, roles=ROLES)
