"""What calamine does not tell of xls and xlsb: hidden rows, error cells, formulas without a value, shares in percent.

Both are chains of records: a kind, a length, and so many bytes. Their layouts are in Microsoft's [MS-XLS] and
[MS-XLSB].
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

Details = dict[str, Any]

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip


def xls_details(path: str) -> list[Details]:
    """Return what the records of an xls file add to its cells, sheet by sheet."""
    with suppress(struct.error):
        return _xls_sheets(_xls_stream(path))
    return []  # calamine has read the file; what it said of the cells still holds


def xls_since_1904(path: str) -> bool:
    """Tell whether an xls file counts its days since 1904."""
    return any(kind == _XLS_DATEMODE and record[:1] == b"\1" for kind, record in _xls_records(_xls_stream(path), 0))


def _xls_stream(path: str) -> bytes:
    import olefile

    with suppress(OSError), olefile.OleFileIO(path) as container:
        for name in ("Workbook", "Book"):
            if container.exists(name):
                return bytes(container.openstream(name).read())
    return b""


_XLS_BOUNDSHEET, _XLS_RECALCID, _XLS_DATEMODE, _XLS_EOF, _XLS_FORMAT, _XLS_XF = 0x85, 0x1C1, 0x22, 0x0A, 0x41E, 0xE0
_XLS_FORMULA, _XLS_BOOLERR, _XLS_ROW, _XLS_NUMBER, _XLS_RK, _XLS_MULRK = 0x06, 0x205, 0x208, 0x203, 0x27E, 0xBD
_PERCENT = frozenset((9, 10))  # the formats 0% and 0,00% that need no record


def _xls_sheets(data: bytes) -> list[Details]:
    starts: list[int] = []
    styles: list[int] = []  # the format of each style
    formats = set(_PERCENT)
    calculated = False
    for kind, record in _xls_records(data, 0):
        if kind == _XLS_BOUNDSHEET:
            starts.append(struct.unpack_from("<I", record)[0])
        elif kind == _XLS_FORMAT and b"%" in record[2:]:
            formats.add(struct.unpack_from("<H", record)[0])
        elif kind == _XLS_XF:
            styles.append(struct.unpack_from("<2xH", record)[0])
        calculated = calculated or kind == _XLS_RECALCID  # programs that calculate leave their version here
    percent = frozenset(style for style, number in enumerate(styles) if number in formats)
    return [_found(_xls_records(data, start), _XlsMeaning(calculated, percent).of) for start in starts]


def _xls_records(data: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records of one part; a part ends with a record of its own."""
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        if kind == _XLS_EOF:
            return
        yield kind, data[position + 4 : position + 4 + length]
        position += 4 + length


# What a record says: (row, None, "") of a hidden row, (row, column, "%") of a share, (row, column, text) of a cell
# without a value.
Said = tuple[int, int | None, str]


class _XlsMeaning:
    """Says what records mean; `percent` are the styles that show a number as a share."""

    def __init__(self, calculated: bool, percent: frozenset[int]) -> None:
        self._calculated, self._percent = calculated, percent

    def of(self, kind: int, record: bytes) -> Iterator[Said]:
        if kind == _XLS_ROW and record[12] & 0x20:
            yield struct.unpack_from("<H", record)[0], None, ""
        elif kind == _XLS_BOOLERR:
            row, column, _, code, is_error = struct.unpack_from("<HHHBB", record)
            if is_error:
                yield row, column, _ERRORS.get(code, "#")
        elif kind == _XLS_FORMULA:
            yield from self._formula(*struct.unpack_from("<HHHBxB3xH", record))
        elif kind in (_XLS_NUMBER, _XLS_RK):
            yield from self._share(*struct.unpack_from("<HHH", record))
        elif kind == _XLS_MULRK:
            row, first = struct.unpack_from("<HH", record)
            for nth, place in enumerate(range(4, len(record) - 2, 6)):
                yield from self._share(row, first + nth, struct.unpack_from("<H", record, place)[0])

    def _formula(self, row: int, column: int, style: int, result: int, code: int, no_number: int) -> Iterator[Said]:
        if no_number != 0xFFFF:
            yield from self._share(row, column, style)
        elif result == 2:
            yield row, column, _ERRORS.get(code, "#")
        elif result == 3 and not self._calculated:  # an empty text, or never calculated
            yield row, column, "="

    def _share(self, row: int, column: int, style: int) -> Iterator[Said]:
        if style in self._percent:
            yield row, column, "%"


def xlsb_details(part: bytes, percent: frozenset[int]) -> Details:
    """Return what the records of one sheet of an xlsb file add to its cells."""
    return _found(xlsb_records(part), _XlsbMeaning(percent).of)


def xlsb_percent_styles(part: bytes) -> frozenset[int]:
    """Return the styles that show a number as a share, by the part of an xlsb file that lists styles."""
    formats, styles, of_cells = set(_PERCENT), list[int](), False
    for kind, record in xlsb_records(part):
        if kind == 44 and b"%" in record[2:]:  # BrtFmt
            formats.add(struct.unpack_from("<H", record)[0])
        elif kind in (617, 618):  # BrtBeginCellXFs, BrtEndCellXFs
            of_cells = kind == 617
        elif kind == 47 and of_cells:  # BrtXF
            styles.append(struct.unpack_from("<2xH", record)[0])
    return frozenset(style for style, number in enumerate(styles) if number in formats)


def xlsb_sheets(part: bytes) -> Iterator[tuple[str, str]]:
    """Yield id of the relation and name of the sheets that the workbook's part of an xlsb file lists."""
    for kind, record in xlsb_records(part):
        if kind == 156:  # BrtBundleSh
            id_, rest = _wide_string(record[8:])
            yield id_, _wide_string(rest)[0]


def xlsb_since_1904(part: bytes) -> bool:
    """Tell whether the workbook's part of an xlsb file says that days count since 1904."""
    return any(kind == 153 and record[0] & 1 for kind, record in xlsb_records(part))  # BrtWbProp


def _wide_string(data: bytes) -> tuple[str, bytes]:
    end = 4 + 2 * struct.unpack_from("<I", data)[0]
    return data[4:end].decode("utf-16-le", "replace"), data[end:]


def xlsb_records(data: bytes) -> Iterator[tuple[int, bytes]]:
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


class _XlsbMeaning:
    """Says what records mean; a cell does not name its row, the row's record before it does."""

    def __init__(self, percent: frozenset[int]) -> None:
        self._row, self._percent = 0, percent

    def of(self, kind: int, record: bytes) -> Iterator[Said]:
        if kind == 0:  # BrtRowHdr
            self._row = struct.unpack_from("<I", record)[0]
            if record[11] & 0x10:
                yield self._row, None, ""
        elif kind in (3, 11):  # BrtCellError, BrtFmlaError
            column, code = struct.unpack_from("<I4xB", record)
            yield self._row, column, _ERRORS.get(code, "#")
        elif kind in (2, 5, 9):  # BrtCellRk, BrtCellReal, BrtFmlaNum
            column, style = struct.unpack_from("<II", record)
            if style & 0xFFFFFF in self._percent:
                yield self._row, column, "%"


def _found(records: Iterator[tuple[int, bytes]], meaning: Callable[[int, bytes], Iterator[Said]]) -> Details:
    """Return what records say; a damaged one ends the look, and what was found up to there is true."""
    found: Details = {"hidden_rows": [], "faults": [], "percent": []}
    with suppress(struct.error, IndexError):
        for kind, record in records:
            for said in meaning(kind, record):
                match said:
                    case (row, None, _):
                        found["hidden_rows"].append(row)
                    case (row, column, "%"):
                        found["percent"].append([row, column])
                    case _:
                        found["faults"].append(said)
    return found
