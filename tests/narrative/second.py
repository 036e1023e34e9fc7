"""A second association: other region and formats, organisations of every gender, 0, 1, 2, 12, 13 of everything."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pipeline.base.problems import Problem
from pipeline.base.records import Count, Tables
from pipeline.base.settings import OwnOrganisation, ReportSettings, Settings
from pipeline.narrative.chapter import Chapter
from tests.build import tables
from tests.steps import count, write

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
YEAR = 2023

SETTINGS = Settings(
    organisation=OwnOrganisation(name="Küstenbund Eiderstedt e. V.", kurz="Küstenbund", artikel="der"),
    bericht=ReportSettings(projekte=("Hafenleben", "Lesezeit", "Werkbank", "Gezeiten", "Leuchtfeuer")),
    woerter={"Klönschnack": "der, Klönschnacks"},
)

PARTNERS: list[dict[str, Any]] = [
    {"name": "Stadtbücherei Husum"},
    {"name": "Landfrauenverein Garding"},
    {"name": "Diakonisches Werk Husum", "kurzform": "Diakonie", "artikel": "die"},
    {"name": "Nordfriesisches Museum"},
    {"name": "Stadtwerke Husum"},
    {"name": "Freiwillige Feuerwehr Tönning"},
    {"name": "Jobcenter Nordfriesland"},
    {"name": "Wattwerkstatt", "gehoert_zu": "Nordfriesisches Museum"},
    {"name": "Deutscher Kinderschutzbund Nordfriesland"},
    {"name": "Muschelkollektiv"},
    {"name": "Gemeinde Garding"},
    {"name": "Gemeinde Welt"},
    {"name": "Amt Eiderstedt"},
]


def _people(low: int, typed: str = "") -> Count:
    kind = {"über": "mindestens", "ca.": "ungefähr"}.get(typed.split(" ")[0], "genau") if typed else "genau"
    return Count(kind, low, low, typed or str(low))  # type: ignore[arg-type]


# One project with everything in it.
HARBOUR_EVENTS: list[dict[str, Any]] = [
    {"datum": "2021-05-08", "format": "Hafenfest", "themen": ["Nachbarschaft"], "ort": "Tönning",
     "veranstalter": ["Küstenbund", "Freiwillige Feuerwehr Tönning"], "teilnehmerzahl": 412},
    {"datum": "2022-02-12", "format": "Klönschnack", "themen": ["Wohnen"], "ort": "Garding",
     "veranstalter": ["Küstenbund"], "teilnehmerzahl": 18},
    {"datum": "2022-03-12", "format": "Klönschnack", "themen": ["Ehrenamt"], "ort": "Garding",
     "veranstalter": ["Küstenbund"], "teilnehmerzahl": 21},
    {"datum": "2022-04-09", "format": "Lesung", "themen": ["Plattdeutsch"], "ort": "Husum",
     "veranstalter": ["Küstenbund", "Stadtbücherei Husum"], "teilnehmerzahl": 33},
    {"datum": "2022-11-25", "format": "Lichterabend", "titel": "Licht im „Tetenbüller“ Hafen",
     "ort": "Kirche Tetenbüll", "veranstalter": ["Küstenbund", "Landfrauenverein Garding", "Diakonisches Werk Husum"],
     "mitwirkende": ["Posaunenchor Garding"], "teilnehmerzahl": 96},
    {"datum": "2023-01-21", "format": "Runder Tisch", "themen": ["Hafen", "Tourismus"], "ort": "Rathaus",
     "veranstalter": ["Küstenbund", "Gemeinde Garding", "Gemeinde Welt", "Amt Eiderstedt"], "teilnehmerzahl": 24},
    {"datum": "2023-03-04", "format": "Kleiderkarussell", "ort": "Alte Weberei", "veranstalter": ["Küstenbund"],
     "zielgruppe": "Familien", "teilnehmerzahl": _people(60, "ca. 60")},
    {"datum": "2023-03-18", "format": "Wattwanderung", "titel": "„Was lebt im Schlick?“", "ort": "Westerhever",
     "veranstalter": ["Küstenbund", "Nordfriesisches Museum", "Wattwerkstatt"], "programm": "Führung",
     "mitwirkende": ["Dr. Inga Petersen"], "teilnehmerzahl": 1},
    {"datum": "2023-06-10", "format": "Tag der offenen Tür", "programm": "Rundgänge und Musik", "ort": "Feuerwache",
     "veranstalter": ["Freiwillige Feuerwehr Tönning"], "teilnehmerzahl": _people(300, "über 300")},
    {"datum": "2023-07-01", "format": "Workshop", "titel": "Netze flicken", "ort": "online",
     "veranstalter": ["Küstenbund", "Stadtwerke Husum"], "zielgruppe": "Jugendliche"},
    {"datum": "2023-08-19", "format": "Kinderfest", "ort": "Welt",
     "veranstalter": ["Küstenbund", "Deutscher Kinderschutzbund Nordfriesland"],
     "berichtstext": "Beim Kinderfest am {{ datum }} in {{ ort }} zählten wir {{ teilnehmerzahl }} Kinder",
     "teilnehmerzahl": 140},
    {"datum": "2023-09-02", "format": "Konzert", "titel": "Ebbe und Flut", "ort": "Nordfriesisches Museum",
     "veranstalter": ["Küstenbund", "Muschelkollektiv"], "mitwirkende": ["Musikschüler", "junge Stimmen"],
     "teilnehmerzahl": 88},
    {"datum": "2023-10-14", "format": "Abschlussabend", "titel": "Ein Jahr am Hafen", "ort": "Tönning",
     "veranstalter": ["Küstenbund", "Stadtbücherei Husum", "Nordfriesisches Museum"], "teilnehmerzahl": 71},
]  # fmt: skip

HARBOUR_MEETINGS: list[dict[str, Any]] = [
    {"datum": "2022-08-03", "art": "Treffen", "thema": "Auftakt", "beteiligte": ["Gemeinde Garding"]},
    {"datum": "2022-10-05", "art": "Telefonat", "thema": "Zuschüsse", "beteiligte": ["Amt Eiderstedt"]},
    {"datum": "2023-01-11", "art": "Treffen", "thema": "Jahresplan", "beteiligte": ["Gemeinde Welt"]},
    {"datum": "2023-02-15", "art": "Gespräch", "thema": "Ausbau des Hafens und neue Liegeplätze",
     "ort": "Amt Eiderstedt", "beteiligte": ["Amt Eiderstedt", "Stadtwerke Husum"]},
    {"datum": "2023-05-24", "art": "Koordinierungstreffen", "thema": "Hafenfest",
     "ort": "Nordfriesisches Museum",
     "beteiligte": [
         "Freiwillige Feuerwehr Tönning", "Jobcenter Nordfriesland", "Stadtwerke Husum", "Gemeinde Garding",
     ]},
]  # fmt: skip

HARBOUR_INITIATIVES: list[dict[str, Any]] = [
    {"datum": "2022-06-01", "art": "Kooperationsvertrag", "gegenstand": "Pflege des Hafens",
     "beteiligte": ["Gemeinde Garding", "Gemeinde Welt", "Stadtwerke Husum"], "initiator": "Küstenbund"},
    {"datum": "2023-02-01", "art": "Brief", "gegenstand": "Anbindung der Halbinsel", "adressat": "Amt Eiderstedt",
     "initiator": "Küstenbund"},
    {"datum": "2023-03-01", "art": "Brief", "gegenstand": "Qlimabudget für Deiche", "adressat": "Amt Eiderstedt",
     "initiator": "Küstenbund"},
    {"datum": "2023-04-01", "art": "Eingabe", "gegenstand": "Erhalt der Fähre", "adressat": "Muschelkollektiv",
     "initiator": "Vorstand des Küstenbunds"},
]  # fmt: skip

NUMBERS = {"Lesezeit": 1, "Werkbank": 2, "Gezeiten": 12, "Leuchtfeuer": 13}


def _counted(project: str, n: int) -> dict[str, list[dict[str, Any]]]:
    """Return `n` rows of every list, alike but for their day."""
    days = [date(YEAR, 2, 1) + timedelta(days=9 * i) for i in range(n)]
    return {
        "veranstaltungen": [
            {"datum": day, "format": "Lesung", "themen": ["Küste"], "ort": "Husum", "veranstalter": ["Küstenbund"],
             "teilnehmerzahl": n}
            for day in days
        ],
        "treffen": [{"datum": day, "art": "Gespräch", "thema": "Leseecke"} for day in days],
        "netzwerk": [
            {"gruppe": "Vorlesende", "institution": f"Haus {i}", "engagement": "ehrenamtlich"} for i in range(n)
        ],
        "initiativen": [
            {"datum": day, "art": "Aufruf", "gegenstand": "Förderung der Leseecken", "adressat": "Gemeinde Welt",
             "initiator": "Küstenbund"}
            for day in days
        ],
    }  # fmt: skip


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return all rows of the association, by table."""
    found: dict[str, list[dict[str, Any]]] = {
        "veranstaltungen": [row | {"projekt": "Hafenleben"} for row in HARBOUR_EVENTS],
        "treffen": [row | {"projekt": "Hafenleben"} for row in HARBOUR_MEETINGS],
        "netzwerk": [
            {"projekt": "Hafenleben", "gruppe": group, "institution": house, "engagement": how}
            for group, house, how in (
                ("Hafenrat", "Gemeinde Garding", "hauptamtlich"),
                ("Hafenrat", "", "ehrenamtlich"),
                ("Lotsen", "Stadtwerke Husum", "hauptamtlich"),
            )
        ],
        "initiativen": [row | {"projekt": "Hafenleben"} for row in HARBOUR_INITIATIVES],
        "partner": PARTNERS,
        "texte": [
            {
                "kapitel": "Vorwort",
                "text": "Moin! **{{ organisation }}** meldet sich aus {{ jahr }}.\n\n- eins\n- zwei",
            },
            {"kapitel": "Hafenleben", "abschnitt": "Netzwerk", "text": "{{ hafenleben.netzwerk.text }}"},
            {
                "kapitel": "Hafenleben",
                "abschnitt": "Dank",
                "text": "Dank an alle {{ hafenleben.netzwerk.teilnehmer }}.",
            },
            {"kapitel": "Ausblick", "text": "*{{ hafenleben.treffen.anzahl | genau }}* Treffen, mehr davon."},
        ],
    }
    for project, n in NUMBERS.items():
        for table, more in _counted(project, n).items():
            found[table] += [row | {"projekt": project} for row in more]
    # A project that had one event long ago and nothing since.
    found["veranstaltungen"].append(
        {"datum": "2021-09-01", "projekt": "Ankerplatz", "format": "Messe", "ort": "Husum", "teilnehmerzahl": 0}
    )
    return found


def association(**more: list[dict[str, Any]]) -> Tables:
    """Return the association's tables, with further rows at the end of a list."""
    found = rows()
    return tables(**{table: [*found[table], *more.get(table, [])] for table in found})


def written(given: Tables, settings: Settings = SETTINGS) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """Return the chapters of the association's report and their problems."""
    return write(given, count(given, settings, YEAR), settings, YEAR, TEMPLATES)


def as_text(chapters: tuple[Chapter, ...]) -> str:
    """Return chapters as somebody would read them aloud."""
    lines: list[str] = []
    for chapter in chapters:
        lines += [f"# {chapter.title}", ""]
        if chapter.summary:
            lines += [chapter.summary.text, ""]
        for section in chapter.sections:
            lines += [f"## {section.title}", ""] if section.title else []
            for paragraph in section.paragraphs:
                lines += [{"punkt": "- ", "nummer": "1. "}.get(paragraph.kind, "") + paragraph.text, ""]
            for table in section.tables:
                shown = (["".join(run.text for run in cell) for cell in row] for row in table.rows)
                lines += [" | ".join(["", *row])[1:] for row in (table.head, *shown)] + [""]
    return "\n".join(lines)
