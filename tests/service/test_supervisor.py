"""The service for real: server, schedule, restart, faults. One after the other, because each start takes seconds."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from pipeline.base.fingerprint import ROOT
from pipeline.base.settings import Night
from pipeline.service import health
from pipeline.service.supervisor import ServiceProcess, WillNotLive
from tests import association

pytestmark = pytest.mark.slow

T = TypeVar("T")
PERSON = "Erika Mustermann"


class Service:
    """A service in a folder of its own: `ein`, `aus`, `prefect` and its log."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    def command(self) -> subprocess.Popen[bytes]:
        words = ["dienst", "--inputs", "ein", "--outputs", "aus", "--port", str(self.port)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
        environment |= {"PREFECT_HOME": str(self.folder / "prefect"), "PYTHONPATH": str(ROOT)}
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "pipeline", *words],
                cwd=self.folder, env=environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def start(self) -> None:
        self.process = self.command()
        self.wait_for(self.deployment)

    def stop(self, number: int = signal.SIGTERM) -> int:
        assert self.process
        self.process.send_signal(number)
        return self.process.wait(60)

    def ask(self, path: str, **question: Any) -> Any:
        request = self.request(path, question, self.token())
        for patience in range(20, -1, -1):
            try:
                with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own server
                    return json.load(answer)
            except urllib.error.HTTPError as error:
                if error.code != 503 or not patience:  # Prefect asks to come again while SQLite is busy
                    raise
                time.sleep(0.5)
        raise AssertionError

    def request(self, path: str, question: dict[str, Any], headers: dict[str, str]) -> urllib.request.Request:
        return urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/{path}",
            json.dumps(question).encode(),
            {"Content-Type": "application/json"} | headers,
        )

    def token(self) -> dict[str, str]:
        """Return what a request carries that comes from Prefect's own page."""
        url = f"http://127.0.0.1:{self.port}/api/csrf-token?client=test"
        with urllib.request.urlopen(url, timeout=20) as answer:
            return {"Prefect-Csrf-Client": "test", "Prefect-Csrf-Token": json.load(answer)["token"]}

    def deployment(self) -> dict[str, Any] | None:
        return next(iter(self.ask("deployments/filter")), None)

    def order_run(self, **parameters: str) -> str:
        deployment = self.deployment()
        assert deployment
        return str(self.ask(f"deployments/{deployment['id']}/create_flow_run", parameters=parameters)["id"])

    def runs(self, *states: str, **more: Any) -> list[dict[str, Any]]:
        wanted = {"state": {"type": {"any_": list(states)}}, **more}
        found: list[dict[str, Any]] = self.ask("flow_runs/filter", flow_runs=wanted, sort="START_TIME_DESC")
        return found

    def run(self, number: str) -> dict[str, Any]:
        (found,) = self.ask("flow_runs/filter", flow_runs={"id": {"any_": [number]}})
        assert isinstance(found, dict)
        return found

    def ended(self, number: str) -> dict[str, Any]:
        """Wait until a run has ended and return it."""

        def final() -> dict[str, Any] | None:
            run = self.run(number)
            return run if run["state_type"] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") else None

        return self.wait_for(final)

    def wait_for(self, what: Callable[[], T | None], seconds: float = 120) -> T:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                found = what()
            except OSError:
                found = None
            if found:
                return found
            time.sleep(0.3)
        raise AssertionError(f"waited in vain\n{self.log[-3000:]}")

    def processes(self, *words: str) -> list[int]:
        """Return the processes that this service has started and whose command line holds the words."""
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                line = path.read_bytes().decode(errors="replace")
                home = f"PREFECT_HOME={self.folder / 'prefect'}\0" in (path.parent / "environ").read_text()
            except (OSError, UnicodeDecodeError):
                continue
            if home and all(word in line for word in words):
                found.append(int(path.parent.name))
        return found


@contextmanager
def service(folder: Path) -> Iterator[Service]:
    here = Service(folder)
    try:
        yield here
    finally:
        if here.process and here.process.poll() is None:
            here.stop()


def quick(folder: Path, minutes: float = 0, **tables: str) -> Path:
    return association.write(folder / "ein", f"[nachtlauf]\nruhe_minuten = {minutes}\n", **tables)


def report(folder: Path) -> bytes:
    return (folder / "aus" / "2017" / "Taetigkeitsbericht-2017.pdf").read_bytes()


def test_a_service_through_its_life(tmp_path: Path) -> None:
    quick(tmp_path, Netzwerk=f"Projekt;Gruppe;Institution;Name\nA;Beirat;Stadt Trier;{PERSON}\n")
    with service(tmp_path) as here:
        here.start()
        deployment = here.deployment()
        assert deployment
        (schedule,) = deployment["schedules"]
        assert schedule["active"]
        assert (schedule["schedule"]["cron"], schedule["schedule"]["timezone"]) == ("30 3 * * *", "Europe/Berlin")
        planned = here.wait_for(lambda: here.runs("SCHEDULED"))
        assert all(run["expected_start_time"][11:16] in ("01:30", "02:30") for run in planned), "03:30 in Berlin"

        # A run ordered on Prefect's page makes the report.
        done = here.ended(here.order_run())
        assert (done["state_type"], "Taetigkeitsbericht-2017.pdf" in done["state"]["message"]) == ("COMPLETED", True)
        assert done["name"].startswith("HVB, ")
        first = report(tmp_path)

        # Other pages in the browser may neither ask nor order, and nobody may order a run for other folders.
        for origin, allowed in ((f"http://127.0.0.1:{here.port}", True), ("https://anderswo.example", False)):
            request = here.request("deployments/filter", {}, here.token() | {"Origin": origin})
            with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own server
                assert (answer.headers["Access-Control-Allow-Origin"] == origin) is allowed
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(  # noqa: S310 - our own server
                here.request(f"deployments/{deployment['id']}/create_flow_run", {}, {}), timeout=20
            )
        elsewhere = here.ended(here.order_run(outputs=str(tmp_path / "anderswo")))
        assert elsewhere["state_type"] == "FAILED"
        assert "arbeitet nur mit" in elsewhere["state"]["message"]
        assert not (tmp_path / "anderswo").exists()

        # A second service on the same database refuses.
        second = here.command()
        assert second.wait(60) == 2
        assert "läuft schon ein Dienst" in here.log

        # The server is killed in the middle of a run: the report stays, the server comes back, the next run is clean.
        association.write(
            tmp_path / "ein", "[nachtlauf]\nruhe_minuten = 0.2\n", Treffen="Datum;Art\n01.02.2017;Treffen\n"
        )
        killed = here.order_run()
        here.wait_for(lambda: here.run(killed)["state_type"] == "RUNNING")
        for process in here.processes("server", "start"):
            os.kill(process, signal.SIGKILL)
        here.wait_for(lambda: "Server endete unerwartet" in here.log)
        here.wait_for(here.deployment)
        here.wait_for(lambda: not here.processes("flow_engine") or None, 180)
        after = here.ended(here.order_run())
        assert after["state_type"] == "COMPLETED"
        changed = report(tmp_path)
        assert changed != first

        # The service is stopped in the middle of a run: nothing is left running, the report stays.
        quick(tmp_path, 5)
        cut = here.order_run()
        here.wait_for(lambda: here.run(cut)["state_type"] == "RUNNING")
        assert here.stop() == 0
        assert here.processes() == []
        assert report(tmp_path) == changed

        # It was off for a night: what was cut off is said, the night is caught up once, the schedule still runs.
        quick(tmp_path)
        note = tmp_path / "aus" / "zustand.json"
        said = json.loads(note.read_text())
        long_ago = datetime.now(UTC) - timedelta(days=3)
        note.write_text(json.dumps(said | {"when": long_ago.isoformat(timespec="seconds")}))
        here.start()
        assert here.ended(cut)["state_type"] == "CRASHED"
        assert "während dieses Laufs beendet" in here.run(cut)["state"]["message"]
        caught_up = here.wait_for(lambda: here.runs("COMPLETED", tags={"all_": ["nachgeholt"]}))
        assert len(caught_up) == 1
        again = here.deployment()
        assert again
        assert again["schedules"][0]["active"]
        known = health.read(tmp_path / "aus")
        assert known
        assert known.complaints(datetime.now(UTC)) == []
        assert datetime.fromisoformat(known.next_night).strftime("%H:%M") == "03:30"

        # Nobody is named in what the service logs, nor in Prefect's database.
        assert here.stop(signal.SIGINT) == 0
        assert PERSON not in here.log
        database = b"".join(path.read_bytes() for path in (tmp_path / "prefect").glob("prefect.db*"))
        assert database
        assert PERSON.encode() not in database


def test_a_time_that_is_none_ends_the_service_and_says_so(tmp_path: Path) -> None:
    association.write(tmp_path / "ein", '[nachtlauf]\nzeit = "halb vier"\n')
    with service(tmp_path) as here:
        here.process = here.command()
        assert here.process.wait(120) == 3
    assert "[nachtlauf] zeit = „halb vier“" in here.log
    assert here.processes() == []


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    association.write(tmp_path / "ein")
    with service(tmp_path) as here, socket.create_server(("127.0.0.1", here.port)):
        here.process = here.command()
        assert here.process.wait(60) == 2
    assert f"Auf Port {here.port} antwortet schon ein anderes Programm" in here.log
    assert here.processes() == []


# --- when a night is due --------------------------------------------------------------------------------------


def leave_note(outputs: Path, when: str) -> None:
    """Leave the note of a night that ended well."""
    outputs.mkdir(exist_ok=True)
    (outputs / health.FILE).write_text(json.dumps(asdict(health.Health(when, "fertig", ""))))


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        ("2026-01-10T03:35+01:00", "2026-01-10T23:00+01:00", False),
        ("2026-01-10T03:35+01:00", "2026-01-11T03:29+01:00", False),
        ("2026-01-10T03:35+01:00", "2026-01-11T03:31+01:00", True),
        ("2026-01-10T03:35+01:00", "2026-01-14T12:00+01:00", True),
        ("2026-03-28T03:35+01:00", "2026-03-29T03:31+02:00", True),  # the night in which the hour from two is missing
        ("2026-10-24T03:35+02:00", "2026-10-25T03:29+01:00", False),  # the night in which it comes twice
        ("2026-10-24T03:35+02:00", "2026-10-25T03:31+01:00", True),
        ("2026-10-25T03:35+01:00", "2026-10-25T12:00+01:00", False),
        ("2026-01-12T03:35+01:00", "2026-01-11T12:00+01:00", False),  # the clock was set back
    ],
)
def test_a_missed_night_is_known(tmp_path: Path, last: str, now: str, due: bool) -> None:
    from pipeline.service import serving

    leave_note(tmp_path, last)
    assert serving.missed((tmp_path,), Night(), datetime.fromisoformat(now)) is due


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (("2026-01-11T03:35+01:00", "2026-01-11T03:40+01:00"), False),
        (("2026-01-10T03:35+01:00", "2026-01-11T03:35+01:00"), True),
        (("2026-01-11T03:35+01:00", "2026-01-10T03:35+01:00"), True),
        (("2026-01-11T03:35+01:00", None), False),  # one that joined since then was promised nothing
    ],
)
def test_a_night_that_one_of_several_associations_missed_is_known(
    tmp_path: Path, last: tuple[str | None, ...], due: bool
) -> None:
    from pipeline.service import serving

    outputs = tuple(tmp_path / name for name in ("ost", "west"))
    for folder, when in zip(outputs, last, strict=True):
        if when:
            leave_note(folder, when)
    assert serving.missed(outputs, Night(), datetime.fromisoformat("2026-01-11T12:00+01:00")) is due


def test_a_new_service_has_missed_nothing(tmp_path: Path) -> None:
    from pipeline.service import serving

    assert not serving.missed((tmp_path,), Night(), datetime.now(UTC))


def test_every_day_of_a_year_has_one_night() -> None:
    from pipeline.service.schedule import next_night

    moment, nights = datetime(2026, 1, 1, tzinfo=UTC), []
    while moment.year == 2026:
        moment = next_night(Night(), moment)
        nights.append(moment.date())
    assert len(nights) == len(set(nights)) == 366


# --- children that die ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("seconds_apart", "given_up"), [(0, True), (119, True), (120, False), (3600, False)])
def test_a_child_that_dies_six_times_within_ten_minutes_is_given_up(seconds_apart: int, given_up: bool) -> None:
    child = ServiceProcess("Server", (), {})
    for number in range(5):
        child.note_death(number * seconds_apart)
    with pytest.raises(WillNotLive, match="Server") if given_up else nullcontext():
        child.note_death(5 * seconds_apart)
