"""What a report prints, noted while it is printed: which figures, where a reader meets them, in which chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..base.figures import Figure, Figures
from ..base.marks import plain
from ..charts.chart import Chart


class Printed:
    """Which figures a report prints, in the order in which a reader meets them."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._places: dict[str, str] = {}
        self._drawn: dict[str, dict[str, None]] = {}

    def note(self, key: str, chart: str = "") -> bool:
        """Note that the figure `key` is printed, maybe in a chart's drawing; tell whether it is for the first time."""
        self._figures[key]  # a figure that nobody counted must not be printed
        first = key not in self._places
        if first:
            self._places[key] = f"abbildung-{chart}" if chart else f"zahl-{key}"
        if chart:
            self._drawn.setdefault(chart, {})[key] = None
        return first

    def place(self, key: str) -> str:
        """Return the name of the place where a reader meets the figure first: the number itself, or its chart."""
        return self._places[key]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the printed figures."""
        return tuple(self._figures[key] for key in self._places)

    @property
    def drawn(self) -> Mapping[str, Iterable[str]]:
        """Return the keys of the figures that charts print in their drawings, by the chart's key."""
        return self._drawn


def titles(figures: Iterable[Figure], charts: Iterable[Chart]) -> dict[str, str]:
    """Return what the links from and to each figure's line and each chart are called for those who hear them."""
    found = {}
    for figure in figures:
        found[f"herkunft-{figure.key}"] = f"Herkunft der Zahl: {figure.label}"
        found[f"zahl-{figure.key}"] = f"Zurück zum Text: {figure.label}"
    for chart in charts:
        found[f"zahlen-{chart.key}"] = f"Herkunft der Zahlen in der Abbildung: {plain(chart.finding)}"
        found[f"abbildung-{chart.key}"] = f"Zurück zur Abbildung: {plain(chart.finding)}"
    return found
