"""A record over several rows: what the rows below its first one add to it."""

from __future__ import annotations

from collections.abc import Sequence

from ...base.records import Count
from ...german.nothing import kind_of_nothing
from ..cells.values import LISTS, WORDS, asked_for
from ..sheets import as_typed, holds
from .cells import Cells
from .record import Record


def join(cells: Cells, position: int, records: Sequence[Record], numbers: dict[int, list[str]]) -> None:
    """Add a row's own texts and number to the records above that began in one row.

    `numbers` notes the numbers of each record that has several, by its first row.
    """
    row = cells.sheet.rows[position]
    for column, place in cells.columns:
        if not holds(row[place]) or kind_of_nothing(as_typed(row[place]), asked_for(column)):
            continue
        if column.kind in WORDS | {"wortlaut"}:
            glue = "\n" if column.kind in LISTS or column.kind in ("absatz", "wortlaut") else " "
            text = cells.value(position, column, row[place])
            for record in records:
                above = record.values[column.name]
                both = above + text if isinstance(text, tuple) else glue.join(filter(None, (above, text)))
                record.values[column.name] = both
        elif column.kind == "anzahl":
            _join_number(records[-1], cells.value(position, column, row[place]), numbers)


def _join_number(record: Record, number: Count, numbers: dict[int, list[str]]) -> None:
    """Let a record have at least so many people, for nobody knows whether these are others."""
    above: Count | None = record.values["teilnehmerzahl"]
    if above is None or above.kind == "unbekannt":
        record.values["teilnehmerzahl"] = number
    elif number.kind != "unbekannt":
        most = max(above, number, key=lambda count: count.low)
        typed = numbers.setdefault(record.row, [above.typed or str(above.low)])
        typed.append(number.typed or str(number.low))
        record.values["teilnehmerzahl"] = Count("mindestens", most.low, None, most.typed)
