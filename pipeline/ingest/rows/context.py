"""What a sheet's name, title and file say about dates that do not say it themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from pathlib import PurePosixPath

from ...base.settings import Settings
from ...german.calendar import TYPED_MONTHS
from ...german.lexicon import lexicon
from ..cells.dates import DateContext
from ..layout.blocks import Block
from ..sheets import Cell, Row, as_typed, holds

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN = re.compile(r"((?:19|20)\d\d)\s*(?:-|–|bis)\s*((?:19|20)\d\d)")
_SHORT_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[/–-]\s*(\d\d)(?!\d)")
_NOT_ABOUT_ROWS = re.compile(r"(?i)\bstand:?\s+\S+(?:\s+\w+)?(?:\s+\d{4})?|\d{1,2}\.\s*\d{1,2}\.\s*\d{2,4}")


def years_in(text: str) -> frozenset[int]:
    """Return the years that a name or title says; „2019 - 2022“ are four, „Stand 3.4.2018“ none."""
    text = _NOT_ABOUT_ROWS.sub(" ", text)
    if match := _SPAN.search(text):
        return frozenset(range(int(match[1]), int(match[2]) + 1))
    if match := _SHORT_SPAN.search(text):
        return frozenset((int(match[1]), int(match[1][:2] + match[2])))
    return frozenset(int(year) for year in _YEAR.findall(text))


def months_in(text: str) -> frozenset[int]:
    """Return the months that a name or title says."""
    words = re.findall(r"[a-zäöü]{3,}", text.lower())
    return frozenset(TYPED_MONTHS[word] for word in words if word in TYPED_MONTHS)


_OF_LISTS = re.compile(
    r"(?i)treffen|termin|sitzung|veranstalt|event|kalender|programm|liste|übersicht|jahr|bericht|gespräch|besprech|"
    r"initiativ|kurs|plan|quartal|saison|statistik|dokumentation|aktivität|tätigkeit"
)


def claimed(text: str, typed: frozenset[int]) -> frozenset[int]:
    """Return the years that a name or title claims for the rows: „Treffen 2017“ does, „Agenda 2030“ does not.

    Other words than those of lists claim a year only if a date below says it, too (`typed`).
    """
    years = years_in(text)
    words = [word for word in re.findall(r"[a-zäöüß]{3,}", text.lower()) if word not in TYPED_MONTHS and word != "bis"]
    lists = not words or _OF_LISTS.search(text) or any(map(_several_events, words))
    return years if lists or years & typed else frozenset()


def _several_events(word: str) -> bool:
    """Tell whether a word is the plural of an occasion, as lists are called: „Konzerte“, „Wanderungen“."""
    words = lexicon()
    noun = words.plural(word.capitalize())
    return noun is not None and words.head(noun.singular) in words.happening


def _years_typed(block: Block) -> frozenset[int]:
    """Return the years that dates in the first rows of a block say themselves."""
    if "datum" not in block.places:
        return frozenset()
    rows = block.sheet.rows[block.header + 1 : min(block.end, block.header + 1 + _FAR)]
    typed = "\n".join(as_typed(row[block.places["datum"]]) for row in rows)
    return frozenset(int(year) for year in _YEAR.findall(typed))


def context_of(block: Block, settings: Settings) -> DateContext:
    """Return year and month from the sheet's name, a title above the table or the file's name, in this order."""
    names, typed = (block.sheet.name, *_titles(block), PurePosixPath(block.sheet.file).stem), _years_typed(block)
    years = next((years for text in names if len(years := claimed(text, typed)) == 1), frozenset())
    if not years and not typed:
        years = frozenset(filter(None, (only_year(block),)))
    months = next((months for text in names if len(months := months_in(text)) == 1), frozenset())
    limits = settings.lesen
    year, month = next(iter(years), None), next(iter(months), None)
    return DateContext(year, month, limits.jahr_von, limits.jahr_bis, block.sheet.day_zero)


def only_year(block: Block) -> int | None:
    """Return the only year that stands anywhere: in a name or title, though it claims none, and below no date says one.

    None if dates say their years or a name claims one.
    """
    names, typed = (block.sheet.name, *_titles(block), PurePosixPath(block.sheet.file).stem), _years_typed(block)
    if typed or any(claimed(text, typed) for text in names):
        return None
    return next((next(iter(years)) for text in names if len(years := years_in(text)) == 1), None)


def years_of(block: Block) -> frozenset[int]:
    """Return the years that the sheet's name or a title above the table promises; none if they say nothing."""
    typed = _years_typed(block)
    return next((years for text in (block.sheet.name, *_titles(block)) if (years := claimed(text, typed))), frozenset())


def of_row(context: DateContext, year: Cell, month: Cell) -> DateContext:
    """Return the context of a row that has a column for its year or its month."""
    years = years_in(as_typed(year))
    number = as_typed(month).strip().rstrip(".")
    months = months_in(number) or ({int(number)} if number.isdigit() and 1 <= int(number) <= 12 else frozenset())
    return replace(context, year=next(iter(years), context.year), month=next(iter(months), context.month))


_SECTION = re.compile(
    r"(?i)(?:jahr|monat)?\s*(?:(?P<m>[a-zäöü]{3,}\.?)|(?P<n>0?[1-9]|1[0-2])\s*/(?=\s*(?:19|20)\d\d))?\s*(?P<y>(?:19|20)\d\d)?\s*:?"
)


def section_of(cell: Cell) -> tuple[int | None, int | None] | None:
    """Return year and month that a cell alone in its row announces for the rows below: „2016“, „März“, „März 2016“."""
    match = _SECTION.fullmatch(" ".join(as_typed(cell).split()))
    if match is None or not any(match.groupdict().values()):
        return None
    word = (match["m"] or "").lower().rstrip(".")
    if word and word not in TYPED_MONTHS:
        return None
    month = TYPED_MONTHS.get(word) or int(match["n"] or 0) or None
    return int(match["y"]) if match["y"] else None, month


_FAR = 1000  # rows above a table that are looked through for a title


def _titles(block: Block) -> tuple[str, ...]:
    """Return the texts that stand alone in a row above the table, nearest first, then all at the top of the sheet."""
    rows = [row[block.left : block.right] for row in block.sheet.rows[: block.top]]
    alone = [texts[0] for row in reversed(rows[-_FAR:]) if len(texts := _texts(row)) == 1]
    top = [text for row in takewhile(lambda row: len(_texts(row)) < _TABLE, rows) for text in _texts(row)]
    return (*alone, *top)


_TABLE = 4  # a row with so many texts belongs to a table


def _texts(row: Row) -> list[str]:
    """Return the texts of a row that holds nothing but texts."""
    cells = [cell for cell in row if holds(cell)]
    return [cell for cell in cells if isinstance(cell, str)] if all(isinstance(cell, str) for cell in cells) else []
