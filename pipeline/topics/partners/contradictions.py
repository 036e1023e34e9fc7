"""Rows of Partner about the same organisation that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...base.names import identity
from ...base.problems import Problem
from ...ingest.rows.contradictions import contradiction
from ...ingest.rows.record import Record
from ..registry import tables


def settle(records: Sequence[Record]) -> Iterator[Problem]:
    """Let all rows of a partner say what the first of them says, in place; yield what contradicts."""
    first: dict[tuple[str, str], Record] = {}
    columns = [column for column in tables()["partner"].columns if column.name != "name"]
    for record in records:
        for column in columns:
            value = record.values.get(column.name)
            about = identity(record.values["name"]), column.name
            earlier = first.setdefault(about, record) if value else record
            if value and identity(earlier.values[column.name]) != identity(value):
                yield contradiction(
                    "partner-widerspruch", record, value, earlier,
                    name=record.values["name"], heading=column.heading, other=earlier.values[column.name],
                )  # fmt: skip
    for record in records:
        for column in columns:
            earlier = first.get((identity(record.values["name"]), column.name), record)
            record.values[column.name] = earlier.values.get(column.name) or ""
