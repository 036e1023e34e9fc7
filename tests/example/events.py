"""Veranstaltungen of both projects, with formats, organisers, guests and numbers as they were noted."""

from __future__ import annotations

from datetime import date

from .writing import Cell, Column, Sheet

COLUMNS = (
    Column("Datum", 12),
    Column("bis", 12),
    Column("Projekt", 13, ("Integration", "Mobilität")),
    Column(
        "Format",
        26,
        (
            "Forum", "Fachforum", "Informationsveranstaltung", "Gemeinschaftsveranstaltung", "Veranstaltung",
            "Experten-Fachgespräch", "Workshop", "Exkursion", "Messe", "Fachtagung",
        ),
    ),
    Column("Titel", 50),
    Column("Themen", 28),
    Column("Programm", 34),
    Column("Ort", 14),
    Column("Veranstalter", 46),
    Column("Zielgruppe", 28),
    Column("Mitwirkende", 40),
    Column("Teilnehmerzahl", 15),
    Column("Berichtstext", 40),
)  # fmt: skip

# Datum; bis; Format; Titel; Themen; Programm; Ort; Veranstalter; Zielgruppe; Mitwirkende; Teilnehmerzahl; Berichtstext
# In the lists, parts are set apart by „+“ here and by a semicolon in the sheet.
_INTEGRATION = """\
2015-08-27;; Informationsveranstaltung;; Arbeit;; Trier; IRT + Arbeitsagentur Trier; Betriebe;; 48;
2015-09-10;; Forum;; Sprache;; Trier; IRT + Lernende Region;;; 63;
2015-09-29;; Informationsveranstaltung;; Ausbildung;; Trier; IRT + HWK Trier; Ausbildungsbetriebe;; 55;
2015-10-15;; Forum;; Arbeit + Ausbildung;; Wittlich; IRT + IHK Trier;;; ca. 70;
2015-11-05;; Informationsveranstaltung;; Sprache;; Bitburg; IRT + Eifelkreis Bitburg-Prüm; Ehrenamtliche;; 41;
2015-11-19;; Forum;; Ausbildung + Sprache;; Trier; IRT + HWK Trier;;; 58;
2015-12-10;; Gemeinschaftsveranstaltung; Perspektiven für Flüchtlinge in der Region Trier;; Podiumsdiskussion; Trier; IRT + Lernende Region + HWK Trier + IHK Trier + Arbeitsagentur Trier;; Ministerpräsidentin Dreyer + Experten zu aktuellen Themenstellungen der Flüchtlingsarbeit; 156;
2016-04-21;; Veranstaltung;;; Berichte über gelungene Integrationsbeispiele und über Probleme bei der Aufnahme von Ausbildung und Beschäftigung; Großlittgen; IRT + Himmeroder Forum;; Unternehmer + junge Flüchtlinge; 84;
2016-06-16;; Informationsveranstaltung; Wie kommen Flüchtlinge in der Region Trier in Ausbildung und Arbeit?;; konkrete Hilfestellungen; Trier; IHK Trier + IRT; Betriebe von Handel bis Handwerk;; 72;
2016-09-22;; Workshop;; Patenschaften + Ehrenamt;; Konz; IRT + Landkreis Trier-Saarburg; Ehrenamtliche;; 34;
2016-11-24;; Experten-Fachgespräch; Wege in Ausbildung und Arbeit für unbegleitete minderjährige und junge volljährige Flüchtlinge;;; Trier; IRT + Stadt Trier;;; 46;
2017-03-30;; Fachforum;; Sprache + Mobilität;; Prüm; IRT + Eifelkreis Bitburg-Prüm + Bildungskoordinationsstelle;;; 67;
2017-05-11;; Workshop;; Ausbildung + Sprache;; Trier; IRT + BBS Gewerbe und Technik Trier; Lehrkräfte;; 28;
2017-06-22;; Veranstaltung; Wie klappt die Ausbildung von Migranten? – Unternehmer beraten Unternehmer;;; Trier; IRT + KAUSA-Servicestelle; Unternehmer;; 59;
2017-09-21;; Veranstaltung; 17 Monate später! Ist die Integration von Flüchtlingen gelungen?;;; Großlittgen; IRT + Himmeroder Forum;;; 93;
"""

_MOBILITY = """\
2016-05-12;; Workshop; Pendeln mit Plan;; Gruppenarbeit an Karten; Trier; IRT + VRT; Betriebe;; 32;
2016-07-07;; Fachtagung;; Nahverkehr + Radverkehr;; Wittlich; IRT + Planungsgemeinschaft;;; ca. 60;
2016-09-29;; Exkursion; Eine Bahnstrecke vor der Rückkehr;; Streckenbegehung; Konz; IRT + SPNV-Nord;;; 24;
2016-11-17;; Informationsveranstaltung;; Jobtickets;; Trier; IRT + VRT + VTU; Betriebe;; 38;
2017-03-16;; Workshop; Gut zur Arbeit kommen;; Gruppenarbeit an Beispielen aus Betrieben; Bitburg; IRT + Eifelkreis Bitburg-Prüm; Personalverantwortliche;; 27;
2017-05-19; 2017-05-20; Messe; Region in Bewegung;; Probefahrten und Beratung; Trier; IRT + Stadtwerke Trier + VRT + ADFC Trier;;; über 400;
2017-07-06;; Informationsveranstaltung;; Elektromobilität + Ladesäulen;; Konz; IRT + Landkreis Trier-Saarburg;;; 45;
2017-10-12;; Exkursion; Mit Bus und Bahn nach Luxemburg;; Gespräche mit Pendlern; Trier; IRT + Planungsgemeinschaft + VRT;;; 31;
2017-11-23;; Fachtagung; Was bewegt die Region 2025?;; Vorträge und Aussprache; Trier; IRT + Hochschule Trier + Planungsgemeinschaft;; Fachleute aus Verkehr und Planung; 88;
"""


def _row(line: str, project: str) -> tuple[Cell, ...]:
    parts = [part.strip().replace(" + ", "; ") for part in line.split(";")]
    first, last, *rest, people, text = parts
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    count = int(people) if people.isdigit() else people
    return (*days, project, *rest, count, text)


def sheet() -> Sheet:
    """Return the list of all events, by date, as it stands in Veranstaltungen.xlsx."""
    rows = [_row(line, "Integration") for line in _INTEGRATION.splitlines()]
    rows += [_row(line, "Mobilität") for line in _MOBILITY.splitlines()]
    return Sheet("Veranstaltungen", "Veranstaltungen der Initiative Region Trier", COLUMNS, sorted(rows, key=_day))


def _day(row: tuple[Cell, ...]) -> str:
    return str(row[0])
