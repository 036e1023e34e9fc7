"""What a whole report costs, part by part: a small and a large made-up association, from xlsx to PDF.

    python benchmarks/whole_report.py [--meetings 300 5000] [--repeat 3]

Times depend on the machine, so every number is a ratio: to the start of a Python that imports pandas, measured in the
same minutes, and of the large association to the small one. Each run is a process of its own, as the command is; the
best of the repetitions counts.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
YEAR = 2017
EVENTS, ANSWERS = 60, 400  # of both associations; what differs is the number of meetings

SETTINGS = '[organisation]\nname = "Verein für Maß und Zahl e. V."\nkurz = "VMZ"\n\n[bericht]\njahr = 2017\n'
PROJECTS = ("Verkehr", "Kultur", "Jugend")
PARTNERS = tuple(f"{kind} {place}" for kind in ("Stadt", "Kammer", "Verein") for place in ("Nord", "Süd", "Ost"))
SCALE = ("stimme gar nicht zu", "stimme eher nicht zu", "teils/teils", "stimme eher zu", "stimme voll zu")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--meetings", nargs=2, type=int, default=(300, 5000), metavar=("SMALL", "LARGE"))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--run", nargs=2, type=Path, metavar=("INPUTS", "OUTPUTS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(run(*options.run)))
        return
    unit = min(seconds("-c", "import pandas") for _ in range(options.repeat))
    with tempfile.TemporaryDirectory() as folder:
        sizes = []
        for meetings in options.meetings:
            inputs = Path(folder) / f"{meetings}"
            association(inputs, meetings)
            sizes.append(best(inputs, options.repeat))
    table(options.meetings, *sizes, unit)


def association(folder: Path, meetings: int) -> None:
    """Write the workbooks of a made-up association; the same every time."""
    import xlsxwriter

    pick = random.Random(meetings)  # noqa: S311 - made-up rows, not secrets
    folder.mkdir()
    (folder / "bericht.toml").write_text(SETTINGS, encoding="utf-8")

    def day() -> date:
        return date(2015, 1, 1) + timedelta(days=pick.randrange(3 * 365))

    def several(most: int) -> str:
        return "; ".join(pick.sample(PARTNERS, pick.randrange(1, most)))

    kinds = ("Treffen", "Gespräch", "Arbeitskreis", "Telefonat", "Ortstermin")
    formats = ("Forum", "Workshop", "Informationsveranstaltung")
    groups = ("Runder Tisch", "Beirat", "Arbeitsgruppe")
    sheets: dict[str, tuple[tuple[str, ...], int, Callable[[int], tuple[Any, ...]]]] = {
        "Treffen": (
            ("Datum", "Projekt", "Art", "Thema", "Ort", "Beteiligte", "Teilnehmerzahl"),
            meetings,
            lambda i: (day(), pick.choice(PROJECTS), pick.choice(kinds), f"Thema {i}", "Mitte", several(5), i % 30),
        ),
        "Veranstaltungen": (
            ("Datum", "Projekt", "Format", "Titel", "Ort", "Veranstalter", "Teilnehmerzahl"),
            EVENTS,
            lambda i: (day(), pick.choice(PROJECTS), pick.choice(formats), f"Abend {i}", "Mitte", several(4), 9 + i),
        ),
        "Netzwerk": (
            ("Projekt", "Gruppe", "Institution", "Engagement"),
            200,
            lambda _: (pick.choice(PROJECTS), pick.choice(groups), pick.choice(PARTNERS), "hauptamtlich"),
        ),
        "Partner": (("Name", "Art"), len(PARTNERS), lambda i: (PARTNERS[i], PARTNERS[i].split()[0])),
        "Umfrage": (
            ("Wie zufrieden sind Sie?", "Der Verein hilft mir.", "Ich komme gern.", "Was fehlt Ihnen?"),
            ANSWERS,
            lambda i: (pick.choice(SCALE), pick.choice(SCALE), pick.choice(SCALE), "Mehr Zeit" if i % 9 == 0 else ""),
        ),
    }
    for name, (headings, rows, row) in sheets.items():
        with xlsxwriter.Workbook(folder / f"{name}.xlsx", {"default_date_format": "dd.mm.yyyy"}) as book:
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, headings)
            for place in range(rows):
                sheet.write_row(place + 1, 0, row(place))


def best(inputs: Path, repeat: int) -> dict[str, float]:
    """Return the fastest of some runs: seconds by step, and of the whole command."""
    runs = []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory() as outputs:
            start = perf_counter()
            command = [sys.executable, __file__, "--run", str(inputs), outputs]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
            whole = perf_counter() - start
        steps = json.loads(done.stdout.splitlines()[-1])
        runs.append({**steps, "Start und Ende": whole - sum(steps.values()), "Zusammen": whole})
    return min(runs, key=lambda found: found["Zusammen"])


def run(inputs: Path, outputs: Path) -> dict[str, float]:
    """Make one report here and return the seconds of each step."""
    from pipeline import report
    from pipeline.base.associations import Association

    found: dict[str, float] = {}

    def timed(title: str, step: Any, /, *args: Any, **kwargs: Any) -> Any:
        start = perf_counter()
        result = step(*args, **kwargs)
        found[title] = found.get(title, 0) + perf_counter() - start
        return result

    outcome = report.make(report.Order(Association("", inputs, outputs)), timed)
    assert outcome.result == "fertig", [problem.message for problem in outcome.problems]
    return found


def seconds(*arguments: str) -> float:
    """Return how long a new Python works on something."""
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, cwd=ROOT)
    return perf_counter() - start


def table(meetings: tuple[int, int], small: dict[str, float], large: dict[str, float], unit: float) -> None:
    """Print steps and ratios."""
    print(f"1 = ein Python mit pandas starten. Klein: {meetings[0]} Treffen, groß: {meetings[1]} Treffen.\n")
    print(f"{'Schritt':<28}{'klein':>8}{'Anteil':>8}{'groß':>8}{'Anteil':>8}{'groß : klein':>14}")
    for step in small:
        one, other = small[step], large[step]
        shares = (f"{100 * found[step] / found['Zusammen']:.0f} %" for found in (small, large))
        ratio = f"{other / one:.1f}" if one > 0.01 else "–"
        first, second = shares
        print(f"{step:<28}{one / unit:>8.2f}{first:>8}{other / unit:>8.2f}{second:>8}{ratio:>14}")


if __name__ == "__main__":
    main()
