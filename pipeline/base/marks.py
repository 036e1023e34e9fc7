"""A figure as it is printed: plain text that remembers which figure it shows.

Sentences are built as plain strings, so a printed figure travels in them between three private characters, which
`runs` takes out again. Reading strips these characters from cells, so nobody can forge a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .keys import Key

_START, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{_START}([^{_MIDDLE}]*){_MIDDLE}([^{_END}]*){_END}")

Style = Literal["", "em", "strong"]


@dataclass(frozen=True)
class Run:
    """A stretch of plain text (never HTML); `figure` is the key of the figure it prints."""

    text: str
    figure: str | None = None
    style: Style = ""


def mark(key: Key | str, shown: str) -> str:
    """Return `shown` as the printed form of the figure `key`."""
    return f"{_START}{key}{_MIDDLE}{shown}{_END}"


def plain(marked: str) -> str:
    """Return what a reader reads."""
    return _MARKED.sub(r"\2", marked)


def runs(marked: str, style: Style = "") -> tuple[Run, ...]:
    """Return the text between and of the printed figures, in order."""
    parts = _MARKED.split(marked)
    found = [Run(parts[0], style=style)]
    for key, shown, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        found += [Run(shown, key, style), Run(after, style=style)]
    return tuple(run for run in found if run.text)
