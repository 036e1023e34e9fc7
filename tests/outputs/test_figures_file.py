"""The figures as files, and the tidy tables that go with them."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from pipeline.base.figures import Figure, Figures, Label
from pipeline.base.keys import Key
from pipeline.base.period import Period
from pipeline.outputs import figures_file, report_files
from pipeline.outputs.export_tables import tidy_tables
from tests import build
from tests.publish import sample

KEY = Key("a", "treffen", "anzahl")
EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", "http://example.org", "12")


def test_json_has_the_promised_shape() -> None:
    tables = build.tables(treffen=[{"datum": "2017-03-01"}, {"datum": "2017-04-01"}])
    period = Period(tables["treffen"]["datum"].iloc[0].date(), tables["treffen"]["datum"].iloc[1].date())
    figures = Figures([
        Figure(KEY, Label("Treffen", "A"), 2, "Treffen", True, rows=(1, 2), method="Gezählt."),
        Figure(Key("a", "wert"), Label("Wert"), Decimal("1.50"), "Euro"),
        Figure(Key("a", "zeitraum"), Label("Zeitraum"), period, "Zeitraum"),
        Figure(Key("a", "unbekannt"), Label("Unbekannt"), None),
    ])  # fmt: skip
    found = list(figures_file.as_json(figures, tables))
    assert found[0] == {
        "key": "a.treffen.anzahl", "label": "A: Treffen", "value": 2, "unit": "Treffen", "at_least": True,
        "approximate": False, "method": "Gezählt.",
        "sources": [{"file": "Treffen.xlsx", "sheet": "Tabelle1", "rows": [2, 3]}],
    }  # fmt: skip
    assert [figure["value"] for figure in found[1:]] == [1.5, "2017-03-01/2017-04-01", None]


def test_workbook_lists_figures_sources_and_tables(tmp_path: Path) -> None:
    report_files.write(tmp_path, sample.content())
    book = load_workbook(tmp_path / "Kennzahlen.xlsx")
    assert book.sheetnames == ["Kennzahlen", "Herkunft", "Treffen", "Veranstaltungen", "Werte"]
    rows = list(book["Kennzahlen"].values)
    assert rows[0] == ("Kennzahl", "Wert", "Einheit", "Genauigkeit", "Wie gezählt", "Name")
    by_key = {row[-1]: row for row in rows}
    assert by_key["gesamt.veranstaltungen.2021.teilnehmer"][1:4] == (785, "Teilnehmer", "mindestens")
    keys = [figure["key"] for figure in json.loads((tmp_path / "kennzahlen.json").read_text("utf-8"))["figures"]]
    assert [row[-1] for row in rows[1:]] == keys


def test_typed_text_never_becomes_a_formula(tmp_path: Path) -> None:
    tables = build.tables(treffen=[{"datum": "2017-03-01", "thema": text} for text in EVIL])
    figures_file.write_xlsx(tmp_path / "k.xlsx", Figures(), tables, sample.content().as_of)
    sheet = load_workbook(tmp_path / "k.xlsx")["Treffen"]
    column = [cell.value for cell in next(sheet.iter_rows(1, 1))].index("Thema") + 1
    cells = [sheet.cell(row, column) for row in range(2, 2 + len(EVIL))]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(text, "s", None) for text in EVIL]


def test_a_cell_holds_no_more_than_it_can(tmp_path: Path) -> None:
    tables = build.tables(treffen=[{"datum": "2017-03-01"}] * 14_000)
    figures = Figures([Figure(Key("a"), Label("A"), 7_000, rows=tuple(range(1, 14_000, 2)))])
    figures_file.write_xlsx(tmp_path / "k.xlsx", figures, tables, sample.content().as_of)
    shown = load_workbook(tmp_path / "k.xlsx", read_only=True)["Herkunft"]["D2"].value
    assert len(shown) <= figures_file.MOST_LETTERS
    assert shown.endswith(", … (vollständig in kennzahlen.json)")


def test_csv_opens_in_a_german_spreadsheet() -> None:
    tables = build.tables(
        treffen=[{"datum": "2017-03-01", "thema": text, "beteiligte": ["A", "B"]} for text in EVIL],
        werte=[{"bezeichnung": "Etat", "jahr": 2017, "wert": Decimal("1234.5"), "einheit": "Euro"}],
    )
    met, values = tidy_tables(tables)
    data = met.as_csv()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert [row["Thema"] for row in rows] == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "http://example.org", "12"]
    assert (rows[0]["Datum"], rows[0]["Beteiligte"], rows[0]["Datei"], rows[0]["Zeile"]) == (
        "2017-03-01", "A; B", "Treffen.xlsx", "2",
    )  # fmt: skip
    assert b";1234,5;" in values.as_csv()


def test_network_leaves_without_names() -> None:
    tables = build.tables(netzwerk=[{"gruppe": "Forum", "institution": "", "person": True, "engagement": "Ehrenamt"}])
    (network,) = tidy_tables(tables)
    assert [title for title, _ in network.columns][:4] == ["Projekt", "Gruppe", "Institution", "haupt-/ehrenamtlich"]
