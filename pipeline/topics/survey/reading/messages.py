"""What staff should know about how a survey was read: one message per cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import shorten

from ....base.names import slug
from ....base.problems import Problem, problem
from ....base.records import Survey
from ....base.settings import FILE, Settings
from ....base.suggest import did_you_mean
from ....german.periods import day
from ....ingest.messages import rows_in_words
from ....ingest.sheets import cell_name, column_name, holds
from .columns import Read
from .details import KINDS_IN_WORDS
from .free_text import REST
from .question_types import is_code
from .sheets import Found
from .tools import BY_HAND

_QUESTIONS_NAMED = 3  # questions are whole sentences; three of them are what a message bears
# So many questions of one type are named, and so many letters of each: enough to see that they were read right.
_READ_NAMED, _LONGEST_NAME = 12, 60


def problems_of(
    found: Found,
    questions: Sequence[Read],
    personal: Sequence[str],
    empty: Sequence[int],
    notes: Sequence[int],
    stamped: tuple[date, date] | None,
) -> Iterator[Problem]:
    """Yield what was taken for granted, left out and set aside while a sheet was read."""
    file, sheet = found.sheet.file, found.sheet.name
    yield problem("umfrage-gelesen", file=file, sheet=sheet, tool=_origin(found), kinds=_by_kind(questions))
    if stamped:
        first, last = map(day, stamped)
        when = f"am {first}" if first == last else f"vom {first} bis zum {last}"
        yield problem("umfrage-zeitraum", file=file, sheet=sheet, when=when)
    if personal:
        listed = ", ".join(f"„{heading}“" for heading in personal)
        yield problem("umfrage-personenbezogen", file=file, sheet=sheet, columns=listed)
    for code, rows in (("umfrage-ohne-antwort", empty), ("umfrage-notizzeile", notes)):
        if rows:
            yield problem(
                code,
                file=file,
                sheet=sheet,
                row=rows[0] + 1,
                count=len(rows),
                rows=rows_in_words(row + 1 for row in rows),
            )
    faults = sorted(place for place in found.sheet.faults if place[0] > found.header.last)
    if faults:
        cell = cell_name(*faults[0])
        yield problem(
            "umfrage-fehlerzellen", file=file, sheet=sheet, cell=cell, row=faults[0][0] + 1, count=len(faults)
        )
    if blank := _without_heading(found):
        yield problem("umfrage-ohne-ueberschrift", file=file, sheet=sheet, columns=", ".join(map(column_name, blank)))
    coded = sum(_is_coded(read) for read in questions)
    if coded:
        yield problem("umfrage-nur-codes", file=file, sheet=sheet, count=coded)
    for name, near in _unknown_wishes(found, questions):
        yield problem("umfrage-frage-unbekannt", file=file, sheet=sheet, value=name, near=near)
    by_assumption: dict[str, list[str]] = {}
    for read in questions:
        for assumed in read.assumed:
            by_assumption.setdefault(assumed, []).append(read.question.text)
    for assumed, texts in by_assumption.items():
        yield problem("umfrage-annahme", file=file, sheet=sheet, assumed=assumed, questions=_listed(texts))


def unknown_groups(surveys: Sequence[Survey], settings: Settings) -> Iterator[Problem]:
    """Yield a hint for each group of the settings that no survey asks for."""
    asked = [question.text for survey in surveys for question in survey.questions]
    for name in settings.umfrage.gruppen if surveys else ():
        if not any(slug(text).startswith(slug(name)) for text in asked):
            yield problem("umfrage-gruppe-unbekannt", file=FILE, value=name, near=_near(name, asked))


def _without_heading(found: Found) -> list[int]:
    """Return the columns of answers without a question; what stands first may number the answers."""
    nameless = [column for column, heading in enumerate(found.headings) if column and not heading]
    return [column for column in nameless if any(holds(found.sheet.rows[row][column]) for row in found.filled)]


def _is_coded(read: Read) -> bool:
    options = [option for option in read.question.options if option != REST]
    return bool(options) and all(map(is_code, options))


def _origin(found: Found) -> str:
    return "eine von Hand geführte Tabelle" if found.tool is BY_HAND else f"ein Export von {found.tool.name}"


def _listed(texts: Sequence[str], most: int = _QUESTIONS_NAMED) -> str:
    more = len(texts) - most
    return ", ".join(f"„{text}“" for text in texts[:most]) + (f" und {more} weitere" if more > 0 else "")


def _by_kind(questions: Sequence[Read]) -> str:
    """Return how the questions were read: „als Skala: „…“, „…“; als Zahl: „…““."""
    texts: dict[str, list[str]] = {}
    for read in questions:
        text = shorten(read.question.text, _LONGEST_NAME, placeholder=" …")
        texts.setdefault(KINDS_IN_WORDS[read.question.kind], []).append(text)
    return "; ".join(f"als {kind}: {_listed(named, _READ_NAMED)}" for kind, named in texts.items()) or "keine Frage"


def _unknown_wishes(found: Found, questions: Sequence[Read]) -> Iterator[tuple[str, str]]:
    """Yield each question of the sheet „Fragen“ that the survey does not ask, and what was probably meant."""
    headings = [*found.headings, *(text for read in questions for text in (read.question.text, read.question.stem))]
    known = [heading.casefold() for heading in headings if heading]
    for name in found.wishes:
        if name and not any(heading.startswith(name) for heading in known):
            yield name, _near(name, headings)


def _near(name: str, known: Sequence[str]) -> str:
    return did_you_mean(name, known, "Vergleichen Sie mit den Überschriften der Antworten.")
