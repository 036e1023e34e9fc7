"""Treffen: what a project manager would have noted, month by month, and the workdays it is put on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.example import data
from tests.example.sheet import Cell, Column, Sheet
from tests.example.workdays import spread

KINDS = {
    "T": "Treffen",
    "K": "Koordinierungstreffen",
    "G": "Gespräch",
    "A": "Austausch",
    "AK": "Arbeitskreisteilnahme",
    "V": "Veranstaltungsteilnahme",
}


def integration() -> list[Sheet]:
    """Return one sheet a year."""
    years: dict[int, list[tuple[Cell, ...]]] = {}
    for day, *rest in _diary("treffen_integration.txt"):
        years.setdefault(day.year, []).append((day, *rest, "Integration"))
    return [
        Sheet(str(year), f"Integrationsprojekt: Treffen und Gespräche {year}", _columns(kind="Art des Treffens"), rows)
        for year, rows in years.items()
    ]


def mobility() -> list[Sheet]:
    """Return the one sheet of the second project, with headings of its own."""
    rows = [(*row, "Mobilität") for row in _diary("treffen_mobilitaet.txt")]
    return [
        Sheet(
            "Treffen",
            "Arbeitsgruppe Mobilität: Treffen",
            _columns(day="Beginn", subject="Anlass", people="Anzahl TN"),
            rows,
        )
    ]


def _columns(
    day: str = "Datum", kind: str = "Art", subject: str = "Thema", people: str = "Teilnehmer"
) -> tuple[Column, ...]:
    return (
        Column(day, 12),
        Column(kind, 25, tuple(KINDS.values())),
        Column(subject, 58),
        Column("Ort", 20),
        Column("Beteiligte", 52),
        Column(people, 12),
        Column("Projekt", 13, ("Integration", "Mobilität")),
    )


def _diary(name: str) -> list[tuple[date, Cell, Cell, Cell, Cell, Cell]]:
    """Return day, kind, subject, place, participants and their number of every line, by day.

    A line ``2016-03`` opens a month; the lines under it are spread over its workdays in order, except for those that
    begin with a day of their own (``12: K | …``).
    """
    rows: list[tuple[date, Cell, Cell, Cell, Cell, Cell]] = []
    for year, month, lines in _months(data.text(name)):
        noted = [int(line.partition(":")[0]) if line[0].isdigit() else None for line in lines]
        taken = frozenset(date(year, month, day) for day in noted if day)
        free = iter(spread(year, month, noted.count(None), taken))
        for line, own in zip(lines, noted, strict=True):
            kind, subject, place, who, people = [part.strip() for part in f"{line} |".split("|")][:5]
            day = date(year, month, own) if own else next(free)
            count = int(people) if people else None
            rows.append((day, KINDS[kind.rpartition(" ")[2]], subject, place, who, count))
    return sorted(rows, key=lambda row: row[0])


def _months(diary: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield year, month and lines of every month of a diary."""
    blocks: list[list[str]] = []
    for line in diary.splitlines():
        if "|" in line:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    for heading, *lines in blocks:
        year, _, month = heading.partition("-")
        yield int(year), int(month), lines
