"""xls: the records in which Excel up to 2003 kept a workbook."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from .binary_records import ERRORS, Detail, Record, details_of, percent_styles
from .sheet_details import CellPosition, Fault, SheetDetails, StruckCell, WorkbookFormat

_BOUNDSHEET, _RECALCID, _DATE1904, _EOF, _FORMAT, _XF, _FILEPASS = 0x85, 0x1C1, 0x22, 0x0A, 0x41E, 0xE0, 0x2F
_FORMULA, _BOOLERR, _ROW, _NUMBER, _RK, _MULRK = 0x06, 0x205, 0x208, 0x203, 0x27E, 0xBD
_TEXTS = (0xFD, 0x204)
_FONT, _NO_FONT = 0x31, 4  # no font bears this number


def details(path: str, sheets: Sequence[str]) -> dict[str, SheetDetails]:
    """Return hidden rows, errors, formulas without a value, shares in percent and struck cells by sheet name."""
    with suppress(struct.error):  # calamine has read the file; what it said of the cells still holds
        in_order = _sheets(_stream(path))
        return dict(zip(sheets, in_order, strict=True)) if len(in_order) == len(sheets) else {}
    return {}


def since_1904(path: str) -> bool:
    """Tell whether a workbook counts its days since 1904."""
    return any(kind == _DATE1904 and record[:1] == b"\1" for kind, record in _records(_stream(path), 0))


def has_password(path: str) -> bool:
    """Tell whether a workbook is encrypted in one of the ways of Excel up to 2003."""
    return any(kind == _FILEPASS for kind, _ in _records(_stream(path), 0))


XLS = WorkbookFormat(details, since_1904)


def _stream(path: str) -> bytes:
    import olefile

    with suppress(OSError), olefile.OleFileIO(path) as container:
        for name in ("Workbook", "Book"):
            if container.exists(name):
                return bytes(container.openstream(name).read())
    return b""


def _sheets(data: bytes) -> list[SheetDetails]:
    starts: list[int] = []
    styles: list[int] = []  # the format of each style
    fonts: list[int] = []  # the font of each style
    struck: set[int] = set()  # fonts that strike their text through
    font = -1
    formats: list[int] = []  # those that show a share
    calculated = False
    for kind, record in _records(data, 0):
        if kind == _BOUNDSHEET:
            starts.append(struct.unpack_from("<I", record)[0])
        elif kind == _FORMAT and b"%" in record[2:]:
            formats.append(struct.unpack_from("<H", record)[0])
        elif kind == _XF:
            fonts.append(struct.unpack_from("<H", record)[0])
            styles.append(struct.unpack_from("<2xH", record)[0])
        elif kind == _FONT:
            font += 2 if font + 1 == _NO_FONT else 1
            struck |= {font} if record[2] & 0x08 else set()
        calculated = calculated or kind == _RECALCID  # programs that calculate leave their version here
    lines = frozenset(style for style, number in enumerate(fonts) if number in struck)
    cells = _Cells(calculated, percent_styles(formats, styles), lines)
    return [details_of(_records(data, start), cells.meaning) for start in starts]


def _records(data: bytes, position: int) -> Iterator[Record]:
    """Yield kind and content of the records of one part; a part ends with a record of its own."""
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        if kind == _EOF:
            return
        yield kind, data[position + 4 : position + 4 + length]
        position += 4 + length


@dataclass(frozen=True)
class _Cells:
    """The cells of a workbook that some program has `calculated` or not.

    `percent` are the styles that show a share, `struck` those that strike their text through.
    """

    calculated: bool
    percent: frozenset[int]
    struck: frozenset[int]

    def meaning(self, kind: int, record: bytes) -> Iterator[Detail]:
        """Yield what one record of a sheet means."""
        if kind == _ROW and record[12] & 0x20:
            yield struct.unpack_from("<H", record)[0]
        elif kind == _BOOLERR:
            row, column, _, code, is_error = struct.unpack_from("<HHHBB", record)
            if is_error:
                yield Fault(row, column, ERRORS.get(code, "#"))
        elif kind == _FORMULA:
            yield from self._formula(*struct.unpack_from("<HHHBxB3xH", record))
        elif kind in (_NUMBER, _RK, *_TEXTS):
            yield from self._styled(*struct.unpack_from("<HHH", record))
        elif kind == _MULRK:
            row, first = struct.unpack_from("<HH", record)
            for nth, place in enumerate(range(4, len(record) - 2, 6)):
                yield from self._styled(row, first + nth, struct.unpack_from("<H", record, place)[0])

    def _formula(self, row: int, column: int, style: int, result: int, code: int, no_number: int) -> Iterator[Detail]:
        if no_number != 0xFFFF:
            yield from self._styled(row, column, style)
        elif result == 2:
            yield Fault(row, column, ERRORS.get(code, "#"))
        elif result == 3 and not self.calculated:  # an empty text, or never calculated
            yield Fault(row, column, "=")

    def _styled(self, row: int, column: int, style: int) -> Iterator[Detail]:
        if style in self.percent:
            yield CellPosition(row, column)
        if style in self.struck:
            yield StruckCell(row, column)
