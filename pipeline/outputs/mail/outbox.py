"""The outbox: every letter is noted before it is sent, so that none goes out twice and none is forgotten.

A letter has a key („freigabe-2017-1“) and lies in `outputs/.post/` as `<key>.json` (what became of it) and
`<key>.eml` (the message, until it is sent). It goes from `wartet` to `unterwegs` just before its text is sent, and
then to `gesendet` or `abgelehnt`. One that is found `unterwegs` was cut off by a crash; nobody can tell from here
whether the server had taken it. It becomes `unklar` and is held until a person has looked: rather late than twice.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Literal

from ...base.json_files import from_fields, read_json
from ...base.locks import held
from ..archive import flush
from .smtp import NotNow, Refused, Server, Taken, Unclear, send

FOLDER = ".post"
State = Literal["wartet", "unterwegs", "gesendet", "abgelehnt", "unklar", "erledigt"]

HELD = ("unklar", "unterwegs", "abgelehnt")  # what a person has to look at

# Quoted-printable even where a server could take more: every server takes this.
POLICY = policy.SMTP.clone(cte_type="7bit")


@dataclass(frozen=True)
class Letter:
    """What became of one letter: `to` whom it is still to be sent, who has it, whom the server refused and why."""

    key: str
    message_id: str
    subject: str
    to: tuple[str, ...]
    sent_to: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    state: State = "wartet"
    since: str = ""
    attempts: int = 0
    reason: str = ""


def submit(outputs: Path, key: str, message: EmailMessage) -> bool:
    """Put a message into the outbox; return False if one with this key has ever been there."""
    if not re.fullmatch(r"[a-z0-9-]+", key):
        raise ValueError(f"not a key: {key}")
    with _locked(outputs) as folder:
        if (folder / f"{key}.json").exists():
            return False
        _write(folder / f"{key}.eml", message.as_bytes())
        _note(folder, Letter(key, message["Message-ID"], message["Subject"], _recipients(message)))
    return True


def note(outputs: Path, key: str, reason: str) -> None:
    """Note something that needs no letter, in the order of the letters."""
    with _locked(outputs) as folder:
        _note(folder, Letter(key, "", "", (), state="erledigt", reason=reason))


def letters(outputs: Path) -> tuple[Letter, ...]:
    """Return all letters in the order of their keys."""
    return tuple(_read(path) for path in sorted((outputs / FOLDER).glob("*.json")))


def deliver(outputs: Path, to: Server, *, pauses: Sequence[float] = (5, 30)) -> tuple[Letter, ...]:
    """Send the letters that wait and return those that something became of.

    A letter that the server cannot take now is tried again after each of the `pauses`, then left waiting for the
    next run.
    """
    if not (outputs / FOLDER).is_dir():
        return ()
    changed = []
    with _locked(outputs) as folder:
        for letter in letters(outputs):
            if letter.state == "unterwegs":
                reason = "Der Lauf brach ab, während die Nachricht gesendet wurde."
                changed.append(_note(folder, replace(letter, state="unklar", reason=reason)))
            elif letter.state == "wartet":
                changed.append(_send(folder, letter, to, pauses))
    return tuple(changed)


def settle(outputs: Path, key: str, *, arrived: bool) -> Letter:
    """Note what a person found out about a held or refused letter: it arrived, or it shall be sent again."""
    with _locked(outputs) as folder:
        letter = _read(folder / f"{key}.json")
        if letter.state not in HELD:
            raise ValueError(letter.state)
        return _note(folder, replace(letter, state="erledigt" if arrived else "wartet", reason=""))


def _send(folder: Path, letter: Letter, to: Server, pauses: Sequence[float]) -> Letter:
    message = message_from_bytes((folder / f"{letter.key}.eml").read_bytes(), policy=POLICY)
    for pause in (*pauses, None):
        letter = replace(letter, attempts=letter.attempts + 1)
        on_its_way = partial(_note, folder, replace(letter, state="unterwegs"))
        try:
            taken = send(message, letter.to, to, on_its_way)
        except NotNow as error:
            letter = _note(folder, replace(letter, state="wartet", reason=str(error)))
        except Refused as error:
            return _note(folder, replace(letter, state="abgelehnt", reason=str(error)))
        except Unclear as error:
            return _note(folder, replace(letter, state="unklar", reason=str(error)))
        else:
            letter = _note(folder, _after(letter, taken))
        if letter.state != "wartet":
            break
        if pause is not None:
            time.sleep(pause)
    return letter


def _after(letter: Letter, taken: Taken) -> Letter:
    """Return the letter after the server took it, waiting still if somebody is to be asked about later."""
    return replace(
        letter,
        state="wartet" if taken.later else "gesendet",
        to=taken.later,
        sent_to=letter.sent_to + taken.sent_to,
        refused={**letter.refused, **taken.refused},
        reason="Ein Teil der Empfänger wird später noch einmal versucht." if taken.later else "",
    )


def _note(folder: Path, letter: Letter) -> Letter:
    """Write down what became of a letter, for good before anything else happens."""
    letter = replace(letter, since=datetime.now(UTC).isoformat(timespec="seconds"))
    _write(folder / f"{letter.key}.json", json.dumps(asdict(letter), ensure_ascii=False, indent=1).encode())
    if letter.state in ("gesendet", "erledigt"):
        (folder / f"{letter.key}.eml").unlink(missing_ok=True)
    return letter


def _read(path: Path) -> Letter:
    """Return what is noted of a letter; of one whose note was harmed, nobody can tell whether it has arrived."""
    known = read_json(path, partial(from_fields, Letter))
    if known:
        return known
    text = path.with_suffix(".eml")
    to = _recipients(message_from_bytes(text.read_bytes(), policy=POLICY)) if text.exists() else ()
    reason = f"Der Vermerk „{path.name}“ ist beschädigt; niemand weiß, ob der Brief angekommen ist."
    return Letter(path.stem, path.stem, "", to, state="unklar", reason=reason)


def _recipients(message: EmailMessage) -> tuple[str, ...]:
    return tuple(address.addr_spec for address in message["To"].addresses)


def _write(path: Path, content: bytes) -> None:
    aside = path.with_name(f".{path.name}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)
    os.replace(aside, path)
    flush(path.parent)


@contextmanager
def _locked(outputs: Path) -> Iterator[Path]:
    """Give the outbox to one process at a time; another one waits."""
    folder = outputs / FOLDER
    with held(folder / ".sperre", wait=True):
        yield folder
