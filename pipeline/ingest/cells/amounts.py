"""A cell with an amount as typed -> `Amount`, or why not. Unknown is never zero."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Literal

from ...base.records import Amount
from ...german.nothing import kind_of_nothing
from ...german.units import Unit, unit
from ..sheets import Cell
from .counts import read_count
from .values import number

AmountTrouble = Literal["unlesbar", "einheit"]

_ABOUT = r"(?:ca\.?|circa|rd\.?|rund|etwa|ungefähr|um die|knapp|fast|~|≈)"
_AT_LEAST = r"(?:(?:weit |deutlich )?über|mehr als|mind\.?|mindestens|min\.?|wenigstens|gut|>=?|≥|ab)"
_AT_MOST = r"(?:bis zu|bis|max\.?|maximal|höchstens|unter|weniger als|<=?|≤)"
_NUMBER = r"[-−–]?\d[\d.,'’ \u00a0]*"
_WHOLE = re.compile(
    rf"(?P<about>{_ABOUT}\s*)?(?P<least>{_AT_LEAST}\s*)?(?P<most>{_AT_MOST}\s*)?"
    rf"(?P<before>€|EUR|Euro)?\s*(?P<low>{_NUMBER})(?:\s*(?:-|–|bis)\s*(?P<high>\d[\d.,]*))?"
    r"(?:,?[-–—]{1,2})?\s*(?P<unit>[^\d\s][^\d]*)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?P<hours>\d{1,4}):(?P<minutes>[0-5]\d)(?::\d\d)?\s*(?:h|std\.?|stunden|uhr)?", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(
    r"(?P<hours>\d{1,4})\s*(?:h|std\.?|stunden?)\s*(?P<minutes>[0-5]?\d)\s*(?:min\.?|minuten|m)?", re.IGNORECASE
)
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_HOURS = "Stunden"
_PEOPLE = ("", "Personen", "Teilnehmer", "Anwesende", "Einsatzkräfte")


def read_amount(cell: Cell, default: Unit | None) -> Amount | AmountTrouble | None:
    """Return the amount in a cell; None for a blank one or one that says that nobody knows.

    `default` is the unit of a bare number. A number of another unit that cannot be converted is trouble: `einheit`.
    """
    match cell:
        case None:
            return None
        case time():
            return _hours(cell.hour, cell.minute, default)
        case bool() | date():
            return "unlesbar"
        case int() | float():
            value = number(cell)
            return "unlesbar" if value is None else _amount(value, default, at_least=False)
        case str():
            return _text(" ".join(cell.split()), default)


def _amount(value: Decimal, typed: Unit | None, *, at_least: bool) -> Amount:
    if typed is None:
        return Amount(value, "", at_least)
    return Amount(value if typed.per_unit == 1 else value / typed.per_unit, typed.name, at_least)


def _hours(hours: int, minutes: int, default: Unit | None) -> Amount | AmountTrouble:
    """Return a duration that was typed like a time of day, where hours are counted: „2:30“."""
    if default is not None and default.name != _HOURS:
        return "einheit"
    return Amount(hours + Decimal(minutes) / 60, _HOURS)


def _text(typed: str, default: Unit | None) -> Amount | AmountTrouble | None:
    if not typed or kind_of_nothing(typed, "wert"):
        return None
    typed = _REMARK.sub("", typed) or typed
    for pattern in (_CLOCK, _HOURS_AND_MINUTES):
        if clock := pattern.fullmatch(typed):
            return _hours(int(clock["hours"]), int(clock["minutes"]), default)
    parts = _WHOLE.fullmatch(typed)
    own = unit((parts["before"] or parts["unit"] or "").strip(" ,;")) if parts else None
    value = number(parts["low"].strip(" .,\u00a0")) if parts else None
    if parts is None or value is None or (parts["unit"] and own is None):
        return _people(typed, default)
    if own is not None and default is not None and own.name != default.name:
        return "einheit"
    open_end = bool(parts["least"] or parts["most"] or parts["high"])
    return _amount(Decimal(0) if parts["most"] else value, own or default, at_least=open_end)


def _people(typed: str, default: Unit | None) -> Amount | AmountTrouble | None:
    """Return a number of people, who are counted in many more words: „12 Kinder und 3 Erwachsene“."""
    if default is not None and default.name not in _PEOPLE:
        return "unlesbar"
    count = read_count(typed)
    if count is None or isinstance(count, str):
        return "unlesbar"
    return (
        None
        if count.kind == "unbekannt"
        else Amount(Decimal(count.low), default.name if default else "", count.at_least)
    )
