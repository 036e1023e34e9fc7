"""Cells of the simple kinds -> values: lines, paragraphs, numbers, years."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ...base.schema import Column, ColumnKind
from ...german.nothing import AskedFor
from ...german.units import unit
from ..sheets import Cell, as_typed, holds
from .amounts import amount, number, unit_of


def line(cell: Cell) -> str:
    """Return the text of a cell in one line."""
    return " ".join(as_typed(cell).split())


def paragraphs(cell: Cell) -> str:
    """Return the text of a cell with its line breaks."""
    return as_typed(cell).strip()


def with_unit(values: Mapping[str, Any], cell: Cell, *, in_euro: bool = False) -> dict[str, Any]:
    """Return the values of a row with the unit that stands behind the number, „45 %“, unless they have one.

    Where they have, what one of it is stands there, too: „2,5 T€“ beside „T€“ is no 2500.
    """
    own = unit("€") if in_euro else unit_of(cell)
    if own is None or not values.get("einheit"):
        return {**values, "einheit": own.name} if own else dict(values)
    same = unit(values["einheit"]) == own and isinstance(values.get("wert"), Decimal)
    return {**values, "wert": values["wert"] * own.per_unit} if same else dict(values)


_DAY = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?((?:19|20)?\d\d)|((?:19|20)\d\d)-\d\d-\d\d")


def year(cell: Cell) -> int | None:
    """Return a year, that of a day where one stands there; None where there is none."""
    if isinstance(cell, date):
        return cell.year
    if day := _DAY.fullmatch(line(cell)):
        return int(f"20{day[1]}"[-4:] if day[1] else day[2])
    try:
        value = Decimal(as_typed(cell).strip())
    except InvalidOperation:
        return None
    return int(value) if value.is_finite() and 1800 <= value <= 2200 and value == value.to_integral_value() else None


def order(cell: Cell) -> int | None:
    """Return a place in an order; None where there is none."""
    value = number(cell)
    return int(value) if value is not None and abs(value) < 10**9 else None


TICKS = frozenset(("x", "ja", "j", "wahr", "1", "yes", "true", "✓", "✔", "☒", "☑"))
NO_TICKS = frozenset(("nein", "n", "falsch", "0", "no", "false", "-", "–", "☐"))
_BOTH = frozenset(("beides", "beide", "sowohl als auch", "ha/ea", "ha + ea", "ha und ea", "h/e"))
_PAID, _FREE = "hauptamtlich", "ehrenamtlich"


def engagement(cell: Cell, heading: str) -> str | None:
    """Return „hauptamtlich“, „ehrenamtlich“ or both, however it was shortened; None for a word that says neither.

    Below a heading that names one of them a cross or „ja“ means it, „nein“ the other.
    """
    text, asked = line(cell).lower().rstrip("."), heading.lower()
    paid = any(word in text for word in ("haupt", "beruflich", "angestellt")) or text in ("ha", "h")
    free = any(word in text for word in ("ehren", "freiwillig")) or text in ("ea", "e")
    if (paid and free) or text in _BOTH:
        return "haupt- und ehrenamtlich"
    if paid or free or not text:
        return _PAID if paid else _FREE if free else ""
    named = [word for word, sign in ((_PAID, "haupt"), (_FREE, "ehren")) if sign in asked]
    if len(named) == 1 and text in TICKS | NO_TICKS:
        return named[0] if text in TICKS else (_FREE if named[0] == _PAID else _PAID)
    return None


READERS: dict[ColumnKind, Callable[[Cell], Any]] = {
    "absatz": paragraphs,
    "wortlaut": paragraphs,
    "organisationen": paragraphs,
    "themen": paragraphs,
    "personen": paragraphs,
    "text": line,
    "organisation": line,
    "projekt": line,
    "art": line,
    "jahr": year,
    "zahl": number,
    "betrag": amount,
    "reihenfolge": order,
    "person": holds,
}


def fits(kind: ColumnKind, cell: Cell) -> bool:
    """Tell whether a cell can be what its column asks for: a year, a number, words."""
    if kind in ("jahr", "zahl", "betrag", "person"):
        return bool(READERS[kind](cell) is not None and holds(cell))
    return isinstance(cell, str) and holds(cell)


_ASKED_FOR: Mapping[ColumnKind, AskedFor] = {
    "datum": "datum", "bis": "datum", "anzahl": "anzahl", "zahl": "wert", "menge": "wert", "betrag": "wert",
    "jahr": "wert", "reihenfolge": "wert",
    "organisationen": "namen", "organisation": "namen", "personen": "namen", "person": "namen", "themen": "themen",
    "projekt": "projekt", "art": "art", "engagement": "art", "text": "text", "absatz": "text", "wortlaut": "text",
}  # fmt: skip
_ASKED_BY_NAME: Mapping[str, AskedFor] = {"ort": "ort", "kurzform": "namen", "kapitel": "projekt"}


def asked_for(column: Column) -> AskedFor:
    """Return what a column asks for, by which a word in it says something or nothing."""
    return _ASKED_BY_NAME.get(column.name, _ASKED_FOR[column.kind])


# Kinds whose cells hold words that could name a person's address or number by mistake.
WORDS: frozenset[ColumnKind] = frozenset(
    ("organisationen", "themen", "personen", "text", "organisation", "projekt", "art", "absatz")
)
LISTS: frozenset[ColumnKind] = frozenset(("organisationen", "themen", "personen"))
