"""One association's night, whoever orders it: wait for the files, make the report, write letters, note how it went."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ..base.fingerprint import files_below
from ..base.system_errors import explain_system_error
from ..outputs import archive
from ..report import InputsMoved, Order, Outcome, RunStep, directly, make
from . import correspondence, health
from .correspondence import Sent

LOOK_AGAIN = 5.0  # seconds between two looks at the files: a copy that keeps old dates still grows
PATIENCE = 3600.0  # seconds to wait for files at most
PAUSES = (60.0, 300.0)  # before trying again where that can help: files moved, another run at work


class StillWriting(Exception):
    """Files of the inputs were still being written when patience ran out."""


@dataclass(frozen=True)
class Clock:
    """The time and how to wait, so that tests need not."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


def spend(
    order: Order,
    run: RunStep = directly,
    password: Callable[[], str] = str,
    clock: Clock | None = None,
    due: str = "",
) -> tuple[Outcome, Sent]:
    """Make the report if anything changed, send what is to be sent, and note in `zustand.json` how it went.

    `due` is when the next night should begin. Raise what kept the report from being made, after noting it as well.
    """
    clock = clock or Clock()
    outputs = order.association.outputs
    try:
        outcome = _patiently(order, run, clock)
        sent = correspondence.after_run(order.association, outcome, password)
    except Exception as error:
        health.note_failure(outputs, in_german(error), due)
        raise
    health.note(outputs, outcome, sent, due)
    return outcome, sent


def _patiently(order: Order, run: RunStep, clock: Clock) -> Outcome:
    """Make the report; try again where the reason may pass, and nowhere else."""
    for pause in (*PAUSES, None):
        try:
            if not archive.find_run(order.association.outputs, order.fingerprint()):
                minutes = order.association.settings().nachtlauf.ruhe_minuten
                run("Auf Dateien warten", wait_until_quiet, order, minutes * 60, clock)
            return make(order, run)
        except (InputsMoved, archive.Busy):
            if pause is None:
                raise
            clock.sleep(pause)
    raise AssertionError("the last attempt returns or raises")


def wait_until_quiet(order: Order, seconds: float, clock: Clock) -> None:
    """Wait until no file of the inputs has been touched for so many seconds; raise `StillWriting` after an hour.

    A date in the future (a clock that was wrong) counts as long ago once the file has stopped changing.
    """
    if not seconds:
        return
    start, before = clock.now(), look(order)
    while True:
        clock.sleep(min(LOOK_AGAIN, seconds))
        seen = look(order)
        touched = max((when for _, when in seen.values() if when <= clock.now()), default=0.0)
        if seen == before and clock.now() - touched >= seconds:
            return
        if clock.now() - start > PATIENCE:
            raise StillWriting
        before = seen


def look(order: Order) -> dict[str, tuple[int, float]]:
    """Return size and last touch of every file that goes in; a copy cannot fake when its entry was last touched."""
    seen = {}
    for path in files_below(order.association.inputs, leave_out=order.association.others):
        try:
            status = path.stat()
        except FileNotFoundError:
            continue  # it went between two looks, which the next look will show
        seen[str(path)] = (status.st_size, max(status.st_mtime, status.st_ctime))
    return seen


def in_german(error: Exception) -> str:
    """Return in one sentence, without anything from the tables, why a run failed."""
    if isinstance(error, archive.Busy):
        return "Ein anderer Lauf schreibt in denselben Ausgangsordner."
    if isinstance(error, InputsMoved):
        return "Während des Lesens wurden Dateien geändert, auch beim letzten Versuch."
    if isinstance(error, StillWriting):
        return "Im Eingangsordner wurde eine Stunde lang geschrieben."
    failed = f"Das Programm ist gescheitert ({type(error).__name__}); das Protokoll des Dienstes sagt, wo."
    return explain_system_error(error) or failed
