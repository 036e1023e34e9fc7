"""Write the German pages for those who change the wording of the report, or put placeholders into their texts."""

from __future__ import annotations

from datetime import date

from pipeline.base.figures import Figure, Label
from pipeline.base.keys import Key
from pipeline.base.period import Period
from pipeline.base.settings import NumberStyle, Settings
from pipeline.narrative.filters import FILTERS
from pipeline.narrative.phrases import (
    Counted,
    KindPhrase,
    Listed,
    Number,
    Parties,
    PeopleOrThings,
    Phrases,
    Subject,
    Title,
    Words,
)
from pipeline.narrative.placeholders import FORMS
from pipeline.topics.partners.language import language
from pipeline.topics.registry import topics
from tests.build import tables

_KINDS: dict[type, str] = {
    KindPhrase: "eine Art („Fachforum“)",
    Parties: "Organisationen",
    PeopleOrThings: "Menschen oder Dinge, wie getippt",
    Subject: "wovon etwas handelt, wie getippt",
    Number: "eine Zahl",
    Counted: "Arten mit ihren Zahlen",
    Phrases: "Arten in der Mehrzahl",
    Title: "ein Titel",
    Listed: "eine Aufzählung",
    Words: "fertige Wörter („in Prüm“), ohne Form",
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
    lines += [f"| `{role}` | {', '.join(f'`{name}`' for name in names)} |" for role, names in topics().roles.items()]
    lines += ["", "## Welche Formen ein Name hat", "", "| Was es ist | Namen | Formen |", "|---|---|---|"]
    for kind, about in _KINDS.items():
        names = sorted({name for words in topics().roles.values() for name, of in words.items() if of is kind})
        forms = [name for name, (_, kinds) in FILTERS.items() if kind in kinds]
        shown = ", ".join(f"`{form}`" for form in forms) or "–"
        lines.append(f"| {about} | {', '.join(f'`{name}`' for name in names)} | {shown} |")
    return "\n".join(lines) + "\n"


_ABOUT = {
    "genau": "in Ziffern",
    "wort": "bis zwölf als Wort, sonst in Ziffern; das gilt auch ohne Angabe",
    "rund": "gerundet und wahr: „rund“, „über“ oder „knapp“",
    "ueber": "„über“ und die nächste runde Zahl darunter",
    "mehrere": "„mehrere“ von drei bis zwölf, „zahlreiche“ darüber",
    "wann": "ein Zeitraum als Zeitangabe",
    "seit": "ein Zeitraum von seinem Anfang bis zu seinem Ende; das gilt auch ohne Angabe",
}


def placeholders() -> str:
    """Return the page on what texts by staff may name."""
    wording = NumberStyle()
    number = Figure(Key("x"), Label(""), 143)
    period = Figure(Key("x"), Label(""), Period(date(2015, 7, 2), date(2017, 10, 24)))
    lines = [
        "# Platzhalter in eigenen Texten",
        "",
        "Ein Platzhalter steht in doppelten geschweiften Klammern: ein Name, und wenn nötig nach einem Strich die",
        "Form. Gibt es den Namen nicht, nennt das Prüfprotokoll die Zeile und den ähnlichsten Namen.",
        "",
        "| Name | Was dort steht |",
        "|---|---|",
        "| `jahr`, `vorjahr` | das Berichtsjahr und das davor |",
        "| `organisation`, `organisation.kurz`; `organisation.name` | Kurzform; voller Name |",
        "| jeder Name aus `Kennzahlen.xlsx`, z. B. `hafen.treffen.anzahl` | diese Zahl oder dieser Zeitraum |",
    ]
    given, words = tables(), language(tables(), Settings(), "")
    named = (one for one in sorted(topics().sections, key=lambda section: section.place) if one.named)
    examples = [name for one in named if one.named for name in one.named("hafen", given[one.table], 2017, words)]
    lines.append(f"| {', '.join(f'`{name}`' for name in examples)} | eine Aufzählung |")
    lines += [
        "| `hafen.veranstaltungen.text`, ebenso `treffen`, `netzwerk`, `initiativen` | der ganze erzeugte Abschnitt |",
        "| im Berichtstext: `datum`, `ort`, `titel`, `teilnehmerzahl` … | was in derselben Zeile steht |",
        "",
        "| Form | Was sie tut | Beispiel (143; 2. Juli 2015 bis 24. Oktober 2017) |",
        "|---|---|---|",
    ]
    for form, show in FORMS.items():
        shown = show(period if form in ("wann", "seit") else number, wording)
        lines.append(f"| `{form}` | {_ABOUT[form]} | {shown} |")
    return "\n".join(lines) + "\n"
