"""What German type needs beyond what the layout engine does by itself."""

from __future__ import annotations

import re

_NUMBER_THEN_WORD = re.compile(r"(?<![\w.,])(\d{1,3}) (?=[^\W\d_])")
_LAST_WORD = re.compile(r"([^\W\d_]{5,})([^\w<>]*)$")


def together(text: str) -> str:
    """Return `text` with short numbers bound to the word that follows them: „12 Treffen“ stays on one line."""
    return _NUMBER_THEN_WORD.sub("\\1\u00a0", text)


def unbroken_end(html: str) -> str:
    """Return a paragraph whose last word is not hyphenated, so that no last line holds a mere syllable."""
    return _LAST_WORD.sub(r'<span class="ganz">\1</span>\2', html)


def ranges(numbers: tuple[int, ...]) -> str:
    """Return whole numbers as compact ranges: (5, 6, 7, 9, 12) -> „5–7, 9, 12“."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1] = [parts[-1][0], number]
        else:
            parts.append([number])
    joined = ("\u2013" if part[-1] - part[0] > 1 else ", " for part in parts)
    return ", ".join(
        str(part[0]) if len(part) == 1 else f"{part[0]}{by}{part[1]}" for part, by in zip(parts, joined, strict=True)
    )
