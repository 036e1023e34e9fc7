"""What is said about sheets and headings: which reading was taken, what was not read, what was not recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from ..problems import Problem, problem
from ..settings import FILE, Settings
from .headings import Heading, Headings, heading_key
from .layout import Block, Near
from .personal import has_personal_data
from .remarks import is_hour
from .schema import TABLES
from .sheets import Cell, Sheet, as_typed, holds
from .survey.details import is_details, is_questions
from .survey.privacy import is_personal
from .telling import rows_in_words, tell

_HARMLESS = {"nr", "lfdnr", "nummer", "id", "uhrzeit", "zeit", "wochentag"}  # nobody misses these in a report
_SIMILAR = 0.8  # from here on a heading is so like a known one that we ask


def about_settings(settings: Settings, sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """Yield what [spalten] and [tabellen] name that does not exist."""
    titles = {heading_key(word): table for table in TABLES.values() for word in (table.name, table.title)}
    names = {f"{sheet.file}/{sheet.name}".rstrip("/").casefold() for sheet in sheets}
    for typed, columns in settings.spalten.items():
        table = titles.get(heading_key(typed))
        if table is None:
            yield _unknown(f"spalten.{typed}", typed, [known.title for known in TABLES.values()])
            continue
        headings = {heading_key(word) for column in table.columns for word in (column.name, column.heading)}
        for column in columns:
            if heading_key(column) not in headings:
                yield _unknown(f"spalten.{typed}.{column}", column, [known.heading for known in table.columns])
    for place, typed in settings.tabellen.items():
        if heading_key(typed) not in {*titles, "umfrage"}:
            yield _unknown(f'tabellen."{place}"', typed, [*(known.title for known in TABLES.values()), "Umfrage"])
        elif place.rstrip("/").casefold() not in names:
            yield problem("tabellen-ohne-blatt", file=FILE, value=place)


def _unknown(key: str, typed: str, known: Sequence[str]) -> Problem:
    near = get_close_matches(typed, known, n=1, cutoff=0.6)
    suggestion = f"Meinten Sie „{near[0]}“?" if near else f"Möglich sind hier: {', '.join(known)}."
    return problem("einstellung-unbekannt", file=FILE, key=key, suggestion=suggestion)


def about_block(block: Block, headings: Headings) -> Iterator[Problem]:
    """Yield what was assumed when reading the headings of a table."""
    table = block.table.title
    taken = {heading.column.name: heading.typed for heading in block.headings if heading.column is not None}
    unread = []
    for heading in block.headings:
        if heading.column is None:
            meant = _meant(block, heading, headings)
            if meant:
                yield _at(block, heading, "ueberschrift-unsicher", meant=meant)
            elif _is_missed(heading) and _is_filled(block, heading):
                unread.append(f"„{_one_line(heading.typed)}“")
        elif heading.guessed:
            yield _at(block, heading, "ueberschrift-aehnlich", meant=heading.column.heading)
    for double in block.doubles:
        if double.column is not None and _is_filled(block, double):
            yield _at(block, double, "ueberschrift-doppelt", taken=_one_line(taken[double.column.name]))
    if unread:
        yield tell("spalten-ungelesen", block.sheet, block.header, headings=", ".join(unread), table=table)
    if block.others:
        others = " oder ".join(f"„{table.title}“" for table in block.others)
        code = "lesart" if block.told_by else "lesart-unentschieden"
        yield tell(code, block.sheet, block.header, others=others, told_by=block.told_by, table=table)


def about_rows(block: Block) -> Iterator[Problem]:
    """Yield that a table is empty or has hidden rows."""
    rows = [i for i in block.sheet.filled_rows if block.header < i < block.end]
    if not rows:
        yield tell("tabelle-ohne-zeilen", block.sheet, block.header, table=block.table.title)
    hidden = sorted(block.sheet.hidden_rows.intersection(rows))
    if hidden:
        yield tell("zeilen-ausgeblendet", block.sheet, hidden[0], rows=rows_in_words(row + 1 for row in hidden))


def about_stranger(sheet: Sheet, near: Near | None) -> Problem:
    """Return what is said about a sheet that is neither a table we know nor a survey."""
    if is_details(sheet) or is_questions(sheet):
        return tell("umfrage-ohne-antworten", sheet)
    if near is None:
        headings = _first_headings(sheet)
        begins = f"Es beginnt mit {headings}." if headings else "Überschriften hat es keine."
        return tell("blatt-unbekannt", sheet, begins=begins)
    missing = " und ".join(near.missing)
    found = ", ".join(f"„{_one_line(heading.typed)}“" for heading in near.headings if heading.column is not None)
    code = "ueberschrift-fehlt" if near.sure else "blatt-nicht-erkannt"
    return tell(code, sheet, near.row, table=near.table.title, missing=missing, found=found)


def _at(block: Block, heading: Heading, code: str, **words: object) -> Problem:
    typed = _one_line(heading.typed)
    words = {"heading": typed, "table": block.table.title} | words
    return tell(code, block.sheet, block.header, heading.place, typed, **words)


def _is_missed(heading: Heading) -> bool:
    """Tell whether somebody could want a column in the report."""
    return heading_key(heading.typed) not in _HARMLESS and not is_personal(_one_line(heading.typed))


def _is_filled(block: Block, heading: Heading) -> bool:
    """Tell whether a column holds anything but times of day, which no report needs."""
    cells = (row[heading.place] for row in block.sheet.rows[block.header + 1 : block.end])
    return any(holds(cell) and not is_hour(cell) for cell in cells)


def _meant(block: Block, heading: Heading, headings: Headings) -> str:
    """Return the heading that was probably meant by one that is not known; "" if none comes near."""
    free = {
        key: columns[0][0].heading
        for key, columns in headings.meanings_of(block.table).items()
        if columns[0][0].name not in block.places
    }
    near = get_close_matches(heading_key(heading.typed), free, n=1, cutoff=_SIMILAR)
    return free[near[0]] if near else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())[:60]


def _first_headings(sheet: Sheet) -> str:
    """Return the first texts that stand side by side, unless they could be a person's data."""
    row: tuple[Cell, ...] = next((sheet.rows[i] for i in sheet.filled_rows if sum(map(holds, sheet.rows[i])) > 1), ())
    texts = [_one_line(as_typed(cell)) for cell in row if holds(cell)]
    if not any(isinstance(cell, str) for cell in row) or any(map(has_personal_data, texts)):
        return ""
    return ", ".join(f"„{text}“" for text in texts[:5]) + (" …" if len(texts) > 5 else "")
