"""What may be said to weigh most: words such as „Schwerpunkt“ need numbers behind them, and stand once in a report."""

from __future__ import annotations

from ..base.figures import Figure, Figures


def is_largest(mine: Figure | None, figures: Figures, least: int) -> bool:
    """Tell whether a project's figure is `least` or more, and the greatest of the same figures of all projects.

    Of equal ones the first by its key is the greatest.
    """
    if mine is None or not isinstance(mine.value, int) or mine.value < least:
        return False
    others = (figures.get(mine.key.of(subject)) for subject in figures.projects)
    rivals = [(-other.value, other.key.text) for other in others if other and isinstance(other.value, int)]
    return min(rivals)[1] == mine.key.text
