"""The child process that sets the PDF: what it refuses, and what becomes of it when it fails."""

import os
import signal
from datetime import date
from pathlib import Path

import pydyf
import pytest

from pipeline.publish.pdf import renderer
from pipeline.publish.pdf.conformance import check_pdf
from pipeline.publish.pdf.renderer import Attachment, RenderingFailed
from pipeline.publish.pdf.weasyprint_details import look_pages_up, separate_streams_clearly

DAY = date(2017, 12, 31)


def page(body: str, head: str = "") -> str:
    head = f"<title>Probe</title>{head}"
    return f'<!DOCTYPE html><html lang="de"><head>{head}</head><body><h1>Probe</h1>{body}</body></html>'


def render(html: str, pdf: Path) -> renderer.RenderResult:
    with renderer.start() as printer:
        return printer.render(html, pdf, as_of=DAY, attachments=[Attachment("a.csv", b"x;y", "Tabelle", "Source")])


def test_whatever_would_only_be_logged_fails_the_build(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG")
    body = f'<img src="{secret.as_uri()}" alt="Datei"><img src="http://127.0.0.1:9/a.png" alt="Netz"><p>x</p>'
    with pytest.raises(RenderingFailed) as failure:
        render(page(body, "<style>p { colour: red }</style>"), tmp_path / "a.pdf")
    message = str(failure.value)
    assert "colour" in message  # a style sheet with a mistake
    assert secret.as_uri() in message  # no files of the machine
    assert "127.0.0.1" in message  # no network


def test_picture_without_text_alternative_fails_the_build(tmp_path: Path) -> None:
    pixel = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    with pytest.raises(RenderingFailed, match="alt"):
        render(page(f'<img src="{pixel}">'), tmp_path / "a.pdf")


def test_a_child_that_dies_is_named(tmp_path: Path) -> None:
    with renderer.start() as printer:
        os.kill(printer._process.pid, signal.SIGKILL)
        with pytest.raises(RenderingFailed, match="SIGKILL"):
            printer.render(page(""), tmp_path / "a.pdf", as_of=DAY)


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with renderer.start() as printer:
        with pytest.raises(RenderingFailed, match=r"länger als 0\.01 Sekunden"):
            printer.render(page(""), tmp_path / "a.pdf", as_of=DAY, seconds=0.01)
        assert printer._process.poll() is not None


def test_a_mistake_in_the_child_is_told_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(RenderingFailed, match="FileNotFoundError"):
        render(page(""), tmp_path / "no" / "folder" / "a.pdf")


def test_a_child_that_was_not_needed_leaves_no_trace() -> None:
    with renderer.start() as printer:
        pass
    assert printer._process.poll() is not None


def test_streams_that_end_in_a_carriage_return_keep_their_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pydyf.Stream, "data", pydyf.Stream.data)  # restores it
    separate_streams_clearly()
    assert pydyf.Stream([b"abc\r"]).data.endswith(b"abc\r\r\nendstream")
    assert pydyf.Stream([b"abc"]).data.endswith(b"abc\nendstream")


def test_pages_are_looked_up_as_they_would_be_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = pydyf.PDF()
    for _ in range(3):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
    listed = pdf.page_references
    monkeypatch.setattr(pydyf.PDF, "page_references", pydyf.PDF.page_references)  # put back afterwards
    look_pages_up()
    assert tuple(pdf.page_references[number] for number in range(3)) == listed


def test_judge_finds_what_is_wrong(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    broken = page("<h3>Ebene übersprungen</h3>")
    render(broken, pdf)
    assert [finding.split(":")[0] for finding in check_pdf(pdf)] == ["PDF/UA-1, PDFUA1-HEADING-NESTING-001"]
