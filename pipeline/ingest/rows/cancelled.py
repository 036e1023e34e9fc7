"""Whether a row says that something did not take place, and which of its cells may say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from ...base.schema import ColumnKind
from ..cells.values import NO_TICKS, TICKS, line
from ..layout.blocks import Block
from ..sheets import Cell, Row
from ..word_lists import pattern_of, word_lists

# What a column speaks of decides what „entfällt“ in it means: of the matter itself („Forum – entfällt“), of people
# („IHK; HWK (abgesagt)“), of their number (the word alone), of anything in a remark („Achtung: abgesagt“), of something
# else („Eintritt entfällt“); or the column asks for nothing else: „Stattgefunden?“, „Ausgefallen“.
Speaks = Literal["matter", "people", "number", "remark", "else", "held", "not held"]

_WORDS = word_lists(Path(__file__).with_name("words.toml"))["abgesagt"]
_FILLER = (
    rf"(?:(?:{pattern_of(_WORDS['fuellwoerter'])}|{pattern_of(_WORDS['wodurch'])} (?:der |des |von )?[\w.-]+|"
    r"am [\d.]+)[ ,]+)*"
)
_IN_TWO_PARTS = "|".join(
    rf"{first} {_FILLER}{last}" + ("(?! dem)" if last == "aus" else "")  # no „fällt aus dem Rahmen“
    for first, last in _WORDS["zweiteilig"]
)
_EVENT = rf"(?:{pattern_of(_WORDS['woerter'])}|{_IN_TWO_PARTS})"
_ANY = (
    rf"(?:{_EVENT}|{pattern_of(_WORDS['mehrdeutig'])}|entf(?=\W*$)|"
    rf"absage(?=\W*$|\s*[:;,.!(–-]|\s+{pattern_of(_WORDS['nach_absage'])}\b))"
)
_SHOUTED = rf"\b(?-i:{pattern_of(_WORDS['geschrien'])})\b"
_NOTICE = rf"{pattern_of(_WORDS['ankuendigung'])}\s*[:–-]\s*"
_WHY = rf"(?:\W+{pattern_of(_WORDS['danach'])}.*)?\W*$"
_SAYS: dict[Speaks, re.Pattern[str]] = {
    "matter": re.compile(
        rf"(?i)^\W*{_FILLER}{_ANY}(?:\W|$)|[(:,!;–-]\s*{_FILLER}{_ANY}\W*$|{_SHOUTED}|"
        rf"^(?:[\w-]+ ){{1,2}}entfällt\W*$|\s(?:abgesagt|ausgefallen|entfallen|(?:fällt|fiel|faellt) {_FILLER}aus)\W*$"
    ),
    "people": re.compile(rf"(?i)^\W*{_FILLER}{_EVENT}\W*$"),
    "remark": re.compile(rf"(?i)^\W*(?:{_NOTICE})?{_FILLER}{_ANY}(?:\W|$)|{_SHOUTED}"),
    "number": re.compile(rf"(?i)^\W*{_FILLER}(?:{_EVENT}(?:\W|$)|{_ANY}{_WHY})|[(,;–-]\s*{_FILLER}{_ANY}{_WHY}"),
    "else": re.compile(rf"(?i)^\W*{_FILLER}{_EVENT}(?:\W|$)"),
}
# Nothing but the word and perhaps why: then it counts for more than a number of people.
_NO_MORE = re.compile(
    rf"(?i)\W*(?:{_NOTICE})?{_FILLER}{_ANY}(?: werden| worden)?{_WHY}|"
    rf".*(?:[(:,!;–-]\s*|\s){_FILLER}{_ANY}\W*|.*{_SHOUTED}.*|[\d\s]+[(,;–-]\s*{_FILLER}{_ANY}{_WHY}"
)
# „NICHT ABGESAGT“, „fällt nicht aus“, „Absage: nein“, „abgesagt, findet doch statt“ say that it took place.
_NEGATED = re.compile(
    rf"(?i)\b(?:nicht|nie|keine?)\s+(?:(?:mehr|wieder|doch|wirklich|ganz|komplett)\s+)?(?:{_ANY}|absage|ausfall)\b|"
    rf"\b(?:f[aä]e?llt|fiel|entfällt)\s+(?:\w+\s+)?nicht\b(?:\s+aus\b)?|(?:{_ANY}|absage|ausfall)\s*[:=?]\s*(?:nein|nicht)\b|"
    rf"(?:{_ANY}|absage)\b[^\n]{{0,60}}\b{pattern_of(_WORDS['zurueck'])}\b"
)
_LONGEST = 100  # a remark that says so says it early
_MAY_SAY = re.compile(r"(?i)abges|absag|f[aä]e?ll|entf|fiel|storn|statt|durchgef|zustande|gestrichen|cance|ausgef")

_OF_KIND: dict[ColumnKind, Speaks] = {
    "datum": "matter", "bis": "matter", "art": "matter", "text": "matter", "themen": "matter",
    "projekt": "people", "organisation": "people", "organisationen": "people", "personen": "people",
    "absatz": "people", "anzahl": "number",
}  # fmt: skip
_REMARK = re.compile(rf"(?i){pattern_of(_WORDS['bemerkungen'])}|stand\b")
_HELD = re.compile(r"(?i)(?:hat )?(?:stattgefunden|durchgeführt|fand statt|realisiert)(?: ?\(?ja/nein\)?)?\W*")
_NOT_HELD = re.compile(rf"(?i){pattern_of(_WORDS['fragt_nach_ausfall'])}(?: ?\(?(?:ja/nein|x)\)?)?\W*")
_NO = NO_TICKS - {"0", "-", "–"}  # numbers may count who stayed away
_YES = TICKS - {"1"}
_NOT = {"", *NO_TICKS, *(word.lower() for word in _WORDS["nicht_ausgefallen"])}
_DAY = re.compile(r"(?:am )?\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?")
_REASONS = tuple(word.lower() for word in _WORDS["gruende"])
_NOT_YET = tuple(word.lower() for word in _WORDS["noch_nicht"])


def speaking(block: Block) -> list[Speaks]:
    """Return what each column of a block, from `left` on, speaks of."""
    by_place: dict[int, Speaks] = {}
    for heading in (*block.headings, *block.doubles):
        if heading.column is not None:
            is_place = heading.column.name == "ort"
            by_place[heading.place] = "else" if is_place else _OF_KIND.get(heading.column.kind, "else")
        else:
            by_place[heading.place] = _of_heading(heading.typed)
    return [by_place.get(place, "remark") for place in range(block.left, block.right)]


def _of_heading(typed: str) -> Speaks:
    if _NOT_HELD.fullmatch(typed):
        return "not held"
    return "held" if _HELD.fullmatch(typed) else "remark" if _REMARK.search(typed) else "else"


Cancelled = Literal["", "unclear", "perhaps", "surely"]


def is_cancelled(row: Row, columns: Sequence[Speaks]) -> Cancelled:
    """Tell whether a cell of a row says that something did not take place; what stands alone speaks of the matter."""
    may_say = _MAY_SAY.search("\n".join([cell for cell in row if type(cell) is str])) is not None
    if not may_say and "held" not in columns and "not held" not in columns:
        return ""
    filled = [(cell, speaks) for cell, speaks in zip(row, columns, strict=True) if cell is not None]
    if len(filled) == 1:
        filled = [(filled[0][0], "matter")]
    answers = [answer for cell, speaks in filled if (answer := _says(cell, speaks))]
    return max(answers, key=get_args(Cancelled).index, default="")


def _says(cell: Cell, speaks: Speaks) -> Cancelled:
    typed = line(cell).lower()[:_LONGEST]
    if speaks == "held":
        typed = _NEGATED.sub(" ", typed)
        return "surely" if typed in _NO or typed.startswith(_NOT_YET) or _SAYS["matter"].search(typed) else ""
    if speaks == "not held":
        if _NEGATED.search(typed):
            return ""
        affirmed = isinstance(cell, date) or typed in _YES or _DAY.fullmatch(typed) or typed.startswith(_REASONS)
        if affirmed or _SAYS["remark"].search(typed):
            return "surely"
        return "" if typed.strip(" -–0.?") in _NOT else "unclear"
    if not isinstance(cell, str) or not _MAY_SAY.search(cell):
        return ""
    lines = [part for part in cell.split("\n") if not (speaks == "matter" and part.rstrip().endswith("?"))]
    notices = [part for part in (_NEGATED.sub(" ", part[:_LONGEST]) for part in lines) if _SAYS[speaks].search(part)]
    return "" if not notices else "surely" if any(map(_NO_MORE.fullmatch, notices)) else "perhaps"
