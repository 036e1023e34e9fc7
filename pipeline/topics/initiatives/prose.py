"""Tell the initiatives of a project: agreements with their parties, letters to one addressee gathered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from ...base.figures import Figures
from ...base.keys import Key
from ...base.names import slug
from ...base.period import Period
from ...base.settings import Settings
from ...german import periods
from ...german.enumerations import shortened
from ...german.grammar import Case
from ...german.noun_phrases import definite
from ...german.orthography import quote
from ...narrative import row_features
from ...narrative.importance import is_largest
from ...narrative.phrases import Counted, KindPhrase, Listed, Number, Words
from ...narrative.realisation import Composer, RowToRealise, realise
from ...narrative.section import Lead, Project, SectionWriter
from .figures import of_kind
from .roles import ROLES
from .row_features import initiative

_CORE = frozenset({"art", "gegenstand", "adressat", "beteiligte", "partner", "initiator", "initiator_genannt", "wann"})
_GATHER_FROM = 2  # two letters to one addressee are already one sentence: „zwei Schreiben an den Landrat“
_FOCUS_FROM = 4  # from so many on they may be called a focus
_BESIDE = (
    ("treffen", "anzahl"),
    ("veranstaltungen", "anzahl"),
    ("netzwerk", "teilnehmer"),
)  # what a chapter may tell beside them
_SUBJECTS = 6  # so many subjects of letters are named at most


def paragraphs(frame: pd.DataFrame, project: Project) -> list[list[str]]:
    """Return the sentences of the one paragraph about initiatives, by date."""
    key, figures, settings = project.key, project.figures, project.settings
    year, composer = project.year, project.composer
    total = figures.get(Key(key, "initiativen", "anzahl"))
    if total is None or not total.value:
        return []
    known: dict[str, Any] = {"anzahl": Number(total, settings.sprache)} | row_features.of_project(key)
    if _is_political(frame, composer) and is_largest(total, figures, _FOCUS_FROM):
        known["schwerpunkt"] = Words("")
    beside = not stand_alone(key, figures)
    known |= {"auch": Words("")} if beside else {}
    # Where there is nothing else, the summary of the chapter has just said how many there are.
    alone = not beside and "schwerpunkt" not in known
    opening = "" if alone else composer.say("initiativen_auftakt", known, row_features.seed(key, "initiativen"))
    everything = row_features.rows(frame.sort_values(["datum", "art"], kind="stable"))
    rows = [row for row in everything if row.datum.year > year - settings.bericht.jahre_im_text] or everything
    groups: dict[tuple[str, ...], list[Any]] = {}
    for row in rows:
        # Only what goes to the same addressee and names no parties of its own can be told in one sentence.
        alone = not row.adressat or any(row.beteiligte)
        group = (str(row.Index),) if alone else (slug(row.art), row.adressat, row.initiator)
        groups.setdefault(group, []).append(row)
    # The latest are told; agreements and other single ones stand before what is gathered.
    latest = sorted(groups.values(), key=lambda group: group[-1].datum, reverse=True)
    chosen = {group[0].Index for group in latest[: settings.bericht.initiativen_im_text]}
    told = [group for group in groups.values() if group[0].Index in chosen]
    told = sorted(told, key=lambda group: len(group) > 1)
    one_year = {row.datum.year for row in rows} == {year}
    items = [_item(group, key, figures, settings, composer, one_year=one_year) for group in told]
    mentioned = {row.Index for group in told for row in group}
    rest = [row for row in everything if row.Index not in mentioned]
    closing = _rest(rest, {slug(group[0].art) for group in told}, key, figures, composer) if told else ""
    return [[part for part in (opening, *(one.text for one in realise(items, composer)), closing) if part]]


def stand_alone(key: str, figures: Figures) -> bool:
    """Tell whether a project has nothing but initiatives to tell of."""
    return not any((figure := figures.get(Key(key, *one))) is not None and figure.value for one in _BESIDE)


def _rest(rows: Sequence[Any], named: Collection[str], key: str, figures: Figures, composer: Composer) -> str:
    """Return one sentence about initiatives that are not told; `named` are the kinds of those that are."""
    if not rows:
        return ""
    kinds = {slug(row.art) for row in rows}
    kind = KindPhrase(row_features.kind(rows[0].art, "Initiative", composer.language))
    known: dict[str, Any] = {}
    if len(rows) == 1:
        known["art"] = kind
    elif len(kinds) == 1 and kind.phrase.noun.plural:
        known["reihe"] = kind
        figure = figures.get(of_kind(key, rows[0].art))
        if figure is not None and figure.value == len(rows):
            known["davon"] = Counted(((kind.phrase, Number(figure, composer.language.wording)),), composer.language)
    if known and kinds <= set(named):
        known["genannt"] = Words("")
    return composer.say("weitere_initiativen", known, row_features.seed(key, "weitere"))


def _is_political(frame: pd.DataFrame, composer: Composer) -> bool:
    """Tell whether at least half of the initiatives concern public bodies, by their addressees and parties."""
    words = composer.language.words
    named = [
        " ".join((address, *parties)) for address, parties in zip(frame["adressat"], frame["beteiligte"], strict=True)
    ]
    public = [any(words.head(word.strip(",")) in words.public_bodies for word in names.split()) for names in named]
    return 2 * sum(public) >= len(public)


def _when(row: Any, *, one_year: bool) -> str:
    """Return the month of an initiative; the year only where it is not the same for all."""
    if row.genau == "jahr":
        return f"im Jahr {row.datum.year}"
    return periods.in_month(row.datum.date(), year=not one_year)


def _item(
    group: Sequence[Any], key: str, figures: Figures, settings: Settings, composer: Composer, *, one_year: bool
) -> RowToRealise:
    first = group[0]
    known = initiative(first, composer.language)
    when = _when(first, one_year=one_year)
    role = "initiative"
    if len(group) >= _GATHER_FROM:
        role = "initiativen_gesammelt"
        days = [row.datum.date() for row in group]
        when = periods.within(Period(min(days), max(days)), settings.sprache)
        known |= _subjects(group, composer)
        figure = figures.get(of_kind(key, first.art))
        if figure is not None and figure.value == len(group):
            known["davon"] = Counted(((known["art"].phrase, Number(figure, settings.sprache)),), composer.language)
    known["wann"] = Words(when)
    return RowToRealise(
        id=first.Index,
        role=role,
        facts=known,
        core=_CORE | {"davon", "gegenstaende", "gegenstaende_zitiert"},
        seed=row_features.row_seed(first._asdict()),
        when=when,
        kind=first.art,
    )


def _subjects(group: Sequence[Any], composer: Composer) -> dict[str, Any]:
    """Return what several letters were about: with articles („um den Zugang …“), else as quoted titles."""
    typed = list(dict.fromkeys(row.gegenstand for row in group if row.gegenstand))
    said = [definite(text, Case.ACC, composer.language.words, "um") for text in typed]
    if not typed:
        return {}
    if len(typed) > _SUBJECTS:
        return {"gegenstaende_zitiert": Listed((shortened([quote(text) for text in typed], _SUBJECTS - 1),))}
    if all(said):
        return {"gegenstaende": Listed(tuple(part for part in said if part))}
    return {"gegenstaende_zitiert": Listed(tuple(quote(text) for text in typed))}


def summary(key: str, figures: Figures, year: int) -> dict[str, Key]:
    """Return what the chapter's first sentence may tell of initiatives: only where there is nothing else."""
    return {"initiativen": Key(key, "initiativen", "anzahl")} if stand_alone(key, figures) else {}


SECTION = SectionWriter(
    "initiativen",
    40,
    paragraphs,
    "initiativen",
    summary=summary,
    kinds=("art", "Initiative"),
    organisations=("beteiligte", "adressat"),
    roles=ROLES,
)
LEADS = (Lead("initiativen", "anzahl", 40, "Initiative", "Initiativen", glance=False),)
