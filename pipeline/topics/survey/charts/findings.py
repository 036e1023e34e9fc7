"""The first sentence of a survey chart's caption: what the picture shows at one glance, true and without digits."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from ....ingest.word_lists import word_lists
from ..counting.numbers import Numbers
from ..counting.results import QuestionResult, Share, cited
from ..reading.free_text import is_rest

# From which part of all a phrase is true, whether exactly from there, and whether it takes the plural.
_PARTS = [
    (Fraction(part.get("genau") or part["ueber"]), "genau" in part, part["steht"], part["mehrzahl"])
    for part in word_lists(Path(__file__).with_name("findings.toml"))["teile"]
]
# How many statements of a battery more than half agree to.
_MOST = ((Decimal(1), "Alle Aussagen"), (Decimal("0.5"), "Die meisten Aussagen"), (Decimal(0), "Nur wenige Aussagen"))


def part_in_words(part: int | Decimal, whole: int | Decimal) -> tuple[str, bool]:
    """Return „Mehr als die Hälfte“ and whether its verb stands in the plural."""
    share = Fraction(part) / Fraction(whole)
    return next(
        (phrase, plural) for bound, exact, phrase, plural in _PARTS if (share == bound if exact else share > bound)
    )


def finding(shown: Sequence[QuestionResult], numbers: Numbers) -> str:
    """Return the finding of a chart of these questions."""
    first = shown[0]
    kind = first.question.kind
    if kind == "rang":
        best = numbers.value(first.ranks[0].mean)
        level = [rank.label for rank in first.ranks if numbers.value(rank.mean) == best]
        return _leading(level, len(first.ranks), "Am weitesten vorn steht", "Am weitesten vorn stehen")
    if len(shown) > 1:
        return _battery(shown, numbers)
    if first.spread:
        return f"Mindestens die Hälfte der Angaben liegt nicht über {numbers.printed(first.spread.median)}."
    if first.top and first.bottom:
        return _sides(first, first.top, first.bottom, numbers)
    most = _most(first, numbers)
    if len(most) == 2:
        return f"{cited(most[0].label)} und {cited(most[1].label)} liegen gleichauf vorn."
    if len(most) > 2:
        return "Mehrere Antworten liegen gleichauf vorn."
    verb = "nenn" if kind == "mehrfach" else "antwort"
    return _answered(cited(most[0].label), numbers.value(most[0].count), first, verb)


def _sides(result: QuestionResult, top: Share, bottom: Share, numbers: Numbers) -> str:
    """Return how many chose the best steps, or the worst where those are more: never the good side of a bad result."""
    verb, plural_verb, labels = (
        ("gibt", "geben", ("eine 1 oder 2", "eine 5 oder 6"))
        if result.question.kind == "note"
        else ("antwortet mit", "antworten mit", (top.label, bottom.label))
    )
    good, bad = numbers.value(top.count), numbers.value(bottom.count)
    if good == bad:
        return f"Ebenso viele {plural_verb} {labels[0]} wie {'' if verb == 'gibt' else 'mit '}{labels[1]}."
    phrase, plural = part_in_words(max(good, bad), result.size)
    return f"{phrase} {plural_verb if plural else verb} {labels[good < bad]}."


def _answered(label: str, number: Decimal, result: QuestionResult, stem: str) -> str:
    phrase, plural = part_in_words(number, result.size)
    ending = {"antwort": ("et mit", "en mit"), "nenn": ("t", "en")}[stem][plural]
    return f"{phrase} {stem}{ending} {label}."


def _most(result: QuestionResult, numbers: Numbers) -> list[Share]:
    most = max(numbers.value(share.count) for share in result.shares)
    return [share for share in result.shares if numbers.value(share.count) == most]


def _battery(shown: Sequence[QuestionResult], numbers: Numbers) -> str:
    kind = shown[0].question.kind
    told = [result for result in shown if not is_rest(result.question.text)] or shown
    spread = [(numbers.value(result.spread.median), result) for result in told if result.spread]
    if spread:
        most = max(value for value, _ in spread)
        level = [result.question.text for value, result in spread if value == most]
        return _leading(level, len(spread), "Die höchsten Werte hat", "Die höchsten Werte haben")
    if kind == "note":
        means = [(numbers.value(result.mean), result) for result in shown if result.mean]
        best = min(value for value, _ in means)
        level = [result.question.text for value, result in means if value == best]
        return _leading(level, len(means), "Die beste Note bekommt", "Die beste Note bekommen")
    if kind == "ja-nein":
        yes = [2 * numbers.value(result.shares[0].count) > result.size for result in shown]
        return f"{_many(yes, 'Punkte')} überwiegt {cited(shown[0].shares[0].label)}."
    rated = [(result.top, result.size) for result in shown if result.top]
    agreed = [2 * numbers.value(top.count) > size for top, size in rated]
    if shown[0].question.scale == "zustimmung":
        return f"{_how_many(agreed)} mehrheitlich Zustimmung."
    return f"{_many(agreed, 'Punkte')} überwiegt {rated[0][0].label}."


def _leading(level: Sequence[str], among: int, one: str, two: str) -> str:
    """Return who of all leads; where several are level, that they are."""
    if len(level) > 1 and len(level) == among:
        return "Alle liegen gleichauf."
    if len(level) > 2:
        return "Mehrere liegen gleichauf vorn."
    return f"{two if len(level) == 2 else one} {' und '.join(map(cited, level))}."


def _how_many(agreed: Sequence[bool]) -> str:
    if not any(agreed):
        return "Keine Aussage findet"
    share = Decimal(sum(agreed)) / len(agreed)
    if sum(agreed) == 1:
        return "Eine einzige Aussage findet"
    if share == Decimal("0.5"):
        return "Die Hälfte der Aussagen findet"
    return f"{next(phrase for bound, phrase in _MOST if share == bound or (bound < 1 and share > bound))} finden"


def _many(marks: Sequence[bool], what: str) -> str:
    if all(marks):
        return f"Bei allen {what}n"
    if not any(marks):
        return f"Bei keinem der {what}"
    if sum(marks) == 1:
        return f"Bei einem einzigen der {what}"
    if 2 * sum(marks) == len(marks):
        return f"Bei der Hälfte der {what}"
    return f"Bei den meisten {what}n" if 2 * sum(marks) > len(marks) else f"Bei weniger als der Hälfte der {what}"
