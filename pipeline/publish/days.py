"""Which days the rows of a report tell of."""

from __future__ import annotations

from datetime import date

import pandas as pd

from ..base.records import Tables


def last_day(tables: Tables) -> date | None:
    """Return the last day that any row or survey tells of."""
    frames = [frame for frame in tables.frames.values() if "datum" in frame]
    days = [frame[column].max() for frame in frames for column in ("datum", "bis")]
    known = [day.date() for day in days if not pd.isna(day)]
    return max([*known, *(survey.end for survey in tables.surveys if survey.end)], default=None)


def months(tables: Tables, year: int, *wanted: str) -> tuple[int, ...]:
    """Return how many rows of the `wanted` tables began in each month of `year`: the picture on the cover."""
    counts = [0] * 12
    for frame in map(tables.__getitem__, wanted):
        of_year = frame[(frame["datum"].dt.year == year) & (frame["genau"] != "jahr")]
        for month in of_year["datum"].dt.month:
            counts[month - 1] += 1
    return tuple(counts)
