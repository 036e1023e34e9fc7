"""Lines that all stand in one column: what is a table, what is prose, and what nobody can cut."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ingest.files.one_column import SEPARATORS, lines_in_one_column
from pipeline.ingest.sheets import Cell, Sheet
from tests.ingest.drop import balance, codes, read, xlsx

HEADINGS = ["Termin", "Titel", "Saal"]


def sheet(*rows: tuple[Cell, ...] | str) -> Sheet:
    cells = [row if isinstance(row, tuple) else (row,) for row in rows]
    width = max(map(len, cells))
    return Sheet("a.xlsx", "Tabelle1", tuple(row + (None,) * (width - len(row)) for row in cells))


@pytest.mark.parametrize(
    "rows",
    [
        ("Termin,Titel,Saal", '2.5.2021,"Oper, halb szenisch",Aula', "9.5.2021,Chor,Dom"),
        ("Termin;Titel;Saal", "2.5.2021;Oper, halb szenisch;Aula", "9.5.2021;Chor;Dom"),
        ("Termin\tTitel\tSaal", "2.5.2021\tOper, halb szenisch\tAula", "9.5.2021\tChor\tDom"),
        ("Termin|Titel|Saal", "2.5.2021|Oper, halb szenisch|Aula", "9.5.2021|Chor|Dom"),
    ],
)
def test_lines_are_cut_at_their_separator(rows: tuple[str, ...]) -> None:
    lines = lines_in_one_column(sheet("Auszug", *rows, "Ende der Liste"))
    assert lines is not None
    assert lines.uneven == ()
    assert lines.sheet.rows == (
        ("Auszug", None, None), ("Termin", "Titel", "Saal"), ("2.5.2021", "Oper, halb szenisch", "Aula"),
        ("9.5.2021", "Chor", "Dom"), ("Ende der Liste", None, None),
    )  # fmt: skip


def test_a_line_that_excel_cut_at_a_semicolon_is_whole_again() -> None:
    lines = lines_in_one_column(
        sheet("Termin,Titel,Saal", ('2.5.2021,"Oper', ' konzertant",Aula'), "9.5.2021,Chor,Dom")
    )
    assert lines is not None
    assert lines.sheet.rows[1] == ("2.5.2021", "Oper; konzertant", "Aula")


@pytest.mark.parametrize(
    "line", ["2.5.2021,Oper,halb szenisch,Aula", '2.5.2021,"Oper', 7.5, ("2.5.2021,Oper,Aula", "abgerechnet")]
)
def test_a_line_that_nobody_can_cut_is_named(line: str | tuple[Cell, ...]) -> None:
    row = line if isinstance(line, tuple) else (line,)
    lines = lines_in_one_column(sheet("Termin,Titel,Saal", row, "9.5.2021,Chor,Dom", "10.5.2021,Chor,Dom"))
    assert lines is not None
    assert lines.uneven == (1,)


@pytest.mark.parametrize(
    "rows",
    [
        ("Sitzung vom 4. Mai", "Anwesend: Kurz, Lang, Breit", "Zuerst, nach der Begrüßung, der Bericht", "Ende"),
        ("Kuchen, Salat, Getränke", "Kurz, zwei Bleche, Lang", "Breit, ein Kasten, Rest"),
        ("Was soll es geben?", "Chor;Oper", "Oper;Chor", "Chor"),
        ("Was soll es geben?", "Chor;Oper;Tanz", "Tanz;Chor;Oper", "Chor;Oper;Tanz"),
        ("Betrag", "1,50", "2,75"),
        ("Name", "Kurz", "Lang"),
        ("Termin,Titel",),
        ("Titel,Titel", "Oper,Chor"),
        (("Termin,Titel", "Saal"), ("2.5.2021,Oper", "Aula")),
    ],
)
def test_prose_answers_and_other_columns_are_no_lines(rows: tuple[str, ...]) -> None:
    assert lines_in_one_column(sheet(*rows)) is None


texts = st.text("abc ,;|\t\"'ä7", max_size=6).map(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(texts, min_size=3, max_size=3).filter(any), min_size=1, max_size=6),
    st.sampled_from(list(SEPARATORS)),
)
def test_what_a_program_wrote_by_the_rules_is_cut_as_written(rows: list[list[str]], separator: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows([HEADINGS, *rows])
    lines = lines_in_one_column(sheet(*written.getvalue().splitlines()))
    assert lines is not None
    assert lines.sheet.rows[1:] == tuple(tuple(cell or None for cell in row) for row in rows)


LINES = [["Datum,Titel,Format,Besucher"], ['2.5.2021,"Oper, konzertant",Konzert,80'], ["9.5.2021,Chor,Konzert,40"]]


def test_such_a_list_counts_and_no_marked_copy_shows_its_lines(tmp_path: Path) -> None:
    xlsx(tmp_path / "Konzerte.xlsx", LINES)
    tables = read(tmp_path)
    assert balance(tables) == [("Tabelle1", "veranstaltungen", 2, 2, 0)]
    assert tables["veranstaltungen"]["titel"].tolist() == ["Oper, konzertant", "Chor"]
    assert "spalte-a-getrennt" in codes(tables)
    assert tables.shareable == ()


def test_lines_in_quotation_marks_are_read_from_a_text_file(tmp_path: Path) -> None:
    text = 'Datum,Titel,Format,Besucher\n"2.5.2021,""Oper, konzertant"",Konzert,80"\n9.5.2021,Chor,Konzert,40\n'
    (tmp_path / "einige.csv").write_text(text)
    quoted = ['"' + line.replace('"', '""') + '"\n' for (line,) in LINES]
    (tmp_path / "alle.csv").write_text("".join(quoted).replace("2021", "2020"))
    assert read(tmp_path)["veranstaltungen"]["titel"].tolist() == ["Oper, konzertant", "Chor"] * 2


def test_a_survey_of_uneven_lines_is_left_out_and_named(tmp_path: Path) -> None:
    answers = [[f"0{n}.05.2021 10:00,kurz@example.org,gut"] for n in range(1, 8)]
    xlsx(
        tmp_path / "Umfrage.xlsx", [["Zeitstempel,E-Mail,Wie war es?"], *answers, ["09.05.2021,a@example.org,gut,sehr"]]
    )
    tables = read(tmp_path)
    assert tables.surveys == ()
    assert [p.message for p in tables.problems if p.code == "spalte-a-unklar"] == [
        "Auf dem Blatt „Tabelle1“ in „Umfrage.xlsx“ stehen alle Angaben in einer Spalte, und nicht jede Zeile hat "
        "gleich viele (Zeile 9); deshalb bleiben sie außen vor."
    ]
    assert not any("example.org" in p.message for p in tables.problems)
