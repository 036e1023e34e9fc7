"""The charts of a report: what they show, what their captions claim, and when there is nothing to see."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.marks import plain, runs
from pipeline.base.records import Count
from pipeline.base.settings import ReportSettings, Settings
from pipeline.charts.chart import Chart
from tests.build import tables
from tests.steps import count, draw


def charts(year: int = 2017, accent: str = "#1f5673", **rows: Any) -> dict[str, Chart]:
    found, wanted = tables(**rows), Settings(bericht=ReportSettings(farbe=accent))
    return {chart.key.text: chart for chart in draw(found, count(found, wanted, year), wanted, year)}


def labels(chart: Chart) -> list[str]:
    root = ElementTree.fromstring(chart.svg)  # noqa: S314 - drawn a moment ago
    return [plain(text) for node in root.iter() if node.tag.endswith("}text") for text in node.itertext()]


def meetings(*months: tuple[int, int], kind: str = "Treffen", day: int = 5) -> list[dict[str, Any]]:
    return [{"datum": date(year, month, day), "art": kind, "projekt": "Verkehr"} for year, month in months]


def event(title: str, number: Any, month: int = 3, year: int = 2017) -> dict[str, Any]:
    count = Count(number[0], *number[1:]) if isinstance(number, tuple) else number
    return {"datum": date(year, month, 5), "titel": title, "teilnehmerzahl": count, "projekt": "Verkehr"}


def groups(*sizes: int) -> list[dict[str, Any]]:
    return [{"gruppe": f"Gruppe {i}", "projekt": "Verkehr"} for i, size in enumerate(sizes, 1) for _ in range(size)]


@pytest.mark.parametrize(
    ("months", "finding"),
    [
        ([(2017, m) for m in (1, 2, 2, 2, 3)], "Am dichtesten lagen die Treffen im Februar 2017 (3)."),
        ([(2017, m) for m in (1, 2, 2, 3, 4, 4)], "Die Treffen verteilen sich auf vier Monate."),
        (
            [(2017, m) for m in (1, 1, 1, 2, 3, 3, 3)],
            "Am dichtesten lagen die Treffen im Januar 2017 und im März 2017 (je 3).",
        ),
        ([(2017, m) for m in (1, 2, 3)] * 2, "Die Treffen verteilen sich auf drei Monate."),
        (
            [(2015, 1), (2016, 5), (2017, 7), (2017, 8), (2017, 9)],
            "Am dichtesten lagen die Treffen im 3. Quartal 2017 (3).",
        ),
        (
            [(2015, 1), (2015, 7), (2016, 5), (2017, 8), (2017, 9)],
            "Die Treffen verteilen sich auf vier Quartale.",
        ),
        ([(1990, 1), (2000, 5), (2017, 7), (2017, 8), (2017, 9)], "Am dichtesten lagen die Treffen im Jahr 2017 (3)."),
    ],
)
def test_the_finding_names_the_densest_time(months: list[tuple[int, int]], finding: str) -> None:
    assert plain(charts(treffen=meetings(*months))["verkehr.treffen"].finding) == finding


def test_meetings_are_stacked_by_kind_and_rare_kinds_are_gathered() -> None:
    rows = [m for i, k in enumerate("ABCDEF") for m in meetings(*[(2017, 1 + n % 3) for n in range(9 - i)], kind=k)]
    chart = charts(treffen=rows)["verkehr.treffen"]
    assert [text for text in labels(chart) if text.isalpha() and len(text) in (1, 7)] == ["A", "B", "C", "Weitere"]
    assert "Davon entfallen auf A 9, B 8, C 7 und Weitere 15." in chart.alternative
    assert len({*re.findall(r'fill="(#[0-9a-f]{6})"', chart.svg)} - {"#1a1a1a", "#ffffff"}) == 4


def test_one_kind_needs_no_legend() -> None:
    chart = charts(treffen=meetings((2017, 1), (2017, 2), (2017, 3), (2017, 3), (2017, 3)))["verkehr.treffen"]
    assert "nach Art" not in chart.shows
    assert "Treffen" not in labels(chart)


def test_months_without_meetings_keep_their_place() -> None:
    chart = charts(treffen=meetings((2017, 1), (2017, 1), (2017, 4), (2017, 6), (2017, 6)))["verkehr.treffen"]
    assert [text for text in labels(chart) if text.isalpha()] == ["Jan", "Feb", "März", "Apr", "Mai", "Juni"]
    assert "Februar 2017: 0" in chart.alternative


def test_the_caption_says_period_number_and_source() -> None:
    chart = charts(treffen=meetings((2017, 1), (2017, 1), (2017, 4), (2017, 6), (2017, 6)))["verkehr.treffen"]
    assert plain(chart.shows).replace("\u00a0", " ") == (
        "Treffen je Monat, Januar 2017 bis Juni 2017; n = 5. Quelle: Liste „Treffen“."
    )
    assert [run.figure for run in runs(chart.shows) if run.figure] == [
        "verkehr.treffen.zeitraum",
        "verkehr.treffen.anzahl",
    ]


def test_meetings_known_only_to_their_year_are_left_out_and_that_is_said() -> None:
    rows = meetings((2017, 1), (2017, 2), (2017, 3), (2017, 3), (2017, 3))
    rows.append({**rows[0], "genau": "jahr", "bis": date(2017, 12, 31)})
    chart = charts(treffen=rows)["verkehr.treffen"]
    assert "von denen nur das Jahr bekannt ist" in chart.shows
    assert "zusammen 5." in chart.alternative


@pytest.mark.parametrize(
    ("numbers", "finding"),
    [
        ([10, 20, 30], "Am besten besucht war „C“ mit 30 Teilnehmern."),
        ([30, 20, 30], "Am besten besucht waren „A“ und „C“ mit je 30 Teilnehmern."),
        ([30, 30, 30], "Zu jeder Veranstaltung kamen 30 Teilnehmer."),
        ([1, 1, 1], "Zu jeder Veranstaltung kam 1 Teilnehmer."),
        ([30, 30, 30, 10], "Am besten besucht waren „A“, „B“ und „C“ mit je 30 Teilnehmern."),
        ([30] * 5 + [10], "Am besten besucht waren mehrere Veranstaltungen mit je 30 Teilnehmern."),
        (
            [("mindestens", 200)] * 3 + [10],
            "Am besten besucht waren „A“, „B“ und „C“ mit je mindestens 200 Teilnehmern.",
        ),
        ([1, 0, 0], "Am besten besucht war „A“ mit einem Teilnehmer."),
        ([10, 20, 30, None], "Unter den Veranstaltungen mit Angabe war „C“ am besten besucht: mit 30 Teilnehmern."),
        (
            [10, 30, 30, None],
            "Unter den Veranstaltungen mit Angabe waren „B“ und „C“ am besten besucht: mit je 30 Teilnehmern.",
        ),
        (
            [10, 20, 30, ("höchstens", 0, 20)],
            "Unter den Veranstaltungen mit Angabe war „C“ am besten besucht: mit 30 Teilnehmern.",
        ),
        ([10, 20, 30, ("höchstens", 0, 200)], "Nicht bei allen Veranstaltungen steht genau fest, wie viele kamen."),
        ([10, ("spanne", 20, 40), 30], "Nicht bei allen Veranstaltungen steht genau fest, wie viele kamen."),
        ([10, 20, ("mindestens", 150)], "Am besten besucht war „C“ mit mindestens 150 Teilnehmern."),
        ([10, 20, ("ungefähr", 50)], "Die höchste Teilnehmerzahl nennt die Liste für „C“ mit ca. 50 Teilnehmern."),
        ([10, ("mindestens", 9), 30], "Die höchste Teilnehmerzahl nennt die Liste für „C“ mit 30 Teilnehmern."),
    ],
)
def test_the_best_attended_event_is_named_as_surely_as_the_numbers_allow(numbers: list[Any], finding: str) -> None:
    rows = [event(title, number) for title, number in zip("ABCDEF", numbers, strict=False)]
    assert plain(charts(veranstaltungen=rows)["verkehr.veranstaltungen"].finding) == finding


def test_numbers_stand_at_the_bars_as_they_were_typed() -> None:
    numbers = [48, ("mindestens", 150), ("spanne", 40, 60), ("ungefähr", 50), ("höchstens", 0, 30), None, 1234]
    rows = [event(f"Abend {i}", number) for i, number in enumerate(numbers)]
    shown = labels(charts(veranstaltungen=rows)["verkehr.veranstaltungen"])
    expected = {"48", "mind.\u00a0150", "40–60", "ca.\u00a050", "bis\u00a030", "k.\u00a0A.", "1.234"}
    assert expected <= set(shown)
    assert {f"Abend {i} (5.3.)" for i in range(7)} <= set(shown)


def test_an_upper_bound_is_not_hidden_among_the_rest() -> None:
    rows = [*(event(f"Abend {i}", 100 - i) for i in range(20)), event("Fest", ("höchstens", 0, 200))]
    assert "bis\u00a0200" in labels(charts(veranstaltungen=rows)["verkehr.veranstaltungen"])


@pytest.mark.parametrize(
    ("kind", "themes", "count", "label", "said"),
    [
        ("Vortrag", ("Moor",), 30, "Vortrag: Moor", "war der Vortrag zu „Moor“ mit"),
        ("Vortrag", ("Moor",), Count("ungefähr", 30, None, "ca. 30"), "Vortrag: Moor", "für den Vortrag zu"),
        ("Forum", (), 30, "Forum", "war das Forum am 5. März 2017 mit"),
        ("Quatschkasten", (), 30, "Quatschkasten", "war die Veranstaltung am 5. März 2017 mit"),
        ("", ("Moor",), 30, "Moor", "war die Veranstaltung zu „Moor“ mit"),
    ],
)  # fmt: skip
def test_an_event_without_a_title_is_named_by_what_it_was(
    kind: str, themes: tuple[str, ...], count: Any, label: str, said: str
) -> None:
    rows = [{**event("", count), "themen": themes, "format": kind}, event("B", 20), event("C", 10)]
    chart = charts(veranstaltungen=rows)["verkehr.veranstaltungen"]
    assert f"{label} (5.3.)" in labels(chart)
    assert said in plain(chart.finding).replace("\u00a0", " ")


def test_only_the_largest_of_many_events_are_drawn() -> None:
    chart = charts(veranstaltungen=[event(f"Abend {i}", 100 - i) for i in range(40)])["verkehr.veranstaltungen"]
    shown = labels(chart)
    assert "… und weitere" in shown
    assert sum(text.startswith("Abend") for text in shown) == 11
    assert "dazu 28 weitere" in chart.alternative


def test_no_event_of_an_earlier_year_is_the_best_attended_one_of_this_year() -> None:
    rows = [event("Alt", 90, year=2016), event("Neu", 30), event("Neuer", 20)]
    assert "verkehr.veranstaltungen" not in charts(veranstaltungen=rows)
    chart = charts(veranstaltungen=[*rows, event("Neueste", 10)])["verkehr.veranstaltungen"]
    assert "„Neu“" in chart.finding
    assert not any("Alt" in label for label in labels(chart))


@pytest.mark.parametrize(
    ("sizes", "finding"),
    [
        ((3, 2, 1), "Die größte Gruppe im Netzwerk ist „Gruppe 1“ mit 3 Teilnehmern."),
        ((2, 3, 3), "Die größten Gruppen im Netzwerk sind „Gruppe 2“ und „Gruppe 3“ mit je 3 Teilnehmern."),
        ((2, 2, 2), "Mehr als 2 Teilnehmer hat keine Gruppe im Netzwerk."),
        ((1, 1, 1), "Mehr als einen Teilnehmer hat keine Gruppe im Netzwerk."),
    ],
)
def test_the_largest_group_is_named(sizes: tuple[int, ...], finding: str) -> None:
    assert plain(charts(netzwerk=groups(*sizes))["verkehr.netzwerk"].finding) == finding


def test_groups_are_sorted_and_the_nameless_come_last() -> None:
    rows = [*groups(1, 3, 2), *({"gruppe": "", "projekt": "Verkehr"} for _ in range(5))]
    names = [text for text in labels(charts(netzwerk=rows)["verkehr.netzwerk"]) if not text.isdigit()]
    assert names == ["Gruppe 2", "Gruppe 3", "Gruppe 1", "ohne Angabe"]


def test_the_nameless_do_not_lose_against_smaller_groups() -> None:
    rows = [*groups(1, 3, 2), *({"gruppe": "", "projekt": "Verkehr"} for _ in range(5))]
    finding = plain(charts(netzwerk=rows)["verkehr.netzwerk"].finding)
    assert finding == "Unter den benannten Gruppen im Netzwerk ist „Gruppe 2“ mit 3 Teilnehmern die größte."


def partners(project: str, known: int, unknown: int) -> list[dict[str, Any]]:
    names = (*(f"V{i}" for i in range(known)), *(f"O{i}" for i in range(unknown)))
    return [{"datum": date(2017, 1, 5), "art": "Treffen", "projekt": project, "beteiligte": names}]


def test_kinds_are_not_drawn_where_most_are_unknown_nor_twice() -> None:
    partner = [{"name": f"V{i}", "art": ("Verein", "Amt", "Kammer")[i % 3]} for i in range(6)]
    unknown = charts(partner=partner, treffen=partners("A", 6, 8))
    assert not [key for key in unknown if key.endswith("partner")]
    twice = charts(partner=partner, treffen=[*partners("A", 6, 1), *partners("B", 6, 1), *partners("C", 6, 2)])
    assert [key for key in twice if key.endswith("partner")] == ["a.netzwerk.partner", "c.netzwerk.partner"]


def test_partners_are_drawn_by_kind() -> None:
    kinds = ["Kammer", "Kammer", "Amt", "Verein"]
    partner = [{"name": name, "art": kind} for name, kind in zip("ABCD", kinds, strict=True)]
    rows = [{**meetings((2017, 1))[0], "beteiligte": tuple("ABCDE")}]
    chart = charts(partner=partner, treffen=rows)["verkehr.netzwerk.partner"]
    assert plain(chart.finding) == "Am stärksten vertreten ist die Art „Kammer“ mit 2 Organisationen."
    assert set(labels(chart)) == {"Kammer", "Amt", "Verein", "ohne Angabe", "2", "1"}


@pytest.mark.parametrize(
    ("months", "finding"),
    [
        ([1, 2, 2, 12], "Am dichtesten lagen die Termine im Februar: 1 Veranstaltung und 2 Treffen."),
        ([1, 1, 6, 11], "Die Termine verteilen sich auf vier Monate."),
        ([1, 5, 8, 8, 8, 9], "Am dichtesten lagen die Termine im August: 3 Treffen."),
        ([1] * 5 + [3] * 4 + [9] * 4 + [7, 7], "Am dichtesten lagen die Termine im Januar, im März und im September."),
        ([1] * 5 + [3] * 4 + [9] * 3 + [7, 7], "Die Termine verteilen sich auf vier Monate."),
        ([9, 10, 11, 11, 11], "Mehr als die Hälfte der Termine lag im Herbst."),
    ],
)
def test_the_year_says_when_most_was_going_on(months: list[int], finding: str) -> None:
    rows = meetings(*[(2017, month) for month in months], (2018, 1), (2016, 1))
    events = [] if 9 in months or 3 in months else [event("A", 10, month=2)]
    if months == [1, 1, 6, 11]:
        events *= 2
    assert plain(charts(treffen=rows, veranstaltungen=events)["gesamt.jahr"].finding) == finding


@pytest.mark.parametrize(
    "rows",
    [
        {},
        {"treffen": meetings((2017, 1), (2017, 2))},
        {"treffen": meetings(*[(2017, 1)] * 9)},
        {"treffen": meetings((2017, 1), (2017, 1), (2017, 2), (2017, 3))},
        {"treffen": meetings(*[(2017, month) for month in range(1, 10)])},
        {"veranstaltungen": [event("A", 10), event("B", None), event("C", ("höchstens", 0, 50))]},
        {"veranstaltungen": [event("A", 0), event("B", 0), event("C", 0)]},
        {"netzwerk": groups(5, 5)},
        {"netzwerk": [{"projekt": "Verkehr"}] * 5},
        {"netzwerk": [*groups(2, 1, 1), *[{"projekt": "Verkehr"}] * 5]},
        {"treffen": meetings((2018, 1), (2018, 2), (2018, 3))},
        {"treffen": [{**m, "genau": "jahr"} for m in meetings((2015, 1), (2016, 1), (2017, 1))]},
    ],
)
def test_there_is_no_chart_where_there_is_nothing_to_see(rows: Any) -> None:
    assert charts(**rows) == {}


def test_titles_from_a_spreadsheet_cannot_break_the_page() -> None:
    titles = ["<script>alert(1)</script>", "A & B | C \n D", "$accent", "„Innen“ und «außen»"]
    found = charts(veranstaltungen=[event(title, 10 + i) for i, title in enumerate(titles)])
    chart = found["verkehr.veranstaltungen"]
    assert "<script" not in chart.svg
    assert "$accent (5.3.)" in labels(chart)
    assert "A & B / C D (5.3.)" in labels(chart)
    assert "„‚Innen‘ und ‚außen‘“" in plain(chart.finding)


@pytest.mark.parametrize("accent", ["#1f5673", "#f7d038", "#ffffff", "#000000"])
def test_charts_are_clean_whatever_the_accent(accent: str) -> None:
    rows = meetings(*[(2017, m) for m in range(1, 13)], kind="A") + meetings((2017, 3), (2016, 3), kind="B")
    found = charts(
        accent=accent,
        treffen=rows,
        veranstaltungen=[event("A", 10), event("B", ("mindestens", 20)), event("C", 30)],
        netzwerk=groups(3, 2, 1),
    )
    assert list(found) == ["gesamt.jahr", "verkehr.treffen", "verkehr.veranstaltungen", "verkehr.netzwerk"]
    for chart in found.values():
        assert not re.search(r"url\(|script|href|foreignObject|class=|NaN|undefined", chart.svg)
        assert chart.svg.startswith("<svg ")
        assert f'width="{chart.width:.2f}mm"' in chart.svg
        assert f"<title>{chart.alternative}</title>" in chart.svg
        assert set(re.findall(r'font-size="([^"]+)"', chart.svg)) == {"8.5px"}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(2014, 2018), st.integers(1, 12), st.sampled_from("AB")), max_size=30),
    st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=6),
)
def test_captions_print_only_figures_that_exist(times: list[tuple[int, int, str]], numbers: list[int | None]) -> None:
    found = tables(
        treffen=[m for year, month, kind in times for m in meetings((year, month), kind=kind)],
        veranstaltungen=[event(f"T{i}", number) for i, number in enumerate(numbers)],
    )
    figures = count(found, Settings(), 2017)
    for chart in draw(found, figures, Settings(), 2017):
        for run in (*runs(chart.finding), *runs(chart.shows)):
            assert run.figure is None or run.figure in figures
        assert plain(chart.finding).endswith(".")
        assert plain(chart.shows).endswith(".")
        assert chart.alternative.endswith(".")
