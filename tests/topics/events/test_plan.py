"""Which events are told, decided without a word of prose."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.narrative import row_features
from pipeline.statistics.kinds import parents
from pipeline.topics.events.plan import Plan, closes_cycle, large, plan, shared_words
from tests.build import tables
from tests.steps import count


def rows(*events: dict[str, Any]) -> list[Any]:
    return row_features.rows(tables(veranstaltungen=list(events))["veranstaltungen"])


def talk(day: int, guests: int | None = 12, **more: Any) -> dict[str, Any]:
    return {
        "datum": date(2024, 1, 1) + timedelta(day),
        "format": "Vortrag",
        "titel": f"{chr(65 + day % 26)}{chr(97 + day // 26)}bend",
        "teilnehmerzahl": guests,
        **more,
    }


def planned(*events: dict[str, Any], limit: int = 8) -> tuple[Plan, dict[int, str]]:
    made = rows(*events)
    return plan(made, parents({}), limit), {row.Index: row.titel for row in made}


FEAST = {"datum": date(2024, 6, 1), "format": "Fest", "titel": "Hafenfest", "teilnehmerzahl": 4000}


@pytest.mark.parametrize("guests_of_the_last", [12, None])
def test_the_feast_is_told_wherever_it_stands_and_whatever_is_missing(guests_of_the_last: int | None) -> None:
    others = [talk(i) | {"format": f"Abend {i}"} for i in range(20)]
    others[-1]["teilnehmerzahl"] = guests_of_the_last
    for place in (0, 10, 20):
        made, titles = planned(*others[:place], FEAST, *others[place:], limit=3)
        assert "Hafenfest" in {titles[i] for ids in made.told for i in ids}
        assert len(made.told) == 3
        assert len(made.rest) == 18


@given(st.permutations([*(talk(i, 10 + i) for i in range(9)), FEAST, talk(200, 9) | {"format": "Ausflug"}]))
def test_the_order_of_rows_decides_nothing(events: list[dict[str, Any]]) -> None:
    made, titles = planned(*events, limit=4)
    assert [{titles[i] for i in one.ids} for one in made.series] == [{talk(i)["titel"] for i in range(9)}]
    assert [titles[i] for ids in made.told for i in ids] == ["Hafenfest", talk(200)["titel"]]
    assert made.rest == ()


def test_every_event_is_told_summed_or_left_to_the_table_and_none_twice() -> None:
    events = [talk(i, i) | {"format": kind} for i, kind in enumerate(["Kurs", "Fest", "Lauf", "Kurs", "Kurs"] * 5)]
    made, titles = planned(*events, limit=2)
    ids = [i for one in made.series for i in one.ids] + [i for group in made.told for i in group] + list(made.rest)
    assert sorted(ids) == sorted(titles)


def test_few_events_are_told_one_by_one() -> None:
    made, _ = planned(*(talk(i) for i in range(5)), limit=8)
    assert (made.series, len(made.told), made.rest) == ((), 5, ())


def test_a_text_by_staff_is_told_beside_its_series_and_beyond_the_limit() -> None:
    made, titles = planned(*(talk(i, berichtstext="Gut." if i == 7 else "") for i in range(9)), limit=0)
    assert [titles[i] for group in made.told for i in group] == [talk(7)["titel"]]
    assert len(made.series[0].ids) == 9


def test_the_year_is_spread_over_its_months() -> None:
    events = [talk(i) | {"format": f"Art {i}"} for i in (1, 2, 3, 4, 100, 200)]
    made, _ = planned(*events, limit=3)
    months = {row.datum.month for row in rows(*events) if any(row.Index in ids for ids in made.told)}
    assert len(months) == 3


@pytest.mark.parametrize(
    "more",
    [
        {"titel": "Einweihung"},
        {"veranstalter": ["Hafenverein", "Stadt Ulm"]},
        {"programm": "Podium"},
        {"themen": ["Wasser"]},
        {"teilnehmerzahl": 60},
    ],
)
def test_of_two_events_the_one_with_more_to_it_is_told(more: dict[str, Any]) -> None:
    events = [talk(1) | {"format": "Kurs"}, talk(2) | {"format": "Kurs"} | more]
    for order in (events, events[::-1]):
        made, titles = planned(*order, limit=1)
        assert [titles[i] for ids in made.told for i in ids] == [events[1]["titel"]]


def test_what_is_rare_is_told_before_what_is_common() -> None:
    made, titles = planned(*(talk(i) | {"format": kind} for i, kind in enumerate(["Kurs", "Kurs", "Lauf"])), limit=1)
    assert [titles[i] for ids in made.told for i in ids] == [talk(2)["titel"]]


def test_words_in_titles_hold_a_series_together() -> None:
    titles = ["Offene Sprechstunde Mai", "Offene Sprechstunde (3. Termin)", "Offene Sprechstunde: Mieten", "Anderes"]
    events = [talk(i) | {"format": "", "titel": title} for i, title in enumerate(titles)]
    made, _ = planned(*events, limit=2)
    assert [(one.by, one.name, len(one.ids)) for one in made.series] == [("reihe", "Offene Sprechstunde", 3)]


@pytest.mark.parametrize(
    ("title", "shared"),
    [
        ("Reparaturcafé im März", "Reparaturcafé im"),
        ("Reparaturcafé 12", "Reparaturcafé"),
        ("Vorlesestunde: Der Bär", "Vorlesestunde"),
        ("„Kunterbunt“ – Teil 2", "Kunterbunt"),
        ("2024", ""),
        ("", ""),
    ],
)
def test_what_titles_of_a_series_share(title: str, shared: str) -> None:
    assert shared_words(title) == shared


def test_only_an_event_that_belongs_to_others_closes_a_cycle() -> None:
    made = rows(talk(1), talk(2), FEAST, talk(3), talk(4) | {"format": "Lauf"})
    assert [closes_cycle(row, made) for row in made] == [True, True, False, True, False]


def test_large_is_twice_the_usual_size() -> None:
    made = rows(talk(1), talk(2), talk(3), FEAST, talk(4, None))
    assert large(made) == {made[3].Index}
    assert large(made[2:4]) == frozenset()


def test_what_sentences_need_is_counted_with_its_rows() -> None:
    made = tables(veranstaltungen=[*(talk(i, 10) for i in range(9)), FEAST, *(
        talk(100 + i, None) | {"format": f"Art {i}"} for i in range(9))])  # fmt: skip
    settings = Settings(organisation=OwnOrganisation(name="Verein"))
    figures = count(made, settings, 2024)
    guests = figures["allgemein.veranstaltungen.2024.format.vortrag.teilnehmer"]
    assert (guests.value, len(guests.rows)) == (90, 9)
    rest = figures["allgemein.veranstaltungen.2024.weitere.anzahl"]
    assert (rest.value, len(rest.rows)) == (2, 2)
