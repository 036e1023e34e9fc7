"""What is counted of a survey equals an independent count, and small numbers stay hidden."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.figures import Figures
from pipeline.base.settings import Settings
from pipeline.base.settings import SurveySettings as SurveySettings
from pipeline.topics.survey.counting.counter import percentage
from pipeline.topics.survey.counting.counting import count_all, in_text
from pipeline.topics.survey.counting.groups import shown_cells, shown_groups
from pipeline.topics.survey.counting.measures import classes
from pipeline.topics.survey.counting.quotes import quotes
from pipeline.topics.survey.reading.free_text import says_something
from tests.topics.survey.exports import AGREEMENT, columns, counted, lamapoll, limesurvey, only, read, sheet, survey

NO, EHER_NO, MIDDLE, EHER, FULL = AGREEMENT


def scale(*numbers: int, text: str = "Wie sehr stimmen Sie zu?") -> list[list[Any]]:
    """Return a survey with one scale question: how many chose each step, from the negative end."""
    return columns({text: [step for step, number in zip(AGREEMENT, numbers, strict=True) for _ in range(number)]})


def values(figures: Figures) -> dict[str, Any]:
    return {key: figure.value for key, figure in figures.items()}


# --- against an independent count --------------------------------------------------------------------


def test_lamapoll_numbers_equal_an_independent_count() -> None:
    head, *body = lamapoll()
    frame = pd.DataFrame(body, columns=head).replace("", None)
    _, figures = counted(survey([head, *body], file="x.csv"))
    found = values(figures)
    assert found["umfrage.x.antworten"] == len(frame)
    assert found["umfrage.x.vollstaendig"] == (frame["abgeschlossen"] == "1").sum()

    nutzen = frame["Frage 2 - Ich nutze es."]
    assert found["umfrage.x.frage-2.n"] == nutzen.notna().sum()
    assert found["umfrage.x.frage-2.ja.anzahl"] == (nutzen == "Ja").sum()

    areas = frame.filter(like="(Pflichtfrage)")
    answered = areas.notna().any(axis=1).sum()
    assert found["umfrage.x.frage-3.n"] == answered
    assert found["umfrage.x.frage-3.verwaltung.anzahl"] == areas.iloc[:, 1].notna().sum()
    assert float(found["umfrage.x.frage-3.verwaltung.prozent"]) == pytest.approx(
        100 * areas.iloc[:, 1].notna().sum() / answered, abs=0.5
    )

    places = frame["Frage 4 - Was hindert Sie? - Wissen"].astype(int)
    assert float(found["umfrage.x.frage-4.wissen.mittlerer-rang"]) == pytest.approx(places.mean(), abs=0.051)
    assert found["umfrage.x.frage-4.wissen.anzahl"] == (places == 1).sum()

    slider = pd.to_numeric(frame["Frage 5 - Der Nutzen ist ..."])
    for name, part in (("median", 0.5), ("unteres-quartil", 0.25), ("oberes-quartil", 0.75)):
        assert float(found[f"umfrage.x.frage-5.{name}"]) == pytest.approx(slider.quantile(part), abs=0.051)
    classes = [v for k, v in found.items() if k.startswith("umfrage.x.frage-5.") and k.endswith(".anzahl")]
    assert sum(classes) == slider.notna().sum()


def test_limesurvey_numbers_equal_an_independent_count() -> None:
    head, *body = limesurvey("beides")
    frame = pd.DataFrame(body, columns=head).replace(["", "KeineAntwort"], None)
    _, figures = counted(survey([head, *body], file="x.csv"))
    found = values(figures)
    heard = frame["B1[SQ002]. Wie sehr stimmen Sie zu? [Ich werde gehört.]"].dropna()
    assert found["umfrage.x.b1-sq002.n"] == len(heard)
    assert found["umfrage.x.b1-sq002.top2.anzahl"] == heard.isin([EHER, FULL]).sum()
    position = {step: place for place, step in enumerate(AGREEMENT, start=1)}
    assert float(found["umfrage.x.b1-sq002.mittelwert"]) == pytest.approx(heard.map(position).mean(), abs=0.051)
    ticked = frame[[c for c in frame if c.startswith("A2[")]].eq("Ja")
    assert found["umfrage.x.a2.n"] == ticked.any(axis=1).sum()
    assert found["umfrage.x.a2.sport.anzahl"] == ticked.iloc[:, 0].sum()
    assert found["umfrage.x.teilweise"] == frame.iloc[:, 1].isna().sum()


# --- what may be shown of how many -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "detail"),
    [(1, ""), (4, ""), (5, "anzahl"), (9, "anzahl"), (10, "beides"), (19, "beides"), (20, "prozent")],
)
def test_few_answers_are_shown_with_care(people: int, detail: str) -> None:
    result, figures = only(survey(scale(1, 0, 0, 0, people - 1)))
    assert result.size == people
    assert result.detail == detail
    assert figures["umfrage.umfrage.antworten"].value == people
    shown = [key for key in figures if ".top2." in key]
    assert shown == {
        "": [],
        "anzahl": [f"{result.key}.top2.anzahl"],
    }.get(detail, [f"{result.key}.top2.anzahl", f"{result.key}.top2.prozent"])


def test_a_survey_nobody_answered_has_no_results() -> None:
    details = sheet([["Titel", "Leer"], ["eingeladen", 20]], name="Umfrage-Angaben")
    (found,) = read(sheet([["Wie geht es Ihnen heute?", "Was fehlt Ihnen?"]]), details).surveys
    result, figures = counted(found)
    assert result.blocks == ()
    assert values(figures) == {
        "umfrage.umfrage.antworten": 0,
        "umfrage.umfrage.vollstaendig": 0,
        "umfrage.umfrage.eingeladen": 20,
        "umfrage.umfrage.ruecklauf": Decimal(0),
    }


def test_every_figure_names_all_answers_and_never_those_of_one_option() -> None:
    found = survey(lamapoll(60))
    _, figures = counted(found)
    everybody = tuple(found.answers.index)
    assert {figure.rows for figure in figures.values()} == {everybody}


def test_the_invited_lead_to_the_row_that_says_so_and_the_response_to_both() -> None:
    details = sheet([["Titel", "Alle"], ["Eingeladen", 40]], name="Umfrage-Angaben")
    found = read(sheet(scale(2, 2, 2, 2, 2)), details)
    (asked,) = found.surveys
    _, figures = counted(asked)
    places = {i: (name, row) for i, _, name, row in found.places}
    answers, said = [("Antworten", row) for row in range(2, 12)], ("Umfrage-Angaben", 2)
    for part, rows in (("antworten", answers), ("eingeladen", [said]), ("ruecklauf", [*answers, said])):
        assert [places[i] for i in figures[f"umfrage.umfrage.{part}"].rows] == rows


def test_of_a_large_survey_only_its_own_figures_name_the_rows() -> None:
    _, figures = counted(survey(scale(0, 0, 0, 500, 501)))
    assert {key for key, figure in figures.items() if figure.rows} == {
        "umfrage.umfrage.antworten",
        "umfrage.umfrage.vollstaendig",
    }


# --- percentages -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(43, 60, "72"), (1, 8, "13"), (0, 7, "0"), (7, 7, "100"), (1, 1000, "0.1"), (999, 1000, "99.9"), (1, 200, "1"),
     (1, 40_000, "0.003")],
)  # fmt: skip
def test_percentages_round_half_up_and_never_to_nothing_or_all(part: int, whole: int, shown: str) -> None:
    assert percentage(part, whole) == Decimal(shown)


@given(st.integers(1, 5000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_percentage_is_never_further_off_than_half_a_point(pair: tuple[int, int]) -> None:
    part, whole = pair
    assert abs(percentage(part, whole) - Decimal(100 * part) / whole) <= Decimal("0.5")


# --- kinds -------------------------------------------------------------------------------------------


def test_what_stands_beside_a_scale_is_no_part_of_its_base() -> None:
    rows = columns({"Wie sehr stimmen Sie zu?": [FULL] * 15 + [NO] * 5 + ["weiß nicht"] * 6})
    result, figures = only(survey(rows))
    assert (result.size, result.question.beside) == (20, ("weiß nicht",))
    assert figures[f"{result.key}.top2.prozent"].value == 75
    assert figures[f"{result.key}.weiss-nicht.anzahl"].value == 6
    assert f"{result.key}.weiss-nicht.prozent" not in figures


@pytest.mark.parametrize(
    ("labels", "top"),
    [
        (["sehr gut", "gut", "schlecht", "sehr schlecht"], ("sehr gut", "gut")),
        (["ja", "teils", "eher nein", "nein", "eher ja"], ("ja", "eher ja")),
        (["zufrieden", "teils/teils", "unzufrieden"], ("zufrieden",)),
    ],
)
def test_the_best_steps_lie_above_the_middle_and_are_two_at_most(labels: list[str], top: tuple[str, ...]) -> None:
    result, _ = only(survey(columns({"Wie ist es bei uns heute?": labels * 3})))
    assert result.top_labels == top


def test_a_slider_left_where_it_starts_is_noted() -> None:
    answers = [50] * 12 + list(range(0, 100, 5))
    result, figures = only(survey(columns({"Wie wirkt es im Verein?": answers})))
    assert result.piled is not None
    assert figures[result.piled.count].value == 13


@given(st.lists(st.one_of(st.integers(-50, 2000), st.floats(-10, 500).map(lambda v: round(v, 1))), min_size=1))
def test_classes_hold_every_value_once(numbers: list[float]) -> None:
    found = pd.Series(numbers, dtype=float)
    assert sum(int(((found >= low) & (found < high)).sum()) for _, low, high in classes(found)) == len(found)


def test_questions_that_many_left_out_are_flagged() -> None:
    rows = columns({"Wie sehr stimmen Sie zu?": [FULL] * 20, "Und wie sehr heute?": [NO] * 15})
    result, figures = counted(survey(rows))
    answered, left_out = result.results
    assert answered.missing is None
    assert left_out.missing is not None
    assert figures[left_out.missing.count].value == 5


def test_statements_on_one_scale_are_one_block() -> None:
    battery = {f"Wie stehen Sie dazu? [Aussage {i}]": [FULL, NO] * 10 for i in range(3)}
    rows = columns({**battery, "Wie sind Sie dabei?": ["haupt", "ehren"] * 10})
    result, _ = counted(survey(rows))
    assert [(block.title, len(block.results)) for block in result.blocks] == [
        ("Wie stehen Sie dazu?", 3),
        ("Wie sind Sie dabei?", 1),
    ]
    few = in_text(result, Settings(umfrage=SurveySettings(fragen_im_text=1)))
    assert few == result.blocks[:1]


# --- groups ------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(0, 12), st.integers(2, 10))
def test_no_small_group_is_shown_nor_what_remains_of_all(sizes: list[int], without: int, smallest: int) -> None:
    everybody = sum(sizes) + without
    shown = shown_groups(sizes, everybody, smallest)
    visible = [size for size, is_shown in zip(sizes, shown, strict=True) if is_shown]
    assert all(size >= smallest for size in visible)
    assert len(visible) != 1
    rest = everybody - sum(visible)
    assert not visible or rest == 0 or rest >= smallest


def by_group(groups: Sequence[str], answers: Sequence[Any], text: str = "Wie sehr stimmen Sie zu?") -> Any:
    rows = columns({"Wie sind Sie dabei?": groups, text: answers})
    wanted = Settings(umfrage=SurveySettings(gruppen=("Wie sind Sie dabei",)))
    result, figures = counted(survey(rows, settings=wanted), wanted)
    return result.results[1].by_group, figures


def test_answers_are_split_by_the_groups_of_the_settings() -> None:
    (table,), figures = by_group(["haupt"] * 20 + ["ehren"] * 12, [FULL] * 15 + [NO] * 5 + [EHER] * 12)
    assert table.groups == ("haupt", "ehren")
    assert [figures[key].value for key in table.sizes] == [20, 12]
    (line,) = table.lines
    assert [figures[share.count].value for share in line.shares] == [15, 12]
    assert figures[line.shares[0].percent].value == 75
    assert figures[line.shares[1].percent].value == 100
    assert not table.left_out
    assert not table.withheld


TABLES = st.tuples(st.integers(1, 6), st.integers(1, 5)).flatmap(
    lambda shape: st.lists(st.lists(st.integers(0, 40), min_size=shape[1], max_size=shape[1]),
                           min_size=shape[0], max_size=shape[0])
)  # fmt: skip


@given(TABLES, st.integers(2, 10))
def test_no_cell_tells_of_too_few_nor_can_it_be_had_by_subtraction(counts: list[list[int]], smallest: int) -> None:
    sizes = [sum(column) for column in zip(*counts, strict=True)]
    shown = shown_cells(counts, sizes, smallest, exclusive=True)
    cells = [list(zip(line, visible, sizes, strict=True)) for line, visible in zip(counts, shown, strict=True)]
    for number, is_shown, size in (cell for line in cells for cell in line):
        assert not is_shown or number in (0, size) or smallest <= number <= size - smallest
    for line in (*cells, *zip(*cells, strict=True)):
        hidden = [number for number, is_shown, _ in line if not is_shown]
        assert not hidden or len(hidden) == len(line) or (len(hidden) > 1 and sum(hidden) >= smallest)


def test_a_share_of_one_person_is_not_told() -> None:
    answers = [FULL] * 1 + [NO] * 27 + [FULL] * 10 + [NO] * 10 + [FULL] * 12 + [NO] * 9
    (table,), figures = by_group(["haupt"] * 28 + ["ehren"] * 20 + ["Gast"] * 21, answers)
    assert table.withheld
    told = {
        group: share and figures[share.count].value
        for group, share in zip(table.groups, table.lines[0].shares, strict=True)
    }
    assert told == {"haupt": None, "ehren": None, "Gast": 12}
    assert not [key for key in figures if ".haupt.top2" in key or ".ehren.top2" in key]


def test_a_small_group_takes_the_next_one_with_it() -> None:
    groups = ["haupt"] * 20 + ["ehren"] * 9 + ["Gast"] * 8 + ["Amt"] * 2
    (table,), figures = by_group(groups, [FULL, NO] * 10 + [FULL] * 19)
    assert table.groups == ("haupt", "ehren")
    assert table.left_out
    assert not [
        key for key in figures if "gast" in key.removeprefix("umfrage.umfrage.wie-sind-sie-dabei.") and "nach" in key
    ]


@pytest.mark.parametrize("answer", [FULL, NO])
def test_a_small_group_that_is_of_one_mind_is_not_told(answer: str) -> None:
    answers = [FULL] * 10 + [NO] * 10 + [FULL, NO] * 10 + [answer] * 7
    (table,), figures = by_group(["haupt"] * 20 + ["ehren"] * 20 + ["Gast"] * 7, answers)
    shares = dict(zip(table.groups, table.lines[0].shares, strict=True))
    assert shares["Gast"] is None
    assert sum(share is None for share in shares.values()) > 1  # or it could be had by subtraction
    assert not [key for key in figures if ".gast.top2" in key]


def test_what_the_groups_leave_of_all_is_not_to_be_had_by_subtraction() -> None:
    answers = [FULL, NO] * 20 + [FULL] * 6
    (table,), _ = by_group(["haupt"] * 20 + ["ehren"] * 20 + [""] * 6, answers)
    assert any(share is None for share in table.lines[0].shares)


def test_free_text_is_never_split_by_group() -> None:
    texts = [f"Das ist Antwort Nummer {i} von vielen" for i in range(30)]
    tables, _ = by_group(["haupt", "ehren"] * 15, texts, "Was möchten Sie sagen?")
    assert tables == ()


@pytest.mark.parametrize(
    ("question", "values", "ends"),
    [
        ("Wie wahrscheinlich? (0–10)", [7, 8, 9], ("0", "10")),
        ("Wie wahrscheinlich, von 1 bis 10?", [7, 8], ("1", "10")),
        ("Empfehlen Sie uns weiter?", [6, 10], ("0", "10")),
        ("Wie viele Kurse?", [2, 4], ("2", "4")),
        ("Wie oft von 2020 bis 2024?", [2, 4], ("2", "4")),
    ],
)
def test_a_scale_of_numbers_is_drawn_from_end_to_end(question: str, values: list[int], ends: tuple[str, str]) -> None:
    found = classes(pd.Series(values, dtype=float), question)
    assert (found[0][0], found[-1][0]) == ends


# --- quotes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["-", "keine", "nix", "?", "k. A.", "...", "Nein", " "])
def test_empty_words_say_nothing(text: str) -> None:
    assert not says_something(text)
    assert quotes([text * 1], 3) == ()


def test_quotes_do_not_depend_on_where_an_answer_stands() -> None:
    texts = [f"Mehr Angebote im Stadtteil Nummer {i}" for i in range(30)]
    assert quotes(texts, 3) == quotes(list(reversed(texts)), 3)
    assert set(quotes(texts, 3)) <= set(quotes([*texts, "Noch eine ganz andere Antwort"], 4))


def test_answers_with_personal_data_are_not_quoted() -> None:
    assert quotes(["Rufen Sie bitte an unter […] oder schreiben Sie", "Alles war gut organisiert"], 3) == (
        "Alles war gut organisiert",
    )


# --- comparison --------------------------------------------------------------------------------------


def two_years(earlier: list[list[Any]], later: list[list[Any]]) -> Any:
    details = [["Titel", "Mitglieder"]]
    sheets = []
    for year, rows in (("2015", earlier), ("2017", later)):
        file = f"Umfrage_{year}.xlsx"
        sheets += [sheet(rows, file), sheet([*details, ["bis", f"31.12.{year}"]], file, "Umfrage-Angaben")]
    found = read(*sheets).surveys
    return count_all(found, Settings(), 2017)


def test_the_same_question_points_to_the_survey_before() -> None:
    (before, now), figures = two_years(scale(10, 0, 0, 10, 0), scale(5, 0, 0, 15, 0))
    assert (before.current, now.current) == (False, True)
    assert now.earlier == "2015"
    (result,) = now.results
    assert result.earlier is not None
    assert Figures(figures)[result.earlier.top.percent].value == 50


@pytest.mark.parametrize(
    "other",
    [
        scale(10, 0, 0, 10, 0, text="Wie sehr stimmen Sie heute zu?"),
        columns({"Wie sehr stimmen Sie zu?": ["stimme eher zu", "stimme eher nicht zu"] * 10}),
    ],
    ids=["other wording", "other scale"],
)
def test_another_wording_or_scale_is_not_compared(other: list[list[Any]]) -> None:
    (_, now), _ = two_years(other, scale(5, 0, 1, 15, 4))
    assert [result.earlier for result in now.results] == [None]
