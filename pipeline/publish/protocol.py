"""The check's protocol: `pruefprotokoll.json` for programs, `Pruefprotokoll.html` for those who fix the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
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


def write_html(
    path: Path, problems: Iterable[Problem], balance: Sequence[Balance], settings: Settings, year: int
) -> None:
    """Write the protocol for people: by file, worst first, with the cell as typed and what to do."""
    problems = in_order(problems)
    groups = [
        (file, [(found, CATALOGUE[found.code].title) for found in of_file])
        for file, of_file in groupby(problems, key=lambda found: found.file)
    ]
    html = (
        environment()
        .get_template("protocol.html.j2")
        .render(
            verein=settings.organisation,
            jahr=year,
            farben=colours(settings.bericht.farbe),
            gruppen=groups,
            anzahl={severity.value: sum(found.severity is severity for found in problems) for severity in Severity},
            bilanz=sorted(balance, key=lambda sheet: (sheet.file, sheet.sheet)),
        )
    )
    path.write_text(html, encoding="utf-8")
