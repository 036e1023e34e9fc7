"""„Herkunft der Zahlen“ and „Methodik“."""

from datetime import date

import pytest

from pipeline.base.figures import Figure
from pipeline.publish.provenance import methods, origins
from tests import build

TABLES = build.tables(treffen=[{"datum": date(2017, 1, day)} for day in range(1, 8)])


def figure(key: str, label: str, *rows: int, method: str = "Gezählt.") -> Figure:
    subject, colon, _ = label.rpartition(": ") if "(" not in label else label.partition(": ")
    return Figure(key, label, len(rows), rows=rows, method=method, subject=subject if colon else "")


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
    assert told(figure("a.treffen.anzahl", "A: Treffen", 1, 2, 3, 6)) == [
        ("Treffen", "Treffen", "Treffen.xlsx, Blatt „Tabelle1“, Zeilen 2–4, 7")
    ]


def test_small_figures_of_one_sort_share_a_line_that_names_the_sheet_once() -> None:
    lines = told(
        figure("a.veranstaltungen.2017-01-02.teilnehmer", "A: Teilnehmer der Veranstaltung am 2. Januar 2017", 1),
        figure("a.treffen.anzahl", "A: Treffen", 1),
        figure("a.veranstaltungen.2017-01-05-2.teilnehmer", "A: Teilnehmer der Veranstaltung am 5. Januar 2017", 4),
    )
    assert lines[0] == (
        "Teilnehmer einzelner Termine",
        "2. Januar 2017 2; 5. Januar 2017 5",
        "Treffen.xlsx, Blatt „Tabelle1“",
    )
    assert len(lines) == 2


def test_years_of_a_kind_share_a_line_and_the_total_repeats_no_rows() -> None:
    (line,) = told(
        figure("a.treffen.2016.art.x.anzahl", "A: Treffen (Art: X) im Jahr 2016", 1, 2),
        figure("a.treffen.2017.art.x.anzahl", "A: Treffen (Art: X) im Jahr 2017", 4),
        figure("a.treffen.art.x.anzahl", "A: Treffen (Art: X)", 1, 2, 4),
    )
    assert line == (
        "Treffen nach Art",
        "X, im Jahr 2016 2, 3; X, im Jahr 2017 5; X alle genannten Zeilen",
        "Treffen.xlsx, Blatt „Tabelle1“",
    )


def test_all_years_of_a_list_share_a_line_and_equal_rows_are_told_once() -> None:
    (line,) = told(
        figure("a.treffen.2017.anzahl", "A: Treffen im Jahr 2017", 4, 5),
        figure("a.treffen.anzahl", "A: Treffen bis Ende 2017", 1, 2, 4, 5),
        figure("a.treffen.zeitraum", "A: Treffen, Zeitraum", 1, 2, 4, 5),
        figure("a.treffen.2016.anzahl", "A: Treffen im Jahr 2016", 1, 2),
        figure("a.treffen.2017-q1.anzahl", "A: Treffen im 1. Quartal 2017", 4, 5),
    )
    assert line == (
        "Treffen",
        "im Jahr 2016 2, 3; im Jahr 2017 5, 6; im 1. Quartal 2017 dieselben Zeilen; "
        "bis Ende 2017 alle genannten Zeilen; Zeitraum dieselben Zeilen",
        "Treffen.xlsx, Blatt „Tabelle1“",
    )


def test_months_come_one_after_the_other_each_with_its_sum() -> None:
    (line,) = told(
        figure("a.treffen.2017-02.anzahl", "A: Treffen im Februar 2017", 5),
        figure("a.treffen.2017-01.anzahl", "A: Treffen im Januar 2017", 1, 2, 4),
        figure("a.treffen.2017-01.art.x.anzahl", "A: Treffen (Art: X) im Januar 2017", 1, 2),
        figure("a.treffen.2017-01.art.y.anzahl", "A: Treffen (Art: Y) im Januar 2017", 4),
    )
    assert line[:2] == (
        "Treffen Monat für Monat",
        "X, Januar 2017 2, 3; Y, Januar 2017 5; Januar 2017 alle genannten Zeilen; Februar 2017 6",
    )


def test_a_subject_is_called_as_its_chapter_is() -> None:
    found = [
        figure("allgemein.treffen.anzahl", "Weitere Tätigkeiten: Treffen", 1),
        figure("b.treffen.anzahl", "B: Treffen", 2),
    ]
    found.append(figure("allgemein.werte.mitglieder.2017", "Mitglieder 2017", 3))
    subjects = origins(found, TABLES, {"allgemein": "Tätigkeiten", "allgemein.werte": "Verein"})
    assert [subject.title for subject in subjects] == ["Tätigkeiten", "B", "Verein"]


def test_organisations_of_a_kind_share_a_line_with_their_sum() -> None:
    (line,) = told(
        figure("a.partner.anzahl", "A: beteiligte Organisationen", 1, 2, 4),
        figure("a.partner.art.kommune.anzahl", "A: beteiligte Organisationen (Art: Kommune)", 1, 2),
        figure("a.partner.art.behoerde.anzahl", "A: beteiligte Organisationen (Art: Behörde)", 4),
    )
    assert line[:2] == (
        "Beteiligte Organisationen",
        "Behörde 5; Kommune 2, 3; insgesamt alle genannten Zeilen",
    )


def test_an_upper_bound_stands_with_the_other_numbers_of_events() -> None:
    (line,) = told(
        figure("a.veranstaltungen.2017-01-02.teilnehmer", "A: Teilnehmer der Veranstaltung am 2. Januar 2017", 1),
        figure(
            "a.veranstaltungen.2017-01-05.hoechstens", "A: Teilnehmer der Veranstaltung am 5. Januar 2017, höchstens", 4
        ),
    )
    assert line[1] == "2. Januar 2017 2; 5. Januar 2017, höchstens 5"


def test_a_chart_leads_to_the_first_line_that_tells_of_its_numbers() -> None:
    found = [figure(f"a.treffen.2017-0{month}.anzahl", f"A: Treffen im {month}. Monat", month) for month in (1, 2)]
    found.insert(0, figure("a.netzwerk.teilnehmer", "A: Teilnehmer im Netzwerk", 3))
    drawn = {"a.treffen": [found[2].key, found[1].key], "a.beides": [figure.key for figure in found], "leer": []}
    (subject,) = origins(found, TABLES, drawn=drawn)
    assert [line.charts for line in subject.lines] == [("a.beides",), ("a.treffen",)]


def test_very_long_row_lists_are_cut() -> None:
    many = build.tables(treffen=[{"datum": date(2017, 1, 1)}] * 300)
    (subject,) = origins([figure("a", "A", *range(1, 300, 2))], many)
    assert subject.lines[0].sources == (
        "Treffen.xlsx, Blatt „Tabelle1“, 150 Zeilen von 2 bis 300 (einzeln in Kennzahlen.xlsx)",
    )


def test_answers_to_one_question_share_their_base_rows() -> None:
    lines = told(
        figure("umfrage.u.q1.n", "Umfrage: „Gut?“, Antworten", 1, 2),
        figure("umfrage.u.q1.ja.anzahl", "Umfrage: „Gut?“, ja", 1, 2),
        figure("umfrage.u.q2.n", "Umfrage: „Alt?“, Antworten", 1, 2),
    )
    source = "Treffen.xlsx, Blatt „Tabelle1“, Zeilen 2, 3"
    assert lines == [("„Gut?“", "ja; Antworten", source), ("„Alt?“, Antworten", "„Alt?“, Antworten", source)]


def test_each_way_of_counting_is_told_once() -> None:
    found = methods([
        figure("a.treffen.2016.anzahl", "A: Treffen im Jahr 2016", method="So."),
        figure("a.treffen.2017.anzahl", "A: Treffen im Jahr 2017", method="So."),
        figure("b.treffen.anzahl", "B: Treffen bis Ende 2017", method="Und so."),
        figure("a.treffen.art.x.anzahl", "A: Treffen (Art: X) im März 2017", method="So."),
        figure("a.wert", "A: Etat 2017"),
    ])  # fmt: skip
    assert [(m.labels, m.sentences) for m in found] == [(("Treffen",), ("So.", "Und so.")), (("Etat",), ("Gezählt.",))]


@pytest.mark.parametrize(
    ("label", "subject", "what"),
    [
        ("A: Treffen", "A", "Treffen"),
        ("Vorsorge: Kurs: Treffen bis Ende 2017", "Vorsorge: Kurs", "Treffen"),
        ("Straße (2024–2027): Gäste im Mai 2017", "Straße (2024–2027)", "Gäste"),
        ("Etat: Soll", "", "Etat: Soll"),
        ("Wohnungen im Bestand 2017", "", "Wohnungen im Bestand"),
        ("Verträge im Jahr 2017", "", "Verträge"),
    ],
)
def test_what_was_counted_is_told_without_whose_it_is_and_when(label: str, subject: str, what: str) -> None:
    (method,) = methods([Figure("a.b.anzahl", label, 1, method="So.", subject=subject)])
    assert method.labels == (what,)
