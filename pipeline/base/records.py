"""What leaves the room `ingest`: typed tables, surveys, where each row came from, and what was wrong.

Every record has an id, a whole number unique over all tables; it is the index of its frame. Filtering and
counting keep the index, so a figure's rows come for free (mind merges: they drop it).

Frames by table; every column is always there, text columns hold `""` where nothing was typed:

========================  =============================================================================
treffen                   datum, bis, genau, projekt, art, thema, ort, beteiligte, teilnehmerzahl,
                          berichtstext
veranstaltungen           datum, bis, genau, projekt, format, titel, themen, programm, ort, veranstalter,
                          zielgruppe, mitwirkende, teilnehmerzahl, berichtstext
netzwerk                  projekt, gruppe, institution, person (bool, never a name), engagement
initiativen               datum, bis, genau, projekt, art, beteiligte, adressat, gegenstand, initiator
partner                   name, kurzform, artikel, dativ, gehoert_zu, art
werte                     bezeichnung, jahr (int), wert (Decimal), einheit, projekt
texte                     kapitel, abschnitt, reihenfolge (int), text
listen                    liste, eintrag, datum_spalte, gliedern, zusammenzaehlen, einzeln, kapitel, vertraulich
========================  =============================================================================

Beside them stand the lists of the office's own (`topics/lists`): projekt, perhaps datum, bis, genau, and the columns
that their declaration names; amounts are `Amount`, or None where nothing was typed.

``datum`` and ``bis`` are ``datetime64[s]`` (``bis`` is NaT for one day), ``genau`` says how exact the date
was typed (``tag``, ``woche``, ``monat``, ``jahr``; a month's ``datum`` is its first, its ``bis`` its last day).
Lists (themen, veranstalter, mitwirkende, beteiligte) are tuples of strings, ``teilnehmerzahl`` holds `Count`
or None where the cell was empty. Organisations stand in the tables under their name in Partner if they have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from .schema import TableSchemas

if TYPE_CHECKING:
    import pandas as pd

    from .problems import Problem

CountKind = Literal["genau", "ungefähr", "mindestens", "höchstens", "spanne", "unbekannt"]


@dataclass(frozen=True)
class Count:
    """A number of people as somebody typed it.

    `low` is what it counts for: the number itself, the lower end of a span, nothing (0) for "höchstens" and
    "unbekannt". `high` is the upper end where one is known.
    """

    kind: CountKind
    low: int = 0
    high: int | None = None
    typed: str = ""

    @property
    def at_least(self) -> bool:
        """Whether a sum with this number is only a lower bound."""
        return self.kind not in ("genau", "ungefähr")


@dataclass(frozen=True)
class Amount:
    """An amount as somebody typed it, in its unit („Stunden“, „Euro“, "" where nobody names one).

    `at_least` says that a sum with it is only a lower bound: „über 3 Std.“, „2–3“.
    """

    value: Decimal
    unit: str = ""
    at_least: bool = False


@dataclass(frozen=True)
class Balance:
    """The row balance of one recognised sheet: `read` = `used` + `set_aside`, counted in rows that hold anything."""

    file: str
    sheet: str
    table: str
    read: int
    used: int
    set_aside: int
    unread: tuple[str, ...] = ()  # headings of the columns that hold something and mean nothing to us


class Area(NamedTuple):
    """Some cells of one column, as Excel counts them: from 1, both rows included."""

    column: int
    first: int
    last: int


@dataclass(frozen=True)
class Shareable:
    """What of a sheet with tables may be copied: headings, titles, and cells that are read and name nobody.

    All else may be about people: columns of names, columns nobody reads, notes around a table. `areas` lie in the order
    of their columns and rows and have no cell in common.
    """

    file: str
    sheet: str
    areas: tuple[Area, ...]


QuestionKind = Literal[
    "zustimmung",  # agreement, satisfaction, frequency: an ordered scale with poles
    "note",  # Schulnote, 1 is best
    "ja-nein",
    "einfach",  # single choice
    "mehrfach",  # multiple choice
    "rang",
    "zahl",
    "datum",
    "offen",  # free text
]


@dataclass(frozen=True)
class Question:
    """One question of a survey.

    `columns` are its columns in `Survey.answers`: one for most kinds; for "mehrfach" one per option (cells True,
    False or None) and for "rang" one per item (cells int or None), in the order of `options`. `options` are the
    possible answers in their order, for "zustimmung" from the negative to the positive end; `neutral` is the middle
    one, if any; `beside` are the answers that stand beside the scale („weiß nicht“). Items of one battery share `stem`.
    `scale` names what a scale measures („zustimmung“, „zufriedenheit“, „häufigkeit“ …); `parent` is the key of the
    question whose „Sonstiges“ this text explains.
    """

    key: str
    text: str
    kind: QuestionKind
    columns: tuple[str, ...]
    options: tuple[str, ...] = ()
    neutral: str | None = None
    beside: tuple[str, ...] = ()
    stem: str = ""
    group: str = ""
    scale: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Survey:
    """One survey: who was asked, and a frame with one row per answer, personal data and paradata left out.

    `answers` is indexed by record id; cells are str, float, bool, int or None as their question says.
    `complete` has the same index. `invited_row` is the id of the row that says how many were invited.
    """

    key: str
    title: str
    questions: tuple[Question, ...]
    answers: pd.DataFrame
    complete: pd.Series[bool]
    asked_by: str = ""
    universe: str = ""
    invited: int | None = None
    invited_row: int | None = None
    start: date | None = None
    end: date | None = None
    mode: str = ""

    @property
    def year(self) -> int | None:
        """Return the year in which it ended, else the one that its name tells; None where nobody said when."""
        when = self.end or self.start
        found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", f"{self.title} {self.key}")
        return when.year if when else int(found[0]) if found else None

    def asked_in(self, year: int) -> bool:
        """Tell whether it was asked in `year`; it was where nobody said when.

        A later year in its name („Ziele 2030“) need not be that in which it was asked.
        """
        first = self.start or self.end
        return (self.year is None or year <= self.year) and (first is None or first.year <= year)

    def gets_chapter(self, year: int, smallest: int) -> bool:
        """Tell whether the report of `year` tells of it: if `smallest` people answered, or nobody can see anything."""
        return self.asked_in(year) and len(self.answers) >= smallest


@dataclass(frozen=True)
class Tables:
    """All that was read. `sources`: index id; columns file, sheet, row (as Excel counts it).

    `schemas` say of each frame what it holds.
    """

    frames: Mapping[str, pd.DataFrame]
    sources: pd.DataFrame
    surveys: tuple[Survey, ...] = ()
    problems: tuple[Problem, ...] = ()
    balance: tuple[Balance, ...] = ()
    shareable: tuple[Shareable, ...] = ()
    schemas: TableSchemas = field(default_factory=dict)

    def __getitem__(self, table: str) -> pd.DataFrame:
        """Return the frame of `table` ("treffen", "partner", …), empty if nothing of the kind was found."""
        return self.frames[table]

    @cached_property
    def handed_in(self) -> frozenset[str]:
        """The tables that somebody handed in, with or without rows that count."""
        filled = (name for name, frame in self.frames.items() if len(frame))
        return frozenset((*filled, *(line.table for line in self.balance)))

    def where(self, ids: Iterable[int]) -> tuple[SourceRows, ...]:
        """Return where the records `ids` stand, sheet by sheet in the order of file, sheet and row.

        Of a confidential list only how many rows there are is told.
        """
        by_sheet: dict[tuple[str, str, bool], list[int]] = {}
        for file, sheet, row, hidden in sorted({(*self._places[i], i in self._confidential) for i in ids}):
            by_sheet.setdefault((file, sheet, hidden), []).append(row)
        return tuple(
            SourceRows(file, sheet, () if hidden else tuple(rows), len(rows) if hidden else 0)
            for (file, sheet, hidden), rows in by_sheet.items()
        )

    @cached_property
    def _confidential(self) -> frozenset[int]:
        """The records of confidential lists."""
        hidden = (name for name, schema in self.schemas.items() if schema.confidential and name in self.frames)
        return frozenset(i for name in hidden for i in self.frames[name].index)

    @cached_property
    def _places(self) -> dict[int, tuple[str, str, int]]:
        """File, sheet and row by id: thousands of figures ask, and asking the frame each time is slow."""
        columns = (self.sources[name].tolist() for name in ("file", "sheet", "row"))
        return dict(zip(self.sources.index.tolist(), zip(*columns, strict=True), strict=True))


@dataclass(frozen=True)
class SurveyReading:
    """What the surveys of a folder gave.

    `places` are rows (id, file, sheet, row) of the Sources table, `claimed` the sheets (file, sheet) that were read as
    surveys or belong to one.
    """

    surveys: tuple[Survey, ...] = ()
    places: tuple[tuple[int, str, str, int], ...] = ()
    problems: tuple[Problem, ...] = ()
    balance: tuple[Balance, ...] = ()
    claimed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SourceRows:
    """Rows of one sheet, as Excel counts them; of a confidential list only how many: `hidden`."""

    file: str
    sheet: str
    rows: tuple[int, ...] = field(default=())
    hidden: int = 0
