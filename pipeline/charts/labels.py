"""Labels that fit: how wide text is, where it breaks, and where it has to end."""

from __future__ import annotations

SIZE = 8.5  # points

# Widths of Source Sans in thousandths of its size, a little generous; what is not named is as wide as a lower-case n.
_WIDTHS = {
    **dict.fromkeys("iljI.,:;!'|’‘", 285),
    **dict.fromkeys('ftr()-/„“"', 370),
    **dict.fromkeys(" ", 210),
    **dict.fromkeys("sczvxy", 470),
    **dict.fromkeys("mw%", 840),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÄÖÜ–&", 620),
    **dict.fromkeys("MWm—@…", 870),
}


def width(text: str, size: float = SIZE) -> float:
    """Return about how many points wide `text` is; never less than it really is by more than a hair."""
    return sum(_WIDTHS.get(character, 560) for character in text) * size / 1000


def wrapped(text: str, room: float, *, lines: int = 2, suffix: str = "") -> str:
    """Return `text` and `suffix` in at most so many lines of `room` points, broken at blanks.

    What does not fit ends in „…“; the suffix (a date) is never cut.
    """
    found: list[str] = []
    words = text.replace("|", "/").split()
    while words and len(found) < lines:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}") <= room:
            line += f" {words.pop(0)}"
        found.append(line)
    if words:
        found[-1] += f" {' '.join(words)}"
    if len(found) < lines and width(found[-1] + suffix) > room:
        return "\n".join([*(shortened(line, room) for line in found), suffix.lstrip(", ")])
    return "\n".join(
        [*(shortened(line, room) for line in found[:-1]), shortened(found[-1], room - width(suffix)) + suffix]
    )


def shortened(text: str, room: float) -> str:
    """Return `text` cut to `room` points, the cut marked by „…“; unchanged if it fits."""
    if width(text) <= room:
        return text
    while text and width(text + " …") > room:
        text = text[:-1]
    whole, blank, _ = text.rpartition(" ")
    return f"{(whole if blank and len(whole) > len(text) / 2 else text).rstrip(' ,;:–-')} …"
