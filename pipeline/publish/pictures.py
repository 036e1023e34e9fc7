"""Pictures that travel inside the document: the logo and the picture on the cover.

A picture comes from outside like every other file: it is opened and looked through before it may reach a page.
"""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from ..base.characters import cleaned
from ..base.problems import Problem, problem
from ..base.settings import FILE, Settings
from ..charts.engine import without_loose_marks
from ..german.enumerations import listing
from .pdf import fonts
from .pdf.glyphs import printable

MOST_PIXELS = 60_000_000  # what no camera of an office exceeds; more is a mistake or an attack
SHARP_ENOUGH = 3000  # pixels across: A4 at 360 dots to the inch
MOST_BYTES = 40_000_000  # photographs of large cameras have some 20 MB; a picture is held in memory, encoded, twice

_RASTER = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_AS_IT_IS = {"PNG": {"1", "L", "LA", "P", "RGB", "RGBA"}, "JPEG": {"L", "RGB"}}  # what PDF/A takes

# What a drawing may not hold: declarations that expand, what runs, what leads out of it, and text that is not printed.
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)|<\?xml-stylesheet", re.IGNORECASE)
_FORBIDDEN = {"textPath", "script", "foreignObject", "handler", "animate", "set", "animateTransform", "animateMotion"}
_INSIDE = re.compile(r"\s*(#|data:image/(png|jpe?g);)", re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*[\"']?([^)\"']*)", re.IGNORECASE)


@dataclass(frozen=True)
class Picture:
    """A picture as a `data:` address, so that nobody has to fetch it; `faces` are typefaces it asks for in vain."""

    address: str
    faces: tuple[str, ...] = ()


class Unreadable(ValueError):
    """A file that is called like a picture, but is none that may be shown."""


def find(folder: Path, settings: Settings) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """Return the pictures that the settings name, by setting ("logo", "bild"), and what is wrong with the others.

    A picture lies in the inputs folder: an address that leads out of it is as good as none.
    """
    pictures, problems = {}, []
    for key in ("logo", "bild"):
        name = getattr(settings.bericht, key)
        if not name:
            continue
        path = _lying(folder / name).resolve()
        place = {"file": FILE, "key": f"bericht.{key}", "value": name}
        try:
            picture = read(path) if path.is_relative_to(folder.resolve()) else None
        except Unreadable:
            problems.append(problem("bild-unlesbar", **place))
            continue
        if picture:
            pictures[key] = picture
            if picture.faces:
                problems.append(problem("bild-schrift", **place, faces=listing(picture.faces)))
        else:
            problems.append(problem("bild-fehlt", **place))
    return pictures, tuple(problems)


def _lying(path: Path) -> Path:
    """Return the file that is called so, whichever way its letters are composed on the disk."""
    if path.exists() or not path.parent.is_dir():
        return path
    return next((other for other in sorted(path.parent.iterdir()) if cleaned(other.name) == path.name), path)


def read(path: Path) -> Picture | None:
    """Return the picture at `path`; None where there is none. Raise `Unreadable` where it cannot be shown."""
    kind = path.suffix.lower()
    if kind not in (*_RASTER, ".svg") or not path.is_file():
        return None
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(path.name)
    data = path.read_bytes()
    if kind == ".svg":
        root = _drawing(data)
        return Picture(_address("svg+xml", ElementTree.tostring(root)), tuple(_faces(root)))
    return Picture(_address(*_photograph(data, _RASTER[kind])))


def _address(media: str, data: bytes) -> str:
    return f"data:image/{media};base64,{base64.b64encode(data).decode()}"


def _photograph(data: bytes, expected: str) -> tuple[str, bytes]:
    """Return the kind and the bytes of a picture of pixels: as it is, or anew where a PDF/A could not hold it so."""
    from PIL import Image, ImageOps

    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as image,
        ):
            if image.format != expected or image.width * image.height > MOST_PIXELS:
                raise Unreadable
            deep = image.mode.startswith(("I", "F")) or "16" in str(getattr(image, "tile", ""))
            image.load()
            large = max(image.size) > SHARP_ENOUGH
            if image.mode in _AS_IT_IS[expected] and not deep and not large:
                return expected.lower(), data
            whole = ImageOps.exif_transpose(image)
            if whole.mode.startswith("I"):
                whole = whole.point(lambda level: level / 256).convert("L")
            whole = whole.convert("RGBA" if whole.has_transparency_data and expected == "PNG" else "RGB")
            whole.thumbnail((SHARP_ENOUGH, SHARP_ENOUGH))
            written = io.BytesIO()
            whole.save(written, expected, quality=88)
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as error:
        raise Unreadable from error
    return expected.lower(), written.getvalue()


def _drawing(data: bytes) -> ElementTree.Element:
    """Return a drawing that neither runs anything nor asks for anything outside itself, and whose text can be set."""
    if b"\0" in data or _DECLARATION.search(data):  # in UTF-16 nobody would see a declaration
        raise Unreadable
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - without declarations nothing can expand
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Unreadable from error
    if _local(root.tag) != "svg":
        raise Unreadable
    box = _NUMBER.findall(root.get("viewBox", "0 0 1 1"))
    if len(box) != 4 or min(float(box[2]), float(box[3])) <= 0:
        raise Unreadable  # WeasyPrint would stumble over it
    for element in root.iter():
        texts = (element.text or "", element.tail or "", *element.attrib.values())
        if _local(element.tag) in _FORBIDDEN or any(_may_load(text) for text in texts):
            raise Unreadable
        for name, value in element.attrib.items():
            if _local(name).lower().startswith("on") or (_local(name) == "href" and not _INSIDE.match(value)):
                raise Unreadable
    for text in _lettering(root):
        if (text.text or "").isascii() and (text.tail or "").isascii():
            continue
        text.text, text.tail = (without_loose_marks(part or "") for part in (text.text, text.tail))
        if printable(text.text + text.tail, fonts.characters())[1]:
            raise Unreadable
    return root


def _lettering(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the parts of a drawing's live text."""
    return (part for text in root.iter() if _local(text.tag) == "text" for part in text.iter())


def _faces(root: ElementTree.Element) -> Iterator[str]:
    """Yield the typefaces that the live text of a drawing asks for first, and that the report has not."""
    if not any((part.text or "").strip() for part in _lettering(root)):
        return
    named = (
        face
        for part in root.iter()
        for face in (part.get("font-family"), *_FACE.findall(part.get("style") or part.text or ""))
        if face
    )
    for face in dict.fromkeys(face.partition(",")[0].strip(" \"'") for face in named):
        if face not in fonts.FAMILIES and face.lower() not in _ANY_FACE:
            yield face


_FACE = re.compile(r"font(?:-family\s*:|\s*:[^;}]{0,60}?\d[\w.%/]{0,20}\s)\s*([^;}]{0,90})")
_ANY_FACE = frozenset(("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial"))


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]


_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def _may_load(text: str) -> bool:
    """Tell whether a text could ask for something outside; a backslash in styles may hide any word."""
    addresses = _ADDRESS.findall(text)
    return "@import" in text.lower() or "\\" in text or any(not _INSIDE.match(address) for address in addresses)
