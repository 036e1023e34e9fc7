"""Several associations: each in a process of its own, so that one can fail alone and its memory is given back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from ..fingerprint import ROOT
from ..orders import BLOCKED, DONE, FAILED, WRONG_USE

LIKE = {
    DONE: "in Ordnung",
    BLOCKED: "gesperrt oder belegt, siehe Prüfprotokoll",
    WRONG_USE: "nicht gefunden",
    FAILED: "gescheitert",
}


@dataclass(frozen=True)
class Ended:
    """How the command ended for one association: its exit code (as `cli.main` returns it) and what it said."""

    name: str
    code: int
    said: str
    complaints: str


def at_once(associations: int) -> int:
    """Return how many processes work at the same time: every run keeps its reader and its printer busy in turn."""
    return max(1, min(associations, os.cpu_count() or 1))


def each(
    words: Sequence[str],
    names: Sequence[str],
    *,
    workers: int | None = None,
    tell: Callable[[Ended], None] | None = None,
    environment: Mapping[str, str] | None = None,
) -> tuple[Ended, ...]:
    """Run `bericht WORDS --verein NAME` for every name and return how each ended, in the order of the names.

    `tell` is called for each as soon as it has ended; `environment` is added to that of the processes.
    """
    with ThreadPoolExecutor(workers or at_once(len(names))) as pool:
        waiting = {pool.submit(_run, words, name, environment or {}): name for name in names}
        ended = {}
        for done in as_completed(waiting):
            ended[waiting[done]] = done.result()
            if tell:
                tell(done.result())
    return tuple(ended[name] for name in names)


def each_apart(words: Sequence[str], names: Sequence[str], workers: int | None = None) -> int:
    """Run the command for every association, pass on what it says, and return the worst exit code."""

    def tell(ended: Ended) -> None:
        sys.stdout.write(ended.said)
        sys.stderr.write(ended.complaints)
        sys.stdout.flush()

    return max(ended.code for ended in each(words, names, workers=workers, tell=tell))


def _run(words: Sequence[str], name: str, environment: Mapping[str, str]) -> Ended:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", *words, "--verein", name],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"} | dict(environment),
    )
    if done.returncode >= 0:
        return Ended(name, done.returncode, done.stdout, done.stderr)
    how = signal.Signals(-done.returncode).name
    complaint = f"{name}: Der Lauf wurde abgebrochen ({how}); der letzte Bericht steht unverändert.\n"
    return Ended(name, FAILED, done.stdout, done.stderr + complaint)
