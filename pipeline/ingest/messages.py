"""Problems at a place on a sheet, and how places are said in German."""

from __future__ import annotations

from collections.abc import Iterable
from errno import EACCES, EIO, ENOENT, EPERM, ESTALE, ETIMEDOUT

from ..base.problems import Problem, problem
from .cells.personal import without_personal_data
from .sheets import Sheet, cell_name

_MOST_PARTS = 12  # of an enumeration of rows, before it says „und … weitere“


def problem_at(
    code: str,
    sheet: Sheet,
    row: int | None = None,
    column: int | None = None,
    value: str | None = None,
    **words: object,
) -> Problem:
    """Return a problem on a sheet; `row` and `column` count from 0, the value is shown without personal data."""
    said = {
        "das_blatt": f"Das Blatt „{sheet.name}“ in „{sheet.file}“" if sheet.name else f"Die Datei „{sheet.file}“",
        "auf_dem_blatt": f"Auf dem Blatt „{sheet.name}“ in „{sheet.file}“" if sheet.name else f"In „{sheet.file}“",
    }
    return problem(
        code,
        file=sheet.file,
        sheet=sheet.name,
        cell=None if row is None or column is None else cell_name(row, column),
        row=None if row is None else row + 1,
        value=None if value is None else without_personal_data(value[:1000])[:200],
        **(said | words),
    )


_REASONS = {
    ENOENT: "sie ist nicht mehr da",
    EACCES: "es fehlt das Leserecht",
    EPERM: "es fehlt das Leserecht",
    EIO: "der Datenträger meldet einen Lesefehler",
    ESTALE: "das Netzlaufwerk antwortet nicht mehr",
    ETIMEDOUT: "das Netzlaufwerk antwortet nicht",
}


def reason_of(error: OSError) -> str:
    """Return in German why the system refused."""
    return _REASONS.get(error.errno or 0, f"Systemfehler {error.errno}")


def place_of(sheet: Sheet, *more: Sheet) -> str:
    """Return one or several sheets of one file as another message names them."""
    if not sheet.name:
        return f"„{sheet.file}“"
    *names, last = (f"„{one.name}“" for one in (sheet, *more))
    return f"„{sheet.file}“, " + (f"Blätter {', '.join(names)} und {last}" if names else f"Blatt {last}")


def rows_in_words(rows: Iterable[int]) -> str:
    """Return row numbers as people say them: „Zeile 5“, „Zeilen 5–8 und 12“."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    parts = [part for run in runs for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))]
    if len(parts) > _MOST_PARTS:
        parts = [*parts[: _MOST_PARTS - 1], f"{len(parts) - _MOST_PARTS + 1} weitere"]
    if len(parts) == 1:
        return f"{'Zeilen' if '–' in parts[0] else 'Zeile'} {parts[0]}"
    return f"Zeilen {', '.join(parts[:-1])} und {parts[-1]}"
