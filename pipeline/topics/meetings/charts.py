"""A project's meetings by month, quarter or year, and by kind."""

from __future__ import annotations

from ...base.figures import Figures
from ...base.marks import mark
from ...base.period import Period
from ...charts.captions import month, n, printed
from ...charts.chart import Chart
from ...charts.findings import densest, described
from ...charts.over_time import FEWEST, columns, counted, grid, totals
from ...charts.style import NARROW, ChartStyle
from ...statistics.dated import Dated


def meetings_chart(key: str, rows: Dated, figures: Figures, style: ChartStyle) -> Chart | None:
    """Return how a project's meetings lie in time; None with fewer than three columns to see.

    `rows` are its meetings up to the report year. Meetings of which only the year is known are left out unless the
    columns are years.
    """
    known = [i for i, exact in enumerate(rows.exact) if exact != "jahr"]
    if not known:
        return None
    over = grid(rows.first[i] for i in known)
    if over.span == "Jahr":
        known = list(range(len(rows.ids)))
        over = grid(rows.first)
    series = counted([rows.first[i] for i in known], [rows.names[rows.kinds[i]] for i in known], over)
    heights = totals(series)
    if sum(height > 0 for height in heights) < FEWEST:
        return None
    whole, reach = figures[f"{key}.treffen.anzahl"], figures[f"{key}.treffen.zeitraum"]
    by = " nach Art" if len(series) > 1 else ""
    period = _period(reach.value)
    left_out = " (ohne Treffen, von denen nur das Jahr bekannt ist)" if len(known) < len(rows.ids) else ""
    alternative = described(f"Treffen je {over.span}{by}, {period}", series, over, style)
    return Chart(
        key=f"{key}.treffen",
        finding=densest(f"{key}.treffen", figures, over, heights, style),
        shows=f"Treffen je {over.span}{by}, {mark(reach.key, period)}{left_out}; {n(printed(whole, style.wording))}. "
        "Quelle: Liste „Treffen“.",
        alternative=alternative,
        svg=columns(over, series, f"{key}.treffen", style, width_mm=NARROW, alternative=alternative),
        width=NARROW,
    )


def _period(value: object) -> str:
    if not isinstance(value, Period):
        raise TypeError(f"a period was expected, not {value!r}")
    first, last = month(value.first), month(value.last)
    return first if first == last else f"{first} bis {last}"
