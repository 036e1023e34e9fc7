"""The topics of a report with those of the lists that an association keeps of its own."""

from __future__ import annotations

from dataclasses import replace

from ..base.records import Tables
from ..base.settings import Settings
from .lists.reading import declared_lists
from .lists.topic import topics_of
from .topic import Topics


def with_lists(topics: Topics, tables: Tables, settings: Settings) -> Topics:
    """Return the topics with those of the lists of which there are tables."""
    return replace(topics, each=(*topics.each, *topics_of(declared_lists(tables, settings), tables.schemas)))
