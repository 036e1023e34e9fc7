"""Which sheets hold answers of a survey, and where the answers begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from ....base.problems import Problem
from ....base.settings import Settings
from ....ingest.cells.personal import without_personal_data
from ....ingest.cells.privacy import is_paradata, is_personal
from ....ingest.messages import problem_at
from ....ingest.sheets import Sheet
from .columns import Wish
from .details import SurveyDetails, is_details, is_questions, read_details, read_wishes
from .header import Header, header_of
from .question_types import tidied
from .scales import scale_of
from .tools import BY_HAND, Tool, asks, tool_of
from .unsupported_layouts import other_way

TABLE = "umfrage"


@dataclass(frozen=True)
class Found:
    """One sheet of answers: its header, its tool, and the sheets beside it that explain it."""

    sheet: Sheet
    header: Header
    tool: Tool
    details: SurveyDetails = field(default_factory=SurveyDetails)
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    short: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings, each on one line and without anybody's address."""
        return tuple(map(without_personal_data, self.header.headings))

    @property
    def filled(self) -> list[int]:
        """Return the positions of the rows below the headings that hold anything."""
        return [position for position in self.sheet.filled_rows if position > self.header.last]


_NAMED = re.compile(r"(?i)umfrage|befragung|survey|fragebogen|fragebögen|formularantworten|form responses")


@dataclass(frozen=True)
class Gathered:
    """What a folder holds: sheets of answers, helper sheets, what is wrong with these, and sheets that are no use."""

    found: tuple[Found, ...] = ()
    helpers: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()
    useless: tuple[tuple[Sheet, Problem], ...] = ()


_FEWEST_ROWS = 5  # a sheet of fewer is a note about a survey
_WITHOUT_HEADINGS = "Eine Zeile mit Überschriften ist nicht zu erkennen"
_WITHOUT_QUESTIONS = "Keine Überschrift ist eine Frage, und keine Spalte hat Antworten auf einer bekannten Skala"
_NOT_CALLED = "Der Name sagt nicht, dass es eine ist, und die Antworten stehen auf keiner bekannten Skala"
_REGISTRATION = re.compile(r"(?i)anmeld|registrier|teilnehmerliste|buchung|bestell")
_COUNTS_PEOPLE = re.compile(r"(?i)(anzahl|zahl)\s+(der\s+)?(personen|teilnehmer\w*|gäste|plätze|kinder)\b")


def _registers(headings: Sequence[str]) -> bool:
    """Tell whether a form signs people up: it asks for their names and how many will come."""
    return any(map(_COUNTS_PEOPLE.match, headings)) and any(map(is_personal, headings))


def surveys_in(sheets: Sequence[Sheet], settings: Settings) -> Gathered:
    """Return the surveys among all sheets of a folder."""
    details = {sheet: read_details(sheet) for sheet in sheets if is_details(sheet)}
    asked = {sheet: read_wishes(sheet) for sheet in sheets if is_questions(sheet) and sheet not in details}
    found: list[Found] = []
    useless: list[tuple[Sheet, Problem]] = []
    for sheet in (sheet for sheet in sheets if sheet not in details and sheet not in asked):
        explained = any(told.names(sheet.file) or told.file == sheet.file for told in details.values())
        called = _is_called_survey(sheet, explained, settings)
        if called and (code := other_way(sheet)):
            useless.append((sheet, problem_at(code, sheet)))
        elif one := _recognised(sheet, called, settings):
            found.append(one)
        elif why := _left_out(sheet, called, settings):
            useless.append((sheet, problem_at("umfrage-nicht-gelesen", sheet, reason=why)))
    problems: list[Problem] = []
    helpers: list[Sheet] = []
    for sheet, told in details.items():
        explained_by = _explained(sheet, told, found)
        if explained_by or any(other.file == sheet.file for other, _ in useless):
            helpers.append(sheet)
            problems += told.problems
        else:
            problems.append(problem_at("umfrage-angaben-ohne-umfrage", sheet))
        found = [replace(one, details=told) if one in explained_by else one for one in found]
    for sheet, (wishes, unknown) in asked.items():
        mine = [f for f in found if sheet.file in (f.sheet.file, f.details.file)] or (found if len(found) == 1 else [])
        if mine:
            helpers.append(sheet)
            problems += (problem_at("umfrage-typ-unbekannt", sheet, value=kind) for kind in unknown)
        found = [replace(f, wishes=wishes) if f in mine else f for f in found]
    by_file = Counter(one.sheet.file for one in found)
    named = (replace(one, short=_short(one.sheet, one.details, by_file[one.sheet.file] > 1)) for one in found)
    return Gathered(tuple(named), tuple(helpers), tuple(problems), tuple(useless))


def _explained(sheet: Sheet, details: SurveyDetails, found: Sequence[Found]) -> list[Found]:
    """Return the answers that a sheet „Umfrage-Angaben“ is about: those it names, those beside it, or the only ones."""
    named = [one for one in found if details.names(one.sheet.file)]
    if named or details.of:
        return named
    beside = [one for one in found if one.sheet.file == sheet.file]
    return beside or (list(found) if len(found) == 1 and not found[0].details.file else [])


def stem_of(file: str) -> str:
    """Return a file's name without what a tool adds: „Mitglieder(1-46).xlsx“, „Mitglieder (Antworten).csv“."""
    stem = PurePosixPath(file).stem
    return re.sub(r"(?i)\s*\((\d+\s?[-–]\s?\d+|antworten|responses)\)( - [^-]+)?$", "", stem) or stem


def _short(sheet: Sheet, details: SurveyDetails, several: bool) -> str:
    short = details.short or stem_of(sheet.file)
    return f"{short} {sheet.name}" if several else short


def _told(sheet: Sheet, settings: Settings) -> str:
    """Return which table the settings take a sheet for."""
    wanted = {key.casefold(): table.casefold() for key, table in settings.tabellen.items()}
    return wanted.get(sheet.place, "")


def _is_called_survey(sheet: Sheet, explained: bool, settings: Settings) -> bool:
    """Tell whether the settings, a name or a sheet beside it call a sheet a survey."""
    told = _told(sheet, settings)
    named = _NAMED.search(sheet.name) or _NAMED.search(PurePosixPath(sheet.file).name)
    return told == TABLE or (not told and (explained or bool(named)))


def _recognised(sheet: Sheet, called: bool, settings: Settings) -> Found | None:
    told = _told(sheet, settings)
    if told and told != TABLE:
        return None
    header = header_of(sheet)
    if header is None:
        return None
    tool = tool_of(header.headings)
    if tool and not (_registers(header.headings) and not called):
        return Found(sheet, header, tool)
    found = Found(sheet, header, BY_HAND)
    if not told and not called and _REGISTRATION.search(f"{sheet.file} {sheet.name}"):
        return None
    if told == TABLE or (called and _could_be_answers(found)) or _are_answers(found):
        return found
    return None


def _left_out(sheet: Sheet, called: bool, settings: Settings) -> str:
    """Return why a sheet that looks like answers was not read, "" if it does not look like any."""
    told, header = _told(sheet, settings), header_of(sheet)
    rows = [position for position in sheet.filled_rows if header and position > header.last]
    if called:
        few = len(sheet.filled_rows) <= _FEWEST_ROWS
        return "" if few else _WITHOUT_QUESTIONS if header else _WITHOUT_HEADINGS
    asking = sum(heading.endswith("?") for heading in header.headings) if header else 0
    signs_up = _REGISTRATION.search(f"{sheet.file} {sheet.name}") or (header and _registers(header.headings))
    return _NOT_CALLED if asking >= 2 and len(rows) >= 2 * _FEWEST_ROWS and not told and not signs_up else ""


def _answers(found: Found) -> list[tuple[str, list[str]]]:
    """Return each heading that is no paradata with the texts of its column."""
    rows = [found.sheet.rows[position] for position in found.filled]
    pairs = []
    for position, heading in enumerate(found.headings):
        if heading and not is_paradata(heading) and not is_personal(heading):
            cells = tidied(row[position] for row in rows)
            pairs.append((heading, [str(cell) for cell in cells if cell is not None]))
    return pairs


def _could_be_answers(found: Found) -> bool:
    """Tell whether a sheet with a telling name holds answers and no list of something else."""
    pairs = _answers(found)
    return any(asks(heading) or scale_of(tuple(dict.fromkeys(texts))) for heading, texts in pairs)


def _are_answers(found: Found) -> bool:
    """Tell whether a sheet can be nothing but answers: it asks, and twice the answers stand on a known scale."""
    pairs = _answers(found)
    scales = [scale_of(tuple(dict.fromkeys(texts))) for _, texts in pairs if len(texts) >= 5]
    return sum(asks(heading) for heading, _ in pairs) >= 2 and sum(scale is not None for scale in scales) >= 2
