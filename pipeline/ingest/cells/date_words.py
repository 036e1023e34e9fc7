"""What stands around the day in a date cell: months, weekdays, hours, remarks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from ...german.calendar import TYPED_MONTHS
from ..word_lists import pattern_of, word_lists

MONTH = "|".join(sorted(TYPED_MONTHS, key=len, reverse=True))
_WEEKDAYS = r"(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|mo|di|mi|do|fr|sa|so)"
_TIME = r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?"
_HOUR = rf"(?:{_TIME}|\d{{1,2}})"
_CLOCK = re.compile(
    rf"(?:\b(?:um|von|ab|gegen)\s+)?\b{_HOUR}(?:\s*(?:uhr|h))?\s*(?:(?:-|bis)\s*{_HOUR})?\s*(?:uhr|h)\b"
    r"|(?:\b(?:um|von|ab|gegen)\s+)?\b\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:-|bis)\s*\d{1,2}:\d{2})?"
    r"|(?<=\d{4})[\s,]+\d{1,2}\.(?:00|15|30|45)(?:\s*-\s*\d{1,2}\.(?:00|15|30|45))?(?=\s*$)"
)
_WORDS = re.compile(
    rf"\b{_WEEKDAYS}\b\.?(?:\s*[/+-]\s*\b{_WEEKDAYS}\b\.?)*,?"
    r"|\b(?:erl|erledigt|am|den|dem|vom|von|ab|seit|datum|termin)\b[.:]?"
)
_MOVED = re.compile(r"\W*(?:neu|geändert|geä|(?:verschoben|verlegt) (?:auf|zum))\b\W*")
_BRACKET = re.compile(r"\([^()]*\)")
# Two dates parted by blanks, or with one comma missing: „2.10.22 9.10.22“, „4.7., 11.7. 18.7.2022“
_BETWEEN_DATES = re.compile(
    rf"(?:(?<=\.\d\.)|(?<=\.\d\d\.)|(?<=\d{{4}})|(?<=\.\d\d))\s+(?=\d{{1,2}}\.(?:\d{{1,2}}\.|\s?(?:{MONTH})\b))"
)
_DAY = re.compile(rf"\d{{1,2}}\. ?(?:\d{{1,2}}\.|(?:{MONTH})\b)")
_NOT_THE_DATE = re.compile(  # words after which a date in brackets is that of something else
    r"\b(?:statt|anstatt|anstelle|ursprünglich|urspr|eigentlich|vorher|bisher|zuvor|früher|geplant|vom|erl|erledigt|"
    r"anmeldung|anmeldeschluss|einladung|protokoll|bericht|artikel|stand|frist|eingang|nachgeholt für|"
    r"nachholtermin für)\b"
)
_LATE_YEAR = re.compile(rf"\b(\d{{1,2}}\. ?\d{{1,2}}|(?:{MONTH})\b)\.?\s*[,\n]\s*(\d{{4}})\b(?!\.\d)")  # 14.03,2017
_COMMA_FOR_POINT = re.compile(r"(\d\.\d{1,2}),(\d\d)(?=\s*(?:[,;\n]|$))")  # 11.11,23
_COMMAS_FOR_POINTS = re.compile(r"(?<=\n)(\d{1,2}),(\d{1,2}),(\d\d)(?=\n|$)")  # 02,11,23 among other lines
_WRAPPED = re.compile(rf"(-|\bbis|\d\.(?=\n(?:{MONTH})\b))\n|\n(?=-|bis\b)")
# What stands before a year and is no month: „Frühjahr 2024“, „WS 2023/24“
PERIODS = (
    r"(?:im )?(?:jahr|schuljahr|sj|spielzeit|saison|frühjahr|frühling|(?:früh|spät)?sommer|herbst|winter|"
    r"(?:sommer|winter)semester|sose|ss|wise|ws)"
)
_SEASON = re.compile(rf"(?:\b{PERIODS}\s+)?(?<![\d./])(\d{{4}}) ?/ ?(\d{{4}}|\d{{2}})(?![\d./])")


_TIMES = re.compile(
    rf"(?:{MONTH}|{_WEEKDAYS}|frühjahr|frühling|frühsommer|sommer|spätsommer|herbst|winter|advent|ostern|pfingsten|"
    r"weihnachten|anfang|mitte|ende|quartal|jahr|jahres|ferien|im|am|vor|nach|und|oder|bis|-|/|,|\.|\s)+",
    re.IGNORECASE,
)


def names_a_time(typed: str) -> bool:
    """Tell whether a text is made of months, seasons and feasts only: „Herbst“, „nach Ostern“."""
    return _TIMES.fullmatch(typed) is not None


def plain(typed: str) -> str:
    """Return the text without what does not tell the day: weekdays, times, remarks, doubled points."""
    text = typed.lower().replace("\xa0", " ").replace("\u202f", " ")
    text = re.sub(r"\s*\n\s*", "\n", re.sub(r"[‐‑‒–—−]", "-", text))
    text = re.sub(r"\b(\d{4})-(\d\d?)-(\d\d?)(?:[t ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?z?)?(?![\d.])", r"\3.\2.\1", text)
    text = re.sub(r"\b(\d{4})/(\d\d?)/(\d\d?)\b", r"\3.\2.\1", text)
    text = re.sub(r"\b(\d\d?)-(\d\d?)-(\d{4})\b", r"\1.\2.\3", text)
    text = re.sub(r"(?m)^\s*-\s*", "", text) if text.lstrip().startswith("-") else _WRAPPED.sub(r"\1 ", text)
    text = re.sub(r"^\s*\(([^()]*)\)\s*$", r"\1", _MOVED.sub("", text, count=1) if _MOVED.match(text) else text)
    text = _COMMAS_FOR_POINTS.sub(r"\1.\2.\3", text)
    text = _SEASON.sub(_both_years, re.sub(r"\.{2,}", ".", text))
    text = _LATE_YEAR.sub(r"\1.\2", _COMMA_FOR_POINT.sub(r"\1.\2", _BRACKET.sub(_without_remark, text)))
    text = _BETWEEN_DATES.sub(", ", _WORDS.sub(" ", _CLOCK.sub(" ", _WORDS.sub(" ", text))))
    text = re.sub(r"\.\s+(?=\d)", ".", text) if not re.search(r"\d\.\s+\d+\.\s*[,\n]", text) else text
    text = re.sub(r"(?<=\d)\s+\.", ".", text)
    text = re.sub(r"[ \t]+", " ", text)
    return text.strip(" \n\t,;:-")


def _both_years(match: re.Match[str]) -> str:
    """Return „2016/17“ as a span where the second year follows the first and is no month."""
    first, second = int(match[1]), match[2]
    follows = int(second) == (first + 1 if len(second) == 4 else (first + 1) % 100)
    return f"{first} - {first + 1}" if follows and (len(second) == 4 or int(second) > 12) else match[0]


def _without_remark(match: re.Match[str]) -> str:
    """Return nothing for what stands in brackets, unless it holds a day that may be the true one."""
    other = _NOT_THE_DATE.search(match[0]) and not re.search(r"\b(?:auf|neue?r?)\b", match[0])
    return " " if other or not _DAY.search(match[0]) else match[0]


_WEEKDAY = re.compile(rf"(?i){_WEEKDAYS}\.?")


def is_weekday(text: str) -> bool:
    """Tell whether a text is the name of a day of the week, and no more."""
    return _WEEKDAY.fullmatch(text.strip()) is not None


_RECURS = re.compile(
    rf"(?i)(?<!\w){pattern_of(word_lists(Path(__file__).with_name('words.toml'))['datum']['reihe'])}(?!\w)"
)
_ON_WEEKDAYS = re.compile(r"(?i)\b(?:(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)(?:s|en?))\b")
_LAST_WORD = re.compile(rf"(?i)\d\W*(?:[^\W\d]+\.?\W+)*?{_WEEKDAYS}\b\W*$")


def recurs(typed: str) -> Literal["surely", "perhaps", ""]:
    """Tell whether words say that something recurs, „jeden Montag“; „montags“ and what stands in brackets may not."""
    if _RECURS.search(_BRACKET.sub(" ", typed)):
        return "surely"
    return "perhaps" if _ON_WEEKDAYS.search(typed) or _RECURS.search(typed) else ""


def ends_with_weekday(typed: str) -> bool:
    """Tell whether nothing but days of the week stand behind the last date."""
    return _LAST_WORD.search(_CLOCK.sub(" ", typed.lower())) is not None
