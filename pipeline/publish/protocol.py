"""The check's protocol: `pruefprotokoll.json` for programs, `Pruefprotokoll.html` for those who fix the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from ..ingest.records import Balance
from ..problems import Problem, Severity, in_order
from ..settings import Settings
from .colours import colours
from .document import TEMPLATES


def write(folder: Path, problems: Sequence[Problem], balance: Sequence[Balance], settings: Settings, year: int) -> None:
    """Write both forms of the protocol into `folder`."""
    write_json(folder / "pruefprotokoll.json", problems, balance)
    write_html(folder / "Pruefprotokoll.html", problems, balance, settings, year)


def write_json(path: Path, problems: Iterable[Problem], balance: Iterable[Balance]) -> None:
    """Write the protocol in the shape that other programs rely on."""
    content = {
        "problems": [found.as_json() for found in in_order(problems)],
        "balance": [vars(sheet) for sheet in balance],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_html(
    path: Path, problems: Iterable[Problem], balance: Sequence[Balance], settings: Settings, year: int
) -> None:
    """Write the protocol for people: by file, worst first, with what to do."""
    problems = in_order(problems)
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    html = environment.get_template("protocol.html.j2").render(
        verein=settings.organisation,
        jahr=year,
        farben=colours(settings.bericht.farbe),
        dateien=[(file, tuple(found)) for file, found in groupby(problems, key=lambda found: found.file)],
        anzahl={severity.value: sum(found.severity is severity for found in problems) for severity in Severity},
        bilanz=balance,
        titel={found.code: _title(found) for found in problems},
    )
    path.write_text(html, encoding="utf-8")


def _title(found: Problem) -> str:
    from ..catalogue import CATALOGUE

    return CATALOGUE[found.code].title
