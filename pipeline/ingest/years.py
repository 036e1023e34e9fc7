"""Which year the tables are about, and what lies beyond the report year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from ..base.records import Tables
from .messages import problem_at, rows_in_words
from .sheets import Sheet


def latest_year(frames_by_table: Mapping[str, pd.DataFrame]) -> int | None:
    """Return the last year in which something began, else to which a value belongs; None if there is none.

    A year far beyond all others to which hardly a row belongs is a slip of the finger.
    """
    frames = frames_by_table.values()
    years = Counter(year for frame in frames if "datum" in frame for year in frame["datum"].dropna().dt.year.tolist())
    years = years or Counter(year for frame in frames if "jahr" in frame for year in frame["jahr"].tolist())
    return _without_slips(years)


def _without_slips(years: Counter[int]) -> int | None:
    found, rows = sorted(years), years.total()
    while len(found) > 1 and found[-1] - found[-2] > 1 and years[found[-1]] * _FEW < rows:
        found.pop()
    return int(found[-1]) if found else None


_FEW = 20  # one row in so many


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
