"""The whole run on the example association: from real files to the board's PDF."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from pipeline.base.associations import Association
from pipeline.base.fingerprint import ROOT, of_file
from pipeline.publish.pdf.conformance import check_pdf
from pipeline.report import Order, Outcome, make
from tests.approved import APPROVED, essence

pytestmark = pytest.mark.slow

EXAMPLE = ROOT / "inputs"


def order(inputs: Path, outputs: Path, **wishes: bool) -> Order:
    return Order(Association("", inputs, outputs), **wishes)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return make(order(EXAMPLE, tmp_path_factory.mktemp("outputs")))


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "inputs"))


def test_all_promised_files_are_there(made: Outcome) -> None:
    assert made.result == "fertig"
    assert {path.name for path in made.folder.iterdir()} >= {
        "Taetigkeitsbericht-2017.pdf",
        "Taetigkeitsbericht-2017.html",
        "Pruefprotokoll.html",
        "pruefprotokoll.json",
        "Kennzahlen.xlsx",
        "kennzahlen.json",
        "lauf.json",
    }


def test_the_example_reads_without_a_warning(made: Outcome) -> None:
    assert [p for p in made.problems if p.severity != "hinweis"] == []
    said = json.loads((made.folder / "pruefprotokoll.json").read_text("utf-8"))
    assert said["balance"]
    assert all(sheet["read"] == sheet["used"] + sheet["set_aside"] for sheet in said["balance"])


def figures(folder: Path) -> dict[str, dict[str, object]]:
    said = json.loads((folder / "kennzahlen.json").read_text("utf-8"))
    return {figure["key"]: figure for figure in said["figures"]}


def rows_of(figure: dict[str, object]) -> int:
    sources = figure["sources"]
    assert isinstance(sources, list)
    return sum(len(source["rows"]) for source in sources)


@pytest.mark.parametrize(
    "key", ["integration.treffen.anzahl", "integration.veranstaltungen.anzahl", "integration.netzwerk.teilnehmer"]
)
def test_a_count_has_as_many_rows_as_it_says(made: Outcome, key: str) -> None:
    figure = figures(made.folder)[key]
    assert figure["value"] == rows_of(figure) > 0
    assert figure["label"]
    assert figure["method"]


def page(outcome: Outcome) -> str:
    return (outcome.folder / "Taetigkeitsbericht-2017.html").read_text("utf-8")


def test_the_report_is_as_it_was_approved(made: Outcome) -> None:
    now, then = essence(page(made)).splitlines(), APPROVED.read_text("utf-8").splitlines()
    difference = "\n".join(unified_diff(then, now, "approved", "now", lineterm="", n=0))
    assert not difference, f"look at the pages; if they are right: python -m tests.approved\n{difference[:4000]}"


@pytest.fixture(scope="module")
def pdf(made: Outcome) -> PdfReader:
    assert made.pdf
    return PdfReader(made.pdf)


def test_the_pdf_keeps_what_it_promises(made: Outcome) -> None:
    assert made.pdf
    assert check_pdf(made.pdf) == ()


def test_the_pdf_can_be_leafed_through(pdf: PdfReader) -> None:
    assert 20 <= len(pdf.pages) <= 35, "a normal year of a normal association"
    titles = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    for title in ("Vorwort", "Das Jahr in Zahlen", "Integration", "Mobilität", "Ausblick", "Herkunft der Zahlen"):
        assert title in titles


def test_every_figure_in_a_chapter_links_to_its_line(pdf: PdfReader) -> None:
    targets = set(pdf.named_destinations)
    links = [
        annotation.get_object()["/Dest"]
        for page in pdf.pages
        for annotation in page.get("/Annots", [])
        if "/Dest" in annotation.get_object()
    ]
    figures = [str(link) for link in links if str(link).startswith("herkunft-")]
    assert len(figures) > 100
    assert set(figures) <= targets


def test_figures_and_tidy_tables_travel_inside_the_pdf(pdf: PdfReader) -> None:
    assert set(pdf.attachments) >= {"Kennzahlen.xlsx", "kennzahlen.json", "Treffen.csv", "Veranstaltungen.csv"}


def test_one_cell_changes_what_is_about_it_and_nothing_else(made: Outcome, inputs: Path, tmp_path: Path) -> None:
    """Ten guests more at the last event: sentence, chart, table and annex follow."""
    path = inputs / "Veranstaltungen.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Veranstaltungen"]
    header = next(row for row in sheet.iter_rows() if any(cell.value == "Titel" for cell in row))
    place = {cell.value: cell.column - 1 for cell in header}
    count = next(name for name in place if str(name).startswith(("Teilnehmer", "TN", "Gäste")))
    row = next(row for row in sheet.iter_rows() if str(row[place["Titel"]].value).startswith("17 Monate später"))
    before = row[place[count]].value
    row[place[count]].value = before + 10
    book.save(path)

    changed = make(order(inputs, tmp_path / "outputs"))
    old, new = figures(made.folder), figures(changed.folder)
    key = next(k for k in old if k.startswith("integration.veranstaltungen.2017-09") and k.endswith(".teilnehmer"))
    assert (old[key]["value"], new[key]["value"]) == (before, before + 10)
    moved = {k for k in old if old[k]["value"] != new[k]["value"]}
    assert moved == {
        key,
        "integration.veranstaltungen.teilnehmer",
        "integration.veranstaltungen.2017.teilnehmer",
        "gesamt.veranstaltungen.2017.teilnehmer",
    }
    drawings = [re.findall(r"<svg.*?</svg>", page(outcome), flags=re.DOTALL) for outcome in (made, changed)]
    assert sum(a != b for a, b in zip(*drawings, strict=True)) == 1, "one chart shows the guests of events"
    lines = [essence(page(outcome)).splitlines() for outcome in (made, changed)]
    gone = [line for line in unified_diff(*lines, lineterm="", n=0) if line.startswith("-") and line != "--- "]
    came = [line for line in unified_diff(*lines, lineterm="", n=0) if line.startswith("+") and line != "+++ "]
    assert len(gone) == len(came)
    for block, what in (("+<p", "the sentence"), ("+<figcaption", "the chart's finding"), ("+<t", "the table")):
        assert any(line.startswith(block) and f'#herkunft-{key}"' in line for line in came), what
    annex = [line for line in came if f'id="herkunft-{key}"' in line]
    assert len(annex) == 1, "the annex"
    assert f"{before + 10}" in annex[0].partition(f'id="herkunft-{key}"')[2]
    assert len(came) < 40, "nothing else changed"


def test_the_same_inputs_give_the_same_bytes(made: Outcome, tmp_path: Path) -> None:
    again = make(order(EXAMPLE, tmp_path))
    for name in (
        "Taetigkeitsbericht-2017.pdf",
        "Taetigkeitsbericht-2017.html",
        "Kennzahlen.xlsx",
        "Pruefprotokoll.html",
    ):
        assert of_file(again.folder / name) == of_file(made.folder / name), name


def test_unchanged_inputs_are_not_read_again(inputs: Path, tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-m",
        "pipeline",
        "erstellen",
        "--inputs",
        inputs,
        "--outputs",
        outputs,
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    before = (outputs / "2017" / "lauf.json").read_text()
    again = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert "Keine Änderungen" in again.stdout
    assert not {"pandas", "weasyprint", "jinja2", "prefect"} & set(again.stderr.replace("|", " ").split())
    assert (outputs / "2017" / "lauf.json").read_text() == before


def test_errors_keep_the_last_good_report(inputs: Path, tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    good = make(order(inputs, outputs))
    assert good.pdf
    kept = {name: of_file(good.folder / name) for name in (good.pdf.name, "kennzahlen.json", "Kennzahlen.xlsx")}
    with (inputs / "bericht.toml").open("a") as settings:
        settings.write("\n[berricht]\n")
    bad = make(order(inputs, outputs))
    assert bad.result == "gesperrt"
    assert {name: of_file(bad.folder / name) for name in kept} == kept
    assert "Meinten Sie „bericht“?" in bad.protocol.read_text("utf-8")
    assert make(order(inputs, outputs)).problems == bad.problems, "an unchanged blocked run tells the same again"


def test_a_check_writes_the_protocol_and_no_report(inputs: Path, tmp_path: Path) -> None:
    outcome = make(order(inputs, tmp_path / "outputs", check_only=True))
    assert outcome.result == "geprueft"
    assert outcome.protocol.exists()
    assert outcome.pdf is None


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    outcome = make(order(tmp_path / "inputs", tmp_path / "outputs"))
    assert outcome.result == "gesperrt"
    assert "keine-zeilen" in {p.code for p in outcome.problems}


@pytest.mark.parametrize(
    ("name", "content", "settings", "codes"),
    [
        ("Partner.csv", "Name;Kurzform\nStadt Musterstadt;Stadt\n", "", {"jahr-angenommen"}),
        ("Partner.csv", "Name;Kurzform\nStadt Musterstadt;Stadt\n", "[bericht]\njahr = 2017\n", set()),
        ("Treffen.csv", "Datum;Sitzung\n14.03.2017;Beirat\n", "", set()),
        ("Treffen.csv", "Datum;Sitzung\n14.03.2017;Beirat\n", "[bericht]\njahr = 2019\n", {"jahr-ohne-zeilen"}),
    ],
)
def test_a_year_that_the_tables_do_not_say_is_told(
    tmp_path: Path, name: str, content: str, settings: str, codes: set[str]
) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    (inputs / name).write_text(content, "utf-8")
    (inputs / "bericht.toml").write_text('[organisation]\nname = "Musterverein"\n' + settings, "utf-8")
    outcome = make(order(inputs, tmp_path / "outputs", check_only=True))
    assert {p.code for p in outcome.problems if p.code.startswith("jahr-")} == codes
