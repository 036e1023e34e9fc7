"""A cell that lists several things -> the things; „und“ separates organisations, but not inside a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .remarks import says_nothing
from .spelling import key_of


@dataclass(frozen=True)
class Names:
    """Names that are known to be whole, by `key_of`, and those among them that hold a separator."""

    keys: frozenset[str] = frozenset()
    guarded: tuple[str, ...] = ()

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Return what lists need to know of the given names."""
        names = {name for name in names if name}
        guarded = sorted((n for n in names if _ANY_SEPARATOR.search(n)), key=lambda name: (-len(name), name))
        return cls(frozenset(map(key_of, names)), tuple(guarded))


_ANY_SEPARATOR = re.compile(r"[,;\n&+/•·]|\s(?:und|sowie|u\.)\s")
NO_NAMES = Names()
_LONGEST_LIST = 2000  # a longer text without other separators is no list
_HARD = re.compile(r"\s*[;\n]\s*|\s+/\s+|\s+[•·]\s+")
_COMMA_OR_BRACKET = re.compile(r"[,()]")
_BULLET = re.compile(r"^\s*(?:[-–•·*]|\d+\))\s+")
_ORDINAL = re.compile(r"^\s*(\d+)\.\s+")
_AND = re.compile(r"\s+(?:und|sowie|u\.|&|\+)\s+")
_LEGAL_FORM = re.compile(r"(?:e\. ?V\.|g?GmbH|AG|eG|KG|Stiftung)(?:\s|$)")

# Words with which the name of an organisation may begin; „… und Stadt Trier“ are two, „Gewerbe und Technik“ is one.
_BEGINNINGS = re.compile(
    r"(?:die |der |den |dem |das )?(?:Stadt|Land|Landkreise?|Kreis|Eifelkreis|Landes\w*|Bundes\w*|Gemeinde|"
    r"Verbandsgemeinde|Orts\w*|"
    r"Agentur|Arbeitsagentur|Jobcenter|\w+amt|\w*[Kk]ammer|\w*[Vv]erband|\w*[Vv]erein|Verein|Universität|Hochschule|"
    r"\w*[Ss]chule|Volkshochschule|Caritas\w*|Diakonie\w*|Kirch\w*|Ministerium|\w*ministerium|Initiative|Bündnis|Netzwerk|"
    r"Bistum|Polizei|\w*[Ff]orum|\w*stelle|\w*[Zz]entrum|[A-ZÄÖÜ]{2,}\b)"
)
_ACRONYM = re.compile(r"(?:die |der |den |dem |das )?[A-ZÄÖÜ][A-ZÄÖÜ0-9-]+(?: [A-ZÄÖÜ][\w-]+)?$")


def split_organisations(text: str, names: Names) -> tuple[str, ...]:
    """Return the organisations in a cell, whole names kept whole."""
    return _split(text, names, _two_organisations)


def split_themes(text: str, *, one: bool = False) -> tuple[str, ...]:
    """Return the themes in a cell: „Sprache und Mobilität“ are two, „Vereinbarkeit von Familie und Beruf“ is one.

    Where the heading speaks of `one`, only semicolons and line breaks separate: „Handy, Kauf, Kredit“ is a title.
    """
    if one:
        return _tidied(_without_bullets(_HARD.split(text)), [])
    return _split(text, NO_NAMES, lambda left, right, listed, _: listed or not (" " in left or " " in right))


def split_people(text: str, names: Names = NO_NAMES) -> tuple[str, ...]:
    """Return the people in a cell, each with the firm that follows: „Ida Braun, Kron GmbH“ is one."""
    return _split(_with_firms(text), names, lambda left, right, listed, _: True)


_FIRM = re.compile(r"\b(?:[gm]?mbH|g?GmbH|AG|eG|KG|UG|OHG|SE|e\. ?V\.|Stiftung)(?!\w)")


def _with_firms(text: str) -> str:
    """Return a list of people with firms in brackets behind the person after whom they stand."""
    if not _FIRM.search(text):
        return text
    cut = re.split(r"(\s*[,;\n]\s*)", text)
    parts, separators = cut[::2], cut[1::2]
    done = parts[0]
    for before, separator, part in zip(parts, separators, parts[1:], strict=False):
        ways = _AND.split(part, maxsplit=1)
        follows = separator.strip() == "," and _FIRM.search(ways[0]) and _may_be_a_person(_AND.split(before)[-1])
        done += f" ({ways[0].strip()}){part[len(ways[0]) :]}" if follows else separator + part
    return done


def _may_be_a_person(name: str) -> bool:
    return " " in name.strip() and not (_FIRM.search(name) or _BEGINNINGS.match(name) or name.strip().endswith(")"))


Rule = Callable[[str, str, bool, Names], bool]


def _two_organisations(left: str, right: str, listed: bool, names: Names) -> bool:
    if key_of(left) in names.keys or key_of(right) in names.keys:
        return True
    return bool(_BEGINNINGS.match(right) or _ACRONYM.match(left))


def is_uncut(name: str) -> bool:
    """Tell whether an „und“ stands in a name that could separate: „Haus und Hof“, but not „Haupt- und Realschule“."""
    return any(not name[: found.start()].endswith("-") for found in _AND.finditer(name))


def _split(text: str, names: Names, two: Rule) -> tuple[str, ...]:
    if not _ANY_SEPARATOR.search(text):
        return _tidied((text,), [])
    text, hidden = _hide(text, names)
    pieces = _without_bullets(_HARD.split(text))
    if len(pieces) == 1 or "\n" in text:
        pieces = _without_bullets([part for piece in pieces for part in _at_commas(piece)])
    listed = sum(not piece.isspace() for piece in pieces if piece) > 1
    return _tidied((part for piece in pieces for part in _at_and(piece, listed, names, two)), hidden)


def _without_bullets(pieces: Sequence[str]) -> list[str]:
    """Return the pieces of a list without bullets, and without numbers where these count them: not „1. FC Trier“."""
    pieces = [_BULLET.sub("", piece) for piece in pieces if piece.strip()]
    numbers = [int(found[1]) for piece in pieces if (found := _ORDINAL.match(piece))]
    counted = len(pieces) > 1 and numbers == list(range(1, len(pieces) + 1))
    return [_ORDINAL.sub("", piece) for piece in pieces] if counted else pieces


def _tidied(pieces: Iterable[str], hidden: list[str]) -> tuple[str, ...]:
    whole = (" ".join((_show(piece, hidden) if hidden else piece).split()).strip(" ,;") for piece in pieces)
    return tuple(dict.fromkeys(piece for piece in whole if piece and not says_nothing(piece, of_people=True)))


def _hide(text: str, names: Names) -> tuple[str, list[str]]:
    """Return the text with known names that hold a separator replaced by placeholders."""
    hidden: list[str] = []
    for name in names.guarded:
        if name in text:
            text = text.replace(name, f"\x00{len(hidden)}\x00")
            hidden.append(name)
    return text, hidden


def _show(text: str, hidden: list[str]) -> str:
    return re.sub(r"\x00(\d+)\x00", lambda found: hidden[int(found[1])], text)


def _commas(piece: str) -> Iterator[str]:
    """Yield the parts between commas that stand in no brackets."""
    start = depth = 0
    for found in _COMMA_OR_BRACKET.finditer(piece):
        if found[0] != ",":
            depth = max(depth + (1 if found[0] == "(" else -1), 0)
        elif not depth:
            yield piece[start : found.start()].strip()
            start = found.end()
    yield piece[start:].strip()


def _at_commas(piece: str) -> list[str]:
    parts: list[str] = []
    for part in _commas(piece):
        if parts and _LEGAL_FORM.match(part):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    return parts


def _at_and(piece: str, listed: bool, names: Names, two: Rule) -> list[str]:
    """Return the piece cut at each „und“ that separates."""
    if len(piece) > _LONGEST_LIST or not _AND.search(piece) or key_of(piece) in names.keys:
        return [piece]
    for found in _AND.finditer(piece):
        left, right = piece[: found.start()].strip(), piece[found.end() :].strip()
        if left.endswith("-") or left.endswith("/-") or right.startswith("-") or not left or not right:
            continue
        if two(left, right, listed, names):
            return [*_at_and(left, listed, names, two), *_at_and(right, listed, names, two)]
    return [piece]
