"""The rows of one list with dates, column by column, and their figures by year, quarter, month and kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ..base.figures import Figure
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
    """Return the rows that begin in `year` or before; what has no date belongs to no year and is left out."""
    begun: pd.Series[bool] = frame["datum"].dt.year <= year
    return frame.loc[begun]


@dataclass(frozen=True)
class Naming:
    """How the figures of one list are called: `key` as in ``integration.treffen``, `subject` as in „Integration“."""

    key: str
    subject: str
    table: str
    unit: str

    def label(self, text: str) -> str:
        """Return „Integration: <text>“, or the text alone where there is no subject."""
        return f"{self.subject}: {text}" if self.subject else text


def number(naming: Naming, rows: Sequence[int], what: str = "", part: str = "", method: str = "zeilen") -> Figure:
    """Return how many rows there are, as the figure `<naming.key>.<part>.anzahl`."""
    return Figure(
        key=".".join(filter(None, (naming.key, part, "anzahl"))),
        label=naming.label(f"{naming.unit} {what}".rstrip()),
        value=len(rows),
        unit=naming.unit,
        rows=tuple(rows),
        method=METHODS[method].format(table=naming.table),
        subject=naming.subject,
    )


def period(naming: Naming, rows: Dated) -> Iterator[Figure]:
    """Yield from when to when the rows reach; nothing without rows."""
    if rows.ids:
        yield Figure(
            key=f"{naming.key}.zeitraum",
            label=naming.label(f"{naming.unit}, Zeitraum"),
            value=Period(min(rows.first), max(rows.last)),
            unit="Zeitraum",
            rows=tuple(rows.ids),
            method=METHODS["zeitraum"].format(table=naming.table),
            subject=naming.subject,
        )


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
        yield number(naming, ids, f"im {quarter}. Quartal {year}", f"{year}-q{quarter}")
    for (year, month), ids in sorted(months.items()):
        yield number(naming, ids, f"im {MONTHS[month - 1]} {year}", f"{year}-{month:02}")


def by_kind(naming: Naming, rows: Dated, word: str, *, monthly: bool) -> Iterator[Figure]:
    """Yield the number of rows by kind: over all years, by year, and if wanted by month.

    `word` names the kind in keys („art“, „format“).
    """
    whole: dict[str, Ids] = {}
    years: dict[tuple[int, str], Ids] = {}
    months: dict[tuple[int, int, str], Ids] = {}
    for i, day, exact, kind in zip(rows.ids, rows.first, rows.exact, rows.kinds, strict=True):
        whole.setdefault(kind, []).append(i)
        years.setdefault((day.year, kind), []).append(i)
        if monthly and exact != "jahr":
            months.setdefault((day.year, day.month, kind), []).append(i)
    names = rows.names
    for kind, ids in whole.items():
        yield number(naming, ids, _of_kind(names[kind], word), f"{word}.{kind}", "art")
    for (year, kind), ids in sorted(years.items()):
        yield number(naming, ids, f"{_of_kind(names[kind], word)} im Jahr {year}", f"{year}.{word}.{kind}", "art")
    for (year, month, kind), ids in sorted(months.items()):
        what = f"{_of_kind(names[kind], word)} im {MONTHS[month - 1]} {year}"
        yield number(naming, ids, what, f"{year}-{month:02}.{word}.{kind}", "art")


def _of_kind(name: str, word: str) -> str:
    return f"({word.title()}: {name})"
