"""Tell the network of a project: how many it reaches, in what function, in which groups."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ...base.figures import Figures
from ...base.keys import Key
from ...base.marks import mark
from ...base.names import slug
from ...base.settings import Settings
from ...german.enumerations import listing
from ...german.quantities import stated
from ...narrative import row_features
from ...narrative.importance import is_largest
from ...narrative.phrases import Language, Listed, Number, Title, Words
from ...narrative.realisation import Composer
from ...narrative.section import Lead, Project, SectionWriter

_GROUPS = 6  # so many groups are named
_LARGE_PEOPLE, _LARGE_INSTITUTIONS = 30, 10  # from so many on a network is called an important part of a project


def paragraphs(frame: pd.DataFrame, project: Project) -> list[list[str]]:
    """Return the sentences of the one paragraph about the network."""
    key, figures, settings = project.key, project.figures, project.settings
    composer = project.composer
    known: dict[str, Any] = row_features.of_project(key)
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
        composer.say("netzwerk", known, row_features.seed(key, "netzwerk")),
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
    return composer.say("netzwerk_gruppen", known, row_features.seed(key, "gruppen")) if known else ""


def named(key: str, frame: pd.DataFrame, year: int, language: Language) -> dict[str, str]:
    """Return the enumeration that texts may name: the groups of the network."""
    return {f"{key}.netzwerk.gruppen": listing(list(dict.fromkeys(name for name in frame["gruppe"] if name)))}


def summary(key: str, figures: Figures, year: int) -> dict[str, Key]:
    """Return what the chapter's first sentence may tell of the network."""
    return {"netzwerk": Key(key, "netzwerk", "teilnehmer")}


SECTION = SectionWriter("netzwerk", 30, paragraphs, "netzwerk", named=named, summary=summary)
LEADS = (Lead("netzwerk", "teilnehmer", 30, "Teilnehmer im Netzwerk", "Teilnehmer im Netzwerk", of_year=False),)
