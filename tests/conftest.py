"""How the suite runs: what takes longest begins first, so that two cores end together."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that are marked slow first; each stays whole, because xdist hands out files."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
