"""The values that staff entered and that no list holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...base.figures import Figure
from ...base.keys import Key, Time, project_slug
from ...base.names import slug
from ...german.quantities import named
from ...statistics.counting import Counting, Rows, Scope
from ...statistics.dated import Naming

_ENTERED = "Übernommen aus der Liste „Werte“, so wie die Geschäftsstelle den Wert eingetragen hat."


def of_project(rows: Rows, scope: Scope) -> Iterator[Figure]:
    """Yield the values of a project, one row per name and year; a second, different one ends in -2.

    A value of no project is one of the association itself.
    """
    frame, ours = rows["werte"], scope.key == project_slug("")
    naming = Naming(Key(scope.key, "werte"), "" if ours else scope.subject, "Werte", "")
    seen: dict[Key, list[tuple[Decimal, str, list[int]]]] = {}
    names: dict[Key, str] = {}
    columns = (frame[column].tolist() for column in ("bezeichnung", "jahr", "wert", "einheit"))
    for i, name, year, value, unit in zip(frame.index.tolist(), *columns, strict=True):
        mine = replace(naming.key, which=slug(name), time=Time(year))
        names.setdefault(mine, named(name, unit))
        entries = seen.setdefault(mine, [])
        same = next((entry for entry in entries if entry[:2] == (value, unit)), None)
        if same is None:
            entries.append((value, unit, [i]))
        else:
            same[2].append(i)
    for mine, entries in seen.items():
        for nth, (value, unit, ids) in enumerate(entries, start=1):
            time = Time(mine.year, nth=nth)
            yield Figure(
                key=replace(mine, time=time),
                label=naming.label(names[mine], when=f"{mine.year}", note=f" ({nth}. Angabe)" if nth > 1 else ""),
                value=value,
                unit=unit,
                rows=tuple(ids),
                method=_ENTERED,
                line=f"{mine.which}.{time}",
                ours=ours,
            )


COUNTING = Counting("werte", of_project, activity=False)
