"""A night: files that are still being written are waited for, what can pass is tried again, all is noted."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.base import fingerprint
from pipeline.base.associations import Association
from pipeline.outputs import archive
from pipeline.report import InputsMoved, Order, Outcome
from pipeline.service import health, nightly
from tests import association


@dataclass
class FakeClock:
    """A clock that stands still until somebody waits; `at` holds what happens when, `touched` files touched lately."""

    time: float = 1_000_000.0
    at: dict[float, Callable[[], None]] = field(default_factory=dict)
    slept: list[float] = field(default_factory=list)
    touched: dict[str, float] = field(default_factory=dict)

    def clock(self) -> nightly.Clock:
        return nightly.Clock(lambda: self.time, self.sleep)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds
        for when in sorted(moment for moment in self.at if moment <= self.time):
            self.at.pop(when)()


@pytest.fixture(autouse=True)
def _program_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody who edits the program meanwhile make two nights differ."""
    monkeypatch.setattr(fingerprint, "PROGRAM", ())


@pytest.fixture
def order(tmp_path: Path) -> Order:
    association.write(tmp_path / "ein")
    return Order(Association("", tmp_path / "ein", tmp_path / "aus"))


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    """Return a clock, and let files say that they were touched when it says so."""
    fake = FakeClock()
    long_ago = fake.time - 9999

    def look(order: Order) -> dict[str, tuple[int, float]]:
        return {
            path.name: (path.stat().st_size, fake.touched.get(path.name, long_ago))
            for path in sorted(order.association.inputs.iterdir())
        }

    monkeypatch.setattr(nightly, "look", look)
    return fake


def test_quiet_files_cost_one_more_look(order: Order, fake: FakeClock) -> None:
    nightly.wait_until_quiet(order, 120, fake.clock())
    assert fake.slept == [5]


def test_a_file_just_touched_is_waited_for(order: Order, fake: FakeClock) -> None:
    fake.touched["Treffen.csv"] = fake.time - 30
    nightly.wait_until_quiet(order, 120, fake.clock())
    assert sum(fake.slept) == 90


def test_a_copy_with_an_old_date_is_waited_for_while_it_grows(order: Order, fake: FakeClock) -> None:
    path = order.association.inputs / "Treffen.csv"
    for second in range(1, 21):
        fake.at[fake.time + second] = lambda: path.write_text(path.read_text() + "x")  # type: ignore[func-returns-value]
    nightly.wait_until_quiet(order, 120, fake.clock())
    assert sum(fake.slept) == 25


def test_a_date_in_the_future_does_not_hold_up_the_night(order: Order, fake: FakeClock) -> None:
    fake.touched["Treffen.csv"] = fake.time + 86400
    nightly.wait_until_quiet(order, 120, fake.clock())
    assert fake.slept == [5]


def test_after_an_hour_of_writing_the_night_is_given_up(order: Order, fake: FakeClock) -> None:
    path = order.association.inputs / "Treffen.csv"

    def grow() -> None:
        path.write_text(path.read_text() + "x")
        fake.at[fake.time + 1] = grow

    fake.at[fake.time] = grow
    with pytest.raises(nightly.StillWriting):
        nightly.wait_until_quiet(order, 120, fake.clock())
    assert 3600 < sum(fake.slept) < 3700


def test_the_real_look_sees_size_and_touch(order: Order) -> None:
    path = order.association.inputs / "Treffen.csv"
    os.utime(path, (1, 1))
    size, touched = nightly.look(order)[str(path)]
    assert size == path.stat().st_size
    assert touched > 1_000_000_000, "an old date alone does not make a file old"


# --- what is tried again --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fails", "pauses", "ends"),
    [
        ([InputsMoved], [60], "fertig"),
        ([archive.Busy, archive.Busy], [60, 300], "fertig"),
        ([InputsMoved] * 3, [60, 300], InputsMoved),
        ([ValueError], [], ValueError),
        ([OSError], [], OSError),
    ],
)
def test_only_what_can_pass_is_tried_again(
    order: Order, monkeypatch: pytest.MonkeyPatch, fake: FakeClock, fails: list[Any], pauses: list[float], ends: Any
) -> None:
    left = list(fails)

    def make(order: Order, run: Any) -> Outcome:
        if left:
            raise left.pop(0)
        return Outcome("fertig", order.association.outputs / "2017")

    monkeypatch.setattr(nightly, "make", make)
    monkeypatch.setattr(nightly, "wait_until_quiet", lambda *_: None)
    if isinstance(ends, str):
        assert nightly.spend(order, clock=fake.clock())[0].result == ends
    else:
        with pytest.raises(ends):
            nightly.spend(order, clock=fake.clock())
    assert fake.slept == pauses


# --- what is noted --------------------------------------------------------------------------------------------

NOW = datetime.now(UTC) + timedelta(seconds=1)


def test_nights_are_noted(order: Order, fake: FakeClock) -> None:
    results = []
    for _ in range(2):
        nightly.spend(order, clock=fake.clock())
        said = health.read(order.association.outputs)
        assert said
        results.append(said.result)
        assert said.complaints(NOW) == []
    assert results == ["fertig", "unveraendert"]
    assert fake.slept == [5], "an unchanged night waits for nothing"

    (order.association.inputs / "bericht.toml").write_text("[organisation\n")
    nightly.spend(order, clock=fake.clock())
    blocked = health.read(order.association.outputs)
    assert blocked
    assert (blocked.result, blocked.errors) == ("gesperrt", 1)
    assert blocked.complaints(NOW) == ["Fehler in den Tabellen (1) halten den Bericht auf; der letzte gilt weiter."]
    assert blocked.last_good == said.last_good


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space", "/aus/x.pdf"), "In „/aus“ ist kein Platz mehr."),
        (OSError(errno.EROFS, "Read-only", "/aus/x.pdf"), "nur lesbar"),
        (ValueError("Erika Mustermann"), "Das Programm ist gescheitert (ValueError)"),
        (nightly.StillWriting(), "eine Stunde lang geschrieben"),
    ],
)
def test_why_a_night_failed_is_noted_without_anything_from_the_tables(
    order: Order, monkeypatch: pytest.MonkeyPatch, fake: FakeClock, error: Exception, said: str
) -> None:
    def fail(*_: Any) -> Outcome:
        raise error

    monkeypatch.setattr(nightly, "make", fail)
    with pytest.raises(type(error)):
        nightly.spend(order, clock=fake.clock())
    noted = (order.association.outputs / "zustand.json").read_text()
    assert said in json.loads(noted)["message"]
    assert "Mustermann" not in noted
    known = health.read(order.association.outputs)
    assert known
    assert known.complaints(NOW) != []


def test_a_night_that_never_came_is_noticed(tmp_path: Path) -> None:
    health.note(tmp_path, Outcome("unveraendert", tmp_path / "2017"), nightly.Sent())
    known = health.read(tmp_path)
    assert known
    assert known.complaints(NOW) == []
    assert "Der letzte Lauf war am" in known.complaints(NOW + timedelta(hours=27))[0]


@pytest.mark.parametrize(("hours", "late"), [(-1, False), (1, False), (3, True)])
def test_a_night_is_late_two_hours_after_it_was_due_however_seldom_nights_are(
    tmp_path: Path, hours: int, late: bool
) -> None:
    due = NOW + timedelta(days=7)
    health.note(tmp_path, Outcome("fertig", tmp_path / "2017"), nightly.Sent(), due.isoformat())
    known = health.read(tmp_path)
    assert known
    assert bool(known.complaints(due + timedelta(hours=hours))) is late


def test_a_note_with_more_in_it_is_read_and_a_harmed_one_is_told(tmp_path: Path) -> None:
    health.note(tmp_path, Outcome("fertig", tmp_path / "2017"), nightly.Sent())
    note = tmp_path / health.FILE
    whole = note.read_text()
    note.write_text(json.dumps(json.loads(whole) | {"of a later version": 1}))
    known = health.read(tmp_path)
    assert known
    assert known.complaints(NOW) == []
    for harmed in (whole[:40], "{}", "[]"):
        note.write_text(harmed)
        known = health.read(tmp_path)
        assert known
        assert known.complaints(NOW) == [f"„{note}“ ist nicht zu lesen; der nächste Lauf schreibt sie neu."]
    health.note(tmp_path, Outcome("fertig", tmp_path / "2017"), nightly.Sent())
    assert json.loads(note.read_text()).keys() == json.loads(whole).keys()


# --- what an unchanged night costs ----------------------------------------------------------------------------

_UNCHANGED = """
import sys
from pathlib import Path
from pipeline.service import nightly
from pipeline.base.associations import Association
from pipeline.report import Order
outcome, _ = nightly.spend(Order(Association("", Path(sys.argv[1]), Path(sys.argv[2]))))
heavy = {"pandas", "weasyprint", "jinja2", "prefect", "pipeline.publish.pdf.renderer", "pipeline.ingest.tables"}
print(outcome.result, sorted(heavy & set(sys.modules)))
"""


def test_an_unchanged_night_imports_nothing_heavy(order: Order) -> None:
    settings = order.association.inputs / "bericht.toml"
    settings.write_text(settings.read_text() + "[nachtlauf]\nruhe_minuten = 0\n")
    command = [sys.executable, "-c", _UNCHANGED, str(order.association.inputs), str(order.association.outputs)]
    environment = os.environ | {"PYTHONPATH": str(fingerprint.ROOT)}
    said = [subprocess.run(command, env=environment, capture_output=True, text=True, check=True) for _ in range(2)]
    assert said[1].stdout == "unveraendert []\n"
