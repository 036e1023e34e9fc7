"""Enumerations that texts by staff may name."""

from __future__ import annotations

from collections.abc import Iterable

from ..german.enumerations import listing


def sorted_listing(names: Iterable[str]) -> str:
    """Return different names in their order: „Ausbildung, Sprache und Wohnen“."""
    return listing(sorted({name for name in names if name}))
