"""A cell with a number of people as typed -> `Count`, or why not. Unknown is never zero."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from ...base.records import Count, CountKind
from ...german.nothing import kind_of_nothing
from ...german.numbers import NUMBER_WORDS
from ..sheets import Cell, as_typed

CountTrouble = Literal["datum", "negativ", "bruch", "unlesbar"]

_ONES = {"ein": 1} | {NUMBER_WORDS[number]: number for number in range(2, 10)}
_TENS = {
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90,
}  # fmt: skip
_WORDS = {
    "eine": 1, "einer": 1, **_ONES, **{word: n for n, word in enumerate(NUMBER_WORDS) if n != 1},
    "dreizehn": 13, "vierzehn": 14,
    "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, **_TENS,
    **{f"{one}und{ten}": a + b for one, a in _ONES.items() for ten, b in _TENS.items()},
    "hundert": 100, **{f"{one}hundert": a * 100 for one, a in _ONES.items()}, "tausend": 1000, "eintausend": 1000,
    "dutzend": 12, "ein dutzend": 12,
}  # fmt: skip
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:[. '’]\d{{3}})+(?!\d)|\d+(?:[.,]0{{1,2}})?(?![\d,])|(?:{_WORD})\b)"
_ONE_KIND = (
    r"(?:tn|pers(?:on(?:en)?|\.)?|p\.|teilnehme\w*|teiln\b\.?|tln\.?|gäste?n?|besuche\w*|zuschauer\w*|zuhörer\w*|anwesenden?|"
    r"leuten?|menschen|köpfen?|mann|mitglieder\w*|delegierten?|vertreter\w*|akteur\w*|interessierten?|anmeldungen|"
    r"kindern?|jugendlichen?|erwachsenen?|senior(?:en|innen)|frauen|männern?|mädchen|jungen|eltern|schüler\w*|"
    r"studierenden?|student(?:en|innen)|auszubildenden?|azubis?|lehrer\w*|lehrkräften?|fachkräften?|helfer\w*|"
    r"ehrenamtlichen?|bürger\w*|einwohner\w*)(?:(?:[*:_·]|/-?)(?:innen|in|n)|\((?:innen|n)\))?"
)
_THERE = r"(?:gesamt|insgesamt|ges|anwesend|angemeldet|teilgenommen|da|online|vor ort|in präsenz)"
_PEOPLE = rf"(?:{_ONE_KIND}(?:\s*(?:und|u\.|&|/)\s*{_ONE_KIND})?(?:\s+{_THERE})?|{_THERE})"
_BODIES = (
    r"(?:firmen|betrieben?|unternehmen|gruppen|vereinen?|verbänden?|klassen|schulen|teams?|mannschaften|familien|"
    r"haushalten?|institutionen|einrichtungen|organisationen|chören?)"
)
_ABOUT = (
    r"(?:ca\b\.?|circa|zirka|rd\b\.?|rund|etwa|ungefähr|ungef\.|um die|knapp|fast|geschätzte?|schätzungsweise|gesch\.|"
    r"~|≈|gegen)"
)
_AT_LEAST = (
    r"(?:(?:deutlich |weit )?über|ueber|mehr als|mind\b\.?|mindestens|min\b\.?|wenigstens|gut|>=?|≥|ab|mehrere|einige)"
)
_AT_MOST = r"(?:bis zu|bis|max\b\.?|maximal|höchstens|weniger als|unter|<=?|≤)"
_QUALIFIERS: tuple[tuple[CountKind, str], ...] = (
    ("ungefähr", _ABOUT),
    ("mindestens", _AT_LEAST),
    ("höchstens", _AT_MOST),
)
_QUALIFIED = tuple(
    (kind, re.compile(rf"{words}\s*(?:ca\.?\s*)?({_NUMBER})\s*{_PEOPLE}?")) for kind, words in _QUALIFIERS
)
_EXACT = re.compile(rf"({_NUMBER})\s*(?:x\s+)?{_PEOPLE}?")
_OPEN_END = re.compile(rf"({_NUMBER})\s*(?:\+|plus|und mehr|u\.\s*m\.)\s*{_PEOPLE}?")
_RANGE = re.compile(rf"(?:zwischen\s+|{_ABOUT}\s*)?({_NUMBER})\s*(?:-|bis|und)\s*({_NUMBER})\s*{_PEOPLE}?")
_ABOUT_BEHIND = re.compile(rf"({_NUMBER})\s*{_PEOPLE}?\s*(?:{_ABOUT}|geschätzt|gesch|ungef)")
_LED_BY_PEOPLE = re.compile(rf"({_NUMBER})\s*{_PEOPLE}\s+((?:in|mit|aus|von|an|auf|bei)\b.*)")
_MORE_PEOPLE = re.compile(rf"(?:\b(?:mit|und|plus|sowie)\b|\+)\s*(?:\w+\.?\s+)?{_NUMBER}\s*{_PEOPLE}(?!\w)")
_PEOPLE_OF_BODIES = re.compile(rf"{_NUMBER}\s*{_BODIES}\s*(?:mit|,|/)\s*(?:insgesamt\s+)?(.*{_PEOPLE})")
_PREFIX = re.compile(rf"^{_PEOPLE}(?:zahl)?\s*[:=]?\s*(?=\S)|^(?:gesamt|insgesamt|anzahl|zusammen)\s*[:=]?\s*")
_REMARK = re.compile(r"[,;]?\s*(?:\([^()]*\)|\b(?:davon|darunter|inkl|incl|inklusive|einschließlich)\b.*)", re.DOTALL)

# Kinds of people of whom nobody is of two kinds; their numbers add up: „12 Kinder, 8 Erwachsene“.
_APART = (
    ("kind", "jugendlich", "erwachsen", "senior"),
    ("frau", "männ", "kind", "jugendlich"),
    ("mädchen", "jungen", "frau", "männ"),
    ("schüler", "lehr", "eltern"),
    ("eltern", "kind"),
    ("vor ort", "präsenz", "in präsenz", "online"),
)
_BETWEEN = re.compile(r"\s*(?:[,;\n+&]|\bund\b|\bmit\b|\bsowie\b|\s/\s)\s*")
_KIND = r"(?P<kind>vor ort|in präsenz|[a-zäöüß]+)(?:(?:[*:_·]|/-?)innen)?"
_PART = re.compile(
    rf"(?P<number>{_NUMBER})\s*{_KIND}|{_KIND.replace('<kind>', '<label>')}\s*[:=]?\s*(?P<labelled>{_NUMBER})"
)

_MOST_PEOPLE = 10_000_000  # nobody counts more at a meeting
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


def _int(typed: str) -> int:
    word = _WORDS.get(typed)
    return word if word is not None else int(re.sub(r"[. '’]", "", re.sub(r"[.,]0{1,2}$", "", typed)))


@lru_cache(maxsize=20_000)
def _text(typed: str) -> Count | CountTrouble:
    if len(typed) > _LONGEST:
        return "unlesbar"
    text = re.sub(r"[‐‑‒–—−]", "-", typed.lower().replace("\xa0", " ").replace("\u202f", " ")).strip()
    if _is_unknown(typed):
        return Count("unbekannt", typed=typed)
    if re.fullmatch(rf"-\s*{_NUMBER}", text):
        return "negativ"
    text = _REMARK.sub("", text).strip() if not text.startswith("(") else text.strip("() ")
    found = _sum(text) or _shape(_first_line(text))
    return replace(found, typed=typed) if isinstance(found, Count) else found


def _is_unknown(text: str) -> bool:
    """Tell whether a text says no number; „dito“ is none either, but nobody knows whether the same people came."""
    return kind_of_nothing(text, "anzahl") not in ("", "ditto")


def _first_line(text: str) -> str:
    """Return the line with the number of all where the others say how many of them were what; else all in one line."""
    first, *rest = (line.strip() for line in text.split("\n"))
    parts = [re.fullmatch(rf"[\w.äöü ]+:\s*({_NUMBER})\D*", line) for line in rest]
    whole = re.fullmatch(rf"({_NUMBER})\D*", first)
    if parts and whole and all(part is not None and _int(part[1]) <= _int(whole[1]) for part in parts):
        return first
    return " ".join(re.sub(r"(?<=\d)\s*\n\s*(?=\d)", " | ", text).split())  # 12 above 800 is not 12 800


def _sum(text: str) -> Count | None:
    """Return how many people those of several kinds are together; None where they could be the same people."""
    parts = [_PART.fullmatch(part) for part in _BETWEEN.split(text.strip(" .,;")) if part]
    found = [(part["kind"] or part["label"], _int(part["number"] or part["labelled"])) for part in parts if part]
    if len(found) < max(len(parts), 2):
        return None
    for apart in _APART:
        kinds = {kind for kind in apart for word, _ in found if word.startswith(kind)}
        if len(kinds) == len(found):
            total = sum(number for _, number in found)
            return Count("genau", total, total)
    return None


def _shape(text: str) -> Count | CountTrouble:
    text = _PREFIX.sub("", text).strip(" .:,;")
    if _is_unknown(text):
        return Count("unbekannt")
    if found := _EXACT.fullmatch(text):
        return Count("genau", _int(found[1]), _int(found[1]))
    if found := _LED_BY_PEOPLE.fullmatch(text):
        return "unlesbar" if _MORE_PEOPLE.search(found[2]) else Count("genau", _int(found[1]), _int(found[1]))
    if found := _PEOPLE_OF_BODIES.fullmatch(text):
        return _sum(found[1]) or _shape(found[1])
    if found := _OPEN_END.fullmatch(text):
        return Count("mindestens", _int(found[1]))
    if found := _RANGE.fullmatch(text):
        low, high = _int(found[1]), _int(found[2])
        return Count("spanne", low, high) if low <= high else "unlesbar"
    if found := _ABOUT_BEHIND.fullmatch(text):
        return Count("ungefähr", _int(found[1]), _int(found[1]))
    for kind, pattern in _QUALIFIED:
        if found := pattern.fullmatch(text):
            number = _int(found[1])
            match kind:
                case "ungefähr":
                    return Count(kind, number, number)
                case "mindestens":
                    return Count(kind, number)
                case _:
                    return Count("höchstens", 0, number)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", text):  # 1,000: one, or a thousand as written in English
        return "unlesbar"
    return "bruch" if re.fullmatch(rf"\d+[.,]\d+\s*{_PEOPLE}?", text) else "unlesbar"
