"""The direction of the house: a room imports only rooms before it."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from pipeline.base.fingerprint import ROOT

PACKAGE = ROOT / "pipeline"
LEAVES = {"base", "german", "problems", "catalogue", "settings", "child", "kept"}
# What each room may import besides itself and the leaves.
MAY_IMPORT: dict[str, set[str]] = {
    "german": set(),
    "ingest": set(),
    "statistics": {"ingest"},
    "narrative": {"ingest", "statistics"},
    "charts": {"ingest", "statistics"},
    "publish": {"ingest", "statistics", "narrative", "charts", "fingerprint"},
}


# What each room within `ingest` may import of the others; what lies beside them is theirs in common.
WITHIN_INGEST: dict[str, set[str]] = {
    "files": set(),
    "cells": set(),
    "layout": {"cells"},
    "rows": {"cells", "layout"},
    "survey": {"cells"},
}


def imported(path: Path) -> set[str]:
    """Return the rooms and top modules of our package that a file imports, wherever in it."""
    package = ("pipeline", *path.relative_to(PACKAGE).parts[:-1])
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = (*package[: len(package) + 1 - node.level], *(node.module or "").split(".")) if node.level else ()
            parts = tuple(filter(None, base)) if node.level else tuple((node.module or "").split("."))
            names = [parts] if len(parts) > 1 else [(*parts, alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        else:
            continue
        found |= {name[1] for name in names if name[0] == "pipeline" and len(name) > 1}
    return found


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_rooms_before_it(room: str) -> None:
    allowed = MAY_IMPORT[room] | LEAVES | {room}
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in (PACKAGE / room).rglob("*.py")
        for name in imported(path) - allowed
    }
    assert wrong == set()


@pytest.mark.parametrize("room", WITHIN_INGEST)
def test_a_room_of_ingest_imports_only_rooms_before_it(room: str) -> None:
    others = WITHIN_INGEST.keys() - WITHIN_INGEST[room] - {room}
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {'.'.join(module)}"
        for path in (PACKAGE / "ingest" / room).rglob("*.py")
        for module in needed_by(path)
        if module[:2] == ("pipeline", "ingest") and len(module) > 2 and module[2] in others
    }
    assert wrong == set()


def test_what_every_room_stands_on_imports_nothing_of_ours() -> None:
    needed = set().union(*(imported(path) for path in (PACKAGE / "base").rglob("*.py")))
    assert needed <= {"base"}


def test_no_modules_import_each_other() -> None:
    """Imports inside functions count, too: who needs them must be able to read them in one order."""
    modules = {module_of(path): path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"}
    TopologicalSorter({m: needed_by(path) & modules.keys() - {m} for m, path in modules.items()}).prepare()


def module_of(path: Path) -> tuple[str, ...]:
    return ("pipeline", *path.relative_to(PACKAGE).with_suffix("").parts)


def needed_by(path: Path) -> set[tuple[str, ...]]:
    """Return what a file imports from our package, as far as it could be modules."""
    folder, found = module_of(path)[:-1], set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = (*folder[: len(folder) + 1 - node.level], *filter(None, (node.module or "").split(".")))
            found |= {base, *((*base, alias.name) for alias in node.names)}
    return found


def test_nobody_imports_the_command() -> None:
    importers = {path.name for path in PACKAGE.rglob("*.py") if "cli" in imported(path)}
    assert importers <= {"__main__.py"}


# Where heavy packages may be imported: files that only run when the package is needed anyway.
HEAVY = {
    "weasyprint": {"renderer.py", "weasyprint_details.py"},
    "prefect": {"flows.py", "serving.py", "schedule.py", "artifacts.py", "prefect_home.py"},
}


@pytest.mark.parametrize(("heavy", "allowed"), HEAVY.items())
def test_heavy_packages_are_imported_in_one_place(heavy: str, allowed: set[str]) -> None:
    importers = {
        path.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Import) and any(alias.name.split(".")[0] == heavy for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == heavy and not node.level)
    }
    assert importers <= allowed
