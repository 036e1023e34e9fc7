"""How many came to each event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from ...base.figures import Figure, Figures
from ...base.keys import Key, Time
from ...base.marks import mark
from ...base.records import Count
from ...charts.bars import Bar, bars
from ...charts.captions import CountedNoun, month, n, printed
from ...charts.chart import Chart
from ...charts.drawing import Drawing, ProjectCharts
from ...charts.style import NARROW, ChartStyle
from ...charts.year import Rhythm
from ...german.enumerations import listing
from ...german.grammar import Case, Gender
from ...german.lexicon import Lexicon
from ...german.orthography import quote
from ...german.periods import day, short_day
from ...german.quantities import NO_BREAK, NOT_STATED
from ...narrative.titles import beside_kind
from ...statistics.counting import limits_by_row, participants_by_row
from ...statistics.participants import has_number

_FEWEST, _MOST = 3, 12  # bars: two are said in a sentence, and twelve take a third of a page
_NAMED = 4  # so many equally well attended ones are named


@dataclass(frozen=True)
class _Event:
    """One event as the chart needs it."""

    id: int
    title: str
    themes: str
    format: str
    first: date
    exact: str
    count: Count | None

    @property
    def known(self) -> int | None:
        return self.count.low if self.count is not None and has_number(self.count) else None

    @property
    def most(self) -> int:
        """As many may have come, as far as the list says."""
        return max(self.count.low, self.count.high or 0) if self.count is not None else 0

    @property
    def name(self) -> str:
        """The event as a label; without a title by what it was and what it was about."""
        return self.title or ": ".join(filter(None, (self.format, self.themes))) or "Veranstaltung"

    def said(self, case: Case, words: Lexicon) -> str:
        """Return the event in a sentence: „Brot und Butter“, „der Vortrag am 3. Mai 2017“."""
        if self.title:
            return quote(self.title)
        kind = words.occasion(self.format) if self.format else None
        what = kind.form(case, "der") if kind else "die Veranstaltung"
        if self.themes:
            return f"{what} zu {quote(self.themes)}"
        when = {"jahr": f"im Jahr {self.first.year}", "monat": f"im {month(self.first)}"}
        return f"{what} {when.get(self.exact, f'am {day(self.first)}')}"


def _chart(
    key: str, frame: pd.DataFrame, figures: Figures, by_row: Mapping[int, Figure], year: int, style: ChartStyle
) -> Chart | None:
    """Return the participants of a project's events; None with fewer than three known numbers.

    `by_row` are the figures of the numbers by the event's id (`participants_by_row` and `limits_by_row` of
    `statistics.counting`). Only events of the report year are drawn, because the best attended one is news; the
    smallest ones are gathered in „… und weitere“.
    """
    chosen = [event for event in _events(frame) if event.first.year == year]
    if _numbers(chosen) < _FEWEST:
        return None
    ordered = sorted(chosen, key=lambda e: (not e.most and e.known is None, -e.most, e.first))
    top = max(event.known or 0 for event in ordered)
    if not top:
        return None
    best = [event for event in ordered if event.known == top]
    shown = ordered if len(ordered) <= _MOST else ordered[: _MOST - 1]
    rows = [_bar(event, by_row.get(event.id), event in best, style) for event in shown]
    if len(shown) < len(ordered):
        rows.append(Bar("… und weitere", ""))
    when = f"im Jahr {year}"
    counted = printed(figures[Key(key, "veranstaltungen", "anzahl", Time(year))], style.wording)
    unknown = f" k.{NO_BREAK}A.: keine Angabe." if any(event.known is None for event in shown) else ""
    alternative = _alternative(ordered, when, style)
    return Chart(
        key=Key(key, "veranstaltungen"),
        finding=_finding(best, ordered, by_row, style),
        shows=f"Teilnehmer je Veranstaltung {when}; {n(counted)}.{unknown} Quelle: Liste „Veranstaltungen“.",
        alternative=alternative,
        svg=bars(rows, style, width_mm=NARROW, alternative=alternative),
        width=NARROW,
    )


def _events(frame: pd.DataFrame) -> list[_Event]:
    columns = ("titel", "themen", "format", "datum", "genau", "teilnehmerzahl")
    rows = zip(frame.index.tolist(), *(frame[column].tolist() for column in columns), strict=True)
    return [
        _Event(i, title, ", ".join(themes), kind, first.date(), exact, count if isinstance(count, Count) else None)
        for i, typed, themes, given, first, exact, count in rows
        for kind, title in (beside_kind(typed, given),)
    ]


def _numbers(events: Sequence[_Event]) -> int:
    return sum(event.known is not None for event in events)


def _bar(event: _Event, figure: Figure | None, best: bool, style: ChartStyle) -> Bar:
    when = _when(event) if event.exact != "tag" else f"{event.first.day}.{event.first.month}."
    count = event.count
    return Bar(
        name=event.name,
        suffix=f" ({when})",
        shown=mark(figure.key, shown(count, style)) if figure else shown(count, style),
        number=event.known,
        high=count.high if count is not None and count.kind in ("spanne", "höchstens") else None,
        open=count is not None and count.kind == "mindestens",
        best=best,
    )


def shown(count: Count | None, style: ChartStyle) -> str:
    """Return a number of participants as charts print it: „48“, „mind. 150“, „40–60“, „k. A.“."""
    if count is None or count.kind == "unbekannt":
        return NOT_STATED
    low, high = style.number(count.low), style.number(count.high or 0)
    forms = {
        "ungefähr": f"ca.{NO_BREAK}{low}",
        "mindestens": f"mind.{NO_BREAK}{low}",
        "spanne": f"{low}–{high}",
        "höchstens": f"bis{NO_BREAK}{high}",
    }
    return forms.get(count.kind, low)


def _when(event: _Event) -> str:
    return {"jahr": f"{event.first.year}", "tag": short_day(event.first)}.get(event.exact, month(event.first))


def _finding(best: Sequence[_Event], events: Sequence[_Event], by_row: Mapping[int, Figure], style: ChartStyle) -> str:
    """Return which event had the most participants, as surely as the numbers allow."""
    figure = by_row[best[0].id]
    others = [event for event in events if event not in best]
    if any(event.most > (best[0].known or 0) for event in events if not _is_exact(event)):
        return _UNSURE  # the list itself names a higher number
    if not others and not (figure.at_least or figure.approximate):
        verb = "kam" if figure.value == 1 else "kamen"
        return f"Zu jeder Veranstaltung {verb} {_PARTICIPANT.counted(figure, style.wording)}."
    count = _PARTICIPANT.with_it(figure, style.wording)
    counted = [event for event in others if event.known is not None]
    certain = all(_is_exact(event) for event in counted) and not figure.approximate
    each, were = ("je ", "waren") if len(best) > 1 else ("", "war")
    names = _named(best, Case.NOM if certain else Case.ACC, style)
    if certain and len(counted) < len(others):
        return f"Unter den Veranstaltungen mit Angabe {were} {names} am besten besucht: mit {each}{count}."
    highest = "Die höchsten Teilnehmerzahlen" if len(best) > 1 else "Die höchste Teilnehmerzahl"
    verb = f"Am besten besucht {were}" if certain else f"{highest} nennt die Liste für"
    return f"{verb} {names} mit {each}{count}."


def _named(best: Sequence[_Event], case: Case, style: ChartStyle) -> str:
    return (
        listing([event.said(case, style.words) for event in best]) if len(best) <= _NAMED else "mehrere Veranstaltungen"
    )


_UNSURE = "Nicht bei allen Veranstaltungen steht genau fest, wie viele kamen."


def _is_exact(event: _Event) -> bool:
    return event.count is not None and event.count.kind == "genau"


def _alternative(events: Sequence[_Event], when: str, style: ChartStyle) -> str:
    few = [f"{quote(event.name)} ({_when(event)}) {_said(event.count, style)}" for event in events[:_MOST]]
    rest = f"; dazu {len(events) - _MOST} weitere" if len(events) > _MOST else ""
    return f"Das Balkendiagramm zeigt die Teilnehmer je Veranstaltung {when}: {'; '.join(few)}{rest}."


def _said(count: Count | None, style: ChartStyle) -> str:
    if count is None or count.kind == "unbekannt":
        return "keine Angabe"
    return shown(count, style).replace("mind.", "mindestens").replace("ca.", "etwa").replace("–", " bis ")


def _of_project(project: ProjectCharts) -> Iterator[Chart | None]:
    by_row = participants_by_row(project.figures) | limits_by_row(project.figures)
    yield _chart(project.key, project.rows["veranstaltungen"], project.figures, by_row, project.year, project.style)


_PARTICIPANT = CountedNoun("Teilnehmer", Gender.MASCULINE, "Teilnehmer", "Teilnehmern")
DRAWING = Drawing(
    _of_project,
    Rhythm(
        "veranstaltungen",
        CountedNoun("Veranstaltung", Gender.FEMININE, "Veranstaltungen", "Veranstaltungen"),
        10,
    ),
)
