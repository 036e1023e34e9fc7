"""Logo and cover picture come from the inputs folder or not at all."""

from pathlib import Path

import pytest

from pipeline.publish import pictures
from pipeline.settings import Organisation, Report, Settings


def settings(logo: str) -> Settings:
    return Settings(organisation=Organisation(name="Verein"), bericht=Report(logo=logo))


def test_a_picture_travels_inside_the_document(tmp_path: Path) -> None:
    (tmp_path / "zeichen.png").write_bytes(b"\x89PNG")
    found, problems = pictures.find(tmp_path, settings("zeichen.png"))
    assert found["logo"].address.startswith("data:image/png;base64,")
    assert problems == ()


@pytest.mark.parametrize("name", ["fehlt.png", "text.txt", "../geheim.png"])
def test_any_other_is_told(tmp_path: Path, name: str) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    (inputs / "text.txt").write_text("kein Bild")
    (tmp_path / "geheim.png").write_bytes(b"\x89PNG")
    found, problems = pictures.find(inputs, settings(name))
    assert found == {}
    assert [(p.code, p.value) for p in problems] == [("bild-fehlt", name)]
