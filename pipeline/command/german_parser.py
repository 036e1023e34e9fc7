"""argparse in German, through what argparse lets be overridden.

Its own way to other languages is gettext, which asks the environment and wants a compiled catalogue in a folder of
the system; our command speaks German wherever it runs.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

# What argparse says of a wrong use, and how we say it. The first that fits the whole sentence is told.
_SENTENCES = (
    (r"argument (.+?): (.+)", "Angabe {}: {}"),
    (r"the following arguments are required: (.+)", "es fehlt: {}"),
    (r"expected one argument", "hier fehlt ein Wert"),
    (r"unrecognized arguments: (.+)", "unbekannte Angabe: {}"),
    (r"invalid choice: '(.*)' \(choose from (.+)\)", "„{}“ gibt es nicht; möglich sind {}"),
    (r"ignored explicit argument '(.*)'", "„{}“ ist hier zu viel; die Angabe hat keinen Wert"),
)


class GermanParser(argparse.ArgumentParser):
    """An `ArgumentParser` that explains itself and wrong use in German; so do the parsers of its commands."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(add_help=False, formatter_class=_GermanFormatter, **kwargs)

    def add_options(self, options: Mapping[str, Mapping[str, Any]]) -> None:
        """Add what the command takes, and the way to its help, under a German heading."""
        group = self.add_argument_group("Angaben")
        group.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")
        for name, how in options.items():
            group.add_argument(name, **how)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {in_german(message)}\n")


class _GermanFormatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


def in_german(message: str) -> str:
    """Return in German what argparse says of a wrong use; what it never said before, as it is."""
    for english, german in _SENTENCES:
        match = re.fullmatch(english, message, re.DOTALL)
        if match:
            *words, last = match.groups() or ("",)
            return german.format(*words, in_german(last))
    return message
