"""Initiativen: agreements, letters and resolutions of both projects."""

from __future__ import annotations

from datetime import date

from .writing import Cell, Column, Sheet

COLUMNS = (
    Column("Datum", 12),
    Column("Projekt", 13, ("Integration", "Mobilität")),
    Column("Art", 18, ("Vereinbarung", "Schreiben", "Resolution", "Stellungnahme")),
    Column("Gegenstand", 62),
    Column("Adressat", 24),
    Column("Beteiligte", 70),
    Column("Initiator", 20),
)

_PARTIES = (
    "Stadt Trier; Landkreis Trier-Saarburg; Landkreis Bernkastel-Wittlich; Eifelkreis Bitburg-Prüm; "
    "Landkreis Vulkaneifel; HWK Trier; IHK Trier; IRT"
)

ROWS: list[tuple[Cell, ...]] = [
    (
        date(2016, 6, 28), "Integration", "Vereinbarung",
        "Integration von Flüchtlingen in den Arbeits- und Ausbildungsmarkt", "", _PARTIES, "Vorstand der IRT",
    ),
    (
        date(2016, 3, 15), "Integration", "Schreiben",
        "Zugang junger Flüchtlinge zu Sprachkursen vor Beginn einer Ausbildung", "Landesregierung", "", "IRT",
    ),
    (
        date(2016, 10, 20), "Integration", "Schreiben",
        "Beschulung über 18-Jähriger und Einrichtung von Pilotklassen", "Landesregierung", "", "IRT",
    ),
    (
        date(2017, 3, 9), "Integration", "Schreiben",
        "Rechtssicherheit für Betriebe und Auszubildende während der Ausbildung", "Landesregierung", "", "IRT",
    ),
    (
        date(2017, 7, 13), "Integration", "Schreiben",
        "Erreichbarkeit der Berufsschulen und Fahrtkosten junger Flüchtlinge", "Landesregierung", "", "IRT",
    ),
    (
        date(2016, 11, 29), "Mobilität", "Stellungnahme",
        "Fortschreibung des Nahverkehrsplans", "Verkehrsverbund Region Trier", "", "IRT",
    ),
    (
        date(2017, 9, 26), "Mobilität", "Resolution",
        "Ausbau der Bahnverbindungen zwischen Trier und Luxemburg", "Landesregierung",
        "IRT; IHK Trier; HWK Trier; Planungsgemeinschaft", "Vorstand der IRT",
    ),
]  # fmt: skip


def sheet() -> Sheet:
    """Return the list of initiatives, by date, as it stands in Initiativen.xlsx."""
    return Sheet("Initiativen", "Politische Initiativen", COLUMNS, sorted(ROWS, key=lambda row: str(row[0])))
