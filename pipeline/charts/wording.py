"""What captions say: nouns in the number they need, and lists of two or three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..german.periods import MONTHS
from ..german.quantities import in_figures
from ..statistics.figures import Figure
from ..statistics.printed import mark


@dataclass(frozen=True)
class Noun:
    """What is counted: „Veranstaltung“, „Veranstaltungen“, and the plural after „mit“."""

    one: str
    many: str
    dative: str

    def after_mit(self, figure: Figure) -> str:
        """Return „1 Veranstaltung“ or „12 Teilnehmern“, the number printed as the figure it is."""
        return f"{printed(figure)} {self.one if figure.value == 1 else self.dative}"


MEETING = Noun("Treffen", "Treffen", "Treffen")
EVENT = Noun("Veranstaltung", "Veranstaltungen", "Veranstaltungen")
PARTICIPANT = Noun("Teilnehmer", "Teilnehmer", "Teilnehmern")
ORGANISATION = Noun("Organisation", "Organisationen", "Organisationen")


def printed(figure: Figure) -> str:
    """Return a figure as captions print it, in digits, linked to where it comes from."""
    return mark(figure.key, in_figures(figure))


def listed(parts: Sequence[str]) -> str:
    """Return „a“, „a und b“, „a, b und c“."""
    return " und ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def month(day: date) -> str:
    """Return „März 2017“."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def quoted(text: str) -> str:
    """Return the text in German quotation marks, quotation marks within it as inner ones."""
    return f"„{text.replace('„', '‚').replace('“', '‘')}“"
