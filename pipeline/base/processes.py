"""Processes of ours: this Python, this package, no module of the folder it happens to stand in, and so much memory."""

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


def limit_memory(megabytes: int) -> None:
    """Let this process have so much memory and no more, where the system can see to it."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, hard))
