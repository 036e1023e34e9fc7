"""Values that staff entered under the name of something that a list counts, and that differ from the count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...base.figures import Figure, Figures
from ...base.keys import TOTAL, Key, Time, project_slug
from ...base.names import folded
from ...base.problems import Problem, problem
from ...base.records import Tables
from ...base.settings import Settings
from ...german.quantities import number
from ...narrative.row_features import rows, source
from .reading import declared_lists

# What everybody's lists count, by the word for several of them.
_EVERYBODYS = {"veranstaltungen": "Veranstaltungen", "treffen": "Treffen"}
_AROUND = re.compile(r"(?i)\b(?:gesamt|insgesamt|gesamtzahl|anzahl|zahl|summe|der|aller|alle|im jahr|jahr|pro)\b|\d{4}")


def contradictions(tables: Tables, figures: Figures, settings: Settings) -> Iterator[Problem]:
    """Yield each value whose name, but for „gesamt“ and „Anzahl“, is what a list counts, if the list counts otherwise.

    Only years of which the list has entries are compared, and only values without a unit of their own.
    """
    counted = {folded(many): (key, many) for key, many in _EVERYBODYS.items()}
    for one in declared_lists(tables, settings):
        names = (one.title, one.many if one.noun else "", *one.sheets)
        counted |= {folded(name): (one.key, one.many) for name in names if name}
    for row in rows(tables["werte"]):
        key, many = counted.get(folded(_AROUND.sub(" ", row.bezeichnung)), ("", ""))
        figure = _count(figures, key, row.projekt, row.jahr) if key else None
        if figure is None or folded(row.einheit) not in ("", "anzahl", "stueck", folded(many)):
            continue
        if isinstance(figure.value, int) and figure.value and figure.value != row.wert:
            places = tables.where(figure.rows)
            where = " und ".join(
                f"„{place.file}“" + (f", Blatt „{place.sheet}“" if place.sheet else "") for place in places
            )
            yield problem(
                "liste-widerspricht-wert", **source(tables, row.Index), value=number(row.wert), name=row.bezeichnung,
                year=row.jahr, counted=figure.value, many=many, list_place=where,
            )  # fmt: skip


def _count(figures: Figures, topic: str, project: str, year: int) -> Figure | None:
    """Return how many entries of a year there were: of the value's project, or of all."""
    subjects = (project_slug(project),) if project else (TOTAL, project_slug(""))
    found = (figures.get(Key(subject, topic, "anzahl", Time(year))) for subject in subjects)
    return next(filter(None, found), None)
