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
from .exit_codes import FAILED, worst_code


@dataclass(frozen=True)
class AssociationRun:
    """How the command ended for one association: its exit code (as `cli.main` returns it) and what it wrote."""

    name: str
    code: int
    output: str
    errors: str


def run_each(
    words: Sequence[str],
    names: Sequence[str],
    *,
    workers: int | None = None,
    on_end: Callable[[AssociationRun], None] | None = None,
    **environment: str,
) -> tuple[AssociationRun, ...]:
    """Run `bericht WORDS --verein NAME` for every name and return how each ended, in the order of the names.

    As many at a time as there are `workers`, else cores: every run keeps its reader and its printer busy in turn.
    `on_end` is called for each as soon as it has ended; `environment` is added to that of the processes.
    """
    with ThreadPoolExecutor(workers or os.cpu_count()) as pool:
        waiting = {pool.submit(_run, words, name, environment): name for name in names}
        ended = {}
        for done in as_completed(waiting):
            ended[waiting[done]] = done.result()
            if on_end:
                on_end(done.result())
    return tuple(ended[name] for name in names)


def run_each_apart(words: Sequence[str], names: Sequence[str]) -> int:
    """Run the command for every association, pass on what it writes, and return the worst exit code."""

    def write(ended: AssociationRun) -> None:
        sys.stdout.write(ended.output)
        sys.stderr.write(ended.errors)
        sys.stdout.flush()

    return worst_code(ended.code for ended in run_each(words, names, on_end=write))


def _run(words: Sequence[str], name: str, environment: dict[str, str]) -> AssociationRun:
    done = subprocess.run(
        processes.python_command("pipeline", *words, f"--verein={name}"),
        capture_output=True,
        text=True,
        check=False,
        env=processes.child_environment(**environment),
    )
    if done.returncode >= 0:
        return AssociationRun(name, done.returncode, done.stdout, done.stderr)
    how = signal.Signals(-done.returncode).name
    reason = f"{name}: Der Lauf wurde abgebrochen ({how}); der letzte Bericht steht unverändert.\n"
    return AssociationRun(name, FAILED, done.stdout, done.stderr + reason)
