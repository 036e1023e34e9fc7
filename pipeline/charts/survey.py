"""Charts of a survey: for each block of questions the picture that fits it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ..german.quantities import NO_BREAK, number
from ..settings import Settings
from ..statistics.figures import Figure
from ..statistics.printed import mark, plain
from ..statistics.survey import Block, QuestionResult, Share, SurveyResult
from .chart import Chart
from .engine import draw
from .labels import width, wrapped
from .palette import diverging, on, palette

_WIDTH = 160.0  # millimetres
_LABELS = 165.0  # points for the labels at the left
_ROW, _HEAD = 9.2, 8.0  # millimetres of a row of bars and of the legend
_FITS = 7  # per cent of the width that a number needs inside its bar


def draw_survey(
    result: SurveyResult, figures: Mapping[str, Figure], settings: Settings, templates: Path | None = None
) -> tuple[Chart, ...]:
    """Return the charts of a survey, keys ``umfrage.<kurz>.<block>``; nothing for open texts and too few answers."""
    pen = _Pen(result, figures, settings.bericht.farbe, settings.sprache.tausenderpunkt_ab, templates)
    charts = (pen.chart(block) for block in result.blocks)
    return tuple(chart for chart in charts if chart)


@dataclass(frozen=True)
class _Pen:
    survey: SurveyResult
    figures: Mapping[str, Figure]
    accent: str
    thousands_from: int
    templates: Path | None

    def chart(self, block: Block) -> Chart | None:
        """Return the chart of one block, or None if there is nothing to draw."""
        shown = [result for result in block.results if result.detail]
        if not shown or block.kind == "offen":
            return None
        if block.kind == "zustimmung":
            return self._agreement(block, shown)
        return self._bars(block, shown[0]) if len(shown) == 1 and shown[0].shares else None

    def value(self, key: str) -> Decimal:
        return Decimal(self.figures[key].value)  # type: ignore[arg-type]

    def n(self, key: str) -> str:
        return mark(key, number(self.value(key), thousands_from=self.thousands_from))

    def shown(self, share: Share) -> str:
        """Return a share as the chart prints it: „72 %“, „72 % (9)“ below n = 20, „4“ below n = 10."""
        count = number(self.value(share.count), thousands_from=self.thousands_from)
        if share.percent is None:
            return count
        percent = f"{number(self.value(share.percent))}{NO_BREAK}%"
        return percent

    def _agreement(self, block: Block, shown: Sequence[QuestionResult]) -> Chart:
        options = shown[0].question.options
        colours = self._colours(shown[0])
        parts: list[dict[str, object]] = []
        numbers: list[dict[str, object]] = []
        left = right = 0.0
        rows = [self._row(place, result) for place, result in enumerate(shown)]
        ends = []
        for row, result in zip(rows, shown, strict=True):
            on_scale = [share for share in result.shares if share.role != "daneben"]
            sizes = [float(100 * self.value(share.count) / result.size) for share in on_scale]
            start = -sum(
                size * (0.5 if share.role == "neutral" else 1)
                for size, share in zip(sizes, on_scale, strict=True)
                if share.role in ("negativ", "neutral")
            )
            left = min(left, start)
            for size, share, colour in zip(sizes, on_scale, colours, strict=True):
                parts.append({"zeile": row, "von": start, "bis": start + size, "stufe": share.label})
                if size >= _FITS:
                    text = self._inside(share)
                    numbers.append({"zeile": row, "stelle": start + size / 2, "text": text, "farbe": on(colour)})
                start += size
            right = max(right, start)
            ends.append(result)
        beside = any(share.role == "daneben" for result in shown for share in result.shares)
        room = (right - left) * 0.10
        far = right + room * (2.2 if beside else 1)
        notes: list[dict[str, object]] = []
        for row, result in zip(rows, shown, strict=True):
            notes.append({"zeile": row, "stelle": right + room, "text": f"n = {number(self.value(result.n))}"})
        height = _HEAD * (2 if len(options) > 4 else 1) + _ROW * len(rows)
        columns = 3 if sum(width(option) + 26 for option in options) > 280 else len(options)
        alternative = self._told(block, shown)
        svg = draw(
            "umfrage-zustimmung",
            {"teile": parts, "mitte": [{"stelle": 0}], "zahlen": numbers, "daneben": notes},
            accent=self.accent,
            width=_WIDTH,
            height=height,
            alternative=_short(alternative),
            templates=self.templates,
            zeilen=rows,
            spalte=_LABELS,
            links=left,
            rechts=far,
            stufen=list(options),
            farben=list(colours),
            spalten=columns,
        )
        return Chart(
            key=f"{self.survey.key}.{block.key}",
            finding=block.title or "Zustimmung zu den Aussagen",
            shows=f"Anteile der Antworten in Prozent. Quelle: {self.survey.title}.",
            alternative=alternative,
            svg=svg,
            width=_WIDTH,
        )

    def _colours(self, result: QuestionResult) -> tuple[str, ...]:
        """Return a colour for each step; the grey middle belongs to a neutral step only."""
        roles = [share.role for share in result.shares if share.role != "daneben"]
        negative, positive = roles.count("negativ"), roles.count("positiv")
        side = max(negative, positive)
        palette_of = diverging(self.accent, 2 * side + 1)
        found = list(palette_of[:negative]) if negative == side else list(palette_of[:side][-negative:])
        found += [palette_of[side]] * roles.count("neutral")
        return (*found, *(palette_of[-positive:] if positive == side else palette_of[side + 1 :][:positive]))

    def _inside(self, share: Share) -> str:
        key = share.percent or share.count
        return number(self.value(key))

    def _row(self, place: int, result: QuestionResult) -> str:
        return f"{place}|{wrapped(result.question.text, _LABELS - 12, lines=3)}"

    def _bars(self, block: Block, result: QuestionResult) -> Chart:
        shares = [share for share in result.shares if share.role != "daneben"]
        if result.question.kind in ("einfach", "mehrfach"):
            shares.sort(key=lambda share: -self.value(share.count))
        colours = palette(self.accent)
        bars = [
            {
                "zeile": f"{place}|{wrapped(share.label, _LABELS - 12)}",
                "wert": float(self.value(share.count)),
                "text": self.shown(share),
                "farbe": colours.accent,
            }
            for place, share in enumerate(shares)
        ]
        alternative = self._told(block, [result])
        svg = draw(
            "umfrage-balken",
            {"balken": bars},
            accent=self.accent,
            width=_WIDTH,
            height=4 + 7.0 * len(bars),
            alternative=_short(alternative),
            templates=self.templates,
            zeilen=[bar["zeile"] for bar in bars],
            spalte=_LABELS,
            hoechstwert=max(float(result.size), 1.0) * 1.12,
        )
        several = " Mehrfachnennungen möglich." if result.question.kind == "mehrfach" else ""
        return Chart(
            key=f"{self.survey.key}.{block.key}",
            finding=block.title,
            shows=f"n = {self.n(result.n)}.{several} Quelle: {self.survey.title}.",
            alternative=alternative,
            svg=svg,
            width=_WIDTH,
        )

    def _told(self, block: Block, shown: Sequence[QuestionResult]) -> str:
        """Return what the chart shows in words, number by number."""
        lines = []
        for result in shown:
            parts = ", ".join(f"{share.label} {self.shown(share)}" for share in result.shares)
            lines.append(f"{result.question.text} (n = {number(self.value(result.n))}): {parts}.")
        return plain(" ".join(lines))


def _short(text: str, length: int = 180) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
