"""Any spreadsheet file -> sheets of raw cells.

Files are opened in one lean child process that reads one after the other. When it dies, hangs or takes too much
memory, the file at hand is named as the culprit and a new child goes on with the next one.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGABRT
from stat import S_ISREG
from threading import Event, Timer
from typing import Any

from ...base.problems import Problem, problem
from ...base.processes import child_environment, python_command
from ...base.settings import Reading
from ..messages import reason_of
from ..sheets import Sheet
from .raw_sheet import sheet_of


@dataclass(frozen=True)
class Workbook:
    """What one file held: its sheets, or the problem that kept it from being read."""

    file: str
    sheets: tuple[Sheet, ...] = ()
    problem: Problem | None = None


def read_files(files: Sequence[tuple[str, Path]], limits: Reading) -> tuple[Workbook, ...]:
    """Return what the files (name in messages, path) hold, in their order."""
    return tuple(_read_all(files, limits))


def _read_all(files: Sequence[tuple[str, Path]], limits: Reading) -> Iterator[Workbook]:
    child: _Child | None = None
    try:
        for file, path in files:
            refusal = _refusal_at_sight(file, path, limits)
            if refusal is not None:
                yield Workbook(file, problem=refusal)
                continue
            child = child if child is not None and child.alive else _Child(limits)
            before = path.stat()
            answer = child.ask(path)
            after = path.stat() if path.exists() else None
            if after is None or (after.st_mtime_ns, after.st_size) != (before.st_mtime_ns, before.st_size):
                answer = {"refused": "datei-wird-geschrieben"}
            yield _workbook(file, answer)
    finally:
        if child is not None:
            child.close()


def _refusal_at_sight(file: str, path: Path, limits: Reading) -> Problem | None:
    try:
        stat = path.stat()
        if not S_ISREG(stat.st_mode):
            return problem("datei-nicht-zu-oeffnen", file=file, reason="es ist keine gewöhnliche Datei")
        with path.open("rb"):
            pass
    except PermissionError:
        return problem("datei-ohne-leserecht", file=file)
    except OSError as error:
        return problem("datei-nicht-zu-oeffnen", file=file, reason=reason_of(error))
    if stat.st_size > limits.datei_mb * 2**20:
        return problem("datei-zu-gross", file=file, size=stat.st_size >> 20, limit=limits.datei_mb)
    return None


class _Child:
    """A running `reading_child`."""

    def __init__(self, limits: Reading) -> None:
        self._limits = limits
        self._process = subprocess.Popen(
            python_command("pipeline.ingest.files.reading_child"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, path: Path) -> dict[str, Any]:
        """Return the answer about a file; the child is gone afterwards if it did not give one."""
        assert self._process.stdin is not None  # noqa: S101
        assert self._process.stdout is not None  # noqa: S101
        limits = self._limits
        request = {"path": str(path.resolve()), "speicher_mb": limits.speicher_mb, "entpackt_mb": limits.entpackt_mb}
        request |= {"zeilen": limits.zeilen, "spalten": limits.spalten}
        longest = limits.speicher_mb * 2**18
        too_slow = Event()

        def stop() -> None:
            too_slow.set()
            self._process.kill()

        timer = Timer(limits.sekunden, stop)
        timer.start()
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline(longest)
        except OSError:
            line = b""
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            with suppress(ValueError):
                answer: dict[str, Any] = json.loads(line)
                return answer
        self.close()
        if too_slow.is_set():
            return {"refused": "datei-zu-langsam", "words": {"limit": limits.sekunden}}
        if len(line) == longest or self._process.returncode == -SIGABRT:
            return {"refused": "datei-zu-gross-zum-lesen"}
        return {"refused": "datei-beschaedigt"}

    def close(self) -> None:
        """End the child and wait until it is gone."""
        self._process.kill()
        self._process.communicate()


def _workbook(file: str, answer: dict[str, Any]) -> Workbook:
    if "refused" in answer:
        words = {**(answer.get("words") or {})}
        return Workbook(file, problem=problem(answer["refused"], file=file, sheet=words.pop("sheet", None), **words))
    return Workbook(file, tuple(sheet_of(file, sheet) for sheet in answer["sheets"]))
