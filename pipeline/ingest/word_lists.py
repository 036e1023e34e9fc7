"""Lists of words that are kept as data beside the code that asks for them, in TOML files for those who know words.

In such a list „*“ stands for further letters (for one at least where a word begins with it), „…“ for whatever follows,
„( )“ for what may be missing, and a blank for any stretch of blanks: „Teilnehme*“, „Telefon…“, „Person(en)“. Whether
capitals count is up to who asks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def word_lists(file: Path) -> dict[str, Any]:
    """Return what stands in a file of lists."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def pattern_of(words: Iterable[str]) -> str:
    r"""Return the regular expression, without a name of its own, that any of the words fits.

    >>> pattern_of(["Gast", "Teilnehme*", "Person(en)"])
    '(?:Gast|Teilnehme\\w*|Person(?:en)?)'
    """
    return f"(?:{'|'.join(map(_pattern, words))})"


_SIGNS = {"*": r"\w*", "(": "(?:", ")": ")?", " ": r"\s+", "…": ".*"}


def _pattern(words: str) -> str:
    pattern = "".join(_SIGNS.get(sign) or re.escape(sign) for sign in words.removeprefix("*"))
    return rf"\w+{pattern}" if words.startswith("*") else pattern
