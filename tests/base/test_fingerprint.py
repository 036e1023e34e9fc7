"""The fingerprint changes with everything a run depends on, and with nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.base import fingerprint


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    (tmp_path / "2017").mkdir()
    (tmp_path / "Treffen.csv").write_text("a")
    (tmp_path / "2017" / "Partner.csv").write_text("b")
    return tmp_path


def test_the_same_content_has_the_same_fingerprint(inputs: Path) -> None:
    before = fingerprint.of_run(inputs)
    (inputs / "Treffen.csv").touch()
    assert fingerprint.of_run(inputs) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "Treffen.csv").write_text("c"),
        lambda folder: (folder / "2017" / "Partner.csv").unlink(),
        lambda folder: (folder / "neu.csv").write_text("a"),
        lambda folder: (folder / "Treffen.csv").rename(folder / "Gespräche.csv"),
    ],
)
def test_every_change_of_the_inputs_changes_it(inputs: Path, change: Callable[[Path], object]) -> None:
    before = fingerprint.of_run(inputs)
    change(inputs)
    assert fingerprint.of_run(inputs) != before


def test_the_chosen_year_and_the_program_count(inputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint.of_run(inputs, ["2017"])
    assert fingerprint.of_run(inputs, ["2016"]) != before
    monkeypatch.setattr(fingerprint, "PROGRAM", ())
    assert fingerprint.of_run(inputs, ["2017"]) != before


def test_what_is_no_file_keeps_nobody_waiting(inputs: Path) -> None:
    before = fingerprint.of_run(inputs)
    os.mkfifo(inputs / "leitung.xlsx")
    assert fingerprint.of_run(inputs) == before


def test_another_association_s_folder_does_not_count(inputs: Path) -> None:
    other = inputs / "2017"
    before = fingerprint.of_run(inputs, leave_out=[other])
    (other / "Partner.csv").write_text("changed")
    assert fingerprint.of_run(inputs, leave_out=[other]) == before


def test_opening_a_workbook_does_not_change_what_goes_in(inputs: Path) -> None:
    before = fingerprint.of_inputs(inputs)
    (inputs / "~$Treffen.csv").write_text("Erika")
    (inputs / ".~lock.Treffen.csv#").write_text("Erika")
    assert fingerprint.of_inputs(inputs) == before
    assert set(before) == {"Treffen.csv", "2017/Partner.csv"}
