"""Texts by staff: Markdown, placeholders by name and form, and what is said when a name does not exist."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.figures import Figure, Figures, Label
from pipeline.base.keys import Key, Time
from pipeline.base.marks import plain
from pipeline.base.period import Period
from pipeline.base.settings import NumberStyle
from pipeline.narrative.placeholders import FORMS, PlaceholderNames, TextPlace, fill, paragraphs

PLACE = TextPlace("Texte.xlsx", "Texte", 7)
FIGURES = Figures(
    [
        Figure(Key("hafen", "treffen", "anzahl"), Label("Treffen"), 143),
        Figure(Key("hafen", "treffen", "zeitraum"), Label("Zeitraum"), Period(date(2015, 7, 2), date(2017, 10, 2))),
        Figure(Key("hafen", "netzwerk", "teilnehmer"), Label("Teilnehmer"), 1),
        Figure(Key("hafen", "veranstaltungen", "anzahl"), Label("Veranstaltungen"), 4),
        Figure(Key("hafen", "veranstaltungen", "teilnehmer", Time(2017)), Label("Teilnehmer"), 72, at_least=True),
    ]
)


def names() -> PlaceholderNames:
    return PlaceholderNames(FIGURES, NumberStyle(), {"jahr": "2017", "hafen.netzwerk.text": "Eins.\n\nZwei."})


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{{ hafen.treffen.anzahl }}", "143"), ("{{hafen.treffen.anzahl|rund}}", "rund 140"),
        ("{{ Hafen.Treffen.Anzahl | ueber }}", "über 140"), ("{{ hafen.veranstaltungen.anzahl }}", "vier"),
        ("{{ hafen.veranstaltungen.anzahl | genau }}", "4"),
        ("{{ hafen.veranstaltungen.anzahl | mehrere }}", "mehrere"),
        ("{{ hafen.veranstaltungen.2017.teilnehmer }}", "mindestens 72"),
        ("{{ hafen.veranstaltungen.2017.teilnehmer | rund }}", "über 70"),
        ("Die Zahl der Gäste: {{ hafen.netzwerk.teilnehmer }}.", "Die Zahl der Gäste: 1."),
        ("{{ hafen.treffen.zeitraum }}", "von Mitte 2015 bis Herbst 2017"),
        ("{{ hafen.treffen.zeitraum | wann }}", "von 2015 bis 2017"), ("Jahr {{ jahr }}", "Jahr 2017"),
    ],
)  # fmt: skip
def test_a_name_and_its_form(typed: str, said: str) -> None:
    known = names()
    assert plain(fill(typed, known, PLACE)) == said
    assert known.problems == []


def test_figures_are_marked_as_printed() -> None:
    (paragraph,) = paragraphs("Es waren **{{ hafen.treffen.anzahl | rund }}** Treffen.", names(), PLACE)
    assert [(run.text, run.figure, run.style) for run in paragraph.runs] == [
        ("Es waren ", None, ""),
        ("rund 140", "hafen.treffen.anzahl", "strong"),
        (" Treffen.", None, ""),
    ]


def test_markdown_has_paragraphs_lists_and_emphasis() -> None:
    text = "Erster *Absatz*,\nzweite Zeile.\n\n- eins\n- zwei\n\n1. erstens\n2. zweitens\n\nLetzter <b>Absatz</b>."
    found = paragraphs(text, names(), PLACE)
    assert [(p.text, p.kind) for p in found] == [
        ("Erster Absatz, zweite Zeile.", "absatz"), ("eins", "punkt"), ("zwei", "punkt"), ("erstens", "nummer"),
        ("zweitens", "nummer"), ("Letzter <b>Absatz</b>.", "absatz"),
    ]  # fmt: skip
    assert [run.style for run in found[0].runs] == ["", "em", ""]


def test_a_year_at_the_start_of_a_line_is_no_list() -> None:
    assert [p.kind for p in paragraphs("Gegründet\n2015. Es war Juli.", names(), PLACE)] == ["absatz"]


def test_a_whole_generated_text_becomes_its_paragraphs() -> None:
    found = paragraphs("Davor.\n\n{{ hafen.netzwerk.text }}\n\nDanach.", names(), PLACE)
    assert [p.text for p in found] == ["Davor.", "Eins.", "Zwei.", "Danach."]


def test_an_unknown_name_is_an_error_with_its_place_and_the_nearest_name() -> None:
    known = names()
    fill("{{ hafen.trefen.anzahl }}", known, PLACE)
    (problem,) = known.problems
    assert (problem.code, problem.severity, problem.file, problem.sheet, problem.row, problem.value) == (
        "platzhalter-unbekannt", "fehler", "Texte.xlsx", "Texte", 7, "hafen.trefen.anzahl",
    )  # fmt: skip
    assert "Meinten Sie „hafen.treffen.anzahl“?" in problem.advice
    assert "hafen.veranstaltungen.anzahl" in problem.advice


def test_an_unknown_form_names_the_forms() -> None:
    known = names()
    fill("{{ hafen.treffen.anzahl | runt }}", known, PLACE)
    assert known.problems[0].code == "platzhalter-form-unbekannt"
    assert "Meinten Sie „rund“?" in known.problems[0].advice
    assert all(form in known.problems[0].advice for form in FORMS)


def test_a_one_before_a_noun_is_pointed_out() -> None:
    known = names()
    assert plain(fill("Es kamen {{ hafen.netzwerk.teilnehmer }} Gäste.", known, PLACE)) == "Es kamen 1 Gäste."
    assert [(one.code, one.row, "„1 Gäste“" in one.message) for one in known.problems] == [
        ("platzhalter-eins", 7, True)
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Es ist {{ jahr und gut.", "{{ jahr und gut."),
        ("Es ist jahr }} und", "}} und"),
        ("{{ jahr }}, {so} und {{jahr}}", ""),
    ],
)
def test_braces_that_hold_no_placeholder_are_an_error(typed: str, found: str) -> None:
    for say in (fill, paragraphs):
        known = names()
        say(typed, known, PLACE)
        assert [(one.code, one.row, one.value) for one in known.problems] == (
            [("platzhalter-offen", 7, found)] if found else []
        )


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    known = names()
    for paragraph in paragraphs(text, known, PLACE):
        assert paragraph.runs


@given(st.text(alphabet="*_-#>`[]()!<&1. \n{}|", max_size=40))
def test_values_never_turn_into_markup(value: str) -> None:
    known = PlaceholderNames(FIGURES, NumberStyle(), {"wert": f"x{value}x".replace("\n", " ")})
    (paragraph,) = paragraphs("Davor {{ wert }} danach.", known, PLACE)
    assert paragraph.text == f"Davor x{value}x danach.".replace("\n", " ")
