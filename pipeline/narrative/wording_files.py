"""Files of wording: TOML that editors change without Python. Whatever is wrong in one is a problem with its line."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..base.fingerprint import ROOT
from ..base.problems import Problem, problem
from ..base.toml_errors import explain, line_of
from .template_language import Mistake

_HEADER = re.compile(r"\s*(\[\[?)\s*(\w+)\s*\]")
_KEY = re.compile(r"\s*[\"']?(\w+)[\"']?\s*=")

Place = tuple[str | int, ...]  # („saetze“, „skala“), or („satz“, 3, „text“) in the fourth [[satz]]


@dataclass(frozen=True)
class WordingFile:
    """What a file says, and in which line each of its entries stands."""

    path: Path
    sections: Mapping[str, Any]
    lines: Mapping[Place, int]

    def value(self, place: Place) -> object:
        """Return what stands at a place, None if there is nothing."""
        value: Any = self.sections
        for part in place:
            value = value.get(part) if isinstance(value, Mapping) else None
        return value

    def line(self, place: Place) -> int:
        """Return the line of an entry, that of its section if it is missing, the first if that is missing, too."""
        return next((self.lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in self.lines), 1)

    def problem(self, mistake: Mistake, place: Place, text: str) -> Problem:
        """Return a mistake in the entry at a place as a problem; `text` is what is wrong."""
        return _problem(self.path, self.line(place), mistake, text)


A_TEXT = "ein Text in Anführungszeichen oder eine Liste von Texten"


def variants(value: object) -> list[str]:
    """Return the variants of a text, which may be one or a list; none if there is anything else."""
    listed = value if isinstance(value, list) else [value]
    texts = [text for text in listed if text and isinstance(text, str)]
    return texts if len(texts) == len(listed) else []


def read(path: Path) -> WordingFile | Problem:
    """Return a file of wording, or why it cannot be read."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        remedy = "Öffnen Sie sie im Editor und speichern Sie sie mit der Codierung UTF-8."
        mistake = Mistake("Die Datei ist nicht als UTF-8 gespeichert", remedy)
        return _problem(path, content[: error.start].count(b"\n") + 1, mistake)
    try:
        return WordingFile(path, tomllib.loads(text), _lines(text))
    except tomllib.TOMLDecodeError as error:
        mistake = Mistake("Hier ist die Datei kein gültiges TOML", explain(error, text)[1])
        return _problem(path, line_of(error, text), mistake)


def _problem(path: Path, line: int, mistake: Mistake, text: str = "") -> Problem:
    file = (path.relative_to(ROOT) if path.is_relative_to(ROOT) else path).as_posix()
    reason, remedy = mistake.reason, mistake.remedy
    return problem("satzmuster-falsch", file=file, row=line, value=text, reason=reason, remedy=remedy)


def _lines(text: str) -> dict[Place, int]:
    lines: dict[Place, int] = {}
    section: Place = ()
    entries: Counter[str] = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            section = (header[2], entries[header[2]]) if header[1] == "[[" else (header[2],)
            entries[header[2]] += 1
            lines[section] = number
        elif key := _KEY.match(line):
            lines.setdefault((*section, key[1]), number)
    return lines
