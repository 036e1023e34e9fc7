"""Write what a report leaves behind into a folder: figures, the two editions, and the PDF with its attachments."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..publish import webfonts
from ..publish.content import Content
from ..publish.document import Document
from ..publish.pdf.conformance import check_pdf
from ..publish.pdf.renderer import Attachment, Renderer, RenderingFailed, RenderResult
from .export_tables import tidy_tables
from .figures_file import write_json, write_xlsx
from .file_names import FIGURES, FIGURES_XLSX, REPORT


def write(folder: Path, content: Content) -> None:
    """Write `kennzahlen.json` and `Kennzahlen.xlsx`."""
    write_json(folder / FIGURES, content.figures, content.tables)
    write_xlsx(folder / FIGURES_XLSX, content.figures, content.tables, content.as_of)


def attachments(folder: Path, content: Content) -> tuple[Attachment, ...]:
    """Return what travels inside the PDF: the figures written to `folder`, and the tidy tables as CSV."""
    figures = (
        Attachment(FIGURES_XLSX, (folder / FIGURES_XLSX).read_bytes(), "Alle Kennzahlen mit ihren Zeilen", "Data"),
        Attachment(FIGURES, (folder / FIGURES).read_bytes(), "Alle Kennzahlen, maschinenlesbar", "Data"),
    )
    return figures + tuple(
        Attachment(f"{table.name}.csv", table.as_csv(), f"Tabelle „{table.name}“, wie sie gezählt wurde", "Source")
        for table in tidy_tables(content.tables)
    )


def print_report(folder: Path, document: Document, printer: Renderer) -> RenderResult:
    """Write the report as PDF and as HTML; raise `RenderingFailed` when the PDF is not what it claims to be."""
    name = REPORT.format(document.year)
    pdf = folder / f"{name}.pdf"
    with ThreadPoolExecutor(1) as meanwhile:  # the child prints, and we would only wait
        screen = meanwhile.submit(webfonts.embedded, document.screen)
        result = printer.render(
            document.html,
            pdf,
            as_of=document.as_of,
            attachments=attachments(folder, document.content),
            link_titles=document.link_titles,
            seconds=document.content.settings.bericht.druck_sekunden,
        )
    findings = check_pdf(pdf)
    if findings:
        raise RenderingFailed("Das PDF hält nicht ein, was es verspricht:\n" + "\n".join(findings))
    (folder / f"{name}.html").write_text(screen.result(), encoding="utf-8")
    return result
