"""Pictures that travel inside the document: the logo and the picture on the cover."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem, problem
from ..settings import FILE, Settings

_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Picture:
    """A picture as a `data:` address, so that nobody has to fetch it."""

    address: str


def find(folder: Path, settings: Settings) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """Return the pictures that the settings name, by setting ("logo", "bild"), and what is wrong with the others.

    A picture lies in the inputs folder: an address that leads out of it is as good as none.
    """
    found, problems = {}, []
    for key in ("logo", "bild"):
        name = getattr(settings.bericht, key)
        if not name:
            continue
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and (picture := read(path)):
            found[key] = picture
        else:
            problems.append(problem("bild-fehlt", file=FILE, key=f"bericht.{key}", value=name))
    return found, tuple(problems)


def read(path: Path) -> Picture | None:
    """Return the picture at `path`; None where there is none, or none that a report can show."""
    kind = _TYPES.get(path.suffix.lower())
    if kind is None or not path.is_file():
        return None
    return Picture(f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}")
