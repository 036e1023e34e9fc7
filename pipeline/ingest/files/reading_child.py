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
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from ...base.processes import limit_memory
from .sheet_details import MergedCells, SheetDetails

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
_BEFORE_1993 = re.compile(rb"\x09[\x00\x02\x04][\x04\x06]\x00")  # how files of Excel 2, 3 and 4 begin
_MARKUP = ("<html", "<!doctype", "<?xml", "<table", "<meta", "<head", "<body", "<style", "<div", "<!--")
_WEB_ARCHIVE = re.compile(r"(?im)^mime-version:")  # a page with its pictures as a mail, which portals call „.xls“
_TEXT_ENDINGS = (".csv", ".tsv")


def _read(request: Request) -> Iterator[dict[str, Any]]:
    path: str = request["path"]
    with open(path, "rb") as file:
        start = file.read(1024)
    if path.lower().endswith(".txt"):  # mostly a letter or a note, but also what Excel calls „Unicode-Text“
        from .csv_files import is_tabular

        if not is_tabular(path):
            raise UnreadableFile("datei-fremd")
    if not start:
        raise UnreadableFile("datei-ohne-inhalt")
    if start.startswith(_ZIP):
        _check_unpacked_size(path, request["entpackt_mb"])
    elif not start.startswith(_OLE):
        from .csv_files import decoded, is_text

        if _BEFORE_1993.match(start):
            raise UnreadableFile("format-nicht-lesbar", ending="Excel 2 bis 4")
        if is_text(start):
            begin = decoded(start[: len(start) & ~1]).lstrip("\ufeff \r\n\t").lower()
            if begin.startswith(_MARKUP) or (_WEB_ARCHIVE.search(begin) and "content-type:" in begin):
                raise UnreadableFile("datei-ist-webseite")
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
    from .csv_files import read_rows

    open_quotes: list[int] = []

    def rows() -> Iterator[list[str]]:
        for position, (row, is_whole) in enumerate(read_rows(path)):
            if not is_whole:
                open_quotes.append(position)
            yield row

    cells = _limited("", rows(), request)
    if not path.lower().endswith(_TEXT_ENDINGS) and max(map(len, cells["rows"]), default=0) < 2:
        raise UnreadableFile("datei-beschaedigt")
    return _sheet(cells, SheetDetails(open_quotes=tuple(open_quotes)))


def _read_workbook(path: str, request: Request) -> Iterator[dict[str, Any]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    from .formats import format_of
    from .ods import with_mimetype
    from .xls import has_password

    if has_password(path):  # calamine reads noise from the oldest kind
        raise UnreadableFile("datei-verschluesselt")
    if format_of(path).reaches_too_far(path):
        yield from _read_patiently(path, request)
        return
    try:
        book = CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise UnreadableFile("datei-verschluesselt") from error
    except CalamineError:
        try:  # by the content, whatever the name says
            book = CalamineWorkbook.from_filelike(with_mimetype(path) or io.FileIO(path))
        except CalamineError as error:
            if isinstance(error, PasswordError) or _is_encrypted(path):
                raise UnreadableFile("datei-verschluesselt") from error
            yield from _read_patiently(path, request)
            return
    known = format_of(path)
    details, since_1904 = known.details(path, book.sheet_names), known.since_1904(path)
    for meta in book.sheets_metadata:
        if meta.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
            continue
        sheet = book.get_sheet_by_name(meta.name)
        rows = _from_the_first_column(sheet) if sheet.start else ()
        of_sheet = details.get(meta.name, SheetDetails())
        merged = tuple(MergedCells(*first, *last) for first, last in sheet.merged_cell_ranges or ())
        yield _sheet(
            _limited(meta.name, map(known.row, rows), request),
            replace(
                of_sheet,
                visible=meta.visible == SheetVisibleEnum.Visible,
                since_1904=since_1904,
                merged=of_sheet.merged or merged,
            ),
        )


def _read_patiently(path: str, request: Request) -> Iterator[dict[str, Any]]:
    """Read an xlsx file that calamine refuses, or for which it needs too much memory."""
    from .formats import format_of
    from .xlsx import read_patiently

    details = format_of(path).details(path, ())
    for name, visible, rows in read_patiently(path):
        yield _sheet(_limited(name, rows, request), replace(details.get(name, SheetDetails()), visible=visible))


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


def _sheet(cells: dict[str, Any], details: SheetDetails) -> dict[str, Any]:
    """Return a sheet as the answer holds it."""
    return cells | {"details": vars(details)}


def _limited(name: str, rows: Iterable[list[Any]], request: Request) -> dict[str, Any]:
    """Return the rows that hold anything with their positions; refuse a sheet with more than the limit.

    Blanks at the end of a row are cut off: a space that somebody left in the last column makes no sheet too wide.
    """
    kept: list[list[Any]] = []
    places: list[int] = []
    for place, row in enumerate(rows):
        while row and (row[-1] == "" or (type(row[-1]) is str and row[-1].isspace())):
            row.pop()
        if row:
            if len(kept) >= request["zeilen"]:
                raise UnreadableFile("blatt-zu-lang", sheet=name, limit=request["zeilen"])
            kept.append(row)
            places.append(place)
    width = max(map(len, kept), default=0)
    if width > request["spalten"]:
        raise UnreadableFile("blatt-zu-breit", sheet=name, limit=request["spalten"])
    return {"name": name, "rows": kept, "places": places}


if __name__ == "__main__":
    main()
