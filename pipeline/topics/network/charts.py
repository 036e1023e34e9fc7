"""Who takes part: the groups of the network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...base.keys import Key
from ...charts.captions import CountedNoun
from ...charts.chart import Chart
from ...charts.drawing import Drawing, ProjectCharts
from ...charts.groups import GroupWords, group_bars
from ...german.grammar import Gender
from ...statistics.kinds import NOT_GIVEN, usual_names

_GROUPS = GroupWords(
    heading="Teilnehmer des Netzwerks nach Gruppen",
    source="Liste „Netzwerk“",
    noun=CountedNoun("Teilnehmer", Gender.MASCULINE, "Teilnehmer", "Teilnehmern"),
    one="Die größte Gruppe im Netzwerk ist {names} mit {count}.",
    two="Die größten Gruppen im Netzwerk sind {names} mit je {count}.",
    none="Mehr als {count} hat keine Gruppe im Netzwerk.",
    one_named="Unter den benannten Gruppen im Netzwerk ist {names} mit {count} die größte.",
    two_named="Unter den benannten Gruppen im Netzwerk sind {names} mit je {count} die größten.",
    further="… und weitere Gruppen",
)


def groups_chart(project: ProjectCharts) -> Iterator[Chart | None]:
    """Yield the participants of a project's network by group; None with too little to see."""
    names = usual_names(name or NOT_GIVEN for name in project.rows["netzwerk"]["gruppe"])
    whole = Key(project.key, "netzwerk", "teilnehmer")
    groups = [(name, project.figures[replace(whole, which=part)]) for part, name in names.items()]
    yield group_bars(Key(project.key, "netzwerk"), _GROUPS, groups, project.figures.get(whole), project.style)


DRAWING = Drawing(groups_chart)
