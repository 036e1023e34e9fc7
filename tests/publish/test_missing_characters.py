"""Staff learn which characters the PDF cannot show, and where they typed them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline.base.marks import Run, mark
from pipeline.base.records import Tables
from pipeline.base.settings import OwnOrganisation, ReportSettings, Settings
from pipeline.narrative.chapter import Chapter, Paragraph, Section
from pipeline.publish.missing_characters import _UNSEEN, _USUAL, check
from pipeline.publish.pdf import fonts, renderer
from tests import build
from tests.topics.survey import exports


def told(text: str) -> tuple[Chapter, ...]:
    return (Chapter("a", "text", "A", (Section("text", "", (Paragraph((Run(text),)),)),)),)


def said(tables: Tables, chapters: tuple[Chapter, ...] = (), **organisation: Any) -> list[str]:
    """Return what the note says about characters, before its second sentence."""
    settings = Settings(organisation=OwnOrganisation(**organisation), bericht=ReportSettings())
    found = check(tables, chapters, settings)
    return [note.message.removeprefix("In den Schriften des Berichts fehlt: ").split(". Im PDF")[0]
            for note in found]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Sommerfest 🎉", ["„🎉“ (Treffen.xlsx, Blatt „Tabelle1“, Zeile 3)"]),
        ("Besuch aus 北京", ["„北“, „京“ (Treffen.xlsx, Blatt „Tabelle1“, Zeile 3)"]),
        ("Danke 👍🏽", ["„👍“ (Treffen.xlsx, Blatt „Tabelle1“, Zeile 3)"]),
        ("Привет, Ελλάδα, Łódź, Şırnak, „ja“ – 5 € → ✓", []),
        ("von Hand\u00adarbeit\u200b, e\u0301", []),
        ("mit \uf0b7 aus Word", ["U+F0B7 (Treffen.xlsx, Blatt „Tabelle1“, Zeile 3)"]),
    ],
)
@pytest.mark.parametrize("column", ["thema", "ort", "beteiligte", "projekt"])
def test_a_character_is_named_with_its_row(typed: str, named: list[str], column: str) -> None:
    cell = [typed] if column == "beteiligte" else typed
    rows = [{"datum": date(2017, 1, 1)}, {"datum": date(2017, 1, 2), column: cell}]
    assert said(build.tables(treffen=rows)) == named


def test_there_is_one_note_for_all_and_it_stands_at_the_first_place() -> None:
    found = build.tables(
        treffen=[{"thema": "🎉"}, {"thema": "♥"}, {"thema": "🎉"}],
        partner=[{"name": "漢"}],
        netzwerk=[{"institution": "字"}],
    )
    (note,) = check(found, (), Settings(organisation=OwnOrganisation(name="Herz ♥")))
    assert (note.severity, note.file, note.sheet, note.row) == ("hinweis", "Partner.xlsx", "Tabelle1", 2)
    assert note.value is not None
    assert set(note.value) == set("🎉♥漢")
    for words in (
        "„♥“ (Treffen.xlsx, Blatt „Tabelle1“, Zeile 3; bericht.toml)",
        "„🎉“ (Treffen.xlsx, Blatt „Tabelle1“, Zeilen 2, 4)",
    ):
        assert words in note.message


def test_of_many_only_some_places_are_named() -> None:
    rows = [{"thema": chr(0x4E00 + i)} for i in range(30)]
    (named,) = said(build.tables(treffen=rows))
    assert named.count("Zeile") == 6
    assert named.endswith("; und andere")


def test_of_answers_only_what_is_printed_counts() -> None:
    rows = exports.columns({"Was wünschen Sie sich von uns?": ["Mehr Eis 🍦", "Sonne ☀", *["nichts weiter"] * 9]})
    answered = exports.survey(rows)
    places = {"file": "Umfrage.xlsx", "sheet": "Antworten", "row": range(2, 13)}
    found = replace(build.tables([answered]), sources=pd.DataFrame(places, index=answered.answers.index))
    assert said(found) == []
    assert said(found, told("„Mehr Eis 🍦“")) == ["„🍦“ (Umfrage.xlsx, Blatt „Antworten“, Zeile 2)"]


def test_marks_of_figures_are_no_characters() -> None:
    assert said(build.tables(), told(mark("a.b", "7"))) == []


def test_what_needs_no_look_at_the_typefaces_is_in_them() -> None:
    usual = {chr(code) for code in range(0x2100) if _USUAL.fullmatch(chr(code))}
    seen = {character for character in usual if unicodedata.category(character) not in _UNSEEN}
    assert {character for character in seen if ord(character) not in fonts.characters()} == set()


def test_what_is_named_is_what_the_pdf_replaces(tmp_path: Path) -> None:
    typed = "Danke 🎉 العربية Ελλάς 漢 ♥"
    (note,) = check(build.tables(), told(typed), Settings())
    page = '<!DOCTYPE html><html lang="de"><head><title>P</title></head><body style="font-family: Source Serif Pro">'
    with renderer.start() as printer:
        result = printer.render(page + typed, tmp_path / "a.pdf", as_of=date(2017, 1, 1))
    assert note.value is not None
    assert set(note.value) == set(result.replaced)
