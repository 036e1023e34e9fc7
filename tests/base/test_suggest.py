"""„Meinten Sie …?“."""

import pytest

from pipeline.base.suggest import did_you_mean


@pytest.mark.parametrize(
    ("word", "known", "sentence"),
    [
        ("farb", ["titel", "farbe"], "Meinten Sie „farbe“?"),
        ("Veranstalltung", ["Veranstaltung", "Veranstalter"], "Meinten Sie „Veranstaltung“?"),
        ("Ort", ["Art und Form"], "Möglich ist vieles."),
        ("xyzzy", [], "Möglich ist vieles."),
    ],
)
def test_the_likest_word_is_named_if_any_is_like_it(word: str, known: list[str], sentence: str) -> None:
    assert did_you_mean(word, known, "Möglich ist vieles.") == sentence


def test_the_word_is_named_as_people_write_it() -> None:
    assert did_you_mean("dattum", ["datum", "ort"], "", shown={"datum": "Datum"}) == "Meinten Sie „Datum“?"
