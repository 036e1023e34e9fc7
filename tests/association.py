"""A small association on disk, from which a whole report is made in two seconds."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from pipeline.command import cli

FILES = {
    "bericht.toml": '[organisation]\nname = "Heimatverein Beispielstadt e. V."\nkurz = "HVB"\n',
    "Treffen.csv": (
        "Datum;Art;Thema;Ort;Teilnehmerzahl\n01.03.2017;Treffen;Planung;Trier;12\n05.04.2017;Treffen;Fest;Trier;9\n"
    ),
    "Veranstaltungen.csv": "Datum;Format;Titel;Ort;Teilnehmerzahl\n01.06.2017;Vortrag;Obstwiesen;Trier;40\n",
}
BROKEN = {"Veranstaltungen.csv": "Datum;Ort\n01.06.2017;Trier\n", "bericht.toml": "[organisation\n"}


def write(inputs: Path, settings: str = "", **changed: str) -> Path:
    """Write the association's files to `inputs`; `settings` is added to bericht.toml, `Treffen=…` replaces a table."""
    inputs.mkdir(parents=True, exist_ok=True)
    texts = FILES | {f"{name}.csv": text for name, text in changed.items()}
    for name, text in texts.items():
        (inputs / name).write_text(text + (settings if name == "bericht.toml" else ""), "utf-8")
    return inputs


def reported(folder: Path) -> Path:
    """Give a folder the association's files (`ein`) and its report (`aus`), which each test process prints once."""
    shutil.copytree(_report(), folder, dirs_exist_ok=True)
    return folder / "aus"


@cache
def _report() -> Path:
    folder = Path(mkdtemp(prefix="bericht-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    write(folder / "ein")
    assert cli.main(["erstellen", "--inputs", str(folder / "ein"), "--outputs", str(folder / "aus")]) == 0
    return folder


def post(port: int, *, more: str = "") -> str:
    """Return a section [post] for a mail server on this machine."""
    return (
        f'[post]\nserver = "127.0.0.1"\nport = {port}\nsicherheit = "keine"\nabsender = "bericht@verein.example"\n'
        f'vorstand = ["vorstand@verein.example"]\ngeschaeftsstelle = ["buero@verein.example"]\n{more}'
    )
