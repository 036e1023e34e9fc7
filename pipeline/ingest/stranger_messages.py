"""What is said about sheets that are no table: what they nearly are, what of them is missing in the report."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.problems import Problem
from ..base.schema import TableSchemas
from ..base.settings import Settings
from ..german.enumerations import listing
from .cells.personal import has_personal_data
from .cells.privacy import is_personal
from .header_messages import as_written, one_line
from .layout.blocks import Block, PartialMatch
from .layout.headings import heading_key, known_keys, meanings, near_key
from .messages import place_of, problem_at
from .sheets import Cell, Sheet, as_typed, holds
from .unread_lists import sister_of, unread_list, years_without_headings


def about_stranger(
    sheet: Sheet, near: PartialMatch | None, tables: TableSchemas, year: int | None, blocks: Sequence[Block] = ()
) -> Problem:
    """Return what is said about a sheet that is neither a table we know nor a survey.

    What lies in it of the report `year` is missing in the report, which staff should not learn from a hint. `blocks`
    are the tables that were read.
    """
    if (sister := sister_of(sheet, blocks)) is not None:
        block, row, lacking, instead = sister
        lost = f"statt „{lacking}“ steht da „{instead}“" if instead else f"„{lacking}“ fehlt"
        return problem_at(
            "blatt-fast-gleich", sheet, row, None, None, twin=place_of(block.sheet), lost=lost, lacking=lacking,
            table=block.table.title, unread_rows=_below(sheet, row),
        )  # fmt: skip
    dated = unread_list(sheet)
    rows = dated.rows if dated else years_without_headings(sheet)
    told = year or max(rows, default=0)
    entries = rows.get(told, 0)
    if near is None:
        if (slips := _slips(sheet, tables)) is not None:
            return slips
        headings = _first_headings(sheet, tables)
        if not entries:
            return problem_at("blatt-unbekannt", sheet, begins=_begins(headings))
        code = "liste-ungelesen" if dated else "liste-ohne-ueberschriften"
        begins = _begins(headings) if headings or not dated else f"Die Tage stehen unter „{dated.date}“."
        return problem_at(
            code, sheet, dated.header if dated else sheet.filled_rows[0],
            entries="einem Eintrag" if entries == 1 else f"{entries} Einträgen", year=told, begins=begins,
            line=dated.line if dated else "", unread_rows=_below(sheet, dated.header if dated else -1),
        )  # fmt: skip
    missing = " und ".join(near.missing)
    found = listing([f"„{one_line(heading.typed)}“" for heading in near.headings if heading.column is not None])
    code = "blatt-fraglich" if near.doubt else "ueberschrift-fehlt" if near.sure else "blatt-nicht-erkannt"
    lost = f" Das sind {entries} Zeilen aus {told}." if dated and entries > 1 else ""
    own = f" Ist es eine eigene Liste, beschreiben Sie sie in „Listen“: {dated.line}." if dated else ""
    return problem_at(
        code, sheet, near.row, None, None, unread_rows=_below(sheet, near.row),
        table=near.table.title, found=found, missing=missing, doubt=near.doubt, lost=lost, own=own,
    )  # fmt: skip


def _below(sheet: Sheet, row: int) -> int:
    """Return how many filled rows stand below a row."""
    return sum(position > row for position in sheet.filled_rows)


def _begins(headings: str) -> str:
    if not headings:
        return "Überschriften sind darin nicht zu erkennen."
    return f"Es beginnt mit {headings}" + ("" if headings.endswith("…") else ".")


def _slips(sheet: Sheet, tables: TableSchemas) -> Problem | None:
    """Return the question whether headings were meant that only slips of the finger keep from making a table."""
    position, cells = _first_row(sheet)
    texts = [one_line(cell) for cell in cells if isinstance(cell, str)]
    if not 1 < len(texts) <= _MOST_HEADINGS:
        return None
    every = known_keys(tables)
    unknown = [text for text in texts if heading_key(text) not in every]
    for table in tables.values():
        known = meanings(table, Settings())
        near = {text: near_key(text, known) for text in unknown}
        slips = {text: key for text, key in near.items() if key is not None}
        there = {known[key][0][0].name for key in (*slips.values(), *filter(known.get, map(heading_key, texts)))}
        if slips and all(there.intersection(need) for need in table.needs):
            meant = [f"„{as_written(known[key][0][0], key)}“ statt „{text}“" for text, key in slips.items()]
            words = {"meant": listing(meant), "table": table.title, "unread_rows": _below(sheet, position)}
            return problem_at("blatt-verschrieben", sheet, position, None, None, **words)
    return None


_MOST_HEADINGS = 60  # a row with more is a survey or a data dump, no list with slips of the finger


def _first_row(sheet: Sheet) -> tuple[int, tuple[Cell, ...]]:
    """Return the first row in which cells stand side by side."""
    return next(((i, sheet.rows[i]) for i in sheet.filled_rows if sum(map(holds, sheet.rows[i])) > 1), (0, ()))


def _first_headings(sheet: Sheet, tables: TableSchemas) -> str:
    """Return the first texts that stand side by side, unless they could be somebody's data and no headings."""
    position, row = _first_row(sheet)
    texts = [one_line(as_typed(cell)) for cell in row if holds(cell)]
    if not _may_be_headings(sheet, position, row, tables) or any(map(has_personal_data, texts)):
        return ""
    return ", ".join(f"„{text}“" for text in texts[:5]) + (" …" if len(texts) > 5 else "")


_LOOKED_AT = 20  # rows below what may be headings


def _may_be_headings(sheet: Sheet, position: int, row: Sequence[Cell], tables: TableSchemas) -> bool:
    """Tell whether a row is texts only, and one is a known heading or words stand above numbers or dates."""
    words = [(place, cell) for place, cell in enumerate(row) if holds(cell) and isinstance(cell, str)]
    if len(words) < sum(map(holds, row)):
        return False
    known = known_keys(tables)
    if any(heading_key(word) in known or is_personal(word) for _, word in words):
        return True
    if any(map(str.isdigit, "".join(word for _, word in words))):
        return False
    below = [sheet.rows[i] for i in sheet.filled_rows if i > position][:_LOOKED_AT]
    return any(holds(cells[place]) and not isinstance(cells[place], str) for cells in below for place, _ in words)
