"""The rules of the page that a reader only notices when they are broken."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.publish.pdf import renderer
from pipeline.publish.templates import TEMPLATES

HEIGHTS = range(34, 46)  # so many lines fill a page up to near its foot


def pages(chapters: Iterable[str], pdf: Path) -> list[str]:
    """Return the text of the pages on which chapters are set with the report's own styles."""
    styles = "".join((TEMPLATES / "styles" / name).read_text(encoding="utf-8") for name in ("report.css", "print.css"))
    colours = ":root { --akzent: #123; --auf-akzent: #fff; --akzent-text: #123; --toenung: #eee; --linie: #ccc }"
    body = "".join(f'<section class="kapitel"><h1 data-titel="K">K</h1>{chapter}</section>' for chapter in chapters)
    head = f"<title>Probe</title><style>{colours}{styles}</style>"
    with renderer.start() as printer:
        html = f'<!DOCTYPE html><html lang="de"><head>{head}</head><body>{body}</body></html>'
        printer.render(html, pdf, as_of=date(2017, 1, 1))
    return [page.extract_text() for page in PdfReader(pdf).pages]


def lines(count: int) -> str:
    return "<div>" + "<br>".join("Zeile" for _ in range(count)) + "</div>"


def section(i: int) -> str:
    return f'<section class="abschnitt"><h2>Kopf{i}</h2><p>Erste{i} {"weiter " * 60}</p></section>'


def answers(i: int) -> str:
    rows = "".join(f'<tr><th scope="row">{"Erste" if k == 0 else "Nächste"}{i}</th><td>1</td></tr>' for k in range(9))
    title = f'<th scope="rowgroup" colspan="2">Kopf{i} {"lange Frage " * 14}</th>'
    return (
        '<table class="antworten schmal"><thead><tr><th scope="col">Spalte</th><th scope="col">Anzahl</th></tr></thead>'
        f'<tbody><tr class="gruppe">{title}</tr>{rows}</tbody></table>'
    )


def events(i: int) -> str:
    row = "<tr><td>{}</td><td>Fest</td></tr>"
    first, more = (row.format(name) for name in (f"Kopf{i}", f"Erste{i}"))
    last = "".join(map(row.format, (f"Drei{i}", f"Zwei{i}", f"Eins{i}")))
    return (
        '<h2 class="tabelle">Titel</h2><table class="liste">'
        '<thead><tr><th scope="col">Tag</th><th scope="col">Was</th></tr></thead>'
        f"<tbody>{first}{row.format('')}{more}</tbody><tbody>{row.format('') * 3}</tbody>"
        f'<tbody class="ende">{last}</tbody></table>'
    )


@pytest.mark.parametrize("block", [section, answers, events])
def test_no_heading_stays_at_the_foot_of_a_page(block: Callable[[int], str], tmp_path: Path) -> None:
    texts = pages((lines(i) + block(i) for i in HEIGHTS), tmp_path / "a.pdf")
    assert len(texts) > len(HEIGHTS)
    for i in HEIGHTS:
        assert [f"Kopf{i}" in text for text in texts] == [f"Erste{i}" in text for text in texts]


def test_the_last_three_rows_of_a_long_table_stay_together(tmp_path: Path) -> None:
    texts = pages((lines(i) + events(i) for i in HEIGHTS), tmp_path / "a.pdf")
    assert len(texts) > len(HEIGHTS)
    for i in HEIGHTS:
        assert sum(f"Eins{i}" in text for text in texts) == 1
        assert [f"Drei{i}" in text for text in texts] == [f"Eins{i}" in text for text in texts]


def test_head_of_a_table_is_repeated_on_every_page(tmp_path: Path) -> None:
    texts = pages((lines(i) + answers(i) for i in HEIGHTS), tmp_path / "a.pdf")
    assert any("Nächste" in text and "Erste" not in text for text in texts)
    for text in texts:
        assert ("Spalte" in text) == ("Erste" in text or "Nächste" in text)


def chart(i: int) -> str:
    caption = f"<figcaption><strong>Befund{i}</strong> {'lange Unterschrift ' * 16} Quelle{i}</figcaption>"
    return f'<figure class="diagramm">{caption}<svg width="126mm" height="20mm"><title>Bild</title></svg></figure>'


def test_a_caption_is_never_torn_from_its_chart(tmp_path: Path) -> None:
    texts = pages((lines(i) + chart(i) + f"<p>Danach{i}</p>" for i in HEIGHTS), tmp_path / "a.pdf")
    assert len(texts) > len(HEIGHTS)
    for i in HEIGHTS:
        assert [f"Befund{i}" in text for text in texts] == [f"Quelle{i}" in text for text in texts]


@pytest.mark.parametrize(("height", "expected"), [(3, 1), (9, 1), (24, 2), (40, 2)])
def test_a_chapter_begins_a_page_unless_the_last_is_mostly_empty(height: int, expected: int, tmp_path: Path) -> None:
    assert len(pages((lines(height), lines(2)), tmp_path / "a.pdf")) == expected


def test_no_word_stands_alone_because_of_the_blank_before_a_number(tmp_path: Path) -> None:
    """As wide as its line but for that blank: somewhere among these widths it is."""
    text = '<p style="width: {}pt">im Oktober zur Fahrt nach Trier ein. <a href="#a">31</a>\u00a0Gäste</p>'
    lines = "".join(text.format(width / 2) for width in range(340, 372))
    text = "\n".join(pages(['<i id="a"></i>' + lines], tmp_path / "a.pdf"))
    assert "im\n" not in text
    assert "ein. \n31" in text
