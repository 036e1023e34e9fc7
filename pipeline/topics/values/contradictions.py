"""Rows of Werte that give one thing two values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...base.names import project_identity, term_identity
from ...base.problems import Problem
from ...ingest.rows.contradictions import contradiction
from ...ingest.rows.record import Record


def settle(records: Sequence[Record]) -> Iterator[Problem]:
    """Yield what contradicts an earlier row about the same name, year, project and unit."""
    first: dict[tuple[object, ...], Record] = {}
    for record in records:
        values = record.values
        name, year, unit = values["bezeichnung"], values["jahr"], values.get("einheit") or ""
        about = term_identity(name), year, project_identity(values.get("projekt") or ""), unit
        earlier = first.setdefault(about, record)
        if earlier.values["wert"] != values["wert"]:
            value, other = (str(one.values["wert"]).replace(".", ",") for one in (record, earlier))
            yield contradiction("wert-widerspruch", record, value, earlier, name=name, year=year, other=other)
