"""The whole run on the example association: from real files to the board's PDF."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from pipeline.associations import Association
from pipeline.fingerprint import ROOT, of_file
from pipeline.report import Order, Outcome, make

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


def edit(file: Path, change: Callable[[openpyxl.Workbook], None]) -> None:
    book = openpyxl.load_workbook(file)
    change(book)
    book.save(file)


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
