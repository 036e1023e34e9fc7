"""What the row of an initiative says, as words that patterns name."""

from __future__ import annotations

from typing import Any

from ...narrative import row_features
from ...narrative.phrases import FEW, KindPhrase, Language, Parties, Subject


def initiative(row: Any, language: Language) -> dict[str, Any]:
    """Return the words of one initiative; what the row does not say is not there."""
    facts: dict[str, Any] = {"art": KindPhrase(row_features.kind(row.art, "Initiative", language))}
    if row.gegenstand:
        facts["gegenstand"] = row_features.subject(row.gegenstand, language)
    if row.adressat:
        facts["adressat"] = row_features.parties((row.adressat,), language)
    facts |= initiator(row.initiator, language)
    first = facts["initiator"].found[0].key if "initiator" in facts else ""
    others = tuple(name for name in row.beteiligte if language.organisations.key_of(name) != first)
    among = len(others) < len(row.beteiligte)  # who started it is one of them, and is not to be told under two names
    if others and (len(others) == 1 or (among and len(others) < FEW)) and not row.adressat:
        facts["partner"] = row_features.parties(others, language)
    elif others:
        facts["beteiligte"] = row_features.parties(row.beteiligte, language, formal=not (row.adressat or among))
    return facts


def initiator(name: str, language: Language) -> dict[str, Any]:
    """Return who started something: an organisation, or words such as „Vorstand der IRT“."""
    if not name:
        return {}
    found = language.organisations.find(name)
    if found in language.organisations.known.values():
        return {"initiator": Parties((found,), language)}
    subject = Subject(name, language.words)
    return {"initiator_genannt": subject}
