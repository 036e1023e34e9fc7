"""Names in records: lists split, organisations under their name in Partner, spellings brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...base.names import identity, project_identity, slug, term_identity, visible
from ...base.problems import Problem
from ...base.schema import ColumnKind, TableSchemas
from ...base.settings import OwnOrganisation, Settings
from ..cells.lists import WholeNames, is_uncut, split_organisations, split_people
from ..cells.spelling import together
from ..messages import problem_at
from ..sheets import Sheet
from .record import Record

Records = Mapping[str, Sequence[Record]]


@dataclass(frozen=True)
class _Columns:
    """The columns of all records, found by the kind of what they hold."""

    records: Records
    tables: TableSchemas

    def of(self, *kinds: ColumnKind) -> Iterator[tuple[Sequence[Record], str]]:
        """Yield the records of each table that has such a column, and the column's name."""
        for name, own in self.records.items():
            if own:
                yield from ((own, column.name) for column in self.tables[name].columns if column.kind in kinds)

    def aliases(self) -> Iterator[tuple[Record, str]]:
        """Yield every way in which a register of organisations types the name of one, with its record."""
        for table in self.tables.values():
            others = [column.name for column in table.columns if column.alias]
            for record in self.records.get(table.name, ()) if others else ():
                typed = (record.values.get(column) for column in ("name", *others))
                yield from ((record, alias) for alias in typed if alias)


def settle_names(records: Records, settings: Settings, tables: TableSchemas) -> tuple[Problem, ...]:
    """Split the lists of all records and bring names to one spelling, in place; say what was brought together."""
    problems: list[Problem] = []
    own = settings.organisation
    columns = _Columns(records, tables)
    aliases = _aliases(columns, own, problems)
    known = WholeNames.of((*aliases, *aliases.values()))
    known = WholeNames.of((*aliases, *aliases.values(), *_standing_alone(columns, known)))
    problems += _split_lists(columns, known)
    projects = {name: name for name in settings.bericht.projekte}
    kinds = {name: name for name in (*settings.arten, *settings.arten.values())}
    problems += _settle(columns, _OF_ORGANISATIONS, "schreibweisen-organisation", aliases, identity)
    problems += _with_own(records, own, aliases)
    problems += _settle(columns, ("projekt",), "schreibweisen-projekt", projects, project_identity)
    problems += _general_projects(columns)
    problems += _settle(columns, ("art",), "schreibweisen-art", kinds, term_identity, similar=False)
    return tuple(problems)


_OF_ORGANISATIONS: tuple[ColumnKind, ...] = ("organisation", "organisationen")


def _general_projects(columns: _Columns) -> Iterator[Problem]:
    """Yield a project that counts together with what belongs to none because its name says no more than that."""
    named = [record for own, column in columns.of("projekt") for record in own if record.values.get(column)]
    general = next((record for record in named if slug(record.values["projekt"]) == slug("")), None)
    if general is not None:
        yield _tell("projekt-allgemein", general, general.values["projekt"])


def _aliases(columns: _Columns, own: OwnOrganisation, problems: list[Problem]) -> dict[str, str]:
    """Return every way in which Partner and the settings type an organisation -> its name.

    The association goes by its name in Partner; where it does not stand there, by its short form.
    """
    aliases: dict[str, str] = {}
    meant: dict[str, str] = {}
    for record, alias in columns.aliases():
        name = record.values["name"]
        other = meant.setdefault(identity(alias), name)
        if identity(other) != identity(name):
            problems.append(_tell("kurzform-doppelt", record, alias, other=other, name=name))
        else:
            aliases.setdefault(alias, name)
    ours = [name for name in (own.name, own.kurz) if name]
    listed = next((meant[identity(name)] for name in ours if identity(name) in meant), own.short)
    return aliases | {name: meant.get(identity(name), listed) for name in ours}


def _standing_alone(columns: _Columns, known: WholeNames) -> set[str]:
    """Return names that stand alone in some cell or between separators other than „und“."""
    texts = {
        record.values.get(column, "") for own, column in columns.of("organisationen", "organisation") for record in own
    }
    parts = (part for text in texts for part in split_organisations(text, known))
    return {part for part in parts if len(part) > 2 and not is_uncut(part)}


_SPLITTERS: dict[ColumnKind, Callable[[str, WholeNames], tuple[str, ...]]] = {
    "organisationen": split_organisations,
    "personen": split_people,
}


def _split_lists(columns: _Columns, known: WholeNames) -> Iterator[Problem]:
    """Split lists in place; yield organisations with an „und“ that nobody knows, taken as one."""
    for kind, split in _SPLITTERS.items():
        done: dict[str, tuple[str, ...]] = {}
        for own, column in columns.of(kind):
            for record in own:
                text = record.values.get(column, "")
                if text not in done:
                    done[text] = split(text, known)
                    for part in done[text] if kind == "organisationen" else ():
                        if is_uncut(part) and identity(part) not in known.keys:
                            yield _tell("und-im-namen", record, part)
                record.values[column] = done[text]


def _settle(
    columns: _Columns,
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
    named = list(columns.of(*kinds))
    counted: Counter[str] = Counter()
    first: dict[str, Record] = {}
    for own, column in named:
        for record in own:
            for name in _as_names(record.values.get(column)):
                counted[name] += 1
                first.setdefault(name, record)
    changes, doubtful = together(counted, aliases, similar, identity_of)
    if changes:
        for own, column in named:
            for record in own:
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
