"""Options that have an order of their own: spans of numbers, and how often something happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ....ingest.word_lists import word_lists

_WORDS = word_lists(Path(__file__).with_name("ordinal_options.toml"))
_A_YEAR: Mapping[str, float] = _WORDS["zeitraum"]
_TIMES: Mapping[str, float] = _WORDS["mal"]
_SELDOM: Mapping[str, float] = _WORDS["wendungen"]
_OFTEN = re.compile(
    r"(?:(?P<word>ein|zwei|drei|vier|fünf|mehr)[- ]?mals?|(?P<english>once|twice|several times)"
    r"|(?P<number>\d+)(?:\s?[–-]\s?\d+)?\s?(?:x|-?mal|times))?\s*(?:pro|im|in der|die|am|je|a|per)?\s*"
    rf"(?P<period>{'|'.join(sorted(_A_YEAR, key=len, reverse=True))})"
)


def ordered(options: Iterable[str]) -> tuple[str, ...]:
    """Return options in their order if they have one: spans of numbers („bis 5“, „über 5“), or how often („nie“)."""
    options = tuple(options)
    return (_by_frequency(options) or _by_number(options)) if len(options) > 2 else ()


def _by_frequency(options: Sequence[str]) -> tuple[str, ...]:
    """Return how often something happens, the most often first; two options at least must name a time."""
    rates = {option: rate for option in options if (rate := _a_year(option)) is not None}
    if len(rates) < len(options) or sum(rate >= 1 for rate in rates.values()) < 2:
        return ()
    return tuple(sorted(options, key=lambda option: -rates[option]))


def _a_year(option: str) -> float | None:
    """Return how often a year „einmal pro Woche“ is, None for what is no such answer."""
    text = option.casefold().strip(" .")
    found = _OFTEN.fullmatch(text)
    if text in _SELDOM or not found:
        return _SELDOM.get(text)
    word = found["word"] or (found["english"] or "").split(" ")[0]
    return _A_YEAR[found["period"]] * float(found["number"] or _TIMES.get(word, 1))


def _by_number(options: Sequence[str]) -> tuple[str, ...]:
    """Return spans of numbers („bis 5“, „6–12 Monate“, „über 12“), the lowest first."""
    found = []
    for option in options:
        number = re.match(r"(?i)\D{0,12}?(\d+(?:[.,]\d+)?)", option)
        if not number:
            return ()
        below = bool(re.match(r"(?i)\s*(<|bis|unter|weniger|höchstens|less|up to|under)", option))
        above = bool(re.match(r"(?i)\s*(>|über|mehr|ab|mindestens|more|over)", option))
        found.append((float(number[1].replace(",", ".")), above - below, option))
    return tuple(option for _, _, option in sorted(found))
