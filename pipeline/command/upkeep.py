"""The commands of those who run the reporting: release a report, look after the letters."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from ..base.associations import Association
from ..base.exit_codes import BLOCKED, DONE, FAILED, WRONG_USE
from ..base.locks import Busy
from ..base.settings import Settings
from ..outputs import releases
from ..outputs.mail import letters as written
from ..outputs.mail import outbox
from ..outputs.releases import Release
from ..report import Order, Outcome, make
from ..service import correspondence, health
from ..service.prefect_home import mail_password, prepare
from .running import association_for, associations_for, print_errors, run_order, usage_error


def release(args: argparse.Namespace) -> int:
    """Release the report of one year, or show what would go out."""
    if args.jahr is None:
        return usage_error("Bitte nennen Sie das Jahr, das freigegeben wird: --jahr JJJJ.")
    association = association_for(args)
    if association is None:
        return WRONG_USE
    order = Order(association, args.jahr, release=True)
    return run_order(order, _preview, _print_preview) if args.nur_ansehen else run_order(order, _release)


def _release(order: Order) -> Outcome:
    """Freeze the report without „Entwurf“ and send it, unless the last release says the same.

    The letter is looked after in any case: a crash between freezing and sending must not keep the board waiting.
    """
    association = order.association
    settings = association.settings()
    last = releases.latest(association.outputs / str(order.year))
    if last and last.fingerprint == order.fingerprint() and not last.harmed:
        sys.stdout.write(f"Seit Freigabe {last.number} hat sich nichts geändert; sie gilt weiter.\n")
        outcome = Outcome("freigegeben", last.folder)
    else:
        outcome = make(order)
    if outcome.result == "freigegeben":
        _send(association, settings, releases.read(outcome.folder))
    return outcome


def _send(association: Association, settings: Settings, frozen: Release) -> None:
    if not (settings.post.server and settings.post.vorstand):
        sys.stdout.write("Es wird nichts verschickt: In bericht.toml fehlt [post] mit server und vorstand.\n")
        return
    correspondence.after_release(association.outputs, settings, frozen)
    _deliver(association, settings)


def _deliver(association: Association, settings: Settings) -> None:
    sent = correspondence.send(association.outputs, settings, mail_password)
    sys.stdout.write("".join(f"{correspondence.in_words(letter)}\n" for letter in sent.letters))
    sys.stderr.write("".join(f"{sentence}\n" for sentence in sent.hindrances))


def _preview(order: Order) -> Outcome:
    """Build what a release would be and show the letter that would go out; nothing is kept or sent."""
    association = order.association
    settings = association.settings()
    with tempfile.TemporaryDirectory() as folder:
        outcome = make(replace(order, association=replace(association, outputs=Path(folder))))
        if outcome.result != "freigegeben":
            return outcome
        if settings.post.server and settings.post.vorstand and outcome.pdf:
            number = releases.next_number(association.outputs / str(order.year))
            when = datetime.now(UTC)
            _show(written.release(settings, outcome.pdf, int(outcome.folder.parent.name), number, when), settings)
        else:
            sys.stdout.write("Es würde nichts verschickt: In bericht.toml fehlt [post] mit server und vorstand.\n")
    return outcome


def _print_preview(association: Association, outcome: Outcome) -> int:
    if outcome.result != "gesperrt":
        return DONE
    print_errors(outcome.problems)
    sys.stderr.write("Solange diese Fehler bestehen, kann der Bericht nicht freigegeben werden.\n")
    return BLOCKED


def _show(message: EmailMessage, settings: Settings) -> None:
    body = message.get_body()
    attached = [f"{part.get_filename()} ({_size(part)})" for part in message.iter_attachments()]
    lines = (
        "So ginge die Nachricht hinaus. Eingefroren und verschickt wurde nichts.",
        "",
        *(f"{german}: {message[name]}" for german, name in (("Von", "From"), ("An", "To"), ("Betreff", "Subject"))),
        f"Anhang: {', '.join(attached) or 'keiner'}",
        f"Über: {settings.post.server} ({settings.post.sicherheit})",
        "",
        body.get_content() if body else "",
    )
    sys.stdout.write("\n".join(lines))


def _size(part: EmailMessage) -> str:
    content = part.get_payload(decode=True)
    return f"{len(content) / 1_000_000:.1f} MB".replace(".", ",") if isinstance(content, bytes) else ""


def letters(args: argparse.Namespace) -> int:
    """Show the outbox; settle a letter that is held, and send what waits if one is to go again."""
    association = association_for(args)
    if association is None:
        return WRONG_USE
    settings = association.settings()
    held = {letter.key: letter for letter in outbox.letters(association.outputs) if letter.state in outbox.HELD}
    for key, arrived in ((args.angekommen, True), (args.nochmal, False)):
        if key and key not in held:
            return usage_error(f"„{key}“ ist kein unklarer oder abgelehnter Brief.")
        if key and not (arrived or held[key].to):
            return usage_error(
                f"„{key}“ kann nicht noch einmal hinaus: Es ist nicht mehr bekannt, an wen er gehen soll."
            )
        if key:
            outbox.settle(association.outputs, key, arrived=arrived)
    if args.nochmal:
        _deliver(association, settings)
    shown = [letter for letter in outbox.letters(association.outputs) if letter.message_id]
    sys.stdout.write("".join(f"{letter.since[:10]}  {correspondence.in_words(letter)}\n" for letter in shown))
    if not shown:
        sys.stdout.write("Es gibt keine Briefe.\n")
    return DONE


def night(args: argparse.Namespace) -> int:
    """Run one night with Prefect, here and now."""
    associations = associations_for(args)
    if not associations:
        return WRONG_USE
    prepare()
    if not os.environ.get("PREFECT_API_URL"):
        sys.stderr.write("Prefect wird gestartet; das dauert beim ersten Mal bis zu einer Minute …\n")
    from ..service.flows import run_all, run_once

    if len(associations) == 1:
        return run_order(Order(associations[0], args.jahr), run_once)
    code, ended = run_all(str(args.inputs), str(args.outputs), args.jahr)
    sys.stdout.write("".join(f"{name or 'Eingangsordner'}: {result}\n" for name, result in ended.items()))
    return code


def state(args: argparse.Namespace) -> int:
    """Say how the last night ended for every association; 1 if somebody should look."""
    associations = associations_for(args)
    if not associations:
        return WRONG_USE
    bad = False
    for association in associations:
        known = health.read(association.outputs)
        complaints = known.complaints(datetime.now(UTC)) if known else ["Es gab noch keinen Nachtlauf."]
        good = [f"gut. {known.message}"] if known and not complaints else []
        bad = bad or bool(complaints)
        name = f"{association.name}: " if association.name else ""
        sys.stdout.write(f"{name}{' '.join([*good, *complaints])}\n")
    return BLOCKED if bad else DONE


def service(args: argparse.Namespace) -> int:
    """Run the service until somebody stops it."""
    if not associations_for(args):
        return WRONG_USE
    prepare()
    from ..service import supervisor

    try:
        supervisor.run(args.inputs, args.outputs, port=args.port)
    except Busy:
        return usage_error(f"In „{os.environ['PREFECT_HOME']}“ läuft schon ein Dienst.")
    except supervisor.PortTaken:
        return usage_error(
            f"Auf Port {args.port} antwortet schon ein anderes Programm; bitte einen anderen nennen: --port."
        )
    except supervisor.WillNotLive as error:
        sys.stderr.write(f"{error}: startet nicht oder endet immer wieder; die Zeilen oben sagen, warum.\n")
        return FAILED
    return DONE
