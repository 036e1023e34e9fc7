"""Values over the years, from as little as a test needs to say."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

YEAR = 2024


def over(name: str, values: Mapping[int, Any], unit: str = "", project: str = "Ufer") -> list[dict[str, Any]]:
    """Return a row of the list for each year."""
    return [
        {"bezeichnung": name, "jahr": year, "wert": Decimal(str(value)), "einheit": unit, "projekt": project}
        for year, value in values.items()
    ]


def upto(*values: Any) -> dict[int, Any]:
    """Return one value a year, the last one that of the report year; None is a year without one."""
    first = YEAR - len(values) + 1
    return {year: value for year, value in enumerate(values, start=first) if value is not None}
