"""xlsb: a zip archive like xlsx, whose parts are records instead of XML."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator, Sequence

from .binary_records import ERRORS, Detail, Record, details_of, percent_styles
from .sheet_details import CellPosition, Fault, SheetDetails, WorkbookFormat
from .xml_parts import sheet_parts

WORKBOOK = "xl/workbook.bin"
_STYLES, _RELATIONS = "xl/styles.bin", "xl/_rels/workbook.bin.rels"

# Types of records, by their numbers and short names in MS-XLSB („BrtRowHdr“).
_ROW_HDR, _CELL_RK, _CELL_ERROR, _CELL_REAL, _FMLA_NUM, _FMLA_ERROR = 0, 2, 3, 5, 9, 11
# Those of styles,
_FMT, _XF, _BEGIN_CELL_XFS, _END_CELL_XFS = 44, 47, 617, 618
# and those of the workbook.
_WB_PROP, _BUNDLE_SH = 153, 156


def details(path: str, sheets: Sequence[str]) -> dict[str, SheetDetails]:
    """Return hidden rows, errors and shares in percent by sheet name."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        percent = _percent_styles(archive.read(_STYLES)) if _STYLES in names else frozenset()
        ids = {name: id_ for id_, name in _sheets(archive.read(WORKBOOK))}
        parts = sheet_parts(archive, _RELATIONS, ids)
        return {name: sheet_details(archive.read(part), percent) for name, part in parts.items() if part in names}


def since_1904(path: str) -> bool:
    """Tell whether a workbook counts its days since 1904."""
    with zipfile.ZipFile(path) as archive:
        return any(kind == _WB_PROP and record[0] & 1 for kind, record in _records(archive.read(WORKBOOK)))


XLSB = WorkbookFormat(details, since_1904)


def sheet_details(part: bytes, percent: frozenset[int]) -> SheetDetails:
    """Return what the part of one sheet says; `percent` are the styles that show a share."""
    return details_of(_records(part), _Cells(percent).meaning)


def _percent_styles(part: bytes) -> frozenset[int]:
    formats, styles, of_cells = list[int](), list[int](), False
    for kind, record in _records(part):
        if kind == _FMT and b"%" in record[2:]:
            formats.append(struct.unpack_from("<H", record)[0])
        elif kind in (_BEGIN_CELL_XFS, _END_CELL_XFS):
            of_cells = kind == _BEGIN_CELL_XFS
        elif kind == _XF and of_cells:
            styles.append(struct.unpack_from("<2xH", record)[0])
    return percent_styles(formats, styles)


def _sheets(part: bytes) -> Iterator[tuple[str, str]]:
    """Yield id of the relation and name of the sheets that the workbook's part lists."""
    for kind, record in _records(part):
        if kind == _BUNDLE_SH:
            id_, rest = _wide_string(record[8:])
            yield id_, _wide_string(rest)[0]


def _wide_string(data: bytes) -> tuple[str, bytes]:
    end = 4 + 2 * struct.unpack_from("<I", data)[0]
    return data[4:end].decode("utf-16-le", "replace"), data[end:]


def _records(data: bytes) -> Iterator[Record]:
    """Yield kind and content of all records; both kind and length are written seven bits to a byte."""
    position = 0
    while position < len(data):
        kind, position = _sevens(data, position)
        length, position = _sevens(data, position)
        yield kind, data[position : position + length]
        position += length


def _sevens(data: bytes, position: int) -> tuple[int, int]:
    number = 0
    for shift in range(0, 28, 7):
        byte = data[position] if position < len(data) else 0
        position += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            break
    return number, position


class _Cells:
    """The cells of one sheet; a cell does not name its row, the row's record before it does."""

    def __init__(self, percent: frozenset[int]) -> None:
        self._row, self._percent = 0, percent

    def meaning(self, kind: int, record: bytes) -> Iterator[Detail]:
        """Yield what the next record of the sheet means."""
        if kind == _ROW_HDR:
            self._row = struct.unpack_from("<I", record)[0]
            if record[11] & 0x10:
                yield self._row
        elif kind in (_CELL_ERROR, _FMLA_ERROR):
            column, code = struct.unpack_from("<I4xB", record)
            yield Fault(self._row, column, ERRORS.get(code, "#"))
        elif kind in (_CELL_RK, _CELL_REAL, _FMLA_NUM):
            column, style = struct.unpack_from("<II", record)
            if style & 0xFFFFFF in self._percent:
                yield CellPosition(self._row, column)
