"""Decisions as a list of named rules, of which the first that applies wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Evidence = TypeVar("Evidence")
Verdict = TypeVar("Verdict")


@dataclass(frozen=True)
class Rule(Generic[Evidence, Verdict]):
    """One rule: what it goes by, in a few words, when it applies, and what it decides."""

    name: str
    applies: Callable[[Evidence], bool]
    verdict: Verdict


def deciding_rule(rules: Sequence[Rule[Evidence, Verdict]], evidence: Evidence) -> Rule[Evidence, Verdict]:
    """Return the first rule that applies; the last of a list must always do."""
    return next(rule for rule in rules if rule.applies(evidence))
