"""One process at a time."""

from pathlib import Path
from threading import Event, Thread

import pytest

from pipeline.base.locks import Busy, held


def test_a_lock_is_held_once(tmp_path: Path) -> None:
    with held(tmp_path / "a" / ".sperre"):
        with pytest.raises(Busy), held(tmp_path / "a" / ".sperre"):
            pass
        with held(tmp_path / "b" / ".sperre"):
            pass


def test_a_lock_is_free_again_when_the_block_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), held(tmp_path / ".sperre"):
        raise KeyError
    with held(tmp_path / ".sperre"):
        pass


def test_who_waits_goes_on_when_the_lock_is_free(tmp_path: Path) -> None:
    entered = Event()

    def wait() -> None:
        with held(tmp_path / ".sperre", wait=True):
            entered.set()

    with held(tmp_path / ".sperre"):
        waiting = Thread(target=wait)
        waiting.start()
        assert not entered.wait(0.2)
    waiting.join(10)
    assert entered.is_set()
