"""Cells with a number and perhaps a unit as typed in Germany -> `Amount`, number, money, or why not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

from ...base.records import Amount
from ...german.nothing import kind_of_nothing
from ...german.units import Unit, unit
from ..sheets import Cell, as_typed
from ..word_lists import pattern_of
from .count_tokens import WORDS
from .counts import read_count
from .remarks import remark_of

AmountTrouble = Literal["unlesbar", "einheit"]

_HOURS, _EURO = Unit("Stunden"), "Euro"
_PEOPLE = ("", "Personen", "Teilnehmer", "Anwesende", "Einsatzkräfte")
_NO_SUMS = {"%": Unit("%"), "prozent": Unit("%")}  # shares are no amounts: nobody adds them up
_SCALES = {"t": 1_000, "m": 1_000_000}
_LONGEST = 100  # a longer text is no number
_TOO_LARGE, _TOO_MUCH_MONEY = Decimal(10) ** 15, Decimal(10) ** 12
_DUST = 8  # places beyond which a program has only calculated: 44,99999999999 is 45
_CENT = Decimal("0.01")

_NUMBER = r"\d{1,3}(?:[.'’ ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d+"
_WHOLE = re.compile(
    rf"(?P<about>{pattern_of(WORDS['ungefaehr'])}\s*)?(?P<least>{pattern_of(WORDS['mindestens'])}\s*)?"
    rf"(?P<most>(?:{pattern_of(WORDS['hoechstens'])}|bis)\s*)?(?P<before>€|eur|euro)?\s*"
    rf"(?P<sign>[-+])?\s?(?P<low>{_NUMBER})(?:\s*(?:-|bis)\s*(?P<high>{_NUMBER}))?"
    r"(?:,-{1,2}|(?P<behind>-))?\s*(?:(?P<scale>tsd|tausend|mio|million(?:en)?)\b\.?)?\s*(?P<unit>[^\d\s][^\d]*)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?P<hours>\d{1,3}(?:\.\d{3})+|\d{1,5})(?::(?P<m>[0-5]\d)(?::\d\d)?\s*(?:h|std\.?|stunden|uhr)?|"
    r"\s*(?:h|std\.?|stunden?)\s*(?P<minutes>[0-5]?\d)\s*(?:min\.?|minuten|m)?)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(.*\d.*?)\s*\(([^()]*)\)")


@dataclass(frozen=True)
class _Typed:
    """A number as typed, times its scale („Mio.“), its unit, and whether it says more than a number („über 5“)."""

    value: Decimal
    unit: Unit | None = None
    least: bool = False
    most: bool = False
    about: bool = False


def read_amount(cell: Cell, default: Unit | None) -> Amount | AmountTrouble | None:
    """Return the amount in a cell; None for a blank one or one that says that nobody knows.

    `default` is the unit of a bare number. A number of another unit that cannot be converted is trouble: `einheit`.
    """
    if cell is None:
        return None
    if isinstance(cell, bool | date):
        return "unlesbar"
    text = as_typed(cell).strip()
    if not text or kind_of_nothing(text, "wert"):
        return None
    typed = _typed(cell)
    if typed is None or (typed.unit and typed.unit.name == "%"):
        return _people(text, default)
    if typed.unit is not None and default is not None and typed.unit.name != default.name:
        return "einheit"
    own = typed.unit or default
    return Amount(_in_unit(typed.value, own), own.name if own else "", typed.least or typed.most)


def number(cell: Cell) -> Decimal | None:
    """Return a number in its unit, „1.234,50 €“, „2,5 Mio. €“, „7,5 Std.“; None where there is none."""
    typed = _typed(cell)
    return None if typed is None or typed.least or typed.most else _in_unit(typed.value, typed.unit)


def unit_of(cell: Cell) -> Unit | None:
    """Return the unit that stands beside the number of a cell."""
    typed = _typed(cell) if isinstance(cell, str | time) else None
    return typed.unit if typed else None


def amount(cell: Cell) -> Decimal | None:
    """Return an amount in Euro to the cent, „1.234,-“, „50,00-“, „(50,00)“, „2,5 T€“; None where there is none.

    Formulas leave more places than money has („33,3333333“), and amounts that are printed have to add up.
    """
    if isinstance(cell, str) and (inner := re.fullmatch(r"\s*\(([^-()]*)\)\s*", cell)):
        value = amount(inner[1])
        return -value if value else None
    typed = _typed(cell)
    if typed is None or typed.least or typed.most or typed.about or (typed.unit and typed.unit.name != _EURO):
        return None
    if abs(typed.value) >= _TOO_MUCH_MONEY:
        return None
    with localcontext(prec=40):
        return _in_unit(typed.value, typed.unit).quantize(_CENT, rounding=ROUND_HALF_UP)


def _in_unit(value: Decimal, unit: Unit | None) -> Decimal:
    return value if unit is None or unit.per_unit == 1 else value / unit.per_unit


def _typed(cell: Cell) -> _Typed | None:
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        value = Decimal(repr(round(cell, _DUST)))
        typed = _Typed(value) if value.is_finite() else None
    else:
        typed = _text(" ".join(as_typed(cell).split()).translate(str.maketrans("−–—", "---")))
    return typed if typed and abs(typed.value) < _TOO_LARGE else None


def _text(text: str) -> _Typed | None:
    if len(text) > _LONGEST:
        return None
    if behind := _REMARK.fullmatch(text):
        remark = remark_of(behind[2].lower(), in_brackets=True)
        if remark.effect not in ("nothing", "about", "part", "replaces"):
            return None
        return _text(" ".join((remark.text if remark.effect == "replaces" else behind[1]).split()))
    if clock := _CLOCK.fullmatch(text):
        return _Typed(int(clock["hours"].replace(".", "")) + Decimal(clock["m"] or clock["minutes"]) / 60, _HOURS)
    parts = _WHOLE.fullmatch(text)
    if parts is None:
        return None
    word = (parts["before"] or parts["unit"] or "").strip(" ,;")
    own = unit(word) or _NO_SUMS.get(word.lower())
    if (word and own is None) or (parts["before"] and parts["unit"]):
        return None
    less = (parts["sign"] == "-") + (parts["behind"] is not None)
    scale = _SCALES[parts["scale"][0].lower()] if parts["scale"] else 1
    value = _decimal(parts["low"]) * scale * (-1 if less else 1)
    open_end = bool(parts["least"] or parts["high"])
    most = bool(parts["most"])
    return None if less > 1 else _Typed(Decimal(0) if most else value, own, open_end, most, bool(parts["about"]))


def _decimal(digits: str) -> Decimal:
    plain = re.fullmatch(r"\d+\.\d+", digits) and not re.fullmatch(r"\d{1,3}\.\d{3}", digits)
    return Decimal(digits if plain else re.sub("[.'’ ]", "", digits).replace(",", "."))


def _people(typed: str, default: Unit | None) -> Amount | AmountTrouble | None:
    """Return a number of people, who are counted in many more words: „12 Kinder und 3 Erwachsene“."""
    if default is not None and default.name not in _PEOPLE:
        return "unlesbar"
    count = read_count(typed)
    if count is None or isinstance(count, str):
        return "unlesbar"
    if count.kind == "unbekannt":
        return None
    return Amount(Decimal(count.low), default.name if default else "", count.at_least)
