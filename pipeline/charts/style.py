"""What all charts of a report share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..base.settings import NumberStyle, Settings
from ..german.lexicon import Lexicon, lexicon
from ..german.quantities import number

WIDE, NARROW = 170.0, 126.0  # millimetres: across the page, and the text column


@dataclass(frozen=True)
class ChartStyle:
    """The accent, the wording, the words and the specifications with which a report's charts are drawn."""

    accent: str
    wording: NumberStyle
    words: Lexicon
    templates: Path | None = None

    def number(self, value: int) -> str:
        """Return a number as marks and alternatives print it."""
        return number(value, thousands_from=self.wording.tausenderpunkt_ab)


def chart_style(settings: Settings, templates: Path | None = None) -> ChartStyle:
    """Return the style that the settings ask for."""
    return ChartStyle(settings.bericht.farbe, settings.sprache, lexicon(settings.woerter), templates)
