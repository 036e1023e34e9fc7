"""Numbers as German says them: in digits, as words, and rounded without saying anything untrue."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from babel.numbers import format_decimal

from .periods import Period, in_table

NO_BREAK = "\u00a0"
UNKNOWN = "–"


class FigureLike(Protocol):
    """What a figure must tell to be printed; `statistics.figures.Figure` does."""

    @property
    def value(self) -> int | Decimal | Period | None:
        """The number, the period, or None where nothing is known."""

    @property
    def unit(self) -> str:
        """The German unit."""

    @property
    def at_least(self) -> bool:
        """Whether the value is a lower bound."""

    @property
    def approximate(self) -> bool:
        """Whether somebody typed it with „ca.“."""


def number(value: int | Decimal, *, decimals: int | None = None, thousands_from: int = 1000) -> str:
    """Return `value` in digits: decimal comma, thousands point from `thousands_from` on, halves rounded up.

    Without `decimals` the number keeps the places it has, two at most.
    """
    exact = Decimal(value)
    if decimals is None:
        decimals = min(2, max(0, -int(exact.normalize().as_tuple().exponent)))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    grouped = abs(rounded) >= thousands_from
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(rounded, format=pattern, locale="de", group_separator=grouped).replace("-", "\u2212")


_SIGNS = {"%": "%", "Euro": "€", "€": "€", "EUR": "€"}


def in_figures(figure: FigureLike, *, unit: bool = False, thousands_from: int = 1000) -> str:
    """Return a figure as tables and boxes print it: „mind. 1.234“, „07/2015 – 09/2017“, „–“ where nothing is known.

    With `unit` only signs („%“, „€“) are added; units that are words stand in the label.
    """
    if figure.value is None:
        return UNKNOWN
    if isinstance(figure.value, Period):
        return in_table(figure.value)
    shown = number(figure.value, thousands_from=thousands_from)
    if unit and figure.unit in _SIGNS:
        shown += NO_BREAK + _SIGNS[figure.unit]
    if figure.at_least:
        return f"mind.{NO_BREAK}{shown}"
    return f"ca.{NO_BREAK}{shown}" if figure.approximate else shown
