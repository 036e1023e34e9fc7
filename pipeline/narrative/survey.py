"""The chapter of one survey: how it was asked, and one true sentence per question."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from ..german.enumerations import listing
from ..german.orthography import quote, sentence
from ..german.periods import day
from ..german.quantities import NO_BREAK, number
from ..ingest.records import Survey
from ..settings import Settings
from ..statistics.figures import Figure
from ..statistics.printed import Run, mark, runs
from ..statistics.survey import Block, QuestionResult, Share, SurveyResult
from .chapter import Chapter, Paragraph, Section

_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@dataclass(frozen=True)
class _Words:
    """What sentences are made of: the wording, the figures, and how numbers are printed."""

    wording: Mapping[str, Any]
    figures: Mapping[str, Figure]
    thousands_from: int
    smallest: int

    def figure(self, key: str, *, unit: str = "") -> str:
        """Return a figure in digits, marked as printed."""
        value = self.figures[key].value
        assert isinstance(value, int | Decimal)  # noqa: S101 - surveys count nothing else
        shown = number(value, thousands_from=self.thousands_from) + (f"{NO_BREAK}{unit}" if unit else "")
        return mark(key, shown)

    def value(self, key: str) -> Decimal:
        """Return the number that a figure holds."""
        return Decimal(self.figures[key].value)  # type: ignore[arg-type]

    def share(self, share: Share, n: str) -> str:
        """Return „72 % (43 von 60)“, or „4 von 7“ where n is too small for a percentage."""
        of = f"{self.figure(share.count)} von {self.figure(n)}"
        return f"{self.figure(share.percent, unit='%')} ({of})" if share.percent else of

    def say(self, name: str, **words: str) -> str:
        """Return the first sentence under `name` whose needs are met."""
        for pattern in self.wording["saetze"][name]:
            try:
                return sentence(pattern.format_map(words))
            except KeyError:
                continue
        raise KeyError(name)


@cache
def _wording(templates: Path) -> Mapping[str, Any]:
    return tomllib.loads((templates / "sentences" / "umfrage.toml").read_text(encoding="utf-8"))


def write_survey(
    survey: Survey,
    result: SurveyResult,
    figures: Mapping[str, Figure],
    settings: Settings,
    templates: Path = _TEMPLATES,
) -> Chapter:
    """Return the chapter of a survey: a section `methode`, then one section per block, named by its key."""
    words = _Words(_wording(templates), figures, settings.sprache.tausenderpunkt_ab, settings.umfrage.kleinste_gruppe)
    sections = [Section("methode", "So wurde gefragt", _method(survey, result, words))]
    sections += [_block(block, words) for block in result.blocks]
    glance = tuple(key for key in (result.answers, result.complete, result.response) if key)
    return Chapter(result.key.removeprefix("umfrage."), "umfrage", survey.title, tuple(sections), None, glance)


def _method(survey: Survey, result: SurveyResult, words: _Words) -> tuple[Paragraph, ...]:
    terms = words.wording["methode"]
    unknown = terms["unbekannt"]
    answers = words.figure(result.answers)
    if result.partial:
        answers += f", davon {words.figure(result.complete)} vollständig und {words.figure(result.partial)} teilweise"
    response = unknown
    if result.response and result.invited:
        response = f"{words.figure(result.response, unit='%')} von {words.figure(result.invited)} Eingeladenen"
    said = (
        ("befragt_von", survey.asked_by or unknown),
        ("befragte", survey.universe or unknown),
        ("weg", survey.mode or unknown),
        ("zeitraum", _period(survey) or unknown),
        ("antworten", answers),
        ("ruecklauf", response),
    )
    listed = [Paragraph((Run(f"{terms[term]}: ", style="strong"), *runs(text)), "punkt") for term, text in said]
    return (*listed, *(Paragraph(runs(text)) for text in terms["hinweise"]))


def _period(survey: Survey) -> str:
    days = [day(when) for when in (survey.start, survey.end) if when]
    if survey.start and survey.end and survey.start.year == survey.end.year:
        days[0] = day(survey.start).removesuffix(f" {survey.start.year}")
    return " bis ".join(days) if len(days) == 2 else "".join(days)


def _block(block: Block, words: _Words) -> Section:
    """Return the section of one block: its finding, then what a reader has to know besides."""
    shown = [result for result in block.results if result.detail]
    sentences: list[str] = []
    if not shown:
        sentences.append(words.say("zu_wenige", grenze=str(words.smallest)))
    elif len(shown) > 1:
        sentences += _battery(shown, words)
    else:
        sentences += _FINDINGS[block.kind](shown[0], words)
    for result in shown:
        sentences += _besides(result, words, named=len(block.results) > 1)
    paragraphs = [Paragraph(runs(" ".join(sentences)))]
    paragraphs += [Paragraph(runs(quote(text)), "punkt") for result in shown for text in result.quotes]
    return Section(block.key, block.title, tuple(paragraphs))


def _besides(result: QuestionResult, words: _Words, *, named: bool) -> list[str]:
    found = []
    if result.missing and not named:
        found.append(words.say("ohne_antwort", anteil=_missing(result, words)))
    if result.piled:
        value = result.piled.label.removeprefix("genau ")
        found.append(words.say("gehaeuft", anteil=words.share(result.piled, result.n), wert=value))
    return found


def _missing(result: QuestionResult, words: _Words) -> str:
    missing = result.missing
    assert missing  # noqa: S101 - the caller looked
    count = words.figure(missing.count)
    return (
        f"{words.figure(missing.percent, unit='%')} der Befragten ({count})"
        if missing.percent
        else f"{count} Befragten"
    )


def _statement(result: QuestionResult, words: _Words, number_of: Decimal) -> str:
    """Return what those who chose the best steps do: „stimmen (eher) zu“."""
    said = words.wording["stufen"].get(result.question.scale) or words.wording["stufen"]["sonst"]
    labels = listing([quote(label) for label in result.top_labels], last="oder")
    return str(said[number_of == 1]).format(stufen=labels)


def _battery(results: Sequence[QuestionResult], words: _Words) -> list[str]:
    """Return the best and the weakest statement of a battery."""
    rated = [result for result in results if result.top]
    if not rated:
        return [text for result in results for text in _FINDINGS[result.question.kind](result, words)]
    ordered = sorted(rated, key=lambda result: -_portion(result, words))
    best, weakest = ordered[0], ordered[-1]
    assert best.top  # noqa: S101 - only rated ones are here
    assert weakest.top  # noqa: S101
    share = words.share(best.top, best.n)
    statement = _statement(best, words, words.value(best.top.count))
    if _portion(best, words) == _portion(weakest, words):
        return [words.say("batterie_gleich", bester_anteil=share, aussage=statement)]
    return [
        words.say(
            "batterie",
            beste=quote(best.question.text),
            bester_anteil=share,
            aussage=statement,
            schwaechste=quote(weakest.question.text),
            schwaechster_anteil=words.share(weakest.top, weakest.n),
        )
    ]


def _portion(result: QuestionResult, words: _Words) -> Decimal:
    assert result.top  # noqa: S101 - only rated ones are asked
    return words.value(result.top.count) / result.size


def _scale(result: QuestionResult, words: _Words) -> list[str]:
    if not result.top:
        return []
    statement = _statement(result, words, words.value(result.top.count))
    return [words.say("skala", anteil=words.share(result.top, result.n), aussage=statement)]


def _grade(result: QuestionResult, words: _Words) -> list[str]:
    if not (result.top and result.mean):
        return []
    return [words.say("note", mittel=words.figure(result.mean), anteil=words.share(result.top, result.n))]


def _most(result: QuestionResult, words: _Words) -> list[Share]:
    """Return the answers that were given most often."""
    most = max(words.value(share.count) for share in result.shares)
    return [share for share in result.shares if words.value(share.count) == most]


def _choice(result: QuestionResult, words: _Words) -> list[str]:
    name = "mehrfach" if result.question.kind == "mehrfach" else "auswahl"
    first = _most(result, words)
    share = words.share(first[0], result.n)
    if len(first) > 1:
        return [words.say("auswahl_gleich", antworten=listing([quote(s.label) for s in first]), anteil=share)]
    return [words.say(name, antwort=quote(first[0].label), anteil=share)]


def _rank(result: QuestionResult, words: _Words) -> list[str]:
    if not result.ranks:
        return []
    best = result.ranks[0]
    share = words.share(best.first, result.n)
    return [words.say("rang", antwort=quote(best.label), mittel=words.figure(best.mean), anteil=share)]


def _number(result: QuestionResult, words: _Words) -> list[str]:
    if not result.spread:
        return []
    spread = result.spread
    return [
        words.say(
            "zahl",
            unten=words.figure(spread.lower),
            oben=words.figure(spread.upper),
            mitte=words.figure(spread.median),
        )
    ]


def _open(result: QuestionResult, words: _Words) -> list[str]:
    name = "offen" if result.quotes else "offen_ohne_zitat"
    return [words.say(name, n=words.figure(result.n))]


_FINDINGS: Mapping[str, Callable[[QuestionResult, _Words], list[str]]] = {
    "zustimmung": _scale,
    "note": _grade,
    "ja-nein": _choice,
    "einfach": _choice,
    "mehrfach": _choice,
    "rang": _rank,
    "zahl": _number,
    "datum": _choice,
    "offen": _open,
}
