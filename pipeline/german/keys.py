"""Names as they stand in keys: lower case, umlauts written out, one hyphen for all else."""

from __future__ import annotations

import re

_MOST_SIGNS = 24
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def key_part(name: str) -> str:
    """Return `name` as it stands in keys: „Öffentlicher Verkehr“ -> ``oeffentlicher-verkehr``; "" -> ``allgemein``.

    A name without any letter of ours gets the numbers of its signs: „中文“ -> ``u4e2d-u6587``.
    """
    part = re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_UMLAUTS)).strip("-")
    return part or "-".join(f"u{ord(sign):x}" for sign in name.strip()[:_MOST_SIGNS]) or "allgemein"
