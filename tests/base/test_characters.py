"""Text from outside: composed, and free of what nobody sees."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.characters import cleaned
from pipeline.base.settings import FILE, load


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Fu\u0308hrung", "Führung"), ("Cafe\u0301", "Café"), ("Mu\u0308ll\nweg", "Müll\nweg"), ("x\u030c", "x\u030c"),
        ("за\u0301мок", "за\u0301мок"), ("12.\u200b3.\u2060\u200e2019", "12.3.2019"), ("\ufeff17\u00ad", "17"),
        ("Garten\u00ad\nfest", "Gartenfest"), ("Garten\u00adfest", "Gartenfest"), ("Hof\nfest", "Hof\nfest"),
        ("a_x000D_\nb\r\nc\x0bd\u2028e", "a\nb\nc\nd\ne"), ("\ue0007\ue002", "7"), ("\u202efalsch", "falsch"),
        ("\u3164", ""), ("ک\u200cک 👩\u200d👧", "ک\u200cک 👩\u200d👧"), ("a\tb\u00a0c", "a\tb\u00a0c"), ("", ""),
    ],
)  # fmt: skip
def test_what_nobody_sees_is_gone(typed: str, read: str) -> None:
    assert cleaned(typed) == read


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("au\u0308\u00ad\n\r\u200b\ue000"))))
def test_it_needs_no_second_look(text: str) -> None:
    once = cleaned(text)
    assert once == cleaned(once)
    assert unicodedata.is_normalized("NFC", once)
    assert {unicodedata.category(sign) for sign in once if sign not in "\n\t"}.isdisjoint({"Cc", "Co", "Cs"})


def test_settings_are_cleaned_as_cells_are(tmp_path: Path) -> None:
    text = '[organisation]\nname = "Gru\u0308ne\u00ad Wiese"\n[arten]\n"Fu\u0308hrung" = "Ausflug\u200b"\n'
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    settings, problems = load(tmp_path)
    assert (settings.organisation.name, settings.arten, problems) == ("Grüne Wiese", {"Führung": "Ausflug"}, ())
