"""`Aenderungen.html`: what changed, for people, and `zeilen.json`, by which the next run will know its rows again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..base.fingerprint import of_file
from ..base.records import SourceRows, Tables
from ..base.settings import Settings
from ..german.quantities import number
from ..publish.colours import colours
from ..publish.provenance import in_words
from ..publish.templates import environment
from . import releases
from .changes import Changes, FigureChange, ReportState, RowChange, RowPlace, compare, read
from .export_tables import ExportTable, tidy_tables
from .file_names import BEFORE, CHANGES, FIGURES, ROWS

MOST_ROWS = 500  # of one list: a page that opens at once; more changed rows mean another list, not corrections


@dataclass(frozen=True)
class ChangeLine:
    """A figure that is touched: the numbers of the rows behind it, and rows of which only the place is known."""

    change: FigureChange
    numbers: tuple[int, ...]
    beside: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the figure itself is another one or counted in another way."""
        return self.change.before != self.change.after or self.change.other_method


def _by_place(rows: Iterable[RowChange]) -> Iterator[str]:
    """Yield „neu: Umfrage.csv, Zeilen 4–6“."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for row in rows:
        groups.setdefault((row.kind, row.place.file, row.place.sheet), []).append(row.place.row)
    for (kind, file, sheet), numbers in groups.items():
        yield f"{kind}: {_place_in_words(SourceRows(file, sheet, tuple(numbers)))}"


@dataclass(frozen=True)
class Comparison:
    """One section of the page: since when, and what changed; `changes` is None where there is nothing to compare."""

    anchor: str
    since: str
    changes: Changes | None
    without: str = ""

    @property
    def lines(self) -> tuple[ChangeLine, ...]:
        """Return the figures with the numbers of the rows that explain them."""
        if self.changes is None:
            return ()
        numbers = {row: number for number, row in enumerate(self.changes.rows, start=1)}
        return tuple(
            ChangeLine(
                change,
                tuple(numbers[row] for row in change.rows if row in numbers),
                tuple(_by_place(row for row in change.rows if row not in numbers)),
            )
            for change in self.changes.figures
        )


def write(new: Path, folder: Path, tables: Tables, settings: Settings, year: int) -> None:
    """Write `zeilen.json` and `Aenderungen.html` into `new`, beside the new figures.

    `folder` (`outputs/<jahr>`) holds the last run's files and the releases. A run that found the same figures and
    rows as the last one is compared with what that one was compared with: the page tells the latest change, and the
    same inputs give the same page.
    """
    (new / ROWS).write_text(json.dumps(rows_as_json(tidy_tables(tables)), ensure_ascii=False) + "\n", "utf-8")
    same = all((folder / name).exists() and of_file(folder / name) == of_file(new / name) for name in (FIGURES, ROWS))
    base = folder / BEFORE if same else folder
    if (base / FIGURES).exists():
        (new / BEFORE).mkdir()
        for name in (FIGURES, ROWS):
            if (base / name).exists():
                shutil.copyfile(base / name, new / BEFORE / name)
    release = releases.latest(folder)
    released = read(release.folder) if release else None
    after = read(new)
    assert after  # noqa: S101 - its figures have just been written
    comparisons = (
        _comparison("stand", "dem letzten Stand", read(new / BEFORE), after, "keinen früheren Stand"),
        _comparison("freigabe", "der letzten Freigabe", released, after, "keine frühere Freigabe"),
    )
    (new / CHANGES).write_text(as_html(comparisons, settings, year), "utf-8")


def rows_as_json(tables: Iterable[ExportTable]) -> dict[str, Any]:
    """Return the shape of `zeilen.json`: the tidy tables, whose last three columns say where a row stands."""
    return {
        "tables": [
            {
                "name": table.name,
                "columns": [title for title, _ in table.columns],
                "rows": [["" if cell is None else _as_text(cell) for cell in row] for row in table.rows],
            }
            for table in tables
        ]
    }


def _as_text(cell: str | int | Decimal | date) -> str:
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return number(cell) if isinstance(cell, Decimal) else str(cell)


def _comparison(anchor: str, since: str, before: ReportState | None, after: ReportState, without: str) -> Comparison:
    changes = None if before is None else compare(before, after)
    return Comparison(anchor, since, changes, f"Es gibt {without} zum Vergleichen.")


def as_html(comparisons: Iterable[Comparison], settings: Settings, year: int) -> str:
    """Return the page for people."""
    sandbox = environment()
    sandbox.filters["stelle"] = _in_words
    return sandbox.get_template("changes.html.j2").render(
        verein=settings.organisation,
        jahr=year,
        farben=colours(settings.bericht.farbe),
        vergleiche=tuple(comparisons),
        hoechstens=MOST_ROWS,
    )


def _in_words(place: RowPlace) -> str:
    return _place_in_words(SourceRows(place.file, place.sheet, (place.row,)))


def _place_in_words(place: SourceRows) -> str:
    (sentence,) = in_words((place,))
    return sentence
