"""The first sentence of a caption, computed and true, and the words for those who cannot see the columns."""

from __future__ import annotations

from collections.abc import Sequence

from ..german.enumerations import listing
from ..statistics.figures import Figures
from .over_time import Grid, Series, Slot, totals
from .pen import Pen
from .wording import printed

_FEW = 12  # so many columns are read out one by one
_LEAD = 2  # what is ahead by less may be chance
_NONE_OF = {"Monat": "Kein einzelner Monat", "Quartal": "Kein einzelnes Quartal", "Jahr": "Kein einzelnes Jahr"}
_SEASONS = {"Frühjahr": (3, 4, 5), "Sommer": (6, 7, 8), "Herbst": (9, 10, 11)}


def densest(key: str, figures: Figures, over: Grid, heights: Sequence[int], pen: Pen) -> str:
    """Return when the most meetings were; two equal times are both named, more are not, nor a lead of one."""
    slots = _highest(over, heights)
    shown = printed(figures[f"{key}.{slots[0].part}.anzahl"], pen.wording) if slots else ""
    if len(slots) == 1:
        return f"Am dichtesten lagen die Treffen {slots[0].name} ({shown})."
    if len(slots) == 2:
        return f"Am dichtesten lagen die Treffen {slots[0].name} und {slots[1].name} (je {shown})."
    return f"{_NONE_OF[over.span]} ragt heraus."


def densest_month(over: Grid, heights: Sequence[int], counts: Sequence[str]) -> str:
    """Return when most was going on in a year; `counts` says for each month what it was („2 Veranstaltungen“)."""
    for season, months in _SEASONS.items():
        if 2 * sum(heights[m - 1] for m in months) > sum(heights):
            return f"Mehr als die Hälfte der Termine lag im {season}."
    slots = _highest(over, heights)
    if len(slots) == 1:
        return f"Am dichtesten lagen die Termine {slots[0].name}: {counts[over.slots.index(slots[0])]}."
    if len(slots) == 2:
        return f"Am dichtesten lagen die Termine {slots[0].name} und {slots[1].name}."
    return f"{_NONE_OF[over.span]} ragt heraus."


def described(what: str, series: Sequence[Series], over: Grid, pen: Pen) -> str:
    """Return what the columns show: the sums by kind, then each column or, of many, the highest and the lowest."""
    heights = totals(series)
    sentences = [f"Das Säulendiagramm zeigt {what}, zusammen {pen.number(sum(heights))}."]
    if len(series) > 1:
        sums = [f"{one.name} {pen.number(sum(one.numbers))}" for one in series]
        sentences.append(f"Davon entfallen auf {listing(sums)}.")
    if len(heights) <= _FEW:
        each = [f"{_short(slot)}: {pen.number(height)}" for slot, height in zip(over.slots, heights, strict=True)]
        sentences.append(f"Im Einzelnen – {'; '.join(each)}.")
    else:
        top, low = max(heights), min(heights)
        highest, lowest = (f"{pen.number(end)} {over.slots[heights.index(end)].name}" for end in (top, low))
        sentences.append(f"Der höchste Wert ist {highest}, der niedrigste {lowest}.")
    return " ".join(sentences)


def _highest(over: Grid, heights: Sequence[int]) -> list[Slot]:
    """Return the highest slots, none where they are ahead of the others by next to nothing."""
    top = max(heights)
    if any(top - _LEAD < height < top for height in heights):
        return []
    return [slot for slot, height in zip(over.slots, heights, strict=True) if height == top]


def _short(slot: Slot) -> str:
    return slot.name.removeprefix("im ").removeprefix("Jahr ")
