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
from typing import Any, TypeVar

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from ..base.marks import mark, runs
from ..german.organisations import UnsayableError
from ..german.orthography import sentence
from ..german.quantities import has_digits, in_digits
from .filters import bound
from .patterns import Pattern, Patterns
from .phrases import Language, Words

Facts = Mapping[str, Any]
T = TypeVar("T")

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
    shown = [run for run in runs(text) if run.figure]
    if not any(has_digits(run.text) for run in shown):
        return text
    return "".join(mark(run.figure, in_digits(run.text)) if run.figure else run.text for run in runs(text))


@dataclass(frozen=True)
class Composer:
    """All patterns and the language they are filled in."""

    patterns: Patterns
    language: Language

    @cached_property
    def _environment(self) -> SandboxedEnvironment:
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
        environment.filters = bound(self.language.words)
        return environment

    @cached_property
    def _compiled(self) -> dict[str, Template]:
        return {}

    def _render(self, text: str, words: Facts) -> str:
        if not text.strip():
            return ""
        if text not in self._compiled:
            self._compiled[text] = self._environment.from_string(text)
        return self._compiled[text].render(words)

    def _block(self, name: str, facts: Facts) -> tuple[Words, frozenset[str]]:
        """Return a building block filled with the facts and what it tells; empty where none fits."""
        for pattern in self.patterns.blocks[name]:
            if pattern.needs <= facts.keys() and not pattern.without & facts.keys():
                try:
                    return Words(self._render(pattern.before, _optional(pattern, facts))), pattern.names
                except UnsayableError:
                    continue
        return Words(""), frozenset()

    def wordings(self, role: str, facts: Facts, kind: str = "") -> list[FilledPattern]:
        """Return every sentence of a role that can be said with these facts."""
        found = []
        for pattern in self.patterns.sentences[role]:
            fits = pattern.needs <= facts.keys() and not pattern.without & facts.keys()
            if not fits or (pattern.only and not kind.lower().endswith(pattern.only)):
                continue
            try:
                found.append(self.worded(pattern, facts))
            except UnsayableError:
                continue
        return found

    def worded(self, pattern: Pattern, facts: Facts) -> FilledPattern:
        """Return a pattern with these facts in it; those that it names and that are not there stay empty."""
        words = dict(_optional(pattern, facts))
        covered = frozenset(pattern.names & facts.keys())
        for name in pattern.names & self.patterns.blocks.keys():
            words[name], told = self._block(name, facts)
            covered |= told & facts.keys()
        verb = ""
        if pattern.verb:
            verb = pattern.verb[bool(pattern.number) and facts[pattern.number].plural]
        return FilledPattern(
            pattern, self._render(pattern.before, words), verb, self._render(pattern.after, words), covered
        )

    def say(self, role: str, facts: Facts, seed: str, *, kind: str = "", opener: str = "") -> str:
        """Return one sentence of a role, "" where none can be said; the hash of `seed` picks among the fullest."""
        best = fullest(self.wordings(role, facts, kind), frozenset(facts))
        if not best:
            return ""
        chosen = by_hash(best, seed)[0]
        return chosen.text(opener if chosen.pattern.opener else "")


def _optional(pattern: Pattern, facts: Facts) -> Facts:
    """Return the facts with empty words for those that a pattern names without needing them."""
    return {name: Words("") for name in pattern.names} | dict(facts)


def fullest(found: Sequence[FilledPattern], core: frozenset[str]) -> list[FilledPattern]:
    """Return those wordings of the best rank that tell most of the `core` facts."""
    best = min((wording.pattern.rank for wording in found), default=1)
    found = [wording for wording in found if wording.pattern.rank == best]
    most = max((len(wording.covered & core) for wording in found), default=0)
    return [wording for wording in found if len(wording.covered & core) == most]


def by_hash(found: Sequence[FilledPattern], seed: str) -> list[FilledPattern]:
    """Return wordings in an order that only the seed and their own text decide."""
    return sorted(found, key=lambda wording: _hash(seed + wording.pattern.identity))


def _hash(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8])


@dataclass(frozen=True)
class RowToRealise:
    """One row to be told.

    `id` gives the order in the sheets, the place in the sequence the order in time; `core` are the facts that the
    sentence must tell if any pattern can; `when` is how the sentence may begin („im Februar“), "" for none.
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
    """How a row was told, and which of its facts are in the sentence."""

    text: str
    covered: frozenset[str]
    identity: str = ""
    opener: str = ""
    type: str = ""
    when: str = ""


@dataclass
class _Placed:
    """The rows told so far, by their place in time."""

    by_place: dict[int, Sentence] = field(default_factory=dict)

    def near(self, place: int, reach: int) -> list[Sentence]:
        """Return the next told rows before and after a place, `reach` on either side."""
        before = sorted((p for p in self.by_place if p < place), reverse=True)[:reach]
        after = sorted(p for p in self.by_place if p > place)[:reach]
        return [self.by_place[p] for p in (*before, *after)]

    def first(self, place: int) -> bool:
        """Tell whether no row before this one has been told."""
        return all(p > place for p in self.by_place)


def realise(items: Sequence[RowToRealise], composer: Composer) -> list[Sentence]:
    """Tell rows that are given in the order of time."""
    placed = _Placed()
    for place, item in sorted(enumerate(items), key=lambda pair: pair[1].id):
        placed.by_place[place] = (
            Sentence(item.ready, frozenset()) if item.ready else _tell(item, place, placed, composer)
        )
    return [placed.by_place[place] for place in range(len(items))]


def _tell(item: RowToRealise, place: int, placed: _Placed, composer: Composer) -> Sentence:
    found = fullest(composer.wordings(item.role, item.facts, item.kind), item.core)
    if not found:
        return Sentence("", frozenset())
    used = {told.identity for told in placed.near(place, _NEAR_PATTERNS)}
    ordered = by_hash(found, item.seed)
    chosen = next((w for w in ordered if w.pattern.identity not in used), ordered[0])
    kind, opener = _opener(item, chosen, place, placed, composer)
    if kind == "zeit":  # what the sentence begins with is not said again inside
        without = {name: value for name, value in item.facts.items() if name != "wann"}
        chosen = composer.worded(chosen.pattern, without)
    return Sentence(chosen.text(opener), chosen.covered, chosen.pattern.identity, opener, kind, item.when)


def _opener(
    item: RowToRealise, chosen: FilledPattern, place: int, placed: _Placed, composer: Composer
) -> tuple[str, str]:
    """Return what kind of beginning a sentence has and the words: a time, a connective, or nothing."""
    if not chosen.pattern.opener:
        return "", ""
    near = {told.opener for told in placed.near(place, _NEAR_OPENERS)}
    beside = {told.type for told in placed.near(place, 1)}
    again = item.when in {told.when for told in placed.near(place, 1)}
    words = sorted(composer.patterns.connectives, key=lambda word: _hash(item.seed + word))
    options = [("zeit", item.when)] if item.when else []
    options += [("", "")] if chosen.before.strip() else []
    if not placed.first(place):
        options += [("verbindung", word) for word in words]
    options = options or [("verbindung", words[0])]
    first = ("zeit", "verbindung", "", "zeit")[_hash(item.seed) % 4]
    ranked = sorted(options, key=lambda o: (again and o[0] == "zeit", o[0] in beside, o[0] != first))
    return next((option for option in ranked if not option[1] or option[1] not in near), ranked[0])
