"""A folder of files -> Tables: the room's front door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from ..base.names import slug
from ..base.problems import Problem, problem
from ..base.records import Balance, Tables
from ..base.settings import Settings
from ..topics.survey.reading import exports as survey_exports
from .files.folder import look_through
from .files.workbook import Workbook, read_files
from .header_messages import about_block, about_rows, about_settings, about_stranger, unread_headings
from .layout.blocks import Layout, PartialMatch
from .messages import problem_at, rows_in_words
from .rows.contradictions import settle_contradictions
from .rows.duplicates import set_twins_aside
from .rows.naming import settle_names
from .rows.record import Record
from .rows.sorting import SortedRows, sort_rows
from .schema import EXPLANATION, TABLES
from .shareable import shareable_cells
from .sheets import Sheet

# Column -> what stands where nothing was typed. The order of columns is the order of the frames.
COLUMNS: dict[str, dict[str, Any]] = {
    "treffen": {
        "datum": None, "bis": None, "genau": "tag", "projekt": "", "art": "", "thema": "", "ort": "",
        "beteiligte": (), "teilnehmerzahl": None, "berichtstext": "",
    },
    "veranstaltungen": {
        "datum": None, "bis": None, "genau": "tag", "projekt": "", "format": "", "titel": "", "themen": (),
        "programm": "", "ort": "", "veranstalter": (), "zielgruppe": "", "mitwirkende": (), "teilnehmerzahl": None,
        "berichtstext": "",
    },
    "netzwerk": {"projekt": "", "gruppe": "", "institution": "", "person": False, "engagement": ""},
    "initiativen": {
        "datum": None, "bis": None, "genau": "tag", "projekt": "", "art": "", "beteiligte": (), "adressat": "",
        "gegenstand": "", "initiator": "",
    },
    "partner": {"name": "", "kurzform": "", "artikel": "", "dativ": "", "gehoert_zu": "", "art": ""},
    "werte": {"bezeichnung": "", "jahr": 0, "wert": Decimal(0), "einheit": "", "projekt": ""},
    "texte": {"kapitel": "", "abschnitt": "", "reihenfolge": 0, "text": ""},
}  # fmt: skip
DATED = ("treffen", "veranstaltungen", "initiativen")


def read(folder: Path, settings: Settings, leave_out: Collection[Path] = ()) -> Tables:
    """Return all that lies in a drop folder; nothing is raised at staff, everything is named."""
    drop = look_through(folder, settings, leave_out)
    found = gather(read_files(drop.files, settings.lesen), settings)
    return replace(found, problems=(*drop.problems, *found.problems))


def gather(books: Sequence[Workbook], settings: Settings) -> Tables:
    """Return the tables and surveys that stand in workbooks."""
    problems = [book.problem for book in books if book.problem is not None]
    sheets, said = _visible_sheets(books)
    problems += (*said, *about_settings(settings, sheets))
    found, strangers, said = _find_tables(sheets, settings)
    problems += said
    problems += settle_names(_by_table(found), settings)
    problems += set_twins_aside(found)
    problems += settle_contradictions(_by_table(found))
    problems += [said for one in found for said in one.problems]
    frames, sources, next_id = _frames(found)
    people = frozenset().union(*(one.people for one in found))
    surveys = survey_exports.read_surveys(list(strangers), settings, next_id, people, _lists_of_umfrage(frames))
    problems += surveys.problems
    problems += [about_stranger(s, near) for s, near in strangers.items() if (s.file, s.name) not in surveys.claimed]
    sources = pd.concat([sources, _source_frame(surveys.places)])
    balance = (*_balance(found), *surveys.balance)
    return Tables(frames, sources, surveys.surveys, tuple(problems), balance, shareable_cells(found, settings))


def _lists_of_umfrage(frames: Mapping[str, pd.DataFrame]) -> frozenset[str]:
    """Return the names of lists if there is a project „Umfrage“.

    Its figures are called „umfrage.treffen.anzahl“, so a survey „Treffen“ has to be called „umfrage.treffen-2“ then.
    """
    named = (name for frame in frames.values() if "projekt" in frame for name in frame["projekt"].unique())
    return frozenset(TABLES) if any(slug(name) == "umfrage" for name in named) else frozenset()


def _visible_sheets(books: Iterable[Workbook]) -> tuple[list[Sheet], list[Problem]]:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for book in books:
        filled = [sheet for sheet in book.sheets if (sheet.filled_rows or sheet.faults) and not _explains(sheet)]
        if not filled and book.problem is None:
            problems.append(problem("datei-ohne-zellen", file=book.file))
        problems += [problem_at("blatt-ausgeblendet", sheet) for sheet in filled if not sheet.visible]
        problems += [problem_at("zelle-zu-lang", sheet, *place) for sheet in filled for place in sorted(sheet.cut)]
        for sheet in (sheet for sheet in filled if sheet.open_quotes):
            rows = rows_in_words(row + 1 for row in sheet.open_quotes)
            problems.append(problem_at("anfuehrungszeichen-offen", sheet, min(sheet.open_quotes), rows=rows))
        sheets += [sheet for sheet in filled if sheet.visible]
    return sheets, problems


def _explains(sheet: Sheet) -> bool:
    """Tell whether a sheet is the explanation in a workbook that we wrote."""
    return bool(sheet.rows) and sheet.rows[0][0] == EXPLANATION


def _find_tables(
    sheets: Sequence[Sheet], settings: Settings
) -> tuple[list[SortedRows], dict[Sheet, PartialMatch | None], list[Problem]]:
    """Return the sorted rows of every table, the sheets without one (and what they nearly are), and what was said."""
    layout = Layout(settings)
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


def _by_table(found: Iterable[SortedRows]) -> dict[str, list[Record]]:
    records: dict[str, list[Record]] = {name: [] for name in TABLES}
    for one in found:
        records[one.block.table.name] += one.records
    return records


def _frames(found: Sequence[SortedRows]) -> tuple[dict[str, pd.DataFrame], pd.DataFrame, int]:
    """Return the frames, where their records stand, and the next free id."""
    frames: dict[str, pd.DataFrame] = {}
    places: list[tuple[int, str, str, int]] = []
    next_id = 1
    for table, records in _by_table(found).items():
        ids = range(next_id, next_id + len(records))
        next_id += len(records)
        frames[table] = _frame(table, records, ids)
        places += [(i, record.file, record.sheet, record.row) for i, record in zip(ids, records, strict=True)]
    return frames, _source_frame(places), next_id


def _frame(table: str, records: Sequence[Record], ids: range) -> pd.DataFrame:
    columns = {}
    for name, blank in COLUMNS[table].items():
        values = [value if (value := record.values.get(name)) is not None else blank for record in records]
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


def latest_year(tables: Tables) -> int | None:
    """Return the last year in which something began, else to which a value or survey belongs; None if there is none.

    A year far beyond all others to which hardly a row belongs is a slip of the finger.
    """
    years = Counter(year for name in DATED for year in tables[name]["datum"].dt.year.tolist())
    years = years or Counter(tables["werte"]["jahr"].tolist())
    return _without_slips(years) or survey_exports.latest_year(tables.surveys)


def _without_slips(years: Counter[int]) -> int | None:
    found, rows = sorted(years), years.total()
    while len(found) > 1 and found[-1] - found[-2] > 1 and years[found[-1]] * _FEW < rows:
        found.pop()
    return int(found[-1]) if found else None


_FEW = 20  # one row in so many


def drop_after_year(tables: Tables, year: int) -> Tables:
    """Return the tables without what came after `year`; the rows are set aside with a hint for each sheet or survey."""
    frames = dict(tables.frames)
    for name in DATED:
        frames[name] = frames[name][frames[name]["datum"].dt.year <= year]
    frames["werte"] = frames["werte"][frames["werte"]["jahr"] <= year]
    kept = replace(tables, frames=frames, **_without(tables, frames, year))
    return survey_exports.drop_after_year(kept, year)


def _without(tables: Tables, frames: dict[str, pd.DataFrame], year: int) -> dict[str, Any]:
    """Return problems and balance after records were set aside.

    A row of several dates is told of when one of them goes, and counts as set aside once all have gone.
    """
    problems = list(tables.problems)
    balance = {(line.file, line.sheet, line.table): line for line in tables.balance}
    for name, frame in tables.frames.items():
        kept = set(tables.sources.loc[frames[name].index].itertuples(index=False, name=None))
        gone = tables.sources.loc[frame.index.difference(frames[name].index)]
        rows: dict[tuple[str, str], set[int]] = {}
        for file, sheet, row in sorted(set(gone.itertuples(index=False, name=None))):
            rows.setdefault((file, sheet), set()).add(int(row))
        for (file, sheet), own in rows.items():
            problems.append(
                problem_at(
                    "nach-dem-berichtsjahr", Sheet(file, sheet), min(own) - 1, year=year, rows=rows_in_words(own)
                )
            )
            line = balance[file, sheet, name]
            whole = sum((file, sheet, row) not in kept for row in own)
            balance[file, sheet, name] = replace(line, used=line.used - whole, set_aside=line.set_aside + whole)
    return {"problems": tuple(problems), "balance": tuple(balance.values())}
