"""The cells of a table on a sheet -> values, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from ...base.problems import Problem
from ...base.records import Amount, Count
from ...base.schema import Column
from ...german.nothing import kind_of_nothing
from ...german.units import Unit, of_heading, unit
from ..cells.amounts import read_amount
from ..cells.counts import read_count
from ..cells.dates import DateContext, Dates, Span, read_dates, year_of_period
from ..cells.fillers import is_hour
from ..cells.lists import split_themes
from ..cells.personal import has_personal_data, without_personal_data
from ..cells.persons import is_anybody, ways_to_say, without_people_in_name
from ..cells.values import LISTS, READERS, WORDS, asked_for, engagement, line
from ..layout.blocks import Block
from ..layout.compounds import names_one_of
from ..layout.headings import heading_key
from ..messages import problem_at, rows_in_words
from ..sheets import Cell, as_typed, holds
from .resolved_columns import ResolvedColumns

Values = dict[str, Any]
MAY_BE_NAME = "…"  # what is shown instead of a cell that could be somebody's name
# Kinds whose cells say themselves what is unknown: staff are told, or it counts, or „–“ means „nein“.
_OWN_NOTHING = frozenset(("datum", "anzahl", "menge", "engagement"))


class Cells:
    """The cells of one block and what they mean; positions count from 0. `problems` grows while they are read.

    `places` are the columns that are read, name -> position (of values side by side, heading -> position); `columns`
    those of them that hold more than a date, `beside` the names of those whose heading says „gemeinsam mit“.
    `people` are the names of all people in the list, by `ways_to_say`; `may_be_names` grows, too: the cells (row,
    column) of other columns in which one stands or could stand.
    """

    def __init__(self, block: Block, resolved: ResolvedColumns) -> None:
        self.block, self.sheet, self.table = block, block.sheet, block.table
        self.places, self._headings = resolved.places, resolved.headings
        self.problems: list[Problem] = []
        self.may_be_names: set[tuple[int, int]] = set()
        self._covered = _covered(block)
        meant = (*block.headings, *block.doubles)
        self._names = [h.place for h in meant if h.column is not None and h.column.kind == "person"]
        self.people = frozenset(self._people())
        kinds = {c.name: c.kind for c in self.table.columns if c.name in self.places}
        self._wordy = [
            name for name, kind in kinds.items() if kind in WORDS or kind in ("datum", "bis", "person", "wortlaut")
        ]
        self._asked = {
            name: asked_for(self.table.column(name)) for name, kind in kinds.items() if kind not in _OWN_NOTHING
        }
        amounts = (c for c in self.table.columns if c.kind == "menge" and c.name in self.places)
        self._units: dict[str, Unit | None] = {
            c.name: of_heading(self._headings[c.name])[1] or unit(c.unit) for c in amounts
        }
        self._above: dict[str, Cell] = {}
        self._dittos: dict[str, list[int]] = {}
        self._shared: set[int] = set()  # rows whose number stands in a merged cell for several records
        needed = (name for need in self.table.needs for name in need if name in self.places)
        self._needed = [(self.table.column(name), self.places[name]) for name in needed]
        self.columns = [
            (column, self.places[column.name])
            for column in self.table.columns
            if column.name in self.places and column.kind not in ("datum", "bis")
        ]
        self.beside = tuple(column.name for column, _ in self.columns if self._names_partners(column))

    @property
    def nameless(self) -> frozenset[int]:
        """The positions of the columns that are read and are not about people."""
        return frozenset(self.places.values()) - frozenset(self._names)

    # --- cells ----------------------------------------------------------------------------------------

    def at(self, position: int, place: int) -> Cell:
        """Return a cell; of one that is covered by a merged block, the value of the block."""
        cell = self.sheet.rows[position][place]
        if cell is None and (position, place) in self._covered:
            return self.sheet.rows[self._covered[position, place]][place]
        return cell

    def of_row(self, position: int) -> dict[str, Cell]:
        """Return column name -> cell, asked from the top; what only fills a cell is blank, „dito“ is the cell above."""
        cells = {name: self.at(position, place) for name, place in self.places.items()}
        for name in self._wordy:
            cell = cells[name]
            if isinstance(cell, str) and kind_of_nothing(cell) == "ditto":
                cells[name] = self._above.get(name)
                self._dittos.setdefault(name, []).append(position)
        for name, asked in self._asked.items():
            typed = as_typed(self.at(position, self.places[name]))
            if kind_of_nothing(typed, asked) not in ("", "ditto"):
                cells[name] = None
        if sum(map(holds, cells.values())) > 1:
            self._above = cells
        return cells

    def typed(self, position: int) -> dict[str, str]:
        """Return column name -> what was typed there, blanks left out."""
        row = self.sheet.rows[position]
        return {name: as_typed(row[place]) for name, place in self.places.items() if holds(row[place])}

    def continues(self, position: int, last: int) -> bool:
        """Tell whether merged cells make a row part of the record that began in row `last`.

        Of the needed cells it may have no own ones, or only lists where what names the record is merged, too.
        """
        if not self._covered:
            return False
        needed = [
            column for column, _ in self._needed if self._covered.get((position, self.places[column.name])) == last
        ]
        own = [column for column, place in self._needed if holds(self.sheet.rows[position][place])]
        named = any(column.kind == "text" for column in needed)
        return bool(needed) and (not own or (named and all(column.kind in LISTS for column in own)))

    # --- values ---------------------------------------------------------------------------------------

    def values(self, position: int, cells: Mapping[str, Cell]) -> Values:
        """Return column name -> value of all columns that are no dates."""
        return {column.name: self.value(position, column, cells[column.name]) for column, _ in self.columns}

    def value(self, position: int, column: Column, cell: Cell) -> Any:
        """Return what a cell means in its column."""
        if column.kind == "anzahl":
            return self._count(position, column, cell)
        if column.kind == "engagement":
            return self._engagement(position, column, cell)
        if column.kind == "menge":
            return self._amount(position, column, cell)
        value = READERS[column.kind](cell)
        if column.kind == "jahr" and value is None and (value := year_of_period(cell, DateContext())):
            self.report("jahr-zeitraum", position, column.name, line(cell), year=value)
        if value and self._names and column.kind in ("organisation", "art"):
            value = self._without_people(position, column, value)
        if column.kind in WORDS and value and has_personal_data(value):
            in_text = column.kind == "absatz"
            self.report("personendaten-im-text" if in_text else "personendaten", position, column.name)
            value = without_personal_data(value) if in_text else without_personal_data(value).strip(" …,;")
        return split_themes(value, one=self._holds_one(column)) if column.kind == "themen" else value

    def until(self, position: int, dates: Dates, typed: Cell, context: DateContext) -> Dates:
        """Return the dates with what the column „bis“ adds."""
        if not holds(typed) or is_hour(typed) or self._is_bare_hour(position, typed):
            return dates  # the hour at which it ended is of no interest
        first = dates[0].first
        last = read_dates(typed, replace(context, year=first.year, month=first.month))
        if isinstance(last, str) or len(dates) > 1 or last[-1].last < first:
            self.report("bis-unlesbar", position, "bis", self._no_name(position, "bis", typed))
            return dates
        return (Span(first, max(dates[0].last, last[-1].last), dates[0].exact),)

    def _is_bare_hour(self, position: int, typed: Cell) -> bool:
        """Tell whether a bare „20“ below „bis“ is an hour: only where the date is a bare day, too, is it a day."""
        date = line(self.at(position, self.places["datum"]))
        return re.fullmatch(r"(?:ca\.? )?\d{1,2}(?:,\d+)?|0,\d+", line(typed)) is not None and not date.isdigit()

    def who(self, position: int) -> bytes:
        """Return a digest of the person's name; b"" if there is none."""
        names = (line(self.at(position, place)).casefold() for place in self._names)
        typed = "\n".join(name for name in names if not is_anybody(name))
        return sha256(typed.encode()).digest() if typed.strip() else b""

    def _holds_one(self, column: Column) -> bool:
        """Tell whether the heading of a list speaks of one thing: „Thema“."""
        return names_one_of(self._headings[column.name], frozenset(map(heading_key, column.singular)))

    def _names_partners(self, column: Column) -> bool:
        """Tell whether a heading names those beside the association: „gemeinsam mit“."""
        return heading_key(self._headings[column.name]) in map(heading_key, column.beside)

    def _people(self) -> Iterator[str]:
        for row in self.sheet.rows[self.block.header + 1 : self.block.end] if self._names else ():
            yield from ways_to_say(as_typed(row[place]) for place in self._names)

    def _without_people(self, position: int, column: Column, value: str) -> str:
        """Return an organisation or group without names of people, who are counted and never named."""
        own = (line(self.at(position, place)).casefold() for place in self._names)
        shown = "" if value.casefold() in own else without_people_in_name(value, self.people)
        if shown != value:
            self.may_be_names.add((position, self.places[column.name]))
            self.report("name-im-netzwerk", position, column.name)
        return shown

    def _engagement(self, position: int, column: Column, cell: Cell) -> str:
        degree = engagement(cell, self._headings[column.name])
        if degree is None and not kind_of_nothing(line(cell), asked_for(column)):
            self.report("engagement-unlesbar", position, column.name)
        return degree or ""

    def _count(self, position: int, column: Column, cell: Cell) -> Count | None:
        place = (position, self.places[column.name])
        if place in self.sheet.faults:
            return Count("unbekannt")
        if holds(cell) and place in self._covered:  # a number for several records was typed once
            top = self._covered[place]
            if top not in self._shared:
                self.report("anzahl-verbunden", top, column.name, self._no_name(top, column.name, cell))
            self._shared.add(top)
            return Count("unbekannt")
        count = read_count(cell)
        if isinstance(count, str):
            self.report(f"anzahl-{count}", position, column.name, self._no_name(position, column.name, cell))
            return Count("unbekannt", typed=no_name(without_personal_data(as_typed(cell))))
        return count

    def _amount(self, position: int, column: Column, cell: Cell) -> Amount | None:
        """Return an amount; the first unit that a cell names without a heading is that of the column."""
        place = (position, self.places[column.name])
        if place in self.sheet.faults or (holds(cell) and place in self._covered):
            return None  # told of with the other faults; an amount for several records was typed once, at the first
        amount = read_amount(cell, self._units[column.name])
        if isinstance(amount, str):
            own = self._units[column.name]
            shown = self._no_name(position, column.name, cell)
            self.report(f"menge-{amount}", position, column.name, shown, unit=own.name if own else "")
            return None
        if amount is not None and self._units[column.name] is None:
            self._units[column.name] = unit(amount.unit)
        return amount

    def _no_name(self, position: int, column: str, cell: Cell) -> str:
        """Return what stands where a number or date belongs, and note if it could be somebody's name."""
        shown = no_name(as_typed(cell))
        if shown == MAY_BE_NAME:
            self.may_be_names.add((position, self.places[column]))
        return shown

    # --- problems -----------------------------------------------------------------------------------------

    def report(self, code: str, position: int, column: str = "", value: str | None = None, **words: object) -> None:
        """Note a problem in a row, in the cell of a column if one is named."""
        words = {"heading": self._headings.get(column, ""), "table": self.table.title} | words
        if self.table.confidential and value:
            value = MAY_BE_NAME
        self.problems.append(problem_at(code, self.sheet, position, self.places.get(column), value, **words))

    def report_dittos(self) -> None:
        """Tell for each column once where „dito“ was read as the cell above."""
        for name, positions in self._dittos.items():
            rows = rows_in_words(position + 1 for position in positions)
            self.report("wie-oben", positions[0], name, as_typed(self.at(positions[0], self.places[name])), rows=rows)

    def report_faults(self, set_aside: set[int]) -> None:
        """Name error cells one by one and formulas without a value column by column, but in rows `set_aside`."""
        names = {place: name for name, place in self.places.items()}
        empty: dict[str, list[int]] = {}
        for (position, place), typed in sorted(self.sheet.faults.items()):
            if place not in names or not self.block.header < position < self.block.end:
                continue
            if position in set_aside and names[place] != "datum":
                continue
            if typed.startswith("="):
                empty.setdefault(names[place], []).append(position)
            else:
                lost = "die Zeile zählt nicht mit" if names[place] == "datum" else "der Wert fehlt im Bericht"
                self.report("zelle-fehlerwert", position, names[place], typed, lost=lost)
        for name, positions in empty.items():
            rows = rows_in_words(position + 1 for position in positions)
            lost = "diese Zeilen zählen nicht mit" if name == "datum" else "ihre Werte fehlen im Bericht"
            self.report("formel-ohne-wert", positions[0], name, rows=rows, lost=lost)


def no_name(typed: str) -> str:
    """Return what stands where a number or date belongs; „…“ if it could be somebody's name."""
    return typed if any(map(str.isdigit, typed)) or typed == typed.lower() else MAY_BE_NAME


def _covered(block: Block) -> dict[tuple[int, int], int]:
    """Return position (row, column) -> row of the value, for cells that a vertically merged block covers."""
    return {
        (row, merged.left): merged.top
        for merged in block.sheet.merged
        if merged.top > block.header and merged.bottom > merged.top and block.left <= merged.left < block.right
        for row in range(merged.top + 1, min(merged.bottom + 1, block.end))
    }
