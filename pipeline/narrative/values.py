"""Tell the values that staff entered for a project and that no list holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..settings import Settings
from ..statistics.figures import Figure, key_part
from . import facts as words
from .sentences import Composer
from .words import Number, Said, Title

_SHOWN = 5  # so many values are told

Figures = Mapping[str, Figure]


def paragraphs(
    frame: pd.DataFrame, key: str, figures: Figures, settings: Settings, year: int, composer: Composer
) -> list[list[str]]:
    """Return one paragraph with a sentence for each value of the report year, in the order of the list."""
    told: list[str] = []
    for name in list(dict.fromkeys(str(name) for name in frame["bezeichnung"]))[:_SHOWN]:
        now = figures.get(f"{key}.werte.{key_part(name)}.{year}")
        before = figures.get(f"{key}.werte.{key_part(name)}.{year - 1}")
        if now is None or now.value is None:
            continue
        known: dict[str, Any] = {"name": Title(name), "jahr": Said(str(year)), "wert": Number(now, settings.sprache)}
        if before is not None and before.value is not None:
            known["vorjahr"] = Number(before, settings.sprache, beside=now.value)
            known["wert"] = Number(now, settings.sprache, beside=before.value)
        if told:
            known["weiterer"] = Said("")
        told.append(composer.say("wert", known, words.seed(key, name)))
    return [told] if told else []
