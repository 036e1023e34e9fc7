"""Rows of two lists about the same thing that contradict each other: partners and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...base.names import identity, project_identity, term_identity
from ...base.problems import Problem
from ..messages import place_of, problem_at
from ..schema import TABLES
from ..sheets import Sheet
from .record import Record

Records = Mapping[str, Sequence[Record]]


def settle_contradictions(records: Records) -> tuple[Problem, ...]:
    """Let all rows of a partner say what the first of them says, in place; name what contradicts."""
    return (*_partners(records["partner"]), *_values(records["werte"]))


def _partners(partners: Sequence[Record]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Record] = {}
    columns = [column for column in TABLES["partner"].columns if column.name != "name"]
    for record in partners:
        for column in columns:
            said = record.values.get(column.name)
            told = first.setdefault((identity(record.values["name"]), column.name), record) if said else record
            if said and identity(told.values[column.name]) != identity(said):
                yield _tell(
                    "partner-widerspruch", record, said, told,
                    name=record.values["name"], heading=column.heading, other=told.values[column.name],
                )  # fmt: skip
    for record in partners:
        for column in columns:
            told = first.get((identity(record.values["name"]), column.name), record)
            record.values[column.name] = told.values.get(column.name) or ""


def _values(values: Sequence[Record]) -> Iterator[Problem]:
    first: dict[tuple[object, ...], Record] = {}
    for record in values:
        said = record.values
        about = (
            term_identity(said["bezeichnung"]),
            said["jahr"],
            project_identity(said.get("projekt") or ""),
            said.get("einheit") or "",
        )
        told = first.setdefault(about, record)
        if told.values["wert"] != said["wert"]:
            value, other = (str(one.values["wert"]).replace(".", ",") for one in (record, told))
            yield _tell(
                "wert-widerspruch", record, value, told, name=said["bezeichnung"], year=said["jahr"], other=other
            )


def _tell(code: str, record: Record, value: str, told: Record, **words: object) -> Problem:
    there = f"{place_of(Sheet(told.file, told.sheet))}, Zeile {told.row}"
    return problem_at(code, Sheet(record.file, record.sheet), record.row - 1, None, value, there=there, **words)
