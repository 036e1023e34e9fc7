"""A cell that lists several things -> the things; „und“ separates organisations, but not inside a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ...base.names import identity
from ...german.lexicon import lexicon
from ...german.nothing import kind_of_nothing
from ...german.numbers import NUMBER_WORDS
from ..word_lists import pattern_of, word_lists


@dataclass(frozen=True)
class WholeNames:
    """Names that are known to be whole, by `identity`, and those among them that hold a separator."""

    keys: frozenset[str] = frozenset()
    guarded: tuple[str, ...] = ()

    @classmethod
    def of(cls, names: Iterable[str]) -> WholeNames:
        """Return what lists need to know of the given names."""
        names = {name for name in names if name}
        guarded = sorted((n for n in names if _ANY_SEPARATOR.search(n)), key=lambda name: (-len(name), name))
        return cls(frozenset(map(identity, names)), tuple(guarded))


_ANY_SEPARATOR = re.compile(r"[,;\n&+/•·]|\s(?:und|sowie|u\.)\s")
NO_NAMES = WholeNames()
_LONGEST_LIST = 2000  # a longer text without other separators is no list
_HARD = re.compile(r"\s*[;\n]\s*|\s+/\s+|\s+[•·]\s+")
_COMMA_OR_BRACKET = re.compile(r"[,()]")
_BULLET = re.compile(r"^\s*(?:[-–•·*]|\d+\))\s+")
_ORDINAL = re.compile(r"^\s*(\d+)\.\s+")
_AND = re.compile(r"\s+(?:und|sowie|u\.|&|\+)\s+")
_LEADING_AND = re.compile(r"^\s*(?:und|sowie|u\.|&)\s+")
_AND_OTHERS = re.compile(
    r"[,;]?\s*\b(?:u\. ?a\.(?: ?m\.)?|u\. ?v\. ?[am]\.|u\. ?w\.|u\.a|uvm\.?|usw\.?|etc\.?|"
    r"(?:und|u\.|sowie) (?:viele |einige )?(?:andere|weitere|mehr|sonstige)(?: \w+)?)\s*(?=$|[;\n])"
)
_QUOTED = re.compile(r"„[^„“”\"\n;]*[“”\"]|“[^“”\n;]*”|\"[^\"\n;]*\"")  # „Blech & Co.“ is one band
_LEGAL_FORM = re.compile(r"(?:e\. ?V\.|g?GmbH|AG|eG|KG|Stiftung)(?:\s|$)")

_WORDS = word_lists(Path(__file__).with_name("words.toml"))["namen"]
# A line ends within a name: after „für“, before „und“, at a hyphen.
_WRAPPED = re.compile(
    rf"(?<![\w-])({pattern_of(_WORDS['umbruch_danach'])})[ \t]*\n\s*|"
    rf"(?<![,;\s])[ \t]*\n\s*(?={pattern_of(_WORDS['umbruch_davor'])}\s)"
)
_BEGINS_SMALL = re.compile(r"(?<=[^\W_])[ \t]*\n\s*(?=[a-zäöüß])")
_WRAPPED_HYPHEN = re.compile(r"(?<=[^\W\d_])(-)\n\s*(?=[A-ZÄÖÜ])|(?<=[^\W\d_])-\n\s*(?=[a-zäöüß])")
_ARTICLE = "(?:die |der |den |dem |das )?"
# What the name of an organisation may begin with; „… und Stadt Trier“ are two, „Gewerbe und Technik“ is one.
_BEGINNINGS = re.compile(rf"{_ARTICLE}(?:{pattern_of(_WORDS['anfaenge'])}|[A-ZÄÖÜ]{{2,}}\b)")
_ACRONYM = re.compile(rf"{_ARTICLE}[A-ZÄÖÜ][A-ZÄÖÜ0-9-]+(?: [A-ZÄÖÜ][\w-]+)?$")


def split_organisations(text: str, names: WholeNames) -> tuple[str, ...]:
    """Return the organisations in a cell, whole names kept whole."""
    fields = tuple(match[0] for match in _FIELDS.finditer(text) if not _holds_an_organisation(match[0], names))
    return _split(text, replace(names, guarded=names.guarded + fields) if fields else names, _two_organisations)


# What an organisation works for: „Ministerium für Arbeit, Soziales und Gesundheit“.
_FIELDS = re.compile(r"\bfür (?:[A-ZÄÖÜ][\w-]+,\s+)+[A-ZÄÖÜ][\w-]+\s+und\s+[A-ZÄÖÜ][\w-]+")


def _holds_an_organisation(fields: str, names: WholeNames) -> bool:
    words = re.split(r",\s+|\s+und\s+", fields)[1:]
    return any(_BEGINNINGS.match(word) or _ACRONYM.match(word) or identity(word) in names.keys for word in words)


def split_themes(text: str, *, one: bool = False) -> tuple[str, ...]:
    """Return the themes in a cell: „Sprache und Mobilität“ are two, „Vereinbarkeit von Familie und Beruf“ is one.

    Where the heading speaks of `one`, only semicolons and line breaks separate: „Handy, Kauf, Kredit“ is a title.
    """
    if text.lstrip(' „"')[:1].isupper():  # „Der Wald ⏎ brennt“
        text = _BEGINS_SMALL.sub(" ", text)
    if one:
        return _tidied(_without_bullets(_HARD.split(re.sub(r",[ \t]*\n", ", ", _unwrapped(text)))), [])
    return _split(text, NO_NAMES, lambda left, right, listed, _: listed or not (" " in left or " " in right))


def split_people(text: str, names: WholeNames = NO_NAMES) -> tuple[str, ...]:
    """Return the people in a cell, each with what follows: „Ida Braun, Kron GmbH“ and „…, Bürgermeisterin“ are one."""
    return _split(_with_what_they_are(text), names, _two_people)


_FIRM = re.compile(r"\b(?:[gm]?mbH|g?GmbH|AG|eG|KG|UG|OHG|SE|e\. ?V\.|Stiftung)(?!\w)")
_OFFICE = re.compile(
    r"(?i:(?:\d\.|erste[rn]?|zweite[rn]?|stellv\w*\.?|ehem\w*\.?) )?"
    rf"\w*(?i:{pattern_of(_WORDS['aemter'])})(?:e|en|in|innen|n|r)?"
    r"(?:$| (?=(?:der|des|vo[nm]|beim?|i[nm]|a[mn]|für|und)\b|a\. ?D|i\. ?R))"
)
_ENSEMBLE = re.compile(rf"\w*(?i:{pattern_of((*sorted(lexicon().ensembles), *_WORDS['buehnen']))})\b")


def _two_people(left: str, right: str, listed: bool, names: WholeNames) -> bool:
    """Tell whether an „und“ stands between two, and not in „Duo Licht und Schatten“ or „Eva Klein & Band“."""
    if _ENSEMBLE.fullmatch(right) or right in _WORDS["gefolge"] or _are_one_crowd(left, right):
        return False
    return " " in right or not _ENSEMBLE.match(left) or left.count(" ") != 1


def _are_one_crowd(left: str, right: str) -> bool:
    """Tell whether two words name the same people, or share a number: „vier Slammerinnen und Slammer“."""
    first, last = left.split()[0], left.split()[-1]
    counted = first.isdigit() or first.lower() in NUMBER_WORDS[2:]
    women = last.removesuffix("innen").removesuffix("Innen")
    return " " not in right and (counted or (women != last and right.startswith(women)))


def _with_what_they_are(text: str) -> str:
    """Return a list of people with their firm, office or town in brackets behind the person after whom they stand."""
    if "," not in text:
        return text
    return "".join(group if place % 2 else _told_apart(group) for place, group in enumerate(_GROUPS.split(text)))


_GROUPS = re.compile(r"(\s*[;\n]\s*)")
_COMMA = re.compile(r"(\s*,\s*)")


def _told_apart(group: str) -> str:
    """Return a list with commas in which what somebody is stands in brackets.

    A body is somebody's only where nobody else is named, or everybody bears one: „Landrätin Moor, Polizei, Pastor Kron“
    are three.
    """
    cut = _COMMA.split(group)
    parts, separators = cut[::2], cut[1::2]
    everybody = [name.strip() for part in parts for name in _AND.split(part)]
    names, bodies = everybody[::2], everybody[1::2]
    in_pairs = len(names) == len(bodies) and all(map(_is_institution, bodies)) and not any(map(_is_institution, names))
    done = parts[0]
    for before, separator, part in zip(parts, separators, parts[1:], strict=False):
        named, what = _AND.split(before)[-1].strip(), _AND.split(part, maxsplit=1)[0].strip()
        lone = len(parts) == 2 and " " not in part and _TITLE.match(named) is not None
        body = _FIRM.search(what) or (in_pairs and _is_institution(what))
        tells = (lone or (body and not _OFFICER.match(named)) or _OFFICE.match(what)) and not _OFFICE_AND_NAME.match(
            what
        )
        done += f" ({what}){part[len(what) :]}" if tells and _may_be_a_person(named) else separator + part
    return done


_TITLE = re.compile(r"(?:Prof\.|Dr\.|Frau|Herr)\s")
_OFFICER = re.compile(rf"(?:\w*(?i:{pattern_of(_WORDS['aemter_vor_namen'])})|OB|MdB|MdL)\s+[A-ZÄÖÜ][\w.-]+")
_OFFICE_AND_NAME = re.compile(rf"{_OFFICER.pattern}\s+[A-ZÄÖÜ]")  # „Stadträtin Ida Braun“ is somebody else


def _is_institution(name: str) -> bool:
    return bool(_BEGINNINGS.match(name)) and not name.startswith(("DJ ", "MC "))


def _may_be_a_person(name: str) -> bool:
    name = _LEADING_AND.sub("", name)
    return " " in name.strip() and not (
        _OFFICE.fullmatch(name.strip()) or _FIRM.search(name) or _BEGINNINGS.match(name) or name.strip().endswith(")")
    )


Rule = Callable[[str, str, bool, WholeNames], bool]


def _two_organisations(left: str, right: str, listed: bool, names: WholeNames) -> bool:
    if identity(left) in names.keys or identity(right) in names.keys:
        return True
    return bool(_BEGINNINGS.match(right) or _ACRONYM.match(left))


def is_uncut(name: str) -> bool:
    """Tell whether an „und“ stands in a name that could separate: „Haus und Hof“, but not „Haupt- und Realschule“."""
    return any(not name[: match.start()].endswith("-") for match in _AND.finditer(name))


def _split(text: str, names: WholeNames, two: Rule) -> tuple[str, ...]:
    text = _AND_OTHERS.sub("", text)
    if not _ANY_SEPARATOR.search(text):
        return _tidied((text,), [])
    text, hidden = _hide(_unwrapped(text), names)
    pieces = _without_bullets(_HARD.split(text))
    if len(pieces) == 1 or "\n" in text:
        pieces = _without_bullets([part for piece in pieces for part in _at_commas(piece)])
    pieces = [_LEADING_AND.sub("", piece) for piece in pieces]
    listed = sum(not piece.isspace() for piece in pieces if piece) > 1
    return _tidied((part for piece in pieces for part in _at_and(piece, listed, names, two)), hidden)


def _unwrapped(text: str) -> str:
    """Return a text without the line ends that stand within a name."""
    return _WRAPPED_HYPHEN.sub(r"\1", _WRAPPED.sub(r"\1 ", text)) if "\n" in text else text


def _without_bullets(pieces: Sequence[str]) -> list[str]:
    """Return the pieces of a list without bullets, and without numbers where these count them: not „1. FC Trier“."""
    pieces = [_without_bullet(piece) for piece in pieces if piece.strip()]
    numbers = [int(match[1]) for piece in pieces if (match := _ORDINAL.match(piece))]
    counted = len(pieces) > 1 and numbers == list(range(1, len(pieces) + 1))
    return [_ORDINAL.sub("", piece) for piece in pieces] if counted else pieces


@lru_cache(maxsize=10_000)  # the same names stand in a list again and again
def _without_bullet(piece: str) -> str:
    return _BULLET.sub("", piece)


@lru_cache(maxsize=10_000)
def _tidy(piece: str) -> str:
    """Return a name without what is around it; "" if it says nothing."""
    piece = " ".join(piece.split()).strip(" ,;")
    return "" if kind_of_nothing(piece, "namen") else piece


def _tidied(pieces: Iterable[str], hidden: list[str]) -> tuple[str, ...]:
    whole = (_tidy(_show(piece, hidden) if hidden else piece) for piece in pieces)
    return tuple(dict.fromkeys(filter(None, whole)))


def _hide(text: str, names: WholeNames) -> tuple[str, list[str]]:
    """Return the text with quotations and known names that hold a separator replaced by placeholders."""
    hidden: list[str] = []

    for name in names.guarded:
        if name in text:
            text = text.replace(name, f"\x00{len(hidden)}\x00")
            hidden.append(name)

    def hide(match: re.Match[str]) -> str:
        if match[0] == text.strip():
            return match[0]  # a whole list in quotation marks is a list
        hidden.append(_show(match[0], hidden))
        return f"\x00{len(hidden) - 1}\x00"

    return _QUOTED.sub(hide, text), hidden


def _show(text: str, hidden: list[str]) -> str:
    return re.sub(r"\x00(\d+)\x00", lambda match: hidden[int(match[1])], text)


def _commas(piece: str) -> Iterator[str]:
    """Yield the parts between commas that stand in no brackets."""
    start = depth = 0
    for match in _COMMA_OR_BRACKET.finditer(piece):
        if match[0] != ",":
            depth = max(depth + (1 if match[0] == "(" else -1), 0)
        elif not depth:
            yield piece[start : match.start()].strip()
            start = match.end()
    yield piece[start:].strip()


def _at_commas(piece: str) -> list[str]:
    parts: list[str] = []
    for part in _commas(piece):
        if parts and _LEGAL_FORM.match(part):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    return parts


def _at_and(piece: str, listed: bool, names: WholeNames, two: Rule) -> list[str]:
    """Return the piece cut at each „und“ that separates."""
    if len(piece) > _LONGEST_LIST or not _AND.search(piece) or identity(piece) in names.keys:
        return [piece]
    for match in _AND.finditer(piece):
        left, right = piece[: match.start()].strip(), piece[match.end() :].strip()
        if left.endswith("-") or left.endswith("/-") or right.startswith("-") or not left or not right:
            continue
        if two(left, right, listed, names):
            return [*_at_and(left, listed, names, two), *_at_and(right, listed, names, two)]
    return [piece]
