"""Amounts of money as sentences and charts say them."""

from __future__ import annotations

from decimal import Decimal

from ...base.figures import Figure
from ...base.marks import mark
from ...german.quantities import NO_BREAK, number, places, without_small_change


def value(figure: Figure | None) -> Decimal:
    """Return the amount of a figure; nothing where there is none or it is not known."""
    return figure.value if figure is not None and isinstance(figure.value, Decimal) else Decimal()


def in_digits(amount: Decimal, unit: str = "Euro") -> str:
    """Return „91.200 Euro“, „87,50 Euro“: cents only where they matter."""
    shown = without_small_change(amount)
    return f"{number(shown, decimals=places('Euro', shown))}{NO_BREAK}{unit}"


def printed(figure: Figure, unit: str = "Euro") -> str:
    """Return the amount of a figure without its sign, linked to its rows: „mindestens 91.200 Euro“."""
    least = "mindestens " if figure.at_least and unit == "Euro" else f"mind.{NO_BREAK}" if figure.at_least else ""
    return mark(figure.key, least + in_digits(abs(value(figure)), unit))


def apart(now: Figure, before: Figure) -> str:
    """Return how far two amounts lie apart, linked to that of the year before: „2.300 Euro“."""
    return mark(before.key, in_digits(abs(value(now) - value(before))))


def difference(now: Figure, before: Figure) -> str:
    """Return the same with the percentage, where there was something to compare with: „2.300 Euro (4,5 %)“."""
    if value(before) <= 0:
        return apart(now, before)
    more = abs(value(now) - value(before))
    share = more * 100 / value(before)
    percent = f"{number(share, decimals=1 if share < 10 else 0)}{NO_BREAK}%"
    return mark(before.key, f"{in_digits(more)} ({percent})")
