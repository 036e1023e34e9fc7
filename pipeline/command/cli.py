"""The command `bericht`. It imports only what the chosen command needs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..base.exit_codes import BLOCKED, DONE, FAILED
from .german_parser import GermanParser
from .running import print_errors, run_all

if TYPE_CHECKING:
    from ..report import Order, Outcome

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the given arguments and return its exit code.

    0: done, warnings allowed; 1: problems block the report; 2: wrong use; 3: the program itself failed; 4: not now.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    args = _parser().parse_args(words)
    args.words = words
    try:
        return int(args.run(args))
    except Exception:  # whatever went wrong is ours, and the office can only hand it on
        import traceback

        sys.stderr.write(traceback.format_exc())
        sys.stderr.write("\nDas Programm ist gescheitert; der letzte Bericht steht unverändert. ")
        sys.stderr.write("Bitte geben Sie die Zeilen oben an die Technik weiter.\n")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = GermanParser(
        prog="bericht",
        description="Vom Tabellenordner zum Tätigkeitsbericht: liest, prüft, zählt, schreibt und druckt.",
    )
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True, dest="BEFEHL")
    for name, (run, about, options) in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(run=run)
        command.add_options({name: _OPTIONS[name] for name in options})
    parser.add_options({})
    return parser


def _year(text: str) -> int:
    if not (text.isdecimal() and 1900 <= int(text) <= 9999):
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Jahreszahl")
    return int(text)


def _port(text: str) -> int:
    if not (text.isdecimal() and 0 < int(text) < 65_536):
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Port")
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
    "--verein": {"metavar": "NAME", "help": "nur diese Organisation, wenn der Eingangsordner mehrere enthält"},
    "--port": {"type": _port, "default": 4200, "metavar": "PORT", "help": "Port der Prefect-Seite (sonst: 4200)"},
    "--nur-ansehen": {"action": "store_true", "help": "zeigt, was verschickt würde, und ändert nichts"},
    "--angekommen": {"metavar": "BRIEF", "help": "ein unklarer Brief ist angekommen und wird nicht mehr verschickt"},
    "--nochmal": {"metavar": "BRIEF", "help": "ein unklarer oder abgelehnter Brief wird noch einmal verschickt"},
    "ordner": {"type": Path, "metavar": "DIR", "help": "wohin die Vorlagen kommen; was dort liegt, bleibt"},
    "--neu": {"action": "store_true", "help": "auch dann neu erstellen, wenn sich nichts geändert hat"},
}


def _make(args: argparse.Namespace) -> int:
    return run_all(args, _with_progress, force=args.neu)


def _check(args: argparse.Namespace) -> int:
    return run_all(args, _with_progress, check_only=True)


def _templates(args: argparse.Namespace) -> int:
    """Write the blank workbooks that are not there yet, with the words of the inputs folder's settings."""
    from ..base.problems import blocks
    from ..base.settings import load
    from ..ingest.blank_workbooks import write_templates
    from ..topics.registry import tables

    settings, problems = load(args.inputs)
    if blocks(problems):
        print_errors(problems)
        return BLOCKED
    written = write_templates(args.ordner, settings, tables())
    names = ", ".join(path.name for path in written) or "nichts; alle sind schon da"
    sys.stdout.write(f"In „{args.ordner}“ geschrieben: {names}.\n")
    return DONE


def _with_progress(order: Order) -> Outcome:
    from ..report import make
    from .progress import status_line

    with status_line(order.association.name) as run:
        return make(order, run)


def _upkeep(name: str) -> Command:
    """Return a command of `upkeep`, which is imported only when it is called."""

    def run(args: argparse.Namespace) -> int:
        from . import upkeep

        return int(getattr(upkeep, name)(args))

    return run


_WHERE = ("--inputs", "--outputs", "--verein")

COMMANDS: dict[str, tuple[Command, str, tuple[str, ...]]] = {
    "erstellen": (_make, "Erstellt den Tätigkeitsbericht.", (*_WHERE, "--jahr", "--neu")),
    "pruefen": (_check, "Prüft die Tabellen und schreibt nur das Prüfprotokoll.", (*_WHERE, "--jahr")),
    "vorlagen": (_templates, "Schreibt leere Tabellen zum Ausfüllen.", ("ordner", "--inputs")),
    "freigeben": (
        _upkeep("release"),
        "Gibt den Bericht eines Jahres frei und schickt ihn dem Vorstand.",
        (*_WHERE, "--jahr", "--nur-ansehen"),
    ),
    "post": (
        _upkeep("letters"),
        "Zeigt, welche Briefe verschickt wurden, und klärt unklare.",
        (*_WHERE, "--angekommen", "--nochmal"),
    ),
    "dienst": (
        _upkeep("service"),
        "Läuft immer und erstellt jede Nacht die Berichte.",
        ("--inputs", "--outputs", "--port"),
    ),
    "zustand": (_upkeep("state"), "Sagt, wie der letzte Nachtlauf endete (für die Überwachung).", _WHERE),
    "nachtlauf": (_upkeep("night"), "Ein Lauf wie jede Nacht, mit Prefect.", (*_WHERE, "--jahr")),
}
