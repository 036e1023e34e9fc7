"""The survey tools by their signs, and what their headings say: question, option, free text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ....ingest.cells.privacy import is_paradata, is_personal
from ....ingest.word_lists import word_lists


@dataclass(frozen=True)
class QuestionHeading:
    """One heading taken apart: „A10[SQ001]. Wo sind Sie aktiv? [Sport]“ has all of it, most have only `stem`.

    `code` and `part` are the tool's codes, `stem` is the question, `item` its option or statement; `free` marks the
    text beside an option such as „Sonstiges“.
    """

    stem: str
    item: str = ""
    code: str = ""
    part: str = ""
    free: bool = False

    @property
    def question(self) -> str:
        """Return what all columns of one question share."""
        return self.code or self.stem


Split = Callable[[str], QuestionHeading]
Join = Callable[[Sequence[str], Sequence[QuestionHeading]], tuple[QuestionHeading, ...]]


@dataclass(frozen=True)
class Tool:
    """One survey tool: how to know its exports and how to read them, as `tools.toml` says.

    `split` takes one heading apart; `join` looks at all of them as they stood and as they were taken apart, because
    some options only show beside those of their neighbours. `stamps` are the headings of the times of an answer, the
    best first. `separator` stands between several choices in one cell ("" if that has to be found out, None if each
    has its own column); `finished` are headings whose column is filled only in complete answers, `answered` those
    whose column is filled in every answer (rows without are notes below the data), `paradata` is what only this tool
    calls columns about the answering. `coded` tools write codes above the headings; `ticks` are numbers that say
    whether an option was chosen.
    """

    name: str
    signs: tuple[str, ...]
    first: str
    split: Split
    join: Join
    stamps: tuple[str, ...]
    separator: str | None
    finished: tuple[str, ...]
    answered: tuple[str, ...]
    paradata: str
    coded: bool
    ticks: Mapping[str, bool]

    def wrote(self, headings: Sequence[str]) -> bool:
        """Tell whether an export with these headings is the tool's."""
        at_first = bool(headings) and bool(re.match(self.first, headings[0], re.IGNORECASE))
        return at_first and all(columns_like((sign,), headings) for sign in self.signs)


def columns_like(signs: Iterable[str], headings: Sequence[str]) -> list[int]:
    """Return the columns of which the heading begins like one of the signs."""
    pattern = re.compile("|".join(signs) or r"(?!)", re.IGNORECASE)
    return [place for place, heading in enumerate(headings) if pattern.match(heading)]


def tidy(text: str) -> str:
    """Return a heading or label on one line, without hard blanks, tags and doubled blanks."""
    text = re.sub(r"<[^<>]{1,200}>", " ", text.replace("\u00a0", " ").replace("\u200b", ""))
    return re.sub(r"\s+", " ", text).strip()


_OTHER_CODES = {"other", "comment", "sonstiges", "othercomment"}
_LIME_CODE = re.compile(r"^([A-Za-z]\w*?)(?:\[([^\]]+)\](?:\[([^\]]+)\])?|_(SQ\d+|other))?(?:\.\s+(.*))?$", re.DOTALL)
_LIME_TEXT = re.compile(r"^(.*?)\s*\[([^\[\]]+)\](?:\s*\[([^\[\]]+)\])?$", re.DOTALL)
_OTHER_WORDS = re.compile(r"(?i)^(other|sonstiges|sonstige|anderes|andere|kommentar|comment)$")


def _split_lime(heading: str) -> QuestionHeading:
    coded = _LIME_CODE.match(heading)
    if coded and (coded[5] or not re.search(r"\s", heading)):
        code, part, more = coded[1], coded[2] or coded[4] or "", coded[3] or ""
        text = _LIME_TEXT.match(coded[5] or "") if part else None
        stem, item = (text[1], text[2]) if text else (coded[5] or "", "")
        free = part.lower() in _OTHER_CODES or more.lower() in _OTHER_CODES
        return QuestionHeading(stem.strip() or code, option(item) or part, code, f"{part}-{more}".strip("-"), free)
    text = _LIME_TEXT.match(heading)
    if text:
        free = bool(_OTHER_WORDS.match((text[3] or text[2]).rstrip(" .…")))
        return QuestionHeading(text[1].strip(), option(text[2]), free=free)
    return QuestionHeading(heading)


_AND_THAT_IS = re.compile(
    r"(?i)(?<=\w)(?:[\s,(–-]*\b(?:und zwar|nämlich|(?:please )?specify"
    r"|bitte (?:nennen|beschreiben|ergänzen|(?:an|ein)(?:geben|tragen)))\b[\s:….)]*|[\s,]*[:…]*)$"
)


def option(text: str) -> str:
    """Return an option's label without its call to write („Sonstiges, und zwar:“)."""
    return _AND_THAT_IS.sub("", text.strip())


_LAMA = re.compile(r"^(Frage \d+\w*) - (.*)$", re.DOTALL)
_LAMA_FREE = re.compile(r"^(?:Eingabe für|Eingabefeld (?:von|für))\s+(.*)$", re.DOTALL)


def _split_lama(heading: str) -> QuestionHeading:
    found = _LAMA.match(heading)
    if not found:
        return QuestionHeading(heading)
    code, rest = found[1], re.sub(r"\s*\(Pflichtfrage\)", "", found[2])
    entry = _LAMA_FREE.match(rest)
    if entry:
        return QuestionHeading("", option(entry[1].rsplit(" - ", 1)[-1]), code, free=True)
    return QuestionHeading(rest, code=code)  # where the option begins shows only beside the question's other columns


def _split_by(patterns: Iterable[str]) -> Split:
    """Return how headings are taken apart by the first pattern that fits; its groups are the parts."""
    compiled = [re.compile(pattern, re.DOTALL) for pattern in patterns]

    def split(heading: str) -> QuestionHeading:
        for pattern in compiled:
            if parts := pattern.match(heading):
                known = {"code": "", "part": "", "item": "", "free": "", **parts.groupdict("")}
                code, item = known["code"], known["item"].strip()
                stem = parts["stem"].strip(" :") or code
                return QuestionHeading(stem, item, code, known["part"], bool(known["free"]))
        return QuestionHeading(heading)

    return split


def _options_beside_each_other(
    typed: Sequence[str], headings: Sequence[QuestionHeading]
) -> tuple[QuestionHeading, ...]:
    """Leave an option only where a neighbour shares its question; else the heading is the question as it stood."""
    shared = []
    for place, heading in enumerate(headings):
        beside = (*headings[max(place - 1, 0) : place], *headings[place + 1 : place + 2])
        alone = not heading.item or all(other.stem != heading.stem or not other.item for other in beside)
        shared.append(QuestionHeading(typed[place]) if alone else heading)
    return tuple(shared)


def _options_of_lama(typed: Sequence[str], headings: Sequence[QuestionHeading]) -> tuple[QuestionHeading, ...]:
    """Split the option off where a question has several columns: it follows what they all begin with."""
    stems: dict[str, list[str]] = {}
    for heading in headings:
        if heading.code and not heading.free:
            stems.setdefault(heading.code, []).append(heading.stem)
    split = []
    for heading in headings:
        texts = stems.get(heading.code, [])
        if heading.free or len(texts) < 2:
            stem = _shared_start(texts) if len(texts) > 1 else (texts[0] if texts else heading.stem)
            split.append(
                QuestionHeading(stem if heading.free else heading.stem, heading.item, heading.code, free=heading.free)
            )
            continue
        stem = _shared_start(texts)
        split.append(QuestionHeading(stem, option(heading.stem[len(stem) + 3 :]), heading.code))
    return tuple(split)


def _shared_start(texts: Sequence[str]) -> str:
    """Return the part before the last „ - “ that all texts begin with."""
    first = texts[0]
    while " - " in first:
        first = first.rsplit(" - ", 1)[0]
        if all(text.startswith(first + " - ") for text in texts):
            return first
    return ""


def _as_they_are(typed: Sequence[str], headings: Sequence[QuestionHeading]) -> tuple[QuestionHeading, ...]:
    return tuple(headings)


_TOOLS = word_lists(Path(__file__).with_name("tools.toml"))
_BY_CODE: Mapping[str, tuple[Split, Join]] = {
    "lime": (_split_lime, _as_they_are),
    "lama": (_split_lama, _options_of_lama),
}


def _tool(own: Mapping[str, Any]) -> Tool:
    """Return a tool as its entry describes it; what that leaves out is as in a table made by hand."""
    usual = _TOOLS["von_hand"]
    way = own.get("zerlegt", usual["zerlegt"])
    beside = own.get("nebenan", usual["nebenan"])
    split, join = (
        _BY_CODE[way]
        if isinstance(way, str)
        else (_split_by(way), _options_beside_each_other if beside else _as_they_are)
    )
    separator = own.get("trennt")
    return Tool(
        name=own["name"],
        signs=tuple(own.get("zeichen", ())),
        first=own.get("erste", ""),
        split=split,
        join=join,
        stamps=tuple(own.get("zeiten", usual["zeiten"])),
        separator="" if separator == "?" else separator,
        finished=tuple(own.get("fertig", ())),
        answered=tuple(own.get("immer", ())),
        paradata=own.get("technisch", r"(?!)"),
        coded=own.get("mit_codes", False),
        ticks={mark: name == "gewaehlt" for name in ("gewaehlt", "nicht_gewaehlt") for mark in own.get(name, ())},
    )


TOOLS = tuple(map(_tool, _TOOLS["werkzeug"]))
BY_HAND = _tool(_TOOLS["von_hand"])


def tool_of(headings: Sequence[str]) -> Tool | None:
    """Return the survey tool whose export has these headings."""
    return next((tool for tool in TOOLS if tool.wrote(headings)), None)


def asks(heading: str) -> bool:
    """Tell whether a heading reads like a question or a statement, not like the name of a column."""
    if is_paradata(heading) or is_personal(heading):
        return False
    asking = "?" in heading or heading.rstrip(" *").endswith(("…", "..."))
    return asking or len(heading.split()) >= 4 or heading.endswith("]")


def split(tool: Tool, headings: Sequence[str]) -> tuple[QuestionHeading, ...]:
    """Return the headings taken apart."""
    return tool.join(headings, [tool.split(heading) for heading in headings])
