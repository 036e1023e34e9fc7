"""The drawing engine: clean SVG, the report's type, and errors that name the file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from pipeline.charts.engine import draw
from pipeline.charts.specifications import TEMPLATES, BrokenSpecificationError, check

BARS: dict[str, Any] = {
    "width": "$width",
    "height": "$height",
    "autosize": {"type": "fit", "contains": "padding"},
    "data": {"name": "werte"},
    "mark": {"type": "bar", "clip": True},
    "encoding": {
        "x": {"field": "n", "type": "quantitative", "axis": {"format": ",.1f"}},
        "y": {"field": "name", "type": "nominal"},
        "color": {"field": "name", "type": "nominal", "scale": {"range": "$series"}},
    },
}
VALUES = {"werte": [{"name": "Größe <&> „x“", "n": 1234.5}, {"name": "</svg><script>", "n": 2}]}


def specification(folder: Path, content: object = BARS, name: str = "probe") -> Path:
    (folder / "charts").mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / "charts" / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


def drawn(folder: Path, **more: Any) -> str:
    return draw("probe", VALUES, accent="#1f5673", width=120, height=50, templates=folder, **more)


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - drawn a moment ago


def test_the_drawing_has_its_size_in_millimetres_and_its_type_in_points(tmp_path: Path) -> None:
    root = parsed(drawn(specification(tmp_path)))
    assert (root.get("width"), root.get("height"), root.get("role")) == ("120.00mm", "50.00mm", "img")
    assert root.get("viewBox") == "0 0 340.16 141.73"
    texts = [node for node in root.iter() if node.tag.endswith("}text")]
    assert {node.get("font-family") for node in texts} == {"Source Sans Pro, sans-serif"}
    assert "8.5px" in {node.get("font-size") for node in texts}


def test_names_stay_text_and_numbers_are_german(tmp_path: Path) -> None:
    texts = list(parsed(drawn(specification(tmp_path))).itertext())
    assert VALUES["werte"][0]["name"] in texts
    assert VALUES["werte"][1]["name"] in texts
    assert "1.000,0" in texts


@pytest.mark.parametrize(("typed", "written"), [("Mu\u0308ll", "Müll"), ("x\u030cy", "xy"), ("Café", "Café")])
def test_no_accent_stands_beside_its_letter(tmp_path: Path, typed: str, written: str) -> None:
    values = {"werte": [{"name": typed, "n": 1}]}
    specification(tmp_path)
    svg = draw("probe", values, accent="#1f5673", width=120, height=50, templates=tmp_path)
    assert written in set(parsed(svg).itertext())


def test_nothing_but_shapes_and_text_comes_out(tmp_path: Path) -> None:
    svg = drawn(specification(tmp_path), alternative="Zwei Balken & ein Wort")
    root = parsed(svg)
    assert root[0].text == "Zwei Balken & ein Wort"
    kinds = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert kinds <= {"svg", "title", "g", "path", "line", "rect", "text", "defs", "clipPath"}
    assert not svg.startswith("<?xml")
    assert not {name for node in root.iter() for name in node.attrib} & {"href", "style", "onload", "class"}


def test_ids_of_two_charts_never_meet(tmp_path: Path) -> None:
    specification(tmp_path)
    one, other = drawn(tmp_path, alternative="eins"), drawn(tmp_path, alternative="zwei")
    found = [set(re.findall(r'id="([^"]+)"', svg)) for svg in (one, other)]
    assert found[0]
    assert not found[0] & found[1]
    for svg, ids in zip((one, other), found, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) == ids


def test_the_same_chart_is_the_same_every_time(tmp_path: Path) -> None:
    specification(tmp_path)
    assert drawn(tmp_path) == drawn(tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{\n"mark": "bar",,\n}', "probe.json, Zeile 2"),
        ("[]", "probe.json: erwartet wird"),
        ({**BARS, "title": "$unbekannt"}, "„$unbekannt“ ist nicht bekannt"),
        ({**BARS, "data": {"url": "https://example.org/x.json"}}, "lädt nichts nach"),
        ({**BARS, "mark": "torte"}, "probe.json lässt sich nicht zeichnen"),
    ],
)
def test_a_broken_specification_is_named(tmp_path: Path, content: object, said: str) -> None:
    specification(tmp_path, content)
    with pytest.raises(BrokenSpecificationError, match=re.escape(said)):
        drawn(tmp_path)


@pytest.mark.parametrize(
    ("content", "row", "said"),
    [
        ('{\n"mark": "bar",,\n}', 2, "Zeile 2 ist kein JSON"),
        ("[]", None, "geschweiften Klammer"),
        ({**BARS, "data": {"url": "https://example.org/x.json"}}, None, "lädt nichts nach"),
    ],
)
def test_broken_specifications_are_problems_before_anything_is_drawn(
    tmp_path: Path, content: object, row: int | None, said: str
) -> None:
    (found,) = check(specification(tmp_path / "templates", content))
    assert (found.code, found.file, found.row) == ("diagramm-falsch", "templates/charts/probe.json", row)
    assert said in found.message


def test_a_specification_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    specification(tmp_path)
    (tmp_path / "charts" / "probe.json").write_bytes(b"\xff\xfe{}")
    assert [problem.code for problem in check(tmp_path)] == ["diagramm-falsch"]


def test_the_specifications_of_the_program_are_sound() -> None:
    assert check(TEMPLATES) == ()
    assert len(list((TEMPLATES / "charts").glob("*.json"))) > 3


def test_what_a_folder_of_templates_lacks_comes_from_the_program(tmp_path: Path) -> None:
    specification(tmp_path, {"font": "Eigene"}, name="stil")
    (tmp_path / "charts" / "probe.json").write_text(json.dumps(BARS), encoding="utf-8")
    assert "Eigene" in drawn(tmp_path)
    (tmp_path / "charts" / "stil.json").unlink()
    assert "Source Sans Pro" in drawn(tmp_path)
