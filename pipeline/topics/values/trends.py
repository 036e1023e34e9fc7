"""Which way a value goes over the years, said only where the years bear it out.

| the years                                                                    | what is said     |
|------------------------------------------------------------------------------|------------------|
| all within 2 % of the last one                                               | level            |
| never against the direction, from first to last at least 5 %                 | risen, fallen    |
| from first to last at least 10 % and twice the greatest step against it      | risen, fallen    |
| from zero, never falling                                                     | risen            |
| anything else; with values below zero; not known of the report year           | nothing          |

Shares change by percentage points: from 10 % to 12 % are two of a hundred, not a fifth more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from .series import Series, stands_alone

_LEVEL, _STEADY, _CLEAR = Decimal("0.02"), Decimal("0.05"), Decimal("0.1")
_TWICE = 2  # so many times the greatest step against it; less is an up and down


class Direction(StrEnum):
    """Which way a value went, in the words that sentences ask for."""

    RISEN = "gestiegen"
    FALLEN = "gesunken"
    LEVEL = "gleich"


@dataclass(frozen=True)
class Trend:
    """The direction of a value since its first year, and by what share of that year's it has changed; 0 from zero."""

    series: Series
    direction: Direction
    change: Decimal


def change(series: Series) -> Decimal | None:
    """Return by what share the last value differs from the first one, None where a share says nothing."""
    whole = _whole(series)
    return (series.amounts[-1] - series.amounts[0]) / whole if whole else None


def trend_of(series: Series, year: int) -> Trend | None:
    """Return which way a value has gone up to the report year, None where it is no clear one."""
    whole, share = _whole(series), change(series)
    amounts = series.amounts
    if series.years[-1] != year:
        return None
    if share is None:
        from_zero = amounts[0] == 0 < amounts[-1] and list(amounts) == sorted(amounts)
        return Trend(series, Direction.RISEN, Decimal(0)) if from_zero else None
    if (max(amounts) - min(amounts)) / whole <= _LEVEL:
        return Trend(series, Direction.LEVEL, Decimal(0))
    up = share > 0
    against = max((before - after if up else after - before for before, after in pairwise(amounts)), default=Decimal(0))
    steady = against <= 0 and abs(share) >= _STEADY
    clear = abs(share) >= _CLEAR and abs(amounts[-1] - amounts[0]) >= _TWICE * against
    return Trend(series, Direction.RISEN if up else Direction.FALLEN, share) if steady or clear else None


def trends_of(every: Iterable[Series], year: int) -> list[Trend]:
    """Return the trends that can be told, the greatest change first."""
    trends = (trend_of(series, year) for series in every if stands_alone(series.name))
    return sorted((trend for trend in trends if trend), key=lambda trend: -abs(trend.change))


def _whole(series: Series) -> Decimal:
    """Return what a change is a share of; 0 where there is no such thing."""
    if series.first.unit == "%":
        return Decimal(100)
    return series.amounts[0] if min(series.amounts) >= 0 else Decimal(0)
