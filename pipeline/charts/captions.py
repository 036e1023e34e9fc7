"""What captions say: printed figures with their noun, and the names of things."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..base.figures import Figure
from ..base.marks import mark
from ..base.settings import NumberStyle
from ..german.calendar import MONTHS
from ..german.grammar import Case, Gender, article
from ..german.quantities import NO_BREAK, stated


@dataclass(frozen=True)
class CountedNoun:
    """What is counted: „Veranstaltung“, its gender, „Veranstaltungen“, and that after „mit“."""

    one: str
    gender: Gender
    many: str
    after_with: str

    def counted(self, figure: Figure, wording: NumberStyle) -> str:
        """Return „1 Veranstaltung“ or „12 Veranstaltungen“."""
        return f"{printed(figure, wording)} {self.one if figure.value == 1 else self.many}"

    def than(self, figure: Figure, wording: NumberStyle) -> str:
        """Return „eine Veranstaltung“ or „12 Veranstaltungen“, the object after „mehr als“."""
        if figure.value != 1:
            return self.counted(figure, wording)
        return f"{mark(figure.key, article('ein', self.gender, Case.ACC))} {self.one}"

    def with_it(self, figure: Figure, wording: NumberStyle) -> str:
        """Return „einer Veranstaltung“ or „12 Veranstaltungen“, as after „mit“."""
        if figure.value != 1 or figure.at_least or figure.approximate:
            return f"{printed(figure, wording)} {self.after_with}"
        return f"{mark(figure.key, article('ein', self.gender, Case.DAT))} {self.one}"


def printed(figure: Figure, wording: NumberStyle) -> str:
    """Return a figure as captions print it, in digits, linked to where it comes from."""
    return mark(figure.key, stated(figure, wording, words=False))


def n(shown: str) -> str:
    """Return „n = 140“, which no line breaks."""
    return f"n{NO_BREAK}={NO_BREAK}{shown}"


def month(day: date) -> str:
    """Return „März 2017“."""
    return f"{MONTHS[day.month - 1]} {day.year}"
