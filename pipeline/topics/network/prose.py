"""Tell the network of a project: how many it reaches, in what function, in which groups."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ...base.figures import Figures
from ...base.keys import Key
from ...base.marks import mark
from ...base.names import slug
from ...base.settings import Settings
from ...german.quantities import stated
from ...narrative import row_features as words
from ...narrative.importance import is_largest
from ...narrative.phrases import Listed, Number, Title, Words
from ...narrative.realisation import Composer

_GROUPS = 6  # so many groups are named
_LARGE_PEOPLE, _LARGE_INSTITUTIONS = 30, 10  # from so many on a network is called an important part of a project


def paragraphs(
    frame: pd.DataFrame, key: str, figures: Figures, settings: Settings, year: int, composer: Composer
) -> list[list[str]]:
    """Return the sentences of the one paragraph about the network."""
    known: dict[str, Any] = words.of_project(key)
    for name in ("teilnehmer", "institutionen"):
        figure = figures.get(Key(key, "netzwerk", name))
        if figure is not None and figure.value:
            known[name] = Number(figure, settings.sprache)
    if "teilnehmer" not in known:
        return []
    if _is_large(key, figures):
        known["schwerpunkt"] = Words("")
    if known["teilnehmer"].plural:
        known["viele"] = Words("")
    if all(frame["institution"]):
        known["alle_mit_institution"] = Words("")
    engagement = {str(value).lower()[:4] for value in frame["engagement"]}
    if engagement == {"haup", "ehre"}:
        known["haupt_und_ehrenamtlich"] = Words("")
    elif engagement in ({"haup"}, {"ehre"}):
        known["hauptamtlich" if "haup" in engagement else "ehrenamtlich"] = Words("")
    sentences = [
        composer.say("netzwerk", known, words.seed(key, "netzwerk")),
        _groups(frame, key, figures, settings, composer),
    ]
    return [[sentence for sentence in sentences if sentence]]


def _is_large(key: str, figures: Figures) -> bool:
    """Tell whether a network may be called an important part: a large one, and the largest of the report."""
    people, institutions = (figures.get(Key(key, "netzwerk", part)) for part in ("teilnehmer", "institutionen"))
    return (
        is_largest(people, figures, _LARGE_PEOPLE)
        and institutions is not None
        and isinstance(institutions.value, int)
        and institutions.value >= _LARGE_INSTITUTIONS
    )


def _groups(frame: pd.DataFrame, key: str, figures: Figures, settings: Settings, composer: Composer) -> str:
    names = list(dict.fromkeys(str(name) for name in frame["gruppe"] if name))
    found = [(name, figures.get(Key(key, "netzwerk", "teilnehmer", which=slug(name)))) for name in names]
    parts = [
        f"„{name}“ ({mark(figure.key, stated(figure, settings.sprache, words=False))})"
        for name, figure in found
        if figure
    ]
    known: dict[str, Any] = {}
    if len(names) == 1 and all(frame["gruppe"]) and len(frame) > 1:
        known["gruppe"] = Title(names[0])
    elif 1 < len(parts) <= _GROUPS:
        known["gruppen"] = Listed(tuple(parts))
    return composer.say("netzwerk_gruppen", known, words.seed(key, "gruppen")) if known else ""
