"""Beyond one machine: `prefect.yaml` deployed to a work pool, two workers, one night, as docs/betrieb.md says."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.base.fingerprint import ROOT
from tests import association

pytestmark = pytest.mark.slow

NAMES = ("anna", "bernd", "clara", "dora", "emil")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")} | {
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PYTHONPATH": str(ROOT),
        "BERICHT_ORDNER": str(ROOT),
        "BERICHT_EINGANG": str(tmp_path / "ein"),
        "BERICHT_AUSGANG": str(tmp_path / "aus"),
    }


def prefect(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "prefect", "--no-prompt", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def background(tmp_path: Path, environment: dict[str, str]) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start the server and two workers; end them with everything they have started."""
    port = environment["PREFECT_API_URL"].rpartition(":")[2].partition("/")[0]

    def start(name: str, *words: str) -> subprocess.Popen[bytes]:
        with (tmp_path / f"{name}.log").open("wb") as log:
            command = [sys.executable, "-m", "prefect", *words]
            return subprocess.Popen(
                command, cwd=tmp_path, env=environment, stdout=log, stderr=log, start_new_session=True
            )

    started = [start("server", "server", "start", "--port", port)]
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            health = f"{environment['PREFECT_API_URL']}/health"
            urllib.request.urlopen(health, timeout=5).close()  # noqa: S310 - our own server
            break
        except OSError:
            time.sleep(0.3)
    prefect(environment, "work-pool", "create", "berichte", "--type", "process")
    prefect(environment, "deploy", "--all")
    worker = ("worker", "start", "--pool", "berichte", "--limit", "2", "--name")
    started += [start(name, *worker, name) for name in ("eins", "zwei")]
    yield started
    for process in reversed(started):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_two_workers_share_a_night(
    tmp_path: Path, environment: dict[str, str], background: list[subprocess.Popen[bytes]]
) -> None:
    for name in NAMES:
        broken = "unbekannt = 1\n" if name == "bernd" else ""
        association.write(tmp_path / "ein" / name, f"[nachtlauf]\nruhe_minuten = 0\n{broken}")
    command = [sys.executable, "-m", "prefect", "deployment", "run", "nachtlauf/nachts", "--watch"]
    watched = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=240
    )
    assert watched.returncode != 0, "one of them is blocked"
    made = {path.parts[-3] for path in (tmp_path / "aus").glob("*/2017/Taetigkeitsbericht-2017.pdf")}
    assert made == set(NAMES) - {"bernd"}
    assert (tmp_path / "aus" / "bernd" / "2017" / "Pruefprotokoll.html").exists()
    one, two = (_taken((tmp_path / f"{name}.log").read_text()) for name in ("eins", "zwei"))
    assert len(one | two) == len(NAMES) + 1, "a run for each, and the night itself"
    assert not one & two, "no run twice"
    assert one, "both worked"
    assert two, "both worked"


def _taken(log: str) -> set[str]:
    """Return the runs that a worker carried out: it lets go of those that the other was quicker to take."""
    submitted, let_go = (
        set(re.findall(f"{words} flow run '([^']+)'", log)) for words in ("submitting", "Aborted submission of")
    )
    return submitted - let_go
