"""Characters that the report's typefaces do not have, so that one emoji in an answer cannot stop a report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet

INSTEAD = "\u2610"  # an empty box, which both typefaces have

_SUSPECT = re.compile(r"[^\x20-\x7e\t\n\r]")
_DROPPED = ("Cc", "So", "Sk", "Cf", "Mn", "Me", "Co", "Cn")  # controls, pictures and what belongs to them
_KEPT = {"\u00ad", "\u200b", "\u2028"}  # say where lines break, print nothing


def printable(text: str, known: AbstractSet[int]) -> tuple[str, str]:
    """Return `text` with only those characters whose code points are `known`, and the characters that were not.

    A letter gives way to the same letter without its accents, a picture to nothing, anything else to an empty box.
    """
    unknown = sorted({c for c in _SUSPECT.findall(text) if ord(c) not in known and c not in _KEPT})
    if not unknown:
        return text, ""
    return text.translate({ord(c): _instead(c, known) for c in unknown}), "".join(unknown)


def _instead(character: str, known: AbstractSet[int]) -> str:
    if unicodedata.category(character) in _DROPPED:
        return ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if ord(c) in known)
    return plain or INSTEAD
