"""What is done with the list of initiatives."""

from __future__ import annotations

from ..registry import tables
from ..topic import Topic
from .figures import COUNTING
from .prose import LEADS, SECTION

TOPIC = Topic(table=tables()["initiativen"], counting=COUNTING, section=SECTION, leads=LEADS)
