"""Enumerations on two levels, and the last pass over a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.marks import mark, plain
from pipeline.german.enumerations import gathered, listing, shortened
from pipeline.german.orthography import capitalised, ended, fixed_spaces, quote, sentence


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], ""), (["A"], "A"), (["A", "B"], "A und B"), (["A", "B", "C"], "A, B und C"),
        (["A", "B und C"], "A sowie B und C"), (["A", "", "B"], "A und B"),
    ],
)  # fmt: skip
def test_listing(parts: list[str], said: str) -> None:
    assert listing(parts) == said


def test_long_lists_are_cut_but_never_for_one() -> None:
    parts = [f"P{i}" for i in range(14)]
    assert shortened(parts, 2) == "P0, P1 und zwölf weitere"
    assert shortened(parts[:3], 2) == "P0, P1 und P2"


def test_what_shares_its_last_element_is_drawn_together() -> None:
    words = ["Treffen", "Arbeitskreisteilnahmen", "Gespräche", "Veranstaltungsteilnahmen"]
    ends = ["", "teilnahmen", "", "teilnahmen"]
    assert listing(gathered(words, ends)) == "Treffen, Arbeitskreis- und Veranstaltungsteilnahmen sowie Gespräche"
    assert gathered(["Teilnahmen", "Kursteilnahmen"], ["Teilnahmen", "teilnahmen"]) == ["Teilnahmen", "Kursteilnahmen"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Titel", "„Titel“"), ("„Titel“", "„Titel“"), ('"Titel"', "„Titel“"), ("Ein „Wort“ mehr", "„Ein ‚Wort‘ mehr“"),
        ("„A“ und „B“", "„‚A‘ und ‚B‘“"), (" Titel ", "„Titel“"),
    ],
)  # fmt: skip
def test_titles_are_quoted_once(typed: str, said: str) -> None:
    assert quote(typed) == said


@given(st.text(alphabet='ab „“"‚‘«»', max_size=20))
def test_quotation_marks_are_never_doubled(typed: str) -> None:
    said = quote(typed)
    assert said.count("„") == 1
    assert said.count("“") == 1
    assert quote(said) == said or "‚" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ein  Satz", "Ein Satz."), ("ein Satz .", "Ein Satz."), ("„wie?“", "„Wie?“."), ("a , , b,", "A, b."),
        ("", ""),
        ("von dem Kreis", "Vom Kreis."), ("Thema „a , b  c“", "Thema „a , b  c“."), ("ja!", "Ja!"),
        ("20 % am 5. März", "20\u00a0% am 5.\u00a0März."), ('Band "Die Lauten" spielt', "Band „Die Lauten“ spielt."),
    ],
)  # fmt: skip
def test_sentences_are_finished(text: str, said: str) -> None:
    assert sentence(text) == said


def test_a_printed_figure_at_the_start_gets_its_capital() -> None:
    marked = mark("a.b", "über 150")
    assert plain(sentence(f"{marked} Gäste kamen")) == "Über 150 Gäste kamen."
    assert capitalised(marked) == mark("a.b", "Über 150")
    assert plain(sentence(f"es kamen {mark('a', 'ca. 5')}")) == "Es kamen ca. 5."


def test_blanks_that_must_not_break() -> None:
    assert fixed_spaces("z. B. 5 € im 2. Januar des Vereins e. V.").count("\u00a0") == 4
    assert [ended(t) for t in ("a", "a.", "", "a?", "a “")] == ["a.", "a.", "", "a?", "a “."]
