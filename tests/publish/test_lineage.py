"""From every number in the drawings of whole reports to the rows of a file."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from pipeline.base.records import Tables
from pipeline.base.settings import Settings
from pipeline.narrative.chapter import Chapter
from pipeline.outputs.figures_file import as_json
from pipeline.publish.content import Content
from pipeline.publish.document import compose
from pipeline.topics import registry
from pipeline.topics.survey.counting.counting import count_all
from pipeline.topics.survey.text.chapter import write_survey
from tests import build
from tests.charts.test_drawn_numbers import another, drawn, example
from tests.narrative.second import TEMPLATES
from tests.steps import write
from tests.topics.survey import exports

_ROWS = re.compile(r"Zeilen? \d|\([^()]*(?:\d|Zeilen)[^()]*\)")  # „Zeile 4“, „(5–18)“, „(dieselben Zeilen)“
_LINK = re.compile(r'<a href="#herkunft-([^"]+)" tabindex="-1"><title>([^<]+)</title>([^<]+)</a>')


def content(source: Any) -> Content:
    tables, settings, year = source()
    charts, figures = drawn(tables, settings, year)
    chapters, _ = write(tables, figures, settings, year, TEMPLATES)
    results, _ = count_all(tables.surveys, settings, year)
    told: list[Chapter] = [
        write_survey(answers, result, figures, settings)
        for answers, result in zip(tables.surveys, results, strict=True)
    ]
    return Content(settings, year, tables, figures, registry.topics(), (*chapters, *told), tuple(charts))


def of_many() -> tuple[Tables, Settings, int]:
    """Return a survey so large that only its own figures name its rows."""
    answered = exports.survey(exports.columns({"Was nutzen Sie bei uns?": ["Kurse"] * 600 + ["Fahrten"] * 500}))
    rows = answered.answers.index
    places = pd.DataFrame({"file": "Umfrage.xlsx", "sheet": "Antworten", "row": range(2, len(rows) + 2)}, index=rows)
    return replace(build.tables([answered]), sources=places), Settings(), 2017


@pytest.mark.parametrize("source", [example, another, of_many])
def test_every_number_in_a_drawing_leads_to_rows(source: Any) -> None:
    given = content(source)
    page = compose(given).screen
    known = {figure["key"]: figure for figure in as_json(given.figures, given.tables)}
    links = _LINK.findall(page)
    annex = re.findall(r"<tr\b.*?</tr>", page[page.index('id="herkunft"') :], re.DOTALL)
    assert sorted(key for key, _, _ in links) == sorted(key for chart in given.charts for key in chart.drawn)
    assert links
    for key, sources, _ in links:
        (line,) = (row for row in annex if f'id="herkunft-{key}"' in row)
        assert _ROWS.search(line), line
        assert re.search(r"Zeilen? \d", sources), sources
        whole = ".".join((*key.split(".")[:2], "antworten"))
        assert any(place["rows"] for place in (known[key]["sources"] or known[whole]["sources"])), key
