"""The dates of a list as typed -> what each says itself, and what its neighbours say for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ...german.calendar import TYPED_MONTHS
from .date_words import MONTH, PERIODS

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
class Atom:
    """One typed date, possibly without month or year."""

    kind: str
    day: int | None = None
    month: int | None = None
    week: int | None = None
    quarter: int | None = None
    year: int | None = None


def _atom(text: str) -> Atom | None:
    for kind, pattern in _ATOMS:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            return Atom(
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
class Piece:
    """What stands between two separators: a date, the two ends of a span, or dates parted by slashes."""

    atoms: tuple[Atom, ...]
    slashes: bool = False


def piece_of(text: str) -> Piece | None:
    """Return what a piece of a list holds; None where it is no date."""
    texts = _SPAN.split(text)
    slashes = len(texts) == 1 and _SLASHES.match(text) is not None
    atoms = [_atom(part.strip()) for part in (text.split("/") if slashes else texts)]
    whole = tuple(atom for atom in atoms if atom is not None)
    return None if len(whole) < len(atoms) or (len(whole) > 2 and not slashes) else Piece(whole, slashes)


_SLASHES = re.compile(r"(?:\d{1,2}\.(?:\d{1,2}\.)?|[a-zä]+|\d{1,2}(?=/\d{1,2}\.\d{1,2}\.))/(?:\d{1,2}\.|[a-zä]+)")


def filled(pieces: list[Piece]) -> list[Atom] | None:
    """Return the dates with what their neighbours say, „9., 16. und 23.9.2017“; None where their year is not sure."""
    atoms = [atom for piece in pieces for atom in piece.atoms]
    first_of = accumulate((len(piece.atoms) for piece in pieces), initial=0)
    spans = {i for i, piece in zip(first_of, pieces, strict=False) if len(piece.atoms) == 2 and not piece.slashes}
    for i in range(len(atoms) - 2, -1, -1):
        left, right = atoms[i], atoms[i + 1]
        if left.week and not right.week and right.kind in ("tag", "monat"):  # „KW 10-12/2017“: the 12 is a week, too
            atoms[i + 1] = right = Atom("woche", week=right.day or right.month, year=right.year)
        if left.day and left.month is None and right.day:
            left = replace(left, month=right.month)
        if left.year is None and right.year is not None:
            if (steps := _steps_over_new_year(left, right, i in spans)) is None:
                return None
            left = replace(left, year=right.year - steps)
        atoms[i] = left
    for i, (left, right) in enumerate(pairwise(atoms)):
        if right.year is None:
            right = replace(right, month=right.month or left.month) if left.year is not None else right
            steps = _steps_over_new_year(left, right, i in spans)
            if steps is None or (steps and left.year is None and i not in spans):
                return None
            atoms[i + 1] = right if left.year is None else replace(right, year=left.year + steps)
    return atoms


def _steps_over_new_year(left: Atom, right: Atom, is_span: bool) -> bool | None:
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
