"""The check's protocol: `pruefprotokoll.json` for programs, `Pruefprotokoll.html` for those who fix the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..catalogue import CATALOGUE
from ..ingest.records import Balance
from ..problems import Problem, Severity, in_order
from ..settings import Settings
from .causes import Cause, causes, counted
from .colours import colours
from .templates import environment


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
    write_json(folder / "pruefprotokoll.json", problems, balance)
    write_html(folder / "Pruefprotokoll.html", problems, balance, settings, year, check_only=check_only)


def write_json(path: Path, problems: Iterable[Problem], balance: Iterable[Balance]) -> None:
    """Write the protocol in the shape that other programs rely on."""
    content = {
        "problems": [found.as_json() for found in in_order(problems)],
        "balance": [asdict(sheet) for sheet in balance],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Entry:
    """Causes in one file that have the same kind and the same remedy."""

    title: str
    severity: str
    advice: str
    causes: tuple[Cause, ...]


def _by_file(problems: Sequence[Problem]) -> list[tuple[str, list[Entry]]]:
    """Return the files, the worst first, each with its entries, the worst first."""
    files: dict[str, dict[tuple[str, str], list[Cause]]] = {}
    for cause in causes(problems):
        found = cause.first
        files.setdefault(found.file, {}).setdefault((found.code, found.advice), []).append(cause)
    groups = [
        (
            file,
            [Entry(CATALOGUE[code].title, c[0].first.severity, advice, tuple(c)) for (code, advice), c in same.items()],
        )
        for file, same in files.items()
    ]
    worst_first = [severity.value for severity in Severity]
    return sorted(groups, key=lambda group: worst_first.index(group[1][0].severity))


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
    counts = counted(problems)
    html = (
        environment()
        .get_template("protocol.html.j2")
        .render(
            verein=settings.organisation,
            jahr=year,
            farben=colours(settings.bericht.farbe),
            gruppen=_by_file(problems),
            nur_geprueft=check_only,
            anzahl={severity.value: counts[severity] for severity in Severity},
            bilanz=sorted(balance, key=lambda sheet: (sheet.file, sheet.sheet)),
        )
    )
    path.write_text(html, encoding="utf-8")
