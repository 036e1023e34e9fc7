"""From an association's spreadsheets to its annual report. Start reading at `report.py`."""
