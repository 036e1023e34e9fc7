"""Umfrage: 87 made-up answers of people who work for integration, from a generator with a fixed seed.

Answers hang together as real ones do: whoever is content agrees more, gives better grades and uses the network more;
volunteers find the authorities harder to deal with; some skip questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from tests.example import data
from tests.example.sheet import Cell, Column, Sheet

ANSWERS = 87
INVITED = 203

ROLE = "Sind Sie haupt- oder ehrenamtlich in der Integrationsarbeit tätig?"
DISTRICT = "Wo sind Sie überwiegend tätig?"
STEM = "Wie sehr stimmen Sie den folgenden Aussagen zu?"
OBSTACLES = "Welche Hürden sind für junge Geflüchtete auf dem Weg in die Ausbildung am größten?"
CONTENT = "Wie zufrieden sind Sie mit dem Integrationsprojekt der IRT?"
MONITOR = "Nutzen Sie den Arbeitsmarktmonitor der Arbeitsagentur?"
GRADE = "Welche Schulnote geben Sie der Zusammenarbeit in der Region?"
OPEN = "Was sollte als Nächstes angegangen werden?"

_ROLES = (("hauptamtlich", 0.47), ("ehrenamtlich", 0.53))
_DISTRICTS = (
    ("Stadt Trier", 0.34), ("Landkreis Trier-Saarburg", 0.22), ("Landkreis Bernkastel-Wittlich", 0.18),
    ("Eifelkreis Bitburg-Prüm", 0.16), ("Landkreis Vulkaneifel", 0.10),
)  # fmt: skip
AGREEMENT = ("stimme gar nicht zu", "stimme eher nicht zu", "teils/teils", "stimme eher zu", "stimme voll zu")
UNSURE = "weiß nicht"
# Statement, how much easier it is to agree with than the others, how much volunteers differ, share of „weiß nicht“.
_STATEMENTS = (
    ("Ich weiß, an wen ich mich mit welcher Frage wenden kann", 0.5, -0.2, 0.0),
    ("Die Akteure in der Region sind gut miteinander vernetzt", 0.3, 0.0, 0.03),
    ("Die Veranstaltungen der IRT helfen mir bei meiner Arbeit", 0.6, 0.2, 0.06),
    ("Behörden und Ehrenamtliche arbeiten auf Augenhöhe zusammen", -0.4, -0.7, 0.05),
    ("Die Betriebe sind offen für Auszubildende mit Fluchterfahrung", 0.0, 0.1, 0.11),
)
_HURDLES = (
    ("Deutschkenntnisse", 0.78, 0.72), ("Fahrt zu Betrieb und Berufsschule", 0.42, 0.50),
    ("unsicherer Aufenthalt", 0.55, 0.60), ("Anforderungen der Berufsschule", 0.52, 0.36), ("Wohnung", 0.21, 0.38),
    ("Kinderbetreuung", 0.12, 0.20), ("Kenntnis des Ausbildungssystems", 0.38, 0.24),
)  # fmt: skip
_CONTENT = ("sehr unzufrieden", "eher unzufrieden", "teils/teils", "eher zufrieden", "sehr zufrieden")


def _pick(chance: Random, shares: Sequence[tuple[str, float]]) -> str:
    point, sum_so_far = chance.random() * sum(share for _, share in shares), 0.0
    for name, share in shares:
        sum_so_far += share
        if point < sum_so_far:
            return name
    return shares[-1][0]


def _bell(chance: Random) -> float:
    """Return a number around 0, about normal; only `random()` is promised to stay the same in later Pythons."""
    return sum(chance.random() for _ in range(12)) - 6


def _step(value: float, steps: Sequence[str]) -> str:
    """Return the step of a five-step scale that a feeling around 3.6 leads to."""
    return steps[min(max(round(3.6 + value), 1), len(steps)) - 1]


def _answer(chance: Random) -> list[Cell]:
    mood = _bell(chance) * 0.6
    role = _pick(chance, _ROLES)
    volunteer = role != "hauptamtlich"
    cells: list[Cell] = [role, _pick(chance, _DISTRICTS) if chance.random() > 0.03 else ""]
    for _, ease, shift, unsure in _STATEMENTS:
        feeling = mood + ease + (shift if volunteer else 0) + _bell(chance) * 0.75
        drawn = chance.random()
        cells.append(UNSURE if drawn < unsure else "" if drawn > 0.98 else _step(feeling, AGREEMENT))
    hurdles = [name for name, paid, free in _HURDLES if chance.random() < (free if volunteer else paid)]
    cells.append("; ".join(hurdles))
    cells.append(_step(1.5 * mood + 0.2 + _bell(chance) * 0.7, _CONTENT) if chance.random() > 0.04 else "")
    uses = 0.4 + 0.15 * mood + (-0.2 if volunteer else 0.15)
    cells.append(("Ja" if chance.random() < uses else "Nein") if chance.random() > 0.02 else "")
    grade = min(max(round(2.6 - mood + _bell(chance) * 0.7), 1), 6)
    cells.append(grade if chance.random() > 0.05 else "")
    return cells


def answers() -> list[tuple[Cell, ...]]:
    """Return the answers, numbered, with the written wishes on scattered rows."""
    chance = Random(2017)  # noqa: S311 - made-up answers, no secrets
    drawn = [_answer(chance) for _ in range(ANSWERS)]
    written = data.text("wuensche.txt").splitlines()
    wishes = dict(zip(_scattered(chance, len(written)), written, strict=True))
    return [(number, *cells, wishes.get(number, "")) for number, cells in enumerate(drawn, start=1)]


def _scattered(chance: Random, count: int) -> list[int]:
    """Return `count` different numbers of answers."""
    by_lot = sorted(range(1, ANSWERS + 1), key=lambda _: chance.random())
    return by_lot[:count]


def sheets() -> list[Sheet]:
    """Return the answers and what is known about the survey."""
    headings = [ROLE, DISTRICT, *(f"{STEM} [{text}]" for text, *_ in _STATEMENTS), OBSTACLES, CONTENT, MONITOR, GRADE]
    columns = (
        Column("Nr.", 6),
        *(Column(heading, 70 if heading == OBSTACLES else 26) for heading in headings),
        Column(OPEN, 60),
    )
    about: list[tuple[Cell, ...]] = [
        ("Titel", "Stimmen aus der Integrationsarbeit"),
        ("Kurzform", "Integrationsakteure"),
        ("befragt von", "Initiative Region Trier"),
        ("Grundgesamtheit", "haupt- und ehrenamtliche Integrationsakteure der Region Trier"),
        ("eingeladen", INVITED),
        ("von", date(2017, 9, 18)),
        ("bis", date(2017, 10, 13)),
        ("Art der Befragung", "online"),
    ]
    notes = (Column("Angabe", 22), Column("Inhalt", 62))
    return [
        Sheet("Antworten", "", columns, answers()),
        Sheet("Umfrage-Angaben", "Angaben zur Umfrage", notes, about),
    ]
