"""The events as a table: those of a project in its chapter, all of them in the annex."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ...base.figures import Figures
from ...base.names import identity
from ...base.records import Tables
from ...base.settings import OwnOrganisation
from ...german.grammar import Case
from ...german.lexicon import lexicon
from ...german.orthography import quote
from ...german.people import people as people_in
from ...narrative.cell_texts import NOTHING, people, when
from ...narrative.titles import beside_kind
from ...statistics.counting import by_project, limits_by_row, participants_by_row
from ...statistics.organisations import directory
from ..annex import Annex, AnnexScope, Group, by_date, in_order, short_names

EVENTS_IN_FULL = 100  # more events than these are listed for the report year only


@dataclass(frozen=True)
class EventLine:
    """One event as a table prints it; `figure` is the key of its participants where somebody counted them."""

    when: str
    kind: str
    title: str
    organisers: str
    guests: str
    place: str
    people: str
    figure: str | None


def _of_year(tables: Tables, figures: Figures, ours: OwnOrganisation, year: int) -> dict[str, tuple[EventLine, ...]]:
    """Return the events of `year` by date, by the key of their project."""
    event = _events_of(tables, figures, ours)
    return {
        key: tuple(event(row) for row in by_date(frames["veranstaltungen"]) if row.datum.year == year)
        for key, frames in by_project(tables, year).items()
    }


def _all_events(scope: AnnexScope) -> tuple[Group, ...]:
    """Return the events of all projects up to the end of the year, project by project; many: those of the year only."""
    projects = list(in_order(scope, "veranstaltungen"))
    many = sum(len(frame) for _, frame in projects) > EVENTS_IN_FULL
    event = _events_of(scope.tables, scope.figures, scope.ours)
    return tuple(
        Group(title, tuple(event(row) for row in by_date(frame) if not many or row.datum.year == scope.year))
        for title, frame in projects
    )


def _events_of(tables: Tables, figures: Figures, ours: OwnOrganisation) -> Callable[[Any], EventLine]:
    """Return what makes an `Event` of a row: organisations by their short names, participants with their figure."""
    counted = participants_by_row(figures) | limits_by_row(figures)
    organisers = _organisers_of(tables, ours)

    def event(row: Any) -> EventLine:
        figure = counted.get(row.Index)
        kind, title = beside_kind(row.titel, row.format)
        return EventLine(
            when=when(row),
            kind=kind or row.programm or ("" if title or row.themen else NOTHING),
            title=_title_and_themes(title, [theme for theme in row.themen if theme not in row.titel]),
            organisers=organisers(row.veranstalter),
            guests=_guests(row.mitwirkende),
            place=row.ort or NOTHING,
            people=people(row.teilnehmerzahl),
            figure=figure.key.text if figure else None,
        )

    return event


def _guests(names: Sequence[str]) -> str:
    """Return who took part: „Mit ehrenamtlichen Vorlesern“, or behind a label where nobody knows the dative."""
    words = lexicon()
    inflected = [people_in(words.in_sentence(name), Case.DAT, words) for name in names]
    known = ", ".join(filter(None, inflected))
    return ("Mit " + known if all(inflected) else "Mitwirkende: " + ", ".join(names)) if names else ""


def always_ours(tables: Tables, ours: OwnOrganisation) -> bool:
    """Tell whether we took part in every event whose organisers somebody noted: then only our partners are news."""
    own = directory(tables["partner"], ours).own
    noted = (names for names in tables["veranstaltungen"]["veranstalter"] if len(names))
    return all(any(identity(name) in own for name in names) for names in noted)


_SHORT = 16  # letters of our own name that may stand in every line of a table


def _organisers_of(tables: Tables, ours: OwnOrganisation) -> Callable[[Sequence[str]], str]:
    """Return what tells the organisers of an event: our partners, and us where others worked without us.

    A long name of ours does not stand in every line: „mit Förderverein“.
    """
    short, own, always = short_names(tables), directory(tables["partner"], ours).own, always_ours(tables, ours)

    def said(names: Sequence[str]) -> str:
        others = [short.get(name, name) for name in names if identity(name) not in own]
        if always or len(others) == len(names):
            return ", ".join(others)
        if len(ours.short) <= _SHORT:
            return ", ".join((ours.short, *others))
        return f"mit {', '.join(others)}" if others else ""

    return said


def _title_and_themes(title: str, themes: Sequence[str]) -> str:
    """Return „Brot und Butter“ (Backen wie früher), or whichever of both there is."""
    said = ", ".join(themes)
    return f"{quote(title)} ({said})" if title and said else quote(title) if title else said


def _names(scope: AnnexScope) -> dict[str, Any]:
    of_year = _of_year(scope.tables, scope.figures, scope.ours, scope.year)
    everything = _all_events(scope)
    return {
        "veranstaltungen": lambda project: of_year.get(project, ()),
        "alle_veranstaltungen": everything,
        "tabelle_im_anhang": len(everything) == 1,  # the annex lists them all, and only these
        "immer_dabei": always_ours(scope.tables, scope.ours),
    }


ANNEX = Annex(
    "anhang-veranstaltungen", "Veranstaltungen", 10, "chapters/anhang/veranstaltungen.html.j2", _names,
    "alle_veranstaltungen",
)  # fmt: skip
