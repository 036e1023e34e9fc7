"""Income and expenses beside each other: area by area, or year by year where nobody speaks of areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...base.figures import Figure
from ...base.keys import Key, Time
from ...charts.bars import Bar, bars
from ...charts.chart import Chart
from ...charts.drawing import Drawing, ProjectCharts
from ...charts.style import NARROW
from ...german.enumerations import listing
from ...german.orthography import quote
from ...statistics.kinds import usual_names
from . import money
from .figures import area_key, entries
from .reading import EXPENSE, INCOME

_FEWEST, _MOST = 2, 8  # areas or years
_SIDES = ((INCOME, "Einnahmen"), (EXPENSE, "Ausgaben"))

Pair = tuple[str, Figure | None, Figure | None]  # a name, what came in, what went out


def _of_project(project: ProjectCharts) -> Iterator[Chart | None]:
    yield _by_area(project) or _by_year(project)


def _by_area(project: ProjectCharts) -> Chart | None:
    rows = [one for one in entries(project.rows["finanzen"], project.year) if one.year == project.year]
    names = usual_names(one.area for one in rows if one.area)
    pairs = [_pair(project, name, area_key(project.key, name, "", project.year)) for name in names.values()]
    pairs = [pair for pair in pairs if any(money.value(figure) > 0 for figure in pair[1:])]
    if len(pairs) < _FEWEST:
        return None
    pairs.sort(key=lambda pair: (-max(map(money.value, pair[1:])), pair[0]))
    name, _, expense = max(pairs, key=lambda pair: money.value(pair[2]))
    finding = (
        f"Am meisten ausgegeben wurde im Bereich {quote(name)}: {money.printed(expense)}."
        if expense is not None and money.value(expense) > 0
        else f"Einnahmen gab es in {len(pairs)} Bereichen."
    )
    shown = pairs[:_MOST]
    more = " Gezeigt sind die größten." if len(pairs) > _MOST else ""
    return _chart(project, shown, f"Einnahmen und Ausgaben {project.year} nach Bereich", finding, more)


def _by_year(project: ProjectCharts) -> Chart | None:
    years = sorted({one.year for one in entries(project.rows["finanzen"], project.year)})[-_MOST:]
    if len(years) < _FEWEST or years[-1] != project.year:
        return None
    whole = Key(project.key, "finanzen")
    pairs = [_pair(project, str(year), replace(whole, time=Time(year))) for year in years]
    highest = max(pairs, key=lambda pair: money.value(pair[1]))
    _, income, _ = highest
    if income is None or money.value(income) <= 0:
        return None
    finding = f"Die höchsten Einnahmen gab es im Jahr {highest[0]}: {money.printed(income)}."
    return _chart(project, pairs, "Einnahmen und Ausgaben Jahr für Jahr", finding)


def _pair(project: ProjectCharts, name: str, key: Key) -> Pair:
    income, expense = (project.figures.get(replace(key, measure=side)) for side, _ in _SIDES)
    return name, income, expense


def _chart(project: ProjectCharts, pairs: Sequence[Pair], heading: str, finding: str, more: str = "") -> Chart:
    rows, said = [], []
    for name, *both in pairs:
        drawn = [
            (figure, what, side == INCOME)
            for figure, (side, what) in zip(both, _SIDES, strict=True)
            if figure is not None and money.value(figure) > 0
        ]
        for nth, (figure, what, best) in enumerate(drawn):
            shown = f"{money.printed(figure, '€')} {what}"
            rows.append(Bar("" if nth else name, shown, round(money.value(figure)), open=figure.at_least, best=best))
        amounts = [f"{what} {money.in_digits(money.value(figure))}" for figure, what, _ in drawn]
        said.append(f"{name} {' und '.join(amounts)}")
    alternative = f"Das Balkendiagramm zeigt {heading}: {listing(said)}."
    return Chart(
        key=Key(project.key, "finanzen"),
        finding=finding,
        shows=f"{heading}, in Euro.{more} Quelle: Liste „Finanzen“.",
        alternative=alternative,
        svg=bars(rows, project.style, width_mm=NARROW, alternative=alternative),
        width=NARROW,
    )


DRAWING = Drawing(_of_project)
