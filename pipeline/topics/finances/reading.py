"""Rows of Finanzen -> what came in and what went out, whichever way a list says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path, PurePosixPath

from ...base.problems import Problem
from ...ingest.cells.values import year
from ...ingest.layout.recognition import has_own_name
from ...ingest.messages import problem_at, rows_in_words
from ...ingest.rows.record import Record
from ...ingest.sheets import Sheet
from ...ingest.word_lists import pattern_of, word_lists

INCOME, EXPENSE = "einnahmen", "ausgaben"  # the columns, and what figures measure

_WORDS = word_lists(Path(__file__).with_name("words.toml"))
_SIDES = {
    INCOME: re.compile(f"(?i){pattern_of(_WORDS['art']['einnahme'])}"),
    EXPENSE: re.compile(f"(?i){pattern_of(_WORDS['art']['ausgabe'])}"),
}
_PLANNED, _ACTUAL = (
    re.compile(rf"(?i)(?<!\w){pattern_of(_WORDS['name'][which])}(?![^\W\d_])") for which in ("plan", "ist")
)
_NO_ENTRY = re.compile(rf"(?i){pattern_of(_WORDS['kein_posten']['anfaenge'])}(?!\w)")


def settle(records: Sequence[Record]) -> Iterator[Problem]:
    """Say of every record what came in and what went out, in place; yield which do not count, and why."""
    sheets: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        sheets.setdefault((record.file, record.sheet), []).append(record)
    for (file, name), on_it in sheets.items():
        sheet = Sheet(file, name)
        if planned := _says_planned(sheet):
            yield problem_at("finanzen-geplant", sheet, None, None, planned)
            for record in on_it:
                record.aside = "no entry"
            continue
        yield from _entries(sheet, on_it)
        entries = [record for record in on_it if not record.aside]
        yield from _sides(sheet, entries)
        yield from _years(sheet, entries)
        _turn_expenses([record for record in entries if not record.aside])


def side_of(kind: str) -> str:
    """Return whether a word of the column „Art“ means income or an expense; "" where it means neither."""
    return next((side for side, words in _SIDES.items() if words.fullmatch(kind.strip())), "")


def year_of(typed: object, day: object) -> int:
    """Return the year of a row by its year or its day; 0 where neither can be read."""
    return year(str(typed or "")) or year(str(day or "")) or 0


def _says_planned(sheet: Sheet) -> str:
    """Return the name by which the amounts of a sheet are planned ones; "" if none says so.

    A sheet's own name that says which of both they are outdoes its file's.
    """
    file = PurePosixPath(sheet.file).stem
    for name in (sheet.name, file) if has_own_name(sheet) else (file,):
        if _PLANNED.search(name):
            return name
        if _ACTUAL.search(name):
            return ""
    return ""


def _entries(sheet: Sheet, records: Iterable[Record]) -> Iterator[Problem]:
    """Set aside what repeats other rows or says how much there is: neither came in or went out."""
    others = [record for record in records if _NO_ENTRY.match(record.values["position"] or "")]
    for record in others:
        record.aside = "no entry"
    if others:
        rows = rows_in_words(record.row for record in others)
        yield problem_at("finanzen-kein-posten", sheet, others[0].row - 1, rows=rows)


def _sides(sheet: Sheet, records: Iterable[Record]) -> Iterator[Problem]:
    unsaid: list[Record] = []
    for record in records:
        values, kind = record.values, record.values.get("art") or ""
        value, side = values.get("betrag"), side_of(kind)
        if values.get(INCOME) is not None or values.get(EXPENSE) is not None or value is None:
            continue
        if side:
            values[side] = value
        elif kind:
            record.aside = "incomplete"
            yield problem_at("finanzen-art-unklar", sheet, record.row - 1, None, kind, line=record.row)
        elif value > 0:
            record.aside = "incomplete"
            unsaid.append(record)
        else:
            values[EXPENSE] = -value
    if unsaid:
        rows = rows_in_words(record.row for record in unsaid)
        yield problem_at("finanzen-ohne-art", sheet, unsaid[0].row - 1, rows=rows)


def _years(sheet: Sheet, records: Iterable[Record]) -> Iterator[Problem]:
    for record in records:
        if record.aside or record.values.get("jahr"):
            continue
        typed = record.values.get("buchungstag") or ""
        record.values["jahr"] = year_of(None, typed)
        if not record.values["jahr"]:
            record.aside = "incomplete"
            yield problem_at("finanzen-datum-unlesbar", sheet, record.row - 1, None, typed, line=record.row)


def _turn_expenses(records: Sequence[Record]) -> None:
    """Take the minus from expenses where a list writes most of them with one; elsewhere it is money that came back.

    A row without „Art“ that is an expense by its minus has lost it already and says nothing about the others.
    """
    said = [r for r in records if r.values.get(EXPENSE) is not None and _is_said(r)]
    if 2 * sum(_amount(record) < 0 for record in said) > len(said):
        for record in said:
            record.values[EXPENSE] = -_amount(record)


def _is_said(record: Record) -> bool:
    return bool(side_of(record.values.get("art") or "")) or record.values.get("betrag") is None


def _amount(record: Record) -> Decimal:
    value: Decimal = record.values[EXPENSE]
    return value
