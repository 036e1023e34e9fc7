"""Marked copies: the workbooks that have problems, each cell in question coloured, the message as its comment.

So that staff mend things where they are. Only what reading says is shareable can be seen: its values, formulas and
formats stay, every other cell shows „…“. Hidden sheets and sheets without a table are left out, and of surveys nothing
is copied. Where openpyxl cannot keep a workbook whole, a list of its problems takes the copy's place.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ...base.problems import Problem, Severity
from ...base.processes import child_environment, python_command
from ...base.records import Area, Tables
from ...base.settings import Reading
from ..file_names import MARKED

_SURVEY = "umfrage"
_MOST_MARKS = 2_000  # of one workbook, the worst first: nobody corrects more, and each comment costs memory


def write(folder: Path, inputs: Path, problems: Sequence[Problem], tables: Tables, limits: Reading) -> None:
    """Write a marked copy, or a list, of every xlsx file with problems at cells or rows into `folder`/geprueft."""
    files: dict[str, dict[str, Sequence[Area]]] = {}
    for sheet in tables.shareable:
        files.setdefault(sheet.file, {})[sheet.sheet] = sheet.areas
    surveys = {line.file for line in tables.balance if line.table == _SURVEY}
    for file, sheets in sorted(files.items()):
        own = [p for p in problems if p.file == file and p.sheet in sheets and (p.cell or p.row)]
        if not own or not file.lower().endswith(".xlsx") or file in surveys:
            continue
        target = folder / MARKED / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if not _mark(inputs / file, target, sheets, own, limits):
            _list(target.with_name(f"{target.stem} – Liste.xlsx"), own)


def _mark(
    path: Path, target: Path, sheets: Mapping[str, Sequence[Area]], problems: Sequence[Problem], limits: Reading
) -> bool:
    """Let the child write the copy; tell whether it could."""
    request = {
        "path": str(path.resolve()),
        "target": str(target.resolve()),
        "shareable": dict(sheets),
        "marks": [_as_mark(problem) for problem in _worst_first(problems)[:_MOST_MARKS]],
        "speicher_mb": limits.speicher_mb,
    }
    try:
        child = subprocess.run(
            python_command("pipeline.outputs.check.marking_child"),
            input=json.dumps(request).encode(),
            env=child_environment(),
            timeout=limits.sekunden,
            capture_output=True,
            check=False,
        )
        done = child.returncode == 0
    except subprocess.TimeoutExpired:
        done = False
    for rest in (target.with_suffix(".roh"), *(() if done else (target,))):
        rest.unlink(missing_ok=True)
    return done


def _worst_first(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: list(Severity).index(problem.severity))


def _as_mark(problem: Problem) -> dict[str, Any]:
    text = f"{problem.severity.capitalize()}: {problem.message}\n→ {problem.advice}"
    return {
        "sheet": problem.sheet,
        "cell": problem.cell or f"A{problem.row}",
        "severity": str(problem.severity),
        "text": text,
    }


def _list(path: Path, problems: Sequence[Problem]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        sheet, bold = book.add_worksheet("Prüfung"), book.add_format({"bold": True, "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.set_column(0, 3, 14, wrapped)
        sheet.set_column(4, 5, 60, wrapped)
        sheet.write_row(0, 0, ("Blatt", "Zelle", "Schwere", "Inhalt", "Was nicht stimmt", "Was zu tun ist"), bold)
        sheet.freeze_panes(1, 0)
        for row, p in enumerate(problems, start=1):
            cells = (p.sheet, p.cell or f"Zeile {p.row}", str(p.severity), p.value or "", p.message, p.advice)
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text or "", wrapped)
