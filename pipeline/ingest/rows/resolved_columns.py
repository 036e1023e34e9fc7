"""Which columns of a table are read, where what stands below the headings says otherwise than these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...base.problems import Problem
from ..cells.date_words import is_weekday
from ..layout.blocks import Block
from ..layout.candidates import cells_below, is_number, lists_names
from ..messages import problem_at
from ..sheets import holds


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
    """Leave out columns „Teilnehmer“ that list names."""
    for heading in (heading for heading in (*block.headings, *block.doubles) if lists_names(block, heading)):
        words = {"heading": " ".join(heading.typed.split()), "table": block.table.title}
        said = problem_at("namen-statt-zahlen", block.sheet, block.header, heading.place, None, **words)
        places = {name: place for name, place in columns.places.items() if place != heading.place}
        columns = replace(columns, places=places, problems=(*columns.problems, said))
    return columns


def _numbers_for_people(block: Block, columns: ResolvedColumns) -> ResolvedColumns:
    """Take numbers below „Publikum“ for how many came."""
    place = columns.places.get("zielgruppe")
    if place is None or "teilnehmerzahl" in columns.places:
        return columns
    cells = cells_below(block, place)
    if sum(map(is_number, cells)) * 2 <= len(cells):
        return columns
    places = {name: where for name, where in columns.places.items() if name != "zielgruppe"}
    headings = {**columns.headings, "teilnehmerzahl": columns.headings["zielgruppe"]}
    return replace(columns, places={**places, "teilnehmerzahl": place}, headings=headings)
