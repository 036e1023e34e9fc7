"""The outputs folder: whole files, a trustworthy note of the run, one run at a time."""

import errno
import json
import os
import shutil
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from pipeline.base.system_errors import explain_system_error
from pipeline.outputs import archive

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def publish(outputs: Path, fingerprint: str = "abc", **files: str) -> Path:
    folder = outputs / "2017"
    with archive.locked(outputs), archive.aside(outputs) as new:
        for name, text in files.items():
            (new / name).write_text(text)
        archive.put_in_place(new, folder, fingerprint=fingerprint, result="fertig", when=NOON)
    return folder


def test_files_arrive_and_the_run_is_noted(tmp_path: Path) -> None:
    folder = publish(tmp_path, eins="1", zwei="2")
    assert sorted(path.name for path in folder.iterdir()) == ["eins", "lauf.json", "zwei"]
    said = json.loads((folder / "lauf.json").read_text())
    assert (said["fingerprint"], said["result"], said["when"]) == ("abc", "fertig", "2026-01-02T12:00:00+00:00")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".sperre", "2017"], "nothing is left aside"


def test_a_run_is_found_by_its_fingerprint(tmp_path: Path) -> None:
    publish(tmp_path, eins="1")
    assert archive.find_run(tmp_path, "abc")
    assert archive.find_run(tmp_path, "other") is None


@pytest.mark.parametrize("harm", ["changed", "gone", "note"])
def test_a_harmed_run_is_not_trusted(tmp_path: Path, harm: str) -> None:
    folder = publish(tmp_path, eins="1")
    match harm:
        case "changed":
            (folder / "eins").write_text("9")
        case "gone":
            (folder / "eins").unlink()
        case "note":
            (folder / "lauf.json").write_text("{")
    assert archive.find_run(tmp_path, "abc") is None


def test_a_failed_run_leaves_the_last_one_as_it_was(tmp_path: Path) -> None:
    folder = publish(tmp_path, eins="1")

    def fail() -> None:
        with archive.aside(tmp_path) as new:
            (new / "eins").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (folder / "eins").read_text() == "1"
    assert archive.find_run(tmp_path, "abc")


def test_what_a_dead_run_left_is_swept_out(tmp_path: Path) -> None:
    (tmp_path / ".neu").mkdir()
    (tmp_path / ".neu" / "rest").write_text("x")
    with archive.aside(tmp_path) as new:
        assert list(new.iterdir()) == []


def test_what_cannot_be_swept_out_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".neu").mkdir()

    def theirs(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path / "rest"))

    monkeypatch.setattr(shutil, "rmtree", theirs)
    with pytest.raises(PermissionError) as denied, archive.aside(tmp_path):
        pass
    assert explain_system_error(denied.value) == f"In „{tmp_path / '.neu'}“ fehlen die Rechte."


def test_only_one_run_at_a_time(tmp_path: Path) -> None:
    with archive.locked(tmp_path), pytest.raises(archive.Busy), archive.locked(tmp_path):
        pass
    with archive.locked(tmp_path):
        pass


# --- killed for real ------------------------------------------------------------------------------------------


def killed(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a child that is killed at the given step to the disk; tell whether it came that far."""
    child = os.fork()
    if child == 0:
        steps = count()

        def dying(real: Callable[..., object]) -> Callable[..., object]:
            def call(*given: object, **named: object) -> object:
                if next(steps) == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*given, **named)

            return call

        for name in ("replace", "rename", "fsync", "unlink"):
            setattr(os, name, dying(getattr(os, name)))
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def test_killed_at_every_step_to_the_disk_there_is_the_old_or_the_new_and_nothing_between(tmp_path: Path) -> None:
    seen = set()
    for step in count():
        outputs = tmp_path / str(step)
        publish(outputs, "old", eins="alt", zwei="alt", weg="alt")
        went_on = killed(step, lambda outputs=outputs: publish(outputs, "new", eins="neu", zwei="neu", drei="neu"))
        archive.finish(outputs)
        run = archive.last_run(outputs / "2017")
        assert run
        assert run.whole
        there = {path.name: path.read_text() for path in (outputs / "2017").iterdir() if path.name != "lauf.json"}
        assert there == (
            {"eins": "alt", "zwei": "alt", "weg": "alt"}
            if run.fingerprint == "old"
            else {"eins": "neu", "zwei": "neu", "drei": "neu"}
        )
        seen.add(run.fingerprint)
        publish(outputs, "newer", eins="neuer")
        assert archive.find_run(outputs, "newer")
        assert sorted(path.name for path in outputs.iterdir()) == [".sperre", "2017"]
        if not went_on:
            break
    assert seen == {"old", "new"}
    assert step > 8, "there were steps to be killed at"


# --- what stays and what goes ---------------------------------------------------------------------------------


def run(outputs: Path, result: str, fingerprint: str = "abc", **files: str) -> archive.PastRun:
    with archive.locked(outputs), archive.aside(outputs) as new:
        for name, text in files.items():
            path = new / name.replace("__", "/").replace("_html", ".html").replace("_pdf", ".pdf")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        archive.put_in_place(new, outputs / "2017", fingerprint=fingerprint, result=result, when=NOON)
    found = archive.last_run(outputs / "2017")
    assert found
    return found


def names(outputs: Path) -> list[str]:
    folder = outputs / "2017"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_where_problems_block_the_last_report_stays_and_is_watched(tmp_path: Path) -> None:
    run(tmp_path, "fertig", "a", bericht_pdf="1", Pruefprotokoll_html="1", geprueft__Treffen="1")
    blocked = run(tmp_path, "gesperrt", "b", Pruefprotokoll_html="2")
    assert names(tmp_path) == ["Pruefprotokoll.html", "bericht.pdf", "lauf.json"], "marked copies go with their check"
    assert blocked.whole
    assert archive.find_run(tmp_path, "b")
    again = run(tmp_path, "gesperrt", "c", Pruefprotokoll_html="3", geprueft__Treffen="3")
    assert set(again.kept) == {"bericht.pdf"}
    (tmp_path / "2017" / "bericht.pdf").write_text("harmed")
    assert archive.find_run(tmp_path, "c") is None


def test_a_new_report_sweeps_out_what_the_old_one_left(tmp_path: Path) -> None:
    run(tmp_path, "fertig", bericht_pdf="1", alt="1", geprueft__Treffen="1")
    run(tmp_path, "gesperrt", Pruefprotokoll_html="2")
    (tmp_path / "2017" / "notiz.txt").write_text("von Hand")
    run(tmp_path, "fertig", bericht_pdf="3", Pruefprotokoll_html="3")
    assert names(tmp_path) == ["Pruefprotokoll.html", "bericht.pdf", "lauf.json", "notiz.txt"]
    assert not (tmp_path / "2017" / "geprueft").exists()


def test_a_check_alone_does_not_pass_for_a_report(tmp_path: Path) -> None:
    run(tmp_path, "geprueft", "a", Pruefprotokoll_html="1")
    assert archive.find_run(tmp_path, "a") is None
    run(tmp_path, "fertig", "a", bericht_pdf="1", Pruefprotokoll_html="1")
    run(tmp_path, "geprueft", "a", Pruefprotokoll_html="1")
    assert archive.find_run(tmp_path, "a"), "a check of the same tables leaves the report as it was"
    run(tmp_path, "geprueft", "b", Pruefprotokoll_html="2")
    assert archive.find_run(tmp_path, "b") is None
    assert "bericht.pdf" in names(tmp_path)
