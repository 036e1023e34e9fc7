"""Days on which an office in Rhineland-Palatinate meets, so that no made-up row falls on a holiday."""

from __future__ import annotations

from datetime import date, timedelta


def easter(year: int) -> date:
    """Return Easter Sunday (Gauss, as simplified by Lichtenberg; right for 1900 to 2099)."""
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + 24) % 30
    e = (2 * b + 4 * c + 6 * d + 5) % 7
    day = 22 + d + e
    if (d, e) == (29, 6) or ((d, e) == (28, 6) and a > 10):
        day -= 7
    return date(year, 3, 1) + timedelta(days=day - 1)


def holidays(year: int) -> frozenset[date]:
    """Return the public holidays, and the days around carnival and Christmas on which nobody in Trier meets."""
    sunday = easter(year)
    movable = {sunday + timedelta(days=shift) for shift in (-52, -48, -47, -2, 1, 39, 50, 60)}
    fixed = {(1, 1), (5, 1), (10, 3), (11, 1), (12, 24), (12, 25), (12, 26), (12, 31)}
    reformation = {date(2017, 10, 31)} if year == 2017 else set()
    quiet = {date(year, 12, day) for day in range(22, 32)} | {date(year, 1, day) for day in range(1, 7)}
    return frozenset(movable | {date(year, month, day) for month, day in fixed} | reformation | quiet)


def is_workday(day: date) -> bool:
    """Tell whether `day` is a Monday to Friday and no holiday."""
    return day.weekday() < 5 and day not in holidays(day.year)


def spread(year: int, month: int, count: int, taken: frozenset[date] = frozenset()) -> list[date]:
    """Return `count` workdays of the month in order, spread as a diary would have them: even, but not regular."""
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    free = [day for day in days if day.month == month and is_workday(day) and day not in taken]
    step = len(free) / max(count, 1)
    wobble = (0.55, 0.2, 0.75, 0.35, 0.6, 0.1, 0.45, 0.3)
    return [free[int((n + wobble[(n + month + year) % 8]) * step)] for n in range(count)]
