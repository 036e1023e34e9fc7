"""The letters that go out, in German: the released report for the board, the protocol for those who fix the tables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from ..german.periods import day
from ..problems import Problem, Severity
from ..settings import Settings
from .causes import Cause, causes
from .outbox import POLICY

MOST_SHOWN = 10
_CELL = re.compile(r"\b[A-Z]{0,3}\d+\b")  # where a problem is, in the words of its message
_MB = 1_000_000


def release(settings: Settings, pdf: Path, year: int, number: int, when: datetime) -> EmailMessage:
    """Return the letter to the board with the released report: attached, or as a reference if it is too large."""
    name = f"{settings.bericht.titel} {year}"
    content = pdf.read_bytes()
    checksum = hashlib.sha256(content).hexdigest()
    for attached in (True, False):
        where = "liegt dieser Nachricht als PDF bei" if attached else "steht als PDF bereit"
        text = [
            "Guten Tag,",
            f"„{name}“ ({settings.organisation.name}) ist freigegeben und {where}.",
            *([] if attached else [_place(settings, f"{year}/freigabe-{number}/{pdf.name}")]),
            f"Freigabe {number} vom {day(when.date())}, Prüfsumme (SHA-256) der Datei:\n{checksum}",
        ]
        subject = f"{name}, Freigabe {number}: {settings.organisation.short}"
        message = _letter(
            settings, settings.post.vorstand, subject, text, f"{release_key(year, number)}.{checksum[:16]}", when
        )
        if attached:
            message.add_attachment(content, maintype="application", subtype="pdf", filename=pdf.name)
            if len(message.as_bytes()) <= settings.post.hoechstens_mb * _MB:
                break
    return message


def _place(settings: Settings, name: str) -> str:
    if settings.post.link:
        separator = "\\" if "\\" in settings.post.link else "/"
        address = settings.post.link.rstrip("/\\") + separator + name.replace("/", separator)
        return f"Für eine E-Mail ist die Datei zu groß. Sie finden sie hier:\n{address}"
    return f"Für eine E-Mail ist die Datei zu groß. Sie liegt im Ausgangsordner der Berichte:\n{name}"


def release_key(year: int, number: int) -> str:
    """Return the key of the letter about a release."""
    return f"freigabe-{year}-{number}"


def digest(problems: Sequence[Problem]) -> str:
    """Return what these problems are in a few letters; "" if there are none to write about.

    The same problems have the same digest wherever their rows have moved to, so nobody hears of them twice.
    """
    said = sorted(repr((p.code, p.file, p.sheet, p.value, _CELL.sub("", p.message))) for p in _worth_a_letter(problems))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16] if said else ""


def _worth_a_letter(problems: Sequence[Problem]) -> list[Problem]:
    worst_first = (Severity.ERROR, Severity.WARNING)
    return sorted((p for p in problems if p.severity in worst_first), key=lambda p: worst_first.index(p.severity))


def protocol(
    settings: Settings,
    problems: Sequence[Problem],
    page: Path,
    key: str,
    year: int,
    when: datetime,
    *,
    blocked: bool,
) -> EmailMessage:
    """Return the letter about problems in the tables, with the protocol attached."""
    found = causes(_worth_a_letter(problems))
    lead = (
        "in den Tabellen steht noch etwas, ohne das der neue Bericht nicht entstehen kann. Der letzte Bericht bleibt, "
        "wie er ist."
        if blocked
        else "der Bericht ist erstellt. In den Tabellen ist dabei etwas aufgefallen, das Sie ansehen sollten."
    )
    shown = [_in_words(cause) for cause in found[:MOST_SHOWN]]
    if len(found) > MOST_SHOWN:
        shown.append(f"… und {len(found) - MOST_SHOWN} weitere, siehe Prüfprotokoll.")
    text = [
        "Guten Tag,",
        lead,
        *shown,
        "Alles steht im Prüfprotokoll, das dieser Nachricht beiliegt. Wenn Sie die Tabellen verbessert haben, brauchen "
        "Sie nichts weiter zu tun: Der nächste Lauf liest sie von selbst.",
    ]
    name = f"{settings.bericht.titel} {year}"
    subject = f"{name}: bitte Tabellen {'verbessern' if blocked else 'ansehen'}"
    message = _letter(settings, settings.post.geschaeftsstelle, subject, text, key, when)
    message.add_attachment(page.read_bytes(), maintype="text", subtype="html", filename=page.name)
    return message


def _in_words(cause: Cause) -> str:
    said = (cause.first.message, cause.elsewhere, f"→ {cause.first.advice}")
    return "\n  ".join((_place_of(cause.first), *filter(None, said)))


def _place_of(problem: Problem) -> str:
    parts = (problem.file, problem.sheet and f"Blatt „{problem.sheet}“", problem.cell and f"Zelle {problem.cell}")
    return f"{problem.severity.upper()}: " + (", ".join(part for part in parts if part) or "Allgemein")


def _letter(
    settings: Settings, to: Sequence[str], subject: str, text: Sequence[str], key: str, when: datetime
) -> EmailMessage:
    message = EmailMessage(policy=POLICY)
    sender = settings.post.absender
    message["From"] = Address(_line(settings.organisation.name), addr_spec=sender)
    message["To"] = [Address(addr_spec=address) for address in to]
    message["Subject"] = _line(subject)
    message["Date"] = format_datetime(when)
    message["Message-ID"] = f"<{key}.{when:%Y%m%dT%H%M%S}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # no out-of-office answers, please
    message["Content-Language"] = "de"
    closing = (
        f"Mit freundlichen Grüßen\n{settings.organisation.name}",
        "-- \nDiese Nachricht wurde von selbst verschickt.",
    )
    message.set_content("\n\n".join((*text, *closing)) + "\n", charset="utf-8")
    return message


def _line(text: str) -> str:
    """Return text that fits one line of a header."""
    return " ".join(text.split())
