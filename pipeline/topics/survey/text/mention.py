"""Mention a survey in the chapter of the project that it belongs to, in two sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ....base.figures import Figures
from ....base.keys import Key
from ....base.names import slug
from ....base.period import Period
from ....base.records import Survey
from ....german import periods
from ....narrative import row_features
from ....narrative.phrases import Number, PeopleOrThings, Title, Words
from ....narrative.realisation import Composer
from ....narrative.section import Project, SectionWriter
from ..counting.results import calls_itself_survey, has_name

_LONG = 6  # letters, from which a word that begins with a name is taken for a compound with it


def section(surveys: Sequence[Survey]) -> SectionWriter:
    """Return the section of a project's chapter that mentions those of the surveys, all with a chapter, about it."""

    def paragraphs(_: pd.DataFrame, project: Project) -> list[list[str]]:
        return [
            [sentence]
            for survey in surveys
            if project.alone or _is_about(survey, project.key)
            if (sentence := _mention(survey, project.key, project.figures, project.composer))
        ]

    return SectionWriter("umfrage", 90, paragraphs)


def _is_about(survey: Survey, project: str) -> bool:
    """Tell whether a word of the survey's title or of who was asked is the project's name, or begins with a long one.

    „Integrationsakteure“ belong to „Integration“; „Beratung“ and „Ratten“ do not belong to „Rat“.
    """
    name = f"-{project}" if len(project) >= _LONG else f"-{project}-"
    return name in f"-{slug(f'{survey.key} {survey.title} {survey.universe}')}-"


def _mention(survey: Survey, key: str, figures: Figures, composer: Composer) -> str:
    facts: dict[str, Any] = row_features.of_project(key)
    if has_name(survey.title):
        facts["benannt" if calls_itself_survey(survey.title) else "titel"] = Title(survey.title)
    language = composer.language
    for name in ("antworten", "ruecklauf"):
        figure = figures.get(Key(survey.key, measure=name, survey=True))
        if figure is not None and figure.value:
            facts[name] = Number(figure, language.wording)
    if survey.asked_by:
        facts["von"] = row_features.parties((survey.asked_by,), language)
    if survey.universe:
        facts["befragte"] = PeopleOrThings((survey.universe,), language.words)
    if survey.start and survey.end:
        facts["wann"] = Words(periods.within(Period(survey.start, survey.end), language.wording))
    return composer.say("umfrage", facts, row_features.seed(survey.key, "umfrage"))
