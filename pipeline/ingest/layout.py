"""Where tables stand on a sheet, which table each is, and which heading means what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice
from pathlib import PurePosixPath

from ..settings import Settings
from .schema import TABLES, Column, Table
from .sheets import Cell, Sheet, holds
from .spelling import distance

_WIDEST = 60  # with more headings a sheet is a survey or a data dump, and slips of the finger are not looked for
_HEADER_WITHIN = 40  # filled rows from the top within which the first header is looked for


@dataclass(frozen=True)
class Heading:
    """One heading as it stands on the sheet, its position in columns, and which column of the table it means."""

    typed: str
    place: int
    column: Column | None = None
    guessed: bool = False  # nearly right, read all the same


@dataclass(frozen=True)
class Block:
    """A table on a sheet: header rows `top` to `header`, data rows below until before `end`, columns `left` to `right`.

    All positions count from 0; `end` and `right` are not included. `headings` without a column are not known,
    `doubles` mean a column that another one means better. `others` are further tables that the headings allow.
    """

    sheet: Sheet
    table: Table
    top: int
    header: int
    end: int
    left: int
    right: int
    headings: tuple[Heading, ...]
    doubles: tuple[Heading, ...] = ()
    others: tuple[Table, ...] = ()
    told_by: str = ""  # what decided between `table` and `others`

    @property
    def is_plain(self) -> bool:
        """Whether at least half of the headings mean a column."""
        return len(self.places) * 2 >= len(self.headings)

    @property
    def places(self) -> dict[str, int]:
        """Return column name -> position of those that are there."""
        return {h.column.name: h.place for h in self.headings if h.column is not None}


@dataclass(frozen=True)
class Near:
    """A sheet that looks like a table but lacks a needed heading."""

    sheet: Sheet
    table: Table
    row: int
    missing: tuple[str, ...]
    headings: tuple[Heading, ...]
    sure: bool  # whether it can hardly be anything else


@lru_cache(maxsize=10_000)
def heading_key(typed: str) -> str:
    r"""Return what is compared of a heading: „Wochen-\ntag “ and „WOCHENTAG“ are the same."""
    text = re.sub(r"-[ \t]*\n\s*(?=[a-zäöüß])", "", typed.replace("\xad", ""))
    text = unicodedata.normalize("NFKC", text).lower()
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(umlaut, plain)
    return re.sub(r"[^a-z0-9]+", "", text)


def _bare(typed: str) -> str:
    """Return a heading without what stands in brackets or after a colon."""
    return re.sub(r"\([^()]*\)|\[[^\[\]]*\]|:.*$", " ", typed, flags=re.DOTALL)


@lru_cache(maxsize=10_000)
def _keys(typed: str) -> tuple[str, ...]:
    """Return what a heading may mean, the likeliest first: all of it, without remarks, its parts („Datum/Uhrzeit“)."""
    parts = re.split(r"\s*[/,|]\s*", _bare(typed))
    return tuple(dict.fromkeys(key for words in (typed, _bare(typed), *parts) if (key := heading_key(words))))


Meanings = Mapping[str, tuple[tuple[Column, int], ...]]


def meanings(table: Table, settings: Settings) -> Meanings:
    """Return heading key -> columns it may mean, with their rank among the synonyms."""
    more = {heading_key(name): columns for name, columns in settings.spalten.items()}.get(heading_key(table.name), {})
    extra = {heading_key(name): synonyms for name, synonyms in more.items()}
    found: dict[str, list[tuple[Column, int]]] = {}
    for column in table.columns:
        own = (*extra.get(heading_key(column.name), ()), *extra.get(heading_key(column.heading), ()))
        for rank, word in enumerate((*own, column.heading, *column.synonyms)):
            entry = found.setdefault(heading_key(word), [])
            if all(known is not column for known, _ in entry):
                entry.append((column, rank))
    return {key: tuple(columns) for key, columns in found.items()}


def near_key(key: str, known: Sequence[str]) -> str | None:
    """Return the known heading key that differs only by a slip of the finger, if there is exactly one."""
    if len(key) < 4:
        return None
    allowed = 1 if len(key) < 9 else 2
    near = [other for other in known if len(other) >= 4 and distance(key, other, allowed) <= allowed]
    return near[0] if len(near) == 1 else None


@dataclass(frozen=True)
class _Match:
    """How well one header row fits one table."""

    table: Table
    headings: tuple[Heading, ...]
    doubles: tuple[Heading, ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(h.column.name for h in self.headings if h.column is not None)

    @property
    def complete(self) -> bool:
        return all(any(name in self.names for name in need) for need in self.table.needs)

    @property
    def fit(self) -> tuple[int, int]:
        """How well the headings fit: columns found, and how many of them by their own name."""
        own = (heading_key(h.column.heading) in _keys(h.typed) for h in self.headings if h.column is not None)
        return len(self.names), sum(own)

    @property
    def telling(self) -> int:
        return sum(h.column is not None and not h.column.common for h in self.headings)

    @property
    def missing(self) -> tuple[str, ...]:
        lacking = (need for need in self.table.needs if not any(name in self.names for name in need))
        return tuple(" oder ".join(f"„{self.table.column(name).heading}“" for name in need) for need in lacking)


class Layout:
    """Finds tables on sheets; knows the headings of one association."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._meanings = {table.name: meanings(table, settings) for table in TABLES.values()}
        self._known = frozenset(key for known in self._meanings.values() for key in known)
        self._told = {key.casefold(): heading_key(table) for key, table in settings.tabellen.items()}

    def meanings_of(self, table: Table) -> Meanings:
        """Return heading key -> columns of the table it may mean."""
        return self._meanings[table.name]

    def tables_on(self, sheet: Sheet) -> tuple[tuple[Block, ...], Near | None]:
        """Return the tables on a sheet from top to bottom, left to right, or else what it nearly is."""
        if self._told_of(sheet) == "umfrage":
            return (), None
        filled = sheet.filled_rows
        blocks: list[Block] = []
        near: tuple[int, _Match] | None = None
        place = 0
        for position in filled[:_HEADER_WITHIN]:
            if found := self._header_at(sheet, position):
                blocks = found
                break
            for table in TABLES.values():
                match = self._match(table, _texts(sheet.rows[position]))
                if match.names and not match.complete and (near is None or len(match.names) > len(near[1].names)):
                    near = position, match
        if not blocks:
            return (), self._near(sheet, near)
        if _sounds_like_survey(sheet) and not any(block.is_plain or _named(block.table, sheet) for block in blocks):
            return (), None
        for position in (p for p in filled if p > max(block.header for block in blocks)):
            for place, block in enumerate(blocks):
                if block.end > position and self._may_be_header(block, sheet.rows[position]):
                    again = self._header_at(sheet, position, block.left, block.right)
                    if again:
                        blocks[place] = replace(block, end=position)
                        blocks += again
                        break
        return tuple(blocks), None

    def _may_be_header(self, block: Block, row: Sequence[Cell]) -> bool:
        """Tell whether a row below a header may be another one, at a glance."""
        known = (heading.place for heading in block.headings if heading.column is not None)
        cells = [row[place] for place in islice(known, 2)]
        return any(
            isinstance(cell, str) and len(cell) < 50 and not cell[0].isdigit() and heading_key(cell) in self._known
            for cell in cells
        )

    def _header_at(self, sheet: Sheet, position: int, left: int = 0, right: int | None = None) -> list[Block]:
        """Return the blocks whose header begins in a row; none if it is no header."""
        right = len(sheet.rows[position]) if right is None else right
        for texts, header in _readings(sheet, position):
            texts = {place: words for place, words in texts.items() if left <= place < right}
            if len(texts) < 2 and len(sheet.filled_rows) > 1 and not self._is_named(sheet):
                continue
            if header > position and self._is_header_alone(sheet, header, texts):
                continue  # the upper row is a title
            parts = [part for part in _side_by_side(texts) if self._choose(sheet, part)]
            if len(parts) < 2:
                parts = [texts]
            blocks = []
            for number, part in enumerate(parts):
                chosen = self._choose(sheet, part)
                if chosen is None:
                    continue
                match, others, told_by = chosen
                start = left if number == 0 else min(part)
                end = min(parts[number + 1]) if number + 1 < len(parts) else right
                blocks.append(
                    Block(sheet, match.table, position, header, len(sheet.rows), start, end, match.headings,
                          match.doubles, others, told_by)
                )  # fmt: skip
            if blocks:
                return blocks
        return []

    def _is_header_alone(self, sheet: Sheet, position: int, texts: Mapping[int, Sequence[str]]) -> bool:
        """Tell whether a row is as good a header without the row above it."""
        alone, together = self._choose(sheet, _texts(sheet.rows[position])), self._choose(sheet, texts)
        return alone is not None and together is not None and alone[0].fit >= together[0].fit

    def _told_of(self, sheet: Sheet) -> str:
        """Return which table the settings say that a sheet is."""
        return self._told.get(f"{sheet.file}/{sheet.name}".rstrip("/").casefold(), "")

    def _is_named(self, sheet: Sheet) -> bool:
        return any(_named(table, sheet) for table in TABLES.values())

    def _match(self, table: Table, texts: Mapping[int, Sequence[str]]) -> _Match:
        """Return which headings mean which columns, exactly or by a slip of the finger."""
        known = self._meanings[table.name]
        pairs = sorted(
            (part, rank, way, place, column.name)
            for place, ways in texts.items()
            for way, words in enumerate(ways)
            for part, key in enumerate(_keys(words))
            for column, rank in known.get(key, ())
        )
        taken: dict[int, str] = {}
        doubles: dict[int, str] = {}
        for *_, place, name in pairs:
            if place not in taken and name not in taken.values():
                taken[place] = name
        for *_, place, name in pairs:
            if place not in taken:
                doubles.setdefault(place, name)
        guessed = self._guess(table, texts, taken, doubles) if taken and len(texts) <= _WIDEST else {}
        names = taken | guessed
        headings = tuple(
            Heading(ways[0], place, table.column(names[place]) if place in names else None, place in guessed)
            for place, ways in sorted(texts.items())
            if place not in doubles
        )
        beside = tuple(Heading(texts[p][0], p, table.column(name)) for p, name in sorted(doubles.items()))
        return _Match(table, headings, beside)

    def _guess(
        self, table: Table, texts: Mapping[int, Sequence[str]], taken: Mapping[int, str], doubles: Mapping[int, str]
    ) -> dict[int, str]:
        guessed: dict[int, str] = {}
        known = self._meanings[table.name]
        for place, ways in texts.items():
            if place in taken or place in doubles or len(ways[0]) > 40:
                continue
            near = near_key(heading_key(ways[0]), tuple(known))
            if near is not None:
                name = known[near][0][0].name
                if name not in taken.values() and name not in guessed.values():
                    guessed[place] = name
        return guessed

    def _choose(self, sheet: Sheet, texts: Mapping[int, Sequence[str]]) -> tuple[_Match, tuple[Table, ...], str] | None:
        """Return the table that headings make, the others they could make, and what decided."""
        matches = [self._match(table, texts) for table in TABLES.values()]
        possible = [m for m in matches if m.complete and (m.telling or _named(m.table, sheet))]
        if not possible:
            return None
        told = self._told_of(sheet)
        groups = (
            ("bericht.toml", [m for m in possible if told and heading_key(m.table.name) == told]),
            ("der Name des Blattes", [m for m in possible if _sheet_is_named(m.table, sheet)]),
            ("der Name der Datei", [m for m in possible if _file_is_named(m.table, sheet)]),
            ("die Überschriften", possible),
        )
        told_by, group = next((why, group) for why, group in groups if group)
        best = max(group, key=lambda match: match.fit)
        return best, tuple(m.table for m in possible if m is not best and m.fit >= best.fit), told_by

    def _near(self, sheet: Sheet, found: tuple[int, _Match] | None) -> Near | None:
        if found is None:
            return None
        position, match = found
        named = _named(match.table, sheet)
        if not named and (len(match.names) < 2 or not match.telling):
            return None
        sure = match.telling >= 2 or (named and match.telling >= 1)
        return Near(sheet, match.table, position, match.missing, match.headings, sure)


def _sheet_is_named(table: Table, sheet: Sheet) -> bool:
    return _sounds_like(table, sheet.name)


def _file_is_named(table: Table, sheet: Sheet) -> bool:
    return _sounds_like(table, PurePosixPath(sheet.file).stem)


def _named(table: Table, sheet: Sheet) -> bool:
    return _sheet_is_named(table, sheet) or _file_is_named(table, sheet)


@cache
def _sounds_like(table: Table, name: str) -> bool:
    key = heading_key(name)
    return any(heading_key(word) in key for word in (table.title, *table.names))


_SURVEY = re.compile(r"(?i)umfrage|befragung|fragebogen|feedback|antwort|survey|evaluation|rückmeldung")


def _sounds_like_survey(sheet: Sheet) -> bool:
    return _SURVEY.search(f"{sheet.name} {PurePosixPath(sheet.file).stem}") is not None


def _texts(row: Sequence[Cell]) -> dict[int, tuple[str, ...]]:
    """Return position -> the heading that stands there."""
    return {place: (cell.strip(),) for place, cell in enumerate(row) if isinstance(cell, str) and holds(cell)}


def _readings(sheet: Sheet, position: int) -> Iterator[tuple[Mapping[int, Sequence[str]], int]]:
    """Yield the headings that begin in a row as one row or two, the likelier reading first, with their last row."""
    one = _texts(sheet.rows[position])
    two = _two_rows(sheet, position)
    if two is not None and _is_merged_header(sheet, position):
        yield two, position + 1
    yield one, position
    if two is not None:
        yield two, position + 1


def _is_merged_header(sheet: Sheet, position: int) -> bool:
    return any(
        block.top == position
        and (block.bottom == position + 1 or (block.bottom == position and block.right > block.left))
        for block in sheet.merged
    )


def _two_rows(sheet: Sheet, position: int) -> dict[int, tuple[str, ...]] | None:
    """Return headings of two rows: both together, the lower one, the upper one; None if the next row is no heading."""
    if position + 1 >= len(sheet.rows):
        return None
    upper, lower = list(sheet.rows[position]), sheet.rows[position + 1]
    if not any(map(holds, lower)) or any(holds(cell) and not isinstance(cell, str) for cell in lower):
        return None
    for block in sheet.merged:
        if block.top == position:
            upper[block.left : block.right + 1] = [upper[block.left]] * (block.right + 1 - block.left)
    texts = {}
    for place, (top, bottom) in enumerate(zip(upper, lower, strict=True)):
        above = top.strip() if isinstance(top, str) else ""
        below = bottom.strip() if isinstance(bottom, str) else ""
        if above or below:
            texts[place] = tuple(words for words in (f"{above} {below}".strip(), below, above) if words)
    return texts


def _side_by_side(texts: Mapping[int, Sequence[str]]) -> list[dict[int, Sequence[str]]]:
    """Return the headings cut where a column without heading or the first heading once more begins a new table."""
    places = sorted(texts)
    parts: list[dict[int, Sequence[str]]] = []
    for place in places:
        key = heading_key(texts[place][0])
        if not parts or place - 1 not in texts or key == heading_key(next(iter(parts[-1].values()))[0]):
            parts.append({})
        parts[-1][place] = texts[place]
    return parts
