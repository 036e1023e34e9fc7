"""Periods, and how German says them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..base.period import Period
from ..base.settings import NumberStyle
from .calendar import MONTHS
from .enumerations import listing

_NO_BREAK = "\u00a0"


def day(when: date) -> str:
    """Return a day in running text: „5. März 2017“."""
    return f"{when.day}.{_NO_BREAK}{MONTHS[when.month - 1]} {when.year}"


def short_day(when: date) -> str:
    """Return a day as tables print it: „05.03.2017“."""
    return f"{when.day:02}.{when.month:02}.{when.year}"


def in_table(period: Period) -> str:
    """Return a period as tables print it, in months: „07/2015 – 09/2017“."""
    first, last = (f"{d.month:02}/{d.year}" for d in (period.first, period.last))
    return first if first == last else f"{first}{_NO_BREAK}– {last}"


def point(when: date, wording: NumberStyle, *, year: bool = True) -> str:
    """Return roughly when in a year a day was, without preposition: „Anfang 2017“, „Mitte 2015“, „Herbst 2017“."""
    return f"{_part_of_year(when, wording)} {when.year}" if year else _part_of_year(when, wording)


def _part_of_year(when: date, wording: NumberStyle) -> str:
    if when.month <= wording.anfang_bis_monat:
        return "Anfang"
    if when.month >= wording.ende_ab_monat:
        return "Ende"
    if wording.mitte_ab_monat <= when.month <= wording.mitte_bis_monat:
        return "Mitte"
    return _SEASONS[when.month - 1]


_SEASONS = (
    "Winter", "Winter", "Frühjahr", "Frühjahr", "Frühjahr", "Sommer", "Sommer", "Sommer", "Herbst", "Herbst", "Herbst",
    "Winter",
)  # fmt: skip


def in_month(when: date, *, year: bool = True) -> str:
    """Return „im Februar 2017“, or „im Februar“."""
    return f"im {MONTHS[when.month - 1]} {when.year}" if year else f"im {MONTHS[when.month - 1]}"


def on_days(when: Sequence[date]) -> str:
    """Return days of one month without their year: „am 8., 15. und 22. Mai“."""
    numbers = [f"{number}." for number in sorted({one.day for one in when})]
    return f"am {listing(numbers)}{_NO_BREAK}{MONTHS[when[0].month - 1]}"


def months(period: Period) -> str:
    """Return the months of one year without it: „von Januar bis November“, „im Mai“."""
    first, last = period.first.month, period.last.month
    return in_month(period.first, year=False) if first == last else f"von {MONTHS[first - 1]} bis {MONTHS[last - 1]}"


def within(period: Period, wording: NumberStyle) -> str:
    """Return when something happened that reaches from the first to the last day of `period`.

    „am 5. März 2017“, „im März 2017“, „Anfang 2017“, „im Herbst 2016“, „im Winter 2016/2017“, „in der zweiten
    Jahreshälfte 2015“, „im Jahr 2017“, „in den Jahren 2015 und 2016“, „von 2015 bis 2017“.
    """
    first, last = period.first, period.last
    if first == last:
        return f"am {day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return in_month(first)
    if first.year == last.year:
        return _within_year(first, last, wording)
    if last.year == first.year + 1 and first.month == 12 and last.month <= 2:
        return f"im Winter {first.year}/{last.year}"
    if last.year == first.year + 1:
        return f"in den Jahren {first.year} und {last.year}"
    return f"von {first.year} bis {last.year}"


def _within_year(first: date, last: date, wording: NumberStyle) -> str:
    if last.month <= wording.anfang_bis_monat:
        return f"Anfang {first.year}"
    if first.month >= wording.ende_ab_monat:
        return f"Ende {first.year}"
    if first.month > 2 and last.month < 12 and _SEASONS[first.month - 1] == _SEASONS[last.month - 1]:
        return f"im {_SEASONS[first.month - 1]} {first.year}"
    if last.month <= 6:
        return f"in der ersten Jahreshälfte {first.year}"
    if first.month >= 7:
        return f"in der zweiten Jahreshälfte {first.year}"
    return f"im Jahr {first.year}"


def since_until(period: Period, wording: NumberStyle) -> str:
    """Return „von Mitte 2015 bis Herbst 2017“; within one year as `within` says it."""
    if period.first.year == period.last.year:
        return within(period, wording)
    return f"von {point(period.first, wording)} bis {point(period.last, wording)}"
