"""Whether a sheet whose headings could make a table is meant as one: what speaks for it, what against it.

An office keeps much beside the tables we know: holidays, cash, keys, to-do lists. None of it belongs in a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from ...german.calendar import TYPED_MONTHS
from ..schema import Table
from ..sheets import Sheet
from ..word_lists import pattern_of, word_lists
from .headings import Match, Texts, heading_key

_WORDS = word_lists(Path(__file__).with_name("words.toml"))

# --- names ------------------------------------------------------------------------------------------------


def sheet_is_named(table: Table, sheet: Sheet) -> bool:
    """Tell whether a sheet is named like a table."""
    return sounds_like(table, sheet.name)


def file_is_named(table: Table, sheet: Sheet) -> bool:
    """Tell whether a sheet's file is named like a table."""
    return sounds_like(table, PurePosixPath(sheet.file).stem)


def is_named(table: Table, sheet: Sheet) -> bool:
    """Tell whether a sheet or its file is named like a table."""
    return sheet_is_named(table, sheet) or file_is_named(table, sheet)


def wants_to_be(table: Table, sheet: Sheet) -> bool:
    """Tell whether a sheet's own name, or its file's if it has none, promises a table."""
    named = sheet_is_named(table, sheet) or (not has_own_name(sheet) and file_is_named(table, sheet))
    return named and not is_named_otherwise(sheet)  # „Ansprechpartner“ are no partners


@cache
def sounds_like(table: Table, name: str) -> bool:
    """Tell whether a name holds a usual name of a table."""
    key = heading_key(name)
    return any(heading_key(word) in key for word in (table.title, *table.names))


_OTHER = _WORDS["andere_blaetter"]
_OTHER_NAMES = re.compile(
    f"(?i){pattern_of(_OTHER['anfaenge'])}{pattern_of(_OTHER['enden'])}|{pattern_of(_OTHER['woerter'])}"
)
_FILLERS = re.compile(f"(?i){pattern_of(_OTHER['fuellwoerter'])}")


def is_named_otherwise(sheet: Sheet) -> bool:
    """Tell whether the sheet, or the file if the sheet has no name of its own, is called like another kind of table."""
    name = sheet.name if has_own_name(sheet) else PurePosixPath(sheet.file).stem
    words = re.findall(r"[a-zäöüß]{2,}", name.lower().replace("to-do", "todo"))
    told = [word for word in words if not _FILLERS.fullmatch(word)]
    return bool(told) and all(map(_OTHER_NAMES.fullmatch, told))


_NO_NAME = re.compile(
    rf"(?i)(?:{pattern_of((*_WORDS['ohne_namen']['woerter'], *TYPED_MONTHS))}|\w{{1,2}})?[\W_]*[\d\W_]*"
)


def has_own_name(sheet: Sheet) -> bool:
    """Tell whether somebody named a sheet: „Tabelle1“, „2017“, „März“ are no names."""
    return _NO_NAME.fullmatch(sheet.name) is None


def has_no_name(sheet: Sheet) -> bool:
    """Tell whether neither the sheet nor its file has a name that says anything."""
    return not has_own_name(sheet) and _NO_NAME.fullmatch(PurePosixPath(sheet.file).stem) is not None


# --- headings ---------------------------------------------------------------------------------------------


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(heading_key, words))


_AGAINST, _OF_PEOPLE = _keys(_WORDS["dagegen"]["woerter"]), _keys(_WORDS["dagegen"]["von_menschen"])
_NEUTRAL = _keys(_WORDS["ueberall"]["woerter"])
_SAY_LITTLE, _THEMES = _keys(_WORDS["ueberall"]["sagen_wenig"]), _keys(_WORDS["ueberall"]["themen"])


def speaks_against(match: Match, texts: Texts) -> tuple[str, ...]:
    """Return those of the headings that tell of another kind of table than the one they match."""
    if not {"datum", "name"} & match.names:
        return ()
    keys = _AGAINST if "teilnehmerzahl" in match.names else _AGAINST | _OF_PEOPLE
    return tuple(words for ways in texts.values() for words in ways if heading_key(words) in keys)


@dataclass(frozen=True)
class _Weight:
    """What the headings of a sheet say for a table.

    `telling` are headings that stand in no other table, `occasions` those of them that name more than a theme;
    `known` of `counted` headings mean a column, where those that stand in many lists do not count.
    """

    people: bool
    telling: int
    occasions: int
    known: int
    counted: int

    @classmethod
    def of(cls, match: Match, texts: Texts) -> _Weight:
        meant = [(heading, heading.column) for heading in match.headings if heading.column is not None]
        own = [(h, c) for h, c in meant if not c.common and not _says(texts[h.place], _SAY_LITTLE)]
        telling = [heading for heading, column in own if column.kind != "anzahl"]
        occasions = [heading for heading in telling if not _says(texts[heading.place], _THEMES)]
        unknown = [h for h in match.headings if h.column is None and not _says(texts[h.place], _NEUTRAL)]
        people = len(own) > len(telling)
        return cls(people, len(telling), len(occasions), len(meant), len(meant) + len(unknown))

    @property
    def all_known(self) -> bool:
        return self.known == self.counted


def rejection_reason(sheet: Sheet, match: Match, texts: Texts, title: str) -> str:
    """Return in German why a sheet is not read as a table unless somebody says that it is one; "" if nothing is wrong.

    A number of people beside a title or a place makes a list of events whatever else it tells. A sheet with a name of
    its own that promises nothing must say more than another; `title` stands above the table.
    """
    if wants_to_be(match.table, sheet) or sounds_like(match.table, title):
        return ""
    weight, own_name = _Weight.of(match, texts), has_own_name(sheet)
    if (weight.people and (weight.telling or "ort" in match.names)) or weight.telling > 2:
        return ""
    against = speaks_against(match, texts)
    if against and (own_name or weight.telling < 2):
        shown = " und ".join(f"„{' '.join(typed.split())}“" for typed in against[:2])
        return f"Sie nennt aber auch {shown}"
    if is_named_otherwise(sheet):
        fits = weight.all_known and weight.telling > 1
    elif not own_name:
        return "" if weight.known * 2 >= weight.counted or weight.telling or weight.people else _NOTHING_TELLS
    elif "datum" in match.names and match.table.name != "initiativen":
        by_file = weight.all_known or file_is_named(match.table, sheet)
        fits = weight.occasions > 0 or (weight.telling > 0 and by_file)
    else:
        by_file = (weight.all_known and weight.known > 2) or file_is_named(match.table, sheet)
        fits = weight.telling > 0 and by_file
    return "" if fits else _NAME_SAYS_OTHERWISE


def _says(ways: Sequence[str], keys: frozenset[str]) -> bool:
    return any(heading_key(words) in keys for words in ways)


_NOTHING_TELLS = "Die meisten Überschriften sind aber unbekannt"
_NAME_SAYS_OTHERWISE = "Der Name des Blattes sagt es aber nicht, und die Überschriften könnten auch anderes bedeuten"
