"""The drop folder: which files count, and what is said about the others."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.base.associations import find
from pipeline.base.settings import ReportSettings
from pipeline.ingest.files.folder import look_through
from tests.ingest.drop import SETTINGS


def put(folder: Path, *files: str) -> None:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_spreadsheets_count_in_subfolders_too_in_the_order_of_their_names(tmp_path: Path) -> None:
    put(tmp_path, "b.xlsx", "2017/a.ods", "A.XLS", "c.csv", "bericht.toml", ".DS_Store", "Thumbs.db")
    drop = look_through(tmp_path, SETTINGS)
    assert [file for file, _ in drop.files] == ["2017/a.ods", "A.XLS", "b.xlsx", "c.csv"]
    assert drop.problems == ()


@pytest.mark.parametrize(
    ("file", "code", "said_of"),
    [
        ("~$Treffen.xlsx", "datei-gesperrt", "~$Treffen.xlsx"),
        (".~lock.Treffen.ods#", "datei-gesperrt", ".~lock.Treffen.ods#"),
        ("_alt.xlsx", "datei-uebergangen", "_alt.xlsx"),
        ("Treffen.xlsx.part", "datei-unfertig", "Treffen.xlsx.part"),
        ("Protokoll.docx", "datei-fremd", "Protokoll.docx"),
        ("Liste.numbers", "format-nicht-lesbar", "Liste.numbers"),
        ("archiv/a.xlsx", "ordner-uebergangen", "archiv"),
        ("2016/Archiv/a.xlsx", "ordner-uebergangen", "2016/Archiv"),
        ("_alt/a.xlsx", "ordner-uebergangen", "_alt"),
    ],
)
def test_what_does_not_count_is_named(tmp_path: Path, file: str, code: str, said_of: str) -> None:
    put(tmp_path, file)
    drop = look_through(tmp_path, SETTINGS)
    assert drop.files == ()
    assert [(p.code, p.file) for p in drop.problems] == [(code, said_of)]


def test_pictures_of_the_settings_and_folders_of_other_associations_are_left_alone(tmp_path: Path) -> None:
    put(tmp_path, "logo.svg", "a.xlsx", "Nachbar/bericht.toml", "Nachbar/b.xlsx")
    settings = replace(SETTINGS, bericht=ReportSettings(logo="logo.svg"))
    drop = look_through(tmp_path, settings, leave_out=[tmp_path / "Nachbar"])
    assert [file for file, _ in drop.files] == ["a.xlsx"]
    assert drop.problems == ()


def test_links_are_only_followed_to_files_of_the_same_association(tmp_path: Path) -> None:
    put(tmp_path, "draussen/a.xlsx", "in/b.xlsx", "in/Nachbar/c.xlsx", "in/Unterordner/d.xlsx")
    links = {"aussen.xlsx": "../draussen/a.xlsx", "ordner": "../draussen", "schleife": ".", "kreis.xlsx": "kreis.xlsx",
             "nachbar.xlsx": "Nachbar/c.xlsx", "innen.xlsx": "Unterordner/d.xlsx"}  # fmt: skip
    for name, target in links.items():
        (tmp_path / "in" / name).symlink_to(target)
    drop = look_through(tmp_path / "in", SETTINGS, leave_out=[tmp_path / "in" / "Nachbar"])
    assert [file for file, _ in drop.files] == ["Unterordner/d.xlsx", "b.xlsx", "innen.xlsx", "kreis.xlsx"]
    assert [(p.code, p.file) for p in drop.problems] == [
        ("datei-verweis", name) for name in ("aussen.xlsx", "nachbar.xlsx", "ordner", "schleife")
    ]


def test_a_link_to_a_folder_is_no_association(tmp_path: Path) -> None:
    put(tmp_path, "in/A/bericht.toml", "draussen/bericht.toml")
    (tmp_path / "in" / "B").symlink_to(tmp_path / "draussen")
    (tmp_path / "in" / "C").symlink_to(".")
    assert [one.name for one in find(tmp_path / "in", tmp_path / "out")] == ["A"]


def test_a_name_that_is_no_text_is_shown_with_question_marks(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"M\xfcll.csv")).write_bytes(b"a;b")
    (tmp_path / "Nebel\u202evsc.csv").write_bytes(b"a;b")
    files = look_through(tmp_path, SETTINGS).files
    assert [file for file, _ in files] == ["M?ll.csv", "Nebel?vsc.csv"]
    assert all(path.exists() for _, path in files)
