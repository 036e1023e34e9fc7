"""Figures of projects: what is counted, under which key, from which rows."""

from __future__ import annotations

import re
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.figures import Figures, project_slug
from pipeline.base.keys import TOTAL
from pipeline.base.period import Period
from pipeline.base.records import Count, CountKind, Tables
from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.statistics.counting import by_project, participants_by_row, project_names
from pipeline.topics.initiatives.figures import of_kind
from tests.build import tables
from tests.steps import count

EVENTS = "verkehr.veranstaltungen"


def counted(year: int = 2017, given_settings: Settings | None = None, **rows: Any) -> Figures:
    return count(tables(**rows), given_settings or Settings(), year)


def people(kind: CountKind, low: int = 0, high: int | None = None) -> Count:
    return Count(kind, low, high, "wie getippt")


def event(day: str, number: Any = None, **more: Any) -> dict[str, Any]:
    return {"datum": day, "projekt": "Verkehr", "teilnehmerzahl": number, **more}


@pytest.mark.parametrize(
    ("numbers", "value", "at_least"),
    [
        ([10, 20], 30, False),
        ([10, people("ungefähr", 50)], 60, False),
        ([10, people("mindestens", 150)], 160, True),
        ([10, people("spanne", 40, 60)], 50, True),
        ([10, people("höchstens", 0, 50)], 10, True),
        ([10, people("unbekannt")], 10, True),
        ([10, None], 10, True),
        ([None], 0, True),
        ([0, 0], 0, False),
        ([], 0, False),
    ],
)
def test_participants_are_summed_as_surely_as_they_were_typed(numbers: list[Any], value: int, at_least: bool) -> None:
    figures = counted(
        veranstaltungen=[event("2017-03-05", n) for n in numbers], treffen=[event("2017-01-01")]
    )  # the meeting only makes sure that there is a project
    for part in ("", ".2017"):
        figure = figures[f"{EVENTS}{part}.teilnehmer"]
        assert (figure.value, figure.at_least, len(figure.rows)) == (value, at_least, len(numbers))


@pytest.mark.parametrize(
    ("table", "key"),
    [("treffen", "treffen"), ("veranstaltungen", "veranstaltungen"), ("initiativen", "initiativen")],
)
def test_a_span_counts_in_the_year_in_which_it_begins(table: str, key: str) -> None:
    figures = counted(**{table: [{"datum": "2016-12-30", "bis": "2017-01-02", "projekt": "Verkehr"}]})
    assert figures[f"verkehr.{key}.2016.anzahl"].value == 1
    assert figures[f"verkehr.{key}.2017.anzahl"].value == 0
    assert figures[f"verkehr.{key}.anzahl"].value == 1


def test_the_period_reaches_to_the_last_day_of_a_span() -> None:
    figures = counted(treffen=[event("2015-07-02"), event("2016-12-30", bis="2017-01-02"), event("2016-02-01")])
    assert figures["verkehr.treffen.zeitraum"].value == Period(date(2015, 7, 2), date(2017, 1, 2))


def test_rows_after_the_report_year_are_left_out_everywhere() -> None:
    rows = [event("2017-05-01", 10), event("2018-05-01", 20)]
    figures = counted(treffen=rows, veranstaltungen=rows, initiativen=[{"datum": "2018-01-01", "projekt": "Verkehr"}])
    assert not [key for key in figures if ".2018" in key]
    assert figures["verkehr.treffen.anzahl"].value == figures[f"{EVENTS}.anzahl"].value == 1
    assert figures[f"{EVENTS}.teilnehmer"].value == 10
    assert figures["verkehr.initiativen.anzahl"].value == 0


def test_a_project_that_begins_after_the_report_year_has_no_figures() -> None:
    assert not [key for key in counted(treffen=[event("2018-05-01")]) if key.startswith("verkehr")]


def test_what_was_promised_is_there_even_when_nothing_was_counted() -> None:
    figures = counted(netzwerk=[{"projekt": "Öffentlicher Verkehr", "gruppe": "Forum"}])
    zero = ["treffen.anzahl", "treffen.2017.anzahl", "veranstaltungen.anzahl", "veranstaltungen.2017.anzahl"]
    zero += ["veranstaltungen.2017.teilnehmer", "initiativen.anzahl"]
    assert [figures[f"oeffentlicher-verkehr.{part}"].value for part in zero] == [0] * len(zero)
    assert figures["oeffentlicher-verkehr.netzwerk.teilnehmer"].value == 1
    assert figures["oeffentlicher-verkehr.netzwerk.forum.teilnehmer"].value == 1


@pytest.mark.parametrize(
    ("project", "key"),
    [
        ("Öffentlicher Verkehr", "oeffentlicher-verkehr"),
        ("Straße & Weg", "strasse-weg"),
        ("", "allgemein"),
        ("Gesamt", "projekt-gesamt"),
    ],
)
def test_keys_begin_with_the_project(project: str, key: str) -> None:
    figures = counted(treffen=[{"datum": "2017-01-01", "projekt": project}] * 2)
    assert figures[f"{key}.treffen.2017.anzahl"].value == 2
    assert figures["gesamt.treffen.2017.anzahl"].value == 2


def test_spellings_with_one_key_are_one_project_under_its_usual_name() -> None:
    names = ["Soziale Teilhabe", "soziale Teilhabe", "Soziale  Teilhabe", "Soziale Teilhabe"]
    found = tables(treffen=[{"datum": "2017-01-01", "projekt": name} for name in names])
    assert count(found, Settings(), 2017)["soziale-teilhabe.treffen.anzahl"].value == 4
    assert project_names(found) == {"soziale-teilhabe": "Soziale Teilhabe"}


def test_overviews_count_parents_however_deep() -> None:
    kinds = {"koordinierungstreffen": "Treffen", "Austausch": "Gespräch", "Telefonat": "Austausch"}
    rows = [event("2017-02-01", art=art) for art in ("Koordinierungstreffen", "Treffen", "Telefonat", "")]
    figures = counted(given_settings=Settings(arten=kinds), treffen=rows)
    by_kind = {key: figure.value for key, figure in figures.items() if key.startswith("verkehr.treffen.art.")}
    assert by_kind == {
        "verkehr.treffen.art.treffen.anzahl": 2,
        "verkehr.treffen.art.gespraech.anzahl": 1,
        "verkehr.treffen.art.ohne-angabe.anzahl": 1,
    }
    assert figures["verkehr.treffen.2017.art.gespraech.anzahl"].rows == (3,)
    assert figures["verkehr.treffen.2017-02.art.treffen.anzahl"].value == 2


def test_kinds_that_name_each_other_as_parents_are_counted_once() -> None:
    circle = Settings(arten={"Treffen": "Sitzung", "Sitzung": "Treffen"})
    figures = counted(given_settings=circle, treffen=[event("2017-01-01", art="Treffen")])
    found = [figure.value for key, figure in figures.items() if key.startswith("verkehr.treffen.art.")]
    assert found == [1]


def test_a_row_known_only_to_its_year_has_no_month() -> None:
    rows = [event("2017-01-01", bis="2017-12-31", genau="jahr"), event("2017-01-01", bis="2017-01-31", genau="monat")]
    figures = counted(treffen=rows)
    assert figures["verkehr.treffen.2017.anzahl"].value == 2
    assert figures["verkehr.treffen.2017-01.anzahl"].rows == (2,)
    assert figures["verkehr.treffen.2017-q1.anzahl"].rows == (2,)


def test_each_row_with_a_number_has_a_figure_of_its_own() -> None:
    numbers = [12, None, people("ungefähr", 50), people("höchstens", 0, 50), people("spanne", 40, 60)]
    figures = counted(veranstaltungen=[event("2017-03-05", n) for n in numbers])
    found = {k: (f.value, f.at_least, f.approximate, f.rows) for k, f in figures.items() if ".2017-03-05" in k}
    assert found == {
        f"{EVENTS}.2017-03-05.teilnehmer": (12, False, False, (1,)),
        f"{EVENTS}.2017-03-05-2.teilnehmer": (50, False, True, (3,)),
        f"{EVENTS}.2017-03-05.hoechstens": (50, False, False, (4,)),
        f"{EVENTS}.2017-03-05-3.teilnehmer": (40, True, False, (5,)),
    }
    assert {i: figure.value for i, figure in participants_by_row(figures).items()} == {1: 12, 3: 50, 5: 40}


def test_the_network_counts_rows_and_each_institution_once() -> None:
    rows = [
        {"projekt": "Verkehr", "gruppe": "Forum", "institution": "Musterkammer", "engagement": "hauptamtlich"},
        {"projekt": "Verkehr", "gruppe": "Forum", "institution": "musterkammer", "engagement": "hauptamtlich"},
        {"projekt": "Verkehr", "gruppe": "Runder Tisch", "person": True, "engagement": "ehrenamtlich"},
        {"projekt": "Verkehr", "gruppe": "Runder Tisch", "institution": "Stadt"},
    ]
    figures = counted(netzwerk=rows)
    values = {key.removeprefix("verkehr.netzwerk."): f.value for key, f in figures.items() if ".netzwerk." in key}
    values.pop("gesamt.netzwerk.teilnehmer")
    assert values == {
        "teilnehmer": 4,
        "institutionen": 2,
        "forum.teilnehmer": 2,
        "forum.institutionen": 1,
        "runder-tisch.teilnehmer": 2,
        "runder-tisch.institutionen": 1,
        "engagement.hauptamtlich.teilnehmer": 2,
        "engagement.ehrenamtlich.teilnehmer": 1,
        "engagement.ohne-angabe.teilnehmer": 1,
    }


def test_partners_are_counted_once_by_kind_and_the_association_is_not_its_own_partner() -> None:
    figures = counted(
        given_settings=Settings(organisation=OwnOrganisation(name="Verein für Verkehr e. V.", kurz="VfV")),
        partner=[{"name": "Handwerkskammer Musterstadt", "kurzform": "HWK", "art": "Kammer"}, {"name": "Stadt"}],
        treffen=[event("2017-01-01", beteiligte=("VfV", "Handwerkskammer Musterstadt", "Stadt"))],
        veranstaltungen=[event("2017-02-01", veranstalter=("HWK", "Unbekannter Verein", "VfV"))],
        initiativen=[{"datum": "2017-03-01", "projekt": "Verkehr", "beteiligte": ("Stadt",)}],
    )
    assert figures["verkehr.partner.art.kammer.anzahl"].value == 1
    assert figures["verkehr.partner.art.kammer.anzahl"].rows == (1, 2)
    assert figures["verkehr.partner.art.ohne-angabe.anzahl"].value == 2
    assert figures["verkehr.partner.anzahl"].value == 3


def test_initiatives_are_counted_by_kind_and_year() -> None:
    kinds = ["Schreiben", "Schreiben", "Resolution", "Schreiben"]
    days = ["2016-05-01", "2017-01-01", "2017-02-01", "2017-03-01"]
    rows = [{"datum": d, "projekt": "Verkehr", "art": k} for d, k in zip(days, kinds, strict=True)]
    figures = counted(initiativen=rows)
    assert figures["verkehr.initiativen.anzahl"].value == 4
    assert figures["verkehr.initiativen.schreiben.anzahl"].rows == (1, 2, 4)
    assert figures["verkehr.initiativen.2017.anzahl"].value == figures["gesamt.initiativen.2017.anzahl"].value == 3


@pytest.mark.parametrize(
    ("kinds", "keys"),
    [
        (("2017", "Brief"), ("art-2017", "brief")),
        (("2017", "Art 2017"), ("art-2017", "art-art-2017")),
        (("2016", "2017-08"), ("art-2016", "art-2017-08")),
        (("Allgemein", "Gesamt"), ("allgemein", "gesamt")),
    ],
)
def test_a_kind_that_is_called_like_a_year_has_a_figure_beside_the_year(
    kinds: tuple[str, ...], keys: tuple[str, ...]
) -> None:
    figures = counted(initiativen=[{"datum": f"2017-01-0{day}", "art": kind} for day, kind in enumerate(kinds, 1)])
    assert figures["allgemein.initiativen.2017.anzahl"].value == 2
    assert [figures[f"allgemein.initiativen.{key}.anzahl"].rows for key in keys] == [(1,), (2,)]
    assert [figures[of_kind("allgemein", kind)].label.which for kind in kinds] == list(kinds)


@pytest.mark.parametrize("project", ["Umfrage", "2017", "Treffen", "Gesamt", "Werte"])
def test_a_project_called_like_a_word_of_the_program_has_all_its_figures(project: str) -> None:
    rows = {
        "treffen": [event("2017-01-01", projekt=project, art="2017")],
        "veranstaltungen": [event("2017-01-01", projekt=project, format="Anzahl", teilnehmerzahl=people("genau", 5))],
        "initiativen": [event("2017-01-01", projekt=project, art="2017")],
        "netzwerk": [{"gruppe": "2017", "projekt": project}, {"gruppe": "Engagement", "projekt": project}],
        "werte": [{"bezeichnung": "2017", "jahr": 2017, "wert": Decimal(1), "projekt": project}],
    }
    figures, plain = counted(**rows), counted(**{k: [r | {"projekt": "Au"} for r in v] for k, v in rows.items()})
    mine = [figure for figure in figures.values() if figure.key.subject == project_slug(project)]
    assert [figure.key.of("au") for figure in mine] == [f.key for f in plain.values() if f.key.subject == "au"]
    assert not any(figure.key.survey for figure in mine)


def test_entered_values_keep_their_unit_and_contradictions_stay_apart() -> None:
    rows = [
        {"bezeichnung": "Mitglieder", "jahr": 2017, "wert": Decimal(120), "einheit": "Mitglieder"},
        {"bezeichnung": "mitglieder", "jahr": 2017, "wert": Decimal(120), "einheit": "Mitglieder"},
        {"bezeichnung": "Mitglieder", "jahr": 2017, "wert": Decimal(125), "einheit": "Mitglieder"},
        {"bezeichnung": "Haushalt", "jahr": 2016, "wert": Decimal("1234.5"), "einheit": "Euro", "projekt": "Verkehr"},
    ]
    figures = counted(werte=rows)
    first, second = figures["allgemein.werte.mitglieder.2017"], figures["allgemein.werte.mitglieder.2017-2"]
    assert (first.value, first.unit, first.rows) == (120, "Mitglieder", (1, 2))
    assert (second.value, second.rows) == (125, (3,))
    assert figures["verkehr.werte.haushalt.2016"].value == Decimal("1234.5")


@pytest.mark.parametrize(
    ("name", "unit", "label"),
    [
        ("Durchschnittsalter", "Jahre", "Durchschnittsalter (Jahre) 2017"), ("Chöre", "Anzahl", "Chöre 2017"),
        ("Mitglieder", "Mitglieder", "Mitglieder 2017"), ("Mitglieder", "Personen", "Mitglieder 2017"),
        ("Gewicht", "kg", "Gewicht 2017"), ("Anteil", "%", "Anteil 2017"), ("Anteil", "", "Anteil 2017"),
    ],
)  # fmt: skip
def test_a_unit_that_is_a_word_stands_in_the_name(name: str, unit: str, label: str) -> None:
    rows = [{"bezeichnung": name, "jahr": 2017, "wert": Decimal(5), "einheit": unit}]
    (figure,) = (figure for key, figure in counted(werte=rows).items() if ".werte." in key)
    assert str(figure.label) == label


def test_totals_add_up_the_projects() -> None:
    rows = [event("2017-03-01", 10), event("2017-03-02", None, projekt="Kultur"), event("2016-01-01", 5, projekt="")]
    figures = counted(treffen=rows, veranstaltungen=rows, netzwerk=[{"projekt": "Kultur"}, {"projekt": "Verkehr"}])
    assert figures["gesamt.treffen.2017.anzahl"].value == 2
    assert figures["gesamt.veranstaltungen.2017-03.anzahl"].value == 2
    assert figures["gesamt.veranstaltungen.2017.teilnehmer"].value == 10
    assert figures["gesamt.veranstaltungen.2017.teilnehmer"].at_least
    assert figures["gesamt.veranstaltungen.2016.teilnehmer"].value == 5
    assert figures["gesamt.netzwerk.teilnehmer"].value == 2


def test_labels_name_the_project_only_where_there_are_projects() -> None:
    nameless = counted(treffen=[{"datum": "2017-01-01"}])
    assert str(nameless["allgemein.treffen.2017.anzahl"].label) == "Treffen im Jahr 2017"
    mixed = counted(treffen=[{"datum": "2017-01-01"}, event("2017-01-01")])
    assert str(mixed["allgemein.treffen.2017.anzahl"].label) == "Weitere Tätigkeiten: Treffen im Jahr 2017"
    assert str(mixed["verkehr.treffen.2017-01.anzahl"].label) == "Verkehr: Treffen im Januar 2017"
    values = [
        {"bezeichnung": "Mitglieder", "jahr": 2017, "wert": Decimal(5), "projekt": name} for name in ("", "Verkehr")
    ]
    own = counted(werte=values)
    assert str(own["allgemein.werte.mitglieder.2017"].label) == "Mitglieder 2017"
    assert str(own["verkehr.werte.mitglieder.2017"].label) == "Verkehr: Mitglieder 2017"


WORDS = st.sampled_from(["", "Treffen", "treffen", "Gespräch", "2017", "gesamt", "Öffentlicher Verkehr", "art", "–"])
DAYS = st.dates(date(2015, 1, 1), date(2018, 12, 31))
COUNTS = st.one_of(
    st.none(),
    st.integers(0, 500),
    st.builds(people, st.sampled_from(["ungefähr", "mindestens", "spanne"]), st.integers(1, 99), st.none()),
    st.just(people("unbekannt")),
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "datum": DAYS,
            "projekt": WORDS,
            "art": WORDS,
            "teilnehmerzahl": COUNTS,
            "genau": st.sampled_from(["tag", "monat", "jahr"]),
        }
    ),
    max_size=12,
)


def known_rows(found: Tables) -> set[int]:
    return {i for frame in found.frames.values() for i in frame.index}


@settings(max_examples=40, deadline=None)
@given(meetings=ROWS, events=ROWS, year=st.integers(2015, 2018))
def test_every_figure_knows_its_rows(meetings: list[Any], events: list[Any], year: int) -> None:
    kinds = [{("format" if k == "art" else k): v for k, v in row.items()} for row in events]
    found = tables(treffen=meetings, veranstaltungen=kinds)
    figures = count(found, Settings(arten={"Treffen": "Gespräch"}), year)
    rows = known_rows(found)
    for key, figure in figures.items():
        assert set(figure.rows) <= rows, key
        assert len(set(figure.rows)) == len(figure.rows), key
        assert all((str(figure.label), figure.unit, figure.method.endswith("."))), key
        if key.endswith(".anzahl"):
            assert figure.value == len(figure.rows), key
    wholes = [f.value for k, f in figures.items() if k.endswith(".treffen.anzahl")]
    assert sum(wholes) == sum(row["datum"].year <= year for row in meetings)
    assert by_project(found, year).keys() >= {
        figure.key.subject for figure in figures.values() if figure.key.subject != TOTAL
    }


@settings(max_examples=40, deadline=None)
@given(meetings=ROWS)
def test_kinds_and_years_add_up_to_the_whole(meetings: list[Any]) -> None:
    figures = count(tables(treffen=meetings), Settings(), 2018)
    for project in {key.split(".")[0] for key in figures} - {"gesamt"}:
        whole = sorted(figures[f"{project}.treffen.anzahl"].rows)
        for pattern in (r"treffen\.art\.[^.]+\.anzahl", r"treffen\.\d{4}\.anzahl"):
            parts = [figure for key, figure in figures.items() if re.fullmatch(rf"{project}\.{pattern}", key)]
            assert sorted(i for figure in parts for i in figure.rows) == whole


def test_counting_grows_no_faster_than_the_rows() -> None:
    def calls(size: int) -> int:
        """Return how many functions are called to count so many rows: the same number on every machine."""
        day = [date(2010 + i % 8, 1 + i % 12, 1 + i % 28) for i in range(size)]
        rows = [
            {"datum": d, "projekt": f"P{i % 50}", "art": f"A{i % 20}", "teilnehmerzahl": i % 90}
            for i, d in enumerate(day)
        ]
        given, called = tables(treffen=rows), 0

        def note(*_: object) -> None:
            nonlocal called
            called += 1

        profile = sys.getprofile()
        sys.setprofile(note)
        try:
            count(given, Settings(), 2017)
        finally:
            sys.setprofile(profile)
        return called

    calls(500)  # imports and caches
    first, second, third = calls(1_000), calls(2_000), calls(4_000)
    assert 0 < third - second <= 2.1 * (second - first)
