"""How a process of ours is started: this Python, this package, and no module of the folder it happens to stand in."""

from __future__ import annotations

import os
import sys

from .fingerprint import ROOT


def python_command(module: str, *words: str) -> list[str]:
    """Return the words that start a module."""
    return [sys.executable, "-P", "-m", module, *words]


def child_environment(**own: str) -> dict[str, str]:
    """Return our environment for a child, with `own` variables."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **own}
