"""Spellings of one name brought together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ARTICLE = re.compile(r"(?:der|die|das|den|dem|des)\s+")
_LEGAL = re.compile(r"\be\.?\s?v\.?(?=\s|$)|\bg?gmbh\b")


@lru_cache(maxsize=50_000)
def key_of(name: str) -> str:
    """Return what two spellings of one name have in common: no case, umlauts spelt out, no signs, article or e. V."""
    text = unicodedata.normalize("NFC", name).strip().lower().translate(_FOLDED)
    text = _LEGAL.sub("", _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text)
    return re.sub(r"[^a-z0-9]+", "", unicodedata.normalize("NFKD", text)) or text.strip()


def together(spellings: Iterable[str], preferred: Iterable[str] = (), similar: bool = False) -> dict[str, str]:
    """Return spelling -> the spelling to use, for those that change.

    The preferred spelling wins, then the most frequent, then the first. With `similar`, long names that differ by
    one letter count as one name, too.
    """
    counted = Counter(spelling for spelling in spellings if spelling)
    groups: dict[str, list[str]] = {}
    for spelling in counted:
        groups.setdefault(key_of(spelling), []).append(spelling)
    wanted = {key_of(name): name for name in preferred}
    if similar:
        _join_similar(groups, counted, wanted)
    chosen: dict[str, str] = {}
    for key, group in groups.items():
        best = wanted.get(key) or max(group, key=lambda spelling: (counted[spelling], -group.index(spelling)))
        chosen.update({spelling: best for spelling in group if spelling != best})
    return chosen


_LONG_ENOUGH = 9


def _join_similar(groups: dict[str, list[str]], counted: Mapping[str, int], wanted: Mapping[str, str]) -> None:
    """Join groups whose keys differ by one letter left out, added or exchanged; the more frequent key stays."""
    by_rest: dict[str, str] = {}
    frequency = {key: sum(counted[spelling] for spelling in group) for key, group in groups.items()}
    for key in sorted(groups, key=lambda key: (key not in wanted, -frequency[key])):
        if len(key) < _LONG_ENOUGH or any(sign.isdigit() for sign in key):
            continue
        rests = {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}
        twin = next((by_rest[rest] for rest in sorted(rests) if rest in by_rest), None)
        if twin is not None and key not in wanted and _one_letter_apart(key, twin):
            groups[twin] += groups.pop(key)
        else:
            by_rest.update({rest: key for rest in rests if rest not in by_rest})


def _one_letter_apart(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[start + (len(one) == len(other)) :] == other[start + 1 :]
