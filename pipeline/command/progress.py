"""What people see of a run while it works: a moving line on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..report import P, R, RunStep, directly


@contextmanager
def status_line(name: str = "") -> Iterator[RunStep]:
    """Give a way to run steps that shows on standard error which one is at work, if that is a terminal."""
    if not sys.stderr.isatty():
        yield directly
        return
    from rich.console import Console

    with Console(stderr=True).status("Beginn …") as status:

        def with_title(title: str, step: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
            status.update(f"{name}: {title} …" if name else f"{title} …")
            return step(*args, **kwargs)

        yield with_title
