"""Pictures that travel inside the document: the logo and the picture on the cover."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Picture:
    """A picture as a `data:` address, so that nobody has to fetch it."""

    address: str


def read(path: Path) -> Picture | None:
    """Return the picture at `path`; None where there is none, or none that a report can show."""
    kind = _TYPES.get(path.suffix.lower())
    if kind is None or not path.is_file():
        return None
    return Picture(f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}")
