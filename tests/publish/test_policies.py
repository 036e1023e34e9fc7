"""Every page that a browser opens forbids it to run or fetch anything, before anything else is read."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.outputs import changes_page
from pipeline.outputs.check import protocol
from pipeline.publish.document import Document
from pipeline.publish.templates import TEMPLATES
from tests.publish import sample

_POLICY = re.compile(
    r'<!DOCTYPE html>\s*<html lang="de">\s*<head>\s*<meta charset="utf-8">(?:\s*<(?:title|meta name)[^\n]*)*'
    r'\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)">'
)


def report(document: Document, folder: Path) -> str:
    return document.screen


def protocol_page(document: Document, folder: Path) -> str:
    protocol.write(folder, (), (), sample.SETTINGS, sample.YEAR)
    return (folder / "Pruefprotokoll.html").read_text("utf-8")


def changes(document: Document, folder: Path) -> str:
    return changes_page.as_html((changes_page.Comparison("stand", "gestern", None),), sample.SETTINGS, sample.YEAR)


@pytest.mark.parametrize("page", [report, protocol_page, changes])
def test_a_page_runs_and_fetches_nothing_of_others(
    page: Callable[[Document, Path], str], document: Document, tmp_path: Path
) -> None:
    html = page(document, tmp_path)
    policy = _POLICY.search(html)
    assert policy, html[:400]
    rules = dict(rule.strip().split(" ", 1) for rule in entities.unescape(policy[1]).split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == "'unsafe-inline'"
    assert rules.get("script-src", "'sha256-").startswith("'sha256-")
    assert set(rules) <= {"default-src", "style-src", "script-src", "img-src", "font-src"}
    assert {rules.get(kind, "data:") for kind in ("img-src", "font-src")} == {"data:"}
    assert html.index("<style") > policy.end()


def test_no_page_is_forgotten() -> None:
    pages = [path for path in sorted(TEMPLATES.rglob("*.j2")) if "<!DOCTYPE html>" in path.read_text("utf-8")]
    assert len(pages) == 3
    assert [path.name for path in pages if "Content-Security-Policy" not in path.read_text("utf-8")] == []
