"""Releasing a report, and the letters that follow from releases and runs, as the commands do it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.base import fingerprint
from pipeline.base.associations import Association
from pipeline.command import cli
from pipeline.outputs import releases
from pipeline.outputs.mail import outbox
from pipeline.outputs.mail.smtp import Server
from pipeline.report import Order, make
from pipeline.service import correspondence
from tests import association
from tests.outputs.mail.mailbox import Mailbox, running

pytestmark = pytest.mark.slow

ERROR = 'geschaeftstelle = "x"\n'  # a key that does not exist blocks the report


@pytest.fixture(autouse=True)
def _program_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody who edits the program meanwhile make two runs differ."""
    monkeypatch.setattr(fingerprint, "PROGRAM", ())


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(box: Mailbox) -> Iterator[Server]:
    with running(box) as server:
        yield server


def bericht(folder: Path, command: str, *more: str) -> int:
    return cli.main([command, "--inputs", str(folder / "ein"), "--outputs", str(folder / "aus"), *more])


def test_a_report_is_released_frozen_and_sent(
    tmp_path: Path, box: Mailbox, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    association.write(tmp_path / "ein", association.post(server.port))
    assert bericht(tmp_path, "freigeben", "--jahr", "2017") == 0
    (release,) = releases.find(tmp_path / "aus" / "2017")
    assert set(release.inputs) == {"bericht.toml", "Treffen.csv", "Veranstaltungen.csv"}
    assert release.harmed == ()
    assert "Entwurf" not in (release.folder / "Taetigkeitsbericht-2017.html").read_text()
    ((recipients, content),) = box.got
    assert recipients == ["vorstand@verein.example"]
    assert b"Taetigkeitsbericht-2017.pdf" in content
    assert "freigabe-2017-1: gesendet (vorstand@verein.example)" in capsys.readouterr().out

    assert bericht(tmp_path, "freigeben", "--jahr", "2017") == 0
    assert "Seit Freigabe 1 hat sich nichts geändert" in capsys.readouterr().out
    assert (len(releases.find(tmp_path / "aus" / "2017")), len(box.got)) == (1, 1)

    changed = association.FILES["Treffen.csv"] + "06.05.2017;Treffen;Rückblick;Trier;7\n"
    association.write(tmp_path / "ein", association.post(server.port), Treffen=changed)
    assert bericht(tmp_path, "freigeben", "--jahr", "2017") == 0
    assert [found.number for found in releases.find(tmp_path / "aus" / "2017")] == [1, 2]
    assert len(box.got) == 2
    page = (tmp_path / "aus" / "2017" / "freigabe-2" / "Aenderungen.html").read_text()
    assert "06.05.2017 · Treffen · Rückblick" in page.split("Gegenüber der letzten Freigabe")[1]


def test_a_draft_says_that_it_is_one(tmp_path: Path) -> None:
    association.write(tmp_path / "ein")
    assert bericht(tmp_path, "erstellen") == 0
    assert "Entwurf" in (tmp_path / "aus" / "2017" / "Taetigkeitsbericht-2017.html").read_text()


def test_nothing_is_released_while_there_are_errors(
    tmp_path: Path, box: Mailbox, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    association.write(tmp_path / "ein", association.post(server.port) + ERROR)
    assert bericht(tmp_path, "freigeben", "--jahr", "2017") == 1
    assert releases.find(tmp_path / "aus" / "2017") == ()
    assert box.got == []
    assert bericht(tmp_path, "freigeben", "--jahr", "2017", "--nur-ansehen") == 1
    assert "kann der Bericht nicht freigegeben werden" in capsys.readouterr().err


def test_looking_first_changes_nothing(
    tmp_path: Path, box: Mailbox, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    association.write(tmp_path / "ein", association.post(server.port))
    assert bericht(tmp_path, "freigeben", "--jahr", "2017", "--nur-ansehen") == 0
    said = capsys.readouterr().out
    assert "An: vorstand@verein.example" in said
    assert "Anhang: Taetigkeitsbericht-2017.pdf (0," in said
    assert "„Tätigkeitsbericht 2017“" in said
    assert not (tmp_path / "aus").exists()
    assert box.got == []


def test_without_a_mail_server_a_release_is_a_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    association.write(tmp_path / "ein")
    assert bericht(tmp_path, "freigeben", "--jahr", "2017") == 0
    assert "Es wird nichts verschickt" in capsys.readouterr().out
    assert len(releases.find(tmp_path / "aus" / "2017")) == 1


def test_a_release_names_its_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    association.write(tmp_path / "ein")
    assert bericht(tmp_path, "freigeben") == 2
    assert "--jahr JJJJ" in capsys.readouterr().err


def test_a_crash_between_freezing_and_sending_is_made_good(tmp_path: Path, box: Mailbox, server: Server) -> None:
    association.write(tmp_path / "ein", association.post(server.port))
    whole = Association("", tmp_path / "ein", tmp_path / "aus")
    assert make(Order(whole, 2017, release=True)).result == "freigegeben"  # and here the machine dies
    assert bericht(tmp_path, "freigeben", "--jahr", "2017") == 0
    assert (len(releases.find(tmp_path / "aus" / "2017")), len(box.got)) == (1, 1)


def test_a_missing_password_is_told_and_the_letter_waits(
    tmp_path: Path, box: Mailbox, server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BERICHT_SMTP_PASSWORT", raising=False)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    association.write(tmp_path / "ein", association.post(server.port, more='benutzer = "ich"\n'))
    assert bericht(tmp_path, "freigeben", "--jahr", "2017") == 0
    assert "Es fehlt das Kennwort für „ich“: BERICHT_SMTP_PASSWORT." in capsys.readouterr().err
    assert [letter.state for letter in outbox.letters(tmp_path / "aus")] == ["wartet"]


# --- the outbox as a person sees it ---------------------------------------------------------------------------


def test_an_unclear_letter_is_held_until_a_person_settles_it(
    tmp_path: Path, box: Mailbox, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    box.answers = ["silence"]
    association.write(tmp_path / "ein", association.post(server.port))
    bericht(tmp_path, "freigeben", "--jahr", "2017")
    bericht(tmp_path, "freigeben", "--jahr", "2017")
    assert "UNKLAR" in capsys.readouterr().out
    assert len(box.got) == 1
    assert bericht(tmp_path, "post", "--nochmal", "freigabe-2017-9") == 2
    assert "kein unklarer oder abgelehnter Brief" in capsys.readouterr().err
    assert bericht(tmp_path, "post", "--nochmal", "freigabe-2017-1") == 0
    assert len(box.got) == 2
    assert bericht(tmp_path, "post") == 0
    assert "freigabe-2017-1: gesendet (vorstand@verein.example)" in capsys.readouterr().out
    assert bericht(tmp_path, "post", "--angekommen", "freigabe-2017-1") == 2


# --- letters about the tables ---------------------------------------------------------------------------------


def night(folder: Path) -> None:
    """Let a night go by whose report need not be printed: the letters are about the tables."""
    whole = Association("", folder / "ein", folder / "aus")
    outcome = replace(make(Order(whole, check_only=True)), result="fertig")
    correspondence.after_run(whole, outcome, lambda: os.environ.get("BERICHT_SMTP_PASSWORT", ""))


def test_the_office_hears_of_problems_once_per_change(tmp_path: Path, box: Mailbox, server: Server) -> None:
    good = association.FILES["Treffen.csv"]
    nights = [
        (good, 0, "nothing to say"),
        (good + "31.02.2017;Treffen;Winter;Trier;3\n", 1, "a day that does not exist"),
        (good + "31.02.2017;Treffen;Winter;Trier;3\n", 1, "the same night again"),
        (good + "06.05.2017;Treffen;Mai;Trier;3\n31.02.2017;Treffen;Winter;Trier;3\n", 1, "the same, further down"),
        (good + "32.03.2017;Treffen;Winter;Trier;3\n", 2, "another one"),
        (good, 2, "all is well"),
        (good + "32.03.2017;Treffen;Winter;Trier;3\n", 3, "back again"),
    ]
    for table, letters, when in nights:
        association.write(tmp_path / "ein", association.post(server.port), Treffen=table)
        night(tmp_path)
        assert len(box.got) == letters, when
    assert all(recipients == ["buero@verein.example"] for recipients, _ in box.got)
