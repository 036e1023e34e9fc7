"""A release is frozen: numbered, with checksums of what went in and came out, never overwritten."""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.outputs import archive, releases

WHEN = datetime(2018, 3, 1, 12, tzinfo=UTC)


def freeze(outputs: Path, text: str = "eins") -> releases.Release:
    with archive.locked(outputs), archive.aside(outputs) as new:
        (new / "Taetigkeitsbericht-2017.pdf").write_text(text)
        (new / "kennzahlen.json").write_text("{}")
        (new / "vorher").mkdir()
        (new / "vorher" / "kennzahlen.json").write_text("{}")
        return releases.freeze(new, outputs / "2017", fingerprint="abc", inputs={"Treffen.csv": "00"}, when=WHEN)


def test_what_went_in_and_came_out_is_noted(tmp_path: Path) -> None:
    release = freeze(tmp_path)
    assert release.folder == tmp_path / "2017" / "freigabe-1"
    assert (release.number, release.year, release.when) == (1, 2017, WHEN)
    assert (release.fingerprint, release.inputs) == ("abc", {"Treffen.csv": "00"})
    assert sorted(release.files) == ["Taetigkeitsbericht-2017.pdf", "kennzahlen.json"]
    assert release.pdf.read_text() == "eins"
    assert releases.read(release.folder) == release
    assert set(json.loads((release.folder / "freigabe.json").read_text())["program"]) == {"version", "python"}


def test_common_tools_can_check_it(tmp_path: Path) -> None:
    release = freeze(tmp_path)
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=release.folder, check=False)  # noqa: S607
    assert done.returncode == 0


def test_every_release_has_its_own_folder(tmp_path: Path) -> None:
    first, second = freeze(tmp_path), freeze(tmp_path, "zwei")
    assert (first.number, second.number) == (1, 2)
    assert first.pdf.read_text() == "eins"
    assert releases.find(tmp_path / "2017") == (first, second)
    assert releases.latest(tmp_path / "2017") == second
    assert releases.latest(tmp_path / "2016") is None


def test_the_tenth_comes_after_the_ninth(tmp_path: Path) -> None:
    assert [freeze(tmp_path).number for _ in range(11)] == list(range(1, 12))
    assert [release.number for release in releases.find(tmp_path / "2017")] == list(range(1, 12))


@pytest.mark.parametrize("stray", ["freigabe-1", "freigabe-7"])
def test_a_folder_that_is_in_the_way_is_left_alone(tmp_path: Path, stray: str) -> None:
    (tmp_path / "2017" / stray).mkdir(parents=True)
    (tmp_path / "2017" / stray / "notiz.txt").write_text("von Hand")
    release = freeze(tmp_path)
    assert release.number == int(stray.removeprefix("freigabe-")) + 1
    assert (tmp_path / "2017" / stray / "notiz.txt").read_text() == "von Hand"


def test_it_is_read_only_and_harm_is_seen(tmp_path: Path) -> None:
    release = freeze(tmp_path)
    assert {path.stat().st_mode & 0o222 for path in (release.folder, *release.folder.iterdir())} == {0}
    assert release.harmed == ()
    release.folder.chmod(0o755)
    release.pdf.unlink()
    assert release.harmed == ("Taetigkeitsbericht-2017.pdf",)


def test_the_next_draft_leaves_it_alone(tmp_path: Path) -> None:
    release = freeze(tmp_path)
    with archive.locked(tmp_path), archive.aside(tmp_path) as new:
        (new / "Taetigkeitsbericht-2017.pdf").write_text("Entwurf")
        archive.put_in_place(new, tmp_path / "2017", fingerprint="def", result="fertig", when=WHEN)
    assert release.harmed == ()
