"""Which letters a run or a release gives cause for. What happens to them is noted in the outbox."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..base.associations import Association
from ..base.settings import Settings
from ..outputs.mail import letters, outbox
from ..outputs.mail.outbox import Letter
from ..outputs.mail.smtp import missing, server
from ..outputs.releases import Release
from ..report import Outcome

_ABOUT_TABLES = re.compile(r"pruefung-(\d{4})-(\d+)-([0-9a-f]+|gut)")


@dataclass(frozen=True)
class Sent:
    """The letters that something became of, and in German what kept the others from being sent."""

    letters: tuple[Letter, ...] = ()
    hindrances: tuple[str, ...] = ()


def after_run(association: Association, outcome: Outcome, password: Callable[[], str]) -> Sent:
    """Write to the office if its tables have problems it has not heard of, and send whatever waits.

    Nothing happens where no mail server or sender is set.
    """
    settings = association.settings()
    if not (settings.post.server and settings.post.absender):
        return Sent()
    if settings.post.geschaeftsstelle and outcome.result != "geprueft":
        _about_tables(association.outputs, settings, outcome)
    return send(association.outputs, settings, password)


def _about_tables(outputs: Path, settings: Settings, outcome: Outcome) -> None:
    """Put a letter about the problems into the outbox, unless the last one of this year was about the same."""
    year = int(outcome.folder.name)
    earlier = [match for letter in outbox.letters(outputs) if (match := _ABOUT_TABLES.fullmatch(letter.key))]
    earlier = sorted((match for match in earlier if int(match[1]) == year), key=lambda match: int(match[2]))
    number = 1 + (int(earlier[-1][2]) if earlier else 0)
    now = letters.digest(outcome.problems) or "gut"
    if now == (earlier[-1][3] if earlier else "gut"):
        return
    key = f"pruefung-{year}-{number}-{now}"
    if now == "gut":
        outbox.note(outputs, key, "Die Tabellen sind in Ordnung.")
        return
    blocked = outcome.result == "gesperrt"
    message = letters.protocol(
        settings, outcome.problems, outcome.protocol, key, year, datetime.now(UTC), blocked=blocked
    )
    outbox.submit(outputs, key, message)


def after_release(outputs: Path, settings: Settings, release: Release) -> bool:
    """Put the letter to the board into the outbox; return False if it has been there before or nobody is to get it."""
    if not (settings.post.server and settings.post.absender and settings.post.vorstand):
        return False
    message = letters.release(settings, release.pdf, release.year, release.number, release.when)
    return outbox.submit(outputs, letters.release_key(release.year, release.number), message)


def send(outputs: Path, settings: Settings, password: Callable[[], str]) -> Sent:
    """Send what waits in the outbox; the password is asked for only when there is something to send."""
    waiting = [letter for letter in outbox.letters(outputs) if letter.state in ("wartet", "unterwegs")]
    if not waiting:
        return Sent()
    known = password() if settings.post.benutzer else ""
    hindrances = missing(settings.post, known, [address for letter in waiting for address in letter.to])
    if hindrances:
        return Sent(hindrances=hindrances)
    return Sent(outbox.deliver(outputs, server(settings.post, known)))


def in_words(letter: Letter) -> str:
    """Return what became of a letter as a terminal shows it."""
    to = ", ".join(letter.sent_to if letter.state == "gesendet" else letter.to)
    state = {
        "wartet": "wartet auf den nächsten Lauf",
        "unterwegs": "wird gesendet",
        "gesendet": "gesendet",
        "abgelehnt": "nicht angenommen",
        "unklar": "UNKLAR, ob sie angekommen ist; bitte bei den Empfängern nachfragen",
        "erledigt": "erledigt",
    }[letter.state]
    lines = [f"{letter.key}: {state}" + (f" ({to})" if to else "")]
    lines += [f"  {letter.reason}"] if letter.reason else []
    lines += [f"  nicht angenommen für {address}: {why}" for address, why in letter.refused.items()]
    return "\n".join(lines)
