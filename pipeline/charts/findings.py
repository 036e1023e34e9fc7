"""The first sentence of a caption, computed and true, and the words for those who cannot see the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..base.figures import Figures
from ..base.keys import Key
from ..german.enumerations import listing
from ..german.quantities import word
from .captions import printed
from .over_time import Grid, Series, Slot, totals
from .style import ChartStyle

_FEW = 12  # so many columns are read out one by one
_LEAD = 2  # what is ahead by less may be chance
_MOST = 3  # so many slots can be ahead of the others together
_SEVERAL = {"Monat": "Monate", "Quartal": "Quartale", "Jahr": "Jahre"}
_SEASONS = {"Frühjahr": (3, 4, 5), "Sommer": (6, 7, 8), "Herbst": (9, 10, 11)}


def densest(key: Key, figures: Figures, over: Grid, heights: Sequence[int], style: ChartStyle) -> str:
    """Return when the most meetings were: one time or the few that are ahead of the others together.

    `key` is the one of their number, still without a time.
    """
    slots = _highest(over, heights)
    if not slots:
        return _spread("Treffen", over, heights, style)
    counts = [figures[replace(key, time=slot.time)] for slot in slots]
    said = f"Am dichtesten lagen die Treffen {listing([slot.name for slot in slots])}"
    if len({figure.value for figure in counts}) > 1:
        return f"{said}."
    each = "je " if len(slots) > 1 else ""
    return f"{said} ({each}{printed(counts[0], style.wording)})."


def _spread(what: str, over: Grid, heights: Sequence[int], style: ChartStyle) -> str:
    """Return over how many columns all is spread where none is ahead: „verteilen sich auf acht Monate“."""
    slots = word(sum(height > 0 for height in heights), style.wording)
    return f"Die {what} verteilen sich auf {slots} {_SEVERAL[over.span]}."


def densest_month(
    over: Grid, heights: Sequence[int], counts: Sequence[str], style: ChartStyle, *, whole: bool = True
) -> str:
    """Return when most was going on in a year; `counts` says for each month what it was („2 Veranstaltungen“).

    Only of a `whole` year the seasons are compared.
    """
    for season, months in _SEASONS.items() if whole else ():
        if 2 * sum(heights[m - 1] for m in months) > sum(heights):
            return f"Mehr als die Hälfte der Termine lag im {season}."
    slots = _highest(over, heights)
    if len(slots) == 1:
        return f"Am dichtesten lagen die Termine {slots[0].name}: {counts[over.slots.index(slots[0])]}."
    if slots:
        return f"Am dichtesten lagen die Termine {listing([slot.name for slot in slots])}."
    return _spread("Termine", over, heights, style)


def described(what: str, series: Sequence[Series], over: Grid, style: ChartStyle) -> str:
    """Return what the columns show: the sums by kind, then each column or, of many, the highest and the lowest."""
    heights = totals(series)
    sentences = [f"Das Säulendiagramm zeigt {what}, zusammen {style.number(sum(heights))}."]
    if len(series) > 1:
        sums = [f"{one.name} {style.number(sum(one.numbers))}" for one in series]
        sentences.append(f"Davon entfallen auf {listing(sums)}.")
    if len(heights) <= _FEW:
        each = [f"{_short(slot)}: {style.number(height)}" for slot, height in zip(over.slots, heights, strict=True)]
        sentences.append(f"Im Einzelnen – {'; '.join(each)}.")
    else:
        top, low = max(heights), min(heights)
        highest, lowest = (f"{style.number(end)} {over.slots[heights.index(end)].name}" for end in (top, low))
        sentences.append(f"Der höchste Wert ist {highest}, der niedrigste {lowest}.")
    return " ".join(sentences)


def _highest(over: Grid, heights: Sequence[int]) -> list[Slot]:
    """Return the few slots that are certainly ahead of all others, none where no few are."""
    ahead = [height for height in heights if height > max(heights) - _LEAD]
    behind = max((height for height in heights if 0 < height <= max(heights) - _LEAD), default=0)
    alone = len(ahead) > 1 and not behind  # then they are all that there is
    if len(ahead) > _MOST or min(ahead) - _LEAD < behind or alone:
        return []
    return [slot for slot, height in zip(over.slots, heights, strict=True) if height >= min(ahead)]


def _short(slot: Slot) -> str:
    return slot.name.removeprefix("im ").removeprefix("Jahr ")
