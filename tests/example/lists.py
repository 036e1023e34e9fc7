"""The lists of the office apart from meetings and survey: events, network, initiatives, partners, texts, figures."""

from __future__ import annotations

from tests.example import data
from tests.example.sheet import Cell, Column, Sheet

PROJECTS = ("Integration", "Mobilität")
_FORMATS = (
    "Forum", "Fachforum", "Informationsveranstaltung", "Gemeinschaftsveranstaltung", "Veranstaltung",
    "Experten-Fachgespräch", "Workshop", "Exkursion", "Messe", "Fachtagung",
)  # fmt: skip


def events() -> list[Sheet]:
    """Return the events of all years and projects by date."""
    columns = (
        Column("Datum", 12),
        Column("bis", 12),
        Column("Projekt", 13, PROJECTS),
        Column("Format", 27, _FORMATS),
        Column("Titel", 50),
        Column("Themen", 28),
        Column("Programm", 36),
        Column("Ort", 14),
        Column("Veranstalter", 46),
        Column("Zielgruppe", 28),
        Column("Mitwirkende", 40),
        Column("Teilnehmerzahl", 15),
        Column("Berichtstext", 50),
    )
    rows = _by_date(data.records("veranstaltungen.txt"), columns)
    return [Sheet("Veranstaltungen", "Veranstaltungen der Initiative Region Trier", columns, rows)]


def initiatives() -> list[Sheet]:
    """Return the agreements, letters and resolutions by date."""
    columns = (
        Column("Datum", 12),
        Column("Projekt", 13, PROJECTS),
        Column("Art", 18, ("Vereinbarung", "Schreiben", "Resolution", "Stellungnahme")),
        Column("Gegenstand", 62),
        Column("Adressat", 24),
        Column("Beteiligte", 70),
        Column("Initiator", 20),
    )
    rows = _by_date(data.records("initiativen.txt"), columns)
    return [Sheet("Initiativen", "Politische Initiativen", columns, rows)]


def network() -> list[Sheet]:
    """Return one sheet a project, one row a person on its lists; people without an institution stay unnamed."""
    columns = (
        Column("Nr.", 6),
        Column("Projekt", 13),
        Column("Gruppe", 34),
        Column("Institution", 52),
        Column("Person", 14),
        Column("haupt-/ehrenamtlich", 20),
    )
    people: dict[str, list[tuple[Cell, ...]]] = {}
    for line in data.table("netzwerk.csv"):
        project = people.setdefault(line["Projekt"], [])
        for work in ("hauptamtlich", "ehrenamtlich"):
            for _ in range(int(line[work])):
                name = line["Institution"]
                who = (name, None) if name != "Privatperson" else (None, name)
                project.append((len(project) + 1, line["Projekt"], line["Gruppe"], *who, work))
    return [Sheet(name, f"Verteiler des Projekts {name}", columns, rows) for name, rows in people.items()]


def partners() -> Sheet:
    """Return the organisations: how they are called and what they belong to."""
    lines = data.table("partner.csv")
    columns = tuple(Column(heading) for heading in lines[0])
    return Sheet("Partner", "", columns, [tuple(line.values()) for line in lines])


def texts_and_figures() -> list[Sheet]:
    """Return what no list can say, one row a text, and the figures that no list holds."""
    texts: list[tuple[Cell, ...]] = []
    for heading, text in data.paragraphs("texte.md"):
        chapter, _, section = heading.partition(" / ")
        order = 1 + sum(row[:2] == (chapter, section) for row in texts)
        texts.append((chapter, section, order, text))
    columns = (Column("Kapitel", 16), Column("Abschnitt", 16), Column("Reihenfolge", 12), Column("Text", 100))
    lines = data.table("werte.csv")
    headings = tuple(Column(heading, 26 if heading == "Bezeichnung" else 14) for heading in lines[0])
    figures = [tuple(data.cell(heading, typed) for heading, typed in line.items()) for line in lines]
    return [
        Sheet("Texte", "Texte für den Tätigkeitsbericht", columns, texts),
        Sheet("Werte", "Kennzahlen, die in keiner Liste stehen", headings, figures),
    ]


def _by_date(records: list[dict[str, str]], columns: tuple[Column, ...]) -> list[tuple[Cell, ...]]:
    """Return the records as rows under `columns`, by date."""
    headings = [column.heading for column in columns]
    ordered = sorted(records, key=lambda record: record["Datum"])
    return [tuple(data.cell(heading, record.get(heading, "")) for heading in headings) for record in ordered]
