"""The child process that opens spreadsheet files, so that a hostile one hurts nobody else.

It reads one request per line (JSON) from its input and answers each with one line (JSON): the sheets, or why
not. It imports only what opening a file needs; `workbook.py` starts it, watches it and ends it.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from ...base.processes import limit_memory

Request = dict[str, Any]
Answer = dict[str, Any]


class UnreadableFile(Exception):
    """The file is not read; the code says why, in the words of the catalogue."""

    def __init__(self, code: str, **words: object) -> None:
        super().__init__(code)
        self.code, self.words = code, words


def main() -> None:
    """Answer requests until the input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    for line in sys.stdin:
        request = json.loads(line)
        limit_memory(request["speicher_mb"])
        answers.write(_answer_in_json(request) + "\n")
        answers.flush()


def _answer_in_json(request: Request) -> str:
    try:
        return json.dumps(answer(request), default=_tagged, ensure_ascii=False, separators=(",", ":"))
    except MemoryError:
        return '{"refused":"datei-zu-gross-zum-lesen"}'


def answer(request: Request) -> Answer:
    """Return ``{"sheets": [...]}`` or ``{"refused": code, "words": {...}}``."""
    try:
        return {"sheets": list(_read(request))}
    except UnreadableFile as refused:
        return {"refused": refused.code, "words": refused.words}
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the Rust reader is no Exception
        return {"refused": "datei-beschaedigt", "words": {}, "detail": f"{type(error).__name__}: {error}"[:300]}


def _tagged(value: object) -> list[Any]:
    """Return what JSON has no word for as a list, which cells never are."""
    match value:
        case datetime():
            return ["s", value.isoformat()]
        case date():
            return ["d", value.isoformat()]
        case time():
            return ["t", value.isoformat()]
        case timedelta():
            return ["h", value.total_seconds()]
    raise TypeError(type(value))


_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta")
_TEXT_ENDINGS = (".csv", ".tsv")


def _read(request: Request) -> Iterator[dict[str, Any]]:
    path: str = request["path"]
    with open(path, "rb") as file:
        start = file.read(1024)
    if not start:
        raise UnreadableFile("datei-ohne-inhalt")
    if start.startswith(_ZIP):
        _check_unpacked_size(path, request["entpackt_mb"])
    elif not start.startswith(_OLE):
        if start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_MARKUP):
            raise UnreadableFile("datei-ist-webseite")
        from .reading_csv import is_text

        if is_text(start):
            yield _read_text(path, request)
            return
        if path.lower().endswith(_TEXT_ENDINGS) or not (b"\0" in start or path.lower().endswith(".xls")):
            raise UnreadableFile("datei-beschaedigt")
    yield from _read_workbook(path, request)


def _check_unpacked_size(path: str, megabytes: int) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableFile("datei-unvollstaendig") from error
    if size > megabytes * 2**20:
        raise UnreadableFile("datei-zu-gross-entpackt", size=size >> 20, limit=megabytes)


def _read_text(path: str, request: Request) -> dict[str, Any]:
    """Read a text file; of one that is named as a workbook, as many programs name their text, only a table counts."""
    from .reading_csv import read_text

    mended: list[int] = []
    found = _limited("", read_text(path, mended), request)
    if not path.lower().endswith(_TEXT_ENDINGS) and max(map(len, found["rows"]), default=0) < 2:
        raise UnreadableFile("datei-beschaedigt")
    return found | {"open_quotes": mended}


def _read_workbook(path: str, request: Request) -> Iterator[dict[str, Any]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise UnreadableFile("datei-verschluesselt") from error
    except CalamineError:
        try:  # by the content, whatever the name says
            book = CalamineWorkbook.from_filelike(_with_mimetype(path) or io.FileIO(path))
        except CalamineError as error:
            if isinstance(error, PasswordError) or _is_encrypted(path):
                raise UnreadableFile("datei-verschluesselt") from error
            yield from _read_patiently(path, request)
            return
    from .reading_details import details_of, since_1904

    details = details_of(path, book.sheet_names)
    from_ods, from_1904 = _is_ods(path), since_1904(path)
    for meta in book.sheets_metadata:
        if meta.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
            continue
        sheet = book.get_sheet_by_name(meta.name)
        if sheet.end and sheet.end[1] >= request["spalten"]:
            raise UnreadableFile("blatt-zu-breit", sheet=meta.name, limit=request["spalten"])
        rows = _from_the_first_column(sheet) if sheet.start else ()
        answer = _limited(meta.name, map(_as_in_excel, rows) if from_ods else rows, request)
        answer["visible"] = meta.visible == SheetVisibleEnum.Visible
        answer["since_1904"] = from_1904
        answer["merged"] = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
        yield answer | details.get(meta.name, {})


def _from_the_first_column(sheet: Any) -> Iterator[list[Any]]:
    """Yield the rows of a sheet; calamine pads them above the first filled cell, but not to the left of it."""
    blank = [""] * sheet.start[1]
    return ([*blank, *row] for row in sheet.iter_rows())


def _is_encrypted(path: str) -> bool:
    """Tell whether a file is the shell that Excel puts around a workbook with a password."""
    import olefile

    if not olefile.isOleFile(path):
        return False
    with suppress(OSError), olefile.OleFileIO(path) as container:
        return bool(container.exists("EncryptedPackage"))
    return False


def _is_ods(path: str) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "content.xml" in archive.namelist()


_ODS_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_ODS_DAY_ZERO, _FIRST_DAY = datetime(1899, 12, 30), datetime(1904, 1, 1)


def _as_in_excel(row: list[Any]) -> list[Any]:
    """Return a row of an ODS with numbers that merely look like a day („09.01.1900“) as numbers, durations as such."""
    return [_cell_as_in_excel(cell) if isinstance(cell, date | str) else cell for cell in row]


def _cell_as_in_excel(cell: date | str) -> Any:
    if isinstance(cell, str):
        found = _ODS_DURATION.fullmatch(cell) if cell.startswith("PT") else None
        return timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3])) if found else cell
    moment = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)
    return (moment - _ODS_DAY_ZERO) / timedelta(days=1) if _ODS_DAY_ZERO <= moment < _FIRST_DAY else cell


def _read_patiently(path: str, request: Request) -> Iterator[dict[str, Any]]:
    """Read an xlsx file that calamine refuses with openpyxl, which is slow and forgives more."""
    from openpyxl import load_workbook

    from .reading_details import details_of

    book = load_workbook(path, read_only=True, data_only=True)
    details = details_of(path, book.sheetnames)
    for sheet in book.worksheets:
        rows = (["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True))
        answer = _limited(sheet.title, rows, request)
        answer["visible"] = sheet.sheet_state == "visible"
        yield answer | details.get(sheet.title, {})


def _limited(name: str, rows: Iterable[list[Any]], request: Request) -> dict[str, Any]:
    """Return the rows that hold anything with their positions; refuse a sheet with more than the limit."""
    kept: list[list[Any]] = []
    places: list[int] = []
    for place, row in enumerate(rows):
        if row.count("") < len(row):
            if len(kept) >= request["zeilen"]:
                raise UnreadableFile("blatt-zu-lang", sheet=name, limit=request["zeilen"])
            kept.append(row)
            places.append(place)
    width = max(map(len, kept), default=0)
    if width > request["spalten"]:
        raise UnreadableFile("blatt-zu-breit", sheet=name, limit=request["spalten"])
    return {"name": name, "rows": kept, "places": places}


def _with_mimetype(path: str) -> io.BytesIO | None:
    """Return a valid ODS that lacks its `mimetype` entry with one; None for anything else."""
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if "content.xml" not in names or "mimetype" in names:
            return None
        mended = io.BytesIO()
        with zipfile.ZipFile(mended, "w") as copy:
            copy.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            for name in names:
                copy.writestr(name, archive.read(name))
    mended.seek(0)
    return mended


if __name__ == "__main__":
    main()
