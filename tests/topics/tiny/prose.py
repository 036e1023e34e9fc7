"""Tell how many exhibitions there were."""

from __future__ import annotations

import pandas as pd

from pipeline.base.keys import Key, Time
from pipeline.narrative import row_features
from pipeline.narrative.phrases import Number, Words
from pipeline.narrative.section import Lead, Project, SectionWriter

from .roles import ROLES


def paragraphs(frame: pd.DataFrame, project: Project) -> list[list[str]]:
    figure = project.figures[Key(project.key, "ausstellungen", "anzahl", Time(project.year))]
    names = {"jahr": Words(str(project.year)), "anzahl": Number(figure, project.settings.sprache)}
    return [[project.composer.say("ausstellungen", names, row_features.seed(project.key, "ausstellungen"))]]


SECTION = SectionWriter("ausstellungen", 1000, paragraphs, "ausstellungen", roles=ROLES)
LEADS = (Lead("ausstellungen", "anzahl", 1000, "Ausstellung", "Ausstellungen"),)
