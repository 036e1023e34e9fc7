"""No character that somebody typed can stop a report."""

from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from pipeline.publish.pdf import fonts, renderer
from pipeline.publish.pdf.conformance import check_pdf
from pipeline.publish.pdf.glyphs import INSTEAD, printable

KNOWN = fonts.characters()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Müller – „ja“ … 5 €", "Müller – „ja“ … 5 €"),
        ("Toll 👍🏽!", "Toll !"),
        ("Şırnak, Łódź", "Şırnak, Łódź"),
        ("Ꜳ", INSTEAD),
        ("漢字", INSTEAD * 2),
        ("a\x0bb", "ab"),
        ("Silben\u00adtrennung", "Silben\u00adtrennung"),
    ],
)
def test_what_cannot_be_printed_gives_way(typed: str, printed: str) -> None:
    assert printable(typed, KNOWN)[0] == printed


@given(st.text())
def test_only_known_characters_remain_and_the_rest_is_named(text: str) -> None:
    shown, replaced = printable(text, KNOWN)
    assert not printable(shown, KNOWN)[1]
    assert set(replaced) <= set(text)
    assert (shown == text) == (not replaced)


def test_report_with_foreign_characters_is_still_accessible_and_lasting(tmp_path: Path) -> None:
    html = (
        '<!DOCTYPE html><html lang="de"><head><title>Probe</title></head>'
        '<body style="font-family: Source Serif Pro"><h1>Probe</h1><p>Danke 🎉 العربية Ελλάς</p></body></html>'
    )
    with renderer.start() as printer:
        result = printer.render(html, tmp_path / "a.pdf", as_of=date(2017, 1, 1))
    assert "🎉" in result.replaced
    assert check_pdf(tmp_path / "a.pdf") == ()


@pytest.mark.parametrize("typed", ["a\u0301\u0323", "M\u0308", "x\u030c", "e\u0323\u0301", "Mu\u0308ll"])
def test_combining_marks_leave_a_lasting_report_and_every_letter_in_it(tmp_path: Path, typed: str) -> None:
    html = (
        '<!DOCTYPE html><html lang="de"><head><title>Probe</title></head><body style="font-family: Source Sans Pro">'
        f'<h1>{typed}</h1><p>{typed} Maxau</p><svg role="img" width="80mm" height="9mm" viewBox="0 0 200 20">'
        f"<title>Bild</title><text font-family='Source Sans Pro' x='9' y='9'>{typed} Maxau</text></svg></body></html>"
    )
    with renderer.start() as printer:
        printer.render(html, tmp_path / "a.pdf", as_of=date(2017, 1, 1))
    assert check_pdf(tmp_path / "a.pdf") == ()
    text = normalize("NFC", PdfReader(tmp_path / "a.pdf").pages[0].extract_text())
    assert text.count("Maxau") == 2
    assert text.count(normalize("NFC", typed)) >= 2  # in a drawing each character stands for itself
