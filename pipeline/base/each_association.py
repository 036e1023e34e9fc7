"""Several associations: each in a process of its own, so that one can fail alone and its memory is given back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from . import processes
from .exit_codes import FAILED, worst


@dataclass(frozen=True)
class Ended:
    """How the command ended for one association: its exit code (as `cli.main` returns it) and what it said."""

    name: str
    code: int
    said: str
    complaints: str


def each(
    words: Sequence[str],
    names: Sequence[str],
    *,
    workers: int | None = None,
    tell: Callable[[Ended], None] | None = None,
    **environment: str,
) -> tuple[Ended, ...]:
    """Run `bericht WORDS --verein NAME` for every name and return how each ended, in the order of the names.

    As many at a time as there are `workers`, else cores: every run keeps its reader and its printer busy in turn.
    `tell` is called for each as soon as it has ended; `environment` is added to that of the processes.
    """
    with ThreadPoolExecutor(workers or os.cpu_count()) as pool:
        waiting = {pool.submit(_run, words, name, environment): name for name in names}
        ended = {}
        for done in as_completed(waiting):
            ended[waiting[done]] = done.result()
            if tell:
                tell(done.result())
    return tuple(ended[name] for name in names)


def each_apart(words: Sequence[str], names: Sequence[str]) -> int:
    """Run the command for every association, pass on what it says, and return the worst exit code."""

    def tell(ended: Ended) -> None:
        sys.stdout.write(ended.said)
        sys.stderr.write(ended.complaints)
        sys.stdout.flush()

    return worst(ended.code for ended in each(words, names, tell=tell))


def _run(words: Sequence[str], name: str, environment: dict[str, str]) -> Ended:
    done = subprocess.run(
        processes.command("pipeline", *words, f"--verein={name}"),
        capture_output=True,
        text=True,
        check=False,
        env=processes.surroundings(**environment),
    )
    if done.returncode >= 0:
        return Ended(name, done.returncode, done.stdout, done.stderr)
    how = signal.Signals(-done.returncode).name
    complaint = f"{name}: Der Lauf wurde abgebrochen ({how}); der letzte Bericht steht unverändert.\n"
    return Ended(name, FAILED, done.stdout, done.stderr + complaint)
