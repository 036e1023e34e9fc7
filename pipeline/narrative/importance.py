"""What may be said to weigh most: words such as „Schwerpunkt“ need numbers behind them, and stand once in a report."""

from __future__ import annotations

from ..base.figures import Figure, Figures

_OF_ALL = "gesamt"  # figures about all projects together


def is_largest(mine: Figure | None, ending: str, figures: Figures, least: int) -> bool:
    """Tell whether a project's figure is `least` or more, and the greatest of all projects' figures that end so.

    Of equal ones the first by its key is the greatest.
    """
    if mine is None or not isinstance(mine.value, int) or mine.value < least:
        return False
    others = (figures.get(f"{subject}{ending}") for subject in figures.subjects if subject != _OF_ALL)
    rivals = [(-other.value, other.key) for other in others if other and isinstance(other.value, int)]
    return min(rivals)[1] == mine.key
