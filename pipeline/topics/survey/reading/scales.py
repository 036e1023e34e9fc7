"""Answer scales by their words: which way they point, and what stands beside them.

Each wording has seven places from -3 (the negative end) to +3 (the positive end); a scale of a survey uses some of
them. What is known is data: wordings are written out below, adjectives are inflected by rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ....german.nothing import kind_of_nothing

NEUTRAL = (
    "teils/teils", "teils-teils", "teils teils", "teils, teils", "teils / teils", "teils - teils", "teils – teils",
    "teilweise", "teils", "sowohl als auch", "weder noch", "weder/noch", "neutral", "mittel",
    "unentschieden", "unentschlossen", "neither/nor", "neither nor", "neither", "undecided", "indifferent",
    "mittelmäßig", "durchschnittlich", "geht so", "mäßig", "average",
)  # fmt: skip

_WRITTEN: Mapping[str, tuple[str, Mapping[int, tuple[str, ...]]]] = {
    "trifft zu": ("zustimmung", {
        3: ("trifft voll zu", "trifft voll und ganz zu", "trifft völlig zu", "trifft vollkommen zu",
            "trifft genau zu", "trifft sehr zu", "trifft vollständig zu", "trifft uneingeschränkt zu"),
        2: ("trifft zu",),
        1: ("trifft eher zu", "trifft überwiegend zu", "trifft ziemlich zu"),
        0: ("trifft teils zu", "trifft teilweise zu", "trifft teils zu, teils nicht zu"),
        -1: ("trifft eher nicht zu", "trifft weniger zu", "trifft kaum zu", "trifft wenig zu"),
        -2: ("trifft nicht zu",),
        -3: ("trifft gar nicht zu", "trifft überhaupt nicht zu", "trifft absolut nicht zu"),
    }),
    "stimme zu": ("zustimmung", {
        3: ("stimme voll zu", "stimme voll und ganz zu", "stimme völlig zu", "stimme vollkommen zu",
            "stimme vollständig zu", "stimme sehr zu", "stimme uneingeschränkt zu", "stimme stark zu"),
        2: ("stimme zu", "ich stimme zu", "zustimmung"),
        1: ("stimme eher zu", "stimme überwiegend zu", "stimme weitgehend zu"),
        0: ("stimme teils zu", "stimme teilweise zu", "stimme weder zu noch lehne ich ab",
            "stimme weder zu noch nicht zu"),
        -1: ("stimme eher nicht zu", "stimme weniger zu", "stimme kaum zu", "lehne eher ab"),
        -2: ("stimme nicht zu", "lehne ab", "ablehnung"),
        -3: ("stimme gar nicht zu", "stimme überhaupt nicht zu", "lehne völlig ab", "lehne stark ab"),
    }),
    "agree": ("zustimmung", {
        3: ("strongly agree", "fully agree", "completely agree", "totally agree"), 2: ("agree",),
        1: ("somewhat agree", "rather agree", "tend to agree", "slightly agree", "partially agree", "partly agree"),
        0: ("neither agree nor disagree",),
        -1: ("somewhat disagree", "rather disagree", "tend to disagree", "slightly disagree", "partially disagree",
             "partly disagree"),
        -2: ("disagree",), -3: ("strongly disagree", "fully disagree", "completely disagree", "totally disagree"),
    }),
    "ja": ("zustimmung", {
        3: ("ja, auf jeden fall", "auf jeden fall", "ja, sehr", "ja, unbedingt", "ja, voll und ganz"), 2: ("ja",),
        1: ("eher ja",), -1: ("eher nein", "eher nicht"),
        -2: ("nein",), -3: ("nein, auf keinen fall", "auf keinen fall", "nein, gar nicht", "nein, überhaupt nicht"),
    }),
    "yes": ("zustimmung", {
        3: ("yes, definitely", "yes, to a great extent"), 2: ("yes",), 1: ("rather yes", "yes, to some extent"),
        -1: ("rather no", "rather not"), -2: ("no",), -3: ("no, not at all",),
    }),
    "immer": ("häufigkeit", {
        3: ("immer",), 2: ("oft", "häufig", "meistens", "regelmäßig", "sehr oft", "sehr häufig"),
        0: ("manchmal", "gelegentlich", "ab und zu", "hin und wieder"), -2: ("selten",), -3: ("nie", "niemals"),
    }),
    "always": ("häufigkeit", {
        3: ("always",), 2: ("often", "frequently", "usually"), 0: ("sometimes", "occasionally"),
        -2: ("rarely", "seldom"), -3: ("never",),
    }),
    "sehr": ("ausmaß", {
        3: ("sehr", "sehr stark", "in hohem maße", "voll und ganz", "sehr viel"), 2: ("stark", "ziemlich", "viel"),
        0: ("etwas",), -1: ("weniger",), -2: ("wenig", "kaum"), -3: ("gar nicht", "überhaupt nicht", "nicht"),
    }),
    "very much": ("ausmaß", {
        3: ("very much", "fully aware"), 2: ("to some extent", "rather yes", "fairly", "somewhat aware"),
        1: ("moderately",), -1: ("somewhat",), -2: ("rather not", "a little", "rather not aware"),
        -3: ("not at all", "not aware at all"),
    }),
}  # fmt: skip

_ADJECTIVES = {
    "zufrieden": "zufriedenheit", "gut": "güte", "wichtig": "wichtigkeit", "hilfreich": "nutzen", "nützlich": "nutzen",
    "interessant": "güte", "verständlich": "güte", "wahrscheinlich": "wahrscheinlichkeit", "sicher": "sicherheit",
    "einverstanden": "zustimmung", "interessiert": "interesse", "geeignet": "güte", "sinnvoll": "nutzen",
    "bekannt": "bekanntheit", "hoch": "ausmaß", "einfach": "güte", "leicht": "güte",
}  # fmt: skip
_OPPOSITES = {"gut": "schlecht", "hoch": "niedrig", "einfach": "schwierig", "leicht": "schwer"}
_ENGLISH = {
    "satisfied": ("dissatisfied", "zufriedenheit"), "good": ("bad", "güte"),
    "important": ("unimportant", "wichtigkeit"),
    "helpful": ("unhelpful", "nutzen"), "likely": ("unlikely", "wahrscheinlichkeit"),
}  # fmt: skip

GRADES = ("sehr gut", "gut", "befriedigend", "ausreichend", "mangelhaft", "ungenügend")  # from best to worst


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
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("’", "'")).strip(" .!").casefold()
    text = re.sub(r"^\(?-?\d{1,2}\)?\s*[-–=:.)]*\s*(?=[a-zäöü])", "", text)
    text = text.replace("ß", "ss").replace("weiss", "weiß").replace("mittelmässig", "mittelmäßig")
    return re.sub(r"^ich (?=stimme|lehne|bin)", "", re.sub(r"^(ich )?bin ", "", text)).replace("mässig", "mäßig")


def is_beside(label: str) -> bool:
    """Tell whether a label stands beside a scale („weiß nicht“), never on it; a mere „–“ may be a tick."""
    words = simplified(label)
    return kind_of_nothing(words, "antwort") != "" and any(map(str.isalnum, words))


@cache
def wordings() -> tuple[ScaleWording, ...]:
    """Return every wording that is known."""
    built = [_wording(name, measures, phrases) for name, (measures, phrases) in _WRITTEN.items()]
    built += [_wording(word, measures, _inflected(word)) for word, measures in _ADJECTIVES.items()]
    built += [_wording(word, measures, _english(word, opposite)) for word, (opposite, measures) in _ENGLISH.items()]
    return tuple(built)


def _wording(name: str, measures: str, phrases: Mapping[int, tuple[str, ...]]) -> ScaleWording:
    places = {simplified(phrase): place for place, group in phrases.items() for phrase in group}
    places |= {simplified(word): 0 for word in NEUTRAL if simplified(word) not in places}
    return ScaleWording(name, measures, places, {place: group[0] for place, group in phrases.items() if group})


def _inflected(word: str) -> dict[int, tuple[str, ...]]:
    opposite = _OPPOSITES.get(word, f"un{word}")
    return {
        3: (f"sehr {word}", f"äußerst {word}", f"voll und ganz {word}", f"völlig {word}", f"vollkommen {word}"),
        2: (word,),
        1: (f"eher {word}", f"ziemlich {word}", f"überwiegend {word}"),
        0: (f"weder {word} noch {opposite}", f"teilweise {word}", f"teils {word}", f"mäßig {word}"),
        -1: (f"eher {opposite}", f"weniger {word}", f"eher nicht {word}", f"eher weniger {word}"),
        -2: (opposite, f"nicht {word}"),
        -3: (f"sehr {opposite}", f"gar nicht {word}", f"überhaupt nicht {word}", f"völlig {opposite}"),
    }


def _english(word: str, opposite: str) -> dict[int, tuple[str, ...]]:
    return {
        3: (f"very {word}", f"extremely {word}"),
        2: (word,),
        1: (f"somewhat {word}", f"rather {word}"),
        0: (f"neither {word} nor {opposite}",),
        -1: (f"somewhat {opposite}", f"rather {opposite}"),
        -2: (opposite, f"not {word}"),
        -3: (f"very {opposite}", f"not at all {word}"),
    }


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
            by_place.setdefault(wording.places[simplified(label)], label)
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
