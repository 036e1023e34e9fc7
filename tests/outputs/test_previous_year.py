"""The year before comes from its release where its files are gone."""

import atexit
import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from pipeline.base.records import Balance, SourceRows
from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.command import cli
from pipeline.outputs import previous_year, releases
from pipeline.publish.headlines import headlines
from pipeline.topics import registry
from tests.build import tables
from tests.steps import count

pytestmark = pytest.mark.slow

SETTINGS = Settings(organisation=OwnOrganisation(name="Verein"))
BEFORE = "Datum;Art;Thema;Ort;Teilnehmerzahl\n01.03.2016;Treffen;Planung;Trier;12\n05.04.2016;Treffen;Fest;Trier;9\n"


def released(folder: Path) -> Path:
    """Give a folder a released report of 2016 with two meetings, and return its folder of outputs."""
    shutil.copytree(_release(), folder, dirs_exist_ok=True)
    return folder / "aus" / "2016"


@cache
def _release() -> Path:
    folder = Path(mkdtemp(prefix="bericht-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    inputs = folder / "ein"
    inputs.mkdir()
    (inputs / "bericht.toml").write_text('[organisation]\nname = "Verein"\n', "utf-8")
    (inputs / "Treffen.csv").write_text(BEFORE, "utf-8")
    assert cli.main(["freigeben", "--jahr", "2016", "--inputs", str(inputs), "--outputs", str(folder / "aus")]) == 0
    return folder


def test_figures_of_the_release_fill_the_gap_and_lead_to_their_rows(tmp_path: Path) -> None:
    folder = released(tmp_path)
    assert releases.latest(folder)
    now = tables(treffen=[{"datum": "2017-03-01", "art": "Treffen"}])
    figures = count(now, SETTINGS, 2017)
    assert "gesamt.treffen.2016.anzahl" not in figures
    with_before, found = previous_year.fill_from_release(now, figures, folder, 2016)
    figure = found["gesamt.treffen.2016.anzahl"]
    assert figure.value == 2
    assert with_before.where(figure.rows) == (SourceRows("Treffen.csv (Bericht 2016, Freigabe 1)", "", (2, 3)),)
    assert found["gesamt.treffen.2017.anzahl"] == figures["gesamt.treffen.2017.anzahl"]


def test_a_figure_of_the_release_stands_with_the_same_of_now(tmp_path: Path) -> None:
    folder = released(tmp_path)
    now = tables(treffen=[{"datum": "2017-03-01", "art": "Treffen"}])
    _, found = previous_year.fill_from_release(now, count(now, SETTINGS, 2017), folder, 2016)
    before, this = (found[f"gesamt.treffen.{year}.anzahl"] for year in (2016, 2017))
    assert before.group == this.group
    assert (str(before.label), before.label.title, before.label.short) == (
        "Insgesamt: Treffen im Jahr 2016", "Treffen", "im Jahr 2016",
    )  # fmt: skip
    assert before.key == this.key.in_year(2016)


@pytest.mark.parametrize(
    ("text", "project", "there"),
    [
        ("hafen.treffen.2016.art.fest.anzahl", "Hafen", True),
        ("hafen.treffen.2016.art.fest.anzahl", "Umfrage", False),
        ("umfrage.treffen.2016.anzahl", "Umfrage", True),
        ("umfrage.eltern.2016.anzahl", "Umfrage", False),
        ("umfrage.eltern.2016.anzahl", "Hafen", False),
        ("hafen.treffen.art.2016.anzahl", "Hafen", False),
    ],
)
def test_only_figures_of_the_year_of_a_project_that_is_still_there_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, project: str, there: bool
) -> None:
    one = {"key": text, "label": "So viele", "value": 3, "unit": "", "at_least": False, "method": "", "sources": []}
    (tmp_path / "kennzahlen.json").write_text(json.dumps({"figures": [one]}), "utf-8")
    release = releases.Release(tmp_path, 1, 2016, datetime(2017, 1, 1, tzinfo=UTC), "", {}, {})
    monkeypatch.setattr(releases, "latest", lambda _: release)
    now = tables(treffen=[{"datum": "2017-03-01", "projekt": project}])
    assert (text in previous_year.fill_from_release(now, count(now, SETTINGS, 2017), tmp_path, 2016)[1]) is there


def test_a_list_that_is_gone_is_no_zero(tmp_path: Path) -> None:
    folder = released(tmp_path)
    now = tables(veranstaltungen=[{"datum": "2017-03-01", "format": "Fest"}])
    with_before, found = previous_year.fill_from_release(now, count(now, SETTINGS, 2017), folder, 2016)
    assert [(problem.code, problem.value) for problem in with_before.problems] == [("liste-fehlt", "Treffen")]
    assert [h.label for h in headlines(found, 2017, lists=with_before.handed_in, leads=registry.topics().leads)] == [
        "Veranstaltung"
    ]
    empty = replace(now, balance=(Balance("a.xlsx", "A", "treffen", 0, 0, 0),))
    with_before, found = previous_year.fill_from_release(empty, count(now, SETTINGS, 2017), folder, 2016)
    assert with_before.problems == ()
    assert [h.label for h in headlines(found, 2017, lists=with_before.handed_in, leads=registry.topics().leads)] == [
        "Veranstaltung",
        "Treffen",
    ]


def test_what_the_files_still_say_wins(tmp_path: Path) -> None:
    folder = released(tmp_path)
    now = tables(treffen=[{"datum": "2016-03-01", "art": "Treffen"}, {"datum": "2017-03-01", "art": "Treffen"}])
    figures = count(now, SETTINGS, 2017)
    assert previous_year.fill_from_release(now, figures, folder, 2016)[1]["gesamt.treffen.2016.anzahl"].value == 1


def test_without_a_release_nothing_changes(tmp_path: Path) -> None:
    now = tables(treffen=[{"datum": "2017-03-01", "art": "Treffen"}])
    figures = count(now, SETTINGS, 2017)
    assert previous_year.fill_from_release(now, figures, tmp_path, 2016) == (now, figures)


@pytest.mark.parametrize(
    ("name", "content"),
    [("kennzahlen.json", '{"figures": []}'), ("freigabe.json", '{"numb'), ("kennzahlen.json", None)],
)
def test_a_release_that_somebody_changed_is_told_and_not_compared_with(
    tmp_path: Path, name: str, content: str | None
) -> None:
    folder = released(tmp_path)
    release = folder / "freigabe-1"
    release.chmod(0o755)
    (release / name).chmod(0o644)
    (release / name).unlink()
    if content is not None:
        (release / name).write_text(content, "utf-8")
    now = tables(treffen=[{"datum": "2017-03-01", "art": "Treffen"}])
    figures = count(now, SETTINGS, 2017)
    assert previous_year.fill_from_release(now, figures, folder, 2016) == (now, figures)
    (tmp_path / "ein" / "Treffen.csv").write_text(BEFORE.replace("2016", "2017"))
    assert cli.main(["erstellen", "--inputs", str(tmp_path / "ein"), "--outputs", str(tmp_path / "aus")]) == 0
    said = json.loads((tmp_path / "aus" / "2017" / "pruefprotokoll.json").read_text("utf-8"))["problems"]
    assert [(one["file"], name in one["message"]) for one in said if one["code"] == "freigabe-veraendert"] == [
        ("2016/freigabe-1", True)
    ]


def test_the_report_compares_with_the_release(tmp_path: Path) -> None:
    released(tmp_path)
    (tmp_path / "ein" / "Treffen.csv").write_text(BEFORE.replace("2016", "2017") + "06.05.2017;Treffen;Rat;Trier;5\n")
    assert cli.main(["erstellen", "--inputs", str(tmp_path / "ein"), "--outputs", str(tmp_path / "aus")]) == 0
    page = (tmp_path / "aus" / "2017" / "Taetigkeitsbericht-2017.html").read_text("utf-8")
    assert "mehr als 2016" in page
    assert "Treffen.csv (Bericht 2016, Freigabe 1)" in page


def test_a_new_release_of_the_year_before_makes_the_report_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--inputs", str(tmp_path / "neu"), "--outputs", str(tmp_path / "aus")]
    (tmp_path / "neu").mkdir()
    (tmp_path / "neu" / "bericht.toml").write_text('[organisation]\nname = "Verein"\n', "utf-8")
    (tmp_path / "neu" / "Treffen.csv").write_text(BEFORE.replace("2016", "2017"), "utf-8")
    assert cli.main(["erstellen", *where]) == 0
    assert cli.main(["erstellen", *where]) == 0
    assert "Keine Änderungen" in capsys.readouterr().out
    released(tmp_path)
    assert cli.main(["erstellen", *where]) == 0
    assert "Der Bericht ist fertig" in capsys.readouterr().out.splitlines()[-1]
