"""The command `bericht`. It imports only what the chosen command needs."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .problems import Problem, Severity

if TYPE_CHECKING:
    from .associations import Association
    from .report import Order, Outcome

DONE, BLOCKED, WRONG_USE, FAILED = 0, 1, 2, 3

# argparse asks gettext for other languages; there is no German catalogue to install, so it asks this table.
_GERMAN = {
    "usage: ": "Aufruf: ",
    "options": "Angaben",
    "positional arguments": "Befehle",
    "show this help message and exit": "zeigt diese Hilfe",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "unrecognized arguments: %s": "unbekannte Angabe: %s",
    "the following arguments are required: %s": "es fehlt: %s",
    "expected one argument": "hier fehlt ein Wert",
    "argument %(argument_name)s: %(message)s": "Angabe %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "„%(value)s“ gibt es nicht; möglich sind %(choices)s",
    "invalid %(type)s value: %(value)r": "„%(value)s“ ist keine Jahreszahl",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the given arguments and return its exit code.

    0: done, warnings allowed; 1: problems block the report; 2: wrong use; 3: the program itself failed.
    """
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except Exception:  # whatever went wrong is ours, and the office can only hand it on
        import traceback

        sys.stderr.write(traceback.format_exc())
        sys.stderr.write("\nDas Programm ist gescheitert; der letzte Bericht steht unverändert. ")
        sys.stderr.write("Bitte geben Sie die Zeilen oben an die Technik weiter.\n")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    argparse._ = lambda text: _GERMAN.get(text, text)  # type: ignore[attr-defined]
    parser = argparse.ArgumentParser(
        prog="bericht",
        description="Vom Tabellenordner zum Tätigkeitsbericht: liest, prüft, zählt, schreibt und druckt.",
    )
    commands = parser.add_subparsers(metavar="BEFEHL", required=True, dest="BEFEHL")
    for name, (run, about, options) in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        for flag in options:
            command.add_argument(flag, **_OPTIONS[flag])
    return parser


def _year(text: str) -> int:
    if not (text.isdecimal() and len(text) == 4):
        raise ValueError
    return int(text)


_OPTIONS: dict[str, dict[str, Any]] = {
    "--inputs": {
        "type": Path,
        "default": Path("inputs"),
        "metavar": "DIR",
        "help": "Ordner mit den Tabellen (sonst: inputs)",
    },
    "--outputs": {
        "type": Path,
        "default": Path("outputs"),
        "metavar": "DIR",
        "help": "Ordner für die Ergebnisse (sonst: outputs)",
    },
    "--jahr": {
        "type": _year,
        "metavar": "JJJJ",
        "help": "Berichtsjahr (sonst: aus bericht.toml, sonst das letzte Jahr mit Einträgen)",
    },
    "--neu": {"action": "store_true", "help": "auch dann neu erstellen, wenn sich nichts geändert hat"},
}


def _make(chosen: argparse.Namespace) -> int:
    return _for_each(chosen, _with_progress, anew=chosen.neu)


def _check(chosen: argparse.Namespace) -> int:
    return _for_each(chosen, _with_progress, check_only=True)


def _nightly(chosen: argparse.Namespace) -> int:
    from .prefect_home import prepare

    prepare()
    sys.stderr.write("Prefect wird gestartet; das dauert beim ersten Mal bis zu einer Minute …\n")
    from .flows import run_once

    return _for_each(chosen, run_once)


def _with_progress(order: Order) -> Outcome:
    from .progress import shown
    from .report import make

    with shown(order.association.name) as run:
        return make(order, run)


def _for_each(chosen: argparse.Namespace, make: Callable[[Order], Outcome], **wishes: bool) -> int:
    """Carry out an order for every association below the inputs folder and return the worst exit code."""
    from .associations import find
    from .publish.archive import Busy
    from .report import Order

    if not chosen.inputs.is_dir():
        return _refuse(
            f"Den Eingangsordner „{chosen.inputs}“ gibt es nicht. Legen Sie ihn an oder nennen Sie ihn mit --inputs."
        )
    codes = []
    for association in find(chosen.inputs, chosen.outputs):
        try:
            outcome = make(Order(association, chosen.jahr, **wishes))
            codes.append(_tell(association, outcome))
        except Busy:
            sys.stderr.write(
                f"In „{association.outputs}“ schreibt gerade ein anderer Lauf; bitte gleich noch einmal.\n"
            )
            codes.append(BLOCKED)
    return max(codes, default=DONE)


def _refuse(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return WRONG_USE


def _tell(association: Association, outcome: Outcome) -> int:
    """Say how a run ended, problems that block first, and return the exit code."""
    name = f"{association.name}: " if association.name else ""
    protocol = f"Prüfprotokoll ({tally(outcome.problems)}): {outcome.protocol}"
    errors = [p for p in outcome.problems if p.severity is Severity.ERROR]
    if outcome.result == "gesperrt":
        for found in errors[:MOST_SHOWN]:
            sys.stderr.write(f"{in_words(found)}\n\n")
        if len(errors) > MOST_SHOWN:
            sys.stderr.write(f"… und {len(errors) - MOST_SHOWN} weitere Fehler.\n\n")
        sys.stderr.write(f"{name}Es fehlt noch etwas für den Bericht. {protocol}\n")
        return BLOCKED
    said = {
        "fertig": f"Der Bericht ist fertig: {outcome.pdf}",
        "unveraendert": f"Keine Änderungen; der Bericht steht in {outcome.pdf}",
        "geprueft": "Nichts hält den Bericht auf; er kann erstellt werden.",
    }[outcome.result]
    sys.stdout.write(f"{name}{protocol}\n{name}{said}\n")
    return DONE


MOST_SHOWN = 10


def in_words(found: Problem) -> str:
    """Return a problem as a terminal shows it: place, what is wrong, what to do."""
    places = [found.file, found.sheet and f"Blatt „{found.sheet}“", found.cell and f"Zelle {found.cell}"]
    place = ", ".join(part for part in places if part) or "Eingangsordner"
    return f"{found.severity.upper()}  {place}\n  {found.message}\n  → {found.advice}"


def tally(problems: Sequence[Problem]) -> str:
    """Return how many problems of which severity there are: „1 Fehler, 2 Warnungen“."""
    counts = Counter(p.severity for p in problems)
    words = {
        Severity.ERROR: ("Fehler", "Fehler"),
        Severity.WARNING: ("Warnung", "Warnungen"),
        Severity.NOTE: ("Hinweis", "Hinweise"),
    }
    parts = [f"{counts[s]} {one if counts[s] == 1 else many}" for s, (one, many) in words.items() if counts[s]]
    return ", ".join(parts) or "nichts zu beanstanden"


Command = Callable[[argparse.Namespace], int]

COMMANDS: dict[str, tuple[Command, str, tuple[str, ...]]] = {
    "erstellen": (_make, "Erstellt den Tätigkeitsbericht.", ("--inputs", "--outputs", "--jahr", "--neu")),
    "pruefen": (_check, "Prüft die Tabellen und schreibt nur das Prüfprotokoll.", ("--inputs", "--outputs", "--jahr")),
    "nachtlauf": (_nightly, "Ein Lauf wie jede Nacht, mit Prefect.", ("--inputs", "--outputs", "--jahr")),
}
