"""The service `bericht dienst`: Prefect's server and the nightly deployment as two children that are looked after.

Standard library only. The server keeps its database in `PREFECT_HOME`. The runner (`serving`) starts when the server
answers. A child that dies is started again; one that will not live ends the service, so that systemd sees it.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from ..base.exit_codes import WRONG_USE
from ..base.locks import held
from ..base.processes import child_environment, python_command
from .prefect_home import INPUTS, OUTPUTS

START_SECONDS = 300  # a first start lays out the database
STOP_SECONDS = 30  # a child that has to end a run and close its database takes a few; systemd waits 90
MOST_DEATHS, WITHIN_SECONDS = 5, 600.0  # more is no bad luck: what dies every two minutes will not live
LOCK = "dienst.sperre"
HOST = "127.0.0.1"


class PortTaken(Exception):
    """Another program listens where Prefect's page should be."""


class WillNotLive(Exception):
    """A child died again and again."""


@dataclass
class ServiceProcess:
    """A process of the service: how to start it, and when it died."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches only us and we stop things in order."""
        self.process = subprocess.Popen(self.command, env=dict(self.environment), start_new_session=True)

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def note_death(self, now: float) -> None:
        """Count a death; raise `WillNotLive` when there were too many of late."""
        self.deaths = [*(moment for moment in self.deaths if now - moment < WITHIN_SECONDS), now]
        if len(self.deaths) > MOST_DEATHS:
            raise WillNotLive(self.name)

    def stop(self) -> None:
        """Ask it to end, and after a while end it with everything it has started."""
        if self.process is None:
            return
        if self.alive:
            self.process.send_signal(signal.SIGINT)  # both know it as Ctrl-C and put things in order
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(STOP_SECONDS)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class _Asked(Exception):
    """Somebody asked the service to stop."""


def run(inputs: Path, outputs: Path, port: int) -> None:
    """Run the service until SIGTERM or SIGINT.

    Raise `Busy` if another one uses the same `PREFECT_HOME`, `PortTaken` or `WillNotLive`.
    """
    home = Path(os.environ["PREFECT_HOME"])
    address = f"http://{HOST}:{port}"
    environment = _environment(inputs, outputs, port)
    start_server = python_command("prefect", "server", "start", "--host", HOST, "--port", str(port))
    server = ServiceProcess("Server", start_server, environment)
    serve = python_command("pipeline.service.serving", str(inputs.resolve()), str(outputs.resolve()))
    runner = ServiceProcess("Nachtlauf", serve, environment)
    with held(home / LOCK):  # the database is for one service
        _check_free(port)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _ask)
        try:
            _say(f"Der Dienst wird gestartet: {address}")
            while True:
                _look_after(server, runner, f"{address}/api/health")
                time.sleep(1)
        except _Asked:
            _say("Der Dienst wird beendet …")
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, signal.SIG_IGN)
            runner.stop()
            server.stop()
    _say("Der Dienst ist beendet.")


def _environment(inputs: Path, outputs: Path, port: int) -> dict[str, str]:
    """Return the environment of server and runner; no other page in a browser may order runs, and none elsewhere."""
    own = {
        "PREFECT_API_URL": f"http://{HOST}:{port}/api",
        INPUTS: str(inputs.resolve()),
        OUTPUTS: str(outputs.resolve()),
    }
    guards = {
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": f"http://{HOST}:{port},http://localhost:{port}",
        "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "true",
    }
    return guards | child_environment(**own)


def _look_after(server: ServiceProcess, runner: ServiceProcess, health: str) -> None:
    """Start what does not run: the server first, the runner when it answers."""
    for child in (server, runner):
        if child.process is not None and not child.alive:
            if child.process.returncode == WRONG_USE:
                raise WillNotLive(child.name)
            _say(f"{child.name} endete unerwartet und wird neu gestartet.")
            child.note_death(time.monotonic())
            child.stop()
            child.process = None
    if server.process is None:
        server.start()
        _wait_for(server, health)
    if runner.process is None:
        runner.start()


def _wait_for(server: ServiceProcess, health: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while server.alive and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(health, timeout=5) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    if server.alive:
        raise WillNotLive(server.name)


def _check_free(port: int) -> None:
    """Raise `PortTaken` if somebody listens there: it might be a Prefect server that is not ours."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except OSError as error:
            raise PortTaken from error


def _ask(_: int, __: FrameType | None) -> None:
    raise _Asked


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
