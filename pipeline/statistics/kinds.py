"""Names that stand for the same thing, and the parents of kinds: how rows come together in groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ..base.names import slug

NOT_GIVEN = "ohne Angabe"


def parents(kinds: Mapping[str, str]) -> Callable[[str], str]:
    """Return what tells a kind's topmost parent by `[arten]` of the settings; spelling in capitals does not matter.

    A kind without a parent is its own, an empty one „ohne Angabe“. Where the settings go round in a circle, the
    walk ends before it comes back to where it has been.
    """
    up = {slug(kind): parent for kind, parent in kinds.items()}
    known: dict[str, str] = {}

    def parent_of(kind: str) -> str:
        if kind not in known:
            name, been = kind, {slug(kind)}
            while (above := up.get(slug(name))) is not None and slug(above) not in been:
                name = above
                been.add(slug(name))
            known[kind] = name.strip() or NOT_GIVEN
        return known[kind]

    return parent_of


def usual_names(names: Iterable[str]) -> dict[str, str]:
    """Return the most frequent spelling by key part; of two equally frequent ones the first."""
    spellings: dict[str, Counter[str]] = {}
    for name, times in Counter(names).items():
        spellings.setdefault(slug(name), Counter())[name] = times
    return {key: counted.most_common(1)[0][0] for key, counted in spellings.items()}
