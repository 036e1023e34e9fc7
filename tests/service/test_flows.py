"""The same runs under Prefect: states, names, artifacts, and associations that do not disturb each other."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.base import fingerprint
from pipeline.command import cli
from pipeline.outputs import archive
from pipeline.service import health
from tests import association
from tests.service import prefect_server

pytestmark = pytest.mark.slow

NOW = "[nachtlauf]\nruhe_minuten = 0\n"


@pytest.fixture(scope="module", autouse=True)
def _server() -> Iterator[None]:
    with prefect_server.harness():
        yield


@pytest.fixture
def program_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody who edits the program meanwhile make two nights differ."""
    monkeypatch.setattr(fingerprint, "PROGRAM", ())


def flow(name: str, folder: Path, **parameters: Any) -> Any:
    from pipeline.service import flows

    return getattr(flows, name)(str(folder / "ein"), str(folder / "aus"), return_state=True, **parameters)


@pytest.mark.usefixtures("program_stays")
def test_a_report_is_a_completed_run_with_name_steps_and_artifacts(tmp_path: Path) -> None:
    association.write(tmp_path / "ein", NOW + "[bericht]\njahr = 2017\n")
    state = flow("taetigkeitsbericht", tmp_path)
    pdf = tmp_path / "aus" / "2017" / "Taetigkeitsbericht-2017.pdf"
    assert (state.type.value, state.message) == ("COMPLETED", f"erstellt: {pdf}")
    assert prefect_server.runs()[0].name == "HVB 2017"
    found = prefect_server.artifacts()
    assert {"uebersicht-hvb", "probleme-hvb", "bericht-hvb", "fortschritt-hvb"} <= set(found)
    assert "Der Bericht ist neu erstellt." in found["uebersicht-hvb"].data
    assert pdf.as_uri() in found["bericht-hvb"].data
    assert found["fortschritt-hvb"].data == 100

    again = flow("taetigkeitsbericht", tmp_path)
    assert (again.type.value, again.message) == ("COMPLETED", "keine Änderungen")


def test_problems_block_with_a_state_of_their_own_and_nobody_is_named(tmp_path: Path) -> None:
    association.write(tmp_path / "ein", NOW)
    flow("taetigkeitsbericht", tmp_path)
    pdf = (tmp_path / "aus" / "2017" / "Taetigkeitsbericht-2017.pdf").read_bytes()
    association.write(tmp_path / "ein", NOW + 'erika = "Mustermann"\n')
    state = flow("taetigkeitsbericht", tmp_path)
    assert (state.type.value, state.name) == ("FAILED", "Gesperrt")
    assert "Pruefprotokoll.html" in state.message
    assert (tmp_path / "aus" / "2017" / "Taetigkeitsbericht-2017.pdf").read_bytes() == pdf
    (row, *_) = json.loads(prefect_server.artifacts()["probleme-hvb"].data)
    assert (row["Was"], row["Datei"]) == ("Unbekannte Einstellung", "bericht.toml")
    shown = "".join(str(found.data) for found in prefect_server.artifacts().values())
    assert "Mustermann" not in shown
    assert "erika" not in shown


def test_the_state_says_why_the_program_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    association.write(tmp_path / "ein", NOW)

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device", str(tmp_path / "aus" / ".neu" / "x"))

    monkeypatch.setattr(archive, "put_in_place", full)
    state = flow("taetigkeitsbericht", tmp_path)
    assert state.type.value == "FAILED"
    assert "No space left on device" in state.message
    known = health.read(tmp_path / "aus")
    assert known
    assert "kein Platz mehr" in known.message


def test_the_mail_password_may_be_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.blocks.system import Secret
    from prefect.settings import PREFECT_API_URL

    from pipeline.service.prefect_home import SECRET, mail_password

    monkeypatch.delenv("BERICHT_SMTP_PASSWORT", raising=False)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert mail_password() == ""
    monkeypatch.setenv("PREFECT_API_URL", PREFECT_API_URL.value() or "")
    assert mail_password() == "", "there is no such block yet"
    Secret(value="geheim").save(SECRET)
    assert mail_password() == "geheim"
    monkeypatch.setenv("BERICHT_SMTP_PASSWORT", "anders")
    assert mail_password() == "anders"


# --- several associations -------------------------------------------------------------------------------------


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Return a folder with three associations: a good one, one with an error, another good one."""
    association.write(tmp_path / "ein" / "anna", NOW)
    association.write(tmp_path / "ein" / "bernd", NOW + "unbekannt = 1\n")
    association.write(tmp_path / "ein" / "clara", NOW)
    return tmp_path


def test_one_association_that_fails_does_not_stop_the_others(three: Path) -> None:
    state = flow("nachtlauf", three)
    assert (state.type.value, state.name) == ("FAILED", "Nicht alles")
    assert state.message == "anna: in Ordnung; bernd: gesperrt, siehe Prüfprotokoll; clara: in Ordnung"
    made = {path.parts[-3] for path in (three / "aus").glob("*/2017/Taetigkeitsbericht-2017.pdf")}
    assert made == {"anna", "clara"}
    assert {run.name.rpartition(" ")[0] for run in prefect_server.runs()} >= {"HVB"}, "each is a run of its own"

    shutil.rmtree(three / "ein" / "bernd")
    again = flow("nachtlauf", three)
    assert again.message == "anna: keine Änderungen; clara: keine Änderungen"


def test_two_nights_at_once_are_one(three: Path) -> None:
    import fcntl

    (three / "aus").mkdir()
    with (three / "aus" / ".nachtlauf").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        state = flow("nachtlauf", three)
    assert (state.type.value, state.name) == ("COMPLETED", "Übersprungen")
    assert not (three / "aus" / "anna").exists()


def test_a_drive_that_is_not_there_is_said(tmp_path: Path) -> None:
    state = flow("nachtlauf", tmp_path)
    assert state.type.value == "FAILED"
    assert "ist das Laufwerk verbunden?" in state.message


# --- the commands without Prefect -----------------------------------------------------------------------------


def test_the_command_makes_all_reports_each_in_its_own_process(three: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--inputs", str(three / "ein"), "--outputs", str(three / "aus"))
    assert cli.main(["erstellen", *where]) == 1
    said = capsys.readouterr()
    assert "anna: Der Bericht ist fertig" in said.out
    assert "clara: Der Bericht ist fertig" in said.out
    assert "bernd: Es fehlt noch etwas für den Bericht." in said.err
    assert cli.main(["erstellen", *where, "--verein", "anna"]) == 0
    assert cli.main(["erstellen", *where, "--verein", "dora"]) == 2
    assert "„dora“ gibt es hier nicht. Es gibt: anna, bernd, clara." in capsys.readouterr().err
    assert cli.main(["freigeben", *where, "--jahr", "2017"]) == 2
    assert "--verein" in capsys.readouterr().err
    assert cli.main(["zustand", *where]) == 1
    assert "Es gab noch keinen Nachtlauf." in capsys.readouterr().out
