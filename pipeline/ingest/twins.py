"""What stands twice: rows, whole sheets and files, and copies that were edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..problems import Problem, problem
from .rows import Record, Sorted, rows_in_words

_BY_ROW = ("treffen", "veranstaltungen", "initiativen")


def set_twins_aside(found: Sequence[Sorted]) -> tuple[Problem, ...]:
    """Set aside, in place, what a sheet repeats of an earlier one of the same table; say so.

    Meetings, events and initiatives are compared row by row, other tables only as whole sheets.
    """
    problems: list[Problem] = []
    by_table: dict[str, list[Sorted]] = {}
    for one in found:
        by_table.setdefault(one.block.table.name, []).append(one)
    for table, sheets in by_table.items():
        by_row = table in _BY_ROW
        for number, later in enumerate(sheets):
            for earlier in sheets[:number]:
                problems += _compare(earlier, later, by_row)
        if by_row:
            for one in sheets:
                problems += _equal_rows_within(one)
    return tuple(problems)


def _content(record: Record) -> tuple[tuple[str, object], ...]:
    """Return what makes two records equal; columns left blank count like columns that are not there."""
    return tuple(
        sorted(((k, v) for k, v in record.values.items() if v not in ("", None, ())), key=lambda item: item[0])
    )


def _rows(one: Sorted) -> dict[int, tuple[object, ...]]:
    """Return row -> the records it became."""
    rows: dict[int, list[object]] = {}
    for record in one.records:
        rows.setdefault(record.row, []).append(_content(record))
    return {row: tuple(records) for row, records in rows.items()}


def _compare(earlier: Sorted, later: Sorted, by_row: bool) -> Iterator[Problem]:
    ours, theirs = _rows(later), _rows(earlier)
    if not ours or not theirs:
        return
    known: dict[object, list[int]] = {}
    for row, content in theirs.items():
        known.setdefault(content, []).append(row)
    twins: dict[int, int] = {}
    for row, content in ours.items():
        if known.get(content):
            twins[row] = known[content].pop(0)
    if not twins:
        return
    where = _where(earlier)
    whole = len(twins) == len(ours)
    if not by_row and not (whole and len(ours) == len(theirs)):
        return
    file, sheet = later.block.sheet.file, later.block.sheet.name
    if whole and len(twins) > 1:
        code = "blatt-doppelt" if len(ours) == len(theirs) else "blatt-enthalten"
        yield problem(code, file=file, sheet=sheet, row=min(twins), twin=where, rows=rows_in_words(sorted(twins)))
    elif _is_edited_copy(len(twins), len(ours), len(theirs)):
        yield problem(
            "blatt-abweichende-kopie", file=file, sheet=sheet, twin=where, same=len(twins),
            rows=rows_in_words(sorted(set(ours) - set(twins))),
            twin_rows=rows_in_words(sorted(set(theirs) - set(twins.values()))),
        )  # fmt: skip
    else:
        for row, twin in sorted(twins.items()):
            yield problem("zeile-doppelt", file=file, sheet=sheet, row=row, twin=f"{where}, Zeile {twin}")
    _drop(later, set(twins))


def _is_edited_copy(same: int, ours: int, theirs: int) -> bool:
    """Tell whether two sheets share over half their rows while neither contains the other."""
    return same * 2 > min(ours, theirs) and same not in (ours, theirs)


def _where(one: Sorted) -> str:
    sheet = one.block.sheet
    return f"„{sheet.file}“, Blatt „{sheet.name}“" if sheet.name else f"„{sheet.file}“"


def _drop(one: Sorted, rows: set[int]) -> None:
    one.records = [record for record in one.records if record.row not in rows]
    one.used = [row for row in one.used if row not in rows]
    one.set_aside += sorted(rows)


def _equal_rows_within(one: Sorted) -> Iterator[Problem]:
    rows = _rows(one)
    counted = Counter(rows.values())
    for content, times in counted.items():
        if times > 1:
            equal = [row for row, own in rows.items() if own == content]
            sheet = one.block.sheet
            yield problem("zeilen-gleich", file=sheet.file, sheet=sheet.name, row=equal[1], rows=rows_in_words(equal))
