"""What stands behind a number in its cell: „(neu 80)“ replaces it, „davon 12 online“ is a part, „(70?)“ a doubt."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ..word_lists import pattern_of
from .count_tokens import NUMBER_PATTERN, WORDS, Kind, tokens_of, whole_number

Effect = Literal[
    "nothing",  # „(voll besetzt)“, „(10 Klassen)“, „statt 25“
    "about",  # „(geschätzt)“
    "at least",  # „(mindestens)“
    "frame",  # „(von 60)“, „max. 60“: no more than so many could come
    "part",  # „davon 12 online“, „(8 Kinder)“
    "adds",  # „+ 5 online“
    "replaces",  # „neu: 80“, „(30 anwesend)“
    "doubt",  # „(lt. Polizei 70)“
]


class Remark(NamedTuple):
    """What a remark does to the number before it: with which numbers, or the text that stands for it then."""

    effect: Effect
    numbers: tuple[int, ...] = ()
    text: str = ""


def _any(*lists: str) -> str:
    words = sorted((word.lower() for name in lists for word in WORDS[name]), key=len, reverse=True)
    return rf"(?<!\w){pattern_of(words)}(?!\w)\.?"


_PART, _BEFORE = re.compile(_any("davon")), re.compile(_any("vorher"))
_FRAME, _DOUBT, _THINGS = re.compile(_any("rahmen")), re.compile(_any("zweifel")), re.compile(_any("dinge", "gruppen"))
_CORRECTED = re.compile(rf"{_any('berichtigt', 'gekommen')}\s*:?")
_AROUND_CORRECTED = re.compile(_any("daneben"))
_PLUS, _THERE = re.compile(_any("dazu")), re.compile(_any("da"))
_NO_NUMBER = re.compile(  # days, and what counts something else: „12.05.“, „2. Termin“, „10-15 KFZ“
    rf"\d{{1,2}}\.\s?\d{{1,2}}\.(?:\d{{4}}|\d\d)?|\b\d{{1,2}}\.(?=\s*[a-zäöü])|"
    rf"(?:{NUMBER_PATTERN}\s*(?:-|bis)\s*)?{NUMBER_PATTERN}\s*{_any('dinge', 'gruppen')}"
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_CUT = re.compile(
    r"\s*(?:\(([^()]*)\)|[\n;|]|,(?!\d)|/(?=\s*\d)|\s/\s|"
    rf"(?={_any('davon', 'berichtigt', 'statt', 'dazu')}\s*:?\s*(?:\w+\.?\s+)?\d))\s*"
)


def without_brackets(text: str) -> tuple[str, list[Remark]]:
    """Return a text without brackets that hold no number, and what they say: „2(!)-5“, „45 (geschätzt)“."""
    inside: list[Remark] = []

    def take(match: re.Match[str]) -> str:
        if _numbers(match[1]):
            return match[0]
        inside.append(remark_of(match[1], in_brackets=True))
        return " | " if re.match(r"\s*\d", text[match.end() :]) else ""  # „200 (A) 800 (B)“ is no 200 800

    return _BRACKET.sub(take, text), inside


def cut_off(text: str) -> tuple[str, list[Remark]]:
    """Return what stands before the first remark, and what the remarks say, in their order."""
    pieces = _CUT.split(text)  # what stands between two cuts, and then what stands in brackets
    remarks: list[Remark] = []
    for bracket, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        remarks += [remark_of(bracket, in_brackets=True)] if bracket else []
        if piece.strip(" .,"):
            remarks.append(remark_of(piece, goes_on=bool(remarks) and remarks[-1].effect == "part"))
    return pieces[0], remarks


def remark_of(text: str, *, in_brackets: bool = False, goes_on: bool = False) -> Remark:
    """Return what a remark in small letters means; in brackets „8 Kinder“ are among the others.

    After a part it may go on with the others: „davon 20 online, 30 vor Ort“.
    """
    text, numbers = text.strip(), tuple(_numbers(text))
    kinds = [token.kind for token in tokens_of(text)]
    if not numbers and any(map(str.isdigit, text)):  # „(ca. 800 Traktoren)“, „(12.05.)“
        return Remark("nothing")
    if not numbers:
        if _DOUBT.search(text) or text in ("?", "??") or _THINGS.fullmatch(text):
            return Remark("doubt")
        more = Kind.AT_LEAST in kinds or _PLUS.match(text)  # „(+ Team)“
        return Remark("about" if Kind.ABOUT in kinds else "at least" if more else "nothing")
    corrected = _CORRECTED.search(text)
    if _PART.search(text):
        return Remark("doubt" if corrected else "part", numbers)
    if _BEFORE.search(text):
        return Remark("doubt" if corrected else "nothing")
    if corrected:
        return Remark("replaces", numbers, _AROUND_CORRECTED.sub(" ", _CORRECTED.sub(" ", text)))
    if _FRAME.search(text):
        return Remark("frame", numbers)
    if plus := _PLUS.match(text):
        return Remark("adds" if Kind.PEOPLE in kinds else "doubt", numbers, text[plus.end() :])
    labelled = [Kind.PEOPLE, Kind.COLON, Kind.NUMBER]
    people = [kind for kind in kinds if kind not in (Kind.AND, Kind.JOIN, Kind.SEPARATOR)]
    counted = people == [Kind.NUMBER, Kind.PEOPLE] * len(numbers)
    among = goes_on or (in_brackets and not _THERE.search(text))
    return Remark("part" if (counted and among) or kinds == labelled else "doubt", numbers)


def _numbers(text: str) -> list[int]:
    """Return the numbers of a text that may count people; „eine“ is an article."""
    numbers = [token for token in tokens_of(_NO_NUMBER.sub(" ", text)) if token.kind in _COUNTS]
    return [
        whole_number(token.text) if token.kind is Kind.NUMBER else int(re.split("[.,]", token.text)[0])
        for token in numbers
        if token.text not in ("eine", "einer", "ein")
    ]


_COUNTS = (Kind.NUMBER, Kind.FRACTION, Kind.ENGLISH)
