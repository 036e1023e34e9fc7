"""Choose among the patterns that fit, and put sentences together: without chance, and without repeating itself.

A stable hash of the row decides, so the same input gives the same text. To vary, a row avoids the patterns of its
neighbours in time, but only of those that stand before it in the sheets: a row that is added at the end adapts to
the others and changes none of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from ..base.marks import mark, runs
from ..german.organisations import UnsayableError
from ..german.orthography import sentence
from ..german.quantities import has_digits, in_digits
from .patterns import Pattern, Patterns
from .phrases import Language, Words
from .template_language import PatternRenderer

Facts = Mapping[str, Any]

# Sentences around one that must not be built like it, or begin like it: „Ferner“ is remembered longer than a pattern.
_NEAR_PATTERNS, _NEAR_OPENERS = 2, 4


@dataclass(frozen=True)
class FilledPattern:
    """A pattern with the words of one row in it: the sentence around its finite verb."""

    pattern: Pattern
    before: str
    verb: str
    after: str
    covered: frozenset[str]

    def text(self, opener: str = "") -> str:
        """Return the sentence, beginning with `opener` if there is one; the verb comes second either way."""
        verb, after = self.verb, self.after.strip()
        if opener and self.before.strip() and after.startswith("sich "):  # it stays beside its verb
            verb, after = f"{verb} sich", after.removeprefix("sich ")
        parts = (opener, verb, self.before, after) if opener else (self.before, verb, after)
        return sentence(_one_way_of_counting(" ".join(part.strip() for part in parts if part.strip())))


def _one_way_of_counting(text: str) -> str:
    """Return a sentence with all its figures in digits where one of them is."""
    if not any(has_digits(run.text) for run in runs(text) if run.figure):
        return text
    return "".join(mark(run.figure, in_digits(run.text)) if run.figure else run.text for run in runs(text))


@dataclass(frozen=True)
class Composer:
    """All patterns and the language they are filled in."""

    patterns: Patterns
    language: Language

    @cached_property
    def _renderer(self) -> PatternRenderer:
        return PatternRenderer(self.language.words)

    def _block(self, name: str, facts: Facts) -> tuple[Words, frozenset[str]]:
        """Return a building block filled with the facts and the names in it; empty where none fits."""
        for pattern in self.patterns.blocks[name]:
            if pattern.needs <= facts.keys() and not pattern.without & facts.keys():
                try:
                    return Words(self._renderer.render(pattern.before, _optional(pattern, facts))), pattern.names
                except UnsayableError:
                    continue
        return Words(""), frozenset()

    def wordings(self, role: str, facts: Facts, kind: str = "") -> list[FilledPattern]:
        """Return every sentence of a role that can be said with these facts."""
        wordings = []
        for pattern in self.patterns.sentences[role]:
            fits = pattern.needs <= facts.keys() and not pattern.without & facts.keys()
            if not fits or (pattern.only and not kind.lower().endswith(pattern.only)):
                continue
            try:
                wordings.append(self.worded(pattern, facts))
            except UnsayableError:
                continue
        return wordings

    def worded(self, pattern: Pattern, facts: Facts) -> FilledPattern:
        """Return a pattern with these facts in it; those that it names and that are not there stay empty."""
        words = dict(_optional(pattern, facts))
        covered = frozenset(pattern.names & facts.keys())
        for name in pattern.names & self.patterns.blocks.keys():
            words[name], names = self._block(name, facts)
            covered |= names & facts.keys()
        verb = ""
        if pattern.verb:
            verb = pattern.verb[bool(pattern.number) and facts[pattern.number].plural]
        return FilledPattern(
            pattern,
            self._renderer.render(pattern.before, words),
            verb,
            self._renderer.render(pattern.after, words),
            covered,
        )

    def say(self, role: str, facts: Facts, seed: str, *, kind: str = "", opener: str = "") -> str:
        """Return one sentence of a role, "" where none can be said; the hash of `seed` picks among the fullest."""
        best = fullest(self.wordings(role, facts, kind), frozenset(facts))
        if not best:
            return ""
        wording = by_hash(best, seed)[0]
        return wording.text(opener if wording.pattern.opener else "")


def _optional(pattern: Pattern, facts: Facts) -> Facts:
    """Return the facts with empty words for those that a pattern names without needing them."""
    return {name: Words("") for name in pattern.names} | dict(facts)


def fullest(wordings: Sequence[FilledPattern], core: frozenset[str]) -> list[FilledPattern]:
    """Return those wordings of the first rank that say most of the `core` facts."""
    first = min((wording.pattern.rank for wording in wordings), default=1)
    best = [wording for wording in wordings if wording.pattern.rank == first]
    most = max((len(wording.covered & core) for wording in best), default=0)
    return [wording for wording in best if len(wording.covered & core) == most]


def by_hash(wordings: Sequence[FilledPattern], seed: str) -> list[FilledPattern]:
    """Return wordings in an order that only the seed and their own text decide."""
    return sorted(wordings, key=lambda wording: _hash(seed + wording.pattern.identity))


def _hash(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8])


@dataclass(frozen=True)
class RowToRealise:
    """One row to be put into a sentence.

    `id` gives the order in the sheets, the place in the sequence the order in time; `core` are the facts that the
    sentence must state if any pattern can; `when` is how the sentence may begin („im Februar“), "" for none.
    """

    id: int
    role: str
    facts: Facts
    core: frozenset[str]
    seed: str
    when: str = ""
    kind: str = ""
    ready: str = ""  # a text by staff, printed as it is


@dataclass(frozen=True)
class Sentence:
    """The sentence of a row, and which of its facts are in the sentence."""

    text: str
    covered: frozenset[str]
    identity: str = ""
    opener: str = ""
    type: str = ""
    when: str = ""


@dataclass
class _Placed:
    """The sentences so far, by their place in time."""

    by_place: dict[int, Sentence] = field(default_factory=dict)

    def near(self, place: int, reach: int) -> list[Sentence]:
        """Return the next sentences before and after a place, `reach` on either side."""
        before = sorted((p for p in self.by_place if p < place), reverse=True)[:reach]
        after = sorted(p for p in self.by_place if p > place)[:reach]
        return [self.by_place[p] for p in (*before, *after)]

    def first(self, place: int) -> bool:
        """Tell whether no row before this one has a sentence."""
        return all(p > place for p in self.by_place)


def realise(items: Sequence[RowToRealise], composer: Composer) -> list[Sentence]:
    """Return the sentences of rows, which come in the order of time."""
    placed = _Placed()
    for place, item in sorted(enumerate(items), key=lambda pair: pair[1].id):
        placed.by_place[place] = (
            Sentence(item.ready, frozenset()) if item.ready else _sentence(item, place, placed, composer)
        )
    return [placed.by_place[place] for place in range(len(items))]


def _sentence(item: RowToRealise, place: int, placed: _Placed, composer: Composer) -> Sentence:
    wordings = by_hash(fullest(composer.wordings(item.role, item.facts, item.kind), item.core), item.seed)
    if not wordings:
        return Sentence("", frozenset())
    used = {one.identity for one in placed.near(place, _NEAR_PATTERNS)}
    wording = next((one for one in wordings if one.pattern.identity not in used), wordings[0])
    kind, opener = _opener(item, wording, place, placed, composer)
    if kind == "zeit":  # what the sentence begins with is not said again inside
        without = {name: value for name, value in item.facts.items() if name != "wann"}
        wording = composer.worded(wording.pattern, without)
    return Sentence(wording.text(opener), wording.covered, wording.pattern.identity, opener, kind, item.when)


def _opener(
    item: RowToRealise, wording: FilledPattern, place: int, placed: _Placed, composer: Composer
) -> tuple[str, str]:
    """Return what kind of beginning a sentence has and the words: a time, a connective, or nothing."""
    if not wording.pattern.opener:
        return "", ""
    near = {one.opener for one in placed.near(place, _NEAR_OPENERS)}
    beside = {one.type for one in placed.near(place, 1)}
    again = item.when in {one.when for one in placed.near(place, 1)}
    words = sorted(composer.patterns.connectives, key=lambda word: _hash(item.seed + word))
    options = [("zeit", item.when)] if item.when else []
    options += [("", "")] if wording.before.strip() else []
    if not placed.first(place):
        options += [("verbindung", word) for word in words]
    options = options or [("verbindung", words[0])]
    first = ("zeit", "verbindung", "", "zeit")[_hash(item.seed) % 4]
    ranked = sorted(options, key=lambda o: (again and o[0] == "zeit", o[0] in beside, o[0] != first))
    return next((option for option in ranked if not option[1] or option[1] not in near), ranked[0])
