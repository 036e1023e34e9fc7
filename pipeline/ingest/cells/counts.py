"""A cell with a number of people as typed -> `Count`, or why not. Unknown is never zero."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from ...base.records import Count, CountKind
from ...german.nothing import kind_of_nothing
from ..sheets import Cell, as_typed
from .count_tokens import NUMBER_PATTERN, WORDS, Kind, Token, tokens_of, whole_number
from .remarks import Remark, cut_off, without_brackets

CountTrouble = Literal["datum", "negativ", "bruch", "unlesbar"]

_BETWEEN = re.compile(r"\s*(?:[,;\n+&]|\bund\b|\bmit\b|\bsowie\b|\s/\s)\s*")
_KIND = r"(?P<kind>vor ort|in präsenz|[a-zäöüß]+)(?:(?:[*:_·]|/-?)innen)?"
_PART = re.compile(
    rf"(?P<number>{NUMBER_PATTERN})\s*{_KIND}|"
    rf"{_KIND.replace('<kind>', '<label>')}\s*[:=]?\s*(?P<labelled>{NUMBER_PATTERN})"
)

_MOST_PEOPLE = 10_000_000  # nobody counts more at a meeting
_ALIKE = str.maketrans("‐‑‒–—−[]\xa0\u202f", "------()  ")
_DUST = 1e-6  # what calculating leaves behind: 44.999999999 shows as 45
_LONGEST = 300  # a longer text is no count


def read_count(cell: Cell) -> Count | CountTrouble | None:
    """Return the number of people in a cell; None for a blank one."""
    count = _read(cell)
    if isinstance(count, Count) and max(count.low, count.high or 0) > _MOST_PEOPLE:
        return "unlesbar"
    return count


def _read(cell: Cell) -> Count | CountTrouble | None:
    match cell:
        case None:
            return None
        case bool() | time():
            return "unlesbar"
        case int():
            return "negativ" if cell < 0 else Count("genau", cell, cell, str(cell)[:20])
        case float():
            whole = round(cell) if abs(cell) < _MOST_PEOPLE else 0
            if abs(cell - whole) < _DUST:
                return _read(whole)
            return "negativ" if cell < 0 else "bruch"
        case date():
            return _number_in_disguise(cell)
        case str():
            return _text(cell) if cell.strip() else None


def _number_in_disguise(cell: date) -> Count | CountTrouble:
    """Return the number behind a cell that merely has a date format: 10 shows as 1900-01-10.

    Dates of our time in a column of counts are ranges that Excel damaged (3-5 became 3 May) and are lost. 59 and 60
    are the same day, because the 29 February that Excel shows for 60 did not exist.
    """
    day = cell.date() if isinstance(cell, datetime) else cell
    if day.year >= 1904 or day == date(1900, 2, 28):
        return "datum"
    number = (day - date(1899, 12, 31 if day < date(1900, 3, 1) else 30)).days
    return Count("genau", number, number, as_typed(cell)) if number >= 0 else "datum"


@lru_cache(maxsize=20_000)
def _text(typed: str) -> Count | CountTrouble:
    if len(typed) > _LONGEST:
        return "unlesbar"
    text = typed.lower().translate(_ALIKE).strip()
    if _is_unknown(typed):
        return Count("unbekannt", typed=typed)
    if [token.kind for token in tokens_of(text)] == [Kind.DASH, Kind.NUMBER]:
        return "negativ"
    if re.fullmatch(r"\([^()]*\)", text):
        text = text[1:-1].strip()
    bare, inside = without_brackets(text)
    count = _whole(bare)
    if isinstance(count, str):
        head, remarks = cut_off(text)
        count, inside = _whole(head) if head else count, remarks
    for remark in inside:
        count = _with_remark(count, remark)
    return replace(count, typed=typed) if isinstance(count, Count) else count


def _whole(text: str) -> Count | CountTrouble:
    """Return what a text without remarks counts; 12 above 800, or far from it, is not 12 800."""
    return _sum(text) or _shape(" ".join(re.sub(r"(?<=\d)(?:\s*\n\s*|\s{2,})(?=\d)", " | ", text).split()))


def _with_remark(count: Count | CountTrouble, remark: Remark) -> Count | CountTrouble:
    """Return what a number counts together with what was typed behind it; „unlesbar“ where nobody can be sure."""
    if remark.effect == "replaces":
        return _whole(remark.text)
    if isinstance(count, str) or remark.effect == "nothing":
        return count
    exact, most = count.kind in ("genau", "ungefähr"), count.low if count.high is None else count.high
    match remark.effect:
        case "about" if count.kind == "genau":
            return replace(count, kind="ungefähr")
        case "about":
            return count
        case "at least" if exact:
            return Count("mindestens", count.low)
        case "part" if count.kind in ("mindestens", "unbekannt") or max(remark.numbers) <= most:
            return count
        case "frame" if exact and min(remark.numbers) >= most:
            return count
        case "adds" if exact and isinstance(more := _whole(remark.text), Count) and more.kind in ("genau", "ungefähr"):
            kind: CountKind = "genau" if count.kind == more.kind == "genau" else "ungefähr"
            return Count(kind, count.low + more.low, count.low + more.low)
        case _ if exact and len(remark.numbers) > 1 and sum(remark.numbers) == count.low:  # „80 (50 + 30)“
            return count
    return "unlesbar"


def _is_unknown(text: str) -> bool:
    """Tell whether a text says no number; „dito“ is none either, but nobody knows whether the same people came."""
    return kind_of_nothing(text, "anzahl") not in ("", "ditto")


def _sum(text: str) -> Count | None:
    """Return how many people those of several kinds are together; None where they could be the same people."""
    parts = [_PART.fullmatch(part) for part in _BETWEEN.split(text.strip(" .,;")) if part]
    counted = [(p["kind"] or p["label"], whole_number(p["number"] or p["labelled"])) for p in parts if p]
    if len(counted) < max(len(parts), 2):
        return None
    for apart in WORDS["verschiedene"]:
        kinds = {kind for kind in apart for word, _ in counted if word.startswith(kind.lower())}
        if len(kinds) == len(counted):
            total = sum(number for _, number in counted)
            return Count("genau", total, total)
    return None


# What the words of a cell mean by their kinds; a `None` in a shape is people, or nothing.
Shape = tuple[Kind | None, ...]
_SHAPES: dict[Shape, CountKind | CountTrouble] = {
    (Kind.NUMBER, None): "genau",
    (Kind.NUMBER, Kind.TIMES, Kind.PEOPLE): "genau",
    (Kind.ABOUT, Kind.NUMBER, None): "ungefähr",
    (Kind.NUMBER, None, Kind.ABOUT): "ungefähr",
    (Kind.AT_LEAST, Kind.NUMBER, None): "mindestens",
    (Kind.NUMBER, Kind.PLUS, None): "mindestens",
    (Kind.NUMBER, Kind.AND_MORE, None): "mindestens",
    (Kind.AT_MOST, Kind.NUMBER, None): "höchstens",
    (Kind.UP_TO, Kind.NUMBER, None): "höchstens",
    **{
        (*before, Kind.NUMBER, between, Kind.NUMBER, None): "spanne"
        for before in ((), (Kind.BETWEEN,), (Kind.ABOUT,))
        for between in (Kind.DASH, Kind.UP_TO, Kind.AND)
    },
    (Kind.FRACTION, None): "bruch",
    (Kind.ENGLISH, Kind.PEOPLE): "bruch",
}
_MEANINGS = {
    tuple(Kind.PEOPLE if kind is None else kind for kind in shape if kind is not None or people): meaning
    for shape, meaning in _SHAPES.items()
    for people in (True, False)
}
_QUALIFIERS = (Kind.ABOUT, Kind.AT_LEAST, Kind.AT_MOST, Kind.UP_TO)


def _shape(text: str) -> Count | CountTrouble:
    """Return what a text on one line counts."""
    tokens = _without_label(tokens_of(text))
    kinds = [token.kind for token in tokens]
    text = text[tokens[0].start :].strip(" .:,;") if tokens else ""
    if _is_unknown(text):
        return Count("unbekannt")
    if kinds[:2] == [Kind.NUMBER, Kind.PEOPLE] and kinds[2:3] in ([Kind.FROM], [Kind.WITH]):  # „20 TN aus 3 Klassen“
        number = whole_number(tokens[0].text)
        return "unlesbar" if _counts_more_people(kinds[2:]) else Count("genau", number, number)
    if kinds[:2] == [Kind.NUMBER, Kind.BODIES] and kinds[-1] is Kind.PEOPLE and len(kinds) > 3:
        return _people_of_bodies(text, tokens)
    if kinds[:1] and kinds[0] in _QUALIFIERS and kinds[1:2] == [Kind.ABOUT]:  # „mind. ca. 30“
        del kinds[1]
    meaning = _MEANINGS.get(tuple(kinds), "unlesbar")
    return _count(meaning, [whole_number(token.text) for token in tokens if token.kind is Kind.NUMBER])


def _without_label(tokens: list[Token]) -> list[Token]:
    """Return the words without „TN:“ or „Anzahl“ in front, and without signs at both ends."""
    if len(tokens) > 1 and tokens[0].kind in (Kind.PEOPLE, Kind.LABEL):
        tokens = tokens[2:] if tokens[1].kind is Kind.COLON else tokens[1:]
    while tokens and tokens[0].kind in _AT_THE_ENDS:
        tokens = tokens[1:]
    while tokens and tokens[-1].kind in _AT_THE_ENDS:
        tokens = tokens[:-1]
    return tokens


_AT_THE_ENDS = (Kind.SEPARATOR, Kind.COLON)


def _counts_more_people(kinds: Sequence[Kind]) -> bool:
    """Tell whether people are added: „mit 20 Kindern“, „und etwa 5 Helfern“."""
    counted = [Kind.NUMBER, Kind.PEOPLE]
    return any(
        kind in (Kind.WITH, Kind.AND, Kind.PLUS, Kind.AS_WELL)
        and counted in (kinds[i + 1 : i + 3], kinds[i + 2 : i + 4])
        for i, kind in enumerate(kinds)
    )


def _people_of_bodies(text: str, tokens: Sequence[Token]) -> Count | CountTrouble:
    """Return how many people came where they are counted behind their firms or classes."""
    if tokens[2].kind not in (Kind.WITH, Kind.SEPARATOR, Kind.JOIN):
        return "unlesbar"
    first = tokens[4] if tokens[3].text == "insgesamt" else tokens[3]
    people = text[first.start - tokens[0].start :]
    return _sum(people) or _shape(people)


def _count(meaning: CountKind | CountTrouble, numbers: Sequence[int]) -> Count | CountTrouble:
    match meaning:
        case "genau" | "ungefähr":
            return Count(meaning, numbers[0], numbers[0])
        case "mindestens":
            return Count(meaning, numbers[0])
        case "höchstens":
            return Count(meaning, 0, numbers[0])
        case "spanne":
            return Count(meaning, numbers[0], numbers[1]) if numbers[0] <= numbers[1] else "unlesbar"
        case "unbekannt":
            return Count(meaning)
        case _:
            return meaning
