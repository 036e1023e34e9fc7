"""What reading costs: `python benchmarks/reading.py [rows]`.

Reads one generated workbook with calamine alone, with our reader (in its child process), with the whole room `ingest`
and with `pandas.read_excel`, each in a process of its own, and prints seconds, memory and the ratio to calamine.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

import xlsxwriter

ROOT = Path(__file__).resolve().parent.parent
HEADINGS = ["Datum", "Projekt", "Art", "Thema", "Ort", "Beteiligte", "Teilnehmerzahl"]


def workbook(path: Path, rows: int) -> None:
    """Write a list of meetings, the same every time."""
    luck = Random(1)  # noqa: S311
    partners = [f"Verein {number} Musterstadt" for number in range(300)]
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Treffen")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, rows + 1):
            sheet.write_datetime(row, 0, datetime(2010, 1, 1) + timedelta(days=luck.randrange(2900)), day)
            kind = luck.choice(["Treffen", "Gespräch", "Arbeitskreis"])
            sheet.write_row(row, 1, ["Integration", kind, f"Besprechung {row}", "Musterstadt"])
            sheet.write(row, 5, "; ".join(luck.sample(partners, 3)))
            sheet.write(row, 6, luck.choice(["ca. 20", 12, "20–30", "k. A.", 33]))


def calamine(path: Path) -> None:
    """Read raw rows, nothing else."""
    import python_calamine

    python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def raw_cells(path: Path) -> None:
    """Read raw cells as the pipeline does: child process, limits, clean texts."""
    from pipeline.base.settings import Reading
    from pipeline.ingest.files.workbook import read_files

    (book,) = read_files([(path.name, path)], Reading())
    assert book.sheets


def whole_room(path: Path) -> None:
    """Read a folder into typed tables with provenance and problems."""
    from pipeline.base.settings import Settings
    from tests.steps import read

    assert len(read(path.parent, Settings())["treffen"])


def pandas_openpyxl(path: Path) -> None:
    """Read with pandas and openpyxl."""
    import pandas as pd

    pd.read_excel(path, engine="openpyxl")


def pandas_calamine(path: Path) -> None:
    """Read with pandas and calamine."""
    import pandas as pd

    pd.read_excel(path, engine="calamine")


WAYS: dict[str, Callable[[Path], None]] = {
    way.__name__: way for way in (calamine, raw_cells, whole_room, pandas_calamine, pandas_openpyxl)
}


def measure(name: str, path: Path) -> tuple[float, int]:
    """Return the seconds of one way, imports of pandas left out, and the most memory of it and its children in MB."""
    command = [sys.executable, __file__, "--one", name, str(path)]
    seconds, memory = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    return float(seconds), int(memory)


def one(name: str, path: Path) -> None:
    """Measure one way in this process and print it."""
    import resource

    if name not in ("calamine", "raw_cells"):
        import pandas as pd  # noqa: F401
    if name == "whole_room":
        import pipeline.ingest.tables  # noqa: F401
    start = perf_counter()
    WAYS[name](path)
    seconds = perf_counter() - start
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    print(seconds, sum(resource.getrusage(which).ru_maxrss for which in who) // 1024)


def main(rows: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Treffen.xlsx"
        workbook(path, rows)
        print(f"{rows} rows × {len(HEADINGS)} columns, {path.stat().st_size >> 10} KB")
        base = 0.0
        for name in WAYS:
            seconds, memory = measure(name, path)
            base = base or seconds
            print(f"{name:16} {seconds:7.2f} s  {seconds / base:6.1f} × calamine  {memory:5} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
