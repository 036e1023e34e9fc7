"""A cell with a number of people as typed -> `Count`, or why not. Unknown is never zero."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from .records import Count, CountKind
from .sheets import Cell, as_typed

CountTrouble = Literal["datum", "negativ", "bruch", "unlesbar"]

_WORDS = {
    "null": 0, "ein": 1, "eine": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30,
    "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100,
    "einhundert": 100, "zweihundert": 200, "dreihundert": 300, "tausend": 1000, "dutzend": 12, "ein dutzend": 12,
}  # fmt: skip
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:[. '’]\d{{3}})+(?!\d)|\d+(?:,0+)?(?![\d,])|(?:{_WORD})\b)"
_PEOPLE = (
    r"(?:tn|pers(?:onen|\.)?|p\.|teilnehme\w*|tln\.?|gäste?n?|besuche\w*|anwesende?|leute|mitglieder|zuhörer\w*|"
    r"menschen|kinder|erwachsene|jugendliche|schüler\w*|interessierte|firmen|betriebe|vertreter\w*|akteur\w*|köpfe|mann|"
    r"anmeldungen)"
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
_LED_BY_PEOPLE = re.compile(rf"({_NUMBER})\s*{_PEOPLE}\s+(?:in|mit|aus|von|an|auf|bei)\b.*")
_PREFIX = re.compile(rf"^{_PEOPLE}(?:zahl)?\s*[:=]?\s*(?=\S)|^(?:gesamt|insgesamt|anzahl|zusammen)\s*[:=]?\s*")
_REMARK = re.compile(r"[,;]?\s*(?:\([^()]*\)|\b(?:davon|darunter|inkl|incl|inklusive|einschließlich)\b.*)", re.DOTALL)
_UNKNOWN = re.compile(
    r"k ?\. ?a ?\.?|ka|keine angaben?|keine|ohne angabe|o ?\. ?a ?\.?|unbekannt|"
    r"(?:nicht |noch )*(?:bekannt|erfasst|gezählt|offen)|unklar|wechselnd\w*|variabel|verschieden\w*|"
    r"diverse|div\.?|viele|alle|einige|mehrere|folgt|entfällt|"
    r"n ?\. ?n ?\.?|nn|n/a|n\.? ?a\.?|na|tba|tbd|-+|\?+|/+|x+|\.+"
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

    Dates of our time in a column of counts are ranges that Excel damaged (3-5 became 3 May) and are lost.
    """
    day = cell.date() if isinstance(cell, datetime) else cell
    if day.year >= 1904:
        return "datum"
    number = (day - date(1899, 12, 31 if day < date(1900, 3, 1) else 30)).days
    return Count("genau", number, number, as_typed(cell)) if number >= 0 else "datum"


def _int(typed: str) -> int:
    word = _WORDS.get(typed)
    return word if word is not None else int(re.sub(r"[. '’]|,0+$", "", typed))


@lru_cache(maxsize=20_000)
def _text(typed: str) -> Count | CountTrouble:
    if len(typed) > _LONGEST:
        return "unlesbar"
    text = re.sub(r"[‐‑‒–—−]", "-", typed.lower().replace("\xa0", " ").replace("\u202f", " ")).strip()
    if _UNKNOWN.fullmatch(text):
        return Count("unbekannt", typed=typed)
    if re.fullmatch(rf"-\s*{_NUMBER}", text):
        return "negativ"
    first_line, _, rest = text.partition("\n")
    text = first_line.strip() if rest and re.match(r"\s*[\w.äöü ]+:", rest) else " ".join(text.split())
    text = _PREFIX.sub("", _REMARK.sub("", text)).strip(" .:,;") if not text.startswith("(") else text.strip("() ")
    if _UNKNOWN.fullmatch(text):
        return Count("unbekannt", typed=typed)
    if found := _EXACT.fullmatch(text) or _LED_BY_PEOPLE.fullmatch(text):
        return Count("genau", _int(found[1]), _int(found[1]), typed)
    if found := _OPEN_END.fullmatch(text):
        return Count("mindestens", _int(found[1]), None, typed)
    if found := _RANGE.fullmatch(text):
        low, high = _int(found[1]), _int(found[2])
        return Count("spanne", low, high, typed) if low <= high else "unlesbar"
    for kind, pattern in _QUALIFIED:
        if found := pattern.fullmatch(text):
            number = _int(found[1])
            match kind:
                case "ungefähr":
                    return Count(kind, number, number, typed)
                case "mindestens":
                    return Count(kind, number, None, typed)
                case _:
                    return Count("höchstens", 0, number, typed)
    if re.fullmatch(rf"\d+[.,]\d+\s*{_PEOPLE}?", text):
        return "bruch"
    return "unlesbar"
