"""Tell a list of the office's own: how many, of what, how much in all, and what stands out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from ...base.figures import Figure, Figures
from ...base.keys import Key, Time
from ...base.marks import mark
from ...base.names import slug
from ...german import quantities
from ...german.calendar import MONTHS
from ...german.enumerations import listing
from ...german.grammar import Case, Gender
from ...german.nouns import Noun, Phrase
from ...german.organisations import UnsayableError
from ...german.orthography import quote
from ...german.units import one as one_of_unit
from ...narrative import row_features
from ...narrative.phrases import Listed, Number, Parties, Title, Words
from ...narrative.realisation import Composer, by_hash, fullest
from ...narrative.section import Project, SectionWriter
from ...statistics.kinds import NOT_GIVEN
from .declaration import Declaration
from .entries import Grouped, groupings, largest, times, void
from .roles import ROLES

WORDING = Path(__file__).with_name("wording.toml")

_NAMED = 3  # so many of the most frequent values are named
_FEWEST = 4  # entries; of fewer nothing is frequent
_GROUPINGS = 2  # so many further columns are told
_PLACE = 60  # behind what everybody has


def section_of(declaration: Declaration) -> SectionWriter:
    """Return the section of a list."""
    return SectionWriter(
        name=declaration.key,
        place=_PLACE,
        write=partial(_paragraphs, declaration),
        table=declaration.key,
        title=declaration.title,
        roles=ROLES,
    )


def _paragraphs(declaration: Declaration, frame: pd.DataFrame, project: Project) -> list[list[str]]:
    """Return the sentences of the one paragraph about a list; none where too few entries may be told of."""
    telling = _Telling(declaration, frame, project)
    return [sentences] if (sentences := telling.sentences()) else []


class _Telling:
    """What is told of the entries of one project in the report year."""

    def __init__(self, declaration: Declaration, frame: pd.DataFrame, project: Project) -> None:
        self.declaration, self.frame, self.project = declaration, frame, project
        self.figures: Figures = project.figures
        self.year = Time(project.year)
        self.composer: Composer = project.composer
        self.wording = project.settings.sprache
        self.counted = Key(project.key, declaration.key, "anzahl", self.year)

    def sentences(self) -> list[str]:
        """Return all that can be said, the number first."""
        whole = self.figures.get(self.counted)
        if whole is None:
            return []
        opening, covered = self._opening(whole)
        if not whole.value:
            return [opening]
        said, columns = [opening], self._groupings()
        for first in columns[:1] if "haeufigste_dativ" not in covered else ():
            parts = self._most_frequent(first, Case.NOM)
            said.append(self._say("liste_haeufigste", {"haeufigste": Listed(parts)} if parts else {}))
        for grouped in columns[1 : 1 + _GROUPINGS]:
            parts = self._most_frequent(grouped, Case.NOM)
            words = {"spalte": Words(_as_word(grouped.title)), "vorn": Listed(parts)} if parts else {}
            said.append(self._say("liste_gliederung", words))
        sums = self._sums()
        said.append(self._say("liste_summen", {"summen": Listed(sums)} | self._left_out() if sums else {}))
        said.append(self._say("liste_monat", self._month(whole)))
        said.append(self._say("liste_groesster", self._largest()))
        return [sentence for sentence in said if sentence]

    def _say(self, role: str, facts: dict[str, Any]) -> str:
        seed = row_features.seed(self.project.key, self.declaration.key, role)
        return self.composer.say(role, facts, seed, kind=self.declaration.kind) if facts else ""

    # --- the number -----------------------------------------------------------------------------------

    def _opening(self, whole: Figure) -> tuple[str, frozenset[str]]:
        """Return how many entries there were and, perhaps, of what most; and which facts that told."""
        number = Number(whole, self.wording)
        facts: dict[str, Any] = {
            "jahr": Words(str(self.project.year)),
            "name": Title(self.declaration.title),
            "anzahl": number,
            "anzahl_nominativ": Words(self._with_noun(whole, Case.NOM)),
            "anzahl_akkusativ": Words(self._with_noun(whole, Case.ACC)),
        }
        before = self.figures.year_before(self.counted.in_year(self.project.year))
        if before is not None and before.value and isinstance(whole.value, int) and isinstance(before.value, int):
            facts["vorjahr"] = Number(before, self.wording)
            change = whole.value - before.value
            facts["gleich" if not change else "gestiegen" if change > 0 else "gesunken"] = Words("")
        role = "liste_jahr" if self._has_times else "liste_bestand"
        if role == "liste_jahr":
            own = self.composer.language.organisations.own
            facts["verein"] = Parties((own,), self.composer.language)
            try:
                facts["verein_akkusativ"] = Words(own.with_article(Case.ACC))
            except UnsayableError:
                del facts["verein"]
            facts |= {"benannt": Words("")} if self.declaration.noun else {}
            facts |= {} if whole.value else {"keine": Words("")}
            grouped = next(iter(self._groupings()), None)
            if grouped and (parts := self._most_frequent(grouped, Case.DAT)):
                facts["haeufigste_dativ"] = Words(_listing(parts))
        seed = row_features.seed(self.project.key, self.declaration.key)
        best = fullest(self.composer.wordings(role, facts, self.declaration.kind), frozenset(facts))
        if not best:
            return "", frozenset()
        chosen = by_hash(best, seed)[0]
        return chosen.text(""), chosen.covered

    @property
    def _has_times(self) -> bool:
        return "jahr" in self.frame or ("datum" in self.frame and bool(self.frame["datum"].notna().any()))

    def _with_noun(self, figure: Figure, case: Case) -> str:
        """Return „32 Einsätze“, „einen Einsatz“, „keine Einsätze“; „Einträge“ where nobody said what an entry is."""
        noun = self.declaration.noun or _ENTRY
        value = figure.value if isinstance(figure.value, int) else 0
        number = quantities.before_noun(value, noun.gender, case, self.wording)
        return f"{mark(figure.key, number)} {noun.form(case, plural=value != 1, after='ein' if value == 1 else '')}"

    # --- what most of them were -----------------------------------------------------------------------

    def _groupings(self) -> list[Grouped]:
        """Return the columns worth telling: gathered codes rather than the codes themselves."""
        found: dict[str, Grouped] = {}
        for one in groupings(self.declaration, self.frame):
            found.setdefault(one.column, one)
        if self.declaration.confidential:  # only what was counted may be told, and gathered codes were not
            found = {one.column: one for one in groupings(self.declaration, self.frame) if not one.gathered}
        return list(found.values())

    def _most_frequent(self, grouped: Grouped, case: Case) -> tuple[str, ...]:
        """Return the most frequent values with their numbers: „Brände (11)“; none where none is more frequent.

        Those that are equally frequent are all named or not at all, so that nobody is left out by chance.
        """
        key = replace(self.counted, by=grouped.key)
        counts = [
            (name, figure)
            for part, name in grouped.names.items()
            if (figure := self.figures.get(replace(key, which=part))) and isinstance(figure.value, int) and figure.value
        ]
        total = self.figures[self.counted].value
        known = [(name, figure) for name, figure in counts if name != NOT_GIVEN]
        nameless = sum(int(str(figure.value)) for name, figure in counts if name == NOT_GIVEN)
        if not isinstance(total, int) or total < _FEWEST or 2 * nameless > total or len(counts) < 2:
            return ()
        ordered = sorted(known, key=lambda one: (-int(str(one[1].value)), one[0]))
        for many in range(min(_NAMED, len(ordered)), 0, -1):
            last = int(str(ordered[many - 1][1].value))
            behind = int(str(ordered[many][1].value)) if many < len(ordered) else 0
            # A value that stands there once is not frequent, and to name all values says nothing of what is.
            if last > max(behind, 1) and many < len(ordered):
                words = [self._value(grouped, name, figure, case, alone=many == 1) for name, figure in ordered[:many]]
                return tuple(words)
        return ()

    def _value(self, grouped: Grouped, name: str, figure: Figure, case: Case, *, alone: bool) -> str:
        """Return a value with its number; one `alone` is quoted, for the verb beside it is singular."""
        phrase = self._phrase(name) if grouped.gathered and not (alone and case is Case.NOM) else None
        shown = phrase.form(case, plural=True) if phrase and figure.value != 1 else quote(name)
        return f"{shown} ({mark(figure.key, quantities.in_figures(figure))})"

    def _phrase(self, name: str) -> Phrase | None:
        """Return the grammar of a word that gathers codes, None for what stands there as typed."""
        terms = {word for one in self.declaration.breakdowns for word in one.terms.values()}
        phrase = self.composer.language.words.phrase(name) if name in terms else None
        return phrase if phrase and phrase.noun.plural else None

    # --- sums, months, the largest ---------------------------------------------------------------------

    def _sums(self) -> tuple[str, ...]:
        keys = ((one, replace(self.counted, by=one.key, measure="summe")) for one in self.declaration.measures)
        return tuple(self._amount(figure, one.title) for one, key in keys if (figure := self.figures.get(key)))

    def _left_out(self) -> dict[str, Any]:
        """Return by which values entries of the report year are in no sum; of a confidential list nobody may know."""
        when = times(self.declaration, self.frame, self.project.year)
        found = {
            quote(value)
            for measure in self.declaration.measures
            if not self.declaration.confidential and measure.column in self.frame
            for i, (value, _) in void(self.declaration, measure, self.frame).items()
            if when[i][0] == self.project.year
        }
        return {"ohne": Words(listing(sorted(found), last="oder"))} if found else {}

    def _amount(self, figure: Figure, title: str, *, before: bool = False) -> str:
        """Return a sum with its unit, and what it is of where the unit does not say so: „66,5 Stunden (Dauer)“.

        In brackets already, what it is of stands `before` it: „Dauer: 66,5 Stunden“.
        """
        shown = quantities.stated(figure, self.wording, words=False)
        if figure.at_least and isinstance(figure.value, Decimal):
            shown = f"mindestens {shown}"
        unit = one_of_unit(figure.unit) if figure.value == 1 else figure.unit
        if not unit and figure.value != 1 and self.composer.language.words.plural(title):
            unit = title  # „4.170 Haushalte“
        said = mark(figure.key, f"{shown}{quantities.NO_BREAK}{unit}" if unit else shown)
        if unit and slug(title) in slug(unit):
            return said
        return f"{title}: {said}" if before else f"{said} ({title})"

    def _month(self, whole: Figure) -> dict[str, Any]:
        """Return the month that is far ahead of all others: half as much again as the next one, and two entries."""
        if self.declaration.confidential or not isinstance(whole.value, int) or whole.value < 12:
            return {}
        keys = (replace(self.counted, time=Time(self.project.year, month=month)) for month in range(1, 13))
        months = [figure for key in keys if (figure := self.figures.get(key)) and isinstance(figure.value, int)]
        ordered = sorted(months, key=lambda figure: -int(str(figure.value)))
        if len(ordered) < 3:
            return {}
        top, second = (int(str(figure.value)) for figure in ordered[:2])
        if top < second + 2 or 2 * top < 3 * second or ordered[0].key.time is None:
            return {}
        return {"monat": Words(MONTHS[ordered[0].key.time.month - 1]), "im_monat": Number(ordered[0], self.wording)}

    def _largest(self) -> dict[str, Any]:
        """Return the entry with the largest amount, by name; none where two are equally large or names are missing."""
        found = largest(self.declaration, self.frame, self.project.year)
        if found is None:
            return {}
        figure = self.figures.get(replace(self.counted, by=found.measure.key, measure="hoechstwert"))
        if figure is None or self.figures.get(replace(self.counted, by=found.measure.key, measure="summe")) is None:
            return {}
        return {"eintrag": Title(found.name), "mit": Words(self._amount(figure, found.measure.title, before=True))}


_ENTRY = Noun("Eintrag", "Einträge", Gender.MASCULINE)


def _as_word(title: str) -> str:
    return title if title[:1].isupper() and title.isalpha() else quote(title)


def _listing(parts: Sequence[str]) -> str:
    return listing(list(parts))
