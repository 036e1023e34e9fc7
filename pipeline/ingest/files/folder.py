"""Which files of the drop folder are read, and what is said about the others."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...base.characters import TURNING, cleaned
from ...base.problems import Problem, problem
from ...base.settings import FILE, Settings
from ..messages import reason_of

READ = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"))
_SPREADSHEETS_WE_CANNOT = frozenset((".fods", ".numbers", ".gsheet", ".xml", ".dif", ".slk", ".wk1", ".sxc", ".ots"))
_UNFINISHED = (".part", ".crdownload", ".download", ".tmp", ".partial")
_SILENT = frozenset(("thumbs.db", "desktop.ini", ".ds_store", ".gitkeep", ".gitignore"))


@dataclass(frozen=True)
class DropFolder:
    """The files to read (name in messages, path), and what was said about the rest."""

    files: tuple[tuple[str, Path], ...]
    problems: tuple[Problem, ...]


def look_through(folder: Path, settings: Settings, leave_out: Collection[Path] = ()) -> DropFolder:
    """Return what lies in the folder and its subfolders, in the order of the names."""
    files: list[tuple[str, Path]] = []
    problems: list[Problem] = []
    used = {FILE, settings.bericht.logo, settings.bericht.bild}
    apart = {path.resolve() for path in leave_out}
    for path in _walk(folder, folder, apart, problems):
        file = _shown(path, folder)
        if cleaned(file) in used or path.name.lower() in _SILENT:
            continue
        refusal = _about(file, path.name) if _stays_within(path, folder, apart) else problem("datei-verweis", file=file)
        if refusal is not None:
            problems.append(refusal)
        else:
            files.append((file, path))
    return DropFolder(tuple(files), tuple(problems))


def _shown(path: Path, top: Path) -> str:
    """Return a path as messages show it; what is no text or turns text around becomes question marks."""
    shown = path.relative_to(top).as_posix().encode("utf-8", "replace").decode()
    return re.sub(f"[{TURNING}]", "?", shown)


def _walk(top: Path, folder: Path, leave_out: Collection[Path], problems: list[Problem]) -> Iterator[Path]:
    """Yield the files, telling of folders that do not count."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        name = _shown(folder, top)
        problems.append(problem("ordner-nicht-zu-oeffnen", file=name, reason=reason_of(error)))
        return
    for entry in entries:
        path = Path(entry.path)
        if not entry.is_dir(follow_symlinks=False):
            yield path
        elif path.resolve() not in leave_out:
            if entry.name.lower() in ("archiv", "archive") or entry.name[0] in "._":
                if entry.name[0] != ".":
                    problems.append(problem("ordner-uebergangen", file=_shown(path, top)))
            else:
                yield from _walk(top, path, leave_out, problems)


def _stays_within(path: Path, top: Path, apart: Collection[Path]) -> bool:
    """Tell whether a path is no link, or one to a file of the same association."""
    if not path.is_symlink():
        return True
    target = Path(os.path.realpath(path))
    return target.is_relative_to(top.resolve()) and not target.is_dir() and not any(p in apart for p in target.parents)


def _about(file: str, name: str) -> Problem | None:
    """Return why a file is not read; None if it is."""
    ending = os.path.splitext(name)[1].lower()
    if name.startswith(("~$", ".~lock")):
        return problem("datei-gesperrt", file=file)
    if name[0] in "._":
        return problem("datei-uebergangen", file=file)
    if ending in _UNFINISHED:
        return problem("datei-unfertig", file=file)
    if ending in _SPREADSHEETS_WE_CANNOT:
        return problem("format-nicht-lesbar", file=file, ending=ending)
    if ending not in READ:
        return problem("datei-fremd", file=file)
    return None
