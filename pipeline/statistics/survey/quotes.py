"""Which open answers are quoted: a fixed rule that nobody can bend."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from ...german.keys import key_part

_EMPTY = frozenset({
    "", "keine", "keiner", "keines", "nix", "nichts", "nein", "ja", "k-a", "ka", "keine-angabe", "keine-angaben",
    "weiss-nicht", "entfaellt", "kein", "keine-ideen", "keine-anregungen", "keine-wuensche", "s-o", "siehe-oben",
    "allgemein", "test", "n-a", "none", "no", "nothing", "xxx", "nichts-weiter", "keine-ahnung", "ok", "passt",
})  # fmt: skip
_SHORTEST, _LONGEST = 20, 320
REMOVED = "[…]"


def says_something(text: str) -> bool:
    """Tell whether an open answer holds more than „-“, „keine“ or „nix“."""
    return key_part(text) not in _EMPTY and bool(re.search(r"\w", text))


def quotes(texts: Iterable[str], number: int) -> tuple[str, ...]:
    """Return up to `number` answers, word for word: those whose hash comes first.

    Answers that say nothing, one-word answers, very long ones and those from which personal data had to be removed are
    not quoted. A new answer changes the choice only if it is chosen itself; where it stands does not matter.
    """
    fitting = {
        text for text in texts if says_something(text) and _SHORTEST <= len(text) <= _LONGEST and REMOVED not in text
    }
    return tuple(sorted(fitting, key=lambda text: hashlib.sha256(text.casefold().encode()).hexdigest())[:number])
