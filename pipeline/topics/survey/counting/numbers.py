"""How the numbers of a survey are printed, in its sentences, tables and charts alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ....base.figures import Figure
from ....base.marks import mark
from ....german.quantities import NO_BREAK, number
from .results import Detail, Share


@dataclass(frozen=True)
class Numbers:
    """The figures of a survey, and from where on thousands get a point."""

    figures: Mapping[str, Figure]
    thousands_from: int

    def value(self, key: str) -> Decimal:
        """Return the number that a figure holds."""
        value = self.figures[key].value
        assert isinstance(value, int | Decimal)  # noqa: S101 - surveys count nothing else
        return Decimal(value)

    def text(self, key: str, *, unit: str = "") -> str:
        """Return a figure in digits, with the places it was counted with: a mean of 4 is „4,0“."""
        value = self.value(key)
        places = max(0, -int(value.as_tuple().exponent))
        shown = number(value, decimals=places, thousands_from=self.thousands_from)
        return f"{shown}{NO_BREAK}{unit}" if unit else shown

    def printed(self, key: str, *, unit: str = "") -> str:
        """Return a figure in digits, marked as printed."""
        return mark(key, self.text(key, unit=unit))

    def shown(self, share: Share, detail: Detail, *, short: bool = False) -> str:
        """Return a share as charts print it.

        „72 %“, „72 % (9)“ where n is small, „4“ where it is very small.
        """
        if share.percent is None or short:
            return self.printed(share.count)
        percent = self.printed(share.percent, unit="%")
        return f"{percent} ({self.printed(share.count)})" if detail == "beides" else percent
