"""`messages.toml`: wording that people edit, read once and checked."""

from pathlib import Path

import pytest

from pipeline.base.catalogue import Catalogue, Message, Severity, read

ENTRY = {"schwere": "hinweis", "titel": "Blatt", "meldung": "Das Blatt „{sheet}“ ist leer.", "rat": "Nichts."}


def written(path: Path, code: str = "blatt-leer", **changes: str) -> Path:
    lines = [f"{key} = '{text}'" for key, text in (ENTRY | changes).items()]
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([f"[{code}]", *lines]), "utf-8")
    return path


def test_every_file_below_the_folder_is_read(tmp_path: Path) -> None:
    written(tmp_path / "messages.toml", "a")
    written(tmp_path / "room" / "messages.toml", "b-c", schwere="fehler")
    written(tmp_path / "room" / "others.toml", "d")
    catalogue = Catalogue(tmp_path)
    assert list(catalogue) == ["a", "b-c"]
    assert catalogue["b-c"] == Message(Severity.ERROR, "Blatt", "Das Blatt „{sheet}“ ist leer.", "Nichts.")


def test_files_are_read_once(tmp_path: Path) -> None:
    path = written(tmp_path / "messages.toml")
    catalogue = Catalogue(tmp_path)
    first = catalogue["blatt-leer"]
    path.unlink()
    assert catalogue["blatt-leer"] is first


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"code": "Blatt"}, r"\[Blatt\]: a code is made of"),
        ({"weg": "x"}, "keys meldung, rat, schwere, titel and no others"),
        ({"schwere": "schlimm"}, "schwere is one of fehler, warnung, hinweis"),
        ({"rat": ""}, "every value is a text"),
        ({"meldung": "Blatt {sheet"}, "a brace is open"),
        ({"meldung": "Blatt {}"}, r"not a word to fill in: \{\}"),
        ({"meldung": "Blatt {the sheet}"}, r"not a word to fill in: \{the sheet\}"),
        ({"rat": "Zeile {row:>3}"}, r"not a word to fill in: \{row\}"),
        ({"rat": "Blatt {sheet.name}"}, r"not a word to fill in: \{sheet.name\}"),
    ],
)
def test_a_mistake_names_the_file_the_code_and_what_is_wrong(
    tmp_path: Path, changes: dict[str, str], mistake: str
) -> None:
    path = written(tmp_path / "messages.toml", **changes)
    with pytest.raises(ValueError, match=rf"messages.toml.*{mistake}"):
        read([path])


def test_a_code_stands_in_one_file(tmp_path: Path) -> None:
    paths = [written(tmp_path / room / "messages.toml") for room in ("a", "b")]
    with pytest.raises(ValueError, match=r"b/messages.toml: \[blatt-leer\]: the code is taken"):
        read(paths)


def test_a_brace_that_is_meant_is_written_twice(tmp_path: Path) -> None:
    assert read([written(tmp_path / "messages.toml", rat="z. B. {{{{ jahr }}}}.")])
