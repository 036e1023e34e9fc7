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
from .colours import colours
from .templates import environment


def write(folder: Path, problems: Iterable[Problem], balance: Sequence[Balance], settings: Settings, year: int) -> None:
    """Write both forms of the protocol into `folder`."""
    problems = in_order(problems)
    write_json(folder / "pruefprotokoll.json", problems, balance)
    write_html(folder / "Pruefprotokoll.html", problems, balance, settings, year)


def write_json(path: Path, problems: Iterable[Problem], balance: Iterable[Balance]) -> None:
    """Write the protocol in the shape that other programs rely on."""
    content = {
        "problems": [found.as_json() for found in in_order(problems)],
        "balance": [asdict(sheet) for sheet in balance],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Entry:
    """Problems of one file that have the same kind and the same remedy: one entry, several places."""

    title: str
    severity: str
    advice: str
    places: tuple[Problem, ...]


def _by_file(problems: Sequence[Problem]) -> list[tuple[str, list[Entry]]]:
    """Return the files, the worst first, each with its entries, the worst first."""
    files: dict[str, dict[tuple[str, str], list[Problem]]] = {}
    for found in problems:
        files.setdefault(found.file, {}).setdefault((found.code, found.advice), []).append(found)
    groups = [
        (file, [Entry(CATALOGUE[p[0].code].title, p[0].severity.value, p[0].advice, tuple(p)) for p in same.values()])
        for file, same in files.items()
    ]
    worst_first = [severity.value for severity in Severity]
    return sorted(groups, key=lambda group: worst_first.index(group[1][0].severity))


def write_html(
    path: Path, problems: Iterable[Problem], balance: Sequence[Balance], settings: Settings, year: int
) -> None:
    """Write the protocol for people: by file, worst first, with the cell as typed and what to do."""
    problems = in_order(problems)
    html = (
        environment()
        .get_template("protocol.html.j2")
        .render(
            verein=settings.organisation,
            jahr=year,
            farben=colours(settings.bericht.farbe),
            gruppen=_by_file(problems),
            anzahl={severity.value: sum(found.severity is severity for found in problems) for severity in Severity},
            bilanz=sorted(balance, key=lambda sheet: (sheet.file, sheet.sheet)),
        )
    )
    path.write_text(html, encoding="utf-8")
