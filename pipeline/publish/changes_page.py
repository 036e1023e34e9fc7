"""`Aenderungen.html`: what changed, for people, and `zeilen.json`, by which the next run will know its rows again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from ..fingerprint import of_file
from ..german.quantities import number
from ..ingest.records import Tables
from ..settings import Settings
from . import releases
from .changes import FIGURES, ROWS, Changes, Place, State, compare, read
from .colours import colours
from .releases import BEFORE
from .templates import TEMPLATES
from .tidy import Table, tidy_tables

FILE = "Aenderungen.html"
MOST_ROWS = 25


@dataclass(frozen=True)
class Comparison:
    """One section of the page: since when, and what changed; `changes` is None where there is nothing to compare."""

    since: str
    changes: Changes | None
    without: str = ""


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
    after = read(new)
    assert after  # noqa: S101 - its figures have just been written
    comparisons = (
        _comparison("dem letzten Stand", read(new / BEFORE), after, "Es gibt noch keinen früheren Stand."),
        _comparison(
            "der letzten Freigabe", read(release.folder) if release else None, after, "Es gibt noch keine Freigabe."
        ),
    )
    (new / FILE).write_text(as_html(comparisons, settings, year), "utf-8")


def rows_as_json(tables: Iterable[Table]) -> dict[str, Any]:
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


def _comparison(since: str, before: State | None, after: State, without: str) -> Comparison:
    return Comparison(since, None if before is None else compare(before, after), without)


def as_html(comparisons: Iterable[Comparison], settings: Settings, year: int) -> str:
    """Return the page for people."""
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["stelle"] = _in_words
    return environment.get_template("changes.html.j2").render(
        verein=settings.organisation,
        jahr=year,
        farben=colours(settings.bericht.farbe),
        vergleiche=tuple(comparisons),
        hoechstens=MOST_ROWS,
    )


def _in_words(place: Place) -> str:
    sheet = f", Blatt „{place.sheet}“" if place.sheet else ""
    return f"{place.file}{sheet}, Zeile {place.row}"
