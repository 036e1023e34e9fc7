"""The rules of the page that a reader only notices when they are broken."""

from datetime import date
from pathlib import Path

from pypdf import PdfReader

from pipeline.publish import renderer
from pipeline.publish.templates import TEMPLATES


def test_no_subhead_stays_at_the_foot_of_a_page(tmp_path: Path) -> None:
    """Fill pages to every height near their foot, and see that a subhead is on the page of its first line."""
    styles = "".join((TEMPLATES / "styles" / name).read_text(encoding="utf-8") for name in ("report.css", "print.css"))
    colours = ":root { --akzent: #123; --auf-akzent: #fff; --akzent-text: #123; --toenung: #eee; --linie: #ccc }"
    chapters = "".join(
        f'<section class="kapitel"><h1 data-titel="K{i}">K{i}</h1>'
        + "<div>" + "<br>".join("Zeile" for _ in range(i)) + "</div>"
        + f'<section class="abschnitt"><h2>Kopf{i}</h2><p>Erste{i} ' + "weiter " * 60 + "</p></section></section>"
        for i in range(34, 46)
    )  # fmt: skip
    html = (
        f'<!DOCTYPE html><html lang="de"><head><title>Probe</title><style>{colours}{styles}</style></head>'
        f"<body>{chapters}</body></html>"
    )
    with renderer.start() as printer:
        printer.render(html, tmp_path / "a.pdf", as_of=date(2017, 1, 1))
    pages = [page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages]
    for i in range(34, 46):
        assert [f"Kopf{i}" in text for text in pages] == [f"Erste{i}" in text for text in pages]
    assert len(pages) > 12
