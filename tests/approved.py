"""The example's report as it was approved by eye: `python -m tests.approved` writes it anew.

The page for the screen without style sheet and drawings, a line for every block, so that a change can be read.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from pipeline.base.associations import Association
from pipeline.base.fingerprint import ROOT
from pipeline.report import Order, make

APPROVED = Path(__file__).parent / "example" / "approved.html"
_BLOCK = re.compile(
    r"\s*(</?(?:article|section|nav|h[1-6]|p|ul|ol|li|table|thead|tbody|tr|figure|figcaption|dl|dt|dd)\b)"
)


def essence(html: str) -> str:
    """Return a page without what is looked at instead of read, one block a line."""
    html = re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)
    html = re.sub(r"<svg.*?</svg>", "<svg/>", html, flags=re.DOTALL)
    html = re.sub(r"[ \t]+", " ", html)
    lines = (line.strip() for line in _BLOCK.sub(r"\n\1", html).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def main() -> None:
    """Make the example's report and approve it."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = make(Order(Association("", ROOT / "inputs", Path(folder))))
        page = (outcome.folder / "Taetigkeitsbericht-2017.html").read_text("utf-8")
    APPROVED.write_text(essence(page), "utf-8")


if __name__ == "__main__":
    main()
