"""What a topic is: what there is to check, count, tell, draw and list about one kind of list."""

from __future__ import annotations

from dataclasses import dataclass

from ..base.schema import TableSchema
from ..charts.drawing import Drawing
from ..ingest.tables import Contradictions
from ..narrative.section import Lead, SectionWriter
from ..statistics.counting import Counting


@dataclass(frozen=True)
class Topic:
    """One kind of list. Whatever a topic does not say is not done for it."""

    table: TableSchema
    contradictions: Contradictions | None = None
    counting: Counting | None = None
    section: SectionWriter | None = None
    leads: tuple[Lead, ...] = ()
    drawing: Drawing | None = None
