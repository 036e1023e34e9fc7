"""What German type needs beyond what the layout engine does by itself."""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"

# The dictionary breaks these words wrongly; a word that holds a soft hyphen is broken only there.
_BREAKS = (
    "Öffentlich|keits|arbeit",
    "Öffentlich|keits|beteiligung",
    "Migrations|arbeit",
    "Ausbildungs|arbeit",
    "Jugend|arbeit",
    "Netzwerk|arbeit",
    "Vereins|arbeit",
    "Zusammen|arbeit",
    "Presse|arbeit",
    "Projekt|arbeit",
    "Flüchtlings|arbeit",
    "Ehren|amts|arbeit",
    "Integrations|arbeit",
    "Arbeits|agentur",
    "Arbeits|markt",
    "Arbeits|kreis",
    "Berufs|orientierung",
)
_EXCEPTIONS = {word.replace("|", ""): word.replace("|", SOFT_HYPHEN) for word in _BREAKS}
_WRONG = re.compile("|".join(sorted(map(re.escape, _EXCEPTIONS), key=len, reverse=True)))


def hyphenated(text: str) -> str:
    """Return `text` with soft hyphens in the words that would be broken wrongly."""
    return _WRONG.sub(lambda found: _EXCEPTIONS[found[0]], text)


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
