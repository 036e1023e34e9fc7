"""„Das Jahr in Zahlen“: which figures lead, and how they compare with the year before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..base.figures import Figure, Figures
from ..base.keys import Key
from ..base.marks import mark
from ..german.quantities import in_figures, number, places, sign, without_small_change
from ..narrative.section import Lead

MOST = 8  # big numbers on the page „Das Jahr in Zahlen“: two lines of four; more would be a table


@dataclass(frozen=True)
class Headline:
    """One big number: its key, what it counts, and the comparison in words ("" where nothing is known).

    `shown` is how it is printed where that is not as everywhere.
    """

    key: str
    label: str
    change: str
    shown: str | None = None


def headlines(
    figures: Figures,
    year: int,
    surveys: Mapping[str, str] | None = None,
    lists: Collection[str] = (),
    leads: Sequence[Lead] = (),
) -> tuple[Headline, ...]:
    """Return the leading figures of `year`: what was counted, then what was entered for it; nothing that is zero.

    `surveys` are the titles of its surveys by their key. A zero where the year before had something is news and leads
    with the others, if it was counted: in one of the `lists` that were handed in.
    """
    found = [
        Headline(f.key.text, label, change(figures, f, year), _without_cents(f))
        for f, label in _all(figures, year, surveys or {}, lists, leads)
    ]
    return tuple(found[:MOST])


def _all(
    figures: Figures, year: int, surveys: Mapping[str, str], lists: Collection[str], leads: Sequence[Lead]
) -> Iterator[tuple[Figure, str]]:
    for lead in sorted(leads, key=lambda lead: lead.place):
        figure = figures.get(lead.key(year))
        handed_in = lead.topic in lists
        if figure is not None and (figure.value or (handed_in and _is_news(figures, figure, year))):
            yield figure, lead.counted(figure)
    for figure in figures.values():
        entered = figure.key.is_entered and figure.key.year == year
        if entered and (figure.value or _is_news(figures, figure, year)):
            yield figure, _label(figure)
    for key, title in surveys.items():
        figure = figures.get(Key(key, measure="antworten", survey=True))
        if figure is not None and figure.value:
            answers = "Antwort" if figure.value == 1 else "Antworten"
            yield figure, f"{answers} in der Umfrage" if len(surveys) == 1 else f"{answers} ({title})"


def at_a_glance(figure: Figure, year: int, leads: Sequence[Lead]) -> str:
    """Return what a project's figure counts, in the words of the leading figures: „Veranstaltung im Jahr 2017“."""
    for lead in leads:
        if figure.key == lead.key(year, figure.key.subject):
            return lead.counted(figure) + (f" im Jahr {year}" if lead.measure == "anzahl" else "")
    return figure.label.text


def _is_news(figures: Figures, figure: Figure, year: int) -> bool:
    """Tell whether nothing is left of what there was the year before; at least nobody is unknown, not nobody."""
    before = _year_before(figures, figure, year)
    return before is not None and bool(before.value) and not figure.at_least


def _label(figure: Figure) -> str:
    """Return „Mitglieder“ for „Mitglieder 2017“, „Etat (Verkehr)“ for „Verkehr: Etat 2017“."""
    label = figure.label
    return f"{label.counted} ({label.subject})" if label.subject else label.counted


def change(figures: Figures, figure: Figure, year: int) -> str:
    """Return „12 mehr als 2016“, its number linked to the year before; "" where that is unknown."""
    before = _year_before(figures, figure, year)
    if before is None or not _is_number(before) or not _is_number(figure):
        return ""
    if figure.at_least or before.at_least or figure.approximate or before.approximate:
        return f"{year - 1}: {mark(before.key, in_figures(before, unit=True))}"
    assert isinstance(figure.value, int | Decimal) and isinstance(before.value, int | Decimal)  # noqa: S101, PT018
    difference = Decimal(figure.value) - Decimal(before.value)
    if difference == 0:
        same = "unverändert gegenüber" if figure.key.is_entered else "so viele wie"
        return mark(before.key, f"{same} {year - 1}")
    unit = "Prozentpunkte" if figure.unit == "%" else sign(figure.unit)
    if isinstance(figure.value, Decimal) and not figure.key.is_entered:
        difference = without_small_change(difference)
    beside = (figure.value, before.value) if figure.key.is_entered else (difference,)
    decimals = places(figure.unit, *beside)
    amount = f"{number(abs(difference), decimals=decimals)}\u00a0{unit}".rstrip("\u00a0")
    more = "mehr" if difference > 0 else "weniger"
    return mark(before.key, f"{amount} {more} als {year - 1}")


def _without_cents(figure: Figure) -> str | None:
    """Return a counted amount of money that is too large for its cents; what staff entered stays as they did."""
    if figure.key.is_entered or not isinstance(figure.value, Decimal) or not sign(figure.unit):
        return None
    return in_figures(replace(figure, value=without_small_change(figure.value)), unit=True)


def _is_number(figure: Figure) -> bool:
    return isinstance(figure.value, int | Decimal)


def _year_before(figures: Figures, figure: Figure, year: int) -> Figure | None:
    return figures.year_before(figure.key) if figure.key.year == year else None
