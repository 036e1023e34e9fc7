"""The values over the years as lines: which are drawn where, and what is said of them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline.base.marks import plain, runs
from pipeline.base.settings import Settings
from pipeline.charts.chart import Chart
from pipeline.charts.lines import Line
from tests.build import tables
from tests.steps import count, draw
from tests.topics.values.rows import YEAR, over, upto


def charts(*values: list[dict[str, Any]]) -> dict[str, Chart]:
    found = tables(werte=[row for rows in values for row in rows])
    return {chart.key.text: chart for chart in draw(found, count(found, Settings(), YEAR), Settings(), YEAR)}


def ours(**values: dict[int, Any]) -> Chart:
    """Return the chart of the association's values."""
    return charts(*(over(name, numbers, project="") for name, numbers in values.items()))["gesamt.werte"]


@pytest.mark.parametrize(
    ("rows", "drawn"),
    [
        (over("Aal", upto(1, 2, 3), project=""), ["gesamt.werte"]),
        (over("Aal", upto(1, 2), project=""), []),
        (over("Aal", upto(1, 2, 3)), []),  # told, and in a table that has all of it
        (over("Aal", upto(1, 2, 3, 4)), ["ufer.ueberblick.werte"]),
        ([*over("Aal", upto(1, 2, 3)), *over("Hai", upto(1, 2, 3))], ["ufer.ueberblick.werte"]),
        (over("Aal", {2019: 1, 2020: 2, 2021: 3}, project=""), []),  # no longer kept
        (over("Aal", upto(1, 2, 3, None), project=""), ["gesamt.werte"]),  # not yet known
    ],
)
def test_values_of_three_years_are_drawn(rows: list[dict[str, Any]], drawn: list[str]) -> None:
    assert list(charts(rows)) == drawn


def test_the_first_and_the_last_value_are_figures() -> None:
    chart = ours(Aal=upto(5, 7, 9), Hai=upto(1200, 1300, 2400))
    assert [(run.figure, run.text) for run in runs(chart.svg) if run.figure] == [
        (f"allgemein.werte.{name}.{year}", text)
        for name, year, text in [("aal", 2022, "5"), ("hai", 2022, "1.200"), ("aal", 2024, "9"), ("hai", 2024, "2.400")]
    ]


def paths(chart: Chart) -> list[int]:
    """Return the number of points of each line; a year alone is a dot."""
    found = re.findall(r'<path[^>]*d="(M[^"Z]*)"[^>]*stroke-width="1.75"', chart.svg)
    return [len(re.findall("[ML]", path)) for path in found]


@pytest.mark.parametrize(
    ("values", "points", "gap"),
    [((5, 6, 7, 8), [4], False), ((5, 6, None, 8, 9), [2, 2], True), ((5, None, 7, 8), [2], True)],
)
def test_no_line_leads_over_a_missing_year(values: tuple[Any, ...], points: list[int], gap: bool) -> None:
    chart = ours(Aal=upto(*values))
    assert paths(chart) == points
    assert ("unterbrochen" in chart.shows) is gap


@pytest.mark.parametrize(
    ("values", "floor"),
    [
        ((118, 125, 134), 102),  # from zero it would be flat
        ((118, 118, 118), 0),
        ((5, 7, 9), 0),
        ((80, 100, 90), 60),
        ((-20, 5, 10), -20),
    ],
)
def test_a_scale_begins_at_zero_unless_the_line_were_flat(values: tuple[float, ...], floor: float) -> None:
    assert Line("Aal", dict(enumerate(values)), "", "").floor == floor


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        ({"Aal": upto(10, 11, 12), "Hai": upto(10, 15, 30)},
         "Am stärksten verändert hat sich „Hai“: seit 2022 von 10 auf 30."),
        ({"Aal": upto(0, 11, 12), "Hai": upto(10, 15, 30)}, "„Hai“: seit 2022 von 10 auf 30."),
        ({"Aal": upto(5, 5, 9, 9), "Hai": upto(10, 15, 30)}, "„Hai“: seit 2022 von 10 auf 30."),
        ({"Aal": upto(10, 90, 12)}, "Die Kennzahl hat sich nicht deutlich verändert."),
        ({"Aal": upto(-3, 90, 12)}, "So entwickelte sich die Kennzahl."),
        ({"Aal": upto(9, 9, 9), "Hai": upto(4, 4, 4)}, "Die Kennzahlen blieben nahezu unverändert."),
    ],
)  # fmt: skip
def test_the_finding_claims_no_more_than_can_be_compared(values: dict[str, Any], finding: str) -> None:
    assert plain(ours(**values).finding) == finding


def test_a_sentence_that_ends_in_an_abbreviation_has_one_full_stop() -> None:
    hours = [over(name, upto(5, 7, end), "Std.", project="") for name, end in (("Aal", 9), ("Hai", 8))]
    chart = charts(*hours)["gesamt.werte"]
    assert plain(chart.finding).replace("\u00a0", " ").endswith("auf 9 Std.")
    assert "Std. Kennzahlen" in plain(chart.shows).replace("\u00a0", " ")


def test_the_caption_tells_three_trends_of_the_association() -> None:
    values = {name: upto(10, 12, end) for name, end in (("Aal", 20), ("Barsch", 40), ("Chub", 30), ("Dorsch", 15))}
    chart = ours(**values)
    assert plain(chart.shows).startswith("Dazu „Chub“: seit 2022 von 10 auf 30 und „Aal“: seit 2022 von 10 auf 20. ")


def test_beside_the_sentences_of_a_project_the_chart_says_how_many_went_which_way() -> None:
    ups, downs = over("Aal", upto(1, 2, 3)), over("Hai", upto(3, 2, 1))
    found = charts(ups, downs, over("Chub", upto(2, 4, 6)))["ufer.ueberblick.werte"]
    assert found.finding == "Von drei Kennzahlen sind zwei gestiegen, eine ist gesunken."


def test_the_alternative_has_every_value() -> None:
    assert "Aal 2021: 5, 2023: 7, 2024: 9" in ours(Aal=upto(5, None, 7, 9)).alternative


def test_the_caption_says_how_the_lines_are_to_be_read() -> None:
    assert ours(Aal=upto(118, 125, 134)).shows.startswith("Aal 2022 bis 2024. Die Linie beginnt nicht bei null. Quelle")
    both = ours(Aal=upto(118, 125, 134), Hai=upto(5, 5, 5, 5)).shows
    assert "2021 bis 2024, jede in ihrem eigenen Maßstab. Linien ohne Grundlinie beginnen nicht bei null." in both


def test_of_many_values_the_caption_says_how_many_are_drawn() -> None:
    chart = ours(**{f"Fisch {i}": upto(1, 2, 3) for i in range(14)})
    assert "Gezeigt sind 12 von 14" in chart.shows
    assert len(paths(chart)) == 12
