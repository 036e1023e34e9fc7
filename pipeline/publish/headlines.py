"""„Das Jahr in Zahlen“: which figures lead, and how they compare with the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..german.quantities import in_figures, number
from ..statistics.figures import Figure, Figures
from ..statistics.printed import mark

MOST = 8

# Which figures lead, in this order: beginnings of their keys.
_FIRST = (
    "gesamt.veranstaltungen",
    "gesamt.treffen",
    "gesamt.netzwerk",
    "gesamt.initiativen",
    "gesamt.",
    "umfrage.",
)


@dataclass(frozen=True)
class Headline:
    """One big number: its key, what it counts, and the comparison in words ("" where nothing is known)."""

    key: str
    label: str
    change: str


def headlines(figures: Figures, year: int) -> tuple[Headline, ...]:
    """Return the six to eight leading figures of `year`, fewer where there are fewer."""
    of_year = [figure for figure in figures.values() if _belongs(figure, year)]
    of_year.sort(key=lambda figure: next(i for i, start in enumerate((*_FIRST, "")) if figure.key.startswith(start)))
    return tuple(Headline(f.key, _label(f, year), change(figures, f, year)) for f in of_year[:MOST])


def _belongs(figure: Figure, year: int) -> bool:
    parts = figure.key.split(".")
    return (
        str(year) in parts
        and isinstance(figure.value, int | Decimal)
        and figure.value != 0
        and (parts[0] == "gesamt" or "werte" in parts)
    )


def _label(figure: Figure, year: int) -> str:
    return re.sub(rf"[\s,]*(im Jahr )?\(?{year}\)?$", "", figure.label)


def change(figures: Figures, figure: Figure, year: int) -> str:
    """Return „12 mehr als 2016“, its number linked to the year before; "" where that is unknown."""
    before = figures.get(_year_before(figure.key, year))
    if before is None or not isinstance(before.value, int | Decimal) or not isinstance(figure.value, int | Decimal):
        return ""
    if figure.at_least or before.at_least or figure.approximate or before.approximate:
        return f"{year - 1}: {mark(before.key, in_figures(before, unit=True))}"
    difference = Decimal(figure.value) - Decimal(before.value)
    if difference == 0:
        return mark(before.key, f"so viele wie {year - 1}")
    sign = {"%": "\u00a0Prozentpunkte", "Euro": "\u00a0€"}.get(figure.unit, "")
    more = "mehr" if difference > 0 else "weniger"
    return mark(before.key, f"{number(abs(difference))}{sign} {more} als {year - 1}")


def _year_before(key: str, year: int) -> str:
    return ".".join(_parts(key, year))


def _parts(key: str, year: int) -> Iterator[str]:
    for part in key.split("."):
        yield str(year - 1) if part == str(year) else part
