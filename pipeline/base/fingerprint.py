"""What a run depends on, hashed: inputs, settings, templates, program and its libraries.

Standard library only, so that an unchanged night costs a few milliseconds and imports nothing heavy.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (ROOT / "pipeline", ROOT / "templates", ROOT / "requirements.lock")
_OPEN = ("~$", ".~lock.")  # Excel's and LibreOffice's marks that somebody has a workbook open
_NO_PART_OF_IT = {"__pycache__"}


def of_run(inputs: Path, choices: Iterable[str] = (), *, leave_out: Iterable[Path] = ()) -> str:
    """Return the fingerprint of a run: every file below `inputs`, what was chosen on the command line, the program.

    `leave_out` are folders that belong to other associations.
    """
    whole = hashlib.sha256()
    for choice in choices:
        whole.update(f"{choice}\0".encode())
    for start, apart in ((inputs, tuple(leave_out)), *((part, ()) for part in PROGRAM)):
        for path in files_below(start, leave_out=apart):
            name = path.relative_to(start).as_posix()
            whole.update(f"{name}\0{of_file(path)}\0".encode())
    return whole.hexdigest()


def of_inputs(inputs: Path, *, leave_out: Iterable[Path] = ()) -> dict[str, str]:
    """Return the SHA-256 of every file below `inputs` by its name from there, but for the marks of open workbooks."""
    files = (path for path in files_below(inputs, leave_out=leave_out) if not path.name.startswith(_OPEN))
    return {path.relative_to(inputs).as_posix(): of_file(path) for path in files}


def of_file(path: Path) -> str:
    """Return the SHA-256 of one file's content; of an unreadable one, why it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.errno}"


def files_below(start: Path, *, leave_out: Iterable[Path] = ()) -> Iterator[Path]:
    """Yield every file at or below `start` in a fixed order."""
    apart = {path.resolve() for path in leave_out}
    if start.is_file():
        yield start
    for folder, subfolders, files in os.walk(start):
        here = Path(folder)
        subfolders[:] = sorted(
            name for name in subfolders if name not in _NO_PART_OF_IT and (here / name).resolve() not in apart
        )
        yield from (here / name for name in sorted(files) if (here / name).is_file())  # a pipe would keep us waiting
