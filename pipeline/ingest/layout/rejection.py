"""Why a sheet whose headings could make a table is not read as one unless somebody says that it is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..sheets import Sheet
from ..word_lists import word_lists
from .compounds import names_one_of
from .headings import Match, Texts, heading_key
from .recognition import file_is_named, has_telling_name, is_named_otherwise, sounds_like, wants_to_be
from .rules import Rule, deciding_rule

Reason = Literal["", "other headings", "unknown headings", "other name"]


@dataclass(frozen=True)
class Evidence:
    """What speaks for and against a sheet being the table whose headings it has.

    `telling` is how many headings stand in no other table, `occasions` how many of them name more than a theme;
    `known` of `counted` headings mean a column, where those that stand in many lists do not count. `against` are the
    headings of another kind of list.
    """

    promised: bool = False  # by its name, its file's name, or the title above it
    own_name: bool = False
    other_name: bool = False  # the name of something else that an office keeps
    file_named: bool = False
    by_day: bool = False  # a list of what took place on a day
    people: bool = False  # whether a heading asks how many people came, or marks the table otherwise: „Eintritt“
    place: bool = False
    telling: int = 0
    occasions: int = 0
    known: int = 0
    counted: int = 0
    against: tuple[str, ...] = ()

    @property
    def all_known(self) -> bool:
        """Whether no heading but those of many lists is strange."""
        return self.known == self.counted


# A number of people, or what they paid, beside a title or a place makes a list of events whatever else it tells. A
# sheet with a name of its own that promises nothing must say more than another.
RULES: tuple[Rule[Evidence, Reason], ...] = (
    Rule("the name promises it", lambda e: e.promised, ""),
    Rule("people beside a title or place", lambda e: e.people and (e.telling > 0 or e.place), ""),
    Rule("three headings of no other table", lambda e: e.telling > 2, ""),
    Rule(
        "headings of another kind of list",
        lambda e: bool(e.against) and (e.own_name or e.telling < 2),
        "other headings",
    ),
    Rule("another name, but all is known", lambda e: e.other_name and e.all_known and e.telling > 1, ""),
    Rule("another name", lambda e: e.other_name, "other name"),
    Rule(
        "no name, and half is known or something telling",
        lambda e: not e.own_name and (e.known * 2 >= e.counted or e.telling > 0 or e.people),
        "",
    ),
    Rule("no name, and little is known", lambda e: not e.own_name, "unknown headings"),
    Rule("a day and an occasion", lambda e: e.by_day and e.occasions > 0, ""),
    Rule(
        "a day and a theme, and all is known or the file named so",
        lambda e: e.by_day and e.telling > 0 and (e.all_known or e.file_named),
        "",
    ),
    Rule(
        "no day, but three headings and all is known, or the file named so",
        lambda e: not e.by_day and e.telling > 0 and ((e.all_known and e.known > 2) or e.file_named),
        "",
    ),
    Rule("the name promises nothing", lambda e: True, "other name"),
)


def rejection_reason(sheet: Sheet, match: Match, texts: Texts, title: str) -> str:
    """Return in German why a sheet is not read as a table; "" if nothing is wrong. `title` stands above the table."""
    if match.table.promised:
        return ""  # nobody asks unless something promises it
    evidence = evidence_of(sheet, match, texts, title)
    match deciding_rule(RULES, evidence).verdict:
        case "other headings":
            shown = " und ".join(f"„{' '.join(typed.split())}“" for typed in evidence.against[:2])
            return f"Sie nennt aber auch {shown}"
        case "unknown headings":
            return "Die meisten Überschriften sind aber unbekannt"
        case "other name":
            return "Der Name des Blattes sagt es aber nicht, und die Überschriften könnten auch anderes bedeuten"
        case _:
            return ""


_WORDS = word_lists(Path(__file__).with_name("words.toml"))


def _keys(words: Sequence[str]) -> frozenset[str]:
    return frozenset(map(heading_key, words))


_AGAINST, _OF_PEOPLE = _keys(_WORDS["dagegen"]["woerter"]), _keys(_WORDS["dagegen"]["von_menschen"])
_NEUTRAL = _keys(_WORDS["ueberall"]["woerter"])
_SAY_LITTLE, _THEMES = _keys(_WORDS["ueberall"]["sagen_wenig"]), _keys(_WORDS["ueberall"]["themen"])


def evidence_of(sheet: Sheet, match: Match, texts: Texts, title: str) -> Evidence:
    """Return what speaks for and against a sheet being a table."""
    meant = [(heading, heading.column) for heading in match.headings if heading.column is not None]
    own = [(h, c) for h, c in meant if not c.common and not _is_any(texts[h.place], _SAY_LITTLE)]
    telling = [heading for heading, column in own if column.kind != "anzahl"]
    unknown = [h for h in match.headings if h.column is None and not _is_any(texts[h.place], _NEUTRAL)]
    return Evidence(
        promised=wants_to_be(match.table, sheet) or sounds_like(match.table, title),
        own_name=has_telling_name(sheet),
        other_name=is_named_otherwise(sheet, match.table),
        file_named=file_is_named(match.table, sheet),
        by_day="datum" in match.names and match.table.occasions,
        people=len(own) > len(telling) or match.marked,
        place="ort" in match.names,
        telling=len(telling),
        occasions=sum(not _is_any(texts[heading.place], _THEMES) for heading in telling),
        known=len(meant),
        counted=len(meant) + len(unknown),
        against=_speaking_against(match, texts),
    )


def _speaking_against(match: Match, texts: Texts) -> tuple[str, ...]:
    """Return those of the headings that tell of another kind of table than the one they match."""
    if not {"datum", "name"} & match.names:
        return ()
    keys = _AGAINST if "teilnehmerzahl" in match.names else _AGAINST | _OF_PEOPLE
    return tuple(words for ways in texts.values() for words in ways if heading_key(words) in keys)


def _is_any(ways: Sequence[str], keys: frozenset[str]) -> bool:
    return any(names_one_of(words, keys) for words in ways)
