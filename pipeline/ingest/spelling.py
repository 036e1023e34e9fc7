"""Spellings of one name brought together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

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


_LONG_ENOUGH = 6  # shorter words that differ by a letter are different words


def _join_similar(groups: dict[str, list[str]], counted: Mapping[str, int], wanted: Mapping[str, str]) -> None:
    """Join groups whose keys differ by one letter in one long word; the more frequent key stays."""
    by_rest: dict[str, str] = {}
    frequency = {key: sum(counted[spelling] for spelling in group) for key, group in groups.items()}
    for key in sorted(groups, key=lambda key: (key not in wanted, -frequency[key])):
        if len(key) < _LONG_ENOUGH:
            continue
        rests = sorted({key, *(key[:i] + key[i + 1 :] for i in range(len(key)))})
        twin = next((by_rest[rest] for rest in rests if rest in by_rest), None)
        if twin is not None and key not in wanted and _same_but_for_a_slip(groups[key][0], groups[twin][0]):
            groups[twin] += groups.pop(key)
        else:
            by_rest.update({rest: key for rest in rests if rest not in by_rest})


def _same_but_for_a_slip(one: str, other: str) -> bool:
    """Tell whether two names differ by one letter of one word that is long and has no digit."""
    ours, theirs = ([key_of(word) for word in re.split(r"[\s-]+", name)] for name in (one, other))
    if len(ours) != len(theirs):
        return False
    apart = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(apart) != 1 or any(sign.isdigit() for sign in "".join(apart[0])):
        return False
    return min(map(len, apart[0])) >= _LONG_ENOUGH and distance(*apart[0], 1) == 1


@cache
def distance(one: str, other: str, enough: int) -> int:
    """Return how many letters must be changed, added, dropped or swapped; more than `enough` is not told apart."""
    if abs(len(one) - len(other)) > enough:
        return enough + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > enough:
            return enough + 1
    return row[-1]
