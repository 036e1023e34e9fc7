"""A whole report of another association, read aloud once and kept as it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.base.figures import Figures
from pipeline.narrative.chapter import Chapter
from tests.narrative.second import SETTINGS, TEMPLATES, YEAR, as_text, association, written
from tests.steps import count, write

GOLDEN = Path(__file__).with_name("second_association.txt")


@pytest.fixture(scope="module")
def chapters() -> tuple[Chapter, ...]:
    return written(association())[0]


@pytest.fixture(scope="module")
def text(chapters: tuple[Chapter, ...]) -> str:
    return as_text(chapters)


def test_the_report_reads_as_it_was_approved(text: str) -> None:
    assert text == GOLDEN.read_text(encoding="utf-8"), (
        "read the new text aloud; if it is good German, keep it as golden"
    )


def test_same_input_gives_same_text(text: str) -> None:
    assert as_text(written(association())[0]) == text


@pytest.mark.parametrize(
    "wrong",
    [
        r"\b1 (Treffen|Veranstaltung|Teilnehmer)", r"\beine? \w+ fanden\b",
        r"„„|““|\.\.|,,| ,| \.|  |\(\)|\bvon dem [A-Z]",
        r"\bzu dem [A-Z]|\bzu der [A-Z]|\bin dem [A-Z]", r"\{|\}", r"\bnull\b", r"\b0 ",
        r"[a-zäöü] [.,;]", r"None|nan\b|NaT",
        r"(?<!, )\b(der|die|das|dem|den) (der|die|das|dem|den)\b", r"(?m)^[a-zäöü]",
    ],
)  # fmt: skip
def test_nothing_wrong_is_printed(text: str, wrong: str) -> None:
    assert not re.search(wrong, text), re.search(wrong, text)


def test_every_figure_that_is_printed_exists(chapters: tuple[Chapter, ...]) -> None:
    figures = count(association(), SETTINGS, YEAR)
    printed = {
        run.figure
        for chapter in chapters
        for paragraph in (chapter.summary, *(p for s in chapter.sections for p in s.paragraphs))
        if paragraph
        for run in paragraph.runs
        if run.figure
    }
    assert len(printed) > 30
    assert printed <= set(figures)


def _sentences(chapters: tuple[Chapter, ...]) -> set[str]:
    return set(re.split(r"(?<=[.?!“]) (?=[A-ZÄÖÜ„])|\n", as_text(chapters)))


NEW: list[tuple[str, dict[str, Any], int]] = [
    ("veranstaltungen", {"datum": "2023-05-05", "format": "Regatta-Workshop", "titel": "Wind", "ort": "Garding"}, 1),
    (
        "veranstaltungen",
        {"datum": "2023-03-10", "format": "Lesung", "titel": "Meer", "veranstalter": ["Küstenbund"]},
        1,
    ),
    ("veranstaltungen", {"datum": "2023-02-01", "format": "Vortrag", "titel": "Sand", "ort": "Husum"}, 1),
    ("treffen", {"datum": "2023-04-02", "art": "Treffen", "thema": "Vorbereitung"}, 0),
    ("netzwerk", {"gruppe": "Lotsen", "institution": "Amt Eiderstedt"}, 0),
]


@pytest.mark.parametrize(("table", "row", "told"), NEW)
def test_one_added_row_changes_no_sentence_that_is_not_about_it(
    chapters: tuple[Chapter, ...], table: str, row: dict[str, Any], told: int
) -> None:
    settings = SETTINGS
    more = written(association(**{table: [row | {"projekt": "Hafenleben"}]}), _roomy(settings))[0]
    before = _sentences(written(association(), _roomy(settings))[0])
    gone = before - _sentences(more)
    # Only sentences that count the rows may have changed: overview, summary, groups.
    counting = re.compile(
        r"^Im Jahr 2023 fanden|Netzwerk|Berichtsjahr|Vorjahr|Insgesamt|Rahmen des Projekts|gliedert|Teilnehmer|Dank an|"
        r"^5 Treffen"
    )
    assert [sentence for sentence in gone if not counting.search(sentence)] == []
    titles = [row["titel"]] if "titel" in row else []
    assert sum(f"„{title}“" in as_text(more) for title in titles) == told


def _roomy(settings: Any) -> Any:
    from dataclasses import replace

    return replace(settings, bericht=replace(settings.bericht, veranstaltungen_im_text=20))


def test_a_report_of_nothing_is_empty_and_no_crash() -> None:
    from tests.build import tables

    assert write(tables(), Figures(), SETTINGS, YEAR, TEMPLATES) == ((), ())
