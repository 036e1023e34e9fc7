"""The direction of the house: a room imports only rooms on floors below it."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path
from typing import TypeGuard

import pytest

from pipeline.base.fingerprint import ROOT
from pipeline.topics import registry

PACKAGE = ROOT / "pipeline"

# From the ground up. A room may import what lies on lower floors, and nothing of its own floor but itself.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("base",),
    ("german",),
    ("ingest", "statistics"),
    ("narrative", "charts"),
    ("topics",),
    ("publish",),
    ("outputs",),
    ("report",),
    ("service",),
    ("command",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# Within the large rooms: what each folder may import of the others; what lies beside them is theirs in common.
WITHIN: dict[str, set[str]] = {
    "ingest.files": set(),
    "ingest.cells": set(),
    "ingest.layout": {"ingest.cells"},
    "ingest.rows": {"ingest.cells", "ingest.layout"},
    "topics.survey.reading": set(),
    "topics.survey.counting": {"topics.survey.reading"},
    "topics.survey.text": {"topics.survey.reading", "topics.survey.counting"},
    "topics.survey.charts": {"topics.survey.reading", "topics.survey.counting"},
}

# Packages that take long to import: the folder below which they are, where they are needed anyway.
HEAVY = {"weasyprint": "publish.pdf", "prefect": "service"}


def name_of(path: Path) -> str:
    """Return what a module is called within the package: „ingest.files.workbook“."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


MODULES = {
    name_of(path): path for path in sorted(PACKAGE.rglob("*.py")) if path.name not in ("__init__.py", "__main__.py")
}


@cache
def imported(module: str) -> frozenset[str]:
    """Return the modules that one imports, wherever in it: ours as `name_of` calls them, others by their package."""
    return frozenset(_imported(module))


def _imported(module: str) -> Iterator[str]:
    around = ("pipeline", *module.split(".")[:-1])
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = around[: len(around) + 1 - node.level] if node.level else ()
            start = (*start, *filter(None, (node.module or "").split(".")))
            names = [(*start, alias.name) for alias in node.names]
        else:
            continue
        for name in names:
            yield _module(".".join(name[1:])) if name[0] == "pipeline" else name[0]


def _module(name: str) -> str:
    """Return the module that a name of ours is, or else is in."""
    parent = name.rpartition(".")[0]
    return parent if parent in MODULES else name


def room_of(module: str) -> str:
    return module.partition(".")[0]


def is_within(module: str, folder: str) -> bool:
    return module == folder or module.startswith(f"{folder}.")


ARROWS = {(module, other) for module in MODULES for other in imported(module) if room_of(other) in FLOOR}


def test_every_room_has_its_floor() -> None:
    assert {room_of(module) for module in MODULES} == set(FLOOR)


def test_imports_point_downstairs() -> None:
    upwards = {
        (module, other)
        for module, other in ARROWS
        if room_of(module) != room_of(other) and FLOOR[room_of(module)] <= FLOOR[room_of(other)]
    }
    assert upwards == set()


@pytest.mark.parametrize("folder", WITHIN)
def test_a_folder_within_a_room_imports_only_those_before_it(folder: str) -> None:
    beside = [other for other in WITHIN if other.rpartition(".")[0] == folder.rpartition(".")[0]]
    later = [other for other in beside if other != folder and other not in WITHIN[folder]]
    wrong = {
        (module, other)
        for module, other in ARROWS
        if is_within(module, folder) and any(is_within(other, one) for one in later)
    }
    assert wrong == set()


def test_a_topic_knows_no_other_topic() -> None:
    """What they share lies beside them, and the registry lists them."""
    topics = {
        module: module.split(".")[1] for module in MODULES if room_of(module) == "topics" and module.count(".") > 1
    }
    assert {(m, o) for m, o in ARROWS if m in topics and o in topics and topics[m] != topics[o]} == set()


# Who outside of the topics names a list of ours, and why; nobody else is to (docs/aufbau.md).
NAMES_LISTS = {
    "ingest.header_messages": {"listen"},  # of an office's own list something else is to be done about unread columns
    "narrative.report": {"texte"},  # the texts by staff are no topic's: every chapter has them
    "narrative.row_features": {"partner"},  # a word that patterns name, and no list here
    "narrative.roles": {
        "treffen",
        "veranstaltungen",
        "netzwerk",
        "initiativen",
    },  # the first sentence weighs them
    "publish.document": {"werte"},  # the association's own values, beside the leading numbers
    "publish.missing_characters": {"netzwerk"},  # its institutions are counted and not printed
    "topics.annex": {"partner"},  # whose short names all annexes print
}


def test_nobody_outside_of_the_topics_names_a_list() -> None:
    lists = registry.tables().keys()
    named = {
        module: {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if is_one_of(node, lists)}
        for module, path in MODULES.items()
        if room_of(module) != "topics" or module.count(".") == 1
    }
    assert {module: names for module, names in named.items() if names} == NAMES_LISTS


def is_one_of(node: ast.AST, names: Collection[str]) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in names


def test_no_modules_import_each_other() -> None:
    """Imports inside functions count, too: who needs them must be able to read them in one order."""
    TopologicalSorter({m: imported(m) & MODULES.keys() - {m} for m in MODULES}).prepare()


def test_nobody_imports_the_command() -> None:
    assert {module for module, other in ARROWS if room_of(other) == "command" and room_of(module) != "command"} == set()


@pytest.mark.parametrize(("package", "folder"), HEAVY.items())
def test_a_heavy_package_is_imported_in_one_place(package: str, folder: str) -> None:
    importers = {module for module in MODULES if package in imported(module)}
    assert importers, "nobody needs it"
    assert [module for module in importers if not is_within(module, folder)] == []


def test_a_number_that_decides_something_carries_its_reason() -> None:
    """On its line, or as a comment above it: a threshold whose reason is lost is never changed again."""
    lost = []
    for module, path in MODULES.items():
        lines = path.read_text("utf-8").splitlines()
        for before, line in pairwise(["", *lines]):
            if THRESHOLD.match(line) and "  # " not in line and not before.startswith("#"):
                lost.append((module, line))
    assert lost == []


THRESHOLD = re.compile(r"_?[A-Z][A-Z_]*(, _?[A-Z][A-Z_]*)*(: \w+)? = -?\d[\d_.]*(, -?\d[\d_.]*)*$|_?[A-Z_]+ = -?\d")
