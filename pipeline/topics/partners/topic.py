"""What is done with the list of partners."""

from __future__ import annotations

from ..registry import tables
from ..topic import Topic
from .charts import DRAWING
from .contradictions import settle
from .figures import COUNTING

TOPIC = Topic(table=tables()["partner"], contradictions=settle, counting=COUNTING, drawing=DRAWING)
