"""Which year the tables are about, and what lies beyond the report year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd

from ..base.problems import Problem, problem
from ..base.records import Tables
from ..base.settings import FILE
from ..german.enumerations import listing
from .messages import problem_at, rows_counted, rows_in_words
from .sheets import Sheet, as_typed


def latest_year(frames_by_table: Mapping[str, pd.DataFrame]) -> int | None:
    """Return the latest year that is not thin, of those in which something began, else to which a value belongs.

    None if there is none.
    """
    years = rows_by_year(frames_by_table)
    return max(years.keys() - _thin(years), default=None)


def rows_by_year(frames_by_table: Mapping[str, pd.DataFrame]) -> Counter[int]:
    """Return how many rows began in each year; where no table has dates, how many values belong to it."""
    frames = frames_by_table.values()
    years = Counter(year for frame in frames if "datum" in frame for year in frame["datum"].dropna().dt.year.tolist())
    return years or Counter(year for frame in frames if "jahr" in frame for year in frame["jahr"].tolist())


def far_years(years: Mapping[int, int]) -> frozenset[int]:
    """Return the years that lie apart from those to which nearly all rows belong, and hold only a few."""
    clusters: list[list[int]] = []
    for year in sorted(years):
        if clusters and year - clusters[-1][-1] < _APART:
            clusters[-1].append(year)
        else:
            clusters.append([year])
    main = max(clusters, key=lambda cluster: sum(years[year] for year in cluster), default=[])
    rows = sum(years[year] for year in main)
    if (sum(years.values()) - rows) * 2 > rows:  # years of joining: everybody's lies apart
        return frozenset()
    return frozenset(
        year
        for cluster in clusters
        if cluster is not main and sum(years[one] for one in cluster) * _rarity(cluster, main) <= rows
        for year in cluster
    )


_APART = 3  # who pauses for a year or two, comes back in the third


def _rarity(cluster: Sequence[int], main: Sequence[int]) -> int:
    """Return how many rows the others must have for each one here; nobody pauses for ten years."""
    return 2 if max(cluster[0] - main[-1], main[0] - cluster[-1]) >= 10 else 6


def _thin(years: Mapping[int, int]) -> set[int]:
    """Return the years that lie apart, and those with fewer than a tenth of the rows of the one before.

    What follows a thin year and has no more than half of its rows is thin, too: 562 rows, 5 rows, 1 row.
    """
    thin = set(far_years(years))
    for before, year in pairwise(sorted(years.keys() - thin)):
        if years[year] * 10 < years[before] or (before in thin and years[year] * 2 <= years[before]):
            thin.add(year)
    return thin


def broken_off(tables: Tables, year: int) -> dict[str, date]:
    """Return the tables whose rows of `year` end early while those of the year before went on, with their last day.

    At least a quarter of the rows of the year before, and four, lie three months and more behind that day.
    """
    found: dict[str, date] = {}
    for name, frame in tables.frames.items():
        if "datum" in frame:
            days = frame["datum"].dropna()
        elif "buchungstag" in frame:
            days = pd.to_datetime(frame["buchungstag"], format="%d.%m.%Y", errors="coerce").dropna()
        else:
            continue
        last = days[days.dt.year == year].max()
        before = days[days.dt.year == year - 1]
        if pd.isna(last) or before.empty or before.max().month - last.month < _MONTHS:
            continue
        beyond = (before.dt.month > last.month).sum()
        if beyond >= _ENOUGH and beyond * 4 >= len(before):
            found[name] = last.date()
    return found


_MONTHS = 3  # a pause over the summer or over New Year is shorter
_ENOUGH = 4  # rows missing behind the last day; fewer may be chance


def about_parts(tables: Tables, parts: Mapping[str, date], year: int) -> tuple[Problem, ...]:
    """Return what is told of tables that know but a part of the report year, up to a last day each."""
    return tuple(
        problem(
            "auffaellig-teiljahr", table=tables.schemas[name].title, last=as_typed(last), year=year, before=year - 1
        )
        for name, last in parts.items()
    )


def about_later_years(tables: Tables, year: int) -> tuple[Problem, ...]:
    """Return that there are later years than the one that the rows chose for the report, if there are."""
    years = rows_by_year(tables.frames)
    later = sorted(one for one in years if one > year)
    if not later:
        return ()
    rows = listing([f"{one} ({rows_counted(years[one])})" for one in later])
    chosen = f"{year} ({rows_counted(years[year])})"
    return (problem("auffaellig-jahr-duenn", file=FILE, chosen=chosen, later=rows, year=later[-1]),)


def drop_after_year(tables: Tables, year: int) -> Tables:
    """Return the tables without what came after `year`; the rows are set aside with a hint for each sheet."""
    frames = {name: _up_to(frame, year) for name, frame in tables.frames.items()}
    return replace(tables, frames=frames, **_without(tables, frames, year))


def _up_to(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the rows that belong to `year` or before, or to no year."""
    if "datum" in frame:
        later: pd.Series[bool] = frame["datum"].dt.year > year
    elif "jahr" in frame:
        later = frame["jahr"] > year
    else:
        return frame
    return frame.loc[~later]


def _without(tables: Tables, frames: dict[str, pd.DataFrame], year: int) -> dict[str, Any]:
    """Return problems and balance after records were set aside.

    A row of several dates is told of when one of them goes, and counts as set aside once all have gone.
    """
    problems = list(tables.problems)
    balance = {(line.file, line.sheet, line.table): line for line in tables.balance}
    for name, frame in tables.frames.items():
        kept = set(tables.sources.loc[frames[name].index].itertuples(index=False, name=None))
        gone = tables.sources.loc[frame.index.difference(frames[name].index)]
        rows: dict[tuple[str, str], set[int]] = {}
        for file, sheet, row in sorted(set(gone.itertuples(index=False, name=None))):
            rows.setdefault((file, sheet), set()).add(int(row))
        for (file, sheet), own in rows.items():
            problems.append(
                problem_at(
                    "nach-dem-berichtsjahr", Sheet(file, sheet), min(own) - 1, year=year, rows=rows_in_words(own)
                )
            )
            line = balance[file, sheet, name]
            whole = sum((file, sheet, row) not in kept for row in own)
            balance[file, sheet, name] = replace(line, used=line.used - whole, set_aside=line.set_aside + whole)
    return {"problems": tuple(problems), "balance": tuple(balance.values())}
