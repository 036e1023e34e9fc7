"""Names in records: lists split, organisations under their name in Partner, spellings brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...base.names import identity, project_identity, slug, term_identity, visible
from ...base.problems import Problem
from ...base.settings import OwnOrganisation, Settings
from ..cells.lists import WholeNames, is_uncut, split_organisations, split_people
from ..cells.spelling import together
from ..messages import problem_at
from ..schema import TABLES, ColumnKind
from ..sheets import Sheet
from .record import Record

Records = Mapping[str, Sequence[Record]]
Column = tuple[str, str]  # table, column


def settle_names(records: Records, settings: Settings) -> tuple[Problem, ...]:
    """Split the lists of all records and bring names to one spelling, in place; say what was brought together."""
    problems: list[Problem] = []
    own = settings.organisation
    aliases = _aliases(records.get("partner", ()), own, problems)
    known = WholeNames.of((*aliases, *aliases.values()))
    known = WholeNames.of((*aliases, *aliases.values(), *_standing_alone(records, known)))
    problems += _split_lists(records, known)
    projects = {name: name for name in settings.bericht.projekte}
    kinds = {name: name for name in (*settings.arten, *settings.arten.values())}
    problems += _settle(records, _OF_ORGANISATIONS, "schreibweisen-organisation", aliases, identity)
    problems += _with_own(records, own, aliases)
    problems += _settle(records, ("projekt",), "schreibweisen-projekt", projects, project_identity)
    problems += _general_projects(records)
    problems += _settle(records, ("art",), "schreibweisen-art", kinds, term_identity, similar=False)
    return tuple(problems)


_OF_ORGANISATIONS: tuple[ColumnKind, ...] = ("organisation", "organisationen")


def _general_projects(records: Records) -> Iterator[Problem]:
    """Yield a project that counts together with what belongs to none because its name says no more than that."""
    named = [r for t, column in _columns(records, ("projekt",)) for r in records[t] if r.values.get(column)]
    general = next((record for record in named if slug(record.values["projekt"]) == slug("")), None)
    if general is not None:
        yield _tell("projekt-allgemein", general, general.values["projekt"])


def _aliases(partners: Iterable[Record], own: OwnOrganisation, problems: list[Problem]) -> dict[str, str]:
    """Return every way in which Partner and the settings type an organisation -> its name.

    The association goes by its name in Partner; where it does not stand there, by its short form.
    """
    aliases: dict[str, str] = {}
    meant: dict[str, str] = {}
    for record in partners:
        name = record.values["name"]
        for alias in (name, record.values.get("kurzform"), record.values.get("dativ")):
            if not alias:
                continue
            other = meant.setdefault(identity(alias), name)
            if identity(other) != identity(name):
                problems.append(_tell("kurzform-doppelt", record, alias, other=other, name=name))
            else:
                aliases.setdefault(alias, name)
    ours = [name for name in (own.name, own.kurz) if name]
    listed = next((meant[identity(name)] for name in ours if identity(name) in meant), own.short)
    return aliases | {name: meant.get(identity(name), listed) for name in ours}


def _columns(records: Records, kinds: Sequence[ColumnKind]) -> Iterator[Column]:
    for table, own in records.items():
        if own:
            yield from ((table, column.name) for column in TABLES[table].columns if column.kind in kinds)


def _standing_alone(records: Records, known: WholeNames) -> set[str]:
    """Return names that stand alone in some cell or between separators other than „und“."""
    texts = {
        record.values.get(column, "")
        for table, column in _columns(records, ("organisationen", "organisation"))
        for record in records[table]
    }
    parts = (part for text in texts for part in split_organisations(text, known))
    return {part for part in parts if len(part) > 2 and not is_uncut(part)}


_SPLITTERS: dict[ColumnKind, Callable[[str, WholeNames], tuple[str, ...]]] = {
    "organisationen": split_organisations,
    "personen": split_people,
}


def _split_lists(records: Records, known: WholeNames) -> Iterator[Problem]:
    """Split lists in place; yield organisations with an „und“ that nobody knows, taken as one."""
    for kind, split in _SPLITTERS.items():
        done: dict[str, tuple[str, ...]] = {}
        for table, column in _columns(records, (kind,)):
            for record in records[table]:
                text = record.values.get(column, "")
                if text not in done:
                    done[text] = split(text, known)
                    for part in done[text] if kind == "organisationen" else ():
                        if is_uncut(part) and identity(part) not in known.keys:
                            yield _tell("und-im-namen", record, part)
                record.values[column] = done[text]


def _settle(
    records: Records,
    kinds: Sequence[ColumnKind],
    code: str,
    aliases: Mapping[str, str],
    identity_of: Callable[[str], str],
    *,
    similar: bool = True,
) -> Iterator[Problem]:
    """Bring the names of some columns to one spelling and yield what staff should know of it.

    Nobody can write alike what already looks alike, so that spellings without visible difference are not named.
    """
    columns = list(_columns(records, kinds))
    counted: Counter[str] = Counter()
    first: dict[str, Record] = {}
    for table, column in columns:
        for record in records[table]:
            for name in _as_names(record.values.get(column)):
                counted[name] += 1
                first.setdefault(name, record)
    changes, doubtful = together(counted, aliases, similar, identity_of)
    if changes:
        for table, column in columns:
            for record in records[table]:
                _rename(record, column, changes)
    expected = {identity_of(alias) for alias in aliases}
    spellings: dict[str, list[str]] = {}
    for name, best in changes.items():
        if identity_of(name) not in expected and visible(name) != visible(best):
            spellings.setdefault(best, []).append(name)
    for best, names in spellings.items():
        typed = ", ".join(f"„{name}“" for name in names)
        yield _tell(code, first[names[0]], names[0], spellings=typed, chosen=best)
    for name, other in doubtful:
        if name in first:
            yield _tell("schreibweisen-fraglich", first[name], name, other=other)


def _with_own(records: Records, own: OwnOrganisation, aliases: Mapping[str, str]) -> Iterator[Problem]:
    """Name the association first where a column names only its partners, in place; yield which columns did.

    What names the association already keeps its order, and an empty cell stays empty.
    """
    name = aliases.get(own.short, "")
    ours = {identity(alias) for alias, meant in aliases.items() if meant == name}
    told: set[tuple[str, str, str]] = set()
    for record in (record for found in records.values() for record in found) if name else ():
        for column in record.beside:
            partners = _as_names(record.values.get(column))
            if partners and not any(identity(partner) in ours for partner in partners):
                record.values[column] = (name, *partners)
                place = (record.file, record.sheet, column)
                if place not in told:
                    told.add(place)
                    yield _tell("partner-neben-uns", record, ", ".join(partners), name=own.short)


def _as_names(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _rename(record: Record, column: str, changes: Mapping[str, str]) -> None:
    value = record.values.get(column)
    if isinstance(value, tuple):
        record.values[column] = tuple(dict.fromkeys(changes.get(name, name) for name in value))
    elif value:
        record.values[column] = changes.get(value, value)


def _tell(code: str, record: Record, value: str, **words: object) -> Problem:
    return problem_at(code, Sheet(record.file, record.sheet), record.row - 1, None, value, **words)
