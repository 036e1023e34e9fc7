"""What the names of a sheet and its file say: one of our tables, something else that an office keeps, or nothing.

An office keeps much beside the tables we know: holidays, cash, keys, to-do lists. None of it belongs in a report.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path, PurePosixPath

from ...base.schema import TableSchema
from ...german.calendar import TYPED_MONTHS
from ..sheets import Sheet
from ..word_lists import pattern_of, word_lists
from .compounds import occasion_in
from .headings import heading_key
from .promises import promises

_WORDS = word_lists(Path(__file__).with_name("words.toml"))


def sheet_is_named(table: TableSchema, sheet: Sheet) -> bool:
    """Tell whether a sheet is named like a table."""
    return promises(table, sheet.name) if table.promised else sounds_like(table, sheet.name)


def file_is_named(table: TableSchema, sheet: Sheet) -> bool:
    """Tell whether a sheet's file is named like a table."""
    name = PurePosixPath(sheet.file).stem
    return promises(table, name) if table.promised else sounds_like(table, name)


def is_named(table: TableSchema, sheet: Sheet) -> bool:
    """Tell whether a sheet or its file is named like a table."""
    return sheet_is_named(table, sheet) or file_is_named(table, sheet)


def wants_to_be(table: TableSchema, sheet: Sheet) -> bool:
    """Tell whether a sheet's own name, or its file's if it has none, promises a table."""
    named = sheet_is_named(table, sheet) or (not has_own_name(sheet) and file_is_named(table, sheet))
    return named and not is_named_otherwise(sheet, table)  # „Ansprechpartner“ are no partners


@cache
def sounds_like(table: TableSchema, name: str) -> bool:
    """Tell whether a name holds a usual name of a table."""
    key = heading_key(name)
    return any(heading_key(word) in key for word in (table.title, *table.names))


def is_promised(table: TableSchema, sheet: Sheet) -> bool:
    """Tell whether a sheet's own name, or its file's if it has none, promises a table in whole words."""
    return promises(table, sheet.name if has_own_name(sheet) else PurePosixPath(sheet.file).stem)


_OTHER = _WORDS["andere_blaetter"]
_OTHER_NAMES = re.compile(
    f"(?i){pattern_of(_OTHER['anfaenge'])}{pattern_of(_OTHER['enden'])}|{pattern_of(_OTHER['woerter'])}"
)
_FILLERS = re.compile(f"(?i){pattern_of(_OTHER['fuellwoerter'])}")


def is_named_otherwise(sheet: Sheet, table: TableSchema | None = None) -> bool:
    """Tell whether the sheet, or the file if the sheet has no name of its own, is called like another kind of table.

    The words that are names of `table` itself say nothing against it: „Haushalt 2024“ are no finances to others only.
    """
    name = sheet.name if has_own_name(sheet) else PurePosixPath(sheet.file).stem
    words = re.findall(r"[a-zäöüß]{2,}", name.lower().replace("to-do", "todo"))
    ours = set(map(heading_key, (table.title, *table.names))) if table else set()
    own_words = [word for word in words if not _FILLERS.fullmatch(word) and heading_key(word) not in ours]
    return bool(own_words) and all(map(_OTHER_NAMES.fullmatch, own_words))


_NO_NAME = re.compile(
    rf"(?i)(?:{pattern_of((*_WORDS['ohne_namen']['woerter'], *TYPED_MONTHS))}|\w{{1,2}})?[\W_]*[\d\W_]*"
)


def has_own_name(sheet: Sheet) -> bool:
    """Tell whether somebody named a sheet: „Tabelle1“, „2017“, „März“ are no names."""
    return _NO_NAME.fullmatch(sheet.name) is None


_LISTS = pattern_of(_WORDS["aufzaehlungen"]["woerter"])
_SAYS_NOTHING = (*_OTHER["fuellwoerter"], *_WORDS["ohne_namen"]["woerter"], *TYPED_MONTHS)
_LIST = re.compile(f"(?i){_LISTS}|{pattern_of(_SAYS_NOTHING)}")
_OF_OCCASIONS = re.compile(f"(?i)(.{{3,}}?){_LISTS}")


def has_telling_name(sheet: Sheet) -> bool:
    """Tell whether a sheet has a name of its own that says more than that it lists occasions: „Kursliste 2023“."""
    return has_own_name(sheet) and not all(map(_is_of_lists, re.findall(r"[^\W\d_]{2,}", sheet.name)))


def _is_of_lists(word: str) -> bool:
    listed = _OF_OCCASIONS.fullmatch(word)
    return bool(_LIST.fullmatch(word) or occasion_in(heading_key(listed[1] if listed else word)))


def has_no_name(sheet: Sheet) -> bool:
    """Tell whether neither the sheet nor its file has a name that says anything."""
    return not has_own_name(sheet) and _NO_NAME.fullmatch(PurePosixPath(sheet.file).stem) is not None
