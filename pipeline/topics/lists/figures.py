"""What is counted of a list of the office's own: its entries by time and by the columns that break it down, and sums.

Of a confidential list only that from which no few entries can be worked out (`_shown`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, partial
from typing import TypeVar

import pandas as pd

from ...base.figures import Figure, Label
from ...base.keys import Key, Time
from ...base.records import Amount
from ...statistics.counting import Counting, Rows, Scope
from ...statistics.dated import Naming, dated, in_year, number, of_month, period, up_to_end_of
from ..disclosure import shown_cells
from .declaration import Declaration, Measure
from .entries import Grouped, by_value, groupings, largest, times, void

METHODS: Mapping[str, str] = {
    "bestand": "Jeder Eintrag der Liste „{table}“ zählt einmal; sie ist ein Bestand und gilt für das Berichtsjahr.",
    "jahr": "Jeder Eintrag der Liste „{table}“ zählt einmal, in dem Jahr, das bei ihm steht.",
    "spalte": "Jeder Eintrag der Liste „{table}“ zählt einmal, bei dem, was in der Spalte „{column}“ steht.",
    "oberbegriff": (
        "Jeder Eintrag der Liste „{table}“ zählt einmal; Kürzel der Spalte „{column}“, die dasselbe bezeichnen, sind "
        "zusammengefasst."
    ),
    "summe": (
        "Zusammengezählt wurde die Spalte „{column}“ der Liste „{table}“; was fehlt oder nur nach oben begrenzt ist, "
        "zählt nicht, und die Summe gilt dann als Mindestwert."
    ),
    "nichtig": " Einträge, aus denen nach der Spalte „{column}“ nichts wurde, sind nicht in der Summe.",
    "hoechstwert": "Übernommen aus der Liste „{table}“: der größte Wert in der Spalte „{column}“.",
    "vertraulich": " Die Liste ist vertraulich: Kleine Zahlen, und was auf sie schließen ließe, bleiben weg.",
}  # fmt: skip


def counting_of(declaration: Declaration) -> Counting:
    """Return what is counted of a list."""
    totals = None if declaration.confidential else partial(_totals, declaration)
    of_project = partial(_of_project, declaration)
    return Counting(declaration.key, of_project, totals, activity=False)


def _of_project(declaration: Declaration, rows: Rows, scope: Scope) -> Iterator[Figure]:
    """Yield the figures of a project's entries up to the report year; nothing where it has none."""
    frame = rows.get(declaration.key)
    if frame is None or frame.empty:
        return
    count = _Count(declaration, frame, scope)
    yield from count.confidential() if declaration.confidential else count.open()


def _totals(declaration: Declaration, frame: pd.DataFrame, scope: Scope) -> Iterator[Figure]:
    if len(frame):
        yield from _Count(declaration, frame, scope).totals()


@dataclass(frozen=True)
class _Count:
    """Counts the entries of one frame."""

    declaration: Declaration
    frame: pd.DataFrame
    scope: Scope

    @property
    def naming(self) -> Naming:
        one = self.declaration
        return Naming(Key(self.scope.key, one.key), self.scope.subject, one.title, one.many if one.noun else "Einträge")

    @cached_property
    def when(self) -> dict[int, tuple[int, int]]:
        return times(self.declaration, self.frame, self.scope.year)

    @cached_property
    def by_year(self) -> dict[int, list[int]]:
        years: dict[int, list[int]] = {self.scope.year: []}
        for i, (year, _) in self.when.items():
            years.setdefault(year, []).append(i)
        return dict(sorted(years.items()))

    @cached_property
    def by_month(self) -> dict[tuple[int, int], list[int]]:
        months: dict[tuple[int, int], list[int]] = {}
        for i, (year, month) in self.when.items():
            if month:
                months.setdefault((year, month), []).append(i)
        return dict(sorted(months.items()))

    def open(self) -> Iterator[Figure]:
        """Yield all that can be counted."""
        naming, key = self.naming, self.naming.key
        yield self._number(self.frame.index.tolist(), key, when=up_to_end_of(self.scope.year))
        if self._is_dated:
            yield from period(naming, dated(self.frame[self.frame["datum"].notna()], _ANY, str))
        yield from self._by_time()
        groups = tuple(groupings(self.declaration, self.frame))
        for place, one in enumerate(groups):
            yield from self._by_group(one, monthly=place == 0 and self._is_dated)
        for measure in self.declaration.measures:
            yield from self._sums(measure, [(None, self.frame.index.tolist()), *self.by_year.items()])
        yield from self._highest()

    def _highest(self) -> Iterator[Figure]:
        """Yield the largest amount of the report year that a named entry has."""
        found = largest(self.declaration, self.frame, self.scope.year)
        if found is not None:
            key = replace(self.naming.key, time=Time(self.scope.year), by=found.measure.key, measure="hoechstwert")
            name = f"{found.measure.title} ({self.declaration.title})"
            yield Figure(
                key=key,
                label=self.naming.label(name, when=in_year(self.scope.year), part="höchster Wert"),
                value=_number_of(found.amount.value),
                unit=found.amount.unit,
                at_least=found.amount.at_least,
                rows=(found.row,),
                method=METHODS["hoechstwert"].format(table=self.declaration.title, column=found.measure.title),
            )

    def totals(self) -> Iterator[Figure]:
        """Yield the numbers and sums of all projects by year."""
        yield from self._by_time()
        for measure in self.declaration.measures:
            yield from self._sums(measure, list(self.by_year.items()))

    def confidential(self) -> Iterator[Figure]:
        """Yield what may be known of a confidential list: years and their months and values, none too small."""
        smallest = self.scope.settings.umfrage.kleinste_gruppe
        if len(self.frame) < smallest:
            return
        years = _shown(self.by_year, smallest)
        yield self._number(self.frame.index.tolist(), self.naming.key, when=up_to_end_of(self.scope.year))
        for year, ids in years.items():
            yield self._number(ids, self.naming.key.in_year(year), when=in_year(year))
            if not ids:
                continue
            months: dict[int, list[int]] = {}
            for i in ids:
                months.setdefault(self.when[i][1], []).append(i)
            for month, some in sorted(_shown(months, smallest).items()):
                if month:
                    key = replace(self.naming.key, time=Time(year, month=month))
                    yield self._number(some, key, label=of_month(self.naming, year, month))
            for one in groupings(self.declaration, self.frame.loc[ids]):
                if one.gathered:  # beside its codes a gathered word would tell of those that are withheld
                    continue
                yield from self._values(one, _shown(by_value(one, ids), smallest), Time(year), in_year(year))
        for measure in self.declaration.measures:
            entered = {year: self._entered(measure, ids) for year, ids in self.by_year.items()}
            all_shown = len(years) == len(self.by_year) and not any(0 < n < smallest for n in entered.values())
            whole = [(None, self.frame.index.tolist())] if all_shown else []
            yield from self._sums(measure, [*whole, *years.items()], smallest)

    # --- parts ----------------------------------------------------------------------------------------

    @property
    def _is_dated(self) -> bool:
        return "datum" in self.frame and bool(self.frame["datum"].notna().any())

    def _entered(self, measure: Measure, ids: Sequence[int]) -> int:
        """Return in how many entries a column holds an amount."""
        if measure.column not in self.frame:
            return 0
        nothing = void(self.declaration, measure, self.frame)
        cells = self.frame.loc[[i for i in ids if i not in nothing], measure.column]
        return sum(isinstance(amount, Amount) for amount in cells)

    def _number(
        self, ids: Sequence[int], key: Key, *, when: str = "", label: Label | None = None, **which: str
    ) -> Figure:
        naming, one = self.naming, self.declaration
        figure = number(naming, ids, key, label or naming.label(when=when, **which))
        if not self._is_dated:
            kind = "jahr" if one.yearly else "bestand"
            figure = replace(figure, method=METHODS[kind].format(table=one.title))
        return self._guarded(figure)

    def _guarded(self, figure: Figure) -> Figure:
        more = METHODS["vertraulich"] if self.declaration.confidential else ""
        return replace(figure, method=figure.method + more)

    def _by_time(self) -> Iterator[Figure]:
        key = self.naming.key
        for year, ids in self.by_year.items():
            yield self._number(ids, key.in_year(year), when=in_year(year))
        quarters: dict[tuple[int, int], list[int]] = {}
        for i, (year, month) in self.when.items():
            if month:
                quarters.setdefault((year, (month + 2) // 3), []).append(i)
        for (year, quarter), ids in sorted(quarters.items()):
            yield self._number(
                ids, replace(key, time=Time(year, quarter=quarter)), when=f"im {quarter}. Quartal {year}"
            )
        for (year, month), ids in self.by_month.items():
            at = replace(key, time=Time(year, month=month))
            yield self._number(ids, at, label=of_month(self.naming, year, month))

    def _by_group(self, one: Grouped, *, monthly: bool) -> Iterator[Figure]:
        yield from self._values(one, by_value(one, list(one.values)), None, "")
        for year, ids in self.by_year.items():
            yield from self._values(one, by_value(one, ids), Time(year), in_year(year))
        for (year, month), ids in self.by_month.items() if monthly else ():
            for value, some in sorted(by_value(one, ids).items()):
                key = replace(self.naming.key, time=Time(year, month=month), by=one.key, which=value)
                label = of_month(self.naming, year, month, by=one.title, which=one.names[value])
                yield self._of_value(one, self._number(some, key, label=label))

    def _values(self, one: Grouped, found: Mapping[str, list[int]], time: Time | None, when: str) -> Iterator[Figure]:
        for value, ids in sorted(found.items()):
            key = replace(self.naming.key, time=time, by=one.key, which=value)
            yield self._of_value(one, self._number(ids, key, when=when, by=one.title, which=one.names[value]))

    def _of_value(self, one: Grouped, figure: Figure) -> Figure:
        method = METHODS["oberbegriff" if one.gathered else "spalte"]
        words = {"table": self.declaration.title, "column": one.column}
        return self._guarded(replace(figure, method=method.format(**words)))

    def _sums(
        self, measure: Measure, found: Sequence[tuple[int | None, list[int]]], smallest: int = 0
    ) -> Iterator[Figure]:
        """Yield the sums of a column over all entries (None) and of years, where anything was entered."""
        if measure.column not in self.frame:
            return
        nothing = void(self.declaration, measure, self.frame)
        for year, every in found:
            ids = [i for i in every if i not in nothing]
            why = dict.fromkeys(nothing[i][1] for i in every if i in nothing)
            cells = [amount if isinstance(amount, Amount) else None for amount in self.frame.loc[ids, measure.column]]
            known = [amount for amount in cells if amount is not None]
            if not known or len(known) < smallest:
                continue
            total = sum((amount.value for amount in known), Decimal(0))
            unit = next((amount.unit for amount in known if amount.unit), measure.unit)
            when = in_year(year) if year else up_to_end_of(self.scope.year)
            name = f"{measure.title} ({self.declaration.title})"
            yield self._guarded(
                Figure(
                    key=replace(self.naming.key, time=Time(year) if year else None, by=measure.key, measure="summe"),
                    label=self.naming.label(name, when=when, line=f"{name}, Summe"),
                    value=_number_of(total),
                    unit=unit,
                    at_least=len(known) < len(cells) or any(amount.at_least for amount in known),
                    rows=tuple(ids),
                    method=METHODS["summe"].format(table=self.declaration.title, column=measure.title)
                    + "".join(METHODS["nichtig"].format(column=column) for column in why),
                )
            )


def _number_of(value: Decimal) -> int | Decimal:
    """Return an amount to two places, without zeros behind the comma."""
    rounded = value.quantize(Decimal("0.01"))
    return int(rounded) if rounded == rounded.to_integral_value() else rounded.normalize()


_Part = TypeVar("_Part", int, str)
_ANY = "genau"  # a column of words that every list with dates has; only the days are asked for


def _shown(parts: Mapping[_Part, list[int]], smallest: int) -> dict[_Part, list[int]]:
    """Return those parts of a whole that may be known: none of a few, and none from which a few could be worked out."""
    whole = sum(map(len, parts.values()))
    cells = shown_cells([list(map(len, parts.values()))], [whole] * len(parts), smallest, exclusive=False)[0]
    return {name: ids for (name, ids), is_shown in zip(parts.items(), cells, strict=True) if is_shown}
