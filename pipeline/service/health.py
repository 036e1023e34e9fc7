"""`zustand.json`: how the last night went, for monitoring. It holds counts and sentences, nothing from the tables."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from ..base import json_files
from ..base.problems import Severity
from ..outputs.check.grouped_problems import counted
from ..outputs.mail import outbox
from ..report import Outcome
from .correspondence import Sent

FILE = "zustand.json"
A_DAY, A_LONG_NIGHT = timedelta(hours=24), timedelta(hours=2)


@dataclass(frozen=True)
class Health:
    """How the last run ended and when, and which letters are held.

    `last_good` is when a report was last made or found up to date, `next_night` when the next run should begin.
    """

    when: str
    result: str
    message: str
    last_good: str = ""
    errors: int = 0
    warnings: int = 0
    letters_held: tuple[str, ...] = ()
    next_night: str = ""

    def complaints(self, now: datetime) -> list[str]:
        """Return in German what somebody should look at; nothing if all is well."""
        complaints = []
        last = datetime.fromisoformat(self.when).astimezone()
        due = datetime.fromisoformat(self.next_night).astimezone() if self.next_night else last + A_DAY
        if now > due + A_LONG_NIGHT:
            should = f"seit {due:%d.%m.%Y, %H:%M} Uhr ist der nächste fällig"
            complaints.append(f"Der letzte Lauf war am {last:%d.%m.%Y, %H:%M} Uhr; {should}.")
        if self.result in ("gescheitert", "gesperrt"):
            complaints.append(self.message)
        if self.letters_held:
            complaints.append(f"Briefe, die jemand ansehen muss: {', '.join(self.letters_held)}.")
        return complaints


def in_words(outcome: Outcome) -> str:
    """Return in one German sentence how a run ended."""
    errors = counted(outcome.problems)[Severity.ERROR]
    return {
        "fertig": "Der Bericht ist neu erstellt.",
        "unveraendert": "Keine Änderungen.",
        "gesperrt": f"Fehler in den Tabellen ({errors}) halten den Bericht auf; der letzte gilt weiter.",
        "geprueft": "Die Tabellen sind geprüft.",
        "freigegeben": "Der Bericht ist freigegeben.",
    }[outcome.result]


def note(outputs: Path, outcome: Outcome, sent: Sent, due: str = "") -> None:
    """Note how a run ended, and when the next is due."""
    now, counts = _now(), counted(outcome.problems)
    last_good = _last_good(outputs) if outcome.result == "gesperrt" else now
    message = " ".join((in_words(outcome), *sent.hindrances))
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    _write(outputs, Health(now, outcome.result, message, last_good, errors, warnings, _held(outputs), due))


def note_failure(outputs: Path, reason: str, due: str = "") -> None:
    """Note that a run failed; where even that cannot be written, the age of the last note tells."""
    with contextlib.suppress(OSError):
        failed = Health(_now(), "gescheitert", reason, _last_good(outputs))
        _write(outputs, replace(failed, letters_held=_held(outputs), next_night=due))


def read(outputs: Path) -> Health | None:
    """Return the last note, None if there is none; one that was harmed says so, as of when it was written."""
    path = outputs / FILE
    known = json_files.read_json(path, partial(json_files.from_fields, Health))
    if known or not path.exists():
        return known
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    return Health(written, "gescheitert", f"„{path}“ ist nicht zu lesen; der nächste Lauf schreibt sie neu.")


def _last_good(outputs: Path) -> str:
    known = read(outputs)
    return known.last_good if known else ""


def _held(outputs: Path) -> tuple[str, ...]:
    return tuple(letter.key for letter in outbox.letters(outputs) if letter.state in outbox.HELD)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _write(outputs: Path, health: Health) -> None:
    outputs.mkdir(parents=True, exist_ok=True)
    aside = outputs / f".{FILE}"
    aside.write_text(json.dumps(asdict(health), ensure_ascii=False, indent=1) + "\n", "utf-8")
    os.replace(aside, outputs / FILE)
