"""Draw a Vega-Lite specification as clean SVG in the report's type and colours.

Specifications are found and filled by `specifications`. One unit of a drawing is one point, so a `fontSize` of 8.5
is 8.5 pt on the printed page.

A number in the field `text` may be marked as the figure it prints (`base.marks`). Vega measures texts, so it
gets the plain one; the marked one travels as the description of its mark and takes the text's place in the drawing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from ..base.marks import plain
from ..base.units import POINTS_PER_MM
from .palette import palette
from .specifications import BrokenSpecificationError, filled

FONT = "Source Sans Pro"

_SVG = "http://www.w3.org/2000/svg"
_DROPPED = re.compile(r"(class|role|aria-.*|pointer-events|version)$")
_LONG_FRACTION = re.compile(r"-?\d+\.\d{3,}(e-\d+)?")
_REFERENCE = re.compile(r"url\(#([^)]*)\)")
_TEXT, _MARKED = "text", "marked"  # the fields of a row that hold what is written and which figures it prints


def draw(
    specification: str,
    values: Mapping[str, Sequence[Mapping[str, object]]],
    *,
    accent: str,
    width: float,
    height: float,
    alternative: str = "",
    templates: Path | None = None,
    **parameters: object,
) -> str:
    """Return `templates/charts/<specification>.json`, filled and drawn, as SVG that can stand inline in HTML.

    `values` are the data sets by name, `parameters` what else the specification asks for by `$name`; `width` and
    `height` are millimetres on the page. `alternative` becomes the title of the picture. Raises
    `BrokenSpecificationError` where the file is no JSON, asks for something nobody gave, or cannot be drawn. What
    `templates` does not hold is taken from the program's own.
    """
    colours = {name: list(value) if isinstance(value, tuple) else value for name, value in _colours(accent).items()}
    size = {"width": width * POINTS_PER_MM, "height": height * POINTS_PER_MM}
    chart = filled(specification, templates, {**colours, **size, "font": FONT, **parameters})
    chart["datasets"] = {name: [_measurable(row) for row in rows] for name, rows in values.items()}
    _describe(chart)
    return _clean(_drawn(chart, specification), alternative)


def _measurable(row: Mapping[str, object]) -> dict[str, object]:
    text = row.get(_TEXT)
    return dict(row) | ({_TEXT: plain(text), _MARKED: text} if isinstance(text, str) else {})


def _describe(node: object) -> None:
    """Let every mark that writes a row's text be described by its marked form."""
    if isinstance(node, dict):
        encoding = node.get("encoding")
        if isinstance(encoding, dict) and encoding.get("text", {}).get("field") == _TEXT:
            encoding["description"] = {"field": _MARKED, "type": "nominal"}
        for value in node.values():
            _describe(value)
    elif isinstance(node, list):
        for value in node:
            _describe(value)


@cache
def _colours(accent: str) -> dict[str, object]:
    return asdict(palette(accent))


def _drawn(chart: dict[str, object], specification: str) -> str:
    try:
        return _convert(chart)
    except ValueError as error:
        raise BrokenSpecificationError(f"{specification}.json lässt sich nicht zeichnen: {error}") from error


def _convert(specification: dict[str, object]) -> str:
    """Return the drawing as vl-convert makes it; no address on the network is allowed."""
    converter = _converter()
    svg: str = converter.vegalite_to_svg(  # type: ignore[attr-defined]
        specification, format_locale="de-DE", time_format_locale="de-DE", allowed_base_urls=[]
    )
    return svg


@cache
def _converter() -> object:
    """Return vl-convert, told once where the report's fonts are."""
    import vl_convert

    package = importlib.util.find_spec("font_source_sans_pro")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("font_source_sans_pro")
    vl_convert.register_font_directory(str(Path(package.origin).parent / "files"))
    return vl_convert


def _clean(svg: str, alternative: str) -> str:
    """Return the drawing without what only a browser's interaction needs, sized in millimetres, with ids of its own."""
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)  # noqa: S314 - drawn a moment ago, by us
    identity = "c" + hashlib.sha256((re.sub(r"clip\d+", "clip", svg) + alternative).encode()).hexdigest()[:8]
    ids: dict[str, str] = {}
    for element in root.iter():
        if "id" in element.attrib:
            ids.setdefault(element.attrib["id"], f"{identity}-{len(ids) + 1}")
    _strip(root, ids)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    root.attrib.update(
        width=f"{width / POINTS_PER_MM:.2f}mm",
        height=f"{height / POINTS_PER_MM:.2f}mm",
        viewBox=f"0 0 {width:g} {height:g}",
        role="img",
    )
    if alternative:
        title = ElementTree.Element(f"{{{_SVG}}}title")
        title.text = alternative
        root.insert(0, title)
    return ElementTree.tostring(root, encoding="unicode")


def _strip(element: ElementTree.Element, ids: Mapping[str, str]) -> None:
    description = element.get("aria-label", "")
    if description != plain(description) == element.text:
        element.text = description
    if element.text and not element.text.isascii():
        element.text = without_loose_marks(element.text)
    for name, value in list(element.attrib.items()):
        if _DROPPED.match(name) or (name == "opacity" and value == "1"):
            del element.attrib[name]
        elif name == "id":
            element.attrib[name] = ids[value]
        elif name == "font-family":
            element.attrib[name] = f"{value}, sans-serif"
        else:
            short = _LONG_FRACTION.sub(lambda number: f"{float(number[0]):.2f}", value)
            element.attrib[name] = _REFERENCE.sub(lambda found: f"url(#{ids[found[1]]})", short)
    for child in list(element):
        _strip(child, ids)
        if _paints_nothing(child):
            element.remove(child)


def without_loose_marks(text: str) -> str:
    """Return text without the accents that no composed letter has.

    WeasyPrint draws the characters of a drawing one by one, and such a mark would stand beside its letter.
    """
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if not unicodedata.combining(sign))


def _paints_nothing(element: ElementTree.Element) -> bool:
    kind = element.tag.removeprefix(f"{{{_SVG}}}")
    if kind == "g":
        return len(element) == 0
    if kind == "path":
        return not ({"fill", "stroke"} & element.attrib.keys()) or not element.get("d")
    return kind == "text" and not "".join(element.itertext()).strip()
