"""One record to be, before its lists are split and its names settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .cells import Values


@dataclass
class Record:
    """One record to be: which row it came from (as Excel counts it) and its values; lists are still text.

    `who` is a digest of the person's name: it tells records apart and goes no further. `beside` are the columns that
    name those who did something together with the association. A check of a whole list may say that a record is no
    entry of it, or one that lacks what it would count for.
    """

    file: str
    sheet: str
    row: int
    values: Values
    who: bytes = b""
    beside: tuple[str, ...] = ()
    aside: Literal["", "no entry", "incomplete"] = ""
