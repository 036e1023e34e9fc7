"""What changed since the last run and since the last release: figures, and the rows that came, went or changed.

Compared is what runs leave behind: `kennzahlen.json` (figures and where their rows stand) and `zeilen.json` (what
stood in the rows, survey answers never). A row is known by its content, so moving it is no change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ..base import json_files
from ..base.period import Period
from ..german.periods import in_table
from ..german.quantities import UNKNOWN, number
from .file_names import FIGURES, ROWS

Kind = Literal["neu", "weg", "geändert"]


class RowPlace(NamedTuple):
    """One row of one sheet, as Excel counts it; a tuple, because every figure has a set of them."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class KnownRow:
    """What stood in a row: the table it belongs to, and its filled columns."""

    table: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Known:
    """One figure as a run left it; `shown` is how people read its value."""

    key: str
    label: str
    shown: str
    method: str
    places: frozenset[RowPlace]


@dataclass(frozen=True)
class ReportState:
    """The figures of one run and the rows behind them."""

    figures: Mapping[str, Known] = field(default_factory=dict)
    rows: Mapping[RowPlace, KnownRow] = field(default_factory=dict)


@dataclass(frozen=True)
class RowChange:
    """A row that came, went or changed; `cells` are column, before, after (both the same where nothing changed)."""

    kind: Kind
    table: str
    before: RowPlace | None
    after: RowPlace | None
    cells: tuple[tuple[str, str, str], ...] = ()

    @property
    def place(self) -> RowPlace:
        """Return where the row stands, or stood."""
        place = self.after or self.before
        assert place  # noqa: S101 - a change is one of something
        return place


@dataclass(frozen=True)
class FigureChange:
    """A figure with its value before and after (None: it was not there), and the rows that explain it."""

    key: str
    label: str
    before: str | None
    after: str | None
    rows: tuple[RowChange, ...] = ()
    other_method: bool = False


@dataclass(frozen=True)
class Changes:
    """All that is different between two runs, figures in the order of the report."""

    figures: tuple[FigureChange, ...] = ()
    rows: tuple[RowChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.figures or self.rows)


# --- reading --------------------------------------------------------------------------------------------------


def read(folder: Path) -> ReportState | None:
    """Return the figures and rows that a run or a release left in `folder`; None if the figures cannot be read."""
    figures, rows = (
        json_files.read_json(folder / FIGURES, known_figures),
        json_files.read_json(folder / ROWS, known_rows),
    )
    return None if figures is None else ReportState(figures, rows or {})


def known_figures(said: Mapping[str, Any]) -> dict[str, Known]:
    """Return the figures that `kennzahlen.json` describes, by their keys."""
    places: dict[RowPlace, RowPlace] = {}  # each place once: a row is behind a dozen figures
    return {figure["key"]: _known(figure, places) for figure in said["figures"]}


def known_rows(said: Mapping[str, Any]) -> dict[RowPlace, KnownRow]:
    """Return the rows that `zeilen.json` describes, by their places."""
    return dict(_rows(said["tables"]))


def _known(said: Mapping[str, Any], places: dict[RowPlace, RowPlace]) -> Known:
    named = (RowPlace(s["file"], s["sheet"], row) for s in said["sources"] for row in s["rows"])
    mine = frozenset(places.setdefault(place, place) for place in named)
    return Known(said["key"], said["label"], _shown(said), said["method"], mine)


def _rows(tables: Iterable[Mapping[str, Any]]) -> Iterator[tuple[RowPlace, KnownRow]]:
    for table in tables:
        for *cells, file, sheet, row in table["rows"]:
            filled = tuple((name, cell) for name, cell in zip(table["columns"], cells, strict=False) if cell)
            yield RowPlace(file, sheet, int(row)), KnownRow(table["name"], filled)


def _shown(said: Mapping[str, Any]) -> str:
    value, unit = said["value"], said["unit"]
    if value is None:
        return UNKNOWN
    if isinstance(value, str):
        first, _, last = value.partition("/")
        return in_table(Period(date.fromisoformat(first), date.fromisoformat(last)))
    about = "mind. " if said["at_least"] else "ca. " if said.get("approximate") else ""
    return f"{about}{number(Decimal(str(value)))} {_SIGNS.get(unit, '')}".rstrip()


_SIGNS = {"%": "%", "Euro": "€", "€": "€", "EUR": "€"}  # units that are words stand in the label


# --- comparing ------------------------------------------------------------------------------------------------


def compare(before: ReportState, after: ReportState) -> Changes:
    """Return what is different in `after`."""
    rows = _compare_rows(before.rows, after.rows)
    touched: dict[RowPlace | None, list[int]] = defaultdict(list)  # where a row stood or stands -> its changes
    for i, change in enumerate(rows):
        for place in {change.before, change.after} - {None}:
            touched[place].append(i)
    figures = []
    for key in dict.fromkeys((*after.figures, *before.figures)):
        old, new = before.figures.get(key), after.figures.get(key)
        behind = _rows_behind(old, new, rows, touched, before, after)
        method = bool(old and new and old.method != new.method)
        shown = (old.shown if old else None, new.shown if new else None)
        if shown[0] != shown[1] or behind or method:
            figures.append(FigureChange(key, (new or before.figures[key]).label, *shown, behind, method))
    return Changes(tuple(figures), rows)


def _rows_behind(
    old: Known | None,
    new: Known | None,
    rows: tuple[RowChange, ...],
    touched: Mapping[RowPlace | None, list[int]],
    before: ReportState,
    after: ReportState,
) -> tuple[RowChange, ...]:
    """Return the changes of rows that the figure was, or is, counted from."""
    was, now = old.places if old else frozenset(), new.places if new else frozenset()
    numbers = {
        i
        for place in (was | now) & touched.keys()
        for i in touched[place]
        if (place in was and rows[i].before == place) or (place in now and rows[i].after == place)
    }
    # Rows whose content is not kept (survey answers) are known by their place only.
    unknown = [
        *(RowChange("weg", "", place, None) for place in was - now if place not in before.rows),
        *(RowChange("neu", "", None, place) for place in now - was if place not in after.rows),
    ]
    return tuple(rows[i] for i in sorted(numbers)) + tuple(sorted(unknown, key=lambda change: change.place))


def _compare_rows(before: Mapping[RowPlace, KnownRow], after: Mapping[RowPlace, KnownRow]) -> tuple[RowChange, ...]:
    """Match rows by content, first within their sheet, then anywhere; pair what is left by its neighbours."""
    gone, come = dict(before), dict(after)
    neighbours: dict[RowPlace, RowPlace] = {}  # a matched row of `after` -> the row it was
    for same_sheet in (True, False):
        waiting: dict[Any, list[RowPlace]] = defaultdict(list)
        for place in sorted(gone, reverse=True):
            waiting[_identity(place, gone[place], same_sheet)].append(place)
        for place in sorted(come):
            equal = waiting.get(_identity(place, come[place], same_sheet))
            if equal:
                neighbours[place] = equal.pop()
        for place, was in neighbours.items():
            come.pop(place, None)
            gone.pop(was, None)
    changed = dict(_pair(before, after, gone, come, neighbours))
    for place, was in changed.items():
        del come[place], gone[was]
    found = [RowChange("geändert", after[p].table, w, p, _cells(before[w], after[p])) for p, w in changed.items()]
    found += [RowChange("neu", row.table, None, p, _cells(row, row)) for p, row in come.items()]
    found += [RowChange("weg", row.table, p, None, _cells(row, row)) for p, row in gone.items()]
    return tuple(sorted(found, key=lambda change: (change.place, change.kind)))


def _identity(place: RowPlace, row: KnownRow, same_sheet: bool) -> Any:
    return (place.file, place.sheet, row) if same_sheet else row


def _pair(
    before: Mapping[RowPlace, KnownRow],
    after: Mapping[RowPlace, KnownRow],
    gone: Mapping[RowPlace, KnownRow],
    come: Mapping[RowPlace, KnownRow],
    neighbours: Mapping[RowPlace, RowPlace],
) -> Iterator[tuple[RowPlace, RowPlace]]:
    """Yield the rows that stand where another one stood and share half of its cells: somebody edited them."""
    waiting: dict[Any, list[RowPlace]] = defaultdict(list)
    for place, last in _after_which(before, gone):
        waiting[place.file, place.sheet, before[place].table, last].append(place)
    for place, last in _after_which(after, come):
        anchor = neighbours.get(last) if last else None
        there = waiting.get((place.file, place.sheet, after[place].table, anchor), [])
        for was in there[:20]:
            if _alike(before[was], after[place]):
                there.remove(was)
                yield place, was
                break


def _after_which(
    rows: Mapping[RowPlace, KnownRow], left: Mapping[RowPlace, KnownRow]
) -> Iterator[tuple[RowPlace, RowPlace | None]]:
    """Yield each of the rows `left` and the last row above it in its sheet that is not left over."""
    last: RowPlace | None = None
    for place in sorted(rows):
        if last and (last.file, last.sheet) != (place.file, place.sheet):
            last = None
        if place in left:
            yield place, last
        else:
            last = place


def _alike(one: KnownRow, other: KnownRow) -> bool:
    return 2 * len(set(one.cells) & set(other.cells)) >= max(len(one.cells), len(other.cells))


def _cells(before: KnownRow, after: KnownRow) -> tuple[tuple[str, str, str], ...]:
    old, new = dict(before.cells), dict(after.cells)
    return tuple((name, old.get(name, ""), new.get(name, "")) for name in dict.fromkeys((*old, *new)))
