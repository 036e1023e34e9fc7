"""What is said about settings and the headings of tables: which reading was taken, which columns were not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from ..base.problems import Problem, problem
from ..base.schema import Column, TableSchemas
from ..base.settings import FILE, Settings
from ..base.suggest import did_you_mean
from ..german.enumerations import listing
from .cells.date_words import is_weekday
from .cells.fillers import is_hour
from .cells.privacy import is_personal
from .layout.blocks import Block
from .layout.candidates import entries, lists_names
from .layout.compounds import WORDS, pattern_of_keys, people_rank
from .layout.headings import Heading, Headings, heading_key, is_number_of_row, keys_of
from .layout.parts import is_part
from .messages import problem_at, rows_in_words
from .sheets import Cell, Sheet, cell_name, holds
from .word_lists import word_lists

# Columns that nobody misses in a report: the protocol's last page lists them with all others that were not read.
_HARMLESS = re.compile(pattern_of_keys(word_lists(WORDS)["verzichtbar"]["woerter"]))
_IS_TIME = re.compile(r"(?i)uhr|zeit(?!raum)")
_SIMILAR = 0.8  # from here on a heading is so like a known one that we ask
_LONG_ENOUGH = 6  # letters; shorter headings are like many others
_HEAD = 3  # so many last letters are the same where two German compounds end in the same word


def about_settings(settings: Settings, sheets: Iterable[Sheet], tables: TableSchemas) -> Iterator[Problem]:
    """Yield what [spalten] and [tabellen] name that does not exist."""
    titles = {heading_key(word): table for table in tables.values() for word in (table.name, table.title)}
    names = {sheet.place for sheet in sheets}
    for typed, columns in settings.spalten.items():
        table = titles.get(heading_key(typed))
        if table is None:
            yield _unknown(f"spalten.{typed}", typed, [known.title for known in tables.values()])
            continue
        headings = {heading_key(word) for column in table.columns for word in (column.name, column.heading)}
        for column in columns:
            if heading_key(column) not in headings:
                yield _unknown(f"spalten.{typed}.{column}", column, [known.heading for known in table.columns])
    for place, typed in settings.tabellen.items():
        if heading_key(typed) not in {*titles, "umfrage"}:
            yield _unknown(f'tabellen."{place}"', typed, [*(known.title for known in tables.values()), "Umfrage"])
        elif place.rstrip("/").casefold() not in names:
            yield problem("tabellen-ohne-blatt", file=FILE, value=place)


def _unknown(key: str, typed: str, known: Sequence[str]) -> Problem:
    suggestion = did_you_mean(typed, known, f"Möglich sind hier: {', '.join(known)}.")
    return problem("einstellung-unbekannt", file=FILE, key=key, suggestion=suggestion)


def about_block(block: Block, headings: Headings) -> Iterator[Problem]:
    """Yield what was assumed when reading the headings of a table."""
    table = block.table.title
    taken = {heading.column.name: heading for heading in block.headings if heading.column is not None}
    beside, unread = columns_beside(block), []
    parts = [] if "teilnehmerzahl" in block.places else _parts_of_people(block, headings)
    if parts:
        shown = " und ".join(f"„{one_line(heading.typed)}“" for heading in parts)
        yield problem_at("anzahl-in-teilen", block.sheet, block.header, headings=shown, table=table)
    for heading in block.headings:
        if heading.column is None:
            if heading.place in beside or heading in parts or not _is_missed(heading):
                continue
            meant = _meant(block, heading, headings)
            if meant:
                yield _at(block, heading, "ueberschrift-unsicher", meant=meant)
            elif _is_filled(block, heading):
                unread.append(f"„{one_line(heading.typed)}“")
        elif heading.guessed:
            yield _at(block, heading, "ueberschrift-aehnlich", meant=heading.column.heading)
    for double in block.doubles:
        if double.column is None or double.column.kind == "person" or double.place in beside:
            continue  # first and last name are one thing indeed
        if double.column.kind in ("datum", "bis") and (_IS_TIME.search(double.typed) or _holds_hours(block, double)):
            continue  # the hour is no other day
        if lists_names(block, double):
            continue  # told of on its own
        one = taken[double.column.name]
        here, there = entries(block, one), entries(block, double)
        unequal = double.column.kind == "anzahl" and max(here, there) > 2 * min(here, there)
        if unequal or _is_filled(block, double):
            words = {"letter": _letter(double), "other": _letter(one), "taken": one_line(one.typed)}
            code = "ueberschrift-ungleich" if unequal else "ueberschrift-doppelt"
            yield _at(block, double, code, **words, here=here, there=there)
    for texts in block.strangers:
        rows = [
            row for row in block.sheet.rows[block.header + 1 : block.end] if any(holds(row[place]) for place in texts)
        ]
        named = listing([f"„{one_line(ways[0])}“" for _, ways in sorted(texts.items())][:5])
        yield problem_at("tabelle-daneben", block.sheet, block.header, min(texts), None,
                         table=table, headings=named, unread_rows=len(rows))  # fmt: skip
    if unread:
        code = (
            "spalten-ungelesen-liste" if block.table.promised and block.table.name != "listen" else "spalten-ungelesen"
        )
        yield problem_at(code, block.sheet, block.header, headings=", ".join(unread), table=table)
    if block.others and FILE not in block.decided_by:  # what staff decided needs no telling
        others = " oder ".join(f"„{table.title}“" for table in block.others)
        code = "lesart" if block.decided_by else "lesart-unentschieden"
        yield problem_at(code, block.sheet, block.header, others=others, decided_by=block.decided_by, table=table)


def _parts_of_people(block: Block, headings: Headings) -> list[Heading]:
    """Return the columns that hold numbers of some of the people: „Teilnehmer w“, „Besucher (Kinder)“."""
    known = headings.meanings_of(block.table)
    counts = {key for key, columns in known.items() if any(column.kind == "anzahl" for column, _ in columns)}
    unknown = (heading for heading in block.headings if heading.column is None)
    found = [
        heading
        for heading in unknown
        if any(
            key in counts or people_rank(key) is not None
            for key in (heading_key(heading.typed.split()[0]), *keys_of(heading.typed))
        )
        and any(type(cell) is int for cell in _cells(block, heading))
    ]
    return found if any(is_part(heading.typed) for heading in found) else []


def unread_headings(block: Block) -> tuple[str, ...]:
    """Return the headings of all columns that hold something and were not read."""
    doubles = (d for d in block.doubles if d.column and d.column.kind != "person" and not lists_names(block, d))
    unknown = (heading for heading in block.headings if heading.column is None)
    found = sorted((*unknown, *doubles), key=lambda heading: heading.place)
    return tuple(one_line(one.typed) for one in found if any(map(holds, _cells(block, one))))


def columns_beside(block: Block) -> set[int]:
    """Return the columns that an empty one parts from all that are read: a small statistic beside the list."""
    rows = block.sheet.rows[block.top : block.end]
    read, beside, part = set(block.places.values()), set[int](), list[int]()
    for place in range(block.left, block.right + 1):
        if place < block.right and any(holds(row[place]) for row in rows):
            part.append(place)
            continue
        beside |= set() if read.intersection(part) else set(part)
        part = []
    return beside


def about_rows(block: Block) -> Iterator[Problem]:
    """Yield that a table is empty or has hidden rows."""
    rows = [i for i in block.sheet.filled_rows if block.header < i < block.end]
    if not rows:
        yield problem_at("tabelle-ohne-zeilen", block.sheet, block.header, table=block.table.title)
    hidden = sorted(block.sheet.hidden_rows.intersection(rows))
    if hidden:
        yield problem_at("zeilen-ausgeblendet", block.sheet, hidden[0], rows=rows_in_words(row + 1 for row in hidden))


def _at(block: Block, heading: Heading, code: str, **words: object) -> Problem:
    typed = one_line(heading.typed)
    words = {"heading": typed, "table": block.table.title} | words
    return problem_at(code, block.sheet, block.header, heading.place, typed, **words)


def _is_missed(heading: Heading) -> bool:
    """Tell whether somebody could want a column in the report."""
    words = one_line(heading.typed)
    harmless = any(_HARMLESS.fullmatch(key) or is_number_of_row(key) for key in keys_of(words))
    return not (harmless or is_personal(words) or _PEOPLE.match(heading_key(words)))


_PEOPLE = re.compile(r"ansprech|kontakt|person$|personen$|name|vorname|nachname")


def _cells(block: Block, heading: Heading) -> Iterator[Cell]:
    return (row[heading.place] for row in block.sheet.rows[block.header + 1 : block.end])


def _is_filled(block: Block, heading: Heading) -> bool:
    """Tell whether a column holds anything but times of day and days of the week, which no report needs."""
    return any(holds(cell) and not is_hour(cell) and not _is_weekday(cell) for cell in _cells(block, heading))


def _holds_hours(block: Block, heading: Heading) -> bool:
    return sum(map(is_hour, _cells(block, heading))) > entries(block, heading)


def _is_weekday(cell: Cell) -> bool:
    return isinstance(cell, str) and is_weekday(cell)


def _letter(heading: Heading) -> str:
    return cell_name(0, heading.place).rstrip("1")


def _meant(block: Block, heading: Heading, headings: Headings) -> str:
    """Return the heading that was probably meant by one that is not known; "" if none comes near.

    Both begin with the same letter and end in the same word: „Teilnehmertage“ are not the „Teilnehmerzahl“.
    """
    typed = heading_key(heading.typed)
    if is_number_of_row(typed):
        return ""
    free = {
        key: columns[0][0]
        for key, columns in headings.meanings_of(block.table).items()
        if columns[0][0].name not in block.places
        and min(len(key), len(typed)) >= _LONG_ENOUGH
        and (key[0], key[-_HEAD:]) == (typed[0], typed[-_HEAD:])
    }
    near = get_close_matches(typed, free, n=len(free) or 1, cutoff=_SIMILAR)
    if not near:
        return ""
    column = free[near[0]]
    return column.heading if heading_key(column.heading) in near else as_written(column, near[0])


def as_written(column: Column, key: str) -> str:
    """Return a heading of a column as people write it."""
    words = (column.heading, *column.synonyms)
    return next((word for word in words if heading_key(word) == key), column.heading)


def one_line(text: str) -> str:
    """Return the beginning of a text on one line."""
    return " ".join(text.split())[:60]
