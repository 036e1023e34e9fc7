"""Cells of the simple kinds -> values: lines, paragraphs, numbers, years."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from .schema import ColumnKind
from .sheets import Cell, as_typed, holds


def line(cell: Cell) -> str:
    """Return the text of a cell in one line."""
    return " ".join(as_typed(cell).split())


def paragraphs(cell: Cell) -> str:
    """Return the text of a cell with its line breaks."""
    return as_typed(cell).strip()


def number(cell: Cell) -> Decimal | None:
    """Return a number as typed in Germany, „1.234,50 €“; None where there is none."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        found = Decimal(repr(cell))
        return found if found.is_finite() else None
    text = re.sub(r"(?i)[\s'’]|€|euro|eur|%", "", as_typed(cell)).replace("−", "-").replace("–", "-")
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?|-?[0-9]+(,[0-9]+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    return Decimal(text) if re.fullmatch(r"-?[0-9]+\.[0-9]+", text) else None


def year(cell: Cell) -> int | None:
    """Return a year; None where there is none."""
    if isinstance(cell, date):
        return cell.year
    try:
        found = Decimal(as_typed(cell).strip())
    except InvalidOperation:
        return None
    return int(found) if found.is_finite() and 1800 <= found <= 2200 and found == found.to_integral_value() else None


def order(cell: Cell) -> int | None:
    """Return a place in an order; None where there is none."""
    found = number(cell)
    return int(found) if found is not None and abs(found) < 10**9 else None


def engagement(cell: Cell) -> str:
    """Return „hauptamtlich“, „ehrenamtlich“ or both, however it was shortened."""
    text = line(cell).lower()
    paid, free = "haupt" in text or text == "ha", "ehren" in text or text == "ea"
    if paid and free:
        return "haupt- und ehrenamtlich"
    return "hauptamtlich" if paid else "ehrenamtlich" if free else line(cell)


READERS: dict[ColumnKind, Callable[[Cell], Any]] = {
    "absatz": paragraphs,
    "organisationen": paragraphs,
    "themen": paragraphs,
    "personen": paragraphs,
    "text": line,
    "organisation": line,
    "projekt": line,
    "art": line,
    "jahr": year,
    "zahl": number,
    "reihenfolge": order,
    "engagement": engagement,
    "person": holds,
}

# Kinds whose cells hold words that could name a person's address or number by mistake.
WORDS: frozenset[ColumnKind] = frozenset(
    ("organisationen", "themen", "personen", "text", "organisation", "projekt", "art", "engagement")
)
LISTS: frozenset[ColumnKind] = frozenset(("organisationen", "themen", "personen"))
