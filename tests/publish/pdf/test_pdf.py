"""The printed report as a reader, a screen reader and an archive meet it."""

import base64
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from pipeline.base.marks import plain
from pipeline.outputs import report_files
from pipeline.publish.document import Document, compose
from pipeline.publish.pdf import renderer
from pipeline.publish.pdf.conformance import check_pdf
from pipeline.publish.pictures import Picture
from tests.publish import sample


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_PNG = (  # one red pixel
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    + _chunk(b"IEND", b"")
)


@pytest.fixture(scope="module")
def pdf(folder: Path) -> PdfReader:
    return PdfReader(folder / "Taetigkeitsbericht-2021.pdf")


@pytest.fixture(scope="module")
def pages(pdf: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def test_it_is_accessible_and_lasting_at_once(folder: Path) -> None:
    assert check_pdf(folder / "Taetigkeitsbericht-2021.pdf") == ()


def test_same_content_same_bytes(folder: Path, document: Document, tmp_path: Path) -> None:
    with renderer.start() as printer:
        report_files.write(tmp_path, document.content)
        report_files.print_report(tmp_path, document, printer)
    for file in folder.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_it_says_what_it_is(pdf: PdfReader) -> None:
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Verein der Lesefreunde und Obstwiesen Lindenau e. V.: Tätigkeitsbericht 2021"
    assert pdf.metadata["/CreationDate"].startswith("D:20211213")  # the last row's day, not today
    assert pdf.trailer["/Root"]["/Lang"] == "de"


def test_only_the_report_s_own_typefaces_are_used_and_embedded(pdf: PdfReader) -> None:
    fonts = {}
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[descendant["/BaseFont"]] = descendant["/FontDescriptor"].get_object()
    assert {name.split("+")[1].split("-")[0] for name in fonts} == {"Source"}
    assert all({"/FontFile2", "/FontFile3"} & set(font) for font in fonts.values())


def test_cover_names_association_year_and_draft(pages: list[str]) -> None:
    for words in (
        "Verein der Lesefreunde",
        "2021",
        "Tätigkeitsbericht",
        "Entwurf",
        "letzter Eintrag: 13. Dezember 2021",
    ):
        assert words in pages[0]


def test_bookmarks_lead_to_chapters(pdf: PdfReader) -> None:
    top = [item for item in pdf.outline if isinstance(item, Destination)]
    titles = [item.title for item in top]
    assert titles == ["Inhalt", "Vorwort", "Das Jahr in Zahlen", *sample.PROJECTS, "Ausblick", "Veranstaltungen",
                      "Treffen", "Methodik", "Herkunft der Zahlen"]  # fmt: skip


def test_contents_name_the_page_on_which_a_chapter_begins(pdf: PdfReader, pages: list[str]) -> None:
    for item in pdf.outline:
        if isinstance(item, Destination) and item.title != "Inhalt":
            number = pdf.get_destination_page_number(item) + 1
            assert f"{item.title} {number}" in pages[1]


def test_annex_names_the_page_on_which_a_figure_first_stands(pdf: PdfReader, pages: list[str]) -> None:
    goals = pdf.named_destinations
    for key, label in (
        ("allgemein.werte.mitglieder.2021", "Mitglieder 2021 231 Werte.xlsx, Blatt „Tabelle1“, Zeile 3"),
        ("gesamt.treffen.2020.anzahl", "– im Jahr 2020: 31 (2–32); im Jahr 2021: 33 (33–65)."),
    ):
        number = pdf.get_destination_page_number(goals[f"zahl-{key}"]) + 1
        assert any(f"{label} {number}" in text for text in pages)


def test_every_page_has_its_folio_and_running_head(pages: list[str]) -> None:
    for number, text in enumerate(pages[1:], start=2):
        assert str(number) in text
        if number % 2 == 0:
            assert "Lesefreunde · Tätigkeitsbericht 2021 · Entwurf" in text


def test_every_link_inside_the_document_has_its_goal(pdf: PdfReader) -> None:
    goals = set(pdf.named_destinations)
    links = [a.get_object() for page in pdf.pages for a in page.get("/Annots", ())]
    inside = [link["/Dest"] for link in links if "/Dest" in link]
    assert len(inside) > 50
    assert set(inside) <= goals
    told = {link["/Contents"] for link in links}
    assert {
        "Vorwort",
        "Herkunft der Zahl: Insgesamt: Treffen im Jahr 2021",
        "Zurück zum Text: Mitglieder 2021",
    } <= told
    assert not any(name.startswith(("kapitel-", "herkunft-", "zahl-", "zahlen-", "abbildung-")) for name in told)


def test_a_drawing_and_its_caption_lead_to_the_line_of_its_numbers(pdf: PdfReader, document: Document) -> None:
    links = [a.get_object() for page in pdf.pages for a in page.get("/Annots", ())]
    for chart in document.content.charts:
        found = [link for link in links if link["/Dest"] == f"zahlen-{chart.key}"]
        widths = sorted(float(link["/Rect"][2] - link["/Rect"][0]) for link in found)
        assert widths[-1] == pytest.approx(chart.width / 25.4 * 72, abs=1)
        assert {link["/Contents"] for link in found} == {
            f"Herkunft der Zahlen in der Abbildung: {plain(chart.finding)}"
        }


def test_figures_and_tidy_tables_travel_inside(pdf: PdfReader, folder: Path) -> None:
    assert sorted(pdf.attachments) == [
        "Kennzahlen.xlsx", "Treffen.csv", "Veranstaltungen.csv", "Werte.csv", "kennzahlen.json",
    ]  # fmt: skip
    assert pdf.attachments["kennzahlen.json"][0] == (folder / "kennzahlen.json").read_bytes()
    related = {f.get_object()["/UF"]: f.get_object()["/AFRelationship"] for f in pdf.trailer["/Root"]["/AF"]}
    assert related["kennzahlen.json"] == "/Data"
    assert related["Treffen.csv"] == "/Source"


def test_tables_tell_screen_readers_their_headings(pdf: PdfReader) -> None:
    kinds = [item["/S"] for item in _structure(pdf.trailer["/Root"]["/StructTreeRoot"])]
    assert {"/Table", "/TH", "/Figure", "/Caption", "/H1", "/H2", "/L", "/Link"} <= set(kinds)
    figures = [item for item in _structure(pdf.trailer["/Root"]["/StructTreeRoot"]) if item["/S"] == "/Figure"]
    assert all(str(item["/Alt"]).strip() for item in figures)


def test_pictures_pale_colours_and_long_names_are_fine_as_well(tmp_path: Path) -> None:
    pixel = Picture(f"data:image/png;base64,{base64.b64encode(_PNG).decode()}")
    settings = replace(
        sample.SETTINGS,
        organisation=replace(sample.SETTINGS.organisation, name="Arbeitsgemeinschaft " * 5),
        bericht=replace(sample.SETTINGS.bericht, farbe="#f2c200", titel="Jahres- und Tätigkeitsbericht"),
    )
    content = sample.content(meetings=300, settings=settings, logo=pixel, picture=pixel, draft=False)
    content = replace(content, chapters=(*content.chapters, sample.survey()))
    with renderer.start() as printer:
        report_files.write(tmp_path, content)
        result = report_files.print_report(tmp_path, compose(content), printer)
    assert 10 <= result.pages <= 16


def _structure(node: object) -> list[dict[str, object]]:
    found = []
    stack = [node]
    while stack:
        item = stack.pop()
        item = item.get_object() if hasattr(item, "get_object") else item
        if isinstance(item, list):
            stack += item
        elif isinstance(item, dict):
            if "/S" in item:
                found.append(item)
            if "/K" in item:
                stack.append(item["/K"])
    return found


def test_head_cells_say_what_they_are_the_head_of(pdf: PdfReader) -> None:
    found = [pdf.get_object(number) for number in range(1, pdf.trailer["/Size"])]
    heads = [item["/A"].get("/Scope") for item in found if isinstance(item, dict) and item.get("/S") == "/TH"]
    assert set(heads) == {"/Column", "/Row"}
