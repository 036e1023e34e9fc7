"""Files: what is read from them, and how they fail."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pipeline.base import processes
from pipeline.base.settings import Reading
from pipeline.ingest.files import workbook
from pipeline.ingest.files import xls as xls_format
from pipeline.ingest.files import xlsb as xlsb_format
from pipeline.ingest.files.workbook import Workbook, read_files
from pipeline.ingest.sheets import Sheet
from tests.ingest.drop import xlsx
from tests.ingest.files.binary_files import Error, Formula, Share, Struck, encrypted, xls, xlsb

LIMITS = Reading()


def read(path: Path, limits: Reading = LIMITS) -> Workbook:
    (book,) = read_files([(path.name, path)], limits)
    return book


def sheet(path: Path) -> Sheet:
    (found,) = read(path).sheets
    return found


def why(path: Path, limits: Reading = LIMITS) -> str:
    book = read(path, limits)
    assert book.problem is not None
    assert book.sheets == ()
    return book.problem.code


ROWS = [["Datum", "Ort", "Zahl"], [datetime(2017, 3, 14), "Trier", 12], [None, " Saal\nrechts ", 9.5]]


def test_rows_stand_where_excel_counts_them_and_whole_numbers_are_whole(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"2017": [[], [], *ROWS]})
    found = sheet(path)
    assert (found.file, found.name, found.visible) == ("a.xlsx", "2017", True)
    assert found.rows[:2] == ((None, None, None), (None, None, None))
    assert found.rows[2:] == (
        ("Datum", "Ort", "Zahl"), (date(2017, 3, 14), "Trier", 12), (None, " Saal\nrechts ", 9.5),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "Ort;Zahl\nKöln;1,5\n".encode("cp1252")),
        ("a.csv", "Ort;Zahl\nKöln;1,5\n".encode()),
        ("a.csv", "Ort;Zahl\r\nKöln;1,5\r\n".encode("utf-8-sig")),
        ("a.csv", 'Ort,Zahl\nKöln,"1,5"\n'.encode()),
        ("a.tsv", "Ort\tZahl\nKöln\t1,5\n".encode()),
        ("a.csv", "sep=;\nOrt;Zahl\nKöln;1,5\n".encode()),
        ("a.csv", "Ort\tZahl\nKöln\t1,5\n".encode("utf-16")),
        ("a.txt", "Ort\tZahl\nKöln\t1,5\n".encode("utf-16")),
    ],
)
def test_text_files_are_read_whatever_their_encoding_and_separator(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert sheet(path).rows == (("Ort", "Zahl"), ("Köln", "1,5"))


def test_a_quoted_cell_keeps_its_line_break(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Ort;Text\nKöln;"eins\nzwei"\n', encoding="utf-8")
    assert sheet(path).rows[1] == ("Köln", "eins\nzwei")


@pytest.mark.parametrize(
    ("lines", "meant", "open_quotes"),
    [
        (["A;b;1", '"B;b;2', "C;b;3"], ["A;b;1", "B;b;2", "C;b;3"], {2}),
        (['A;b;"1', "B;b;2", "C;b;3"], ["A;b;1", "B;b;2", "C;b;3"], {1}),
        (["A;b;1", 'B;"b;2', 'C;"x;y";3'], ["A;b;1", "B;b;2", "C;x|y;3"], {2}),  # the next quotation mark closes it
        (['"x;y";"b;1', '"C;b;2', "D;b;3"], ["x|y;b;1", "C;b;2", "D;b;3"], {1, 2}),
        (['"A;"b";1', "B;b;2"], ["A;b;1", "B;b;2"], {1}),
        (['"A;b;1', *["B;b;2"] * 6, 'C;b";3'], ["A;b;1", *["B;b;2"] * 6, "C;b';3"], {1}),
        (['A;Vortrag "Lesen" heute;1', '"Lesen" heute;b;2'], ["A;Vortrag 'Lesen' heute;1", "Lesen heute;b;2"], set()),
        (['"eins\nzwei";b;1', '"a;b;c\nd;e;f\ng;h;i";b;2'], ["eins/zwei;b;1", "a|b|c/d|e|f/g|h|i;b;2"], set()),
    ],
)
def test_a_quotation_mark_that_is_never_closed_swallows_no_rows_and_is_told(
    tmp_path: Path, lines: list[str], meant: list[str], open_quotes: set[int]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\r\n".join(["Titel;Ort;Zahl", *lines]) + "\r\n", encoding="utf-8", newline="")
    found = sheet(path)
    said = [
        ";".join(str(cell).replace(";", "|").replace("\n", "/").replace('"', "'") for cell in r) for r in found.rows
    ]
    assert said[1:] == meant
    assert found.open_quotes == open_quotes


def test_many_quotation_marks_that_are_never_closed_are_read_in_good_time(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Titel;Ort;Zahl\n" + 'A;"b""c;1\n' * 5000, encoding="utf-8")
    found = sheet(path)
    assert len(found.rows) == 5001
    assert len(found.open_quotes) == 5000


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "cp850"])
def test_umlauts_are_right_whatever_office_wrote_them(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Titel;Ort\nFest für Ältere;Köln\nStraßenfest: Größe;Überlingen\n".encode(encoding))
    assert sheet(path).rows[1:] == (("Fest für Ältere", "Köln"), ("Straßenfest: Größe", "Überlingen"))


def test_typographic_signs_of_windows_are_no_umlauts(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Titel;Preis\n„Lesen“ – ab 5 € …und;12 € § 3 ‚so‘ ”da” l’eau\n".encode("cp1252"))
    assert sheet(path).rows[1] == ("„Lesen“ – ab 5 € …und", "12 € § 3 ‚so‘ ”da” l’eau")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a.xlsx", "a.xls"),
        ("a.xlsx", "a.ods"),
        ("a.xlsx", "a.xlsb"),
        ("a.xlsx", "a.csv"),
        ("a.xls", "a.xlsx"),
        ("a.xls", "b.csv"),
    ],
)
def test_a_workbook_is_read_whatever_its_ending_says(tmp_path: Path, written: str, name: str) -> None:
    rows = [["Titel", "Ort"], ["Fest", "Köln"]]
    path = xlsx(tmp_path / written, rows) if written == "a.xlsx" else xls(tmp_path / written, {"T": rows}, [])
    path = path.rename(tmp_path / name)
    assert sheet(path).rows == (("Titel", "Ort"), ("Fest", "Köln"))


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.ods"])
@pytest.mark.parametrize(
    "content", ["Titel\tOrt\nFest\tKöln\n".encode("utf-16"), "Titel;Ort\nFest;Köln\n".encode("cp1252")]
)
def test_text_that_a_program_named_as_a_workbook_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert sheet(path).rows == (("Titel", "Ort"), ("Fest", "Köln"))


def test_control_and_private_use_characters_are_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Ort;Zahl\nKö\ue000ln\ue002\x07\u202e\u2066;1\n", encoding="utf-8")
    assert sheet(path).rows[1] == ("Köln", "1")


def test_cells_and_names_of_sheets_are_cleaned(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Fu\u0308hrungen\u200b"
    book.active.append(["Cafe\u0301\u00ad", "\u200b"])
    book.save(tmp_path / "a.xlsx")
    assert (sheet(tmp_path / "a.xlsx").name, sheet(tmp_path / "a.xlsx").rows) == ("Führungen", (("Café",),))


def test_hidden_sheets_rows_and_merged_cells_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, state in (("Sichtbar", "visible"), ("Weg", "hidden"), ("Ganz weg", "veryHidden")):
        one = book.create_sheet(name)
        one.append(["a", "b"])
        one.append(["c", "d"])
        one.append([None, "e"])
        one.sheet_state = state
    book.remove(book["Sheet"])
    book["Sichtbar"].row_dimensions[2].hidden = True
    book["Sichtbar"].merge_cells("A2:A3")
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx").sheets
    assert [(one.name, one.visible) for one in found] == [("Sichtbar", True), ("Weg", False), ("Ganz weg", False)]
    assert found[0].hidden_rows == {1}
    assert [tuple(block) for block in found[0].merged] == [(1, 0, 2, 0)]


def test_formulas_without_a_value_and_error_cells_are_told_from_blanks(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", [["a", "b", "c"], ["=1+1", None, "x"]])  # openpyxl saves no values
    found = sheet(tmp_path / "a.xlsx")
    assert found.rows[1] == (None, None, "x")
    assert found.faults == {(1, 0): "=1+1"}
    with xlsxwriter.Workbook(tmp_path / "b.xlsx") as book:
        one = book.add_worksheet()
        one.write_row(0, 0, ["a", "b"])
        one.write_formula(1, 0, "=1/0", None, "#DIV/0!")
        one.write_formula(1, 1, "=1+1", None, 2)
        one.write_formula(1, 2, "=NA()", None, "#N/A")
    found = sheet(tmp_path / "b.xlsx")
    assert found.rows[1] == (None, 2, None)
    assert found.faults == {(1, 0): "#DIV/0!", (1, 2): "#NV"}
    (tmp_path / "c.csv").write_text("a;b\n#NV;1\n", encoding="utf-8")
    assert sheet(tmp_path / "c.csv").faults == {(1, 0): "#NV"}


BINARY: list[list[str | float | Error | Formula | None]] = [
    ["Datum", "Ort", "Zahl"],
    ["14.03.2017", "Köln", Formula(12.0)],
    ["15.03.2017", "Trier", Error(0x07)],
    ["16.03.2017", None, Formula(Error(0x2A))],
]


@pytest.mark.parametrize("write", [xls, xlsb])
def test_a_binary_workbook_tells_hidden_rows_and_error_cells(
    tmp_path: Path, write: Callable[[Path, dict[str, Any], list[int]], Path]
) -> None:
    path = write(tmp_path / f"a.{write.__name__}", {"Leer": [["nichts"]], "2017": BINARY}, [2])
    empty, found = read(path).sheets
    assert found.rows == (
        ("Datum", "Ort", "Zahl"),
        ("14.03.2017", "Köln", 12),
        ("15.03.2017", "Trier", None),
        ("16.03.2017", None, None),
    )
    assert (found.hidden_rows, found.faults) == ({2}, {(2, 2): "#DIV/0!", (3, 2): "#NV"})
    assert (empty.name, empty.hidden_rows, empty.faults) == ("Leer", frozenset(), {})


@pytest.mark.parametrize("write", [xls, xlsb])
def test_a_share_in_a_binary_workbook_is_read_as_its_cell_shows_it(
    tmp_path: Path, write: Callable[[Path, dict[str, Any]], Path]
) -> None:
    rows = [["Quote", "Anteil", "Zahl"], [Share(0.45), Share(0.125, style=2), 0.45]]
    found = sheet(write(tmp_path / f"a.{write.__name__}", {"2017": rows}))
    assert found.rows[1] == sheet(_shares_in_xlsx(tmp_path / "a.xlsx")).rows[1]
    assert found.rows[1][2] == 0.45
    assert found.rows[1][0] != 0.45


def _shares_in_xlsx(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        one = book.add_worksheet()
        one.write_row(0, 0, ["Quote", "Anteil", "Zahl"])
        one.write_number(1, 0, 0.45, book.add_format({"num_format": 9}))
        one.write_number(1, 1, 0.125, book.add_format({"num_format": "0.0 %"}))
        one.write_number(1, 2, 0.45)
    return path


def test_a_formula_in_an_xls_file_that_no_program_calculated_is_told_from_an_empty_text(tmp_path: Path) -> None:
    rows = [["Datum", "Zahl"], ["14.03.2017", Formula(None)]]
    assert sheet(xls(tmp_path / "a.xls", {"2017": rows}, calculated=False)).faults == {(1, 1): "="}
    assert sheet(xls(tmp_path / "b.xls", {"2017": rows}, calculated=True)).faults == {}


@pytest.mark.parametrize("length", range(0, 4000, 97))
def test_the_look_for_details_takes_a_cut_off_file_for_what_it_is(tmp_path: Path, length: int) -> None:
    whole = xls(tmp_path / "a.xls", {"2017": BINARY}).read_bytes()
    (tmp_path / "cut.xls").write_bytes(whole[:length])
    sheets = xls_format.details(str(tmp_path / "cut.xls"), ["2017"])
    faults = [fault for sheet in sheets.values() for fault in sheet.faults]
    assert faults == [(2, 2, "#DIV/0!"), (3, 2, "#N/A")][: len(faults)]
    with zipfile.ZipFile(xlsb(tmp_path / "a.xlsb", {"2017": BINARY})) as archive:
        part = archive.read("xl/worksheets/sheet1.bin")
    faults = list(xlsb_format.sheet_details(part[: length // 8], frozenset()).faults)
    assert faults == [(2, 2, "#DIV/0!"), (3, 2, "#N/A")][: len(faults)]


_ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:automatic-styles>%s</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="2017">%s</table:table></office:spreadsheet></office:body>
</office:document-content>"""


_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)


def _xlsx_since_1904(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["Datum", 41394])
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("make", "day_zero"),
    [
        (lambda folder: _xlsx_since_1904(folder / "a.xlsx"), date(1904, 1, 1)),
        (lambda folder: xls(folder / "a.xls", {"T": [["Datum", 41394.0]]}, since_1904=True), date(1904, 1, 1)),
        (lambda folder: xlsb(folder / "a.xlsb", {"T": [["Datum", 41394.0]]}, since_1904=True), date(1904, 1, 1)),
        (lambda folder: xlsx(folder / "a.xlsx", [["Datum", 41394]]), date(1899, 12, 30)),
        (lambda folder: xls(folder / "a.xls", {"T": [["Datum", 41394.0]]}), date(1899, 12, 30)),
        (lambda folder: xlsb(folder / "a.xlsb", {"T": [["Datum", 41394.0]]}), date(1899, 12, 30)),
    ],
)
def test_a_workbook_tells_since_when_its_days_count(
    tmp_path: Path, make: Callable[[Path], Path], day_zero: date
) -> None:
    found = sheet(make(tmp_path))
    assert found.rows == (("Datum", 41394),)
    assert found.day_zero == day_zero


def _ods(path: Path, rows: str, styles: str = "", mimetype: bool = True) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS % (styles, rows))
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return path


def _cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def test_an_ods_without_its_mimetype_entry_is_read(tmp_path: Path) -> None:
    path = _ods(tmp_path / "a.ods", f"<table:table-row>{_cell('a')}{_cell('b')}</table:table-row>", mimetype=False)
    assert sheet(path).rows == (("a", "b"),)


def test_an_ods_tells_numbers_from_days_and_shows_durations_as_hours(tmp_path: Path) -> None:
    dates = ["1899-12-31", "1900-01-09", "1900-02-28", "1900-01-09T12:00:00", "1848-03-18", "2017-03-14"]
    cells = [f'<table:table-cell office:value-type="date" office:date-value="{day}"/>' for day in dates]
    cells += [
        f'<table:table-cell office:value-type="time" office:time-value="{time}"/>'
        for time in ("PT48H30M00S", "PT18H00M00S")
    ]
    (row,) = sheet(_ods(tmp_path / "a.ods", f"<table:table-row>{''.join(cells)}</table:table-row>")).rows
    assert row == (1, 10, 60, 10.5, date(1848, 3, 18), date(2017, 3, 14), "48:30", time(18))


def test_a_share_is_read_as_its_cell_shows_it(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        one = book.add_worksheet()
        styles = [book.add_format({"num_format": code}) for code in ("0%", "0.00%", "0.0 %", "0.00")]
        for column, (value, style) in enumerate(zip((0.45, 0.455, 1, 0.45), styles, strict=True)):
            one.write_number(0, column, value, style)
        one.write_string(0, 4, "45", styles[0])
        one.write_formula(0, 5, "=0.1+0.2", styles[0], 0.30000000000000004)
    assert sheet(tmp_path / "a.xlsx").rows == (("45 %", "45,5 %", "100 %", 0.45, "45", "30 %"),)
    share = '<table:table-cell office:value-type="percentage" office:value="0.455" table:number-columns-repeated="2"/>'
    assert sheet(_ods(tmp_path / "a.ods", f"<table:table-row>{_cell('a')}{share}</table:table-row>")).rows == (
        ("a", "45,5 %", "45,5 %"),
    )


def test_cells_that_show_euros_are_known(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        one = book.add_worksheet()
        codes = ("#,##0.00 €", "#,##0 [$€-407]", "#,##0.00", '_-* #,##0.00 "€"')
        for column, code in enumerate(codes):
            one.write_number(0, column, 12.5, book.add_format({"num_format": code}))
        one.write_blank(0, 4, None, book.add_format({"num_format": codes[0]}))
        one.write_string(0, 5, "viel", book.add_format({"num_format": codes[0]}))
    assert sheet(tmp_path / "a.xlsx").in_euro == {(0, 0), (0, 1), (0, 3)}
    euro = '<table:table-cell office:value-type="currency" office:currency="EUR" office:value="12.5"/>'
    franc = euro.replace("EUR", "CHF")
    assert sheet(_ods(tmp_path / "a.ods", f"<table:table-row>{euro}{franc}</table:table-row>")).in_euro == {(0, 0)}


def test_an_ods_in_which_formulas_were_calculated_has_empty_texts(tmp_path: Path) -> None:
    bare = '<table:table-cell table:formula="of:=IF([.A1]=1;5;&quot;&quot;)"/>'
    done = '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
    first = _ods(tmp_path / "a.ods", f"<table:table-row>{_cell('a')}{bare}</table:table-row>")
    assert list(sheet(first).faults) == [(0, 1)]
    second = _ods(tmp_path / "b.ods", f"<table:table-row>{_cell('a')}{bare}{done}</table:table-row>")
    assert sheet(second).faults == {}


def test_an_ods_tells_merged_cells_hidden_rows_and_errors(tmp_path: Path) -> None:
    error = 'table:formula="of:=1/0" calcext:value-type="error"'
    down = 'table:number-rows-spanned="2"'
    rows = (
        f'<table:table-row table:number-rows-repeated="2">{_cell("a")}{_cell("b")}</table:table-row>'
        f'<table:table-row table:visibility="collapse">'
        f"{_cell('c', down)}{_cell('#DIV/0!', error)}</table:table-row>"
        f"<table:table-row><table:covered-table-cell/>{_cell('d')}</table:table-row>"
    )
    found = sheet(_ods(tmp_path / "a.ods", rows))
    assert found.rows == (("a", "b"), ("a", "b"), ("c", None), (None, "d"))
    assert [tuple(block) for block in found.merged] == [(2, 0, 3, 0)]
    assert found.hidden_rows == {2}
    assert found.faults == {(2, 1): "#DIV/0!"}


def test_struck_cells_are_told(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        one, line = book.add_worksheet(), book.add_format({"font_strikeout": True})
        one.write_row(0, 0, ("a", "b"), line)
        one.write_row(1, 0, ("c", "d"))
    assert sheet(tmp_path / "a.xlsx").struck == {(0, 0), (0, 1)}
    plain, out = (
        f'<style:style style:name="{name}"><style:text-properties style:text-line-through-style="{how}"/></style:style>'
        for name, how in (("ce1", "none"), ("ce2", "solid"))
    )
    struck = 'table:style-name="ce2"'
    rows = f"""<table:table-row table:number-rows-repeated="2">{_cell("a", struck)}</table:table-row>
        <table:table-row>{_cell("b", struck.replace("2", "1"))}<table:table-cell {struck}/></table:table-row>"""
    assert sheet(_ods(tmp_path / "a.ods", rows, plain + out)).struck == {(0, 0), (1, 0)}
    assert sheet(xls(tmp_path / "a.xls", {"T": [["a", Struck("b")], [Struck("c"), 1.0]]})).struck == {(0, 1), (1, 0)}


def _cut(path: Path, share: float = 0.6) -> Path:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    return path


def _bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (3 << 20))
    return path


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: _written(folder / "a.xlsx", b""), "datei-ohne-inhalt"),
        (lambda folder: _cut(xlsx(folder / "a.xlsx", ROWS)), "datei-unvollstaendig"),
        (lambda folder: _written(folder / "a.xlsx", b"PK\x03\x04nothing"), "datei-unvollstaendig"),
        (lambda folder: _written(folder / "a.xlsx", b"\0\1\2" * 100), "datei-beschaedigt"),
        (lambda folder: _written(folder / "a.xlsx", b"Liebe Frau Roth!\nbis morgen\n"), "datei-beschaedigt"),
        (lambda folder: _written(folder / "a.xls", b"%PDF-1.4\n1 0 obj;\n"), "datei-beschaedigt"),
        (lambda folder: _written(folder / "a.csv", b"Ort\0Zahl"), "datei-beschaedigt"),
        (lambda folder: _written(folder / "a.xls", b"<html><table><tr>"), "datei-ist-webseite"),
        (lambda folder: _written(folder / "a.xls", "<html><table>".encode("utf-16")), "datei-ist-webseite"),
        (
            lambda folder: _written(folder / "a.xls", b"From: x\nMIME-Version: 1.0\nContent-Type: y\n"),
            "datei-ist-webseite",
        ),
        (lambda folder: _written(folder / "a.xls", b"\x09\x04\x06\0\0\0\x10\0" + b"\0" * 40), "format-nicht-lesbar"),
        (lambda folder: _written(folder / "a.txt", b"Liebe Frau Roth,\nbis morgen,\nalso bald\n"), "datei-fremd"),
        (lambda folder: _written(folder / "a.txt", b""), "datei-fremd"),
        (
            lambda folder: _written(folder / "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
            "datei-beschaedigt",
        ),
        *(
            (lambda folder, name=name: encrypted(folder / name), "datei-verschluesselt")
            for name in ("a.xlsx", "a.xls", "a.ods", "a.csv")
        ),
        (lambda folder: xls(folder / "a.xls", {"A": [["x"]]}, with_password=True), "datei-verschluesselt"),
        (lambda folder: _bomb(folder / "a.xlsx"), "datei-zu-gross-entpackt"),
        (lambda folder: xlsx(folder / "a.xlsx", [["x"]] * 11), "blatt-zu-lang"),
        (lambda folder: xlsx(folder / "a.xlsx", [["x"] * 11]), "blatt-zu-breit"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    assert why(make(tmp_path), replace(LIMITS, entpackt_mb=2, zeilen=10, spalten=10)) == code


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_sheet_as_large_as_the_limits_is_read(tmp_path: Path, name: str) -> None:
    rows = [["x"] * 10] * 10
    if name.endswith("csv"):
        _written(tmp_path / name, "\n".join(map(";".join, rows)).encode())
    else:
        xlsx(tmp_path / name, rows)
    (book,) = read_files([(name, tmp_path / name)], replace(LIMITS, zeilen=10, spalten=10))
    assert book.problem is None
    assert [(len(one.rows), len(one.rows[0])) for one in book.sheets] == [(10, 10)]


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    assert why(_written(tmp_path / "a.csv", b"x" * (2 << 20)), replace(LIMITS, datei_mb=1)) == "datei-zu-gross"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ROWS)
    path.chmod(0)
    assert why(path) == "datei-ohne-leserecht"


def test_a_vanished_file_is_named(tmp_path: Path) -> None:
    assert why(tmp_path / "a.xlsx") == "datei-nicht-zu-oeffnen"


def test_a_pipe_with_the_name_of_a_table_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    assert why(tmp_path / "a.csv") == "datei-nicht-zu-oeffnen"


def _child(monkeypatch: pytest.MonkeyPatch, folder: Path, reading: str) -> None:
    """Let the child do `reading` when it meets a file called hurt.csv, else answer with no sheets."""
    package = folder / "pipeline" / "ingest" / "files"
    package.mkdir(parents=True)
    for room in (package, *package.parents[:2]):
        (room / "__init__.py").touch()
    (package / "reading_child.py").write_text(
        "import sys, os, time, json, signal\n"
        "for line in sys.stdin:\n"
        "    if 'hurt.csv' in line:\n"
        f"        {reading}\n"
        "    print(json.dumps({'sheets': []}), flush=True)\n"
    )
    monkeypatch.setattr(processes, "ROOT", folder)


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        ("os._exit(1)", "datei-beschaedigt"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "datei-beschaedigt"),
        ("os.kill(os.getpid(), signal.SIGABRT)", "datei-zu-gross-zum-lesen"),
        ("time.sleep(60)", "datei-zu-langsam"),
        ("print('{', flush=True)", "datei-beschaedigt"),
    ],
)
def test_a_file_that_hurts_the_child_does_not_hurt_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reading: str, code: str
) -> None:
    _child(monkeypatch, tmp_path / "fake", reading)
    files = [(name, _written(tmp_path / name, b"x")) for name in ("a.csv", "hurt.csv", "z.csv")]
    first, hurt, last = read_files(files, replace(LIMITS, sekunden=1))
    assert (first.problem, last.problem) == (None, None)
    assert hurt.problem is not None
    assert hurt.problem.code == code


def test_memory_is_limited(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n" + b"1;2\n" * 3_000_000)
    assert why(path, replace(LIMITS, speicher_mb=256, zeilen=10**9)) == "datei-zu-gross-zum-lesen"


def _grow(path: Path) -> None:
    before = path.stat()
    path.write_bytes(path.read_bytes() + b"more")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _save_again(path: Path) -> None:
    before = path.stat()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))


@pytest.mark.parametrize("change", [_grow, _save_again, Path.unlink])
def test_a_file_that_changes_while_it_is_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    path = xlsx(tmp_path / "a.xlsx", ROWS)
    ask = workbook._Child.ask

    def ask_and_write(asked_of: workbook._Child, asked: Path) -> object:
        answer = ask(asked_of, asked)
        change(path)
        return answer

    monkeypatch.setattr(workbook._Child, "ask", ask_and_write)
    assert why(path) == "datei-wird-geschrieben"


@pytest.mark.parametrize("place", ["XFD3", "PB1048562"])
def test_a_blank_far_away_makes_no_sheet_too_large(tmp_path: Path, place: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B2"], book.active[place] = "Datum", 5, " "
    book.save(tmp_path / "a.xlsx")
    assert sheet(tmp_path / "a.xlsx").rows == (("Datum", None), (None, 5))


def test_a_far_away_cell_does_not_cost_a_million_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Datum"
    book.active["A1048000"] = "verirrt"
    book.save(tmp_path / "a.xlsx")
    found = sheet(tmp_path / "a.xlsx")
    assert len(found.rows) == 1048000
    assert found.filled_rows == (0, 1047999)
