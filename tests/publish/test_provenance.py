"""„Herkunft der Zahlen“ and „Methodik“."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pipeline.base.figures import Figure, Label
from pipeline.base.keys import Key, Time
from pipeline.base.records import Count
from pipeline.base.settings import Settings
from pipeline.publish.provenance import methods, origins
from tests import build
from tests.steps import count

TABLES = build.tables(treffen=[{"datum": date(2017, 1, day)} for day in range(1, 8)])
MEETINGS = Key("a", "treffen", "anzahl")
X = replace(MEETINGS, by="art", which="x")
GUESTS = Key("a", "veranstaltungen", "teilnehmer")


def figure(key: Key, what: str, *rows: int, subject: str = "A", method: str = "Gezählt.", **parts: str) -> Figure:
    return Figure(key, Label(what, subject, **parts), len(rows), rows=rows, method=method)


def counted(rows: dict[str, list[dict[str, Any]]], *keys: str) -> list[Figure]:
    """Return figures of counted rows by their keys, all without keys."""
    figures = count(build.tables(**rows), Settings(), 2017)
    return [figures[key] for key in keys or figures]


def told(*figures: Figure) -> list[tuple[str, str, str]]:
    """Return title, entries and sources of every line."""
    return [
        (
            line.title,
            "; ".join(f"{e.label} {', '.join(e.sources)}".strip() for e in line.entries),
            ", ".join(line.sources),
        )
        for subject in origins(figures, TABLES)
        for line in subject.lines
    ]


def test_one_figure_is_one_line_with_its_rows() -> None:
    assert told(figure(MEETINGS, "Treffen", 1, 2, 3, 6)) == [
        ("Treffen", "Treffen", "Treffen.xlsx, Blatt „Tabelle1“, Zeilen 2–4, 7")
    ]


def _of_day(day: int, row: int) -> Figure:
    label = {"at": "am", "when": f"{day}. Januar 2017", "line": "Teilnehmer einzelner Termine"}
    return figure(replace(GUESTS, time=Time(2017, 0, 1, day)), "Teilnehmer der Veranstaltung", row, **label)


def test_small_figures_of_one_sort_share_a_line_that_names_the_sheet_once() -> None:
    lines = told(
        _of_day(2, 1),
        figure(MEETINGS, "Treffen", 1),
        _of_day(5, 4),
    )
    assert lines[0] == (
        "Teilnehmer einzelner Termine",
        "2. Januar 2017 2; 5. Januar 2017 5",
        "Treffen.xlsx, Blatt „Tabelle1“",
    )
    assert len(lines) == 2


def test_years_of_a_kind_share_a_line_and_the_total_repeats_no_rows() -> None:
    (line,) = told(
        figure(replace(X, time=Time(2016)), "Treffen", 1, 2, by="Art", which="X", when="im Jahr 2016"),
        figure(replace(X, time=Time(2017)), "Treffen", 4, by="Art", which="X", when="im Jahr 2017"),
        figure(X, "Treffen", 1, 2, 4, by="Art", which="X"),
    )
    assert line == (
        "Treffen nach Art",
        "X, im Jahr 2016 2, 3; X, im Jahr 2017 5; X alle genannten Zeilen",
        "Treffen.xlsx, Blatt „Tabelle1“",
    )


def test_all_years_of_a_list_share_a_line_and_equal_rows_are_told_once() -> None:
    (line,) = told(
        figure(MEETINGS.in_year(2017), "Treffen", 4, 5, when="im Jahr 2017"),
        figure(MEETINGS, "Treffen", 1, 2, 4, 5, when="bis Ende 2017"),
        figure(replace(MEETINGS, measure="zeitraum"), "Treffen", 1, 2, 4, 5, part="Zeitraum"),
        figure(MEETINGS.in_year(2016), "Treffen", 1, 2, when="im Jahr 2016"),
        figure(replace(MEETINGS, time=Time(2017, quarter=1)), "Treffen", 4, 5, when="im 1. Quartal 2017"),
    )
    assert line == (
        "Treffen",
        "im Jahr 2016 2, 3; im Jahr 2017 5, 6; im 1. Quartal 2017 dieselben Zeilen; "
        "bis Ende 2017 alle genannten Zeilen; Zeitraum dieselben Zeilen",
        "Treffen.xlsx, Blatt „Tabelle1“",
    )


def test_months_come_one_after_the_other_each_with_its_sum() -> None:
    rows = [("2017-02-01", "Y"), ("2017-01-02", "X"), ("2017-01-05", "Y")]
    found = counted({"treffen": [{"datum": day, "art": kind} for day, kind in rows]})
    (line,) = told(*(one for one in found if one.group == (False, "allgemein", "treffen", "monat")))
    assert line[:2] == (
        "Treffen Monat für Monat",
        "X, Januar 2017 3; Y, Januar 2017 4; Januar 2017 alle genannten Zeilen; "
        "Y, Februar 2017 2; Februar 2017 dieselben Zeilen",
    )


def test_a_subject_is_called_as_its_chapter_is() -> None:
    found = [
        figure(Key("allgemein", "treffen", "anzahl"), "Treffen", 1, subject="Weitere Tätigkeiten"),
        figure(Key("b", "treffen", "anzahl"), "Treffen", 2, subject="B"),
        replace(figure(Key("allgemein", "werte", which="mitglieder"), "Mitglieder", 3, subject=""), ours=True),
        figure(Key("b", measure="antworten", survey=True), "Antworten", 4, subject="Umfrage B"),
    ]
    subjects = origins(found, TABLES, {"allgemein": "Tätigkeiten", "b": "Projekt B"}, ours="Verein")
    assert [subject.title for subject in subjects] == ["Tätigkeiten", "Projekt B", "Verein", "Umfrage B"]


def test_a_project_called_umfrage_is_one_like_any_other() -> None:
    rows = {"treffen": [{"datum": "2017-03-01", "projekt": "Umfrage"}, {"datum": "2017-04-01", "projekt": "Umfrage"}]}
    found = counted(rows, "umfrage.treffen.anzahl", "umfrage.treffen.2017.anzahl", "umfrage.treffen.zeitraum")
    (subject,) = origins(found, TABLES, {"umfrage": "Umfrage im Quartier"})
    assert subject.title == "Umfrage im Quartier"
    assert [(line.title, line.values) for line in subject.lines] == [("Treffen", True)]
    assert [method.labels for method in methods(found)] == [("Treffen",), ("Treffen, Zeitraum",)]


def test_what_labels_say_has_no_say_in_who_shares_a_line() -> None:
    found = counted({"treffen": [{"datum": f"2017-0{month}-01", "art": "Gespräch"} for month in (1, 2, 3)]})
    other = [replace(one, label=Label(f"Zahl {place}")) for place, one in enumerate(found)]

    def lines(figures: list[Figure]) -> list[list[str]]:
        return [
            [entry.figure.key.text for entry in line.entries]
            for subject in origins(figures, TABLES)
            for line in subject.lines
        ]

    assert sorted(lines(found)) == sorted(lines(other))


def test_a_topic_that_nobody_knows_here_has_its_lines() -> None:
    calls, money = Key("a", "einsaetze", "anzahl", Time(2017)), Key("a", "finanzen", "einnahmen", Time(2017))
    said = {"when": "im Jahr 2017"}
    lines = told(
        figure(replace(calls, by="ort", which="see"), "Einsätze", 1, by="Ort", which="See", **said),
        figure(replace(calls, by="ort", which="au"), "Einsätze", 2, by="Ort", which="Au", **said),
        figure(calls, "Einsätze", 1, 2, **said),
        figure(replace(calls, measure="summe", by="stunden"), "Stunden der Einsätze", 1, 2, **said),
        figure(money, "Einnahmen", 3, among="Einnahmen", line="Finanzen", **said),
        figure(replace(money, measure="ausgaben"), "Ausgaben", 4, among="Ausgaben", line="Finanzen", **said),
    )
    assert [line[:2] for line in lines] == [
        ("Einsätze nach Ort", "Au, im Jahr 2017 3; See, im Jahr 2017 2"),
        ("Einsätze im Jahr 2017", "Einsätze im Jahr 2017"),
        ("Stunden der Einsätze im Jahr 2017", "Stunden der Einsätze im Jahr 2017"),
        ("Finanzen", "Ausgaben im Jahr 2017 5; Einnahmen im Jahr 2017 4"),
    ]


def test_the_second_number_of_a_day_stands_behind_the_first() -> None:
    guests = [{"datum": "2017-03-01", "teilnehmerzahl": Count("genau", number)} for number in (5, 6)]
    found = counted({"veranstaltungen": guests})
    (line,) = told(*(one for one in reversed(found) if one.group[3] == "tag"))
    assert line[1].startswith("1.\u00a0März 2017 2; 1.\u00a0März 2017 (2. Eintrag) 3")


def test_organisations_of_a_kind_share_a_line_with_their_sum() -> None:
    rows = [("2017-01-01", "Stadt Au"), ("2017-01-02", "Amt Au")]
    kinds = [{"name": "Stadt Au", "art": "Kommune"}, {"name": "Amt Au", "art": "Behörde"}]
    found = counted({"treffen": [{"datum": day, "beteiligte": [who]} for day, who in rows], "partner": kinds})
    (line,) = told(*(one for one in found if one.key.topic == "partner"))
    assert line[:2] == ("Beteiligte Organisationen", "Behörde 3; Kommune 2; insgesamt alle genannten Zeilen")


def test_an_upper_bound_stands_with_the_other_numbers_of_events() -> None:
    (line,) = told(
        _of_day(2, 1),
        replace(
            _of_day(5, 4),
            key=Key("a", "veranstaltungen", "hoechstens", Time(2017, 0, 1, 5)),
            label=replace(_of_day(5, 4).label, part="höchstens"),
        ),
    )
    assert line[1] == "2. Januar 2017 2; 5. Januar 2017, höchstens 5"


def test_a_chart_leads_to_the_first_line_that_tells_of_its_numbers() -> None:
    found = [figure(replace(MEETINGS, time=Time(2017, month=month)), "Treffen", month) for month in (1, 2)]
    found.insert(0, figure(Key("a", "netzwerk", "teilnehmer"), "Teilnehmer im Netzwerk", 3))
    drawn = {
        "a.treffen": [found[2].key.text, found[1].key.text],
        "a.beides": [figure.key.text for figure in found],
        "leer": [],
    }
    (subject,) = origins(found, TABLES, drawn=drawn)
    assert [line.charts for line in subject.lines] == [("a.beides",), ("a.treffen",)]


def test_very_long_row_lists_are_cut() -> None:
    many = build.tables(treffen=[{"datum": date(2017, 1, 1)}] * 300)
    (subject,) = origins([figure(Key("a"), "A", *range(1, 300, 2))], many)
    assert subject.lines[0].sources == (
        "Treffen.xlsx, Blatt „Tabelle1“, 150 Zeilen von 2 bis 300 (einzeln in Kennzahlen.xlsx)",
    )


def test_answers_to_one_question_share_their_base_rows() -> None:
    lines = told(
        figure(Key("u", "q1", "n", survey=True), "„Gut?“", 1, 2, part="Antworten"),
        figure(Key("u", "q1", "anzahl", rest=("ja",), survey=True), "„Gut?“", 1, 2, part="ja"),
        figure(Key("u", "q2", "n", survey=True), "„Alt?“", 1, 2, part="Antworten"),
    )
    source = "Treffen.xlsx, Blatt „Tabelle1“, Zeilen 2, 3"
    assert lines == [("„Gut?“", "ja; Antworten", source), ("„Alt?“, Antworten", "„Alt?“, Antworten", source)]


def test_each_way_of_counting_is_told_once() -> None:
    found = methods([
        figure(MEETINGS.in_year(2016), "Treffen", method="So.", when="im Jahr 2016"),
        figure(MEETINGS.in_year(2017), "Treffen", method="So.", when="im Jahr 2017"),
        figure(MEETINGS.of("b"), "Treffen", method="Und so.", subject="B", when="bis Ende 2017"),
        figure(X, "Treffen", method="So.", by="Art", which="X"),
        figure(Key("a", "werte", which="etat"), "Etat", when="2017"),
    ])  # fmt: skip
    assert [(m.labels, m.sentences) for m in found] == [(("Treffen",), ("So.", "Und so.")), (("Etat",), ("Gezählt.",))]


@pytest.mark.parametrize(
    ("label", "what"),
    [
        (Label("Treffen", "A"), "Treffen"),
        (Label("Treffen", "Vorsorge: Kurs", when="bis Ende 2017"), "Treffen"),
        (Label("Gäste", "Straße (2024–2027)", by="Art", which="Fest", at="im", when="Mai 2017"), "Gäste"),
        (Label("Etat: Soll"), "Etat: Soll"),
        (Label("Gäste im Mai 2017", when="2018", note=" (2. Angabe)"), "Gäste im Mai 2017"),
        (
            Label("Teilnehmer des Treffens", at="am", when="3. Mai 2017", part="höchstens"),
            "Teilnehmer des Treffens, höchstens",
        ),
    ],
)
def test_what_was_counted_is_told_without_whose_it_is_and_when(label: Label, what: str) -> None:
    (method,) = methods([Figure(MEETINGS, label, 1, method="So.")])
    assert method.labels == (what,)
