"""What may be said to weigh most: words such as „Schwerpunkt“ need numbers behind them, and stand once in a report."""

from __future__ import annotations

from collections.abc import Mapping

from ..statistics.figures import Figure

_OF_ALL = "gesamt."  # figures about all projects together


def is_most(mine: Figure | None, ending: str, figures: Mapping[str, Figure], least: int) -> bool:
    """Tell whether a project's figure is `least` or more, and the greatest of all projects' figures that end so.

    Of equal ones the first by its key is the greatest.
    """
    if mine is None or not isinstance(mine.value, int) or mine.value < least:
        return False
    rivals = [
        (-figure.value, key)
        for key, figure in figures.items()
        if key.count(".") == mine.key.count(".") and key.endswith(ending)
        if not key.startswith(_OF_ALL) and isinstance(figure.value, int)
    ]
    return min(rivals)[1] == mine.key
