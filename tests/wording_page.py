"""Write the German page for those who change the wording of the report without Python."""

from __future__ import annotations

from pipeline.narrative.forms import FORMS
from pipeline.narrative.vocabulary import ROLES
from pipeline.narrative.words import (
    Counted,
    Group,
    Kind,
    Listed,
    Number,
    Parties,
    Phrases,
    Said,
    Subject,
    Title,
)

_KINDS: dict[type, str] = {
    Kind: "eine Art („Fachforum“)",
    Parties: "Organisationen",
    Group: "Menschen oder Dinge, wie getippt",
    Subject: "wovon etwas handelt, wie getippt",
    Number: "eine Zahl",
    Counted: "Arten mit ihren Zahlen",
    Phrases: "Arten in der Mehrzahl",
    Title: "ein Titel",
    Listed: "eine Aufzählung",
    Said: "fertige Wörter („in Prüm“), ohne Form",
}


def page() -> str:
    """Return the page with every role, its names, and the forms of each kind of word."""
    lines = [
        "# Wortlaut der Sätze ändern",
        "",
        "Die Sätze des Berichts stehen in `templates/sentences/`. Wer sie ändert, braucht kein Python: eine Datei",
        "öffnen, einen Satz ändern oder einen neuen danebenschreiben, speichern. Wie ein Satz aufgebaut ist, steht am",
        "Anfang von `veranstaltungen.toml`. Was nicht stimmt, meldet `bericht pruefen` mit Datei und Zeile.",
        "",
        "Passen mehrere Sätze, nimmt das Programm einen, der alles sagt, was bekannt ist. Welchen, hängt nur am Inhalt",
        "der Zeile und an ihren Nachbarn: Dieselben Tabellen ergeben immer denselben Text.",
        "",
        "## Wozu ein Satz dient (`fuer`) und was er nennen kann",
        "",
        "| `fuer` | Namen |",
        "|---|---|",
    ]
    lines += [f"| `{role}` | {', '.join(f'`{name}`' for name in names)} |" for role, names in ROLES.items()]
    lines += ["", "## Welche Formen ein Name hat", "", "| Was es ist | Namen | Formen |", "|---|---|---|"]
    for kind, about in _KINDS.items():
        names = sorted({name for words in ROLES.values() for name, of in words.items() if of is kind})
        forms = [name for name, (_, kinds) in FORMS.items() if kind in kinds]
        shown = ", ".join(f"`{form}`" for form in forms) or "–"
        lines.append(f"| {about} | {', '.join(f'`{name}`' for name in names)} | {shown} |")
    return "\n".join(lines) + "\n"
