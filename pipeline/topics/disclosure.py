"""Which cells of a table of counts may be shown, so that nothing can be known of a few."""

from __future__ import annotations

from collections.abc import Sequence


def shown_cells(
    counts: Sequence[Sequence[int]], sizes: Sequence[int], smallest: int, *, exclusive: bool, unanimous: int = 0
) -> tuple[tuple[bool, ...], ...]:
    """Tell which cells of a table by groups may be shown: `counts` line by line, a cell for each group of `sizes`.

    None that tells of fewer than `smallest` people, neither of those who gave the answer nor of those who did not.
    Nobody and everybody are no few; in a group smaller than `unanimous` they would tell of each what they answered.
    The sum of each line is known from the answers of all, and so is that of a group where everybody gave one answer
    only (`exclusive`): what is withheld there must not be had by subtraction, so the next smallest cell goes as well.
    """
    shown = [
        [
            smallest <= count <= size - smallest or (count in (0, size) and size >= unanimous)
            for count, size in zip(line, sizes, strict=True)
        ]
        for line in counts
    ]
    lines = [[(row, place) for place in range(len(sizes))] for row in range(len(counts))]
    columns = [[(row, place) for row in range(len(counts))] for place in range(len(sizes))] if exclusive else []
    changed = True
    while changed:
        changed = False
        for cells in (*lines, *columns):
            hidden = [counts[row][place] for row, place in cells if not shown[row][place]]
            left = [(counts[row][place], row, place) for row, place in cells if shown[row][place]]
            if hidden and left and (len(hidden) == 1 or sum(hidden) < smallest):
                _, row, place = min(left)
                shown[row][place] = False
                changed = True
    return tuple(map(tuple, shown))
