"""Our own JSON files, read back: what later versions added is passed over, and what was harmed reads as nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


def read_json(path: Path, understand: Callable[[Any], T]) -> T | None:
    """Return the content of a file, as `understand` takes it; None if it is not there or was harmed."""
    try:
        return understand(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def from_fields(shape: type[T], record: Mapping[str, Any]) -> T:
    """Return a dataclass filled with the fields it knows; raise `TypeError` where one is missing."""
    known = {field.name for field in fields(shape)}  # type: ignore[arg-type]  # a dataclass, as the docstring says
    return shape(**{name: tuple(v) if isinstance(v, list) else v for name, v in record.items() if name in known})
