"""What changed between two runs: every figure that differs, and the rows that explain it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.figures import Figure, Figures, Label
from pipeline.base.keys import Key
from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.outputs import archive, changes, changes_page, figures_file, releases
from pipeline.outputs.changes import KnownRow, ReportState, RowPlace, compare
from tests import build

MEETINGS = ["01.03.2017 Treffen Trier", "02.03.2017 Gespräch Bitburg", "05.04.2017 Treffen Daun"]


def figure(key: str = "a.treffen.anzahl", value: Any = None, rows: Sequence[int] = (), **more: Any) -> dict[str, Any]:
    """Return a figure as `kennzahlen.json` holds it; its value is the number of its rows if not given."""
    sources = [{"file": "Treffen.xlsx", "sheet": "2017", "rows": list(rows)}] if rows else []
    said = {"key": key, "label": "Treffen", "value": len(rows) if value is None else value, "unit": "", "method": "m"}
    return said | {"at_least": False, "sources": sources} | more


def state(meetings: Sequence[str], *figures: Mapping[str, Any], first: int = 2) -> ReportState:
    """Return a state with one meeting a row („date kind place“), counted by one figure if none is given."""
    rows = [[*text.split(), "Treffen.xlsx", "2017", str(row)] for row, text in enumerate(meetings, start=first)]
    table = {"name": "Treffen", "columns": ["Datum", "Art", "Ort", "Datei", "Blatt", "Zeile"], "rows": rows}
    figures = figures or (figure(rows=range(first, first + len(rows))),)
    return ReportState(changes.known_figures({"figures": figures}), changes.known_rows({"tables": [table]}))


def told(before: ReportState, after: ReportState) -> list[tuple[str, int]]:
    return [(change.kind, change.place.row) for change in compare(before, after).rows]


@pytest.mark.parametrize(
    ("after", "rows"),
    [
        (MEETINGS, []),
        (["31.12.2016 Treffen Prüm", *MEETINGS], [("neu", 2)]),
        ([*MEETINGS, MEETINGS[0]], [("neu", 5)]),
        (MEETINGS[1:], [("weg", 2)]),
        ([], [("weg", 2), ("weg", 3), ("weg", 4)]),
        ([MEETINGS[0], "02.03.2017 Gespräch Prüm", MEETINGS[2]], [("geändert", 3)]),
        (
            ["31.12.2016 Treffen Prüm", MEETINGS[0], "02.03.2017 Gespräch Prüm", MEETINGS[2]],
            [("neu", 2), ("geändert", 4)],
        ),
        ([MEETINGS[0], "09.09.2017 Vortrag Prüm", MEETINGS[2]], [("neu", 3), ("weg", 3)]),
        (list(reversed(MEETINGS)), []),
    ],
)  # fmt: skip
def test_rows_are_known_by_what_stands_in_them(after: list[str], rows: list[tuple[str, int]]) -> None:
    assert told(state(MEETINGS), state(after)) == rows


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ("01.03.2017 Treffen", "01.03.2017 Vortrag", [("geändert", 2)]),  # half of the cells
        ("01.03.2017 Treffen Trier", "01.03.2017 Treffen", [("geändert", 2)]),
        ("01.03.2017 Treffen Trier", "01.03.2017", [("neu", 2), ("weg", 2)]),
        ("01.03.2017 Treffen Trier", "01.03.2017 Vortrag Prüm", [("neu", 2), ("weg", 2)]),
    ],
)
def test_a_row_that_keeps_half_of_its_cells_was_changed(before: str, after: str, rows: list[tuple[str, int]]) -> None:
    assert told(state([before]), state([after])) == rows


def test_moving_rows_to_another_place_or_file_is_no_change() -> None:
    assert not compare(state(MEETINGS), state(MEETINGS, first=7))
    moved = state(MEETINGS)
    elsewhere = {RowPlace("Neu.xlsx", "A", place.row): row for place, row in moved.rows.items()}
    places = frozenset(elsewhere)
    known = changes.Known("a.treffen.anzahl", "Treffen", "3", "m", places)
    assert not compare(moved, ReportState({known.key: known}, elsewhere))


def test_a_figure_comes_with_the_rows_that_explain_it() -> None:
    before = state(MEETINGS, figure(rows=[2, 3, 4]), figure("a.gespraeche", rows=[3]))
    after = state(MEETINGS[:2], figure(rows=[2, 3]), figure("a.gespraeche", rows=[3]))
    (change,) = compare(before, after).figures
    assert (change.key, change.before, change.after) == ("a.treffen.anzahl", "3", "2")
    assert [(row.kind, row.place.row) for row in change.rows] == [("weg", 4)]


def test_a_changed_cell_is_told_with_before_and_after() -> None:
    after = [MEETINGS[0], "02.03.2017 Gespräch Prüm", MEETINGS[2]]
    (change,) = compare(state(MEETINGS), state(after)).figures
    assert (change.before, change.after) == ("3", "3")
    assert [cell for cell in change.rows[0].cells if cell[1] != cell[2]] == [("Ort", "Bitburg", "Prüm")]


def test_figures_that_came_went_or_are_counted_otherwise_are_told() -> None:
    before = state(MEETINGS, figure("weg", 1), figure("anders", 1), figure("gleich", 1))
    after = state(MEETINGS, figure("anders", 1, method="n"), figure("gleich", 1), figure("neu", 2))
    said = [(c.key, c.before, c.after, c.other_method) for c in compare(before, after).figures]
    assert said == [("anders", "1", "1", True), ("neu", None, "2", False), ("weg", "1", None, False)]


def test_answers_are_known_by_their_place_alone() -> None:
    answers = [{"file": "Umfrage.csv", "sheet": "", "rows": [2, 3]}]
    more = [{"file": "Umfrage.csv", "sheet": "", "rows": [2, 3, 4]}]
    before = ReportState(changes.known_figures({"figures": [figure("umfrage.u.antworten", 2, sources=answers)]}))
    after = ReportState(changes.known_figures({"figures": [figure("umfrage.u.antworten", 3, sources=more)]}))
    (change,) = compare(before, after).figures
    assert [(row.kind, row.place) for row in change.rows] == [("neu", RowPlace("Umfrage.csv", "", 4))]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"value": 1234, "unit": "Teilnehmer"}, "1.234"),
        ({"value": 40, "at_least": True}, "mind. 40"),
        ({"value": 50, "approximate": True}, "ca. 50"),
        ({"value": 12.5, "unit": "%"}, "12,5 %"),
        ({"value": None}, "–"),
        ({"value": "2015-07-01/2017-09-30"}, "07/2015 – 09/2017"),
    ],
)
def test_values_read_as_in_the_report(said: dict[str, Any], shown: str) -> None:
    known = changes.known_figures({"figures": [figure() | said]})["a.treffen.anzahl"]
    assert known.shown.replace("\u2009", " ").replace("\u00a0", " ") == shown


places = st.builds(RowPlace, st.sampled_from("ab"), st.just("s"), st.integers(1, 12))
cells = st.tuples(st.tuples(st.just("x"), st.sampled_from("123")), st.tuples(st.just("y"), st.sampled_from("45")))
rows = st.dictionaries(places, st.builds(KnownRow, st.just("t"), cells))


@given(rows, rows)
def test_every_row_is_accounted_for(before: dict[RowPlace, KnownRow], after: dict[RowPlace, KnownRow]) -> None:
    found = compare(ReportState({}, before), ReportState({}, after)).rows
    came = sum(change.kind == "neu" for change in found)
    went = sum(change.kind == "weg" for change in found)
    assert len(before) - went + came == len(after)
    rest_before = sorted(before[p].cells for p in before if p not in {c.before for c in found})
    rest_after = sorted(after[p].cells for p in after if p not in {c.after for c in found})
    assert rest_before == rest_after, "what is not told did not change"


@given(rows, rows)
def test_looking_back_tells_the_reverse(before: dict[RowPlace, KnownRow], after: dict[RowPlace, KnownRow]) -> None:
    there = [c.kind for c in compare(ReportState({}, before), ReportState({}, after)).rows]
    back = [c.kind for c in compare(ReportState({}, after), ReportState({}, before)).rows]
    assert there.count("neu") - there.count("weg") == back.count("weg") - back.count("neu")


# --- the page -------------------------------------------------------------------------------------------------

SETTINGS = Settings(OwnOrganisation("Verein für <Alles>"))
WHEN = datetime(2018, 1, 1, tzinfo=UTC)


class Text(HTMLParser):
    """Collect what a reader reads, and check that what is opened is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.parts: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.parts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())


def run(outputs: Path, meetings: Sequence[str], *, release: bool = False) -> str:
    """Write figures and what changed as a run does and put them in place; return the page as read."""
    rows = [dict(zip(("datum", "art", "ort"), text.split(), strict=True)) for text in meetings]
    tables = build.tables(treffen=[row | {"datum": "-".join(reversed(row["datum"].split(".")))} for row in rows])
    counted = Figure(
        Key("a", "treffen", "anzahl"), Label("Treffen"), len(rows), rows=tuple(tables["treffen"].index), method="m"
    )
    folder = outputs / "2017"
    with archive.locked(outputs), archive.aside(outputs) as new:
        figures_file.write_json(new / "kennzahlen.json", Figures([counted]), tables)
        changes_page.write(new, folder, tables, SETTINGS, 2017)
        if release:
            folder = releases.freeze(new, folder, fingerprint="f", inputs={}, when=WHEN).folder
        else:
            archive.put_in_place(new, folder, fingerprint="f", result="fertig", when=WHEN)
    return Text((folder / "Aenderungen.html").read_text()).text


def test_the_first_run_has_nothing_to_compare(tmp_path: Path) -> None:
    text = run(tmp_path, MEETINGS)
    assert "Es gibt keinen früheren Stand zum Vergleichen." in text
    assert "Es gibt keine frühere Freigabe zum Vergleichen." in text
    assert "Verein für <Alles>" in text


@pytest.mark.parametrize(
    ("file", "said"),
    [("kennzahlen.json", "Es gibt keinen früheren Stand zum Vergleichen."), ("zeilen.json", "3 2")],
)
def test_harmed_files_of_the_last_run_stop_nobody(tmp_path: Path, file: str, said: str) -> None:
    run(tmp_path, MEETINGS)
    (tmp_path / "2017" / file).write_text('{"figures"')
    assert said in run(tmp_path, MEETINGS[:2])


def test_the_page_tells_figures_and_rows(tmp_path: Path) -> None:
    run(tmp_path, MEETINGS)
    text = run(tmp_path, [MEETINGS[0], "02.03.2017 Gespräch Prüm"])
    assert "Eine Kennzahl ist anders" in text
    assert "Treffen a.treffen.anzahl 3 2 Nr. 1, Nr. 2" in text
    assert "2 Zeilen haben sich geändert" in text
    assert "Geändert: Ort Bitburg → Prüm (Treffen, Treffen.xlsx, Blatt „Tabelle1“, Zeile 3)" in text
    assert (
        "Weggefallen: 05.04.2017 · Treffen · Daun · k. A. "
        "(Treffen, Treffen.xlsx, Blatt „Tabelle1“, Zeile 4 im früheren Stand)" in text
    )


def test_a_figure_that_stays_the_same_is_told_apart(tmp_path: Path) -> None:
    run(tmp_path, MEETINGS)
    text = run(tmp_path, [*MEETINGS[:2], "05.04.2017 Treffen Prüm"])
    assert "Keine Kennzahl ist anders." in text
    assert "Eine Kennzahl ist gleich geblieben, obwohl sich eine Zeile dahinter geändert hat" in text
    assert "Treffen a.treffen.anzahl 3 unverändert Nr. 1" in text


def test_answers_are_summed_up_by_their_place() -> None:
    rows = tuple(changes.RowChange("neu", "", None, RowPlace("Umfrage.csv", "", row)) for row in (4, 5, 6))
    change = changes.FigureChange("umfrage.u.antworten", "Antworten", "2", "5", rows)
    (line,) = changes_page.Comparison("a", "gestern", changes.Changes((change,))).lines
    assert (line.numbers, line.beside) == ((), ("neu: Umfrage.csv, Zeilen 4–6",))


def test_the_same_inputs_again_give_the_same_page(tmp_path: Path) -> None:
    run(tmp_path, MEETINGS)
    first = run(tmp_path, MEETINGS[:2])
    assert run(tmp_path, MEETINGS[:2]) == first
    assert "3 2" in first
    assert "2 3" in run(tmp_path, MEETINGS)


def test_the_last_release_is_compared_as_well(tmp_path: Path) -> None:
    run(tmp_path, MEETINGS[:1])
    run(tmp_path, MEETINGS[:1], release=True)
    run(tmp_path, MEETINGS[:2])
    text = run(tmp_path, MEETINGS)
    assert text.index("2 3") < text.index("Gegenüber der letzten Freigabe") < text.index("1 3")
