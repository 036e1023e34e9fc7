"""The exhibitions as a table in the annex."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.narrative.cell_texts import when
from pipeline.topics.annex import Annex, AnnexScope, Group, by_date, in_order


def names(scope: AnnexScope) -> Mapping[str, Any]:
    groups = (
        Group(title, tuple((when(row), row.ausstellung, row.raum) for row in by_date(frame)))
        for title, frame in in_order(scope, "ausstellungen")
    )
    return {"alle_ausstellungen": tuple(groups)}


ANNEX = Annex(
    "anhang-ausstellungen",
    "Ausstellungen",
    1000,
    "ausstellungen.html.j2",
    names,
    "alle_ausstellungen",
    folder=Path(__file__).parent,
)
