"""Carry out what a command wants for the associations it names, and say in German how it ended."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..base.exit_codes import BLOCKED, DONE, FAILED, LATER, WRONG_USE, worst_code
from ..base.problems import Problem, Severity
from ..base.system_errors import explain_system_error

if TYPE_CHECKING:
    from ..base.associations import Association
    from ..report import Order, Outcome


def run_all(args: argparse.Namespace, make: Callable[[Order], Outcome], **options: bool) -> int:
    """Carry out an order for every association below the inputs folder and return the worst exit code."""
    from ..report import Order

    associations = associations_for(args)
    if len(associations) > 1:
        from ..base.each_association import run_each_apart

        return run_each_apart(args.words, [association.name for association in associations])
    return worst_code(run_order(Order(a, args.jahr, **options), make) for a in associations)


def run_order(
    order: Order, make: Callable[[Order], Outcome], show: Callable[[Association, Outcome], int] | None = None
) -> int:
    """Carry out one order, say how it ended and return the exit code."""
    from ..outputs.archive import Busy
    from ..report import InputsMoved

    try:
        return (show or print_outcome)(order.association, make(order))
    except Busy:
        where = order.association.outputs
        sys.stderr.write(f"In „{where}“ schreibt gerade ein anderer Lauf; bitte gleich noch einmal.\n")
    except InputsMoved:
        sys.stderr.write(
            "Während des Lesens wurden Dateien geändert; es bleibt alles, wie es war. Bitte noch einmal.\n"
        )
    except Exception as error:
        reason = explain_system_error(error)
        if not reason:
            raise
        sys.stderr.write(f"{reason} Der letzte Bericht steht unverändert.\n")
        return FAILED
    return LATER


def associations_for(args: argparse.Namespace) -> tuple[Association, ...]:
    """Return the associations that the command is about; say what is wrong if there are none."""
    from ..base.associations import NamedLikeAYear, find

    if not args.inputs.is_dir():
        usage_error(
            f"Den Eingangsordner „{args.inputs}“ gibt es nicht. Legen Sie ihn an oder nennen Sie ihn mit --inputs."
        )
        return ()
    try:
        associations = find(args.inputs, args.outputs)
    except NamedLikeAYear as error:
        usage_error(str(error))
        return ()
    name = getattr(args, "verein", None)
    if name is None:
        return associations
    matches = tuple(association for association in associations if association.name == name)
    if not matches:
        usage_error(f"„{name}“ gibt es hier nicht. Es gibt: {', '.join(a.name for a in associations)}.")
    return matches


def association_for(args: argparse.Namespace) -> Association | None:
    """Return the one association that the command is about; say what is wrong if there are none or several."""
    associations = associations_for(args)
    if len(associations) > 1:
        usage_error(f"Bitte nennen Sie die Organisation mit --verein: {', '.join(a.name for a in associations)}.")
    return associations[0] if len(associations) == 1 else None


def usage_error(reason: str) -> int:
    """Say why the command cannot be meant like this."""
    sys.stderr.write(f"{reason}\n")
    return WRONG_USE


def print_outcome(association: Association, outcome: Outcome) -> int:
    """Say how a run ended, problems that block first, and return the exit code."""
    from ..outputs.check import unread
    from ..outputs.check.grouped_problems import tally

    prefix = f"{association.name}: " if association.name else ""
    left_out = unread.in_words(outcome.problems)
    left_out = f"{prefix}{left_out} Warum, und was zu tun ist, steht im Prüfprotokoll.\n" if left_out else ""
    protocol = f"Prüfprotokoll ({tally(outcome.problems)}): {outcome.protocol}"
    if outcome.result == "gesperrt":
        print_errors(outcome.problems)
        sys.stderr.write(f"{prefix}Es fehlt noch etwas für den Bericht. {protocol}\n{left_out}")
        return BLOCKED
    sentence = {
        "freigegeben": f"Der Bericht ist freigegeben: {outcome.pdf}",
        "fertig": f"Der Bericht ist fertig: {outcome.pdf}",
        "unveraendert": f"Keine Änderungen; der Bericht steht in {outcome.pdf}",
        "geprueft": "Nichts hält den Bericht auf; er kann erstellt werden.",
    }[outcome.result]
    sys.stdout.write(f"{prefix}{protocol}\n{prefix}{sentence}\n{left_out}")
    return DONE


MOST_SHOWN = 10  # what fits on a terminal without scrolling; the protocol has them all


def print_errors(problems: Sequence[Problem]) -> None:
    """Say which problems block the report."""
    from ..outputs.check.grouped_problems import group_problems

    errors = group_problems(p for p in problems if p.severity is Severity.ERROR)
    for cause in errors[:MOST_SHOWN]:
        sys.stderr.write(f"{cause.in_words}\n\n")
    if len(errors) > MOST_SHOWN:
        sys.stderr.write(f"… und {len(errors) - MOST_SHOWN} weitere Fehler.\n\n")
