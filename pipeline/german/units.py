"""Units of amounts as people write them: „h“ and „Std.“ are hours, sixty „Min.“ are one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("units.toml")


@dataclass(frozen=True)
class Unit:
    """A unit as the report calls it, and how many of what was typed make one: `per_unit` is 60 for minutes."""

    name: str
    per_unit: Decimal = Decimal(1)


def unit(typed: str) -> Unit | None:
    """Return the unit that a text is and nothing else: „Std.“; None where it is none that we know."""
    return _known().get(_key(typed))


_IN_HEADING = re.compile(
    r"(?P<name>.*\S)\s*(?:[(\[]\s*(?:in\s+)?(?P<inside>[^()\[\]]+?)\s*[)\]]|,?\s+in\s+(?P<behind>[^()]+))"
)


def of_heading(heading: str) -> tuple[str, Unit | None]:
    """Return a heading without its unit, and the unit: „Dauer (h)“ -> „Dauer“, hours; „Zuschuss in Euro“."""
    line = " ".join(heading.split())
    parts = _IN_HEADING.fullmatch(line)
    found = unit(parts["inside"] or parts["behind"]) if parts else None
    if parts and found:
        return parts["name"], found
    return line, unit(line)


def one(name: str) -> str:
    """Return what one of a unit is called: „Stunde“; the unit itself where nothing else is known."""
    return _singular().get(name, name)


def _key(typed: str) -> str:
    return " ".join(typed.replace(".", " ").casefold().split())


@cache
def _known() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for entry in tomllib.loads(_FILE.read_text("utf-8"))["einheit"]:
        units |= {_key(word): Unit(entry["name"]) for word in (entry["name"], *entry["auch"])}
        for number, words in entry.get("umgerechnet", {}).items():
            units |= {_key(word): Unit(entry["name"], Decimal(number)) for word in words}
    return units


@cache
def _singular() -> dict[str, str]:
    entries = tomllib.loads(_FILE.read_text("utf-8"))["einheit"]
    return {entry["name"]: entry.get("eines", entry["name"]) for entry in entries}
