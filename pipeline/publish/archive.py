"""The outputs folder of one report year: files are written aside and put in place by renaming.

`lauf.json` is renamed last and lists the checksums of the others. A run that dies halfway leaves files that do not
match their list, so the next run makes the report anew instead of trusting it.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..fingerprint import of_file

RUN_FILE = "lauf.json"
_ASIDE = ".neu"


class Busy(Exception):
    """Another run is writing to the same outputs."""


@dataclass(frozen=True)
class Run:
    """What `lauf.json` says of the last run of one year."""

    folder: Path
    fingerprint: str
    result: str
    files: Mapping[str, str]

    @property
    def whole(self) -> bool:
        """Whether every file of the run is still there as it was written."""
        return all(of_file(self.folder / name) == digest for name, digest in self.files.items())


def last_run(folder: Path) -> Run | None:
    """Return the last run whose files lie in `folder` (`outputs/<jahr>`), None if there is none to be trusted."""
    try:
        said = json.loads((folder / RUN_FILE).read_text("utf-8"))
        return Run(folder, said["fingerprint"], said["result"], said["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def find_run(outputs: Path, fingerprint: str) -> Run | None:
    """Return the run with this fingerprint among all years of `outputs`, if its files are whole."""
    for folder in sorted(outputs.glob("[0-9][0-9][0-9][0-9]")):
        run = last_run(folder)
        if run and run.fingerprint == fingerprint and run.whole:
            return run
    return None


@contextmanager
def locked(outputs: Path) -> Iterator[None]:
    """Keep every other run out of `outputs` for as long as the block lasts; raise `Busy` if one is in there."""
    outputs.mkdir(parents=True, exist_ok=True)
    with (outputs / ".sperre").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy from error
        yield


@contextmanager
def aside(outputs: Path) -> Iterator[Path]:
    """Give a folder on the same disk to write to; what a dead run left in it is swept out before, ours after."""
    folder = outputs / _ASIDE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(written: Path, folder: Path, *, fingerprint: str, result: str, when: datetime, **more: Any) -> None:
    """Move every file of `written` into `folder`, then note the run in `lauf.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted(path.name for path in written.iterdir())
    files = {name: of_file(written / name) for name in names}
    for name in names:
        _flush(written / name)
        os.replace(written / name, folder / name)
    said = {
        "fingerprint": fingerprint,
        "when": when.isoformat(timespec="seconds"),
        "result": result,
        **more,
        "files": files,
    }
    note = written / RUN_FILE
    note.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", "utf-8")
    _flush(note)
    os.replace(note, folder / RUN_FILE)


def _flush(path: Path) -> None:
    """Let the content reach the disk before its name does, so that a power cut leaves no empty file."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
