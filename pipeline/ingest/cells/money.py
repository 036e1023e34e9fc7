"""Amounts of money as they are typed in Germany."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

from ..sheets import Cell, as_typed

_LONGEST = 40  # a longer text is no amount
_TOO_LARGE = Decimal(10) ** 12  # no association has so much
_CENT = Decimal("0.01")

_NUMBER = r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}"
_SCALES = (
    (re.compile(r"(?i)(?:t€|t ?euro?|tsd\.?|tausend)"), 1_000),
    (re.compile(r"(?i)(?:mio\.?|million(?:en)?)"), 1_000_000),
)
_CURRENCY = re.compile(r"(?i)€|euro?\b")
_AMOUNT = re.compile(rf"(?P<sign>[-+]?)(?P<number>{_NUMBER})(?:,-{{1,2}}|(?P<behind>-))?")


def amount(cell: Cell) -> Decimal | None:
    """Return an amount in Euro to the cent, „1.234,-“, „50,00-“, „(50,00)“, „2,5 T€“; None where there is none.

    Formulas leave more places than money has („33,3333333“), and amounts that are printed have to add up.
    """
    if isinstance(cell, bool) or cell is None:
        return None
    value = Decimal(repr(cell)) if isinstance(cell, int | float) else _typed(as_typed(cell))
    if value is None or not value.is_finite() or abs(value) >= _TOO_LARGE:
        return None
    with localcontext(prec=40):
        return value.quantize(_CENT, rounding=ROUND_HALF_UP)


def _typed(typed: str) -> Decimal | None:
    text = " ".join(typed.split()).translate(str.maketrans("−–—", "---"))
    if len(text) > _LONGEST:
        return None
    scale = 1
    for word, times in _SCALES:
        text, found = word.subn(" ", text, count=1)
        scale = times if found else scale
    text = _CURRENCY.sub(" ", text, count=1).strip()
    in_brackets = text.startswith("(") and text.endswith(")")
    text = re.sub(r"^([-+])\s+", r"\1", text[1:-1].strip() if in_brackets else text)
    match = _AMOUNT.fullmatch(text.replace("'", "."))
    if match is None:
        return None
    number = re.sub(r"\s", "", match["number"])
    plain = number if re.fullmatch(r"\d+\.\d{1,2}", number) else number.replace(".", "").replace(",", ".")
    less = in_brackets + (match["sign"] == "-") + (match["behind"] is not None)
    return None if less > 1 else Decimal(plain) * scale * (-1 if less else 1)
