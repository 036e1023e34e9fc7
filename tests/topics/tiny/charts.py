"""A project's exhibitions by room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.base.keys import Key
from pipeline.charts.captions import CountedNoun
from pipeline.charts.chart import Chart
from pipeline.charts.drawing import Drawing, ProjectCharts
from pipeline.charts.groups import GroupWords, group_bars
from pipeline.charts.year import Rhythm
from pipeline.german.grammar import Gender
from pipeline.statistics.kinds import NOT_GIVEN, usual_names

_NOUN = CountedNoun("Ausstellung", Gender.FEMININE, "Ausstellungen", "Ausstellungen")
_ROOMS = GroupWords(
    heading="Ausstellungen nach Raum",
    source="Liste „Ausstellungen“",
    noun=_NOUN,
    one="Am meisten zu sehen war im Raum {names} mit {count}.",
    two="Am meisten zu sehen war in den Räumen {names} mit je {count}.",
    none="In keinem Raum war mehr als {count} zu sehen.",
    one_named="Unter den benannten Räumen war im Raum {names} mit {count} am meisten zu sehen.",
    two_named="Unter den benannten Räumen war in {names} mit je {count} am meisten zu sehen.",
    further="… und weitere Räume",
)


def of_project(project: ProjectCharts) -> Iterator[Chart | None]:
    rooms = usual_names(name or NOT_GIVEN for name in project.rows["ausstellungen"]["raum"])
    whole = Key(project.key, "ausstellungen", "anzahl")
    counted = [(name, project.figures[replace(whole, by="raum", which=part)]) for part, name in rooms.items()]
    yield group_bars(Key(project.key, "ausstellungen"), _ROOMS, counted, project.figures.get(whole), project.style)


DRAWING = Drawing(of_project, Rhythm("ausstellungen", _NOUN, 1000))
