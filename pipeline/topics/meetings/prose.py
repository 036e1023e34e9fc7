"""Tell the meetings of a project: all of a period by kind, the report year, and a few important ones."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import pandas as pd

from ...base.figures import Figures
from ...base.keys import Key, Time
from ...base.marks import mark
from ...base.names import slug
from ...base.period import Period
from ...base.settings import Settings
from ...german import periods
from ...german.orthography import ended
from ...narrative import row_features
from ...narrative.enumerations import sorted_listing
from ...narrative.phrases import Bodies, Counted, KindPhrase, Language, Number, Phrases, Words
from ...narrative.realisation import Composer, RowToRealise, Sentence, realise
from ...narrative.section import Lead, Project, SectionWriter
from ...narrative.similar_rows import most_frequent
from ...statistics.counting import participants_by_row
from ...statistics.kinds import NOT_GIVEN, parents
from .roles import ROLES
from .row_features import meeting

_CORE = frozenset({"art", "thema", "ort", "ort_genannt", "beteiligte", "wann"})
_LEFT_OUT = {"beteiligte": "viele", "art": "gremium"}  # what a sentence need not say where the other fact is known
_KINDS = 5  # so many kinds are named in the overview


def paragraphs(frame: pd.DataFrame, project: Project) -> list[list[str]]:
    """Return the sentences of each paragraph: the overview, then the meetings of the report year worth telling."""
    key, figures, settings = project.key, project.figures, project.settings
    year, composer = project.year, project.composer
    single = _single(frame, figures, settings, year, composer)
    if single and _tells_all(frame, settings, year):
        return [single]
    overview = [
        _whole(frame, key, figures, settings, year, composer),
        _of_year(frame, key, figures, settings, year, composer),
    ]
    return [[part for part in overview if part], single]


def _tells_all(frame: pd.DataFrame, settings: Settings, year: int) -> bool:
    """Tell whether the meetings are so few and so different that each is told, and nothing needs to sum them up."""
    if len(frame) > settings.bericht.treffen_im_text or (frame["datum"].dt.year != year).any():
        return False
    rows = row_features.rows(frame)
    told = {(row.art, row.thema) for row in rows if row.thema or row.beteiligte or row.ort or row.berichtstext}
    return len(rows) == 1 or len(told) == len(rows)


def _whole(frame: pd.DataFrame, key: str, figures: Figures, settings: Settings, year: int, composer: Composer) -> str:
    total = figures.get(Key(key, "treffen", "anzahl"))
    if total is None:
        return ""
    known: dict[str, Any] = {"anzahl": Number(total, settings.sprache)} | row_features.of_project(key)
    period = figures.get(Key(key, "treffen", "zeitraum"))
    if period is not None and isinstance(period.value, Period):
        known["zeitraum"] = Words(mark(period.key, periods.since_until(period.value, settings.sprache)))
    parent_of = parents(settings.arten)
    count = Counter(parent_of(name) for name in frame["art"])
    kinds = sorted((name for name in count if name != NOT_GIVEN), key=lambda name: (-count[name], name))
    language = composer.language
    counted = {name: figures.get(Key(key, "treffen", "anzahl", by="art", which=slug(name))) for name in kinds}
    numbers = {name: Number(figure, settings.sprache) for name, figure in counted.items() if figure is not None}
    grammar = {name: row_features.known_kind(name, "Treffen", language) for name in numbers}
    phrases = {name: phrase for name, phrase in grammar.items() if phrase is not None}
    bodies = {name: body for name in phrases if (body := language.words.body(name)) is not None}
    complete = len(phrases) == len(count) <= _KINDS
    if complete and len(bodies) == len(phrases):
        known["gremien"] = Bodies(tuple((body, numbers[name]) for name, body in bodies.items()), language)
    elif complete and not bodies and all(count[name] > 1 and phrase.noun.plural for name, phrase in phrases.items()):
        known["arten"] = Phrases(tuple(phrases.values()), language)
    elif complete and len(phrases) > 1:
        known["arten_gezaehlt"] = Counted(tuple((phrase, numbers[name]) for name, phrase in phrases.items()), language)
    elif not complete:
        every = [(row_features.named_kind(name, language), number) for name, number in numbers.items()]
        known |= most_frequent(every, language, nameless=count[NOT_GIVEN])
    if len(frame) == 1 and phrases:
        known["art"] = KindPhrase(next(iter(phrases.values())))
    if {int(one) for one in frame["datum"].dt.year} == {year}:
        known["ein_jahr"] = Words("")
    return composer.say("treffen_gesamt", known, row_features.seed(key, "treffen"))


def _of_year(frame: pd.DataFrame, key: str, figures: Figures, settings: Settings, year: int, composer: Composer) -> str:
    """Return how many of the meetings were in the report year; nothing if all were."""
    if not (frame["datum"].dt.year < year).any():
        return ""
    known: dict[str, Any] = {"jahr": Words(str(year)), "vorher": Words("")}
    own = Key(key, "treffen", "anzahl", Time(year))
    for name, figure in (("anzahl", figures.get(own)), ("vorjahr", figures.year_before(own))):
        if figure is not None:
            known[name] = Number(figure, settings.sprache)
            if name == "anzahl" and not figure.value:
                known["keines"] = Words("")
    return composer.say("treffen_jahr", known, row_features.seed(key, year, "treffen"))


def _single(frame: pd.DataFrame, figures: Figures, settings: Settings, year: int, composer: Composer) -> list[str]:
    rows = row_features.rows(frame[frame["datum"].dt.year == year].sort_values(["datum", "thema"], kind="stable"))
    often = Counter(slug(row.art) for row in rows)
    all_told = _tells_all(frame, settings, year)
    # What is rare is news; of equally rare ones those that most took part in.
    first = {(row.art, row.thema): row.Index for row in reversed(rows)}
    candidates = [
        row
        for row in rows
        if row.berichtstext or all_told or (row.thema and (row.beteiligte or first[row.art, row.thema] == row.Index))
    ]
    ranked = sorted(
        candidates,
        key=lambda row: (
            not row.berichtstext, not row.beteiligte, often[slug(row.art)], -len(row.beteiligte), row.Index
        ),
    )  # fmt: skip
    chosen = {row.Index for row in ranked[: settings.bericht.treffen_im_text]}
    chosen |= {row.Index for row in rows if row.berichtstext}
    counts = participants_by_row(figures)
    told = [row for row in rows if row.Index in chosen]
    by_row = {row.Index: meeting(row, counts.get(row.Index), composer.language) for row in told}
    if all_told:
        by_row = {row.Index: by_row[row.Index] | {"wann": Words(row_features.when_alone(row))} for row in told}
    elif (
        told
        and (frame["datum"].dt.year < year).any()
        and (opening := row_features.when_opening(told[0], composer.language))
    ):
        by_row[told[0].Index]["wann"] = Words(opening)
    items = [
        RowToRealise(
            id=row.Index,
            role="treffen",
            facts=by_row[row.Index],
            core=_CORE - {left for left, fact in _LEFT_OUT.items() if fact in by_row[row.Index]},
            seed=row_features.row_seed(row._asdict()),
            when=str(by_row[row.Index].get("wann", "")),
            kind=row.art,
            ready=ended(row.berichtstext),
        )
        for row in told
    ]
    sentences = []
    for item, one in zip(items, realise(items, composer), strict=True):
        sentences += [one.text, _after(item, one, composer)]
    return [sentence for sentence in sentences if sentence]


def _after(item: RowToRealise, told: Sentence, composer: Composer) -> str:
    """Return who took part where the first sentence had no room for them; else how many, where they were many."""
    left = {name: item.facts[name] for name in ("beteiligte",) if name in item.facts and name not in told.covered}
    many = item.facts.get("teilnehmer")
    if not left and many is not None and Decimal(many.figure.value) >= composer.language.wording.runden_ab:
        left["teilnehmer"] = many
    return composer.say("treffen_danach", left, item.seed) if left and not item.ready else ""


def named(key: str, frame: pd.DataFrame, year: int, language: Language) -> dict[str, str]:
    """Return the enumeration that texts may name: kinds of meetings."""
    return {f"{key}.treffen.arten": sorted_listing(frame["art"])}


def summary(key: str, figures: Figures, year: int) -> dict[str, Key]:
    """Return what the chapter's first sentence may tell of meetings."""
    return {"treffen": Key(key, "treffen", "anzahl", Time(year))}


SECTION = SectionWriter(
    "treffen", 20, paragraphs, "treffen", named=named, summary=summary, kinds=("art", "Treffen"), roles=ROLES
)
LEADS = (Lead("treffen", "anzahl", 20, "Treffen", "Treffen"),)
