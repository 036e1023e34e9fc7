"""`zustand.json`: how the last night went, for monitoring. It holds counts and sentences, nothing from the tables."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ..problems import Severity
from ..publish import outbox
from ..publish.causes import counted
from ..report import Outcome
from .post import Sent

FILE = "zustand.json"
OVERDUE = timedelta(hours=26)  # a night, and two hours for a long one


@dataclass(frozen=True)
class Health:
    """How the last run ended and when, when a report was last made or found up to date, and which letters are held."""

    when: str
    result: str
    message: str
    last_good: str = ""
    errors: int = 0
    warnings: int = 0
    letters_held: tuple[str, ...] = ()

    def complaints(self, now: datetime) -> tuple[str, ...]:
        """Return in German what somebody should look at; nothing if all is well."""
        found = []
        if now - datetime.fromisoformat(self.when) > OVERDUE:
            found.append(
                f"Der letzte Lauf war am {datetime.fromisoformat(self.when).astimezone():%d.%m.%Y, %H:%M Uhr}."
            )
        if self.result in ("gescheitert", "gesperrt"):
            found.append(self.message)
        if self.letters_held:
            found.append(f"Briefe, die jemand ansehen muss: {', '.join(self.letters_held)}.")
        return tuple(found)


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


def note(outputs: Path, outcome: Outcome, sent: Sent) -> None:
    """Note how a run ended."""
    now, counts = _now(), counted(outcome.problems)
    last_good = _last_good(outputs) if outcome.result == "gesperrt" else now
    message = " ".join((in_words(outcome), *sent.hindrances))
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    _write(outputs, Health(now, outcome.result, message, last_good, errors, warnings, _held(outputs)))


def note_failure(outputs: Path, reason: str) -> None:
    """Note that a run failed; where even that cannot be written, the age of the last note tells."""
    with contextlib.suppress(OSError):
        _write(outputs, Health(_now(), "gescheitert", reason, _last_good(outputs), letters_held=_held(outputs)))


def read(outputs: Path) -> Health | None:
    """Return the last note, None if there is none."""
    try:
        said = json.loads((outputs / FILE).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return Health(**said | {"letters_held": tuple(said["letters_held"])})


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
