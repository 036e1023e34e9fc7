"""What somebody probably meant who typed a word that is not known: „Meinten Sie …?“."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

_CUTOFF = 0.6  # „farb“ is `farbe`, „Veranstalltung“ is „Veranstaltung“, but „Ort“ is not „Art und Form“


def nearest(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Return the known words like this one, the likest first."""
    return get_close_matches(word, list(known), n=most, cutoff=_CUTOFF)


def did_you_mean(word: str, known: Iterable[str], otherwise: str, *, shown: Mapping[str, str] | None = None) -> str:
    """Return a sentence that names the known word most like this one, or `otherwise` if none is.

    `shown` says how people write a known word, where that is not the word itself.
    """
    matches = nearest(word, known)
    return f"Meinten Sie „{(shown or {}).get(matches[0], matches[0])}“?" if matches else otherwise
