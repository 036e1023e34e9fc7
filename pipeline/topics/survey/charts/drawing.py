"""Charts of a survey: for each block of questions the picture that fits it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ....base.figures import Figure
from ....base.keys import Key
from ....base.marks import plain
from ....base.settings import Settings
from ....charts.bars import Bar, bars
from ....charts.captions import n
from ....charts.chart import Chart
from ....charts.engine import draw
from ....charts.palette import palette
from ....charts.style import NARROW, ChartStyle, chart_style
from ....german.orthography import quote
from ..counting.counting import in_order, in_text
from ..counting.numbers import Numbers
from ..counting.results import QuestionBlock, QuestionResult, SurveyResult
from ..reading.free_text import is_rest
from .findings import finding
from .rows import ChartRow, spans, stacked

_WIDE = 168.0  # millimetres, all across the page: statements are long
_HEIGHT = 36.0  # of columns


def draw_survey(
    result: SurveyResult, figures: Mapping[str, Figure], settings: Settings, templates: Path | None = None
) -> tuple[Chart, ...]:
    """Return the charts of a survey, keys ``umfrage.<kurz>.<block>``; none for open texts and too few answers.

    Raises `engine.BrokenSpecificationError` where a specification in `templates/charts` cannot be used.
    """
    numbers = Numbers(figures, settings.sprache.tausenderpunkt_ab)
    charts = (_chart(result, block, numbers, chart_style(settings, templates)) for block in in_text(result, settings))
    return tuple(chart for chart in charts if chart)


@dataclass(frozen=True)
class _Drawn:
    """A picture, how wide it is, and what its marks mean."""

    svg: str
    width: float
    means: str


def _chart(survey: SurveyResult, block: QuestionBlock, numbers: Numbers, style: ChartStyle) -> Chart | None:
    """Return the chart of one block, or None if there is nothing to draw."""
    shown = [result for result in block.results if result.detail and (result.shares or result.ranks)]
    draw_it = _DRAWN.get(block.kind)
    if not shown or draw_it is None:
        return None
    alternative = _told(block, shown, numbers)
    drawn = draw_it(shown, numbers, style, _begun(alternative))
    sizes = {numbers.value(result.n) for result in shown}
    base = f" {n(numbers.printed(shown[0].n))}." if len(sizes) == 1 else " n steht in jeder Zeile."
    return Chart(
        key=Key(survey.key, block.key, survey=True),
        finding=finding(shown, numbers),
        shows=f"{drawn.means}{base} Quelle: {survey.named}.",
        alternative=alternative,
        svg=drawn.svg,
        width=drawn.width,
    )


def _stacked(shown: Sequence[QuestionResult], numbers: Numbers, style: ChartStyle, alternative: str) -> _Drawn:
    width = NARROW if len(shown) == 1 else _WIDE
    svg = stacked(shown, numbers, style, width_mm=width, alternative=alternative)
    unit = "Zahl der Antworten" if any(result.detail == "anzahl" for result in shown) else "Anteile in Prozent"
    return _Drawn(svg, width, f"{unit}.")


def _bars(shown: Sequence[QuestionResult], numbers: Numbers, style: ChartStyle, alternative: str) -> _Drawn:
    result = shown[0]
    shares = in_order(result, numbers.figures)
    most = max(numbers.value(share.count) for share in shares)
    rows = [
        Bar(
            share.label,
            numbers.shown(share, result.detail),
            int(numbers.value(share.count)),
            best=numbers.value(share.count) == most,
        )
        for share in shares
    ]
    means = "Mehrfachnennungen möglich." if result.question.kind == "mehrfach" else "Anteile der Antworten."
    if result.detail == "anzahl":
        means = "Zahl der Antworten." if result.question.kind != "mehrfach" else f"Zahl der Nennungen. {means}"
    return _Drawn(bars(rows, style, width_mm=NARROW, alternative=alternative), NARROW, means)


def _columns(shown: Sequence[QuestionResult], numbers: Numbers, style: ChartStyle, alternative: str) -> _Drawn:
    if len(shown) > 1:
        return _quartiles(shown, numbers, style, alternative)
    result = shown[0]
    colours = palette(style.accent)
    shares = [share for share in result.shares if share.role == "klasse"]
    most = max(numbers.value(share.count) for share in shares)
    columns = [
        {
            "klasse": share.label,
            "anzahl": float(numbers.value(share.count)),
            "text": numbers.shown(share, result.detail, short=len(shares) > 8) if numbers.value(share.count) else "",
            "farbe": colours.accent if numbers.value(share.count) == most else colours.tint,
        }
        for share in shares
    ]
    svg = draw(
        "umfrage-verteilung",
        {"saeulen": columns},
        accent=style.accent,
        width=NARROW,
        height=_HEIGHT,
        alternative=alternative,
        templates=style.templates,
        klassen=[share.label for share in shares],
        hoechstwert=float(most) * 1.18,
    )
    unit = "Zahl der Antworten" if result.detail == "anzahl" or len(shares) > 8 else "Anteile der Antworten"
    return _Drawn(svg, NARROW, f"{unit}.")


def _quartiles(shown: Sequence[QuestionResult], numbers: Numbers, style: ChartStyle, alternative: str) -> _Drawn:
    rows = []
    for result in shown:
        spread = result.spread
        if spread:
            low, middle, high = (float(numbers.value(key)) for key in (spread.lower, spread.median, spread.upper))
            rows.append(
                ChartRow(
                    result.question.text, middle, low, high, tuple(map(numbers.printed, (spread.median, result.n)))
                )
            )
    if not rows:
        return _grades(shown, numbers, style, alternative)
    rows.sort(key=lambda row: (is_rest(row.name), -row.middle))
    ends_of_scale = [float(result.shares[-1].label) for result in shown if result.shares[-1].label.isdigit()]
    highest = max(*ends_of_scale, *(row.high for row in rows if row.high is not None))
    ends = (0.0, 100.0) if 10 < highest <= 100 else (min(0.0, *(row.low or 0 for row in rows)), highest)
    svg = spans(rows, ("Median", "n"), ends, style, width_mm=_WIDE, alternative=alternative)
    return _Drawn(svg, _WIDE, "Punkt: Median; Balken: mittlere Hälfte der Angaben.")


def _grades(shown: Sequence[QuestionResult], numbers: Numbers, style: ChartStyle, alternative: str) -> _Drawn:
    rows = [
        ChartRow(
            result.question.text,
            float(numbers.value(result.mean)),
            cells=(numbers.printed(result.mean), numbers.printed(result.n)),
        )
        for result in shown
        if result.mean
    ]
    rows.sort(key=lambda row: row.middle)
    svg = spans(rows, ("Note", "n"), (1.0, 6.0), style, width_mm=_WIDE, alternative=alternative)
    return _Drawn(svg, _WIDE, "Durchschnittsnoten, 1 ist die beste.")


def _ranking(shown: Sequence[QuestionResult], numbers: Numbers, style: ChartStyle, alternative: str) -> _Drawn:
    result = shown[0]
    rows = [
        ChartRow(
            rank.label,
            float(numbers.value(rank.mean)),
            cells=(numbers.printed(rank.mean), numbers.shown(rank.first, result.detail)),
        )
        for rank in result.ranks
    ]
    ends = (1.0, float(max(2, len(result.question.options))))
    svg = spans(rows, ("mittlerer Rang", "auf Platz 1"), ends, style, width_mm=_WIDE, alternative=alternative)
    return _Drawn(svg, _WIDE, "Mittlerer Rang, 1 ist der erste Platz.")


_DRAWN: Mapping[str, Callable[[Sequence[QuestionResult], Numbers, ChartStyle, str], _Drawn]] = {
    "zustimmung": _stacked,
    "ja-nein": _stacked,
    "einfach": _bars,
    "mehrfach": _bars,
    "note": _columns,
    "zahl": _columns,
    "datum": _columns,
    "rang": _ranking,
}


def _told(block: QuestionBlock, shown: Sequence[QuestionResult], numbers: Numbers) -> str:
    """Return what the chart shows in words, number by number."""
    lines = [f"{block.title.rstrip('.:')}:"] if block.title and block.is_battery else []
    for result in shown:
        note = "Note " if result.question.kind == "note" else ""
        parts = [
            f"{note}{share.label}: {numbers.shown(share, result.detail)}" for share in in_order(result, numbers.figures)
        ]
        parts = [f"{rank.label} mittlerer Rang {numbers.text(rank.mean)}" for rank in result.ranks] or parts
        lines.append(f"{quote(result.question.text)} ({n(numbers.text(result.n))}): {'; '.join(parts)}.")
    return plain(" ".join(lines))


def _begun(text: str, length: int = 160) -> str:
    """Return the beginning of a long alternative: the title of the picture."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
