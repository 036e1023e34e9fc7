"""What is done with the list of finances."""

from __future__ import annotations

from ..registry import tables
from ..topic import Topic
from .annex import ANNEX
from .charts import DRAWING
from .figures import COUNTING
from .prose import LEADS, SECTION
from .reading import settle

TOPIC = Topic(
    table=tables()["finanzen"],
    contradictions=settle,
    counting=COUNTING,
    section=SECTION,
    leads=LEADS,
    drawing=DRAWING,
    annex=ANNEX,
)
