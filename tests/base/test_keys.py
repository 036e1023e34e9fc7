"""Keys of figures: a value whose text is a contract."""

from __future__ import annotations

import pytest

from pipeline.base.keys import TOTAL, Key, Time, apart_from_times, key_of_year
from tests.topics.survey import exports

YEAR = Time(2017)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (Key("hafen", "treffen", "anzahl"), "hafen.treffen.anzahl"),
        (Key("hafen", "treffen", "anzahl", YEAR), "hafen.treffen.2017.anzahl"),
        (Key("hafen", "treffen", "anzahl", Time(2017, quarter=3)), "hafen.treffen.2017-q3.anzahl"),
        (Key("hafen", "treffen", "anzahl", Time(2017, month=8), "art", "rat"), "hafen.treffen.2017-08.art.rat.anzahl"),
        (Key("hafen", "fest", "teilnehmer", Time(2017, 0, 8, 2)), "hafen.fest.2017-08-02.teilnehmer"),
        (Key("hafen", "fest", "teilnehmer", Time(2017, 0, 8, 2, 2)), "hafen.fest.2017-08-02-2.teilnehmer"),
        (Key("hafen", "netzwerk", "teilnehmer", which="rat"), "hafen.netzwerk.rat.teilnehmer"),
        (Key("hafen", "werte", which="etat", time=YEAR), "hafen.werte.etat.2017"),
        (Key("hafen", "werte", which="etat", time=Time(2017, nth=2)), "hafen.werte.etat.2017-2"),
        (Key("hafen", "einsaetze", "summe", YEAR, "stunden"), "hafen.einsaetze.2017.stunden.summe"),
        (Key("hafen", "finanzen", "einnahmen", YEAR), "hafen.finanzen.2017.einnahmen"),
        (Key(TOTAL, "termine", "anzahl", Time(2017, month=8)), "gesamt.termine.2017-08.anzahl"),
        (Key("hafen", measure="antworten", survey=True), "umfrage.hafen.antworten"),
        (Key("hafen", "gut", "n", rest=("nach", "alter", "jung"), survey=True), "umfrage.hafen.gut.nach.alter.jung.n"),
    ],
)
def test_a_key_is_written_as_the_contract_says(key: Key, text: str) -> None:
    assert str(key) == text


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Brief", "brief"),
        ("2024", "art-2024"),
        ("2024-03", "art-2024-03"),
        ("2024/Q3", "art-2024-q3"),
        ("3. 5. 2024", "3-5-2024"),
        ("Art 2024", "art-art-2024"),
        ("Art Art 2024", "art-art-art-2024"),
        ("Artikel 2024", "artikel-2024"),
    ],
)
def test_a_name_like_a_time_keeps_out_of_the_way_of_times(name: str, part: str) -> None:
    assert apart_from_times(name, "art") == part


@pytest.mark.parametrize(
    "key",
    [
        Key("hafen", "treffen", "anzahl", YEAR),
        Key("hafen", "treffen", "anzahl", YEAR, "art", "rat"),
        Key("hafen", "einsaetze", "summe", YEAR, "stunden"),
        Key("hafen", "werte", which="etat", time=YEAR),
        Key("hafen", "werte", which="2016", time=YEAR),
    ],
)
def test_a_key_of_the_year_is_known_by_its_text(key: Key) -> None:
    assert key_of_year(key.text, 2017) == key


@pytest.mark.parametrize(
    "text",
    ["hafen", "a.treffen.anzahl", "a.treffen.2016.anzahl", "a.treffen.2017-08.anzahl", "a.treffen.art.2017.anzahl"],
)
def test_what_is_no_key_of_the_year_is_none(text: str) -> None:
    assert key_of_year(text, 2017) is None


def test_figures_are_asked_for_by_key_or_by_text() -> None:
    _, figures = exports.counted(exports.survey([["Gut?"], *[["Ja"]] * 5]))
    key = Key("umfrage", measure="antworten", survey=True)
    assert figures[key] is figures[key.text] is figures.get(key)
    assert figures.get(Key("umfrage", "treffen", "anzahl")) is None
