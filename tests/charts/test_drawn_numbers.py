"""Every number that a chart writes is a figure, and shows its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest

from pipeline.base.figures import Figures
from pipeline.base.marks import plain, runs
from pipeline.base.records import Count, Tables
from pipeline.base.settings import Settings, load
from pipeline.charts import engine
from pipeline.charts.chart import Chart
from pipeline.german.quantities import number
from pipeline.topics.survey.charts import drawing as survey_charts
from pipeline.topics.survey.counting.counting import count_all
from tests import build
from tests.make_example import INPUTS
from tests.narrative import second
from tests.steps import count, draw, read
from tests.topics.survey import exports

_NUMBER = re.compile(r"(?:(?:ca\.|mind\.|bis)\s)?\d[\d.,]*(?:–\d[\d.,]*)?(?:\s%)?(?: \(\d+\))?")
_YEAR = re.compile(r"\d{4}")  # under the columns; a number that large has its point


def example() -> tuple[Tables, Settings, int]:
    settings, _ = load(INPUTS)
    return read(INPUTS, settings), settings, 2017


def another() -> tuple[Tables, Settings, int]:
    return second.association(), second.SETTINGS, second.YEAR


def events() -> tuple[Tables, Settings, int]:
    """Return events with numbers of every kind, more than are drawn, and meetings in one list only."""
    kinds: list[Any] = [
        None,
        Count("unbekannt", 0, None, "?"),
        Count("spanne", 40, 60, "40-60"),
        1234,
        0,
        *range(60, 72),
    ]
    kinds += [Count(kind, 80, 80, kind) for kind in ("ungefähr", "mindestens")]  # type: ignore[arg-type]
    kinds += [Count("höchstens", 0, high, "bis") for high in (90, 95)]
    rows = [
        {"datum": date(2017, 1 + i % 12, 5), "titel": f"Abend {i}", "teilnehmerzahl": n} for i, n in enumerate(kinds)
    ]
    network = [{"gruppe": f"Gruppe {chr(65 + i % 14)}"} for i in range(40)]
    return build.tables(veranstaltungen=rows, netzwerk=network), Settings(), 2017


def long_ago() -> tuple[Tables, Settings, int]:
    rows = [{"datum": date(year, 5, 1), "projekt": "Verkehr"} for year in (1990, 2000, 2016, 2017, 2017)]
    return build.tables(treffen=rows), Settings(), 2017


def asked() -> tuple[Tables, Settings, int]:
    """Return surveys of every kind, one with several answers beside its scale."""
    no, _, middle, _, full = exports.AGREEMENT
    beside = {
        "Wie stehen Sie dazu? [Ich bin informiert]": [full] * 15 + [no] * 5 + ["weiß nicht"] * 2 + ["keine Angabe"],
        "Wie stehen Sie dazu? [Ich werde gehört]": [middle] * 8 + [no] * 10,
    }
    found = [exports.survey(exports.lamapoll()), exports.survey(exports.columns(beside), file="Umfrage_2.xlsx")]
    ages = {"Wie ist es heute bei uns?": [*range(1, 101)]}
    found.append(exports.survey(exports.columns(ages), file="Umfrage_3.xlsx"))
    return build.tables(found), Settings(), 2017


def entered() -> tuple[Tables, Settings, int]:
    """Return values over the years: money with cents, shares, one that touches zero."""
    courses: dict[str, tuple[list[str], str]] = {
        "Etat": (["8412.55", "9120.1", "7388.4"], "Euro"),
        "Quote": (["40", "42.5", "46"], "%"),
        "Gäste": (["0", "1200", "23400"], ""),
        "Saldo": (["-5", "3", "12"], "Euro"),
    }
    rows = [
        {"bezeichnung": name, "jahr": year, "wert": Decimal(value), "einheit": unit, "projekt": project}
        for name, (values, unit) in courses.items()
        for year, value in enumerate(values, start=2015)
        for project in ("", "Ufer")
    ]
    return build.tables(werte=rows), Settings(), 2017


def drawn(tables: Tables, settings: Settings, year: int) -> tuple[list[Chart], Figures]:
    results, counted = count_all(tables.surveys, settings, year)
    figures = Figures([*count(tables, settings, year).values(), *counted])
    charts = [*draw(tables, figures, settings, year)]
    return charts + [
        chart for result in results for chart in survey_charts.draw_survey(result, figures, settings)
    ], figures


def written(svg: str) -> Iterator[tuple[str, str]]:
    """Yield the texts that marks write (not axes and legends) and how each is described, as Vega draws them."""
    for group in ElementTree.fromstring(svg).iter():  # noqa: S314 - drawn a moment ago
        if group.get("class", "").startswith("mark-text role-mark"):
            for text in group:
                yield "".join(text.itertext()), text.get("aria-label", "")


@pytest.mark.parametrize("source", [example, another, events, long_ago, asked, entered])
def test_every_number_written_in_a_chart_is_the_figure_it_says(source: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    raw: list[str] = []
    convert = engine._convert
    monkeypatch.setattr(engine, "_convert", lambda specification: raw.append(convert(specification)) or raw[-1])
    charts, figures = drawn(*source())
    assert len(raw) == len(charts) > 0
    texts = [pair for svg in raw for pair in written(svg)]
    numbers = [(text, said) for text, said in texts if _NUMBER.fullmatch(text) and not _YEAR.fullmatch(text)]
    assert [text for text, said in numbers if plain(said) != text or said == text] == []
    shown = [run for chart in charts for run in runs(chart.svg) if run.figure]
    assert len(shown) >= len(numbers) > 0
    for run in shown:
        assert run.figure is not None
        value = figures[run.figure].value
        assert number(value) in run.text, run  # type: ignore[arg-type]


def test_what_is_gathered_at_the_end_is_not_counted_there() -> None:
    charts, _ = drawn(*events())
    texts = [plain(text) for chart in charts for text in ElementTree.fromstring(chart.svg).itertext()]  # noqa: S314
    assert {"… und weitere", "… und weitere Gruppen"} <= set(texts)


def test_where_a_scale_has_nothing_beside_it_nothing_is_counted() -> None:
    charts, figures = drawn(*asked())
    (chart,) = (chart for chart in charts if "gehört" in chart.alternative)
    texts = [plain(text) for text in ElementTree.fromstring(chart.svg).itertext()]  # noqa: S314
    assert "außerhalb" in texts
    assert "–" in texts
    (together,) = (key for key in chart.drawn if key.endswith(".daneben.anzahl"))
    assert figures[together].value == 3
