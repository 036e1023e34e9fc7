"""Put the example's chapter „Integration“ beside the printed chapter that it follows, sentence by sentence.

`tests.documentation` writes the page; a test keeps it current and fails when one of the facts is no longer told.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pipeline.base.figures import Figures
from pipeline.base.settings import load
from pipeline.narrative.chapter import Chapter
from pipeline.topics.survey.counting import counting as survey
from tests import steps
from tests.steps import write

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "tests" / "narrative" / "vergleich.toml"
_HELD = "\u2007"  # a blank inside a title, where no sentence ends
_END = re.compile(r"(?<=[.!?])(?<!z\. B\.) +(?=[A-ZÄÖÜ„\d])")


def chapter() -> Chapter:
    """Return the chapter „Integration“ of the example association as it is written today."""
    inputs = ROOT / "inputs"
    settings, _ = load(inputs)
    year = settings.bericht.jahr
    assert year is not None
    tables = steps.up_to(steps.read(inputs, settings), year)
    surveys = [figure for answers in tables.surveys for figure in survey.count(answers, settings)[1]]
    figures = Figures([*steps.count(tables, settings, year).values(), *surveys])
    chapters, _ = write(tables, figures, settings, year, ROOT / "templates")
    return next(one for one in chapters if one.key == "integration")


def sentences(found: Chapter) -> list[str]:
    """Return the sentences of a chapter in their order; a title ending in „?“ or „!“ does not end one."""
    whole = []
    for section in found.sections:
        for paragraph in section.paragraphs:
            held = re.sub(r"„[^“]*“", lambda title: title[0].replace(" ", _HELD), paragraph.text)
            whole += [part.replace(_HELD, " ") for part in _END.split(held)]
    return whole


def ours(anchors: list[str], told: list[str]) -> list[str]:
    """Return the sentences that hold one of the anchors; every anchor must be in one."""
    found = [sentence for sentence in told if any(anchor in sentence for anchor in anchors)]
    for anchor in anchors:
        assert any(anchor in sentence for sentence in told), f"nothing says „{anchor}“ any more"
    return found


def page() -> str:
    """Return the German page that compares both chapters."""
    told = sentences(chapter())
    lines = [
        "# Unser Kapitel neben der Vorlage",
        "",
        "Das Kapitel „Integration“ des Beispielberichts folgt einem gedruckten Kapitel aus dem Tätigkeitsbericht 2017",
        "der Initiative Region Trier. Hier steht Satz für Satz, was wir schreiben, was dort steht und warum es sich",
        "noch unterscheidet. Diese Seite entsteht mit `python -m tests.documentation` aus den Beispieldaten.",
        "",
        "| Aussage | Unser Satz | Vorlage | Was sich unterscheidet und warum |",
        "|---|---|---|---|",
    ]
    for entry in tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["satz"]:
        mine = " ".join(ours(entry["finden"], told))
        lines.append(f"| {', '.join(entry['fakten'])} | {mine} | {entry['quelle']} | {entry['unterschied']} |")
    return "\n".join(lines) + "\n"
