"""A folder of files -> Tables: the room's front door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from ..problems import Problem, problem
from ..settings import Settings
from .folder import look_through
from .layout import Block, Layout, Near
from .naming import settle_names
from .records import Balance, Tables
from .rows import Record, Sorted, rows_in_words, sort_rows
from .schema import TABLES
from .sheets import Sheet, holds
from .survey_exports import read_surveys
from .twins import set_twins_aside
from .workbook import Workbook, read_files

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
    books = read_files(drop.files, settings.lesen)
    problems = [*drop.problems, *(book.problem for book in books if book.problem is not None)]
    sheets, said = _visible_sheets(books)
    problems += said
    found, rest, said = _find_tables(sheets, settings)
    problems += said
    problems += settle_names(_by_table(found), settings)
    problems += set_twins_aside(found)
    frames, sources, next_id = _frames(found)
    surveys = read_surveys([near.sheet if isinstance(near, Near) else near for near in rest], settings, next_id)
    problems += _about_the_rest(rest, surveys.claimed)
    problems += surveys.problems
    problems += [said for one in found for said in one.problems]
    sources = pd.concat([sources, _source_frame(surveys.places)])
    balance = (*_balance(found), *surveys.balance)
    return Tables(frames, sources, surveys.surveys, tuple(problems), balance)


def _visible_sheets(books: Iterable[Workbook]) -> tuple[list[Sheet], list[Problem]]:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for book in books:
        filled = [sheet for sheet in book.sheets if sheet.filled_rows or sheet.faults]
        if not filled and book.problem is None:
            problems.append(problem("datei-ohne-zellen", file=book.file))
        for sheet in filled:
            if not sheet.visible:
                problems.append(problem("blatt-ausgeblendet", file=sheet.file, sheet=sheet.name))
                continue
            sheets.append(sheet)
    return sheets, problems


def _find_tables(sheets: Sequence[Sheet], settings: Settings) -> tuple[list[Sorted], list[Sheet | Near], list[Problem]]:
    """Return the sorted rows of every table found, the sheets without one, and what was said about headings."""
    layout = Layout(settings)
    found: list[Sorted] = []
    rest: list[Sheet | Near] = []
    problems: list[Problem] = []
    for sheet in sheets:
        blocks, near = layout.tables_on(sheet)
        for block in blocks:
            problems += _about_headings(block)
            found.append(sort_rows(block, settings))
        if not blocks:
            rest.append(near or sheet)
        elif hidden := sorted(sheet.hidden_rows & set(sheet.filled_rows)):
            rows = rows_in_words(row + 1 for row in hidden)
            problems.append(problem("zeilen-ausgeblendet", file=sheet.file, sheet=sheet.name, rows=rows))
    return found, rest, problems


def _about_headings(block: Block) -> list[Problem]:
    """Return what was assumed when reading the headings."""
    place = {"file": block.sheet.file, "sheet": block.sheet.name}
    said = []
    for heading in block.headings:
        if heading.guessed and heading.column is not None:
            meant = heading.column.heading
            said.append(_at(block, heading.place, "ueberschrift-aehnlich", heading.typed, meant=meant))
    for double in block.doubles:
        if double.column is not None:
            taken = next(h.typed for h in block.headings if h.column is double.column)
            said.append(_at(block, double.place, "ueberschrift-doppelt", double.typed, taken=taken))
    if block.others:
        others = " oder ".join(table.title for table in block.others)
        words = {"table": block.table.title, "others": others, "told_by": block.told_by}
        said.append(problem("lesart", **place, **words))
    return said


def _at(block: Block, place: int, code: str, typed: str, **words: object) -> Problem:
    from .sheets import cell_name

    typed = " ".join(typed.split())
    where = cell_name(block.header, place)
    sheet = block.sheet
    words = {"heading": typed, "table": block.table.title} | words
    return problem(code, file=sheet.file, sheet=sheet.name, cell=where, row=block.header + 1, value=typed, **words)


def _about_the_rest(rest: Iterable[Sheet | Near], surveys: Collection[tuple[str, str]]) -> list[Problem]:
    """Return what is said about sheets that are neither a table we know nor a survey."""
    said = []
    for one in rest:
        sheet = one.sheet if isinstance(one, Near) else one
        if (sheet.file, sheet.name) in surveys:
            continue
        place = {"file": sheet.file, "sheet": sheet.name}
        if isinstance(one, Near):
            missing = " und ".join(one.missing)
            words = {"row": one.row + 1, "table": one.table.title, "missing": missing}
            said.append(problem("ueberschrift-fehlt", **place, **words))  # type: ignore[arg-type]
        else:
            said.append(problem("blatt-unbekannt", **place, headings=_first_headings(sheet), suggestion=_SUGGESTION))
    return said


_SUGGESTION = "Es ist nichts zu tun, wenn das Blatt nicht in den Bericht gehört."


def _first_headings(sheet: Sheet) -> str:
    if not sheet.filled_rows:
        return "keine"
    row = next((sheet.rows[i] for i in sheet.filled_rows if sum(map(holds, sheet.rows[i])) > 1), ())
    texts = [" ".join(cell.split())[:40] for cell in row if isinstance(cell, str) and holds(cell)]
    return ", ".join(f"„{text}“" for text in texts[:5]) or "keine"


def _by_table(found: Iterable[Sorted]) -> dict[str, list[Record]]:
    records: dict[str, list[Record]] = {name: [] for name in TABLES}
    for one in found:
        records[one.block.table.name] += one.records
    return records


def _frames(found: Sequence[Sorted]) -> tuple[dict[str, pd.DataFrame], pd.DataFrame, int]:
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


def _balance(found: Iterable[Sorted]) -> list[Balance]:
    """Return one balance for each sheet and table."""
    used: Counter[tuple[str, str, str]] = Counter()
    aside: Counter[tuple[str, str, str]] = Counter()
    for one in found:
        key = (one.block.sheet.file, one.block.sheet.name, one.block.table.name)
        used[key] += len(one.used)
        aside[key] += len(one.set_aside)
    return [Balance(*key, used[key] + aside[key], used[key], aside[key]) for key in used]


def latest_year(tables: Tables) -> int | None:
    """Return the last year in which something began, or to which a value belongs; None if there are no rows."""
    years = [int(tables[name]["datum"].dt.year.max()) for name in DATED if len(tables[name])]
    if not years and len(tables["werte"]):
        years = [int(tables["werte"]["jahr"].max())]
    return max(years, default=None)


def until(tables: Tables, year: int) -> Tables:
    """Return the tables without what came after `year`; the rows are set aside with a hint for each sheet."""
    frames = dict(tables.frames)
    later: list[int] = []
    for name in DATED:
        too_late = frames[name]["datum"].dt.year > year
        later += [int(i) for i in frames[name].index[too_late]]
        frames[name] = frames[name][~too_late]
    too_late = frames["werte"]["jahr"] > year
    later += [int(i) for i in frames["werte"].index[too_late]]
    frames["werte"] = frames["werte"][~too_late]
    if not later:
        return tables
    return replace(tables, frames=frames, **_without(tables, frames, later, year))


def _without(tables: Tables, frames: dict[str, pd.DataFrame], later: Sequence[int], year: int) -> dict[str, Any]:
    """Return problems and balance after records were set aside; a row counts once all its records are gone."""
    problems = list(tables.problems)
    balance = list(tables.balance)
    for name, frame in tables.frames.items():
        gone = tables.sources.loc[[i for i in later if i in frame.index]]
        kept = set(tables.sources.loc[frames[name].index].itertuples(index=False, name=None))
        by_sheet: dict[tuple[str, str], set[int]] = {}
        for place in gone.itertuples(index=False, name=None):
            if place not in kept:
                by_sheet.setdefault((place[0], place[1]), set()).add(int(place[2]))
        for (file, sheet), rows in by_sheet.items():
            words = {"year": year, "rows": rows_in_words(sorted(rows))}
            problems.append(problem("nach-dem-berichtsjahr", file=file, sheet=sheet, row=min(rows), **words))
            for i, line in enumerate(balance):
                if (line.file, line.sheet, line.table) == (file, sheet, name):
                    balance[i] = replace(line, used=line.used - len(rows), set_aside=line.set_aside + len(rows))
    return {"problems": tuple(problems), "balance": tuple(balance)}
