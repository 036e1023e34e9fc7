"""Names as they stand in keys: lower case, umlauts written out, one hyphen for all else."""

from __future__ import annotations

import re

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def key_part(name: str) -> str:
    """Return `name` as it stands in keys: „Öffentlicher Verkehr“ -> ``oeffentlicher-verkehr``; "" -> ``allgemein``."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_UMLAUTS)).strip("-") or "allgemein"
