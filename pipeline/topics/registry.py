"""All topics: the only place that lists them.

A topic is a folder beside this file. `table.toml` says what its lists look like; `topic.py`, where there is one, says
what is checked, counted, told, drawn and listed of them. Both are read when they are first asked for: the blank
workbooks need the tables and nothing else.
"""

from __future__ import annotations

from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ..base.schema import Column, TableSchema, read_columns, read_table

if TYPE_CHECKING:
    from .topic import Topic, Topics

# In the order in which a sheet that could be several of them is taken for one, and in which figures are listed.
FOLDERS = ("meetings", "events", "network", "initiatives", "partners", "finances", "values", "texts", "lists")

_HERE = Path(__file__).parent


@cache
def tables() -> dict[str, TableSchema]:
    """Return every table by its name; lists of an office's own are none of them."""
    return {schema.name: schema for schema in map(_table, FOLDERS)}


@cache
def topics() -> Topics:
    """Return all topics, in the order of the folders."""
    from .lists.reading import own_tables
    from .topic import Topics

    own = partial(own_tables, tables=tables(), shared=shared_columns())
    return Topics(tuple(map(_topic, FOLDERS)), own)


@cache
def shared_columns() -> dict[str, Column]:
    """Return the columns that several tables share, by name."""
    return read_columns(_HERE / "common_columns.toml")


@cache
def _table(folder: str) -> TableSchema:
    return read_table(_HERE / folder / "table.toml", shared_columns())


def _topic(folder: str) -> Topic:
    from .topic import Topic

    if not (_HERE / folder / "topic.py").exists():
        return Topic(_table(folder))
    topic: Topic = import_module(f"{__package__}.{folder}.topic").TOPIC
    return topic
