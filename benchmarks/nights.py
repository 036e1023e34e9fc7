"""How a night grows with associations and workers: `python -m benchmarks.nights [associations …]`.

Every association is a copy of the example. Printed are wall seconds of the command without Prefect, with one and with
more processes; of a night in which nothing changed; and of one flow against a running server.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.base import each_association
from pipeline.base.fingerprint import ROOT
from pipeline.service.prefect_home import prepare


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def make_all(folder: Path, names: list[str], workers: int, *more: str) -> float:
    """Make the reports of all associations with so many processes at a time."""
    words = ["erstellen", "--inputs", str(folder / "ein"), "--outputs", str(folder / "aus"), *more]

    def work() -> None:
        ended = each_association.run_each(words, names, workers=workers)
        assert all(one.code == 0 for one in ended), ended

    return timed(work)


def main(sizes: list[int]) -> None:
    """Print a table with a line for each number of associations."""
    cores = os.cpu_count() or 1
    print(f"{cores} cores; load {os.getloadavg()[0]:.1f}; seconds")
    print("associations   1 process   2 processes   4 processes   unchanged")
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            names = [f"verein-{number:03}" for number in range(size)]
            for name in names:
                shutil.copytree(ROOT / "inputs", folder / "ein" / name)
            made = [make_all(folder, names, workers, "--neu") for workers in (1, 2, 4)]
            unchanged = make_all(folder, names, 2)
            print(f"{size:12}   {made[0]:9.1f}   {made[1]:11.1f}   {made[2]:11.1f}   {unchanged:9.1f}")
    prefect()


def prefect() -> None:
    """Print what Prefect adds to one report."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(ROOT / "inputs", folder / "ein")
        with (folder / "ein" / "bericht.toml").open("a") as file:
            file.write("\n[nachtlauf]\nruhe_minuten = 0\n")
        os.environ["PREFECT_HOME"] = str(folder / "prefect")
        prepare()
        direct = make_all(folder, [""], 1, "--neu")
        importing = timed(lambda: __import__("pipeline.service.flows"))
        from pipeline.base.associations import Association
        from pipeline.report import Order
        from pipeline.service.flows import run_once

        def order(name: str, *, anew: bool) -> Order:
            return Order(Association("", folder / "ein", folder / name), anew=anew)

        cold = timed(lambda: run_once(order("kalt", anew=True)))
        warm = timed(lambda: run_once(order("warm", anew=True)))
        same = timed(lambda: run_once(order("warm", anew=False)))
    print(f"one report by the command {direct:.1f}; importing Prefect {importing:.1f}")
    print(f"as a flow: first on a temporary server {cold:.1f}, next {warm:.1f}, unchanged {same:.1f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1, 2, 4, 8])
