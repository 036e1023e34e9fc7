"""Lists with dates that no table took: how many rows of the report year are lost, and how to declare such a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from ..base.names import without_year
from ..german.lexicon import Lexicon, lexicon
from ..german.nouns import Noun
from .cells.amounts import number
from .cells.dates import DateContext, read_dates
from .cells.personal import has_personal_data
from .cells.privacy import is_personal
from .cells.values import line
from .layout.blocks import Block
from .layout.headings import heading_key, is_number_of_row
from .layout.recognition import has_own_name, is_named_otherwise
from .sheets import Cell, Sheet, as_typed, holds

_FEWEST = 2  # rows with a date; a single one is a remark („Stand“), and no list
_FEWEST_BARE = 3  # those of a list without headings; two may be a span
_MOST_VALUES = 12  # different words in a column by which entries can be broken down
_HEADERS_WITHIN = 10  # filled rows from the top
_LOOKED_AT = 2_000  # rows by which a sheet is judged


@dataclass(frozen=True)
class UnreadList:
    """A list that nobody declared: its header row (from 0), its rows by year, and what its columns could be."""

    name: str
    header: int
    rows: Mapping[int, int]
    entry: str
    date: str
    breakdowns: tuple[str, ...]
    measures: tuple[str, ...]

    @property
    def line(self) -> str:
        """Return what to write into the sheet „Listen“, column by column."""
        cells = (
            ("Liste", self.name),
            ("Eintrag", self.entry),
            ("Datum", self.date),
            ("Gliedern nach", "; ".join(self.breakdowns)),
            ("Zusammenzählen", "; ".join(self.measures)),
        )
        return ", ".join(f"{heading}: „{value}“" for heading, value in cells if value)


def unread_list(sheet: Sheet) -> UnreadList | None:
    """Return the list with dates that a sheet is; None for what is none, and for what no report is about.

    A list has a row of headings; below one of them most rows have a day, the next one before all. What stands above a
    row of headings may look like one.
    """
    likely: UnreadList | None = None
    if is_named_otherwise(sheet):
        return None
    for header in sheet.filled_rows[:_HEADERS_WITHIN]:
        texts = {place: cell for place, cell in enumerate(sheet.rows[header]) if isinstance(cell, str) and holds(cell)}
        rows = [sheet.rows[i] for i in sheet.filled_rows if i > header][:_LOOKED_AT]
        if len(texts) < 2 or len(texts) < sum(map(holds, sheet.rows[header])) or any(map(_is_date, texts.values())):
            continue
        for place, heading in texts.items():
            years = [year for row in rows if (year := _year(row[place])) is not None]
            if len(years) >= _FEWEST and len(years) * 2 > len(rows):
                likely = likely or _described(sheet, header, place, heading, texts, rows, years)
                if _is_date(rows[0][place]):
                    return _described(sheet, header, place, heading, texts, rows, years)
    return likely


def years_without_headings(sheet: Sheet) -> Mapping[int, int]:
    """Return year -> rows of a list that begins without a row of headings; nothing for what is no list."""
    rows = [sheet.rows[i] for i in sheet.filled_rows[:_LOOKED_AT]]
    if is_named_otherwise(sheet) or len(rows) < _FEWEST_BARE or sum(map(holds, rows[0])) < 2:
        return {}
    for place, cell in enumerate(rows[0]):
        years = [year for row in rows if (year := _year(row[place])) is not None] if _is_date(cell) else []
        if len(years) >= _FEWEST_BARE and len(years) * 2 > len(rows):
            return Counter(years)
    return {}


def _described(
    sheet: Sheet,
    header: int,
    dates: int,
    heading: str,
    texts: Mapping[int, str],
    rows: Sequence[Sequence[Cell]],
    years: Sequence[int],
) -> UnreadList:
    columns = {
        " ".join(text.split()): [row[place] for row in rows if holds(row[place])]
        for place, text in texts.items()
        if place != dates and not is_personal(text)
    }
    name = without_year(sheet.name if has_own_name(sheet) else PurePosixPath(sheet.file).stem)
    return UnreadList(
        name=name,
        header=header,
        rows={year: years.count(year) for year in sorted(set(years))},
        entry=_entry(name, columns),
        date=" ".join(heading.split()),
        breakdowns=tuple(text for text, cells in columns.items() if _breaks_down(cells))[:3],
        measures=tuple(text for text, cells in columns.items() if _is_measure(text, cells))[:3],
    )


def sister_of(sheet: Sheet, blocks: Iterable[Block]) -> tuple[Block, int, str, str] | None:
    """Return the table whose headings a sheet has but for one, the row, this heading and what stands there instead."""
    for row in () if is_named_otherwise(sheet) else sheet.filled_rows[:_HEADERS_WITHIN]:
        typed = {heading_key(cell): line(cell)[:60] for cell in sheet.rows[row] if isinstance(cell, str)}
        for block in blocks:
            known = {heading_key(heading.typed): heading for heading in (*block.headings, *block.doubles)}
            lacking, others = [*known.keys() - typed.keys()], [*typed.keys() - known.keys() - {""}]
            alike = sum(known[key].column is not None for key in known.keys() & typed.keys())
            if len(lacking) == 1 and len(others) < 2 <= alike and known[lacking[0]].column is not None:
                return block, row, line(known[lacking[0]].typed), typed[others[0]] if others else ""
    return None


_DAY = re.compile(
    r"(?:[^\W\d_]{2,10}[.,]{0,2}\s?)?"  # the day of the week
    r"(?:\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?)\s?(?:\d\d)?\d\d(?!\d)|\d{4}-\d\d-\d\d(?!\d))"
)


def _is_date(cell: Cell) -> bool:
    return isinstance(cell, date) or (isinstance(cell, str) and _DAY.match(cell.strip()) is not None)


def _year(cell: Cell) -> int | None:
    """Return the year of a cell that says a whole day."""
    if not _is_date(cell):
        return None
    days = read_dates(cell, DateContext(None, None, 1950, 2100))
    return None if isinstance(days, str) else days[0].first.year


def _breaks_down(cells: Sequence[Cell]) -> bool:
    """Tell whether a column holds a few words again and again."""
    words = [as_typed(cell) for cell in cells if isinstance(cell, str)]
    different = {heading_key(word) for word in words}
    often = 1 < len(different) <= _MOST_VALUES and len(different) * 2 <= len(words)
    return often and len(words) * 2 > len(cells) and not any(map(has_personal_data, words))


def _is_measure(heading: str, cells: Sequence[Cell]) -> bool:
    key = heading_key(heading)
    if is_number_of_row(key) or key in ("jahr", "kw", "plz", "tag", "monat", "alter", "postleitzahl"):
        return False
    numbers = [cell for cell in cells if not isinstance(cell, str) and number(cell) is not None]
    return len(numbers) >= _FEWEST and len(numbers) * 2 > len(cells)


def _entry(name: str, columns: Mapping[str, Sequence[Cell]]) -> str:
    """Return what an entry could be called: by the plural that names the list, else by a heading above its titles."""
    words = lexicon()
    noun = next(_nouns(name, columns, words), None)
    return f"{noun.gender} {noun.singular}, {noun.plural}" if noun else "der Eintrag, Einträge"


def _nouns(name: str, columns: Mapping[str, Sequence[Cell]], words: Lexicon) -> Iterator[Noun]:
    if (plural := words.plural(name)) is not None:
        yield plural
    for heading, cells in columns.items():
        different = {as_typed(cell) for cell in cells if isinstance(cell, str)}
        noun = words.noun(heading) if len(different) * 2 > len(cells) else None
        if noun and noun.plural and heading_key(heading) in _ENTRIES:
            yield noun


# Headings above what an entry is; others stand above its theme, place or remark.
_ENTRIES = frozenset(
    ("dienst", "kurs", "projekt", "aktion", "fahrt", "spiel", "turnier", "probe", "auftritt", "einsatz")
)
