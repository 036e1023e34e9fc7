"""Logo and cover picture come from the inputs folder or not at all, and only if a report can hold them."""

import base64
import html
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from pipeline.base.settings import OwnOrganisation, ReportSettings, Settings
from pipeline.outputs import report_files
from pipeline.publish import pictures
from pipeline.publish.document import compose
from pipeline.publish.pdf import renderer
from pipeline.publish.pdf.conformance import check_pdf
from tests.publish import sample

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def settings(logo: str) -> Settings:
    return Settings(organisation=OwnOrganisation(name="Verein"), bericht=ReportSettings(logo=logo))


def picture(mode: str, kind: str = "PNG", size: tuple[int, int] = (8, 6)) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size).save(written, kind)
    return written.getvalue()


def found(folder: Path, name: str, data: bytes) -> tuple[dict[str, pictures.Picture], list[str]]:
    (folder / name).write_bytes(data)
    images, problems = pictures.find(folder, settings(name))
    return images, [problem.code for problem in problems]


def test_a_picture_travels_inside_the_document(tmp_path: Path) -> None:
    data = picture("RGB")
    images, codes = found(tmp_path, "zeichen.png", data)
    assert images["logo"].address == f"data:image/png;base64,{base64.b64encode(data).decode()}"
    assert codes == []


@pytest.mark.parametrize("name", ["fehlt.png", "text.txt", "../geheim.png", "../inputs-geheim/zeichen.png"])
def test_any_other_is_told(tmp_path: Path, name: str) -> None:
    inputs, beside = tmp_path / "inputs", tmp_path / "inputs-geheim"
    inputs.mkdir()
    beside.mkdir()
    (inputs / "text.txt").write_text("kein Bild")
    for secret in (tmp_path / "geheim.png", beside / "zeichen.png"):
        secret.write_bytes(picture("RGB"))
    images, problems = pictures.find(inputs, settings(name))
    assert images == {}
    assert [(p.code, p.value) for p in problems] == [("bild-fehlt", name)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("kaputt.png", b"\x89PNG"),
        ("abgeschnitten.jpg", picture("RGB", "JPEG", (400, 400))[:-300]),
        ("riesig.png", picture("1", size=(30_000, 3_000))),
        ("verkleidet.png", picture("RGB", "JPEG")),
        ("kaputt.svg", b"<svg"),
        ("fremd.svg", b"<html/>"),
        ("bombe.svg", b'<!DOCTYPE svg [<!ENTITY a "aa">]>' + SVG.format("<text>&a;</text>").encode()),
        ("vorspann.svg", b'<?xml-stylesheet href="https://example.org/a.css"?>' + SVG.format("").encode()),
        ("bild.svg", SVG.format('<image xlink:href="file:///etc/passwd"/>').encode()),
        ("netz.svg", SVG.format('<image href="https://example.org/a.png"/>').encode()),
        ("stil.svg", SVG.format('<style>@import "https://example.org/a.css";</style>').encode()),
        ("schrift.svg", SVG.format("<style>a{src:url(https://example.org/a.woff)}</style>").encode()),
        ("fuellung.svg", SVG.format('<rect fill="url(https://example.org/#a)"/>').encode()),
        ("kasten.svg", SVG.replace("0 0 9 9", "0 0 9").format("").encode()),
        ("flach.svg", SVG.replace("0 0 9 9", "0 0 9 0").format("").encode()),
        ("versteckt.svg", SVG.format('<style>@\\69mport "http://example.org"</style>').encode()),
        ("dahinter.svg", SVG.format('<g/>@import "http://example.org"').encode()),
        ("breit.svg", SVG.format("").encode("utf-16")),
        ("skript.svg", SVG.format("<script>alert(1)</script>").encode()),
        ("herz.svg", SVG.format("<text>\u2764 Garten</text>").encode()),
        ("bogen.svg", SVG.format('<text><textPath href="#a">Garten</textPath></text>').encode()),
        ("handlung.svg", SVG.format('<rect onload="alert(1)"/>').encode()),
    ],
)
def test_what_a_report_cannot_hold_is_told_and_left_out(tmp_path: Path, name: str, data: bytes) -> None:
    assert found(tmp_path, name, data) == ({}, ["bild-unlesbar"])


@pytest.mark.parametrize(
    "inside", ['<rect fill="url(#a)"/>', '<use href="#a"/>', '<path style="fill: #fff" d="M0 0"/>']
)
def test_a_drawing_that_keeps_to_itself_is_welcome(tmp_path: Path, inside: str) -> None:
    images, codes = found(tmp_path, "zeichen.svg", SVG.format(inside).encode())
    assert images["logo"].address.startswith("data:image/svg+xml;base64,")
    assert codes == []


@pytest.mark.parametrize(
    ("inside", "faces"),
    [
        ('<text font-family="Futura, sans-serif">Garten</text>', ["Futura"]),
        ("<style>text{font-family:'Gill Sans'}</style><text>Garten</text>", ["Gill Sans"]),
        (
            '<text style="font: bold 4px Optima">Garten<tspan font-family="Futura">!</tspan></text>',
            ["Optima", "Futura"],
        ),
        ('<text font-family="Source Sans Pro">Garten</text><text font-family="serif">e. V.</text>', []),
        ('<g font-family="Futura"><path d="M0 0"/></g>', []),
    ],
)
def test_a_typeface_that_a_drawing_will_not_get_is_named(tmp_path: Path, inside: str, faces: list[str]) -> None:
    (tmp_path / "zeichen.svg").write_text(SVG.format(inside), "utf-8")
    images, problems = pictures.find(tmp_path, settings("zeichen.svg"))
    assert list(images["logo"].faces) == faces
    assert [problem.code for problem in problems] == ["bild-schrift"] * bool(faces)


def test_a_picture_is_found_however_its_name_is_composed(tmp_path: Path) -> None:
    (tmp_path / "Gru\u0308n.png").write_bytes(picture("RGB"))
    assert pictures.find(tmp_path, settings("Grün.png"))[1] == ()


def test_letters_of_a_drawing_lose_marks_that_cannot_be_set(tmp_path: Path) -> None:
    (tmp_path / "zeichen.svg").write_text(SVG.format("<text>Gru\u0308n за\u0301мок</text>"), "utf-8")
    images, _ = pictures.find(tmp_path, settings("zeichen.svg"))
    drawn = base64.b64decode(images["logo"].address.partition(",")[2]).decode()
    assert html.unescape(drawn).count("Grün замок") == 1


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("druckerei.jpg", picture("CMYK", "JPEG"), (8, 6)),
        ("tief.png", picture("I;16"), (8, 6)),
        ("kamera.jpg", picture("RGB", "JPEG", (6000, 4000)), (3000, 2000)),
    ],
)
def test_what_a_lasting_pdf_forbids_is_changed(tmp_path: Path, name: str, data: bytes, size: tuple[int, int]) -> None:
    images, codes = found(tmp_path, name, data)
    assert codes == []
    shown = Image.open(io.BytesIO(base64.b64decode(images["logo"].address.partition(",")[2])))
    assert (shown.format, shown.mode, shown.size) == ("PNG" if name.endswith("png") else "JPEG", "RGB", size)


def test_pictures_of_a_print_shop_leave_the_report_lasting(tmp_path: Path) -> None:
    (logo,) = found(tmp_path, "tief.png", picture("I;16"))[0].values()
    (cover,) = found(tmp_path, "druckerei.jpg", picture("CMYK", "JPEG", (40, 20)))[0].values()
    document = compose(replace(sample.content(), logo=logo, picture=cover))
    with renderer.start() as printer:
        report_files.write(tmp_path, document.content)
        report_files.print_report(tmp_path, document, printer)
    assert check_pdf(tmp_path / "Taetigkeitsbericht-2021.pdf") == ()
