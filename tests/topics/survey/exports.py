"""Small surveys in the shapes of the tools' exports, and what comes out of them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.base.figures import Figures
from pipeline.base.records import Survey
from pipeline.base.settings import Settings
from pipeline.ingest.sheets import Sheet
from pipeline.topics.survey.counting.counting import count
from pipeline.topics.survey.counting.results import QuestionResult, SurveyResult
from pipeline.topics.survey.reading.exports import SurveyReading, read_surveys

AGREEMENT = ("stimme gar nicht zu", "stimme eher nicht zu", "teils/teils", "stimme eher zu", "stimme voll zu")
Rows = Sequence[Sequence[Any]]

# A table that somebody filled by hand: four people answered, the fifth left an address only.
HAND = [
    ["Nr.", "Wie arbeiten Sie mit?", "Wie sehr stimmen Sie zu? [Ich bin informiert]",
     "Wie sehr stimmen Sie zu? [Ich werde gehört]", "Was hindert Sie?", "Welche Schulnote geben Sie?", "Ihre E-Mail",
     "Was fehlt?"],
    [1, "haupt", "stimme voll zu", "teils/teils", "Zeit; Geld", 2, "a@b.de", "Mehr Räume für uns"],
    [2, "ehren", "stimme eher zu", "weiß nicht", "Zeit", 1, "c@d.de", None],
    [3, "ehren", "stimme eher nicht zu", "stimme voll zu", "Geld; Wege", 3, None, "Fragen Sie c@d.de"],
    [4, "haupt", "stimme voll zu", None, None, None, None, None],
    [None, None, None, None, None, None, "nur@mail.de", None],
]  # fmt: skip


def sheet(rows: Rows, file: str = "Umfrage.xlsx", name: str = "Antworten", *, visible: bool = True) -> Sheet:
    """Return a sheet as the reader of files hands it on."""
    width = max(map(len, rows), default=0)
    padded = (tuple(None if cell == "" else cell for cell in row) + (None,) * (width - len(row)) for row in rows)
    return Sheet(file, name, tuple(padded), visible)


def read(*sheets: Sheet, settings: Settings | None = None) -> SurveyReading:
    """Return what the sheets hold."""
    return read_surveys(sheets, settings or Settings(), 1)


def survey(rows: Rows, *others: Sheet, settings: Settings | None = None, file: str = "Umfrage.xlsx") -> Survey:
    """Return the one survey that rows hold."""
    (only,) = read(sheet(rows, file), *others, settings=settings).surveys
    return only


def columns(answers: Mapping[str, Sequence[Any]]) -> list[list[Any]]:
    """Return a sheet's rows from its columns: the headings first."""
    length = max(map(len, answers.values()))
    filled = [list(cells) + [None] * (length - len(cells)) for cells in answers.values()]
    return [list(answers), *map(list, zip(*filled, strict=True))]


def counted(found: Survey, settings: Settings | None = None) -> tuple[SurveyResult, Figures]:
    """Return what is known of a survey, and its figures by key."""
    result, figures = count(found, settings or Settings())
    return result, Figures(figures)


def only(found: Survey, settings: Settings | None = None) -> tuple[QuestionResult, Figures]:
    """Return what is known of the only question of a survey."""
    result, figures = counted(found, settings)
    (question,) = result.results
    return question, figures


def lamapoll(people: int = 120, seed: int = 7) -> list[list[str]]:
    """Return an export in the shape of LamaPoll: a column per option, rankings, sliders, paradata at the end."""
    chance = random.Random(seed)  # noqa: S311 - made-up answers
    options = ["Kommunikation (z.B. E-Mail, Chat)", "Verwaltung ", "Sonstiges und zwar:"]
    items = ["Kosten", "Wissen", "Zeit", "Sonstiges und zwar:"]
    head = ["ID", "Datum", "Frage 1 - Ich war schon einmal da.", "Frage 2 - Ich nutze es."]
    head += [f"Frage 3 - In diesen Bereichen nutze ich es: (Pflichtfrage) - {option}" for option in options]
    head += ["Frage 3 - Eingabe für Sonstiges und zwar:"]
    head += [f"Frage 4 - Was hindert Sie? - {item}" for item in items]
    head += ["Frage 5 - Der Nutzen ist ...", "Frage 6 - Wie wirkt es? - Auf den Zusammenhalt"]
    head += ["Frage 6 - Wie wirkt es? - Auf die Arbeit", "Frage 7 - Was wünschen Sie sich?"]
    head += ["ist anonym", "abgeschlossen", "beendet", "Beantwortungsdauer (in s)", "Antwort-Quote", "Startzeit"]
    rows = [head]
    for number in range(people):
        uses = chance.random() < 0.4
        order = chance.sample(["1", "2", "3"], 3)
        rows.append(
            [
                str(number + 2),
                "2024-10-29",
                chance.choice(["Nein, bisher nicht.", "Ja, na klar!"]),
                chance.choice(["Ja", "Nein", ""]),
                *(option if uses and chance.random() < 0.6 else "" for option in options),
                f"Bilder malen mit Nummer {number} im Verein" if uses and chance.random() < 0.3 else "",
                *order,
                "4",
                str(chance.randrange(101)) if chance.random() < 0.9 else "",
                chance.choice(["50", "50", str(chance.randrange(101))]),
                str(chance.randrange(101)) if chance.random() < 0.6 else "",
                chance.choice(
                    ["", "-", "nix", f"Mehr Schulungen für Gruppe {number}, bitte an info{number}@verein.de"]
                ),
                "1",
                chance.choice(["1", "1", "0"]),
                "1",
                f"{chance.randrange(900)},{chance.randrange(100):02}",
                "63,16%",
                "10/29/2024 10:15:00",
            ]
        )
    return rows


def limesurvey(heading: str, people: int = 40, seed: int = 3) -> list[list[Any]]:
    """Return an export in the shape of LimeSurvey in one of its heading modes: code, kurz, text, beides."""
    chance = random.Random(seed)  # noqa: S311 - made-up answers
    coded = heading == "code"
    asked = [
        ("A1", "", "Wie arbeiten Sie mit?", ""),
        ("A1", "other", "Wie arbeiten Sie mit?", "Sonstiges"),
        ("A2", "SQ001", "Wo sind Sie aktiv?", "Sport"),
        ("A2", "SQ002", "Wo sind Sie aktiv?", "Kultur"),
        ("B1", "SQ001", "Wie sehr stimmen Sie zu?", "Ich bin\u00a0gut informiert."),
        ("B1", "SQ002", "Wie sehr stimmen Sie zu?", "Ich werde gehört."),
        ("B2", "", "Was möchten Sie uns sagen?", ""),
    ]
    paradata = {
        "code": ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "ipaddr"],
        "beides": ["id. Antwort ID", "submitdate. Datum Abgeschickt", "lastpage. Letzte Seite",
                   "startlanguage. Start-Sprache", "seed. Zufallsstartwert", "startdate. Datum gestartet",
                   "ipaddr. IP-Adresse"],
    }.get(heading, ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert",
                    "Datum gestartet", "IP-Adresse"])  # fmt: skip
    rows: list[list[Any]] = [paradata + [_lime(heading, *one) for one in asked] + ["interviewtime", "A1Time"]]
    for number in range(people):
        finished = chance.random() < 0.75
        choice = chance.choice(["hauptamtlich", "ehrenamtlich", "Sonstiges"])
        sport, culture = chance.random() < 0.6, chance.random() < 0.4
        ticks = [("Y" if tick else "") if coded else ("Ja" if tick else "Nein") for tick in (sport, culture)]
        steps = [chance.choice([*AGREEMENT, "KeineAntwort" if not coded else ""]) for _ in range(2)]
        done = "1980-01-01 00:00:00" if number % 2 else "2024-05-06 10:00:00"
        code = {"hauptamtlich": "A1", "ehrenamtlich": "A2", "Sonstiges": "-oth-"}[choice]
        row = [number + 1, done if finished else "", 3, "de", 12345678 + number, "2024-05-06 09:58:00", "192.168.7.11"]
        row += [code if coded else choice, f"Ich helfe bei Festen, Nr. {number}" if choice == "Sonstiges" else ""]
        row += [*ticks, *steps, chance.choice(["", f"Danke, weiter so mit Angebot {number}!", "keine"]), 93.5, 12.5]
        rows.append(row)
    return rows


def _lime(heading: str, code: str, part: str, text: str, item: str) -> str:
    bracket = f"{code}[{part}]" if part else code
    full = f"{text} [{item}]" if item else text
    cut, cut_item = (words if len(words) <= 15 else f"{words[:15]}.." for words in (text, item))
    short = f"{cut} [{cut_item}]" if item else cut
    return {"code": bracket, "kurz": short, "text": full, "beides": f"{bracket}. {full}"}[heading]
