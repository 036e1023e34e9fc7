"""Every kind of problem the program can name, by code, read from the `messages.toml` of each room.

Wording is for office staff: no jargon, what is wrong in one sentence, what to do in the next. Words in braces
are filled in by `problems.problem`. Codes are German words with hyphens; other programs may rely on them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Any

FILE = "messages.toml"


class Severity(StrEnum):
    """How much a problem matters; the value is the word that staff read."""

    ERROR = "fehler"  # blocks the report; the last good one stays
    WARNING = "warnung"  # a row or value is set aside, the report is made
    NOTE = "hinweis"  # good to know


@dataclass(frozen=True)
class Message:
    """One kind of problem: wording with `{words}` that `problem` fills in."""

    severity: Severity
    title: str
    message: str
    advice: str


class Catalogue(Mapping[str, Message]):
    """The messages below a folder, read when the first is asked for: most runs of `bericht` need none or few."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _messages(self) -> dict[str, Message]:
        return read(sorted(self._folder.rglob(FILE)))

    def __getitem__(self, code: str) -> Message:
        return self._messages[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)


def read(paths: Iterable[Path]) -> dict[str, Message]:
    """Return the messages of some files by code; raise `ValueError` where one is not as it has to be."""
    messages: dict[str, Message] = {}
    for path in paths:
        for code, entry in tomllib.loads(path.read_text("utf-8")).items():
            mistake = "the code is taken by another file" if code in messages else _mistake(code, entry)
            if mistake:
                raise ValueError(f"{path}: [{code}]: {mistake}")
            messages[code] = Message(Severity(entry["schwere"]), entry["titel"], entry["meldung"], entry["rat"])
    return messages


_KEYS = {"schwere", "titel", "meldung", "rat"}
_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


def _mistake(code: str, entry: Any) -> str:
    """Return what is wrong with an entry, "" if nothing is."""
    if not _CODE.fullmatch(code):
        return "a code is made of small letters and hyphens"
    if not isinstance(entry, dict) or entry.keys() != _KEYS:
        return f"an entry has the keys {', '.join(sorted(_KEYS))} and no others"
    if not all(isinstance(text, str) and text for text in entry.values()):
        return "every value is a text"
    if entry["schwere"] not in set(Severity):
        return f"schwere is one of {', '.join(Severity)}"
    return _mistake_in_braces(entry["titel"] + entry["meldung"] + entry["rat"])


def _mistake_in_braces(text: str) -> str:
    """Return what is wrong with the words in braces; nothing but a word, for wording comes from whoever edits it."""
    try:
        words = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return "a brace is open; a brace that is meant is written twice"
    wrong = [word for word, style, conversion in words if style or conversion or not (word or "").isidentifier()]
    return f"not a word to fill in: {{{wrong[0]}}}" if wrong else ""


CATALOGUE: Mapping[str, Message] = Catalogue(Path(__file__).resolve().parents[1])
