"""One vocabulary of nothing: the same words say nothing wherever they stand, unless the column gives them a meaning."""

from __future__ import annotations

from typing import get_args

import pytest

from pipeline.base.records import Count
from pipeline.german.nothing import AskedFor, Nothing, kind_of_nothing
from pipeline.ingest.cells.counts import read_count
from pipeline.ingest.cells.dates import DateContext, read_dates
from pipeline.ingest.cells.lists import NO_NAMES, split_organisations, split_people, split_themes
from pipeline.ingest.cells.persons import is_anybody, ways_to_say
from pipeline.topics.survey.reading.free_text import is_dash, says_something
from pipeline.topics.survey.reading.question_types import tidied
from pipeline.topics.survey.reading.scales import is_beside

LISTS: tuple[AskedFor, ...] = ("datum", "anzahl", "wert", "text", "ort", "projekt", "art", "themen", "namen")

EVERYWHERE = [
    "k. A.", "k.A.", "K. A.", "K.A", "k A", "k.a", "k.a.", "ka", "kA", "(k. A.)", "[k.A.]", "„k. A.“", '"k. A."',
    "– k. A. –", "k.\u00a0A.", "k.\u200bA.", " k.  A. ", "k. A.!", "o. A.", "o.A.", "O. A.", "oa", "keine Angabe",
    "KEINE ANGABE", "keine Angaben", "ohne Angabe", "nicht angegeben", "n/a", "N/A", "n. a.", "n.a.", "na", "N. N.",
    "NN", "n.n.", "entfällt", "ENTFÄLLT", "Entfaellt", "entf.", "nicht zutreffend", "weiß nicht", "weiss nicht",
    "keine Ahnung", "keine Antwort", "weiß nicht / keine Angabe", "k. A./entfällt", "-", "–", "—", "−", "---", "- -",
    "?", "??", "…", "...", "/", "(-)", "„–“", "_",
]  # fmt: skip
IN_LISTS = [
    "offen", "noch offen", "(noch offen)", "Termin offen", "Ort: noch offen", "unbekannt", "Unbekannt",
    "derzeit unbekannt", "noch nicht bekannt", "unklar", "steht noch nicht fest", "folgt", "Thema folgt",
    "Referent N. N.", "wird noch bekannt gegeben", "tba", "TBA", "t.b.a.", "tbc", "tbd", "to be announced", "fehlt",
    "xx", "xxx", "XX", "keine", "Keine", "niemand", "noch keine", "leider keine", "unbekannt (k. A.)",
    "offen / folgt", "(leer)", "*",
]  # fmt: skip


def in_columns(typed: str) -> dict[str, Nothing]:
    """Return what a text means in each column of a list."""
    return {column: kind_of_nothing(typed, column) for column in LISTS}


@pytest.mark.parametrize("typed", [*EVERYWHERE, *IN_LISTS])
def test_a_word_for_nothing_is_one_in_every_column_of_a_list(typed: str) -> None:
    assert not [column for column, kind in in_columns(typed).items() if kind in ("", "ditto")]


@pytest.mark.parametrize("typed", [*EVERYWHERE, *IN_LISTS])
def test_those_who_read_dates_numbers_names_and_lists_agree(typed: str) -> None:
    count = read_count(typed)
    assert read_dates(typed, DateContext(2024)) == "offen"
    assert isinstance(count, Count)
    assert count.kind == "unbekannt"
    assert split_organisations(typed, NO_NAMES) == split_people(typed) == split_themes(typed, one=True) == ()
    assert is_anybody(typed)
    assert not list(ways_to_say([typed]))


@pytest.mark.parametrize("typed", EVERYWHERE)
def test_a_word_for_nothing_is_no_answer_on_a_scale_and_no_text_of_its_own(typed: str) -> None:
    (answer,) = tidied([typed])
    assert answer is None or is_beside(typed) or is_dash(typed)
    assert not says_something(typed)


@pytest.mark.parametrize(
    "typed", ["dito", "Dito.", "dto.", "s. o.", "S.O.", "siehe oben", "wie oben", '"', "″", "- „ -", "''", ",,"]
)
def test_a_word_may_stand_for_the_cell_above(typed: str) -> None:
    assert set(in_columns(typed).values()) == {"ditto"}


@pytest.mark.parametrize(
    ("typed", "says_it_in", "nothing_in"),
    [
        ("Leer", "ort projekt namen antwort", "datum anzahl wert text art"),  # a town
        ("KA", "ort projekt namen", "datum anzahl text art antwort"),  # Karlsruhe, as cars have it
        ("NA", "ort projekt namen", "anzahl antwort"),
        ("Ohne", "ort text projekt datum", "namen anzahl"),  # a village
        ("offen", "antwort freitext", "ort text"),  # one of the options
        ("unbekannt", "antwort freitext", "ort text"),
        ("keine", "antwort", "freitext namen anzahl text"),
        ("nein", "antwort text anzahl", "freitext namen"),
        ("alle", "text ort wert", "anzahl namen themen"),  # the target group
        ("x", "text art antwort", "anzahl namen"),
        ("0", "anzahl wert", "namen"),
        ("viele", "wert text namen", "anzahl"),
        ("-99", "anzahl wert text", "antwort"),
        ("geplant", "text art", "datum"),
        ("####", "datum anzahl wert", "text ort"),  # a number for which the column was too narrow
        ("*", "antwort freitext", "text"),  # one star of five
    ],
)
def test_a_word_may_mean_something_in_some_columns(typed: str, says_it_in: str, nothing_in: str) -> None:
    columns = {column: kind_of_nothing(typed, column) for column in get_args(AskedFor)}
    assert {columns[column] for column in says_it_in.split()} == {""}  # type: ignore[index]
    assert "" not in {columns[column] for column in nothing_in.split()}  # type: ignore[index]


@pytest.mark.parametrize(
    "typed",
    [
        "Offene Werkstatt", "Keine Angst", "Ohne Grenzen", "Leerstand", "Stadt Leer", "Unbekannte Welten", "NNT",
        "Kanu", "n", "k", "a", "Folgetreffen", "C++", "12", "k. A. Müller", "Raum 3", "ja", "so", "do", "Offen gesagt",
        "Niemand wie du", "", " ", "()", "Das Programm folgt im Mai, wenn die Stadt und alle Träger zugestimmt haben",
    ],
)  # fmt: skip
def test_what_only_looks_like_nothing_says_something(typed: str) -> None:
    assert set(in_columns(typed).values()) == {""}
