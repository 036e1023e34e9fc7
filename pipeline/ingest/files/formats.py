"""The formats of workbooks by what their files hold; csv and tsv, which are text, are in `csv_files`."""

from __future__ import annotations

import zipfile

from . import ods, xlsb, xlsx
from .sheet_details import WorkbookFormat
from .xls import XLS

# The part that only this format has -> the format.
_OF_PART = {xlsx.WORKBOOK: xlsx.XLSX, xlsb.WORKBOOK: xlsb.XLSB, ods.CONTENT: ods.ODS}
_UNKNOWN = WorkbookFormat(lambda path, sheets: {})


def format_of(path: str) -> WorkbookFormat:
    """Return the format of a file, whatever its name says."""
    if not zipfile.is_zipfile(path):
        return XLS
    with zipfile.ZipFile(path) as archive:
        parts = set(archive.namelist())
    return next((known for part, known in _OF_PART.items() if part in parts), _UNKNOWN)
