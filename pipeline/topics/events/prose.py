"""Tell the events of a project: year by year, the report year last and with the number of guests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

import pandas as pd

from ...base.figures import Figure, Figures
from ...base.keys import TOTAL, Key, Time
from ...base.marks import mark
from ...base.names import slug
from ...base.period import Period
from ...base.settings import Settings
from ...german import periods
from ...german.nouns import Phrase
from ...german.orthography import ended
from ...narrative import row_features
from ...narrative.enumerations import sorted_listing
from ...narrative.phrases import Counted, KindPhrase, Language, Number, Phrases, Title, Words
from ...narrative.realisation import Composer, RowToRealise, Sentence, by_hash, fullest, realise
from ...narrative.section import Lead, Project, SectionWriter
from ...narrative.similar_rows import as_one, by_frequency, most_frequent, on_days, plain, reach, themes
from ...statistics.counting import participants_by_row
from ...statistics.kinds import NOT_GIVEN, parents
from .plan import Series, closes_cycle, ends, large, plan, rows_in
from .roles import ROLES
from .row_features import event, target

_CORE = frozenset(
    {
        "format", "titel", "themen", "ort", "ort_genannt", "partner", "veranstalter", "zielgruppe",
        "zielgruppe_genannt", "wann",
    }
)  # fmt: skip
_AFTER = frozenset({"programm", "mitwirkende"})
_FEWEST_SIZES = 3  # of fewer events none is the best attended
_GATHER_FROM = 3  # so many plain events of an earlier year are told in one sentence
_KINDS = 5  # so many kinds are named in one sentence


def paragraphs(frame: pd.DataFrame, project: Project) -> list[list[str]]:
    """Return the sentences of each paragraph, one paragraph per year in which there was something."""
    key, figures, settings = project.key, project.figures, project.settings
    year, composer = project.year, project.composer
    years = sorted({int(y) for y in frame["datum"].dt.year} | {year})
    told = [one for one in years if one > year - settings.bericht.jahre_im_text]
    counts = participants_by_row(figures)
    found = [] if told == years else [[_whole(key, figures, settings, composer)]]
    for one in told:
        mine = frame[frame["datum"].dt.year == one].sort_values(["datum", "titel", "format"], kind="stable")
        teller = _Year(mine, key, one, figures, counts, settings, composer, earlier=one > years[0], last=one == year)
        found.append(teller.sentences())
    return [sentences for sentences in found if sentences]


def _whole(key: str, figures: Figures, settings: Settings, composer: Composer) -> str:
    """Return how many events there were in all years, told where some years are not."""
    known: dict[str, Any] = {"anzahl": Number(figures[Key(key, "veranstaltungen", "anzahl")], settings.sprache)}
    period = figures.get(Key(key, "veranstaltungen", "zeitraum"))
    if period is not None and isinstance(period.value, Period):
        known["zeitraum"] = Words(mark(period.key, periods.since_until(period.value, settings.sprache)))
    return composer.say("veranstaltungen_gesamt", known, row_features.seed(key, "veranstaltungen"))


class _Year:
    """The events of one year and what is needed to tell them."""

    def __init__(
        self,
        frame: pd.DataFrame,
        key: str,
        year: int,
        figures: Figures,
        counts: Mapping[int, Figure],
        settings: Settings,
        composer: Composer,
        *,
        earlier: bool,
        last: bool,
    ) -> None:
        self.rows = row_features.rows(frame)
        self.key = Key(key, "veranstaltungen", time=Time(year))
        self.list = f"{key}.veranstaltungen"  # what chance is made of
        self.year = year
        self.figures = figures
        self.counts = counts
        self.settings = settings
        self.composer = composer
        self.earlier = earlier
        self.last = last
        self.parent_of = parents(settings.arten)
        self.large = large(self.rows)

    def sentences(self) -> list[str]:
        """Return what is said of the year: an overview, the events, and what is left to the table."""
        gathered = [] if self.last else self._all_plain()
        overview = self._gathered(gathered) if gathered else ""
        summed = {row.Index for row in gathered} if overview else set[int]()
        limit = self.settings.bericht.veranstaltungen_im_text
        rows = [row for row in self.rows if row.Index not in summed]
        planned = plan(rows, self.parent_of, limit, gather=self.last)
        series = [(one, rows_in(rows, one.ids)) for one in planned.series]
        told = [rows_in(rows, ids) for ids in planned.told]
        whole = any(len(mine) == len(self.rows) for _, mine in series)  # one sentence says it all
        only = self.last and not self.earlier and bool(told)  # the chapter's summary has just said how many
        if not (overview or whole or only or self._alone()):
            overview = self._overview()
        of_series = [self._one_series(one, mine, whole=whole) for one, mine in series]
        named = {self.parent_of(rows[0].format) for rows in (*(mine for _, mine in series), *told)}
        rest = rows_in(rows, planned.rest)
        return [part for part in (overview, *of_series, *self._told(told), self._rest(rest, named)) if part]

    def _alone(self) -> bool:
        """Tell whether there is one event only and no year before it to compare with: it needs no overview."""
        before = self._number("vorjahr")
        return len(self.rows) == 1 and not (self.last and before is not None and before.figure.value)

    def _all_plain(self) -> list[Any]:
        """Return the events of those formats of which every event is plain, if they are several in all."""
        telling = {self.parent_of(row.format) for row in self.rows if not plain(row)}
        found = [row for row in self.rows if self.parent_of(row.format) not in telling]
        return found if len(found) >= _GATHER_FROM else []

    def _shared(self, rows: Sequence[Any]) -> tuple[str, ...]:
        """Return the organisers of all of the events."""
        return tuple(name for name in rows[0].veranstalter if all(name in row.veranstalter for row in rows))

    def _one_series(self, one: Series, rows: Sequence[Any], *, whole: bool) -> str:
        """Return one sentence about the events of a series; the `whole` year if there were no others."""
        language, style = self.composer.language, self.settings.sprache
        key = replace(self.key, by=one.by, which=one.which)
        count = Number(self.figures[replace(key, measure="anzahl")], style)
        known: dict[str, Any] = {"wann": Words(self._months(rows))}
        if one.by == "format":
            phrase = self._kind(one.name)
            if not phrase.noun.plural:
                phrase = row_features.kind("", "Veranstaltung", language)
            known["davon"] = Counted(((phrase, count),), language)
        else:
            known |= {"reihe": Title(one.name), "anzahl": count}
        if all(row.zielgruppe == rows[0].zielgruppe for row in rows):
            known |= target(rows[0], language)
        known |= row_features.organisers(self._shared(rows), language)
        places = {row.ort for row in rows}
        if len(places) == 1:
            known |= row_features.place(places.pop(), language)
        if all(map(plain, rows)):
            known |= themes(rows)
            if whole:
                known |= self._numbers("teilnehmer") | {"jahr": Words(str(self.year))}
            return self.composer.say("reihe", known, row_features.seed(self.list, self.year, one.name))
        guests = self.figures.get(replace(key, measure="teilnehmer"))
        if guests is not None and guests.value:
            known["teilnehmer"] = Number(guests, style)
        best = self._best_attended(rows)
        if best is not None and (title := rows_in(rows, {best})[0].titel) and len({row.titel for row in rows}) > 1:
            known |= {"beste": Title(title), "meiste": Number(self.counts[best], style)}
        return self.composer.say("reihe_verschieden", known, row_features.seed(self.list, self.year, one.name))

    def _months(self, rows: Sequence[Any]) -> str:
        """Return in which months of the year events were; what stands before has named the year."""
        if any(row.genau == "jahr" or not pd.isna(row.bis) for row in rows):
            return periods.within(reach(rows), self.settings.sprache)
        return periods.months(reach(rows))

    def _of_format(self, part: str) -> Key:
        return replace(self.key, measure="anzahl", by="format", which=part)

    def _figure(self, measure: str, year: int) -> Figure | None:
        return self.figures.get(replace(self.key, measure=measure, time=Time(year)))

    def _number(self, measure: str) -> Number | None:
        key = replace(self.key, measure="anzahl" if measure == "vorjahr" else measure)
        figure = self.figures.year_before(key) if measure == "vorjahr" else self.figures.get(key)
        return Number(figure, self.settings.sprache) if figure is not None else None

    def _numbers(self, *names: str) -> dict[str, Any]:
        """Return the number of events, their guests (where known) and the number of events of the year before."""
        numbers = {name: self._number(name) for name in ("anzahl", "teilnehmer", "vorjahr")}
        found = {name: n for name, n in numbers.items() if n is not None and (name == "anzahl" or n.figure.value)}
        return {name: n for name, n in found.items() if name in (*names, "vorjahr")}

    def _kind(self, name: str) -> Phrase:
        return row_features.kind("" if name == NOT_GIVEN else name, "Veranstaltung", self.composer.language)

    def _overview(self) -> str:
        known: dict[str, Any] = {"jahr": Words(str(self.year))} | self._numbers("anzahl", "teilnehmer")
        if self.earlier:
            known["vorher"] = Words("")
        role = "berichtsjahr" if self.last else "jahr_frueher"
        return self.composer.say(role, known, row_features.seed(self.list, self.year, role))

    def _gathered(self, rows: Sequence[Any]) -> str:
        """Return one sentence about the plain events of an earlier year."""
        known: dict[str, Any] = {"wann": Words(periods.within(reach(rows), self.settings.sprache))}
        numbers = []
        for name in by_frequency(self.parent_of(row.format) for row in rows):
            figure = self.figures.get(self._of_format(slug(name)))
            if figure is not None:
                numbers.append((self._kind(name), Number(figure, self.settings.sprache)))
        if numbers and len(numbers) <= _KINDS:
            known["formate"] = Counted(tuple(numbers), self.composer.language)
        elif numbers:
            known |= most_frequent(numbers, self.composer.language)
        total = self._number("anzahl")
        if total is not None and total.figure.value == len(rows):
            known["anzahl"] = total
        known |= themes(rows)
        return self.composer.say("jahr_gesammelt", known, row_features.seed(self.list, self.year, "gesammelt"))

    def _told(self, groups: Sequence[Sequence[Any]]) -> list[str]:
        language = self.composer.language
        rows = [as_one(group) for group in groups]
        by_row = {
            row.Index: on_days(group, event(row, self.counts.get(row.Index) if len(group) == 1 else None, language))
            for row, group in zip(rows, groups, strict=True)
        }
        if rows and self._alone():
            by_row = {i: known | {"wann": Words(row_features.when_alone(rows[0]))} for i, known in by_row.items()}
        items = [
            RowToRealise(
                id=row.Index,
                role=self._role(row),
                facts=by_row[row.Index],
                core=_CORE,
                seed=row_features.row_seed(row._asdict()),
                when=str(by_row[row.Index].get("wann", "")),
                kind=row.format,
                ready=ended(row.berichtstext),
            )
            for row in rows
        ]
        sentences = []
        best = self._best_attended(self.rows) if self.last else None
        pairs = list(zip(items, realise(items, self.composer), strict=True))
        further = self._further(pairs, best)
        for item, told in pairs:
            after = further[item.id]
            sentences += [told.text, after]
            if item.id == best and not after and not item.ready:
                sentences.append(
                    self.composer.say("veranstaltung_bestbesucht", {**item.facts, **self._among()}, item.seed)
                )
        return sentences

    def _among(self) -> dict[str, Any]:
        """Return among which events one is the best attended: all of the year, or those of its project."""
        mine = self._figure("anzahl", self.year)
        everything = self.figures.get(mine.key.of(TOTAL)) if mine else None
        if mine is not None and everything is not None and mine.value == everything.value:
            return {"aller": Words("")}
        return row_features.of_project(self.key.subject)

    def _best_attended(self, rows: Sequence[Any]) -> int | None:
        """Return the event that certainly had most guests, None where the numbers do not tell."""
        known = [(row.Index, self.counts.get(row.Index)) for row in rows]
        sizes = sorted(
            ((figure.value, i, figure) for i, figure in known if figure is not None and isinstance(figure.value, int)),
            key=lambda size: -size[0],
        )
        if len(sizes) < max(_FEWEST_SIZES, len(known)) or sizes[0][0] < self.settings.sprache.runden_ab:
            return None
        most, best, _ = sizes[0]
        others = [(size * 1.2 if figure.approximate else size, figure.at_least) for size, _, figure in sizes[1:]]
        return best if all(size < most and not open_ended for size, open_ended in others) else None

    def _role(self, row: Any) -> str:
        """Return what an event is in its year: the last one of several is told as such where the dates make it true."""
        others = [ends(one) for one in self.rows if one.Index != row.Index]
        if row.genau != "tag" or not others or row.datum <= max(others):
            return "veranstaltung"
        if row.datum.month >= self.settings.sprache.ende_ab_monat:
            return "veranstaltung_jahresabschluss"
        return "veranstaltung_abschluss" if self.last and closes_cycle(row, self.rows) else "veranstaltung"

    def _further(self, pairs: Sequence[tuple[RowToRealise, Sentence]], best: int | None) -> dict[int, str]:
        """Return for each event a second sentence about what happened and who took part, if there is more to say.

        They are made in the order of the sheets and take turns, so that a row added at the end changes none of them.
        """
        found: dict[int, str] = {}
        used: Counter[str] = Counter()
        for item, told in sorted(pairs, key=lambda pair: pair[0].id):
            left = {name: value for name, value in item.facts.items() if name in _AFTER and name not in told.covered}
            found[item.id] = ""
            guests = item.facts.get("teilnehmer")
            large = item.id in self.large and item.id != best  # of the best attended one it is said anyway
            counted = guests is not None and (left or large or (self._alone() and guests.figure.value))
            if item.ready or not (left or counted):
                continue
            if counted:
                left["teilnehmer"] = guests
            core = frozenset(left) if "programm" in left else frozenset({"mitwirkende"})
            wordings = fullest(self.composer.wordings("veranstaltung_danach", left), core)
            if wordings:
                chosen = min(by_hash(wordings, item.seed), key=lambda wording: used[wording.pattern.identity])
                used[chosen.pattern.identity] += 1
                found[item.id] = chosen.text()
        return found

    def _rest(self, rows: Sequence[Any], named: Set[str]) -> str:
        """Return one sentence about the events that only the table names; `named` are the kinds told of before."""
        if not rows:
            return ""
        language = self.composer.language
        often = Counter(self.parent_of(row.format) for row in rows)
        names = ("" if name == NOT_GIVEN else name for name in by_frequency(often.elements()))
        phrases = [row_features.known_kind(name, "Veranstaltung", language) for name in names]
        kinds = tuple(phrase for phrase in phrases if phrase is not None and phrase.noun.plural)
        every = len(kinds) == len(often)
        number = self.figures.get(replace(self.key, measure="anzahl", by="weitere"))
        known: dict[str, Any] = {}
        if not named:
            known["keine"] = Words("")
        elif len(rows) == 1:
            known["format"] = KindPhrase(self._kind(rows[0].format))
        elif every and len(kinds) == 1:
            known["reihe"] = KindPhrase(kinds[0])
        elif every and len(kinds) <= _KINDS and min(often.values()) > 1:
            known["formate"] = Phrases(kinds, language)
        if len(often) == 1 and {*often} <= named:
            known["genannt"] = Words("")
        if named and len(rows) > 1 and number is not None and {*number.rows} == {row.Index for row in rows}:
            known["anzahl"] = Number(number, self.settings.sprache)
        return self.composer.say("weitere_veranstaltungen", known, row_features.seed(self.list, self.year, "weitere"))


def named(key: str, frame: pd.DataFrame, year: int, language: Language) -> dict[str, str]:
    """Return the enumerations that texts may name: themes, places, formats, partners."""
    of_year = frame[frame["datum"].dt.year == year]
    organisers = [name for names in frame["veranstalter"] for name in names]
    partners = {
        language.organisations.find(name).shown for name in organisers if not language.organisations.is_own(name)
    }
    return {
        f"{key}.veranstaltungen.themen": sorted_listing(theme for themes in frame["themen"] for theme in themes),
        f"{key}.veranstaltungen.{year}.themen": sorted_listing(theme for some in of_year["themen"] for theme in some),
        f"{key}.veranstaltungen.orte": sorted_listing(frame["ort"]),
        f"{key}.veranstaltungen.formate": sorted_listing(frame["format"]),
        f"{key}.veranstaltungen.partner": sorted_listing(partners),
    }


def summary(key: str, figures: Figures, year: int) -> dict[str, Key]:
    """Return what the chapter's first sentence may tell of events."""
    return {
        "veranstaltungen": Key(key, "veranstaltungen", "anzahl", Time(year)),
        "teilnehmer": Key(key, "veranstaltungen", "teilnehmer", Time(year)),
    }


SECTION = SectionWriter(
    "veranstaltungen",
    10,
    paragraphs,
    "veranstaltungen",
    named=named,
    summary=summary,
    kinds=("format", "Veranstaltung"),
    organisations=("veranstalter",),
    places="ort",
    roles=ROLES,
)
LEADS = (
    Lead("veranstaltungen", "anzahl", 10, "Veranstaltung", "Veranstaltungen"),
    Lead("veranstaltungen", "teilnehmer", 11, "Gast bei Veranstaltungen", "Gäste bei Veranstaltungen"),
)
