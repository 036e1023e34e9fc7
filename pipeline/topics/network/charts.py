"""Who takes part: groups of the network, and kinds of organisations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ...base.figures import Figure, Figures
from ...base.keys import Key
from ...base.marks import mark
from ...charts.bars import Bar, bars
from ...charts.captions import ORGANISATION, PARTICIPANT, CountedNoun, n, printed
from ...charts.chart import Chart
from ...charts.style import NARROW, ChartStyle
from ...german.enumerations import listing
from ...german.orthography import quote
from ...statistics.kinds import NOT_GIVEN, usual_names

PARTNERS = "partner"  # what the organisations' charts show of a network
_FEWEST, _MOST = 3, 10


@dataclass(frozen=True)
class _Words:
    """What one of the charts calls things."""

    heading: str
    source: str
    noun: CountedNoun
    one: str  # „Am größten ist die Gruppe {names} mit {count}.“
    two: str
    none: str
    one_named: str  # the same where more are without a name than the largest named has
    two_named: str
    further: str


_GROUPS = _Words(
    heading="Teilnehmer des Netzwerks nach Gruppen",
    source="Liste „Netzwerk“",
    noun=PARTICIPANT,
    one="Die größte Gruppe im Netzwerk ist {names} mit {count}.",
    two="Die größten Gruppen im Netzwerk sind {names} mit je {count}.",
    none="Mehr als {count} hat keine Gruppe im Netzwerk.",
    one_named="Unter den benannten Gruppen im Netzwerk ist {names} mit {count} die größte.",
    two_named="Unter den benannten Gruppen im Netzwerk sind {names} mit je {count} die größten.",
    further="… und weitere Gruppen",
)
_KINDS = _Words(
    heading="Organisationen, die beteiligt waren, nach Art",
    source="Listen „Partner“, „Treffen“, „Veranstaltungen“ und „Initiativen“",
    noun=ORGANISATION,
    one="Am stärksten vertreten ist die Art {names} mit {count}.",
    two="Am stärksten vertreten sind die Arten {names} mit je {count}.",
    none="Mehr als {count} zählt keine Art.",
    one_named="Soweit die Art bekannt ist, ist {names} mit {count} am stärksten vertreten.",
    two_named="Soweit die Art bekannt ist, sind {names} mit je {count} am stärksten vertreten.",
    further="… und weitere Arten",
)


def groups_chart(key: str, network: pd.DataFrame, figures: Figures, style: ChartStyle) -> Chart | None:
    """Return the participants of a project's network by group; None with too little to see."""
    names = usual_names(name or NOT_GIVEN for name in network["gruppe"])
    whole = Key(key, "netzwerk", "teilnehmer")
    found = [(name, figures[replace(whole, which=part)]) for part, name in names.items()]
    return _chart(Key(key, "netzwerk"), _GROUPS, found, figures.get(whole), style)


def partners_chart(key: str, partner: pd.DataFrame, figures: Figures, style: ChartStyle) -> Chart | None:
    """Return the organisations that took part by kind; None with too little to see."""
    names = usual_names([*(kind for kind in partner["art"] if kind), NOT_GIVEN])
    whole = Key(key, "partner", "anzahl")
    keys = {name: replace(whole, by="art", which=part) for part, name in names.items()}
    found = [(name, figure) for name, k in keys.items() if (figure := figures.get(k)) is not None]
    return _chart(Key(key, "netzwerk", PARTNERS), _KINDS, found, figures.get(whole), style)


def _chart(
    key: Key, words: _Words, found: Sequence[tuple[str, Figure]], whole: Figure | None, style: ChartStyle
) -> Chart | None:
    """Return the chart, none of fewer than three bars or where most have no name."""
    nameless = sum(_count(figure) for name, figure in found if name == NOT_GIVEN)
    if whole is None or len(found) < _FEWEST or 2 * nameless > sum(_count(figure) for _, figure in found):
        return None
    # What nobody named comes last, however much it is.
    ordered = sorted(found, key=lambda item: (item[0] == NOT_GIVEN, -_count(item[1]), item[0]))
    named = [item for item in ordered if item[0] != NOT_GIVEN]
    top = max(_count(figure) for _, figure in named)
    best = [item for item in named if _count(item[1]) == top]
    shown = ordered if len(ordered) <= _MOST else ordered[: _MOST - 1]
    rows = [
        Bar(name, mark(figure.key, style.number(_count(figure))), _count(figure), best=(name, figure) in best)
        for name, figure in shown
    ]
    if len(shown) < len(ordered):
        rows.append(Bar(words.further, ""))
    if nameless > top:
        sentence = {1: words.one_named, 2: words.two_named}.get(len(best), "")
    else:
        sentence = {1: words.one, 2: words.two}.get(len(best), words.none)
    count = (
        words.noun.with_it(best[0][1], style.wording) if len(best) <= 2 else words.noun.than(best[0][1], style.wording)
    )
    each = listing([f"{name} {style.number(_count(figure))}" for name, figure in ordered[: _MOST * 2]])
    alternative = f"Das Balkendiagramm zeigt {words.heading}: {each}."
    return Chart(
        key=key,
        finding=sentence.format(names=listing([quote(name) for name, _ in best[:2]]), count=count),
        shows=f"{words.heading}; {n(printed(whole, style.wording))}. Quelle: {words.source}.",
        alternative=alternative,
        svg=bars(rows, style, width_mm=NARROW, alternative=alternative),
        width=NARROW,
    )


def _count(figure: Figure) -> int:
    return figure.value if isinstance(figure.value, int) else 0
