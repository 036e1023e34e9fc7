"""What is done with the list of the network."""

from __future__ import annotations

from ..registry import tables
from ..topic import Topic
from .charts import DRAWING
from .figures import COUNTING
from .prose import LEADS, SECTION

TOPIC = Topic(table=tables()["netzwerk"], counting=COUNTING, section=SECTION, leads=LEADS, drawing=DRAWING)
