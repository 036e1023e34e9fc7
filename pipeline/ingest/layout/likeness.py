"""What a sheet without a table of ours nearly is: hardly anything else, perhaps a table, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..sheets import Sheet
from .headings import Match
from .recognition import (
    file_is_named,
    has_no_name,
    has_telling_name,
    is_named_otherwise,
    sheet_is_named,
    wants_to_be,
)
from .rules import Rule, deciding_rule

Likeness = Literal["none", "perhaps", "sure"]


@dataclass(frozen=True)
class Evidence:
    """What speaks for a sheet being a table of which it lacks a needed heading.

    Of its `headings`, `known` mean a column, and `telling` of these stand in no other table; `half` says that it lacks
    not all that the table needs.
    """

    promised: bool = False  # by the sheet's own name, or its file's if it has none
    other_name: bool = False  # the name of something else that an office keeps
    own_name: bool = False
    file_named: bool = False
    nameless: bool = False  # neither the sheet nor its file has a name that says anything
    half: bool = False
    known: int = 0
    telling: int = 0
    headings: int = 0

    @property
    def mostly_known(self) -> bool:
        """Whether at least half of the headings mean a column."""
        return self.known * 2 >= self.headings


RULES: tuple[Rule[Evidence, Likeness], ...] = (
    Rule("another name", lambda e: e.other_name, "none"),
    Rule("promised, and headings of it", lambda e: e.promised and e.half and (e.telling > 0 or e.known > 1), "sure"),
    Rule(
        "nameless, and all is known",
        lambda e: e.nameless and e.half and e.telling > 1 and e.known == e.headings,
        "sure",
    ),
    Rule("promised", lambda e: e.promised, "perhaps"),
    Rule("the file named so, and a telling heading", lambda e: e.file_named and e.half and e.telling > 0, "perhaps"),
    Rule("three known headings", lambda e: e.half and e.mostly_known and e.known > 2, "perhaps"),
    Rule(
        "two known headings, and no name against it",
        lambda e: not e.own_name and e.half and e.mostly_known and e.known > 1 and e.telling > 0,
        "perhaps",
    ),
    Rule("too little", lambda e: True, "none"),
)


def likeness(sheet: Sheet, match: Match) -> Likeness:
    """Return how surely a sheet is meant as the table that its headings come nearest to."""
    return deciding_rule(RULES, evidence_of(sheet, match)).verdict


def evidence_of(sheet: Sheet, match: Match) -> Evidence:
    """Return what speaks for a sheet being the table."""
    return Evidence(
        promised=wants_to_be(match.table, sheet),
        other_name=is_named_otherwise(sheet) and not sheet_is_named(match.table, sheet),
        own_name=has_telling_name(sheet),
        file_named=file_is_named(match.table, sheet),
        nameless=has_no_name(sheet),
        half=len(match.missing) < len(match.table.needs),
        known=len(match.names),
        telling=match.telling,
        headings=len(match.headings),
    )
