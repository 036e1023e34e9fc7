"""A date cell as typed -> days and spans, or why not. Never guesses between day and month."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from ...german.calendar import TYPED_MONTHS
from ...german.nothing import kind_of_nothing
from ..sheets import DAY_ZERO, Cell
from .date_words import MONTH, PERIODS, ends_with_weekday, plain, recurs

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
    return _assemble([_piece(piece) for piece in pieces], context)


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
_SPAN = re.compile(r"\s*(?:-|\bbis(?: zum)?\b)\s*")
_YEAR = r"(?P<y>'?\d{2}|\d{4})"
_ATOMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("tag", re.compile(rf"(?P<d>\d{{1,2}})\. ?(?:(?P<m>\d{{1,2}})(?:\.|$)|(?P<n>{MONTH})\b\.?) ?{_YEAR}?\.?")),
    ("tag", re.compile(rf"(?P<d>\d{{1,2}}) (?P<n>{MONTH})\b\.? ?{_YEAR}?")),
    ("tag", re.compile(r"(?P<d>\d{1,2})\.?")),
    ("monat", re.compile(rf"(?:(?:anfang|mitte|ende|im)\s+)?(?P<n>{MONTH})\b\.? ?{_YEAR}?")),
    ("monat", re.compile(r"(?P<m>\d{1,2}) ?[./] ?(?P<y>\d{4})")),
    ("woche", re.compile(rf"(?:kw|kalenderwoche|woche)\.? ?(?P<w>\d{{1,2}})\.?(?: ?[/ ] ?{_YEAR})?")),
    ("woche", re.compile(rf"(?P<w>\d{{1,2}})\. ?(?:kw|kalenderwoche|woche)(?: ?[/ ] ?{_YEAR})?")),
    ("quartal", re.compile(r"(?:q ?(?P<q>[1-4])|(?P<q2>[1-4])\. ?quartal)(?: ?[/ ] ?(?P<y>\d{4}))?")),
    ("jahr", re.compile(rf"(?:(?:anfang|mitte|ende|{PERIODS})\s+)?(?P<y>\d{{4}})")),
)


@dataclass(frozen=True)
class _Atom:
    """One typed date, possibly without month or year."""

    kind: str
    day: int | None = None
    month: int | None = None
    week: int | None = None
    quarter: int | None = None
    year: int | None = None


def _atom(text: str) -> _Atom | None:
    for kind, pattern in _ATOMS:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            return _Atom(
                kind,
                day=_int(parts.get("d")),
                month=TYPED_MONTHS.get(parts.get("n") or "") or _int(parts.get("m")),
                week=_int(parts.get("w")),
                quarter=_int(parts.get("q") or parts.get("q2")),
                year=_full_year(parts.get("y")),
            )
    return None


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _full_year(digits: str | None) -> int | None:
    if not digits:
        return None
    year = int(digits.lstrip("'"))
    return year if len(digits.lstrip("'")) == 4 else year + (1900 if year >= 70 else 2000)


@dataclass(frozen=True)
class _Piece:
    """What stands between two separators: a date, the two ends of a span, or dates parted by slashes."""

    atoms: tuple[_Atom, ...]
    slashes: bool = False


def _piece(text: str) -> _Piece | None:
    """Return what a piece of a list holds; None where it is no date."""
    texts = _SPAN.split(text)
    slashes = len(texts) == 1 and _SLASHES.match(text) is not None
    atoms = [_atom(part.strip()) for part in (text.split("/") if slashes else texts)]
    whole = tuple(atom for atom in atoms if atom is not None)
    return None if len(whole) < len(atoms) or (len(whole) > 2 and not slashes) else _Piece(whole, slashes)


_SLASHES = re.compile(r"(?:\d{1,2}\.(?:\d{1,2}\.)?|[a-zä]+|\d{1,2}(?=/\d{1,2}\.\d{1,2}\.))/(?:\d{1,2}\.|[a-zä]+)")


def _assemble(pieces: list[_Piece | None], context: DateContext) -> Dates | Trouble:
    """Return spans, with months and years taken from the right neighbour, then from the left, then from the context."""
    whole = [piece for piece in pieces if piece is not None]
    if len(whole) < len(pieces):
        return "unlesbar"
    filled = _filled(whole)
    if filled is None:
        return "ohne-jahr"
    spans: list[Span] = []
    for piece in whole:
        ends: list[Span] = []
        for _ in piece.atoms:
            end = _span(filled.atoms.pop(0), context)
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
    if filled.over_new_year and not _follow_each_other(spans):
        return "ohne-jahr"
    return tuple(dict.fromkeys(spans))


def _follow_each_other(spans: list[Span]) -> bool:
    """Tell whether dates follow each other within a year, as they do where the year changes among them."""
    in_order = all(a.first <= b.first for a, b in pairwise(spans))
    return in_order and spans[-1].first - spans[0].first < timedelta(days=365)


class _Filled(NamedTuple):
    atoms: list[_Atom]
    over_new_year: bool  # whether the year changes where nobody typed it


def _filled(pieces: list[_Piece]) -> _Filled | None:
    """Return the dates with what their neighbours say, „9., 16. und 23.9.2017“; None where their year is not sure."""
    atoms = [atom for piece in pieces for atom in piece.atoms]
    first_of = accumulate((len(piece.atoms) for piece in pieces), initial=0)
    spans = {i for i, piece in zip(first_of, pieces, strict=False) if len(piece.atoms) == 2 and not piece.slashes}
    over = False
    for i in range(len(atoms) - 2, -1, -1):
        left, right = atoms[i], atoms[i + 1]
        if left.week and not right.week and right.kind in ("tag", "monat"):  # „KW 10-12/2017“: the 12 is a week, too
            atoms[i + 1] = right = _Atom("woche", week=right.day or right.month, year=right.year)
        if left.day and left.month is None and right.day:
            left = replace(left, month=right.month)
        if left.year is None and right.year is not None:
            steps = _steps_over_new_year(left, right, i in spans)
            if steps is None:
                return None
            over |= steps and i not in spans
            left = replace(left, year=right.year - steps)
        atoms[i] = left
    if all(atom.year is None for atom in atoms):
        between = (_steps_over_new_year(a, b, False) for i, (a, b) in enumerate(pairwise(atoms)) if i not in spans)
        return None if any(steps is not False for steps in between) else _Filled(atoms, False)
    for i, (left, right) in enumerate(pairwise(atoms)):
        if right.year is None and left.year is not None:
            right = replace(right, month=right.month or left.month)
            steps = _steps_over_new_year(left, right, i in spans)
            if steps is None:
                return None
            over |= steps and i not in spans
            atoms[i + 1] = replace(right, year=left.year + steps)
    return _Filled(atoms, over)


def _steps_over_new_year(left: _Atom, right: _Atom, is_span: bool) -> bool | None:
    """Tell whether the year changes between two dates; None if it may.

    The end of a span is never before its beginning. Dates in a list need not be in order, and a later month before an
    earlier one is a new year only from November or December to January or February.
    """
    before, after = left.month or 0, right.month or 13
    if is_span or before <= after:
        return before > after
    if before >= 11 and after <= 2:
        return True
    return None if before >= 9 and after <= 3 else False


def _span(atom: _Atom, context: DateContext) -> Span | Trouble:
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
