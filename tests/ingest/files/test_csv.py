"""Text files: what is written by the rules is read as it was written."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.files.reading_csv import _rows

CELLS = st.text('ab;,"\n ', max_size=12)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=12), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
)
def test_what_a_program_wrote_by_the_rules_is_read_as_written(rows: list[list[str]], quoting: int) -> None:
    rows = [["Datum", "Titel", "Ort"], *rows]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    assert [row for row, _ in _rows(written.getvalue(), ";")] == rows
    assert all(whole for _, whole in _rows(written.getvalue(), ";"))


@given(st.lists(st.text('ab;"', max_size=12), max_size=30))
def test_no_line_is_lost_whatever_quotation_marks_stand_in_it(lines: list[str]) -> None:
    found = list(_rows("\n".join(["Datum;Titel;Ort", *lines, "ende"]), ";"))
    assert sum("".join(row).count("\n") + 1 for row, _ in found) == len(lines) + 2
