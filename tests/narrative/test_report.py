"""The whole room: order of chapters, sections, texts that win, and no cell that could bring it down."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.records import Count
from pipeline.base.settings import OwnOrganisation, ReportSettings, Settings
from tests.build import tables
from tests.narrative.second import TEMPLATES, as_text
from tests.steps import count, write

SETTINGS = Settings(organisation=OwnOrganisation(name="Seebund e. V.", kurz="Seebund", artikel="der"))
YEAR = 2020


def report(settings: Settings = SETTINGS, **rows: Any) -> tuple[str, list[str]]:
    """Return the text of a report and the codes of its problems."""
    given_tables = tables(**rows)
    chapters, problems = write(given_tables, count(given_tables, settings, YEAR), settings, YEAR, TEMPLATES)
    return as_text(chapters), [problem.code for problem in problems]


def event(day: str, **more: Any) -> dict[str, Any]:
    return {"datum": day, "projekt": "Ufer", "format": "Lesung", "veranstalter": ["Seebund"]} | more


def test_chapters_stand_in_their_order() -> None:
    texts = [{"kapitel": name, "text": "Text."} for name in ("Ausblick", "Ufer", "Vorwort", "Dank")]
    rows = [event("2020-03-01"), event("2020-03-01", projekt="Berg"), event("2020-04-01", projekt="")]
    ordered = replace(SETTINGS, bericht=ReportSettings(projekte=("Ufer",)))
    text, _ = report(ordered, veranstaltungen=rows, texte=texts)
    titles = [line[2:] for line in text.splitlines() if line.startswith("# ")]
    assert titles == ["Vorwort", "Ufer", "Berg", "Weitere Tätigkeiten", "Ausblick", "Dank"]


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([event("2020-03-01", projekt="")], "Tätigkeiten"),
        ([event("2020-03-01", projekt=""), event("2020-03-01")], "Weitere Tätigkeiten"),
        # The only project has no rows yet: there is nothing that the others would be added to.
        ([event("2020-03-01", projekt=""), event("2021-03-01")], "Tätigkeiten"),
    ],
)
def test_what_belongs_to_no_project_has_a_title_that_suits_its_place(rows: list[dict[str, Any]], title: str) -> None:
    text, _ = report(veranstaltungen=rows)
    assert [line[2:] for line in text.splitlines() if line.startswith("# ")][-1] == title


def test_staff_texts_open_the_overview_and_follow_what_is_generated_elsewhere() -> None:
    texts = [
        {"kapitel": "Ufer", "abschnitt": "Veranstaltungen", "text": "Das war schön."},
        {"kapitel": "Ufer", "abschnitt": "", "text": "So fing es an."},
        {"kapitel": "Ufer", "abschnitt": "Nachwort", "text": "Und nun?"},
        {"kapitel": "Ufer", "abschnitt": "Einleitung", "text": "Das ist neu."},
    ]
    text, _ = report(veranstaltungen=[event("2020-03-01")], texte=texts)
    assert "Einleitung" not in text  # its text is there, its name goes without saying
    order = ("So fing es an", "Das ist neu", "Lesung", "Das war schön", "## Nachwort", "Und nun?")
    parts = [text.index(said) for said in order]
    assert parts == sorted(parts)


def test_a_report_text_wins_and_may_name_the_columns_of_its_row() -> None:
    own = "Am {{ datum }} lasen wir vor {{ teilnehmerzahl }} Gästen aus „{{ titel }}“"
    row = event("2020-03-01", titel="Das Meer", berichtstext=own, teilnehmerzahl=Count("genau", 31, 31, "31"))
    text, problems = report(veranstaltungen=[row, event("2020-05-01")])
    assert "Am 1.\u00a0März 2020 lasen wir vor 31 Gästen aus „Das Meer“. " in text
    assert problems == []


def test_a_wrong_placeholder_in_a_report_text_is_an_error() -> None:
    _, problems = report(veranstaltungen=[event("2020-03-01", berichtstext="{{ tietel }}")])
    assert problems == ["platzhalter-unbekannt"]


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_not_more_events_are_told_than_the_setting_says(limit: int) -> None:
    kinds = ("Lesung", "Konzert", "Vortrag", "Ausstellung", "Workshop", "Fest")
    rows = [event(f"2020-0{m}-01", titel=f"Titel{kind[:2]}", format=kind) for m, kind in enumerate(kinds, start=1)]
    few = replace(SETTINGS, bericht=ReportSettings(veranstaltungen_im_text=limit))
    text, _ = report(few, veranstaltungen=rows)
    assert text.count("„Titel") == limit
    rest = {0: "Die Übersicht im Anhang führt alle", 1: "Hinzu kamen fünf weitere", 2: "Hinzu kamen vier weitere"}
    assert rest[limit] in text


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2020-03-01", "2020-11-20"], "Den Jahresabschluss bildete"),
        (["2020-03-01", "2020-05-01", "2020-09-20"], "rundete"),
        (["2020-03-01", "2020-09-20"], ""),
        (["2020-03-01", "2020-11-20", "2020-11-20"], ""),
    ],
)
def test_the_last_event_is_told_as_such_only_where_the_dates_make_it_true(days: list[str], said: str) -> None:
    text, _ = report(veranstaltungen=[event(day, titel=f"T{i}", ort="Ulm") for i, day in enumerate(days)])
    for closing in ("Den Jahresabschluss bildete", "rundete"):
        assert (closing in text) == (closing == said)


def test_plain_events_of_an_earlier_year_are_told_in_one_sentence() -> None:
    rows = [event(f"2019-{m:02}-10", themen=["Natur"]) for m in (8, 9, 12)]
    text, _ = report(veranstaltungen=rows)
    assert "In der zweiten Jahreshälfte 2019 wurden mehrere Lesungen zum Thema Natur durchgeführt." in text


def test_an_agreement_names_its_parties_and_letters_to_one_addressee_are_gathered() -> None:
    rows = [
        {"datum": "2020-02-01", "projekt": "Ufer", "art": "Vereinbarung", "gegenstand": "Pflege des Ufers",
         "beteiligte": ["Stadt Ulm", "Gemeinde Elchingen", "Gemeinde Burg"], "initiator": "Seebund"},
        *({"datum": f"2020-0{m}-01", "projekt": "Ufer", "art": "Brief", "gegenstand": "Ausbau des Stegs",
           "adressat": "Stadt Ulm", "initiator": "Seebund"} for m in (3, 4, 5)),
    ]  # fmt: skip
    text, _ = report(initiativen=rows)
    assert "eine Vereinbarung zwischen der Stadt Ulm und den Gemeinden Elchingen und Burg zur Pflege des Ufers" in (
        text.replace("sowie den", "und den")
    )
    assert "mehrere Briefe an die Stadt Ulm, in denen es um den Ausbau des Stegs ging." in text


@pytest.mark.parametrize(
    ("projects", "kinds", "hints"),
    [
        (("ufer",), {"Lesung": "Vortrag"}, []), (("Uffer",), {}, ["Uffer"]), ((), {"Lesunk": "Vortrag"}, ["Lesunk"]),
    ],
)  # fmt: skip
def test_settings_that_name_what_no_row_does_are_asked_about(
    projects: tuple[str, ...], kinds: dict[str, str], hints: list[str]
) -> None:
    own = replace(SETTINGS, bericht=ReportSettings(projekte=projects), arten=kinds)
    given = tables(veranstaltungen=[event("2020-03-01")])
    _, problems = write(given, count(given, own, YEAR), own, YEAR, TEMPLATES)
    assert [(one.code, one.value) for one in problems] == [("einstellung-ohne-zeilen", name) for name in hints]
    assert all("Meinten Sie" in one.advice for one in problems)


def test_hints_say_what_to_enter_where() -> None:
    rows = [event("2020-03-01", format="Kleiderkarussell", veranstalter=["Qliq"], ort="Alte Weberei")]
    given_tables = tables(veranstaltungen=rows)
    _, problems = write(given_tables, count(given_tables, SETTINGS, YEAR), SETTINGS, YEAR, TEMPLATES)
    assert [(p.code, p.severity, p.file, p.row) for p in problems] == [
        ("wort-unbekannt", "hinweis", "Veranstaltungen.xlsx", 2),
        ("artikel-unbekannt", "hinweis", "Veranstaltungen.xlsx", 2),
        ("ort-ohne-verhaeltniswort", "hinweis", "Veranstaltungen.xlsx", 2),
    ]
    assert "[woerter]" in problems[0].advice


CELLS = st.text(alphabet="aeZÜ ,.;:–-„“\"'()[]{}|%*_0123456789\u00a0\n", max_size=14)
NAMES = st.one_of(CELLS, st.sampled_from(["Stadt Ulm", "Gemeinde Burg", "und", "der", "Kammern", "e. V."]))
LISTS = st.lists(NAMES.filter(str.strip), max_size=4)
DAYS = st.dates(date(2018, 1, 1), date(2020, 12, 31)).map(date.isoformat)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"datum": DAYS, "projekt": st.just("Ufer"), "format": NAMES, "titel": CELLS, "themen": LISTS, "ort": NAMES,
             "programm": NAMES, "veranstalter": LISTS, "zielgruppe": NAMES, "mitwirkende": LISTS,
             "genau": st.sampled_from(["tag", "monat", "jahr"])}
        ),
        max_size=5,
    ),
    st.lists(
        st.fixed_dictionaries(
            {"datum": DAYS, "projekt": st.just("Ufer"), "art": NAMES, "thema": CELLS, "ort": NAMES, "beteiligte": LISTS}
        ),
        max_size=4,
    ),
    st.lists(
        st.fixed_dictionaries(
            {"datum": DAYS, "projekt": st.just("Ufer"), "art": NAMES, "gegenstand": CELLS, "adressat": NAMES,
             "beteiligte": LISTS, "initiator": NAMES}
        ),
        max_size=4,
    ),
    st.lists(
        st.fixed_dictionaries({"name": NAMES, "kurzform": NAMES, "artikel": NAMES, "gehoert_zu": NAMES}), max_size=3
    ),
)  # fmt: skip
def test_no_cell_brings_the_report_down(
    events: list[Any], meetings: list[Any], initiatives: list[Any], partners: list[Any]
) -> None:
    text, _ = report(veranstaltungen=events, treffen=meetings, initiativen=initiatives, partner=partners)
    assert bool(text) == bool(events or meetings or initiatives)


def test_texts_may_name_enumerations_and_place_generated_text() -> None:
    texts = [
        {
            "kapitel": "Vorwort",
            "text": "Es ging um {{ ufer.veranstaltungen.themen }} in {{ ufer.veranstaltungen.orte }}.",
        },
        {"kapitel": "Ufer", "abschnitt": "Veranstaltungen", "text": "Zuerst dies.\n\n{{ ufer.veranstaltungen.text }}"},
    ]
    rows = [event("2020-03-01", themen=["Wind", "Eis"], ort="Ulm"), event("2020-05-01", themen=["Eis"], ort="Bonn")]
    text, problems = report(veranstaltungen=rows, texte=texts)
    assert problems == []
    assert "Es ging um Eis und Wind in Bonn und Ulm." in text
    assert text.index("Zuerst dies.") < text.index("Lesung")
    assert text.count("in Ulm eine Lesung") + text.count("einer Lesung in Ulm") == 1


@pytest.mark.parametrize(
    ("project", "chapter", "chapters", "hints"),
    [
        ("Ufer", "Ufer", ["Ufer"], []), ("", "Tätigkeiten", ["Tätigkeiten"], []),
        ("Ufer", "Berg", ["Ufer", "Berg"], []),
        ("Integration", "Integartion", ["Integration", "Integartion"], ["kapitel-aehnlich"]),
    ],
)  # fmt: skip
def test_a_text_joins_the_chapter_of_its_title(
    project: str, chapter: str, chapters: list[str], hints: list[str]
) -> None:
    texts = [{"kapitel": chapter, "abschnitt": "", "text": "Mehr."}]
    text, problems = report(veranstaltungen=[event("2020-03-01", projekt=project)], texte=texts)
    assert re.findall("(?m)^# (.*)$", text) == chapters
    assert problems == hints


def test_a_number_in_a_report_text_keeps_what_staff_said_of_it() -> None:
    row = event(
        "2020-03-01",
        berichtstext="Es kamen {{ teilnehmerzahl }} Leute.",
        teilnehmerzahl=Count("mindestens", 400, None, "über 400"),
    )
    assert "Es kamen über 400 Leute." in report(veranstaltungen=[row])[0]


def test_the_best_attended_event_is_named_only_where_the_numbers_are_sure() -> None:
    rows = [event(f"2020-0{m}-01", titel=f"T{m}", teilnehmerzahl=n) for m, n in ((1, 40), (3, 90), (5, 30), (6, 35))]
    assert re.search("bestbesuchte|mehr Gäste", report(veranstaltungen=rows)[0])
    rows[0]["teilnehmerzahl"] = Count("mindestens", 40, None, "über 40")
    unsure, _ = report(veranstaltungen=rows)
    assert "„T3“" in unsure
    assert not re.search("bestbesuchte|mehr Gäste", unsure)


def test_years_long_ago_are_summed_up() -> None:
    rows = [event(f"{year}-05-01", titel=f"Titel {year}") for year in range(2010, 2021)]
    text, _ = report(veranstaltungen=rows)
    assert "Von Frühjahr 2010 bis Frühjahr 2020 fanden insgesamt elf Veranstaltungen statt." in text
    assert [year for year in range(2010, 2021) if f"„Titel {year}“" in text] == [2018, 2019, 2020]


def value(name: str, year: int, number: str, unit: str = "", project: str = "Ufer") -> dict[str, Any]:
    return {"bezeichnung": name, "jahr": year, "wert": Decimal(number), "einheit": unit, "projekt": project}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([value("Beete", 2019, "7"), value("Beete", 2020, "12")],
         ["Die Kennzahl „Beete“ stieg gegenüber dem Vorjahr von 7 auf\u00a012."]),
        ([value("Beete", 2020, "12")], ["| Kennzahl | 2020", "| Beete | 12"]),
        ([value("Alter", 2019, "54", "Jahre"), value("Alter", 2020, "54.5", "Jahre"), value("Etat", 2019, "8000", "€"),
          value("Etat", 2020, "400.5", "€"), value("Etat", 2018, "9", "€"), value("Gründer", 1998, "12")],
         ["Am deutlichsten sank gegenüber dem Vorjahr die Kennzahl „Etat“: von 8.000,00 Euro auf 400,50 Euro.",
          "| Kennzahl | 2020 | 2019 | 2018", "| Alter (Jahre) | 54,5 | 54 | –",
          "| Etat | 400,50 € | 8.000,00 € | 9,00 €", "| Gründer | 12 (1998) | – | –"]),
        ([value("Beete", 2020, "12"), value("Beete", 2020, "13")],
         ["| Kennzahl | 2020", "| Beete | 12", "| Beete | 13"]),
    ],
)  # fmt: skip
def test_every_entered_value_is_told(values: list[Any], said: list[str]) -> None:
    for rows in ({"veranstaltungen": [event("2020-03-01")]}, {}):  # also where a project has nothing but values
        text, _ = report(werte=values, **rows)
        assert [line for line in text.splitlines() if "Kennzahl „" in line or line.startswith("| ")] == said


def test_values_of_the_association_are_left_to_the_numbers_of_the_year() -> None:
    text, _ = report(veranstaltungen=[event("2020-03-01", projekt="")], werte=[value("Etat", 2020, "5", project="")])
    assert "Lesung" in text
    assert "Etat" not in text


FORMATS = st.sampled_from(["Lesung", "Workshop", "Fest", "Kleiderkarussell", "Vortrag"])
BASE = [
    event(f"2020-{month:02}-10", titel=f"T{month}", format=kind, ort="Ulm", veranstalter=["Seebund", *partner])
    for month, kind, partner in (
        (1, "Lesung", []), (2, "Workshop", ["Stadt Ulm"]), (4, "Fest", ["Gemeinde Burg", "Stadt Ulm"]),
        (5, "Lesung", ["Stadt Ulm"]), (5, "Vortrag", []), (8, "Workshop", []), (10, "Fest", ["Gemeinde Burg"]),
    )
]  # fmt: skip
ROOMY = replace(SETTINGS, bericht=ReportSettings(veranstaltungen_im_text=50))


def _sentences_of(text: str) -> dict[str, str]:
    """Return the sentence in which each title stands."""
    found = {}
    for sentence in re.split(r"(?<=[.!?]) (?=[A-ZÄÖÜ])|\n", text):
        for title in re.findall(r"„(T\d+)“", sentence):
            found.setdefault(title, sentence)
    return found


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2020, 10, 9)), FORMATS, st.booleans()), max_size=4))
def test_rows_added_at_the_end_of_a_list_leave_the_sentences_of_the_others_alone(added: list[Any]) -> None:
    more = [
        event(day.isoformat(), format=kind, titel=f"Neu {i}", veranstalter=["Seebund", "Stadt Ulm"] if partner else [])
        for i, (day, kind, partner) in enumerate(added)
    ]
    before = _sentences_of(report(ROOMY, veranstaltungen=BASE)[0])
    after = _sentences_of(report(ROOMY, veranstaltungen=[*BASE, *more])[0])
    assert len(before) == 6
    assert {title: after[title] for title in before} == before


def test_neighbours_do_not_read_alike() -> None:
    text, _ = report(ROOMY, veranstaltungen=BASE)
    told = re.split(r"(?<=[.!?]) (?=[A-ZÄÖÜ])", text[text.index("„T1“") - 80 :])
    openings = [" ".join(sentence.split()[:2]) for sentence in told]
    assert len(openings) > 5
    assert all(one != other for one, other in pairwise(openings))


@pytest.mark.parametrize(
    ("organisation", "said"),
    [
        (
            OwnOrganisation(name="Naturfreunde", artikel="plural"),
            r"(führten|luden) die Naturfreunde|Naturfreunde (führten|luden)",
        ),
        (OwnOrganisation(name="Bürgerinitiative"), r"(führte|lud) die Bürgerinitiative|Bürgerinitiative (führte|lud)"),
        (OwnOrganisation(name="Stadttheater"), r"(führte|lud) das Stadttheater|Stadttheater (führte|lud)"),
        (OwnOrganisation(name="Palais"), r"fand .*Lesung .*statt"),
    ],
)  # fmt: skip
def test_the_association_itself_takes_its_article_and_verb(organisation: OwnOrganisation, said: str) -> None:
    own = replace(SETTINGS, organisation=organisation)
    text, problems = report(own, veranstaltungen=[event("2020-03-01", ort="Ulm", veranstalter=[organisation.name])])
    assert re.search(said, text), text
    assert problems == (["artikel-der-organisation"] if organisation.name == "Palais" else [])
