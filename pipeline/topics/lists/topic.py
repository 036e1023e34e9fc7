"""What is done with lists of the office's own, and with the sheet that declares them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...base.schema import TableSchema, TableSchemas
from ..registry import tables
from ..topic import Topic
from .annex import annex_of
from .charts import drawing_of
from .declaration import Declaration
from .figures import counting_of
from .prose import WORDING, section_of

TOPIC = Topic(table=tables()["listen"])  # the sheet that declares them is read, and nothing else is done with it


def topic_of(declaration: Declaration, table: TableSchema) -> Topic:
    """Return the topic of a declared list."""
    return Topic(
        table=table,
        counting=counting_of(declaration),
        section=section_of(declaration),
        drawing=drawing_of(declaration),
        wording=(WORDING,),
    )


def topics_of(declarations: Sequence[Declaration], schemas: TableSchemas) -> tuple[Topic, ...]:
    """Return the topics of all declared lists; they share one annex, which the first brings."""
    own = [topic_of(one, schemas[one.key]) for one in declarations]
    return (replace(own[0], annex=annex_of(declarations)), *own[1:]) if own else ()
