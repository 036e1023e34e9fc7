"""What calamine does not tell of the binary files xls and xlsb: hidden rows, error cells, formulas without a value.

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


_XLS_BOUNDSHEET, _XLS_RECALCID, _XLS_DATEMODE, _XLS_EOF = 0x85, 0x1C1, 0x22, 0x0A
_XLS_FORMULA, _XLS_BOOLERR, _XLS_ROW = 0x06, 0x205, 0x208


def _xls_sheets(data: bytes) -> list[Details]:
    starts: list[int] = []
    calculated = False
    for kind, record in _xls_records(data, 0):
        if kind == _XLS_BOUNDSHEET:
            starts.append(struct.unpack_from("<I", record)[0])
        calculated = calculated or kind == _XLS_RECALCID  # programs that calculate leave their version here
    return [_found(_xls_records(data, start), _xls_meaning(calculated)) for start in starts]


def _xls_records(data: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records of one part; a part ends with a record of its own."""
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        if kind == _XLS_EOF:
            return
        yield kind, data[position + 4 : position + 4 + length]
        position += 4 + length


# What a record says: (row, None, "") of a hidden row, (row, column, text) of a cell without a value, None of others.
Said = tuple[int, int | None, str] | None


def _xls_meaning(calculated: bool) -> Callable[[int, bytes], Said]:
    def meaning(kind: int, record: bytes) -> Said:
        if kind == _XLS_ROW:
            row, hidden = struct.unpack_from("<H", record)[0], record[12] & 0x20
            return (row, None, "") if hidden else None
        if kind == _XLS_BOOLERR:
            row, column, _, code, is_error = struct.unpack_from("<HHHBB", record)
            return (row, column, _ERRORS.get(code, "#")) if is_error else None
        if kind == _XLS_FORMULA:
            row, column, _, result, code, no_number = struct.unpack_from("<HHHBxB3xH", record)
            if no_number == 0xFFFF and result == 2:
                return row, column, _ERRORS.get(code, "#")
            if no_number == 0xFFFF and result == 3 and not calculated:  # an empty text, or never calculated
                return row, column, "="
        return None

    return meaning


def xlsb_details(part: bytes) -> Details:
    """Return what the records of one sheet of an xlsb file add to its cells."""
    return _found(xlsb_records(part), _XlsbMeaning().of)


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

    def __init__(self) -> None:
        self._row = 0

    def of(self, kind: int, record: bytes) -> Said:
        if kind == 0:  # BrtRowHdr
            self._row = struct.unpack_from("<I", record)[0]
            return (self._row, None, "") if record[11] & 0x10 else None
        if kind in (3, 11):  # BrtCellError, BrtFmlaError
            column, code = struct.unpack_from("<I4xB", record)
            return self._row, column, _ERRORS.get(code, "#")
        return None


def _found(records: Iterator[tuple[int, bytes]], meaning: Callable[[int, bytes], Said]) -> Details:
    """Return hidden rows and faults; a damaged record ends the look, and what was found up to there is true."""
    found: Details = {"hidden_rows": [], "faults": []}
    with suppress(struct.error, IndexError):
        for kind, record in records:
            match meaning(kind, record):
                case (row, None, _):
                    found["hidden_rows"].append(row)
                case (_, _, _) as fault:
                    found["faults"].append(fault)
    return found
