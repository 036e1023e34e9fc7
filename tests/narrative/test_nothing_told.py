"""A report from a real list in which half of the cells were filled with words that say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.settings import OwnOrganisation, Settings
from tests.ingest.drop import read, xlsx
from tests.narrative.second import TEMPLATES, as_text
from tests.steps import count, write

SETTINGS = Settings(organisation=OwnOrganisation(name="Seebund e. V.", kurz="Seebund", artikel="der"))
MEETINGS = ["Datum", "Art", "Thema", "Ort", "Beteiligte", "Teilnehmerzahl"]
EVENTS = ["Datum", "Format", "Titel", "Themen", "Ort", "Veranstalter", "Mitwirkende", "Zielgruppe", "Teilnehmerzahl"]


@pytest.mark.parametrize("word", ["o. A.", "tbc", "keine Angabe", "N. N.", "unbekannt", "offen", "n/a", "noch offen"])
def test_no_word_for_nothing_is_printed(tmp_path: Path, word: str) -> None:
    meetings = [
        MEETINGS,
        ["08.03.2024", "Sitzung", word, word, word, word],
        ["12.04.2024", word, "Haushalt", "Rathaus", f"Seebund; {word}", 12],
        [word, "Sitzung", "Wahl", "Rathaus", "Seebund", 9],
    ]
    events = [EVENTS, ["03.05.2024", "Lesung", *[word] * 7], ["04.05.2024", "Lesung", "Am Ufer", *[word] * 6]]
    xlsx(tmp_path / "Listen.xlsx", {"Treffen": meetings, "Veranstaltungen": events})
    tables = read(tmp_path, SETTINGS)
    chapters, _ = write(tables, count(tables, SETTINGS, 2024), SETTINGS, 2024, TEMPLATES)
    text = as_text(chapters)
    assert (len(tables["treffen"]), len(tables["veranstaltungen"])) == (2, 2)
    assert "Haushalt" in text
    assert "Am Ufer" in text
    assert word.casefold() not in text.casefold()
