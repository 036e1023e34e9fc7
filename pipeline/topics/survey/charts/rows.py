"""Pictures of a survey with a row per statement: stacked shares, and places on a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ....base.marks import plain
from ....base.units import POINTS_PER_MM
from ....charts.engine import draw
from ....charts.labels import width, wrapped
from ....charts.palette import diverging, on, palette
from ....charts.style import ChartStyle
from ..counting.numbers import Numbers
from ..counting.results import QuestionResult, Share

_SHARE_OF_NAMES = 0.42  # of the width, at most
_STEPS = {1: 19.0, 2: 25.0, 3: 35.0}  # points from row to row by lines of the longest name
_LINE = 14.0  # points from line to line of the legend
_GAP = 10.0  # points between columns: a little more than a letter is high
_NOTHING = "–"
_SYMBOL = 26.0  # points that a square of the legend and the space around it take


@dataclass(frozen=True)
class ChartRow:
    """One row of a picture of places on a line: a point, a span around it if any, and cells at the right."""

    name: str
    middle: float
    low: float | None = None
    high: float | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Frame:
    """Where things stand in points: names at the left, the plot, columns of numbers at the right."""

    names: tuple[str, ...]
    column: float
    plot: float
    step: float
    ends: tuple[float, ...]  # where each column at the right ends

    def datasets(self) -> dict[str, list[dict[str, object]]]:
        """Return the names by their number of lines, as the specifications take them."""
        by_lines: dict[str, list[dict[str, object]]] = {"namen": [], "doppelnamen": [], "dreifachnamen": []}
        for place, name in enumerate(self.names):
            by_lines[("namen", "doppelnamen", "dreifachnamen")[name.count("\n")]].append({"zeile": place, "text": name})
        return by_lines

    def cells(self, rows: Sequence[Sequence[str]]) -> list[dict[str, object]]:
        """Return the numbers at the right, row by row."""
        return [
            {"zeile": place, "stelle": end, "text": text}
            for place, row in enumerate(rows)
            for end, text in zip(self.ends, row, strict=True)
        ]

    def heads(self, texts: Sequence[str]) -> list[dict[str, object]]:
        """Return the heads of the columns at the right."""
        return [{"stelle": end, "text": text} for end, text in zip(self.ends, texts, strict=True)]


def _frame(names: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[str]], whole: float) -> _Frame:
    wrapped_names = tuple(wrapped(name, whole * _SHARE_OF_NAMES, lines=3) for name in names)
    lines = [line for name in wrapped_names for line in name.split("\n")]
    column = max(map(width, lines), default=0) + _GAP if any(lines) else 0
    widths = [max(width(plain(text)) for text in texts) + _GAP for texts in zip(heads, *rows, strict=True)]
    plot = whole - column - sum(widths) - 6
    ends = tuple(plot + sum(widths[: place + 1]) for place in range(len(widths)))
    step = _STEPS[max((name.count("\n") for name in wrapped_names), default=0) + 1]
    return _Frame(wrapped_names, column, plot, step, ends)


def stacked(
    shown: Sequence[QuestionResult], numbers: Numbers, style: ChartStyle, *, width_mm: float, alternative: str
) -> str:
    """Return shares of answers, stacked around the middle of a scale, or from zero where answers have no poles."""
    whole = width_mm * POINTS_PER_MM
    diverges = shown[0].question.kind == "zustimmung"
    beside = _beside(shown)
    alone = len(shown) == 1  # its n stands in the caption
    heads = ([beside] if beside else []) + ([] if alone else ["n"])
    cells = [
        ([_besides(result, numbers)] if beside else []) + ([] if alone else [numbers.printed(result.n)])
        for result in shown
    ]
    names = ["" if alone else result.question.text for result in shown]
    frame = _frame(names, heads, cells, whole)
    colours = _colours(shown, style.accent)
    parts, inside = [], []
    left = right = 0.0
    for place, result in enumerate(shown):
        shares = _on_scale(result)
        sizes = [float(100 * numbers.value(share.count) / result.size) for share in shares]
        start = -_below(shares, sizes) if diverges else 0.0
        left = min(left, start)
        for share, size in zip(shares, sizes, strict=True):
            colour = colours[share.label]
            parts.append({"zeile": place, "von": start, "bis": start + size, "farbe": colour})
            text = numbers.printed(share.percent or share.count)
            if result.detail == "beides":
                text = numbers.shown(share, result.detail)
            if size:
                inside.append((place, start + size / 2, size, text, on(colour)))
            start += size
        right = max(right, start)
    points = frame.plot / ((right - left) or 1.0)
    return draw(
        "umfrage-zustimmung",
        {
            "teile": parts,
            "zahlen": [
                {"zeile": place, "stelle": middle, "text": text, "farbe": colour}
                for place, middle, size, text, colour in inside
                if size * points >= width(plain(text)) + 3
            ],
            **frame.datasets(),
            "spalten": frame.cells(cells),
            "kopf": frame.heads(heads),
            "legende": _legend(colours, frame, whole),
            "mitte": [{"stelle": 0}] if diverges else [],
        },
        accent=style.accent,
        width=frame.plot / POINTS_PER_MM,
        height=len(shown) * frame.step / POINTS_PER_MM,
        alternative=alternative,
        templates=style.templates,
        zeilen=list(range(len(shown))),
        rand=-frame.column,
        links=left,
        rechts=right,
    )


def _on_scale(result: QuestionResult) -> list[Share]:
    return [share for share in result.shares if share.role != "daneben"]


def _below(shares: Sequence[Share], sizes: Sequence[float]) -> float:
    """Return how far a row reaches to the negative side: all negative answers and half of the neutral ones."""
    weight = {"negativ": 1.0, "neutral": 0.5}
    return sum(weight.get(share.role, 0.0) * size for share, size in zip(shares, sizes, strict=True))


def _beside(shown: Sequence[QuestionResult]) -> str:
    """Return the head of the column for answers beside the scale, "" if there are none."""
    labels = {share.label for result in shown for share in result.shares if share.role == "daneben"}
    return wrapped(labels.pop(), 90, lines=1) if len(labels) == 1 else "außerhalb" if labels else ""


def _besides(result: QuestionResult, numbers: Numbers) -> str:
    return numbers.printed(result.beside) if result.beside else _NOTHING


def _colours(shown: Sequence[QuestionResult], accent: str) -> dict[str, str]:
    """Return a colour for each step, grey for the neutral one."""
    shares = list({share.label: share for result in shown for share in _on_scale(result)}.values())
    if shown[0].question.kind == "ja-nein":
        ground = palette(accent)
        return dict(
            zip((share.label for share in shares), (ground.accent, ground.tint, *(ground.grey,) * 9), strict=False)
        )
    negative, positive = ([share.label for share in shares if share.role == role] for role in ("negativ", "positiv"))
    side = max(len(negative), len(positive))
    range_of = diverging(accent, 2 * side + 1)
    colours = dict(zip(negative, range_of[:side], strict=False))
    colours |= {share.label: range_of[side] for share in shares if share.role == "neutral"}
    agreeing = dict(zip(reversed(positive), reversed(range_of), strict=False))
    return colours | {label: agreeing[label] for label in positive}


def _legend(colours: Mapping[str, str], frame: _Frame, whole: float) -> list[dict[str, object]]:
    """Return the squares of the legend, from the left edge in as many lines as they need."""
    found: list[list[tuple[float, str]]] = [[]]
    at = 4.0
    for label in colours:
        room = width(label) + _SYMBOL
        if at + room > whole - 8 and found[-1]:
            found.append([])
            at = 4.0
        found[-1].append((at, label))
        at += room
    top = -_LINE * len(found) - 6
    return [
        {"stelle": at - frame.column, "hoehe": top + _LINE * line, "text": label, "farbe": colours[label]}
        for line, row in enumerate(found)
        for at, label in row
    ]


def spans(
    rows: Sequence[ChartRow],
    heads: Sequence[str],
    ends: tuple[float, float],
    style: ChartStyle,
    *,
    width_mm: float,
    alternative: str,
) -> str:
    """Return places on a line, one row each: a point, its span, and numbers at the right; the first stands out."""
    whole = width_mm * POINTS_PER_MM
    colours = palette(style.accent)
    frame = _frame([row.name for row in rows], heads, [row.cells for row in rows], whole)
    numbered = list(enumerate(rows))
    return draw(
        "umfrage-spannen",
        {
            "spannen": [{"zeile": p, "von": row.low, "bis": row.high} for p, row in numbered if row.low is not None],
            "punkte": [
                {"zeile": p, "stelle": row.middle, "farbe": colours.accent if p == 0 else colours.muted}
                for p, row in numbered
            ],
            **frame.datasets(),
            "spalten": frame.cells([row.cells for row in rows]),
            "kopf": frame.heads(heads),
        },
        accent=style.accent,
        width=frame.plot / POINTS_PER_MM,
        height=len(rows) * frame.step / POINTS_PER_MM,
        alternative=alternative,
        templates=style.templates,
        zeilen=list(range(len(rows))),
        rand=-frame.column,
        links=ends[0],
        rechts=ends[1],
        teilung=_ticks(*ends),
    )


def _ticks(low: float, high: float) -> list[float]:
    """Return whole numbers for an axis, eleven at most."""
    step = next(
        step for step in (1, 2, 5, 10, 20, 25, 50, 100, 10**3, 10**4, 10**6, 10**9) if (high - low) / step <= 10
    )
    first = int(-(-low // step))
    return [float(place * step) for place in range(first, int(high // step) + 1)]
