"""From every number in the drawings of whole reports to the rows of a file."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline.narrative.chapter import Chapter
from pipeline.narrative.report import write
from pipeline.narrative.survey import write_survey
from pipeline.publish.document import Content, compose
from pipeline.publish.figures_file import as_json
from pipeline.statistics.survey.counting import count_all
from tests.charts.test_drawn_numbers import another, drawn, example
from tests.narrative.second import TEMPLATES

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
    return Content(settings, year, tables, figures, (*chapters, *told), tuple(charts))


@pytest.mark.parametrize("source", [example, another])
def test_every_number_in_a_drawing_leads_to_rows(source: Any) -> None:
    given = content(source)
    page = compose(given).screen
    known = {figure["key"]: figure for figure in as_json(given.figures, given.tables)}
    links = _LINK.findall(page)
    assert sorted(key for key, _, _ in links) == sorted(key for chart in given.charts for key in chart.drawn)
    assert len(links) > 20
    for key, sources, _ in links:
        assert page.count(f'id="herkunft-{key}"') == 1
        assert re.search(r"Zeilen? \d", sources), sources
        assert any(place["rows"] for place in known[key]["sources"]), key
