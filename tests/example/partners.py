"""Partner: the organisations, how they are called and what they belong to."""

from __future__ import annotations

from .writing import Cell, Column, Sheet

# Name; Kurzform; Artikel; Dativ; gehört zu; Art
_ROWS = """\
Initiative Region Trier; IRT; die;;; Netzwerk
Industrie- und Handelskammer Trier; IHK Trier; die;;; Kammer
Handwerkskammer Trier; HWK Trier; die;;; Kammer
Kammern der Region Trier; Kammern; plural;;; Kammer
Wirtschaftskammern der Region Trier; Wirtschaftskammern; plural;;; Kammer
Landwirtschaftskammer Rheinland-Pfalz; LWK; die;;; Kammer
KAUSA-Servicestelle; KAUSA-Servicestelle; die;; Handwerkskammer Trier; Bildungseinrichtung
Kreishandwerkerschaft Trier-Saarburg; Kreishandwerkerschaft; die;;; Wirtschaftsverband
Agentur für Arbeit Trier; Arbeitsagentur Trier; die;;; Behörde
Aufsichts- und Dienstleistungsdirektion; ADD; die;;; Behörde
Bundesamt für Migration und Flüchtlinge; BAMF; das;;; Behörde
Landesregierung Rheinland-Pfalz; Landesregierung; die;;; Behörde
Ministerium für Wirtschaft und Verkehr; Verkehrsministerium; das;;; Behörde
Landesbetrieb Mobilität Trier; LBM Trier; der;;; Behörde
Jobcenter Trier Stadt; Jobcenter Trier; das;;; Behörde
Jobcenter Trier-Saarburg; Jobcenter Trier-Saarburg; das;;; Behörde
Stadt Trier; Stadt Trier; die;;; Kommune
Landkreis Trier-Saarburg; Landkreis Trier-Saarburg; der;;; Kommune
Landkreis Bernkastel-Wittlich; Landkreis Bernkastel-Wittlich; der;;; Kommune
Eifelkreis Bitburg-Prüm; Eifelkreis Bitburg-Prüm; der;;; Kommune
Landkreis Vulkaneifel; Landkreis Vulkaneifel; der;;; Kommune
Bildungskoordinationsstelle; Bildungskoordinationsstelle; die;; Eifelkreis Bitburg-Prüm; Bildungseinrichtung
Planungsgemeinschaft Region Trier; Planungsgemeinschaft; die;;; Kommune
Lernende Region Trier; Lernende Region; die; der Lernenden Region;; Netzwerk
Himmeroder Forum; Himmeroder Forum; das;;; Netzwerk
Beirat für Migration und Integration der Stadt Trier; Migrationsbeirat; der;;; Netzwerk
Zweckverband Verkehrsverbund Region Trier; VRT; der;;; Verkehr
Zweckverband Schienenpersonennahverkehr Rheinland-Pfalz Nord; SPNV-Nord; der;;; Verkehr
Stadtwerke Trier; Stadtwerke Trier; plural;;; Verkehr
Allgemeiner Deutscher Fahrrad-Club Kreisverband Trier; ADFC Trier; der;;; Verkehr
Caritasverband Trier; Caritas; die;;; Wohlfahrtsverband
Deutsches Rotes Kreuz Kreisverband Trier-Saarburg; DRK; das;;; Wohlfahrtsverband
Diakonisches Werk Trier; Diakonie; die;;; Wohlfahrtsverband
Ökumenische Flüchtlingshilfe Trier; Ökumenische Flüchtlingshilfe; die; der Ökumenischen Flüchtlingshilfe;; Wohlfahrtsverband
Universität Trier; Universität Trier; die;;; Bildungseinrichtung
Hochschule Trier; Hochschule Trier; die;;; Bildungseinrichtung
Volkshochschule Trier; VHS Trier; die;;; Bildungseinrichtung
Berufsbildende Schule Gewerbe und Technik Trier; BBS Gewerbe und Technik Trier; die; der Berufsbildenden Schule Gewerbe und Technik Trier;; Bildungseinrichtung
Berufsbildende Schule Prüm; BBS Prüm; die; der Berufsbildenden Schule Prüm;; Bildungseinrichtung
Vereinigung Trierer Unternehmer; VTU; die;;; Wirtschaftsverband
Einzelhandelsverband Region Trier; Einzelhandelsverband; der;;; Wirtschaftsverband
Deutscher Gewerkschaftsbund Region Trier; DGB; der;;; Gewerkschaft
"""


def sheet() -> Sheet:
    """Return the list of partners as it is saved in Partner.csv."""
    columns = tuple(Column(name) for name in ("Name", "Kurzform", "Artikel", "Dativ", "gehört zu", "Art"))
    rows: list[tuple[Cell, ...]] = [tuple(part.strip() for part in line.split(";")) for line in _ROWS.splitlines()]
    return Sheet("Partner", "", columns, rows)
