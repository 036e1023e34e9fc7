"""The list of exhibitions; one of the program's own topics gets its table from the registry."""

from __future__ import annotations

from pathlib import Path

from pipeline.base.schema import read_table
from pipeline.topics import registry

TABLE = read_table(Path(__file__).with_name("table.toml"), registry.shared_columns())
