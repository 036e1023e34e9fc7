"""Sheets to surveys: which sheets hold answers, and what was asked.

Only sheets that no other table claimed arrive here. A sheet is a survey if it is the export of a survey tool, if its
name or a sheet „Umfrage-Angaben“ beside it says so, or if its headings ask and its answers stand on known scales.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

import pandas as pd

from ..german.keys import key_part
from ..problems import Problem, problem
from ..settings import Settings
from .records import Balance, Survey
from .sheets import Row, Sheet, as_typed, holds
from .survey_details import Details, is_details, is_questions, read_details, read_wishes, wish_for
from .survey_headings import BY_HAND, Heading, Tool, asks, split, tidy, tool_of
from .survey_kinds import Answer, tidied
from .survey_privacy import is_paradata, is_personal
from .survey_questions import Column, Context, Read, Wish, read_questions
from .survey_scales import scale_of

TABLE = "umfrage"
Place = tuple[int, str, str, int]


@dataclass(frozen=True)
class SurveyReading:
    """What the surveys of a folder gave: `places` are rows (id, file, sheet, row) of the Sources table."""

    surveys: tuple[Survey, ...] = ()
    places: tuple[Place, ...] = ()
    problems: tuple[Problem, ...] = ()
    balance: tuple[Balance, ...] = ()
    claimed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Found:
    """One sheet of answers: its header, its tool, and the sheets beside it that explain it."""

    sheet: Sheet
    header: int
    tool: Tool
    details: Details = field(default_factory=Details)
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    short: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(tidy(as_typed(cell)) for cell in self.sheet.rows[self.header])


def read_surveys(sheets: Sequence[Sheet], settings: Settings, first_id: int) -> SurveyReading:
    """Return all surveys among the sheets; record ids count up from `first_id`."""
    visible = [sheet for sheet in sheets if sheet.visible]
    reading = SurveyReading()
    read_before: dict[tuple[Row, ...], str] = {}
    for file in dict.fromkeys(sheet.file for sheet in visible):
        found, problems, helpers = _surveys_in([sheet for sheet in visible if sheet.file == file], settings)
        reading = replace(
            reading,
            problems=reading.problems + problems,
            claimed=reading.claimed + tuple((sheet.file, sheet.name) for sheet in helpers),
        )
        for one in found:
            twin = read_before.setdefault(one.sheet.rows, one.sheet.file)
            if twin != one.sheet.file:
                reading = _set_aside(reading, one, twin)
            else:
                reading = _joined(reading, *_read(one, first_id + len(reading.places), settings))
    return reading


def _joined(reading: SurveyReading, part: SurveyReading, short: str) -> SurveyReading:
    taken = {survey.key for survey in reading.surveys}
    key, number = key_part(short), 2
    while key in taken:
        key, number = f"{key_part(short)}-{number}", number + 1
    return SurveyReading(
        surveys=reading.surveys + tuple(replace(survey, key=key) for survey in part.surveys),
        places=reading.places + part.places,
        problems=reading.problems + part.problems,
        balance=reading.balance + part.balance,
        claimed=reading.claimed + part.claimed,
    )


def _set_aside(reading: SurveyReading, found: _Found, twin: str) -> SurveyReading:
    sheet = found.sheet
    rows = sum(position > found.header for position in sheet.filled_rows)
    note = problem("umfrage-doppelt", file=sheet.file, sheet=sheet.name, twin=twin)
    return replace(
        reading,
        problems=(*reading.problems, note),
        balance=(*reading.balance, Balance(sheet.file, sheet.name, TABLE, rows, 0, rows)),
        claimed=(*reading.claimed, (sheet.file, sheet.name)),
    )


# --- which sheets are surveys ------------------------------------------------------------------------

_NAMED = re.compile(r"(?i)umfrage|befragung|survey|fragebogen|fragebögen|formularantworten|form responses")


def _surveys_in(sheets: list[Sheet], settings: Settings) -> tuple[list[_Found], tuple[Problem, ...], list[Sheet]]:
    """Return the sheets of one file that hold answers, what is wrong with the helper sheets, and these."""
    explained = [sheet for sheet in sheets if is_details(sheet)]
    asked = [sheet for sheet in sheets if is_questions(sheet)]
    others = [sheet for sheet in sheets if sheet not in explained and sheet not in asked]
    found = [one for sheet in others if (one := _recognised(sheet, bool(explained), settings))]
    if not found:
        return [], (), []
    details = read_details(explained[0]) if explained else Details()
    wishes, unknown = read_wishes(asked[0]) if asked else ({}, ())
    problems = tuple(
        problem("umfrage-angabe-unbekannt", file=explained[0].file, sheet=explained[0].name, value=name)
        for name in details.unknown
    ) + tuple(problem("umfrage-typ-unbekannt", file=asked[0].file, sheet=asked[0].name, value=kind) for kind in unknown)
    several = len(found) > 1
    named = [replace(one, details=details, wishes=wishes, short=_short(one.sheet, details, several)) for one in found]
    return named, problems, explained + asked


def _short(sheet: Sheet, details: Details, several: bool) -> str:
    stem = PurePosixPath(sheet.file).stem
    short = details.short or stem
    return f"{short} {sheet.name}" if several else short


def _recognised(sheet: Sheet, explained: bool, settings: Settings) -> _Found | None:
    wanted = {key.casefold(): table.casefold() for key, table in settings.tabellen.items()}
    told = wanted.get(f"{sheet.file}/{sheet.name}".rstrip("/").casefold(), "")
    if told and told != TABLE:
        return None
    header = _header(sheet)
    if header is None:
        return None
    headings = [tidy(as_typed(cell)) for cell in sheet.rows[header]]
    tool = tool_of(headings)
    if tool:
        return _Found(sheet, header, tool)
    found = _Found(sheet, header, BY_HAND)
    named = bool(_NAMED.search(sheet.name) or _NAMED.search(PurePosixPath(sheet.file).name))
    if told == TABLE or ((named or explained) and _could_be_answers(found)) or _are_answers(found):
        return found
    return None


def _header(sheet: Sheet) -> int | None:
    """Return the row of the headings: the first that is filled as widely as the table and holds only texts."""
    filled = sheet.filled_rows
    if not filled:
        return None
    width = max(sum(map(holds, sheet.rows[position])) for position in filled[:40])
    for position in filled[:20]:
        cells = [cell for cell in sheet.rows[position] if holds(cell)]
        if len(cells) >= max(2, 0.6 * width) and all(isinstance(cell, str) for cell in cells):
            return position
    return None


def _answers(found: _Found) -> list[tuple[str, list[str]]]:
    """Return each heading that is no paradata with the texts of its column."""
    rows = [found.sheet.rows[position] for position in found.sheet.filled_rows if position > found.header]
    pairs = []
    for position, heading in enumerate(found.headings):
        if heading and not is_paradata(heading) and not is_personal(heading):
            cells = tidied(row[position] for row in rows)
            pairs.append((heading, [str(cell) for cell in cells if cell is not None]))
    return pairs


def _could_be_answers(found: _Found) -> bool:
    """Tell whether a sheet with a telling name holds answers and no list of something else."""
    pairs = _answers(found)
    return any(asks(heading) or scale_of(tuple(dict.fromkeys(texts))) for heading, texts in pairs)


def _are_answers(found: _Found) -> bool:
    """Tell whether a sheet can be nothing but answers: it asks, and twice the answers stand on a known scale."""
    pairs = _answers(found)
    scales = [scale_of(tuple(dict.fromkeys(texts))) for _, texts in pairs if len(texts) >= 5]
    return sum(asks(heading) for heading, _ in pairs) >= 2 and sum(scale is not None for scale in scales) >= 2


# --- one survey --------------------------------------------------------------------------------------


def _read(found: _Found, first_id: int, settings: Settings) -> tuple[SurveyReading, str]:
    """Return one survey with its places, problems and balance, and its short name."""
    sheet = found.sheet
    filled = [position for position in sheet.filled_rows if position > found.header]
    columns, personal, names = _columns(found, filled)
    kept, empty, notes = _rows(found, filled, columns)
    place = {position: row for row, position in enumerate(filled)}
    columns = [replace(c, cells=tuple(c.cells[place[position]] for position in kept)) for c in columns]
    hidden = [c for c in columns if wish_for(found.wishes, c.heading).hide]
    context = Context(found.tool, lambda heading: wish_for(found.wishes, heading), names)
    questions = read_questions([column for column in columns if column not in hidden], context)
    ids = range(first_id, first_id + len(kept))
    reading = SurveyReading(
        surveys=(_survey(found, questions, ids, _complete(found, kept)),),
        places=tuple((i, sheet.file, sheet.name, position + 1) for i, position in zip(ids, kept, strict=True)),
        problems=_problems(found, questions, personal, empty, notes),
        balance=(Balance(sheet.file, sheet.name, TABLE, len(filled), len(kept), len(filled) - len(kept)),),
        claimed=((sheet.file, sheet.name),),
    )
    return reading, found.short


def _columns(found: _Found, filled: list[int]) -> tuple[list[Column], list[str], tuple[str, ...]]:
    """Return the columns that hold answers, the headings of personal ones, and the names that stand in these."""
    columns, personal = [], []
    names: set[str] = set()
    for position, (heading, taken) in enumerate(zip(split(found.tool, found.headings), found.headings, strict=True)):
        if not taken or _is_about_answering(taken, heading):
            continue
        cells = tidied(found.sheet.rows[row][position] for row in filled)
        texts = [str(cell) for cell in cells if isinstance(cell, str)]
        if is_personal(taken, texts) or (heading.item and is_personal(heading.item)):
            personal.append(taken)
            names |= {word for text in texts for word in (text, *text.split()) if len(word) > 2}
        else:
            columns.append(Column(position, heading, cells))
    return columns, personal, tuple(sorted(names, key=lambda name: (-len(name), name)))


def _is_about_answering(taken: str, heading: Heading) -> bool:
    return any(text and is_paradata(text) for text in (taken, heading.stem, heading.code))


def _rows(found: _Found, filled: list[int], columns: list[Column]) -> tuple[list[int], list[int], list[int]]:
    """Return the rows that hold an answer, those without any, and those that are notes of the office."""
    always = [
        position
        for position, heading in enumerate(found.headings)
        if any(re.match(sign, heading, re.IGNORECASE) for sign in found.tool.answered)
    ]
    finished = _complete(found, filled)
    kept, empty, notes = [], [], []
    for row, position in enumerate(filled):
        cells = found.sheet.rows[position]
        if _is_total(cells) or (always and not any(holds(cells[column]) for column in always)):
            notes.append(position)
        elif all(column.cells[row] is None for column in columns) and not (found.tool.finished and finished[row]):
            empty.append(position)
        else:
            kept.append(position)
    return kept, empty, notes


def _is_total(cells: Row) -> bool:
    first = next((cell for cell in cells if holds(cell)), None)
    words = r"(?i)(summe|gesamt|insgesamt|durchschnitt|mittelwert|anzahl|total)\b"
    return isinstance(first, str) and bool(re.match(words, first.strip()))


def _complete(found: _Found, rows: list[int]) -> list[bool]:
    """Tell for each row whether the answer was finished; without a column that says so, all were."""
    signs = found.tool.finished
    columns = [
        position
        for position, heading in enumerate(found.headings)
        if any(re.match(sign, heading, re.IGNORECASE) for sign in signs)
    ]
    if not columns:
        return [True] * len(rows)
    return [all(_says_yes(found.sheet.rows[row][column]) for column in columns) for row in rows]


def _says_yes(cell: object) -> bool:
    return holds(cell) and str(cell).strip().casefold() not in ("0", "nein", "no", "false", "falsch", "n", "n/a")  # type: ignore[arg-type]


def _survey(found: _Found, questions: Sequence[Read], ids: range, complete: list[bool]) -> Survey:
    index = pd.Index(ids, name="id", dtype="int64")
    cells: dict[str, tuple[Answer, ...]] = {}
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
        start=details.start,
        end=details.end,
        mode=details.mode,
    )


_NO_TITLE = re.compile(
    r"(?i)(tabelle|sheet|blatt|form|formularantworten|form responses|antworten|daten|results|umfrage)?[\s_-]*\d*"
)


def _title(sheet: Sheet) -> str:
    """Return the sheet's name if it says anything, else the file's."""
    if not _NO_TITLE.fullmatch(sheet.name.strip()):
        return sheet.name.strip()
    return re.sub(r"[\s_]+", " ", PurePosixPath(sheet.file).stem).strip()


def _problems(
    found: _Found, questions: Sequence[Read], personal: list[str], empty: list[int], notes: list[int]
) -> tuple[Problem, ...]:
    """Return what staff should know about how the survey was read: one message per cause."""
    sheet = found.sheet
    problems = [
        problem("umfrage-gelesen", file=sheet.file, sheet=sheet.name, tool=_origin(found), questions=len(questions))
    ]
    if personal:
        listed = ", ".join(f"„{heading}“" for heading in personal)
        problems.append(problem("umfrage-personenbezogen", file=sheet.file, sheet=sheet.name, columns=listed))
    for code, rows in (("umfrage-ohne-antwort", empty), ("umfrage-notizzeile", notes)):
        if rows:
            listed = ", ".join(str(position + 1) for position in rows[:20]) + (" …" if len(rows) > 20 else "")
            problems.append(
                problem(code, file=sheet.file, sheet=sheet.name, row=rows[0] + 1, count=len(rows), rows=listed)
            )
    by_assumption: dict[str, list[str]] = {}
    for read in questions:
        for assumed in read.assumed:
            by_assumption.setdefault(assumed, []).append(read.question.text)
    for assumed, texts in by_assumption.items():
        listed = ", ".join(f"„{text}“" for text in texts[:3]) + (
            f" und {len(texts) - 3} weitere" if len(texts) > 3 else ""
        )
        problems.append(
            problem("umfrage-annahme", file=sheet.file, sheet=sheet.name, assumed=assumed, questions=listed)
        )
    return tuple(problems)


def _origin(found: _Found) -> str:
    return "eine von Hand geführte Tabelle" if found.tool is BY_HAND else f"ein Export von {found.tool.name}"
