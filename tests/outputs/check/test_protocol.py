"""The protocol, for programs and for people."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.base.problems import Problem, problem
from pipeline.base.records import Balance
from pipeline.outputs.check import protocol
from tests.publish import sample

BALANCE = (Balance("Treffen.xlsx", "2017", "treffen", 33, 32, 1),)


def written(folder: Path, problems: Sequence[Problem], balance: Sequence[Balance] = ()) -> str:
    protocol.write(folder, problems, balance, sample.SETTINGS, 2017)
    return (folder / "Pruefprotokoll.html").read_text(encoding="utf-8")


def wrong(file: str, **more: object) -> Problem:
    words = {"key": "bericht.farbe", "expected": "eine Farbe", "value": "„blau“"}
    return problem("einstellung-falsch", file=file, **(words | more))  # type: ignore[arg-type]


def missing(file: str) -> Problem:
    return problem("einstellungen-fehlen", file=file)


def test_nothing_wrong_is_said_kindly(tmp_path: Path) -> None:
    assert "Alles in Ordnung." in written(tmp_path, ())


def test_json_has_the_promised_shape(tmp_path: Path) -> None:
    written(tmp_path, [wrong("a.xlsx", sheet="2017", cell="C7", row=7)], BALANCE)
    found = json.loads((tmp_path / "pruefprotokoll.json").read_text(encoding="utf-8"))
    assert list(found["problems"][0]) == [
        "code", "severity", "file", "sheet", "cell", "row", "value", "message", "advice",
    ]  # fmt: skip
    assert found["problems"][0]["severity"] == "fehler"
    assert found["balance"] == [
        {
            "file": "Treffen.xlsx", "sheet": "2017", "table": "treffen", "read": 33, "used": 32, "set_aside": 1,
            "unread": [],
        }
    ]  # fmt: skip


def test_problems_stand_by_file_with_the_worst_first(tmp_path: Path) -> None:
    html = written(tmp_path, [missing("c.xlsx"), missing("b.xlsx"), wrong("b.xlsx"), missing("a.xlsx")])
    assert re.findall(r'<h2><bdi>(.*?)</bdi></h2>|<article class="(\w+)"', html) == [
        ("b.xlsx", ""), ("", "fehler"), ("", "warnung"), ("a.xlsx", ""), ("", "warnung"),
        ("c.xlsx", ""), ("", "warnung"),
    ]  # fmt: skip
    assert "Der Bericht kann noch nicht entstehen." in html


def test_place_value_and_advice_are_shown_as_text(tmp_path: Path) -> None:
    html = written(tmp_path, [wrong("a.xlsx", sheet="<2017>", cell="C7", row=7, value="<b>32.13.</b>")])
    text = " ".join(re.sub(r"<[^>]+>", "", html).split())
    assert "Blatt „&lt;2017&gt;“, Zelle C7: &lt;b&gt;32.13.&lt;/b&gt;" in text
    assert "Tragen Sie einen passenden Wert ein" in text


def test_same_problem_with_the_same_remedy_is_told_once(tmp_path: Path) -> None:
    html = written(tmp_path, [wrong("a.xlsx", sheet="2017", row=row, value=f"wert{row}") for row in (3, 5)])
    assert html.count("<article") == 1
    assert html.count("Tragen Sie einen passenden Wert ein") == 1
    assert "Blatt „<bdi>2017</bdi>“, Zeile 3" in html
    assert "Ebenso in Zeile 5 („wert5“)." in html
    assert "<strong>1</strong> Fehler" in " ".join(html.split())


def test_many_files_get_a_list_to_jump_from(tmp_path: Path) -> None:
    html = written(tmp_path, [missing(f"{name}.xlsx") for name in "abcd"])
    for target in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{target}"' in html
    assert html.count('href="#datei-') == 4


def test_every_sheet_is_accounted_for(tmp_path: Path) -> None:
    html = written(tmp_path, (), BALANCE)
    row = re.search(r'<th scope="row"><bdi>Treffen\.xlsx</bdi></th>(.*?)</tr>', html)
    assert row is not None
    assert re.findall(r">([^<]+)<(?:/bdi></td|/td)>", row[1]) == ["2017", "Treffen", "33", "32", "1"]


@pytest.mark.parametrize(
    ("check_only", "code", "said"),
    [
        (False, "einstellungen-fehlen", "Der Bericht ist entstanden, aber nicht alles ist eingeflossen."),
        (True, "einstellungen-fehlen", "Der Bericht kann entstehen, aber nicht alles fließt ein."),
        (False, "datei-fremd", "Der Bericht ist entstanden."),
        (True, "datei-fremd", "Der Bericht kann entstehen."),
    ],
)
def test_the_verdict_speaks_of_a_report_only_where_one_was_made(
    tmp_path: Path, check_only: bool, code: str, said: str
) -> None:
    protocol.write(tmp_path, [problem(code, file="a")], (), sample.SETTINGS, 2017, check_only=check_only)
    assert f"<strong>{said}</strong>" in (tmp_path / "Pruefprotokoll.html").read_text(encoding="utf-8")


def test_columns_that_were_not_read_are_listed_quietly_at_the_end(tmp_path: Path) -> None:
    lines = [
        Balance("a.xlsx", "Mai", "treffen", 1, 1, 0, ("Nr.", "Notiz")),
        Balance("a.xlsx", "Juni", "treffen", 1, 1, 0, ("Nr.", "Notiz")),
        Balance("b.xlsx", "Alt", "treffen", 1, 1, 0, ("Raum",)),
        Balance("b.xlsx", "Neu", "treffen", 1, 1, 0),
    ]
    html = written(tmp_path, (), lines)
    listed = re.search(r'<ul class="spalten">(.*?)</ul>', html, re.DOTALL)
    assert listed is not None
    text = " ".join(re.sub(r"<[^>]+>", "", listed[1].replace("<li>", "|")).split())
    assert text == "|a.xlsx: „Nr.“, „Notiz“ |b.xlsx (Alt): „Raum“"
    assert "Alles in Ordnung." in html
    assert "Spalten, die nicht" not in written(tmp_path, (), BALANCE)


def test_what_is_conspicuous_has_a_section_of_its_own(tmp_path: Path) -> None:
    told = problem(
        "auffaellig-zahl", file="a.xlsx", cell="D4", row=4, value="2900", heading="Gäste", low="4", high="88"
    )
    html = written(tmp_path, [told])
    assert "Manches ist auffällig" in html
    assert "<h2>Auffälligkeiten</h2>" in html
    html = written(tmp_path, [told, missing("a.xlsx")])
    assert re.findall(r'class="stufe">(.*?)<', html) == ["Warnung", "auffällig"]
    assert re.search(r"<strong>1</strong> Warnung\b", html)
