"""The command: German all the way, exit codes as promised."""

from pathlib import Path

import pytest

from pipeline.base import exit_codes
from pipeline.base.associations import Association
from pipeline.command import cli
from pipeline.command.running import print_outcome
from pipeline.ingest.messages import problem_at
from pipeline.ingest.sheets import Sheet
from pipeline.report import Outcome, Result
from tests import association


def wrong_use(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    assert left.value.code == exit_codes.WRONG_USE
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "es fehlt: BEFEHL"),
        (("drucken",), "„drucken“ gibt es nicht; möglich sind"),
        (("erstellen", "--jahr", "17"), "„17“ ist keine Jahreszahl"),
        (("erstellen", "--jahr", "0000"), "„0000“ ist keine Jahreszahl"),
        (("erstellen", "--jahr"), "hier fehlt ein Wert"),
        (("erstellen", "--farbe", "rot"), "unbekannte Angabe: --farbe rot"),
        (("erstellen", "--neu=ja"), "„ja“ ist hier zu viel"),
        (("vorlagen",), "es fehlt: DIR"),
        (("dienst", "--port", "x"), "„x“ ist kein Port"),
        (("dienst", "--port", "0"), "„0“ ist kein Port"),
    ],
)
def test_wrong_use_is_told_in_german(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    text = wrong_use(capsys, *arguments)
    assert said in text
    assert text.startswith("Aufruf: bericht")
    assert "error" not in text


def test_help_is_german(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["erstellen", "--help"])
    text = capsys.readouterr().out
    assert "zeigt diese Hilfe" in text
    assert not {"usage", "options", "show"} & set(text.replace(":", " ").split())


def test_blank_workbooks_are_written_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "Vorlagen"
    words = ["vorlagen", str(folder), "--inputs", str(tmp_path)]
    assert cli.main(words) == 0
    assert "Treffen.xlsx" in capsys.readouterr().out
    (folder / "Treffen.xlsx").write_bytes(b"filled in")
    assert cli.main(words) == 0
    assert "alle sind schon da" in capsys.readouterr().out
    assert (folder / "Treffen.xlsx").read_bytes() == b"filled in"


def test_blank_workbooks_need_settings_that_can_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "bericht.toml").write_text("[organisation\n")
    assert cli.main(["vorlagen", str(tmp_path / "Vorlagen"), "--inputs", str(tmp_path)]) == exit_codes.BLOCKED
    assert "FEHLER: bericht.toml" in capsys.readouterr().err
    assert not (tmp_path / "Vorlagen").exists()


def test_a_missing_inputs_folder_is_wrong_use(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code = cli.main(["pruefen", "--inputs", str(tmp_path / "nirgends"), "--outputs", str(tmp_path / "aus")])
    assert code == exit_codes.WRONG_USE
    assert "gibt es nicht" in capsys.readouterr().err


def test_a_subfolder_that_is_called_like_a_year_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The association around it writes its report of 2021 to `outputs/2021`."""
    for folder in (tmp_path / "ein", tmp_path / "ein" / "2021"):
        association.write(folder)
    words = ["--inputs", str(tmp_path / "ein"), "--outputs", str(tmp_path / "aus")]
    for command in ("pruefen", "zustand", "dienst"):
        assert cli.main([command, *words]) == exit_codes.WRONG_USE
        assert "Der Ordner „2021“ hat eine eigene „bericht.toml“" in capsys.readouterr().err
    assert not (tmp_path / "aus").exists()


def test_an_association_may_be_called_like_an_option(tmp_path: Path) -> None:
    for name in ("-a", "b c"):
        association.write(tmp_path / "ein" / name)
    assert cli.main(["pruefen", "--inputs", str(tmp_path / "ein"), "--outputs", str(tmp_path / "aus")]) == 0
    assert sorted(path.parts[-3] for path in (tmp_path / "aus").glob("*/*/lauf.json")) == ["-a", "b c"]


@pytest.mark.parametrize(
    ("codes", "worst"),
    [([], 2), ([0, 0], 0), ([0, 4], 4), ([4, 1], 1), ([4, 3, 0], 3)],
)
def test_several_endings_are_the_worst_of_them(codes: list[int], worst: int) -> None:
    assert exit_codes.worst_code(codes) == worst


@pytest.mark.parametrize("result", ["fertig", "unveraendert", "geprueft", "gesperrt"])
def test_the_last_line_names_what_was_not_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, result: Result
) -> None:
    missed = problem_at("blatt-verschrieben", Sheet("Alt.xlsx", "2019"), 0, meant="A", table="Treffen", unread_rows=7)
    print_outcome(Association("", tmp_path, tmp_path), Outcome(result, tmp_path, (missed,)))
    written = capsys.readouterr()
    assert (written.out or written.err).splitlines()[-1] == (
        "Nicht gelesen: 1 Blatt mit 7 Zeilen („Alt.xlsx/2019“). Warum, und was zu tun ist, steht im Prüfprotokoll."
    )
