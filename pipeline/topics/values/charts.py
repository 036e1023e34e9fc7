"""The values of three years and more as small lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...base.figures import Figure, project_slug
from ...base.keys import TOTAL, Key
from ...base.marks import mark
from ...charts.chart import Chart
from ...charts.drawing import Drawing, ProjectCharts
from ...charts.lines import Line, lines
from ...charts.style import NARROW, WIDE, ChartStyle
from ...german.enumerations import listing
from ...german.orthography import ended, quote
from ...german.quantities import in_figures, word
from ...narrative.section import OVERVIEW
from .prose import YEARS
from .series import Series, over_years, stands_alone
from .trends import Direction, Trend, change, trend_of, trends_of

_MOST = {WIDE: 12, NARROW: 9}  # lines: what one glance takes in; the table has them all
_TOLD = 3  # trends; the caption of the association's values is all that is said of them


def _of_project(project: ProjectCharts) -> Iterator[Chart | None]:
    """Yield the values of a project over the years; those of none belong to the association."""
    every = over_years(project.rows["werte"], project.key, project.figures, project.year)
    if project.key == project_slug(""):
        trends = trends_of(every, project.year)
        further = _further(trends[1:_TOLD], project.style)
        yield _chart(
            Key(TOTAL, "werte"), every, _strongest(every, trends, project.year, project.style), further, WIDE, project
        )
    elif len(every) > 1 or any(len(one.figures) > YEARS for one in every):  # one of three years is told and in a table
        finding = _how_many(every, project.year, project.style)
        yield _chart(Key(project.key, OVERVIEW, "werte"), every, finding, "", NARROW, project)


def _chart(
    key: Key, every: Sequence[Series], finding: str, further: str, width: float, project: ProjectCharts
) -> Chart | None:
    """Return the lines of the values, those of one unit beside each other; None where there are none."""
    if not every:
        return None
    units = list(dict.fromkeys(one.last.unit for one in every))
    shown = sorted(every, key=lambda one: units.index(one.last.unit))[: _MOST[width]]
    trends = [trend for trend in trends_of(every, project.year) if trend.direction is not Direction.LEVEL]
    best = trends[0].series if trends else None
    drawn = [_line(one, project.style, best=one == best) for one in shown]
    alternative = _alternative(shown, project.style)
    left_out = f" Gezeigt sind {len(shown)} von {len(every)}." if len(shown) < len(every) else ""
    shows = f"{further}{_explained(shown, drawn)}{left_out} Quelle: Liste „Werte“."
    return Chart(
        key=key,
        finding=finding,
        shows=shows,
        alternative=alternative,
        svg=lines(drawn, project.style, width_mm=width, alternative=alternative),
        width=width,
    )


def _explained(shown: Sequence[Series], drawn: Sequence[Line]) -> str:
    """Return which years are drawn and how the lines are to be read."""
    years = f"{min(one.years[0] for one in shown)} bis {max(one.years[-1] for one in shown)}"
    several = len(shown) > 1
    sentences = [f"Kennzahlen {years}, jede in ihrem eigenen Maßstab." if several else f"{shown[0].name} {years}."]
    if any(line.floor > 0 for line in drawn):
        sentences.append(f"{'Linien ohne Grundlinie beginnen' if several else 'Die Linie beginnt'} nicht bei null.")
    if any(line.has_gaps for line in drawn):
        sentences.append("Wo eine Linie unterbrochen ist, fehlt der Wert eines Jahres.")
    return " ".join(sentences)


def _line(series: Series, style: ChartStyle, *, best: bool) -> Line:
    return Line(
        name=series.name,
        values={year: float(amount) for year, amount in zip(series.years, series.amounts, strict=True)},
        first=_printed(series.first, series, style),
        last=_printed(series.last, series, style),
        best=best,
    )


def _strongest(every: Sequence[Series], trends: Sequence[Trend], year: int, style: ChartStyle) -> str:
    """Return the greatest change; as the greatest of all only where all can be compared: none from zero, one span."""
    if not trends:
        return _no_direction(every, year)
    greatest = trends[0]
    if greatest.direction is Direction.LEVEL:
        level = len(trends) == len(every) > 1
        return "Die Kennzahlen blieben nahezu unverändert." if level else ended(_said(greatest, style))
    changes = [change(one) for one in every]
    comparable = all(one is not None and abs(one) <= abs(greatest.change) for one in changes)
    if comparable and len(every) > 1 and len({one.years for one in every}) == 1:
        return ended(f"Am stärksten verändert hat sich {_said(greatest, style)}")
    return ended(_said(greatest, style))


def _no_direction(every: Sequence[Series], year: int) -> str:
    """Return that nothing changed much, or less where that cannot be judged of each value."""
    judged = all(change(one) is not None and one.years[-1] == year and stands_alone(one.name) for one in every)
    if not judged:
        return "So entwickelten sich die Kennzahlen." if len(every) > 1 else "So entwickelte sich die Kennzahl."
    if len(every) == 1:
        return "Die Kennzahl hat sich nicht deutlich verändert."
    return "Keine der Kennzahlen hat sich deutlich verändert."


def _further(trends: Sequence[Trend], style: ChartStyle) -> str:
    return ended(f"Dazu {listing([_said(trend, style) for trend in trends])}") + " " if trends else ""


def _said(trend: Trend, style: ChartStyle) -> str:
    """Return „Mitglieder“: seit 2021 von 118 auf 134“, which no noun's grammar can make wrong."""
    series = trend.series
    since = f"{quote(series.name)}: seit {series.years[0]}"
    if trend.direction is Direction.LEVEL:
        return f"{since} nahezu unverändert, zuletzt {_printed(series.last, series, style)}"
    return f"{since} von {_printed(series.first, series, style)} auf {_printed(series.last, series, style)}"


def _how_many(every: Sequence[Series], year: int, style: ChartStyle) -> str:
    """Return how many values went which way; the sentences beside the chart tell which, and how far."""
    whole = len(every)
    ways = [trend.direction for trend in (trend_of(one, year) for one in every) if trend]
    parts: list[str] = []
    for direction in (Direction.RISEN, Direction.FALLEN):
        some = ways.count(direction)
        if some == whole:
            return f"{'Alle Kennzahlen sind' if whole > 1 else 'Die Kennzahl ist'} {direction.value}."
        if some:
            number = "eine" if some == 1 else word(some, style.wording)
            verb = "ist" if some == 1 else "sind"
            parts.append(f"{number} {verb} {direction.value}" if parts else f"{verb} {number} {direction.value}")
    return f"Von {word(whole, style.wording)} Kennzahlen {', '.join(parts)}." if parts else _no_direction(every, year)


def _printed(figure: Figure, series: Series, style: ChartStyle) -> str:
    return mark(figure.key, _shown(figure, series, style))


def _shown(figure: Figure, series: Series, style: ChartStyle) -> str:
    ends = (series.first.value, series.last.value)
    return in_figures(figure, unit=True, thousands_from=style.wording.tausenderpunkt_ab, beside=ends)


def _alternative(shown: Sequence[Series], style: ChartStyle) -> str:
    each = [
        f"{one.name} " + ", ".join(f"{year}: {_shown(figure, one, style)}" for year, figure in one.figures.items())
        for one in shown
    ]
    what = "Kennzahlen" if len(shown) > 1 else "eine Kennzahl"
    return f"Das Liniendiagramm zeigt {what} über die Jahre. {ended('; '.join(each))}"


DRAWING = Drawing(_of_project)
