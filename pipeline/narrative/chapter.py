"""What leaves the room `narrative`: chapters of runs of text, some of which are figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..base.marks import Run


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `kind` "punkt" is an item of a list, "nummer" of a numbered one."""

    runs: tuple[Run, ...]
    kind: Literal["absatz", "punkt", "nummer"] = "absatz"

    @property
    def text(self) -> str:
        """Return what a reader reads."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class TextTable:
    """A small table of a chapter: runs in every cell, names in the first column; `widths` are per cent of the page."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    widths: tuple[int, ...]
    note: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of a chapter.

    `name` is fixed (ueberblick, veranstaltungen, treffen, netzwerk, initiativen, umfrage, text) and tells the page
    where charts and tables belong; `title` is what the reader sees ("" for none).
    """

    name: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[TextTable, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """One chapter.

    `key` is the key part of its project or survey; `kind` picks the page template; `glance` are the keys of the three
    or four figures in the box „Auf einen Blick“.
    """

    key: str
    kind: Literal["text", "projekt", "umfrage"]
    title: str
    sections: tuple[Section, ...]
    summary: Paragraph | None = None
    glance: tuple[str, ...] = ()
