"""Spellings of one name brought together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ...base.names import identity
from ...german.lexicon import lexicon


class Spellings(NamedTuple):
    """Spelling -> the spelling to use, for those that change; and pairs that differ by one letter and stay two."""

    changes: dict[str, str]
    doubtful: tuple[tuple[str, str], ...] = ()


def together(
    counted: Mapping[str, int],
    aliases: Mapping[str, str] = MappingProxyType({}),
    similar: bool = True,
    identity_of: Callable[[str], str] = identity,
) -> Spellings:
    """Return how names are spelled that somebody typed so often.

    What `aliases` (way to type -> name) says comes first, then the most frequent spelling, then the first. With
    `similar`, a rare name in which one letter of a long word is not that of a frequent one counts as that one, too.
    """
    groups: dict[str, list[str]] = {}
    for spelling in (*aliases, *(spelling for spelling in counted if spelling)):
        groups.setdefault(identity_of(spelling), []).append(spelling)
    wanted: dict[str, str] = {}
    for alias, name in aliases.items():
        wanted.setdefault(identity_of(alias), name)
    doubtful = _join_similar(groups, counted, wanted) if similar else []
    chosen: dict[str, str] = {}
    used: dict[str, str] = {}
    for key, group in groups.items():
        used[key] = best = wanted.get(key) or max(group, key=lambda spelling: counted.get(spelling, 0))
        chosen.update({spelling: best for spelling in group if spelling in counted and spelling != best})
    return Spellings(chosen, tuple((used[key], used[twin]) for key, twin in doubtful if {key, twin} <= used.keys()))


_LONG_ENOUGH = 6  # shorter words that differ by a letter are different words
_LONGEST_NAME = 200  # a longer text is no name, and nobody waits for it


_TIMES_AS_OFTEN = 3  # a name that stands so much more often than one that is nearly the same is the right one


def _join_similar(
    groups: dict[str, list[str]], counted: Mapping[str, int], wanted: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Join groups whose keys differ by one letter in one long word where one is rare; return the keys of the others."""
    by_rest: dict[str, str] = {}
    doubtful: list[tuple[str, str]] = []
    frequency = {key: sum(counted.get(spelling, 0) for spelling in group) for key, group in groups.items()}
    for key in sorted(groups, key=lambda key: (key not in wanted, -frequency[key])):
        if not _LONG_ENOUGH <= len(key) <= _LONGEST_NAME:
            continue
        rests = sorted({key, *(key[:i] + key[i + 1 :] for i in range(len(key)))})
        twin = next((by_rest[rest] for rest in rests if rest in by_rest), None)
        if twin is not None and key not in wanted and _same_but_for_a_slip(groups[key][0], groups[twin][0]):
            surely = twin in wanted or frequency[twin] >= _TIMES_AS_OFTEN * frequency[key]
            if surely and not _are_places(groups[key][0], groups[twin][0]):
                groups[twin] += groups.pop(key)
                continue
            doubtful.append((key, twin))
        by_rest.update({rest: key for rest in rests if rest not in by_rest})
    return doubtful


def slips(counted: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the rare names that differ by a slip in one word from a frequent one, each with that.

    Letters that change places are a slip, and short names have them, too. What differs in a number does so on purpose.
    """
    frequency = sorted((name for name in counted if len(name) <= _LONGEST_NAME), key=lambda name: -counted[name])
    by_rest: dict[str, str] = {}
    for name in frequency[:_MOST_NAMES]:
        key = identity(name)
        rests = sorted({key, *(key[:i] + key[i + 1 :] for i in range(len(key)))})
        twin = next((by_rest[rest] for rest in rests if rest in by_rest), None)
        if (
            twin is not None
            and counted[twin] >= _TIMES_AS_OFTEN * counted[name]
            and _same_but_for_a_slip(name, twin, _SHORT)
            and not _are_places(name, twin)
            and not _is_word(name)
        ):
            yield name, twin
            continue
        by_rest.update({rest: name for rest in rests if rest not in by_rest})


_MOST_NAMES = 3_000  # the most frequent; nobody looks through more
_SHORT = 3  # „Bon“ for „Bonn“; „Haus A“ and „Haus B“ are two
_ROMAN = frozenset("ivx")


def _is_word(name: str) -> bool:
    """Tell whether a name is a word of its own, though it looks like another: „Masse“, „Messe“."""
    noun = lexicon().noun(name)
    return noun is not None and name == noun.singular


# After these words stand names of places, and Steinach is as good a name as Steinbach.
_OF_A_PLACE = re.compile(
    r"(?i)\b(?:\w*(?:stadt|gemeinde|kreis|schule|kita|kindergarten|pfarrei|kirche|amt|markt|region|bahnhof)|"
    r"ort|dorf|land|feuerwehr|bezirk|bistum|in|aus|bei)\s+(?:e\. ?V\.\s+)?$"
)


def _are_places(one: str, other: str) -> bool:
    """Tell whether the word in which two names differ is the name of a place."""
    ours, theirs = one.split(), other.split()
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if identity(a) != identity(b)), 0)
    return _OF_A_PLACE.search(" ".join(ours[:at]) + " ") is not None


def _same_but_for_a_slip(one: str, other: str, long_enough: int = _LONG_ENOUGH) -> bool:
    """Tell whether two names differ by one letter of one word that is long and no number."""
    ours, theirs = ([identity(word) for word in re.split(r"[\s-]+", name)] for name in (one, other))
    if len(ours) != len(theirs):
        return False
    apart = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(apart) != 1 or any(sign.isdigit() for sign in "".join(apart[0])) or _ROMAN.issuperset("".join(apart[0])):
        return False
    return min(map(len, apart[0])) >= long_enough and distance(*apart[0], 1) == 1


@lru_cache(maxsize=100_000)
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
