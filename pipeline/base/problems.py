"""A problem is a value: where it is, what is wrong, and what to do about it, in plain German."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from .catalogue import CATALOGUE
from .catalogue import Severity as Severity
from .json_files import from_fields

# The codes, or how they begin, of what the protocol lists under „Auffälligkeiten“.
_CONSPICUOUS = ("auffaellig-", "jahr-passt-nicht", "liste-widerspricht-wert", "schreibweisen-fraglich")


@dataclass(frozen=True)
class Problem:
    """One problem at one place. `cell` and `row` count as Excel does; `file` is relative to the inputs.

    `unread_rows` are the filled rows of a list that was left out as a whole.
    """

    code: str
    severity: Severity
    file: str
    sheet: str | None
    cell: str | None
    row: int | None
    value: str | None
    message: str
    advice: str
    unread_rows: int = 0

    @property
    def is_conspicuous(self) -> bool:
        """Tell whether all may be right, and somebody should look."""
        return self.code.startswith(_CONSPICUOUS)

    @property
    def place(self) -> str:
        """Where it is, as people read it: Treffen.xlsx, Blatt „2017“, Zelle B3."""
        within = f"Zelle {self.cell}" if self.cell else f"Zeile {self.row}" if self.row else ""
        parts = (self.file, self.sheet and f"Blatt „{self.sheet}“", within)
        return ", ".join(part for part in parts if part) or "Eingangsordner"

    def as_json(self) -> dict[str, Any]:
        """Return the shape that `pruefprotokoll.json` promises."""
        return {name: value for name, value in asdict(self).items() if name != "unread_rows" or value}

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> Problem:
        """Return the problem that `as_json` wrote; fields of later versions are passed over."""
        return from_fields(cls, record | {"severity": Severity(record["severity"])})


def problem(
    code: str,
    *,
    file: str = "",
    sheet: str | None = None,
    cell: str | None = None,
    row: int | None = None,
    value: object = None,
    **words: object,
) -> Problem:
    """Return the problem `code` of the catalogue at a place, its wording filled with `words`.

    The places (`file`, `sheet`, `cell`, `row`, `value`) may be used as words, too. An unknown code or a
    missing word is a mistake of ours and raises `KeyError`.
    """
    kind = CATALOGUE[code]
    shown = None if value is None else str(value)
    words = {"file": file, "sheet": sheet, "cell": cell, "row": row, "value": shown} | words
    unread_rows = words.get("unread_rows")
    return Problem(
        code=code,
        severity=kind.severity,
        file=file,
        sheet=sheet,
        cell=cell,
        row=row,
        value=shown,
        message=kind.message.format_map(words),
        advice=kind.advice.format_map(words),
        unread_rows=unread_rows if isinstance(unread_rows, int) else 0,
    )


def blocks(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems keeps the report from being made."""
    return any(p.severity is Severity.ERROR for p in problems)


_WORST_FIRST = tuple(Severity)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, worst first, then from top to bottom."""
    return tuple(
        sorted(
            problems,
            key=lambda p: (
                p.file,
                _WORST_FIRST.index(p.severity),
                p.sheet or "",
                p.row or 0,
                p.cell or "",
                p.code,
            ),
        )
    )
