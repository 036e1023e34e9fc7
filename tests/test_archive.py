"""The outputs folder: whole files, a trustworthy note of the run, one run at a time."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.publish import archive

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def publish(outputs: Path, fingerprint: str = "abc", **files: str) -> Path:
    folder = outputs / "2017"
    with archive.aside(outputs) as new:
        for name, text in files.items():
            (new / name).write_text(text)
        archive.put_in_place(new, folder, fingerprint=fingerprint, result="fertig", when=NOON)
    return folder


def test_files_arrive_and_the_run_is_noted(tmp_path: Path) -> None:
    folder = publish(tmp_path, eins="1", zwei="2")
    assert sorted(path.name for path in folder.iterdir()) == ["eins", "lauf.json", "zwei"]
    said = json.loads((folder / "lauf.json").read_text())
    assert (said["fingerprint"], said["result"], said["when"]) == ("abc", "fertig", "2026-01-02T12:00:00+00:00")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2017"], "nothing is left aside"


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


def test_only_one_run_at_a_time(tmp_path: Path) -> None:
    with archive.locked(tmp_path), pytest.raises(archive.Busy), archive.locked(tmp_path):
        pass
    with archive.locked(tmp_path):
        pass
