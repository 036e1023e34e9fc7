"""Write the parts of the documentation that the program knows best: `python -m tests.documentation`.

A test keeps every written page current.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.base.settings import explained
from tests import comparison, interfaces, messages, wording_page

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
    lines += [
        f"| `{key}` | {f'`{default}`' if default else '–'} | {cell(about)} |" for key, default, about in explained()
    ]
    for title, about, example in OWN_WORDS:
        lines += ["", f"## {title}", "", about, "", "```toml", example, "```"]
    return "\n".join(lines) + "\n"


def cell(text: str) -> str:
    """Return a text that stays in its cell of a Markdown table."""
    return text.replace("|", "\\|")


# What no table of keys and defaults can explain; a test reads every example as settings.
OWN_WORDS = (
    (
        "Arten zusammenfassen: `[arten]`",
        "Links steht die Art oder das Format, rechts, wozu sie in Überblicken zählt. Namen mit Umlaut oder\n"
        "Leerzeichen stehen links in Anführungszeichen; das gilt auch in den folgenden Abschnitten.",
        '[arten]\nKoordinierungstreffen = "Treffen"\n"Runder Tisch" = "Arbeitskreis"',
    ),
    (
        "Eigene Überschriften: `[spalten.…]`",
        "Nach dem Punkt steht die Tabelle, links die Spalte aus der Anleitung, rechts stehen Ihre Überschriften dafür.",
        '[spalten.veranstaltungen]\nTitel = ["Wie hieß es?"]\nTeilnehmerzahl = ["Köpfe", "Personen vor Ort"]',
    ),
    (
        "Eigene Listen: `[listen.…]`",
        "Dasselbe, was das Blatt „Listen“ sagt (siehe die Anleitung). Nach dem Punkt steht, wie die Liste in\n"
        "Kennzahlen und Platzhaltern heißt.",
        '[listen.ausleihen]\nliste = "Verleih"\neintrag = "die Ausleihe, Ausleihen"\ndatum = "Tag"\n'
        'gliedern_nach = ["Medium"]\nzusammenzaehlen = ["Stück"]',
    ),
    (
        "Blätter zuordnen: `[tabellen]`",
        "Für ein Blatt, dessen Überschriften zu zwei Tabellen passen: links Datei und Blatt, rechts die Tabelle.",
        '[tabellen]\n"Termine 2024.xlsx/Tabelle1" = "Treffen"',
    ),
    (
        "Wörter beibringen: `[woerter]`",
        "Links das Wort, rechts Artikel und Mehrzahl. Danach kann das Programm Sätze damit bilden.",
        '[woerter]\nStammtisch = "der, Stammtische"\n"Krötenzaunaktion" = "die, Krötenzaunaktionen"',
    ),
)


PAGES: dict[str, Callable[[], str]] = {
    "einstellungen.md": settings_page,
    "meldungen.md": messages.page,
    "vergleich.md": comparison.page,
    "satzvorlagen.md": wording_page.page,
    "platzhalter.md": wording_page.placeholders,
    "schnittstellen.md": interfaces.page,
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
