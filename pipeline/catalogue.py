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
    # --- survey -------------------------------------------------------------------------------------
    "umfrage-gelesen": Kind(
        _N,
        "Umfrage erkannt",
        "Das Blatt ist {tool} mit {questions} Fragen.",
        "Wenn eine Frage falsch gedeutet ist, nennen Sie ihren Typ im Blatt „Fragen“ derselben Datei.",
    ),
    "umfrage-personenbezogen": Kind(
        _N,
        "Personenbezogene Spalten",
        "Diese Spalten sagen, wer geantwortet hat, und werden nicht ausgewertet: {columns}.",
        "Sie müssen nichts tun. Besser ist es, solche Spalten vor dem Ablegen zu löschen.",
    ),
    "umfrage-ohne-antwort": Kind(
        _N,
        "Zeilen ohne Antwort",
        "In diesem Blatt ist bei {count} Zeile(n) keine einzige Frage beantwortet: {rows}.",
        "Sie zählen nicht mit. Sie müssen nichts tun.",
    ),
    "umfrage-notizzeile": Kind(
        _W,
        "Zeilen, die keine Antwort sind",
        "{count} Zeile(n) sehen nach Notiz oder Summe aus und zählen nicht als Antwort: {rows}.",
        "Wenn es Antworten sind, füllen Sie die erste Spalte wie in den anderen Zeilen; sonst löschen Sie die Zeilen.",
    ),
    "umfrage-annahme": Kind(
        _N,
        "Annahme zu einer Umfrage",
        "{assumed} Das betrifft {questions}.",
        "Wenn das nicht stimmt, nennen Sie Typ und Reihenfolge der Antworten im Blatt „Fragen“ derselben Datei.",
    ),
    "umfrage-angabe-unbekannt": Kind(
        _W,
        "Unbekannte Angabe zur Umfrage",
        "Die Angabe „{value}“ ist nicht bekannt oder ihr Wert nicht lesbar.",
        "Möglich sind: Kurzform, Titel, Befragt von, Befragte, Eingeladen, Von, Bis, Art.",
    ),
    "umfrage-typ-unbekannt": Kind(
        _W,
        "Unbekannter Fragetyp",
        "Den Fragetyp „{value}“ gibt es nicht; die Frage wurde nach ihren Antworten gedeutet.",
        "Möglich sind: Skala, Note, Ja/Nein, Einfachauswahl, Mehrfachauswahl, Rangfolge, Zahl, Datum, offen.",
    ),
    "umfrage-doppelt": Kind(
        _W,
        "Umfrage doppelt",
        "Dieses Blatt enthält dieselben Antworten wie die Datei „{twin}“ und zählt nicht noch einmal.",
        "Löschen Sie eine der beiden Dateien.",
    ),
}
