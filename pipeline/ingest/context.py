"""What a sheet's name, title and file say about dates that do not say it themselves."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ..settings import Settings
from .dates import MONTHS, Context
from .layout import Block

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN = re.compile(r"((?:19|20)\d\d)\s*(?:-|–|bis)\s*((?:19|20)\d\d)")
_SHORT_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[/–-]\s*(\d\d)(?!\d)")
_NOT_ABOUT_ROWS = re.compile(r"(?i)\bstand:?\s+\S+(?:\s+\w+)?(?:\s+\d{4})?|\d{1,2}\.\s*\d{1,2}\.\s*\d{2,4}")


def years_in(text: str) -> frozenset[int]:
    """Return the years that a name or title says; „2019 - 2022“ are four, „Stand 3.4.2018“ none."""
    text = _NOT_ABOUT_ROWS.sub(" ", text)
    if found := _SPAN.search(text):
        return frozenset(range(int(found[1]), int(found[2]) + 1))
    if found := _SHORT_SPAN.search(text):
        return frozenset((int(found[1]), int(found[1][:2] + found[2])))
    return frozenset(int(year) for year in _YEAR.findall(text))


def months_in(text: str) -> frozenset[int]:
    """Return the months that a name or title says."""
    words = re.findall(r"[a-zäöü]{3,}", text.lower())
    return frozenset(MONTHS[word] for word in words if word in MONTHS)


def context_of(block: Block, settings: Settings) -> Context:
    """Return year and month from the sheet's name, a title above the table or the file's name, in this order."""
    said = (block.sheet.name, *_titles(block), PurePosixPath(block.sheet.file).stem)
    years = next((years for text in said if len(years := years_in(text)) == 1), frozenset())
    months = next((months for text in said if len(months := months_in(text)) == 1), frozenset())
    limits = settings.lesen
    return Context(next(iter(years), None), next(iter(months), None), limits.jahr_von, limits.jahr_bis)


def years_of(block: Block) -> frozenset[int]:
    """Return the years that the sheet's name or a title above the table promises; none if they say nothing."""
    return next((years for text in (block.sheet.name, *_titles(block)) if (years := years_in(text))), frozenset())


def _titles(block: Block) -> tuple[str, ...]:
    """Return the texts in the rows right above the table, nearest first."""
    titles: list[str] = []
    for row in reversed(block.sheet.rows[max(0, block.top - 5) : block.top]):
        texts = [cell for cell in row[block.left : block.right] if isinstance(cell, str)]
        if len(texts) > 3:
            break  # no title, but the rows of another table
        titles += texts
    return tuple(titles)
