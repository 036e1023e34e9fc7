"""The year before, from its release, where its files are gone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from ..base.figures import Figure, Figures, Label
from ..base.keys import SURVEYS, TOTAL, Key, Time, key_of_year
from ..base.problems import problem
from ..base.records import Tables
from . import releases
from .file_names import FIGURES


def fill_from_release(tables: Tables, figures: Figures, folder: Path, year: int) -> tuple[Tables, Figures]:
    """Return tables and figures with those figures of `year` that only its latest release in `folder` still knows.

    Their rows are those that the release counted: they join the sources under their file's name with the release's
    beside it, so that the figures lead back to them like any others. No frame holds them. A list that the release had
    and that nobody handed in now is a problem.
    """
    release = releases.latest(folder)
    if release is None:
        return tables, figures
    said = json.loads((release.folder / FIGURES).read_text("utf-8"))["figures"]
    where = f"(Bericht {year}, Freigabe {release.number})"
    gone = [
        problem("liste-fehlt", table=schema.title, before=year, value=schema.title)
        for table, schema in tables.schemas.items()
        if table not in tables.handed_in
        and any(one["key"] == Key(TOTAL, table, "anzahl", Time(year)).text and one["value"] for one in said)
    ]
    ids = _ReleaseIds(tables.sources)
    missing = [(one, key) for one in said if (key := _lost(one["key"], figures, year)) is not None]
    added = [figure for one, key in missing if (figure := _figure(one, key, figures, ids, where))]
    problems = (*tables.problems, *gone)
    return replace(tables, sources=ids.sources(), problems=problems), Figures(
        [*figures.values(), *added], figures.broken_off
    )


class _ReleaseIds:
    """Hands out record ids for rows of a release, the same row always under the same."""

    def __init__(self, known: pd.DataFrame) -> None:
        self._known = known
        self._next = int(known.index.max()) + 1 if len(known) else 1
        self._places: dict[tuple[str, str, int], int] = {}

    def of(self, file: str, sheet: str, row: int) -> int:
        place = (file, sheet, row)
        return self._places.setdefault(place, self._next + len(self._places))

    def sources(self) -> pd.DataFrame:
        if not self._places:
            return self._known
        index = pd.Index(list(self._places.values()), name=self._known.index.name)
        return pd.concat([self._known, pd.DataFrame(list(self._places), columns=["file", "sheet", "row"], index=index)])


def _lost(text: str, figures: Figures, year: int) -> Key | None:
    """Return the key of a figure of `year` that nobody counted now, of a project that still counts something."""
    key = key_of_year(text, year)
    if key is None or text in figures or key.subject not in (TOTAL, *figures.projects):
        return None
    # The texts of surveys' keys begin like those of a project „Umfrage“, which has the lists that all projects have.
    return None if key.subject == SURVEYS and key.topic not in figures.topics else key


def _figure(said: Mapping[str, Any], key: Key, figures: Figures, ids: _ReleaseIds, where: str) -> Figure | None:
    value = said["value"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None  # a period is not compared
    now = figures.get(key.in_year(key.year + 1))
    return Figure(
        key=key,
        label=_label(said["label"], key, now, figures),
        value=value if isinstance(value, int) else Decimal(str(value)),
        unit=said["unit"],
        at_least=said["at_least"],
        rows=tuple(_rows(said, ids, where)),
        method=said["method"],
        line=now.line if now and not key.is_entered else None,
        ours=now is not None and now.ours,
    )


def _label(text: str, key: Key, now: Figure | None, figures: Figures) -> Label:
    """Return the label that the release wrote, in the parts that the same figure has `now`, a year later."""
    if now is not None:
        before = replace(now.label, when=now.label.when.replace(str(key.year + 1), str(key.year)))
        if str(before) == text:
            return before
    subject = figures.called(key.subject)
    return Label(text.removeprefix(f"{subject}: "), subject) if text.startswith(f"{subject}: ") else Label(text)


def _rows(said: Mapping[str, Any], ids: _ReleaseIds, where: str) -> Iterator[int]:
    for source in said["sources"]:
        for row in source["rows"]:
            yield ids.of(f"{source['file']} {where}", source["sheet"], row)
