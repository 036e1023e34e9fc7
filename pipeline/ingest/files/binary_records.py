"""What xls and xlsb share: chains of records, each a kind, a length, and so many bytes.

Their layouts are in Microsoft's [MS-XLS] and [MS-XLSB]; the records bear the names that they have there.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from .sheet_details import CellPosition, Fault, SheetDetails, StruckCell

ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
PERCENT_FORMATS = frozenset((9, 10))  # the formats 0% and 0,00% that need no record

Record = tuple[int, bytes]
Detail = int | CellPosition | Fault | StruckCell  # hidden row, cell that shows a share, without a value, struck


def details_of(records: Iterable[Record], meaning: Callable[[int, bytes], Iterator[Detail]]) -> SheetDetails:
    """Return what the records of a sheet mean; a damaged one ends the list, and what stood before it is true."""
    details: list[Detail] = []
    with suppress(struct.error, IndexError):
        for kind, record in records:
            details += meaning(kind, record)
    return SheetDetails(
        hidden_rows=tuple(detail for detail in details if isinstance(detail, int)),
        faults=tuple(detail for detail in details if isinstance(detail, Fault)),
        percent=tuple(detail for detail in details if isinstance(detail, CellPosition)),
        struck=tuple(CellPosition(*detail) for detail in details if isinstance(detail, StruckCell)),
    )


def percent_styles(formats: Iterable[int], styles: Iterable[int]) -> frozenset[int]:
    """Return the positions of the styles whose format shows a number as a share; `formats` are those of the file."""
    percent = PERCENT_FORMATS.union(formats)
    return frozenset(style for style, number in enumerate(styles) if number in percent)
