"""The survey tools by their signs, and what their headings say: question, option, free text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ....ingest.cells.privacy import is_paradata, is_personal


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


@dataclass(frozen=True)
class Tool:
    """One survey tool: how to know its exports and how to read them.

    `split` takes one heading apart; `join` looks at all of them as they stood and as they were taken apart, because
    some options only show beside those of their neighbours. `stamps` are the headings of the times of an answer, the
    best first. `separator` stands between several choices in one cell ("" if that has to be found out, None if each
    has its own column); `finished` are headings whose column is filled only in complete answers, `answered` those
    whose column is filled in every answer (rows without are notes below the data), `paradata` is what only this tool
    calls columns about the answering.
    """

    name: str
    signs: Callable[[Sequence[str]], bool]
    split: Callable[[str], QuestionHeading]
    join: Callable[[Sequence[str], Sequence[QuestionHeading]], tuple[QuestionHeading, ...]] = lambda typed, headings: (
        tuple(headings)
    )
    stamps: tuple[str, ...] = ()
    separator: str | None = None
    finished: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    paradata: str = r"(?!)"


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


_AND_THAT_IS = re.compile(r"(?i)(?<=\w)[\s,]*\b(und zwar|nämlich|please specify|bitte angeben)?\s*[:…]*$")


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


_BY_HAND = (
    re.compile(r"^(?P<stem>.+?)\s*\[(?P<item>[^\[\]]+)\]$"),
    re.compile(r"^(?P<stem>.+?)\s+[-–—|]\s+(?P<item>.+)$"),
    re.compile(r"^(?P<stem>.+?\?)\s+(?P<item>.+)$"),
    re.compile(r"^(?P<stem>.+?(?:…|\.\.\.|:))\s+(?P<item>.+)$"),
)


def _split_by_hand(heading: str) -> QuestionHeading:
    for pattern in _BY_HAND:
        found = pattern.match(heading)
        if found:
            return QuestionHeading(found["stem"].strip(" :"), found["item"].strip())
    return QuestionHeading(heading)


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


def _has(*signs: str) -> Callable[[Sequence[str]], bool]:
    patterns = [re.compile(sign, re.IGNORECASE) for sign in signs]
    return lambda headings: all(any(p.match(heading) for heading in headings) for p in patterns)


def _begins_with_time(headings: Sequence[str]) -> bool:
    return bool(headings) and bool(re.match(r"(?i)(zeitstempel|timestamp)$", headings[0]))


_ANY_STAMP = (
    r"submitdate|datum abgeschickt|date submitted",
    r"fertigstellungszeit|completion time|endzeit|end time|end date",
    r"zeitstempel|timestamp",
    r"datestamp|datum der letzten? (?:aktivität|aktion)|date last action",
    r"startzeit|start time|start date|startdate|datum gestartet|date started",
    r"datum(?: der antwort)?|eingegangen(?: am)?|ausgefüllt(?: am)?",
)
TOOLS = (
    Tool(
        "LimeSurvey",
        _has(r"(id\b|antwort[\s-]*id|response id)", r"(submitdate|datum abgeschickt|date submitted)"),
        _split_lime,
        stamps=(
            r"submitdate|datum abgeschickt|date submitted",
            r"datestamp|datum der letzten? (?:aktivität|aktion)|date last action",
            r"startdate|datum gestartet|date started",
        ),
        finished=(r"(submitdate\b|datum abgeschickt|date submitted)",),
        paradata=r"\w+time\d*(\.\s.*)?$",
    ),
    Tool(
        "LamaPoll",
        _has(r"Frage \d+\w* - ", r"(ist anonym|abgeschlossen|antwort-quote)"),
        _split_lama,
        join=_options_of_lama,
        stamps=_ANY_STAMP,
        finished=(r"abgeschlossen$", r"beendet$"),
    ),
    Tool(
        "Microsoft Forms",
        _has(r"ID$", r"(startzeit|start time)", r"(fertigstellungszeit|completion time)"),
        _split_by_hand,
        join=_options_beside_each_other,
        stamps=(r"fertigstellungszeit|completion time", r"startzeit|start time"),
        separator=";",
        answered=(r"ID$",),
    ),
    Tool(
        "Google Forms",
        _begins_with_time,
        _split_by_hand,
        join=_options_beside_each_other,
        stamps=(r"zeitstempel|timestamp",),
        separator=",",
        answered=(r"(zeitstempel|timestamp)$",),
    ),
)

BY_HAND = Tool(
    "Tabelle",
    lambda headings: False,
    _split_by_hand,
    join=_options_beside_each_other,
    stamps=_ANY_STAMP,
    separator="",
)


def tool_of(headings: Sequence[str]) -> Tool | None:
    """Return the survey tool whose export has these headings."""
    return next((tool for tool in TOOLS if tool.signs(headings)), None)


def asks(heading: str) -> bool:
    """Tell whether a heading reads like a question or a statement, not like the name of a column."""
    if is_paradata(heading) or is_personal(heading):
        return False
    return heading.rstrip(" *").endswith(("?", "…", "...")) or len(heading.split()) >= 4 or heading.endswith("]")


def split(tool: Tool, headings: Sequence[str]) -> tuple[QuestionHeading, ...]:
    """Return the headings taken apart."""
    return tool.join(headings, [tool.split(heading) for heading in headings])
