"""Groups by size, the largest first, with a sentence about the largest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.figures import Figure
from ..base.keys import Key
from ..base.marks import mark
from ..german.enumerations import listing
from ..german.orthography import quote
from ..statistics.kinds import NOT_GIVEN
from .bars import Bar, bars
from .captions import CountedNoun, n, printed
from .chart import Chart
from .style import NARROW, ChartStyle

_FEWEST, _MOST = 3, 10  # bars: two are said in a sentence, and more than ten are no overview


@dataclass(frozen=True)
class GroupWords:
    """What a chart of groups calls things."""

    heading: str
    source: str
    noun: CountedNoun
    one: str  # „Am größten ist die Gruppe {names} mit {count}.“
    two: str
    none: str
    one_named: str  # the same where more are without a name than the largest named has
    two_named: str
    further: str


def group_bars(
    key: Key, words: GroupWords, found: Sequence[tuple[str, Figure]], whole: Figure | None, style: ChartStyle
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
