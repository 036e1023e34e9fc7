"""Write the parts of the documentation that the program knows best: `python -m tests.documentation`.

A test keeps every written page current.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.settings import explained

from . import comparison, messages, wording_page

DOCS = Path(__file__).resolve().parent.parent / "docs"


def settings_page() -> str:
    """Return the German page on all settings of `bericht.toml`."""
    lines = [
        "# Einstellungen",
        "",
        "Die Datei `bericht.toml` ist eine Textdatei im Eingangsordner. Nötig ist nur der Name der Organisation:",
        "",
        "    [organisation]",
        '    name = "Name Ihrer Organisation"',
        "",
        "Alles andere hat eine Vorgabe. Was vor dem Punkt steht, ist der Abschnitt in eckigen Klammern.",
        "",
        "| Einstellung | Vorgabe | Bedeutung |",
        "|---|---|---|",
    ]
    lines += [f"| `{key}` | {f'`{default}`' if default else '–'} | {about} |" for key, default, about in explained()]
    return "\n".join(lines) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "einstellungen.md": settings_page,
    "meldungen.md": messages.page,
    "vergleich.md": comparison.page,
    "satzvorlagen.md": wording_page.page,
    "platzhalter.md": wording_page.placeholders,
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
