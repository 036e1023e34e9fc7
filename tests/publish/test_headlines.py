"""„Das Jahr in Zahlen“ chooses and compares."""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from pipeline.base.figures import Figure, Figures, Label
from pipeline.base.keys import TOTAL, Key, Time
from pipeline.base.marks import plain
from pipeline.base.names import slug
from pipeline.publish import headlines as module
from pipeline.publish.headlines import MOST, change
from pipeline.topics import registry
from tests.publish import sample

LISTS = ("treffen", "veranstaltungen", "initiativen")
headlines = partial(module.headlines, lists=LISTS, leads=registry.topics().leads)
at_a_glance = partial(module.at_a_glance, leads=registry.topics().leads)

EVENTS = Key(TOTAL, "veranstaltungen", "anzahl")
EVENT = Label("Veranstaltungen")


def pair(now: Any, before: Any, unit: str = "", **more: Any) -> tuple[Figures, Figure]:
    figure = Figure(EVENTS.in_year(2017), EVENT, now, unit, **more)
    return Figures([figure, Figure(EVENTS.in_year(2016), EVENT, before, unit)]), figure


def value(name: str, year: int, number: Any, unit: str = "") -> Figure:
    return Figure(Key("x", "werte", which=slug(name), time=Time(year)), Label(name, when=f"{year}"), number, unit)


@pytest.mark.parametrize(
    ("now", "before", "unit", "words"),
    [
        (20, 8, "", "12 mehr als 2016"),
        (8, 20, "", "12 weniger als 2016"),
        (8, 8, "", "so viele wie 2016"),
        (1, 0, "", "1 mehr als 2016"),
        (Decimal("91200"), Decimal("86500"), "Euro", "4.700\u00a0€ mehr als 2016"),
        (Decimal("43.5"), Decimal("41"), "%", "2,5\u00a0Prozentpunkte mehr als 2016"),
        (8, None, "", ""),
    ],
)
def test_change_is_said_in_words(now: Any, before: Any, unit: str, words: str) -> None:
    figures, figure = pair(now, before, unit)
    assert plain(change(figures, figure, 2017)) == words


@pytest.mark.parametrize(
    ("now", "before", "unit", "words"),
    [
        ("412300.5", "412300.5", "€", "unverändert gegenüber 2016"),
        ("95000.25", "120000", "EUR", "24.999,75 € weniger als 2016"),
        ("790", "812.5", "t", "22,5 t weniger als 2016"),
        ("54.5", "54", "Jahre", "0,5 mehr als 2016"),
    ],
)
def test_entered_values_are_compared_in_their_unit(now: str, before: str, unit: str, words: str) -> None:
    entered = [value("W", y, Decimal(n), unit) for y, n in ((2017, now), (2016, before))]
    assert plain(change(Figures(entered), entered[0], 2017)) == words


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        (EVENTS.of("x").in_year(2017), 1, "Veranstaltung im Jahr 2017"),
        (EVENTS.of("x").in_year(2017), 2, "Veranstaltungen im Jahr 2017"),
        (Key("x", "veranstaltungen", "teilnehmer", Time(2017)), 1, "Gast bei Veranstaltungen"),
        (Key("x", "netzwerk", "teilnehmer"), 5, "Teilnehmer im Netzwerk"),
        (Key("y", measure="antworten", survey=True), 5, "Antworten"),
    ],
)
def test_the_box_of_a_project_speaks_as_the_numbers_of_the_year(key: Key, value: int, shown: str) -> None:
    assert at_a_glance(Figure(key, Label("Antworten", "Wer: auch immer"), value), 2017) == shown


def test_a_lower_bound_is_not_subtracted() -> None:
    figures, figure = pair(20, 8, at_least=True)
    assert plain(change(figures, figure, 2017)) == "2016: 8"


def test_nothing_is_said_without_the_year_before() -> None:
    figure = Figure(EVENTS.in_year(2017), EVENT, 3)
    assert change(Figures([figure]), figure, 2017) == ""


def test_leading_figures_are_counted_then_entered() -> None:
    found = headlines(sample.figures(sample.tables()), sample.YEAR)
    assert [headline.label for headline in found] == [
        "Veranstaltungen",
        "Gäste bei Veranstaltungen",
        "Treffen",
        "Mitglieder",
    ]


def test_no_more_than_fit_on_the_page_and_nothing_that_is_zero() -> None:
    entered = [value(f"Wert {i}", 2017, i) for i in range(20)]
    found = headlines(Figures(entered), 2017)
    assert len(found) == MOST
    assert found[0].label == "Wert 1"


@pytest.mark.parametrize(
    ("now", "before", "more", "shown"),
    [
        (0, 5, {}, ["Veranstaltungen"]),
        (0, 0, {}, []),
        (0, None, {}, []),
        (0, 5, {"at_least": True}, []),
    ],
)
def test_a_zero_is_news_after_a_year_with_some(now: int, before: Any, more: dict[str, Any], shown: list[str]) -> None:
    figures, _ = pair(now, before, **more)
    assert [headline.label for headline in headlines(figures, 2017)] == shown
    assert [plain(headline.change) for headline in headlines(figures, 2017)] == ["5 weniger als 2016"] * len(shown)


def test_one_is_said_in_the_singular() -> None:
    assert headlines(Figures([Figure(EVENTS.in_year(2017), EVENT, 1)]), 2017)[0].label == "Veranstaltung"


@pytest.mark.parametrize(
    ("surveys", "labels"),
    [
        ({}, []),
        ({"neu": "Mitglieder fragen"}, ["Antworten in der Umfrage"]),
        ({"neu": "Mitglieder fragen", "eine": "Eltern"}, ["Antworten (Mitglieder fragen)", "Antwort (Eltern)"]),
    ],
)
def test_only_surveys_that_the_report_tells_of_lead(surveys: dict[str, str], labels: list[str]) -> None:
    answers = {"alt": 30, "neu": 40, "eine": 1}
    figures = Figures(
        Figure(Key(key, measure="antworten", survey=True), Label(""), number) for key, number in answers.items()
    )
    assert [headline.label for headline in headlines(figures, 2017, surveys)] == labels


def test_a_value_called_like_the_year_is_compared_with_its_own_year_before() -> None:
    entered = [value("2017", 2017, 5), value("2017", 2016, 3), value("2016", 2016, 90)]
    assert plain(change(Figures(entered), entered[0], 2017)) == "2 mehr als 2016"
