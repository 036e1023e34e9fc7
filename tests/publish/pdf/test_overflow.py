"""What leaves the type area is named, and what could leave it does not."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.base.associations import Association
from pipeline.outputs import report_files
from pipeline.publish import outside
from pipeline.publish.pdf import renderer
from pipeline.publish.templates import TEMPLATES
from pipeline.publish.typography import isolated, unbroken_end
from pipeline.report import Order, make
from tests import association, build

WORD = "Streuobstwiesenpflegegemeinschaftsversammlungsprotokoll"
TEXTS = (WORD, WORD * 2, "https://obstwiese.example/mitmachen?jahr=fruehling&" + "monat" * 20, "Plan_" * 20 + ".docx")


def set_pages(body: str, styles: str, pdf: Path) -> renderer.RenderResult:
    head = f"<title>Probe</title><style>{styles}</style>"
    with renderer.start() as printer:
        html = f'<!DOCTYPE html><html lang="de"><head>{head}</head><body>{body}</body></html>'
        return printer.render(html, pdf, as_of=date(2019, 1, 1))


def test_what_leaves_the_type_area_is_named_with_its_page(tmp_path: Path) -> None:
    styles = "@page { size: A4; margin: 20mm } p { margin: 0; white-space: nowrap } section { break-before: page }"
    picture = '<svg width="200mm" height="9mm"><title>Bild der Wiese</title><rect width="9" height="9"/></svg>'
    high = (
        '<div style="height: 245mm"></div><div style="break-inside: avoid; break-before: avoid">unten<br>tiefer</div>'
    )
    body = f"<h1>Probe</h1><p>kurz</p><p>{WORD * 3}</p><section>{picture}</section>"
    left = '<section><div style="position: absolute; left: -9mm">links</div></section>'
    result = set_pages(body + left + f"<section>{high}</section>", styles, tmp_path / "a.pdf")
    assert result.beyond[:3] == ((1, (WORD * 3)[:100]), (2, "Bild der Wiese"), (3, "links"))


def test_the_row_of_such_a_text_is_named() -> None:
    tables = build.tables(treffen=[{"thema": "kurz"}, {"thema": f"Bericht: {WORD}"}])
    found = list(outside.check([(7, WORD), (8, "anderes")], tables))
    assert [(p.severity, p.file, p.row) for p in found] == [("warnung", "Treffen.xlsx", 3), ("warnung", "", None)]
    assert found[0].code == "text-ragt-hinaus"
    assert f"Auf Seite 7 des PDF ragt „{WORD}“" in found[0].message


def test_it_stands_in_the_protocol(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = renderer.RenderResult(1, beyond=((1, "Obstwiesen"),))
    monkeypatch.setattr(report_files, "print_report", lambda *_: printed)
    outcome = make(Order(Association("", association.write(tmp_path / "ein"), tmp_path / "aus")))
    protocol = json.loads((outcome.folder / "pruefprotokoll.json").read_text("utf-8"))
    for codes in ([p.code for p in outcome.problems], [p["code"] for p in protocol["problems"]]):
        assert codes.count("text-ragt-hinaus") == 1
    assert "Auf Seite 1 des PDF ragt „Obstwiesen“" in outcome.protocol.read_text("utf-8")


def test_no_long_word_leaves_it(tmp_path: Path) -> None:
    styles = "".join((TEMPLATES / "styles" / name).read_text(encoding="utf-8") for name in ("report.css", "print.css"))
    colours = ":root { --akzent: #123; --auf-akzent: #fff; --akzent-text: #123; --toenung: #eee; --linie: #ccc }"
    drawing = '<svg width="126mm" height="20mm"><title>Bild</title><rect width="9" height="9"/></svg>'
    body = '<section class="kapitel"><h1 data-titel="Probe">Probe</h1>'
    for text in TEXTS:
        shown, cited, last = isolated(text), isolated(f"„{text}“."), unbroken_end(str(isolated(f"zum {text}.")))
        body += (
            f'<h2 class="tabelle">{shown}</h2><section class="abschnitt"><h2>{shown}</h2><p>Davor {shown} danach</p>'
            f'<p class="kurz">{cited}</p><ul><li class="punkt">{last}</li></ul><p>{last}</p></section>'
            '<table><colgroup><col style="width: 30mm"></colgroup>'
            f"<tr><td>{isolated(text, 80)}</td><td>1</td></tr></table>"
        )
        for kind in ("diagramm", "diagramm breit"):
            caption = f"<figcaption><strong>Am besten besucht war {cited}</strong> {shown}</figcaption>"
            body += f'<figure class="{kind}">{caption}<div class="zeichnung">{drawing}</div></figure>'
    assert set_pages(body + "</section>", colours + styles, tmp_path / "a.pdf").beyond == ()
