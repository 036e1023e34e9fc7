"""Names in records: lists split, organisations under their name in Partner, spellings brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..problems import Problem, problem
from ..settings import Settings
from .lists import Names, split_organisations, split_people, split_themes
from .rows import Record
from .schema import TABLES, ColumnKind
from .spelling import key_of, together

Records = Mapping[str, Sequence[Record]]


def settle_names(records: Records, settings: Settings) -> tuple[Problem, ...]:
    """Split the lists of all records and bring names to one spelling, in place; say what was brought together."""
    official = _official_names(records.get("partner", ()))
    known = Names.of(name for names in official.values() for name in names)
    known = Names.of((*(name for names in official.values() for name in names), *_named_alone(records, known)))
    _split_lists(records, known)
    problems: list[Problem] = []
    own_names = {key_of(alias): name for name, aliases in official.items() for alias in aliases}
    problems += _settle(records, ("organisation", "organisationen"), "schreibweisen-organisation", own_names, True)
    wanted = {key_of(name): name for name in settings.bericht.projekte}
    problems += _settle(records, ("projekt",), "schreibweisen-projekt", wanted, True)
    kinds = {key_of(name): name for name in (*settings.arten, *settings.arten.values())}
    problems += _settle(records, ("art",), "schreibweisen-art", kinds, False)
    return tuple(problems)


def _official_names(partners: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Return name in Partner -> all ways to type it."""
    return {
        record.values["name"]: tuple(
            alias
            for alias in (record.values["name"], record.values.get("kurzform"), record.values.get("dativ"))
            if alias
        )
        for record in partners
    }


def _columns(records: Records, kinds: Sequence[ColumnKind]) -> Iterator[tuple[str, str]]:
    for table, own in records.items():
        if own:
            yield from ((table, column.name) for column in TABLES[table].columns if column.kind in kinds)


def _named_alone(records: Records, known: Names) -> set[str]:
    """Return names that stand alone in some cell or between separators other than „und“."""
    alone = set()
    for table, column in _columns(records, ("organisationen", "organisation")):
        for text in {record.values.get(column, "") for record in records[table]}:
            parts = split_organisations(text, known)
            alone |= {part for part in parts if " und " not in part and " sowie " not in part and len(part) > 2}
    return alone


_SPLITTERS: dict[str, Callable[[str, Names], tuple[str, ...]]] = {
    "organisationen": split_organisations,
    "themen": split_themes,
    "personen": split_people,
}


def _split_lists(records: Records, known: Names) -> None:
    for kind, split in _SPLITTERS.items():
        done: dict[str, tuple[str, ...]] = {}
        for table, column in _columns(records, (kind,)):  # type: ignore[arg-type]
            for record in records[table]:
                text = record.values.get(column, "")
                if isinstance(text, str):
                    if text not in done:
                        done[text] = split(text, known)
                    record.values[column] = done[text]


def _settle(
    records: Records, kinds: Sequence[ColumnKind], code: str, official: Mapping[str, str], similar: bool
) -> Iterator[Problem]:
    """Bring the names of some columns to one spelling and yield what staff should know of it."""
    places = list(_columns(records, kinds))
    counted: Counter[str] = Counter()
    first: dict[str, Record] = {}
    for table, column in places:
        for record in records[table]:
            for name in _as_names(record.values.get(column)):
                counted[name] += 1
                first.setdefault(name, record)
    chosen = {name: official[key_of(name)] for name in counted if key_of(name) in official}
    rest = [name for name in counted.elements() if name not in chosen]
    joined = together(rest, preferred=sorted(set(official.values())), similar=similar)
    changes = chosen | joined
    for table, column in places:
        for record in records[table]:
            value = record.values.get(column)
            if isinstance(value, tuple):
                record.values[column] = tuple(dict.fromkeys(changes.get(name, name) for name in value))
            elif value:
                record.values[column] = changes.get(value, value)
    spellings: dict[str, list[str]] = {}
    for name, best in joined.items():
        spellings.setdefault(best, []).append(name)
    for best, names in spellings.items():
        record = first[names[0]]
        typed = ", ".join(f"„{name}“" for name in names)
        yield problem(
            code, file=record.file, sheet=record.sheet, row=record.row, value=names[0], spellings=typed, chosen=best
        )


def _as_names(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()
