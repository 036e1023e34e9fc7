"""Sheets to surveys: which sheets hold answers, and what was asked.

Only sheets that no other table claimed arrive here. A sheet is a survey if it is the export of a survey tool, if its
name or a sheet „Umfrage-Angaben“ beside it says so, or if its headings ask and its answers stand on known scales.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from ....base.names import slug
from ....base.problems import Problem, problem
from ....base.records import Balance, Survey, SurveyReading, Tables
from ....base.settings import Settings
from ....ingest.cells.privacy import is_paradata, is_personal, names_in, names_people
from ....ingest.messages import problem_at
from ....ingest.sheets import Sheet
from .answer_rows import complete, sorted_rows
from .checkbox_columns import with_ticks
from .columns import AnswerColumn, Read, SurveyContext
from .details import is_details, is_questions, wish_for
from .duplicates import repeated
from .messages import problems_of, unknown_groups
from .period import period_of
from .question_types import AnswerCell, tidied, without_dashes
from .questions import read_questions
from .respondents import tells_of_respondent
from .sheets import TABLE, Found, stem_of, surveys_in
from .tools import QuestionHeading, Tool, asks, split

_COUNTED = 5  # numbers that follow each other may be answers where they are fewer
Place = tuple[int, str, str, int]


def read_surveys(
    sheets: Sequence[Sheet],
    settings: Settings,
    first_id: int,
    people: frozenset[str] = frozenset(),
    taken: frozenset[str] = frozenset(),
) -> SurveyReading:
    """Return all surveys among the sheets; record ids count up from `first_id`.

    `people` are those in the lists of the same folder (by `persons.ways_to_say`); free texts must not name them.
    No survey gets a key that is `taken`.
    """
    visible = [sheet for sheet in sheets if sheet.visible]
    here = surveys_in(visible, settings)
    found = here.found
    reading = SurveyReading(problems=here.problems, claimed=tuple((sheet.file, sheet.name) for sheet in here.helpers))
    for sheet, why in here.useless:
        reading = _set_aside(reading, sheet, len(sheet.filled_rows), why)
    twice = repeated(found)
    for place, one in enumerate(found):
        if place in twice.aside:
            reading = _set_aside(reading, one.sheet, len(one.filled), twice.aside[place])
        else:
            first = first_id + len(reading.places)
            reading = _joined(reading, *_read(one, first, people, settings.umfrage.kleinste_gruppe), taken)
    useless = [s for s in visible if (is_details(s) or is_questions(s)) and (s.file, s.name) not in reading.claimed]
    return replace(
        reading,
        problems=(
            *reading.problems,
            *twice.problems,
            *unknown_groups(reading.surveys, settings),
            *(problem_at("umfrage-ohne-antworten", sheet) for sheet in useless if not is_details(sheet)),
        ),
        claimed=(*reading.claimed, *((sheet.file, sheet.name) for sheet in useless)),
    )


def _joined(reading: SurveyReading, part: SurveyReading, short: str, taken: frozenset[str]) -> SurveyReading:
    taken |= {survey.key for survey in reading.surveys}
    key, number = slug(short), 2
    while key in taken:
        key, number = f"{slug(short)}-{number}", number + 1
    return SurveyReading(
        surveys=reading.surveys + tuple(replace(survey, key=key) for survey in part.surveys),
        places=reading.places + part.places,
        problems=reading.problems + part.problems,
        balance=reading.balance + part.balance,
        claimed=reading.claimed + part.claimed,
    )


def _set_aside(reading: SurveyReading, sheet: Sheet, rows: int, why: Problem) -> SurveyReading:
    return replace(
        reading,
        problems=(*reading.problems, why),
        balance=(*reading.balance, Balance(sheet.file, sheet.name, TABLE, rows, 0, rows)),
        claimed=(*reading.claimed, (sheet.file, sheet.name)),
    )


def latest_year(surveys: Sequence[Survey]) -> int | None:
    """Return the year of the last survey, None where no survey says when it was."""
    return max((survey.year for survey in surveys if survey.year), default=None)


def drop_after_year(tables: Tables, year: int) -> Tables:
    """Return the tables without surveys that began after `year`; a hint names these and those of earlier years."""
    kept, problems, balance = [], list(tables.problems), list(tables.balance)
    for survey in tables.surveys:
        first = survey.start or survey.end
        file, sheet, _ = tables.sources.loc[survey.answers.index[0]] if len(survey.answers) else ("", None, 0)
        if first and first.year > year:
            problems.append(problem("umfrage-spaeter", file=file, sheet=sheet, title=survey.title, year=year))
            balance = [_without_rows(line) if _is_of(line, file, sheet) else line for line in balance]
            continue
        if not survey.asked_in(year):
            problems.append(problem("umfrage-frueher", file=file, sheet=sheet, title=survey.title, year=survey.year))
        kept.append(survey)
    return replace(tables, surveys=tuple(kept), problems=tuple(problems), balance=tuple(balance))


def _is_of(line: Balance, file: str, sheet: str | None) -> bool:
    return (line.file, line.sheet, line.table) == (file, sheet, TABLE)


def _without_rows(line: Balance) -> Balance:
    return replace(line, used=0, set_aside=line.read)


# --- one survey --------------------------------------------------------------------------------------


def _read(found: Found, first_id: int, people: frozenset[str], smallest: int) -> tuple[SurveyReading, str]:
    """Return one survey with its places, problems and balance, and its short name."""
    sheet = found.sheet
    filled = found.filled
    columns, personal, names = _columns(found, filled)
    kept, empty, notes = sorted_rows(found, filled, columns)
    place = {position: row for row, position in enumerate(filled)}
    columns = with_ticks([replace(c, cells=tuple(c.cells[place[position]] for position in kept)) for c in columns])
    hidden = [c for c in columns if wish_for(found.wishes, c.heading).hide]
    context = SurveyContext(found.tool, lambda heading: wish_for(found.wishes, heading), names, people)
    questions = read_questions([column for column in columns if column not in hidden], context)
    ids = range(first_id, first_id + len(kept))
    places = [(i, sheet.file, sheet.name, position + 1) for i, position in zip(ids, kept, strict=True)]
    if found.details.invited_row:
        places.append((ids.stop, found.details.file, found.details.sheet, found.details.invited_row))
    known = found.details.start or found.details.end
    stamped = None if known else period_of(found.headings, [sheet.rows[i] for i in kept], found.tool.stamps)
    survey = _survey(found, questions, ids, complete(found, kept))
    if stamped:
        survey = replace(survey, start=stamped[0], end=stamped[1])
    reading = SurveyReading(
        surveys=(survey,),
        places=tuple(places),
        problems=(*problems_of(found, questions, personal, empty, notes, stamped), *_about(survey, found, smallest)),
        balance=(Balance(sheet.file, sheet.name, TABLE, len(filled), len(kept), len(filled) - len(kept)),),
        claimed=((sheet.file, sheet.name),),
    )
    return reading, found.short


def _about(survey: Survey, found: Found, smallest: int) -> Iterator[Problem]:
    """Yield why a survey gets no chapter, and that nobody gave it a title."""
    if len(survey.answers) < smallest:
        yield problem_at("umfrage-zu-klein", found.sheet, smallest=smallest)
    elif not found.details.title and re.fullmatch(rf"{UNTITLED}( \(.*\))?", survey.title):
        yield problem_at("umfrage-ohne-titel", found.sheet, title=survey.title)


def _columns(found: Found, filled: list[int]) -> tuple[list[AnswerColumn], list[str], frozenset[str]]:
    """Return the columns that hold answers, the headings of personal ones, and the names that stand in these."""
    columns, personal = [], []
    names: set[str] = set()
    for position, (heading, taken) in enumerate(zip(split(found.tool, found.headings), found.headings, strict=True)):
        if not taken or _is_about_answering(taken, heading, found.tool):
            continue
        raw = [found.sheet.rows[row][position] for row in filled]
        cells = without_dashes(tidied(raw))
        texts = [str(cell) for cell in cells if isinstance(cell, str)]
        unsure = wish_for(found.wishes, heading).kind is None and tells_of_respondent(taken, raw)
        if unsure or is_personal(taken, texts) or (heading.item and is_personal(heading.item)):
            personal.append(taken)
            if unsure or names_people(taken):
                names |= {name for text in texts for name in names_in(text)}
        elif asks(taken) or not _numbers_the_rows(cells):
            columns.append(AnswerColumn(position, heading, cells))
    return _without_sums(columns), personal, frozenset(names)


def _without_sums(columns: Sequence[AnswerColumn]) -> list[AnswerColumn]:
    """Return the columns without those that join what stands one by one in the next ones, as KoboToolbox has both."""
    parts = [c.heading.stem if c.heading.item and not c.heading.free else None for c in columns]
    return [
        c for place, c in enumerate(columns) if c.heading.item or parts[place + 1 : place + 3] != [c.heading.stem] * 2
    ]


def _numbers_the_rows(cells: Sequence[AnswerCell]) -> bool:
    """Tell whether a column counts the answers: 1, 2, 3 …, but for a note below."""
    numbers = [cell for cell in cells if isinstance(cell, int | float)]
    counts_up = all(later == number + 1 for number, later in pairwise(numbers))
    return counts_up and len(numbers) >= _COUNTED and len(numbers) >= len([c for c in cells if c is not None]) - 1


def _is_about_answering(taken: str, heading: QuestionHeading, tool: Tool) -> bool:
    if re.match(tool.paradata, taken, re.IGNORECASE):
        return True
    return any(text and is_paradata(text) for text in (taken, heading.stem, heading.code))


def _survey(found: Found, questions: Sequence[Read], ids: range, complete: list[bool]) -> Survey:
    index = pd.Index(ids, name="id", dtype="int64")
    cells: dict[str, tuple[AnswerCell, ...]] = {}
    for read in questions:
        cells |= read.cells
    answers = pd.DataFrame({name: pd.Series(list(values), index=index, dtype=object) for name, values in cells.items()})
    details = found.details
    return Survey(
        key="",
        title=details.title or _title(found.sheet),
        questions=tuple(read.question for read in questions),
        answers=answers.reindex(index) if answers.empty else answers,
        complete=pd.Series(complete, index=index, dtype=bool),
        asked_by=details.asked_by,
        universe=details.universe,
        invited=details.invited,
        invited_row=ids.stop if details.invited_row else None,
        start=details.start,
        end=details.end,
        mode=details.mode,
    )


_NO_TITLE = re.compile(
    r"(?i)(tabelle|sheet|blatt|form|formularantworten|form responses|antworten|daten|results|umfrage)?[\s_-]*\d*"
)
UNTITLED = "Umfrage"
_NAME_OF_EXPORT = re.compile(r"(?i)results?[\s_-]survey[\s_-]?\d+|antworten auf formular[\s_-]?\d*")


def _title(sheet: Sheet) -> str:
    """Return the sheet's name if it says anything, else the file's."""
    if not _NO_TITLE.fullmatch(sheet.name.strip()):
        return sheet.name.strip()
    name = re.sub(r"[\s_]+", " ", stem_of(sheet.file)).strip()
    if _NAME_OF_EXPORT.fullmatch(name):
        return UNTITLED
    return name if name[:1].isupper() else f"{UNTITLED} ({name})"
