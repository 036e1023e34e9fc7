"""The two optional sheets beside a survey: „Umfrage-Angaben“ and „Fragen“."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from ....base.problems import Problem
from ....base.records import QuestionKind
from ....base.suggest import did_you_mean
from ....german.nothing import kind_of_nothing
from ....ingest.cells.personal import without_personal_data
from ....ingest.layout.recognition import has_own_name
from ....ingest.messages import problem_at
from ....ingest.sheets import Sheet, as_typed, holds
from ....ingest.word_lists import word_lists
from .columns import Wish
from .tools import QuestionHeading, tidy


@dataclass(frozen=True)
class SurveyDetails:
    """Who asked whom, how and when; empty where nobody said so."""

    of: str = ""  # the file with the answers
    short: str = ""
    title: str = ""
    asked_by: str = ""
    universe: str = ""
    invited: int | None = None
    invited_row: int | None = None  # as Excel counts it
    file: str = ""
    sheet: str = ""
    start: date | None = None
    end: date | None = None
    mode: str = ""
    problems: tuple[Problem, ...] = ()

    def names(self, file: str) -> bool:
        """Tell whether the details are said to be about a file, with or without its folder and its ending."""
        path = PurePosixPath(file.casefold())
        return bool(self.of) and self.of.casefold() in (str(path), path.name, path.stem)


_WORDS = word_lists(Path(__file__).with_name("details.toml"))
FIELDS: Mapping[str, Sequence[str]] = _WORDS["angaben"]
COLUMNS: Mapping[str, Sequence[str]] = _WORDS["spalten"]
KINDS: Mapping[str, QuestionKind] = {word: kind for kind, words in _WORDS["typen"].items() for word in words}
KINDS_IN_WORDS: Mapping[QuestionKind, str] = _WORDS["typen_in_worten"]


_DETAILS = re.compile(
    r"(?i)(?:umfrage|befragung|survey)[\s_-]*(?:angaben|infos?|daten|details)(?:[\s_-]*\d|[\s_–-]+(?P<of>.+))?"
)


def is_details(sheet: Sheet) -> bool:
    """Tell whether this is the sheet „Umfrage-Angaben“, or a file of that name whose sheet has none."""
    return _DETAILS.fullmatch(_name_of(sheet)) is not None


def is_questions(sheet: Sheet) -> bool:
    """Tell whether this is the sheet „Fragen“."""
    return _name_of(sheet).casefold() in ("fragen", "questions", "umfrage-fragen")


def _name_of(sheet: Sheet) -> str:
    return (sheet.name if has_own_name(sheet) else PurePosixPath(sheet.file).stem).strip()


def read_details(sheet: Sheet) -> SurveyDetails:
    """Return what the sheet says: names in its first column, values in the second."""
    by_word = {word: name for name, words in FIELDS.items() for word in words}
    named = _DETAILS.fullmatch(_name_of(sheet))
    values: dict[str, object] = {"of": (named and named["of"]) or ""}
    problems = []
    for position, row in enumerate(sheet.rows):
        places = [place for place, cell in enumerate(row) if holds(cell)]
        if len(places) < 2:
            continue
        cells = [row[place] for place in places]
        said = tidy(as_typed(cells[0])).rstrip(":").casefold()
        if said in ("angabe", "merkmal", "feld"):
            continue  # a heading of the sheet itself
        name = by_word.get(said)
        if name and kind_of_nothing(as_typed(cells[1])):
            continue
        value = _value(name, cells[1]) if name else None
        if name is None:
            near = _meant(said, by_word)
            problems.append(_tell("umfrage-angabe-unbekannt", sheet, position, places[0], near=near))
        elif value is None:
            problems.append(_tell("umfrage-angabe-unlesbar", sheet, position, places[1], heading=_shown(name)))
        else:
            values[name] = value
            if name == "invited":
                values["invited_row"] = position + 1
    return SurveyDetails(**values, file=sheet.file, sheet=sheet.name, problems=tuple(problems))  # type: ignore[arg-type]


def _tell(code: str, sheet: Sheet, position: int, place: int, **words: object) -> Problem:
    return problem_at(code, sheet, position, place, tidy(as_typed(sheet.rows[position][place])), **words)


def _shown(name: str) -> str:
    """Return a field as the guide writes it: „Befragt von“."""
    return FIELDS[name][0].capitalize()


def _meant(said: str, by_word: Mapping[str, str]) -> str:
    suggestion = did_you_mean(said, by_word, "", shown={word: _shown(name) for word, name in by_word.items()})
    return f"{suggestion} Möglich sind: {', '.join(map(_shown, FIELDS))}.".lstrip()


def _value(name: str, cell: object) -> object:
    if name == "invited":
        digits = re.search(r"\d+", str(cell).replace(".", ""))
        return int(digits[0]) if digits else None
    if name in ("start", "end"):
        if isinstance(cell, date):
            return cell.date() if isinstance(cell, datetime) else cell
        found = re.search(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", str(cell))
        iso = re.search(r"(\d{4})-(\d{2})-(\d{2})", str(cell))
        try:
            if found:
                return date(int(found[3]), int(found[2]), int(found[1]))
            return date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
        except ValueError:
            return None
    text = tidy(as_typed(cell))  # type: ignore[arg-type]
    clean = without_personal_data(text)
    return text if clean == text else re.sub(r"\s*[(,;:]?\s*…\)?$", "", clean)


def read_wishes(sheet: Sheet) -> tuple[dict[str, Wish], tuple[str, ...]]:
    """Return the wishes of the sheet „Fragen“ by question, and the types it names that do not exist."""
    by_word = {word: name for name, words in COLUMNS.items() for word in words}
    filled = sheet.filled_rows
    if not filled:
        return {}, ()
    header = [by_word.get(tidy(as_typed(cell)).casefold(), "") for cell in sheet.rows[filled[0]]]
    wishes: dict[str, Wish] = {}
    unknown = []
    for position in filled[1:]:
        given = {name: tidy(as_typed(cell)) for name, cell in zip(header, sheet.rows[position], strict=True) if name}
        kind = KINDS.get(given.get("kind", "").casefold())
        if given.get("kind") and kind is None:
            unknown.append(given["kind"])
        wishes[given.get("question", "").casefold()] = Wish(
            kind=kind,
            options=tuple(part.strip() for part in re.split(r"[;|]", given.get("options", "")) if part.strip()),
            title=given.get("title", ""),
            group=given.get("group", ""),
            hide=given.get("hide", "").casefold() in ("ja", "x", "wahr", "1", "yes"),
        )
    return wishes, tuple(unknown)


def wish_for(wishes: Mapping[str, Wish], heading: QuestionHeading) -> Wish:
    """Return the wish for a question, found by its code, its whole heading, its statement or its text."""
    whole = f"{heading.stem} [{heading.item}]" if heading.item else heading.stem
    for name in (f"{heading.code}[{heading.part}]", whole, heading.item, heading.code, heading.stem):
        if name and name.casefold() in wishes:
            return wishes[name.casefold()]
    return Wish()
