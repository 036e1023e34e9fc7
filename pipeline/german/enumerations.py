"""Enumerations: „A, B und C“, „sowie“ on a second level, Ergänzungsstrich, „und 12 weitere“."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .numbers import NUMBER_WORDS

_QUOTED = re.compile(r"„[^“]*“")
_INNER = (" und ", " sowie ", " oder ", " & ")


def listing(parts: Sequence[str], *, last: str = "") -> str:
    """Return the parts as one enumeration; „sowie“ before the last where a part itself holds „und“."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return "".join(parts)
    if not last:
        bare = [_QUOTED.sub("", part) for part in parts]
        last = "sowie" if any(word in part for part in bare for word in _INNER) else "und"
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def shortened(parts: Sequence[str], limit: int, *, dative: bool = False) -> str:
    """Return at most `limit` parts, the rest as „und 12 weitere“; nobody is left out for the sake of one."""
    if len(parts) <= limit + 1:
        return listing(parts)
    return f"{', '.join(parts[:limit])} und {others(len(parts) - limit, dative=dative)}"


def others(number: int, *, dative: bool = False) -> str:
    """Return „fünf weitere“, „13 weiteren“: how many a list leaves out."""
    said = NUMBER_WORDS[number] if 2 <= number < len(NUMBER_WORDS) else str(number)
    return f"{said} weitere{'n' if dative else ''}"


def with_hyphen(parts: Sequence[tuple[str, str]]) -> str:
    """Return compounds that share their last element: „Arbeitskreis- und Veranstaltungsteilnahmen“.

    Each part is the compound's beginning and its last element in lower case, e.g. ("Arbeitskreis", "teilnahmen"); all
    share the latter.
    """
    begun = [before.rstrip("-") + "-" for before, _ in parts[:-1]]
    return listing([*begun, "".join(parts[-1])])


def gathered(words: Sequence[str], ends: Sequence[str]) -> list[str]:
    """Return words with those that share their last element drawn together, in the place of the first of them.

    `ends` gives the last element of each word as it stands in it, "" where none is known; a word that is nothing but
    its last element stays alone.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    order: list[tuple[str, str]] = []
    for word, end in zip(words, ends, strict=True):
        compound = bool(end) and len(word) >= len(end) + 3 and " " not in word and word.endswith(end)
        key = end if compound else f" {word}"
        if key not in groups:
            order.append((key, word))
        groups.setdefault(key, []).append((word[: len(word) - len(end)], end) if compound else (word, ""))
    return [with_hyphen(groups[key]) for key, _ in order]
