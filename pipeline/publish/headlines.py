"""„Das Jahr in Zahlen“: which figures lead, and how they compare with the year before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..base.figures import Figure, Figures
from ..base.marks import mark
from ..german.quantities import in_figures, number, places, sign

MOST = 8

# Which figures lead, in this order: the key behind the project, what it counts when it is one, and when it is more.
_LEADING = (
    ("veranstaltungen.{year}.anzahl", "Veranstaltung", "Veranstaltungen"),
    ("veranstaltungen.{year}.teilnehmer", "Gast bei Veranstaltungen", "Gäste bei Veranstaltungen"),
    ("treffen.{year}.anzahl", "Treffen", "Treffen"),
    ("netzwerk.teilnehmer", "Teilnehmer im Netzwerk", "Teilnehmer im Netzwerk"),
    ("initiativen.{year}.anzahl", "Initiative", "Initiativen"),
)


@dataclass(frozen=True)
class Headline:
    """One big number: its key, what it counts, and the comparison in words ("" where nothing is known)."""

    key: str
    label: str
    change: str


def headlines(
    figures: Figures,
    year: int,
    surveys: Mapping[str, str] | None = None,
    lists: Collection[str] = ("treffen", "veranstaltungen", "initiativen"),
) -> tuple[Headline, ...]:
    """Return the leading figures of `year`: what was counted, then what was entered for it; nothing that is zero.

    `surveys` are the titles of its surveys by their key. A zero where the year before had something is news and leads
    with the others, if it was counted: in one of the `lists` that were handed in.
    """
    found = [Headline(f.key, label, change(figures, f, year)) for f, label in _all(figures, year, surveys or {}, lists)]
    return tuple(found[:MOST])


def _all(
    figures: Figures, year: int, surveys: Mapping[str, str], lists: Collection[str]
) -> Iterator[tuple[Figure, str]]:
    for pattern, one, more in _LEADING:
        figure = figures.get(f"gesamt.{pattern.format(year=year)}")
        counted = pattern.partition(".")[0] in lists
        if figure is not None and (figure.value or (counted and _is_news(figures, figure, year))):
            yield figure, _counted(figure, one, more)
    entered = re.compile(rf"[^.]+\.werte\.[^.]+\.{year}")
    for figure in figures.values():
        if entered.fullmatch(figure.key) and (figure.value or _is_news(figures, figure, year)):
            yield figure, _label(figure, year)
    for key, title in surveys.items():
        figure = figures.get(f"umfrage.{key}.antworten")
        if figure is not None and figure.value:
            answers = "Antwort" if figure.value == 1 else "Antworten"
            yield figure, f"{answers} in der Umfrage" if len(surveys) == 1 else f"{answers} ({title})"


def _counted(figure: Figure, one: str, more: str) -> str:
    return one if figure.value == 1 and not figure.at_least else more


def at_a_glance(figure: Figure, year: int) -> str:
    """Return what a project's figure counts, in the words of the leading figures: „Veranstaltung im Jahr 2017“."""
    part = figure.key.partition(".")[2]
    for pattern, one, more in _LEADING:
        if part == pattern.format(year=year):
            return _counted(figure, one, more) + (f" im Jahr {year}" if part.endswith(".anzahl") else "")
    return figure.what


def _is_news(figures: Figures, figure: Figure, year: int) -> bool:
    """Tell whether nothing is left of what there was the year before; at least nobody is unknown, not nobody."""
    before = figures.get(_year_before(figure.key, year))
    return before is not None and before.key != figure.key and bool(before.value) and not figure.at_least


def _label(figure: Figure, year: int) -> str:
    """Return „Mitglieder“ for „Mitglieder 2017“, „Etat (Verkehr)“ for „Verkehr: Etat 2017“."""
    name = figure.what.removesuffix(f" {year}")
    return f"{name} ({figure.subject})" if figure.subject else name


def change(figures: Figures, figure: Figure, year: int) -> str:
    """Return „12 mehr als 2016“, its number linked to the year before; "" where that is unknown."""
    before = figures.get(_year_before(figure.key, year))
    if before is None or before.key == figure.key or not _is_number(before) or not _is_number(figure):
        return ""
    if figure.at_least or before.at_least or figure.approximate or before.approximate:
        return f"{year - 1}: {mark(before.key, in_figures(before, unit=True))}"
    assert isinstance(figure.value, int | Decimal) and isinstance(before.value, int | Decimal)  # noqa: S101, PT018
    difference = Decimal(figure.value) - Decimal(before.value)
    if difference == 0:
        same = "unverändert gegenüber" if ".werte." in figure.key else "so viele wie"
        return mark(before.key, f"{same} {year - 1}")
    unit = "Prozentpunkte" if figure.unit == "%" else sign(figure.unit)
    decimals = places(figure.unit, figure.value, before.value)
    amount = f"{number(abs(difference), decimals=decimals)}\u00a0{unit}".rstrip("\u00a0")
    more = "mehr" if difference > 0 else "weniger"
    return mark(before.key, f"{amount} {more} als {year - 1}")


def _is_number(figure: Figure) -> bool:
    return isinstance(figure.value, int | Decimal)


def _year_before(key: str, year: int) -> str:
    return ".".join(str(year - 1) if part == str(year) else part for part in key.split("."))
