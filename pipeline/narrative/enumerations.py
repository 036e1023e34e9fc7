"""The enumerations that texts by staff may name: themes, places, groups, partners of a project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from ..german.enumerations import listing
from .phrases import Language


def named(key: str, frames: Mapping[str, pd.DataFrame], year: int, language: Language) -> dict[str, str]:
    """Return every enumeration of a project by the name under which a placeholder finds it."""
    events, meetings = frames["veranstaltungen"], frames["treffen"]
    of_year = events[events["datum"].dt.year == year]
    organisers = [name for names in events["veranstalter"] for name in names]
    shown = {language.organisations.find(name).shown for name in organisers if not language.organisations.is_own(name)}
    return {
        f"{key}.veranstaltungen.themen": _sorted(theme for themes in events["themen"] for theme in themes),
        f"{key}.veranstaltungen.{year}.themen": _sorted(theme for themes in of_year["themen"] for theme in themes),
        f"{key}.veranstaltungen.orte": _sorted(events["ort"]),
        f"{key}.veranstaltungen.formate": _sorted(events["format"]),
        f"{key}.veranstaltungen.partner": _sorted(shown),
        f"{key}.treffen.arten": _sorted(meetings["art"]),
        f"{key}.netzwerk.gruppen": listing(list(dict.fromkeys(name for name in frames["netzwerk"]["gruppe"] if name))),
    }


def _sorted(names: Iterable[str]) -> str:
    return listing(sorted({name for name in names if name}))
