"""How a command ends: its exit codes, and what they mean for one of several associations."""

from __future__ import annotations

from collections.abc import Iterable

DONE, BLOCKED, WRONG_USE, FAILED, LATER = range(5)

IN_WORDS = {
    DONE: "in Ordnung",
    BLOCKED: "gesperrt, siehe Prüfprotokoll",
    WRONG_USE: "nicht gefunden",
    FAILED: "gescheitert",
    LATER: "belegt oder in Bearbeitung; bitte noch einmal",
}
_WORST_LAST = (DONE, LATER, BLOCKED, WRONG_USE, FAILED)


def worst_code(codes: Iterable[int]) -> int:
    """Return the exit code of a command that ended in several ways; wrong use if it did nothing at all."""
    return max(codes, key=_WORST_LAST.index, default=WRONG_USE)
