"""The documentation says what the program does."""

import pytest

from pipeline.cli import COMMANDS
from tests.documentation import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_written_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "run python -m tests.documentation"


def test_every_command_is_documented() -> None:
    said = "".join(path.read_text("utf-8") for path in [*DOCS.glob("*.md"), DOCS.parent / "README.md"])
    assert [name for name in COMMANDS if f"bericht {name}" not in said] == []
