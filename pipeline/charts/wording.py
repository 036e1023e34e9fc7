"""What captions say: nouns in the number they need, and lists of two or three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..german.periods import MONTHS
from ..german.quantities import NO_BREAK, UNKNOWN, number
from ..statistics.figures import Figure
from ..statistics.printed import mark


@dataclass(frozen=True)
class Noun:
    """What is counted: „Veranstaltung“, „Veranstaltungen“; with its number after „als“ and after „mit“."""

    one: str
    many: str
    dative: str
    than_one: str
    with_one: str

    def than(self, figure: Figure) -> str:
        """Return „eine Organisation“ or „12 Organisationen“, as after „mehr als“."""
        return mark(figure.key, self.than_one) if figure.value == 1 else f"{printed(figure)} {self.many}"

    def after_mit(self, figure: Figure) -> str:
        """Return „einer Organisation“ or „12 Organisationen“, as after „mit“."""
        return mark(figure.key, self.with_one) if figure.value == 1 else f"{printed(figure)} {self.dative}"


MEETING = Noun("Treffen", "Treffen", "Treffen", "ein Treffen", "einem Treffen")
EVENT = Noun("Veranstaltung", "Veranstaltungen", "Veranstaltungen", "eine Veranstaltung", "einer Veranstaltung")
PARTICIPANT = Noun("Teilnehmer", "Teilnehmer", "Teilnehmern", "einen Teilnehmer", "einem Teilnehmer")
ORGANISATION = Noun("Organisation", "Organisationen", "Organisationen", "eine Organisation", "einer Organisation")


def printed(figure: Figure) -> str:
    """Return a figure as captions print it, in digits, linked to where it comes from."""
    shown = number(figure.value) if isinstance(figure.value, (int, Decimal)) else UNKNOWN
    bound = "mindestens " if figure.at_least else "etwa " if figure.approximate else ""
    return mark(figure.key, bound + shown)


def n(shown: str) -> str:
    """Return „n = 140“, which no line breaks."""
    return f"n{NO_BREAK}={NO_BREAK}{shown}"


def listed(parts: Sequence[str]) -> str:
    """Return „a“, „a und b“, „a, b und c“."""
    return " und ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def month(day: date) -> str:
    """Return „März 2017“."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def quoted(text: str) -> str:
    """Return the text in German quotation marks, quotation marks within it as inner ones."""
    return f"„{text.replace('„', '‚').replace('“', '‘')}“"
