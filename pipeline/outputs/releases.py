"""Released reports: `outputs/<jahr>/freigabe-<n>/`, frozen with the checksums of what went in and what came out."""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from ..base.fingerprint import of_file
from ..base.problems import Problem, problem
from .archive import checksums, flush, release_folders, to_disk
from .file_names import BEFORE, MARKED

FILE, SUMS = "freigabe.json", "SHA256SUMS"
_NO_PART_OF_IT = (BEFORE, MARKED)  # what the draft was compared with, and copies of the tables for their makers


@dataclass(frozen=True)
class Release:
    """One release: its number within the year, what it was made from and which files it holds."""

    folder: Path
    number: int
    year: int
    when: datetime
    fingerprint: str
    inputs: Mapping[str, str]
    files: Mapping[str, str]

    @property
    def harmed(self) -> tuple[str, ...]:
        """Return the files that are no longer what was released."""
        return tuple(name for name, digest in self.files.items() if not _is_still(self.folder / name, digest))

    @property
    def pdf(self) -> Path:
        """Return the released report."""
        return next(self.folder / name for name in self.files if name.endswith(".pdf"))


def freeze(written: Path, folder: Path, *, fingerprint: str, inputs: Mapping[str, str], when: datetime) -> Release:
    """Make everything in `written` the next release below `folder` (`outputs/<jahr>`), in one renaming."""
    for name in _NO_PART_OF_IT:
        shutil.rmtree(written / name, ignore_errors=True)
    number = next_number(folder)
    files = checksums(written)
    record = {
        "number": number,
        "year": int(folder.name),
        "when": when.isoformat(timespec="seconds"),
        "fingerprint": fingerprint,
        "program": {"version": version("taetigkeitsbericht"), "python": platform.python_version()},
        "inputs": dict(inputs),
        "files": files,
    }
    (written / FILE).write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (written / SUMS).write_text("".join(f"{digest}  {name}\n" for name, digest in checksums(written).items()), "utf-8")
    for name in (*files, FILE, SUMS):
        (written / name).chmod(0o444)
    to_disk(written)
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"freigabe-{number}"
    os.rename(written, place)  # fails if something is there already
    place.chmod(0o555)
    flush(folder)
    return read(place)


def read(folder: Path) -> Release:
    """Return the release that lies in `folder`."""
    record = json.loads((folder / FILE).read_text("utf-8"))
    when = datetime.fromisoformat(record["when"])
    inputs, files = dict(record["inputs"]), dict(record["files"])
    return Release(folder, record["number"], record["year"], when, record["fingerprint"], inputs, files)


def find(folder: Path) -> tuple[Release, ...]:
    """Return all releases of the year whose outputs lie in `folder` that can be read, oldest first."""
    return tuple(release for _, path in sorted(release_folders(folder)) if (release := _read(path)))


def harm_done(folder: Path) -> tuple[Problem, ...]:
    """Return which releases of the year whose outputs lie in `folder` are no longer what was released."""
    releases = ((path, _read(path)) for _, path in sorted(release_folders(folder)))
    changed = ((path, FILE if release is None else ", ".join(release.harmed)) for path, release in releases)
    return tuple(
        problem("freigabe-veraendert", file=f"{folder.name}/{path.name}", names=names)
        for path, names in changed
        if names
    )


def _read(folder: Path) -> Release | None:
    try:
        return read(folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_still(path: Path, digest: str) -> bool:
    return path.is_file() and of_file(path) == digest


def next_number(folder: Path) -> int:
    """Return the number of the next release of the year whose outputs lie in `folder`."""
    return 1 + max((number for number, _ in release_folders(folder)), default=0)


def latest(folder: Path) -> Release | None:
    """Return the last release of the year whose outputs lie in `folder` that still is what was released."""
    return next((release for release in reversed(find(folder)) if not release.harmed), None)
