"""Which columns of a table are read, where what stands below the headings says otherwise than these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...base.problems import Problem
from ...base.records import Count
from ...german.nothing import kind_of_nothing
from ..cells.counts import read_count
from ..cells.date_words import is_weekday
from ..layout.blocks import Block
from ..layout.headings import Heading, heading_key
from ..messages import problem_at
from ..sheets import Cell, holds


@dataclass(frozen=True)
class ResolvedColumns:
    """The columns that are read: name -> position from 0, name -> heading as it stands on one line.

    Of values side by side, the name is the heading.
    """

    places: Mapping[str, int]
    headings: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def resolve_columns(block: Block) -> ResolvedColumns:
    """Return the columns that a block's headings mean, put right by what stands below them."""
    headings = {h.column.name: " ".join(h.typed.split()) for h in block.headings if h.column is not None}
    columns = ResolvedColumns(
        places={**block.places, **{one.typed: one.place for one in block.spread}},
        headings={**headings, **{one.typed: one.typed for one in block.spread}},
    )
    for step in (_dates_beside_weekdays, _numbers_instead_of_names, _numbers_for_people):
        columns = step(block, columns)
    return columns


def _dates_beside_weekdays(block: Block, columns: ResolvedColumns) -> ResolvedColumns:
    """Take the column beside for the date where „Datum“ stands over the weekday and the day."""
    place = columns.places.get("datum")
    if place is None or place + 1 >= block.right or place + 1 in columns.places.values():
        return columns
    rows = block.sheet.rows[block.header + 1 : block.end]
    both = [(row[place], row[place + 1]) for row in rows if holds(row[place]) and holds(row[place + 1])]
    weekdays = [beside for typed, beside in both if isinstance(typed, str) and is_weekday(typed)]
    mostly = len(weekdays) * 2 > len(both)
    if not mostly or any(isinstance(beside, str) and not beside[0].isdigit() for beside in weekdays):
        return columns
    return replace(columns, places={**columns.places, "datum": place + 1})


def _numbers_instead_of_names(block: Block, columns: ResolvedColumns) -> ResolvedColumns:
    """Leave out a column „Teilnehmer“ that lists names, for another with numbers if there is one."""
    place = columns.places.get("teilnehmerzahl")
    if place is None:
        return columns
    numbers = column_of_numbers(block)
    if numbers is not None and numbers.place == place:
        return replace(columns, headings={**columns.headings, "teilnehmerzahl": " ".join(numbers.typed.split())})
    words = {"heading": columns.headings["teilnehmerzahl"], "table": block.table.title}
    names = problem_at("namen-statt-zahlen", block.sheet, block.header, place, None, **words)
    places = {name: where for name, where in columns.places.items() if name != "teilnehmerzahl"}
    headings = dict(columns.headings)
    if numbers is not None:
        places["teilnehmerzahl"] = numbers.place
        headings["teilnehmerzahl"] = " ".join(numbers.typed.split())
    return ResolvedColumns(places, headings, (*columns.problems, names))


def _numbers_for_people(block: Block, columns: ResolvedColumns) -> ResolvedColumns:
    """Take numbers below „Publikum“ for how many came."""
    place = columns.places.get("zielgruppe")
    if place is None or "teilnehmerzahl" in columns.places:
        return columns
    cells = _cells_below(block, place)
    counts = (count for count in map(read_count, cells) if isinstance(count, Count))
    if sum(count.kind != "unbekannt" for count in counts) * 2 <= len(cells):
        return columns
    places = {name: where for name, where in columns.places.items() if name != "zielgruppe"}
    headings = {**columns.headings, "teilnehmerzahl": columns.headings["zielgruppe"]}
    return replace(columns, places={**places, "teilnehmerzahl": place}, headings=headings)


def column_of_numbers(block: Block) -> Heading | None:
    """Return the best heading of people's number whose column does not list their names; None if there is none."""
    meant = (h for h in (*block.headings, *block.doubles) if h.column is not None and h.column.kind == "anzahl")
    return next((heading for heading in meant if not _lists_names(block, heading)), None)


def _lists_names(block: Block, heading: Heading) -> bool:
    if "zahl" in heading_key(heading.typed):
        return False
    cells = _cells_below(block, heading.place)
    texts = (cell for cell in cells if isinstance(cell, str))
    words = [text for text in texts if not (any(map(str.isdigit, text)) or kind_of_nothing(text, "anzahl"))]
    return sum(read_count(cell) == "unlesbar" for cell in words) * 2 > len(cells)


def _cells_below(block: Block, place: int) -> list[Cell]:
    """Return what stands in a column of the table."""
    return [row[place] for row in block.sheet.rows[block.header + 1 : block.end] if holds(row[place])]
