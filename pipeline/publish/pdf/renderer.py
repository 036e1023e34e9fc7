"""HTML to PDF in a child process, the only place that imports WeasyPrint.

The child starts while the parent still reads: importing WeasyPrint and loading the German hyphenation take two
seconds. It renders one document and leaves; its memory goes with it. What it was given is all it sees: no network,
no files, no font of the machine. Whatever WeasyPrint would only log is a failed build, because a missing text
alternative or an unknown property is a defect of the report.

Between the processes: one JSON object each way, over the child's standard input and output.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import BinaryIO

from ...base import processes
from . import fonts
from .glyphs import printable
from .hyphenation import correct
from .overflow import beyond
from .weasyprint_details import (
    finish,
    let_blanks_hang,
    look_pages_up,
    run_chapters_on,
    separate_streams_clearly,
    tell_letters_from_their_marks,
)


class RenderingFailed(RuntimeError):
    """The PDF could not be made; the message says why."""


@dataclass(frozen=True)
class Attachment:
    """A file inside the PDF; `relationship` is "Data", "Source", "Supplement" or "Alternative"."""

    name: str
    data: bytes
    description: str
    relationship: str = "Data"


@dataclass(frozen=True)
class RenderResult:
    """What was rendered; `replaced` are the characters that the typefaces do not have.

    `beyond` is what leaves the type area, each text with its page.
    """

    pages: int
    replaced: str = ""
    beyond: tuple[tuple[int, str], ...] = ()


class Renderer:
    """A child process that renders one document; a context manager that ends the child when it was not needed."""

    def __init__(self, process: subprocess.Popen[bytes], folder: TemporaryDirectory[str]) -> None:
        self._process = process
        self._folder = folder

    def render(
        self,
        html: str,
        pdf: Path,
        *,
        as_of: date,
        attachments: Sequence[Attachment] = (),
        link_titles: Mapping[str, str] | None = None,
        seconds: float = 900,
    ) -> RenderResult:
        """Write `html` as PDF/UA-1 and PDF/A-3a to `pdf`.

        `as_of` dates the attachments, `link_titles` says what the links to an anchor lead to. Raise `RenderingFailed`
        with everything WeasyPrint complained about, or when the child dies or takes longer than `seconds`.
        """
        request = {
            "html": html,
            "pdf": str(pdf),
            "as_of": as_of.isoformat(),
            "attachments": [
                vars(attachment) | {"data": base64.b64encode(attachment.data).decode()} for attachment in attachments
            ],
            "link_titles": dict(link_titles or {}),
        }
        try:
            answer, complaints = self._process.communicate(json.dumps(request).encode(), timeout=seconds)
        except subprocess.TimeoutExpired:
            self.close()
            raise RenderingFailed(f"Das Setzen des PDF dauerte länger als {seconds:g} Sekunden.") from None
        if self._process.returncode or not answer:
            raise RenderingFailed(_died(self._process.returncode, complaints))
        reply = json.loads(answer)
        if reply["records"]:
            raise RenderingFailed("Beim Setzen des PDF gab es Beanstandungen:\n" + "\n".join(reply["records"]))
        return RenderResult(reply["pages"], reply["replaced"], tuple((page, text) for page, text in reply["beyond"]))

    def close(self) -> None:
        """End the child if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()
        self._folder.cleanup()

    def __enter__(self) -> Renderer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def start() -> Renderer:
    """Start the child at once and return it."""
    folder = TemporaryDirectory(prefix="bericht-")  # the child leaves in a hurry; whoever started it tidies up
    ours = Path(folder.name, "fonts.conf")
    ours.write_text(fonts.configuration(), encoding="utf-8")
    process = subprocess.Popen(
        processes.python_command("pipeline.publish.pdf.renderer"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=processes.child_environment(TMPDIR=folder.name, FONTCONFIG_FILE=str(ours)),
    )
    return Renderer(process, folder)


def _died(code: int, complaints: bytes) -> str:
    text = complaints.decode(errors="replace").strip()
    how = f"durch das Signal {signal.Signals(-code).name}" if code < 0 else f"mit dem Rückgabewert {code}"
    return f"Der Prozess, der das PDF setzt, endete {how}." + (f"\n{text}" if text else "")


# --- the child ------------------------------------------------------------------------------------------------


class _Records(logging.Handler):
    """Keep what WeasyPrint and fontTools complain about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if line not in self.lines:
            self.lines.append(line)


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Get ready, read one request, render it, answer, and leave without tearing anything down."""
    import gc
    import mimetypes

    import pyphen
    import weasyprint

    records = _Records()
    for name in ("weasyprint", "fontTools"):
        logger = logging.getLogger(name)
        logger.handlers = [records]
        logger.propagate = False
    mimetypes.add_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")
    correct(pyphen.Pyphen(lang="de").hd)
    separate_streams_clearly()
    run_chapters_on()
    look_pages_up()
    let_blanks_hang()
    tell_letters_from_their_marks()
    known = fonts.characters()
    content = requests.read()
    if not content:
        return  # the parent had nothing to print
    request = json.loads(content)
    gc.disable()  # millions of small objects, all of them needed until the end
    composed = unicodedata.normalize("NFC", request["html"])  # settings and names of files may be typed otherwise
    html, replaced = printable(composed, known)
    only_inside = weasyprint.urls.URLFetcher(allowed_protocols={"data"})  # what the document itself carries
    document = weasyprint.HTML(string=html, base_url="", url_fetcher=only_inside).render(
        pdf_variant="pdf/a-3a", pdf_tags=True
    )
    when = datetime.fromisoformat(request["as_of"])
    document.metadata.attachments = [
        weasyprint.Attachment(
            string=base64.b64decode(item["data"]),
            name=item["name"],
            description=item["description"],
            relationship=item["relationship"],
            created=when,
            modified=when,
        )
        for item in request["attachments"]
    ]
    titles = request["link_titles"]
    document.write_pdf(
        request["pdf"], finisher=lambda _, pdf: finish(pdf, titles), pdf_variant="pdf/a-3a", pdf_tags=True
    )
    reply = {"pages": len(document.pages), "replaced": replaced, "records": records.lines}
    answers.write(json.dumps(reply | {"beyond": beyond(document.pages)}).encode())
    answers.flush()


if __name__ == "__main__":
    # Nothing but the answer may reach the parent's pipe, whatever a library prints.
    _answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _serve(sys.stdin.buffer, _answers)
    os._exit(0)  # tearing down the layout tree would take seconds
