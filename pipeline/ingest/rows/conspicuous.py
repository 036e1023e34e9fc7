"""What is conspicuous in rows that were read: it may be right, and somebody should look.

Nothing here blocks a report. Only a row whose year is a digit off all others does not count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from ...base.names import identity
from ...base.problems import Problem
from ...base.records import Count
from ...base.schema import Column
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


class _Cell(NamedTuple):
    """A cell that was read, and where."""

    one: SortedRows
    record: Record
    column: Column

    @property
    def value(self) -> Any:
        return self.record.values[self.column.name]

    def told(self, code: str, **words: object) -> Problem:
        """Return what is told of the cell; of a person no name."""
        sheet, row, place = self.one.block.sheet, self.record.row - 1, self.one.columns.places[self.column.name]
        shown = MAY_BE_NAME if self.one.block.table.confidential else as_typed(sheet.rows[row][place])
        words |= {"heading": self.one.columns.headings[self.column.name]}
        return problem_at(code, sheet, row, place, None if code == "auffaellig-person" else shown, **words)


def conspicuous(found: Sequence[SortedRows], settings: Settings) -> Iterator[Problem]:
    """Yield what is conspicuous, and set aside, in place, rows with a slip in their year."""
    days = [_first_of_rows(one) for one in found]
    everybody = Counter(cell.value.year for cells in days for cell in cells)
    for cells in days:
        yield from _years(cells, everybody, settings.lesen)
    shown = [one for one in found if not one.block.table.confidential]
    for cells in _columns(shown, lambda column: column.kind in ("anzahl", "menge")):
        yield from _numbers(cells)
    for cells in _columns(shown, lambda column: column.kind in ("projekt", "art") or column.name == "ort"):
        yield from _names(cells)
    known = {settings.organisation.name, settings.organisation.kurz}
    known |= {cell.value for cells in _columns(shown, lambda column: column.name == "name") for cell in cells}
    for cells in _columns(shown, lambda column: column.kind in ("organisation", "organisationen")):
        yield from _people(cells, known)


def _columns(found: Sequence[SortedRows], wanted: Callable[[Column], bool]) -> list[list[_Cell]]:
    """Return the filled cells of each column of each table; the projects of all tables are one column."""
    columns: dict[tuple[str, str], list[_Cell]] = {}
    for one in found:
        for column in one.block.table.columns:
            if wanted(column) and column.name in one.columns.places:
                table = "" if column.kind == "projekt" else one.block.table.name
                cells = (_Cell(one, record, column) for record in one.records if record.values.get(column.name))
                columns.setdefault((table, column.name), []).extend(cells)
    return list(columns.values())


# --- days -------------------------------------------------------------------------------------------------------------

_FEWEST_DAYS = 6  # of fewer rows nobody can say what is usual
_FAR_OFF = 31  # days; who enters something late, does so within a month
_SPREAD = 5  # years; a list that spans more may well have begun with something long ago


def _first_of_rows(one: SortedRows) -> list[_Cell]:
    """Return the first day of each row."""
    cells = (cell for cells in _columns([one], lambda column: column.kind == "datum") for cell in cells)
    return list({cell.record.row: cell for cell in reversed(list(cells))}.values())[::-1]


def _years(cells: Sequence[_Cell], everybody: Counter[int], limits: Reading) -> Iterator[Problem]:
    years = Counter(cell.value.year for cell in cells) if len(cells) >= _FEWEST_DAYS else everybody
    far = far_years(years) if years.total() >= _FEWEST_DAYS else frozenset()
    usual = sorted(years.keys() - far)
    between = _out_of_order(cells)
    for cell in cells:
        year = cell.value.year
        if year not in far:
            if cell.record.row in between:
                yield cell.told("auffaellig-reihenfolge", **between[cell.record.row])
            continue
        setting = "jahr_von" if year < usual[0] else "jahr_bis"
        words = {"usual": str(usual[0]) if len(usual) == 1 else f"{usual[0]}–{usual[-1]}", "year": year}
        records = [record for record in cell.one.records if record.row == cell.record.row]
        fits = usual[-1] - usual[0] >= _SPREAD and cell.record.row not in between
        slip = not fits and any(_is_slip(year, other) for other in usual)
        meant = years[year] > 1 or getattr(limits, setting) != getattr(Reading(), setting)
        if slip and not meant and all(record.values["datum"].year == year for record in records):
            for record in records:
                record.aside = "no entry"
            yield cell.told("auffaellig-jahr-tippfehler", setting=setting, **words)
        else:
            yield cell.told("auffaellig-jahr", **words)


def _is_slip(year: int, other: int) -> bool:
    """Tell whether one digit of a year is wrong or two have changed places: 2014 or 2042 for 2024."""
    digits, others = str(year), str(other)
    apart = sum(a != b for a, b in zip(digits, others, strict=True))
    return apart == 1 or (apart == 2 and sorted(digits) == sorted(others))


def _out_of_order(cells: Sequence[_Cell]) -> dict[int, dict[str, str]]:
    """Return the rows with a day far out of the order of an otherwise ordered list, each with the days around it."""
    days: list[date] = [cell.value for cell in cells]
    numbers = [day.toordinal() for day in days]
    kept = max(_ordered(numbers), _ordered([-number for number in numbers]), key=len)
    if len(days) < _FEWEST_DAYS or len(days) - len(kept) > max(1, len(days) // 20):
        return {}
    found = {}
    for left, right in pairwise(kept):
        low, high = sorted((numbers[left], numbers[right]))
        for place in range(left + 1, right):
            if not low - _FAR_OFF <= numbers[place] <= high + _FAR_OFF:
                found[cells[place].record.row] = {"before": as_typed(days[left]), "after": as_typed(days[right])}
    return found


def _ordered(numbers: Sequence[int]) -> list[int]:
    """Return the positions of a longest part of the numbers that never falls."""
    ends: list[int] = []  # the smallest number with which a part of each length ends, and where that stands
    places: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        length = bisect_right(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1], places[length : length + 1] = [number], [position]
    kept = places[-1:]
    while kept and before[kept[-1]] >= 0:
        kept.append(before[kept[-1]])
    return kept[::-1]


# --- numbers ----------------------------------------------------------------------------------------------------------

_FEWEST_NUMBERS = 8  # of fewer nobody can say what is usual
_MOST_SLIPS = 3  # more numbers far above all others are a kind of their own


def _numbers(cells: Sequence[_Cell]) -> Iterator[Problem]:
    """Yield numbers far above those of their kind; of a kind with few, far above all."""
    by_kind: dict[str, list[_Cell]] = {}
    known = [cell for cell in cells if _size(cell) > 0]
    for cell in known:
        kinds = (cell.record.values.get(one.name) for one in cell.one.block.table.columns if one.kind == "art")
        by_kind.setdefault(identity(" ".join(filter(None, kinds))), []).append(cell)
    large = {kind: own for kind, own in by_kind.items() if kind and len(own) > _FEWEST_NUMBERS}
    for own in large.values():
        yield from _far_above(own, own, 5)
    rest = [cell for kind, own in by_kind.items() if kind not in large for cell in own]
    yield from _far_above([cell for cell in rest if not _is_large(cell.record)], known, 10)


def _size(cell: _Cell) -> float:
    return float(cell.value.low if isinstance(cell.value, Count) else cell.value.value)


def _is_large(record: Record) -> bool:
    """Tell whether a record speaks of something that many come to: „Stadtfest“."""
    texts = " ".join(str(value) for value in record.values.values() if isinstance(value, str | tuple)).casefold()
    return any(word in texts for word in _LARGE)


def _far_above(candidates: Sequence[_Cell], every: Sequence[_Cell], times: int) -> Iterator[Problem]:
    """Yield the few numbers so many times above the upper quartile, and more where the others lie far apart."""
    values = sorted(map(_size, every))
    if len(values) <= _FEWEST_NUMBERS:
        return
    lower, upper = values[len(values) // 4], values[len(values) * 3 // 4]
    usual = values[: bisect_right(values, upper * max(times, (upper / lower) ** 2))]
    for cell in candidates if len(values) - len(usual) <= _MOST_SLIPS else ():
        if _size(cell) > usual[-1] and _size(cell) >= 3 * usual[-1]:
            yield cell.told("auffaellig-zahl", low=_shown(usual[0]), high=_shown(usual[-1]))


def _shown(value: float) -> str:
    return quantities.number(round(Decimal(value), 2) if value % 1 else int(value))


# --- names ------------------------------------------------------------------------------------------------------------


def _names(cells: Sequence[_Cell]) -> Iterator[Problem]:
    """Yield rare names that differ by a slip from a frequent one."""
    twins: Mapping[str, str] = dict(slips(Counter(cell.value for cell in cells)))
    for cell in cells if twins else ():
        if cell.value in twins:
            yield cell.told("auffaellig-schreibweise", other=twins[cell.value])


def _people(cells: Sequence[_Cell], known: Collection[str]) -> Iterator[Problem]:
    """Yield where somebody stands among the organisations, without the name."""
    judged: dict[str, bool] = {}
    for cell in cells:
        for name in cell.value if isinstance(cell.value, tuple) else (cell.value,):
            if name not in judged:
                judged[name] = name not in known and _is_person(name)
            if judged[name]:
                yield cell.told("auffaellig-person")


def _is_person(name: str) -> bool:
    """Tell whether words are „Frau Muster“ or a first and a last name, perhaps with a title."""
    *before, last = [word.strip(",.") for word in name.split()] or [""]
    names = [word for word in before if word.casefold() not in TITLES]
    if not (last[:1].isupper() and last.replace("-", "").isalpha() and len(last) > 2):
        return False
    if not names:
        return any(word.casefold() in ("herr", "herrn", "frau") for word in before)
    return (
        len(names) == 1 and identity(names[0].partition("-")[0]) in _FIRST_NAMES and identity(last) not in _FIRST_NAMES
    )
