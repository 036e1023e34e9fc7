"""Whether a row says that something did not take place, and which of its cells may say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from ...base.schema import ColumnKind
from ..cells.values import NO_TICKS, TICKS, line
from ..layout.blocks import Block
from ..sheets import Cell, Row

# What a column speaks of decides what „entfällt“ in it means: of the matter itself („Forum – entfällt“), of people
# („IHK; HWK (abgesagt)“), of their number (the word alone), of anything in a remark („Achtung: abgesagt“), of something
# else („Eintritt entfällt“); or the column asks for nothing else: „Stattgefunden?“, „Ausgefallen“.
Speaks = Literal["matter", "people", "number", "remark", "else", "held", "not held"]

_FILLER = (
    r"(?:(?:wurde|wird|ist|war|musste|muss|hat|fand|leider|kurzfristig|wieder|erneut|daher|deshalb|termin|veranstaltung|"
    r"treffen|sitzung|kurs|der|die|das|\w+bedingt|(?:wegen|aufgrund|mangels|durch|vom?) (?:der |des |von )?[\w.-]+|"
    r"am [\d.]+)[ ,]+)*"
)
_EVENT = (
    rf"(?:abgesagt|abges\.|(?:fällt|fiel|faellt) {_FILLER}aus(?! dem)|ausgefallen|findet {_FILLER}nicht statt|"
    rf"fand {_FILLER}nicht statt|nicht (?:stattgefunden|durchgeführt|zustande gekommen)|kam {_FILLER}nicht zustande|"
    r"ausgef\.|ausfallen|ersatzlos gestrichen|gecancell?t|cancelled)"
)
_ANY = (
    rf"(?:{_EVENT}|entfällt|entfallen|entfiel|entfaellt|entf(?=\W*$)|storniert|"
    r"absage(?=\W*$|\s*[:;,.!(–-]|\s+(?:wegen|aufgrund|kurzfristig|durch|vom|am)\b))"  # no „Absage an Gewalt“
)
_SHOUTED = r"\b(?-i:ABGESAGT|ENTFÄLLT|ENTFALLEN|AUSGEFALLEN|FÄLLT AUS)\b"
_NOTICE = r"(?:hinweis|achtung|status|info|stand|termin|veranstaltung|treffen|sitzung|kurs)\s*[:–-]\s*"
_WHY = r"(?:\W+(?:wegen|aufgrund|mangels|durch|da|weil|neuer|ersatz|wird|verschoben|krank|corona).*)?\W*$"
_SAYS: dict[Speaks, re.Pattern[str]] = {
    "matter": re.compile(
        rf"(?i)^\W*{_FILLER}{_ANY}(?:\W|$)|[(:,!;–-]\s*{_FILLER}{_ANY}\W*$|{_SHOUTED}|"
        rf"^(?:[\w-]+ ){{1,2}}entfällt\W*$|\s(?:abgesagt|ausgefallen|entfallen|(?:fällt|fiel|faellt) {_FILLER}aus)\W*$"
    ),
    "people": re.compile(rf"(?i)^\W*{_FILLER}{_EVENT}\W*$"),
    "remark": re.compile(rf"(?i)^\W*(?:{_NOTICE})?{_FILLER}{_ANY}(?:\W|$)|{_SHOUTED}"),
    "number": re.compile(rf"(?i)^\W*{_FILLER}(?:{_EVENT}(?:\W|$)|{_ANY}{_WHY})"),
    "else": re.compile(rf"(?i)^\W*{_FILLER}{_EVENT}(?:\W|$)"),
}
# Nothing but the word and perhaps why: then it counts for more than a number of people.
_NO_MORE = re.compile(
    rf"(?i)\W*(?:{_NOTICE})?{_FILLER}{_ANY}(?: werden| worden)?{_WHY}|"
    rf".*(?:[(:,!;–-]\s*|\s){_FILLER}{_ANY}\W*|.*{_SHOUTED}.*"
)
_LONGEST = 100  # a remark that says so says it early
_MAY_SAY = re.compile(r"(?i)abges|absag|f[aä]e?ll|entf|fiel|storn|statt|durchgef|zustande|gestrichen|cance|ausgef")

_OF_KIND: dict[ColumnKind, Speaks] = {
    "datum": "matter", "bis": "matter", "art": "matter", "text": "matter", "themen": "matter",
    "projekt": "people", "organisation": "people", "organisationen": "people", "personen": "people",
    "absatz": "people", "anzahl": "number",
}  # fmt: skip
_REMARK = re.compile(r"(?i)bemerk|anmerk|notiz|status|stand\b|hinweis|kommentar|info|sonstig|ergebnis|verlauf")
_HELD = re.compile(r"(?i)(?:hat )?(?:stattgefunden|durchgeführt|fand statt|realisiert)(?: ?\(?ja/nein\)?)?\W*")
_NOT_HELD = re.compile(
    r"(?i)(?:fällt aus|ausgefallen|abgesagt(?: am)?|entfallen|entfällt|storniert)(?: ?\(?ja/nein\)?)?\W*"
)
_NO = NO_TICKS - {"0", "-", "–"}  # numbers may count who stayed away
_YES = TICKS - {"1"}
_DAY = re.compile(r"(?:am )?\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?")
_REASONS = ("wegen", "aufgrund", "corona", "krank", "wetter", "sturm", "schnee", "keine anmeldungen", "zu wenig")
_NOT_YET = ("noch nicht", "verschoben", "geplant", "nein")


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


Cancelled = Literal["", "perhaps", "surely"]


def is_cancelled(row: Row, columns: Sequence[Speaks]) -> Cancelled:
    """Tell whether a cell of a row says that something did not take place; what stands alone speaks of the matter."""
    may_say = _MAY_SAY.search("\n".join([cell for cell in row if type(cell) is str])) is not None
    if not may_say and "held" not in columns and "not held" not in columns:
        return ""
    filled = [(cell, speaks) for cell, speaks in zip(row, columns, strict=True) if cell is not None]
    if len(filled) == 1:
        filled = [(filled[0][0], "matter")]
    answers = [answer for cell, speaks in filled if (answer := _says(cell, speaks))]
    return "surely" if "surely" in answers else "perhaps" if answers else ""


def _says(cell: Cell, speaks: Speaks) -> Cancelled:
    if speaks == "held":
        typed = line(cell).lower()
        return "surely" if typed in _NO or typed.startswith(_NOT_YET) or _SAYS["matter"].search(typed) else ""
    if speaks == "not held":
        typed = line(cell).lower()
        affirmed = isinstance(cell, date) or typed in _YES or _DAY.fullmatch(typed) or typed.startswith(_REASONS)
        return "surely" if affirmed or _SAYS["remark"].search(typed) else ""
    if not isinstance(cell, str) or not _MAY_SAY.search(cell):
        return ""
    lines = [part[:_LONGEST] for part in cell.split("\n") if not (speaks == "matter" and part.rstrip().endswith("?"))]
    notices = [part for part in lines if _SAYS[speaks].search(part)]
    return "" if not notices else "surely" if any(map(_NO_MORE.fullmatch, notices)) else "perhaps"
