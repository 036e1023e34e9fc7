"""Every kind of problem the program can name, by code.

Wording is for office staff: no jargon, what is wrong in one sentence, what to do in the next. Words in braces
are filled in by `problems.problem`. Codes are German words with hyphens; other programs may rely on them.
"""

from __future__ import annotations

from .problems import Kind, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CATALOGUE: dict[str, Kind] = {
    # --- settings -----------------------------------------------------------------------------------
    "einstellungen-fehlen": Kind(
        _W,
        "Keine Einstellungen",
        "Im Eingangsordner liegt keine Datei „bericht.toml“.",
        "Der Bericht entsteht mit Vorgaben. Legen Sie eine „bericht.toml“ an, mindestens mit dem Namen der "
        'Organisation: [organisation] name = "…".',
    ),
    "einstellungen-unlesbar": Kind(
        _E,
        "Einstellungen nicht lesbar",
        "Die Datei „{file}“ ist nicht zu lesen: {reason}.",
        "Prüfen Sie die genannte Zeile; häufig fehlt ein Anführungszeichen oder eine eckige Klammer.",
    ),
    "einstellung-unbekannt": Kind(
        _E,
        "Unbekannte Einstellung",
        "Die Einstellung „{key}“ in „{file}“ ist nicht bekannt.",
        "{suggestion}",
    ),
    "einstellung-falsch": Kind(
        _E,
        "Falscher Wert einer Einstellung",
        "Die Einstellung „{key}“ in „{file}“ hat den Wert {value}; erwartet wird {expected}.",
        "Tragen Sie einen passenden Wert ein oder löschen Sie die Zeile, dann gilt die Vorgabe.",
    ),
    "einstellung-fehlt": Kind(
        _E,
        "Fehlende Einstellung",
        "In „{file}“ fehlt „{key}“.",
        "Ergänzen Sie: {example}",
    ),
}
