"""Write the German page for other programs: every JSON file with an example, and the keys of figures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.base.figures import Figures
from pipeline.base.fingerprint import ROOT
from pipeline.base.problems import problem
from pipeline.base.records import Tables
from pipeline.base.settings import load
from pipeline.outputs import archive, releases
from pipeline.outputs.changes_page import rows_as_json
from pipeline.outputs.export_tables import tidy_tables
from pipeline.outputs.figures_file import as_json
from pipeline.outputs.mail.outbox import Letter
from pipeline.service.health import Health
from pipeline.topics.survey.counting import counting as survey
from tests import steps

YEAR, WHEN = 2017, datetime(2018, 1, 9, 2, 30, tzinfo=UTC)

# What other programs may rely on: <p> a project, <j> a year, <gruppe>, <art> and <kurz> as typed; see `slug`.
KEYS = {
    "<p>.treffen.anzahl": "Treffen bis zum Ende des Berichtsjahrs",
    "<p>.treffen.<j>.anzahl": "Treffen eines Jahres",
    "<p>.veranstaltungen.anzahl": "Veranstaltungen bis zum Ende des Berichtsjahrs",
    "<p>.veranstaltungen.<j>.anzahl": "Veranstaltungen eines Jahres",
    "<p>.veranstaltungen.<j>.teilnehmer": "Summe der Teilnehmer eines Jahres",
    "<p>.netzwerk.teilnehmer": "Mitglieder des Netzwerks",
    "<p>.netzwerk.<gruppe>.teilnehmer": "Mitglieder einer Gruppe",
    "<p>.initiativen.anzahl": "Initiativen bis zum Ende des Berichtsjahrs",
    "<p>.initiativen.<art>.anzahl": "Initiativen einer Art",
    "umfrage.<kurz>.antworten": "Antworten einer Umfrage",
    "umfrage.<kurz>.vollstaendig": "vollständige Antworten",
    "umfrage.<kurz>.ruecklauf": "Rücklauf in Prozent, wenn bekannt ist, wie viele gefragt wurden",
}
EXAMPLES = {"p": "integration", "j": "2017", "gruppe": "arbeitsmarktmonitor", "art": "schreiben"}

FILES = {
    "kennzahlen.json": "Jede Kennzahl des Berichts mit ihren Zeilen. Dieselbe Datei steckt im PDF.",
    "pruefprotokoll.json": "Was an den Tabellen auffiel, und die Zeilenbilanz jedes Blatts.",
    "zeilen.json": "Was in den gezählten Zeilen steht, damit der nächste Lauf Änderungen erkennt; von Umfragen nichts.",
    "lauf.json": "Wie der letzte Lauf endete.",
    "freigabe-1/freigabe.json": "Woraus eine Freigabe entstand. Daneben liegt `SHA256SUMS`.",
    "../zustand.json": "Wie der letzte Nachtlauf endete, für die Überwachung. Die Datei liegt in `outputs/`.",
    "../.post/freigabe-2017-1.json": "Was aus einem Brief geworden ist. Der Ordner `.post` liegt in `outputs/`.",
}

ABOUT: Mapping[str, Mapping[str, str]] = {
    "kennzahlen.json": {
        "key": "Name der Kennzahl, siehe unten",
        "label": "was gezählt wurde",
        "value": "eine Zahl; ein Zeitraum als `2015-07-02/2017-10-24`; `null`, wenn nichts bekannt ist",
        "unit": "Einheit",
        "at_least": "wahr, wenn es mehr sein können",
        "approximate": "wahr bei „ca.“",
        "method": "wie gezählt wurde, in einem Satz",
        "sources": "Datei, Blatt und Zeilen, wie Excel sie zählt",
    },
    "pruefprotokoll.json": {
        "code": "Kennwort der Meldung, siehe [meldungen.md](meldungen.md)",
        "severity": "`fehler`, `warnung` oder `hinweis`",
        "file": "Datei, ab dem Eingangsordner, mit `/`",
        "sheet": "Blatt",
        "cell": "Zelle oder `null`",
        "row": "Zeile oder `null`",
        "value": "was dort steht oder `null`",
        "message": "was nicht stimmt",
        "advice": "was zu tun ist",
        "table": "als welche Tabelle das Blatt gelesen wurde",
        "read": "Zeilen mit Inhalt",
        "used": "davon gezählt",
        "set_aside": "davon zurückgestellt",
        "unread": "Überschriften von Spalten, die nicht gelesen wurden",
        "rows": "gefüllte Zeilen einer Liste, die als Ganzes außen vor bleibt; ihre Meldung nennt sie `unread_rows`",
    },
    "zeilen.json": {
        "name": "Tabelle",
        "columns": "Überschriften; die letzten drei sind Datei, Blatt und Zeile",
        "rows": "Zellen als Text, in der Reihenfolge der Überschriften",
    },
    "lauf.json": {
        "fingerprint": "wovon der Lauf abhing, als SHA-256",
        "when": "Ende des Laufs (UTC)",
        "result": "`fertig`, `gesperrt` oder `geprueft`",
        "freigabe_vorjahr": "mit welcher Freigabe des Vorjahrs verglichen wurde, 0 mit keiner",
        "files": "was der Lauf schrieb, mit SHA-256",
        "kept": "was vom letzten Bericht stehen blieb, mit SHA-256",
    },
    "freigabe-1/freigabe.json": {
        "number": "die wievielte Freigabe des Jahres",
        "year": "Berichtsjahr",
        "when": "wann (UTC)",
        "fingerprint": "wovon sie abhing, als SHA-256",
        "program": "womit sie entstand",
        "inputs": "die gelesenen Dateien mit SHA-256",
        "files": "die freigegebenen Dateien mit SHA-256",
    },
    "../zustand.json": {
        "when": "Ende des letzten Nachtlaufs (UTC)",
        "result": "`fertig`, `unveraendert`, `gesperrt` oder `gescheitert`",
        "message": "dasselbe als Satz, nie mit Inhalten der Tabellen",
        "last_good": "wann zuletzt ein Bericht entstand oder noch galt",
        "errors": "Fehler in den Tabellen",
        "warnings": "Warnungen",
        "letters_held": "Briefe, die jemand ansehen muss",
        "next_night": "wann der nächste Nachtlauf beginnen soll; leer, wenn das niemand weiß",
    },
    "../.post/freigabe-2017-1.json": {
        "key": "Name des Briefs",
        "message_id": "Kennung der Nachricht",
        "subject": "Betreff",
        "to": "an wen sie noch geht",
        "sent_to": "wer sie hat",
        "refused": "wen der Server ablehnte und warum",
        "state": "`wartet`, `unterwegs`, `gesendet`, `abgelehnt`, `unklar` oder `erledigt`",
        "since": "seit wann (UTC)",
        "attempts": "Versuche",
        "reason": "Grund, wenn es einen gibt",
    },
}


@cache
def example() -> tuple[Tables, Figures]:
    """Return tables and figures of the example association."""
    settings, _ = load(ROOT / "inputs")
    read = steps.up_to(steps.read(ROOT / "inputs", settings), YEAR)
    _, answers = survey.count_all(read.surveys, settings, YEAR)
    return read, Figures([*steps.count(read, settings, YEAR).values(), *answers])


def filled(pattern: str, figures: Figures) -> str:
    """Return a key of the example that a pattern of `KEYS` stands for."""
    first = next(key for key in figures if key.startswith("umfrage."))
    words = {**EXAMPLES, "kurz": first.split(".")[1]}
    return re.sub(r"<(\w+)>", lambda found: words[found[1]], pattern)


def contents() -> Iterator[tuple[str, Any]]:
    """Yield every file with what the program writes into it, cut down to its first entries."""
    tables, figures = example()
    shown = figures[filled("<p>.veranstaltungen.<j>.teilnehmer", figures)]
    yield "kennzahlen.json", {"figures": list(as_json(Figures([shown]), tables))}
    place = {"file": "Treffen.xlsx", "sheet": "2017", "cell": "A7", "row": 7, "value": "31.02.2017"}
    found = problem("datum-unmoeglich", **place, heading="Datum")  # type: ignore[arg-type]
    balance = next(line for line in tables.balance if line.table == "treffen")
    lost = {"file": "Altes.xlsx", "sheet": "2016", "rows": 12}
    yield "pruefprotokoll.json", {"problems": [found.as_json()], "balance": [asdict(balance)], "unread_lists": [lost]}
    (meetings,) = (table for table in rows_as_json(tidy_tables(tables))["tables"] if table["name"] == "Treffen")
    yield "zeilen.json", {"tables": [meetings | {"rows": meetings["rows"][:1]}]}
    yield from _of_runs()
    health = Health("2018-01-09T02:31:07+00:00", "fertig", "Der Bericht ist neu erstellt.", "2018-01-09T02:31:07+00:00")
    yield "../zustand.json", asdict(health) | {"next_night": "2018-01-10T03:30:00+01:00"}
    address = "vorstand@beispiel.de"
    letter = Letter("freigabe-2017-1", "<…@beispiel.de>", "Tätigkeitsbericht 2017, Freigabe 1: IRT", (), (address,))
    sent = {"state": "gesendet", "since": "2018-03-01T12:00:05+00:00", "attempts": 1}
    yield "../.post/freigabe-2017-1.json", asdict(letter) | sent


def _of_runs() -> Iterator[tuple[str, Any]]:
    with TemporaryDirectory() as name:
        outputs = Path(name)
        for release in (False, True):
            with archive.locked(outputs), archive.aside(outputs) as new:
                (new / "kennzahlen.json").write_text("…")
                folder = outputs / str(YEAR)
                if release:
                    given = {"Treffen.xlsx": "0" * 64}
                    folder = releases.freeze(new, folder, fingerprint="0" * 64, inputs=given, when=WHEN).folder
                else:
                    archive.put_in_place(new, folder, fingerprint="0" * 64, result="fertig", when=WHEN)
            file = "freigabe.json" if release else "lauf.json"
            said = json.loads((folder / file).read_text("utf-8"))
            if release:
                said["program"] = dict.fromkeys(said["program"], "…")
            yield f"freigabe-1/{file}" if release else file, said


def page() -> str:
    """Return the page `docs/schnittstellen.md`."""
    lines = [
        "# Schnittstellen",
        "",
        "Für andere Programme: die Dateien auf `.json` in `outputs/<Jahr>` und die Namen der Kennzahlen. Felder kommen",
        "hinzu, keines wird umbenannt oder fällt weg; übergehen Sie, was Sie nicht kennen. Alle Dateien sind UTF-8 und",
        "werden erst geschrieben und dann umbenannt: Wer liest, sieht nie eine halbe.",
    ]
    for file, said in contents():
        lines += ["", f"## `{file.removeprefix('../')}`", "", FILES[file], "", "```json", _shown(said), "```", ""]
        lines += ["| Feld | Bedeutung |", "|---|---|"]
        lines += [f"| `{name}` | {ABOUT[file][name]} |" for name in field_names(said)]
    _, figures = example()
    lines += ["", "## Namen der Kennzahlen", "", *_KEYS_INTRO, "", "| Name | zählt | im Beispiel |", "|---|---|---|"]
    for pattern, about in KEYS.items():
        figure = figures[filled(pattern, figures)]
        lines.append(f"| `{pattern}` | {about} | `{figure.key}`: {figure.value} |")
    return "\n".join(lines) + "\n"


_KEYS_INTRO = (
    "`<p>` ist der Name des Projekts (Zeilen ohne Projekt: `allgemein`), `<j>` ein Jahr, `<gruppe>` und `<art>` der",
    "Name aus der Liste, `<kurz>` die Kurzform der Umfrage, sonst ihr Dateiname. Alle stehen in Kleinbuchstaben, ä ö ü",
    "ß als ae oe ue ss, alles andere als `-`. Damit jede Zahl ihren Namen hat, heißt ein Projekt „Gesamt“",
    "`projekt-gesamt`, eine Art von Initiativen „2017“ `art-2017` und, neben einem Projekt „Umfrage“, eine Umfrage",
    "„Treffen“ `treffen-2`. Auf diese Namen ist Verlass; die übrigen können sich ändern.",
)


def field_names(said: Mapping[str, Any]) -> list[str]:
    """Return the names of the fields of a file; of one that holds lists of objects, those of the objects."""
    objects = [
        entry for value in said.values() if isinstance(value, list) for entry in value if isinstance(entry, dict)
    ]
    return list(dict.fromkeys(name for one in objects or [said] for name in one))


def _shown(said: Any) -> str:
    text = json.dumps(said, ensure_ascii=False, indent=2)
    text = re.sub(r'"[0-9a-f]{64}"', '"…"', text)
    return re.sub(r"\[\s+((?:\"[^\"]*\"|\d+)(?:,\s+(?:\"[^\"]*\"|\d+))*)\s+\]", _in_one_line, text)


def _in_one_line(found: re.Match[str]) -> str:
    values = re.sub(r",\s+", ", ", found[1])
    return f"[{values}]"
