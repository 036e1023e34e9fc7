"""The rows of one list with dates, column by column, and their figures by year, quarter, month and kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from ..base.figures import Figure, Label
from ..base.keys import Key, Time
from ..base.names import slug
from ..base.period import Period
from ..base.records import Count
from ..german.calendar import MONTHS
from .kinds import usual_names
from .methods import METHODS

Ids = list[int]


@dataclass(frozen=True)
class Dated:
    """Rows with a date, column by column; all columns have the same length.

    `kinds` are the key parts of the rows' (parent) kinds, `names` tells how each is spelled. `exact` is how exact
    the date was typed; a row known only to its year has no month.
    """

    ids: Sequence[int]
    first: Sequence[date]
    last: Sequence[date]
    exact: Sequence[str]
    kinds: Sequence[str]
    names: dict[str, str]
    counts: Sequence[Count | None]


def dated(frame: pd.DataFrame, kind: str, parent_of: Callable[[str], str]) -> Dated:
    """Return the rows of `frame`, their kinds (column `kind`) replaced by their parents."""
    kinds = [parent_of(name) for name in frame[kind]]
    parts = {name: slug(name) for name in set(kinds)}
    first = frame["datum"].dt.date.tolist()
    last = frame["bis"].fillna(frame["datum"]).dt.date.tolist()
    counts = frame["teilnehmerzahl"].tolist() if "teilnehmerzahl" in frame else [None] * len(frame)
    return Dated(
        ids=frame.index.tolist(),
        first=first,
        last=last,
        exact=frame["genau"].tolist(),
        kinds=[parts[name] for name in kinds],
        names=usual_names(kinds),
        counts=[count if isinstance(count, Count) else None for count in counts],
    )


def up_to(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the rows that begin in `year` or before; what has no date stands for the report year."""
    if "datum" not in frame:
        return frame
    later: pd.Series[bool] = frame["datum"].dt.year > year
    return frame.loc[~later]


@dataclass(frozen=True)
class Naming:
    """How the figures of one list are called.

    `key` holds what all of their keys share, whose and what topic; `subject` as in „Integration“.
    """

    key: Key
    subject: str
    table: str
    unit: str

    def label(self, what: str = "", **parts: str) -> Label:
        """Return a label of the subject; what is counted is the unit, unless `what` says otherwise."""
        return Label(what or self.unit, self.subject, **parts)


def number(naming: Naming, rows: Sequence[int], key: Key, label: Label, method: str = "zeilen") -> Figure:
    """Return how many rows there are, as the figure `key` (its measure is „anzahl“)."""
    return Figure(
        key=replace(key, measure="anzahl"),
        label=label,
        value=len(rows),
        unit=naming.unit,
        rows=tuple(rows),
        method=METHODS[method].format(table=naming.table),
    )


def period(naming: Naming, rows: Dated) -> Iterator[Figure]:
    """Yield from when to when the rows reach; nothing without rows."""
    if rows.ids:
        yield Figure(
            key=replace(naming.key, measure="zeitraum"),
            label=naming.label(part="Zeitraum"),
            value=Period(min(rows.first), max(rows.last)),
            unit="Zeitraum",
            rows=tuple(rows.ids),
            method=METHODS["zeitraum"].format(table=naming.table),
        )


def up_to_end_of(year: int) -> str:
    """Return how labels name all rows up to the report year."""
    return f"bis Ende {year}"


def in_year(year: int) -> str:
    """Return how labels name the rows of one year."""
    return f"im Jahr {year}"


def month(year: int, number: int) -> str:
    """Return how labels name a month behind „im“."""
    return f"{MONTHS[number - 1]} {year}"


def of_years(naming: Naming, rows: Dated, year: int) -> Iterator[Figure]:
    """Yield the number of rows by year."""
    for one, ids in by_year(rows, year).items():
        yield number(naming, ids, naming.key.in_year(one), naming.label(when=in_year(one)))


def by_year(rows: Dated, year: int) -> dict[int, Ids]:
    """Return the ids by the year in which the row begins, the report year included even if nothing was in it."""
    found: dict[int, Ids] = {year: []}
    for i, day in zip(rows.ids, rows.first, strict=True):
        found.setdefault(day.year, []).append(i)
    return dict(sorted(found.items()))


def by_time(naming: Naming, rows: Dated) -> Iterator[Figure]:
    """Yield the number of rows by quarter (``2017-q3``) and month (``2017-08``) where there are any."""
    quarters: dict[tuple[int, int], Ids] = {}
    months: dict[tuple[int, int], Ids] = {}
    for i, day, exact in zip(rows.ids, rows.first, rows.exact, strict=True):
        if exact != "jahr":
            months.setdefault((day.year, day.month), []).append(i)
            quarters.setdefault((day.year, (day.month + 2) // 3), []).append(i)
    for (year, quarter), ids in sorted(quarters.items()):
        key = replace(naming.key, time=Time(year, quarter=quarter))
        yield number(naming, ids, key, naming.label(when=f"im {quarter}. Quartal {year}"))
    for (year, one), ids in sorted(months.items()):
        yield number(naming, ids, replace(naming.key, time=Time(year, month=one)), of_month(naming, year, one))


def of_month(naming: Naming, year: int, number: int, **parts: str) -> Label:
    """Return the label of a figure of one month, which stands in a line with those of other months."""
    return naming.label(at="im", when=month(year, number), line=f"{naming.unit} Monat für Monat", **parts)


def by_kind(naming: Naming, rows: Dated, column: str, *, monthly: bool) -> Iterator[Figure]:
    """Yield the number of rows by kind: over all years, by year, and if wanted by month.

    `column` names the kind in keys („art“, „format“).
    """
    whole: dict[str, Ids] = {}
    years: dict[tuple[int, str], Ids] = {}
    months: dict[tuple[int, int, str], Ids] = {}
    for i, day, exact, kind in zip(rows.ids, rows.first, rows.exact, rows.kinds, strict=True):
        whole.setdefault(kind, []).append(i)
        years.setdefault((day.year, kind), []).append(i)
        if monthly and exact != "jahr":
            months.setdefault((day.year, day.month, kind), []).append(i)

    def of(kind: str, time: Time | None = None) -> Key:
        return replace(naming.key, time=time, by=column, which=kind)

    names, by = rows.names, column.title()
    for kind, ids in whole.items():
        yield number(naming, ids, of(kind), naming.label(by=by, which=names[kind]), "art")
    for (year, kind), ids in sorted(years.items()):
        label = naming.label(by=by, which=names[kind], when=in_year(year))
        yield number(naming, ids, of(kind, Time(year)), label, "art")
    for (year, one, kind), ids in sorted(months.items()):
        label = of_month(naming, year, one, by=by, which=names[kind])
        yield number(naming, ids, of(kind, Time(year, month=one)), label, "art")
