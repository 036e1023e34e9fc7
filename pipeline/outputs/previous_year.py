"""The year before, from its release, where its files are gone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from ..base.figures import Figure, Figures
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
    known = {key.split(".")[0] for key in figures}
    missing = [
        one
        for one in said
        if one["key"] not in figures and f"{year}" in (parts := one["key"].split(".")) and parts[0] in known
    ]
    where = f"(Bericht {year}, Freigabe {release.number})"
    gone = [
        problem("liste-fehlt", table=schema.title, before=year, value=schema.title)
        for table, schema in tables.schemas.items()
        if table not in tables.handed_in
        and any(one["key"] == f"gesamt.{table}.{year}.anzahl" and one["value"] for one in said)
    ]
    ids = _Ids(tables.sources)
    subjects = {figure.key.partition(".")[0]: figure.subject for figure in figures.values() if figure.subject}
    added = [figure for one in missing if (figure := _figure(one, subjects, ids, where))]
    problems = (*tables.problems, *gone)
    return replace(tables, sources=ids.sources(), problems=problems), Figures([*figures.values(), *added])


class _Ids:
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


def _figure(said: Mapping[str, Any], subjects: Mapping[str, str], ids: _Ids, where: str) -> Figure | None:
    value = said["value"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None  # a period is not compared
    subject = subjects.get(said["key"].partition(".")[0], "")
    return Figure(
        key=said["key"],
        label=said["label"],
        value=value if isinstance(value, int) else Decimal(str(value)),
        unit=said["unit"],
        at_least=said["at_least"],
        rows=tuple(_rows(said, ids, where)),
        method=said["method"],
        subject=subject if said["label"].startswith(f"{subject}: ") else "",
    )


def _rows(said: Mapping[str, Any], ids: _Ids, where: str) -> Iterator[int]:
    for source in said["sources"]:
        for row in source["rows"]:
            yield ids.of(f"{source['file']} {where}", source["sheet"], row)
