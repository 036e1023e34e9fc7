"""The survey chapter says what was counted, truly and in German that an editor can change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.figures import Figures
from pipeline.base.records import Survey
from pipeline.base.settings import Settings
from pipeline.base.settings import SurveySettings as SurveySettings
from pipeline.narrative.chapter import Chapter, Section
from pipeline.topics.survey.counting.counting import count_all
from pipeline.topics.survey.text.chapter import write_survey
from pipeline.topics.survey.text.wording import TEMPLATES, check
from tests.topics.survey.exports import AGREEMENT, columns, counted, lamapoll, limesurvey, read, sheet, survey

NO, EHER_NO, MIDDLE, EHER, FULL = AGREEMENT


def chapter(found: Survey, wanted: Settings | None = None, templates: Path = TEMPLATES) -> Chapter:
    result, figures = counted(found, wanted)
    return write_survey(found, result, figures, wanted or Settings(), templates)


def text(section: Section) -> str:
    return " ".join(paragraph.text for paragraph in section.paragraphs).replace("\u00a0", " ")


def told(rows: list[list[Any]], wanted: Settings | None = None) -> str:
    """Return what the chapter says of the only question."""
    sections = [s for s in chapter(survey(rows), wanted).sections if s.name not in ("methode", "zahlen")]
    return " ".join(map(text, sections))


def question(answers: Sequence[Any], heading: str = "Wie ist es heute bei uns?") -> list[list[Any]]:
    return columns({heading: answers})


CASES = [
    (question([FULL] * 20 + [EHER] * 23 + [NO] * 17), "72 % (43 von 60) stimmen (eher) zu."),
    (question(["trifft zu"] * 15 + ["trifft nicht zu"] * 5), "75 % (15 von 20) antworten mit „trifft zu“."),
    (question(["sehr zufrieden"] * 3 + ["zufrieden"] * 3 + ["unzufrieden"] * 6 + ["sehr unzufrieden"] * 6),
     "33 % (6 von 18) sind zufrieden, 67 % (12 von 18) antworten mit „sehr unzufrieden“ oder „unzufrieden“."),
    (question([FULL, EHER, NO, NO, EHER_NO]), "2 von 5 stimmen (eher) zu, 3 von 5 antworten mit "
     "„stimme gar nicht zu“ oder „stimme eher nicht zu“."),
    (question([FULL] + [EHER_NO] * 2 + [NO] * 2), "1 von 5 stimmt (eher) zu, 4 von 5 antworten mit "
     "„stimme gar nicht zu“ oder „stimme eher nicht zu“."),
    (question(["Ja"] * 3 + ["Nein"] * 17), "Am häufigsten ist die Antwort „Nein“: 85 % (17 von 20)."),
    (question(["Ja"] * 10 + ["Nein"] * 10), "Am häufigsten sind „Ja“ und „Nein“: je 50 % (10 von 20)."),
    (question(["A; B"] * 12 + ["B"] * 8), "Am häufigsten genannt wird „B“: 100 % (20 von 20)."),
    (question([1, 2, 3] * 10, "Welche Schulnote geben Sie?"),
     "Die Durchschnittsnote ist 2,0. Eine 1 oder 2 geben 67 % (20 von 30)."),
    (question(list(range(1, 101))), "Die mittlere Hälfte der Angaben reicht von 25,8 bis 75,3, der Median ist 50,5."),
    (question([FULL] * 4),
     "Auf diese Fragen haben weniger als 5 Personen geantwortet, deshalb wird nicht gezeigt, "
     "was sie geantwortet haben: „Wie ist es heute bei uns?“."),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "said"), CASES)
def test_one_true_sentence_says_what_was_answered(rows: list[list[Any]], said: str) -> None:
    assert told(rows) == said


def test_a_battery_tells_its_best_and_its_weakest_statement() -> None:
    rows = columns(
        {
            "Wie sehr stimmen Sie zu? [Ich bin informiert]": [FULL] * 15 + [NO] * 5,
            "Wie sehr stimmen Sie zu? [Ich werde gehört]": [EHER] * 8 + [EHER_NO] * 12,
        }
    )
    assert told(rows) == (
        "Die meiste Zustimmung findet „Ich bin informiert“: 75 % (15 von 20) stimmen (eher) zu. "
        "Die wenigste findet „Ich werde gehört“ mit 40 % (8 von 20)."
    )


def battery(heading: str, **columns_of: Sequence[Any]) -> list[list[Any]]:
    return columns({f"{heading} [{name}]": cells for name, cells in columns_of.items()})


def some(yes: Any, number: int, no: Any, of: int = 20) -> list[Any]:
    return [yes] * number + [no] * (of - number)


AGREE, CONTENT, MARK = "Stimmen Sie zu?", "Wie zufrieden sind Sie?", "Welche Schulnote geben Sie?"
BATTERIES = [
    (battery(AGREE, a=some(FULL, 15, NO), b=some(FULL, 15, NO), c=some(FULL, 3, NO)),
     "Die meiste Zustimmung finden „a“ und „b“: je 75 % (15 von 20) antworten mit „stimme voll zu“. "
     "Die wenigste findet „c“ mit 15 % (3 von 20)."),
    (battery(AGREE, a=some(FULL, 15, NO), b=some(FULL, 15, NO)),
     "Bei allen Aussagen sind es gleich viele: 75 % (15 von 20) antworten mit „stimme voll zu“."),
    (battery(AGREE, a=some(FULL, 10, NO), b=some(FULL, 15, NO, 30), c=some(FULL, 3, NO)),
     "Die meiste Zustimmung finden „a“ und „b“. Die wenigste findet „c“ mit 15 % (3 von 20). "
     "Bei „a“ und „c“ fehlt mehr als ein Fünftel der Antworten."),
    (battery(CONTENT, a=some("zufrieden", 15, "unzufrieden"), b=some("zufrieden", 5, "unzufrieden")),
     "Am höchsten liegt „a“: 75 % (15 von 20) antworten mit „zufrieden“. "
     "Am niedrigsten liegt „b“ mit 25 % (5 von 20)."),
    (battery(MARK, a=some(1, 10, 2), b=some(3, 10, 4)),
     "Die beste Note bekommt „a“ (1,5). Die schlechteste bekommt „b“ (3,5)."),
    (battery(MARK, a=some(1, 10, 2), b=some(2, 10, 1)), "Alle bekommen dieselbe Note: 1,5."),
    (battery("Wie viele?", a=range(20), b=range(10, 30), c=range(10, 30)),
     "Am höchsten liegen „b“ und „c“ mit einem Median von je 19,5. Am niedrigsten liegt „a“ mit 9,5."),
    (battery("Wie viele?", a=range(20), b=range(20)), "Der Median ist bei allen 9,5."),
    (battery("Was trifft zu?", a=some("Ja", 15, "Nein"), b=some("Ja", 5, "Nein")),
     "Am häufigsten ist „Ja“ bei „a“: 75 % (15 von 20). Am seltensten ist es bei „b“: 25 % (5 von 20)."),
    (battery("Was trifft zu?", a=some("Ja", 5, "Nein"), b=some("Ja", 5, "Nein")),
     "Bei allen ist „Ja“ gleich häufig: 25 % (5 von 20)."),
    (battery("Was trifft zu?", a=some("x", 15, None), b=some("x", 5, None)),
     "Am häufigsten genannt wird „a“: 100 % (15 von 15)."),
    (battery("Was zählt?", A=[1, 2, 3] * 7, B=[2, 1, 2] * 7, C=[3, 3, 1] * 7),
     "Im Mittel am weitesten vorn steht „B“ mit einem mittleren Rang von 1,7; auf den ersten Platz setzen es 33 % "
     "(7 von 21)."),
    (battery("Was zählt?", A=[1, 2] * 10, B=[2, 1] * 10, C=[3] * 20),
     "Im Mittel am weitesten vorn stehen „A“ und „B“ mit einem mittleren Rang von je 1,5."),
    (question(["1.1.2020"] * 12 + ["1.1.2022"] * 8), "Die meisten Angaben fallen auf das Jahr 2020: 60 % (12 von 20)."),
    (question(["1.1.2020", "1.1.2022"] * 10), "Am häufigsten sind die Jahre 2020 und 2022: je 50 % (10 von 20)."),
    (question(["1.1.1971"] * 12 + ["1.1.2022"] * 8),
     "Die meisten Angaben fallen auf die Jahre 1970–1979: 60 % (12 von 20)."),
    (battery(AGREE, a=some(FULL, 29, NO, 61), b=some(FULL, 28, NO, 61)),
     "Die Aussagen liegen nah beieinander: Zwischen 46 % (28 von 61) und 48 % (29 von 61) "
     "antworten mit „stimme voll zu“."),
    (battery("Was trifft zu?", a=some("Ja", 29, "Nein", 61), b=some("Ja", 28, "Nein", 61)),
     "Bei allen ist „Ja“ ähnlich häufig: zwischen 46 % (28 von 61) und 48 % (29 von 61)."),
    (question(["Zeit", "Geld", "Ruhe", "Platz", "Licht", "Luft"], "Was fehlt?"),
     "Dazu haben 6 Befragte etwas geschrieben."),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "said"), BATTERIES)
def test_those_that_are_level_are_told_together(rows: list[list[Any]], said: str) -> None:
    assert told(rows) == said


def test_statements_without_a_common_question_get_a_title() -> None:
    rows = columns({"Ich bin hier gut informiert": [FULL] * 20, "Ich werde hier gehört": [NO] * 10 + [EHER] * 10})
    titles = [section.title for section in chapter(survey(rows)).sections if section.title]
    assert titles == ["So wurde gefragt", "Aussagen im Vergleich", "Alle Antworten in Zahlen"]


def test_a_statement_alone_says_what_it_belongs_to() -> None:
    rows = columns({"Was passt? [Räume]": ["groß", "klein"] * 10, "Was passt? [Zeiten]": ["früh", "spät"] * 10})
    titles = [section.title for section in chapter(survey(rows)).sections if section.name.startswith("was")]
    assert titles == ["Was passt? Räume", "Was passt? Zeiten"]


@pytest.mark.parametrize(
    ("heading", "mean"),
    [
        ("Empfehlen Sie uns? (0 = gar nicht wahrscheinlich, 10 = sehr wahrscheinlich)",
         ["Mittelwert (0 = gar nicht wahrscheinlich, 10 = sehr wahrscheinlich)", "2,0", ""]),
        ("Wie war es? (1 = sehr gut, 5 = sehr schlecht)", ["Mittelwert (1 = sehr gut, 5 = sehr schlecht)", "2,0", ""]),
    ],
)  # fmt: skip
def test_a_mean_of_numbers_is_that_of_the_numbers_typed(heading: str, mean: list[str]) -> None:
    table = chapter(survey(columns({heading: [1, 3] * 15}))).sections[-1].tables[0]
    assert ["".join(run.text for run in cell) for cell in table.rows[-1]] == mean


def test_missing_answers_and_a_slider_left_alone_are_told() -> None:
    rows = columns({"Wie wirkt es?": [50] * 12 + list(range(0, 100, 5)), "Ja oder nein, was meinen Sie?": ["Ja"] * 20})
    said = told(rows)
    assert "Genau auf 50, dem vermutlichen Startwert des Reglers, liegen 41 % (13 von 32)" in said
    assert "Keine Antwort gaben 38 % (12 von 32)" in said


def test_open_answers_are_quoted_and_empty_ones_are_not() -> None:
    said = ["Mehr Räume für die Jugend", "Längere Öffnungszeiten", "Ein Fest im Sommer für alle"]
    personal = ["Bitte Frau Okonkwo fragen, 0651 123456", "Anna Abel (0651) 123456 weiß mehr"]
    rows = question(["-", "nix", *said, *personal, "keine"], "Was wünschen Sie sich?")
    sections = chapter(survey(rows)).sections
    first, *quoted = [paragraph.text for paragraph in sections[1].paragraphs]
    assert first.startswith("Dazu haben 5 Befragte etwas geschrieben.")
    assert sorted(quoted) == sorted(f"„{text}“" for text in said)


def test_the_method_box_comes_first_and_says_what_is_unknown() -> None:
    details = sheet(
        [["Titel", "Mitglieder"], ["eingeladen", 40], ["von", date(2017, 3, 1)], ["bis", date(2017, 3, 31)]],
        name="Umfrage-Angaben",
    )
    (found,) = read(sheet(question([FULL] * 20)), details).surveys
    method = chapter(found).sections[0]
    assert method.name == "methode"
    lines = [paragraph.text.replace("\u00a0", " ") for paragraph in method.paragraphs]
    assert lines[:4] == [
        "Wann: 1. März bis 31. März 2017",
        "Antworten: 20",
        "Rücklauf: 50 % von 40 Eingeladenen",
        "Nicht angegeben: wer gefragt hat, wer gefragt wurde und auf welchem Weg",
    ]
    assert "Die Ergebnisse gelten für die, die geantwortet haben." in lines[4]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (0, "Auf die Umfrage kam keine Antwort."),
        (1, "Auf die Umfrage kam eine einzige Antwort."),
        (4, "Auf die Umfrage kamen 4 Antworten."),
        (5, "Auf die Umfrage kamen 5 Antworten."),
        (19, "Auf die Frage „Wie ist es heute bei uns?“ antworten 100 % (19 von 19) mit „stimme voll zu“. "
         "Auf die Umfrage kamen 19 Antworten."),
    ],
)  # fmt: skip
def test_the_summary_holds_for_any_number_of_answers(people: int, said: str) -> None:
    details = sheet([["Titel", "x"]], name="Umfrage-Angaben")
    rows = [["Wie ist es heute bei uns?", "Was noch dazu?"], *[[FULL, None]] * people]
    (found,) = read(sheet(rows), details).surveys
    summary = chapter(found).summary
    assert summary is not None
    assert summary.text.replace("\u00a0", " ") == said


def test_a_group_opens_a_theme_and_the_rest_of_a_long_survey_stands_in_tables() -> None:
    rows = columns({f"Was meinen Sie zu Punkt {i}?": ["Ja", "Nein"] * 10 for i in range(4)})
    asked = sheet(
        [["Frage", "Gruppe"], *[[f"Was meinen Sie zu Punkt {i}?", f"Thema {i // 2}"] for i in range(4)]], name="Fragen"
    )
    found = survey(rows, asked)
    names = [section.title for section in chapter(found).sections if section.name == "thema"]
    assert names == ["Thema 0", "Thema 1"]
    few = chapter(found, Settings(umfrage=SurveySettings(fragen_im_text=1)))
    assert [text(s) for s in few.sections if s.name == "hinweise"] == [
        "Alle weiteren Fragen stehen in den Tabellen im Anhang."
    ]
    (table,) = few.sections[-1].tables
    assert sum(len(row) == 1 for row in table.rows) == 4


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"Wo drückt der Schuh? [Geld]": ["x"] * 5 + [None] * 15,
          "Wo drückt der Schuh? [Zeit]": [None] * 4 + ["x"] * 16},
         "Auf die Frage „Wo drückt der Schuh?“ nennen 80 % (16 von 20) „Zeit“."),
        ({"Wie gut, von 0 bis 10?": [7, 8] * 10},
         "Auf die Frage „Wie gut, von 0 bis 10?“ nennt mindestens die Hälfte einen Wert von 7,5 oder mehr."),
        ({"War es gut?": ["Ja"] * 11 + ["Nein"] * 9, "Kommen Sie wieder?": ["Ja"] * 2 + ["Nein"] * 18},
         "Auf die Frage „Kommen Sie wieder?“ antworten 90 % (18 von 20) mit „Nein“."),
    ],
)  # fmt: skip
def test_the_chapter_begins_with_what_is_clearest_and_never_with_who_answered(
    answers: dict[str, list[Any]], said: str
) -> None:
    told = chapter(survey(columns({"Wie alt sind Sie?": ["über 60"] * 18 + ["unter 60"] * 2, **answers})))
    assert told.summary is not None
    assert told.summary.text.replace("\u00a0", " ").startswith(said)
    method = text(told.sections[0]).replace("\u00a0", " ")
    assert "Wie alt sind Sie? über 60: 90 % (18 von 20); unter 60: 10 % (2 von 20)" in method
    assert "Wie alt sind Sie?" not in [section.title for section in told.sections]


def test_answers_by_group_stand_in_a_table() -> None:
    rows = columns(
        {
            "Wie sind Sie dabei?": ["haupt"] * 20 + ["ehren"] * 10,
            "Wie ist es?": [FULL] * 14 + [EHER] + [NO] * 5 + [EHER_NO] * 10,
        }
    )
    wanted = Settings(umfrage=SurveySettings(gruppen=("Wie sind Sie dabei",)))
    (section,) = [s for s in chapter(survey(rows), wanted).sections if s.title == "Wie ist es?"]
    (table,) = section.tables
    assert table.caption == "Nach „Wie sind Sie dabei?“"
    cells = [["".join(run.text for run in cell).replace("\u00a0", " ") for cell in row] for row in table.rows]
    assert cells == [["„stimme voll zu“ oder „stimme eher zu“", "75 % (15 von 20)", "0 % (0 von 10)"]]


@pytest.mark.parametrize("groups", [["haupt"] * 20 + ["ehren"] * 10 + ["Gast"] * 10, ["haupt"] * 37 + ["ehren"] * 3])
def test_a_table_by_group_that_compares_nothing_is_left_out_and_named(groups: list[str]) -> None:
    answers = [FULL] * 10 + [NO] * 10 + [FULL] * 9 + [NO] * 1 + [FULL] * 1 + [NO] * 9
    rows = columns({"Wie sind Sie dabei?": groups, "Wie ist es?": answers})
    wanted = Settings(umfrage=SurveySettings(gruppen=("Wie sind Sie dabei",)))
    sections = chapter(survey(rows), wanted).sections
    assert not [table for section in sections if section.name != "zahlen" for table in section.tables]
    assert [text(section) for section in sections if section.name == "hinweise"] == [
        "Nach „Wie sind Sie dabei?“ sind diese Fragen nicht aufgegliedert, weil die meisten Angaben auf weniger als "
        "5 Personen schließen ließen: „Wie ist es?“."
    ]


def test_the_only_statement_that_is_compared_by_group_is_named() -> None:
    rows = columns(
        {
            "Wie sind Sie dabei?": ["haupt"] * 20 + ["ehren"] * 20,
            "Was meinen Sie? [Es ist gut]": [FULL] * 10 + [NO] * 10 + [FULL] * 10 + [NO] * 10,
            "Was meinen Sie? [Es ist teuer]": [FULL] * 1 + [NO] * 19 + [FULL] * 10 + [NO] * 10,
        }
    )
    wanted = Settings(umfrage=SurveySettings(gruppen=("Wie sind Sie dabei",)))
    (table,) = [t for s in chapter(survey(rows), wanted).sections if s.name.startswith("was") for t in s.tables]
    assert [["".join(run.text for run in row[0])] for row in table.rows] == [["Es ist gut"]]


def test_the_survey_before_is_compared_with() -> None:
    sheets = []
    for year, answers in (
        ("2015", [EHER, FULL] * 5 + [NO, EHER_NO] * 5),
        ("2017", [EHER, NO, FULL, EHER_NO, EHER] * 4),
    ):
        sheets += [sheet(question(answers), f"{year}.xlsx", "Umfrage")]
        sheets += [sheet([["Titel", "Alle"], ["bis", f"31.12.{year}"]], f"{year}.xlsx", "Umfrage-Angaben")]
    found = read(*sheets).surveys
    results, figures = count_all(found, Settings(), 2017)
    said = text(write_survey(found[1], results[1], Figures(figures), Settings()).sections[1])
    assert said == "60 % (12 von 20) stimmen (eher) zu. In der Umfrage 2015 waren es 50 % (10 von 20)."
    results, figures = count_all((replace(found[0], end=date(2018, 1, 1)), found[1]), Settings(), 2018)
    said = text(write_survey(found[0], results[0], Figures(figures), Settings()).sections[1])
    assert said.endswith(
        "In der Umfrage 2017 lag der Anteil derer, die mit „stimme voll zu“ oder „stimme eher zu“ antworten, "
        "bei 60 % (12 von 20)."
    )


def every_run(written: Chapter) -> list[tuple[str, str | None]]:
    cells = [cell for s in written.sections for t in s.tables for row in t.rows for cell in row]
    paragraphs = [paragraph.runs for s in written.sections for paragraph in s.paragraphs]
    return [(run.text, run.figure) for runs in (*paragraphs, *cells) for run in runs]


@pytest.mark.parametrize("rows", [lamapoll(), limesurvey("beides")])
def test_every_number_that_was_counted_is_printed_as_its_figure(rows: list[list[Any]]) -> None:
    found = survey(rows)
    result, figures = counted(found)
    printed = [key for _, key in every_run(write_survey(found, result, figures, Settings())) if key]
    assert set(printed) <= set(figures)
    assert result.answers in printed
    assert len(set(printed)) > 30


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*AGREEMENT, "weiß nicht", None]), min_size=1, max_size=40))
def test_whatever_is_answered_the_sentence_agrees_with_the_count(answers: list[str | None]) -> None:
    agreed, n = sum(a in (EHER, FULL) for a in answers), sum(a in AGREEMENT for a in answers)
    rows = columns(
        {"Wie ist es heute bei uns?": answers, "Und was noch, bitte?": ["ein langer freier Text"] * len(answers)}
    )
    said = " ".join(text(s) for s in chapter(survey(rows)).sections if s.name.startswith("wie-ist"))
    if n >= 5 and any(a in (EHER, FULL, NO, EHER_NO) for a in answers):
        assert f"{agreed} von {n}" in said
    assert "  " not in said
    assert not re.search(r"(^|\W)1 (von \d+|% \(\d+ von \d+\)) stimmen", said)
    assert not re.search(r"\b(0|[2-9]|\d\d) (von \d+|% \(\d+ von \d+\)) stimmt", said)


# --- wording -----------------------------------------------------------------------------------------


def other_wording(folder: Path, old: str, new: str) -> Path:
    wording = (TEMPLATES / "sentences" / "umfrage.toml").read_text("utf-8")
    assert old in wording
    (folder / "sentences").mkdir()
    (folder / "sentences" / "umfrage.toml").write_text(wording.replace(old, new), "utf-8")
    return folder


def test_the_wording_that_ships_is_complete() -> None:
    assert check(TEMPLATES) == ()


def test_an_editor_can_change_a_sentence(tmp_path: Path) -> None:
    folder = other_wording(tmp_path, '"{{ anteil }} {{ aussage }}."]', '"Es {{ aussage }}: {{ anteil }}"]')
    assert check(folder) == ()
    found = survey(question([FULL, EHER] * 10))
    assert text(chapter(found, templates=folder).sections[1]) == "Es stimmen (eher) zu: 100 % (20 von 20)."


def test_a_sentence_about_a_survey_may_use_the_forms_of_the_other_chapters(tmp_path: Path) -> None:
    old, new = "Auf die Umfrage kamen {{ zahl }} Antworten.", "Auf die Umfrage {{ zahl | verb('kam', 'kamen') }} "
    folder = other_wording(tmp_path, old, new + "{{ zahl | zahl('Antwort') }}.")
    summary = chapter(survey(question([FULL, EHER])), templates=folder).summary
    assert summary is not None
    assert summary.text.startswith("Auf die Umfrage kamen zwei Antworten.")


@pytest.mark.parametrize(
    ("old", "new", "row", "reason"),
    [
        ("{{ anteil }} {{ aussage }}.", "{{ anteile }}.", "skala =", "„anteile“ ist hier kein bekannter Name"),
        ("skala = [", "skalen = [", None, "Unter „saetze.skala“ wird ein Text in Anführungszeichen oder eine Liste"),
        ('anzahl = "Anzahl"', "anzahl = 3", "anzahl = 3", "Unter „tabellen.anzahl“ wird ein Text"),
        ("{{ anzahl }} Angaben", "{{ anzahl | dativ }} Angaben", "sonstiges =", "keine Form „dativ“"),
        ('skala = ["', "skala = [", "skala =", "Hier ist die Datei kein gültiges TOML"),
    ],
)
def test_a_mistake_in_the_wording_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, row: str | None, reason: str
) -> None:
    folder = other_wording(tmp_path, old, new)
    (found,) = check(folder)
    lines = (folder / "sentences" / "umfrage.toml").read_text("utf-8").splitlines()
    assert reason in found.message
    assert found.row is not None
    assert row is None or lines[found.row - 1].startswith(row)
    assert chapter(survey(question([FULL, EHER] * 10)), templates=folder).title
