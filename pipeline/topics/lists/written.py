"""A list as somebody declared it, in the sheet „Listen“ or in bericht.toml -> its declaration, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ...base.keys import apart_from_times
from ...base.names import folded, name_of_list, slug, without_year
from ...base.problems import Problem, problem
from ...base.settings import FILE, OwnList
from ...base.suggest import did_you_mean
from ...german.grammar import Gender
from ...german.lexicon import Lexicon
from ...german.nouns import Noun
from ...german.units import of_heading
from .declaration import Breakdown, Declaration, Heading, Measure


@dataclass(frozen=True)
class Written:
    """A declaration as somebody wrote it, and where: cells by field, none in bericht.toml."""

    name: str
    entry: str = ""
    date: str = ""
    breakdowns: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    single: str = ""
    chapter: str = ""
    confidential: str = ""
    key: str = ""
    file: str = FILE
    sheet: str | None = None
    row: int | None = None
    cells: Mapping[str, str] = field(default_factory=dict)

    def problem(self, code: str, at: str, value: str, **words: object) -> Problem:
        """Return a problem with what stands in a field (`COLUMNS`)."""
        return problem(
            code, file=self.file, sheet=self.sheet, row=self.row, cell=self.cells.get(at), value=value,
            liste=self.name, **words,
        )  # fmt: skip


def parts(typed: str) -> tuple[str, ...]:
    """Return the headings of a cell, parted by semicolons, line breaks, or commas that stand in no brackets."""
    return tuple(part for part in (" ".join(one.split()) for one in re.split(r"[;\n]|,(?![^(]*\))", typed)) if part)


def from_settings(lists: Mapping[str, OwnList]) -> tuple[Written, ...]:
    """Return the declarations of bericht.toml; the name of the section is the list's key and, by default, its name."""
    return tuple(
        Written(
            name=one.liste or name,
            entry=one.eintrag,
            date=one.datum,
            breakdowns=one.gliedern_nach,
            measures=one.zusammenzaehlen,
            single=one.einzeln,
            chapter=one.kapitel,
            confidential="" if one.vertraulich is None else "ja" if one.vertraulich else "nein",
            key=slug(name),
        )
        for name, one in lists.items()
    )


# Field of a declaration -> column of the sheet „Listen“.
COLUMNS: Mapping[str, str] = {
    "name": "liste",
    "entry": "eintrag",
    "date": "datum_spalte",
    "breakdowns": "gliedern",
    "measures": "zusammenzaehlen",
    "single": "einzeln",
    "chapter": "kapitel",
    "confidential": "vertraulich",
}


def from_row(values: Mapping[str, Any], **place: Any) -> Written:
    """Return the declaration in a row of the sheet „Listen“: column -> text; `place` says where it stands."""
    said: dict[str, Any] = {name: str(values.get(column) or "") for name, column in COLUMNS.items()}
    said |= {name: parts(said[name]) for name in ("breakdowns", "measures")}
    return Written(**said, **place)


_YES = ("ja", "j", "x", "wahr", "yes", "true", "1", "vertraulich")
_NO = ("", "nein", "n", "falsch", "no", "false", "0", "-", "–")


def declarations(
    written: Iterable[Written], kinds: Mapping[str, Declaration], words: Lexicon, taken: Iterable[str]
) -> tuple[tuple[Declaration, ...], tuple[Problem, ...]]:
    """Return what staff declared, and every mistake in it; `taken` are names of tables that no list may have.

    A list that is called like a shipped kind is one of that kind: what staff left open, the kind says.
    """
    problems: list[Problem] = []
    lists: dict[str, Declaration] = {}
    seen: set[str] = set()
    for one in written:
        if name_of_list(one.name) in seen:
            problems.append(one.problem("liste-zweimal", "name", one.name))
            continue
        seen.add(name_of_list(one.name))
        declared = _declared(one, _kind_of(one, kinds), words, problems.append)
        key = declared.key
        if key in taken or apart_from_times(key, "liste") != key:
            key = f"liste-{key}"
        while key in lists:
            key = f"{key}-2"
        lists[key] = replace(declared, key=key)
    return tuple(lists.values()), tuple(problems)


def _kind_of(one: Written, kinds: Mapping[str, Declaration]) -> Declaration | None:
    names = {name_of_list(one.name), one.key}
    return next((kind for kind in kinds.values() if names & {kind.key, *map(name_of_list, kind.names)}), None)


def _declared(one: Written, kind: Declaration | None, words: Lexicon, tell: Callable[[Problem], None]) -> Declaration:
    title = without_year(one.name)
    base = kind or Declaration(slug(title), title)
    breakdowns = _each_once(_breakdown(heading, base) for heading in one.breakdowns) or base.breakdowns
    measures = _each_once(_measure(heading, base) for heading in one.measures) or base.measures
    single = _heading(one.single) if one.single else base.single
    twice = {folded(m.title) for m in measures} & {folded(b.title) for b in breakdowns}
    for measure in measures if one.measures else ():
        if folded(measure.title) in twice:
            tell(one.problem("liste-spalte-zweimal", "measures", measure.title))
    measures = tuple(measure for measure in measures if folded(measure.title) not in twice)
    dates = (one.date,) if one.date else base.dates
    return replace(
        base,
        key=one.key or slug(title),
        title=title if kind is None else kind.title,
        noun=_noun(one, words, tell) or base.noun,
        sheets=(name_of_list(one.name),),
        names=(title,),
        marks=(),
        dates=dates,
        yearly=bool(one.date) and folded(one.date).endswith("jahr"),
        stock=base.stock and not one.date,
        breakdowns=breakdowns,
        measures=measures,
        single=single,
        chapter=one.chapter,
        confidential=_confidential(one, base, tell),
    )


_H = TypeVar("_H", bound=Heading)


def _each_once(headings: Iterable[_H]) -> tuple[_H, ...]:
    """Return the headings without those that a key already stands for: „Dauer (h); Dauer (min)“."""
    return tuple({heading.key: heading for heading in reversed(tuple(headings))}.values())[::-1]


def _heading(typed: str) -> Heading:
    return Heading(_key(typed), typed)


def _key(heading: str) -> str:
    return apart_from_times(heading, "spalte")


def _breakdown(typed: str, base: Declaration) -> Breakdown:
    """Return a column to break down by; what the kind knows of such a column is kept."""
    for known in base.breakdowns:
        if _is_called(typed, known):
            return replace(known, key=_key(typed), title=typed, synonyms=())
    return Breakdown(_key(typed), typed)


def _measure(typed: str, base: Declaration) -> Measure:
    """Return a column to sum; what the kind knows of such a column is kept."""
    title, unit = of_heading(typed)
    known = next((one for one in base.measures if _is_called(title, one)), None)
    name = unit.name if unit else known.unit if known else ""
    return Measure(_key(title), title, (typed,), name, known.void if known else ())


def _is_called(typed: str, heading: Heading) -> bool:
    return folded(typed) in map(folded, (heading.title, *heading.synonyms))


def _confidential(one: Written, base: Declaration, tell: Callable[[Problem], None]) -> bool:
    """Tell whether a list is confidential; one that somebody marked in words nobody understands is."""
    said = one.confidential.strip().casefold()
    if said in _NO:
        return base.confidential and not said
    if said not in _YES:
        tell(one.problem("liste-vertraulich-unklar", "confidential", one.confidential))
    return True


_ENTRY = re.compile(
    r"(?i)(?:(?P<article>der|die|das)\s+)?(?P<one>[^,;/]+?)(?:\s*[,;/]\s*(?:(?:plural|mehrzahl):?\s*|die\s+)?(?P<many>[^,;/]+))?"
)


def _noun(one: Written, words: Lexicon, tell: Callable[[Problem], None]) -> Noun | None:
    """Return what an entry is: „der Einsatz, Einsätze“; a noun that the lexicon knows needs nothing beside it."""
    if not one.entry.strip():
        return words.plural(without_year(one.name)) if " " not in without_year(one.name) else None
    typed = _ENTRY.fullmatch(" ".join(one.entry.split()).strip(' .„“"'))
    singular, many = (typed["one"].strip(), (typed["many"] or "").strip()) if typed else ("", "")
    article = (typed["article"] or "").lower() if typed else ""
    known = words.noun(singular) if " " not in singular else None
    if typed and singular[:1].isupper() and article and many[:1].isupper():
        return _inflected(singular, many, Gender(article), known)
    if known is not None and known.plural and (not article or article == known.gender) and many in ("", known.plural):
        return known
    if (plural := words.plural(singular)) is not None and not article and not many:
        return plural
    tell(one.problem("liste-eintrag-unklar", "entry", one.entry))
    return None


# Masculine nouns of these endings whose plural ends in -n inflect: „der Klient, den Klienten“, „der Kunde, den Kunden“.
_WEAK = ("e", "ent", "ant", "ist", "at", "oge", "it")


def _inflected(singular: str, many: str, gender: Gender, known: Noun | None) -> Noun:
    """Return the noun with what its forms tell of how it inflects: „der Ehrenamtliche, Ehrenamtliche“ is adjectival."""
    if singular == many and singular.endswith("e") and gender is not Gender.NEUTER:
        stem = singular.removesuffix("e")
        return Noun(f"{stem}er" if gender is Gender.MASCULINE else singular, many, gender, adjectival=True)
    weak = gender is Gender.MASCULINE and many.endswith("n") and singular.endswith(_WEAK)
    return Noun(singular, many, gender, known.genitive if known else "", weak)


def nearest(typed: str, known: Iterable[str]) -> str:
    """Return in German which of the known names was probably meant, or which there are."""
    names = list(dict.fromkeys(name for name in known if name))
    shown = ", ".join(f"„{name}“" for name in names[:_MOST_SHOWN]) + (" …" if len(names) > _MOST_SHOWN else "")
    otherwise = f"Es gibt dort: {shown}." if names else "Es gibt dort keine."
    written = {folded(name): name for name in reversed(names)}
    return did_you_mean(folded(typed), written, otherwise, shown=written)


_MOST_SHOWN = 12  # names that a message lists; more nobody reads
