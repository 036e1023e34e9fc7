"""The check's protocol: `pruefprotokoll.json` for programs, `Pruefprotokoll.html` for those who fix the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ...base.catalogue import CATALOGUE
from ...base.problems import Problem, Severity, in_order
from ...base.records import Balance
from ...base.settings import Settings
from ...publish.colours import colours
from ...publish.templates import environment
from ..file_names import PROTOCOL, PROTOCOL_JSON
from . import unread
from .grouped_problems import ProblemGroup, counted, group_problems


def write(
    folder: Path,
    problems: Iterable[Problem],
    balance: Sequence[Balance],
    settings: Settings,
    year: int,
    *,
    check_only: bool = False,
) -> None:
    """Write both forms of the protocol into `folder`; `check_only` if no report is made of what was read."""
    problems = in_order(problems)
    write_json(folder / PROTOCOL_JSON, problems, balance)
    write_html(folder / PROTOCOL, problems, balance, settings, year, check_only=check_only)


def write_json(path: Path, problems: Iterable[Problem], balance: Iterable[Balance]) -> None:
    """Write the protocol in the shape that other programs rely on."""
    problems = in_order(problems)
    content = {
        "problems": [problem.as_json() for problem in problems],
        "balance": [asdict(sheet) for sheet in balance],
        "unread_lists": [
            {"file": f, "sheet": sheet, "rows": rows} for (f, sheet), rows in unread.unread_sheets(problems).items()
        ],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class ProtocolEntry:
    """Causes in one file that have the same kind and the same remedy."""

    title: str
    severity: str
    advice: str
    causes: tuple[ProblemGroup, ...]


def _by_file(problems: Sequence[Problem]) -> list[tuple[str, list[ProtocolEntry]]]:
    """Return the files, the worst first, each with its entries, the worst first."""
    files: dict[str, dict[tuple[str, str], list[ProblemGroup]]] = {}
    for cause in group_problems(problems):
        first = cause.first
        files.setdefault(first.file, {}).setdefault((first.code, first.advice), []).append(cause)
    groups = [
        (
            file,
            [
                ProtocolEntry(CATALOGUE[code].title, c[0].first.severity, advice, tuple(c))
                for (code, advice), c in same.items()
            ],
        )
        for file, same in files.items()
    ]
    worst_first = [severity.value for severity in Severity]
    return sorted(groups, key=lambda group: worst_first.index(group[1][0].severity))


@dataclass(frozen=True)
class Unread:
    """Columns of one file that were not read: headings, and the sheets if not all of the file have the same."""

    file: str
    headings: tuple[str, ...]
    sheets: tuple[str, ...] = ()


def _unread(balance: Iterable[Balance]) -> list[Unread]:
    """Return the columns that were not read, one entry for each file as far as its sheets agree."""
    files: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for line in balance:
        files.setdefault(line.file, {}).setdefault(line.unread, []).append(line.sheet)
    return [
        Unread(file, headings, tuple(sheets) if len(by_headings) > 1 else ())
        for file, by_headings in files.items()
        for headings, sheets in by_headings.items()
        if headings
    ]


def write_html(
    path: Path,
    problems: Iterable[Problem],
    balance: Sequence[Balance],
    settings: Settings,
    year: int,
    *,
    check_only: bool,
) -> None:
    """Write the protocol for people: by file, worst first, with the cell as typed and what to do."""
    problems = in_order(problems)
    counts = counted(problem for problem in problems if not problem.is_conspicuous)
    lines = sorted(balance, key=lambda line: (line.file, line.sheet))
    html = (
        environment()
        .get_template("protocol.html.j2")
        .render(
            verein=settings.organisation,
            jahr=year,
            farben=colours(settings.bericht.farbe),
            gruppen=_by_file([problem for problem in problems if not problem.is_conspicuous]),
            auffaellig=_by_file([problem for problem in problems if problem.is_conspicuous]),
            nur_geprueft=check_only,
            anzahl={severity.value: counts[severity] for severity in Severity},
            bilanz=lines,
            ausgelassen=unread.in_words(problems),
            ungelesen=_unread(lines),
        )
    )
    path.write_text(html, encoding="utf-8")
