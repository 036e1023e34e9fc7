"""Values side by side: a column for each year („2022 | 2023“) or for each kind („Jahr | Mitglieder | Haushalt“)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ...base.schema import TableSchema
from ..cells.amounts import number
from ..cells.values import year
from ..sheets import Cell, Sheet, as_typed, holds
from .headings import Heading, Headings, Match, Texts

_LOOKED_AT = 200  # rows below a header by which its columns are judged


@dataclass(frozen=True)
class WideColumn:
    """A column of values: its heading, its position, and what the heading says of every value (column -> value)."""

    typed: str
    place: int
    says: Mapping[str, Any]


def wide_columns_at(
    table: TableSchema, sheet: Sheet, position: int, texts: Texts, headings: Headings, is_named: bool
) -> tuple[Match, tuple[WideColumn, ...]] | None:
    """Return the headings of a row and the columns of values of `table` among them; None if none stand side by side.

    A sheet that is named like a list of values may leave out the heading of the first column.
    """
    below = bisect_right(sheet.filled_rows, position)
    rows = [sheet.rows[i] for i in sheet.filled_rows[below : below + _LOOKED_AT]]
    first = _first_column(rows)
    years_below = is_named and _holds_each_year_once(first, rows)
    by_year = tuple(one for one in _by_year(sheet.rows[position]) if not (years_below and one.place == first))
    rest = {place: words for place, words in texts.items() if place not in {one.place for one in by_year}}
    match = headings.match(table, rest)
    if "wert" in match.names or not rows:
        return None
    if by_year and "jahr" not in match.names:
        if "bezeichnung" not in match.names and is_named:
            match = _with_first_column(match, by_year, rows)
        fits = "bezeichnung" in match.names and (is_named or len(by_year) > 1)
        return (match, by_year) if fits and _are_numbers(rows, by_year) else None
    if years_below and "jahr" not in match.names:
        match = _with_column(match, "jahr", first)
    if is_named and "jahr" in match.names and "bezeichnung" not in match.names and _are_years(rows, match):
        by_kind = _by_kind(match, rows)
        places = {one.place for one in by_kind}
        others = tuple(heading for heading in match.headings if heading.place not in places)
        return (replace(match, headings=others), by_kind) if by_kind else None
    return None


_YEAR = re.compile(r"(?i)(?:im |ende )?(?:jahr |stand |ist )?(?:31\.\s*12\.\s*)?((?:19|20)\d\d)(?: ?\(?ist\)?)?\*?")


def _by_year(row: Sequence[Cell]) -> tuple[WideColumn, ...]:
    """Return the columns whose headings are years; none if one year stands there twice."""
    found = []
    for place, cell in enumerate(row):
        if isinstance(cell, date) and (cell.month, cell.day) != (12, 31):
            continue
        typed = _YEAR.fullmatch(" ".join(as_typed(cell).split()))
        if typed:
            found.append(WideColumn(as_typed(cell), place, {"jahr": int(typed[1])}))
    return tuple(found) if len({one.says["jahr"] for one in found}) == len(found) else ()


def _with_first_column(match: Match, spread: Sequence[WideColumn], rows: Sequence[Sequence[Cell]]) -> Match:
    """Return the match with the first column as the one that names the values, if it holds words."""
    first = _first_column(rows)
    return _with_column(match, "bezeichnung", first) if first < spread[0].place else match


def _with_column(match: Match, name: str, place: int) -> Match:
    """Return the match with the column at a place as the one of that name, unless its heading means another."""
    column = match.table.column(name)
    if any(heading.place == place and heading.column is not None for heading in match.headings):
        return match
    typed = next((heading.typed for heading in match.headings if heading.place == place), column.heading)
    others = (heading for heading in match.headings if heading.place != place)
    return replace(match, headings=(Heading(typed, place, column), *others))


def _first_column(rows: Sequence[Sequence[Cell]]) -> int:
    return min((place for row in rows for place, cell in enumerate(row) if holds(cell)), default=0)


_FEWEST_YEARS = 2  # a single number of four digits may be anything


def _holds_each_year_once(place: int, rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a column holds years and nothing else, whatever stands above it: „Stand 31.12.“.

    A day that ends its year stands for it; any other day is one of a list of what happened.
    """
    noted = 2  # cells; a row with a single one is a remark below the table
    cells = [row[place] for row in rows if holds(row[place]) and sum(map(holds, row)) >= noted]
    if any(isinstance(cell, date) and (cell.month, cell.day) != (12, 31) for cell in cells):
        return False
    years = [year(cell) for cell in cells]
    return None not in years and len(set(years)) == len(years) >= _FEWEST_YEARS


_UNIT = re.compile(
    r"(?i)(.+?)\s*(?:[(\[]\s*(?:in |Angaben? in )?|,?\s+in )"
    r"(€|Euro|EUR|T€|TEUR|Tsd\. (?:€|Euro)|Mio\. (?:€|Euro)|%|Prozent|Stunden|Std\.|km|m²|qm|ha|kWh|Stück|Tage)"
    r"\s*[)\]]?"
)


def _by_kind(match: Match, rows: Sequence[Sequence[Cell]]) -> tuple[WideColumn, ...]:
    """Return the columns of numbers that no table knows: their headings name the values; none if one stands twice."""
    found = []
    for heading in match.headings:
        typed = " ".join(heading.typed.split())
        unit = _UNIT.fullmatch(typed)
        says = {"bezeichnung": unit[1], "einheit": unit[2]} if unit else {"bezeichnung": typed}
        one = WideColumn(typed, heading.place, says)
        if heading.column is None and _are_numbers(rows, (one,)):
            found.append(one)
    return tuple(found) if len({one.typed for one in found}) == len(found) else ()


def _are_years(rows: Sequence[Sequence[Cell]], match: Match) -> bool:
    place = next(h.place for h in match.headings if h.column is not None and h.column.name == "jahr")
    return _most(year(row[place]) is not None for row in rows if holds(row[place]))


def _are_numbers(rows: Sequence[Sequence[Cell]], spread: Iterable[WideColumn]) -> bool:
    cells = [row[one.place] for one in spread for row in rows]
    return _most(number(cell) is not None for cell in cells if holds(cell))


def _most(told: Iterable[bool]) -> bool:
    answers = list(told)
    return sum(answers) * 2 > len(answers)
