"""What is conspicuous in rows that were read: it may be right, and somebody should look.

Nothing here blocks a report. Only a row whose year is a digit off all others does not count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from typing import Any, NamedTuple

from ...base.names import identity
from ...base.problems import Problem
from ...base.records import Amount, Count
from ...base.settings import Reading, Settings
from ...german import quantities
from ..cells.persons import TITLES
from ..cells.spelling import slips
from ..messages import problem_at
from ..sheets import as_typed
from ..word_lists import word_lists
from ..years import far_years
from .cells import MAY_BE_NAME
from .record import Record
from .sorting import SortedRows

_WORDS = word_lists(Path(__file__).with_name("words.toml"))["auffaellig"]
_LARGE = tuple(word.casefold() for word in _WORDS["gross"])
_FIRST_NAMES = frozenset(identity(name) for name in _WORDS["vornamen"])


def conspicuous(found: Sequence[SortedRows], settings: Settings) -> Iterator[Problem]:
    """Yield what is conspicuous, and set aside, in place, rows with a slip in their year."""
    everybody = Counter(day.year for one in found for day in _days(one).values())
    for one in found:
        yield from _years(one, everybody, settings.lesen)
    yield from _numbers(found)
    yield from _names(found)
    yield from _people(found, settings)


def _tell(code: str, one: SortedRows, row: int, column: str, **words: object) -> Problem:
    place = one.columns.places.get(column)
    cell = None if place is None else one.block.sheet.rows[row - 1][place]
    shown = MAY_BE_NAME if one.block.table.confidential else as_typed(cell)
    words |= {"heading": one.columns.headings.get(column, "")}
    return problem_at(code, one.block.sheet, row - 1, place, None if code == _NAMELESS else shown, **words)


_NAMELESS = "auffaellig-person"


# --- days -------------------------------------------------------------------------------------------------------------

_FEWEST_DAYS = 6  # of fewer rows nobody can say what is usual
_FAR_OFF = 31  # days; who enters something late, does so within a month


def _days(one: SortedRows) -> dict[int, date]:
    """Return row -> its first day."""
    days: dict[int, date] = {}
    for record in one.records:
        if day := record.values.get("datum"):
            days.setdefault(record.row, day)
    return days


def _years(one: SortedRows, everybody: Counter[int], limits: Reading) -> Iterator[Problem]:
    days = _days(one)
    years = Counter(day.year for day in days.values()) if len(days) >= _FEWEST_DAYS else everybody
    far = far_years(years) if years.total() >= _FEWEST_DAYS else frozenset()
    usual = sorted(years.keys() - far)
    words = {"usual": str(usual[0]) if len(usual) == 1 else f"{usual[0]}–{usual[-1]}"} if usual else {}
    for row, day in days.items():
        if day.year in far:
            setting = "jahr_von" if day.year < usual[0] else "jahr_bis"
            meant = getattr(limits, setting) != getattr(Reading(), setting)
            slip = usual[-1] - usual[0] < _SPREAD and any(_is_slip(day.year, year) for year in usual)
            records = [record for record in one.records if record.row == row]
            whole = all(record.values["datum"].year == day.year for record in records)
            if slip and whole and not meant and years[day.year] == 1:
                for record in records:
                    record.aside = "no entry"
                yield _tell("auffaellig-jahr-tippfehler", one, row, "datum", setting=setting, year=day.year, **words)
            else:
                yield _tell("auffaellig-jahr", one, row, "datum", year=day.year, **words)
    for row, before, after in _out_of_order({row: day for row, day in days.items() if day.year not in far}):
        yield _tell("auffaellig-reihenfolge", one, row, "datum", before=as_typed(before), after=as_typed(after))


_SPREAD = 5  # years; a list that spans more may well have begun with something long ago


def _is_slip(year: int, other: int) -> bool:
    """Tell whether one digit of a year is wrong or two have changed places: 2014 or 2042 for 2024."""
    digits, others = str(year), str(other)
    apart = sum(a != b for a, b in zip(digits, others, strict=True))
    return apart == 1 or (apart == 2 and sorted(digits) == sorted(others))


def _out_of_order(days: dict[int, date]) -> Iterator[tuple[int, date, date]]:
    """Yield the rows far out of the order of an otherwise ordered list, and the days between which they stand."""
    if len(days) < _FEWEST_DAYS:
        return
    rows, listed = list(days), [day.toordinal() for day in days.values()]
    upwards = _ordered(listed)
    downwards = _ordered([-day for day in listed])
    kept = upwards if len(upwards) >= len(downwards) else downwards
    if len(rows) - len(kept) > max(1, len(rows) // 20):
        return
    for left, right in pairwise(kept):
        low, high = sorted((listed[left], listed[right]))
        for place in range(left + 1, right):
            if not low - _FAR_OFF <= listed[place] <= high + _FAR_OFF:
                yield rows[place], days[rows[left]], days[rows[right]]


def _ordered(numbers: Sequence[int]) -> list[int]:
    """Return the positions of a longest part of the numbers that never falls."""
    ends: list[int] = []  # the smallest number with which a part of each length ends
    places: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        length = bisect_right(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [position]
    kept = []
    position = places[-1] if places else -1
    while position >= 0:
        kept.append(position)
        position = before[position]
    return kept[::-1]


# --- numbers ----------------------------------------------------------------------------------------------------------

_FEWEST_NUMBERS = 8
_MOST_SLIPS = 3  # more numbers far above all others are a kind of their own


class _Entry(NamedTuple):
    """A number, where it stands, and what kind of thing it counts."""

    value: float
    one: SortedRows
    record: Record
    kind: str


def _numbers(found: Sequence[SortedRows]) -> Iterator[Problem]:
    """Yield numbers far above those of their kind; of a kind with few, far above all."""
    columns: dict[tuple[str, str, str], list[_Entry]] = {}
    for one in found:
        kinds = [column.name for column in one.block.table.columns if column.kind == "art"]
        for column in one.block.table.columns if not one.block.table.confidential else ():
            for record in one.records if column.kind in ("anzahl", "menge") else ():
                value, unit = _size(record.values.get(column.name))
                if value > 0:
                    kind = identity(" ".join(str(record.values.get(name) or "") for name in kinds))
                    entries = columns.setdefault((one.block.table.name, column.name, unit), [])
                    entries.append(_Entry(value, one, record, kind))
    for (_, column_name, _), entries in columns.items():
        by_kind: dict[str, list[_Entry]] = {}
        for entry in entries:
            by_kind.setdefault(entry.kind, []).append(entry)
        large = {kind: own for kind, own in by_kind.items() if kind and len(own) > _FEWEST_NUMBERS}
        for own in large.values():
            yield from _far_above(own, own, column_name, 5)
        rest = [entry for entry in entries if entry.kind not in large and not _is_large(entry.record)]
        yield from _far_above(rest, entries, column_name, 10)


def _size(value: Any) -> tuple[float, str]:
    if isinstance(value, Count):
        return float(value.low), ""
    return (float(value.value), value.unit) if isinstance(value, Amount) else (0.0, "")


def _shown(value: float) -> str:
    return quantities.number(round(Decimal(value), 2) if value % 1 else int(value))


def _is_large(record: Record) -> bool:
    """Tell whether a record speaks of something that many come to: „Stadtfest“."""
    texts = " ".join(str(value) for value in record.values.values() if isinstance(value, str | tuple)).casefold()
    return any(word in texts for word in _LARGE)


def _far_above(candidates: Sequence[_Entry], every: Sequence[_Entry], column: str, times: int) -> Iterator[Problem]:
    """Yield the few numbers so many times above the upper quartile, and more where the others lie far apart."""
    values = [entry.value for entry in every]
    if len(values) <= _FEWEST_NUMBERS:
        return
    lower, _, upper = quantiles(values, n=4)
    limit = upper * max(times, (upper / lower) ** 2)
    usual = [value for value in values if value <= limit]
    few = len(values) - len(usual) <= _MOST_SLIPS
    words = {"low": _shown(min(usual)), "high": _shown(max(usual))} if usual else {}
    for entry in candidates if few else ():
        if entry.value > limit and entry.value >= 3 * max(usual):
            yield _tell("auffaellig-zahl", entry.one, entry.record.row, column, **words)


# --- names ------------------------------------------------------------------------------------------------------------


def _names(found: Sequence[SortedRows]) -> Iterator[Problem]:
    """Yield rare projects, places and kinds that differ by a slip from a frequent one."""
    columns: dict[tuple[str, str], dict[str, list[tuple[SortedRows, int, str]]]] = {}
    for one in found:
        table = one.block.table
        for column in table.columns if not table.confidential else ():
            if column.kind in ("projekt", "art") or column.name == "ort":
                names = columns.setdefault(("" if column.kind == "projekt" else table.name, column.name), {})
                for record in one.records:
                    if name := record.values.get(column.name):
                        names.setdefault(name, []).append((one, record.row, column.name))
    for names in columns.values():
        for rare, frequent in slips({name: len(places) for name, places in names.items()}):
            for place in names[rare]:
                yield _tell("auffaellig-schreibweise", *place, other=frequent)


def _people(found: Sequence[SortedRows], settings: Settings) -> Iterator[Problem]:
    """Yield where somebody stands among the organisations, without the name."""
    own = settings.organisation
    known = {own.name, own.kurz}
    known |= {
        str(record.values.get("name")) for one in found if one.block.table.name == "partner" for record in one.records
    }
    judged: dict[str, bool] = {}
    for one in found:
        for column in one.block.table.columns:
            for record in one.records if column.kind in ("organisation", "organisationen") else ():
                value = record.values.get(column.name) or ()
                for name in value if isinstance(value, tuple) else (value,):
                    if name not in judged:
                        judged[name] = name not in known and _is_person(name.split())
                    if judged[name] and column.name in one.columns.places:
                        yield _tell(_NAMELESS, one, record.row, column.name)


def _is_person(words: Iterable[str]) -> bool:
    """Tell whether words are „Frau Muster“ or a first and a last name, perhaps with a title."""
    *before, last = [word.strip(",.") for word in words] or [""]
    titles = [word for word in before if word.casefold() in TITLES]
    names = [word for word in before if word not in titles]
    if not (last[:1].isupper() and last.replace("-", "").isalpha() and len(last) > 2):
        return False
    if not names:
        return any(title.casefold() in ("herr", "herrn", "frau") for title in titles)
    return (
        len(names) == 1 and identity(names[0].partition("-")[0]) in _FIRST_NAMES and identity(last) not in _FIRST_NAMES
    )
