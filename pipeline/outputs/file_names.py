"""What files and folders of `outputs/<jahr>` are called."""

from __future__ import annotations

PROTOCOL, PROTOCOL_JSON = "Pruefprotokoll.html", "pruefprotokoll.json"
FIGURES, FIGURES_XLSX = "kennzahlen.json", "Kennzahlen.xlsx"
ROWS = "zeilen.json"  # what stood in the rows that were counted
CHANGES = "Aenderungen.html"
BEFORE = "vorher"  # the folder of the figures and rows that the changes were found against
MARKED = "geprueft"  # the folder of the marked copies of workbooks
REPORT = "Taetigkeitsbericht-{}"  # with the year; as PDF and as HTML
