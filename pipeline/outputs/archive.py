"""The outputs folder of one report year: written aside, put in place whole, and read again.

A run writes to `.neu`. When all is there, one renaming makes `.neu` a `.fertig-<jahr>`: from then on the run counts,
and whoever comes next finishes moving its files, even if the run itself dies. Until then nothing has changed.
`lauf.json` lists the checksums of what a run left, so that nobody trusts files that were harmed later.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..base.fingerprint import files_below, of_file
from ..base.json_files import read_json
from ..base.locks import Busy as Busy
from ..base.locks import held
from ..base.problems import Problem
from .file_names import MARKED, PROTOCOL, PROTOCOL_JSON

RUN_FILE = "lauf.json"
_ASIDE = ".neu"
_READY = ".fertig-"
_RELEASE = re.compile(r"freigabe-(\d+)")
_YEAR = "[0-9][0-9][0-9][0-9]"

# What the check writes; everything else belongs to the report and outlives a run that problems block.
_OF_THE_CHECK = (PROTOCOL, PROTOCOL_JSON, f"{MARKED}/")


@dataclass(frozen=True)
class PastRun:
    """What `lauf.json` says of the last run of one year.

    `files` are the files it wrote and `kept` those of the last report that it left alone, each with its checksum.
    `before` is the number of the release of the year before that it was compared with, 0 if there was none.
    """

    folder: Path
    fingerprint: str
    result: str
    files: Mapping[str, str]
    when: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    before: int = 0

    @property
    def whole(self) -> bool:
        """Whether every file is still there as it was written."""
        return all(of_file(self.folder / name) == digest for name, digest in {**self.kept, **self.files}.items())

    @property
    def current(self) -> bool:
        """Whether the run stands: its files are whole, and the year before is still told by the same release."""
        return self.before == release_before(self.folder) and self.whole

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the problems in the protocol of the run."""
        record = json.loads((self.folder / PROTOCOL_JSON).read_text("utf-8"))
        return tuple(Problem.from_json(problem) for problem in record["problems"])


def last_run(folder: Path) -> PastRun | None:
    """Return the last run whose files lie in `folder` (`outputs/<jahr>`), None if there is none to be trusted."""
    return read_json(
        folder / RUN_FILE,
        lambda record: PastRun(
            folder,
            record["fingerprint"],
            record["result"],
            dict(record["files"]),
            record["when"],
            dict(record.get("kept", {})),
            record.get("freigabe_vorjahr", 0),
        ),
    )


def release_folders(folder: Path) -> list[tuple[int, Path]]:
    """Return number and folder of every release of the year whose outputs lie in `folder`."""
    named = ((_RELEASE.fullmatch(path.name), path) for path in folder.glob("freigabe-*"))
    return [(int(match[1]), path) for match, path in named if match]


def release_before(folder: Path) -> int:
    """Return the number of the last release of the year before that of `folder` (`outputs/<jahr>`), 0 if none."""
    before = folder.with_name(str(int(folder.name) - 1))
    return max((number for number, _ in release_folders(before)), default=0)


def find_run(outputs: Path, fingerprint: str) -> PastRun | None:
    """Return the run with this fingerprint that made a report or was blocked, if it is still current."""
    for folder in sorted(outputs.glob(_YEAR)):
        run = last_run(folder)
        if run and run.fingerprint == fingerprint and run.result in ("fertig", "gesperrt") and run.current:
            return run
    return None


def latest_year(outputs: Path) -> int | None:
    """Return the latest year that a run left something for."""
    years = [int(folder.name) for folder in outputs.glob(_YEAR) if (folder / RUN_FILE).is_file()]
    return max(years, default=None)


@contextmanager
def locked(outputs: Path) -> Iterator[None]:
    """Keep every other run out of `outputs` for as long as the block lasts; raise `Busy` if one is in there.

    What a dead run had made ready is put in place first.
    """
    with held(outputs / ".sperre"):
        for ready in _unfinished(outputs):
            _move(ready, outputs / ready.name.removeprefix(_READY))
        yield


def finish(outputs: Path) -> None:
    """Put in place what a dead run had made ready; leave it to the other run if one is at work."""
    if _unfinished(outputs):
        try:
            with locked(outputs):
                pass
        except Busy:
            return


def _unfinished(outputs: Path) -> list[Path]:
    return sorted(outputs.glob(f"{_READY}{_YEAR}"))


@contextmanager
def aside(outputs: Path) -> Iterator[Path]:
    """Give a folder on the same disk to write to; what a dead run left in it is swept out before, ours after."""
    folder = outputs / _ASIDE
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(written: Path, folder: Path, *, fingerprint: str, result: str, when: datetime) -> None:
    """Make everything in `written` what lies in `folder`, and note the run in `lauf.json`.

    Files of the run before that were not written again are removed, unless they belong to a report that still stands.
    """
    old = last_run(folder)
    files = checksums(written)
    if result != "fertig" and old:
        kept = {
            name: digest
            for name, digest in {**old.kept, **old.files}.items()
            if name not in files and not name.startswith(_OF_THE_CHECK)
        }
        if result == "geprueft" and old.fingerprint == fingerprint:
            result = old.result  # the check saw what the last run had seen, so that run still stands
    else:
        kept = {}
    record = {
        "fingerprint": fingerprint,
        "when": when.isoformat(timespec="seconds"),
        "result": result,
        "freigabe_vorjahr": release_before(folder),
        "files": files,
        "kept": kept,
    }
    (written / RUN_FILE).write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", "utf-8")
    to_disk(written)
    ready = written.with_name(f"{_READY}{folder.name}")
    os.rename(written, ready)  # from here on the run counts
    flush(ready.parent)
    _move(ready, folder)


def _move(ready: Path, folder: Path) -> None:
    """Move the files of a finished run to `folder`, `lauf.json` last; may be begun again at any point."""
    if (ready / RUN_FILE).exists():
        record, old = json.loads((ready / RUN_FILE).read_text("utf-8")), last_run(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name in record["files"]:
            if (ready / name).exists():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(ready / name, folder / name)
        for name in (set(old.files) | set(old.kept)) - set(record["files"]) - set(record["kept"]) if old else ():
            (folder / name).unlink(missing_ok=True)
            for parent in (folder / name).parents[: name.count("/")]:
                if parent.is_dir() and not any(parent.iterdir()):
                    parent.rmdir()
        os.replace(ready / RUN_FILE, folder / RUN_FILE)
        flush(folder)
    shutil.rmtree(ready)


def checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below `folder` by its name from there."""
    return {path.relative_to(folder).as_posix(): of_file(path) for path in files_below(folder)}


def to_disk(folder: Path) -> None:
    """Let everything in `folder` reach the disk, so that a power cut leaves no empty file under a good name."""
    for path in files_below(folder):
        flush(path)
    flush(folder)


def flush(path: Path) -> None:
    """Let one file, or the names in one folder, reach the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
