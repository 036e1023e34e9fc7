"""Every message of the catalogue is one that staff can get: each has a test that names it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.base.associations import Association
from pipeline.base.catalogue import CATALOGUE
from pipeline.base.settings import Settings
from pipeline.report import Order, make
from tests import association
from tests.steps import read

TESTS = Path(__file__).parent

# What no other test needs: the files by which staff get to read it.
FILES = {
    "zeichen-fehlt": ("Feste.csv", "Datum;Format;Titel;Ort\n03.06.2017;Vortrag;Fest mit 中文;Trier\n"),
    "datei-ohne-zellen": ("Leer.csv", ";;\n"),
    "tabelle-ohne-zeilen": ("Initiativen.csv", "Datum;Art;Beteiligte;Adressat;Gegenstand\n"),
    "ueberschrift-unsicher": ("Treffen A.csv", "Datum;Art;Thema;Trefunkt\n05.03.2017;Treffen;Plan;Trier\n"),
    "zeilen-daneben": ("Treffen B.csv", "Datum;Art;;Monat;Stunden\n06.03.2017;Treffen;;Mai;1\n;;;Juni;2\n"),
    "anfuehrungszeichen-offen": ("Treffen C.csv", 'Datum;Art;Thema;Ort\n07.03.2017;Treffen;"Brücken;Trier\n'),
    "schreibweisen-fraglich": (
        "Treffen D.csv",
        "Datum;Art;Beteiligte\n08.03.2017;Treffen;Verein Lindental\n09.03.2017;Treffen;Verein Lindenthal\n",
    ),
    "schreibweisen-art": (
        "Treffen E.csv",
        "Datum;Art;Thema;Ort\n10.03.2017;Arbeitskreis;Rad;Trier\n11.03.2017;ARBEITSKREIS;Bus;Trier\n",
    ),
    "umfrage-personenbezogen": (
        "Umfrage Bus.csv",
        "Zeitstempel,E-Mail-Adresse,Wie zufrieden sind Sie?\n"
        + "".join(f"2017/05/{day:02} 9:00:00,a{day}@b.example,sehr zufrieden\n" for day in range(1, 9)),
    ),
    "umfrage-nur-codes": (
        "results-survey1.csv",
        '"id","submitdate","lastpage","startlanguage","Q1","Q2"\n'
        + "".join(f'"{i}","2017-05-0{i} 10:00:00","2","de","A{i % 3 + 1}","A{i % 2 + 1}"\n' for i in range(1, 9)),
    ),
}
SETTINGS = {"wort-falsch": '[woerter]\n"Stammtisch" = "?"\n'}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return what the check says of an association with all these files."""
    folder = tmp_path_factory.mktemp("alles")
    association.write(folder / "ein", "".join(SETTINGS.values()))
    for name, text in FILES.values():
        (folder / "ein" / name).write_text(text, "utf-8")
    outcome = make(Order(Association("", folder / "ein", folder / "aus"), check_only=True))
    return {found.code for found in outcome.problems}


@pytest.mark.parametrize("code", [*FILES, *SETTINGS])
def test_staff_get_to_read_it(told: set[str], code: str) -> None:
    assert code in told


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (association.write(tmp_path) / "privat").mkdir()
    real = os.scandir

    def scandir(folder: Path) -> object:
        if folder.name == "privat":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    (found,) = (one for one in read(tmp_path, Settings()).problems if one.file == "privat")
    assert found.code == "ordner-nicht-zu-oeffnen"


def test_every_message_is_named_by_a_test() -> None:
    said = "".join(path.read_text("utf-8") for path in TESTS.rglob("*.py"))
    assert [code for code in CATALOGUE if f'"{code}"' not in said] == []
