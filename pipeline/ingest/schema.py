"""The tables we know, as data: their columns, which of them are needed, and the headings that offices use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .sheets import Cell

ColumnKind = Literal[
    "datum",  # a day, a span, several days
    "bis",  # the last day of a span
    "anzahl",  # a number of people
    "organisationen",  # list
    "themen",  # list
    "personen",  # list of people who appear in public
    "organisation",  # one organisation
    "projekt",
    "art",  # one of a few words
    "text",
    "absatz",  # running text, line breaks kept
    "wortlaut",  # the same, but an address in it is meant to be printed
    "jahr",
    "zahl",
    "reihenfolge",
    "person",  # somebody's name: only whether there is one is kept
    "engagement",
]


@dataclass(frozen=True)
class Column:
    """A column of a table.

    `synonyms` are in order of preference where a sheet has several of them. A `common` heading stands in many
    tables that we do not know, too, and so tells little about which table it is. Below a heading that is `singular`
    a cell of a list holds one thing, unless semicolons or line breaks part it. Headings `beside` the association name
    those who did something together with it, which goes without saying there.
    """

    name: str
    heading: str
    kind: ColumnKind
    synonyms: tuple[str, ...] = ()
    about: str = ""
    common: bool = False
    singular: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: `needs` lists the columns that must be there, as alternatives; `names` are usual names of its sheet.

    `marks` are headings that speak for this table even where they mean a column of others, too, or none.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    needs: tuple[tuple[str, ...], ...]
    names: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Return the column called `name`."""
        return next(column for column in self.columns if column.name == name)


_DATE = Column(
    "datum", "Datum", "datum",
    ("Termin", "Tag", "Wann", "Zeitpunkt", "Datum von", "von", "Beginn", "Beginn am", "Anfang", "Start", "Startdatum",
     "Zeitraum", "Datum/Zeitraum", "Termin/Datum", "Datum Uhrzeit", "Veranstaltungsdatum", "Veranstaltungstag",
     "Veranstaltungstermin", "Date"),
    "Tag der Form 14.03.2017; auch „9.–11.9.2017“, „März 2017“ oder „KW 12/2017“", common=True,
)  # fmt: skip
_UNTIL = Column(
    "bis", "bis", "bis", ("Datum bis", "Ende", "Endet am", "Enddatum", "letzter Tag", "Ende am"),
    "letzter Tag, wenn es mehrere Tage waren", common=True,
)  # fmt: skip
_PROJECT = Column(
    "projekt", "Projekt", "projekt", ("Projektname", "Arbeitsbereich", "Handlungsfeld", "Projekttitel", "Vorhaben"),
    "Name des Projekts, immer gleich geschrieben; leer: gehört zu keinem", common=True,
)  # fmt: skip
_PLACE = Column(
    "ort", "Ort", "text",
    ("Veranstaltungsort", "Tagungsort", "Wo", "Örtlichkeit", "Location", "Stadt", "Ort der Veranstaltung",
     "Sitzungsort", "Lehrgangsort", "Kursort",
     "Treffpunkt"),
    "Ort, z. B. Trier", common=True,
)  # fmt: skip
_COUNT = Column(
    "teilnehmerzahl", "Teilnehmerzahl", "anzahl",
    ("TN anwesend", "anwesend", "Anwesende", "teilgenommen", "TN teilgenommen", "Wie viele", "Wieviele",
     "Wie viele waren da", "Anzahl teilgenommen", "Teilnehmer anwesend", "Teilnehmende anwesend", "Anzahl anwesend",
     "Anzahl Anwesende", "Anzahl der Anwesenden", "Zahl der Anwesenden", "anwesende Personen", "anwesende Mitglieder",
     "anwesende Delegierte",
     "tatsächliche Teilnehmer", "Teilnehmer tatsächlich", "TN tatsächlich", "TN ist", "Teilnehmer ist",
     "Anzahl Teilnehmer", "Anzahl der Teilnehmer", "Anzahl Teilnehmende", "Anzahl der Teilnehmenden",
     "Anzahl Teilnehmerinnen und Teilnehmer", "Anzahl TN", "TN Anzahl", "TN-Zahl", "TNZahl", "Teilnehmerzahlen",
     "Teilnehmeranzahl", "Teilnehmendenzahl", "Teilnehmer", "Teilnehmende", "Teilnehmer/innen", "TeilnehmerInnen",
     "Teilnehmerinnen und Teilnehmer", "Teilnehmerinnenzahl", "Anzahl Teilnehmerinnen", "Teiln.", "Anz. Teiln.",
     "Anzahl Teiln.", "Teilnehmer gesamt", "TN gesamt", "Teilnehmende gesamt", "TN", "Delegierte",
     "Besucher", "Besucherzahl", "Besucherzahlen", "Besucheranzahl", "Anzahl Besucher", "Anzahl der Besucher",
     "Zahl der Besucher", "Besucher/innen", "Besucherinnen", "Besuchende", "Zuschauer", "Zuschauerzahl",
     "Anzahl Zuschauer", "Zuhörer", "Zuhörerzahl", "Anzahl Zuhörer", "Standbesucher", "Messebesucher",
     "Gäste", "Anzahl Gäste", "Anzahl der Gäste", "Zahl der Gäste", "Gästezahl", "Personen", "Personenzahl",
     "Personenanzahl", "Anzahl Personen", "Anzahl der Personen", "Zahl der Personen", "Pers.", "Anz. Pers.",
     "Anzahl Pers.", "Anz. TN", "Anz. Teilnehmer", "TN ca.", "Teilnehmer ca.", "Zahl der Teilnehmer",
     "Zahl der Teilnehmenden", "TN geschätzt", "erwartete Teilnehmer", "Teilnehmer erwartet", "TN angemeldet",
     "angemeldet", "Anmeldungen",
     "Anmeldezahl", "Teilnehmer angemeldet", "TN gemeldet", "Teilnehmer gemeldet", "gemeldete Teilnehmer",
     "TN geplant", "TN soll", "Anzahl"),
    "Zahl; auch „ca. 50“, „über 150“, „20–30“ oder „k. A.“",
)  # fmt: skip
_REPORT_TEXT = Column(
    "berichtstext", "Berichtstext", "absatz", ("Text für den Bericht", "Text im Bericht", "Bericht", "Berichtssatz"),
    "steht hier etwas, wird es statt des erzeugten Satzes gedruckt",
)  # fmt: skip

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "treffen", "Treffen", "Sitzungen, Gespräche, Arbeitskreise und andere Termine",
            (
                _DATE, _UNTIL, _PROJECT,
                Column("art", "Art", "art",
                       ("Art des Treffens", "Art der Sitzung", "Art des Termins", "Terminart", "Sitzungsart", "Gremium",
                        "Sitzung", "Treffen", "Besprechung", "Was", "Typ"),
                       "Art des Treffens, z. B. Arbeitskreis"),
                Column("thema", "Thema", "text",
                       ("Anlass", "Betreff", "Tagesordnung", "Inhalt", "Gegenstand der Besprechung", "Themen", "Worum",
                        "Worum ging es", "Worüber", "Besprechungsthema", "Grund"),
                       "worum es ging"),
                _PLACE,
                Column("beteiligte", "Beteiligte", "organisationen",
                       ("Beteiligte Organisationen", "Beteiligte Institutionen", "Beteiligte Partner",
                        "Teilgenommen haben",
                        "Gesprächspartner", "Partner", "mit wem", "mit", "Wer", "Wer war dabei", "dabei",
                        "Teilnehmerkreis", "Teilnehmendenkreis", "Kooperation mit", "gemeinsam mit", "zusammen mit",
                        "Institutionen", "Organisationen"),
                       "Organisationen, getrennt durch Semikolon"),
                _COUNT, _REPORT_TEXT,
            ),
            needs=(("datum",), ("art", "thema")),
            names=("Treffen", "Termine", "Sitzungen", "Besprechungen", "Gespräche", "Terminliste", "Arbeitskreise"),
        ),
        Table(
            "veranstaltungen", "Veranstaltungen", "öffentliche Veranstaltungen, Foren, Tagungen",
            (
                _DATE, _UNTIL, _PROJECT,
                Column("format", "Format", "art",
                       ("Veranstaltungsformat", "Veranstaltungsart", "Art der Veranstaltung", "Veranstaltungstyp",
                        "Veranstaltungsform", "Art/Format", "Art"),
                       "Art der Veranstaltung, z. B. Fachforum"),
                Column("titel", "Titel", "text",
                       ("Veranstaltungstitel", "Titel der Veranstaltung", "Name der Veranstaltung", "Veranstaltung",
                        "Veranstaltungsname", "Bezeichnung der Veranstaltung", "Event", "Was", "Überschrift",
                        "Kurs", "Kurstitel", "Kursname", "Seminar", "Seminartitel", "Lehrgang", "Fortbildung",
                        "Workshop", "Vortrag", "Ausstellung", "Aktion", "Maßnahme", "Angebot", "Messe", "Konzert",
                        "Auftritt", "Aufführung", "Fahrt", "Exkursion", "Ausflug", "Turnier", "Fest", "Bezeichnung",
                        "Beschreibung", "Kurzbeschreibung"),
                       "Titel ohne Anführungszeichen"),
                Column("themen", "Themen", "themen", ("Thema", "Themenfelder", "Schwerpunkte", "Inhalte", "Thematik"),
                       "Themen, getrennt durch Semikolon", singular=("Thema", "Thematik")),
                Column("programm", "Programm", "text", ("Programmpunkte", "Programmpunkt", "Ablauf", "Beitrag"),
                       "was geschah, z. B. Podiumsdiskussion"),
                _PLACE,
                Column("veranstalter", "Veranstalter", "organisationen",
                       ("Veranstalter/Partner", "Ausrichter", "Organisator", "Organisatoren", "Kooperationspartner",
                        "Partner", "Mitveranstalter", "Veranstaltende", "Veranstalterin", "Träger",
                        "Kooperation mit", "in Kooperation mit", "Kooperation", "gemeinsam mit", "zusammen mit"),
                       "Organisationen, getrennt durch Semikolon",
                       beside=("Kooperationspartner", "Partner", "Mitveranstalter", "Kooperation mit",
                               "in Kooperation mit", "Kooperation", "gemeinsam mit", "zusammen mit")),
                Column("zielgruppe", "Zielgruppe", "text", ("Zielgruppen", "Für wen", "Adressaten", "Publikum"),
                       "an wen sie sich richtete"),
                Column("mitwirkende", "Mitwirkende", "personen",
                       ("Referent", "Referenten", "Referentin", "Referent/in", "Referentinnen", "Referierende",
                        "Referent:innen",
                        "Redner", "Rednerinnen", "Vortragende", "Gäste auf dem Podium", "Sprecher", "Podium",
                        "Dozent", "Dozenten", "Dozent/in", "Leitung", "Moderation",
                        "Künstler", "Künstlerin", "Künstler/in", "Künstlerinnen", "Künstler:innen", "Interpreten",
                        "Ausführende", "Autor", "Autorin", "Autor/in", "Gastredner", "Kursleitung"),
                       "wer auf der Bühne stand, getrennt durch Semikolon"),
                _COUNT, _REPORT_TEXT,
            ),
            needs=(("datum",), ("format", "titel", "themen")),
            names=("Veranstaltungen", "Veranstaltung", "Events", "Veranstaltungsliste", "Veranstaltungskalender"),
            marks=("Besucher", "Besucherzahl", "Besucherzahlen", "Anzahl Besucher", "Besucherinnen", "Besuchende",
                   "Gäste", "Anzahl Gäste", "Gästezahl", "Publikum", "Zuschauer", "Zuhörer", "Eintritt",
                   "Eintrittspreis"),
        ),
        Table(
            "netzwerk", "Netzwerk", "wer im Netzwerk mitmacht, eine Zeile je Institution oder Person",
            (
                _PROJECT,
                Column("gruppe", "Gruppe", "art", ("Gruppierung", "Forum", "Verteiler", "Netzwerkgruppe",
                       "Arbeitsgruppe"),
                       "zu welcher Gruppe des Netzwerks"),
                Column("institution", "Institution", "organisation",
                       ("Einrichtung", "Organisation", "Firma", "Firma/Institution", "Institution/Firma", "Verein",
                        "Institution/Organisation", "Name der Institution"),
                       "Name der Institution; leer bei Einzelpersonen", common=True),
                Column("person", "Person", "person",
                       ("Name", "Nachname", "Name, Vorname", "Vorname", "Teilnehmer", "Ansprechpartner",
                        "Ansprechpartnerin", "Ansprechperson", "Kontaktperson", "Kontakt"),
                       "Name der Person; wird gezählt, nie gedruckt", common=True),
                Column("engagement", "haupt-/ehrenamtlich", "engagement",
                       ("Haupt-/Ehrenamt", "Hauptamt/Ehrenamt", "Engagement", "Ehrenamt", "hauptamtlich/ehrenamtlich",
                        "haupt- oder ehrenamtlich", "Haupt- oder Ehrenamt", "HA/EA", "Amt", "ehrenamtlich",
                        "hauptamtlich", "Hauptamt"),
                       "hauptamtlich oder ehrenamtlich"),
            ),
            needs=(("gruppe",), ("institution", "person")),
            names=("Netzwerk", "Netzwerkliste", "Netzwerkpartner", "Verteiler"),
        ),
        Table(
            "initiativen", "Initiativen", "Vereinbarungen, Schreiben, Resolutionen",
            (
                _DATE, _UNTIL, _PROJECT,
                Column("art", "Art", "art", ("Art der Initiative", "Typ", "Dokument"),
                       "z. B. Vereinbarung oder Schreiben"),
                Column("beteiligte", "Beteiligte", "organisationen",
                       ("Beteiligte Organisationen", "Unterzeichner", "Unterzeichnende", "Vertragspartner", "Partner",
                        "zwischen"),
                       "Organisationen, getrennt durch Semikolon"),
                Column("adressat", "Adressat", "organisation", ("Empfänger", "An", "gerichtet an", "Adressatin",
                       "Adressaten"),
                       "an wen es ging"),
                Column("gegenstand", "Gegenstand", "text", ("Inhalt", "Betreff", "Thema", "Anliegen", "Forderung"),
                       "worum es ging"),
                Column("initiator", "Initiator", "organisation",
                       ("Initiatorin", "Initiiert von", "Initiative von", "Auf Initiative von", "Absender",
                        "Verfasser"),
                       "von wem es ausging"),
            ),
            needs=(("datum",), ("art",)),
            names=("Initiativen", "Initiative", "Politische Initiativen", "Schreiben", "Vereinbarungen"),
        ),
        Table(
            "partner", "Partner", "Organisationen und wie der Bericht sie nennt",
            (
                Column("name", "Name", "organisation",
                       ("Partner", "Organisation", "Name der Organisation", "Partnername", "Institution",
                        "Partnerorganisation"),
                       "voller Name", common=True),
                Column("kurzform", "Kurzform", "text", ("Kürzel", "Abkürzung", "Kurzname", "Kurzbezeichnung", "kurz"),
                       "wie der Bericht sie nennt, z. B. IHK Trier"),
                Column("artikel", "Artikel", "text", ("Geschlecht", "der/die/das"), "der, die, das oder Plural"),
                Column("dativ", "Dativ", "text", ("Wem-Form", "mit wem", "Dativform"),
                       "mit … „der Stadt Trier“, „den Landkreisen“"),
                Column("gehoert_zu", "gehört zu", "organisation",
                       ("Dachorganisation", "angesiedelt bei", "Träger", "zugehörig zu", "Teil von"),
                       "Organisation, bei der sie angesiedelt ist"),
                Column("art", "Art", "art", ("Art der Organisation", "Typ", "Kategorie", "Partnerart",
                       "Art des Partners"),
                       "z. B. Kammer, Behörde, Verein", common=True),
            ),
            needs=(("name",),),
            names=("Partner", "Organisationen", "Partnerliste", "Kooperationspartner", "Partnerorganisationen"),
        ),
        Table(
            "werte", "Werte", "Zahlen, die in keiner Liste stehen, z. B. Mitglieder oder Haushalt",
            (
                Column("bezeichnung", "Bezeichnung", "text", ("Kennzahl", "Größe", "Kenngröße", "Was", "Merkmal"),
                       "was die Zahl ist, z. B. Mitglieder", common=True),
                Column("jahr", "Jahr", "jahr", ("Berichtsjahr", "Kalenderjahr"), "vierstellig", common=True),
                Column("wert", "Wert", "zahl", ("Zahl", "Betrag", "Anzahl", "Zahlenwert"), "die Zahl ohne Einheit"),
                Column("einheit", "Einheit", "text", ("Maßeinheit",), "z. B. Euro"),
                _PROJECT,
            ),
            needs=(("bezeichnung",), ("jahr",), ("wert",)),
            names=("Werte", "Kennzahlen", "Zahlen", "Eckdaten"),
        ),
        Table(
            "texte", "Texte", "was keine Zeile sagen kann: Vorwort, Ausblick, Einleitungen",
            (
                Column("kapitel", "Kapitel", "text", (), "Vorwort, Ausblick oder der Name eines Projekts"),
                Column("abschnitt", "Abschnitt", "text", ("Unterkapitel", "Überschrift", "Stelle"), "wohin im Kapitel"),
                Column("reihenfolge", "Reihenfolge", "reihenfolge", ("Nr.", "Nummer", "Position", "Lfd. Nr."),
                       "1, 2, 3 …"),
                Column("text", "Text", "wortlaut", ("Berichtstext", "Textbaustein", "Wortlaut"),
                       "der Text, auch mehrere Absätze"),
            ),
            needs=(("kapitel",), ("text",)),
            names=("Texte", "Textbausteine", "Berichtstexte"),
        ),
    )
}  # fmt: skip

# The first words of the sheet that explains a blank workbook; the reader passes over it.
EXPLANATION = "So füllen Sie diese Tabelle aus"

# The example row of each blank workbook. The reader counts no row that still says it is to be overwritten, and names
# what else of it somebody left standing.
OVERWRITE = "Beispiel: bitte überschreiben"
EXAMPLES: Mapping[str, Mapping[str, Cell]] = {
    "treffen": {
        "datum": date(2020, 1, 31), "projekt": "Beispielprojekt", "art": "Arbeitskreis",
        "thema": OVERWRITE, "ort": "Musterstadt",
        "beteiligte": "Stadt Musterstadt; Verein Beispiel", "teilnehmerzahl": "ca. 12",
    },
    "veranstaltungen": {
        "datum": date(2020, 1, 31), "projekt": "Beispielprojekt", "format": "Fachforum",
        "titel": OVERWRITE, "themen": "Sprache; Ausbildung", "programm": "Podiumsdiskussion",
        "ort": "Musterstadt", "veranstalter": "Verein Beispiel; Stadt Musterstadt", "zielgruppe": "Betriebe",
        "mitwirkende": "Bürgermeisterin Muster", "teilnehmerzahl": "über 100",
    },
    "netzwerk": {
        "projekt": "Beispielprojekt", "gruppe": "Runder Tisch", "institution": OVERWRITE,
        "engagement": "ehrenamtlich",
    },
    "initiativen": {
        "datum": date(2020, 1, 31), "projekt": "Beispielprojekt", "art": "Schreiben", "beteiligte": "Verein Beispiel",
        "adressat": "Landesregierung", "gegenstand": OVERWRITE, "initiator": "Vorstand",
    },
    "partner": {
        "name": OVERWRITE, "kurzform": "VHS Musterstadt", "artikel": "die",
        "dativ": "der Volkshochschule Musterstadt", "gehoert_zu": "Stadt Musterstadt", "art": "Bildungseinrichtung",
    },
    "werte": {"bezeichnung": OVERWRITE, "jahr": 2020, "wert": 128, "einheit": "Mitglieder"},
    "texte": {"kapitel": "Vorwort", "reihenfolge": 1, "text": OVERWRITE},
}  # fmt: skip
