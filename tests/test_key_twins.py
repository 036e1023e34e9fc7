"""Lists, projects and surveys that are called alike keep their figures apart, from the files to the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.figures import Figures
from pipeline.base.settings import Settings
from pipeline.topics.survey.counting import counting as survey
from tests import steps

MEETINGS = "Datum;Art;Projekt\n01.03.2017;Ja;{0}\n05.04.2017;Ja;{0}\n"
ANSWERS = "Zeitstempel;Kommen Sie wieder?;Wie war es?\n" + "".join(
    f"2017/05/{day:02} 10:00:00 AM MEZ;{'Ja' if day % 2 else 'Nein'};gut\n" for day in range(1, 13)
)


@pytest.mark.parametrize(
    ("project", "key", "meetings"),
    [("Umfrage", "umfrage.treffen-2", "umfrage"), ("Hafen", "umfrage.treffen", "hafen")],
)
def test_a_survey_keeps_out_of_the_way_of_a_project_called_umfrage(
    tmp_path: Path, project: str, key: str, meetings: str
) -> None:
    (tmp_path / "Liste.csv").write_text(MEETINGS.format(project), "utf-8")
    (tmp_path / "Treffen.csv").write_text(ANSWERS, "utf-8")
    read = steps.read(tmp_path, Settings())
    _, answers = survey.count_all(read.surveys, Settings(), 2017)
    figures = Figures([*steps.count(read, Settings(), 2017).values(), *answers])
    assert figures[f"{key}.antworten"].value == 12
    assert figures[f"{meetings}.treffen.2017.anzahl"].value == 2
