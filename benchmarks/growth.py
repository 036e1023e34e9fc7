"""Whether time grows no faster than what is put in: `python -m benchmarks.growth`.

Printed are seconds, and how many times as long twice as much takes: about 2 is well, 4 means that somebody waits.
Tests cannot judge this: they do not know who else uses the machine.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.ingest import tables as room
from tests.build import tables
from tests.steps import count

HARD = ("a", "a, ", "a und ", "(", " ", "0 ", "9", "@", "a@b.", "-")  # what patterns go back and forth on
SETTINGS = Settings(organisation=OwnOrganisation(name="Musterverein"))


def reading(part: str, length: int) -> float:
    """Return the seconds that it takes to read a row of cells filled with `part`."""
    head = ("Datum", "Titel", "Themen", "Mitwirkende", "Veranstalter", "TN", "Berichtstext")
    text = part * (length // len(part)) + "x"
    with tempfile.TemporaryDirectory() as folder:
        rows = (head, ("14.03.2017", *[text] * 6), [text] * 7)
        (Path(folder) / "a.csv").write_text("\n".join(("sep=;", *map(";".join, rows))), "utf-8")
        start = perf_counter()
        room.read(Path(folder), SETTINGS)
        return perf_counter() - start


def counting(size: int) -> float:
    """Return the seconds that it takes to count so many meetings."""
    rows = [
        {
            "datum": date(2010 + i % 8, 1 + i % 12, 1 + i % 28),
            "projekt": f"P{i % 50}",
            "art": f"A{i % 20}",
            "teilnehmerzahl": i % 90,
        }
        for i in range(size)
    ]
    given = tables(treffen=rows)
    start = perf_counter()
    count(given, Settings(), 2017)
    return perf_counter() - start


def main() -> None:
    """Print a line for each kind of work."""
    reading("a", 10)  # imports and caches
    counting(500)
    print("what                        half   whole   times")
    for part in HARD:
        line(f"reading {part!r:12} 30,000", reading(part, 15_000), reading(part, 30_000))
    line("counting 16,000 meetings", counting(8_000), counting(16_000))


def line(name: str, half: float, whole: float) -> None:
    """Print one line."""
    print(f"{name:28}{half:5.2f}  {whole:6.2f}  {whole / half:6.1f}")


if __name__ == "__main__":
    main()
