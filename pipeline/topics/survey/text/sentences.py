"""One true sentence per question of a survey, and what a reader has to know besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ....base.marks import plain
from ....base.settings import NumberStyle
from ....german.enumerations import listing, shortened
from ....german.organisations import UnsayableError
from ....german.orthography import fixed_spaces, sentence
from ....narrative.template_language import PatternRenderer
from ..counting.counting import in_order
from ..counting.numbers import Numbers
from ..counting.results import QuestionBlock, QuestionResult, Share, SurveyResult, cited
from ..reading.free_text import is_rest
from .wording import Answers, SurveyWording

_CLEARLY_MORE = Decimal("0.2")  # so far ahead must one side of a scale be to stand without the other
_SHARES = ("zustimmung", "sonst", "ja_nein")
_NEAR = Decimal("0.05")  # shares that are nearer to each other have no first and no last
_GROUPS_NAMED = 6  # so many groups of people are named in one line; a table has them all
_NAMED = 3  # so many questions are named where answers are missing
_SOFTENED = ("eher", "überwiegend", "teilweise", "weitgehend", "ziemlich", "somewhat", "rather", "partially", "partly")


@dataclass(frozen=True)
class SurveyWriter(Numbers):
    """What sentences are made of: the figures and how numbers are printed, the wording, and how many are too few."""

    style: NumberStyle
    renderer: PatternRenderer
    wording: SurveyWording
    smallest: int

    def part(self, name: str, /, **values: str | Answers) -> str:
        """Return the first text under `name` that can be said with these values, "" if there is none."""
        for text, names in self.wording.get(name, ()):
            if names <= values.keys():
                try:
                    return fixed_spaces(self.renderer.render(text, values))
                except UnsayableError:
                    continue
        return ""

    def form(self, name: str, place: int, **values: str) -> str:
        """Return the part of a sentence under `name` that stands at `place`, the last if there are fewer."""
        texts = [text for text, _ in self.wording.get(name, ())]
        return fixed_spaces(self.renderer.render(texts[: place + 1][-1], values)) if texts else ""

    def say(self, name: str, /, **values: str | Answers) -> str:
        """Return the sentence called `name`."""
        return sentence(self.part(name, **values))

    def answers(self, key: str) -> Answers:
        """Return a figure that counts people, which a sentence may put into any form of a number."""
        return Answers(self.figures[key], self.style)

    def share(self, share: Share, n: str) -> str:
        """Return „72 % (43 von 60)“, or „4 von 7“ where n is too small for a percentage."""
        of = f"{self.printed(share.count)} von {self.printed(n)}"
        return f"{self.printed(share.percent, unit='%')} ({of})" if share.percent else of

    def portion(self, share: Share, result: QuestionResult) -> Decimal:
        """Return which part of those who answered a share is, not rounded."""
        return self.value(share.count) / result.size


def headline(blocks: Sequence[QuestionBlock], writer: SurveyWriter) -> str:
    """Return the finding that sums a survey up: how content people are, else where answers agree most clearly."""
    alone = [block.results[0] for block in blocks if len(block.results) == 1]
    clear = [(one, lead) for one in alone if (lead := _lead(one, writer)) and lead[0].percent]
    if not clear:
        batteries = (text for block in blocks if len(block.results) > 1 for text in findings(block.results, writer))
        return next(batteries, next(_halves(alone, writer), ""))
    one, (share, _) = max(clear, key=lambda pair: (pair[0].question.scale == "zufriedenheit", pair[1][1]))
    words = {
        "frage": cited(one.question.text),
        "anteil": writer.share(share, one.n),
        "stufen": _steps(one) if share is one.top else cited(share.label),
    }
    name = "kurz.genannt" if one.question.kind == "mehrfach" else "kurz.befund"
    return writer.say(name, **words, **_other_side(one, writer))


def _halves(alone: Sequence[QuestionResult], writer: SurveyWriter) -> Iterator[str]:
    """Yield of each question for a number what at least half of those who answered reach."""
    for one in alone:
        if one.spread:
            yield writer.say("kurz.zahl", frage=cited(one.question.text), mitte=writer.printed(one.spread.median))


def _lead(one: QuestionResult, writer: SurveyWriter) -> tuple[Share, Decimal] | None:
    """Return the answer that leads and by which part of all, None where none does or it says nothing."""
    if one.top and one.bottom and one.question.kind == "zustimmung":
        return one.top, abs(writer.portion(one.top, one) - writer.portion(one.bottom, one))
    if one.question.kind not in ("ja-nein", "einfach", "mehrfach") or len(one.shares) < 2:
        return None
    first, second = sorted(one.shares, key=lambda share: -writer.value(share.count))[:2]
    ahead = writer.portion(first, one) - writer.portion(second, one)
    says_nothing = is_rest(first.label) or first.label in one.question.beside
    return None if says_nothing or not ahead else (first, ahead)


def who(one: QuestionResult, writer: SurveyWriter) -> str:
    """Return what is known of those who answered, in one line: „hauptamtlich: 47 % (41 von 87); …“."""
    if one.spread:
        return _number(one, writer)
    shares = [share for share in in_order(one, writer.figures) if writer.value(share.count)]
    named = [f"{share.label}: {writer.share(share, one.n)}" for share in shares[:_GROUPS_NAMED]]
    return "; ".join(named) + ("; …" if len(shares) > _GROUPS_NAMED else "")


def _other_side(result: QuestionResult, writer: SurveyWriter) -> dict[str, str]:
    """Return the share of those at the other end of the scale, where they are about as many or more."""
    top, bottom = result.top, result.bottom
    if top is None or bottom is None or not result.bottom_labels:
        return {}
    if writer.portion(top, result) - writer.portion(bottom, result) >= _CLEARLY_MORE:
        return {}
    labels = listing([cited(label) for label in result.bottom_labels], last="oder")
    one = writer.value(bottom.percent or bottom.count) == 1
    statement = writer.form("stufen.sonst", int(one), stufen=labels)
    return {"gegenanteil": writer.share(bottom, result.n), "gegenstufen": labels, "gegenaussage": statement}


def findings(shown: Sequence[QuestionResult], writer: SurveyWriter) -> list[str]:
    """Return what a block of questions found, in one sentence or two."""
    if len(shown) > 1:
        return [text for text in (_battery(shown, writer),) if text]
    return [text for one in shown for text in (_FINDINGS[one.question.kind](one, writer),) if text]


def besides(shown: Sequence[QuestionResult], survey: SurveyResult, writer: SurveyWriter) -> Iterator[str]:
    """Yield what was answered before, what piled up, and where answers are missing."""
    if len(shown) == 1:
        yield from filter(None, [_before(shown[0], survey, writer)])
    for one in shown:
        if one.piled and len(shown) == 1:
            value = one.piled.label.removeprefix("genau ")
            yield writer.say("saetze.gehaeuft", wert=value, anteil=writer.share(one.piled, one.n))
    lacking = [one for one in shown if one.missing]
    if lacking and len(shown) > 1:
        if len(lacking) <= _NAMED:
            yield writer.say("saetze.ohne_antwort_bei", fragen=listing([cited(one.question.text) for one in lacking]))
        else:
            yield writer.say(f"saetze.ohne_antwort_bei_{'allen' if len(lacking) == len(shown) else 'vielen'}")
    elif lacking and lacking[0].missing:
        yield writer.say("saetze.ohne_antwort", anteil=writer.share(lacking[0].missing, survey.answers))


def _before(one: QuestionResult, survey: SurveyResult, writer: SurveyWriter) -> str:
    """Return what the survey before found for the same question."""
    then = one.earlier
    if then is None:
        return ""
    year = {"jahr": survey.earlier} if survey.earlier else {}
    if one.question.kind == "note" and then.mean:
        return writer.say("saetze.frueher_note", frueher=writer.printed(then.mean), **year)
    if then.spread:
        return writer.say("saetze.frueher_zahl", frueher=writer.printed(then.spread.median), **year)
    share = then.top
    if share is None and one.shares:
        most = _most(one, writer)
        share = next((s for s in then.shares if len(most) == 1 and s.label == most[0].label), None)
    two_sided = {"stufen": _steps(one)} if _other_side(one, writer) else {}
    return writer.say("saetze.frueher", frueher=writer.share(share, then.n), **year, **two_sided) if share else ""


# --- batteries ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Entry:
    """One statement of a battery: by what it is compared, what it is called and what is printed of it."""

    value: Decimal
    name: str
    printed: str


def _battery(shown: Sequence[QuestionResult], writer: SurveyWriter) -> str:
    statements = [one for one in shown if not is_rest(one.question.text)]
    statements = statements if len(statements) > 1 else list(shown)
    compare = _BATTERIES.get(statements[0].question.kind)
    return compare(statements, writer) if compare else ""


def _compared(kind: str, entries: Sequence[_Entry], writer: SurveyWriter, **words: str) -> str:
    """Return which statements lead and which come last; those that are level are named together."""
    if not entries:
        return ""
    most, least = max(entry.value for entry in entries), min(entry.value for entry in entries)
    if most == least:
        return writer.say(f"saetze.gleich_{kind}", **_of(entries), **words)
    if kind in _SHARES and most - least < _NEAR:
        low, high = (min(entries, key=_value), max(entries, key=_value))
        return writer.say(f"saetze.nah_{kind}", unten=low.printed, oben=high.printed, **words)
    ends = {"vorn": [e for e in entries if e.value == most], "hinten": [e for e in entries if e.value == least]}
    return " ".join(writer.say(f"saetze.{place}_{kind}", **_of(level), **words) for place, level in ends.items())


def _value(entry: _Entry) -> Decimal:
    return entry.value


def _of(level: Sequence[_Entry]) -> dict[str, str]:
    """Return the names of level statements, and their number where it is printed alike for all."""
    names = [cited(entry.name) for entry in level]
    named = {"name": names[0]} if len(names) == 1 else {"namen": shortened(names, _NAMED)}
    alike = len({plain(entry.printed) for entry in level}) == 1
    return {**named, "wert": level[0].printed} if alike else named


def _rated(shown: Sequence[QuestionResult], writer: SurveyWriter) -> str:
    rated = [(one, one.top) for one in shown if one.top]
    if not rated:
        return ""
    entries = [_Entry(writer.portion(top, one), one.question.text, writer.share(top, one.n)) for one, top in rated]
    best, share = max(rated, key=lambda pair: writer.portion(pair[1], pair[0]))
    kind = "zustimmung" if best.question.scale == "zustimmung" else "sonst"
    return _compared(kind, entries, writer, aussage=_statement(best, writer, share))


def _numbers(shown: Sequence[QuestionResult], writer: SurveyWriter) -> str:
    keys = [(one.question.text, one.spread.median) for one in shown if one.spread]
    return _compared("zahl", [_Entry(writer.value(k), name, writer.printed(k)) for name, k in keys], writer)


def _grades(shown: Sequence[QuestionResult], writer: SurveyWriter) -> str:
    keys = [(one.question.text, one.mean) for one in shown if one.mean]
    return _compared("note", [_Entry(-writer.value(k), name, writer.printed(k)) for name, k in keys], writer)


def _yes_or_no(shown: Sequence[QuestionResult], writer: SurveyWriter) -> str:
    label = shown[0].shares[0].label
    answers = [(one, share) for one in shown for share in one.shares if share.label == label]
    entries = [_Entry(writer.portion(s, one), one.question.text, writer.share(s, one.n)) for one, s in answers]
    return _compared("ja_nein", entries, writer, antwort=cited(label))


_BATTERIES: Mapping[str, Callable[[Sequence[QuestionResult], SurveyWriter], str]] = {
    "zustimmung": _rated,
    "zahl": _numbers,
    "note": _grades,
    "ja-nein": _yes_or_no,
}


# --- single questions --------------------------------------------------------------------------------


def _steps(result: QuestionResult) -> str:
    return listing([cited(label) for label in result.top_labels], last="oder")


def _statement(result: QuestionResult, writer: SurveyWriter, top: Share) -> str:
    """Return what those who chose the best steps do: „72 % stimmen (eher) zu“, „1 von 5 stimmt (eher) zu“."""
    one = writer.value(top.percent or top.count) == 1
    known = f"stufen.{result.question.scale}"
    name = known if known in writer.wording and len(result.top_labels) > 1 else "stufen.sonst"
    softened = any(word in label.casefold() for label in result.top_labels for word in _SOFTENED)
    eher = "(eher) " if softened else ""
    return writer.form(name, int(one), eher=eher, stufen=_steps(result))


def _scale(result: QuestionResult, writer: SurveyWriter) -> str:
    if not result.top:
        return ""
    statement = _statement(result, writer, result.top)
    words = {"anteil": writer.share(result.top, result.n), "aussage": statement}
    return writer.say("saetze.skala", **words, **_other_side(result, writer))


def _grade(result: QuestionResult, writer: SurveyWriter) -> str:
    if not (result.top and result.mean):
        return ""
    return writer.say("saetze.note", mittel=writer.printed(result.mean), anteil=writer.share(result.top, result.n))


def _most(result: QuestionResult, writer: SurveyWriter) -> list[Share]:
    """Return the answers that were given most often."""
    most = max(writer.value(share.count) for share in result.shares)
    return [share for share in result.shares if writer.value(share.count) == most]


def _choice(result: QuestionResult, writer: SurveyWriter) -> str:
    if not result.shares:
        return ""
    name = {"mehrfach": "saetze.mehrfach", "datum": "saetze.datum"}.get(result.question.kind, "saetze.auswahl")
    first = _most(result, writer)
    if name == "saetze.datum" and "–" in first[0].label:
        name = "saetze.jahre"
    labels = [share.label if result.question.kind == "datum" else cited(share.label) for share in first]
    named = {"antwort": labels[0]} if len(labels) == 1 else {"antworten": listing(labels)}
    return writer.say(name, anteil=writer.share(first[0], result.n), **named)


def _rank(result: QuestionResult, writer: SurveyWriter) -> str:
    if not result.ranks:
        return ""
    best = result.ranks[0]
    level = [cited(rank.label) for rank in result.ranks if writer.value(rank.mean) == writer.value(best.mean)]
    if len(level) > 1:
        return writer.say("saetze.rang", antworten=shortened(level, _NAMED), mittel=writer.printed(best.mean))
    share = writer.share(best.first, result.n)
    return writer.say("saetze.rang", antwort=level[0], mittel=writer.printed(best.mean), anteil=share)


def _number(result: QuestionResult, writer: SurveyWriter) -> str:
    if not result.spread:
        return ""
    low, middle, high = (
        writer.printed(key) for key in (result.spread.lower, result.spread.median, result.spread.upper)
    )
    return writer.say("saetze.zahl", unten=low, mitte=middle, oben=high)


def _open(result: QuestionResult, writer: SurveyWriter) -> str:
    return writer.say("saetze.offen" if result.quotes else "saetze.offen_ohne_zitat", anzahl=writer.answers(result.n))


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
