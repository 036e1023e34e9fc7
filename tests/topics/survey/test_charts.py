"""Survey charts show what was counted, and say it in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.marks import plain
from pipeline.base.settings import Settings
from pipeline.charts.chart import Chart
from pipeline.topics.survey.charts.drawing import draw_survey
from pipeline.topics.survey.charts.findings import part_in_words
from tests.topics.survey.exports import AGREEMENT, columns, counted, lamapoll, survey

NO, EHER_NO, MIDDLE, EHER, FULL = AGREEMENT


def charts(rows: list[list[Any]]) -> tuple[Chart, ...]:
    found = survey(rows)
    result, figures = counted(found)
    return draw_survey(result, figures, Settings())


def texts(chart: Chart) -> list[str]:
    root = ElementTree.fromstring(chart.svg)  # noqa: S314 - drawn a moment ago
    return [plain(text) for node in root.iter() if node.tag.endswith("}text") for text in node.itertext()]


def fills(chart: Chart) -> list[str]:
    root = ElementTree.fromstring(chart.svg)  # noqa: S314 - drawn a moment ago
    return [node.attrib["fill"] for node in root.iter() if node.tag.endswith("}path") and "fill" in node.attrib]


def one(*answers: Any, heading: str = "Wie ist es heute bei uns?") -> Chart:
    (chart,) = charts(columns({heading: answers}))
    return chart


def test_every_question_but_open_ones_has_its_chart() -> None:
    found = charts(lamapoll())
    assert [chart.key.topic for chart in found] == [
        "frage-1", "frage-2", "frage-3", "frage-4", "frage-5", "frage-6-auf-den-zusammenhalt",
    ]  # fmt: skip
    for chart in found:
        assert chart.width <= 170
        assert "n" in plain(chart.shows)
        assert chart.alternative.endswith(".")


def test_a_battery_shows_statements_steps_shares_and_n() -> None:
    rows = columns(
        {
            "Wie stehen Sie dazu? [Ich bin informiert]": [FULL] * 15 + [NO] * 5 + ["weiß nicht"] * 2,
            "Wie stehen Sie dazu? [Ich werde gehört]": [EHER] * 4 + [MIDDLE] * 6 + [EHER_NO] * 10,
        }
    )
    (chart,) = charts(rows)
    shown = texts(chart)
    for expected in (*AGREEMENT, "Ich bin informiert", "weiß nicht", "n", "75", "25", "20", "30", "50", "2"):
        assert expected in shown, expected
    assert "n = 20" in chart.alternative.replace("\u00a0", " ")
    assert "stimme voll zu: 75 %" in chart.alternative.replace("\u00a0", " ")


def test_the_middle_of_a_scale_is_grey_and_no_step_is_coloured_like_another() -> None:
    (chart,) = charts(columns({"Wie stehen Sie dazu?": list(AGREEMENT) * 4}))
    squares = list(dict.fromkeys(fills(chart)))
    assert len(squares) == 5
    greys = [colour for colour in squares if colour[1:3] == colour[3:5] == colour[5:7]]
    assert len(greys) == 1


@pytest.mark.parametrize(("people", "shown"), [(5, "1"), (9, "5"), (10, "60\u00a0% (6)"), (20, "80\u00a0%")])
def test_few_answers_are_counted_and_not_turned_into_percentages(people: int, shown: str) -> None:
    (chart,) = charts(columns({"Was nutzen Sie bei uns?": ["Kurse"] * 4 + ["Fahrten"] * (people - 4)}))
    assert shown in texts(chart)


def test_too_few_answers_are_not_drawn() -> None:
    assert charts(columns({"Wie ist es heute bei uns?": [FULL] * 4})) == ()


@pytest.mark.parametrize(
    ("chart", "finding"),
    [
        (
            one(*[FULL] * 14, EHER, EHER_NO, *[NO] * 4),
            "Drei Viertel antworten mit „stimme voll zu“ oder „stimme eher zu“.",
        ),
        (
            one(*[FULL] * 4, *[EHER] * 4, *[MIDDLE] * 3, *[NO] * 9),
            "Mehr als ein Drittel antwortet mit „stimme gar nicht zu“ oder „stimme eher nicht zu“.",
        ),
        (
            one(*[FULL] * 5, *[MIDDLE] * 9, *[NO] * 5),
            "Ebenso viele antworten mit „stimme voll zu“ wie mit „stimme gar nicht zu“.",
        ),
        (one(*[2] * 4, *[3] * 6, *[5] * 10, heading="Welche Note geben Sie?"), "Die Hälfte gibt eine 5 oder 6."),
        (one(*["rot"] * 6, *["blau"] * 6, *["grün"] * 6), "Mehrere Antworten liegen gleichauf vorn."),
        (one(*["Ja"] * 11, *["Nein"] * 9), "Mehr als die Hälfte antwortet mit „Ja“."),
        (one(*["Ja"] * 10, *["Nein"] * 10), "„Ja“ und „Nein“ liegen gleichauf vorn."),
        (one(*["A; B"] * 15, *["B"] * 5), "Alle nennen „B“."),
        (one(*["rot"] * 7, *["blau"] * 6, *["grün"] * 6), "Mehr als ein Drittel antwortet mit „rot“."),
        (one(*[1] * 10, *[4] * 10, heading="Welche Note geben Sie?"), "Die Hälfte gibt eine 1 oder 2."),
        (one(*["Nein, bisher nicht."] * 15, *["Ja, na klar!"] * 5), "Drei Viertel antworten mit „Nein, bisher nicht“."),
        (one(*range(1, 101)), "Mindestens die Hälfte der Angaben liegt nicht über 50,5."),
    ],
)  # fmt: skip
def test_the_caption_begins_with_a_true_finding(chart: Chart, finding: str) -> None:
    assert plain(chart.finding) == finding


@given(st.integers(1, 400).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_parts_in_words_are_true(pair: tuple[int, int]) -> None:
    part, whole = pair
    share = Decimal(part) / whole
    phrase, _ = part_in_words(part, whole)
    bounds = {
        "Alle": share == 1, "Fast alle": Decimal("0.9") < share < 1, "Drei Viertel": share == Decimal("0.75"),
        "Mehr als drei Viertel": share > Decimal("0.75"), "Mehr als zwei Drittel": 3 * part > 2 * whole,
        "Knapp drei Viertel": Decimal("0.72") < share < Decimal("0.75"), "Rund zwei Drittel": 0.63 < share < 0.667,
        "Knapp die Hälfte": Decimal("0.47") < share < Decimal("0.5"), "Rund ein Drittel": 0.3 < share < 0.334,
        "Die Hälfte": 2 * part == whole, "Mehr als die Hälfte": 2 * part > whole,
        "Mehr als ein Drittel": 3 * part > whole, "Ein Viertel": 4 * part == whole,
        "Mehr als ein Viertel": 4 * part > whole, "Weniger als ein Viertel": 0 < 4 * part < whole, "Niemand": part == 0,
        "Neun von zehn": 10 * part == 9 * whole, "Knapp neun von zehn": Decimal("0.88") < share < Decimal("0.9"),
        "Vier von fünf": 5 * part == 4 * whole, "Mehr als vier von fünf": 5 * part > 4 * whole,
    }  # fmt: skip
    assert bounds[phrase]


def test_the_same_answers_make_the_same_picture() -> None:
    assert [chart.svg for chart in charts(lamapoll())] == [chart.svg for chart in charts(lamapoll())]


def test_grades_are_told_as_grades() -> None:
    chart = one(*[1] * 10, *[4] * 10, heading="Welche Note geben Sie?")
    assert "Note 1: 50 %; Note 2: 0 %" in chart.alternative.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Was fehlt Ihnen?", "Quelle: Umfrage „Was fehlt Ihnen?“."),
        ("Mitgliederbefragung 2017", "Quelle: „Mitgliederbefragung 2017“."),
        ("Umfrage im Bad", "Quelle: „Umfrage im Bad“."),
        ("Umfrage", "Quelle: Umfrage."),
    ],
)
def test_the_caption_names_the_survey_as_a_title(title: str, source: str) -> None:
    found = replace(survey(columns({"Wie ist es?": [FULL] * 20})), title=title)
    (chart,) = draw_survey(*counted(found), Settings())
    assert plain(chart.shows).endswith(source)


def several(heading: str, *answers: Any) -> Chart:
    (chart,) = charts(columns({f"{heading} [{name}]": cells for name, cells in zip("abcd", answers, strict=False)}))
    return chart


def agreed(*numbers: int) -> list[list[str]]:
    return [[FULL] * number + [NO] * (20 - number) for number in numbers]


def content(*numbers: int) -> list[list[str]]:
    return [["zufrieden"] * number + ["unzufrieden"] * (20 - number) for number in numbers]


@pytest.mark.parametrize(
    ("chart", "finding"),
    [
        (several("Note?", [1, 2] * 10, [3, 4] * 10), "Die beste Note bekommt „a“."),
        (several("Note?", [1, 2] * 10, [2, 1] * 10, [3] * 20), "Die beste Note bekommen „a“ und „b“."),
        (several("Note?", [1, 2] * 10, [2, 1] * 10), "Alle liegen gleichauf."),
        (several("Wie viele?", range(20), range(9, 29)), "Die höchsten Werte hat „b“."),
        (several("Wie viele?", range(20), *[range(9, 29)] * 3), "Mehrere liegen gleichauf vorn."),
        (several("Was zählt?", [1, 2, 3] * 7, [2, 1, 2] * 7, [3, 3, 1] * 7), "Am weitesten vorn steht „b“."),
        (several("Was zählt?", [1, 2] * 10, [2, 1] * 10, [3] * 20), "Am weitesten vorn stehen „a“ und „b“."),
        (several("Wahr?", ["Ja"] * 15 + ["Nein"] * 5, ["Nein"] * 20), "Bei einem einzigen der Punkte überwiegt „Ja“."),
        (several("Wahr?", ["Ja"] * 15 + ["Nein"] * 5, ["Nein"] + ["Ja"] * 19), "Bei allen Punkten überwiegt „Ja“."),
        (several("Wahr?", *[["Ja"] * 5 + ["Nein"] * 15] * 2), "Bei keinem der Punkte überwiegt „Ja“."),
        (several("Zufrieden?", *content(15, 15, 5, 5)), "Bei der Hälfte der Punkte überwiegt „zufrieden“."),
        (several("Zufrieden?", *content(15, 15, 5)), "Bei den meisten Punkten überwiegt „zufrieden“."),
        (several("Einig?", *agreed(15, 14)), "Alle Aussagen finden mehrheitlich Zustimmung."),
        (several("Einig?", *agreed(10, 4)), "Keine Aussage findet mehrheitlich Zustimmung."),
        (several("Einig?", *agreed(15, 4)), "Eine einzige Aussage findet mehrheitlich Zustimmung."),
        (several("Einig?", *agreed(15, 15, 4, 4)), "Die Hälfte der Aussagen findet mehrheitlich Zustimmung."),
        (several("Einig?", *agreed(15, 15, 4)), "Die meisten Aussagen finden mehrheitlich Zustimmung."),
    ],
)  # fmt: skip
def test_a_battery_begins_with_a_true_finding(chart: Chart, finding: str) -> None:
    assert plain(chart.finding) == finding
