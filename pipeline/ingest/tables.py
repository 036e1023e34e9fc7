"""A folder of files -> Tables: the room's front door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from ..base.names import slug
from ..base.problems import Problem, problem
from ..base.records import Balance, SurveyReading, Tables
from ..base.schema import EXPLANATION, TableSchema, TableSchemas
from ..base.settings import Settings
from .files.folder import look_through
from .files.one_column import SEPARATORS, lines_in_one_column
from .files.workbook import Workbook, read_files
from .header_messages import about_block, about_rows, about_settings, unread_headings
from .layout.blocks import Block, PartialMatch
from .layout.layout import Layout
from .messages import problem_at, rows_in_words
from .rows.conspicuous import conspicuous
from .rows.duplicates import set_twins_aside
from .rows.naming import settle_names
from .rows.record import Record
from .rows.sorting import SortedRows, sort_rows
from .shareable import shareable_cells
from .sheets import Sheet
from .stranger_messages import about_stranger
from .years import latest_year

ReadSurveys = Callable[[Sequence[Sheet], Settings, int, frozenset[str], frozenset[str]], SurveyReading]
Contradictions = Callable[[Sequence[Record]], Iterator[Problem]]


Check = Callable[[Sequence[Block], Sequence[Sheet]], Iterator[Problem]]


@dataclass(frozen=True)
class OwnTables:
    """Tables that an association has beside those that everybody has, and what is wrong with how it said so.

    `check` compares what was said with the tables found on the sheets.
    """

    tables: TableSchemas = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    check: Check | None = None


@dataclass(frozen=True)
class Repertoire:
    """What there is to recognise: the tables, what their rows may contradict each other in, and who reads surveys.

    A check of contradictions may let rows say what others say, in place, or that they do not count. `read_surveys`
    takes the sheets that are no table, the settings, the next free id, the people named in lists and the keys that are
    taken. `own_tables` looks for further tables that sheets and settings describe.
    """

    tables: TableSchemas
    contradictions: Mapping[str, Contradictions] = field(default_factory=dict)
    read_surveys: ReadSurveys | None = None
    own_tables: Callable[[Sequence[Sheet], Settings], OwnTables] | None = None


def read(
    folder: Path,
    settings: Settings,
    repertoire: Repertoire,
    leave_out: Collection[Path] = (),
    year: int | None = None,
) -> Tables:
    """Return all that lies in a drop folder; nothing is raised at staff, everything is named.

    `year` is the report year if somebody ordered one; else the settings or the rows tell it.
    """
    drop = look_through(folder, settings, leave_out)
    found = gather(read_files(drop.files, settings.lesen), settings, repertoire, year)
    return replace(found, problems=(*drop.problems, *found.problems))


def gather(books: Sequence[Workbook], settings: Settings, repertoire: Repertoire, year: int | None = None) -> Tables:
    """Return the tables and surveys that stand in workbooks."""
    problems = [book.problem for book in books if book.problem is not None]
    sheets, said = _in_columns(*_visible_sheets(books))
    own = repertoire.own_tables(sheets, settings) if repertoire.own_tables else OwnTables()
    tables = {**repertoire.tables, **own.tables}
    problems += (*said, *about_settings(settings, sheets, tables), *own.problems)
    found, strangers, said = _find_tables(sheets, settings, tables)
    problems += said
    problems += own.check([one.block for one in found], sheets) if own.check else ()
    handed_in = {one.block.table.name for one in found}
    tables = {name: table for name, table in tables.items() if name in repertoire.tables or name in handed_in}
    problems += settle_names(_by_table(found, tables), settings, tables)
    problems += set_twins_aside(found)
    problems += _settle_contradictions(_by_table(found, tables), repertoire)
    problems += conspicuous(found, settings)
    _leave_out(found)
    problems += [said for one in found for said in one.problems]
    frames, sources, next_id = _frames(found, tables)
    people = frozenset().union(*(one.people for one in found))
    taken = _lists_of_umfrage(frames)
    read_surveys = repertoire.read_surveys
    surveys = read_surveys(list(strangers), settings, next_id, people, taken) if read_surveys else SurveyReading()
    problems += surveys.problems
    unclaimed = {s: near for s, near in strangers.items() if (s.file, s.name) not in surveys.claimed}
    year = year or settings.bericht.jahr or latest_year(frames)
    blocks = [one.block for one in found]
    problems += [about_stranger(sheet, near, tables, year, blocks) for sheet, near in unclaimed.items()]
    sources = pd.concat([sources, _source_frame(surveys.places)])
    balance = (*_balance(found), *surveys.balance)
    shareable = shareable_cells(found, settings, tables)
    incomplete = _incomplete(found, tables)
    return Tables(frames, sources, surveys.surveys, tuple(problems), balance, shareable, tables, incomplete)


def _lists_of_umfrage(frames: Mapping[str, pd.DataFrame]) -> frozenset[str]:
    """Return the names of lists if there is a project „Umfrage“.

    Its figures are called „umfrage.treffen.anzahl“, so a survey „Treffen“ has to be called „umfrage.treffen-2“ then.
    """
    named = (name for frame in frames.values() if "projekt" in frame for name in frame["projekt"].unique())
    return frozenset(frames) if any(slug(name) == "umfrage" for name in named) else frozenset()


def _visible_sheets(books: Iterable[Workbook]) -> tuple[list[Sheet], list[Problem]]:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for book in books:
        filled = [sheet for sheet in book.sheets if (sheet.filled_rows or sheet.faults) and not _explains(sheet)]
        if not filled and book.problem is None:
            problems.append(problem("datei-ohne-zellen", file=book.file))
        problems += [problem_at("blatt-ausgeblendet", sheet) for sheet in filled if _was_hidden(sheet)]
        problems += [problem_at("zelle-zu-lang", sheet, *place) for sheet in filled for place in sorted(sheet.cut)]
        for sheet in (sheet for sheet in filled if sheet.open_quotes):
            rows = rows_in_words(row + 1 for row in sheet.open_quotes)
            problems.append(problem_at("anfuehrungszeichen-offen", sheet, min(sheet.open_quotes), rows=rows))
        sheets += [sheet for sheet in filled if sheet.visible]
    return sheets, problems


def _in_columns(sheets: Sequence[Sheet], problems: list[Problem]) -> tuple[list[Sheet], list[Problem]]:
    """Return the sheets, those cut into columns whose lines all stand in one, and what is to be said of them."""
    cut: list[Sheet] = []
    for sheet in sheets:
        lines = lines_in_one_column(sheet)
        if lines is None:
            cut.append(sheet)
        elif lines.uneven:
            words = {"rows": rows_in_words(row + 1 for row in lines.uneven), "unread_rows": len(sheet.filled_rows) - 1}
            problems.append(problem_at("spalte-a-unklar", sheet, None, None, None, **words))
        else:
            cut.append(lines.sheet)
            problems.append(problem_at("spalte-a-getrennt", sheet, separator=SEPARATORS[lines.sheet.separator]))
    return cut, problems


def _was_hidden(sheet: Sheet) -> bool:
    """Tell whether somebody hid a sheet; programs call those that they hide themselves „_56F9DC97…“, „_xltb_…“."""
    return not sheet.visible and not sheet.name.startswith("_")


def _explains(sheet: Sheet) -> bool:
    """Tell whether a sheet is the explanation in a workbook that we wrote."""
    return bool(sheet.rows) and sheet.rows[0][0] == EXPLANATION


def _find_tables(
    sheets: Sequence[Sheet], settings: Settings, tables: TableSchemas
) -> tuple[list[SortedRows], dict[Sheet, PartialMatch | None], list[Problem]]:
    """Return the sorted rows of every table, the sheets without one (and what they nearly are), and what was said."""
    layout = Layout(settings, tables)
    found: list[SortedRows] = []
    strangers: dict[Sheet, PartialMatch | None] = {}
    problems: list[Problem] = []
    for sheet in sheets:
        blocks, near = layout.tables_on(sheet)
        for block in blocks:
            problems += (*about_block(block, layout.headings), *about_rows(block))
            found.append(sort_rows(block, settings))
        if not blocks:
            strangers[sheet] = near
    return found, strangers, problems


def _settle_contradictions(records: Mapping[str, Sequence[Record]], repertoire: Repertoire) -> Iterator[Problem]:
    for table, settle in repertoire.contradictions.items():
        yield from settle(records[table])


def _leave_out(found: Iterable[SortedRows]) -> None:
    """Set aside, in place, the rows of which a check said that they do not count."""
    for one in found:
        gone = {record.row for record in one.records if record.aside}
        one.incomplete += [record for record in one.records if record.aside == "incomplete"]
        one.records = [record for record in one.records if not record.aside]
        one.set_aside += sorted(gone)
        one.used = [row for row in one.used if row not in gone]


def _incomplete(found: Iterable[SortedRows], tables: TableSchemas) -> dict[str, pd.DataFrame]:
    records: dict[str, list[Record]] = {}
    for one in found:
        records.setdefault(one.block.table.name, []).extend(one.incomplete)
    return {name: _frame(tables[name], rows, range(len(rows))) for name, rows in records.items() if rows}


def _by_table(found: Iterable[SortedRows], tables: TableSchemas) -> dict[str, list[Record]]:
    records: dict[str, list[Record]] = {name: [] for name in tables}
    for one in found:
        records[one.block.table.name] += one.records
    return records


def _frames(found: Sequence[SortedRows], tables: TableSchemas) -> tuple[dict[str, pd.DataFrame], pd.DataFrame, int]:
    """Return the frames, where their records stand, and the next free id."""
    frames: dict[str, pd.DataFrame] = {}
    places: list[tuple[int, str, str, int]] = []
    next_id = 1
    for table, records in _by_table(found, tables).items():
        ids = range(next_id, next_id + len(records))
        next_id += len(records)
        frames[table] = _frame(tables[table], records, ids)
        places += [(i, record.file, record.sheet, record.row) for i, record in zip(ids, records, strict=True)]
    return frames, _source_frame(places), next_id


def _frame(table: TableSchema, records: Sequence[Record], ids: range) -> pd.DataFrame:
    columns = {}
    for name, blank in table.blanks.items():
        values = [value if (value := record.values.get(name)) not in _NOTHING else blank for record in records]
        if name in ("datum", "bis"):
            columns[name] = pd.Series(pd.to_datetime(pd.Series(values, dtype=object)).astype("datetime64[s]"))
            columns[name].index = pd.Index(ids)
        elif isinstance(blank, bool | int):
            columns[name] = pd.Series(values, index=ids, dtype="bool" if isinstance(blank, bool) else "int64")
        else:
            columns[name] = pd.Series(values, index=ids, dtype=object)
    frame = pd.DataFrame(columns)
    frame.index.name = "id"
    return frame


_NOTHING = (None, "")


def _source_frame(places: Iterable[tuple[int, str, str, int]]) -> pd.DataFrame:
    return pd.DataFrame(list(places), columns=["id", "file", "sheet", "row"]).set_index("id")


def _balance(found: Iterable[SortedRows]) -> list[Balance]:
    """Return one balance for each sheet and table."""
    used: Counter[tuple[str, str, str]] = Counter()
    aside: Counter[tuple[str, str, str]] = Counter()
    unread: dict[tuple[str, str, str], list[str]] = {}
    for one in found:
        key = (one.block.sheet.file, one.block.sheet.name, one.block.table.name)
        used[key] += len(one.used)
        aside[key] += len(one.set_aside)
        unread.setdefault(key, []).extend(unread_headings(one.block))
    return [
        Balance(*key, used[key] + aside[key], used[key], aside[key], tuple(dict.fromkeys(unread[key]))) for key in used
    ]
