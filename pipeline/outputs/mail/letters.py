"""The letters that go out, in German: the released report for the board, the protocol for those who fix the tables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from ...base.problems import Problem, Severity
from ...base.settings import Settings
from ...german.periods import day
from ..check.grouped_problems import group_problems
from .outbox import POLICY

MOST_SHOWN = 10  # what fits on a screen of a mail; the protocol has them all
_CELL = re.compile(r"\b[A-Z]{0,3}\d+\b")  # where a problem is, in the words of its message
_MB = 1_000_000  # as mail servers reckon their limits
_KINDS = {".pdf": ("application", "pdf"), ".html": ("text", "html")}


def release(settings: Settings, pdf: Path, year: int, number: int, when: datetime) -> EmailMessage:
    """Return the letter to the board with the released report: attached, or as a reference if it is too large."""
    name = f"{settings.bericht.titel} {year}"
    checksum = hashlib.sha256(pdf.read_bytes()).hexdigest()
    subject = f"{name}, Freigabe {number}: {settings.organisation.short}"
    key = f"{release_key(year, number)}.{checksum[:16]}"

    def letter(reference: str) -> EmailMessage:
        where = "steht als PDF bereit" if reference else "liegt dieser Nachricht als PDF bei"
        text = (
            "Guten Tag,",
            f"„{name}“ ({settings.organisation.name}) ist freigegeben und {where}.",
            reference,
            f"Freigabe {number} vom {day(when.date())}, Prüfsumme (SHA-256) der Datei:\n{checksum}",
        )
        return _letter(settings, settings.post.vorstand, subject, text, key, when)

    return _with_file(pdf, f"{year}/freigabe-{number}/{pdf.name}", settings, letter)


def _with_file(path: Path, name: str, settings: Settings, letter: Callable[[str], EmailMessage]) -> EmailMessage:
    """Return a letter with the file attached, or if that is too large, with where it is; `name` is that in outputs."""
    message = letter("")
    maintype, subtype = _KINDS[path.suffix]
    message.add_attachment(path.read_bytes(), maintype=maintype, subtype=subtype, filename=path.name)
    too_large = len(message.as_bytes()) > settings.post.hoechstens_mb * _MB
    return letter(_reference(settings, name)) if too_large else message


def _reference(settings: Settings, name: str) -> str:
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
    gists = [(p.code, p.file, p.sheet, p.value, _CELL.sub("", p.message)) for p in _worth_a_letter(problems)]
    return hashlib.sha256(repr(sorted(map(repr, gists))).encode()).hexdigest()[:16] if gists else ""


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
    groups = group_problems(_worth_a_letter(problems))
    lead = (
        "in den Tabellen steht noch etwas, ohne das der neue Bericht nicht entstehen kann. Der letzte Bericht bleibt, "
        "wie er ist."
        if blocked
        else "der Bericht ist erstellt. In den Tabellen ist dabei etwas aufgefallen, das Sie ansehen sollten."
    )
    shown = [cause.in_words for cause in groups[:MOST_SHOWN]]
    if len(groups) > MOST_SHOWN:
        shown.append(f"… und {len(groups) - MOST_SHOWN} weitere, siehe Prüfprotokoll.")
    name = f"{settings.bericht.titel} {year}"
    subject = f"{name}: bitte Tabellen {'verbessern' if blocked else 'ansehen'}"

    def letter(reference: str) -> EmailMessage:
        where = "" if reference else ", das dieser Nachricht beiliegt"
        text = (
            "Guten Tag,",
            lead,
            *shown,
            f"Alles steht im Prüfprotokoll{where}. Wenn Sie die Tabellen verbessert haben, brauchen Sie nichts weiter "
            "zu tun: Der nächste Lauf liest sie von selbst.",
            reference,
        )
        return _letter(settings, settings.post.geschaeftsstelle, subject, text, key, when)

    return _with_file(page, f"{year}/{page.name}", settings, letter)


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
    message.set_content("\n\n".join(filter(None, (*text, *closing))) + "\n", charset="utf-8")
    return message


def _line(text: str) -> str:
    """Return text that fits one line of a header."""
    return " ".join(text.split())
