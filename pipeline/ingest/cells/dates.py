"""A date cell as typed -> days and spans, or why not. Never guesses between day and month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from ...german.nothing import kind_of_nothing
from ..sheets import DAY_ZERO, Cell
from .date_parts import Atom, Piece, filled, piece_of
from .date_words import ends_with_weekday, plain, recurs

Exactness = Literal["tag", "woche", "monat", "jahr"]
Trouble = Literal[
    "offen",  # „noch offen“, „k. A.“: whatever says nothing
    "ohne-jahr",
    "mehrdeutig",  # 2/6/22
    "serie",  # „jeden Mittwoch“
    "ausserhalb",  # not within the plausible years
    "unmoeglich",  # 31 June
    "unlesbar",
]


@dataclass(frozen=True)
class Span:
    """From a first to a last day, and how exactly somebody typed it."""

    first: date
    last: date
    exact: Exactness = "tag"


@dataclass(frozen=True)
class DateContext:
    """What the sheet says about dates that do not say it themselves, and which years are plausible.

    A day that stands there as a plain number is so many days after `day_zero`.
    """

    year: int | None = None
    month: int | None = None
    earliest: int = 1950
    latest: int = 2100
    day_zero: date = DAY_ZERO


Dates = tuple[Span, ...]

_LONGEST = 1000  # a longer text is no date, and nobody waits for it


def read_dates(cell: Cell, context: DateContext) -> Dates | Trouble:
    """Return the days and spans that stand in a cell that is not blank."""
    dates = _read(cell, context)
    if isinstance(dates, tuple) and not all(_plausible(span, context) for span in dates):
        return "ausserhalb"
    return dates


def _plausible(span: Span, context: DateContext) -> bool:
    return context.earliest <= span.first.year and span.last.year <= context.latest


def _read(cell: Cell, context: DateContext) -> Dates | Trouble:
    match cell:
        case datetime():
            return _day(cell.date())
        case date():
            return _day(cell)
        case bool():
            return "unlesbar"
        case int():
            return _number(cell, context)
        case float():
            return _number(int(cell), context) if 10_000 < cell < 80_000 else "unlesbar"
        case str():
            return _text(cell, context)
    return "unlesbar"


def _day(day: date) -> Dates:
    return (Span(day, day),)


def _number(number: int, context: DateContext) -> Dates | Trouble:
    """Return a day of the month, a year, a typed 20170314, or the days since 1900 or 1904 that Excel stores."""
    if 1 <= number <= 31 and context.year and context.month:
        return _text(f"{number}.{context.month}.{context.year}", context)
    if context.earliest <= number <= context.latest:
        return _whole_year(number)
    if 19_000_101 <= number <= 21_001_231:
        return _text(f"{number % 100}.{number // 100 % 100}.{number // 10_000}", context)
    if 10_000 <= number <= 80_000:
        return _day(context.day_zero + timedelta(days=number))
    return "unlesbar"


def _whole_year(year: int) -> Dates:
    return (Span(date(year, 1, 1), date(year, 12, 31), "jahr"),)


@lru_cache(maxsize=20_000)
def _text(typed: str, context: DateContext) -> Dates | Trouble:
    if len(typed) > _LONGEST:
        return "unlesbar"
    if kind_of_nothing(typed, "datum"):
        return "offen"
    dates = _of_plain(typed, plain(typed), context)
    return "serie" if is_series(typed, dates) else dates


def year_of_period(cell: Cell, context: DateContext) -> int | None:
    """Return the year in which „Frühjahr 2024“ or „Schuljahr 2023/24“ counts, its first; None for all else."""
    if not isinstance(cell, str) or cell.strip().isdigit():
        return None
    dates = read_dates(cell, context)
    return dates[0].first.year if isinstance(dates, tuple) and dates[0].exact == "jahr" else None


def is_series(typed: str, dates: Dates | Trouble) -> bool:
    """Tell whether a cell says that something recurs, „montags“, „(alle 14 Tage)“, and does not list its days."""
    if isinstance(dates, str):
        return dates in ("unlesbar", "ohne-jahr") and recurs(typed) != ""
    days = all(span.first == span.last for span in dates)
    if recurs(typed):
        return not (days and len(dates) > 1) or recurs(typed) == "surely"
    long = len(dates) == 1 and dates[0].last - dates[0].first > timedelta(days=7)
    return long and ends_with_weekday(typed)  # „20. April - 22. Juni 2020; Montag“


def _of_plain(typed: str, text: str, context: DateContext) -> Dates | Trouble:
    if not text:
        return "unlesbar" if any(sign.isalnum() for sign in typed) else "offen"
    if kind_of_nothing(text, "datum"):  # „k. A. (folgt im Mai)“
        return "offen"
    if re.fullmatch(r"[0-9]{1,8}", text):
        return _number(int(text), context)
    if _SLASHED.search(text):
        text = _SLASHED.sub(_without_slashes, text)
        if "?" in text:
            return "mehrdeutig"
    pieces = [piece for piece in _LIST.split(text) if piece]
    years = sum(len(piece) == 4 and piece.isdigit() for piece in pieces)
    if not pieces or 0 < years < len(pieces):  # a bare year beside a day may be anything
        return "unlesbar"
    return _assemble([piece_of(piece) for piece in pieces], context)


_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})\b")


def _without_slashes(match: re.Match[str]) -> str:
    """Return a date with slashes as day.month.year where only one order is possible."""
    first, second, year = int(match[1]), int(match[2]), match[3]
    if first <= 12 < second:
        return f"{second}.{first}.{year}"
    if first > 12 or first == second:
        return f"{first}.{second}.{year}"
    return "?"


_LIST = re.compile(r"\s*(?:[,;\n&+]|\bund\b|\bsowie\b|\bu\.|(?:\s/|/\s)(?!\s?\d{4}$)|(?<=\d{4})/(?=\d))\s*")


def _assemble(pieces: list[Piece | None], context: DateContext) -> Dates | Trouble:
    """Return spans, with months and years taken from the right neighbour, then from the left, then from the context."""
    whole = [piece for piece in pieces if piece is not None]
    if len(whole) < len(pieces):
        return "unlesbar"
    atoms = filled(whole)
    if atoms is None:
        return "ohne-jahr"
    years, typed = {atom.year for atom in atoms}, {atom.year for piece in whole for atom in piece.atoms}
    spans: list[Span] = []
    for piece in whole:
        ends: list[Span] = []
        for _ in piece.atoms:
            end = _span(atoms.pop(0), context)
            if not isinstance(end, Span):
                return end
            ends.append(end)
        first, last = ends[0], ends[-1]
        if piece.slashes and any(b.first - a.last != timedelta(days=1) for a, b in pairwise(ends)):
            spans += ends  # „05.01./19.01.“ are two days, „05.01./06.01.“ is a weekend
        elif first.first > last.last:
            return "unlesbar"
        else:
            spans.append(Span(first.first, last.last, first.exact if first.exact == last.exact else "tag"))
    if not years <= typed and not _follow_each_other(spans):
        return "ohne-jahr"
    return tuple(dict.fromkeys(spans))


def _follow_each_other(spans: list[Span]) -> bool:
    """Tell whether dates follow each other within a year, as they do where the year changes among them."""
    in_order = all(a.first <= b.first for a, b in pairwise(spans))
    return in_order and spans[-1].first - spans[0].first < timedelta(days=365)


def _span(atom: Atom, context: DateContext) -> Span | Trouble:
    year = context.year if atom.year is None else atom.year
    if year is None:
        return "ohne-jahr"
    try:
        if atom.kind == "jahr":
            return Span(date(year, 1, 1), date(year, 12, 31), "jahr")
        if atom.week:
            monday = date.fromisocalendar(year, atom.week, 1)
            return Span(monday, monday + timedelta(days=6), "woche")
        if atom.quarter:
            return Span(date(year, atom.quarter * 3 - 2, 1), _last_of_month(year, atom.quarter * 3), "monat")
        month = atom.month or context.month
        if month is None:
            return "unlesbar"
        if atom.day is None:
            return Span(date(year, month, 1), _last_of_month(year, month), "monat")
        day = date(year, month, atom.day)
    except (ValueError, OverflowError):
        near = (atom.week or 0) == 53 or ((atom.day or 99) <= 31 and (atom.month or context.month or 99) <= 12)
        return "unmoeglich" if near else "unlesbar"
    return Span(day, day)


def _last_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
