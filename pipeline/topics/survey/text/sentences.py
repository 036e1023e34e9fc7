"""One true sentence per question of a survey, and what a reader has to know besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ....base.marks import plain
from ....german.enumerations import listing, shortened
from ..counting.counting import is_rest
from ..counting.numbers import Numbers
from ..counting.results import QuestionResult, Share, SurveyResult, cited
from .wording import SurveyWording

_CLEARLY_MORE = Decimal("0.2")  # so far ahead must one side of a scale be to be told without the other
_SHARES = ("zustimmung", "sonst", "ja_nein")
_NEAR = Decimal("0.05")  # shares that are nearer to each other tell no first and no last
_NAMED = 3  # so many questions are named where answers are missing
_SOFTENED = ("eher", "überwiegend", "teilweise", "weitgehend", "ziemlich", "somewhat", "rather", "partially", "partly")


@dataclass(frozen=True)
class SurveyWriter(Numbers):
    """What sentences are made of: the figures and how numbers are printed, the wording, and how many are too few."""

    wording: SurveyWording
    smallest: int

    def say(self, name: str, /, **words: str) -> str:
        """Return the sentence called `name`."""
        return self.wording.say(name, **words)

    def share(self, share: Share, n: str) -> str:
        """Return „72 % (43 von 60)“, or „4 von 7“ where n is too small for a percentage."""
        of = f"{self.printed(share.count)} von {self.printed(n)}"
        return f"{self.printed(share.percent, unit='%')} ({of})" if share.percent else of

    def portion(self, share: Share, result: QuestionResult) -> Decimal:
        """Return which part of those who answered a share is, not rounded."""
        return self.value(share.count) / result.size


def headline(survey: SurveyResult, teller: SurveyWriter) -> str:
    """Return the answer to the question that sums a survey up: how content people are, else the first scale."""
    alone = (block.results[0] for block in survey.blocks if len(block.results) == 1)
    rated = [one for one in alone if one.top and one.top.percent]
    rated.sort(key=lambda one: one.question.scale != "zufriedenheit")
    if not rated or not rated[0].top:
        return ""
    words = {
        "frage": cited(rated[0].question.text),
        "anteil": teller.share(rated[0].top, rated[0].n),
        "stufen": _steps(rated[0]),
    }
    return teller.say("kurz.befund", **words, **_other_side(rated[0], teller))


def _other_side(result: QuestionResult, teller: SurveyWriter) -> dict[str, str]:
    """Return the share of those at the other end of the scale, where they are about as many or more."""
    top, bottom = result.top, result.bottom
    if top is None or bottom is None or not result.bottom_labels:
        return {}
    if teller.portion(top, result) - teller.portion(bottom, result) >= _CLEARLY_MORE:
        return {}
    labels = listing([cited(label) for label in result.bottom_labels], last="oder")
    one = teller.value(bottom.percent or bottom.count) == 1
    said = teller.wording.form("stufen.sonst", int(one), {"stufen": labels})
    return {"gegenanteil": teller.share(bottom, result.n), "gegenstufen": labels, "gegenaussage": said}


def findings(shown: Sequence[QuestionResult], teller: SurveyWriter) -> list[str]:
    """Return what a block of questions found, in one sentence or two."""
    if len(shown) > 1:
        return [text for text in (_battery(shown, teller),) if text]
    return [text for one in shown for text in (_FINDINGS[one.question.kind](one, teller),) if text]


def besides(shown: Sequence[QuestionResult], survey: SurveyResult, teller: SurveyWriter) -> Iterator[str]:
    """Yield what was answered before, what piled up, and where answers are missing."""
    if len(shown) == 1:
        yield from filter(None, [_before(shown[0], survey, teller)])
    for one in shown:
        if one.piled and len(shown) == 1:
            value = one.piled.label.removeprefix("genau ")
            yield teller.say("saetze.gehaeuft", wert=value, anteil=teller.share(one.piled, one.n))
    lacking = [one for one in shown if one.missing]
    if lacking and len(shown) > 1:
        if len(lacking) <= _NAMED:
            yield teller.say("saetze.ohne_antwort_bei", fragen=listing([cited(one.question.text) for one in lacking]))
        else:
            yield teller.say(f"saetze.ohne_antwort_bei_{'allen' if len(lacking) == len(shown) else 'vielen'}")
    elif lacking and lacking[0].missing:
        yield teller.say("saetze.ohne_antwort", anteil=teller.share(lacking[0].missing, survey.answers))


def _before(one: QuestionResult, survey: SurveyResult, teller: SurveyWriter) -> str:
    """Return what the survey before found for the same question."""
    then = one.earlier
    if then is None:
        return ""
    year = {"jahr": survey.earlier} if survey.earlier else {}
    if one.question.kind == "note" and then.mean:
        return teller.say("saetze.frueher_note", frueher=teller.printed(then.mean), **year)
    if then.spread:
        return teller.say("saetze.frueher_zahl", frueher=teller.printed(then.spread.median), **year)
    share = then.top
    if share is None and one.shares:
        most = _most(one, teller)
        share = next((s for s in then.shares if len(most) == 1 and s.label == most[0].label), None)
    two_sided = {"stufen": _steps(one)} if _other_side(one, teller) else {}
    return teller.say("saetze.frueher", frueher=teller.share(share, then.n), **year, **two_sided) if share else ""


# --- batteries ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Entry:
    """One statement of a battery: by what it is compared, what it is called and what is printed of it."""

    value: Decimal
    name: str
    printed: str


def _battery(shown: Sequence[QuestionResult], teller: SurveyWriter) -> str:
    told = [one for one in shown if not is_rest(one.question.text)]
    told = told if len(told) > 1 else list(shown)
    return _BATTERIES[told[0].question.kind](told, teller) if told[0].question.kind in _BATTERIES else ""


def _compared(kind: str, entries: Sequence[_Entry], teller: SurveyWriter, **words: str) -> str:
    """Return which statements lead and which come last; those that are level are named together."""
    if not entries:
        return ""
    most, least = max(entry.value for entry in entries), min(entry.value for entry in entries)
    if most == least:
        return teller.say(f"saetze.gleich_{kind}", **_of(entries), **words)
    if kind in _SHARES and most - least < _NEAR:
        low, high = (min(entries, key=_value), max(entries, key=_value))
        return teller.say(f"saetze.nah_{kind}", unten=low.printed, oben=high.printed, **words)
    ends = {"vorn": [e for e in entries if e.value == most], "hinten": [e for e in entries if e.value == least]}
    return " ".join(teller.say(f"saetze.{place}_{kind}", **_of(level), **words) for place, level in ends.items())


def _value(entry: _Entry) -> Decimal:
    return entry.value


def _of(level: Sequence[_Entry]) -> dict[str, str]:
    """Return the names of level statements, and their number where it is printed alike for all."""
    names = [cited(entry.name) for entry in level]
    named = {"name": names[0]} if len(names) == 1 else {"namen": shortened(names, _NAMED)}
    alike = len({plain(entry.printed) for entry in level}) == 1
    return {**named, "wert": level[0].printed} if alike else named


def _rated(shown: Sequence[QuestionResult], teller: SurveyWriter) -> str:
    rated = [(one, one.top) for one in shown if one.top]
    if not rated:
        return ""
    entries = [_Entry(teller.portion(top, one), one.question.text, teller.share(top, one.n)) for one, top in rated]
    best, share = max(rated, key=lambda pair: teller.portion(pair[1], pair[0]))
    kind = "zustimmung" if best.question.scale == "zustimmung" else "sonst"
    return _compared(kind, entries, teller, aussage=_statement(best, teller, share))


def _numbers(shown: Sequence[QuestionResult], teller: SurveyWriter) -> str:
    keys = [(one.question.text, one.spread.median) for one in shown if one.spread]
    return _compared("zahl", [_Entry(teller.value(k), name, teller.printed(k)) for name, k in keys], teller)


def _grades(shown: Sequence[QuestionResult], teller: SurveyWriter) -> str:
    keys = [(one.question.text, one.mean) for one in shown if one.mean]
    return _compared("note", [_Entry(-teller.value(k), name, teller.printed(k)) for name, k in keys], teller)


def _yes_or_no(shown: Sequence[QuestionResult], teller: SurveyWriter) -> str:
    label = shown[0].shares[0].label
    found = [(one, share) for one in shown for share in one.shares if share.label == label]
    entries = [_Entry(teller.portion(s, one), one.question.text, teller.share(s, one.n)) for one, s in found]
    return _compared("ja_nein", entries, teller, antwort=cited(label))


_BATTERIES: Mapping[str, Callable[[Sequence[QuestionResult], SurveyWriter], str]] = {
    "zustimmung": _rated,
    "zahl": _numbers,
    "note": _grades,
    "ja-nein": _yes_or_no,
}


# --- single questions --------------------------------------------------------------------------------


def _steps(result: QuestionResult) -> str:
    return listing([cited(label) for label in result.top_labels], last="oder")


def _statement(result: QuestionResult, teller: SurveyWriter, top: Share) -> str:
    """Return what those who chose the best steps do: „72 % stimmen (eher) zu“, „1 von 5 stimmt (eher) zu“."""
    one = teller.value(top.percent or top.count) == 1
    known = f"stufen.{result.question.scale}"
    name = known if known in teller.wording.sentences and len(result.top_labels) > 1 else "stufen.sonst"
    softened = any(word in label.casefold() for label in result.top_labels for word in _SOFTENED)
    eher = "(eher) " if softened else ""
    return teller.wording.form(name, int(one), {"eher": eher, "stufen": _steps(result)})


def _scale(result: QuestionResult, teller: SurveyWriter) -> str:
    if not result.top:
        return ""
    statement = _statement(result, teller, result.top)
    words = {"anteil": teller.share(result.top, result.n), "aussage": statement}
    return teller.say("saetze.skala", **words, **_other_side(result, teller))


def _grade(result: QuestionResult, teller: SurveyWriter) -> str:
    if not (result.top and result.mean):
        return ""
    return teller.say("saetze.note", mittel=teller.printed(result.mean), anteil=teller.share(result.top, result.n))


def _most(result: QuestionResult, teller: SurveyWriter) -> list[Share]:
    """Return the answers that were given most often."""
    most = max(teller.value(share.count) for share in result.shares)
    return [share for share in result.shares if teller.value(share.count) == most]


def _choice(result: QuestionResult, teller: SurveyWriter) -> str:
    if not result.shares:
        return ""
    name = {"mehrfach": "saetze.mehrfach", "datum": "saetze.datum"}.get(result.question.kind, "saetze.auswahl")
    first = _most(result, teller)
    if name == "saetze.datum" and "–" in first[0].label:
        name = "saetze.jahre"
    labels = [share.label if result.question.kind == "datum" else cited(share.label) for share in first]
    named = {"antwort": labels[0]} if len(labels) == 1 else {"antworten": listing(labels)}
    return teller.say(name, anteil=teller.share(first[0], result.n), **named)


def _rank(result: QuestionResult, teller: SurveyWriter) -> str:
    if not result.ranks:
        return ""
    best = result.ranks[0]
    level = [cited(rank.label) for rank in result.ranks if teller.value(rank.mean) == teller.value(best.mean)]
    if len(level) > 1:
        return teller.say("saetze.rang", antworten=shortened(level, _NAMED), mittel=teller.printed(best.mean))
    share = teller.share(best.first, result.n)
    return teller.say("saetze.rang", antwort=level[0], mittel=teller.printed(best.mean), anteil=share)


def _number(result: QuestionResult, teller: SurveyWriter) -> str:
    if not result.spread:
        return ""
    low, middle, high = (
        teller.printed(key) for key in (result.spread.lower, result.spread.median, result.spread.upper)
    )
    return teller.say("saetze.zahl", unten=low, mitte=middle, oben=high)


def _open(result: QuestionResult, teller: SurveyWriter) -> str:
    return teller.say("saetze.offen" if result.quotes else "saetze.offen_ohne_zitat", anzahl=teller.printed(result.n))


_FINDINGS: Mapping[str, Callable[[QuestionResult, SurveyWriter], str]] = {
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
