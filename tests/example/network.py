"""Netzwerk: who is on the lists of the project, by group; people only as „Privatperson“."""

from __future__ import annotations

from .writing import Cell, Column, Sheet

COLUMNS = (
    Column("Nr.", 6),
    Column("Projekt", 13),
    Column("Gruppe", 26),
    Column("Institution", 52),
    Column("haupt-/ehrenamtlich", 20),
    Column("Ort", 18),
)

_PAID, _FREE = "hauptamtlich", "ehrenamtlich"

# Institution; Ort; people on the list who are paid; people who volunteer.
_MONITOR = """\
Arbeitsagentur Trier; Trier; 6; 0
IHK Trier; Trier; 3; 0
HWK Trier; Trier; 3; 0
IRT; Trier; 1; 2
KAUSA-Servicestelle; Trier; 2; 0
Jobcenter Trier; Trier; 3; 0
Jobcenter Trier-Saarburg; Trier; 3; 0
Stadt Trier; Trier; 4; 0
Landkreis Trier-Saarburg; Trier; 3; 0
Landkreis Bernkastel-Wittlich; Wittlich; 3; 0
Eifelkreis Bitburg-Prüm; Bitburg; 2; 0
Bildungskoordinationsstelle; Bitburg; 1; 0
Landkreis Vulkaneifel; Daun; 3; 0
ADD; Trier; 2; 0
BAMF; Trier; 2; 0
Kreishandwerkerschaft; Trier; 2; 0
Lernende Region; Trier; 2; 1
Caritas; Trier; 3; 0
DRK; Trier; 2; 0
Diakonie; Trier; 2; 0
VHS Trier; Trier; 2; 0
BBS Gewerbe und Technik Trier; Trier; 2; 0
Universität Trier; Trier; 1; 0
Hochschule Trier; Trier; 1; 0
VTU; Trier; 1; 1
Migrationsbeirat; Trier; 0; 2
Ökumenische Flüchtlingshilfe; Trier; 1; 2
Privatperson; ; 0; 6
"""

_SCHOOLING = """\
HWK Trier; Trier; 4; 0
IHK Trier; Trier; 3; 0
KAUSA-Servicestelle; Trier; 2; 0
BBS Gewerbe und Technik Trier; Trier; 3; 0
BBS Prüm; Prüm; 2; 0
Arbeitsagentur Trier; Trier; 2; 0
Kreishandwerkerschaft; Trier; 2; 0
VTU; Trier; 2; 3
Einzelhandelsverband; Trier; 1; 1
DGB; Trier; 1; 0
Jobcenter Trier; Trier; 2; 0
Caritas; Trier; 1; 0
Privatperson; ; 0; 4
"""

_LANGUAGE = """\
VHS Trier; Trier; 4; 0
BAMF; Trier; 2; 0
Lernende Region; Trier; 3; 0
Bildungskoordinationsstelle; Bitburg; 2; 0
Caritas; Trier; 3; 2
Diakonie; Trier; 1; 2
Universität Trier; Trier; 2; 0
Eifelkreis Bitburg-Prüm; Prüm; 1; 1
Landkreis Vulkaneifel; Daun; 1; 2
Privatperson; ; 0; 15
"""

_VOLUNTEERS = """\
Ökumenische Flüchtlingshilfe; Trier; 2; 9
DRK; Saarburg; 1; 5
Caritas; Wittlich; 2; 6
Diakonie; Konz; 1; 5
Migrationsbeirat; Trier; 0; 4
Stadt Trier; Trier; 2; 0
Landkreis Trier-Saarburg; Saarburg; 1; 0
Landkreis Bernkastel-Wittlich; Wittlich; 1; 0
Privatperson; ; 0; 16
"""

_MOBILITY = """\
VRT; Trier; 3; 0
SPNV-Nord; Koblenz; 2; 0
Planungsgemeinschaft; Trier; 3; 0
LBM Trier; Trier; 2; 0
Stadtwerke Trier; Trier; 3; 0
ADFC Trier; Trier; 0; 4
Stadt Trier; Trier; 2; 0
Landkreis Trier-Saarburg; Trier; 2; 0
Landkreis Bernkastel-Wittlich; Wittlich; 1; 0
Eifelkreis Bitburg-Prüm; Bitburg; 2; 0
Landkreis Vulkaneifel; Daun; 1; 0
IHK Trier; Trier; 2; 0
VTU; Trier; 1; 2
Hochschule Trier; Trier; 2; 0
Privatperson; ; 0; 3
"""


def _people(project: str, group: str, lines: str) -> list[tuple[Cell, ...]]:
    """Return one row for every person whom the lines count."""
    rows: list[tuple[Cell, ...]] = []
    for line in lines.splitlines():
        name, town, paid, free = (part.strip() for part in line.split(";"))
        rows += [(project, group, name, _PAID, town)] * int(paid)
        rows += [(project, group, name, _FREE, town)] * int(free)
    return rows


def sheets() -> list[Sheet]:
    """Return one sheet a project, numbered through, as they stand in Netzwerk.ods."""
    integration = [
        *_people("Integration", "Arbeitsmarktmonitor", _MONITOR),
        *_people("Integration", "Arbeitskreis Ausbildung und Arbeit", _SCHOOLING),
        *_people("Integration", "Arbeitskreis Sprache", _LANGUAGE),
        *_people("Integration", "Runder Tisch Ehrenamt", _VOLUNTEERS),
    ]
    mobility = _people("Mobilität", "Arbeitsgruppe Mobilität", _MOBILITY)
    return [
        Sheet(name, f"Verteiler des Projekts {name}", COLUMNS, [(n, *row) for n, row in enumerate(rows, start=1)])
        for name, rows in (("Integration", integration), ("Mobilität", mobility))
    ]
