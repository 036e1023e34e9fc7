"""Treffen: what a project manager would have noted, month by month, and the workdays it is put on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .workdays import spread
from .writing import Cell, Column, Sheet

KINDS = {
    "T": "Treffen",
    "K": "Koordinierungstreffen",
    "G": "Gespräch",
    "A": "Austausch",
    "AK": "Arbeitskreisteilnahme",
    "V": "Veranstaltungsteilnahme",
}

Rows = list[tuple[Cell, ...]]


def dated(diary: str) -> Iterator[tuple[date, str, str, str, str, int | None]]:
    """Yield day, kind, subject, place, participants and their number of every line of a diary.

    A line ``2016-03`` opens a month; the lines under it are spread over its workdays in order, except for those that
    begin with a day of their own (``12: K | …``).
    """
    months: dict[tuple[int, int], list[list[str]]] = {}
    for line in filter(None, map(str.strip, diary.splitlines())):
        if "|" in line:
            months[month].append([part.strip() for part in line.split("|")])
        else:
            month = (int(line[:4]), int(line[5:]))
            months[month] = []
    for (year, number), lines in months.items():
        fixed = {place: int(line[0].split(":")[0]) for place, line in enumerate(lines) if ":" in line[0]}
        taken = frozenset(date(year, number, day) for day in fixed.values())
        free = iter(spread(year, number, len(lines) - len(fixed), taken))
        for place, line in sorted(enumerate(lines), key=lambda item: item[0]):
            kind, subject, where, who, *people = [*line, ""][:5] if len(line) < 5 else line
            day = date(year, number, fixed[place]) if place in fixed else next(free)
            count = int(people[0]) if people and people[0] else None
            yield day, KINDS[kind.split(":")[-1].strip()], subject, where, who, count


def by_year(diary: str, project: str) -> dict[int, Rows]:
    """Return the rows of one project by year, sorted by day."""
    years: dict[int, Rows] = {}
    for day, kind, subject, where, who, count in sorted(dated(diary), key=lambda row: row[0]):
        years.setdefault(day.year, []).append((day, kind, subject, where, who, count, project))
    return years


def columns(subject: str = "Thema", people: str = "Teilnehmer", day: str = "Datum") -> tuple[Column, ...]:
    """Return the columns of a sheet of meetings, under the headings that this office uses."""
    return (
        Column(day, 12),
        Column("Art", 25, tuple(KINDS.values())),
        Column(subject, 58),
        Column("Ort", 20),
        Column("Beteiligte", 52),
        Column(people, 12),
        Column("Projekt", 13, ("Integration", "Mobilität")),
    )


def integration() -> list[Sheet]:
    """Return one sheet a year, as they stand in Treffen_Integration.xlsx."""
    return [
        Sheet(str(year), f"Integrationsprojekt: Treffen und Gespräche {year}", columns(), rows)
        for year, rows in by_year(INTEGRATION, "Integration").items()
    ]


def mobility() -> list[Sheet]:
    """Return the one sheet of the second project, with headings of its own, as it stands in Mobilitaet.xlsx."""
    rows = [row for year in by_year(MOBILITY, "Mobilität").values() for row in year]
    return [Sheet("Treffen", "Arbeitsgruppe Mobilität: Treffen", columns("Anlass", "Anzahl TN", "Beginn"), rows)]


INTEGRATION = """
2015-07
2: T | Auftakt des Integrationsprojekts | IHK Trier | IHK Trier; HWK Trier; Lernende Region; Arbeitsagentur Trier | 14
G | Unterstützungsbedarf der Kommunen | Trier | Stadt Trier
G | Zugang von Asylbewerbern zu Sprachkursen | Trier | BAMF; VHS Trier
AK | Arbeitskreis Ausbildung und Arbeit: Bestandsaufnahme | HWK Trier | HWK Trier; IHK Trier; Arbeitsagentur Trier
T | Abstimmung der Angebote mit der Ökumenischen Flüchtlingshilfe | Trier | Ökumenische Flüchtlingshilfe
2015-08
G | Einstiegsqualifizierung für Flüchtlinge | Trier | Arbeitsagentur Trier
T | Vorbereitung der Forenreihe | IHK Trier | IHK Trier; Lernende Region
V | Sommerempfang des Migrationsbeirats | Trier | Migrationsbeirat
2015-09
T | Planung des Forums Sprache | Trier | Lernende Region; VHS Trier
G | Erfassung beruflicher Kompetenzen in der Aufnahmeeinrichtung | Trier | ADD; Arbeitsagentur Trier
AK | Arbeitskreis Sprache: Übersicht über Kurse und Träger | Trier | VHS Trier; Caritas; BAMF
T | Patenschaften zwischen Betrieben und Flüchtlingen | Wittlich | Landkreis Bernkastel-Wittlich; Caritas
V | Tag der Integration in der Volkshochschule | Trier | VHS Trier
G | Anerkennung ausländischer Berufsabschlüsse | HWK Trier | HWK Trier
2015-10
T | Nachlese der ersten Foren | IHK Trier | IHK Trier; HWK Trier; Lernende Region
AK | Arbeitskreis Ausbildung und Arbeit: Praktika in Betrieben | IHK Trier | IHK Trier; HWK Trier; Arbeitsagentur Trier; Kreishandwerkerschaft
G | Situation unbegleiteter minderjähriger Flüchtlinge | Trier | Stadt Trier; Caritas
T | Ehrenamtliche Sprachpaten im Eifelkreis | Bitburg | Eifelkreis Bitburg-Prüm
V | Fachtagung zur Integration durch Bildung | Trier | Universität Trier
G | Rechtliche Fragen der Beschäftigung von Asylbewerbern | Trier | ADD
2015-11
T | Vorbereitung der Gemeinschaftsveranstaltung im Dezember | IHK Trier | IHK Trier; HWK Trier; Lernende Region; Arbeitsagentur Trier
AK | Arbeitskreis Sprache: Berufsbezogene Deutschförderung | Trier | BAMF; VHS Trier; Arbeitsagentur Trier
G | Beschulung junger Flüchtlinge über 18 Jahre | Trier | BBS Gewerbe und Technik Trier
T | Einsatz des Arbeitsmarktmonitors als gemeinsame Plattform | Arbeitsagentur Trier | Arbeitsagentur Trier
AK | Runder Tisch Ehrenamt: Aufgaben und Grenzen | Konz | Landkreis Trier-Saarburg; Diakonie; DRK
G | Wünsche der Betriebe an die Berufsvorbereitung | Trier | VTU
2015-12
T | Letzte Absprachen zur Podiumsdiskussion | IHK Trier | IHK Trier; HWK Trier; Lernende Region; Arbeitsagentur Trier
G | Eckpunkte einer regionalen Vereinbarung | Trier | Stadt Trier; IHK Trier; HWK Trier
T | Jahresrückblick und Planung 2016 | HWK Trier | HWK Trier; IHK Trier
V | Adventsbegegnung der Ökumenischen Flüchtlingshilfe | Trier | Ökumenische Flüchtlingshilfe
2016-01
K | Arbeitsplan der Integrationsakteure für das Jahr 2016 | IHK Trier | Kammern; ADD; Arbeitsagentur Trier; BAMF; Stadt Trier | 19
G | Entwurf der regionalen Vereinbarung | Trier | Stadt Trier; Landkreis Trier-Saarburg
T | Auswertung der Podiumsdiskussion vom Dezember | IHK Trier | IHK Trier; Lernende Region
AK | Arbeitskreis Ausbildung und Arbeit: Einstiegsqualifizierung | HWK Trier | HWK Trier; IHK Trier; Arbeitsagentur Trier
G | Beschäftigung in Handel und Gastronomie | Trier | Einzelhandelsverband
2016-02
T | Vorbereitung der Veranstaltung mit dem Himmeroder Forum | Großlittgen | Himmeroder Forum
G | Beitritt der Landkreise zur Vereinbarung | Daun | Landkreis Vulkaneifel
AK | Arbeitskreis Sprache: Kursangebote auf dem Land | Bitburg | Eifelkreis Bitburg-Prüm; Bildungskoordinationsstelle
T | Lotsen für Ausbildungsbetriebe | HWK Trier | HWK Trier; KAUSA-Servicestelle
V | Informationsabend für Vermieter | Trier | Stadt Trier
2016-03
G | Beitritt der Landkreise zur Vereinbarung | Wittlich | Landkreis Bernkastel-Wittlich
T | Ablauf der Veranstaltung mit dem Himmeroder Forum | Großlittgen | Himmeroder Forum
AK | Arbeitskreis Ausbildung und Arbeit: Erfahrungen der Betriebe | IHK Trier | IHK Trier; HWK Trier; VTU
A | Förderung von Sprachkursen außerhalb der Integrationskurse | Trier | BAMF; VHS Trier
T | Frauen und Ausbildung | Trier | Caritas; Jobcenter Trier
V | Ausbildungsmesse der Kammern | Trier | Kammern
2016-04
T | Abschluss der Vorbereitungen mit dem Himmeroder Forum | Großlittgen | Himmeroder Forum
G | Wohnsitzauflage und Ausbildungsplatz | Trier | ADD
AK | Runder Tisch Ehrenamt: Begleitung beim Einstieg in den Beruf | Saarburg | Landkreis Trier-Saarburg; DRK; Diakonie
T | Betriebsbesuche mit jungen Flüchtlingen | Wittlich | Landkreis Bernkastel-Wittlich; Kreishandwerkerschaft
G | Idee einer Klasse für über 18-Jährige | Trier | BBS Gewerbe und Technik Trier; ADD
AK | Arbeitskreis Sprache: Einstufung und Übergänge | Trier | VHS Trier; BAMF; Caritas
V | Frühjahrstagung der Bildungskoordinatoren | Bitburg | Bildungskoordinationsstelle
2016-05
T | Nachlese mit dem Himmeroder Forum | Großlittgen | Himmeroder Forum
G | Einstieg über Praktika im Handwerk | HWK Trier | HWK Trier; KAUSA-Servicestelle
T | Vorbereitung der Informationsveranstaltung für Betriebe | IHK Trier | IHK Trier
AK | Arbeitskreis Ausbildung und Arbeit: Bleiberecht in der Ausbildung | HWK Trier | HWK Trier; IHK Trier; ADD
A | Zusammenarbeit der Jobcenter mit den Kammern | Trier | Jobcenter Trier; Jobcenter Trier-Saarburg; Kammern
2016-06
T | Merkblatt für Betriebe | IHK Trier | IHK Trier; HWK Trier; Arbeitsagentur Trier
G | Unterzeichnung der Vereinbarung | Trier | Stadt Trier; IHK Trier; HWK Trier
AK | Runder Tisch Ehrenamt: Fahrdienste und Wege zur Schule | Daun | Landkreis Vulkaneifel; DRK
T | Auswertung der Fragen aus den Betrieben | IHK Trier | IHK Trier
V | Sommerfest der Ökumenischen Flüchtlingshilfe | Trier | Ökumenische Flüchtlingshilfe
G | Studium für Geflüchtete mit Fachkenntnissen | Trier | Universität Trier; Hochschule Trier
AK | Arbeitskreis Sprache: Prüfungen und Wartezeiten | Trier | BAMF; VHS Trier
2016-07
T | Konzept der Pilotklassen 18+ | Trier | BBS Gewerbe und Technik Trier; ADD; Wirtschaftskammern
G | Unterstützung der Pilotklassen durch Betriebe | Trier | VTU; Kreishandwerkerschaft
AK | Arbeitskreis Ausbildung und Arbeit: Bewerbungsjahr 2016 | IHK Trier | IHK Trier; HWK Trier; Arbeitsagentur Trier
V | Tag der offenen Tür im BAMF | Trier | BAMF
2016-08
T | Start der Pilotklassen 18+ | Trier | BBS Gewerbe und Technik Trier
G | Ferienpraktika und Sprachpraxis | Trier | Caritas
2016-09
T | Vorbereitung des Experten-Fachgesprächs | Trier | Stadt Trier
G | Übergang von der Jugendhilfe in die Ausbildung | Trier | Stadt Trier; Caritas
AK | Arbeitskreis Ausbildung und Arbeit: Erste Wochen in der Berufsschule | Trier | BBS Gewerbe und Technik Trier; HWK Trier; IHK Trier
T | Gemeinsame Pflege des Arbeitsmarktmonitors | Arbeitsagentur Trier | Arbeitsagentur Trier; Lernende Region
V | Interkulturelle Woche: Eröffnung | Trier | Migrationsbeirat; Stadt Trier
AK | Runder Tisch Ehrenamt: Patenschaften nach dem ersten Jahr | Konz | Landkreis Trier-Saarburg; Diakonie
G | Ausbildungsbegleitende Hilfen | Trier | Arbeitsagentur Trier
2016-10
T | Programm des Experten-Fachgesprächs | Trier | Stadt Trier; Caritas
A | Erfahrungen mit der Vereinbarung | Bitburg | Eifelkreis Bitburg-Prüm; Landkreis Vulkaneifel; Landkreis Bernkastel-Wittlich; Landkreis Trier-Saarburg
AK | Arbeitskreis Sprache: Deutsch am Arbeitsplatz | HWK Trier | HWK Trier; VHS Trier
T | Teilnahme junger Frauen an den Pilotklassen 18+ | Trier | BBS Gewerbe und Technik Trier
V | Fachtag Migration und Gesundheit | Trier | DRK
2016-11
T | Letzte Abstimmung zum Experten-Fachgespräch | Trier | Stadt Trier
G | Wege volljähriger Flüchtlinge in die Ausbildung | Trier | Stadt Trier; Jobcenter Trier
AK | Arbeitskreis Ausbildung und Arbeit: Teilqualifikationen | HWK Trier | HWK Trier; IHK Trier; Arbeitsagentur Trier
T | Austausch der Lotsen und Paten | Wittlich | Landkreis Bernkastel-Wittlich; Caritas
G | Anerkennung von Berufserfahrung im Handwerk | HWK Trier | HWK Trier; KAUSA-Servicestelle
V | Unternehmerabend zur Fachkräftesicherung | Trier | VTU
T | Zwischenstand der Pilotklassen 18+ | Trier | BBS Gewerbe und Technik Trier; Wirtschaftskammern
2016-12
T | Planung des Fachforums im Eifelkreis | Prüm | Eifelkreis Bitburg-Prüm; Bildungskoordinationsstelle
G | Jahresbilanz der Flüchtlingshilfe | Trier | Ökumenische Flüchtlingshilfe; Caritas; Diakonie
AK | Runder Tisch Ehrenamt: Rückblick und Dank | Trier | Stadt Trier; Ökumenische Flüchtlingshilfe
T | Arbeitsplan 2017 | IHK Trier | IHK Trier; HWK Trier
2017-01
19: K | Flüchtlingsarbeit | IHK Trier | Kammern; ADD; Arbeitsagentur Trier; BAMF; Kreishandwerkerschaft; Caritas; DRK; Stadt Trier | 22
G | Sprachförderung in den Pilotklassen 18+ | Trier | BBS Gewerbe und Technik Trier
T | Planung der Umfrage unter den Integrationsakteuren | IHK Trier | IHK Trier; HWK Trier; Lernende Region
AK | Arbeitskreis Ausbildung und Arbeit: Ausbildungsjahr 2017 | IHK Trier | IHK Trier; HWK Trier; Arbeitsagentur Trier
V | Neujahrsempfang des Migrationsbeirats | Trier | Migrationsbeirat
2017-02
9: A | Projektfortschritt und nächste Schritte hinsichtlich der Pilotklassen 18+ in der Region Trier | Trier | ADD; Wirtschaftskammern; BBS Gewerbe und Technik Trier
T | Programm des Fachforums in Prüm | Prüm | Eifelkreis Bitburg-Prüm; Bildungskoordinationsstelle; BBS Prüm
G | Unternehmerberatung durch die KAUSA-Servicestelle | HWK Trier | KAUSA-Servicestelle
T | Beratung der Betriebe zur Ausbildungsduldung | HWK Trier | HWK Trier; IHK Trier
AK | Arbeitskreis Sprache: Vorschaltkurse | Trier | VHS Trier; BAMF
T | Suche nach Praktikumsplätzen | Trier | BBS Gewerbe und Technik Trier; Kreishandwerkerschaft
2017-03
T | Abschluss der Vorbereitungen für das Fachforum in Prüm | Prüm | Eifelkreis Bitburg-Prüm; Bildungskoordinationsstelle
G | Busverbindungen zu Berufsschulen und Sprachkursen | Bitburg | Eifelkreis Bitburg-Prüm; VRT
AK | Runder Tisch Ehrenamt: Wünsche an die Hauptamtlichen | Saarburg | Landkreis Trier-Saarburg; DRK
T | Abstimmung mit den Jobcentern | Trier | Jobcenter Trier; Jobcenter Trier-Saarburg
G | Fortbestand der Pilotklassen 18+ | Trier | ADD
V | Ausbildungsmesse der Kammern | Trier | Kammern
2017-04
T | Nachlese zum Fachforum in Prüm | Prüm | Eifelkreis Bitburg-Prüm; Bildungskoordinationsstelle
G | Gewinnung von Unternehmern als Berater | HWK Trier | KAUSA-Servicestelle; VTU
AK | Arbeitskreis Ausbildung und Arbeit: Ausbildung in der Pflege | Trier | DRK; Caritas; Arbeitsagentur Trier
T | Fragebogen der Umfrage | Trier | Universität Trier
2017-05
T | Vorbereitung der Veranstaltung für Unternehmer | HWK Trier | HWK Trier; KAUSA-Servicestelle
G | Ausbildungsplätze für Absolventen der Pilotklassen 18+ | Trier | Kreishandwerkerschaft
AK | Arbeitskreis Sprache: Fachsprache in der Berufsschule | Trier | BBS Gewerbe und Technik Trier; VHS Trier
V | Woche der Ausbildung: Eröffnung | Trier | Arbeitsagentur Trier
G | Zusammenarbeit mit den Gewerkschaften | Trier | DGB
2017-06
T | Letzte Absprachen zur Veranstaltung für Unternehmer | HWK Trier | HWK Trier; KAUSA-Servicestelle
G | Abschlussveranstaltung der Reihe | Großlittgen | Himmeroder Forum
AK | Runder Tisch Ehrenamt: Begleitung in den Beruf | Wittlich | Landkreis Bernkastel-Wittlich; Caritas
V | Sommerfest der Kulturen | Trier | Migrationsbeirat
T | Verabschiedung der ersten Pilotklasse 18+ | Trier | BBS Gewerbe und Technik Trier; ADD; Wirtschaftskammern
2017-07
G | Ergebnisse der Unternehmerberatung | HWK Trier | KAUSA-Servicestelle
T | Verteiler der Umfrage | Trier | Lernende Region; Ökumenische Flüchtlingshilfe
AK | Arbeitskreis Ausbildung und Arbeit: Bewerbungsjahr 2017 | IHK Trier | IHK Trier; HWK Trier; Arbeitsagentur Trier
G | Wohnraum für Auszubildende | Trier | Stadt Trier
2017-08
T | Programm der Abschlussveranstaltung | Großlittgen | Himmeroder Forum
G | Start der zweiten Pilotklasse 18+ | Trier | BBS Gewerbe und Technik Trier
2017-09
T | Ablauf der Abschlussveranstaltung | Großlittgen | Himmeroder Forum
G | Fortführung des Netzwerks | Trier | Lernende Region; Arbeitsagentur Trier
AK | Arbeitskreis Sprache: Bilanz der Kursträger | Trier | VHS Trier; BAMF; Caritas
T | Versand der Umfrage | Trier | Lernende Region
V | Interkulturelle Woche: Eröffnung | Trier | Migrationsbeirat; Stadt Trier
AK | Arbeitskreis Ausbildung und Arbeit: Übernahme nach der Ausbildung | HWK Trier | HWK Trier; IHK Trier; Arbeitsagentur Trier
2017-10
T | Nachlese zur Abschlussveranstaltung | Großlittgen | Himmeroder Forum
AK | Runder Tisch Ehrenamt: Ausblick auf das Jahr 2018 | Trier | Stadt Trier; Ökumenische Flüchtlingshilfe; DRK
G | Erste Rückläufe der Umfrage | Trier | Universität Trier
24: T | Ergebnissicherung des Projekts | IHK Trier | IHK Trier; HWK Trier; Lernende Region; Arbeitsagentur Trier | 11
"""

MOBILITY = """
2016-02
T | Auftakt der Arbeitsgruppe Mobilität | IHK Trier | IHK Trier; VRT; Planungsgemeinschaft | 16
G | Pendlerströme nach Luxemburg | Trier | Planungsgemeinschaft
2016-03
AK | Arbeitskreis Nahverkehr: Stand des Regionaltaktes | Trier | VRT; SPNV-Nord
2016-04
G | Parkplätze an den Anschlussstellen | Trier | LBM Trier
T | Vorbereitung des Workshops zum Pendeln | Trier | VRT; Planungsgemeinschaft
2016-06
AK | Arbeitskreis Radverkehr: Lücken im Netz | Trier | ADFC Trier; Stadt Trier
V | Verkehrskonferenz der Großregion | Trier | Planungsgemeinschaft
2016-07
G | Jobtickets für Betriebe | Trier | VRT; VTU
2016-09
T | Vorbereitung der Exkursion an die Bahnstrecke | Trier | SPNV-Nord
AK | Arbeitskreis Nahverkehr: Anschlüsse am Abend | Trier | VRT; SPNV-Nord
G | Fahrgemeinschaften in Gewerbegebieten | Wittlich | Landkreis Bernkastel-Wittlich
2016-11
T | Auswertung des ersten Projektjahres | IHK Trier | IHK Trier; VRT
V | Fachtagung zur Elektromobilität | Trier | Hochschule Trier
2016-12
G | Wege zur Berufsschule | Bitburg | Eifelkreis Bitburg-Prüm; VRT
2017-01
T | Arbeitsplan 2017 | IHK Trier | IHK Trier; VRT; Planungsgemeinschaft | 12
AK | Arbeitskreis Radverkehr: Stellplätze am Bahnhof | Trier | ADFC Trier; Stadt Trier
2017-02
G | Schnellbus zwischen Bitburg und Trier | Bitburg | Eifelkreis Bitburg-Prüm; VRT
T | Vorbereitung der Mobilitätsmesse | Trier | Stadtwerke Trier; VRT
2017-03
G | Betriebliches Mobilitätsmanagement | Trier | VTU; Hochschule Trier
AK | Arbeitskreis Nahverkehr: Neue Haltepunkte | Trier | SPNV-Nord; Stadt Trier
T | Ausstellerliste der Mobilitätsmesse | Trier | Stadtwerke Trier; VRT; ADFC Trier
2017-05
T | Letzte Absprachen zur Mobilitätsmesse | Trier | Stadtwerke Trier; VRT
G | Ladesäulen in den Verbandsgemeinden | Konz | Landkreis Trier-Saarburg
AK | Arbeitskreis Radverkehr: Pendlerradweg | Trier | ADFC Trier; LBM Trier
2017-06
V | Tag des Fahrrads | Trier | ADFC Trier
T | Auswertung der Mobilitätsmesse | Trier | Stadtwerke Trier; VRT
2017-07
G | Bürgerbusse in der Vulkaneifel | Daun | Landkreis Vulkaneifel
2017-09
AK | Arbeitskreis Nahverkehr: Fahrplanwechsel | Trier | VRT; SPNV-Nord
T | Vorbereitung der Exkursion nach Luxemburg | Trier | Planungsgemeinschaft; VRT
G | Ergebnisse der Pendlerzählung | Trier | Universität Trier; Planungsgemeinschaft
2017-10
V | Europäische Konferenz der Grenzregionen | Trier | Planungsgemeinschaft
G | Jobtickets für Auszubildende | Trier | VRT; Kammern
2017-11
T | Nachlese zur Exkursion nach Luxemburg | Trier | Planungsgemeinschaft
AK | Arbeitskreis Radverkehr: Winterdienst auf Radwegen | Trier | ADFC Trier; Stadt Trier
2017-12
K | Schwerpunkte für das Jahr 2018 | IHK Trier | IHK Trier; VRT; SPNV-Nord; Planungsgemeinschaft | 15
"""
