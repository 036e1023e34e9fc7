"""The German page on all messages of the check, made from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.base.catalogue import CATALOGUE, Message, Severity

_MEANS = {
    Severity.ERROR: ("Fehler", "Ein Fehler verhindert den Bericht; der letzte Bericht bleibt stehen."),
    Severity.WARNING: ("Warnungen", "Der Bericht entsteht; eine Zeile oder eine Angabe bleibt außen vor."),
    Severity.NOTE: ("Hinweise", "Gut zu wissen; oft ist nichts zu tun."),
}
_WORDS = {
    "auf_dem_blatt": "Auf dem Blatt … in …",
    "das_blatt": "Das Blatt … in …",
    "es": "es",
    "blatt": "das Blatt",
    "weg": "blenden Sie das Blatt aus oder legen Sie die Datei in den Ordner „archiv“",
    "cell": "C7",
    "row": "7",
    "rows": "Zeilen 7 und 9",
    "twin_rows": "Zeile 8",
    "year": "2017",
}


def page() -> str:
    """Return the page `docs/meldungen.md`."""
    lines = [
        "# Meldungen der Prüfung",
        "",
        "Was die Prüfung sagen kann, mit dem Kennwort jeder Meldung, wie es in `pruefprotokoll.json` steht. „…“ steht",
        "für das, was in Ihrer Tabelle steht.",
    ]
    for severity, (title, about) in _MEANS.items():
        lines += ["", f"## {title}", "", about]
        kinds = sorted((kind.title, code, kind) for code, kind in CATALOGUE.items() if kind.severity is severity)
        for _, code, kind in kinds:
            lines += ["", *_entry(code, kind)]
    return "\n".join(lines) + "\n"


def _entry(code: str, kind: Message) -> Iterator[str]:
    yield f"### {kind.title}"
    yield ""
    yield f"`{code}`  "
    yield _shown(kind.message) + "  "
    yield f"*{_shown(kind.advice)}*"


def _shown(wording: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: _WORDS.get(found[1], "…"), wording)
