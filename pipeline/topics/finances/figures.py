"""What came in, what went out and what is left: by year, by area and by position."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pandas as pd

from ...base.figures import Figure, Label, project_slug
from ...base.keys import TOTAL, Key, Time
from ...base.names import slug
from ...base.records import Tables
from ...statistics.counting import Counting, Rows, Scope
from ...statistics.dated import in_year
from ...statistics.kinds import usual_names
from .reading import EXPENSE, INCOME, side_of, year_of

RESULT = "ergebnis"
MEASURES = {INCOME: "Einnahmen", EXPENSE: "Ausgaben", RESULT: "Ergebnis"}
_SUM = (
    "Zusammengezählt sind die Beträge der Liste „Finanzen“, auf den Cent genau; was nicht zu lesen war, fehlt, und die "
    "Summe gilt dann als Mindestbetrag."
)
_DIFFERENCE = (
    "Die Einnahmen abzüglich der Ausgaben; wo ein Betrag nicht zu lesen war, wird kein Ergebnis genannt, denn es wäre "
    "falsch."
)


@dataclass(frozen=True)
class Entry:
    """One row: what came in and what went out, None where nothing is said; its year, area and position."""

    id: int
    year: int
    area: str
    position: str
    income: Decimal | None
    expense: Decimal | None


@dataclass(frozen=True)
class Lost:
    """A row whose amount is not known: its year (0: any), its area and side („einnahmen“, "" for either)."""

    year: int
    area: str
    side: str


def entries(frame: pd.DataFrame, year: int) -> list[Entry]:
    """Return the rows up to `year`."""
    columns = ("jahr", "bereich", "position", INCOME, EXPENSE)
    rows = zip(frame.index.tolist(), *(frame[column].tolist() for column in columns), strict=True)
    return [Entry(*row) for row in rows if row[1] <= year]


def area_key(project: str, area: str, position: str, year: int) -> Key:
    """Return what the keys of an area's figures share, or of a position in it; one without area has a place of its own.

    The names stand behind words, so that none of them is taken for a measure: „position.ergebnis.einnahmen“.
    """
    key = Key(project, "finanzen", time=Time(year))
    if not area:
        return replace(key, by="position", which=slug(position)) if position else replace(key, by="bereich", which="")
    return replace(key, by="bereich", which=slug(area), rest=("position", slug(position)) if position else ())


def of_project(rows: Rows, scope: Scope) -> Iterator[Figure]:
    """Yield the figures of a project; those of no project are the association's as a whole."""
    yield from _figures(rows["finanzen"], scope, ours=scope.key == project_slug(""))


def totals(frame: pd.DataFrame, scope: Scope) -> Iterator[Figure]:
    """Yield the same over all projects and what belongs to none."""
    yield from _figures(frame, scope, ours=False, positions=False)


def _figures(frame: pd.DataFrame, scope: Scope, *, ours: bool, positions: bool = True) -> Iterator[Figure]:
    found, lost = entries(frame, scope.year), list(_lost(scope.tables, scope.key))
    areas = usual_names(one.area for one in found if one.area)
    names = usual_names(one.position for one in found)
    subject = "" if ours else scope.subject
    for year in sorted({one.year for one in found}):
        of_year = [one for one in found if one.year == year]
        missing = [one for one in lost if one.year in (0, year)]
        label = Label("", subject, when=in_year(year), line="Finanzen")
        yield from _sums(Key(scope.key, "finanzen", time=Time(year)), label, of_year, missing, ours, every=True)
        for area, of_area in _grouped(of_year, lambda one: slug(one.area) if one.area else ""):
            of_it = [one for one in missing if not one.area or slug(one.area) == area]
            named = replace(label, by="Bereich", which=areas[area], line="Finanzen nach Bereich") if area else label
            if area:
                yield from _sums(area_key(scope.key, area, "", year), named, of_area, of_it, ours, line="bereich")
            for position, of_position in _grouped(of_area, lambda one: slug(one.position)) if positions else ():
                key = area_key(scope.key, area, position, year)
                name = f"{names[position]}, {areas[area]}" if area else names[position]
                part = replace(label, by="Position", which=name, line="Finanzen nach Position")
                yield from _sums(key, part, of_position, (), ours, line="position")


def _lost(tables: Tables, project: str) -> Iterator[Lost]:
    """Yield the rows of a project, or of all, that were set aside for what they lacked."""
    frame = tables.incomplete.get("finanzen")
    for row in frame.itertuples() if frame is not None else ():
        one: Any = row
        if project in (TOTAL, project_slug(one.projekt)):
            yield Lost(year_of(one.jahr, one.buchungstag), one.bereich, side_of(one.art))


def _grouped(found: Sequence[Entry], part: Callable[[Entry], str]) -> Iterator[tuple[str, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for one in found:
        groups.setdefault(part(one), []).append(one)
    yield from groups.items()


def _sums(
    key: Key,
    label: Label,
    found: Sequence[Entry],
    lost: Sequence[Lost],
    ours: bool,
    *,
    line: str = "",
    every: bool = False,
) -> Iterator[Figure]:
    """Yield income, expenses and what is left; of one that no row has only with `every`."""
    income = {one.id: one.income for one in found if one.income is not None}
    expense = {one.id: one.expense for one in found if one.expense is not None}
    sums = {INCOME: sum(income.values(), Decimal()), EXPENSE: sum(expense.values(), Decimal())}
    for side, amounts in ((INCOME, income), (EXPENSE, expense)):
        if amounts or every:
            yield Figure(
                key=replace(key, measure=side),
                label=replace(label, what=MEASURES[side], among=MEASURES[side]),
                value=sums[side],
                unit="Euro",
                at_least=any(one.side in ("", side) for one in lost),
                rows=tuple(amounts),
                method=_SUM,
                line=line,
                ours=ours,
            )
    yield Figure(
        key=replace(key, measure=RESULT),
        label=replace(label, what=MEASURES[RESULT], among=MEASURES[RESULT]),
        value=None if lost else sums[INCOME] - sums[EXPENSE],
        unit="Euro",
        rows=tuple(dict.fromkeys((*income, *expense))),
        method=_DIFFERENCE,
        line=line,
        ours=ours,
    )


COUNTING = Counting("finanzen", of_project, totals, activity=False)
