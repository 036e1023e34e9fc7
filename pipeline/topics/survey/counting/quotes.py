"""Which open answers are quoted: a fixed rule that nobody can bend."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ..reading.free_text import says_something

# Letters: „Mehr Parkplätze“ is no quotation yet, and what is longer than some four lines would have to be cut.
_SHORTEST, _LONGEST = 20, 320
REMOVED = "[…]"


def quotes(texts: Iterable[str], number: int) -> tuple[str, ...]:
    """Return up to `number` answers, word for word: those whose hash comes first.

    Answers that say nothing, one-word answers, very long ones and those from which personal data had to be removed are
    not quoted. A new answer changes the choice only if it is chosen itself; where it stands does not matter.
    """
    fitting = {
        text for text in texts if says_something(text) and _SHORTEST <= len(text) <= _LONGEST and REMOVED not in text
    }
    return tuple(sorted(fitting, key=lambda text: hashlib.sha256(text.casefold().encode()).hexdigest())[:number])
