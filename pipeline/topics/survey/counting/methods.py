"""How survey figures were counted, one sentence each for the annex „Methodik“."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ....ingest.word_lists import word_lists

METHODS: Mapping[str, str] = word_lists(Path(__file__).with_name("methods.toml"))
