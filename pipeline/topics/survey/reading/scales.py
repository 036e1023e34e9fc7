"""Answer scales by their words: which way they point, and what stands beside them.

Each wording has seven places from -3 (the negative end) to +3 (the positive end); a scale of a survey uses some of
them. What is known is in `scales.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ....german.nothing import kind_of_nothing
from ....ingest.word_lists import word_lists

_KNOWN = word_lists(Path(__file__).with_name("scales.toml"))
NEUTRAL: tuple[str, ...] = tuple(_KNOWN["mitte"])
GRADES: tuple[str, ...] = tuple(_KNOWN["noten"])  # from best to worst


@dataclass(frozen=True)
class ScaleWording:
    """One way to word a scale: what it measures, and the places of its phrases."""

    name: str
    measures: str
    places: Mapping[str, int]
    usual: Mapping[int, str]


@dataclass(frozen=True)
class Scale:
    """The scale of a question: its steps from the negative to the positive end as they were worded."""

    measures: str
    steps: tuple[str, ...]
    neutral: str | None = None
    completed: bool = False  # whether a step was added that nobody chose


def simplified(text: str) -> str:
    """Return a label as scales are looked up: no case, no number in front, no line breaks, no „ich“."""
    text = re.sub(r"\s+", " ", _parted(text).replace("\u00a0", " ").replace("’", "'")).strip(" .!").casefold()
    text = re.sub(r"^\(?-?\d{1,2}\)?\s*[-–=:.)]*\s*(?=[a-zäöü])", "", text)
    text = text.replace("ß", "ss").replace("weiss", "weiß").replace("mittelmässig", "mittelmäßig")
    return re.sub(r"^ich (?=stimme|lehne|bin)", "", re.sub(r"^(ich )?bin ", "", text)).replace("mässig", "mäßig")


def _parted(text: str) -> str:
    """Return a label with the line break that LimeSurvey lost as a blank: „KeineAngabe“."""
    return re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ][a-zäöü])", " ", text)


def is_beside(label: str) -> bool:
    """Tell whether a label stands beside a scale („weiß nicht“), never on it; a mere „–“ may be a tick."""
    words = simplified(label)
    return kind_of_nothing(words, "antwort") != "" and any(map(str.isalnum, words))


@cache
def wordings() -> tuple[ScaleWording, ...]:
    """Return every wording that is known."""
    written = (_wording(name, scale) for name, scale in _KNOWN["skalen"].items())
    graded = ("eigenschaftswoerter", "englische_eigenschaftswoerter", "hauptwoerter")
    return (*written, *(wording for group in graded for wording in _of_adjectives(group)))


def _of_adjectives(group: str) -> Iterator[ScaleWording]:
    forms = _KNOWN[f"{group}_gesteigert"]
    for word, adjective in _KNOWN[group].items():
        opposite = adjective.get("gegenteil", f"un{word}")
        phrases = {
            place: [
                pattern.format(wort=word, gegenteil=opposite, e=adjective.get("endung", "e")) for pattern in patterns
            ]
            for place, patterns in forms.items()
        }
        wording = _wording(word, {"misst": adjective["misst"], **phrases})
        yield replace(wording, usual={}) if group == "hauptwoerter" else wording  # „keine“ mirrors nothing


def _wording(name: str, scale: Mapping[str, Any]) -> ScaleWording:
    phrases = {int(place): group for place, group in scale.items() if place != "misst"}
    places = {simplified(phrase): place for place, group in phrases.items() for phrase in group}
    places |= {simplified(word): 0 for word in NEUTRAL if simplified(word) not in places}
    return ScaleWording(name, scale["misst"], places, {place: group[0] for place, group in phrases.items() if group})


def wording_of(labels: Iterable[str]) -> ScaleWording | None:
    """Return the wording that knows all labels, at least one of them not neutral; None if there is none."""
    seen = {simplified(label) for label in labels if not is_beside(label)}
    for wording in wordings():
        if seen and seen <= wording.places.keys() and any(wording.places[label] for label in seen):
            if wording.name in ("ja", "yes") and not any(abs(wording.places[label]) in (0, 1, 3) for label in seen):
                continue  # only Ja and Nein: a question, not a scale
            return wording
    return None


def scale_of(labels: Sequence[str]) -> Scale | None:
    """Return the scale that all `labels` belong to, or None. Lopsided scales get the steps nobody chose.

    `labels` are those of all questions that share the scale: what nobody chose in one was often chosen in another.
    """
    wording = wording_of(labels)
    if wording is None:
        return None
    by_place: dict[int, str] = {}
    for label in labels:
        if not is_beside(label):
            by_place.setdefault(wording.places[simplified(label)], _parted(label))
    distinct = {simplified(label) for label in labels if not is_beside(label)}
    if len(distinct) != len(by_place):  # two wordings at one place: a scale we do not know
        return None
    added = _missing(by_place.keys(), wording)
    capital = all(label[:1].isupper() for label in by_place.values())
    by_place |= {place: _begun(wording.usual[place], capital=capital) for place in added}
    steps = tuple(label for _, label in sorted(by_place.items()))
    return Scale(wording.measures, steps, by_place.get(0), completed=bool(added))


def _begun(text: str, *, capital: bool) -> str:
    return text[:1].upper() + text[1:] if capital else text


def _missing(places: Iterable[int], wording: ScaleWording) -> list[int]:
    """Return the outermost mirror places that a lopsided scale lacks."""
    present = set(places)
    above, below = {p for p in present if p > 0}, {p for p in present if p < 0}
    fewer, more = (above, {-p for p in below}) if len(above) < len(below) else (below, {-p for p in above})
    wanted = sorted(more - fewer, key=abs, reverse=True)[: abs(len(above) - len(below))]
    return [place for place in wanted if place in wording.usual]


_POLE = re.compile(r"(?<![\d.,])(\d{1,2})\s*(?:=|:|\()\s*[„\"]?([A-Za-zÄÖÜäöü][^,;()=“\"/\d]*[^,;()=“\"/\d\s–-])")
_NEGATED = re.compile(
    r"\b(nicht|gar nicht|un\w{4,}|nie|niemals|schlecht\w*|schwach|gering\w*|not|never|bad|poor|dis\w{4,})\b"
)


def leaning(label: str) -> int:
    """Return which way a pole points: 1 for the positive end, -1 for the negative one, 0 if its words do not say."""
    words = simplified(label)
    for wording in wordings():
        if wording.places.get(words):
            return 1 if wording.places[words] > 0 else -1
    return -1 if _NEGATED.search(words) else 0


def numbered_scale(question: str, answers: Sequence[str]) -> Scale | None:
    """Return a scale of numbers whose ends are named, in the question („1 = gar nicht, 5 = sehr“) or in the answers.

    Its steps are the numbers as text, from the negative to the positive end; the ends carry their names.
    """
    named = {int(number): name.strip() for number, name in _POLE.findall(question)}
    numbers = set()
    for answer in answers:
        found = re.fullmatch(r"(\d{1,2})(?:\.0)?(?:\s*[-–=:.)(]*\s*(\D+?)\)?)?", answer)
        if not found:
            return None
        numbers.add(int(found[1]))
        if found[2]:
            named[int(found[1])] = found[2].strip()
    if not 2 <= len(named) < 4 or not numbers:
        return None
    low, high = min(named), max(named)
    ends = leaning(named[low]), leaning(named[high])
    turned = ends[0] > ends[1]
    if ends[0] == ends[1] or not numbers <= set(range(low, high + 1)) or not 2 < high - low + 1 <= 11:
        return None
    steps = [f"{number} ({named[number]})" if number in named else str(number) for number in range(low, high + 1)]
    if turned:
        steps.reverse()
    middle = steps[len(steps) // 2] if len(steps) % 2 else None
    wording = wording_of([named[high if not turned else low]])
    return Scale(wording.measures if wording else "", tuple(steps), middle)
