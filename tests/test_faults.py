"""Faults for real: after each the last good report is intact, and the next run is clean."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.base.fingerprint import ROOT
from pipeline.command import cli
from pipeline.outputs import archive
from pipeline.report import STEPS
from tests import association

pytestmark = pytest.mark.slow

CHANGED = "Datum;Art;Thema;Ort;Teilnehmerzahl\n01.03.2017;Treffen;Planung;Trier;31\n"


def words(folder: Path, command: str = "erstellen") -> list[str]:
    return [command, "--inputs", str(folder / "ein"), "--outputs", str(folder / "aus"), "--neu"]


def made(folder: Path) -> Path:
    """Make a report, then change a table, so that the next run has something to do."""
    outputs = association.reported(folder)
    association.write(folder / "ein", Treffen=CHANGED)
    return outputs


def content(outputs: Path) -> dict[str, bytes]:
    """Return every file that readers see."""
    seen = (path for path in outputs.rglob("*") if path.is_file() and path.relative_to(outputs).parts[0][0] != ".")
    return {path.relative_to(outputs).as_posix(): path.read_bytes() for path in seen}


def clean_run(folder: Path) -> None:
    """Let the next run make the report, and see that nothing of the accident is left."""
    before = content(folder / "aus")
    assert cli.main(words(folder)) == 0
    after = content(folder / "aus")
    assert after["2017/Taetigkeitsbericht-2017.pdf"] != before["2017/Taetigkeitsbericht-2017.pdf"]
    run = archive.last_run(folder / "aus" / "2017")
    assert run
    assert run.whole
    assert {path.name for path in (folder / "aus").iterdir()} <= {"2017", ".sperre", "zustand.json"}


# A process that has loaded the program, and for each line it is told makes the report in a copy of itself.
_NURSERY = """
import os, signal, sys
from pathlib import Path
from pipeline.base.associations import Association
from pipeline.report import Order, make
from pipeline.statistics import counting
from pipeline.topics import registry
registry.topics()

def report(wanted, moment, folder):
    done = 0
    def run(title, step, /, *args, **kwargs):
        nonlocal done
        done += 1
        now = wanted in (str(done), title)
        if now and moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = step(*args, **kwargs)
        if now:
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    make(Order(Association("", folder / "ein", folder / "aus"), force=True), run)

for line in sys.stdin:
    wanted, moment, folder = line.rstrip("\\n").split("|")
    if not (child := os.fork()):
        report(wanted, moment, Path(folder))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
Kill = Callable[[Path, int | str, str], bool]


@pytest.fixture(scope="module")
def killed_at() -> Iterator[Kill]:
    """Return how to make a report that is killed before or after a step (number or name); it tells whether it was."""
    command, environment = [sys.executable, "-c", _NURSERY], os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:

        def kill(folder: Path, step: int | str, moment: str) -> bool:
            assert child.stdin
            assert child.stdout
            child.stdin.write(f"{step}|{moment}|{folder}\n")
            child.stdin.flush()
            code = int(child.stdout.readline())
            assert code in (0, -signal.SIGKILL)
            return code != 0

        yield kill


def test_killed_at_each_step(tmp_path: Path, killed_at: Kill) -> None:
    outputs = made(tmp_path)
    good = content(outputs)
    step = 1
    while killed_at(tmp_path, step, "before"):
        assert content(outputs) == good, f"killed before step {step}"
        step += 1
        assert step < 50
    assert step == STEPS + 1, "the number of steps that the progress display knows"
    assert content(outputs) != good, "the last child was not killed and made the report"


def test_killed_after_the_last_step_the_report_is_made(tmp_path: Path, killed_at: Kill) -> None:
    outputs = made(tmp_path)
    good = content(outputs)
    assert killed_at(tmp_path, "Ablegen", "after")
    assert content(outputs).keys() == good.keys() | {"2017/vorher/kennzahlen.json", "2017/vorher/zeilen.json"}
    run = archive.last_run(outputs / "2017")
    assert run
    assert run.whole


def test_killed_in_the_middle_the_next_run_is_clean(tmp_path: Path, killed_at: Kill) -> None:
    made(tmp_path)
    assert killed_at(tmp_path, "Kennzahlen schreiben", "after")
    assert (tmp_path / "aus" / ".neu").exists(), "the dead run left something"
    clean_run(tmp_path)


# --- the disk -------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder whose `aus` is a disk of four megabytes."""
    (tmp_path / "aus").mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(tmp_path / "aus")]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a disk")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path / "aus")], check=True)  # noqa: S607 - found by the system


def test_a_full_disk(small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = made(small_disk)
    good = content(outputs)
    for left in (0, 20_000, 120_000):
        free = shutil.disk_usage(outputs).free
        (outputs / ".voll").write_bytes(b"x" * (free - left))
        assert cli.main(words(small_disk)) == 3, left
        assert "kein Platz mehr" in capsys.readouterr().err
        (outputs / ".voll").unlink()
        assert content(outputs) == good, left
    clean_run(small_disk)


def test_outputs_that_cannot_be_written(small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = made(small_disk)
    good = content(outputs)
    remount = ["mount", "-o", "remount,ro", str(outputs)]
    subprocess.run(remount, check=True)
    assert cli.main(words(small_disk)) == 3
    assert "kann nicht geschrieben werden" in capsys.readouterr().err
    assert content(outputs) == good
    subprocess.run([*remount[:2], "remount,rw", str(outputs)], check=True)
    clean_run(small_disk)


# --- the inputs -----------------------------------------------------------------------------------------------


def vanish(inputs: Path) -> None:
    shutil.rmtree(inputs)


def lose_one(inputs: Path) -> None:
    (inputs / "Veranstaltungen.csv").unlink()


def change_one(inputs: Path) -> None:
    (inputs / "Veranstaltungen.csv").write_text("Datum;Format;Titel\n01.06.2017;Vortrag;Anderes\n")


def empty(inputs: Path) -> None:
    for path in inputs.iterdir():
        path.write_bytes(b"")


@pytest.mark.parametrize(
    ("when", "harm"),
    [
        ("Einstellungen lesen", vanish),
        ("Einstellungen lesen", empty),
        ("Tabellen lesen", vanish),
        ("Tabellen lesen", lose_one),
        ("Zählen", change_one),
        ("PDF drucken", lose_one),
    ],
)
def test_inputs_that_vanish_or_change_meanwhile(tmp_path: Path, when: str, harm: Callable[[Path], None]) -> None:
    from pipeline.base.associations import Association
    from pipeline.report import InputsMoved, Order, directly, make

    outputs = made(tmp_path)
    good = content(outputs)

    def run(title: str, step: Callable[..., object], /, *args: object, **kwargs: object) -> object:
        result = directly(title, step, *args, **kwargs)
        if title == when:
            harm(tmp_path / "ein")
        return result

    with pytest.raises(InputsMoved):
        make(Order(Association("", tmp_path / "ein", outputs), force=True), run)  # type: ignore[arg-type]
    assert content(outputs) == good
    association.write(tmp_path / "ein", Treffen=CHANGED)
    if harm is vanish and when == "Tabellen lesen":
        clean_run(tmp_path)


def test_an_empty_inputs_folder_is_no_reason_to_forget_the_report(tmp_path: Path) -> None:
    """A drive that is not connected looks like an empty folder."""
    outputs = made(tmp_path)
    good = content(outputs)
    shutil.rmtree(tmp_path / "ein")
    (tmp_path / "ein").mkdir()
    assert cli.main(words(tmp_path)) == 1
    for name in ("Taetigkeitsbericht-2017.pdf", "kennzahlen.json", "Kennzahlen.xlsx"):
        assert content(outputs)[f"2017/{name}"] == good[f"2017/{name}"]
    problems = json.loads((outputs / "2017" / "pruefprotokoll.json").read_text())["problems"]
    assert "keine-zeilen" in {found["code"] for found in problems}


# --- two at once ----------------------------------------------------------------------------------------------


def test_two_runs_at_once(tmp_path: Path) -> None:
    made(tmp_path)
    command = [sys.executable, "-m", "pipeline", *words(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ended = sorted((process.communicate()[1], process.returncode) for process in both)
    codes = [code for _, code in ended]
    assert codes in ([0, 4], [4, 0], [0, 0]), ended
    if 4 in codes:
        assert any("schreibt gerade ein anderer Lauf" in said for said, _ in ended)
    run = archive.last_run(tmp_path / "aus" / "2017")
    assert run
    assert run.whole
