"""Where the templates are, and the sandbox in which they run."""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def environment(*folders: Path) -> SandboxedEnvironment:
    """Return what fills the templates in some folders, the first that has one; none means our own.

    Every text is escaped, an unknown name is an error, Python is out of reach.
    """
    return SandboxedEnvironment(
        loader=FileSystemLoader(folders or (TEMPLATES,)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
