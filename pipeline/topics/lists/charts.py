"""A list of the office's own month by month, or by kind where it has no dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pandas as pd

from ...base.figures import Figure
from ...base.keys import Key, Time
from ...charts.captions import CountedNoun, n, printed
from ...charts.chart import Chart
from ...charts.drawing import Drawing, ProjectCharts
from ...charts.findings import described
from ...charts.groups import GroupWords, group_bars
from ...charts.over_time import columns, in_slots, totals, worth_drawing, year_grid
from ...charts.style import NARROW
from ...german.grammar import Case, Gender
from ...statistics.kinds import NOT_GIVEN
from .declaration import Declaration
from .entries import Grouped, groupings, times

_LEAD = 2  # entries: fewer in every column show nothing; so much the month in the caption is ahead of the next


def drawing_of(declaration: Declaration) -> Drawing:
    """Return what is drawn of a list."""
    return Drawing(partial(_charts, declaration))


def _charts(declaration: Declaration, project: ProjectCharts) -> Iterator[Chart | None]:
    """Yield one chart: the report year month by month or, without dates, by kind; None with too little to see."""
    frame = project.rows.get(declaration.key)
    if frame is None or frame.empty:
        return
    by_month = None if declaration.confidential else _by_month(declaration, frame, project)
    yield by_month or _by_kind(declaration, frame, project)


def _by_month(declaration: Declaration, frame: pd.DataFrame, project: ProjectCharts) -> Chart | None:
    when = {
        i: month
        for i, (year, month) in times(declaration, frame, project.year).items()
        if year == project.year and month
    }
    over = year_grid(project.year)
    grouped = next(groupings(declaration, frame), None)
    rows = frame.loc[list(when)]
    if rows.empty:
        return None
    names = [grouped.names[grouped.values[i]] if grouped else declaration.title for i in when]
    series = in_slots(list(rows["datum"].dt.date), names, over)
    heights = totals(series)
    counted = Key(project.key, declaration.key, "anzahl")
    whole = project.figures.get(counted.in_year(project.year))
    if whole is None or not worth_drawing(heights):
        return None
    by = f" nach {grouped.title}" if grouped and len(series) > 1 else ""
    left_out = " (ohne Einträge, von denen nur das Jahr bekannt ist)" if whole.value != len(when) else ""
    alternative = described(f"{declaration.many} je Monat{by} im Jahr {project.year}", series, over, project.style)
    return Chart(
        key=Key(project.key, declaration.key),
        finding=_finding(declaration, heights, counted, project, grouped),
        shows=f"{declaration.many} je Monat {project.year}{by}{left_out}; {n(printed(whole, project.style.wording))}. "
        f"Quelle: Liste „{declaration.title}“.",
        alternative=alternative,
        svg=columns(over, series, counted, project.style, width_mm=NARROW, alternative=alternative),
        width=NARROW,
    )


def _finding(
    declaration: Declaration, heights: list[int], counted: Key, project: ProjectCharts, grouped: Grouped | None
) -> str:
    """Return what is to be seen: the month that is ahead, else what most entries are, else nothing."""
    ordered = sorted(heights, reverse=True)
    if ordered[0] >= ordered[1] + _LEAD:
        slot = year_grid(project.year).slots[heights.index(ordered[0])]
        figure = project.figures[replace(counted, time=slot.time)]
        return f"Am meisten Einträge hat die Liste {slot.name} ({printed(figure, project.style.wording)})."
    best = _largest_group(counted, project, grouped) if grouped else None
    if best is None:
        return ""
    name, figure = best
    return f"Am häufigsten ist „{name}“ ({printed(figure, project.style.wording)})."


def _largest_group(counted: Key, project: ProjectCharts, grouped: Grouped) -> tuple[str, Figure] | None:
    key = replace(counted, time=Time(project.year), by=grouped.key)
    found = [
        (name, figure)
        for part, name in grouped.names.items()
        if name != NOT_GIVEN and (figure := project.figures.get(replace(key, which=part))) and figure.value
    ]
    tops = Counter({pair: int(str(pair[1].value)) for pair in found}).most_common(2)
    return tops[0][0] if tops and (len(tops) < 2 or tops[0][1] > tops[1][1]) else None


def _by_kind(declaration: Declaration, frame: pd.DataFrame, project: ProjectCharts) -> Chart | None:
    counted = Key(project.key, declaration.key, "anzahl", Time(project.year))
    for grouped in groupings(declaration, frame):
        key = replace(counted, by=grouped.key)
        found = [
            (name, figure)
            for part, name in grouped.names.items()
            if (figure := project.figures.get(replace(key, which=part))) and figure.value
        ]
        counts = sorted((int(str(figure.value)) for name, figure in found if name != NOT_GIVEN), reverse=True)
        if not counts or counts[0] < _LEAD or counts.count(counts[0]) > 2:
            continue  # bars of one entry each, or of equal length, show nothing
        words = _words(declaration, grouped, project.year)
        topic = Key(project.key, declaration.key)
        if chart := group_bars(topic, words, found, project.figures.get(counted), project.style):
            return chart
    return None


def _words(declaration: Declaration, grouped: Grouped, year: int) -> GroupWords:
    noun = declaration.noun
    one, many = (noun.singular, noun.plural) if noun else ("Eintrag", "Einträge")
    after_with = noun.form(Case.DAT, plural=True) if noun else "Einträgen"
    return GroupWords(
        heading=f"{declaration.many} {year} nach {grouped.title}",
        source=f"Liste „{declaration.title}“",
        noun=CountedNoun(one, noun.gender if noun else Gender.MASCULINE, many, after_with),
        one="Am häufigsten ist {names} mit {count}.",
        two="Am häufigsten sind {names} mit je {count}.",
        none="Mehr als {count} zählt nichts davon.",
        one_named="Soweit eingetragen, ist {names} mit {count} am häufigsten.",
        two_named="Soweit eingetragen, sind {names} mit je {count} am häufigsten.",
        further="… und weitere",
    )
