"""What is printed is noted: which figures, where first, in which chart."""

from __future__ import annotations

import pytest

from pipeline.base.figures import Figure, Figures, Label
from pipeline.base.keys import Key
from pipeline.base.marks import mark
from pipeline.charts.chart import Chart
from pipeline.publish.printed_figures import Printed, titles

ONE, TWO = Figure(Key("a"), Label("A"), 1), Figure(Key("b"), Label("B"), 2)


def test_printing_is_noted_in_the_order_of_reading() -> None:
    printed = Printed(Figures([ONE, TWO]))
    assert [printed.note("b"), printed.note("b"), printed.note("a")] == [True, False, True]
    assert printed.figures == (TWO, ONE)


def test_what_nobody_counted_cannot_be_printed() -> None:
    with pytest.raises(KeyError):
        Printed(Figures()).note("a")


def test_a_reader_goes_back_to_where_a_figure_stood_first() -> None:
    printed = Printed(Figures([ONE, TWO]))
    printed.note("a")
    for key in ("a", "b"):
        printed.note(key, "projekt.treffen")
    printed.note("b")
    assert (printed.place("a"), printed.place("b")) == ("zahl-a", "abbildung-projekt.treffen")
    assert {chart: list(keys) for chart, keys in printed.drawn.items()} == {"projekt.treffen": ["a", "b"]}


def test_links_are_called_by_what_they_lead_to() -> None:
    chart = Chart(Key("k"), f"Am meisten: {mark('a', '7')}.", "", "", "<svg/>", 100)
    assert titles([ONE], [chart]) == {
        "herkunft-a": "Herkunft der Zahl: A",
        "zahl-a": "Zurück zum Text: A",
        "zahlen-k": "Herkunft der Zahlen in der Abbildung: Am meisten: 7.",
        "abbildung-k": "Zurück zur Abbildung: Am meisten: 7.",
    }
