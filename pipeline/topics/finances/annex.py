"""Every position with what came in and went out, area by area, for those who check the books."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pandas as pd

from ...base.figures import Figure
from ...base.keys import Key, Time
from ...base.names import slug
from ...german.quantities import UNKNOWN, in_figures
from ...statistics.counting import by_project
from ...statistics.kinds import usual_names
from ..annex import Annex, AnnexScope, Group, keys_in_order, titles
from .figures import MEASURES, RESULT, Entry, area_key, entries
from .reading import EXPENSE, INCOME

_WITHOUT_AREA = "Ohne Bereich"
_CENTS = Decimal("0.01")  # beside an amount with cents all have them


@dataclass(frozen=True)
class Cell:
    """What a cell shows, and the key of the figure it prints, None for no figure."""

    shown: str
    key: str | None = None


@dataclass(frozen=True)
class Line:
    """A position, or the sum of those above."""

    name: str
    cells: tuple[Cell, ...]
    is_sum: bool = False


@dataclass(frozen=True)
class Account:
    """The finances of one project: `before` if there is a year to compare with."""

    title: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    before: bool
    unvollstaendig: bool


def _names(scope: AnnexScope) -> dict[str, Any]:
    """Return the finances of the year project by project."""
    projects, title = by_project(scope.tables, scope.year), titles(scope)
    accounts = [
        account
        for key in keys_in_order(projects, scope.chapters)
        if (account := _account(scope, key, title(key), projects[key]["finanzen"])) is not None
    ]
    return {"alle_finanzen": tuple(accounts)}


def _account(scope: AnnexScope, key: str, title: str, frame: pd.DataFrame) -> Account | None:
    found = [one for one in entries(frame, scope.year) if one.year in (scope.year, scope.year - 1)]
    if all(one.year != scope.year for one in found):
        return None
    before = any(one.year != scope.year for one in found)
    columns = [(measure, scope.year) for measure in MEASURES]
    columns += [(RESULT, scope.year - 1)] if before else []
    table = _Table(scope, columns, _have_cents(found))
    whole = Key(key, "finanzen", time=Time(scope.year))
    areas = usual_names(one.area for one in found if one.area)
    groups = [Group(areas[part], tuple(table.area(key, part, found))) for part in sorted(areas)]
    rest = tuple(table.positions(key, "", found))
    groups += [Group(_WITHOUT_AREA if groups else "", rest)] if rest else []
    groups.append(Group("", (table.line("Summe" if len(groups) == 1 else "Insgesamt", whole, is_sum=True),)))
    sums = [scope.figures.get(replace(whole, measure=side)) for side in (INCOME, EXPENSE)]
    heads = (*MEASURES.values(), *((f"Ergebnis {scope.year - 1}",) if before else ()))
    return Account(title, heads, tuple(groups), before, any(one is not None and one.at_least for one in sums))


def _have_cents(found: Iterable[Entry]) -> bool:
    amounts = (amount for one in found for amount in (one.income, one.expense) if amount is not None)
    return any(amount != amount.to_integral_value() for amount in amounts)


@dataclass(frozen=True)
class _Table:
    """Makes lines of one account, all with cents where any of its amounts has them."""

    scope: AnnexScope
    columns: Sequence[tuple[str, int]]
    cents: bool

    def area(self, project: str, area: str, found: Iterable[Entry]) -> Iterator[Line]:
        """Yield the positions of an area and, where there are several, its sum."""
        lines = list(self.positions(project, area, found))
        yield from lines
        if len(lines) > 1:
            yield self.line("Summe", area_key(project, area, "", self.scope.year), is_sum=True)

    def positions(self, project: str, area: str, found: Iterable[Entry]) -> Iterator[Line]:
        """Yield the positions of an area, income before expenses, the largest first."""
        mine = (
            [one for one in found if one.area and slug(one.area) == area]
            if area
            else [one for one in found if not one.area]
        )
        names = usual_names(one.position for one in mine)
        largest: dict[str, tuple[bool, Any]] = {}
        for part in names:
            rows = [one for one in mine if slug(one.position) == part]
            income, expense = sum(one.income or 0 for one in rows), sum(one.expense or 0 for one in rows)
            largest[part] = (expense > income, -max(income, expense))
        for part in sorted(names, key=lambda part: (*largest[part], part)):
            yield self.line(names[part], area_key(project, area, part, self.scope.year))

    def line(self, name: str, key: Key, *, is_sum: bool = False) -> Line:
        """Return a line with the figures of `key` in every column."""
        found = (self.scope.figures.get(replace(key, measure=side, time=Time(year))) for side, year in self.columns)
        return Line(name, tuple(map(self._cell, found)), is_sum)

    def _cell(self, figure: Figure | None) -> Cell:
        if figure is None or not figure.rows:
            return Cell(UNKNOWN)
        beside = (_CENTS,) if self.cents else ()
        from_on = self.scope.settings.sprache.tausenderpunkt_ab
        return Cell(in_figures(figure, thousands_from=from_on, beside=beside), figure.key.text)


ANNEX = Annex(
    "anhang-finanzen", "Einnahmen und Ausgaben", 50, "chapters/anhang/finanzen.html.j2", _names, "alle_finanzen"
)
