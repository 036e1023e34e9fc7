"""Which kinds of organisations took part."""

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

_KINDS = GroupWords(
    heading="Organisationen, die beteiligt waren, nach Art",
    source="Listen „Partner“, „Treffen“, „Veranstaltungen“ und „Initiativen“",
    noun=CountedNoun("Organisation", Gender.FEMININE, "Organisationen", "Organisationen"),
    one="Am stärksten vertreten ist die Art {names} mit {count}.",
    two="Am stärksten vertreten sind die Arten {names} mit je {count}.",
    none="Mehr als {count} zählt keine Art.",
    one_named="Soweit die Art bekannt ist, ist {names} mit {count} am stärksten vertreten.",
    two_named="Soweit die Art bekannt ist, sind {names} mit je {count} am stärksten vertreten.",
    further="… und weitere Arten",
)


def partners_chart(project: ProjectCharts) -> Iterator[Chart | None]:
    """Yield the organisations that took part by kind; None with too little to see.

    Where they take part in several projects alike, they are drawn for the first one only.
    """
    names = usual_names([*(kind for kind in project.tables["partner"]["art"] if kind), NOT_GIVEN])
    whole = Key(project.key, "partner", "anzahl")
    keys = {name: replace(whole, by="art", which=part) for part, name in names.items()}
    kinds = [(name, figure) for name, key in keys.items() if (figure := project.figures.get(key)) is not None]
    chart = group_bars(
        Key(project.key, "netzwerk", "partner"), _KINDS, kinds, project.figures.get(whole), project.style
    )
    yield replace(chart, once=True) if chart else None


DRAWING = Drawing(partners_chart)
