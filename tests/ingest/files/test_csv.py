"""Text files: what is written by the rules is read as it was written."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.files.csv_files import read_rows


def rows_of(text: str) -> tuple[list[list[str]], list[int]]:
    """Return the rows of a text file, and which were mended."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_text("sep=;\n" + text, "utf-8", newline="")
        rows = list(read_rows(str(path)))
    return [row for row, _ in rows], [position for position, (_, is_whole) in enumerate(rows) if not is_whole]


CELLS = st.text('ab;,"\n ', max_size=12)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=12), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
)
def test_what_a_program_wrote_by_the_rules_is_read_as_written(rows: list[list[str]], quoting: int) -> None:
    rows = [["Datum", "Titel", "Ort"], *rows]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    assert rows_of(written.getvalue()) == (rows, [])


@given(st.lists(st.text('ab;"', max_size=12), max_size=30))
def test_no_line_is_lost_whatever_quotation_marks_stand_in_it(lines: list[str]) -> None:
    rows, _ = rows_of("\n".join(["Datum;Titel;Ort", *lines, "ende"]))
    assert sum("".join(row).count("\n") + 1 for row in rows) == len(lines) + 2
