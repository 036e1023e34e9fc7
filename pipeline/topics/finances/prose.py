"""Tell the finances of a year: income, expenses and what is left, the year before, where the money came from and went.

Sentences round what is large to whole Euros; the annex has every cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from ...base.figures import Figure, Figures
from ...base.keys import Key, Time
from ...german.orthography import quote
from ...narrative import row_features
from ...narrative.phrases import Listed, Words
from ...narrative.section import Lead, Project, SectionWriter
from ...statistics.kinds import usual_names
from . import money
from .figures import RESULT, area_key, entries
from .reading import EXPENSE, INCOME
from .roles import ROLES

_NAMED = 3  # so many areas or positions are named on either side
_FEWEST = 2  # a single one is all there is, and its sum has been said


def paragraphs(frame: pd.DataFrame, project: Project) -> list[list[str]]:
    """Return one paragraph about the report year; none if no row belongs to it."""
    year, figures, key = project.year, project.figures, project.key
    income, expense, result = (_of_year(figures, key, side, year) for side in (INCOME, EXPENSE, RESULT))
    if income is None or expense is None or result is None:
        return []
    said = [
        project.composer.say(role, known, row_features.seed(key, role))
        for role, known in (
            ("finanzen", {"jahr": Words(str(year))} | _sums(income, expense, result)),
            ("finanzen_vorjahr", _changes(project)),
            ("finanzen_bereiche", _largest(frame, project)),
        )
        if known
    ]
    return [[sentence for sentence in said if sentence]]


def _of_year(figures: Figures, project: str, measure: str, year: int) -> Figure | None:
    return figures.get(Key(project, "finanzen", measure, Time(year)))


def _sums(income: Figure, expense: Figure, result: Figure) -> dict[str, Any]:
    known = {
        side: Words(money.printed(figure))
        for side, figure in ((INCOME, income), (EXPENSE, expense))
        if figure.value or figure.at_least
    }
    if result.value is None:
        return known | {"unvollstaendig": Words("")}
    left = money.value(result)
    which = "ueberschuss" if left > 0 else "fehlbetrag" if left < 0 else "ausgeglichen"
    return known | {which: Words(money.printed(result))}


def _changes(project: Project) -> dict[str, Any]:
    """Return how the sums differ from those of the year before; nothing where one of them is not known exactly."""
    pairs = {}
    if "finanzen" in project.figures.broken_off:
        return {}
    for measure in (INCOME, EXPENSE, RESULT):
        now, before = (
            _of_year(project.figures, project.key, measure, year) for year in (project.year, project.year - 1)
        )
        if now is None or before is None or now.value is None or before.value is None:
            return {}
        pairs[measure] = now, before
    known: dict[str, Any] = {}
    for side in (INCOME, EXPENSE):
        now, before = pairs[side]
        apart = money.value(now) - money.value(before)
        known[f"{side}_{'mehr' if apart > 0 else 'weniger' if apart else 'gleich'}"] = Words(
            money.difference(now, before)
        )
    now, before = pairs[RESULT]
    if apart := money.value(now) - money.value(before):
        known["besser" if apart > 0 else "schlechter"] = Words(money.apart(now, before))
    return known


def _largest(frame: pd.DataFrame, project: Project) -> dict[str, Any]:
    """Return the largest areas on either side; positions where nobody speaks of areas."""
    known = {}
    for side in (INCOME, EXPENSE):
        for what in ("bereiche", "posten"):
            named = list(_named(frame, project, side, what))
            if len(named) >= _FEWEST:
                largest = sorted(named, key=lambda one: (-money.value(one[1]), one[0]))[:_NAMED]
                parts = tuple(f"{quote(name)} ({money.printed(figure)})" for name, figure in largest)
                known[f"{side}_{what}"] = Listed(parts)
                break
    return known


def _named(frame: pd.DataFrame, project: Project, side: str, what: str) -> Iterator[tuple[str, Figure]]:
    """Yield areas or positions with what came in or went out of each in the report year."""
    rows = [one for one in entries(frame, project.year) if one.year == project.year]
    if what == "posten" and any(one.area for one in rows):
        return
    typed = (one.area if what == "bereiche" else one.position for one in rows)
    for name in usual_names(filter(None, typed)).values():
        pair = (name, "") if what == "bereiche" else ("", name)
        figure = project.figures.get(replace(area_key(project.key, *pair, project.year), measure=side))
        if figure is not None and money.value(figure) > 0:
            yield name, figure


SECTION = SectionWriter("finanzen", 60, paragraphs, "finanzen", chapter="Finanzen", roles=ROLES)
LEADS = (
    Lead("finanzen", INCOME, 60, "Einnahmen", "Einnahmen", glance=False),
    Lead("finanzen", EXPENSE, 61, "Ausgaben", "Ausgaben", glance=False),
)
