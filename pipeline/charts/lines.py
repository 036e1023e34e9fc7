"""Small lines over the years, one for each value: side by side, each with its own scale, its ends labelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from ..base.marks import plain
from ..base.units import POINTS_PER_MM
from .engine import draw
from .labels import width, wrapped
from .palette import palette
from .style import ChartStyle

_NARROWEST = 105.0  # points; so wide is a line with the labels of its two ends
_FEWEST_BESIDE = 2  # columns; a line across the page says no more than one across half of it
_GAP, _ROW_GAP = 18.0, 14.0  # points between lines: more beside each other, where the labels of two ends meet
_PLOT, _LABEL, _LINE_OF_NAME, _BELOW_NAME = 34.0, 11.0, 10.5, 4.0  # points from top to bottom, for type of 8.5
_INSET = 3.0  # half a dot
_POINT, _END = 9, 34  # areas of the dots
_FLAT = 4  # values that differ by less than this part of the greatest one would be a flat line above zero

Placed = list[dict[str, object]]


@dataclass(frozen=True)
class Line:
    """What one value was by year, and how its first and its last are written, figures marked.

    `best` says that it carries the finding.
    """

    name: str
    values: Mapping[int, float]
    first: str
    last: str
    best: bool = False

    @property
    def floor(self) -> float:
        """Where the scale begins.

        At zero, so that the height is the amount: each line has a scale of its own, and one from anywhere else would
        make every change look alike. Only where that would be a flat line near the top it begins higher, so that the
        change takes the upper half; such a line stands on no zero line. Below zero it begins with the lowest value.
        """
        low, high = min(self.values.values()), max(self.values.values())
        if low < 0:
            return low
        flat = 0 < high - low < high / _FLAT
        return max(0.0, low - (high - low)) if flat else 0.0

    @property
    def has_gaps(self) -> bool:
        """Whether a year between the first and the last is missing."""
        return len(self.values) <= max(self.values) - min(self.values)


@dataclass(frozen=True)
class _Panel:
    """The place of one line: its left edge, the top of its plot, its width, and the years that all lines share."""

    left: float
    top: float
    width: float
    years: range

    def x(self, year: int) -> float:
        span = max(1, len(self.years) - 1)
        return self.left + _INSET + (self.width - 2 * _INSET) * (year - self.years[0]) / span

    def y(self, line: Line, value: float) -> float:
        top = max(*line.values.values(), 0.0)
        return self.top + _PLOT * (1 - (value - line.floor) / ((top - line.floor) or 1.0))


def lines(rows: Sequence[Line], style: ChartStyle, *, width_mm: float, alternative: str) -> str:
    """Return the drawn lines, in the order given."""
    whole = width_mm * POINTS_PER_MM
    # As many side by side as have room, but no row much shorter than the others.
    fitting = max(_FEWEST_BESIDE, int((whole + _GAP) // (_NARROWEST + _GAP)))
    columns = max(_FEWEST_BESIDE, ceil(len(rows) / ceil(len(rows) / fitting)))
    panel = (whole + _GAP) / columns - _GAP
    names = [wrapped(row.name, panel).split("\n") for row in rows]
    years = range(min(min(row.values) for row in rows), max(max(row.values) for row in rows) + 1)
    data: dict[str, Placed] = {name: [] for name in ("nulllinien", "linien", "punkte", "links", "mitte", "rechts")}
    colours = palette(style.accent)
    y = 0.0
    for start in range(0, len(rows), columns):
        of_row = list(enumerate(rows[start : start + columns], start=start))
        head = max(len(names[i]) for i, _ in of_row) * _LINE_OF_NAME
        for i, row in of_row:
            left = (i - start) * (panel + _GAP)
            at = _Panel(left, y + head + _BELOW_NAME + _LABEL, panel, years)
            colour = colours.accent if row.best else colours.tint
            data["links"] += [
                {
                    "x": left,
                    "y": y + head - (len(names[i]) - n - 0.5) * _LINE_OF_NAME,
                    "text": name,
                    "farbe": colours.ink,
                }
                for n, name in enumerate(names[i])
            ]
            _draw_line(data, row, at, colour, i)
            _label_ends(data, row, at, colours.ink, colours.muted)
            if row.floor <= 0:
                data["nulllinien"].append({"x": left, "bis": left + panel, "y": at.y(row, 0.0)})
        y += head + _BELOW_NAME + _LABEL + _PLOT + 2 * _LABEL + _ROW_GAP
    return draw(
        "linien",
        data,
        accent=style.accent,
        width=width_mm,
        height=(y - _ROW_GAP) / POINTS_PER_MM,
        alternative=alternative,
        templates=style.templates,
    )


def _draw_line(data: dict[str, Placed], row: Line, at: _Panel, colour: str, number: int) -> None:
    """Add the line, broken where a year is missing, and a dot for each value, so that one alone is seen, too."""
    stretch = 0
    for year, value in row.values.items():
        stretch += year - 1 not in row.values
        place = {"x": at.x(year), "y": at.y(row, value), "farbe": colour}
        data["linien"].append({**place, "linie": f"{number}-{stretch}"})
        data["punkte"].append({**place, "groesse": _END if year == max(row.values) else _POINT})


def _label_ends(data: dict[str, Placed], row: Line, at: _Panel, ink: str, muted: str) -> None:
    """Add the first and the last value and their years; the first one only where the two do not touch."""
    first, *_, last = row.values
    before = [*row.values.values()]
    ends = (
        (first, row.first, before[1] > before[0], muted),
        (last, row.last, before[-2] > before[-1], ink),
    )
    # A label stands on that side of its dot which the line leaves free.
    places = [_beside(at, row, row.values[year], below=below) for year, _, below, _ in ends]
    x = at.x(first)
    room = width(plain(row.first)) / (1 if first == at.years[0] else 2) + width(plain(row.last)) + 4
    touch = abs(places[0] - places[1]) < _LABEL and room > at.left + at.width - x
    for (year, text, _, colour), y in zip(ends, places, strict=True):
        side = "rechts" if year == last else "links" if year == at.years[0] else "mitte"
        edge = {"rechts": at.x(year) + _INSET, "links": at.left, "mitte": at.x(year)}[side]
        if year == last or not touch:
            data[side].append({"x": edge, "y": y, "text": text, "farbe": colour})
        years = at.top + _PLOT + 1.5 * _LABEL
        data[side].append({"x": edge, "y": years, "text": str(year), "farbe": muted})


def _beside(at: _Panel, row: Line, value: float, *, below: bool) -> float:
    """Return the height of a label above or below its dot, clear of the zero line."""
    y = at.y(row, value)
    if not below:
        return y - _LABEL * 0.75
    ground = at.top + _PLOT
    return ground + _LABEL / 2 if y + 1.5 * _LABEL > ground else y + _LABEL * 0.85
