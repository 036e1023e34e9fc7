"""What leaves the type area of the finished pages: a word longer than its line, a chart pushed aside, a row too high.

The boxes are looked at after layout and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

_NEAR = 1.5 * 96 / 25.4  # the blank at the end of a full line hangs out; 1.5 mm in the units of the layout
_MOST = 20  # so many are named
_LONGEST = 100  # letters of one


def beyond(pages: Iterable[Any]) -> list[tuple[int, str]]:
    """Return page and text of what of WeasyPrint's pages leaves their type area; of a picture its alternative."""
    found = ((number, text) for number, page in enumerate(pages, start=1) for text in _outside(page._page_box))
    return list(islice(dict.fromkeys(found), _MOST))


def _outside(page: Any) -> Iterator[str]:
    left, top = page.content_box_x() - _NEAR, page.content_box_y() - _NEAR
    right, bottom = left + page.width + 2 * _NEAR, top + page.height + 2 * _NEAR
    # What stands in the margins, like the running header, is meant to be there.
    boxes = [part for part in reversed(page.children) if not hasattr(part, "at_keyword")]
    while boxes:
        box = boxes.pop()
        boxes += reversed(getattr(box, "children", ()))
        text = getattr(box, "text", "").strip() or (hasattr(box, "replacement") and _alternative(box.element))
        if text and not (
            left <= box.position_x <= box.position_x + box.width <= right
            and top <= box.position_y <= box.position_y + box.height <= bottom
        ):
            yield text[:_LONGEST]


def _alternative(element: Any) -> str:
    titles = (part.text for part in element.iter() if str(part.tag).endswith("title"))
    return next(titles, None) or element.get("alt") or "Bild"
