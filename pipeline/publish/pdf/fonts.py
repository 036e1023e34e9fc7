"""The report's typefaces, from Python packages, so that no machine prints in another face."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

# family as style sheets call it -> package, its regular cut
FAMILIES = {
    "Source Serif Pro": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    "Source Sans Pro": ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
}

# The packages hold each cut as TrueType and as OpenType; one of the two keeps the choice from being chance.
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  {folders}
  <selectfont><rejectfont><glob>*.otf</glob></rejectfont></selectfont>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


def folder(family: str) -> Path:
    """Return the folder that holds the files of `family`, without importing its package."""
    package = FAMILIES[family][0]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"package {package} is not installed")
    return Path(spec.origin).parent / "files"


def configuration() -> str:
    """Return the configuration for fontconfig in which no font is seen but ours."""
    folders = (f"<dir>{escape(str(folder(family)))}</dir>" for family in FAMILIES)
    return _CONFIGURATION.format(folders="\n  ".join(folders))


def characters() -> frozenset[int]:
    """Return the code points that the typefaces can print."""
    from fontTools.ttLib import TTFont

    files = (folder(family) / regular for family, (_, regular) in FAMILIES.items())
    return frozenset(code for file in files for code in TTFont(file, lazy=True).getBestCmap())
