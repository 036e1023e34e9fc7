"""Small xls and xlsb files written record by record, because no library that is looked after writes them.

A row is a list of cells: text, number, None, `Error(code)`, `Formula(value)`, `Share(value)` or `Struck(text)`.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Error:
    """A cell whose value is an error: 0x07 is #DIV/0!, 0x2A is #N/A."""

    code: int


@dataclass(frozen=True)
class Formula:
    """A formula with its stored result; a script that does not calculate stores none."""

    result: float | Error | None


@dataclass(frozen=True)
class Share:
    """A number shown in percent: in a format that Excel has (style 1) or in one of the file (style 2)."""

    value: float
    style: int = 1


@dataclass(frozen=True)
class Struck:
    """A text that is struck through; only xls files hold one."""

    text: str


Cell = str | float | Error | Formula | Share | Struck | None
Rows = Sequence[Sequence[Cell]]


def xls(
    path: Path,
    sheets: Mapping[str, Rows],
    hidden: Iterable[int] = (),
    calculated: bool = True,
    since_1904: bool = False,
    with_password: bool = False,
) -> Path:
    """Write an xls file (BIFF8); `hidden` are row positions, `calculated` tells whether a program did that."""
    start = _xls_record(0x809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    start += _xls_record(0x2F, struct.pack("<HHH", 0, 0x1234, 0x5678)) if with_password else b""
    start += _xls_record(0x1C1, struct.pack("<HHI", 0x1C1, 0, 0x18D54)) if calculated else b""
    start += _xls_record(0x22, struct.pack("<H", since_1904))
    own = "0.0 %".encode("utf-16-le")
    start += _xls_record(0x41E, struct.pack("<HHB", 164, len(own) // 2, 1) + own)
    start += b"".join(_xls_record(0x31, struct.pack("<HH12x", 200, 8 * (nth == 4))) for nth in range(5))
    styles = ((0, 0), (0, 9), (0, 164), (5, 0))  # the fifth font is number 5: there is no number 4
    start += b"".join(_xls_record(0xE0, struct.pack("<HH16x", *style)) for style in styles)
    listing = [name.encode("utf-16-le") for name in sheets]
    at = len(start) + sum(len(name) + 12 for name in listing) + 4
    entries, bodies = b"", b""
    for name, rows in zip(listing, sheets.values(), strict=True):
        entry = struct.pack("<IBBBB", at + len(bodies), 0, 0, len(name) // 2, 1) + name
        entries += _xls_record(0x85, entry)
        bodies += _xls_sheet(rows, frozenset(hidden))
    path.write_bytes(_ole("Workbook", start + entries + _xls_record(0x0A) + bodies))
    return path


def encrypted(path: Path) -> Path:
    """Write the shell that Excel puts around a workbook with a password."""
    path.write_bytes(_ole("EncryptedPackage", bytes(600)))
    return path


def _xls_record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _xls_sheet(rows: Rows, hidden: frozenset[int]) -> bytes:
    begin = _xls_record(0x809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    heads = (
        _xls_record(0x208, struct.pack("<HHHHIHH", i, 0, len(row), 255, 0, 0x20 if i in hidden else 0, 0))
        for i, row in enumerate(rows)
    )
    cells = (
        _xls_cell(cell, struct.pack("<HHH", i, j, 0))
        for i, row in enumerate(rows)
        for j, cell in enumerate(row)
        if cell is not None
    )
    return begin + b"".join((*heads, *cells)) + _xls_record(0x0A)


def _xls_cell(cell: Cell, place: bytes) -> bytes:
    match cell:
        case str():
            text = cell.encode("utf-16-le")
            return _xls_record(0x204, place + struct.pack("<HB", len(text) // 2, 1) + text)
        case Struck(text):
            return _xls_cell(text, place[:4] + struct.pack("<H", 3))
        case Error(code):
            return _xls_record(0x205, place + bytes((code, 1)))
        case Share(value, style):
            return _xls_record(0x203, place[:4] + struct.pack("<Hd", style, value))
        case Formula(Error(code)):
            return _xls_formula(place, struct.pack("<BxB3xH", 2, code, 0xFFFF))
        case Formula(None):
            return _xls_formula(place, struct.pack("<B5xH", 3, 0xFFFF))
        case Formula(float() | int() as result):
            return _xls_formula(place, struct.pack("<d", result))
        case float() | int():
            return _xls_record(0x203, place + struct.pack("<d", cell))
    raise TypeError(cell)


def _xls_formula(place: bytes, result: bytes) -> bytes:
    number_five = b"\x1e\x05\x00"
    return _xls_record(0x06, place + result + struct.pack("<HIH", 0, 0, len(number_five)) + number_five)


def _ole(name: str, stream: bytes) -> bytes:
    """Return a compound file with one stream: header, one table of sectors, one directory, the stream."""
    sectors = max(8, -(-len(stream) // 512))  # a shorter stream would need a second table
    header = struct.pack(
        "<8s16x5H6x10I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        _END,
        0,
        _END,
        0,
        0,
    )
    header += struct.pack("<108I", *[_FREE] * 108)
    chain = [_TABLE, _END, *range(3, sectors + 2), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    directory = _ole_entry("Root Entry", 5, 1, _END, 0) + _ole_entry(name, 2, _FREE, 2, sectors * 512)
    return header + table + directory + bytes(512 - len(directory)) + stream.ljust(sectors * 512, bytes(1))


_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def _ole_entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", text, len(text) + 2, kind, 1, _FREE, _FREE, child, start, size)


def xlsb(path: Path, sheets: Mapping[str, Rows], hidden: Iterable[int] = (), since_1904: bool = False) -> Path:
    """Write an xlsb file; `hidden` are row positions."""
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _types(numbers))
        archive.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.bin")}))
        archive.writestr("xl/_rels/workbook.bin.rels", _relations(
            {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.bin") for n in numbers}
        ))  # fmt: skip
        listed = (_listed(n, name) for n, name in zip(numbers, sheets, strict=True))
        properties = _xlsb_record(153, struct.pack("<III", since_1904, 0, 0))
        archive.writestr("xl/styles.bin", b"".join(_parts(278, *_xlsb_styles(), 279)))
        archive.writestr("xl/workbook.bin", b"".join(_parts(131, properties, 143, *listed, _xlsb_record(144), 132)))
        for n, rows in zip(numbers, sheets.values(), strict=True):
            body = _xlsb_rows(rows, frozenset(hidden))
            archive.writestr(f"xl/worksheets/sheet{n}.bin", b"".join(_parts(129, _size(rows), 145, *body, 146, 130)))
    return path


def _parts(*parts: bytes | int) -> Iterator[bytes]:
    return (part if isinstance(part, bytes) else _xlsb_record(part) for part in parts)


def _xlsb_record(kind: int, content: bytes = b"") -> bytes:
    return _sevens(kind) + _sevens(len(content)) + content


def _sevens(number: int) -> bytes:
    low, high = number & 0x7F, number >> 7
    return bytes((low | 0x80,)) + _sevens(high) if high else bytes((low,))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _xlsb_styles() -> Iterator[bytes | int]:
    yield _xlsb_record(44, struct.pack("<H", 164) + _wide("0.0 %"))
    yield _xlsb_record(617, struct.pack("<I", 3))
    for number in (0, 9, 164):
        yield _xlsb_record(47, struct.pack("<HH12x", 0, number))
    yield 618


def _listed(number: int, name: str) -> bytes:
    return _xlsb_record(156, struct.pack("<II", 0, number) + _wide(f"rId{number}") + _wide(name))


def _size(rows: Rows) -> bytes:
    return _xlsb_record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1))


def _xlsb_rows(rows: Rows, hidden: frozenset[int]) -> Iterator[bytes]:
    for i, row in enumerate(rows):
        yield _xlsb_record(0, struct.pack("<IIHBBBI", i, 0, 300, 0, 0x10 if i in hidden else 0, 0, 0))
        for j, cell in enumerate(row):
            if cell is not None:
                yield _xlsb_cell(cell, struct.pack("<II", j, 0))


def _xlsb_cell(cell: Cell, place: bytes) -> bytes:
    kinds: dict[type, tuple[int, Callable[..., bytes]]] = {
        str: (6, _wide), int: (5, lambda value: struct.pack("<d", value)), float: (5, lambda v: struct.pack("<d", v)),
        Error: (3, lambda error: bytes((error.code,))),
    }  # fmt: skip
    if isinstance(cell, Share):
        return _xlsb_record(5, place[:4] + struct.pack("<Id", cell.style, cell.value))
    if isinstance(cell, Formula):
        formula = struct.pack("<HIBHI", 0, 3, 0x1E, 5, 0)
        result = cell.result
        if isinstance(result, Error):
            return _xlsb_record(11, place + bytes((result.code,)) + formula)
        return _xlsb_record(9, place + struct.pack("<d", result or 0.0) + formula)
    kind, content = kinds[type(cell)]
    return _xlsb_record(kind, place + content(cell))


_OFFICE = "http://schemas.openxmlformats.org"


def _types(numbers: Iterable[int]) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.bin" ContentType="application/vnd.ms-excel.worksheet"/>'
        for n in numbers
    )
    return (
        f'<Types xmlns="{_OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        f"{sheets}</Types>"
    )


def _relations(parts: Mapping[str, tuple[str, str]]) -> str:
    kinds = f"{_OFFICE}/officeDocument/2006/relationships"
    lines = "".join(f'<Relationship Id="{i}" Type="{kinds}/{k}" Target="{t}"/>' for i, (k, t) in parts.items())
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{lines}</Relationships>'
