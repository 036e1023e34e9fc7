"""The report's typefaces, from Python packages, so that no machine prints in another face."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

# family in the style sheet -> package, file stem
FAMILIES = {
    "Source Serif Pro": ("font_source_serif_pro", "SourceSerifPro"),
    "Source Sans Pro": ("font_source_sans_pro", "SourceSansPro"),
}

# Only the cuts that the report uses: each one costs start-up time. family, weight, style, cut
_FACES = (
    ("Source Serif Pro", 400, "normal", "Regular"),
    ("Source Serif Pro", 400, "italic", "It"),
    ("Source Serif Pro", 600, "normal", "Semibold"),
    ("Source Sans Pro", 300, "normal", "Light"),
    ("Source Sans Pro", 400, "normal", "Regular"),
    ("Source Sans Pro", 400, "italic", "It"),
    ("Source Sans Pro", 600, "normal", "Semibold"),
    ("Source Sans Pro", 700, "normal", "Bold"),
)

SCHEME = "schrift"


def folder(family: str) -> Path:
    """Return the folder that holds the files of `family`, without importing its package."""
    package = FAMILIES[family][0]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"package {package} is not installed")
    return Path(spec.origin).parent / "files"


def files() -> dict[str, Path]:
    """Return the font file of each address that `css` names."""
    return {_address(family, cut): folder(family) / f"{FAMILIES[family][1]}-{cut}.ttf" for family, _, _, cut in _FACES}


def css() -> str:
    """Return the `@font-face` rules; their addresses mean something to the renderer only."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
        f'src: url("{_address(family, cut)}") }}'
        for family, weight, style, cut in _FACES
    )


def _address(family: str, cut: str) -> str:
    return f"{SCHEME}:{FAMILIES[family][1]}-{cut}"
