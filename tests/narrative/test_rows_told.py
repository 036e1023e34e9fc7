"""One row and what is said of it: titles, themes, places, people, numbers, agreements, claims."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipeline.base.figures import Figures
from pipeline.base.records import Count
from pipeline.base.settings import ReportSettings
from pipeline.topics.survey.counting.counting import count as count_survey
from tests.build import tables
from tests.narrative.second import TEMPLATES, as_text
from tests.narrative.test_report import SETTINGS, YEAR, event, report
from tests.steps import count, write
from tests.topics.survey.exports import columns, survey


def told(**row: Any) -> str:
    """Return what a report says that has one event only."""
    return report(veranstaltungen=[event("2020-03-01", veranstalter=[]) | row])[0]


@pytest.mark.parametrize(
    ("format_", "title", "said"),
    [
        ("Konzert", "Jazz im Hof", "das Konzert „Jazz im Hof“"),
        ("Vernissage", "ROM!", "die Vernissage „ROM!“"),
        ("Vortrag", "Wie geht das?", "ein Vortrag zum Thema „Wie geht das?“"),
        ("Konzert", "Wie geht das?", "ein Konzert zum Thema „Wie geht das?“"),
        ("Fachgespräch", "Wege in die Ausbildung", "ein Fachgespräch zum Thema „Wege in die Ausbildung“"),
        ("Vortrag", "Vom Scherben zum Bild", "der Vortrag „Vom Scherben zum Bild“"),
        ("", "Frühjahrskonzert", "ein Frühjahrskonzert"),
        ("", "Sommerfest 2020", "ein Sommerfest"),
        ("", "Tag der offenen Tür", "ein Tag der offenen Tür"),
        ("", "Gleichstellung", "eine Veranstaltung zum Thema „Gleichstellung“"),
        ("", "Martinsfeuer", "ein Martinsfeuer"),
        ("", "Königsschießen", "ein Königsschießen"),
        ("", "Kranzniederlegung am Mahnmal", "eine Kranzniederlegung am Mahnmal"),
        ("", "Stadtmeisterschaften", "die Veranstaltung „Stadtmeisterschaften“"),
        ("", "Himmelfahrt", "die Veranstaltung „Himmelfahrt“"),
        ("", "Muttertag", "die Veranstaltung „Muttertag“"),
        ("Vortrag", "Leerstand", "ein Vortrag zum Thema „Leerstand“"),
        ("", "Jazz im Hof", "die Veranstaltung „Jazz im Hof“"),
        ("Neujahrsempfang", "Neujahrsempfang 2020", "ein Neujahrsempfang"),
        ("Ball", "Silvesterball", "ein Silvesterball"),
        ("Slam", "Poetry Slam", "ein Poetry Slam"),
        ("", "\n", "eine Veranstaltung"),
        ("Puppenspiel", "Puppenspiel: Kaspers Hut", "das Puppenspiel „Kaspers Hut“"),
        ("Konzert", "Konzert „Ebbe und Flut“", "das Konzert „Ebbe und Flut“"),
        ("Lesung", "lesung – Strandgut", "die Lesung „Strandgut“"),
        ("Autorenlesung", "Lesung: Strandgut", "die Autorenlesung „Strandgut“"),
        ("Vortrag", "Lichtbildvortrag: Island", "ein Lichtbildvortrag zum Thema „Island“"),
        ("Besichtigung", "Besichtigung Klärwerk Süd, Gruppe B", "die Besichtigung „Klärwerk Süd, Gruppe B“"),
        ("Konzert", "Konzert mit dem Shantychor", "ein Konzert mit dem Shantychor"),
        ("Kino", "Kino trifft Kirche", "die Veranstaltung „Kino trifft Kirche“"),
        ("Workshop", "Workshop 2", "die Veranstaltung „Workshop 2“"),
        ("Fest", "Festival der Sinne", "das Fest „Festival der Sinne“"),
        ("", "Vortrag: Leben im Watt", "ein Vortrag zum Thema „Leben im Watt“"),
        ("Kleiderkarussell", "Bunt", "die Veranstaltung „Bunt“ (Format: Kleiderkarussell"),
    ],
)
def test_a_title_is_a_title_a_theme_or_the_format(format_: str, title: str, said: str) -> None:
    text = told(format=format_, titel=title)
    assert re.search(rf"{re.escape(said)}[ .;)]", text, re.IGNORECASE), text


def test_a_title_in_every_case() -> None:
    rows = [event(f"2020-0{m}-01", format="Konzert", titel=f"Ton {m}") for m in range(1, 6)]
    text, _ = report(veranstaltungen=rows)
    for sentence in (r"führte [^.]*das Konzert „Ton \d“ durch", r"lud [^.]*zum Konzert „Ton \d“ ein"):
        assert re.search(sentence, text), text
    assert "Das Konzert „Ton 5“ rundete" in text
    assert not re.search(r"zu dem|zu das|ein Konzert „|zum Thema", text)


def test_themes_stay_beside_a_title_and_are_quoted_where_they_are_long() -> None:
    assert "das Konzert „Ebbe“ zum Thema Meer" in told(format="Konzert", titel="Ebbe", themen=["Meer"])
    assert "Vortrag zum Thema „Gesunde Küche im Frühling“" in told(
        format="", titel="Vortrag", themen=["Gesunde Küche im Frühling"]
    )
    many = [f"T{i}" for i in range(9)]
    assert "T5 und drei weiteren" in told(format="Lesung", themen=many)


def test_a_format_that_is_not_given_is_never_printed() -> None:
    rows = [event(f"2020-0{m}-01", format="", themen=[f"T{m}"], veranstalter=[]) for m in range(1, 6)]
    text, _ = report(veranstaltungen=rows)
    assert "ohne Angabe" not in text
    assert "fanden fünf Veranstaltungen zu den Themen T1, T2, T3, T4 und T5 statt" in text


@pytest.mark.parametrize(
    ("themes", "said"),
    [
        (["Pflege", "Wohnen"], "zu den Themen Pflege und Wohnen"), (["Mehr Platz!"], "zum Thema „Mehr Platz!“"),
        (["Internationaler Frauentag"], "zum Thema „Internationaler Frauentag“"),
        (["Pflege", "Arbeit vor Ort"], "zu den Themen „Pflege“ und „Arbeit vor Ort“"),
    ],
)  # fmt: skip
def test_themes_of_more_than_one_word_are_quoted(themes: list[str], said: str) -> None:
    assert said in told(format="Lesung", themen=themes)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2020-06-17", "von März bis Juni"),
        ("2020-03-29", "im März"),
        ("2021-02-03", "von März 2020 bis Februar 2021"),
    ],
)
def test_what_lasts_is_told_with_its_end(last: str, said: str) -> None:
    other = event("2020-08-01", format="Konzert")
    text = report(veranstaltungen=[event("2020-03-02", format="Kurs", titel="Zeichnen", bis=last), other])[0]
    assert said in text.replace("Im M", "im M").replace("Von M", "von M")


def test_a_text_by_staff_that_cannot_be_printed_makes_no_number_false() -> None:
    few = replace(SETTINGS, bericht=ReportSettings(veranstaltungen_im_text=1))
    kinds = ("Lesung", "Konzert", "Vortrag", "Workshop")
    rows = [event(f"2020-0{m}-01", format=kind, titel=f"{kind}s") for m, kind in enumerate(kinds, start=1)]
    assert "Hinzu kamen zwei weitere" in report(few, veranstaltungen=[*rows[:3], rows[3] | {"berichtstext": "Gut."}])[0]
    broken = report(few, veranstaltungen=[*rows[:3], rows[3] | {"berichtstext": "{{ gibtesnicht }}"}])[0]
    assert "Hinzu kamen weitere Veranstaltungen" in broken


@pytest.mark.parametrize("kind", ["Einweihung", "Sommerfest", "Preisverleihung"])
@pytest.mark.parametrize("organisers", [["Seebund"], ["Seebund", "Stadt Ulm"]])
def test_nobody_carries_out_a_feast(kind: str, organisers: list[str]) -> None:
    for n in range(4):
        assert "durch" not in told(format=kind, titel=f"Haus {n}", veranstalter=organisers)


def test_a_journey_leads_to_the_place_it_is_named_after() -> None:
    assert "Exkursion nach Ulm" in told(format="Exkursion", titel="Ulm", ort="Ulm")
    text = told(format="Exkursion", titel="Zu den Quellen", ort="Ulm")
    assert re.search("„Zu den Quellen“ fand am 1.\u00a0März 2020 in Ulm|in Ulm die Exkursion „Zu den Quellen“", text)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"zielgruppe": "Öffentlichkeit"}, "für die Öffentlichkeit"),
        ({"zielgruppe": "Unternehmen"}, "für Unternehmen"),
        ({"zielgruppe": "Pflegekräfte; Angehörige"}, "für Pflegekräfte und Angehörige"),
        ({"zielgruppe": "Eltern, Großeltern"}, "für Eltern und Großeltern"),
        ({"zielgruppe": "8–10 Jahre"}, "für 8- bis 10-Jährige"),
        ({"zielgruppe": "ab 6"}, "(ab\u00a06 Jahren)"),
        ({"zielgruppe": "Kinder 5 bis 8 Jahre"}, "für Kinder von 5 bis 8 Jahren"),
        ({"zielgruppe": "Kinder ab 4"}, "für Kinder ab\u00a04"),
        ({"zielgruppe": "alle"}, "für alle"),
        ({"titel": "Wandern im Harz", "ort": "Harz"}, "Lesung „Wandern im Harz“ statt"),
        ({"zielgruppe": "regional"}, "(Zielgruppe: regional)"),
        ({"mitwirkende": ["Moderation: Jan Böhm"]}, "Moderation: Jan Böhm."),
        ({"mitwirkende": ["Oberbürgermeister"], "programm": "Rede"}, "eine Rede mit dem Oberbürgermeister"),
        ({"format": "Kinderfest", "zielgruppe": "Kinder"}, "ein Kinderfest"),
        ({"programm": "Rundgang durch den Hof"}, "Auf dem Programm stand ein Rundgang durch den Hof."),
        ({"programm": "Hüpfburg, Grillen und Musik"}, "Auf dem Programm standen Hüpfburg, Grillen und Musik."),
        ({"programm": "Wahl des Vorstands"}, "Auf dem Programm stand die Wahl des Vorstands."),
        ({"programm": "Lesung mit Musik", "mitwirkende": ["Eva Noll"]}, "Lesung mit Musik (Mitwirkende: Eva Noll)"),
        ({"programm": "Rede", "mitwirkende": ["Abgeordnete Vogt"], "teilnehmerzahl": 210}, "Abgeordneter Vogt"),
    ],
)
def test_what_else_a_row_says(row: dict[str, Any], said: str) -> None:
    assert said in told(**row)


@pytest.mark.parametrize(
    ("organiser", "said"),
    [
        ("ASB", "führte der ASB"), ("Johanniter", "führten die Johanniter"), ("Omas gegen Rechts", "führten die Omas"),
        ("Zonta", "(Veranstalter: Zonta)"), ("Der Paritätische", "(Veranstalter: Der Paritätische)"),
        ("Oberbürgermeisterin Moor", "Oberbürgermeisterin Moor"),
    ],
)  # fmt: skip
def test_a_name_whose_grammar_nobody_knows_is_no_subject(organiser: str, said: str) -> None:
    text = told(veranstalter=[organiser])
    assert said in text, text
    assert ("(Veranstalter:" in text) == ("(Veranstalter:" in said)


@pytest.mark.parametrize(("people", "said"), [(22, "22 Gäste"), (99, "99 Gäste"), (149, "Rund 150"), (154, "Über 150")])
def test_single_events_have_exact_numbers_below_a_hundred(people: int, said: str) -> None:
    row = event("2020-03-01", programm="Diskussion", mitwirkende=["Ida Moor"], teilnehmerzahl=people)
    assert f"{said}" in report(veranstaltungen=[row])[0]


def test_what_staff_typed_stays_as_it_was_typed() -> None:
    count = Count("ungefähr", 25, 25, "ca. 25")
    row = event("2020-03-01", programm="Diskussion", mitwirkende=["Ida Moor"], teilnehmerzahl=count)
    assert "Ca. 25 Gäste" in report(veranstaltungen=[row])[0]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Von Januar bis Mai lud der Seebund gemeinsam mit der Stadt Ulm zu fünf Lesungen für Eltern in Ulm zu den "
             "Themen Eis, Salz und Wind ein."),
        ({"veranstalter": ["Seebund", "Stadt Ulm", "Qliq"], "ort": "Bonn"},
         "Von Januar bis Mai lud der Seebund gemeinsam mit der Stadt Ulm zu fünf Lesungen für Eltern zu den Themen"),
        ({"veranstalter": ["Seebund", "Qliq"]}, ""), ({"zielgruppe": "Kinder"}, ""), ({"titel": "Ebbe"}, ""),
        ({"teilnehmerzahl": 90}, "Von Januar bis Mai lud"),
    ],
)  # fmt: skip
def test_what_was_held_again_and_again_is_told_once(changed: dict[str, Any], said: str) -> None:
    held = {"ort": "Ulm", "veranstalter": ["Seebund", "Stadt Ulm"], "zielgruppe": "Eltern"}
    rows = [
        event(f"2020-0{month}-01", themen=[theme], **held)
        for month, theme in enumerate(("Wind", "Salz", "Salz", "Eis", "Wind"), start=1)
    ]
    more = event("2020-06-01", format="Fest", titel="Hafenfest")
    partner = [{"name": "Stadt Ulm"}]
    text, _ = report(veranstaltungen=[*rows[:2], rows[2] | changed, *rows[3:], more], partner=partner)
    assert said in text
    assert ("zu fünf Lesungen" in text) == bool(said)


def test_a_small_chapter_says_nothing_twice() -> None:
    one = event("2020-03-01", teilnehmerzahl=25, veranstalter=[])
    text = report(veranstaltungen=[one])[0]
    assert text.startswith("# Ufer\n\n## Veranstaltungen\n\n")
    assert text.count("25") == text.lower().count("eine lesung") == 1
    without_guests = report(veranstaltungen=[one | {"teilnehmerzahl": 0}])[0]
    assert "Eine Lesung fand" in without_guests
    assert "Gäste" not in without_guests
    given = [tables(veranstaltungen=[event(f"2020-0{m}-01") for m in range(1, size)]) for size in (2, 3, 4)]
    found = [write(one, count(one, SETTINGS, YEAR), SETTINGS, YEAR, TEMPLATES)[0][0] for one in given]
    assert [(chapter.summary is not None, bool(chapter.glance)) for chapter in found] == [
        (False, False), (True, False), (True, True),
    ]  # fmt: skip


def test_people_are_not_always_told_in_the_same_words() -> None:
    rows = [event(f"2020-0{m}-01", titel=f"T{m}", mitwirkende=["Ida Moor"], veranstalter=["Qliq"]) for m in range(1, 8)]
    text, _ = report(veranstaltungen=rows)
    assert text.count("Ida Moor") == 7
    assert text.count("Mit dabei war") <= 4


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"art": "Vereinbarung", "initiator": "Stadt Ulm", "beteiligte": ["Stadt Ulm"]}, "schloss"),
        (
            {"art": "Vereinbarung", "initiator": "Stadt Ulm", "beteiligte": ["Stadt Ulm", "Seebund"]},
            "die Stadt Ulm .*mit dem Seebund eine Vereinbarung|Stadt Ulm schloss .*mit dem Seebund eine Vereinbarung",
        ),
        ({"art": "Vereinbarung", "beteiligte": ["Stadt Ulm"]}, "Vereinbarung mit der Stadt Ulm"),
        ({"art": "Unterschriftenaktion", "initiator": "Seebund"}, "Unterschriftenaktion .*auf den Weg"),
        ({"art": "Stellungnahme", "initiator": "Seebund"}, "verfasste"),
        ({"art": "Brief", "initiator": "Seebund", "adressat": "alle Schulen im Kreis"}, "an alle Schulen im Kreis"),
        ({"art": "Brief", "initiator": "Seebund", "adressat": "die Fraktionen im Rat"}, "an die Fraktionen im Rat"),
        ({"art": "Charta", "initiator": "Seebund", "beteiligte": ["Qliq", "Qlaq", "Qlop"]}, r"\(Art: Charta\) .*Bet"),
    ],
)
def test_who_agrees_with_whom(row: dict[str, Any], said: str) -> None:
    partners = [{"name": "Stadt Ulm"}]
    text, _ = report(initiativen=[{"datum": "2020-02-01", "projekt": "Ufer"} | row], partner=partners)
    assert re.search(said, text), text
    assert not re.search(
        r"zwischen (der Stadt Ulm|dem Seebund)( |\.)(?!und)|\bdie (die|alle)\b|Stadt Ulm.*Stadt Ulm", text
    )


@pytest.mark.parametrize(
    ("people", "houses", "important"), [(30, 10, True), (29, 10, False), (60, 9, False), (200, 30, True)]
)
def test_only_a_large_network_is_called_important(people: int, houses: int, important: bool) -> None:
    rows = [{"projekt": "Ufer", "institution": f"Haus {i % houses}"} for i in range(people)]
    assert ("wichtigen Bestandteil" in report(netzwerk=rows)[0]) == important


def test_importance_is_claimed_once_in_a_report() -> None:
    network = [{"projekt": p, "institution": f"Haus {i}"} for p in ("Ufer", "Berg") for i in range(40)]
    letters = [
        {"datum": f"2020-0{m}-01", "projekt": p, "art": "Brief", "adressat": "Stadt Ulm"}
        for p in ("Ufer", "Berg")
        for m in range(1, 6)
    ]
    text, _ = report(netzwerk=network, initiativen=letters)
    assert (text.count("wichtigen Bestandteil"), text.count("Schwerpunkt")) == (1, 0)
    assert text.count("Projektschwerpunkt") == 1
    text, _ = report(initiativen=[row | {"adressat": "Gasthof Krone"} for row in letters])
    assert "Gasthof Krone" in text
    assert "schwerpunkt" not in text


def test_one_meeting_is_told_in_one_sentence_with_its_day() -> None:
    text, _ = report(treffen=[{"datum": "2020-03-05", "projekt": "Ufer", "art": "", "thema": "Gründung"}])
    assert text.endswith("Am 5.\u00a0März 2020 fand ein Treffen zur Gründung statt.\n")


def test_one_takes_part_in_what_a_participation_is_in() -> None:
    rows = [
        {"datum": f"2020-0{m}-05", "projekt": "Ufer", "art": art, "thema": f"T{m}"}
        for m, art in enumerate(("Veranstaltungsteilnahme", "Treffen", "Treffen"), start=2)
    ]
    text, _ = report(treffen=rows)
    assert re.search("nahm der Seebund .*an einer Veranstaltung .*teil|Der Seebund nahm .*an einer Veranstaltung", text)


def test_plain_events_are_gathered_only_where_their_number_counts_no_others() -> None:
    plain = [event(f"2019-0{m}-10", themen=["Natur"]) for m in (2, 3, 4, 5)]
    text, _ = report(veranstaltungen=[*plain, event("2019-06-01", titel="Meer")])
    assert "Im Jahr 2019 fanden fünf Veranstaltungen statt." in text
    assert "mehrere Lesungen" not in text


def test_money_has_cents_on_both_sides_or_on_none() -> None:
    def said(before: str, now: str) -> str:
        rows = [
            {"bezeichnung": "Kasse", "jahr": year, "wert": Decimal(wert), "einheit": "Euro", "projekt": "Ufer"}
            for year, wert in ((2019, before), (2020, now))
        ]
        return report(werte=rows, veranstaltungen=[event("2020-03-01")])[0].replace("\u00a0", " ")

    assert "von 31.250,50 Euro auf 30.990,00 Euro" in said("31250.5", "30990")
    assert "von 31.250 Euro auf 30.990 Euro" in said("31250", "30990")


def test_none_is_said_as_none() -> None:
    texts = [
        {"kapitel": "Vorwort", "text": "Es gab {{ ufer.veranstaltungen.2020.anzahl }} Veranstaltungen."},
        {"kapitel": "Ausblick", "text": "Ein Jahr mit {{ ufer.veranstaltungen.2020.anzahl }} Veranstaltungen."},
    ]
    text, problems = report(veranstaltungen=[event("2019-03-01")], texte=texts)
    assert "Es gab keine Veranstaltungen." in text
    assert "Ein Jahr mit keinen Veranstaltungen." in text
    assert problems == []


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("Mehr als", "Mehr als 400"), ("Circa", "Circa 400"), ("Ungefähr", "Ungefähr 400"), ("Ca.", "Ca. 400"),
        ("Es kamen mind.", "Es kamen mind. 400"),
        ("Es kamen", "Es kamen über 400"), ("Von 200 bis", "Von 200 bis über 400"), ("Wie gut:", "Wie gut: über 400"),
    ],
)  # fmt: skip
def test_a_number_is_qualified_once(before: str, said: str) -> None:
    count = Count("mindestens", 400, None, "über 400")
    row = event("2020-03-01", berichtstext=f"{before} {{{{ teilnehmerzahl }}}} Leute.", teilnehmerzahl=count)
    assert f"{said} Leute." in report(veranstaltungen=[row])[0]


def test_an_unknown_name_in_a_report_text_names_its_column_and_the_names_of_its_row() -> None:
    given = tables(veranstaltungen=[event("2020-03-01", titel="Meer", berichtstext="{{ titl }}")])
    _, (problem,) = write(given, count(given, SETTINGS, YEAR), SETTINGS, YEAR, TEMPLATES)
    assert "in der Spalte „Berichtstext“" in problem.message
    assert "Meinten Sie „titel“?" in problem.advice
    assert re.search(r"In dieser Zeile: .*\btitel\b.*\bort\b", problem.advice)
    assert re.search("Überall: jahr, vorjahr, organisation ", problem.advice)


def test_a_sentence_of_staff_with_a_hint_is_printed_all_the_same() -> None:
    row = event("2020-03-01", berichtstext="Es kamen {{ teilnehmerzahl }} Gäste.", teilnehmerzahl=1)
    text, problems = report(veranstaltungen=[row])
    assert "Es kamen 1 Gäste." in text
    assert problems == ["platzhalter-eins"]


@pytest.mark.parametrize("column", ["ort", "teilnehmerzahl", "themen", "bis"])
def test_no_sentence_of_staff_is_printed_with_a_hole_in_it(column: str) -> None:
    row = event("2020-03-01", ort="", themen=[], berichtstext=f"Damals in {{{{ {column} }}}} war es schön.")
    given = tables(veranstaltungen=[row])
    chapters, (problem,) = write(given, count(given, SETTINGS, YEAR), SETTINGS, YEAR, TEMPLATES)
    assert (problem.code, problem.severity, problem.row, problem.value) == ("platzhalter-leer", "warnung", 2, column)
    assert "war es schön" not in as_text(chapters)
    assert "Lesung" in as_text(chapters)


def test_a_verb_keeps_what_belongs_to_it() -> None:
    roomy = replace(SETTINGS, bericht=ReportSettings(treffen_im_text=9))
    rows = [
        {"datum": f"2020-0{m}-05", "projekt": "Ufer", "art": "Austausch", "thema": f"T{m}", "beteiligte": ["Stadt Ulm"]}
        for m in range(1, 9)
    ]
    text, _ = report(roomy, treffen=rows, partner=[{"name": "Stadt Ulm"}])
    assert " traf sich der Seebund" in text
    assert not re.search(r"traf zu|[a-z]+ sich die", text)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Umfrage unter Mitgliedern", "die „Umfrage unter Mitgliedern“"),
        ("Mitgliederbefragung 2020", "die „Mitgliederbefragung 2020“"),
        ("Stimmen vom Ufer", "die Umfrage „Stimmen vom Ufer“"),
        ("results-survey4711", "eine Umfrage"),
        ("Umfrage", "eine Umfrage"),
    ],
)
def test_a_survey_is_called_a_survey_once(title: str, said: str) -> None:
    answered = replace(survey(columns({"Sind Sie zufrieden?": ["Ja"] * 6})), title=title)
    given = replace(tables(veranstaltungen=[event("2020-03-01")]), surveys=(answered,))
    counted = Figures([*count(given, SETTINGS, YEAR).values(), *count_survey(answered, SETTINGS)[1]])
    text = as_text(write(given, counted, SETTINGS, YEAR, TEMPLATES)[0])
    assert f"{said}. Zurück kamen" in text


@pytest.mark.parametrize(
    ("title", "of", "year", "named"),
    [
        ("Umfrage im Rat", YEAR, YEAR, True),
        ("Umfrage im Rat", YEAR - 1, YEAR, False),  # it gets no chapter
        ("Umfrage zur Beratung", YEAR, YEAR, False),  # the project is called „Rat“
        ("Umfrage unter Ratsuchenden", YEAR, YEAR, False),
        ("Umfrage unter Tatenlosen", YEAR, YEAR, False),
        ("Umfrage der Verkehrsplaner", YEAR, YEAR, True),
    ],
)
def test_a_survey_is_named_in_its_own_project_and_year(title: str, of: int, year: int, named: bool) -> None:
    answered = survey(columns({"Sind Sie zufrieden?": ["Ja"] * 6}))
    answered = replace(answered, title=title, start=date(of, 5, 1), end=date(of, 5, 31))
    events = [event("2020-03-01", projekt=name) for name in ("Rat", "Tat", "Verkehr")]
    given = replace(tables(veranstaltungen=events), surveys=(answered,))
    counted = Figures([*count(given, SETTINGS, year).values(), *count_survey(answered, SETTINGS)[1]])
    assert ("Umfrage" in as_text(write(given, counted, SETTINGS, year, TEMPLATES)[0])) is named


@pytest.mark.parametrize(
    ("formats", "said"),
    [
        ("Ball Messe Lauf", "kamen zwei weitere Veranstaltungen;"),
        ("Ball Messe Messe Lauf Lauf", "kamen vier weitere Veranstaltungen (Läufe und Messen);"),
        ("Ball Messe", "kam eine Messe;"),
        ("Ball Ball", "kam ein weiterer Ball;"),
        ("Ball Messe Messe", "kamen zwei Messen;"),
    ],
)
def test_kinds_left_to_the_table_are_named_only_where_each_occurs_again(formats: str, said: str) -> None:
    few = replace(SETTINGS, bericht=ReportSettings(veranstaltungen_im_text=1))
    rows = [event(f"2020-0{m}-01", format=name, titel=f"T{m}") for m, name in enumerate(formats.split(), start=1)]
    assert f"Hinzu {said}" in report(few, veranstaltungen=rows)[0]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"datum": f"2020-05-{day:02}", "ort": "Ulm", "mitwirkende": [f"Ida Moor{day}"]} for day in (22, 8, 15)],
         ["Am 8., 15. und 22. Mai", "in Ulm", "Ida Moor8, Ida Moor15 und Ida Moor22"]),
        ([{"datum": "2020-05-01", "titel": "Ebbe"}, {"datum": "2020-05-08", "titel": "Ebbe"}],
         ["1. und 8. Mai", "„Ebbe“"]),
        ([{"datum": "2020-05-01", "ort": "Ulm"}, {"datum": "2020-05-08", "ort": "Bonn"}], ["in Ulm", "in Bonn"]),
    ],
)  # fmt: skip
def test_events_that_differ_in_their_day_only_are_one_sentence(rows: list[dict[str, Any]], said: list[str]) -> None:
    other = event("2020-03-01", format="Fest")
    text, _ = report(veranstaltungen=[other, *(event(row["datum"], veranstalter=[]) | row for row in rows)])
    assert [one for one in said if one.lower() not in text.lower()] == [], text
    assert len(re.findall("Lesung", text)) == (2 if "in Bonn" in said else 1)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([("Ball", 3), ("Messe", 3)], "wurden mehrere Bälle und Messen"),
        ([("Ball", 13), ("Messe", 2)], "fanden 13 Bälle und 2 Messen"),
        ([("Ball", 13), ("Messe", 14)], "wurden zahlreiche Messen und Bälle"),
        ([("Ball", 6), ("Messe", 5), ("Fest", 4), ("Lauf", 1), ("Markt", 1), ("Kurs", 1)],
         "fanden 18 Veranstaltungen zum Thema Meer statt, am häufigsten Bälle (6), Messen (5) und Feste (4)."),
        ([("Ball", 6), ("Messe", 5), ("Fest", 2), ("Lauf", 2), ("Markt", 2), ("Kurs", 1)],
         "am häufigsten Bälle (6), Messen (5), Feste (2), Läufe (2) und Märkte (2)."),
        ([("Ball", 6), ("Messe", 5), ("Fest", 2), ("Lauf", 2), ("Markt", 2), ("Kurs", 2)],
         "am häufigsten Bälle (6) und Messen (5)."),
        ([(name, 2) for name in ("Ball", "Messe", "Fest", "Lauf", "Markt", "Kurs")],
         "fanden zwölf Veranstaltungen zum Thema Meer statt."),
    ],
)  # fmt: skip
def test_what_is_said_of_all_kinds_is_true_of_each(counts: list[tuple[str, int]], said: str) -> None:
    kinds = [name for name, number in counts for _ in range(number)]
    days = [f"2019-{i % 12 + 1:02}-{i % 28 + 1:02}" for i in range(len(kinds))]
    rows = [event(day, format=name, themen=["Meer"]) for day, name in zip(days, kinds, strict=True)]
    assert said in report(veranstaltungen=rows)[0]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("Mitglieder", "für Mitglieder"), ("für Mitglieder", "für Mitglieder"),
        ("nur für Mitglieder", "nur für Mitglieder"),
        ("offen für alle", "(offen für alle)"),
    ],
)  # fmt: skip
def test_whom_it_was_for_is_said_once(target: str, said: str) -> None:
    text = told(zielgruppe=target)
    assert said in text
    assert "für für" not in text
    assert "für nur" not in text


def test_the_best_attended_event_is_told_and_is_the_best_of_what_the_sentence_says() -> None:
    few = replace(SETTINGS, bericht=ReportSettings(veranstaltungen_im_text=1))
    rows = [event(f"2020-0{m}-01", titel=f"T{m}", teilnehmerzahl=n) for m, n in ((1, 40), (3, 90), (5, 30))]
    del rows[1]["format"], rows[0]["veranstalter"]
    alone = report(few, veranstaltungen=rows)[0]
    assert "„T3“" in alone
    assert "des Jahres" in alone
    beside = report(few, veranstaltungen=[*rows, event("2020-02-02", projekt="Berg", teilnehmerzahl=400)])[0]
    assert "des Projekts" in beside
    assert "Veranstaltung des Jahres" not in beside


def initiative(day: str, kind: str = "Schreiben", **more: Any) -> dict[str, Any]:
    return {"datum": day, "projekt": "Ufer", "art": kind, "gegenstand": f"Sache {day[5:7]}"} | more


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ("Brief Brief Resolution", "Hinzu kamen zwei Briefe."),
        ("Brief Resolution", "Hinzu kam ein Brief."),
        ("Brief Brief", "Hinzu kam ein weiterer Brief."),
        ("Brief Brief Brief", "Hinzu kamen weitere Briefe."),
        ("Brief Antrag Resolution", "Hinzu kamen weitere Initiativen."),
    ],
)
def test_initiatives_that_are_not_told_are_named_by_kind(kinds: str, said: str) -> None:
    few = replace(SETTINGS, bericht=ReportSettings(initiativen_im_text=1))
    rows = [initiative(f"2020-0{month}-01", kind) for month, kind in enumerate(kinds.split(), start=1)]
    assert report(few, initiativen=rows)[0].rstrip().endswith(said)


def test_initiatives_of_long_ago_are_not_told_one_by_one() -> None:
    rows = [initiative(f"{year}-03-01", "Brief", gegenstand=f"Sache {year}") for year in range(2014, 2021)]
    text, _ = report(initiativen=rows)
    assert [year for year in range(2014, 2021) if f"Sache {year}" in text] == [2018, 2019, 2020]
    assert "Hinzu kamen weitere Briefe." in text
    assert "Sache 2014" in report(initiativen=rows[:1])[0]  # where there are none but old ones, they are told


@pytest.mark.parametrize(("format_", "place", "said"), [("Webinar", "online", False), ("Vortrag", "online", True)])
def test_what_is_online_anyway_is_not_said_to_be(format_: str, place: str, said: bool) -> None:
    assert ("online" in told(format=format_, ort=place)) is said


def test_an_only_meeting_is_told_with_place_and_people() -> None:
    row = {"datum": "2020-08-09", "projekt": "Ufer", "art": "Besichtigung", "ort": "Hanau", "beteiligte": ["Stadt Ulm"]}
    text, _ = report(treffen=[row])
    assert [one for one in ("9.\u00a0August 2020", "in Hanau", "Stadt Ulm") if one not in text] == [], text


def test_also_is_said_only_beside_something_else() -> None:
    rows = [initiative("2020-02-01"), initiative("2020-03-01", adressat="Stadt Ulm")]
    alone = report(initiativen=rows)[0]
    assert alone.startswith("# Ufer\n\nDas Projekt umfasst zwei Initiativen.")
    assert alone.count("nitiativen") == 2  # the summary and the heading
    assert "gehören auch zwei Initiativen" in report(initiativen=rows, veranstaltungen=[event("2020-03-01")])[0]


def meetings(*kinds: str, year: int = 2020) -> list[dict[str, Any]]:
    return [
        {"datum": f"{year}-{i % 12 + 1:02}-{i % 28 + 1:02}", "projekt": "Ufer", "art": kind}
        for i, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize(
    ("rows", "said", "unsaid"),
    [
        (meetings(*["Gespräch"] * 5, *["Sitzung"] * 4, "Workshop", "Termin", "Austausch", "Kurs"),
         "Am häufigsten waren Gespräche (5) und Sitzungen (4).", "insgesamt"),
        (meetings("Gespräch", "Sitzung", "Workshop", "Termin", "Austausch", "Kurs"), "fanden sechs",
         "insgesamt"),
        ([*meetings(*["Gespräch"] * 5, *["Sitzung"] * 4, "Workshop", "Termin", "Austausch", "Kurs", year=2019),
          *meetings("Gespräch")],
         "insgesamt 14 Treffen statt, am häufigsten Gespräche (6) und Sitzungen (4).", "waren G"),
        (meetings("Gespräch", "Sitzung", year=2018), "Im Berichtsjahr 2020 gab es keine Treffen", "entfielen"),
        (meetings("Gespräch", "Sitzung", year=2019), "Im Berichtsjahr 2020 gab es keine Treffen (im Vorjahr: zwei).",
         "entfielen"),
        (meetings("Beirat", "Beirat", "Ausschuss"),
         "tagten in der ersten Jahreshälfte 2020 der Beirat zweimal und der Ausschuss einmal.", "Beiräte"),
        (meetings(*["Arbeitskreis Hafen"] * 3), "tagte", "Arbeitskreise"),
        (meetings(*["UAG Deich"] * 3, "Sitzung", "Sitzung"),
         "drei Treffen der UAG Deich und zwei Sitzungen", "Am häuf"),
        (meetings(*["Arbeitskreis"] * 3, "Sitzung", "Sitzung"), "Arbeitskreise und Sitzungen", "tagte"),
        (meetings(*["Watttalk Mole"] * 4, *["Kuddelmuddel"] * 3, *["Sitzung"] * 2),
         "Am häufigsten waren „Watttalk Mole“ (4), „Kuddelmuddel“ (3) und Sitzungen (2).", "Talks"),
        (meetings(*[""] * 4, *["Gespräch"] * 5, *["Sitzung"] * 2), "elf Treffen", "häufigsten"),
        (meetings("", *["Gespräch"] * 5, *["Sitzung"] * 2), "Am häufigsten waren Gespräche (5) und Sitzungen (2).",
         "insgesamt"),
    ],
)  # fmt: skip
def test_meetings_are_summed_up_once(rows: list[dict[str, Any]], said: str, unsaid: str) -> None:
    text, _ = report(treffen=rows)
    assert said in text
    assert unsaid not in text


@pytest.mark.parametrize(
    ("kind", "subject", "said"),
    [
        ("Besuch", "Antrittsbesuch", "ein Antrittsbesuch"),
        ("Sitzung", "Vorbereitung Sommerfest", "„Vorbereitung Sommerfest“"),
        ("Gespräch", "den sozialen Wohnungsbau", "zum sozialen Wohnungsbau"),
    ],
)  # fmt: skip
def test_the_subject_of_a_meeting_is_said_once_and_in_its_case(kind: str, subject: str, said: str) -> None:
    row = {"datum": "2020-03-01", "projekt": "Ufer", "art": kind, "thema": subject}
    text = report(treffen=[row])[0]
    assert said in text.replace("Ein A", "ein A"), text


@pytest.mark.parametrize(
    ("rows", "places"),  # none where they are summed up
    [
        ([{"art": "Besichtigung", "ort": "Ulm"}], ["in Ulm"]),
        ([{"art": "Besichtigung", "ort": "Ulm"}, {"art": "Feier", "ort": "Rathaus"}], ["in Ulm", "im Rathaus"]),
        ([{"art": "Gespräch", "thema": "Steg"}, {"art": "Gespräch", "thema": "Ufer"}], []),
        ([{"art": "Gespräch", "thema": "Steg"}, {"art": "Gespräch", "thema": "Steg"}], None),
        ([{"art": "Gespräch"}, {"art": "Gespräch"}], None),
        ([{"art": "Besichtigung", "ort": "Ulm"}, {"art": "Feier", "ort": "Ulm"}, {"art": "Fest", "ort": "Ulm"}], None),
    ],
)
def test_few_meetings_are_told_one_by_one_with_their_days(rows: list[dict[str, Any]], places: list[str] | None) -> None:
    dated = [{"datum": f"2020-0{m}-04", "projekt": "Ufer"} | row for m, row in enumerate(rows, start=1)]
    text, _ = report(treffen=dated)
    text = text.partition("## Treffen")[2]
    assert ("Im Rahmen des Projekts" in text) is (places is None)
    days = re.findall(r"[Aa]m 4\.\u00a0(Januar|Februar) 2020", text)
    assert days == ([] if places is None else ["Januar", "Februar"][: len(rows)])
    assert re.findall(r"in Ulm|im Rathaus", text) == (places or [])


@pytest.mark.parametrize(("people", "told_of"), [(54, True), (5, False)])
def test_many_participants_of_a_meeting_are_told(people: int, told_of: bool) -> None:
    row = {"datum": "2020-03-01", "projekt": "Ufer", "art": "Sitzung", "thema": "Etat", "teilnehmerzahl": people}
    text, _ = report(treffen=[row, *meetings("Gespräch")])
    assert (f"{people} Teilnehmer nahmen teil." in text) is told_of


def test_a_network_names_its_only_group() -> None:
    rows = [{"projekt": "Ufer", "gruppe": "AG Steg", "institution": f"Verein {i}"} for i in range(3)]
    assert "Sie gehören alle zur Gruppe „AG Steg“." in report(netzwerk=rows)[0]
    rows[0]["gruppe"] = ""
    text = report(netzwerk=rows)[0]
    assert text.endswith("drei Teilnehmer aus drei Institutionen erreicht.\n")
    assert "alle" not in text


@pytest.mark.parametrize(("project", "spoken_of"), [("", False), ("Hafen", True)])
def test_a_project_is_spoken_of_only_where_there_is_one(project: str, spoken_of: bool) -> None:
    own = {"projekt": project}
    text = report(
        veranstaltungen=[event("2020-03-01") | own, event("2020-05-01") | own],
        treffen=[{"datum": f"2020-0{month}-02", "art": "Sitzung"} | own for month in (2, 3, 4)],
        netzwerk=[
            {"gruppe": "Rat", "institution": f"Amt {number}", "engagement": "hauptamtlich"} | own
            for number in range(40)
        ],
        initiativen=[{"datum": "2020-06-01", "art": "Schreiben", "adressat": "Amt Eiderstedt"} | own],
    )[0]
    assert ("Projekt" in text) is spoken_of


@pytest.mark.parametrize(
    ("institutions", "said"),
    [
        (("Amt A", "Amt B"), "zwei Teilnehmer aus zwei Institutionen"),
        (("Amt A", ""), "; vertreten ist eine Institution"),
    ],
)
def test_only_those_with_an_institution_come_from_one(institutions: tuple[str, ...], said: str) -> None:
    rows = [{"gruppe": "Rat", "institution": name, "person": not name} for name in institutions]
    assert said in report(netzwerk=rows)[0]
