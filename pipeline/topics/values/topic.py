"""What is done with the list of values."""

from __future__ import annotations

from ..registry import tables
from ..topic import Topic
from .charts import DRAWING
from .contradictions import settle
from .figures import COUNTING
from .prose import SECTION

TOPIC = Topic(table=tables()["werte"], contradictions=settle, counting=COUNTING, section=SECTION, drawing=DRAWING)
