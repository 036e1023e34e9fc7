"""What is done with the list of exhibitions."""

from __future__ import annotations

from pathlib import Path

from pipeline.topics.topic import Topic

from .annex import ANNEX
from .charts import DRAWING
from .figures import COUNTING
from .prose import LEADS, SECTION
from .table import TABLE

TOPIC = Topic(
    table=TABLE,
    counting=COUNTING,
    section=SECTION,
    leads=LEADS,
    drawing=DRAWING,
    annex=ANNEX,
    wording=(Path(__file__).with_name("sentences.toml"),),
)
